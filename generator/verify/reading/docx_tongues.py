"""DOCX: the languages in which a file lets its words be read aloud and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from generator.verify.reading.text import Piece

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_STORIES = ("word/document.xml", "word/footnotes.xml", "word/header", "word/footer")


def tongues(roots: Mapping[str, etree._Element]) -> Iterator[Piece]:
    """Yield the language of the file, "" without, and each that styles or letters have."""
    styles = roots.get("word/styles.xml")
    usual = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    yield Piece("" if usual is None else str(usual.get(f"{W}val", "")), "docDefaults")
    core = roots.get("docProps/core.xml")
    for node in () if core is None else core.iter(f"{_DC}language"):
        yield Piece(str(node.text or ""), "properties, language")
    for style in () if styles is None else styles.iter(f"{W}style"):
        yield from _named(style, f"style {style.get(f'{W}styleId')}")
    for name, root in roots.items():
        if name.startswith(_STORIES):
            yield from _named(root, name.removeprefix("word/"))


def _named(root: etree._Element, where: str) -> Iterator[Piece]:
    """Yield the languages that letters below an element have."""
    for node in root.iter(f"{W}lang"):
        if tongue := node.get(f"{W}val"):
            yield Piece(str(tongue), where)
