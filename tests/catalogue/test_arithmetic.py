"""What adds up: a project's own indicators take part in checks and rates without code."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.catalogue import load_catalogue
from generator.checks import run_checks
from generator.errors import UsageError
from generator.facts import FactBase
from generator.model.fact import Fact
from generator.model.finding import Severity
from generator.model.source_text import SourceInfo
from tests.material import told_fact

INDICATORS = """\
indicators:
  - {id: letters_written, group: dossiers, kind: count, unit: thư, label: "Thư xin lỗi phải gửi"}
  - {id: letters_sent, group: dossiers, kind: count, unit: thư, label: "Thư xin lỗi đã gửi"}
  - {id: letters_left, group: dossiers, kind: count, unit: thư, label: "Thư xin lỗi chưa gửi"}
  - {id: letters_sent_rate, group: dossiers, kind: rate, unit: "%%",
     label: "Tỷ lệ thư xin lỗi đã gửi", rate_of: [letters_sent, %s]}
"""
ARITHMETIC = """\
sums:
  - {whole: letters_written, parts: [letters_sent, letters_left], below: warning}
contained:
  - {part: letters_sent, of: letters_written}
"""

SOURCES = (SourceInfo("a", "Báo cáo mẫu", "", None, path="a.txt"),)


def project(folder: Path, indicators: str, arithmetic: str = "") -> Path:
    """Write a project folder with indicators of its own and what they add up to."""
    own = folder / "config" / "catalogue"
    own.mkdir(parents=True)
    (own / "indicators.yaml").write_text(indicators, "utf-8")
    if arithmetic:
        (own / "arithmetic.yaml").write_text(arithmetic, "utf-8")
    return folder


def letters(written: str, sent: str, left: str) -> list[Fact]:
    """Return three counts of one place and year."""
    names = {"letters_written": written, "letters_sent": sent, "letters_left": left}
    return [
        replace(told_fact("dossiers_received", value, at=at), indicator=name, unit="thư")
        for at, (name, value) in enumerate(names.items())
    ]


def test_parts_of_a_project_are_added(tmp_path: Path) -> None:
    """A whole that its parts do not reach is found with the weight that the row gives."""
    known = load_catalogue(project(tmp_path, INDICATORS % "letters_written", ARITHMETIC))
    base = FactBase.of(letters("60", "40", "15"), SOURCES)
    told = [(one.severity, one.computation) for one in run_checks(base, known)]
    assert told == [(Severity.WARNING, "40 + 15 = 55 ≠ 60")]
    agreed = FactBase.of(letters("60", "40", "20"), SOURCES)
    assert run_checks(agreed, known) == ()


def test_the_shipped_rows_stay(tmp_path: Path) -> None:
    """A project's rows are added; one on the same whole and parts replaces the shipped one."""
    again = "sums:\n  - {whole: dossiers_resolved, parts: [dossiers_late, dossiers_on_time]}\n"
    own = load_catalogue(project(tmp_path, INDICATORS % "letters_written", again)).arithmetic
    shipped = load_catalogue().arithmetic
    assert len(own.sums) == len(shipped.sums)
    changed = {one.whole: one.above for one in own.sums if one not in shipped.sums}
    assert changed == {"dossiers_resolved": Severity.ERROR}
    assert (own.partitions, own.over_time) == (shipped.partitions, shipped.over_time)


def test_a_rate_names_its_counts(tmp_path: Path) -> None:
    """The rate of two own counts is known beside the shipped ones."""
    rates = load_catalogue(project(tmp_path, INDICATORS % "letters_written")).rates
    assert rates["letters_sent_rate"] == ("letters_sent", "letters_written")
    assert rates["dossiers_on_time_rate"] == ("dossiers_on_time", "dossiers_resolved")


@pytest.mark.parametrize(
    ("indicators", "arithmetic", "told"),
    [
        ("letters_written", ARITHMETIC.replace("sent,", "set,"), "arithmetic.yaml:2:38"),
        ("letters_writen", "", "indicators.yaml:6:65"),
        ("letters_written", "open: [letters_lost]\n", "arithmetic.yaml:1:8"),
    ],
    ids=["sum", "rate", "list"],
)
def test_an_unknown_indicator_is_told_with_its_place(
    tmp_path: Path, indicators: str, arithmetic: str, told: str
) -> None:
    """File, line and column of the name that nobody knows, and where all are listed."""
    root = project(tmp_path, INDICATORS % indicators, arithmetic)
    with pytest.raises(UsageError, match=re.escape(told)) as raised:
        load_catalogue(root)
    assert "soket list indicators" in str(raised.value)
