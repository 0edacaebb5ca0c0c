"""The main job on real input: the shipped configs, through the command, read back."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from docx import Document as WordDocument

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ("so-ket", "bao-cao-tinh-binh-thuan", "ban-tin")
FORMATS = ("docx", "pdf")
_XML_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|</w:p>")


def build(output: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the shipped reports in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator", "build", "--output", str(output), "--json"],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def made(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """The folder with the shipped reports, built once, and what the command said."""
    folder = tmp_path_factory.mktemp("reports")
    result = build(folder, PYTHONHASHSEED="1", TZ="Asia/Ho_Chi_Minh", LC_ALL="C.UTF-8")
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr
    return folder, result


@pytest.fixture(scope="session")
def built(made: tuple[Path, subprocess.CompletedProcess[str]]) -> Path:
    """The folder with the shipped reports."""
    return made[0]


def pdf_text(path: Path) -> str:
    """Return the text of a PDF as a reader sees it, in NFC, spaces folded."""
    document = pdfium.PdfDocument(str(path))
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return unicodedata.normalize("NFC", " ".join(" ".join(pages).split()))


def docx_text(path: Path) -> str:
    """Return body, footnotes and headers of a DOCX, read from its XML, spaces folded."""
    with zipfile.ZipFile(path) as archive:
        parts = [
            name
            for name in archive.namelist()
            if re.fullmatch(r"word/(document|footnotes|header\d*)\.xml", name)
        ]
        xml = "\n".join(archive.read(name).decode("utf-8") for name in parts)
    pieces = [match[1] if match[1] is not None else "\n" for match in _XML_TEXT.finditer(xml)]
    return " ".join("".join(pieces).split())


def text_of(path: Path) -> str:
    """Return the text of a finished report."""
    return pdf_text(path) if path.suffix == ".pdf" else docx_text(path)


def test_the_shipped_configs_give_three_reports_in_two_formats(built: Path) -> None:
    """A bare build gives all: six files and the manifest."""
    expected = {f"{name}.{suffix}" for name in REPORTS for suffix in FORMATS}
    assert {path.name for path in built.iterdir()} == expected | {"manifest.json"}


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", REPORTS)
def test_nothing_foreign_is_printed(built: Path, name: str, suffix: str) -> None:
    """Never "None", "nan", a template's braces, an empty bracket."""
    text = text_of(built / f"{name}.{suffix}")
    assert len(text) > 2000
    assert not re.search(r"\bNone\b|\bnan\b|\{\{|\}\}|\(\s*\)|�|\bUndefined\b", text)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    ("name", "printed"),
    [
        (
            "so-ket",
            [
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "ngày 31 tháng 7 năm 2024",
                "hơn 13,9 triệu hồ sơ",
                "2.943 quy định",
                "khoảng 18,6%",
                "1.836/1.836 TTHC",
                "1.464 + 314 + 167 = 1.945",
                "541.559 hồ sơ",
                "95,89%",
                "1,78%",
                "59,9/100 điểm",
                "tuy nhiên xếp thứ 55/63",
                "hơn 2,78 nghìn tỷ đồng",
                "tăng 16 lần so với",
                "trước ngày 15/8",
                "Phụ lục III",
                "Nơi nhận:",
                "CỤC TRƯỞNG",
            ],
        ),
        (
            "bao-cao-tinh-binh-thuan",
            ["TỈNH BÌNH THUẬN", "522 dịch vụ công trực tuyến", "230 phản ánh", "67.995", "99,75%"],
        ),
        ("ban-tin", ["hơn 7,4 triệu", "13/17", "261", "2.943", "6 tháng đầu năm 2024"]),
    ],
)
def test_the_figures_of_the_sources_are_read_back(
    built: Path, name: str, suffix: str, printed: list[str]
) -> None:
    """What the articles say stands in both files, reservations and denominators kept."""
    text = text_of(built / f"{name}.{suffix}")
    assert [one for one in printed if one not in text] == []


@pytest.mark.parametrize("name", REPORTS)
def test_both_files_say_the_same(built: Path, name: str) -> None:
    """Every number of the DOCX body stands in the PDF too."""
    number = re.compile(r"\d[\d.,/]*\d%?|\d%?")
    in_docx = set(number.findall(docx_text(built / f"{name}.docx")))
    pdf = pdf_text(built / f"{name}.pdf")
    lost = {one for one in in_docx - set(number.findall(pdf)) if len(one) > 2}
    # a line that ends inside "2025-2030" joins the two years in the text of the PDF
    unbroken = re.sub(r"[^\d]", "", pdf)
    assert {one for one in lost if re.sub(r"[^\d]", "", one) not in unbroken} == set()


def test_word_structure_is_read_back(built: Path) -> None:
    """Headings have levels, tables repeat their head, the document knows its title."""
    document = WordDocument(str(built / "so-ket.docx"))
    levels = [p.style.name for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert {"Heading 1", "Heading 2", "Heading 3"} <= set(levels)
    assert document.core_properties.title
    assert document.core_properties.language == "vi-VN"
    assert len(document.tables) >= 6


def test_the_contents_share_the_first_page_with_the_head(built: Path) -> None:
    """The text begins on a page of its own behind them."""
    document = WordDocument(str(built / "so-ket.docx"))
    texts = [one.text for one in document.paragraphs]
    title = texts.index("MỤC LỤC")
    assert any(one.startswith("Kính gửi") for one in texts[:title])
    first = next(one for one in document.paragraphs if "báo cáo sơ kết công tác" in one.text)
    assert first.paragraph_format.page_break_before


def test_the_briefing_has_two_pages(built: Path) -> None:
    """A leader reads it at a glance."""
    assert len(pdfium.PdfDocument(str(built / "ban-tin.pdf"))) == 2


def test_at_least_four_charts_are_drawn(built: Path) -> None:
    """Native charts in the DOCX, each with its workbook."""
    with zipfile.ZipFile(built / "so-ket.docx") as archive:
        names = archive.namelist()
    charts = [one for one in names if re.fullmatch(r"word/charts/chart\d+\.xml", one)]
    books = [one for one in names if one.endswith(".xlsx")]
    assert len(charts) == len(books) >= 4


@pytest.mark.full
def test_same_inputs_give_the_same_bytes(
    built: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Another process, hash seed, time zone, locale and job count: equal bytes."""
    folder = tmp_path_factory.mktemp("again")
    result = build(
        folder, PYTHONHASHSEED="77", TZ="America/New_York", LC_ALL="C", SOURCE_DATE_EPOCH=""
    )
    assert result.returncode == 0, result.stderr
    for path in sorted(built.iterdir()):
        assert (folder / path.name).read_bytes() == path.read_bytes(), path.name


def test_the_outputs_hold_no_path_of_the_machine(built: Path) -> None:
    """Neither the project's folder nor the home of the user is in any part of a file."""
    private = [str(ROOT).encode(), str(Path.home()).encode() + b"/"]
    for path in built.iterdir():
        data = path.read_bytes()
        blobs = [data]
        if path.suffix == ".docx":
            with zipfile.ZipFile(BytesIO(data)) as archive:
                blobs = [archive.read(name) for name in archive.namelist()]
        assert not [word for word in private for blob in blobs if word in blob], path.name


def test_the_summary_names_what_was_not_found(
    made: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    """--json tells reports, hashes, findings and missing figures."""
    summary = json.loads(made[1].stdout)
    reports = {report["name"]: report for report in summary["reports"]}
    assert set(reports) == set(REPORTS)
    assert reports["so-ket"]["missing"]
    assert len(reports["so-ket"]["findings"]) == 4
