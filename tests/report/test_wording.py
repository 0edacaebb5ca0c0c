"""A figure is said as its source says it, and unlike things are never set side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.catalogue import load_language
from generator.extraction import extract, load_rules
from generator.model.fact import Approx, Fact, Source
from generator.model.period import Period
from generator.model.review import Decision, Review
from generator.report.standings import Ground, standings
from generator.report.wording import Wording, reserved_word
from generator.sources import read_sources
from tests.material import CATALOGUE, ROOT

WORDING = Wording(load_language(), CATALOGUE.indicators)
DAY = Period(date(2024, 7, 31))


def fact(indicator: str, before: str, printed: str, after: str = "") -> Fact:
    """Return a fact in its sentence."""
    number = Decimal(printed.replace(".", "").replace(",", "."))
    source = Source("d", 0, len(printed), printed)
    made = Fact(indicator, "quoc-gia", None, DAY, number, "", source, printed=printed)
    return replace(made, before=before, after=after)


OVERDUE = (
    # resolved late, whatever rates stand beside the other figures
    ("giải quyết 900 hồ sơ, trong đó đúng hạn 888 hồ sơ, quá hạn ", "", "trễ hạn"),
    ("giải quyết 900 hồ sơ, trong đó đúng hạn 888 hồ sơ (đạt 98,67%), quá hạn ", "", "trễ hạn"),
    ("giải quyết 900 hồ sơ (đạt 90%), đúng hạn 888 hồ sơ (98,67 %), quá hạn ", "", "trễ hạn"),
    ("giải quyết 900 hồ sơ, đúng hạn 888 hồ sơ, chiếm tỷ lệ 98,67%, quá hạn ", "", "trễ hạn"),
    ("giải quyết 900 hồ sơ; đúng hạn 888 hồ sơ (đạt 98,67%); quá hạn ", "", "trễ hạn"),
    ("giải quyết 900 hồ sơ, 888 hồ sơ đúng hạn (đạt 98,67%), ", " quá hạn", "trễ hạn"),
    ("giải quyết 900 hồ sơ (đúng hạn 888 hồ sơ, đạt 98,67%; quá hạn ", ")", "trễ hạn"),
    # still open, with rates beside the others and without
    ("đang giải quyết 90 hồ sơ, trong đó quá hạn ", "", "quá hạn"),
    ("đang giải quyết 90 hồ sơ (chiếm 9,1%), trong đó quá hạn ", "", "quá hạn"),
    ("giải quyết 900 hồ sơ, đúng hạn 888 hồ sơ (đạt 98,67%); còn ", " quá hạn", "quá hạn"),
)


@pytest.mark.parametrize(
    ("made", "noun"),
    [
        (
            fact(
                "procedures_decentralised", "", "699", " TTHC đã được phê duyệt phương án phân cấp"
            ),
            "số TTHC được phê duyệt phương án phân cấp",
        ),
        (
            fact("procedures_decentralised", "19/21 bộ thực hiện phân cấp ", "261", " TTHC"),
            "số TTHC được phân cấp giải quyết",
        ),
        (fact("dossiers_late", "số hồ sơ trễ hẹn là ", "167", " hồ sơ"), "số hồ sơ trễ hẹn"),
        (fact("dossiers_late", "có ", "12", " hồ sơ bị quá hạn"), "số hồ sơ quá hạn"),
        (fact("dossiers_late", "giải quyết trễ hạn ", "12", " hồ sơ"), "số hồ sơ trễ hạn"),
        *(
            (fact("dossiers_late", before, "12", f" hồ sơ{after}"), f"số hồ sơ {noun}")
            for before, after, noun in OVERDUE
        ),
        (
            fact("dossiers_on_time", "trước hạn và đúng hạn ", "900", " hồ sơ"),
            "số hồ sơ giải quyết trước hạn, đúng hạn",
        ),
        (fact("dossiers_on_time", "đúng hạn là ", "900", " hồ sơ"), "số hồ sơ giải quyết đúng hạn"),
        (
            fact("satisfaction_rate", "mức độ hài lòng của người dân đạt ", "92", "%"),
            "mức độ hài lòng của người dân",
        ),
        (
            fact("satisfaction_rate", "hài lòng của người dân, doanh nghiệp đạt ", "92", "%"),
            "mức độ hài lòng của người dân, doanh nghiệp",
        ),
    ],
)
def test_the_source_says_what_a_figure_counts(made: Fact, noun: str) -> None:
    """The report does not widen or narrow the source's own words."""
    assert WORDING.of(made).noun == noun


