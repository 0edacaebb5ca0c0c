"""Quoted statements open with who judges and of which time, said once in full."""

from __future__ import annotations

from datetime import date

import pytest

from generator.catalogue import load_language
from generator.composing.opening import (
    Opener,
    continued,
    headed,
    is_part,
    listed,
    office,
    without_time,
)
from generator.model.fact import Source
from generator.model.period import Period
from generator.model.statement import Statement, StatementKind

USAGE = load_language().usage


def statement(
    text: str, kind: StatementKind = StatementKind.ACHIEVEMENT, start: int = 0, **more: object
) -> Statement:
    """Return a statement of a source that begins at an offset."""
    return Statement(
        kind, text, "quoc-gia", "general", Source("d", start, start + len(text), text), **more
    )


@pytest.mark.parametrize(
    ("text", "time", "words"),
    [
        ("Công tác rà soát được đẩy mạnh.", "tháng 7 năm 2024", "đến tháng 7 năm 2024"),
        ("Công tác rà soát được đẩy mạnh.", "năm 2023", "trong năm 2023"),
        ("Công tác rà soát được đẩy mạnh.", "", ""),
        ("Thời gian qua, các bộ đã rà soát.", "tháng 7 năm 2024", "đến tháng 7 năm 2024"),
        (
            "Từ đầu năm đến nay, các bộ rà soát.",
            "tháng 7 năm 2024",
            "theo tài liệu tháng 7 năm 2024",
        ),
        ("6 tháng đầu năm 2024, công tác rà soát được đẩy mạnh.", "tháng 7 năm 2024", ""),
        ("Hiện đại hóa hành chính được đẩy mạnh.", "tháng 7 năm 2024", "đến tháng 7 năm 2024"),
    ],
)
def test_a_result_bears_the_time_of_its_source(text, time, words):
    """Among results of several times each tells its own, once."""
    assert Opener(USAGE).opening([statement(text)], time) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Công tác rà soát được đẩy mạnh.", "trong 6 tháng đầu năm 2024"),
        ("Thời gian qua, các bộ đã rà soát.", "đến tháng 7 năm 2024"),
        ("Trong năm 2023, các bộ đã rà soát.", ""),
    ],
)
def test_a_result_bears_the_time_of_its_paragraph(text, words):
    """A vague time of its own means that of the source, a time of its own itself."""
    half = Period(date(2024, 6, 30), date(2024, 1, 1))
    opened = Opener(USAGE).opening([statement(text, told=half)], "tháng 7 năm 2024")
    assert opened.replace("\N{NO-BREAK SPACE}", " ") == words
    assert Opener(USAGE).opening([statement(text, told=half)], "") == ""


def test_a_judgement_bears_who_made_it_in_full_once():
    """The name stands where the speaker is first heard in a section, later the office."""
    opener = Opener(USAGE)
    said = statement(
        "Việc số hóa còn chậm.", StatementKind.LIMIT, speaker="Phó Thủ tướng Trần Văn An"
    )
    first = opener.opening([said], "tháng 10 năm 2023")
    assert first == "theo đánh giá của Phó Thủ tướng Chính phủ Trần Văn An (tháng 10/2023)"
    assert (
        opener.opening([said], "tháng 10 năm 2023")
        == "theo Phó Thủ tướng Chính phủ (tháng 10/2023)"
    )
    opener.anew()
    assert opener.opening([said], "") == "theo đánh giá của Phó Thủ tướng Chính phủ Trần Văn An"


def test_a_task_is_no_judgement():
    """Who asks for a task stands in its heading, never before the task."""
    task = statement("Rà soát TTHC.", StatementKind.TASK, speaker="Phó Thủ tướng Trần Văn An")
    assert Opener(USAGE).opening([task], "") == ""


@pytest.mark.parametrize(
    ("speaker", "short"),
    [
        ("Thủ tướng Chính phủ Trần Văn An", "Thủ tướng Chính phủ"),
        ("Phó Thủ tướng Chính phủ Trần Văn An", "Phó Thủ tướng Chính phủ"),
        ("Bộ trưởng Bộ Công Thương Trần Văn An", ""),
        ("Phó Chủ tịch UBND tỉnh Trần Văn An", ""),
        ("các đại biểu", "các đại biểu"),
    ],
)
def test_an_office_that_many_have_says_nothing_without_the_name(speaker, short):
    """Several who speak keep their words."""
    assert office(speaker, USAGE) == short


