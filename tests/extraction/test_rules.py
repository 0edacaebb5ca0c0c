"""The rule files: what a project may write, and how mistakes are told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.catalogue import load_catalogue
from generator.errors import ConfigErrors, UsageError
from generator.extraction import extract, load_rules
from generator.extraction.pattern import PatternError, phrase, regex
from generator.extraction.reading import folded
from generator.model.source_text import SourceInfo, SourceText

CATALOGUE = """
indicators:
  - {id: apology_letters, group: dossiers, kind: count, unit: thư, label: "Thư xin lỗi"}
"""
TEXT = "Trong năm 2023, tỉnh đã gửi 45 thư xin lỗi và tiếp nhận 120 hồ sơ."


def _project(tmp_path: Path, rules: str, catalogue: str = CATALOGUE) -> Path:
    for name, text in (("catalogue", catalogue), ("rules", rules)):
        folder = tmp_path / "config" / name
        folder.mkdir(parents=True)
        (folder / "indicators.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def _told(root: Path | None) -> list[tuple[str, Decimal]]:
    catalogue = load_catalogue(root)
    rules = load_rules(root, catalogue)
    source = SourceText(SourceInfo("x", published=date(2024, 1, 5), place="binh-thuan"), TEXT)
    return [(fact.indicator, fact.value) for fact in extract(source, catalogue, rules).facts]


def test_a_project_adds_an_indicator_with_two_lines(tmp_path: Path) -> None:
    """A row in the catalogue and a row of rules are all that a new indicator needs."""
    root = _project(tmp_path, "indicators:\n  apology_letters: {nouns: [thư xin lỗi]}\n")
    assert _told(root) == [("apology_letters", Decimal(45)), ("dossiers_received", Decimal(120))]


def test_rules_of_a_project_replace_the_shipped_ones(tmp_path: Path) -> None:
    """For a known indicator only the project's rules count; shipped words are known to it."""
    root = _project(tmp_path, 'indicators:\n  dossiers_received: {nouns: ["{PAKN}"]}\n')
    assert _told(root) == []


def test_shipped_rules_cover_the_whole_catalogue() -> None:
    """Each indicator of the catalogue has a rule."""
    catalogue = load_catalogue()
    rules = load_rules(None, catalogue).rules
    assert {rule.indicator for rule in rules} == set(catalogue.indicators)


@pytest.mark.parametrize(
    ("rules", "line", "column", "message"),
    [
        ("indicators:\n  nothing: {nouns: [x]}\n", 2, 3, "rules for the unknown indicator"),
        ('indicators:\n  apology_letters: {nouns: ["{NO}"]}\n', 2, 29, "unknown word {NO}"),
        ('indicators:\n  apology_letters: {nouns: ["(a|b"]}\n', 2, 29, "brackets"),
        ("indicators:\n  apology_letters: {weight: 3}\n", 2, 20, "can never be told"),
        ("indicators:\n  apology_letters: {noun: [x]}\n", 2, 27, "Extra inputs"),
    ],
)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, rules: str, line: int, column: int, message: str
) -> None:
    """Line and column point at what is wrong."""
    root = _project(tmp_path, rules)
    with pytest.raises(UsageError, match=message.replace("{", r"\{").replace("}", r"\}")) as caught:
        load_rules(root, load_catalogue(root))
    place = caught.value.location
    assert place is not None
    assert (Path(place.file).name, place.line, place.column) == ("indicators.yaml", line, column)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Two wrong indicators give two errors."""
    root = _project(tmp_path, "indicators:\n  one: {nouns: [x]}\n  two: {nouns: [x]}\n")
    with pytest.raises(ConfigErrors) as caught:
        load_rules(root, load_catalogue(root))
    assert len(caught.value.errors) == 2


@pytest.mark.parametrize(
    ("source", "text", "wanted"),
    [
        ("phản ánh kiến nghị", "các phản ánh, kiến nghị", True),
        ("(đã)? giải quyết", "số đã giải quyết", True),
        ("tiếp nhận … trực tuyến", "tiếp nhận hồ sơ nộp trực tuyến", True),
        ("tiếp nhận … trực tuyến", "tiếp nhận 5 hồ sơ; trực tuyến", False),
        ("# bộ", "có 15 bộ", True),
        ("mức độ 3", "mức độ 30", False),
        ("số hóa", "Số hoá hồ sơ", True),
        ("tỷ lệ", "TỈ LỆ", True),
    ],
)
def test_a_phrase_means_what_the_head_of_the_file_says(
    source: str, text: str, *, wanted: bool
) -> None:
    """Commas, gaps, options, numbers, borders and spellings."""
    assert phrase(source).found_in(folded(text)) is wanted


@pytest.mark.parametrize("source", ["", "(a|b", "a)b("])
def test_a_phrase_that_cannot_be_read_is_refused(source: str) -> None:
    """An empty phrase and open brackets are errors."""
    with pytest.raises(PatternError):
        phrase(source)


def test_a_pattern_that_could_backtrack_does_not_exist() -> None:
    """Look-around and back references are unknown to the engine of the rules."""
    with pytest.raises(PatternError):
        regex(r"(a+)\1")
