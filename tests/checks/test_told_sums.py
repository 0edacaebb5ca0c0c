"""Sums, claims and denials in the words of texts, the whole way: what is found and how grave."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import Catalogue
from generator.checks import run_checks
from generator.extraction import RuleSet, extract, load_rules
from generator.facts import FactBase
from generator.model.finding import Finding
from generator.model.source_text import SourceInfo, SourceText

YEAR = "Năm 2023, tỉnh Bắc Giang"
RANK = "Năm 2023, chỉ số PAR INDEX của tỉnh Bắc Giang"


@pytest.fixture(scope="module")
def rules(root: Path, catalogue: Catalogue) -> RuleSet:
    """The shipped rules."""
    return load_rules(root, catalogue)


def found(text: str, catalogue: Catalogue, rules: RuleSet) -> tuple[Finding, ...]:
    """Return the findings on one text."""
    source = SourceText(SourceInfo("a", "Bài A", "Báo A", date(2024, 7, 20), path="a.txt"), text)
    facts = extract(source, catalogue, rules).facts
    assert facts
    return run_checks(FactBase.of(facts, [source]), catalogue)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    """Return severity, rule and arithmetic of findings."""
    return [(one.severity.value, one.rule, one.computation) for one in findings]


SUM, SHORT = "parts-sum", "2 + 15 = 17 ≠ 19"


@pytest.mark.parametrize(
    ("slip", "expected"),
    [
        (("17 TTHC của Sở Công Thương", "15 TTHC của Sở Công Thương"), SHORT),
        (("là 36 thủ tục hành chính", "là 38 thủ tục hành chính"), "33 + 3 = 36 ≠ 38"),
    ],
    ids=["note", "bracket"],
)
def test_a_slip_in_the_notes_of_an_article(
    catalogue: Catalogue, rules: RuleSet, seeds: Path, slip: tuple[str, str], expected: str
) -> None:
    """Units in a note and levels in a bracket are all; a unit left out may have the rest."""
    (path,) = seeds.glob("003*.txt")
    text = path.read_text("utf-8")
    assert text.count(slip[0]) == 1
    before = Counter(told(found(text, catalogue, rules)))
    after = Counter(told(found(text.replace(*slip), catalogue, rules)))
    assert after - before == Counter({("warning", SUM, expected): 1})


@pytest.mark.parametrize(
    "words",
    [
        "(Sở Kế hoạch và Đầu tư 02 TTHC, Sở Công Thương 15 TTHC)",
        ", gồm 02 TTHC của Sở Kế hoạch và Đầu tư và 15 TTHC của Sở Công Thương",
        "của 02 sở, trong đó: Sở Y tế 02 TTHC, Sở Công Thương 15 TTHC",
    ],
    ids=["bracket", "all", "counted"],
)
def test_units_that_are_listed_as_all(catalogue: Catalogue, rules: RuleSet, words: str) -> None:
    """What the words list as all parts has to make up the whole."""
    text = f"{YEAR} đơn giản hóa 19 TTHC {words}.".replace(" ,", ",")
    assert told(found(text, catalogue, rules)) == [("warning", SUM, SHORT)]


@pytest.mark.parametrize(
    "words",
    [
        "tiếp nhận 12.000 hồ sơ, trong đó: Sở Y tế 5.000 hồ sơ, Sở Xây dựng 3.000 hồ sơ.",
        "đơn giản hóa 19 TTHC (trong đó Sở Y tế 02 TTHC, Sở Công Thương 15 TTHC).",
        "đơn giản hóa 19 TTHC, gồm: Sở Y tế 02 TTHC, Sở Nội vụ 15 TTHC, các sở khác 02 TTHC.",
        (
            "đơn giản hóa 19 TTHC (Sở Y tế 02 TTHC, Sở Nội vụ 15 TTHC, Ban Quản lý các khu công"
            " nghiệp 02 TTHC)."
        ),
        "đơn giản hóa 19 TTHC (nhiều nhất là Sở Y tế 8 TTHC, Sở Công Thương 5 TTHC).",
        "đơn giản hóa 19 TTHC của 05 sở, gồm Sở Y tế 02 TTHC, Sở Công Thương 15 TTHC.",
        "đơn giản hóa 36 TTHC (cấp tỉnh 33 TTHC, cấp huyện 03 TTHC).",
        "đơn giản hóa 38 TTHC, trong đó: cấp tỉnh 33 TTHC, cấp huyện 03 TTHC.",
    ],
)
def test_units_of_which_some_may_be_left_out(
    catalogue: Catalogue, rules: RuleSet, words: str
) -> None:
    """A list that may leave units out, or that is right, gives no finding."""
    assert told(found(f"{YEAR} {words}", catalogue, rules)) == []


RESOLVED = f"{YEAR} đã giải quyết 5.000 hồ sơ, trong đó đúng hạn"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{RESOLVED} 4.800 hồ sơ, quá hạn 300 hồ sơ.", ("error", "4.800 + 300 = 5.100 ≠ 5.000")),
        (f"{RESOLVED} 4.800 hồ sơ, quá hạn 100 hồ sơ.", ("warning", "4.800 + 100 = 4.900 ≠ 5.000")),
        # those may still be open
        (f"{RESOLVED} 4.900 hồ sơ; còn 150 hồ sơ quá hạn.", ("warning", "5.050 ≠ 5.000")),
    ],
    ids=["above", "below", "open"],
)
def test_how_grave_a_sum_of_outcomes_is(
    catalogue: Catalogue, rules: RuleSet, text: str, expected: tuple[str, str]
) -> None:
    """More than all is wrong by arithmetic; less leaves what was early or withdrawn."""
    (one,) = found(text, catalogue, rules)
    assert (one.severity.value, one.rule) == (expected[0], SUM)
    assert one.computation.endswith(expected[1])


@pytest.mark.parametrize(
    "text",
    [
        (
            f"{RESOLVED} 4.900 hồ sơ; quá hạn 100 hồ sơ; đang giải quyết 300 hồ sơ, trong đó quá"
            " hạn 20 hồ sơ."
        ),
        (
            f"{RESOLVED} 4.900 hồ sơ; quá hạn 100 hồ sơ; đang giải quyết 300 hồ sơ (6%), trong đó"
            " trong hạn 280 hồ sơ, quá hạn 20 hồ sơ."
        ),
        (
            f"{RESOLVED} 4.900 hồ sơ, quá hạn 100 hồ sơ. Có 300 hồ sơ đang giải quyết, trong đó 280"
            " hồ sơ trong hạn, 20 hồ sơ quá hạn."
        ),
        f"{RESOLVED} 4.900 hồ sơ, quá hạn 100 hồ sơ; còn 60 hồ sơ quá hạn chưa giải quyết.",
        (
            f"{YEAR} đang giải quyết 300 hồ sơ, trong đó trong hạn 280 hồ sơ, quá hạn 20 hồ sơ; đã"
            " giải quyết 5.000 hồ sơ, trong đó đúng hạn 4.900 hồ sơ, quá hạn 100 hồ sơ."
        ),
    ],
    ids=["inside", "second", "behind", "words", "before"],
)
def test_late_among_the_pending_is_another_thing(
    catalogue: Catalogue, rules: RuleSet, text: str
) -> None:
    """Late of what was resolved and late of what is open are told side by side."""
    assert told(found(text, catalogue, rules)) == []


@pytest.mark.parametrize(
    ("text", "computation"),
    [
        ("tiếp nhận 5.000 hồ sơ, đã giải quyết 5.100 hồ sơ.", "5.100 > 5.000"),
        ("tiếp nhận 5.000 hồ sơ, giải quyết đúng hạn 5.100 hồ sơ.", "5.100 > 5.000"),
        (
            "tiếp nhận 5.000 phản ánh, kiến nghị; đã xử lý 5.200 phản ánh, kiến nghị.",
            "5.200 > 5.000",
        ),
        ("tiếp nhận 5.000 hồ sơ, đã giải quyết 4.900 hồ sơ.", ""),
        ("tiếp nhận 5.000 hồ sơ, giải quyết 5.100 hồ sơ, gồm cả hồ sơ kỳ trước chuyển sang.", ""),
    ],
    ids=["resolved", "on-time", "feedback", "less", "told"],
)
def test_more_is_resolved_than_was_received(
    catalogue: Catalogue, rules: RuleSet, text: str, computation: str
) -> None:
    """Older cases explain it as a rule: a note, and none where the source says so itself."""
    expected = [("note", "part-above-whole", computation)] if computation else []
    assert told(found(f"{YEAR} {text}", catalogue, rules)) == expected


@pytest.mark.parametrize(
    ("text", "severity", "rule"),
    [
        (
            (
                "Lũy kế từ đầu năm đến ngày 30/6/2024, tỉnh Bắc Giang tiếp nhận 900 hồ sơ. Riêng"
                " tháng 6 năm 2024, tỉnh tiếp nhận 1.200 hồ sơ."
            ),
            "error",
            "period-above-longer",
        ),
        (
            (
                "Lũy kế đến ngày 30/6/2024, tỉnh Bắc Giang tiếp nhận 900 hồ sơ; riêng tháng 6/2024"
                " tiếp nhận 1.200 hồ sơ."
            ),
            "error",
            "state-below-result",
        ),
        (
            (
                "Đến ngày 30/6/2024, tỉnh Bắc Giang tiếp nhận 900 hồ sơ; riêng tháng 6/2024"
                " tiếp nhận 1.200 hồ sơ."
            ),
            "warning",
            "state-below-result",
        ),
    ],
)
def test_a_month_above_what_was_counted_up_to_its_end(
    catalogue: Catalogue, rules: RuleSet, text: str, severity: str, rule: str
) -> None:
    """An error where the source says that it is a running total, else a warning."""
    assert told(found(text, catalogue, rules)) == [(severity, rule, "1.200 > 900")]


@pytest.mark.parametrize(
    ("words", "rule", "computation"),
    [
        ("xếp thứ 15/63 tỉnh, thành phố, thuộc top 10 cả nước.", "rank-claim", "15 > 10"),
        ("xếp thứ 15/63, nằm trong top 10.", "rank-claim", "15 > 10"),
        ("xếp thứ 15/63, lọt tốp 10 tỉnh, thành phố cả nước.", "rank-claim", "15 > 10"),
        (
            "xếp thứ 30/63, cải thiện so với năm 2022 (xếp thứ 25/63).",
            "direction-claim",
            "30 > 25",
        ),
        (
            "xếp thứ 30/63, tăng hạng so với năm 2022 (xếp thứ 25/63).",
            "direction-claim",
            "30 > 25",
        ),
        (
            "tăng hạng so với năm 2022, xếp thứ 30/63 (năm 2022 xếp thứ 25/63).",
            "direction-claim",
            "30 > 25",
        ),
        (
            "xếp thứ 20/63, giảm hạng so với năm 2022 (xếp thứ 25/63).",
            "direction-claim",
            "20 < 25",
        ),
    ],
)
def test_words_that_deny_a_rank(
    catalogue: Catalogue, rules: RuleSet, words: str, rule: str, computation: str
) -> None:
    """Only words go against figures: a warning, with the words."""
    (one,) = found(f"{RANK} {words}", catalogue, rules)
    assert told((one,)) == [("warning", rule, computation)]
    assert [quote.quote in words for quote in one.quotes] == [True]


@pytest.mark.parametrize(
    "words",
    [
        "xếp thứ 8/63, thuộc top 10 cả nước.",
        "xếp thứ 15/63, tiến gần vào top 10.",
        "xếp thứ 15/63, trong khi năm 2022 nằm trong top 10.",
        "xếp thứ 15/63 tỉnh, thành phố, thuộc top 10 cả nước về thu hút đầu tư.",
        "xếp thứ 15/63 và lọt top 10 tỉnh, thành phố có nhiều mô hình hay.",
        "xếp thứ 20/63, tăng hạng so với năm 2022 (xếp thứ 25/63).",
        "xếp thứ 30/63, giảm hạng so với năm 2022 (xếp thứ 25/63).",
        "đạt 88,5%, xếp thứ 30/63, cải thiện so với năm 2022 (đạt 84,2%, xếp thứ 25/63).",
        "xếp thứ 30/63, phấn đấu tăng hạng so với năm 2022 (xếp thứ 25/63).",
    ],
)
def test_words_that_a_rank_bears_out(catalogue: Catalogue, rules: RuleSet, words: str) -> None:
    """What is true, of another time or thing, a goal, or may be said of the score."""
    assert told(found(f"{RANK} {words}", catalogue, rules)) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{YEAR} đã giải quyết 5.000 hồ sơ, không có hồ sơ quá hạn. Số hồ sơ quá hạn là 125 hồ sơ.",
        (
            f"{YEAR} không có hồ sơ quá hạn. Số hồ sơ giải quyết năm 2023 là 5.000 hồ sơ, trong đó"
            " 125 hồ sơ quá hạn."
        ),
        f"{YEAR} đã giải quyết 5.000 hồ sơ, quá hạn 125 hồ sơ. Toàn tỉnh không có hồ sơ quá hạn.",
    ],
)
def test_words_that_deny_a_count(catalogue: Catalogue, rules: RuleSet, text: str) -> None:
    """Nothing is late, and 125 are."""
    (one,) = found(text, catalogue, rules)
    assert told((one,)) == [("warning", "denial", "")]
    assert [quote.quote for quote in one.quotes] == ["không có hồ sơ quá hạn"]


@pytest.mark.parametrize(
    "words",
    [
        "; cấp tỉnh không có hồ sơ quá hạn.",
        "; 15 xã không có hồ sơ quá hạn.",
        ". Phấn đấu năm 2024 không có hồ sơ quá hạn.",
        ". Năm 2022, tỉnh không có hồ sơ quá hạn.",
        ". Tại các sở, ngành không có hồ sơ quá hạn.",
        "; đang giải quyết 300 hồ sơ, không có hồ sơ quá hạn.",
    ],
)
def test_words_of_a_part_deny_nothing_of_the_whole(
    catalogue: Catalogue, rules: RuleSet, words: str
) -> None:
    """Of a level, some units, a plan, another year, what is still open: no finding."""
    text = f"{YEAR} đã giải quyết 5.000 hồ sơ, trong đó quá hạn 125 hồ sơ{words}"
    assert told(found(text, catalogue, rules)) == []


@pytest.mark.parametrize(
    ("text", "computation"),
    [
        ("86,5 điểm, giảm 2 điểm so với năm 2022 (84,5 điểm).", "≠ 2 điểm (giảm)"),
        ("86,5%, giảm 2 điểm phần trăm so với năm 2022 (84,5%).", "≠ 2 điểm phần trăm (giảm)"),
    ],
)
def test_the_points_of_an_index(
    catalogue: Catalogue, rules: RuleSet, text: str, computation: str
) -> None:
    """A change told in points of a score stays in points, in words and arithmetic."""
    (one,) = found(f"Năm 2023, PAR INDEX của tỉnh Bắc Giang đạt {text}", catalogue, rules)
    plain = one.computation.replace("\xa0", " ")
    assert plain == f"86,5 − 84,5 = 2 (tăng) {computation}"
    assert one.message.replace("\xa0", " ").count("điểm phần trăm") == (
        2 if "phần trăm" in text else 0
    )
