"""Due days and harmless digits."""

from datetime import date

import pytest

from generator.extraction.reading import folded
from generator.extraction.statements.deadlines import deadlines, written_on
from generator.extraction.statements.digits import has_figure
from generator.extraction.statements.wording import quotable


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("trả lời trước ngày 15/8;", "trước ngày 15/8", date(2024, 8, 15)),
        ("trả lời trước 15-8", "trước 15-8", date(2024, 8, 15)),
        ("xong trước ngày 05/02/2025", "trước ngày 05/02/2025", date(2025, 2, 5)),
        ("trước 17 giờ ngày 5/8", "trước 17 giờ ngày 5/8", date(2024, 8, 5)),
        (
            "trước ngày 30 tháng 9 năm 2024",
            "trước ngày 30 tháng 9 năm 2024",
            date(2024, 9, 30),
        ),
        ("ban hành trong tháng 10/2023", "trong tháng 10/2023", date(2023, 10, 31)),
        ("ban hành trong tháng 2 năm 2024", "trong tháng 2 năm 2024", date(2024, 2, 29)),
        ("trước tháng 1/2025", "trước tháng 1/2025", date(2024, 12, 31)),
        ("đến hết ngày 31/12/2023", "đến hết ngày 31/12/2023", date(2023, 12, 31)),
        ("chậm nhất là ngày 20/9", "chậm nhất là ngày 20/9", date(2024, 9, 20)),
        ("xong trong Quý III/2024", "trong Quý III/2024", date(2024, 9, 30)),
        ("hết quý 4 năm 2024", "hết quý 4 năm 2024", date(2024, 12, 31)),
        ("trước quý II", "trước quý II", date(2025, 3, 31)),
        ("trong 6 tháng cuối năm 2024", "trong 6 tháng cuối năm 2024", date(2024, 12, 31)),
        ("trong năm 2025", "trong năm 2025", date(2025, 12, 31)),
    ],
)
def test_deadline(text, words, expected):
    """A due day is found with its words; a year left out is that of the source."""
    (one,) = deadlines(folded(text), date(2024, 7, 31))
    assert (one.day, text[one.start : one.end]) == (expected, words)


@pytest.mark.parametrize(
    "text",
    ["ngày 15/8", "giai đoạn 2025-2030", "tầm nhìn đến năm 2030", "trong 3 ngày", "năm 2024"],
)
def test_no_deadline(text):
    """A date or period alone binds nobody."""
    assert deadlines(folded(text), date(2024, 7, 31)) == ()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (date(2023, 12, 20), date(2024, 1, 15)),
        (date(2024, 1, 15), date(2024, 1, 15)),
        (date(2024, 1, 16), date(2025, 1, 15)),
    ],
)
def test_a_day_without_a_year_is_the_first_to_come(written, expected):
    """In December "trước ngày 15/1" means the January to come, on the day itself that day."""
    (one,) = deadlines("trước ngày 15/1", written)
    assert one.day == expected


@pytest.mark.parametrize("text", ["trước ngày 31/2", "trước ngày 5/13", "trong tháng 13/2024"])
def test_an_impossible_day_stays_words(text):
    """A date that no calendar has is kept as printed, without a day."""
    (one,) = deadlines(text, date(2024, 7, 31))
    assert one.day is None
    assert text[one.start : one.end] == text


def test_without_a_day_of_the_source_the_year_stays_open():
    """A day without year and a source without date give no day."""
    (one,) = deadlines("trước ngày 15/8", None)
    assert one.day is None


def test_day_of_the_source():
    """The publication day counts, else a short line with a date, never one in a sentence."""
    sentence = "Nghị quyết ra ngày 8/11/2011 nêu rõ việc này đã lâu rồi."
    text = f"Tin\nFriday, 27/10/2023, 10:25 AM\n{sentence}"
    assert written_on(text, date(2024, 1, 2)) == date(2024, 1, 2)
    assert written_on(text, None) == date(2023, 10, 27)
    assert written_on(sentence, None) is None


@pytest.mark.parametrize(
    "text",
    [
        "trước ngày 15/8",
        "từ ngày 1-6-2023",
        "ngày 31 tháng 7 năm 2024",
        "6 tháng đầu năm 2024",
        "giai đoạn 2025-2030",
        "quyết định số 06/qđ-ttg",
        "nghị định 61/2018/nđ-cp",
        "thông báo 437/tb-vpcp",
        "đề án 06",
        "dịch vụ công mức độ 3 và 4",
        "chính quyền địa phương 2 cấp",
        "quý iv/2024",
        "cấp xã[5]",
    ],
)
def test_harmless_digits(text, rules):
    """Dates, periods, numbers of acts and names are no figures."""
    assert not has_figure(f"việc này theo {text} đã rõ", rules)


@pytest.mark.parametrize(
    "text",
    ["14/14 sở", "13 thủ tục", "95,89%", "hơn 2 triệu", "thứ 55/63", "2 nhóm", "trong 3 ngày"],
)
def test_figures(text, rules):
    """What is counted, measured or ranked is a figure."""
    assert has_figure(f"việc này có {text} rồi", rules)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("việc số hóa\u00a0 hồ sơ còn chậm ;", "Việc số hóa hồ sơ còn chậm."),
        ("đẩy mạnh số hóa hồ sơ cấp xã./.", "Đẩy mạnh số hóa hồ sơ cấp xã."),
        ("Các sở duy trì bộ phận một cửa[5].", "Các sở duy trì bộ phận một cửa."),
        ("kiểm tra mẫu đơn, tờ khai, biểu mẫu…", "Kiểm tra mẫu đơn, tờ khai, biểu mẫu…"),
        ("quá ngắn để dẫn.", ""),
        ("“Công tác này luôn được quan tâm chỉ đạo.", ""),
        ("công tác này (ở cấp xã luôn được quan tâm.", ""),
    ],
)
def test_wording(raw, expected):
    """A quotation is one clean sentence, or nothing."""
    assert quotable(raw) == expected
