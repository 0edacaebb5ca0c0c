"""A briefing notes what it prints: no word of comparisons and figures that it leaves out."""

from __future__ import annotations

from datetime import date

from generator.composing.noting import notes_on
from generator.config.values import Comparison as Basis
from generator.model.fact import Fact
from generator.model.figure import Figure
from generator.report.figures import value_of
from generator.report.model import ReportModel
from tests.material import made_fact, period_of
from tests.report.test_build import compared_model

NOW, BEFORE = (period_of(f"{year}-07-01..{year}-12-31") for year in (2025, 2024))
RECEIVED = made_fact("dossiers_received", "432", NOW, place="lam-dong")
LATE = made_fact("dossiers_late", "40", NOW, place="lam-dong", start=9)
RANK = made_fact("service_index_rank", "12", NOW, place="lam-dong", start=18)


def over_the_merger() -> ReportModel:
    """Lâm Đồng received a sum of its three old provinces; of those late one is missing."""
    old = [
        made_fact(name, "100", BEFORE, place=slug, start=30 + 9 * at)
        for at, (name, slug) in enumerate(
            (name, slug)
            for name in ("dossiers_received", "dossiers_late")
            for slug in ("lam-dong", "binh-thuan", "dak-nong")
            if (name, slug) != ("dossiers_late", "dak-nong")
        )
    ]
    return compared_model(
        *(RECEIVED, LATE, RANK, *old),
        compare=(Basis.SAME_PERIOD_LAST_YEAR,),
        places=("lam-dong",),
        periods=(NOW,),
        issued=date(2026, 1, 15),
    )


def printed(*facts: Fact, more: tuple[Figure, ...] = ()) -> dict[str, Figure]:
    """Return figures as a document keeps them that it has printed."""
    return {one.id: one for one in (*map(value_of, facts), *more)}


def test_a_note_tells_of_printed_figures_alone() -> None:
    """The base of a change that stands there, the lack of a figure that does, a kind."""
    model = over_the_merger()
    (change,) = (one.difference for one in model.measured.merged)
    (note,) = notes_on(model, printed(RECEIVED, LATE, RANK, more=(change,))).mergers
    assert [one.id for one in note.added] == ["dossiers_received"]
    assert [one.id for gap in note.gaps for one in gap.indicators] == ["dossiers_late"]
    assert [kind.value for kind in note.refused] == ["rank"]
    (alone,) = notes_on(model, printed(RECEIVED, more=(change,))).mergers
    assert (bool(alone.added), alone.gaps, alone.refused) == (True, (), ())
    (lack,) = notes_on(model, printed(RECEIVED, LATE)).mergers
    assert (lack.added, bool(lack.gaps)) == ((), True)
    assert notes_on(model, printed(RECEIVED)).mergers == ()
