#!/usr/bin/env python3
"""Runs cases/Snakefile on generated cases with two workers: killed halfway, resumed, changed.

    python3 tests/cluster.py PROGRAM GENERATE SNAKEMAKE COUNT

After the kill only scorecards that were not finished are made; without a change nothing is; after the
change of one case its scorecard and the comparison. The comparison is that of the scorecards at once.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent


def main() -> None:
    program, generate, snakemake = (str(Path(path).absolute()) for path in sys.argv[1:4])
    count = int(sys.argv[4])
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        subprocess.run([generate, str(count), work / "cases" / "regio"], check=True, stdout=subprocess.DEVNULL)
        shutil.copy(TOP / "cases" / "Snakefile", work / "cases")
        call = [snakemake, "-s", "cases/Snakefile", "--cores", "2", "--rerun-incomplete"]
        call += ["--config", "region=regio", "notas=nee", f"rekenkamer={program}"]
        cards = work / "output" / "regio-scorekaarten"

        def made(*more: str) -> dict[str, int]:
            """How often each rule ran in a whole run."""
            done = subprocess.run([*call, *more], cwd=work, capture_output=True, text=True)
            if done.returncode:
                sys.exit(done.stdout + done.stderr)
            rules = re.findall(r"Finished jobid: \d+ \(Rule: (\w+)\)", done.stderr)
            return {rule: rules.count(rule) for rule in set(rules) - {"all"}}

        running = subprocess.Popen(call, cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        while len(list(cards.glob("*.json"))) < count // 3:
            if running.poll() is not None:
                sys.exit("it ended before it could be killed")
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        finished = len(list(cards.glob("*.json")))
        made("--unlock")
        resumed = made()
        # What the two workers had in hand may be there and yet not be known as finished.
        if not count - finished <= resumed["scorecard"] <= count - finished + 2 or resumed["compare"] != 1:
            sys.exit(f"{finished} of {count} were there after the kill, and then it made {resumed}")
        if again := made():
            sys.exit(f"nothing changed, and it made {again}")
        changed = next(iter(sorted((work / "cases" / "regio").glob("*/case.yaml"))))
        changed.write_text(changed.read_text(encoding="utf-8") + "# nagekeken\n", encoding="utf-8")
        if (again := made()) != {"scorecard": 1, "compare": 1}:
            sys.exit(f"one case changed, and it made {again}")
        other = [program, "compare", cards, "--name", "regio", "--output", work / "anders", "--format", "json"]
        subprocess.run(other, cwd=work, check=True, stdout=subprocess.DEVNULL)
        by_rules, at_once = (work / name / "regio" / "vergelijking.json" for name in ["output", "anders"])
        if by_rules.read_bytes() != at_once.read_bytes():
            sys.exit("the comparison by the rules is another than that at once")
        shutil.rmtree(changed.parent)
        if (again := made()) != {"compare": 1} or len(list(cards.glob("*.json"))) != count - 1:
            sys.exit(f"one case went, and it made {again}")
        print(f"{count} scorecards: killed at {finished}, {resumed['scorecard']} made after it, and what changed alone")


if __name__ == "__main__":
    main()
