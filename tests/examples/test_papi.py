"""The shipped example over the whole country: PAPI of 63 provinces over six years."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from generator.cli.app import run
from generator.paths import shipped_root
from generator.vi.text import alphabet_key
from tests.hard_cases.making import built, outside, pdf_text, texts

REPORTS = shipped_root() / "config/examples/papi/config/reports"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The three formats of the main report of the example."""
    return built(REPORTS / "papi.yaml", tmp_path_factory.mktemp("papi"))


def test_all_formats_tell_leaders_movers_and_gaps(files: dict[str, Path]) -> None:
    """The same sentences stand in DOCX, PDF and HTML."""
    for name, text in texts(files).items():
        assert "Đứng đầu là Cần Thơ (39,5721" in text.replace("\N{NO-BREAK SPACE}", " "), name
        assert "Nguồn không có số liệu" in text, name
        assert "Bắc Giang và Đồng Tháp" in text.replace("\N{NO-BREAK SPACE}", " "), name
        assert "-5,0294" not in text, name


def test_a_link_broken_over_a_line_leads_where_it_says(tmp_path: Path) -> None:
    """The words of a reference at the end of a line and in the next one are one link."""
    report = str(REPORTS / "papi-thu-tuc.yaml")
    arguments = ["--format", "pdf", "--output", str(tmp_path), "--jobs", "1", "--quiet"]
    assert run(["build", report, *arguments]) == 0


def test_no_word_leaves_its_page(files: dict[str, Path]) -> None:
    """The chart of 63 places and the table of all stay within the margins."""
    assert list(outside(files["pdf"])) == []


def test_the_ranking_of_all_stands_on_one_page(files: dict[str, Path]) -> None:
    """First and last place are on the page of the caption."""
    with pdfium.PdfDocument(files["pdf"]) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    (page,) = [page for page in pages if "63. Bình Dương" in page]
    assert "1. Cần Thơ" in page
    assert "THỨ TỰ CÁC ĐỊA PHƯƠNG" in page


def test_a_screen_has_room_for_each_row_of_the_ranking(files: dict[str, Path]) -> None:
    """The chart of 63 places is as tall as its letters want, not pressed into a page."""
    page = files["html"].read_text(encoding="utf-8")
    drawings = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    sizes = [float(one) for svg in drawings for one in re.findall(r'font-size="([\d.]+)px"', svg)]
    assert len(drawings) == 2
    assert min(sizes) >= 7.5


def test_the_table_of_all_is_landscape_with_its_head_on_each_page(files: dict[str, Path]) -> None:
    """Wide pages, the head repeated, the missing year as a dash, provinces by the alphabet."""
    with pdfium.PdfDocument(files["pdf"]) as pdf:
        wide = [
            page.get_textpage().get_text_bounded()
            for page in pdf
            if page.get_width() > page.get_height()
        ]
    assert len(wide) >= 2
    assert all("Địa phương" in page and "Năm 2014" in page.replace("\xa0", " ") for page in wide)
    (row,) = [line for page in wide for line in page.splitlines() if "Đồng Tháp" in line]
    assert " - " in row
    names = [name for page in wide for name in _names(page)]
    assert "TP. Hồ Chí M" in names  # told with its type wherever it stands alone, sorted by name
    assert names == sorted(names, key=lambda name: alphabet_key(name.removeprefix("TP. ")))


def _names(page: str) -> list[str]:
    """Return the names of the rows of a page of the table."""
    rows = [line.split() for line in page.splitlines()]
    numbered = [row for row in rows if row and row[0].isdigit() and len(row) > 6]
    return [" ".join(w for w in row[1:] if w[0].isalpha() or w == "-")[:12] for row in numbered]


@pytest.mark.full
def test_the_report_on_procedures_builds(tmp_path: Path) -> None:
    """The indicator of the project's own goes the same way; eight places are bars."""
    made = built(REPORTS / "papi-thu-tuc.yaml", tmp_path)
    assert "Thủ tục hành chính công" in pdf_text(made["pdf"])
    assert list(outside(made["pdf"])) == []
