"""What holds for any text."""

from __future__ import annotations

import unicodedata
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import load_catalogue
from generator.extraction import extract, load_rules
from generator.model.source_text import SourceInfo, SourceText
from generator.vi.text import nfc

CATALOGUE = load_catalogue()
RULES = load_rules(None, CATALOGUE)
INFO = SourceInfo("x", published=date(2024, 7, 31), place="binh-thuan")

_PIECES = st.sampled_from(
    [
        "Trong năm 2023, ",
        "tỉnh tiếp nhận ",
        "1.234",
        "98,5%",
        "12/15",
        " hồ sơ",
        " trực tuyến",
        " đúng hạn",
        " TTHC",
        "; ",
        ". ",
        ", ",
        " (",
        ")",
        "[1]",
        "\n\n[1] ",
        "trong đó ",
        "lần lượt ",
        "xếp thứ 5/63",
        " PAR INDEX ",
        "đạt ",
        "từ 10% xuống 5%",
        "cấp huyện ",
        "Bắc Giang ",
        "phấn đấu ",
        "\u00a0",
    ]
)
_TEXTS = st.lists(_PIECES, max_size=30).map("".join)


@settings(max_examples=150)
@given(_TEXTS)
def test_offsets_are_true(text: str) -> None:
    """Every quote is the text between its offsets and holds its number; nothing fails."""
    for fact in extract(SourceText(INFO, text), CATALOGUE, RULES).facts:
        source = fact.source
        assert text[source.start : source.end] == source.quote
        assert fact.printed
        assert fact.printed in source.quote
        assert text.startswith(fact.printed, fact.number_start)


@settings(max_examples=150)
@given(_TEXTS)
def test_no_number_is_lost_or_counted_twice(text: str) -> None:
    """A number is a fact, part of a fact, or unused with a reason, never two facts."""
    extraction = extract(SourceText(INFO, text), CATALOGUE, RULES)
    starts = [fact.number_start for fact in extraction.facts]
    assert len(starts) == len(set(starts))
    assert all(number.reason for number in extraction.unused)


@settings(max_examples=60)
@given(_TEXTS)
def test_the_form_of_the_letters_does_not_matter(text: str) -> None:
    """Decomposed text gives the facts of composed text once it is normalised."""
    decomposed = unicodedata.normalize("NFD", text)
    one = extract(SourceText(INFO, nfc(decomposed)), CATALOGUE, RULES)
    assert one == extract(SourceText(INFO, nfc(text)), CATALOGUE, RULES)


@settings(max_examples=60)
@given(st.text(max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    """No text makes the extraction fail."""
    extract(SourceText(INFO, nfc(text)), CATALOGUE, RULES)
