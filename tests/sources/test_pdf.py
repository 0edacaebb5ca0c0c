"""PDF: paragraphs from the text layer, and what cannot be read said clearly."""

import io
import unicodedata
from pathlib import Path

import pikepdf
import pytest

from generator.errors import InputError
from generator.model.source_text import SourceInfo, SourceText
from generator.sources import bounded, pdf, pdf_child
from generator.sources.pdf import read_pdf

INFO = SourceInfo("a")
STYLE = """
@page { size: A4; margin: 2cm 2cm 2cm 3cm; @top-center { content: counter(page) }
        @bottom-left { content: "Cổng thông tin, trang " counter(page) } }
body { font: 13pt/1.3 "Liberation Serif"; text-align: justify }
p { text-indent: 1cm; margin: 0 0 6pt } h1 { font-size: 14pt; text-align: center }
"""


def read(data: bytes) -> SourceText:
    """Read a PDF."""
    return read_pdf(data, INFO, "a.pdf")


def rendered(body: str) -> bytes:
    """Return a PDF of this body."""
    import weasyprint

    data: bytes = weasyprint.HTML(string=f"<style>{STYLE}</style>{body}").write_pdf()
    return data


def drawn(content: bytes, *, picture: bool = False, pages: int = 1) -> bytes:
    """Return a PDF of hand-written pages, a picture on the last one if wanted."""
    document = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    for number in range(pages):
        page = document.add_blank_page(page_size=(595, 842))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.Contents = document.make_stream(content)
        if picture and number == pages - 1:
            image = document.make_stream(b"\x00" * 4)
            image.update(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.XObject,
                    Subtype=pikepdf.Name.Image,
                    Width=2,
                    Height=2,
                    ColorSpace=pikepdf.Name.DeviceGray,
                    BitsPerComponent=8,
                )
            )
            page.Resources.XObject = pikepdf.Dictionary(I=image)
            page.Contents = document.make_stream(b"q 500 0 0 700 40 40 cm /I Do Q")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


LINE = b"BT /F 12 Tf 72 700 Td (The province took 1234 files in this quarter.) Tj ET"


@pytest.fixture(scope="module")
def articles(seeds: Path) -> dict[str, list[str]]:
    """The paragraphs of the five articles."""
    return {
        path.stem: [
            unicodedata.normalize("NFC", " ".join(line.split()))
            for line in path.read_text("utf-8").split("\n")
            if line.strip()
        ]
        for path in sorted(seeds.glob("*.txt"))
    }


def test_seeds_come_back_in_paragraphs(articles: dict[str, list[str]]) -> None:
    """Broken lines are joined, also across pages; heads, feet and page numbers are gone."""
    for lines in articles.values():
        got = read(rendered("".join(f"<p>{line}</p>" for line in lines)))
        assert got.text.split("\n\n") == lines
        assert got.segments[0].label == "trang 1"


def test_columns_are_read_one_after_the_other() -> None:
    """Two columns below a title: the lines of each are joined, also from one to the next."""
    sentence = (
        "Trung tâm Phục vụ hành chính công tỉnh và Bộ phận Một cửa các xã đã giải quyết xong "
        "110.002 hồ sơ; Sở Nội vụ cho biết mức độ hài lòng của người dân đạt 94,2%."
    )
    columns = "<div style='columns: 2; column-gap: 1cm'>" + f"<p>{sentence}</p>" * 17 + "</div>"
    lines = read(rendered(f"<h1>Kết quả cải cách hành chính</h1>{columns}")).text.split("\n")
    assert [line for line in lines if line] == ["Kết quả cải cách hành chính", *[sentence] * 17]


def test_pages_are_labelled(articles: dict[str, list[str]]) -> None:
    """A paragraph is found by its page, one that runs over two pages by both."""
    lines = articles["003_93ee7d9315423c01"]
    got = read(rendered("".join(f"<p>{line}</p>" for line in lines)))
    labels = [segment.label for segment in got.segments]
    assert labels[0] == "trang 1"
    assert any("–" in label for label in labels)
    assert labels == sorted(labels, key=lambda label: int(label.split()[1].split("–")[0]))


def test_raised_digits_are_marks() -> None:
    """A footnote mark behind a number does not become a digit of it."""
    body = (
        "<p>Trong năm, số dịch vụ công là 522<sup style='font-size: 8pt'>1</sup>, diện tích "
        "10 m<sup style='font-size: 8pt'>2</sup>.</p>"
    )
    text = "Trong năm, số dịch vụ công là 522[1], diện tích 10 m²."
    assert read(rendered(body)).text.split("\n\n")[0] == text


