"""Targets: shipped ones with their acts, a project's own, mistakes with their place."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import Kind, load_catalogue
from generator.catalogue.targets import target_of
from generator.errors import UsageError
from generator.model.fact import NATION
from tests.material import made_fact, period_of, year

SHIPPED = load_catalogue()
ROW = """\
  - id: {id}
    indicator: {indicator}
    bound: at-least
    value: 75
    places: [{places}]
    from: 2024-01-01
    until: 2024-12-31
    act: Kế hoạch mẫu
    issued: 2024-01-01
"""


def project(folder: Path, **parts: str) -> Path:
    """Return a project folder with one target of its own."""
    row = {"id": "rieng", "indicator": "online_dossiers_rate", "places": "binh-thuan", **parts}
    (folder / "config").mkdir()
    (folder / "config" / "targets.yaml").write_text(
        "targets:\n" + ROW.format(**row), encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize("target", SHIPPED.targets, ids=lambda target: target.id)
def test_each_target_names_its_act_and_its_days(target: object) -> None:
    """A legal source with number and day, a rate in percent, days in order."""
    (found,) = (one for one in SHIPPED.targets if one is target)
    assert re.search(r"số \d+/\S+ ngày \d+ tháng \d+ năm \d{4}", found.act)
    assert str(found.issued.year) in found.act
    assert found.issued <= found.until
    assert found.since <= found.until
    assert SHIPPED.indicators[found.indicator].kind is Kind.RATE


@pytest.mark.parametrize(
    ("number", "place", "name"),
    [
        (2023, "binh-thuan", "nq76-satisfaction-2025"),
        (2023, NATION, "nq76-satisfaction-2025"),
        (2026, "lam-dong", "qd1565-satisfaction-2026"),
        (2020, "binh-thuan", ""),
        (2027, "binh-thuan", ""),
        (2023, "bo-noi-vu", ""),
    ],
)
def test_the_target_in_force_counts(number: int, place: str, name: str) -> None:
    """90 % until 2025, 95 % in 2026, nothing before and after."""
    found = target_of(
        made_fact("satisfaction_rate", "91", year(number), place=place), SHIPPED.targets
    )
    assert (found.id if found else "") == name


@pytest.mark.parametrize(
    ("name", "value", "when", "found"),
    [
        ("satisfaction_rate", "91", "2025-12-15..2026-06-14", "qd1565-satisfaction-2026"),
        ("satisfaction_rate", "91", "2025-12-15..2026-12-14", "qd1565-satisfaction-2026"),
        ("satisfaction_rate", "91", "2024-12-15..2025-12-14", "nq76-satisfaction-2025"),
        ("satisfaction_rate", "91", "2025-12-16..2026-06-14", ""),  # no window
        ("dossiers_received", "100", "2023-12-15..2024-12-14", "rieng"),
        ("dossiers_received", "100", "2024", "rieng"),
        ("dossiers_received", "100", "2023-12-15..2024-06-14", ""),
        ("dossiers_received", "100", "2024-12-15..2025-12-14", ""),
    ],
)
def test_a_window_counts_as_the_time_that_it_closes(
    tmp_path: Path, name: str, value: str, when: str, found: str
) -> None:
    """The year's window of decree 09 begins on 15 December before it and is that year."""
    targets = load_catalogue(project(tmp_path, indicator="dossiers_received")).targets
    target = target_of(made_fact(name, value, period_of(when)), targets)
    assert (target.id if target else "") == found


def test_a_project_adds_and_replaces(tmp_path: Path) -> None:
    """An own row joins the shipped ones; one with a known id takes its place."""
    own = load_catalogue(project(tmp_path)).targets
    assert len(own) == len(SHIPPED.targets) + 1
    assert own[-1].places == {"binh-thuan"}
    assert own[-1].until == date(2024, 12, 31)


def test_a_known_id_is_replaced(tmp_path: Path) -> None:
    """The office's own value for a shipped target wins."""
    own = load_catalogue(project(tmp_path, id=SHIPPED.targets[0].id)).targets
    assert len(own) == len(SHIPPED.targets)
    assert own[0].indicator == "online_dossiers_rate"


def test_places_are_told_in_any_spelling(tmp_path: Path) -> None:
    """Name, abbreviation or code, as everywhere in a config."""
    own = load_catalogue(project(tmp_path, places='Tỉnh Bình Thuận, TP.HCM, "2025:68", Toàn quốc'))
    (found,) = (one for one in own.targets if one.id == "rieng")
    assert found.places == {"binh-thuan", "tp-ho-chi-minh", "lam-dong", NATION}
    assert not found.common


@pytest.mark.parametrize(
    ("parts", "place", "said"),
    [
        ({"indicator": "online_rate"}, "targets.yaml:3:", "unknown indicator 'online_rate'"),
        ({"places": "binh-thuan, bnh"}, "targets.yaml:6:", "unknown place 'bnh'"),
        ({"id": "Riêng"}, "targets.yaml:2:", "pattern"),
    ],
)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, parts: dict[str, str], place: str, said: str
) -> None:
    """Line and column, what is wrong."""
    with pytest.raises(UsageError) as error:
        load_catalogue(project(tmp_path, **parts))
    assert place in str(error.value)
    assert said in str(error.value)
