"""What people decided is told in the notes and taken into account by the findings."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.catalogue import Catalogue
from generator.checks import run_checks
from generator.checks.output import to_table
from generator.facts import FactBase
from generator.model.fact import Fact
from generator.model.finding import Finding, Severity
from generator.model.review import Decision, Review
from tests.checks.conftest import SOURCES

MakeFact = Callable[..., Fact]
WHO = "(Nguyễn Văn A, ngày 05 tháng 8 năm 2024; lý do: đối chiếu sổ gốc)"


def reviewed(fact: Fact, decision: Decision, was: Fact | None = None) -> Fact:
    """Return a fact with a decision on it."""
    review = Review(decision, "Nguyễn Văn A", date(2024, 8, 5), "đối chiếu sổ gốc", was)
    return replace(fact, review=review)


def told(finding: Finding) -> str:
    """Return the sentence of a finding with plain blanks."""
    return finding.message.replace("\xa0", " ")


@pytest.fixture
def check(catalogue: Catalogue) -> Callable[..., tuple[Finding, ...]]:
    """A function that checks facts, and facts that were taken out."""

    def run(*facts: Fact, excluded: tuple[Fact, ...] = ()) -> tuple[Finding, ...]:
        return run_checks(FactBase.of(facts, SOURCES), catalogue, excluded)

    return run


def test_a_correction(make_fact: MakeFact, check: Callable[..., tuple[Finding, ...]]) -> None:
    """What the source prints, what it is now, who, when and why."""
    was = make_fact("dossiers_on_time", "500", total="1000", share="90")
    now = reviewed(replace(was, value=Decimal(900)), Decision.CORRECT, was)
    (found,) = check(now)
    assert (found.rule, found.severity) == ("review-corrected", Severity.NOTE)
    assert told(found) == (
        "Chỉ tiêu “Hồ sơ giải quyết đúng hạn, trước hạn” của tỉnh Bình Thuận trong năm 2023: Báo A"
        " (10/01/2024) nêu 500/1.000 hồ sơ, tỷ lệ 90% tại câu “500”; qua rà soát, điều chỉnh"
        f" thành 900/1.000 hồ sơ, tỷ lệ 90% {WHO}. Báo cáo sử dụng số liệu đã điều chỉnh."
    )
    assert found.computation == "500 ≠ 900"
    assert (found.facts, found.quotes) == ((now,), (was.source,))
    assert found.used == now


def test_a_correction_of_the_place(
    make_fact: MakeFact, check: Callable[..., tuple[Finding, ...]]
) -> None:
    """Where the figure moves, the sentence names its new place."""
    was = make_fact("dossiers_received", "500")
    now = reviewed(replace(was, place="bac-giang"), Decision.CORRECT, was)
    (found,) = check(now)
    assert (
        "điều chỉnh thành “chỉ tiêu “Hồ sơ TTHC tiếp nhận” của tỉnh Bắc Giang trong năm 2023:"
        " 500 hồ sơ”"
    ) in told(found)
    assert found.computation == ""


def test_an_exclusion(make_fact: MakeFact, check: Callable[..., tuple[Finding, ...]]) -> None:
    """The figure is told with the one that takes its place."""
    out = reviewed(make_fact("dossiers_received", "500"), Decision.EXCLUDE)
    (alone,) = check(excluded=(out,))
    assert told(alone).endswith(
        f"nêu 500 hồ sơ; qua rà soát, số liệu này không được sử dụng {WHO}."
    )
    assert alone.used is None
    other = make_fact("dossiers_received", "700", doc="b")
    (found,) = check(other, excluded=(out,))
    assert told(found).endswith(f"{WHO}. Báo cáo sử dụng 700 hồ sơ theo Báo B (10/7/2024).")
    assert found.facts == (out, other)


def test_an_addition(make_fact: MakeFact, check: Callable[..., tuple[Finding, ...]]) -> None:
    """The sentence in which a person read it is quoted."""
    (found,) = check(reviewed(make_fact("dossiers_received", "500"), Decision.ADD))
    assert found.rule == "review-added"
    assert told(found).endswith(
        f"nêu 500 hồ sơ tại câu “500”; số liệu được bổ sung qua rà soát {WHO}."
    )


def test_use_settles_a_disagreement(
    make_fact: MakeFact, check: Callable[..., tuple[Finding, ...]]
) -> None:
    """The earlier source is used against the rule; the finding is a note and says why."""
    old = reviewed(make_fact("dossiers_received", "100"), Decision.USE)
    found = {one.rule: one for one in check(old, make_fact("dossiers_received", "90", doc="b"))}
    assert set(found) == {"sources-disagree", "review-used"}
    assert {one.severity for one in found.values()} == {Severity.NOTE}
    assert found["sources-disagree"].used == old
    assert told(found["sources-disagree"]).endswith(
        "Báo cáo sử dụng 100 hồ sơ vì Nguyễn Văn A đã rà soát ngày 05 tháng 8 năm 2024:"
        " đối chiếu sổ gốc."
    )
    assert told(found["review-used"]).endswith(
        f"nêu 100 hồ sơ; qua rà soát, báo cáo sử dụng số liệu này {WHO}."
    )


def test_use_settles_an_error(
    make_fact: MakeFact, check: Callable[..., tuple[Finding, ...]]
) -> None:
    """A contradiction of the source that a person looked at stays told, as a note."""
    wrong = make_fact("dossiers_on_time", "500", total="1000", share="90")
    assert [one.severity for one in check(wrong)] == [Severity.ERROR]
    after = check(reviewed(wrong, Decision.USE))
    assert [(one.rule, one.severity) for one in after] == [
        ("review-used", Severity.NOTE),
        ("share-mismatch", Severity.NOTE),
    ]


def test_a_corrected_total_is_not_said_to_be_the_source_s(
    make_fact: MakeFact, check: Callable[..., tuple[Finding, ...]]
) -> None:
    """A finding on a corrected figure says that the office put it there, not the document."""
    was = make_fact("dossiers_received", "61")
    now = reviewed(replace(was, value=Decimal(62)), Decision.CORRECT, was)
    parts = [
        make_fact("dossiers_received", part, level=name, at=at)
        for at, (name, part) in enumerate(
            (("cap-tinh", "10"), ("cap-huyen", "20"), ("cap-xa", "30")), start=1
        )
    ]
    (found,) = (one for one in check(now, *parts) if one.rule == "parts-sum")
    assert "cơ quan báo cáo đã điều chỉnh, qua rà soát, số liệu của" in told(found)
    assert "thành tổng số 62 hồ sơ, trong khi" in told(found)
    assert " nêu " not in told(found)
    assert "sử dụng tổng số 62 hồ sơ đã điều chỉnh" in told(found)
    assert "do nguồn nêu" not in told(found)


def by_levels(make_fact: MakeFact, *parts: str) -> list[Fact]:
    """Return the figures of the three levels."""
    levels = ("cap-tinh", "cap-huyen", "cap-xa")
    return [
        make_fact("dossiers_received", part, level=level, at=at)
        for at, (level, part) in enumerate(zip(levels, parts, strict=True), start=1)
    ]


def test_a_finding_on_a_corrected_part_tells_both_figures(
    make_fact: MakeFact, check: Callable[..., tuple[Finding, ...]]
) -> None:
    """The sum uses the figure of the review; the source's is told beside it, and not blamed."""
    first, second, was = by_levels(make_fact, "10", "20", "30")
    now = reviewed(replace(was, value=Decimal(33)), Decision.CORRECT, was)
    whole = make_fact("dossiers_received", "60")
    (found,) = (one for one in check(whole, first, second, now) if one.rule == "parts-sum")
    assert found.computation == "10 + 20 + 33 = 63 ≠ 60"
    assert "Báo A (10/01/2024) nêu tổng số 60 hồ sơ" in told(found)
    assert told(found).endswith(
        "ghi số liệu thành phần như nguồn và kết quả rà soát vì kết quả rà soát không cho biết còn"
        " số nào cần điều chỉnh. Trong đó, 33 hồ sơ là số liệu đã điều chỉnh qua rà soát;"
        " số liệu gốc của Báo A (10/01/2024) là 30 hồ sơ."
    )
    table = to_table([found], FactBase.of([whole, first, second, now], SOURCES))
    assert "“30” (điều chỉnh qua rà soát: 30 → 33)" in table