def test_the_short_form_means_who_was_named_last():
    """Of two in one office neither is called by the office right behind the other."""
    opener = Opener(USAGE)
    first, second = (
        statement("Việc số hóa còn chậm.", StatementKind.LIMIT, speaker=f"Phó Thủ tướng {name}")
        for name in ("Trần Văn An", "Lê Văn Bình")
    )
    told = [opener.opening([one], "") for one in (first, second, first, first)]
    assert told == [
        "theo đánh giá của Phó Thủ tướng Chính phủ Trần Văn An",
        "theo đánh giá của Phó Thủ tướng Chính phủ Lê Văn Bình",
        "theo đánh giá của Phó Thủ tướng Chính phủ Trần Văn An",
        "theo Phó Thủ tướng Chính phủ",
    ]


@pytest.mark.parametrize(
    ("sentence", "behind"),
    [
        ("Công tác rà soát được đẩy mạnh.", "công tác rà soát được đẩy mạnh."),
        ("TTHC còn nhiều rào cản.", "TTHC còn nhiều rào cản."),
        ("Bình Dương đã rà soát.", "Bình Dương đã rà soát."),
        ("Thủ tướng đã giao việc.", "Thủ tướng đã giao việc."),
        ("Cổng Dịch vụ công quốc gia được mở rộng.", "Cổng Dịch vụ công quốc gia được mở rộng."),
        ("Tỷ lệ TTHC trực tuyến còn thấp.", "tỷ lệ TTHC trực tuyến còn thấp."),
        ("“Việc này theo chốt”.", "“Việc này theo chốt”."),
        ("Tỉnh Bình Dương đã rà soát.", "tỉnh Bình Dương đã rà soát."),
        ("Thành phố Hồ Chí Minh đã rà soát.", "Thành phố Hồ Chí Minh đã rà soát."),
    ],
)
def test_a_sentence_behind_other_words_keeps_the_capital_of_a_name(sentence, behind):
    """Only a common word loses its capital."""
    assert continued(sentence, USAGE) == behind


def test_a_part_goes_on_from_the_statement_right_before_it():
    """The words "trong đó" are said only where the whole stands before it."""
    whole = statement("Chỉ số này còn thấp.", StatementKind.LIMIT)
    part = statement("Các chỉ số thành phần còn thấp.", StatementKind.LIMIT, 60, is_part=True)
    far = statement("Các chỉ số thành phần còn thấp.", StatementKind.LIMIT, 900, is_part=True)
    assert is_part(part, whole)
    assert not is_part(part, None)
    assert not is_part(far, whole)
    assert not is_part(whole, part)


def test_the_month_of_the_source_stands_for_a_vague_time():
    """Nobody knows which time has passed since "thời gian qua" was written."""
    assert without_time("Thời gian qua, các bộ đã rà soát.", USAGE) == "các bộ đã rà soát."
    assert without_time("Hiện đại hóa hành chính còn chậm.", USAGE).startswith("Hiện đại")
    assert without_time("Năm 2023, các bộ đã rà soát.", USAGE).startswith("Năm 2023")


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        (
            "Điểm về Thanh toán trực tuyến; Mức độ hài lòng; Công khai, minh bạch còn thấp.",
            "Điểm về Thanh toán trực tuyến; mức độ hài lòng; công khai, minh bạch còn thấp.",
        ),
        ("Hồ sơ còn trễ; UBND xã chưa xin lỗi.", "Hồ sơ còn trễ; UBND xã chưa xin lỗi."),
        (
            "Bộ Công an đã kết nối; Bộ Tài chính chưa; Tỉnh An Giang đang làm.",
            "Bộ Công an đã kết nối; Bộ Tài chính chưa; tỉnh An Giang đang làm.",
        ),
        (
            "Xây dựng Hệ thống báo cáo; Hệ thống giám sát; Hệ thống họp.",
            "Xây dựng Hệ thống báo cáo; Hệ thống giám sát; Hệ thống họp.",
        ),
        (
            "Mô hình “Hẹn một lần; Trả một lần”; Ngày thứ bảy vì dân.",
            "Mô hình “Hẹn một lần; Trả một lần”; ngày thứ bảy vì dân.",
        ),
        ("Thực hiện Nghị quyết; Thông tư; Kế hoạch.", "Thực hiện Nghị quyết; Thông tư; kế hoạch."),
    ],
)
def test_no_clause_begins_with_a_capital(sentence, printed):
    """Behind a semicolon only a name has a capital."""
    assert listed(sentence, USAGE) == printed


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Phó Thủ tướng Chính phủ Trần Văn An", "Phó Thủ tướng Trần Văn An"),
        ("Thủ tướng Trần Văn An", "Thủ tướng Trần Văn An"),
        ("các đại biểu", "các đại biểu"),
    ],
)
def test_a_heading_names_an_office_shortly(speaker: str, name: str) -> None:
    """So that the time behind the name stays on its line."""
    assert headed(speaker, USAGE) == name
