"""Sentences of one kind in one text, each of another place: which are told, and by what."""

from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import Catalogue
from generator.checks import run_checks
from generator.extraction import RuleSet, extract, load_rules
from generator.facts import FactBase
from generator.model.source_text import SourceInfo, SourceText

LINES: dict[str, dict[str, str]] = {
    "ranks": {
        "Năm 2023, Chỉ số cải cách hành chính (PAR INDEX) của tỉnh Hà Giang tụt từ hạng 20 xuống"
        " hạng 15.": "20 − 15 = 5 (tăng) ≠ giảm",
        "Năm 2023, chỉ số PCI của tỉnh Lào Cai vươn từ vị trí 12 lên vị trí 20/63 tỉnh, thành"
        " phố.": "20 − 12 = 8 (giảm) ≠ tăng",
        "Năm 2024, Chỉ số SIPAS của tỉnh Yên Bái giảm 5 bậc, từ vị trí thứ 30 (năm 2023) xuống vị"
        " trí thứ 25.": "30 − 25 = 5 (tăng) ≠ 05 bậc (giảm)",
        "Năm 2024, Chỉ số PAPI của tỉnh Bắc Kạn tăng từ hạng 15/63 năm 2023 lên hạng 22/63.": (
            "22 − 15 = 7 (giảm) ≠ tăng"
        ),
        "Năm 2024, Chỉ số PCI của tỉnh Nghệ An xếp hạng 44/63, tụt từ hạng 50 của năm 2023.": (
            "50 − 44 = 6 (tăng) ≠ giảm"
        ),
        "Năm 2024, PAR INDEX của tỉnh Hà Nam tăng 8 bậc, từ hạng 20 lên hạng 15.": (
            "20 − 15 = 5 (tăng) ≠ 8 bậc (tăng)"
        ),
        "Năm 2024, SIPAS của tỉnh Điện Biên từ hạng 30 lên hạng 35/63.": (
            "35 − 30 = 5 (giảm) ≠ tăng"
        ),
        "Năm 2024, chỉ số PCI của tỉnh Thái Bình rơi từ hạng 33 xuống hạng 31.": (
            "33 − 31 = 2 (tăng) ≠ giảm"
        ),
        "Năm 2024, chỉ số PAR INDEX của tỉnh Sơn La cải thiện từ thứ 40 lên thứ 31/63.": "",
        "Năm 2024, Chỉ số PCI của tỉnh Hòa Bình đạt 66,1 điểm, tăng 2 điểm, từ hạng 20 xuống"
        " hạng 25.": "",
        "Năm 2024, SIPAS của tỉnh Lai Châu xếp thứ 41/63, vươn lên từ vị trí thứ 50 của năm"
        " 2023.": "",
        "Năm 2024, SIPAS của tỉnh Phú Yên bứt phá 10 bậc, từ hạng 30 lên hạng 20.": "",
        "Năm 2024, chỉ số PCI của tỉnh Gia Lai tụt từ thứ 12 xuống thứ 19.": "",
        "Phấn đấu năm 2025, SIPAS của tỉnh Kon Tum tăng từ hạng 20 lên hạng 25.": "",
    },
    "changes": {
        "Năm 2024, tỉnh Hà Giang tiếp nhận 104.100 hồ sơ, tăng 5% so với năm 2023 (100.000 hồ"
        " sơ).": "(104.100 − 100.000) / 100.000 × 100 ≈ 4,10% ≠ 5%",
        "Năm 2024, tỉnh Lào Cai tiếp nhận 240.000 hồ sơ, gấp 3 lần so với năm 2023 (100.000 hồ"
        " sơ).": "240.000 / 100.000 ≈ 2,40 ≠ 3 lần",
        "Năm 2024, tỉnh Yên Bái tiếp nhận 480.000 hồ sơ, tăng gấp 3 lần so với năm 2023 (100.000 hồ"
        " sơ).": "480.000 / 100.000 ≈ 4,80 ≠ 3 lần",
        "Năm 2024, tỉnh Bắc Kạn tiếp nhận 148.000 hồ sơ, tăng gần 30% so với năm 2023 (100.000 hồ"
        " sơ).": "(148.000 − 100.000) / 100.000 × 100 ≈ 48,00% ≠ 30%",
        "Năm 2024, tỉnh Nghệ An tiếp nhận 118.000 hồ sơ, tăng hơn 20% so với năm 2023 (100.000 hồ"
        " sơ).": "(118.000 − 100.000) / 100.000 × 100 ≈ 18,00% ≠ 20%",
        "Năm 2024, tỉnh Hà Nam tiếp nhận 104.600 hồ sơ, tăng 5% so với năm 2023 (100.000 hồ sơ).": (
            ""
        ),
        "Năm 2024, tỉnh Điện Biên tiếp nhận 105.900 hồ sơ, tăng 5% so với năm 2023 (100.000 hồ"
        " sơ).": "",
        "Năm 2024, tỉnh Thái Bình tiếp nhận 290.000 hồ sơ, gấp gần 3 lần so với năm 2023 (100.000"
        " hồ sơ).": "",
        "Năm 2024, tỉnh Sơn La tiếp nhận 400.000 hồ sơ, tăng 3 lần so với năm 2023 (100.000 hồ"
        " sơ).": "",
        "Năm 2024, tỉnh Hòa Bình tiếp nhận 127.000 hồ sơ, tăng gần 30% so với năm 2023 (100.000 hồ"
        " sơ).": "",
        "Năm 2024, tỉnh Phú Yên tiếp nhận 124.000 hồ sơ, tăng trên 20% so với năm 2023 (100.000 hồ"
        " sơ).": "",
    },
    "shares": {
        "Năm 2024, tại tỉnh Hà Giang, tỷ lệ hồ sơ giải quyết đúng hạn đạt 95%, tỷ lệ hồ sơ trễ hạn"
        " là 3%.": "95% + 3% = 98% ≠ 100%",
        "Năm 2024, tại tỉnh Lào Cai, tỷ lệ hồ sơ giải quyết đúng hạn đạt 97%, tỷ lệ hồ sơ trễ hạn"
        " là 5%.": "97% + 5% = 102% ≠ 100%",
        "Năm 2024, tại tỉnh Yên Bái, tỷ lệ hồ sơ giải quyết đúng hạn đạt 95,4%, tỷ lệ hồ sơ trễ hạn"
        " là 4,1%.": "95,4% + 4,1% = 99,5% ≠ 100%",
        "Năm 2024, tại tỉnh Nghệ An, tỷ lệ hồ sơ giải quyết đúng hạn đạt 95%, tỷ lệ hồ sơ trễ hạn"
        " là 4%.": "",
        "Năm 2024, tại tỉnh Hà Nam, tỷ lệ hồ sơ giải quyết đúng hạn đạt 97%, tỷ lệ hồ sơ trễ hạn"
        " là 3%.": "",
        "Năm 2024, tại tỉnh Sơn La, tỷ lệ hồ sơ giải quyết đúng hạn đạt 95,4%, tỷ lệ hồ sơ trễ hạn"
        " là 4,5%.": "",
        "Năm 2024, tỉnh Điện Biên tiếp nhận 1.000 hồ sơ, trong đó giải quyết đúng hạn 900 hồ sơ"
        " (90%), trễ hạn 30 hồ sơ (3%), đang giải quyết 70 hồ sơ.": "",
    },
}


@pytest.fixture(scope="module")
def rules(root: Path, catalogue: Catalogue) -> RuleSet:
    """The shipped rules."""
    return load_rules(root, catalogue)


@pytest.mark.parametrize("kind", LINES)
def test_lines(catalogue: Catalogue, rules: RuleSet, kind: str) -> None:
    """Each wrong sentence is told once with its computation, no right one is."""
    info = SourceInfo("mau", "Bài mẫu", "Báo Mẫu", date(2025, 3, 1))
    source = SourceText(info, "\n\n".join(LINES[kind]))
    facts = extract(source, catalogue, rules).facts
    findings = run_checks(FactBase.of(facts, [source]), catalogue)
    told = [one.computation.replace("\xa0", " ") for one in findings]
    assert told == [computation for computation in LINES[kind].values() if computation]
    places = {catalogue.places[fact.place].name for fact in facts}
    assert [line for line in LINES[kind] if not any(name in line for name in places)] == [
        line for line in LINES[kind] if line.startswith("Phấn đấu")
    ]
