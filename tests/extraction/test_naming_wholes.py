"""A part knows which whole its sentence names for it."""

from __future__ import annotations

from datetime import date

import pytest

from generator.extraction import extract
from generator.model.source_text import SourceInfo, SourceText
from tests.material import CATALOGUE, shipped_rules

SENTENCES = {
    "giải quyết 8.200 hồ sơ, trong đó đúng hạn 7.900 hồ sơ (đạt 96,3%).": "whole/usual",
    "giải quyết 8.200 hồ sơ; trong đó, trước hạn và đúng hạn 7.900 hồ sơ, đạt 96,3%.": (
        "whole/usual"
    ),
    "tiếp nhận 9.000 hồ sơ, trong đó giải quyết đúng hạn 7.900 hồ sơ, đạt 87,8%.": "whole/other",
    "giải quyết hơn 8.200 hồ sơ, trong đó đúng hạn 7.900 hồ sơ (đạt 96,3%).": None,
    "giải quyết 8.200 hồ sơ. Tỉnh có đúng hạn 7.900 hồ sơ (đạt 96,3%).": None,
    "giải quyết 8.200 hồ sơ; đúng hạn 7.900 hồ sơ (đạt 96,3%).": None,
}


@pytest.mark.parametrize("text", SENTENCES)
def test_the_whole_before_a_part(text: str) -> None:
    """It is named where it stands before "trong đó" in the sentence, told exactly."""
    info = SourceInfo("a", published=date(2024, 1, 15), place="lao-cai")
    told = f"Năm 2023, tỉnh Lào Cai {text}"
    facts = extract(SourceText(info, told), CATALOGUE, shipped_rules()).facts
    (part,) = (one for one in facts if one.indicator == "dossiers_on_time")
    wholes = [rule for rule in part.rules if rule.startswith("whole/")]
    assert wholes == ([SENTENCES[text]] if SENTENCES[text] else [])
