"""Claims to be among the first or last, against the ranks that are printed with them."""

from datetime import date
from decimal import Decimal

import pytest

from generator.catalogue import Catalogue
from generator.checks import run_checks
from generator.facts import FactBase
from generator.model.fact import Fact, Source
from generator.model.finding import Finding, Severity
from generator.model.source_text import SourceInfo, SourceText
from tests.material import period_of


def findings(
    text: str, catalogue: Catalogue, *, index: str = "pci_rank", second: str = ""
) -> tuple[Finding, ...]:
    """Check a text in which each "a/63" is a rank; the last one may be of another index."""
    facts: list[Fact] = []
    for word in text.split():
        value, slash, total = word.strip(".,;()").partition("/")
        if slash and value.isdigit():
            at = text.index(f"{value}/{total}")
            facts.append(
                Fact(
                    indicator=second if second and facts else index,
                    place="binh-thuan",
                    level=None,
                    period=period_of(str(2022 + len(facts))),
                    value=Decimal(value),
                    unit="hạng",
                    source=Source("a", at, at + len(f"{value}/{total}"), f"{value}/{total}"),
                    total=Decimal(total) if total.isdigit() else None,
                    number_start=at,
                )
            )
    info = SourceInfo("a", "Báo cáo A", "Báo A", date(2024, 1, 10), path="a.txt")
    return run_checks(FactBase.of(facts, [SourceText(info, text)]), catalogue)


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh xếp thứ 55/63 tỉnh, thành phố, thuộc nhóm 5 địa phương có điểm thấp nhất cả nước.",
        "PCI nằm trong top 10 tỉnh dẫn đầu cả nước, đứng thứ 12/63.",
        "Tỉnh nằm trong 10 tỉnh, thành phố có chỉ số cao nhất cả nước (xếp thứ 14/63).",
        "Tỉnh vẫn dẫn đầu top 5 trong 63 tỉnh thành có điểm thấp nhất. (Năm 2022: thứ 54/63).",
        "Tỉnh thuộc tốp 3 địa phương đứng đầu. Cụ thể, chỉ số PCI đứng thứ 4/63 tỉnh thành.",
        "Hạng 30/63 đưa tỉnh vào nhóm 10 tỉnh cuối bảng.",
    ],
)
def test_a_claim_that_the_rank_contradicts(catalogue: Catalogue, text: str) -> None:
    """The claim is told with both quotes; the report keeps to the rank."""
    (found,) = findings(text, catalogue)
    assert (found.rule, found.severity) == ("rank-claim", Severity.WARNING)
    (claim,) = found.quotes
    assert text[claim.start : claim.end] == claim.quote
    assert claim.quote in found.message
    assert found.used == found.facts[0]
    assert found.facts[0].source.quote in found.message


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh xếp thứ 59/63 tỉnh, thành phố, thuộc nhóm 5 địa phương có điểm thấp nhất cả nước.",
        "PCI nằm trong top 10 tỉnh dẫn đầu cả nước, đứng thứ 10/63.",
        "Năm nay tỉnh đứng thứ 12/63, phấn đấu năm sau thuộc top 10 cả nước dẫn đầu.",
        "Tỉnh đứng thứ 12/63, không còn trong nhóm 5 tỉnh có điểm thấp nhất.",
        "Tỉnh đứng thứ 12/63.\nHuyện A thuộc nhóm 3 đơn vị có điểm thấp nhất.",
        "Tỉnh đứng thứ 12/63. Đây là kết quả tốt. Có 5 huyện thuộc nhóm 3 có điểm thấp nhất.",
        "Đã đơn giản hóa nhóm 4 thủ tục hành chính; tỉnh đứng thứ 12/63.",
    ],
    ids=["last", "first", "goal", "denied", "other-paragraph", "other-sentence", "no-claim"],
)
def test_a_claim_that_is_none_or_true(catalogue: Catalogue, text: str) -> None:
    """What the rank bears out, a goal, and a claim about something else give no finding."""
    assert findings(text, catalogue) == ()


def test_a_claim_beside_two_indices_is_left_alone(catalogue: Catalogue) -> None:
    """Nobody can tell which of the two ranks it is about."""
    text = "PCI thứ 12/63, PAPI thứ 40/63, thuộc nhóm 5 tỉnh có điểm thấp nhất."
    assert len(findings(text, catalogue)) == 1
    assert findings(text, catalogue, second="papi_rank") == ()


def test_the_computation_of_the_last_places(catalogue: Catalogue) -> None:
    """The first of the last places is computed and has its lineage."""
    (found,) = findings("Thứ 50/63, thuộc nhóm 10 tỉnh có điểm thấp nhất.", catalogue)
    assert found.computation == "63 − 10 + 1 = 54; 50 < 54"
    (figure,) = found.figures
    assert (figure.value, figure.formula) == (Decimal(54), "63 − 10 + 1 = 54")
    (first,) = findings("Thứ 12/63, thuộc nhóm 10 tỉnh có điểm cao nhất.", catalogue)
    assert first.computation == "12 > 10"
