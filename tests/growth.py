#!/usr/bin/env python3
"""Guards figures that do not depend on the machine: instructions, pages and bytes.

    python3 tests/growth.py PROGRAM OUTPUT            fails where a figure grew by more than 5%
    python3 tests/growth.py PROGRAM OUTPUT --write    writes the figures of now to benches/growth.csv

PROGRAM is a debug build; OUTPUT holds the documents of the shipped cases as the gate makes them.
Instructions are counted by valgrind over a whole run. A figure that grows on purpose is written
anew, with a line in CHANGELOG.md that says why.
"""

import csv
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
KNOWN = TOP / "benches" / "growth.csv"
MOST = 1.05

COMMANDS = {
    "--version": ["--version"],
    "check, one case": ["check", "cases/zoetermeer-2022"],
    "score, one case": ["score", "cases/voorbeeldstad-2026"],
    "compare, a region, JSON": ["compare", "cases/voorbeeldregio-2026", "--format", "json", "--output", "FOLDER"],
}
CASES = ["zoetermeer-2022", "voorbeeldstad-2026", "vergelijking"]
ENDINGS = [".pdf", ".html", ".docx", ".odt", ".md", ".json", ".xlsx"]


def instructions(program: str, arguments: list[str]) -> int:
    """Millions of instructions of one run, on all its threads."""
    with tempfile.TemporaryDirectory() as folder:
        valgrind = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
        arguments = [folder if argument == "FOLDER" else argument for argument in arguments]
        done = subprocess.run([*valgrind, program, *arguments], cwd=TOP, capture_output=True, text=True)
    counted = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    if counted is None:
        sys.exit(f"valgrind counted nothing of {arguments}:\n{done.stdout}{done.stderr}")
    return round(int(counted[1].replace(",", "")) / 1e6)


def pages(file: Path) -> int:
    told = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", told)[1])


def figures(program: str, output: Path) -> dict[str, int]:
    found = {f"instructions (millions): {name}": instructions(program, a) for name, a in COMMANDS.items()}
    for case in CASES:
        files = [f for f in (output / case).rglob("*") if f.is_file() and not f.name.startswith(".")]
        if not files:
            sys.exit(f"{output / case} holds nothing")
        documents = [f for f in files if f.suffix == ".pdf"]
        found |= {f"pages: {case}/{f.stem}": pages(f) for f in sorted(documents)}
        for ending in ENDINGS:
            if own := [f for f in files if f.suffix == ending]:
                found[f"KiB: {case}/*{ending}"] = sum(f.stat().st_size for f in own) // 1024
    return found


def main() -> None:
    program, output, *rest = sys.argv[1:]
    now = figures(str(Path(program).resolve()), Path(output))
    if rest == ["--write"]:
        with KNOWN.open("w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([("what", "figure"), *now.items()])
        return
    with KNOWN.open(newline="") as file:
        known = {row["what"]: int(row["figure"]) for row in csv.DictReader(file)}
    wrong = [f"{what}: nobody wrote down what it is ({figure} now)" for what, figure in now.items() if what not in known]
    wrong += [f"{what}: it was {figure}, and is gone" for what, figure in known.items() if what not in now]
    for what, figure in now.items():
        # One page more of a short document is more than 5%: from two pages more it is told.
        if what in known and figure > known[what] * MOST and figure > known[what] + 1:
            wrong.append(f"{what}: {known[what]} became {figure}")
    print(f"{len(now)} figures, {len(wrong)} that grew by more than 5%, are new or are gone")
    if wrong:
        sys.exit("\n".join([*wrong, "If that is meant: --write, and a line in CHANGELOG.md that says why."]))


if __name__ == "__main__":
    main()
