"""Paragraphs, sentences and footnotes with their offsets."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.extraction.context import (
    MAX_SENTENCE,
    note_marks,
    paragraphs,
    sentences,
)


def _texts(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Một câu. Hai câu.", ["Một câu.", "Hai câu."]),
        ("Có 1.836/1.836 TTHC. 699 TTHC khác.", ["Có 1.836/1.836 TTHC.", "699 TTHC khác."]),
        ("Tại TP. Hồ Chí Minh và T.Ư đều vậy.", ["Tại TP. Hồ Chí Minh và T.Ư đều vậy."]),
        ("Là 522[1]. Đồng thời, có 19.", ["Là 522[1].", "Đồng thời, có 19."]),
        ("Ông nói: “Đúng vậy.” Sau đó đi.", ["Ông nói: “Đúng vậy.”", "Sau đó đi."]),
        ("- Đã giải quyết 12 hồ sơ;", ["Đã giải quyết 12 hồ sơ;"]),
        ("Câu bị ngắt\ngiữa dòng. Câu khác.", ["Câu bị ngắt\ngiữa dòng.", "Câu khác."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, wanted: list[str]) -> None:
    """Numbers, abbreviations, quotes, marks and broken lines do not mislead."""
    assert _texts(text) == wanted


def test_a_paragraph_knows_its_marks() -> None:
    """List marks, footnote labels and headings are told apart."""
    text = "I. KẾT QUẢ\n- Một việc.\n[3] Gồm 2 việc."
    found = paragraphs(text)
    assert [(one.mark, one.note, one.heading) for one in found] == [
        ("I.", "", True),
        ("-", "", False),
        ("[3]", "3", False),
    ]


def test_footnote_marks_have_places() -> None:
    """The marks of a sentence are found with their offsets."""
    text = "Có 522[1] và 19[2]."
    assert list(note_marks(text, 0, len(text))) == [(6, "1"), (15, "2")]


def test_an_endless_sentence_is_cut() -> None:
    """No sentence is longer than the limit, and no letter is lost."""
    text = "chữ " * 2000
    found = _texts(text)
    assert max(map(len, found)) <= MAX_SENTENCE
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet='aÁ1.,;:!?"“”()[]-\n \t', max_size=200))
@example("1\na")
def test_sentences_are_ordered_and_inside(text: str) -> None:
    """Spans never overlap and never are empty."""
    found = sentences(text)
    position = 0
    for sentence in found:
        assert position <= sentence.start < sentence.end <= len(text)
        position = sentence.end
