"""Kills `nota` at random instants and checks that every file is an old or a new one, whole.

Usage: python3 tests/kill.py PROGRAM CASES RUNS [SEED]. Needs a folder with the cases; writes in a
temporary folder only. Exit status 1 where a file was neither, or where the next run failed.
"""

import hashlib
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

program, case, runs = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2], int(sys.argv[3])
rng = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
work = pathlib.Path(tempfile.mkdtemp(prefix="kill-"))
name = pathlib.Path(case).name
shutil.copytree(case, work / "cases" / name)
yaml = work / "cases" / name / "case.yaml"
first = yaml.read_text()
title = next(line for line in first.splitlines() if line.strip().startswith("title:"))
texts = [first, first.replace(title, title.replace("title: ", "title: Tweede ", 1), 1)]
assert texts[0] != texts[1], "the title of the case could not be changed"
command = [program, "nota", f"cases/{name}"]


def state():
    out = {}
    for path in sorted((work / "output").rglob("*")):
        if path.is_file() and not path.name.startswith(".rekenkamer-"):
            out[str(path.relative_to(work))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return out


def whole(text):
    yaml.write_text(text)
    start = time.monotonic()
    done = subprocess.run(command, cwd=work, capture_output=True, text=True)
    return done, time.monotonic() - start


versions, length = [], 0.0
for text in texts:
    done, length = whole(text)
    assert done.returncode == 0, done.stderr
    versions.append(state())
assert versions[0] != versions[1]
count = {"killed": 0, "ended": 0, "all old": 0, "all new": 0, "mixed": 0, "torn": 0, "left": 0}
bad = 0
current = 1
for run in range(runs):
    target = 1 - current
    yaml.write_text(texts[target])
    process = subprocess.Popen(command, cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # Half of the kills in the last part, where files are written.
    span = (0.0, 1.1) if run % 2 else (0.8, 1.1)
    time.sleep(rng.uniform(*span) * length)
    if process.poll() is None:
        process.send_signal(signal.SIGKILL)
        count["killed"] += 1
    else:
        count["ended"] += 1
    process.wait()
    seen = state()
    old = {p for p, h in seen.items() if h == versions[current].get(p)}
    new = {p for p, h in seen.items() if h == versions[target].get(p)}
    torn = set(seen) - old - new
    missing = set(versions[current]) - set(seen)
    if torn or missing:
        bad += 1
        count["torn"] += 1
        print(f"run {run}: torn {sorted(torn)}, missing {sorted(missing)}")
    elif len(old) == len(seen):
        count["all old"] += 1
    elif len(new) == len(seen):
        count["all new"] += 1
    else:
        count["mixed"] += 1
    count["left"] += len(list((work / "output").rglob(".rekenkamer-*")))
    for path in (work / "output").rglob(".rekenkamer-*"):
        path.unlink()
    done, length = whole(texts[target])
    if done.returncode != 0 or state() != versions[target]:
        bad += 1
        print(f"run {run}: the next run gave {done.returncode}: {done.stderr}")
    current = target
print(f"{runs} runs: {count}, bad {bad}")
shutil.rmtree(work)
sys.exit(1 if bad else 0)
