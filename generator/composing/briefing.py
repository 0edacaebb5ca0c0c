"""What the template of a briefing asks: its cards, its charts, what it can do without."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.catalogue import Language
from generator.composing.cards import claims_of, compared_cards, further_cards, key_figures
from generator.composing.shortening import (
    Spare,
    is_asked,
    merged_changes,
    spare_of_briefing,
)
from generator.composing.standings import FEW
from generator.model.fact import NATION
from generator.model.statement import Statement
from generator.report.merged_measures import MergedComparison
from generator.report.model import Claim, Passage, Peers, ReportModel
from generator.report.rank_table import Drawing


class BriefingArranger:
    """Answers what a briefing asks beside what all documents do."""

    _language: Language

    def key_figures(self, model: ReportModel, most: int) -> tuple[Claim, ...]:
        """Return the figures of the cards of a briefing; see ``generator.composing.cards``."""
        return key_figures(model, self._language, most)

    def compared_cards(self, model: ReportModel) -> tuple[Peers, ...]:
        """Return the indicators whose rows are the cards; see ``generator.composing.cards``."""
        return compared_cards(model)

    def further_cards(
        self, model: ReportModel, rows: Sequence[Peers], most: int
    ) -> tuple[Claim, ...]:
        """Return the figures of cards behind the rows; see ``generator.composing.cards``."""
        return further_cards(model, self._language, rows, most)

    def briefing_charts(self, model: ReportModel) -> tuple[Drawing, ...]:
        """Return the charts that a briefing may show, the most telling first.

        Those of the country; the ends and the changes of a long order, before the charts of
        each of its places; these; places of one kind side by side.
        """
        country = [one for one in model.drawings if one.place.slug == NATION]
        single = [one for one in model.drawings if one.place.slug != NATION]
        ends = [one.ends for one in model.peers if one.ends is not None][:1]
        moved = [one.drawing for one in model.movers if one.drawing is not None][:1]
        beside = [one.drawing for one in model.peers if one.drawing is not None]
        return (*country, *ends, *moved, *single, *beside)

    def claims_of(self, groups: Sequence[Peers]) -> tuple[Claim, ...]:
        """Return the figures of places that rows of cards show."""
        return claims_of(groups)

    def of_silent_places(
        self, model: ReportModel, said: Sequence[Claim], drawn: Sequence[Drawing], day: date
    ) -> tuple[tuple[Passage, str], ...]:
        """Return a result of each place of which a briefing tells nothing else, with its name.

        Of a few places alone: the first that leaders ask for, else the first.
        """
        if len(model.scope.places) > FEW:
            return ()
        told = {claim.fact.place for claim in said}
        told |= {slug for one in model.peers for slug in one.told_slugs}
        told |= {one.place.slug for one in model.changes} | {one.place.slug for one in drawn}
        stand_out = (*model.measured.highlights, *model.measured.heeded)
        told |= {one.place.slug for one in stand_out if one.place is not None}
        told |= {one.place.slug for one in model.measured.merged}
        silent = (one for one in model.places if one.place.slug not in told)
        found = []
        for section in silent:
            results = [passage for group in section.groups for passage in group.passages]
            asked = [one for one in results if is_asked(one, self._language)]
            first = (asked or results)[:1]
            found += [(one, section.place.official_name(day)) for one in first]
        return tuple(found)

    def spare(
        self,
        model: ReportModel,
        shown: Sequence[Claim],
        results: Sequence[tuple[Passage, str]],
        drawn: Sequence[Drawing],
        tasks: Sequence[Statement],
    ) -> tuple[Spare, ...]:
        """Return what a briefing can do without; see ``generator.composing.shortening``."""
        return spare_of_briefing(model, shown, results, drawn, tasks, self._language)

    def merged_changes(self, model: ReportModel) -> tuple[MergedComparison, ...]:
        """Return the changes over a merger that stand in no other list of a briefing."""
        return merged_changes(model, self._language)
