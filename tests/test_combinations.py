"""No period and no province of the shipped sources makes a report that its proof refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.app import run
from tests.shipped import config_of

PERIODS = (
    *("2021", "2022", "2023", "2023-H1", "2024-H1"),
    *("2022..2023", "2021..2023", "2022..2024-H1"),
)
PROVINCES = ("bac-giang", "binh-duong", "binh-thuan")
# nothing is told of the province by what was published before the report
UNTOLD = "the sources have no figure for the places and periods"


def built(folder: Path, name: str, forms: str, **lines: str) -> bool:
    """Tell whether a shipped config with other lines makes a report that is proved."""
    path = config_of(folder, name, **lines)
    out = str(folder / "out")
    return run(["build", str(path), "--format", forms, "--output", out, "--jobs", "1"]) == 0


@pytest.mark.full
@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("name", ["so-ket", "ban-tin"])
def test_each_period_is_proved(tmp_path: Path, name: str, period: str) -> None:
    """The country and its provinces, each time in a page."""
    assert built(tmp_path, name, "html", periods=f"[{period}]")


@pytest.mark.parametrize(("name", "period"), [("ban-tin", "2022"), ("so-ket", "2023")])
def test_times_that_are_not_shipped_are_proved(tmp_path: Path, name: str, period: str) -> None:
    """A note on a long name and a paragraph of the same time are no reason to refuse."""
    assert built(tmp_path, name, "html", periods=f"[{period}]")


@pytest.mark.full
@pytest.mark.parametrize("province", PROVINCES)
@pytest.mark.parametrize("period", PERIODS)
def test_each_province_is_proved_or_untold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], province: str, period: str
) -> None:
    """A report of one province, made when all sources are out."""
    lines = {"provinces": f"[{province}]", "periods": f"[{period}]", "  date": "2024-08-15"}
    assert built(tmp_path, "bao-cao-tinh", "html", **lines) or UNTOLD in capsys.readouterr().err


@pytest.mark.full
@pytest.mark.parametrize("name", ["so-ket", "ban-tin"])
def test_a_year_is_proved_on_paper(tmp_path: Path, name: str) -> None:
    """PDF and DOCX of 2023, too."""
    assert built(tmp_path, name, "docx,pdf", periods="[2023]")
