"""Figures that a chart or page holds, but that nobody can see, are missing in a report."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.verify.figures import check_figures
from tests.verify.hiding import DOCUMENT, docx_with
from tests.verify.making import file_named

NAME = "so-ket.docx"
FIRST, SHARES = "word/charts/chart1.xml", "word/charts/chart3.xml"
Change = Callable[[str], str]


def without_labels(xml: str) -> str:
    """Take the labels of all series out of a chart."""
    return re.sub(r"<c:dLbls>.*?</c:dLbls>", "", xml, flags=re.DOTALL)


DRAWN: dict[str, tuple[str, Change]] = {
    "labels-of-shares": (SHARES, without_labels),
    "black-ground": (
        FIRST,
        lambda xml: xml.replace(
            "</c:chart><c:spPr><a:noFill/>",
            '</c:chart><c:spPr><a:solidFill><a:srgbClr val="000000"/></a:solidFill>',
        ),
    ),
    "struck": (FIRST, lambda xml: xml.replace("<a:rPr ", '<a:rPr strike="sngStrike" ')),
    "not-shown": (FIRST, lambda xml: xml.replace('<c:showVal val="1"/>', '<c:showVal val="0"/>')),
    "hidden": (DOCUMENT, lambda xml: xml.replace("<wp:docPr ", '<wp:docPr hidden="1" ', 1)),
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
