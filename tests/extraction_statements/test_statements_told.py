"""The time that a result takes from what stands before it in its paragraph."""

from __future__ import annotations

from datetime import date

import pytest

from generator.catalogue import load_catalogue
from generator.extraction.reading import folded
from generator.extraction.statements import extract_statements, load_statement_rules
from generator.extraction.statements.told import told_before
from generator.model.period import Period
from generator.model.source_text import SourceInfo, SourceText

DAY = date(2024, 7, 31)
HALF = Period(date(2024, 6, 30), date(2024, 1, 1))
YEAR = Period(date(2023, 12, 31), date(2023, 1, 1))


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("Trong 6 tháng đầu năm nay, tỉnh nhận 200 hồ sơ. ", HALF),
        ("Năm 2023, tỉnh nhận 200 hồ sơ. ", YEAR),
        ("Năm 2023, tỉnh nhận 200 hồ sơ. Đến nay, tỉnh có 30 điểm. ", None),
        ("Từ năm 2021 đến nay, các bộ đã cắt giảm quy định. ", None),
        ("Trong 6 tháng đầu năm nay, hồ sơ tăng 5% so với năm 2023. ", HALF),
        ("Thực hiện Kế hoạch cải cách hành chính năm 2023 của tỉnh, ", None),
        ("Trong năm 2025, tỉnh sẽ nâng cấp hệ thống. ", None),
        ("Tỉnh nhận 200 hồ sơ. ", None),
    ],
)
def test_the_last_time_before_a_result_counts(before: str, told: Period | None) -> None:
    """Bases, names of plans and what is to come are no times of results."""
    assert told_before(folded(before), DAY) == told


def test_only_results_of_the_same_paragraph_take_a_time() -> None:
    """A new paragraph begins anew."""
    text = (
        "Cải cách thủ tục hành chính\n\n"
        "Trong 6 tháng đầu năm nay, tỉnh nhận 200 hồ sơ thủ tục hành chính. Việc số hóa hồ sơ "
        "thủ tục hành chính được đẩy mạnh, đạt kết quả tích cực.\n\n"
        "Việc rà soát thủ tục hành chính được quan tâm, đạt nhiều kết quả tích cực.\n"
    )
    info = SourceInfo("mau", "Bài mẫu", "", DAY, "binh-thuan")
    found = extract_statements(SourceText(info, text), load_catalogue(), load_statement_rules(None))
    times = {one.text[:11]: one.told for one in found}
    assert times["Việc số hóa"] == HALF
    assert times["Việc rà soá"] is None
