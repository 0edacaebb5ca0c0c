"""Justified paragraphs: no wide gaps, and no number parted from its unit to get there."""

import ctypes
import statistics
from datetime import date
from itertools import pairwise

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2 import raw

from generator.model.document import Document, FigureText, LineBreak, Note, Paragraph, Text
from generator.renderers import pdf
from generator.renderers.justified import Measure, settled

NBSP = "\u00a0"
BODY = Measure(14.0, 9071.0, 720)
LEAST = 2.0  # points; letters of one word stand nearer
# first lines that a long unbroken piece would leave half empty
HARD = (
    (
        Text("Theo đánh giá của Phó Chánh Văn phòng Lê Văn Thử Nghiệm "),
        Text(f"(tháng{NBSP}11/2023), việc số hóa hồ sơ ở một số nơi còn chậm so với yêu cầu."),
    ),
    (
        Text("Trong năm vừa qua, Chỉ số hài lòng của người dân, tổ chức đạt "),
        FigureText(f"87,25/100{NBSP}điểm", "f1"),
        Text(", cao hơn năm trước đó và cao hơn mức bình quân chung của các tỉnh lân cận."),
    ),
    (
        Text(f"Đến ngày{NBSP}30 tháng{NBSP}11 năm{NBSP}2023, tỉnh Thử Nghiệm cung cấp "),
        FigureText("1.234/1.250", "f2"),
        Text(f"{NBSP}dịch vụ công trực tuyến toàn trình, một phần trên Cổng Dịch vụ công; các "),
        Text("dịch vụ khác còn phải nộp bản giấy và nhận kết quả tại Bộ phận Một cửa các cấp."),
    ),
)


def lines_of(content: bytes) -> list[list[tuple[str, float, float]]]:
    """The characters of each line of the first page: sign, left and right edge in points."""
    page = pdfium.PdfDocument(content)[0]
    text = page.get_textpage()
    lines: list[tuple[float, list[tuple[str, float, float]]]] = []
    for at in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text.raw, at))
        if sign.isspace() or raw.FPDFText_IsGenerated(text.raw, at):
            continue
        left, right, low, high, x, y = (ctypes.c_double() for _ in range(6))
        raw.FPDFText_GetCharBox(text.raw, at, left, right, low, high)
        raw.FPDFText_GetCharOrigin(text.raw, at, x, y)
        if not lines or abs(lines[-1][0] - y.value) > 1:
            lines.append((y.value, []))
        lines[-1][1].append((sign, left.value, right.value))
    return [line for _, line in lines]


def gap_of(line: list[tuple[str, float, float]]) -> float:
    """The usual gap between the words of a line, in points."""
    gaps = [right[1] - left[2] for left, right in pairwise(line)]
    return statistics.median(gap for gap in gaps if gap > LEAST)


@pytest.mark.parametrize("content", HARD)
def test_no_line_of_a_paragraph_has_wide_gaps(content):
    """Measured in the PDF: gaps stay below 2.4 times those of the last line."""
    document = Document("Thử", "Thử", "Cơ quan", date(2024, 1, 1), (Paragraph(content),))
    *lines, last = lines_of(pdf.render(document))
    assert lines
    assert max(map(gap_of, lines)) < 2.4 * gap_of(last)


@pytest.mark.parametrize("content", HARD)
def test_the_hard_paragraphs_are_changed_at_all(content):
    """Without a change each of them would have a wide gap."""
    setting = settled(content, BODY)
    assert setting.spacing or setting.content != content


def test_a_paragraph_that_is_well_stays_as_it_is():
    """Nothing is touched where no gap is wide."""
    content = (Text("Các cơ quan đã tiếp nhận và giải quyết hồ sơ của người dân đúng hạn. " * 4),)
    assert settled(content, BODY).content == content
    assert settled(content, BODY).spacing == 0


def test_line_ends_of_the_text_are_left_alone():
    """A paragraph with its own line ends is no plain justified one."""
    content = (*HARD[0], LineBreak(), Text("Dòng sau."))
    assert settled(content, BODY).content == content


WORDS = st.text(alphabet="aăbcđêghươ", min_size=1, max_size=8)
FACTS = st.builds(lambda n, word: f"{n}{NBSP}{word}", st.integers(1, 10**13), WORDS)
MONTHS = st.builds(lambda n: f"(tháng{NBSP}{n}/2024),", st.integers(1, 12))
RESERVED = st.builds(lambda n: f"hơn{NBSP}{n}{NBSP}hồ sơ", st.integers(1, 10**13))


@given(st.lists(st.one_of(WORDS, FACTS, MONTHS, RESERVED), min_size=1, max_size=60))
def test_a_number_never_parts_from_its_unit(words):
    """Only that between a word and a number may open; no letter changes."""
    before = " ".join(words)
    (after,) = (part.text for part in settled((Text(before), Note(())), BODY).content[:1])
    assert after.replace(NBSP, " ") == before.replace(NBSP, " ")
    opened = [at for at, sign in enumerate(before) if sign == NBSP and after[at] == " "]
    assert len(opened) <= 1
    assert all(before[at - 1].isalpha() and before[at + 1].isdigit() for at in opened)


@pytest.mark.parametrize(
    ("name", "parts"), [("Nguyễn Thị Trần Mẫu", False), ("Nguyễn Trần Mẫu", True)]
)
def test_a_time_opens_only_where_a_line_would_be_torn_apart(name, parts):
    """A time is kept whole as long as letters a little apart fill the line."""
    before = f"Theo đánh giá của Phó Thủ tướng Chính phủ {name} (tháng{NBSP}9/2022), việc rà soát "
    said = (Text(before + "còn chậm ở nhiều nơi so với yêu cầu của nhiệm vụ được giao trong kỳ."),)
    after = settled(said, BODY).content[0].text
    assert (f"tháng{NBSP}9" not in after) is parts


def test_a_line_end_comes_before_letters_apart():
    """Where one more line end is enough, no letter moves."""
    said = (
        Text("Trong thời gian vừa qua, số tiền thanh toán trực tuyến "),
        FigureText(f"hơn{NBSP}2,78{NBSP}nghìn{NBSP}tỷ", "f1"),
        Text(f"{NBSP}đồng, tăng nhiều so với cùng kỳ năm trước và cao hơn mức chung của cả nước."),
    )
    setting = settled(said, BODY)
    assert setting.spacing == 0
    assert setting.content != said


def test_a_magnitude_may_part_from_what_is_counted():
    """A chain of reservation, number, magnitude and unit opens at its last joint, too."""
    said = (
        Text("Theo báo cáo, số tiền người dân thanh toán trực tuyến "),
        FigureText(f"hơn{NBSP}2,78{NBSP}nghìn{NBSP}tỷ", "f1"),
        Text(f"{NBSP}đồng, tăng nhiều so với cùng kỳ năm trước và cao hơn mức chung của cả nước."),
    )
    assert settled(said, BODY).content[2].text.startswith(" đồng")


@given(st.lists(st.one_of(WORDS, FACTS, MONTHS), min_size=1, max_size=60))
def test_letters_move_by_a_trifle(words):
    """The space added behind each letter is at most 0.2 points: nobody sees it."""
    assert abs(settled((Text(" ".join(words)),), BODY).spacing) <= 0.2