@pytest.mark.parametrize(
    ("before", "after", "verb"),
    [
        ("đúng hạn 888 hồ sơ (đạt 98,67%), trễ hạn ", " hồ sơ", "giải quyết trễ hạn {n} hồ sơ"),
        ("888 hồ sơ đúng hạn, ", " hồ sơ quá hạn", "giải quyết trễ hạn {n} hồ sơ"),
        ("đúng hạn 888 hồ sơ, còn ", " hồ sơ trễ hạn", "còn {n} hồ sơ trễ hạn"),
    ],
)
def test_what_was_resolved_late_is_not_called_open(before: str, after: str, verb: str) -> None:
    """Beside what was resolved on time nothing is "còn", unless the source says so."""
    assert WORDING.of(fact("dossiers_late", before, "12", after)).verb == verb


def test_a_corrected_figure_keeps_the_words_of_its_source() -> None:
    """Who corrects a number says nothing of "trễ hẹn" or "trễ hạn"."""
    was = fact("dossiers_late", "số hồ sơ trễ hẹn là ", "167", " hồ sơ")
    review = Review(Decision.CORRECT, "Nguyễn Văn A", date(2024, 8, 5), "đối chiếu", was)
    made = replace(was, value=Decimal(176), printed="", review=review)
    assert WORDING.of(made) == WORDING.of(was)


def test_figures_of_different_senses_are_not_alike() -> None:
    """A plan that is approved is not a procedure that is handed down."""
    plan = fact("procedures_decentralised", "", "699", " TTHC được phê duyệt phương án phân cấp")
    done = fact("procedures_decentralised", "thực hiện phân cấp ", "261", " TTHC")
    assert not WORDING.alike(plan, done)
    assert WORDING.of_all((plan, done), plan.indicator) == WORDING.default(plan.indicator)
    assert WORDING.of_all((done, done), plan.indicator).noun == WORDING.of(done).noun


def test_what_a_source_adds_is_repeated() -> None:
    """What stands in brackets behind a figure, and "cơ bản" before it, stay with it."""
    made = fact(
        "task_force_tasks_done",
        "tổ công tác đã cơ bản hoàn thành ",
        "13",
        "/17 nhiệm vụ (không có nhiệm vụ quá hạn), hội đồng tư vấn hoàn thành 10/23 nhiệm vụ",
    )
    assert "cơ bản hoàn thành" in WORDING.of(made).clause
    assert WORDING.asides(made) == ("không có nhiệm vụ quá hạn",)


@pytest.mark.parametrize(
    ("before", "approx", "word"),
    [
        ("đạt trên ", Approx.OVER, "trên"),
        ("có hơn ", Approx.OVER, "hơn"),
        ("xấp xỉ ", Approx.ABOUT, "xấp xỉ"),
        ("ước đạt ", Approx.ABOUT, "khoảng"),
        ("có ", None, ""),
    ],
)
def test_the_reservation_is_in_the_words_of_the_source(
    before: str, approx: Approx | None, word: str
) -> None:
    """Where the source has a word of its own, the report uses it."""
    made = replace(fact("online_dossiers", before, "18"), approx=approx)
    assert reserved_word(made) == word


