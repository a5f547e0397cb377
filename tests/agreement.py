"""Agreement of judges on random tables, by the definition of the textbook and without sight of the
program: the coincidence matrix of all pairs of judgements within a norm (Krippendorff, Content
Analysis, 2018, chapter 12), in floating numbers.

Reads JSON from standard input: tables of rows of ranks, a row for each norm, with null where a judge
gave none, beside what the program makes of them.
"""

import itertools
import json
import math
import sys


def coincidences(units, levels):
    matrix = [[0.0] * levels for _ in range(levels)]
    for values in units:
        for first, second in itertools.permutations(range(len(values)), 2):
            matrix[values[first]][values[second]] += 1 / (len(values) - 1)
    return matrix


def ordinal(margins, low, high):
    between = sum(margins[low : high + 1])
    return (between - (margins[low] + margins[high]) / 2) ** 2


def alpha(units):
    levels = max(max(values) for values in units) + 1 if units else 0
    matrix = coincidences(units, levels)
    margins = [sum(row) for row in matrix]
    whole = sum(margins)
    pairs = list(itertools.combinations(range(levels), 2))
    observed = sum(matrix[c][k] * ordinal(margins, c, k) for c, k in pairs)
    expected = sum(margins[c] * margins[k] * ordinal(margins, c, k) for c, k in pairs)
    if expected == 0:
        return None
    return 1 - (whole - 1) * observed / expected


def equal_pairs(units):
    pairs = [a == b for values in units for a, b in itertools.combinations(values, 2)]
    return [sum(pairs), len(pairs)]


given = json.load(sys.stdin)
undefined = 0
for table in given:
    units = [[rank for rank in row if rank is not None] for row in table["rows"]]
    units = [values for values in units if len(values) > 1]
    own, other = table["alpha"], alpha(units)
    undefined += other is None
    same = own is None if other is None else own is not None and math.isclose(own, other, abs_tol=1e-9)
    if not same or table["pairs"] != equal_pairs(units):
        print(f"{table}: alpha is {other}, pairs are {equal_pairs(units)}")
        sys.exit(1)
print(f"{len(given)} tables, {undefined} without alpha, all agree")
