"""Words of the text and of the trace that it carries, changed alike: the facts say otherwise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.facts.lineage import digest
from generator.verify.counted import counted_objections
from generator.verify.files import load_lineage
from generator.verify.framing import framing_objections
from generator.verify.lineage import Lineage
from generator.verify.reading.file import read_file
from generator.verify.stating import stating_objections
from tests.verify.making import file_named, lineage, marked, tree


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("Tỉnh Bắc Giang giải quyết {1.200} hồ sơ.", True),
        ("Tỉnh Bắc Giang giải quyết {1.200} giao dịch.", False),
        ("Tỉnh Bắc Giang giải quyết {1.200} TTHC.", False),
        ("Tỉnh Bắc Giang giải quyết ({1.200} hồ sơ).", True),
        ("Tỉnh Bắc Giang chưa đạt {1.200} hồ sơ.", False),
        ("Tỉnh Bắc Giang không có {1.200} hồ sơ.", False),
    ],
)
def test_what_is_counted_is_what_the_fact_counts(text: str, *, is_right: bool) -> None:
    """The noun behind a number is its unit, and no word before it denies it."""
    content = tree()
    content["printed"] = [marked("paragraph", text, "fa")]
    assert (not list(counted_objections(lineage(content)))) is is_right


@pytest.mark.parametrize(
    ("units", "is_right"),
    [
        ([("letterhead", "Hà Nội, ngày 31 tháng 01 năm 2024", 0)], True),
        ([("letterhead", "Hà Nội, ngày 30 tháng 01 năm 2024", 0)], False),
        ([("letterhead", "Hà Nội, ngày     tháng 01 năm 2024", 0)], True),
        ([("caption", "Bảng 1. Một", 6), ("caption", "Biểu đồ 1. Hai", 9)], True),
        ([("caption", "Bảng 1. Một", 6), ("caption", "Bảng 3. Hai", 6)], False),
        ([("caption", "Bảng 2. Một", 6)], False),
    ],
)
def test_the_frame_of_a_report_is_its_own(
    units: list[tuple[str, str, int]], *, is_right: bool
) -> None:
    """The letterhead bears the date of the report, and captions count from 1."""
    content = tree()
    content["printed"] = [
        {"kind": kind, "text": text, **({"own": [[0, end]]} if end else {})}
        for kind, text, end in units
    ]
    assert (not list(framing_objections(lineage(content)))) is is_right


def shortened_findings(content: dict[str, Any], words: int) -> list[dict[str, Any]]:
    """Return copies of a trace, each with words left out of the middle of one finding."""
    found = []
    told = [" ".join(one["message"].split()).rstrip(".") for one in content["findings"]]
    for at, unit in enumerate(content["printed"]):
        parts = unit["text"].split()
        if not any(one in " ".join(parts) for one in told):
            continue
        for start in range(8, len(parts) // 2, 5):
            if not any(char.isdigit() for char in " ".join(parts[start : start + words])):
                text = " ".join(parts[:start] + parts[start + words :])
                printed = [*content["printed"]]
                printed[at] = {"kind": unit["kind"], "text": text}
                found.append({**content, "printed": printed})
    return found


@pytest.mark.parametrize("name", ["so-ket", "bao-cao-tinh-binh-thuan"])
def test_a_finding_is_told_whole(finished: tuple[Path, ...], name: str) -> None:
    """A finding of which the text and the trace leave three words out is no longer its own."""
    path = file_named(finished, f"{name}.docx")
    assert not list(stating_objections(load_lineage(path)))
    content = json.loads(read_file(path.read_bytes(), path.name).lineage)
    spoilt = shortened_findings(content, 3)
    assert len(spoilt) > 3
    for one in spoilt:
        forged = Lineage.parse(json.dumps({**one, "digest": digest(one)}), path.name)
        assert list(stating_objections(forged))
