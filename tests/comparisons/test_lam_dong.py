"""The example over the merger: built by the command, read again from DOCX and PDF."""

from __future__ import annotations

import re
import shutil
import unicodedata
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from docx import Document as WordDocument

from generator.cli.app import run

EXAMPLE = Path(__file__).resolve().parents[2] / "config" / "examples" / "lam-dong"
WHOLE, LACKING = "sau-sap-xep", "thieu-dak-nong"
NOTE = (
    "Số liệu 6 tháng cuối năm 2024 để so sánh là số liệu gộp của các tỉnh Bình Thuận, Đắk Nông"
    " và Lâm Đồng trước khi sắp xếp đơn vị hành chính; tỷ lệ được tính lại từ số lượng;"
    " điểm số và thứ hạng không so sánh."
)
LACK = (
    "Tỉnh Lâm Đồng hiện nay gồm địa bàn các tỉnh Bình Thuận, Đắk Nông và Lâm Đồng trước khi sắp"
    " xếp đơn vị hành chính. Không so sánh các chỉ tiêu về số lượng với 6 tháng cuối năm 2024 do"
    " chưa có số liệu của tỉnh Đắk Nông; tỷ lệ hồ sơ tiếp nhận trực tuyến, tỷ lệ hồ sơ giải quyết"
    " đúng hạn, điểm số và thứ hạng không so sánh do địa bàn đã thay đổi."
)
# indicator, old provinces together, new province, change, growth
ROWS = [
    ("Số hồ sơ TTHC trực tuyến", "240.000", "345.600", "Tăng 105.600 hồ sơ", "44%"),
    ("Tỷ lệ hồ sơ tiếp nhận trực tuyến", "60%", "80%", "Tăng 20 điểm phần trăm", "-"),
    ("Số hồ sơ TTHC tiếp nhận", "400.000", "432.000", "Tăng 32.000 hồ sơ", "8%"),
    ("Số hồ sơ TTHC đã giải quyết", "385.000", "410.000", "Tăng 25.000 hồ sơ", "6,49%"),
    ("Số hồ sơ giải quyết đúng hạn", "370.300", "401.800", "Tăng 31.500 hồ sơ", "8,51%"),
    ("Tỷ lệ hồ sơ giải quyết đúng hạn", "96,18%", "98%", "Tăng 1,82 điểm phần trăm", "-"),
    ("Số hồ sơ trễ hạn", "14.700", "8.200", "Giảm 6.500 hồ sơ", "44,22%"),
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example built in a copy of its folder; the folder of its reports."""
    folder = tmp_path_factory.mktemp("example") / "lam-dong"
    shutil.copytree(EXAMPLE, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run(["build", "--jobs", "1", "--quiet"]) == 0
    return folder / "output"


def folded(text: str) -> str:
    """Return a text in NFC, each run of spaces as one."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def pdf_text(path: Path) -> str:
    """Return the text of a PDF as a reader sees it."""
    document = pdfium.PdfDocument(str(path))
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return folded(" ".join(pages))


def word_tables(path: Path) -> list[list[tuple[str, ...]]]:
    """Return the rows of all tables of a DOCX."""
    return [
        [tuple(folded(cell.text) for cell in row.cells) for row in table.rows]
        for table in WordDocument(str(path)).tables
    ]


def word_text(path: Path) -> str:
    """Return the paragraphs of a DOCX."""
    return folded(" ".join(one.text for one in WordDocument(str(path)).paragraphs))


def test_both_reports_are_there(built: Path) -> None:
    """Two configs, two formats, the manifest."""
    names = {f"{name}.{kind}" for name in (WHOLE, LACKING) for kind in ("docx", "pdf")}
    assert {path.name for path in built.iterdir()} == names | {"manifest.json"}


def test_the_new_province_is_set_against_the_old_ones_together(built: Path) -> None:
    """Counts are added, rates made anew from the sums; the table is read from the DOCX."""
    (table,) = (one for one in word_tables(built / f"{WHOLE}.docx") if one[0][0] == "Chỉ tiêu")
    assert table[1:] == ROWS


def test_the_pdf_says_the_same(built: Path) -> None:
    """Each number of the table; the order of words in wrapped cells is the reader's."""
    text = pdf_text(built / f"{WHOLE}.pdf")
    numbers = {number for _, *told in ROWS for number in re.findall(r"\d[\d.,]*%?", " ".join(told))}
    assert {number for number in numbers if number not in text} == set()
    assert len(numbers) > len(ROWS)


@pytest.mark.parametrize(("name", "note"), [(WHOLE, NOTE), (LACKING, LACK)])
def test_one_short_note_says_how(built: Path, name: str, note: str) -> None:
    """What was added, what was made anew, what is never compared, or what is lacking."""
    assert note in word_text(built / f"{name}.docx")
    assert note in pdf_text(built / f"{name}.pdf")


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_with_one_province_missing_nothing_is_compared(built: Path, kind: str) -> None:
    """No sum of two provinces out of three, no growth, no table."""
    path = built / f"{LACKING}.{kind}"
    text = word_text(path) if kind == "docx" else pdf_text(path)
    assert "cùng kỳ" not in text
    assert "310.000" not in text  # the sum of the two that are there
    assert not re.search(r"tăng \d|giảm \d", text)


def test_the_index_is_never_added_up(built: Path) -> None:
    """81,2 points and rank 20/63 of the old Lâm Đồng are no base for 88,5 and 12/34."""
    text = word_text(built / f"{WHOLE}.docx")
    assert "88,5/100" in text
    assert "81,2" not in text
    assert "20/63" not in text


def test_the_sums_are_shown_with_their_parts(built: Path) -> None:
    """The appendix marks what is computed and how."""
    rows = [row for table in word_tables(built / f"{WHOLE}.docx") for row in table]
    formulas = {row[-1] for row in rows}
    assert "160.000 + 90.000 + 150.000 = 400.000" in formulas
    on_time, resolved = "150.350 + 80.750 + 139.200", "155.000 + 85.000 + 145.000"
    assert f"({on_time}) / ({resolved}) × 100 ≈ 96,18%" in formulas
    assert f"98 − ({on_time}) / ({resolved}) × 100 ≈ 1,82" in formulas


@pytest.mark.parametrize("name", [WHOLE, LACKING])
def test_each_page_says_that_the_figures_are_made_up(built: Path, name: str) -> None:
    """Sample data are marked where a reader begins."""
    assert "Toàn bộ số liệu trong tài liệu này là số liệu minh họa." in pdf_text(
        built / f"{name}.pdf"
    )


def test_the_sources_are_marked_as_samples() -> None:
    """Every text of the example opens with the words that it is made up."""
    for path in sorted((EXAMPLE / "sources").glob("*.txt")):
        assert path.read_text("utf-8").startswith("SỐ LIỆU MINH HỌA")


def test_sections_right_below_a_chapter_have_numbers(built: Path) -> None:
    """They are numbered in figures, not letters: no level of headings is passed over."""
    text = folded(pdf_text(built / "sau-sap-xep.pdf"))
    assert folded("1. Dịch vụ công trực tuyến") in text
    assert folded("a) Dịch vụ công trực tuyến") not in text
