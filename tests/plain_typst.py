"""Sets a dumped page description with the plain Typst compiler, and holds its pages against ours.

Arguments: the folder that `nota --dump` wrote, and the PDF that the program made.
Prints how many pages there are, or which differ.
"""

import sys

import pypdfium2
import typst

folder, ours = sys.argv[1:]
plain = typst.compile(
    f"{folder}/main.typ",
    root=folder,
    font_paths=[f"{folder}/fonts"],
    ignore_system_fonts=True,
    pdf_standards=["ua-1", "a-2a"],
)


def pages(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return [document[n].render(scale=1).to_numpy().tobytes() for n in range(len(document))]


mine, theirs = pages(ours), pages(plain)
differ = [n + 1 for n, pair in enumerate(zip(mine, theirs)) if pair[0] != pair[1]]
if len(mine) != len(theirs) or differ:
    sys.exit(f"{len(mine)} pages and {len(theirs)}; these differ: {differ}")
print(f"{len(mine)} pages, all equal")