@pytest.mark.parametrize(
    ("share", "whose"), [("80", "tỷ lệ nguồn nêu"), ("70", "tỷ lệ đã điều chỉnh")]
)
def test_a_share_is_told_as_the_one_who_gave_it(
    make_fact: MakeFact, check: Callable[..., tuple[Finding, ...]], share: str, whose: str
) -> None:
    """A share that stayed is the source's, another one the person's."""
    was = make_fact("dossiers_on_time", "500", total="1000", share="80")
    changed = {"total": Decimal(2000), "share": Decimal(share)}
    now = reviewed(replace(was, **changed), Decision.CORRECT, was)
    (found,) = (one for one in check(now) if one.rule == "share-mismatch")
    assert f"không khớp với {whose}." in told(found)
    assert "theo nguồn và kết quả rà soát" in told(found)
    assert f"500/2.000 hồ sơ, tỷ lệ {share}% là số liệu đã điều chỉnh" in told(found)
    assert told(found).endswith("là 500/1.000 hồ sơ, tỷ lệ 80%.")


def test_a_finding_on_no_correction_stays_as_it_is(
    make_fact: MakeFact, check: Callable[..., tuple[Finding, ...]]
) -> None:
    """Nothing is said of a review where there was none."""
    parts = by_levels(make_fact, "10", "20", "30")
    (found,) = check(make_fact("dossiers_received", "61"), *parts)
    assert "rà soát" not in told(found)
