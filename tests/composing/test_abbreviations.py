"""Abbreviations are said in full once, where running text uses them first."""

from generator.catalogue.language import Abbreviation
from generator.composing.abbreviations import introduced

KNOWN = (
    Abbreviation(short="TTHC", full="thủ tục hành chính"),
    Abbreviation(short="UBND", full="Ủy ban nhân dân"),
)


def test_the_first_use_is_in_full() -> None:
    """Later ones are short."""
    text = "<p>Các UBND xã.</p><p>UBND tỉnh.</p>"
    assert introduced(text, KNOWN) == "<p>Các Ủy ban nhân dân (UBND) xã.</p><p>UBND tỉnh.</p>"


def test_a_sentence_begins_large() -> None:
    """The full form takes the place of the short one at the beginning too."""
    assert introduced("<p>TTHC mới.</p>", KNOWN) == "<p>Thủ tục hành chính (TTHC) mới.</p>"


def test_a_second_introduction_is_shortened() -> None:
    """A quoted source may introduce what the report introduced before."""
    text = "<p>Về thủ tục hành chính (TTHC).</p><p>Cải cách thủ tục hành chính (TTHC) và TTHC.</p>"
    assert (
        introduced(text, KNOWN)
        == "<p>Về thủ tục hành chính (TTHC).</p><p>Cải cách TTHC và TTHC.</p>"
    )


def test_headings_tables_and_notes_are_left_alone() -> None:
    """They come out of the order of reading."""
    text = "<h1>TTHC</h1><td>TTHC</td><p>a<note>TTHC</note></p>"
    assert introduced(text, KNOWN) == text


INDICES = (
    Abbreviation(short="CCHC", full="cải cách hành chính"),
    Abbreviation(short="PAPI", full="Chỉ số hiệu quả quản trị"),
    Abbreviation(short="Đề án 06", full="Đề án phát triển dữ liệu", noted=True),
)


def test_what_stands_before_is_not_said_twice() -> None:
    """So "Chỉ số PAPI" goes on as the name of the index does."""
    text = "<p>Các Chỉ số PAPI và PAPI.</p>"
    assert introduced(text, INDICES) == "<p>Các Chỉ số hiệu quả quản trị (PAPI) và PAPI.</p>"


def test_within_brackets_a_dash_takes_their_place() -> None:
    """Brackets do not stand in brackets."""
    assert introduced("<p>Chỉ số (CCHC, PAPI) tăng.</p>", INDICES) == (
        "<p>Chỉ số (cải cách hành chính - CCHC, Chỉ số hiệu quả quản trị - PAPI) tăng.</p>"
    )


def test_a_long_name_is_told_in_a_footnote() -> None:
    """Once, where it is used first."""
    text = "<p>Triển khai Đề án 06 và Đề án 06.</p><p>Đề án 06.</p>"
    assert introduced(text, INDICES) == (
        "<p>Triển khai Đề án 06<note>Đề án phát triển dữ liệu.</note> và Đề án 06.</p>"
        "<p>Đề án 06.</p>"
    )


def test_names_that_hold_an_abbreviation_stay() -> None:
    """Only whole words are abbreviations."""
    assert introduced("<p>KSTTHC và (TTHC)</p>", KNOWN) == "<p>KSTTHC và (TTHC)</p>"
