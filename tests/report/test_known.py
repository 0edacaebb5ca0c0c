"""A report tells what was known on its day: later sources are left out, and named."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.cli.projects import load_config
from generator.pipeline import Reading, load_project, read

EARLY = """Kết quả của tỉnh Bình Thuận

Trong 6 tháng đầu năm 2024, tỉnh Bình Thuận tiếp nhận 1.000 hồ sơ thủ tục hành chính.
"""
CONFIG = """template: so-ket
provinces: [binh-thuan]
periods: [2024-H1]
sources: [sources/]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose second source corrects the first one, three weeks later."""
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "som.txt").write_text(EARLY, encoding="utf-8")
    (folder / "muon.txt").write_text(EARLY.replace("1.000", "1.200"), encoding="utf-8")
    (folder / "manifest.yaml").write_text(
        "documents:\n"
        "  - {id: som, file: som.txt, title: Sớm, published: 2024-07-05, place: binh-thuan}\n"
        "  - {id: muon, file: muon.txt, title: Muộn, published: 2024-07-26, place: binh-thuan}\n",
        encoding="utf-8",
    )
    (tmp_path / "config" / "reports").mkdir(parents=True)
    return tmp_path


def reading(project: Path) -> Reading:
    """Return all that the sources of the project say."""
    return read([project / "sources"], load_project(project))


def test_what_is_published_later_is_left_out(project: Path) -> None:
    """The earlier figure stands, no contradiction is told, a remark names the later source."""
    found = reading(project).known_on(date(2024, 7, 20))
    assert [fact.value for fact in found.base.chosen] == [Decimal(1000)]
    assert [one.info.id for one in found.sources] == ["som"]
    assert found.findings == ()
    (remark,) = [one for one in found.remarks if "published" in one.message]
    assert "muon.txt" in remark.location
    assert "2024-07-26" in remark.message


@pytest.mark.parametrize("day", [None, date(2024, 7, 26)])
def test_what_is_published_by_then_is_used(project: Path, day: date | None) -> None:
    """On its own day a source is known; without a day all are."""
    found = reading(project).known_on(day)
    assert [fact.value for fact in found.base.chosen] == [Decimal(1200)]
    assert len(found.findings) == 1


@pytest.mark.parametrize(
    ("head", "as_of", "given"),
    [
        ("", None, None),
        ("letterhead: {date: 2024-07-20}\n", None, date(2024, 7, 20)),
        ("", date(2024, 7, 21), date(2024, 7, 21)),
    ],
)
def test_only_a_date_that_was_given_leaves_sources_out(
    project: Path, head: str, as_of: date | None, given: date | None
) -> None:
    """A config without a date bears the last day of its period, when no source was out yet."""
    path = project / "config" / "reports" / "mau.yaml"
    path.write_text(CONFIG + head, encoding="utf-8")
    letterhead = load_config(path, as_of).letterhead
    assert letterhead.given == given
    assert letterhead.date == (given or date(2024, 6, 30))
