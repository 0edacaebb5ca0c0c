"""Abbreviations are said in full once, where running text uses them first."""

import pytest

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
    assert introduced("<p>TTHC mới. Có TTHC.</p>", KNOWN) == (
        "<p>Thủ tục hành chính (TTHC) mới. Có TTHC.</p>"
    )


def test_what_is_not_used_again_is_not_defined() -> None:
    """A use in a table counts, one in a quotation of a source does not."""
    assert introduced("<p>TTHC mới.</p>", KNOWN) == "<p>Thủ tục hành chính mới.</p>"
    quoted = "<p>Các thủ tục hành chính (TTHC) mới.</p><td>“3 TTHC”</td>"
    assert introduced(quoted, KNOWN) == "<p>Các thủ tục hành chính mới.</p><td>“3 TTHC”</td>"
    tabled = "<p>TTHC mới.</p><td>3 TTHC</td>"
    assert introduced(tabled, KNOWN) == "<p>Thủ tục hành chính (TTHC) mới.</p><td>3 TTHC</td>"


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


@pytest.mark.parametrize(
    "symbol", ["10/KH-UBND", "76/2019/NQ-UBND", "…/QĐ-UBND", "123/UBND-TTHC", "KH-UBND", "/QĐ-UBND"]
)
def test_symbols_of_documents_are_left_alone(symbol: str) -> None:
    """They are no use: the first one is that behind them, and none of one makes it two."""
    text = f"<p>Theo Kế hoạch số {symbol} ngày 05 của UBND tỉnh, UBND xã.</p>"
    assert introduced(text, KNOWN) == text.replace("UBND tỉnh", "Ủy ban nhân dân (UBND) tỉnh")
    alone = f"<p>Theo {symbol.replace('UBND', 'TTHC')} về các TTHC.</p>"
    assert introduced(alone, KNOWN) == alone.replace("các TTHC", "các thủ tục hành chính")


def test_quotations_are_left_alone() -> None:
    """What a source says stays as it says it, also over several elements and in nested marks."""
    quotes = "“UBND tỉnh <b>có</b> 3 thủ tục hành chính (TTHC); “TTHC” mới”"
    text = f"<p>Theo {quotes}, TTHC và UBND.</p><p>TTHC, UBND.</p>"
    assert introduced(text, KNOWN) == (
        f"<p>Theo {quotes}, thủ tục hành chính (TTHC) và Ủy ban nhân dân (UBND).</p>"
        "<p>TTHC, UBND.</p>"
    )


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
    assert introduced("<p>Chỉ số (CCHC, PAPI) tăng. Có CCHC.</p>", INDICES) == (
        "<p>Chỉ số (cải cách hành chính - CCHC, Chỉ số hiệu quả quản trị - PAPI) tăng. Có CCHC.</p>"
    )


def test_a_long_name_is_told_in_a_footnote() -> None:
    """Once, where it is used first."""
    text = "<p>Triển khai Đề án 06 và Đề án 06.</p><p>Đề án 06.</p>"
    assert introduced(text, INDICES) == (
        "<p>Triển khai Đề án 06<note>Đề án phát triển dữ liệu.</note> và Đề án 06.</p>"
        "<p>Đề án 06.</p>"
    )


def test_letters_of_private_use_are_letters_like_others() -> None:
    """A source may bring such a letter along; nothing of the text is lost by it."""
    told = introduced("<p>TTHC \ue000 số 10/KH-UBND của UBND</p>", KNOWN)
    assert "\ue000 số 10/KH-UBND của" in told


def test_names_that_hold_an_abbreviation_stay() -> None:
    """Only whole words are abbreviations."""
    assert introduced("<p>KSTTHC và (TTHC)</p>", KNOWN) == "<p>KSTTHC và (TTHC)</p>"
