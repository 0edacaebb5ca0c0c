"""Whether a DOCX leads Word to the parts that are read here, and to no others.

ECMA-376 Part 2 lets a package name its parts as it likes and find them by relations. What is
proved is found by the names that Word and LibreOffice give; a file whose relations lead
elsewhere would show one text and prove another.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from generator.verify.reading.text import Piece

_OWN_NAMES = (
    "styles",
    "settings",
    "webSettings",
    "fontTable",
    "numbering",
    "footnotes",
    "endnotes",
)
_PARTS = {
    "officeDocument": re.compile(r"word/document\.xml"),
    "core-properties": re.compile(r"docProps/core\.xml"),
    "extended-properties": re.compile(r"docProps/app\.xml"),
    "custom-properties": re.compile(r"docProps/custom\.xml"),
    "theme": re.compile(r"word/theme/theme\d{1,4}\.xml"),
    "header": re.compile(r"word/header\d{0,4}\.xml"),
    "footer": re.compile(r"word/footer\d{0,4}\.xml"),
    "chart": re.compile(r"word/charts/chart\d{1,4}\.xml"),
    "package": re.compile(r"word/embeddings/[^/]{1,80}\.xlsx"),
    "customXml": re.compile(r"customXml/item\d{1,4}\.xml"),
    "customXmlProps": re.compile(r"customXml/itemProps\d{1,4}\.xml"),
    **{name: re.compile(rf"word/{name}\.xml") for name in _OWN_NAMES},
}
_SINGLE = frozenset({*_OWN_NAMES, "officeDocument", "core-properties", "theme"})


def strange_links(names: Sequence[str], roots: Mapping[str, etree._Element]) -> Iterator[Piece]:
    """Yield a part that is there twice, and a relation to another part than the one read.

    ``names`` are all names of the package as it lists them, ``roots`` its XML parts.
    """
    for name, times in Counter(one.lower() for one in names).items():
        if times > 1:
            yield Piece("a part that is there twice", name)
    for where, root in roots.items():
        if where.endswith(".rels"):
            yield from _led(root, where)


def _led(root: etree._Element, where: str) -> Iterator[Piece]:
    """Yield the relations of one part that lead elsewhere, or twice to what there is once."""
    folder = posixpath.dirname(posixpath.dirname(where))
    kinds: Counter[str] = Counter()
    for one in root:
        kind = str(one.get("Type", "")).rpartition("/")[2]
        part, target = _PARTS.get(kind), str(one.get("Target", ""))
        kinds[kind] += 1
        path = posixpath.normpath(posixpath.join("/", folder, target)).removeprefix("/")
        if part is not None and not part.fullmatch(path):
            yield Piece(f"{kind} {target}, a part of another name", where)
        elif kind in _SINGLE and kinds[kind] > 1:
            yield Piece(f"a second part of kind {kind}", where)
