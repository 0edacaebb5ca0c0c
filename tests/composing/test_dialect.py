"""The block dialect: numbering, references, white space, refusals."""

from __future__ import annotations

from datetime import date

import pytest

from generator.composing.dialect import Given, parse
from generator.errors import RenderError
from generator.model.document import (
    Addressees,
    AppendixStart,
    Contents,
    CrossReference,
    FigureText,
    Heading,
    Letterhead,
    Note,
    Paragraph,
    Signature,
    Table,
    Text,
)
from generator.vi.text import NBSP

GIVEN = Given(
    Letterhead("", "SỞ MẪU", "…/BC-SM", "Hà Nội", date(2024, 7, 31), "Hà Nội, ngày 31/7/2024"),
    Addressees(("Bộ Mẫu",)),
    Signature(("Lưu: VT",), (), "GIÁM ĐỐC", ""),
    {},
)
TABLE = '<table id="bang"><caption>x</caption><col/>'
ROWS = '<table id="bang"><col/><col/><tbody>'


def parsed(markup: str) -> tuple[object, ...]:
    """Parse a fragment of a template's output."""
    return parse(markup, GIVEN, "thu/report.xml.j2")


def test_headings_are_numbered_by_level() -> None:
    """Roman, Arabic and Vietnamese letters, begun anew below each; one alone bears none."""
    blocks = parsed("<h1>A</h1><h2>B</h2><h3>C</h3><h3>D</h3><h2>E</h2><h3>F</h3><h1>G</h1>")
    numbers = [block.number for block in blocks if isinstance(block, Heading)]
    assert numbers == ["I.", "1.", "a)", "b)", "2.", "", "II."]


def test_fifth_point_is_d_with_stroke() -> None:
    """Points follow the Vietnamese alphabet: after d) comes đ), after e) comes g)."""
    blocks = parsed("<h1>A</h1>" + "<h3>x</h3>" * 7)
    letters = [block.number for block in blocks if isinstance(block, Heading)][1:]
    assert letters == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('đạt <data figure="f">48%</data> (chiếm 4%) (<ref to="b"/>)', "(chiếm 4%; Bảng 1)"),
        ('đạt (thứ 55) (<ref to="b"/>) (xem ghi chú tại <ref to="b"/>)', "(thứ 55; Bảng 1; xem"),
        ('đạt (<data figure="f">48%</data>) (xem ghi chú tại <ref to="b"/>)', "(48%; xem ghi chú"),
        ('đạt 9% (<ref to="b"/>) (xem ghi chú tại <ref to="b"/>)', "(Bảng 1; xem ghi chú"),
        ('theo mục 2 điểm a) (<ref to="b"/>)', "a) (Bảng 1)"),
        ('đạt <b>9</b> (đều không còn hồ sơ trễ hạn) (<ref to="b"/>)', "trễ hạn; Bảng 1)"),
        ('của Bộ Mẫu (trước sắp xếp) (<ref to="b"/>)', "(trước sắp xếp) (Bảng 1)"),
        ('đến 52 (Bộ Mẫu) (<ref to="b"/>)', "(Bộ Mẫu) (Bảng 1)"),
        ('của Bộ Mẫu (trước sắp xếp) (<data figure="f">48%</data>)', "(trước sắp xếp; 48%)"),
        ('(từ 4 lên 5) (đạt <data figure="f">48%</data>; <ref to="b"/>)', "5; đạt 48%; Bảng 1)"),
        ('đến 52 (Bộ Mẫu) (<data figure="f">48%</data>)', "(Bộ Mẫu) (48%)"),
        ('đạt (48%) (<b>tạm tính</b>, <ref to="b"/>)', "(48%) (tạm tính, Bảng 1)"),
    ],
)
def test_a_pointer_stands_in_the_bracket_before_it(markup: str, said: str) -> None:
    """No two brackets run on where one of them points to a table or a note."""
    table = '<table id="b"><caption>x</caption><col/><tbody><tr><td>y</td></tr></tbody></table>'
    blocks = parsed(f"<p>{markup}.</p>{table}")
    assert isinstance(blocks[0], Paragraph)
    text = "".join(getattr(part, "text", "") for part in blocks[0].content)
    assert said in text.replace(NBSP, " ")


def test_a_time_in_running_text_keeps_its_number() -> None:
    """No line ends inside "tháng 9/2022"; in the narrow cells of a table it may."""
    told = "(tháng 9/2022), năm 2024, ngày 31/7/2024, quý II/2024, hằng năm đều"
    blocks = parsed(f"<p>{told}</p>{ROWS}<tr><td>năm 2024</td><td/></tr></tbody></table>")
    assert isinstance(blocks[0], Paragraph)
    (text,) = blocks[0].content
    assert isinstance(text, Text)
    bound = "(tháng~9/2022), năm~2024, ngày~31/7/2024, quý~II/2024, hằng năm đều"
    assert text.text == bound.replace("~", "\N{NO-BREAK SPACE}")
    assert isinstance(blocks[1], Table)
    assert blocks[1].rows[0][0].content == (Text("năm 2024"),)


def test_tables_with_caption_are_numbered_and_referred_to() -> None:
    """A reference prints the label of what it points to, before or after it."""
    table = '<table id="t{}"><caption>x</caption><col/><tbody><tr><td>1</td></tr></tbody></table>'
    blocks = parsed(f'<p>xem <ref to="t2"/></p>{table.format(1)}{table.format(2)}')
    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].content[-1] == CrossReference("t2", "Bảng\N{NO-BREAK SPACE}2")
    assert [block.label for block in blocks if isinstance(block, Table)] == [
        "Bảng\N{NO-BREAK SPACE}1",
        "Bảng\N{NO-BREAK SPACE}2",
    ]


