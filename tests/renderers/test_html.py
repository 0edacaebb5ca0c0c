"""The HTML of the sample report: one file, nothing outside it, each number explained."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from generator.errors import RenderError
from generator.model.document import (
    Block,
    Document,
    FigureText,
    Heading,
    Note,
    Paragraph,
    Signature,
    Text,
)
from generator.renderers import html
from generator.renderers.html import to_html
from generator.renderers.markup.element import Html, element, fragment
from tests.renderers.sample_document import AWKWARD, TONES, lineage, sample


@pytest.fixture(scope="module")
def screen() -> parser.HtmlElement:
    """The screen file of the sample, parsed."""
    return parser.fromstring(html.render(sample()))


@pytest.fixture(scope="module")
def printed() -> parser.HtmlElement:
    """The print page of the sample, parsed."""
    return parser.fromstring(to_html(sample(), for_print=True))


@pytest.fixture(params=[True, False], ids=["print", "screen"], scope="module")
def either(request: pytest.FixtureRequest) -> parser.HtmlElement:
    """Both files in turn."""
    return parser.fromstring(to_html(sample(), for_print=request.param))


def made(*blocks: Block, **changes: object) -> parser.HtmlElement:
    """Return the parsed screen file of a few blocks."""
    document = replace(Document("Tên", "", "", date(2024, 7, 31), blocks), **changes)  # type: ignore[arg-type]
    return parser.fromstring(to_html(document, for_print=False))


def words(node: parser.HtmlElement) -> str:
    """Return all text of an element with single spaces."""
    return " ".join(" ".join(node.itertext()).split())


def inline_texts(document: Document) -> Iterator[str]:
    """Yield the running text of all paragraphs and headings."""
    for block in document.blocks:
        if isinstance(block, Paragraph | Heading):
            yield from (part.text for part in block.content if isinstance(part, Text | FigureText))


def test_all_text_of_the_document_is_there(either: parser.HtmlElement) -> None:
    """No paragraph or heading loses a word."""
    whole = words(either.find("body"))
    for text in inline_texts(sample()):
        assert " ".join(text.split()) in whole


def test_markup_in_a_text_is_only_text(either: parser.HtmlElement) -> None:
    """Tags, quotes and braces of a source are shown, not obeyed."""
    assert AWKWARD in words(either)
    assert TONES in words(either)
    assert not either.findall(".//b")


def test_nothing_is_asked_from_outside(either: parser.HtmlElement) -> None:
    """The file has no link, no source and no style that leads out of it."""
    assert not either.findall(".//link")
    assert not either.findall(".//script[@src]")
    assert not either.findall(".//img")
    for node in either.iter():
        for key in ("src", "href", "action", "data", "srcset"):
            assert str(node.get(key) or "#").startswith("#")
    for sheet in either.findall(".//style"):
        assert "@import" not in sheet.text
        assert all(
            part.startswith('"data:')
            for part in sheet.text.split("url(")[1:]
            if "href" not in part[:9]
        )


def test_ids_are_unique_and_every_link_arrives(either: parser.HtmlElement) -> None:
    """Each internal address has exactly one element."""
    ids = [node.get("id") for node in either.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    targets = {node.get("href")[1:] for node in either.iter("a")}
    assert targets <= set(ids)


def test_headings_never_skip_a_level(either: parser.HtmlElement) -> None:
    """The outline of the page goes down one step at a time, from one h1."""
    levels = [int(node.tag[1]) for node in either.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_language_and_title_are_set(either: parser.HtmlElement) -> None:
    """The page says that it is Vietnamese and what it is called."""
    assert either.get("lang") == "vi-VN"
    assert either.findtext(".//title") == sample().title


def test_a_number_opens_what_stands_behind_it(screen: parser.HtmlElement) -> None:
    """A traced number is a button; its box has value, formula, sentence and document."""
    button = next(
        node for node in screen.iter("button") if node.find("data").get("data-figure") == "c1003"
    )
    box = screen.get_element_by_id(button.get("popovertarget"))
    assert "popover" in box.attrib
    told = words(box)
    assert "34,44%" in told
    assert "(141.561 - 105.300) / 105.300 × 100" in told
    assert "Tỉnh Mẫu A tiếp nhận 141.561 hồ sơ trong 6 tháng đầu năm 2024." in told
    assert "Bài viết mẫu" in told


def test_a_number_without_lineage_is_plain_data(screen: parser.HtmlElement) -> None:
    """What has nothing behind it opens nothing, but keeps its id."""
    plain = [node for node in screen.iter("data") if node.get("data-figure") == "f1001"]
    assert plain
    assert all(node.getparent().tag != "button" for node in plain)


def test_lineage_is_embedded_as_data(screen: parser.HtmlElement) -> None:
    """The lineage comes back as it went in."""
    data = screen.get_element_by_id("facts.json")
    assert data.get("type") == "application/json"
    assert json.loads(data.text) == json.loads(lineage())


def test_lineage_may_come_as_lists() -> None:
    """Lists of records with ids are read like mappings."""
    tree = {
        "figures": [{"id": "f1", "value": "7", "unit": "hồ sơ", "inputs": ["a"], "label": "Số"}],
        "facts": [{"id": "a", "source": {"doc": "d", "quote": "Có 7 hồ sơ."}}],
        "sources": [{"id": "d", "title": "Bài", "publisher": "Báo Mẫu", "path": "d.txt"}],
    }
    page = made(Paragraph((FigureText("7", "f1"),)), lineage=json.dumps(tree))
    told = words(page.get_element_by_id("lineage-f1"))
    assert told == "Số: 7 hồ sơ Có 7 hồ sơ. Bài, Báo Mẫu, d.txt Đóng"


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        ({"value": "13900000", "unit": "hồ sơ", "approx": "over"}, "hơn 13.900.000 hồ sơ"),
        ({"value": "98.5", "unit": "%", "approx": None}, "98,5%"),
        ({"value": "95.887244049124", "unit": "%", "decimals": 2}, "95,89%"),
        ({"value": "3", "unit": "times"}, "3 lần"),
        ({"value": "55", "unit": "hạng"}, "hạng 55"),
    ],
)
def test_a_box_prints_as_the_report_does(figure: dict[str, object], told: str) -> None:
    """The reservation of the source stays; numbers, units and days are Vietnamese."""
    review = {"who": "An", "when": "2024-07-01", "why": "Sai"}
    tree = {
        "figures": {"f1": {**figure, "inputs": ["a"]}},
        "facts": {"a": {"source": {"doc": "d", "quote": "Câu."}, "review": review}},
        "sources": {"d": {"title": "Bài", "published": "2024-02-05"}},
    }
    page = made(Paragraph((FigureText("7", "f1"),)), lineage=json.dumps(tree))
    box = words(page.get_element_by_id("lineage-f1"))
    assert box == f"{told} Câu. Bài, 05/02/2024 Người rà soát: An, 01/7/2024, Sai Đóng"


def test_facts_behind_several_numbers_stand_once() -> None:
    """A list that two figures are computed from has its own box, which both boxes open."""
    names = list("abcde")
    tree = {
        "figures": {
            "c1": {"value": "1", "unit": "hạng", "formula": "0 + 1", "inputs": names},
            "c2": {"value": "2", "unit": "hạng", "formula": "1 + 1", "inputs": names[::-1]},
            "c3": {"value": "9", "unit": "hồ sơ", "formula": "4 + 5", "inputs": names[:4]},
            "c4": {"value": "9", "unit": "hồ sơ", "formula": "4 + 5", "inputs": names[:4]},
        },
        "facts": {name: {"source": {"doc": "d", "quote": f"Câu {name}."}} for name in names},
        "sources": {"d": {"title": "Bài"}},
    }
    page = made(lineage=json.dumps(tree))
    for name in ("c1", "c2"):
        box = page.get_element_by_id(f"lineage-{name}")
        assert box.findall(".//blockquote") == []
        (opener,) = box.find_class("facts")
        others = page.get_element_by_id(opener.get("popovertarget"))
        assert [words(one) for one in others.iter("p")][1::1] == [f"Câu {one}." for one in names]
        assert "popover" in others.attrib
    assert len(page.findall(".//blockquote")) == len(names) + 2 * 4
    assert len(page.find_class("lineage")) == 5


def test_lineage_cannot_end_its_element() -> None:
    """A quote with a closing script tag stays data."""
    evil = "</script><script>alert(1)</script>"
    tree = {"figures": {}, "facts": {"a": {"source": {"quote": evil}}}, "sources": {}}
    page = made(lineage=json.dumps(tree))
    assert len(page.findall(".//script")) == 1
    assert json.loads(page.get_element_by_id("facts.json").text) == tree


@pytest.mark.parametrize("text", ["{", "[1]", "7"])
def test_broken_lineage_is_an_error(text: str) -> None:
    """A lineage that is no JSON object is named, not passed over."""
    with pytest.raises(RenderError, match="lineage"):
        made(lineage=text)


def test_notes_are_numbered_and_lead_back(screen: parser.HtmlElement) -> None:
    """Each mark leads to its note and the note leads back to the mark."""
    marks = screen.findall(".//a[@role='doc-noteref']")
    assert [mark.text for mark in marks] == ["1", "2", "3"]
    for mark in marks:
        note = screen.get_element_by_id(mark.get("href")[1:])
        back = note.findall(".//a")[-1].get("href")
        assert screen.get_element_by_id(back[1:]) is mark


def test_print_has_no_controls(printed: parser.HtmlElement) -> None:
    """Paper has no buttons, scripts or boxes."""
    for tag in ("button", "script", "data", "aside"):
        assert not printed.findall(f".//{tag}")


def test_items_in_a_row_are_one_list() -> None:
    """Items get their dash once, also where the text brings its own."""
    page = made(
        Paragraph((Text("Một;"),), "item"),
        Paragraph((Text("- Hai."),), "item"),
        Paragraph((Text("Đoạn."),)),
        Paragraph((Text("Ba."),), "item"),
    )
    lists = page.findall(".//ul")
    assert [[words(one) for one in each] for each in lists] == [["- Một;", "- Hai."], ["- Ba."]]


def test_recipients_end_as_the_decree_has_it() -> None:
    """Lines end with a semicolon, the last with a full stop."""
    page = made(Signature(("Như trên;", "- Lưu: VT"), ("TM. TỔ",), "TỔ TRƯỞNG", ""))
    assert [words(one) for one in page.iter("li")] == ["- Như trên;", "- Lưu: VT."]


def test_a_note_may_hold_a_traced_number() -> None:
    """Numbers inside notes open their lineage as well."""
    tree = {"figures": {"f1": {"value": "7", "unit": ""}}}
    note = Note((Text("Là "), FigureText("7", "f1")))
    page = made(Paragraph((Text("a"), note)), lineage=json.dumps(tree))
    assert page.get_element_by_id("note-1").find(".//button") is not None


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_any_text_comes_back_from_an_element(text: str) -> None:
    """Whatever a text holds, a parser reads the same text again, in content and attribute."""
    node = parser.fragment_fromstring(element("p", text, title=f"x{text}"))
    assert (node.text or "") == text
    assert node.get("title") == f"x{text}"


def test_only_html_passes_unescaped() -> None:
    """A plain string is escaped each time, HTML never twice."""
    assert fragment("<i>", Html("<i>")) == "&lt;i&gt;<i>"
    assert element("p", element("em", "a & b")) == "<p><em>a &amp; b</em></p>"
    assert element("br", hidden=True, title=None) == "<br hidden>"


def test_equal_documents_give_equal_text() -> None:
    """The file depends on nothing but the document."""
    assert html.render(sample()) == html.render(sample())
