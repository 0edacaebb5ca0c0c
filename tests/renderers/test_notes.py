"""Notes of the PDF stand on the page of their marks."""

from datetime import date

import pytest
import weasyprint

from generator.model.document import Document, Note, Paragraph, Text
from generator.renderers.html import to_html
from generator.renderers.pdf_parts.notes import laid_out

NOTE = "Lời chú thích đứng ở chân trang."


def page_of(count: int) -> weasyprint.HTML:
    """A noted sentence, so many paragraphs of one line, and one of many lines at the foot."""
    noted = Paragraph((Text("Một câu có chú thích"), Note((Text(NOTE),)), Text(".")))
    short = (Paragraph((Text("Đoạn văn chỉ có một dòng."),)),) * count
    long = Paragraph(
        (Text("Đoạn văn dài nhiều dòng ở cuối trang giấy thứ nhất của báo cáo. " * 6),)
    )
    document = Document("Thử", "Thử", "Cơ quan", date(2024, 1, 1), (noted, *short, long))
    return weasyprint.HTML(string=to_html(document, for_print=True))


def first_page(made: weasyprint.Document) -> str:
    """The text of the first page."""
    boxes = made.pages[0]._page_box.descendants()
    return "".join(box.text for box in boxes if hasattr(box, "text"))


def test_the_layout_engine_alone_moves_the_note():
    """Else the next tests would prove nothing."""
    assert NOTE not in first_page(page_of(30).render())


@pytest.mark.parametrize("count", [26, 28, 30, 32])
def test_a_note_stays_on_the_page_of_its_mark(count):
    """However the text behind it falls."""
    assert NOTE in first_page(laid_out(page_of(count)))


def test_pages_that_are_well_are_made_once(monkeypatch):
    """The second layout is for the pages that need it."""
    page, made = page_of(20), []
    render = page.render
    monkeypatch.setattr(page, "render", lambda: made.append(render()) or made[-1])
    assert laid_out(page) is made[0]
    assert len(made) == 1
