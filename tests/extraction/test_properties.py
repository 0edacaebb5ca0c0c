"""What holds for any text."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extraction import extract
from generator.extraction.context import paragraphs
from generator.extraction.reading import folded
from generator.model.source_text import SourceInfo, SourceText
from generator.sources import read_source
from generator.vi.numbers import find_numbers
from generator.vi.text import nfc
from tests.material import CATALOGUE, shipped_rules

RULES = shipped_rules()
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
        "98765432109876543210987654321098",
        " tỷ đồng",
        "Lũy kế từ đầu năm ",
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
    """Each number in digits is a fact, in the quote of a fact, or unused with a reason."""
    extraction = extract(SourceText(INFO, text), CATALOGUE, RULES)
    starts = [fact.number_start for fact in extraction.facts]
    assert len(starts) == len(set(starts))
    assert all(number.reason for number in extraction.unused)
    spans = [(one.start, one.end) for one in extraction.unused]
    spans += [(fact.source.start, fact.source.end) for fact in extraction.facts]
    sentences = [one for paragraph in paragraphs(text) for one in paragraph.sentences]
    for sentence in sentences:
        for number in find_numbers(folded(text[sentence.start : sentence.end])):
            start, end = sentence.start + number.start, sentence.start + number.end
            assert any(low < end and start < high for low, high in spans), text[start:end]


@settings(max_examples=60)
@given(_TEXTS)
def test_the_form_of_the_letters_does_not_matter(text: str) -> None:
    """A file of decomposed letters gives the facts of one with composed letters."""
    with TemporaryDirectory() as folder:
        told = []
        for form in ("NFC", "NFD"):
            path = Path(folder) / f"{form}.txt"
            path.write_bytes(unicodedata.normalize(form, f"Hồ sơ: {text}").encode())
            told.append(extract(read_source(path, info=INFO), CATALOGUE, RULES))
    assert told[0] == told[1]


@settings(max_examples=60)
@given(st.text("0123456789.,", min_size=14, max_size=60))
def test_a_run_of_digits_stops_nothing(digits: str) -> None:
    """A number of any length leaves the figure before it as it is."""
    text = f"Năm 2023, tỉnh tiếp nhận 1.234 hồ sơ. Mã {digits} hồ sơ, đạt {digits}% hồ sơ."
    facts = extract(SourceText(INFO, text), CATALOGUE, RULES).facts
    assert ("dossiers_received", Decimal(1234)) in [(fact.indicator, fact.value) for fact in facts]


@settings(max_examples=60)
@given(st.text(max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    """No text makes the extraction fail."""
    extract(SourceText(INFO, nfc(text)), CATALOGUE, RULES)
