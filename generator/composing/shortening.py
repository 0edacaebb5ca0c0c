"""What a document of few pages gives up, the least important first.

A template that must not grow over a number of pages names all that it could do without, in
this order, and asks what is kept (`room.within(2, …)`). The document is then composed with
more and more given up, whole things only, until it fits; what is shown stays whole.

Stated order for a briefing: that sources have no base of a comparison; contradictions between
sources about figures that it does not show, the mildest first; shortcomings and causes but the
first of each; results that no leader asks for, the oldest first, each with what was to be noted
on its figures alone; changes but the largest, the smallest first by what part of the
earlier figure they are, those against a further time before all others, the country's last; then
those but the first that sources state themselves; changes over a merger of what has no card, the
smallest first, rises before falls;
tasks, those without a day first, the latest day next; the other results; the other changes over
a merger but the first; mild
remarks on figures that are shown; the second chart; doubts about them; the first chart. The
contradictions that stand out (``generator.report.highlights``) are never given up.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.catalogue import Language
from generator.composing.announcing import drawn_facts, facts_of
from generator.model.fact import NATION, Fact
from generator.model.finding import Finding, Severity
from generator.model.statement import Statement
from generator.report.merged_measures import MergedComparison
from generator.report.model import Change, Claim, Passage, ReportModel
from generator.report.rank_table import Drawing

_MILDEST = (Severity.NOTE, Severity.WARNING, Severity.ERROR)
_Told = tuple[Passage, str]


@dataclass(frozen=True, slots=True)
class Spare:
    """One thing that a template can do without; ``kind`` is its own word for it."""

    kind: str
    item: object


class Kept:
    """What a template asks when it comes to a thing that it can do without."""

    def __init__(self, left_out: Sequence[Spare]) -> None:
        """Hold what is given up."""
        self._left_out = tuple(left_out)

    def of(self, items: Iterable[object]) -> tuple[object, ...]:
        """Return the things that are kept, order kept."""
        gone = {id(one.item) for one in self._left_out}
        return tuple(item for item in items if id(item) not in gone)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The kinds of what is given up, each once."""
        return tuple(dict.fromkeys(one.kind for one in self._left_out))


class Room:
    """How many pages a template may fill, and how much of it is given up so that it does."""

    def __init__(self, given_up: Container[int] = ()) -> None:
        """Give up the things at these places, from 0, of those that the template will offer."""
        self._given_up = given_up
        self.pages = 0
        self.spare = 0

    def within(self, pages: int, spare: Sequence[Spare]) -> Kept:
        """Return what is kept of the things offered; the document may have ``pages`` pages."""
        self.pages, self.spare = pages, len(spare)
        return Kept([one for at, one in enumerate(spare) if at in self._given_up])


def spare_of_briefing(
    model: ReportModel,
    shown: Sequence[Claim],
    results: Sequence[_Told],
    drawn: Sequence[Drawing],
    tasks: Sequence[Statement],
    language: Language,
) -> tuple[Spare, ...]:
    """Return what a briefing can do without, in the stated order (see the module)."""
    known = _with_ranks(_known(model, shown, drawn), model, language)
    told = known.union(*(_ids(passage) for passage, _ in results))
    grave = [one.finding for one in model.measured.highlights if one.finding]
    last_first = [one for one in reversed(model.findings) if one not in grave]
    mild = sorted(last_first, key=lambda one: _MILDEST.index(one.severity))
    unseen = [one for one in mild if not _about(one, told)]
    from_the_end = list(reversed(results))
    older = sorted(from_the_end, key=lambda one: one[0].period.end)
    of_weight = [one for one in older if is_asked(one[0], language)]
    light = [one for one in older if one not in of_weight]
    noted = _with_notes(light, [one for one in mild if one not in unseen], known)
    spare = [
        *(Spare("base", one) for one in model.measured.lacking_times[:1]),
        *(Spare("finding", one) for one in unseen),
        *(Spare("limit", one) for own in (model.limits, model.causes) for one in own[1:2]),
        *noted,
        *(Spare("change", one) for one in _smallest_first(model.changes)),
        *(Spare("change", one) for one in reversed(_stated(shown, model)[1:])),
        *(Spare("change", one) for one in _over_mergers(model, shown, language)),
        *(Spare("task", one) for one in _tasks(tasks)),
        *(Spare("result", one) for one in of_weight),
        *(Spare("change", one) for one in reversed(merged_changes(model, language)[1:])),
        *(Spare("finding", one) for one in mild if one.severity is Severity.NOTE),
        *(Spare("chart", one) for one in drawn[1:]),
        *(Spare("finding", one) for one in mild),
        *(Spare("chart", one) for one in drawn[:1]),
    ]
    return tuple({id(one.item): one for one in spare}.values())


