"""DOCX: every wrapper that Word puts around text, one small document for each."""

import io
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.model.source_text import SourceInfo, SourceText
from generator.sources.word import read_word
from tests.sources.making import STRICT_W, W, docx, docx_parts, par, run, to_tcvn3, zipped

INFO = SourceInfo("a")
BOX = f"<w:txbxContent>{par(run('Trong khung'))}</w:txbxContent>"


def read(data: bytes) -> SourceText:
    """Read a DOCX."""
    return read_word(data, INFO, "a.docx")


def char(kind: str) -> str:
    """Return a mark of a field."""
    return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"


def code(text: str) -> str:
    """Return the code of a field."""
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


SHAPES = {
    "plain": (par(run("Một"), run(" hai")), "Một hai"),
    "insertion": (par(run("Một"), f"<w:ins w:id='1'>{run(' hai')}</w:ins>"), "Một hai"),
    "inserted paragraph": (f"<w:ins w:id='1'>{par(run('Một'))}</w:ins>", "Một"),
    "deletion": (
        par(
            run("Một"), "<w:del w:id='1'><w:r><w:delText>bỏ</w:delText></w:r></w:del>", run(" hai")
        ),
        "Một hai",
    ),
    "deletion with plain text": (par(run("Một"), f"<w:del>{run('bỏ')}</w:del>"), "Một"),
    "moved": (
        par(f"<w:moveFrom>{run('bỏ')}</w:moveFrom>", f"<w:moveTo>{run('Một')}</w:moveTo>"),
        "Một",
    ),
    "deleted paragraph mark": (
        "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
        + run("Một ")
        + "</w:p>"
        + par(run("hai")),
        "Một hai",
    ),
    "inline control": (
        par("<w:sdt><w:sdtPr/><w:sdtContent>" + run("Một") + "</w:sdtContent></w:sdt>"),
        "Một",
    ),
    "block control": (
        f"<w:sdt><w:sdtContent>{par(run('Một'))}{par(run('hai'))}</w:sdtContent></w:sdt>",
        "Một\n\nhai",
    ),
    "contents": (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
        f"</w:sdtPr><w:sdtContent>{par(run('I. Kết quả 3'))}</w:sdtContent></w:sdt>"
        + par(run("Một")),
        "Một",
    ),
    "custom XML": (
        "<w:customXml>" + par("<w:smartTag>" + run("Một") + "</w:smartTag>") + "</w:customXml>",
        "Một",
    ),
    "link": (par(f"<w:hyperlink>{run('Một')}</w:hyperlink>"), "Một"),
    "field": (
        par(
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r>",
            "<w:r><w:instrText>PAGE 99</w:instrText></w:r>",
            "<w:r><w:fldChar w:fldCharType='separate'/></w:r>",
            run("12"),
            "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
        ),
        "12",
    ),
    "contents as a field": (
        par(char("begin"), code(' TOC \\o "1-3" '), char("separate"), run("I. Kết quả"), run("3"))
        + par(char("begin"), code("PAGEREF x"), char("separate"), run("7"), char("end"))
        + par(char("end"), run("Một")),
        "Một",
    ),
    "field that never ends": (par(char("end"), char("begin"), run("Một")), "Một"),
    "simple field": (par(f"<w:fldSimple w:instr='DATE 99'>{run('12')}</w:fldSimple>"), "12"),
    "hidden": (par(run("Một"), run("ẩn", "<w:vanish/>")), "Một"),
    "hidden switched off": (par(run("Một", "<w:vanish w:val='0'/>")), "Một"),
    "formerly hidden": (
        par(run("Một", "<w:rPrChange w:id='1'><w:rPr><w:vanish/></w:rPr></w:rPrChange>")),
        "Một",
    ),
    "tab and break": (
        par("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"),
        "a\tb\nc",
    ),
    "hyphen": (par("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>"), "a\u2011b"),
    "formula": (par("<m:oMath><m:r><m:t>5</m:t></m:r></m:oMath>"), "5"),
    "text box": (
        par(run("Một"), f"<w:r><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></w:r>"),
        "Một\n\nTrong khung",
    ),
    "text box in both forms": (
        par(
            "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
            + BOX
            + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
            + BOX
            + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        "Trong khung",
    ),
    "block in both forms": (
        (
            f"<mc:AlternateContent><mc:Choice>{par(run('Một'))}</mc:Choice>"
            f"<mc:Fallback>{par(run('Một'))}</mc:Fallback></mc:AlternateContent>"
        ),
        "Một",
    ),
    "old text box": (
        par(f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>"),
        "Trong khung",
    ),
    "ruby": (
        par(
            f"<w:r><w:ruby><w:rt>{run('chú')}</w:rt><w:rubyBase>{run('Một')}</w:rubyBase></w:ruby></w:r>"
        ),
        "Một",
    ),
    "raised note mark": (par(run("522"), run("1", "<w:vertAlign w:val='superscript'/>")), "522[1]"),
    "square metre": (par(run("10 m"), run("2", "<w:vertAlign w:val='superscript'/>")), "10 m²"),
    "lowered": (par(run("CO"), run("2", "<w:vertAlign w:val='subscript'/>")), "CO2"),
}


def cell(*blocks: str) -> str:
    """Return a table cell."""
    return f"<w:tc><w:tcPr/>{''.join(blocks)}</w:tc>"


@pytest.mark.parametrize("name", SHAPES)
def test_shape(name: str) -> None:
    """The text of this shape is what Word shows."""
    body, text = SHAPES[name]
    assert read(docx(body)).text == text


@pytest.mark.parametrize("name", SHAPES)
def test_shape_in_the_strict_form(name: str) -> None:
    """The strict form of the standard has other namespaces and the same text."""
    body, text = SHAPES[name]
    parts = docx_parts(body)
    parts["word/document.xml"] = str(parts["word/document.xml"]).replace(W, STRICT_W)
    assert read(zipped(parts)).text == text


def test_table_row_by_row() -> None:
    """A row is one line; empty cells keep their place; a deleted row is gone."""
    rows = (
        f"<w:tr>{cell(par(run('Cấp')))}{cell(par(run('Số')))}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell(par(run('bỏ')))}{cell(par(run('1')))}</w:tr>"
        f"<w:sdt><w:sdtContent><w:tr>{cell(par(run('tỉnh')))}{cell(par())}"
        f"{cell(par(run('12')), par(run('%')))}</w:tr></w:sdtContent></w:sdt>"
    )
    got = read(docx(par(run("Trước")) + f"<w:tbl><w:tblPr/>{rows}</w:tbl>" + par(run("Sau"))))
    assert got.text == "Trước\n\nCấp | Số\n\ntỉnh |  | 12 %\n\nSau"
    assert [one.label for one in got.segments] == [
        "đoạn 1",
        "bảng 1, hàng 1",
        "bảng 1, hàng 3",
        "đoạn 2",
    ]


def test_cell_over_several_columns() -> None:
    """A wide cell leaves the other columns that it reaches over empty."""
    wide = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
    rows = (
        f"<w:tr>{cell(par(run('Cấp')))}{wide}{par(run('Tiếp nhận'))}</w:tc></w:tr>"
        f"<w:tr>{cell(par())}{cell(par(run('Tổng')))}{cell(par(run('Mới')))}</w:tr>"
    )
    assert read(docx(f"<w:tbl>{rows}</w:tbl>")).text == "Cấp | Tiếp nhận |\n\n| Tổng | Mới"


def test_table_that_only_frames_text() -> None:
    """A row of one filled cell is read as its paragraphs; a table inside gives its rows."""
    inner = f"<w:tbl><w:tr>{cell(par(run('a')))}{cell(par(run('b')))}</w:tr></w:tbl>"
    cells = cell(par(run("Một.")), inner, par(run("Hai."))) + cell(par())
    frame = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    assert read(docx(frame)).text == "Một.\n\na | b\n\nHai."


def test_notes_stand_at_the_end() -> None:
    """Footnotes and endnotes are counted together, in the order of their marks."""

    def mark(kind: str, number: int) -> str:
        return f"<w:r><w:{kind}Reference w:id='{number}'/></w:r>"

    def note(kind: str, number: int, text: str, extra: str = "") -> str:
        lines = par(f"<w:r><w:{kind}Ref/></w:r>", run(text)) + extra
        return f"<w:{kind} w:id='{number}'>{lines}</w:{kind}>"

    separator = "<w:footnote w:id='-1'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
    got = read(
        docx(
            par(run("522"), mark("footnote", 7), run(" và 19"), mark("endnote", 1), run("."))
            + par(run("Sau"), mark("footnote", 3), mark("footnote", 99)),
            footnotes=separator
            + note("footnote", 3, " Ba.")
            + note("footnote", 7, " Trong đó: 110.", par(run("Và 412."))),
            endnotes=note("endnote", 1, "Cuối."),
        )
    )
    assert got.text == (
        "522[1] và 19[2].\n\nSau[3][4]\n\n[1] Trong đó: 110. Và 412.\n\n[2] Cuối.\n\n[3] Ba."
    )
    assert got.locate(got.text.index("Cuối")) == "chú thích 2"


def test_headers_and_footers_are_left_out() -> None:
    """What is printed on every page is no text of the document."""
    import docx as python_docx

    document = python_docx.Document()
    document.sections[0].header.paragraphs[0].text = "Đầu trang"
    document.sections[0].footer.paragraphs[0].text = "Chân trang"
    document.add_paragraph("Nội dung.")
    buffer = io.BytesIO()
    document.save(buffer)
    assert read(buffer.getvalue()).text == "Nội dung."


def test_text_in_an_old_font() -> None:
    """A run in a TCVN3 font is turned into real letters, the Unicode beside it stays."""
    old = run(to_tcvn3("đạt tỷ lệ một trăm phần trăm"), "<w:rFonts w:ascii='.VnTime'/>")
    assert read(docx(par(run("Tỉnh "), old))).text == "Tỉnh đạt tỷ lệ một trăm phần trăm"


def test_text_in_an_old_font_of_capitals() -> None:
    """A font such as .VnTimeH shows small codes as capitals."""
    head = run(to_tcvn3("tỉnh bình thuận"), "<w:rFonts w:ascii='.VnTimeH'/>")
    old = run(to_tcvn3("đạt tỷ lệ một trăm phần trăm"), "<w:rFonts w:ascii='.VnTime'/>")
    assert read(docx(par(head) + par(old))).text.split("\n")[0] == "TỈNH BÌNH THUẬN"


def test_unicode_in_an_old_font() -> None:
    """A run may bear such a font by mistake and hold Unicode: then it stays."""
    text = "cá nhân, tổ chức và các cơ quan"
    assert read(docx(par(run(text, "<w:rFonts w:ascii='.VnTime'/>")))).text == text


def test_offsets_and_labels(seeds: Path) -> None:
    """Each segment begins where its paragraph does."""
    lines = [line.strip() for line in next(seeds.glob("*.txt")).read_text("utf-8").split("\n")]
    lines = [line.replace("&", "&amp;").replace("<", "&lt;") for line in lines if line]
    got = read(docx("".join(par(run(line)) for line in lines)))
    assert [got.text[one.start :].split("\n")[0] for one in got.segments] == got.text.split("\n\n")
    assert len(got.segments) == len(lines)


@pytest.mark.parametrize(
    ("parts", "word"),
    [
        ({"word/document.xml": "<a"}, "no proper XML"),
        ({"word/document.xml": f"<w:document xmlns:w='{W}'/>"}, "no text document"),
        ({}, "missing"),
        ({"word/document.xml": docx_parts("")["word/document.xml"]}, "no text"),
        ({"word/document.xml": docx_parts("<w:altChunk/>")["word/document.xml"]}, "embedded"),
    ],
)
def test_refused(parts: dict[str, bytes | str], word: str) -> None:
    """What cannot be read wholly is refused, with a mend."""
    with pytest.raises(InputError, match=word) as caught:
        read(zipped({"[Content_Types].xml": "<Types/>", **parts}))
    assert caught.value.hint
