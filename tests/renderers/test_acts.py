"""Numbers of acts and words with a hyphen stay on one line, and read as they were written."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from generator.model.document import (
    AppendixStart,
    Cell,
    Column,
    Document,
    Note,
    Paragraph,
    Table,
    Text,
)
from generator.renderers.acts import parted
from generator.renderers.docx import render
from generator.renderers.html import to_html
from tests.renderers.sample_document import sample

SENTENCE = (
    "Theo Thông báo số 437/TB-VPCP và (Nghị quyết 76/NQ-CP), tỷ lệ và/hoặc 12/2024 của ABC-XYZ"
    " đạt 5 - 7%."
)


def document(*content: Text | Note) -> Document:
    """Return a report of one paragraph."""
    return replace(sample(), blocks=(Paragraph(content),), lineage="")


@pytest.mark.parametrize(
    ("word", "is_whole"),
    [
        ("437/TB-VPCP", True),
        ("(76/NQ-CP),", True),
        ("“12/2024/NĐ-CP”", True),
        ("1291/QĐ-TTg", True),
        ("12/2024", False),
        ("và/hoặc", False),
        ("km/h", False),
        ("53/63", False),
        ("TB-VPCP", True),
        ("(ABC-XYZ);", True),
        ("Rịa-Vũng", True),
        ("Covid-19", False),
        ("- một", False),
        ("trừ-", False),
        ("A-" * 20 + "B", False),
        ("1/" + "A" * 40, False),
        ("2011\u00a0-\u00a02016.", True),
        ("5-7%", False),
    ],
)
def test_in_what_no_line_ends(word: str, *, is_whole: bool) -> None:
    """A number, a stroke and a symbol with capitals, a range, a hyphen inside; no date or share."""
    assert [one for one, whole in parted(f"số {word} ngày") if whole] == [word] * is_whole


@given(st.text(st.sampled_from("1 /A-(,.đ\u00a0\n"), max_size=60))
def test_nothing_is_lost(text: str) -> None:
    """The stretches make the text again."""
    assert "".join(words for words, _ in parted(text)) == text


def test_word_ends_no_line_in_an_act() -> None:
    """Word's own non-breaking hyphen stands there; the text reads as before."""
    content = docx.Document(io.BytesIO(render(document(Text(SENTENCE)))))
    (line,) = [one for one in content.paragraphs if "Thông báo" in one.text]
    assert line.text == SENTENCE
    assert len(line._p.xpath(".//w:noBreakHyphen")) == 3


@pytest.mark.parametrize("for_print", [True, False])
def test_browser_and_pdf_end_no_line_in_an_act(*, for_print: bool) -> None:
    """The number is one unbroken run, in a footnote too."""
    note = Note((Text("Quyết định số 1291/QĐ-TTg."),))
    page = parser.fromstring(to_html(document(Text(SENTENCE), note), for_print=for_print))
    whole = [one.text_content() for one in page.find_class("whole")]
    assert {"437/TB-VPCP", "76/NQ-CP),", "1291/QĐ-TTg.", "ABC-XYZ"} <= {
        one.lstrip("(") for one in whole
    }
    (line,) = page.xpath("//p[@class='body']")
    assert line.text_content().startswith(SENTENCE)


@pytest.mark.parametrize("for_print", [True, False])
def test_no_line_ends_at_a_hyphen_in_a_title_or_below_a_table(*, for_print: bool) -> None:
    """What stands around the text keeps its words as whole as the text does."""
    head = AppendixStart("p", "Phụ lục", "SỐ LIỆU CỦA ABC-XY", "(Kèm theo Báo cáo số 1/BC-ABC)")
    rows = ((Cell((Text("1"),)),),)
    table = Table("t", (Column(1),), (), rows, source_line="Nguồn: DE-FG.", label="Bảng 1")
    blocks = (head, replace(table, caption="Điểm của HI-KL"))
    page = parser.fromstring(
        to_html(replace(sample(), blocks=blocks, lineage=""), for_print=for_print)
    )
    whole = [one.text_content() for one in page.find_class("whole")]
    assert whole == ["ABC-XY", "1/BC-ABC)", "HI-KL", "DE-FG."]