def test_every_fact_of_the_seeds_knows_its_sentence() -> None:
    """What stands before and after a number is the text of the source around it."""
    rules = load_rules(None, CATALOGUE)
    for text in read_sources([ROOT / "seeds"]).texts:
        for one in extract(text, CATALOGUE, rules).facts:
            end = one.number_start + len(one.printed)
            assert text.text[one.number_start : end] == one.printed
            assert text.text[: one.number_start].endswith(one.before)
            assert text.text[end:].startswith(one.after)


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Tại hội nghị, Phó Chủ tịch UBND tỉnh Trần Văn An cho biết, tỉnh có ", 1),
        ("Ông Trần Văn An khẳng định, tỉnh có ", 2),
        ("Báo cáo tại phiên họp cho biết, đến nay tỉnh có ", 0),
        ("Theo Sở Nội vụ, tỉnh có ", 0),
        ("Tỉnh có ", 0),
    ],
)
def test_a_figure_by_the_word_of_one_person_says_whose(before, who):
    """An office with a name that speaks right before the figure is told, a body is not."""
    people = ("", "Phó Chủ tịch UBND tỉnh Trần Văn An", "Ông Trần Văn An")
    assert WORDING.teller(fact("online_eligible_rate", before, "100", "% TTHC")) == people[who]


def test_a_figure_by_the_word_of_one_person_is_set_against_no_target() -> None:
    """What an official said is told as said; nothing is made of it."""
    speech = "Phó Chủ tịch UBND tỉnh Trần Văn An cho biết, tỉnh có "
    placed = [
        replace(fact("online_eligible_rate", before, "100", "% TTHC"), unit="%", place="binh-duong")
        for before in ("Tỉnh có ", speech)
    ]
    places = {"binh-duong": CATALOGUE.places.by_slug["binh-duong"]}
    told = []
    for one in placed:
        ground = Ground.of([one], places, CATALOGUE.indicators, CATALOGUE.targets, WORDING)
        told.append([standing.fact for standing in standings([one], ground)])
    assert told == [[placed[0]], []]


def test_less_than_a_figure_is_not_nearly_it() -> None:
    """What a source calls "dưới 500" is no "gần 500", which says more."""
    made = replace(fact("dossiers_late", "còn dưới ", "500", " hồ sơ"), approx=Approx.UNDER)
    assert reserved_word(made) == "dưới"


@pytest.mark.parametrize(
    ("indicator", "after", "verb", "part"),
    [
        (
            "online_services_total",
            "/20 dịch vụ công trực tuyến",
            "có {n} dịch vụ công được cung cấp trực tuyến",
            "",
        ),
        ("online_services_total", "/20 TTHC", "có {n} TTHC được cung cấp trực tuyến", ""),
        (
            "online_services_total",
            "/20 dịch vụ công trực tuyến mức độ 3, mức độ 4",
            "có {n} dịch vụ công được cung cấp trực tuyến mức độ 3, mức độ 4",
            "",
        ),
        (
            "online_services_full",
            "/20 DVCTT toàn trình",
            "có {n} dịch vụ công được cung cấp trực tuyến toàn trình",
            "toàn trình {n} dịch vụ công",
        ),
        (
            "online_services_partial",
            "/20 thủ tục",
            "có {n} TTHC được cung cấp trực tuyến một phần",
            "một phần {n} TTHC",
        ),
        ("dossiers_late", "/20 hồ sơ quá hạn", "còn {n} hồ sơ bị quá hạn", "quá hạn {n} hồ sơ"),
        ("dossiers_resolved", "/20 hồ sơ", "đã giải quyết {n} hồ sơ TTHC", ""),
    ],
)
def test_a_fraction_names_what_its_whole_counts(
    indicator: str, after: str, verb: str, part: str
) -> None:
    """Behind "15/20" stands what the 20 are; the 15 alone keep their usual words."""
    alone = fact(indicator, "", "15", after.partition(" ")[1] + after.partition(" ")[2])
    said = WORDING.of(replace(fact(indicator, "", "15", after), total=Decimal(20)))
    assert (said.verb, said.part) == (verb, part)
    assert "{of}" not in WORDING.of(alone).verb
    assert WORDING.of(alone).noun == said.noun


