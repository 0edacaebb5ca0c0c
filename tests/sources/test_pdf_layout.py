"""Lines to paragraphs: which line ends were meant, what belongs to the page only."""

import pytest

from generator.sources.pdf_layout import Page, PdfLine, paragraphs

WIDTH = 480.0
FULL = "chữ trong một dòng đầy của đoạn văn này kéo đến tận mép bên phải của trang"


def line(text: str, at: float, *, left: float = 80, right: float | None = None) -> PdfLine:
    """Return a line of 12 points; a full one where its right end is not given."""
    end = WIDTH if right is None else right
    return PdfLine(text, left, end, at, 14.0)


def texts(*pages: list[PdfLine]) -> list[str]:
    """Return the paragraphs of pages."""
    return [one.text for one in paragraphs([Page(tuple(page)) for page in pages])]


def body(*rows: tuple[str, dict[str, float]], top: float = 700) -> list[PdfLine]:
    """Return lines at the usual distance."""
    return [line(text, top - 16 * index, **more) for index, (text, more) in enumerate(rows)]


def test_full_lines_are_joined() -> None:
    """A line that reaches the margin goes on, whatever letter follows."""
    rows = body((FULL, {}), ("Tỉnh tiếp tục " + FULL, {}), ("hết.", {"right": 110}))
    assert texts(rows) == [f"{FULL} Tỉnh tiếp tục {FULL} hết."]


def test_short_line_ends_a_paragraph() -> None:
    """Where the next word had room, the line end was meant."""
    rows = body((f"{FULL}", {}), ("cuối đoạn.", {"right": 150}), (f"Mới {FULL}", {}))
    assert texts(rows) == [f"{FULL} cuối đoạn.", f"Mới {FULL}"]


def test_indent_after_a_full_stop_begins_a_paragraph() -> None:
    """A sentence that ends at the margin, and an indented line after it."""
    rows = body((f"{FULL}.", {}), (f"Mới {FULL}", {"left": 110}), ("cũ.", {"right": 120}))
    assert texts(rows) == [f"{FULL}.", f"Mới {FULL} cũ."]


def test_wide_gap_begins_a_paragraph() -> None:
    """More distance than usual parts paragraphs."""
    rows = [*body((FULL, {}), (FULL, {}), (FULL, {})), line(FULL, 600)]
    assert texts(rows) == [" ".join([FULL] * 3), FULL]


@pytest.mark.parametrize("start", ["- ", "a) ", "1. ", "2.1. ", "II. ", "[3] ", "(4) "])
def test_items_begin_paragraphs(start: str) -> None:
    """The mark of an item begins a paragraph after any line."""
    assert texts(body((FULL, {}), (start + FULL, {}))) == [FULL, start + FULL]


def test_figure_at_the_beginning_of_a_line() -> None:
    """A line that begins with a figure goes on the long line before it."""
    rows = body((FULL, {"right": 440}), ("1.836/1.836 TTHC " + FULL, {}))
    assert texts(rows) == [f"{FULL} 1.836/1.836 TTHC {FULL}"]


def test_hyphen_at_a_line_end_stays() -> None:
    """Years around a hyphen are joined without a blank, a dash between words keeps its own."""
    assert texts(body((f"{FULL} 2021-", {}), ("2025", {"right": 100}))) == [f"{FULL} 2021-2025"]
    assert texts(body((f"{FULL} -", {}), ("xã hội", {"right": 100}))) == [f"{FULL} - xã hội"]


def test_paragraph_over_two_pages() -> None:
    """A sentence that a page end cuts is one paragraph, labelled with both pages."""
    pages = [Page(tuple(body((FULL, {})))), Page(tuple(body(("và " + FULL, {}))))]
    (one,) = paragraphs(pages)
    assert one.text == f"{FULL} và {FULL}"
    assert one.label == "trang 1–2"


def test_heads_feet_and_page_numbers_are_dropped() -> None:
    """What stands at one place on each page, and the page's own number, are no text."""
    pages = [
        [
            line("Cổng thông tin điện tử", 800, right=200),
            *body((f"Đoạn {'abc'[n - 1]} {FULL}.", {})),
            line(f"Trang {n}/3", 40, right=120),
        ]
        for n in (1, 2, 3)
    ]
    assert texts(*pages) == [f"Đoạn {letter} {FULL}." for letter in "abc"]
    assert texts([*body((f"{FULL}.", {})), line("- 1 -", 40, right=100)]) == [f"{FULL}."]


def test_a_lone_figure_that_is_no_page_number_stays() -> None:
    """A figure by itself is dropped only where it is the number of its page."""
    assert texts([*body((f"{FULL}.", {})), line("57", 40, right=100)]) == [f"{FULL}.", "57"]


def test_rows_of_tables_stay_apart() -> None:
    """Lines with cells are a paragraph each."""
    rows = body(("Cấp tỉnh | 12", {}), ("cấp xã | 13", {}), (FULL, {}))
    assert texts(rows) == ["Cấp tỉnh | 12", "cấp xã | 13", FULL]


def test_another_size_begins_a_paragraph() -> None:
    """A heading in larger letters is not joined with the text below it."""
    heading = PdfLine("kết quả", 80, 200, 716, 20.0)
    assert texts([heading, *body((FULL, {}))]) == ["kết quả", FULL]


def test_wide_page_among_others() -> None:
    """A page with wider lines does not make the full lines of the others look short."""
    wide = [line(f"Hai {FULL}", 700 - 16 * n, right=760) for n in range(40)]
    rows = body(*[(f"Một {FULL}", {})] * 9, (f"Một {FULL}.", {}))
    assert texts(rows, wide)[0] == " ".join([f"Một {FULL}"] * 10) + "."


def test_nothing() -> None:
    """Empty pages give nothing."""
    assert texts([], []) == []
