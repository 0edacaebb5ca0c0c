"""The page numbers of a table of contents in a DOCX, which Word counts anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

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


@pytest.mark.parametrize(
    ("reckoned", "right"), [("2 2 3", True), ("2 2 2", False), ("2 2", False), ("", False)]
)
def test_pages_are_those_that_the_file_was_built_with(reckoned: str, *, right: bool) -> None:
    """A page number that a DOCX was not built with is told, however near it is."""
    entries = [(text, page, "") for text, page in zip(ENTRIES, "223", strict=True)]
    text = FileText("docx", "", (), reckoned=tuple(reckoned.split()))
    assert (not list(contents_objections(text, entries, units(400)))) is right


def entry(root: Node, number: int) -> Node:
    """Return the text of the page number of an entry."""
    lines = (one for one in root.iter(f"{W}p") if one.find(f"{W}pPr/{W}pStyle") is not None)
    named = [one for one in lines if one.find(f"{W}pPr/{W}pStyle").get(f"{W}val")[:3] == "TOC"]
    pages = (list(one.iter(f"{W}t"))[-1] for one in named)
    return [one for one in pages if one.text.isdigit()][number]


@pytest.mark.sampled(4)
@pytest.mark.parametrize("shift", [-1, 1, 2])
@pytest.mark.parametrize("number", [0, 1, 11, 16, 24])
def test_each_page_of_the_contents_is_proved(
    finished: tuple[Path, ...], number: int, shift: int
) -> None:
    """One page more or less is found in any line of the national report."""

    def change(root: Node) -> None:
        node = entry(root, number)
        node.text = str(int(node.text) + shift)

    path = file_named(finished, "so-ket.docx")
    data = docx_with(path.read_bytes(), DOCUMENT, change)
    assert [one for one in check_figures(data, "a.docx") if "is on page" in one.message]


def test_what_another_program_counted_anew_is_let_pass(finished: tuple[Path, ...]) -> None:
    """A program that saves the file gives its name and counts pages in its own way."""
    data = file_named(finished, "so-ket.docx").read_bytes()

    def saved(root: Node) -> None:
        tag = etree.QName(root).namespace
        etree.SubElement(root, f"{{{tag}}}Application").text = "Chương trình khác"

    def later(root: Node) -> None:
        node = entry(root, 24)
        node.text = str(int(node.text) + 1)

    again = docx_with(docx_with(data, "docProps/app.xml", saved), DOCUMENT, later)
    assert not [one for one in check_figures(again, "a.docx") if "is on page" in one.message]


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
