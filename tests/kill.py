"""Kills the program at random instants and checks that every file is an old or a new one, whole.

Usage: python3 tests/kill.py PROGRAM CASE RUNS [SEED]. CASE is the folder of a case, with which the
folder `frameworks` beside `cases` comes; a second municipality for `compare` is made of it. Writes
in a temporary folder only. By turns `nota`, `render` and `compare` are killed. After each kill: no
file is torn or gone, the next run works at once (whatever lock the dead one held), and it sweeps the
temporary files that the dead one left.
Exit status 1 where any of that fails.
"""

import hashlib
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

program, case, runs = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]), int(sys.argv[3])
rng = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
work = pathlib.Path(tempfile.mkdtemp(prefix="kill-"))
# Locks of this folder alone.
os.environ["TMPDIR"] = str(work / "locks")
(work / "locks").mkdir()
FORMS = "pdf,html,docx"


def changed(path, key, text):
    """The file as it is, and with another text at a key."""
    first = path.read_text()
    line = next(line for line in first.splitlines() if line.strip().startswith(f"{key}:"))
    return first, first.replace(line, line.replace(f"{key}: ", f"{key}: {text} ", 1), 1)


# The frameworks of its own that the case rests on.
own = case.parent.parent / "frameworks"
if own.is_dir():
    shutil.copytree(own, work / "frameworks")
for name in ("een", "twee"):
    shutil.copytree(case, work / "cases" / name)
other = work / "cases" / "twee" / "case.yaml"
name_of_other = changed(other, "name", "Nieuw")[1]
other.write_text("".join(l for l in name_of_other.splitlines(True) if "cbs-code:" not in l))
yaml = work / "cases" / "een" / "case.yaml"
texts = changed(yaml, "title", "Tweede")
assert texts[0] != texts[1], "the title of the case could not be changed"


def state(folder):
    """The hash of each file, and the temporary files."""
    files, left = {}, []
    for path in sorted((work / folder).rglob("*")):
        if path.is_file() and path.name.startswith(".rekenkamer-"):
            left.append(path)
        # A text is the input of `render`, and no output.
        elif path.is_file() and path != work / "los" / "een" / "nota.md":
            files[str(path.relative_to(work))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return files, left


class Kind:
    """A command that is killed, with the two inputs that it runs on by turns."""

    def __init__(self, name, arguments, folder, put):
        self.name, self.command, self.folder, self.put = name, [program, *arguments], folder, put
        self.count = dict.fromkeys(["killed", "ended", "all old", "all new", "mixed", "left"], 0)
        self.versions, self.current = [], 1
        for which in (0, 1):
            done = self.whole(which)
            assert done.returncode == 0, done.stderr
            self.versions.append(state(folder)[0])
        assert self.versions[0] != self.versions[1], name

    def whole(self, which):
        self.put(which)
        start = time.monotonic()
        done = subprocess.run(self.command, cwd=work, capture_output=True, text=True)
        self.length = time.monotonic() - start
        return done

    def kill(self, run):
        """One kill and the run after it; what went wrong."""
        target = 1 - self.current
        self.put(target)
        out = subprocess.DEVNULL
        process = subprocess.Popen(self.command, cwd=work, stdout=out, stderr=out)
        # Half of the kills in the last part, where files are written.
        span = (0.0, 1.1) if run % 2 else (0.8, 1.1)
        time.sleep(rng.uniform(*span) * self.length)
        alive = process.poll() is None
        if alive:
            process.send_signal(signal.SIGKILL)
        process.wait()
        self.count["killed" if alive else "ended"] += 1
        seen, left = state(self.folder)
        self.count["left"] += len(left)
        old = {p for p, h in seen.items() if h == self.versions[self.current].get(p)}
        new = {p for p, h in seen.items() if h == self.versions[target].get(p)}
        wrong = [f"torn {p}" for p in sorted(set(seen) - old - new)]
        wrong += [f"gone {p}" for p in sorted(set(self.versions[self.current]) - set(seen))]
        same = "all old" if len(old) == len(seen) else "all new" if len(new) == len(seen) else "mixed"
        self.count[same] += 1
        # As if the next run came later: it only takes what is old, and others may be writing.
        for path in left:
            os.utime(path, (time.time() - 3600,) * 2)
        done = self.whole(target)
        now, left = state(self.folder)
        if done.returncode != 0:
            wrong.append(f"the next run gave {done.returncode}: {done.stderr}")
        if now != self.versions[target]:
            wrong.append("the next run did not write what it should")
        wrong += [f"not swept: {path.name}" for path in left]
        self.current = target
        return wrong


def case_text(which):
    yaml.write_text(texts[which])


def prepare_render():
    """Two notas to set, made once; the folder apart from that of `nota`."""
    made = []
    for which in (0, 1):
        case_text(which)
        arguments = ["nota", "cases/een", "--format", "md", "--output", "los"]
        subprocess.run([program, *arguments], cwd=work, check=True, capture_output=True)
        made.append((work / "los" / "een" / "nota.md").read_text())
    return made


notas = prepare_render()


def nota_text(which):
    # A text of a case that changed since is refused.
    case_text(which)
    (work / "los" / "een" / "nota.md").write_text(notas[which])


kinds = [
    Kind("nota", ["nota", "cases/een", "--format", f"md,{FORMS}"], "output/een", case_text),
    Kind("render", ["render", "los/een/nota.md", "--format", FORMS], "los/een", nota_text),
    Kind("compare", ["compare", "cases/een", "cases/twee"], "output/vergelijking", case_text),
]
bad = 0
for run in range(runs):
    kind = kinds[run % len(kinds)]
    for wrong in kind.kill(run // len(kinds)):
        bad += 1
        print(f"run {run}, {kind.name}: {wrong}")
for kind in kinds:
    print(f"{kind.name}: {kind.count}")
print(f"{runs} runs, {bad} wrong")
shutil.rmtree(work)
sys.exit(1 if bad else 0)
