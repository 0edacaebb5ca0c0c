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

GIVEN = Given(
    Letterhead("", "SỞ MẪU", "…/BC-SM", "Hà Nội", date(2024, 7, 31), "Hà Nội, ngày 31/7/2024"),
    Addressees(("Bộ Mẫu",)),
    Signature(("Lưu: VT",), (), "GIÁM ĐỐC", ""),
    {},
)


def parsed(markup: str) -> tuple[object, ...]:
    """Parse a fragment of a template's output."""
    return parse(markup, GIVEN, "thu/report.xml.j2")


def test_headings_are_numbered_by_level() -> None:
    """Roman, Arabic and Vietnamese letters; a higher level starts the lower ones anew."""
    blocks = parsed("<h1>A</h1><h2>B</h2><h3>C</h3><h3>D</h3><h2>E</h2><h3>F</h3><h1>G</h1>")
    numbers = [block.number for block in blocks if isinstance(block, Heading)]
    assert numbers == ["I.", "1.", "a)", "b)", "2.", "a)", "II."]


def test_fifth_point_is_d_with_stroke() -> None:
    """Points follow the Vietnamese alphabet: after d) comes đ), after e) comes g)."""
    blocks = parsed("<h1>A</h1>" + "<h3>x</h3>" * 7)
    letters = [block.number for block in blocks if isinstance(block, Heading)][1:]
    assert letters == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]


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
    assert [entry.text for entry in blocks[0].entries] == ["I. Một", "1. Hai", "Phụ lục. BẢNG"]


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
        ("<p>a", "broken markup"),
        ("<div>a</div>", "unknown block <div>"),
        ("<p><u>a</u></p>", "unknown inline element <u>"),
        ('<p role="big">a</p>', "role='big'"),
        ('<p><ref to="x"/></p>', "wrong <p>"),
        ('<table id="t"><tbody/></table>', "no <col>"),
        ('<chart id="c"/>', "wrong <chart>"),
        ("<p><data>5</data></p>", "needs the attribute 'figure'"),
        ('<appendix id="a" title="A"/><appendix id="a" title="B"/>', "'a' twice"),
    ],
)
def test_wrong_markup_is_an_error_that_names_the_template(markup: str, said: str) -> None:
    """A template's mistake is told in one line with the template's name."""
    with pytest.raises(RenderError) as error:
        parsed(markup)
    assert said in str(error.value)
    assert "thu/report.xml.j2" in str(error.value)
