"""Texts out of their lines, over each other, or with signs without width in their numbers."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from generator.verify.figures import check_figures
from generator.verify.reading.pdf_course import Course
from generator.verify.reading.pdf_overlaid import overlaid
from tests.verify.making import file_named
from tests.verify.mutating import replaced

DOCUMENT = "word/document.xml"


@pytest.mark.parametrize(
    ("box", "is_over"),
    [
        ((60.0, 100.0, 90.0, 112.0), True),
        ((60.0, 107.0, 90.0, 119.0), True),
        ((60.0, 110.0, 90.0, 122.0), False),  # the next line may reach into this one
        ((98.5, 100.0, 120.0, 112.0), False),  # the next text of the line touches this one
    ],
)
def test_texts_over_each_other_are_found(
    box: tuple[float, float, float, float], *, is_over: bool
) -> None:
    """A text whose room is that of another cannot be read."""
    texts = [("Tỉnh Bắc Giang", (0.0, 100.0, 100.0, 112.0)), ("95,89%", box)]
    assert bool(list(overlaid(texts))) is is_over


@pytest.mark.parametrize(
    ("low", "high", "is_right"),
    [(447.6, 460.2, True), (454.0, 458.8, True), (437.1, 450.4, False), (458.0, 471.0, False)],
)
def test_a_text_stands_in_its_line(low: float, high: float, *, is_right: bool) -> None:
    """What goes on right behind a text shares its line; the mark of a note may stand higher."""
    course = Course()
    course.follow(1, -1, [("đạt 95,89% (tại", (85.5, 447.1, 263.1, 460.4))])
    course.follow(1, -1, [("Bảng 2", (267.2, low, 306.1, high))])
    assert (not list(course.objections())) is is_right


def test_a_part_of_a_line_moved_down_is_found(finished: tuple[Path, ...]) -> None:
    """A text of a page that is moved down from what follows it on its line is not proved."""
    path = file_named(finished, "so-ket.pdf")
    with pikepdf.open(path) as file:
        page = file.pages[3]
        whole = [list(one) for one in pikepdf.parse_content_stream(page)]
        places = [one for one in whole if str(one[1]) == "Tm"]
        followed = [one for one, after in pairwise(places) if goes_on(one[0], after[0])]
        assert len(followed) >= 3
        for one in followed[:3]:
            kept = one[0]
            one[0] = [*kept[:5], float(kept[5]) + 14]
            page.Contents = file.make_stream(pikepdf.unparse_content_stream(whole))
            one[0] = kept
            out = io.BytesIO()
            file.save(out)
            assert check_figures(out.getvalue(), path.name)


def goes_on(place: list[pikepdf.Object], after: list[pikepdf.Object]) -> bool:
    """Tell whether a text stands on the line of another, right of it."""
    left, right = [float(one) for one in place], [float(one) for one in after]
    return left[0] == right[0] and left[5] == right[5] and left[4] < right[4]


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\u00ad"])
def test_a_sign_without_width_in_a_number_is_found(finished: tuple[Path, ...], sign: str) -> None:
    """A number with a sign that nobody sees may break across lines, and is found by no search."""
    page = file_named(finished, "ban-tin.html")
    text = page.read_text("utf-8")
    changed = re.sub(
        r"(<main>.*?>[^<]*?\d\.)(\d{3})", rf"\1{sign}\2", text, count=1, flags=re.DOTALL
    )
    assert changed != text
    assert any("without width" in one.message for one in check_figures(changed.encode(), page.name))
    paper = file_named(finished, "so-ket.docx")
    parts = paper.read_bytes()
    changed = docx_text(parts).replace("541.559", f"541{sign}.559", 1)
    found = check_figures(replaced(parts, {DOCUMENT: changed.encode()}), paper.name)
    assert any("without width" in one.message for one in found)


def docx_text(data: bytes) -> str:
    """Return the XML of the text of a DOCX."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(DOCUMENT).decode()
