"""What is hidden, covered, or printed without being text is found in each format."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from generator.verify.figures import check_figures
from tests.verify import hiding


def of_kind(finished: tuple[Path, ...], name: str) -> Path:
    """Return one finished file."""
    return next(path for path in finished if path.name == name)


@pytest.mark.parametrize("name", hiding.DOCX)
def test_what_word_hides_or_adds_is_found(finished: tuple[Path, ...], name: str) -> None:
    """A DOCX with something that is no plain text, or text out of sight, is not proved."""
    path = of_kind(finished, "ban-tin.docx")
    part, change = hiding.DOCX[name]
    assert check_figures(hiding.docx_with(path.read_bytes(), part, change), path.name)


@pytest.mark.parametrize("name", hiding.NOTES)
def test_notes_stay_at_their_words(finished: tuple[Path, ...], name: str) -> None:
    """A note at the mark of another, or at other words, is found."""
    path = of_kind(finished, "bao-cao-tinh-binh-thuan.docx")
    data = hiding.docx_with(path.read_bytes(), hiding.DOCUMENT, hiding.NOTES[name])
    assert check_figures(data, path.name)


@pytest.mark.parametrize("name", hiding.HTML)
def test_what_a_page_hides_or_adds_is_found(finished: tuple[Path, ...], name: str) -> None:
    """A page with other styles, scripts, elements or covered drawings is not proved."""
    path = of_kind(finished, "ban-tin.html")
    page = hiding.HTML[name](path.read_text("utf-8"))
    assert check_figures(page.encode(), path.name)


@pytest.mark.parametrize("name", hiding.PDF)
def test_what_a_page_of_paper_hides_or_adds_is_found(finished: tuple[Path, ...], name: str) -> None:
    """A PDF with something over its pages, or text out of sight, is not proved."""
    path = of_kind(finished, "ban-tin.pdf")
    assert check_figures(hiding.pdf_with(path.read_bytes(), hiding.PDF[name]), path.name)


def test_a_second_revision_is_found(finished: tuple[Path, ...]) -> None:
    """A PDF is written once; what was added to it later is told, also after its end."""
    path = of_kind(finished, "ban-tin.pdf")
    data = path.read_bytes()
    rules = {one.message for one in check_figures(hiding.updated(data), path.name)}
    assert "the file holds more than one revision" in rules
    assert check_figures(data + b"\n7", path.name)


def test_a_file_that_is_written_anew_is_proved(finished: tuple[Path, ...]) -> None:
    """What the tests change is what is found: the same file saved again has no objection."""
    path = of_kind(finished, "ban-tin.pdf")
    assert check_figures(hiding.pdf_with(path.read_bytes(), _nothing), path.name) == ()
    docx = of_kind(finished, "ban-tin.docx")
    same = hiding.docx_with(docx.read_bytes(), hiding.DOCUMENT, lambda _: None)
    assert check_figures(same, docx.name) == ()


def _nothing(file: pikepdf.Pdf) -> None:
    """Change nothing."""
    assert file.pages
