"""Files not made by the program: by python-docx, with old drawings, tabs, or no report at all."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from lxml import etree

from generator.errors import InputError, UsageError
from generator.verify.layout import check_layout
from generator.verify.layout.rules import load_rules
from generator.verify.layout.word.reader import read_word
from generator.verify.layout.word.styles import toggled

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
VML = (
    '<w:r xmlns:w="{w}" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
    '<v:line from="10pt,2pt" to="181.4pt,2pt"/></w:pict></w:r>'
)


def saved(document: Document) -> bytes:
    """Return the bytes of a document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_an_empty_letter_lacks_its_components(tmp_path: Path) -> None:
    """A blank document of another maker: paper, font and missing components are named."""
    document = Document()
    document.add_paragraph("Kính gửi các đơn vị, đây là một thư thường không theo mẫu nào cả.")
    path = tmp_path / "thu.docx"
    document.save(str(path))
    found = check_layout(path)
    assert {one.rule.rpartition("mục ")[2] for one in found} >= {"I.1", "I.3", "I.4", "II.1a"}
    missing = [one.message for one in found if one.message.endswith("is missing")]
    assert len(missing) >= 8


def test_styles_are_resolved() -> None:
    """Size from a base style, bold undone by a run, indent from the style, colour direct."""
    document = Document()
    base, own = document.styles["Normal"], document.styles["Heading 1"]
    base.font.size, base.font.name = Pt(13), "Times New Roman"
    own.font.size, own.font.bold, own.paragraph_format.first_line_indent = None, True, Mm(10)
    paragraph = document.add_paragraph(style="Heading 1")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.add_run("Đậm ")
    paragraph.add_run("thường").font.bold = False
    (block,) = read_word(saved(document), "x").blocks
    assert [piece.bold for piece in block.pieces] == [True, False]
    assert {piece.size for piece in block.pieces} == {13.0}
    assert block.align == "both"
    assert block.indent == pytest.approx(28.35, abs=0.1)


def test_two_styles_undo_each_other() -> None:
    """Bold in the paragraph's and in the letters' style is not bold; direct wins."""
    bold = (etree.fromstring(f'<w:rPr xmlns:w="{W}"><w:b/></w:rPr>', etree.XMLParser()),)
    off = (etree.fromstring(f'<w:rPr xmlns:w="{W}"><w:b w:val="0"/></w:rPr>', etree.XMLParser()),)
    assert not toggled((), bold, bold, (), "b")
    assert toggled((), bold, (), (), "b")
    assert toggled((), (), (), bold, "b")
    assert not toggled(off, bold, (), bold, "b")


def test_an_old_drawing_is_a_line() -> None:
    """A VML line counts as drawn, with its length in points."""
    document = Document()
    paragraph = document.add_paragraph("Độc lập - Tự do - Hạnh phúc")
    paragraph._p.append(etree.fromstring(VML.format(w=W), etree.XMLParser()))
    (stroke,) = read_word(saved(document), "x").strokes
    assert stroke.length == pytest.approx(171.4)
    assert stroke.under == 0


def test_a_head_set_with_tabs_has_two_sides() -> None:
    """A line parted by a tab is a left and a right block at one height."""
    document = Document()
    document.add_paragraph("BỘ MẪU\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    left, right = read_word(saved(document), "x").blocks
    assert (left.text, left.side) == ("BỘ MẪU", "left")
    assert (right.text, right.side) == ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "right")
    assert left.level == right.level


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", b"PK\x03\x04 cut off"),
        ("a.pdf", b"%PDF-1.7 nothing"),
        ("a.txt", b"plain text"),
        ("a.docx", b""),
    ],
)
def test_what_cannot_be_read_is_an_input_error(tmp_path: Path, name: str, data: bytes) -> None:
    """A broken or foreign file is one sentence with the file's name, no traceback."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        check_layout(path)
    assert name in str(caught.value)


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    """So is one that is not there, and a package that is no text document."""
    with pytest.raises(InputError):
        check_layout(tmp_path / "none.docx")
    path = tmp_path / "zip.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    with pytest.raises(InputError, match="no text document"):
        check_layout(path)


def test_a_screen_page_has_no_paper(tmp_path: Path) -> None:
    """An HTML page is not measured by rules of paper."""
    path = tmp_path / "a.html"
    path.write_text("<p>Xin chào</p>", encoding="utf-8")
    assert check_layout(path) == ()


def test_the_table_of_rules_decides(reports: dict[str, Path], tmp_path: Path) -> None:
    """An office's own table changes what is right; a wrong table is named with its place."""
    rules = load_rules()
    narrow = rules.model_copy(
        update={"margins": rules.margins.model_copy(update={"left": (34, 35)})}
    )
    found = check_layout(reports["ban-tin.docx"], narrow)
    assert [one.message for one in found] == [
        "margins (định lề trang): left 30.0 mm, right is 34–35 mm"
    ]
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("decree: NĐ 30/2020\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"wrong\.yaml:1:1"):
        load_rules(wrong)
