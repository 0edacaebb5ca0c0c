"""Changes told of a new province, against what its old ones had together."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from generator.model.fact import Fact
from generator.model.finding import Finding
from generator.model.period import Period

MakeFact = Callable[..., Fact]
Check = Callable[..., tuple[Finding, ...]]

NOW, THEN = "2025-07-01..2025-12-31", "2024-07-01..2024-12-31"
OLD = {"binh-thuan": "160000", "dak-nong": "90000", "lam-dong": "150000"}  # 400.000


def old_ones(
    make_fact: MakeFact, indicator: str = "dossiers_received", **values: str
) -> list[Fact]:
    """Return a count of each old province of Lâm Đồng in the second half of 2024."""
    told = {slug.replace("_", "-"): value for slug, value in values.items()} or OLD
    return [
        make_fact(indicator, value, place=slug, when=THEN, at=at)
        for at, (slug, value) in enumerate(told.items())
    ]


def new_one(make_fact: MakeFact, change: str, value: str = "432000", **more: str) -> Fact:
    """Return what the new Lâm Đồng tells of the second half of 2025."""
    given = {"indicator": "dossiers_received", **more}
    name = given.pop("indicator")
    return make_fact(name, value, place="lam-dong", when=NOW, change=change, doc="b", **given)


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ("percent +8 cùng kỳ năm 2024", True),
        ("percent +8 2024", True),
        ("percent +8.00 cùng kỳ", True),
        ("percent +12 cùng kỳ năm 2024", False),
        ("percent +12 2024", False),
        ("percent -8 2024", False),
        ("percent +188 2024", False),  # against the old Lâm Đồng alone
        ("absolute +32000 2024", True),
        ("absolute +282000 2024", False),
        ("times +1.08 2024", True),
        ("times +2.88 2024", False),
        ("percent +12 2023", True),  # nothing is known of that time
    ],
)
def test_a_change_of_a_new_province(
    make_fact: MakeFact, check: Check, change: str, *, right: bool
) -> None:
    """432.000 against 400.000 of the three old ones is 8 % more."""
    found = check(*old_ones(make_fact), new_one(make_fact, change))
    assert [one.rule for one in found] == ([] if right else ["change-mismatch"])


def test_the_finding_shows_the_sum(make_fact: MakeFact, check: Check) -> None:
    """The old provinces by name, their sum, the change that it gives, all facts behind it."""
    old = old_ones(make_fact)
    later = new_one(make_fact, "percent +12 cùng kỳ năm 2024")
    (found,) = check(*old, later)
    assert found.message.replace("\xa0", " ") == (
        "Chỉ tiêu “Hồ sơ TTHC tiếp nhận” của tỉnh Lâm Đồng trong 6 tháng cuối năm 2025:"
        " Báo B (10/7/2024) nêu 432.000 hồ sơ, tăng 12% so với cùng kỳ năm 2024;"
        " số liệu gộp của các tỉnh Bình Thuận, Đắk Nông và Lâm Đồng trước khi sắp xếp"
        " trong 6 tháng cuối năm 2024 là 400.000 hồ sơ theo Báo A (10/01/2024),"
        " theo phép tính là tăng 8,00%. Báo cáo lấy số liệu của từng kỳ làm căn cứ"
        " vì mức thay đổi được tính từ các số liệu này."
    )
    assert found.computation == (
        "160.000 + 90.000 + 150.000 = 400.000; (432.000 − 400.000) / 400.000 × 100 ≈ 8,00% ≠ 12%"
    )
    assert found.facts == (later, *old)
    assert [figure.value for figure in found.figures] == [400000, 8]


def test_a_sum_of_two_out_of_three_proves_nothing(make_fact: MakeFact, check: Check) -> None:
    """One old province lacks the figure, or has it over other days."""
    later, (first, _, third) = new_one(make_fact, "percent +12 2024"), old_ones(make_fact)
    assert check(first, third, later) == ()
    other = make_fact("dossiers_received", "90000", place="dak-nong", when="2024", at=9)
    assert check(first, other, third, later) == ()


@pytest.mark.parametrize(
    ("change", "right"), [("points +1.82 2024", True), ("points +3 2024", False)]
)
def test_a_rate_of_a_new_province(
    make_fact: MakeFact, check: Check, change: str, *, right: bool
) -> None:
    """98 % against (150.350 + 80.750 + 139.200) / (155.000 + 85.000 + 145.000) = 96,18 %."""
    on_time = old_ones(
        make_fact, "dossiers_on_time", binh_thuan="150350", dak_nong="80750", lam_dong="139200"
    )
    resolved = old_ones(
        make_fact, "dossiers_resolved", binh_thuan="155000", dak_nong="85000", lam_dong="145000"
    )
    later = new_one(make_fact, change, "98", indicator="dossiers_on_time_rate")
    found = check(*on_time, *resolved, later)
    assert [one.rule for one in found] == ([] if right else ["change-mismatch"])
    for one in found:
        assert "tỷ lệ tính từ số liệu gộp của các tỉnh" in one.message
        assert "là 96,18% theo" in one.message.replace("\xa0", " ")
        assert "tăng 1,82 điểm phần trăm" in one.message.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("indicator", "change", "values"),
    [
        ("service_index_score", "points +7.3 2024", ("81.2", "80", "79")),
        ("par_index_rank", "places +20 2024", ("20", "30", "40")),
        ("one_stop_units", "percent +12 2024", ("20", "30", "40")),
    ],
)
def test_what_never_adds_up_is_not_judged(
    make_fact: MakeFact, check: Check, indicator: str, change: str, values: tuple[str, ...]
) -> None:
    """No score or rank of three provinces is one of all."""
    old = old_ones(
        make_fact,
        indicator,
        **dict(zip(("binh_thuan", "dak_nong", "lam_dong"), values, strict=True)),
    )
    found = check(*old, new_one(make_fact, change, "90", indicator=indicator))
    assert [one for one in found if one.rule == "change-mismatch"] == []


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (" hồ sơ, tăng 188% so với cùng kỳ năm 2024 của tỉnh Lâm Đồng (cũ)", False),
        (" hồ sơ, tăng 188% so với cùng kỳ năm 2024 (trước khi sáp nhập)", False),
        (" hồ sơ, tăng 188% so với cùng kỳ năm 2024 của 3 tỉnh trước khi sáp nhập", True),
        (" hồ sơ, tăng 188% so với cùng kỳ năm 2024", True),
    ],
)
def test_a_base_that_the_source_names_is_not_another(
    make_fact: MakeFact, check: Check, after: str, *, told: bool
) -> None:
    """Against the old Lâm Đồng alone 188 % may be right: the source says that it means it."""
    later = replace(new_one(make_fact, "percent +188 2024", printed="432.000"), after=after)
    assert bool(check(*old_ones(make_fact), later)) is told


def test_cities_are_named_by_their_kind(make_fact: MakeFact, check: Check) -> None:
    """Hải Phòng was a city, Hải Dương a province."""
    old = old_ones(make_fact, hai_phong="600", hai_duong="400")
    later = make_fact(
        "dossiers_received", "1200", place="hai-phong", when=NOW, change="percent +50 2024", doc="b"
    )
    (found,) = check(*old, later)
    assert "số liệu gộp của tỉnh Hải Dương và thành phố Hải Phòng trước khi" in found.message
    assert found.computation.startswith("400 + 600 = 1.000; (1.200 − 1.000) / 1.000")


@pytest.mark.parametrize(
    ("change", "right"), [("percent +8 2024", True), ("percent +12 2024", False)]
)
def test_another_name_of_the_same_area_is_a_base(
    make_fact: MakeFact, check: Check, change: str, *, right: bool
) -> None:
    """Huế was Thừa Thiên Huế until the end of 2024."""
    earlier = make_fact("dossiers_received", "400", place="thua-thien-hue", when=THEN)
    later = make_fact("dossiers_received", "432", place="hue", when=NOW, change=change, doc="b")
    assert bool(check(earlier, later)) is not right


def test_a_ministry_is_no_sum(make_fact: MakeFact, check: Check) -> None:
    """The work of the ministries was shared out anew."""
    old = [
        make_fact("dossiers_received", "500", place=slug, when=THEN, at=at)
        for at, slug in enumerate(("bo-noi-vu", "bo-lao-dong-thuong-binh-va-xa-hoi"))
    ]
    later = make_fact(
        "dossiers_received", "900", place="bo-noi-vu", when=NOW, change="percent +80 2024", doc="b"
    )
    assert check(*old, later) == ()


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ("percent +8 6 tháng đầu năm 2025", True),
        ("percent +12 6 tháng đầu năm 2025", False),
        ("percent +12 quý I năm 2025", True),  # no time as long as its own
    ],
)
def test_a_base_may_be_a_part_of_the_same_year(
    make_fact: MakeFact, check: Check, change: str, *, right: bool
) -> None:
    """The half-year before the merger is named by its months, and ended before the year."""
    old = [
        replace(one, period=Period(date(2025, 6, 30), date(2025, 1, 1)))
        for one in old_ones(make_fact)
    ]
    assert bool(check(*old, new_one(make_fact, change))) is not right
