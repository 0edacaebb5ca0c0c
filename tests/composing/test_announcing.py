"""Each table and chart is announced by the first sentence that tells its figures."""

from __future__ import annotations

from generator.catalogue import load_language
from generator.composing.announcing import Announcer
from generator.config.values import Comparison
from generator.report import build_report
from generator.report.model import PlaceGroup
from tests.material import CATALOGUE, gold_base, job

BEFORE = (Comparison.PREVIOUS_PERIOD,)
MODEL = build_report(job(compare=BEFORE), gold_base(), (), (), CATALOGUE, load_language())


def group_of(place: str, group: str) -> PlaceGroup:
    """Return a group of one place of the seeds' report."""
    section = next(one for one in MODEL.places if one.place.slug == place)
    return next(one for one in section.groups if one.group.id == group)


def test_a_comparison_announces_its_table_and_chart_once() -> None:
    """The shares of Bình Dương at two dates stand in a table and a chart."""
    found = group_of("binh-duong", "online_services")
    announcer = Announcer()
    table, chart = announcer.comparisons(found.comparisons, found)
    assert table == found.date_tables[0].id
    assert chart == found.drawings[0].chart.id
    assert announcer.comparisons(found.comparisons, found) == ()


def test_a_total_over_levels_announces_its_table_and_chart() -> None:
    """Dossiers of Bình Thuận stand by level."""
    found = group_of("binh-thuan", "dossiers")
    table = found.level_tables[0]
    assert Announcer().levels(table, found) == (table.id, found.drawings[0].chart.id)


def test_a_claim_announces_the_chart_that_draws_it() -> None:
    """One that no chart draws announces nothing."""
    section = next(one.nation for one in MODEL.groups if one.group.id == "decentralisation")
    assert section is not None
    announcer = Announcer()
    told = [claim for passage in section.passages for claim in passage.claims]
    drawn = {drawing.chart.id for drawing in section.drawings}
    assert drawn
    assert set(announcer.claims(told, section.drawings)) == drawn
    assert announcer.claims(told, section.drawings) == ()
    cuts = next(one.nation for one in MODEL.groups if one.group.id == "regulation_cuts")
    assert cuts is not None
    other = [claim for passage in cuts.passages for claim in passage.claims]
    assert Announcer().claims(other, section.drawings) == ()
