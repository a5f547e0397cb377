"""Holds the statistics of the program against SciPy, statsmodels and NumPy.

Reads random data with the program's results as JSON on standard input; prints every difference
and ends with status 1 where there is one.
"""

import json
import math
import sys

import numpy
import scipy.stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

CLOSE = 1e-9
wrong = 0


def same(what, data, own, other):
    global wrong
    if not math.isclose(own, other, rel_tol=1e-7, abs_tol=CLOSE):
        wrong += 1
        print(f"{what}: {own} here, {other} there, for {data}")


given = json.load(sys.stdin)

for each in given["tables"]:
    a, n, c, m = each["table"]
    table = [[a, n - a], [c, m - c]]
    same("Fisher", table, each["fisher"], scipy.stats.fisher_exact(table).pvalue)
    for end, own, other in zip(("low", "high"), each["wilson"], proportion_confint(a, n, method="wilson")):
        same(f"Wilson, {end}", [a, n], own, other)
    # The smallest p-value over all tables with the same margins.
    reached = a + c
    others = range(max(0, reached - m), min(n, reached) + 1)
    tables = [[[x, n - x], [reached - x, m - reached + x]] for x in others]
    least = min(scipy.stats.fisher_exact(other).pvalue for other in tables)
    same("Fisher, least", table, each["least"], least)

for each in given["pairs"]:
    b, c = each["pairs"]
    # Without pairs that differ there is no evidence at all; statsmodels divides by zero there.
    other = 1.0 if b + c == 0 else mcnemar([[0, b], [c, 0]], exact=True).pvalue
    same("McNemar", each["pairs"], each["mcnemar"], other)
    same("McNemar, least", each["pairs"], each["least"], min(1.0, 2 * 0.5 ** (b + c)))

for each in given["corrections"]:
    adjusted = multipletests(each["p"], method="holm")[1]
    for own, other in zip(each["holm"], adjusted, strict=True):
        same("Holm", each["p"], own, other)

for each in given["numbers"]:
    values, own = each["values"], each["own"]
    for quarter, quartile in zip((0.25, 0.5, 0.75), each["quartiles"], strict=True):
        same("quartile", values, quartile, numpy.quantile(values, quarter, method="linear"))
    for share, own_share in zip((0.025, 0.975), each["ends"], strict=True):
        same("percentile", values, own_share, numpy.quantile(values, share, method="linear"))
    mad = scipy.stats.median_abs_deviation(values)
    same("MAD", values, each["mad"], mad)
    far = None
    if mad > 0:
        score = 0.6745 * abs(own - numpy.median(values)) / mad
        # On the boundary itself a floating number may fall on either side.
        far = each["outlier"] if abs(score - 3.5) < 1e-9 else bool(score > 3.5)
    if far != each["outlier"]:
        wrong += 1
        print(f"outlier: {each['outlier']} here, {far} there, for {own} among {values}")

if wrong:
    sys.exit(1)
print(f"{len(given['tables'])} data sets, all agree")