def test_a_single_appendix_has_no_number() -> None:
    """Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1: numbers from two appendices on."""
    (one,) = parsed('<appendix id="a" title="T"/>')
    two = parsed('<appendix id="a" title="T"/><appendix id="b" title="U"/>')
    assert isinstance(one, AppendixStart)
    assert one.label == "Phụ lục"
    labels = [block.label for block in two if isinstance(block, AppendixStart)]
    assert labels == ["Phụ lục\N{NO-BREAK SPACE}I", "Phụ lục\N{NO-BREAK SPACE}II"]


def test_contents_list_headings_of_two_levels_and_appendices() -> None:
    """The table of contents is filled, points and appendix headings left out."""
    blocks = parsed(
        '<contents/><h1 id="x">Một</h1><h2>Hai</h2><h3>Ba</h3>'
        '<appendix id="p" title="BẢNG"/><h1>S</h1>'
    )
    assert isinstance(blocks[0], Contents)
    assert [entry.text for entry in blocks[0].entries] == ["I. Một", "Hai", "Phụ lục. BẢNG"]


def test_spaces_are_folded_but_never_the_ones_that_must_not_break() -> None:
    """White space of the template is no white space of the report."""
    (block,) = parsed("<p>  một \n  hai\u00a0ba <b> bốn </b> , năm <note> ghi </note></p>")
    assert isinstance(block, Paragraph)
    text = "".join(part.text for part in block.content if isinstance(part, Text))
    assert text == "một hai\u00a0ba bốn, năm"
    assert block.content[-1] == Note((Text("ghi"),))


def test_a_figure_keeps_its_lineage_through_formats() -> None:
    """A number inside bold and a note is still a traced number."""
    (block,) = parsed(
        '<p><b><data figure="f1">12</data></b><note><data figure="f2">3</data></note></p>'
    )
    assert isinstance(block, Paragraph)
    assert block.content == (
        FigureText("12", "f1", bold=True),
        Note((FigureText("3", "f2"),)),
    )


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<p>a", "<p> is not closed; write </p>"),
        ("<p>a</b></p>", "</b> closes nothing; take it out, or write <b> before"),
        ("<tabel></table>", "</table> closes nothing; did you mean 'tabel'?"),
        (f"{TABLE}<tr><td>1</tr></table>", "<td> is not closed before </tr>; write </td>"),
        ("<p>a & b</p>", "a bare '&' stands in this element; write '&amp;'"),
        ("<p>a < b</p>", "a bare '<' stands in this element; write '&lt;'"),
        ("<p>a&nbsp;b</p>", "the entity '&nbsp;' is not known; write the character itself"),
        ("<p role=item>a</p>", "an attribute of this element has no quotes"),
        ("<div>a</div>", "unknown block <div>"),
        ("<tabel></tabel>", "unknown block <tabel>; did you mean 'table'?"),
        ("<p><u>a</u></p>", "unknown element <u>"),
        ("<p><table/></p>", "<table> cannot stand in <p>; expected one of <b>, <i>"),
        ("<td>a</td>", "<td> cannot stand outside of a block"),
        ("<p><br>a</br></p>", "the text 'a' stands outside of a paragraph; put it into a <p>"),
        ("a b c d e f", "the text 'a b c d e …' stands outside of a paragraph"),
        ("<p>a</p> và", "the text 'và' stands outside of a paragraph"),
        ('<p role="itm">a</p>', "<p> has role='itm'; expected one of body, item, note"),
        ('<p keep="true">a</p>', "<p> has keep='true'; expected one of no, yes"),
        ('<p><ref to="x"/></p>', "no block has the id 'x' that <ref> points to"),
        (f'<p><ref to="bnag"/></p>{TABLE}</table>', "did you mean 'bang'?"),
        ('<h1 id="h">a</h1><p><ref to="h"/></p>', "the block 'h' that <ref> points to has no"),
        ('<table id="t"><tbody/></table>', "no <col>"),
        (f"{TABLE}<tr><td>1</td></tr></table>", "<tr> cannot stand in <table>"),
        (f"{ROWS}<tr><td>1</td></tr></tbody></table>", "this row fills 1 of 2 columns"),
        (f'{ROWS}<tr><td rowspan="2">1</td><td>2</td></tr></tbody></table>', "a rowspan reaches"),
        (f'{ROWS}<tr><td colspan="0">1</td></tr></tbody></table>', "<td> has colspan='0'"),
        ('<table id="t"><col width="breit"/></table>', "<col> has width='breit'"),
        ('<table id="t"><col width="nan"/></table>', "<col> has width='nan'"),
        ('<chart id="c"/>', "the model has no chart 'c'"),
        ("<p><data>5</data></p>", "needs the attribute 'figure'"),
        ("<keyfigures><key/></keyfigures>", "a <key> needs a <data>"),
        ('<appendix id="a" title="A"/><appendix id="a" title="B"/>', "'a' stands twice"),
    ],
)
def test_wrong_markup_is_an_error_that_names_the_template(markup: str, said: str) -> None:
    """A template's mistake is told in one line with the template's name."""
    with pytest.raises(RenderError) as error:
        parsed(markup)
    assert said in str(error.value)
    assert str(error.value).startswith("thu/report.xml.j2:1:1: ")
