"""Shares in sentences of which no fact is made, but which a report tells as they stand."""

from datetime import date

import pytest

from generator.catalogue import Catalogue
from generator.checks import run_checks
from generator.facts import FactBase
from generator.model.fact import Source
from generator.model.finding import Severity
from generator.model.review import Decision, LeftOut, Review
from tests.checks.conftest import SOURCES

WRONG = {
    "Có 8/9 huyện, thị xã, thành phố (đạt 78%) hoàn thành số hóa.": "8 / 9 × 100 ≈ 88,89% ≠ 78%",
    "Đã có 120/152 xã (chiếm tỷ lệ 89%) lập tổ.": "120 / 152 × 100 ≈ 78,95% ≠ 89%",
    "Cả 1.020 trên tổng số 1.200 thôn có tổ hỗ trợ, đạt tỷ lệ 90%.": "× 100 = 85,00% ≠ 90%",
    "Cả tỉnh đạt 78% (8/9 huyện) có trung tâm.": "8 / 9 × 100 ≈ 88,89% ≠ 78%",
    "Tỉnh có 45/60 sở, ngành kết nối hệ thống, chiếm 57%.": "45 / 60 × 100 = 75,00% ≠ 57%",
}
RIGHT = (
    "Có 8/9 huyện, thị xã, thành phố (đạt 88,9%) hoàn thành số hóa.",
    "Có 8/9 huyện (đạt 88%) hoàn thành số hóa.",  # cut off
    "Ngày 8/9 (đạt 78%), huyện tổng kết.",
    "Tỉnh xếp thứ 8/63 (đạt 85,2%).",
    "Có 8/9 huyện hoàn thành, đạt 78% kế hoạch.",
    "Có 8/9 huyện, tăng 12% so với năm trước.",
    "Có 8/9 huyện đạt chuẩn; tỷ lệ hài lòng đạt 96%.",
    "Có 8/9 huyện đạt trên 78% hồ sơ trực tuyến.",
    "Quyết định số 12/2024 (đạt 78%) được ban hành.",
    "Ngày 10/10/2024, tỉnh mở 3 lớp (đạt 78%).",
)


@pytest.mark.parametrize("text", [*WRONG, *RIGHT])
def test_a_share_in_a_sentence(catalogue: Catalogue, text: str) -> None:
    """It is that of its a/b, rounded or cut off, or the report does not repeat the sentence."""
    said = (Source("a", 40, 40 + len(text), text),)
    found = run_checks(FactBase.of((), SOURCES), catalogue, said=said)
    expected = WRONG.get(text)
    assert len(found) == (expected is not None)
    for one in found:
        assert (one.rule, one.severity) == ("share-mismatch", Severity.ERROR)
        assert expected in one.computation
        (words,) = one.quotes
        assert text[words.start - 40 : words.end - 40] == words.quote
        assert words.quote in one.message


def test_a_decision_on_a_sentence_is_told(catalogue: Catalogue) -> None:
    """Who decided to go without it, when and why; it is a note then."""
    text = next(iter(WRONG))
    said = Source("a", 40, 40 + len(text), text)
    review = Review(Decision.EXCLUDE, "Trần B", date(2024, 8, 5), "huyện báo nhầm")
    found = run_checks(
        FactBase.of((), SOURCES), catalogue, said=[said], left_out=[LeftOut(said, review)]
    )
    assert [one.severity for one in found] == [Severity.NOTE]
    assert (
        found[0]
        .message.replace("\xa0", " ")
        .endswith(
            "; qua rà soát, báo cáo không nêu lại nội dung này"
            " (Trần B, ngày 05 tháng 8 năm 2024; lý do: huyện báo nhầm)."
        )
    )
