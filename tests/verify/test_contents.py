"""The page numbers of a table of contents in a DOCX, which Word counts anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.verify.contents import contents_objections
from generator.verify.figures import check_figures
from generator.verify.reading.text import FileText
from tests.verify.hiding import DOCUMENT, Node, docx_with
from tests.verify.making import Tree, file_named
from tests.verify.mutating import W

ENTRIES = ("1. Một", "2. Hai", "3. Ba")


def units(letters: int) -> list[Tree]:
    """Return three headings with a text of as many letters behind each."""
    told = ({"kind": "paragraph", "text": "a" * letters} for _ in ENTRIES)
    heads = ({"kind": "heading", "text": text, "level": 2} for text in ENTRIES)
    return [one for pair in zip(heads, told, strict=True) for one in pair]


@pytest.mark.parametrize(
    ("pages", "letters", "right"),
    [
        ("2 2 2", 400, True),
        ("2 2 3", 400, True),
        ("2 2 6", 400, False),
        ("2 12 13", 400, False),
        ("2 4 6", 2500, True),
        ("2 2 2", 13_000, False),
        ("3 2 2", 400, False),
    ],
)
def test_pages_are_as_far_apart_as_their_text(pages: str, letters: int, *, right: bool) -> None:
    """A heading behind 400 letters is not four pages on, one behind 13.000 not on the same."""
    entries = [(text, page, "") for text, page in zip(ENTRIES, pages.split(), strict=True)]
    found = contents_objections(FileText("docx", "", ()), entries, units(letters))
    assert (not list(found)) is right


@pytest.mark.parametrize("page", ["30", "23", "18"])
def test_a_page_that_its_text_cannot_reach_is_found(finished: tuple[Path, ...], page: str) -> None:
    """The stored number of the last entry is no page that the text before it could fill."""

    def change(root: Node) -> None:
        lines = [one for one in root.iter(f"{W}p") if one.find(f"{W}pPr/{W}pStyle") is not None]
        named = (one for one in lines if one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "TOC2")
        *_, last = [one for one in named if next(one.iter(f"{W}t")).text.startswith("4.")]
        [*last.iter(f"{W}t")][-1].text = page

    path = file_named(finished, "so-ket.docx")
    assert check_figures(docx_with(path.read_bytes(), DOCUMENT, change), path.name)