def merged_changes(model: ReportModel, language: Language) -> tuple[MergedComparison, ...]:
    """Return what leaders ask for first of new provinces against their old ones.

    Each figure against all of its bases, as those of one area are; what stands out or needs
    attention is told where that is.
    """
    listed = (*model.measured.highlights, *model.measured.heeded)
    told = {one.ends for one in listed if not one.rate}
    return tuple(
        one
        for one in model.measured.merged
        if (one.later, one.period) not in told
        and language.phrases[one.indicator.id].headline is not None
    )


def _smallest_first(changes: Sequence[Change]) -> list[Change]:
    """Return all changes but the largest, the smallest first; of one size the last one first.

    The first change of each figure outweighs those against further times.
    """
    known: set[str] = set()
    weighed = []
    for at, one in enumerate(changes):
        further = one.current.id in known
        known.add(one.current.id)
        size = abs(one.difference.value)
        part = size / abs(one.previous.value) if one.previous.value else size
        weighed.append(((not further, one.place.slug == NATION, part, -at), one))
    return [one for _, one in sorted(weighed, key=lambda pair: pair[0])][:-1]


def _stated(shown: Sequence[Claim], model: ReportModel) -> tuple[Fact, ...]:
    """Return the figures of cards of which sources state a change themselves."""
    known = {claim.fact.id for claim in shown}
    return tuple(fact for fact in model.measured.stated if fact.id in known)


def _over_mergers(
    model: ReportModel, shown: Sequence[Claim], language: Language
) -> list[MergedComparison]:
    """Return the changes over a merger of figures without a card: rises, then falls, by size."""
    cards = {claim.fact.id for claim in shown}
    found = [one for one in merged_changes(model, language) if one.later.id not in cards][::-1]
    return sorted(found, key=lambda one: (one.difference.value < 0, _part(one)))


def _part(one: MergedComparison) -> Decimal:
    """Return what part of the earlier figure a change over a merger is."""
    size = abs(one.difference.value)
    return size / abs(one.base.value) if one.base.value else size


def _known(model: ReportModel, shown: Sequence[Claim], drawn: Sequence[Drawing]) -> set[str]:
    """Return the ids of the facts that are told whatever results are given up."""
    facts = {fact.id for claim in shown for fact in facts_of(claim)}
    stand_out = (*model.measured.highlights, *model.measured.heeded)
    facts.update(fact.id for one in stand_out for fact in one.facts)
    facts.update(fact for drawing in drawn for fact in drawn_facts(drawing.chart))
    return facts | {fact.id for one in model.changes for fact in (one.current, one.previous)}


def _with_ranks(known: set[str], model: ReportModel, language: Language) -> set[str]:
    """Return the facts that are told with the ranks that are told beside them."""
    facts = {row.fact.id: row.fact for row in model.appendix}
    ranks = {
        (language.relations.rank_of[fact.indicator], fact.place)
        for name in known
        if (fact := facts.get(name)) and fact.indicator in language.relations.rank_of
    }
    beside = (fact.id for fact in facts.values() if (fact.indicator, fact.place) in ranks)
    return known.union(beside)


def _ids(passage: Passage) -> set[str]:
    """Return the ids of the facts of a passage."""
    return {fact.id for claim in passage.claims for fact in facts_of(claim)}


def _about(finding: Finding, told: set[str]) -> bool:
    """Tell whether a finding is about a figure that is told: one that it doubts."""
    return any(fact.id in told for fact in finding.doubted)


def is_asked(passage: Passage, language: Language) -> bool:
    """Tell whether a passage has a figure that leaders ask for first."""
    return any(
        language.phrases[claim.indicator.id].headline is not None for claim in passage.claims
    )


def _with_notes(
    results: Sequence[_Told], findings: Sequence[Finding], known: set[str]
) -> Iterator[Spare]:
    """Yield results, each with the findings about its figures alone."""
    for one in results:
        yield Spare("result", one)
        own = _ids(one[0]) - known
        for finding in findings:
            if _about(finding, own):
                yield Spare("finding", finding)


def _tasks(tasks: Sequence[Statement]) -> list[Statement]:
    """Return all tasks but one: those without a day first, then the latest day."""
    days = sorted((one for one in tasks if one.deadline), key=lambda one: str(one.deadline))
    return [*(one for one in tasks if not one.deadline), *reversed(days)][:-1]
