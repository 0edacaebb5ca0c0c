"""What is hidden, covered, altered or printed without being text is found in each format."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from generator.verify.figures import check_figures
from generator.verify.reading.css import misstyled
from tests.verify import altering, hiding
from tests.verify.making import file_named

REPORT = "bao-cao-tinh-binh-thuan"


WORD = {
    **{f"hidden: {name}": ("ban-tin", *case) for name, case in hiding.DOCX.items()},
    **{f"note: {name}": (REPORT, hiding.DOCUMENT, one) for name, one in hiding.NOTES.items()},
    **{f"number: {name}": (REPORT, hiding.DOCUMENT, one) for name, one in altering.DOCX.items()},
}
PAGES = {
    **{f"hidden: {name}": ("ban-tin", change) for name, change in hiding.HTML.items()},
    **{f"number: {name}": (REPORT, change) for name, change in altering.HTML.items()},
}


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", WORD)
def test_what_word_hides_adds_or_alters_is_found(finished: tuple[Path, ...], name: str) -> None:
    """A DOCX with something that is no plain text, or text out of sight, is not proved.

    Nor is one with a note at the mark of another or at other words, or with a number that
    reads as another one.
    """
    stem, part, change = WORD[name]
    path = file_named(finished, f"{stem}.docx")
    assert check_figures(hiding.docx_with(path.read_bytes(), part, change), path.name)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_hides_adds_or_alters_is_found(finished: tuple[Path, ...], name: str) -> None:
    """A page with other styles, scripts, elements or covered drawings is not proved.

    Nor is one with a number that reads as another one.
    """
    stem, change = PAGES[name]
    path = file_named(finished, f"{stem}.html")
    assert check_figures(change(path.read_text("utf-8")).encode(), path.name)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", hiding.PDF)
def test_what_a_page_of_paper_hides_or_adds_is_found(finished: tuple[Path, ...], name: str) -> None:
    """A PDF with something over its pages, or text out of sight, is not proved."""
    path = file_named(finished, "ban-tin.pdf")
    assert check_figures(hiding.pdf_with(path.read_bytes(), hiding.PDF[name]), path.name)


def test_a_second_revision_is_found(finished: tuple[Path, ...]) -> None:
    """A PDF is written once; what was added to it later is told, also after its end."""
    path = file_named(finished, "ban-tin.pdf")
    data = path.read_bytes()
    rules = {one.message for one in check_figures(hiding.updated(data), path.name)}
    assert "the file holds more than one revision" in rules
    assert check_figures(data + b"\n7", path.name)


def test_a_file_that_is_written_anew_is_proved(finished: tuple[Path, ...]) -> None:
    """What the tests change is what is found: the same file saved again has no objection."""
    path = file_named(finished, "ban-tin.pdf")
    assert check_figures(hiding.pdf_with(path.read_bytes(), _nothing), path.name) == ()
    docx = file_named(finished, "ban-tin.docx")
    same = hiding.docx_with(docx.read_bytes(), hiding.DOCUMENT, lambda _: None)
    assert check_figures(same, docx.name) == ()


def _nothing(file: pikepdf.Pdf) -> None:
    """Change nothing."""
    assert file.pages


@pytest.mark.parametrize(
    ("rule", "is_right"),
    [
        ("p { outline: 40px solid #fff }", False),
        ("p { box-shadow: 0 0 0 4rem #fff }", False),
        ("p { margin-top: -1em }", False),
        ("td { padding-left: -.5rem }", False),
        ("button:focus { outline: 2px solid #1f4e79 }", True),
        (".lineage { box-shadow: 0 .4rem 1.6rem rgb(0 0 0 / 30%) }", True),
        ("li.item { padding-left: 1rem; text-indent: -.6rem }", True),
        ("@page { size: A4; margin: 20mm 20mm 20mm 30mm }", True),
        ("@page { size: 10mm 10mm }", False),
        ("@page { margin: 290mm 0 }", False),
        ("@page { size: A4; content: 'thêm' }", False),
        ("@page :first { margin: 20mm }", False),
        ("@page { @top-center { content: 'thêm' } }", False),
        ("@media print { @page { size: A4 } }", False),
    ],
)
def test_what_is_drawn_around_a_box_covers_no_words(rule: str, *, is_right: bool) -> None:
    """Outlines, shadows and margins that reach over other words are told."""
    assert (not list(misstyled(rule))) is is_right


def test_an_objection_to_what_is_hidden_is_one_sentence(finished: tuple[Path, ...]) -> None:
    """What the file holds is named so that the words before and behind it fit."""
    path = file_named(finished, "ban-tin.docx")
    data = hiding.docx_with(path.read_bytes(), *hiding.DOCX["a hidden run"])
    said = {one.message for one in check_figures(data, path.name)}
    assert "the file holds w:vanish, which is no plain text" in said
