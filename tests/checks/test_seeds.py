"""The five articles: what a careful reader finds in them, and nothing else."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.catalogue import Catalogue
from generator.checks import run_checks
from generator.facts import FactBase
from generator.model.finding import Finding, Severity
from generator.model.source_text import SourceInfo, SourceText


@pytest.fixture(scope="module")
def found(seed_base: FactBase, catalogue: Catalogue) -> tuple[Finding, ...]:
    """The findings on the gold facts."""
    return run_checks(seed_base, catalogue)


def test_the_four_contradictions_and_no_other(found: tuple[Finding, ...]) -> None:
    """37/76 cut off to 48,6 %; 731 never 37 %; levels that miss 1.836; rank 55 in the last 5."""
    assert [(one.rule, one.severity, one.computation) for one in found] == [
        ("share-truncated", Severity.NOTE, "37 / 76 × 100 ≈ 48,68% ≠ 48,6%"),
        (
            "share-denominator",
            Severity.WARNING,
            "697 + 692 + 504 = 1.893; 731 / 1.893 × 100 ≈ 38,62% ≠ 37%",
        ),
        ("parts-sum", Severity.ERROR, "1.464 + 314 + 167 = 1.945 ≠ 1.836"),
        ("rank-claim", Severity.WARNING, "63 − 5 + 1 = 59; 55 < 59; 54 < 59"),
    ]


def test_each_finding_says_which_figure_is_used(found: tuple[Finding, ...]) -> None:
    """The figure that the report relies on is the total, or the count beside the share."""
    assert [one.used.value if one.used else None for one in found] == [37, 731, 1836, 55]


def test_the_sentences_are_fit_for_print(found: tuple[Finding, ...]) -> None:
    """Each says where, when, what the source prints, what is computed and what is used."""
    cut_off, denominator, levels, rank = (one.message.replace("\xa0", " ") for one in found)
    assert cut_off == (
        "Chỉ tiêu “Cơ quan, đơn vị có hệ thống đáp ứng đầy đủ yêu cầu chức năng, kỹ thuật”"
        " của cả nước tại ngày 16 tháng 10 năm 2023: Báo Bình Dương (16/10/2023) nêu"
        " 37/76 cơ quan, tỷ lệ 48,6%; theo phép tính, tỷ lệ là 48,68%"
        " (nguồn in 48,6%, làm tròn là 48,7%)."
        " Báo cáo ghi theo nguồn vì chênh lệch chỉ do cách làm tròn."
    )
    assert "tỉnh Bình Dương tại ngày 01 tháng 6 năm 2023" in denominator
    assert "nêu 731 dịch vụ, chiếm 37%" in denominator
    assert "trên tổng số 1.893 dịch vụ, theo đó tỷ lệ là 38,62%" in denominator
    assert "nêu tổng số 1.836 TTHC" in levels
    assert "cộng số liệu cấp tỉnh, cấp huyện và cấp xã là 1.945 TTHC" in levels
    assert "(chênh lệch 109 TTHC). Báo cáo sử dụng tổng số 1.836 TTHC" in levels
    assert "viết “top 5 trong 63 tỉnh thành có số điểm thấp nhất cả nước”" in rank
    assert "trong khi cũng tại đoạn này nêu “đứng thứ 55/63 tỉnh thành” và “đứng thứ 54/63" in rank
    assert "05 vị trí thấp nhất trong 63 là từ hạng 59 đến hạng 63. Báo cáo ghi hạng 55/63" in rank


def test_computed_numbers_of_the_sentences_have_a_lineage(found: tuple[Finding, ...]) -> None:
    """Every number that a sentence tells and no source prints comes with its figure."""
    values = [[round(figure.value, 2) for figure in one.figures] for one in found]
    assert values == [
        [Decimal("48.68"), Decimal("48.68")],
        [Decimal(1893), Decimal("38.62")],
        [Decimal(1945), Decimal(109)],
        [Decimal(59)],
    ]
    assert [figure.decimals for figure in found[0].figures] == [2, 1]


def test_the_order_of_facts_changes_nothing(
    seed_base: FactBase, catalogue: Catalogue, found: tuple[Finding, ...]
) -> None:
    """The same facts in another order give the same findings in the same order."""
    texts = [SourceText(info, seed_base.text_of(doc)) for doc, info in seed_base.infos.items()]
    shuffled = FactBase.of(reversed(seed_base.facts), texts)
    assert run_checks(shuffled, catalogue) == found


def test_without_the_faulty_figures_nothing_is_found(
    seed_base: FactBase, catalogue: Catalogue
) -> None:
    """With 37/76 at 48,7 %, 731 at 38,62 %, a total of 1.945 and rank 59 the articles agree."""
    mended = {
        "systems_fully_compliant": {"share": Decimal("48.7")},
        "online_services_paperless": {"share": Decimal("38.62")},
        "procedures_published": {"value": Decimal(1945), "total": Decimal(1945)},
        "service_index_rank": {"value": Decimal(59)},
    }
    facts = [
        replace(fact, **mended[fact.indicator])
        if fact.indicator in mended and fact.level is None
        else fact
        for fact in seed_base.facts
    ]
    assert run_checks(FactBase.of(facts, seed_base.infos.values()), catalogue) == ()


@pytest.mark.parametrize("seed", range(4))
def test_a_slip_in_any_tied_figure_is_found(
    seed_base: FactBase, catalogue: Catalogue, seed: int
) -> None:
    """A count of dossiers, feedback or services that is changed no longer adds up."""
    tied = [
        fact
        for fact in seed_base.facts
        if fact.indicator.startswith(("dossiers_", "feedback_", "online_services_"))
        and fact.place in ("binh-thuan", "binh-duong")
        and fact.indicator != "online_services_paperless"
    ]
    assert len(tied) == 22
    for fact in tied[seed::4]:
        slip = replace(fact, value=fact.value + max(Decimal(2), fact.value // 50))
        facts = [slip if one is fact else one for one in seed_base.facts]
        base = FactBase.of(facts, (SourceInfo(doc) for doc in seed_base.infos))
        told = {finding.rule for finding in run_checks(base, catalogue) if slip in finding.facts}
        assert told & {"parts-sum", "share-denominator", "share-mismatch", "shares-counts"}, slip
