"""Figures that a chart or page holds, but that nobody can see, are missing in a report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from generator.verify.figures import check_figures
from tests.verify.hiding import DOCUMENT, docx_with
from tests.verify.making import file_named

NAME = "so-ket.docx"
FIRST, SHARES = "word/charts/chart1.xml", "word/charts/chart3.xml"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
Change = Callable[[etree._Element], None]


def without_labels(root: etree._Element) -> None:
    """Take the labels of all series out of a chart."""
    for labels in [*root.iter(f"{_C}dLbls")]:
        parent = labels.getparent()
        assert parent is not None
        parent.remove(labels)


def on_black(root: etree._Element) -> None:
    """Paint the ground of a chart black."""
    ground = root.find(f"{_C}spPr")
    assert ground is not None
    for fill in ground.findall(f"{_A}noFill"):
        ground.remove(fill)
    ground.insert(0, etree.fromstring(_BLACK))


def struck(root: etree._Element) -> None:
    """Strike the letters of a chart through."""
    for letters in (*root.iter(f"{_A}rPr"), *root.iter(f"{_A}defRPr")):
        letters.set("strike", "sngStrike")


def unshown(root: etree._Element) -> None:
    """Ask for no label."""
    for shown in root.iter(f"{_C}showVal"):
        shown.set("val", "0")


def hidden(root: etree._Element) -> None:
    """Hide the first chart of a document."""
    next(root.iter(f"{_WP}docPr")).set("hidden", "1")


_BLACK = (
    '<a:solidFill xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:srgbClr val="000000"/></a:solidFill>'
)
DRAWN: dict[str, tuple[str, Change]] = {
    "labels-of-shares": (SHARES, without_labels),
    "black-ground": (FIRST, on_black),
    "struck": (FIRST, struck),
    "not-shown": (FIRST, unshown),
    "hidden": (DOCUMENT, hidden),
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_whose_figures_are_not_seen_is_found(finished: tuple[Path, ...], name: str) -> None:
    """Whatever its data: no labels, black on black, struck through, not shown, hidden."""
    part, change = DRAWN[name]
    blob = file_named(finished, NAME).read_bytes()
    changed = docx_with(blob, part, change)
    assert changed != blob
    assert check_figures(changed, NAME)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<meta charset="utf-8">', '<meta charset="latin1">'),
        ('<meta charset="utf-8">', ""),
        ("</style>", "td { font-family: Wingdings }</style>"),
    ],
)
def test_letters_that_a_browser_reads_as_others_are_found(
    finished: tuple[Path, ...], old: str, new: str
) -> None:
    """Another encoding turns Vietnamese into signs, a font of pictures the figures."""
    page = file_named(finished, "so-ket.html").read_text(encoding="utf-8")
    assert old in page
    assert check_figures(page.replace(old, new, 1).encode(), "so-ket.html")
