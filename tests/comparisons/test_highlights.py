"""What stands out, and that nothing does where the facts allow none."""

from __future__ import annotations

from generator.model.finding import Finding, Severity
from generator.report.highlights import highlights
from generator.report.measures import HighlightKind, Measured
from tests.comparisons.wording import WORDING, pair, told
from tests.material import made_fact, year


def picked(
    *items: object, findings: tuple[Finding, ...] = ()
) -> list[tuple[str, str, bool | None]]:
    """Return kind, indicator and direction of each highlight of some comparisons."""
    found = highlights(Measured(), (told(*items),), findings, WORDING)  # type: ignore[arg-type]  # a group in part
    return [(one.kind.value, one.indicator.id if one.indicator else "", one.good) for one in found]


def test_the_largest_rise_and_fall_are_those_in_percent() -> None:
    """300 more of 1.200 is more than 500 more of 50.000."""
    found = picked(
        pair("online_dossiers", "1200", "1500"),
        pair("dossiers_resolved", "50000", "50500"),
        pair("dossiers_late", "100", "60"),
    )
    assert found == [("rise", "online_dossiers", True), ("fall", "dossiers_late", True)]


def test_small_bases_and_small_changes_do_not_stand_out() -> None:
    """From 02 to 06 is no threefold success, and 1 % no news."""
    assert picked(pair("online_dossiers", "2", "6"), pair("dossiers_late", "1000", "1010")) == []


def test_what_nobody_asks_for_does_not_stand_out() -> None:
    """Neither more nor fewer partial services is better, and no leader asks first."""
    assert picked(pair("online_services_partial", "100", "300")) == []


def test_a_rise_for_the_worse_is_bad_news() -> None:
    """More late dossiers rise, and are to be looked after."""
    assert picked(pair("dossiers_late", "100", "160")) == [("rise", "dossiers_late", False)]


def test_contradictions_about_what_leaders_ask_for_stand_out() -> None:
    """Two at most, errors only."""
    asked = made_fact("dossiers_received", "10", year(2023))
    other = made_fact("one_stop_units", "10", year(2023))
    findings = tuple(
        Finding("mau", severity, "Số liệu lệch.", "", (fact,))
        for severity, fact in [
            (Severity.WARNING, asked),
            (Severity.ERROR, other),
            (Severity.ERROR, asked),
            (Severity.ERROR, asked),
            (Severity.ERROR, asked),
        ]
    )
    found = picked(findings=findings)
    assert found == [(HighlightKind.CONTRADICTION.value, "", False)] * 2


def test_no_facts_no_highlights() -> None:
    """A report without anything to compare has none."""
    assert picked() == []