def test_table_rows() -> None:
    """The cells of a row stay apart."""
    row = "<tr><td style='width: 6cm'>{}</td><td style='width: 4cm'>{}</td><td>{}</td></tr>"
    rows = row.format("Cấp tỉnh", "1.464", "33") + row.format("Cấp huyện", "314", "3")
    got = read(rendered(f"<table>{rows}</table>"))
    assert got.text.split("\n\n")[:2] == ["Cấp tỉnh | 1.464 | 33", "Cấp huyện | 314 | 3"]


def test_locked() -> None:
    """A PDF with a password says so."""
    with pikepdf.open(io.BytesIO(drawn(LINE))) as document:
        buffer = io.BytesIO()
        document.save(buffer, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(InputError, match="locked with a password"):
        read(buffer.getvalue())


def test_scan() -> None:
    """A scan names OCR as the mend."""
    with pytest.raises(InputError, match=r"is a scan.*OCR"):
        read(drawn(b"", picture=True))


def test_scanned_page_between_others() -> None:
    """One scanned page among others is named: its figures would be lost unseen."""
    with pytest.raises(InputError, match=r"scans\): 3; run OCR"):
        read(drawn(LINE, picture=True, pages=3))


def test_blank_page_is_no_scan() -> None:
    """A page without anything on it is left out."""
    with pikepdf.open(io.BytesIO(drawn(LINE))) as document:
        document.add_blank_page()
        buffer = io.BytesIO()
        document.save(buffer)
    assert read(buffer.getvalue()).text == "The province took 1234 files in this quarter."


def test_fonts_without_letters() -> None:
    """Fonts that do not tell their letters are refused, not read as debris."""
    with pikepdf.open(io.BytesIO(rendered("<p>Một hai ba bốn năm.</p>"))) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
                del item["/ToUnicode"]
        buffer = io.BytesIO()
        document.save(buffer)
    with pytest.raises(InputError, match="do not tell which letters"):
        read(buffer.getvalue())


def test_cut_off_at_fifty_places() -> None:
    """A PDF cut off anywhere gives pages or a known word, in the child's own function."""
    data = rendered("<p>Một hai ba bốn năm sáu bảy tám chín mười.</p>" * 3)
    for cut in range(0, len(data), len(data) // 50):
        answer = pdf_child.read(data[:cut])
        assert "pages" in answer or answer["error"] in pdf._ERRORS


@pytest.mark.parametrize(
    ("data", "word"),
    [(b"", "no PDF"), (b"%PDF-1.7\nrubbish", "damaged"), (b"<html>", "no PDF")],
)
def test_no_pdf(data: bytes, word: str) -> None:
    """What is no PDF, or a broken one, is refused."""
    with pytest.raises(InputError, match=word):
        read(data)


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of pages and of characters is bounded."""
    monkeypatch.setattr(pdf_child, "MAX_PAGES", 2)
    assert pdf_child.read(drawn(LINE, pages=3)) == {"error": "pages"}
    monkeypatch.setattr(pdf_child, "MAX_CHARS", 10)
    assert pdf_child.read(drawn(LINE)) == {"error": "long"}


def broken_child(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> None:
    """Put another program in the place of Python."""
    script = folder / "child"
    script.write_text(f"#!/bin/sh\n{code}\n", "utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(bounded.sys, "executable", str(script))


@pytest.mark.parametrize(
    "code", ["kill -SEGV $$", "exit 1", "echo no json", "echo '[]'", "cat >/dev/null; exit 9"]
)
def test_crash_of_the_child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str) -> None:
    """A crash of the native library ends in an error of this one document."""
    broken_child(monkeypatch, tmp_path, code)
    with pytest.raises(InputError, match="breaks the reader"):
        read(drawn(LINE))


def test_endless_child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A reader that does not come to an end is stopped."""
    broken_child(monkeypatch, tmp_path, "exec sleep 60")
    monkeypatch.setattr(bounded, "SECONDS", 1)
    with pytest.raises(InputError, match="far too long"):
        read(drawn(LINE))


def test_child_bounds_its_memory() -> None:
    """The child may not take more memory than it says."""
    import subprocess
    import sys

    code = (
        "import generator.sources.bounded as c;"
        "c.MEMORY_BYTES = 600 * 2**20;"
        "c.serve(lambda data: {'x': len(b'x' * 2**30)})"
    )
    root = str(Path(pdf.__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, input=b"", capture_output=True, check=False
    )
    assert done.returncode != 0
    assert b"MemoryError" in done.stderr
