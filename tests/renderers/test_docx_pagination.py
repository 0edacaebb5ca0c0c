"""Page numbers for the cached table of contents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.renderers.docx import measures as m
from generator.renderers.docx.extent import Extent
from generator.renderers.docx.pagination import _walk

PAGE = m.PORTRAIT.text_height
LINE = 100
FULL = PAGE // LINE


def text(lines, name="", **more):
    """Return a paragraph of some lines of 100 twips, bookmarked where it has a name."""
    return Extent(lines, LINE, bookmarks=(name,) if name else (), **more)


def pages(*items):
    """Return bookmark → page of some paragraphs and rows."""
    return dict(_walk(items))


def test_text_flows_over_pages():
    """What fits stays, what follows a full page stands on the next."""
    assert pages(text(FULL - 3), text(1, "a"), text(5), text(1, "b")) == {"a": 1, "b": 2}


def test_heading_goes_with_the_text_behind_it():
    """A heading never stands alone at the foot of a page."""
    heading = text(1, "h", whole=True, keep_next=True)
    assert pages(text(FULL - 2), heading, text(9)) == {"h": 2}
    assert pages(text(FULL - 4), heading, text(9)) == {"h": 1}


def test_a_chain_longer_than_a_page_breaks_where_it_must():
    """Keeping with the next is no reason to leave a page empty."""
    rows = [text(FULL // 2, f"r{at}", whole=True, keep_next=True) for at in range(4)]
    assert pages(text(3), *rows)["r0"] == 1


def test_row_that_does_not_fit_takes_its_head_along():
    """Repeated head rows take room on each page of a table."""
    head = text(10, whole=True, keep_next=True)
    rows = [text(FULL - 20, f"r{at}", whole=True, repeated=10 * LINE) for at in range(3)]
    closing = text(12, "end", whole=True)
    assert pages(head, *rows, closing) == {"r0": 1, "r1": 2, "r2": 3, "end": 4}


def test_a_row_of_one_line_takes_the_head_along_too():
    """The head counts on the page to which a row is moved as a whole."""
    rows = [text(1, f"r{at}", whole=True, repeated=10 * LINE) for at in range(FULL + 1)]
    assert pages(*rows, text(FULL - 11, whole=True), text(1, "end"))["end"] == 3


def test_notes_stay_with_the_last_line():
    """A paragraph may begin on a page whose foot has no room for its footnote."""
    heading = text(1, "h", whole=True, keep_next=True)
    noted = text(6, "a", notes=4 * LINE)
    assert pages(text(FULL - 5), heading, noted) == {"h": 1, "a": 2}
    assert pages(text(FULL - 2), heading, noted) == {"h": 2, "a": 2}


def test_notes_take_their_room_at_the_foot():
    """A footnote pushes text to the next page."""
    assert pages(text(FULL - 4), text(3, "a")) == {"a": 1}
    assert pages(text(FULL - 4, notes=2 * LINE), text(3, "a")) == {"a": 2}


def test_gaps_do_not_add_up():
    """Between two paragraphs stands the larger of both gaps."""
    first = text(1, after=300)
    assert pages(first, text(FULL - 4, "a", whole=True, before=300)) == {"a": 1}
    assert pages(first, text(FULL - 3, "a", whole=True, before=300)) == {"a": 2}


def test_the_gap_above_is_dropped_where_text_flows_over():
    """Word and LibreOffice keep it only at the head of a page that a break begins."""
    page = text(FULL, whole=True)
    assert pages(page, text(FULL, "a", whole=True, before=200), text(1, "b")) == {"a": 2, "b": 3}
    flowed = text(FULL - 1, "a", whole=True, before=200)
    assert pages(page, flowed, text(1, "b")) == {"a": 2, "b": 2}
    broken = text(FULL - 2, "a", whole=True, before=200, new_page=True)
    assert pages(page, broken, text(1, "b")) == {"a": 2, "b": 3}


def test_numbers_begin_again_in_a_new_section():
    """The section after a break counts from 1, with its own page height."""
    broken = text(0, section=m.LANDSCAPE)
    low = m.LANDSCAPE.text_height // LINE
    assert pages(text(FULL), text(2), broken, text(low - 1), text(1, "a"), text(2, "b")) == {
        "a": 1,
        "b": 2,
    }


@pytest.mark.parametrize("lines", [1, 2, 3, 4])
def test_no_line_stands_alone(lines):
    """At least two lines of a paragraph stand at a page's foot and head."""
    assert pages(text(FULL - 1), text(lines, "a"))["a"] == (1 if lines == 1 else 2)


@given(st.lists(st.builds(text, st.integers(0, 120), keep_next=st.booleans()), max_size=30))
def test_pages_never_go_back(items):
    """Whatever is written, page numbers only grow."""
    named = [
        Extent(item.lines, item.line, keep_next=item.keep_next, bookmarks=(str(at),))
        for at, item in enumerate(items)
    ]
    found = pages(*named)
    numbers = [found[str(at)] for at in range(len(items))]
    assert numbers == sorted(numbers)
