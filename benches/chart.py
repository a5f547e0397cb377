#!/usr/bin/env python3
"""Draws what `cargo bench --bench growth` measured: time and memory against number, both by powers of ten.

    python3 benches/chart.py benches/measured.csv docs/src/images/growth.svg

Needs matplotlib. A dotted line through the last point of each command shows what would be in proportion.
"""

import csv
import sys
from collections import defaultdict

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "rekenkamer"
matplotlib.rcParams["font.size"] = 9
import matplotlib.pyplot as plt  # noqa: E402


def main() -> None:
    source, target = sys.argv[1:]
    rows: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
    with open(source, newline="") as file:
        for row in csv.DictReader(file):
            rows[row["command"]].append((int(row["municipalities"]), float(row["cpu"]), float(row["mib"])))
    figure, axes = plt.subplots(1, 2, figsize=(9, 4), layout="constrained")
    for axis, place, label in [(axes[0], 1, "seconds of CPU"), (axes[1], 2, "MiB")]:
        for number, (command, points) in enumerate(rows.items()):
            counts, values = [p[0] for p in points], [p[place] for p in points]
            line = axis.plot(counts, values, marker="osD^v"[number % 5], markersize=4, linewidth=1.2, label=command)
            slope = [values[-1] * count / counts[-1] for count in counts]
            axis.plot(counts, slope, linestyle=":", linewidth=0.8, color=line[0].get_color())
        axis.set(xscale="log", yscale="log", xlabel="municipalities", ylabel=label)
        if place == 2:
            axis.set_ylim(bottom=20)
        axis.grid(alpha=0.3)
    axes[0].legend(fontsize=8)
    figure.savefig(target, metadata={"Date": None})


if __name__ == "__main__":
    main()
