"""What Word draws, counts and tells about a report is what the report says."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.verify.figures import check_figures
from tests.verify import redrawing
from tests.verify.hiding import DOCUMENT, docx_with, formatted
from tests.verify.making import file_named

NAME = "bao-cao-tinh-binh-thuan.docx"
FIELDED = "so-ket.docx"


def report(finished: tuple[Path, ...], name: str = NAME) -> bytes:
    """Return a report for Word."""
    return file_named(finished, name).read_bytes()


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", redrawing.CHARTS)
def test_a_chart_that_lies_is_found(finished: tuple[Path, ...], name: str) -> None:
    """A chart of other cells, with other settings or colours is not proved."""
    data = docx_with(report(finished), redrawing.CHART, redrawing.CHARTS[name])
    assert check_figures(data, NAME)


@pytest.mark.sampled(5)
@pytest.mark.parametrize("end", ["0.3", "20", "30", "50", "100"])
def test_bars_of_shares_that_are_cut_off_are_found(finished: tuple[Path, ...], end: str) -> None:
    """The axis of a chart of shares ends with the whole, which is 1, or tells no end."""
    part = "word/charts/chart3.xml"
    data = report(finished, FIELDED)
    assert check_figures(docx_with(data, part, redrawing.ending_at(end)), FIELDED)
    assert check_figures(docx_with(data, part, redrawing.ending_at("1")), FIELDED) == ()


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", redrawing.BOOKS)
def test_a_workbook_that_lies_is_found(finished: tuple[Path, ...], name: str) -> None:
    """A workbook that computes, hides or prints something else is not proved."""
    assert check_figures(redrawing.book_with(report(finished), *redrawing.BOOKS[name]), NAME)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", redrawing.FIELDS)
def test_a_field_that_lies_is_found(finished: tuple[Path, ...], name: str) -> None:
    """A field that will print something else when Word counts anew is not proved."""
    data = docx_with(report(finished, FIELDED), DOCUMENT, redrawing.FIELDS[name])
    assert check_figures(data, FIELDED)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", redrawing.PROPERTIES)
def test_other_properties_are_found(finished: tuple[Path, ...], name: str) -> None:
    """A title, subject, keyword or author of another report is found."""
    data = docx_with(report(finished), *redrawing.PROPERTIES[name])
    assert check_figures(data, NAME)


def test_properties_of_ones_own_are_found(finished: tuple[Path, ...]) -> None:
    """What the report does not say stands in no property; the labels of an office may."""
    data = redrawing.with_custom(report(finished), "Số hồ sơ", "77.777")
    assert check_figures(data, NAME)
    data = redrawing.with_custom(report(finished), "MSIP_Label_1_Enabled", "true")
    assert check_figures(data, NAME) == ()


def test_what_word_saves_is_proved(finished: tuple[Path, ...]) -> None:
    """A report that Word saved again has colours of the theme and parted fields, no other text."""
    for name in (NAME, FIELDED):
        assert check_figures(redrawing.resaved(report(finished, name)), name) == ()
    for look in redrawing.THEMED:
        data = docx_with(report(finished), DOCUMENT, formatted(look))
        assert check_figures(data, NAME) == (), look


def test_what_another_office_saves_is_proved(finished: tuple[Path, ...]) -> None:
    """LibreOffice says what holds anyway and counts pages itself; nothing else goes with that."""
    data = report(finished)
    assert check_figures(redrawing.saved_by_office(data), NAME) == ()
    spoiled = redrawing.saved_by_office(data, setting="tbRl", more="datalabelsRange")
    said = " ".join(one.message for one in check_figures(spoiled, NAME))
    assert "w:textDirection" in said
    assert "datalabelsRange is no part of a chart" in said


def test_pale_colours_of_the_theme_are_found(finished: tuple[Path, ...]) -> None:
    """A colour of the theme that cannot be read on paper is found, however it is named."""
    for look in (
        '<w:color w:val="000000" w:themeColor="background1"/>',
        '<w:color w:val="000000" w:themeColor="text1" w:themeTint="20"/>',
        '<w:shd w:val="clear" w:fill="FFFFFF" w:themeFill="text1"/>',
    ):
        data = docx_with(report(finished), DOCUMENT, formatted(look))
        assert check_figures(data, NAME), look
