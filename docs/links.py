#!/usr/bin/env python3
"""Checks the links of the built manual, and those of Markdown files of the repository.

    links.py BOOK [FILE.md ...]

In BOOK, the folder that `mdbook build` wrote: every link, image, style and script is there, every
anchor exists, every image has a text, and no page loads anything from outside. In each FILE.md:
every relative link leads to a file.
"""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCED = re.compile(r"^ *```.*?^ *```", re.MULTILINE | re.DOTALL)


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.anchors, self.links, self.loads, self.silent = set(), [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.anchors.update(found[key] for key in ("id", "name") if found.get(key))
        targets = [found[key] for key in ("href", "src") if found.get(key)]
        (self.links if tag == "a" else self.loads).extend(targets)
        if tag == "img" and not found.get("alt"):
            self.silent.append(found.get("src"))


def of_book(book):
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in book.rglob("*.html")}
    for path, page in pages.items():
        shown = path.relative_to(book)
        yield from (f"{shown}: image without a text: {image}" for image in page.silent)
        yield from (f"{shown}: loads {load}" for load in page.loads if urlsplit(load).netloc)
        # The page for a missing address has links from the top of a site.
        links = [] if shown.name == "404.html" else page.links + page.loads
        for link in links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            to = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            to = to / "index.html" if to.is_dir() else to
            anchor = unquote(parts.fragment)
            if not to.exists():
                yield f"{shown}: nothing at {link}"
            elif anchor and to in pages and anchor not in pages[to].anchors:
                yield f"{shown}: no such anchor: {link}"


def of_markdown(path):
    for link in LINK.findall(FENCED.sub("", path.read_text(encoding="utf-8"))):
        parts = urlsplit(link)
        if not parts.scheme and parts.path and not (path.parent / unquote(parts.path)).exists():
            yield f"{path}: nothing at {link}"


def main():
    book, *files = map(Path, sys.argv[1:])
    broken = [*of_book(book.resolve()), *(problem for path in files for problem in of_markdown(path))]
    print("\n".join(broken) or "all links lead somewhere")
    return bool(broken)


sys.exit(main())
