"""Centred texts: even lines that never end inside a word or a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.renderers.docx.even_lines import evened
from generator.renderers.even import even_lines
from generator.renderers.metrics import text_width, wrap
from generator.renderers.phrases import GOOD, INSIDE_NAME, INSIDE_WORD, UNSURE, gap_weights

WORDS = st.lists(st.text(alphabet="aăbđơưỡẤỰm1", min_size=1, max_size=9), min_size=1, max_size=24)


@pytest.mark.parametrize(
    ("text", "size", "width", "lines"),
    [
        (
            "Sơ kết công tác cải cách thủ tục hành chính từ năm 2022 đến 6 tháng đầu năm 2024",
            14,
            9071,
            [
                "Sơ kết công tác cải cách thủ tục hành chính",
                "từ năm 2022 đến 6 tháng đầu năm 2024",
            ],
        ),
        (
            "Biểu đồ 4. Tỷ trọng các loại dịch vụ của tỉnh Bình Dương tại các thời điểm báo cáo",
            13,
            9071,
            [
                "Biểu đồ 4. Tỷ trọng các loại dịch vụ",
                "của tỉnh Bình Dương tại các thời điểm báo cáo",
            ],
        ),
        (
            "Kế hoạch của Bộ Văn hóa, Thể thao và Du lịch về thủ tục",
            14,
            4600,
            ["Kế hoạch của", "Bộ Văn hóa, Thể thao và Du lịch", "về thủ tục"],
        ),
        ("ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN", 13, 3500, ["ỦY BAN NHÂN DÂN", "TỈNH BÌNH THUẬN"]),
        (
            "Kính gửi: Văn phòng Chính phủ và Bộ Khoa học và Công nghệ, Bộ Nội vụ mẫu",
            14,
            7000,
            ["Kính gửi: Văn phòng Chính phủ", "và Bộ Khoa học và Công nghệ, Bộ Nội vụ mẫu"],
        ),
        ("Hồ sơ đã giải quyết", 12, 1500, ["Hồ sơ", "đã giải quyết"]),
        (
            "Sơ kết công tác cải cách thủ tục hành chính giai đoạn từ năm 2022 đến hết năm 2024",
            14,
            9071,
            [
                "Sơ kết công tác cải cách thủ tục hành chính giai đoạn",
                "từ năm 2022 đến hết năm 2024",
            ],
        ),
        ("Một dòng\nhai dòng", 14, 9071, ["Một dòng", "hai dòng"]),
    ],
)
def test_lines_end_where_a_reader_would_pause(text, size, width, lines):
    """Names and compounds stay whole, and no line ends with a preposition."""
    assert even_lines(text, size, width, bold=True) == lines


def test_a_name_is_cut_only_where_no_line_holds_it():
    """A column narrower than a name breaks it rather than run over."""
    assert even_lines("Bình Dương", 12, 700) == ["Bình", "Dương"]


@pytest.mark.parametrize(
    ("words", "weights"),
    [
        ("thủ tục hành chính", [INSIDE_WORD] * 3),
        ("Bình Dương, Bình Thuận", [INSIDE_WORD, GOOD, INSIDE_WORD]),
        ("Văn phòng Chính phủ", [INSIDE_WORD, INSIDE_NAME, INSIDE_WORD]),
        ("TỈNH ĐẮK LẮK", [0.4, INSIDE_WORD]),
        ("Bộ Tư pháp", [INSIDE_NAME, INSIDE_WORD]),
        ("UBND Bình Dương", [UNSURE, INSIDE_WORD]),
        ("giải quyết tại tỉnh (đạt", [INSIDE_WORD, GOOD, 0.4, 0.4]),
        ("ngày 05 tháng 3 năm 2027) của", [INSIDE_NAME] * 5 + [GOOD]),
        ("số ngày~05 tháng~3 năm~2027".replace("~", "\xa0"), [0.4, INSIDE_NAME, INSIDE_NAME]),
        ("a  b", [INSIDE_NAME, INSIDE_NAME]),
    ],
)
def test_spaces_have_weights(words, weights):
    """Inside a word weighs most, behind a comma a line may end."""
    assert gap_weights(words.split(" ")) == weights


@given(WORDS, st.integers(1500, 9000))
def test_even_lines_keep_the_text_and_the_width(words, width):
    """Lines joined are the text again; each fits, or is one word that cannot."""
    text = " ".join(words)
    lines = even_lines(text, 14, width)
    assert " ".join(lines) == text
    assert len(lines) <= len(wrap(text, 14, width)) + 1
    assert all(text_width(line, 14) <= width + 1 or " " not in line for line in lines)


@given(WORDS)
def test_word_breaks_a_paragraph_at_the_even_lines(words):
    """At the indents, a word processor that fills line after line ends them as meant."""
    text = " ".join(words)
    even = evened(text, 14, 6000, bold=False)
    assert even.text.replace("\u00a0", " ") == text
    broken = [line.replace("\u00a0", " ") for line in wrap(even.text, 14, 6000 - 2 * even.side)]
    assert broken == even_lines(text, 14, 6000)


def test_a_name_that_must_be_cut_is_cut_between_its_words():
    """In a narrow head one line more is better than "Văn | hóa"."""
    lines = even_lines("Bộ Văn hóa, Thể thao và Du lịch", 12, 942, bold=True)
    assert lines == ["Bộ", "Văn hóa,", "Thể thao", "và", "Du lịch"]