def test_a_computed_sum_is_no_fraction() -> None:
    """Figures that share a sense are worded as plain counts, whatever wholes they have."""
    one = replace(fact("dossiers_late", "", "15", "/20 hồ sơ trễ hạn"), total=Decimal(20))
    assert WORDING.of_all([one], "dossiers_late").verb == "còn {n} hồ sơ trễ hạn"


@pytest.mark.parametrize(
    ("before", "after", "mean"),
    [
        ("Chỉ số SIPAS trung bình của 63 tỉnh, thành phố đạt ", "%", "63\N{NO-BREAK SPACE}"),
        ("Chỉ số SIPAS đạt ", "% bình quân 34 tỉnh, thành phố", "34\N{NO-BREAK SPACE}"),
        ("Chỉ số SIPAS bình quân các địa phương là ", "%", "các\N{NO-BREAK SPACE}"),
        ("Chỉ số SIPAS của cả nước đạt ", "%", None),
        ("Bình quân 63 tỉnh, thành phố đạt 80%; Chỉ số SIPAS của cả nước đạt ", "%", None),
    ],
)
def test_the_mean_of_the_provinces_is_not_the_countrys_own(
    before: str, after: str, mean: str | None
) -> None:
    """What a source calls the average of its provinces keeps that name."""
    said = WORDING.mean(fact("sipas_score", before, "83,94", after))
    assert said == (f"bình quân {mean}tỉnh, thành phố" if mean else "")


def test_the_figure_of_one_province_is_no_mean() -> None:
    """What is "cao hơn bình quân 63 tỉnh" is the figure of a province."""
    made = fact("sipas_score", "SIPAS đạt ", "85", "%, cao hơn bình quân 63 tỉnh, thành phố")
    assert not WORDING.mean(replace(made, place="son-la"))


@pytest.mark.parametrize(
    ("indicator", "before", "after", "noun", "compared"),
    [
        # resolved late: one term, whichever the source has
        ("dossiers_late", "giải quyết 90 hồ sơ, trong đó ", " hồ sơ quá hạn", "trễ hạn", True),
        ("dossiers_late", "giải quyết 90 hồ sơ (quá hạn ", " hồ sơ)", "trễ hạn", True),
        ("dossiers_late", "đúng hạn 80 hồ sơ, quá hạn ", " hồ sơ", "trễ hạn", True),
        ("dossiers_late", "có ", " hồ sơ giải quyết quá hạn", "trễ hạn", True),
        ("dossiers_late", "có ", " hồ sơ trễ hạn", "trễ hạn", True),
        # still open, or unsaid: overdue
        ("dossiers_late", "đang giải quyết 90 hồ sơ, quá hạn ", " hồ sơ", "quá hạn", False),
        ("dossiers_late", "giải quyết 90 hồ sơ, ", " hồ sơ đang xử lý quá hạn", "quá hạn", False),
        ("dossiers_late", "còn ", " hồ sơ quá hạn", "quá hạn", False),
        ("dossiers_late_rate", "tỷ lệ hồ sơ trễ hạn là ", "%", "trễ hạn", True),
        ("dossiers_late_rate", "tỷ lệ hồ sơ giải quyết quá hạn là ", "%", "trễ hạn", True),
        ("dossiers_late_rate", "tỷ lệ hồ sơ quá hạn là ", "%", "quá hạn", False),
    ],
)
def test_late_and_overdue_are_two_things_by_one_term_each(
    indicator: str,
    before: str,
    after: str,
    noun: str,
    compared: bool,  # noqa: FBT001  a case
) -> None:
    """What was resolved late is "trễ hạn", what is open past its day "quá hạn"."""
    told = fact(indicator, before, "12", after)
    assert WORDING.of(told).noun.endswith(f"hồ sơ {noun}")
    assert (WORDING.apart(told) < 0) is compared
