"""Runs the Python and R blocks of the page of the manual on reading what the program writes.

Usage: reading.py PROGRAM PAGE, in the top of the repository. The commands of the page run first, in
a folder of its own with the shipped cases. R is used where it is there, and must be there if
REKENKAMER_REQUIRE is set.
"""

import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile


def blocks(text, kind):
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.S | re.M)


def main():
    program, page = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    text = page.read_text(encoding="utf-8")
    rscript = shutil.which("Rscript")
    if rscript is None and os.environ.get("REKENKAMER_REQUIRE"):
        sys.exit("Rscript is missing")
    languages = [("python", [sys.executable, "-c"])] + ([("r", [rscript, "-e"])] if rscript else [])
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree("cases", pathlib.Path(folder, "cases"))
        commands = [line for block in blocks(text, "console") for line in block.splitlines()]
        for line in commands:
            if line.startswith("$ rekenkamer "):
                words = shlex.split(line.removeprefix("$ rekenkamer "))
                subprocess.run([program, *words], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        for kind, interpreter in languages:
            found = blocks(text, kind)
            assert len(found) >= 2, f"the page has {len(found)} blocks of {kind}"
            for code in found:
                subprocess.run([*interpreter, code], cwd=folder, check=True, stdout=subprocess.DEVNULL)
            print(f"{kind}: {len(found)} blocks run")


main()
