"""What templates ask about the order of things: pairs, groups, excerpts, numbers.

Nothing here makes a sentence; it only arranges what the model holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from generator.catalogue import Group, Indicator, Kind, Language, Place, PlaceKind
from generator.composing.quoting import Quoter
from generator.composing.topics import Topic, national_topics, topics_of
from generator.model.fact import NATION, Fact
from generator.model.figure import Figure
from generator.model.finding import Finding
from generator.model.review import Decision
from generator.model.source_text import SourceInfo
from generator.model.statement import Statement
from generator.report.measures import Standing
from generator.report.model import (
    AppendixRow,
    Claim,
    Comparison,
    Drawing,
    GroupSection,
    LevelTable,
    Passage,
    PlaceGroup,
    PlaceTable,
    ReportModel,
    StatementGroup,
    Trend,
)
from generator.report.statements import Said, by_giver, is_contradicted

EXCERPT = 200  # characters of a quote in the appendix
SHORT = 60  # a quote below it is told with its sentence
_REVIEWED = {
    Decision.CORRECT: "đã điều chỉnh",
    Decision.ADD: "bổ sung",
    Decision.USE: "đã rà soát",
    Decision.EXCLUDE: "đã loại bỏ",
}
_BEGINNING = 40  # characters in which a statement may name its own time
_OWN_TIME = ("năm 20", "/20", "tháng đầu năm")
_COMMANDING = ("Thủ tướng", "Phó Thủ tướng", "Bộ trưởng", "Chủ tịch", "Phó Chủ tịch")
_UNTIL_NOW = ("đến nay", "hiện có", "hiện còn", "hiện,")
GENERAL = "công tác chung"


class Arranger:
    """Answers the templates' questions about one report."""

    def __init__(
        self,
        language: Language,
        groups: dict[str, Group],
        sources: Sequence[SourceInfo],
        quoter: Quoter,
        when: Mapping[str, str],
    ) -> None:
        """Keep what the answers need; ``when`` names the time of each source."""
        self._quoter = quoter
        self._when = when
        self._rank_of = {pair.score: pair.rank for pair in language.relations.pairs}
        self._groups = groups
        self._numbers = {info.id: number for number, info in enumerate(sources, start=1)}

    def docs_of(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Return the documents behind claims, each once, in order."""
        facts = [
            fact
            for claim in claims
            for fact in (
                claim.fact,
                *(part.fact for part in claim.parts),
                *(level.fact for level in claim.levels),
            )
        ]
        return tuple(dict.fromkeys(fact.source.doc for fact in facts))

    def with_ranks(self, trends: Sequence[Trend]) -> tuple[tuple[Trend, Trend | None], ...]:
        """Pair each score with the rank of the same index and time; others stand alone."""
        ranks = {trend.indicator.id: trend for trend in trends if trend.indicator.kind is Kind.RANK}
        paired = [
            (trend, ranks.pop(rank.indicator.id) if rank else None)
            for trend in trends
            if trend.indicator.kind is not Kind.RANK
            for rank in (self._rank(trend, ranks),)
        ]
        return (*paired, *((rank, None) for rank in ranks.values()))

    def _rank(self, score: Trend, ranks: Mapping[str, Trend]) -> Trend | None:
        """Return the rank that goes with a score: of one index, and newest at one time."""
        rank = ranks.get(self._rank_of.get(score.indicator.id, ""))
        same = rank is not None and rank.facts[-1].period == score.facts[-1].period
        return rank if same else None

    def rank_beside(self, score: Fact, model: ReportModel) -> Trend | None:
        """Return the rank that goes with a score: of the same index, place and time."""
        name = self._rank_of.get(score.indicator)
        groups = (group for section in model.places for group in section.groups)
        trends = (trend for group in groups for trend in group.trends)
        return next(
            (
                trend
                for trend in trends
                if trend.indicator.id == name
                and trend.place.slug == score.place
                and trend.facts[-1].period == score.period
            ),
            None,
        )

    def goes_apart(self, score: Trend, rank: Trend) -> bool:
        """Tell whether the score went one way and the rank the other."""
        first, second = score.difference, rank.difference
        return first is not None and second is not None and first.value * second.value < 0

    def trend_docs(self, trend: Trend, rank: Trend | None) -> tuple[str, ...]:
        """Return the documents behind a trend and its rank."""
        facts = [*trend.facts, *(rank.facts if rank else ())]
        return tuple(dict.fromkeys(fact.source.doc for fact in facts))

    def comparison_docs(self, items: Sequence[Comparison]) -> tuple[str, ...]:
        """Return the documents behind comparisons."""
        facts = [fact for item in items for fact in (item.earlier, item.later)]
        return tuple(dict.fromkeys(fact.source.doc for fact in facts))

    def by_dates(self, items: Sequence[Comparison]) -> tuple[tuple[Comparison, ...], ...]:
        """Group comparisons that set the same two times side by side."""
        found: dict[tuple[object, object], list[Comparison]] = defaultdict(list)
        for item in items:
            found[(item.earlier.period, item.later.period)].append(item)
        return tuple(tuple(group) for group in found.values())

    def by_place(
        self, items: Sequence[StatementGroup]
    ) -> tuple[tuple[Place, tuple[StatementGroup, ...]], ...]:
        """Group statement groups by place, order kept."""
        found: dict[str, list[StatementGroup]] = defaultdict(list)
        for item in items:
            found[item.place.slug].append(item)
        return tuple((group[0].place, tuple(group)) for group in found.values())

    def by_indicator(
        self, rows: Sequence[AppendixRow]
    ) -> tuple[tuple[Indicator, tuple[AppendixRow, ...]], ...]:
        """Group appendix rows by indicator, order kept."""
        found: dict[str, list[AppendixRow]] = defaultdict(list)
        for row in rows:
            found[row.indicator.id].append(row)
        return tuple((group[0].indicator, tuple(group)) for group in found.values())

    def brief(
        self, sections: Sequence[GroupSection], said: Sequence[Claim]
    ) -> tuple[tuple[Passage, str], ...]:
        """Return what a briefing says of the whole country beside its key figures.

        One passage for each period, over all groups; claims that stand among the
        key figures are not said again.
        """
        shown = {claim.fact.id for claim in said}
        by_period: dict[object, Passage] = {}
        for section in sections:
            for passage in section.nation.passages if section.nation else ():
                known = by_period.get(passage.period)
                told = known.claims if known else ()
                new = tuple(claim for claim in passage.claims if claim.fact.id not in shown)
                if new:
                    by_period[passage.period] = replace(passage, claims=(*told, *new))
        return tuple((passage, "cả nước") for passage in by_period.values())

    def national_topics(self, model: ReportModel) -> tuple[Topic, ...]:
        """Return what is told of the whole country, a heading for each group."""
        return national_topics(model, self._groups)

    def topics_of(self, place: Place, model: ReportModel) -> tuple[Topic, ...]:
        """Return what is told of one province, a heading for each group."""
        return topics_of(place, model, self._groups)

    def told_places(self, model: ReportModel) -> tuple[Place, ...]:
        """Return the provinces of which there is a figure, a result or a model to tell."""
        told = {section.place.slug for section in model.places}
        told |= {item.place.slug for item in (*model.achievements, *model.models)}
        return tuple(place for place in model.scope.places if place.slug in told)

    def of_nation(self, items: Sequence[StatementGroup]) -> tuple[StatementGroup, ...]:
        """Return the statement groups about the whole country."""
        return tuple(item for item in items if item.place.slug == NATION)

    def local_claims(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """Return the claims about provinces, the country's left out."""
        return tuple(claim for claim in claims if claim.fact.place != NATION)

    def local(self, items: Sequence[StatementGroup]) -> tuple[StatementGroup, ...]:
        """Return the statement groups about provinces, the country's left out."""
        return tuple(item for item in items if item.place.slug != NATION)

    def by_source(self, group: StatementGroup) -> tuple[tuple[Statement, ...], ...]:
        """Split the statements of a group where the source changes."""
        runs = groupby(group.statements, key=lambda statement: statement.source.doc)
        return tuple(tuple(run) for _, run in runs)

    def given(self, items: Sequence[StatementGroup], model: ReportModel) -> tuple[Said, ...]:
        """Return tasks by who gave them, the newest first."""
        days = {info.id: info.published for info in model.sources}
        return by_giver((one for item in items for one in item.statements), days)

    def commands(self, speaker: str) -> bool:
        """Tell whether a speaker gives orders: a head of government, ministry or province."""
        return speaker.startswith(_COMMANDING)

    def by_theme(self, statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], ...]:
        """Split statements where their theme changes."""
        return tuple(tuple(run) for _, run in groupby(statements, key=lambda one: one.theme))

    def corrections(self, model: ReportModel, *, local: bool) -> tuple[tuple[str, str], ...]:
        """Return the misprints of the sources that the report corrects, each once.

        ``local`` leaves out what is told of the whole country.
        """
        kinds = (model.achievements, model.models, model.limits, model.causes, model.tasks)
        told = [item for items in kinds for item in items]
        if local:
            told = [item for item in told if item.place.slug != NATION]
        printed = [one for item in told for one in item.statements]
        pairs = [pair for one in printed for pair in self._quoter.corrections_of(one)]
        folded = {(wrong.casefold(), right.casefold()): (wrong, right) for wrong, right in pairs}
        inner = str.maketrans("“”", "‘’")
        return tuple(
            (wrong.translate(inner), right.translate(inner)) for wrong, right in folded.values()
        )

    def is_contradicted(self, statement: Statement, model: ReportModel) -> bool:
        """Tell whether the notes on the data prove a claim of a statement impossible."""
        return is_contradicted(statement, model.findings)

    def has_computed(self, drawing: Drawing) -> bool:
        """Tell whether a chart draws a figure that the report computed."""
        values = (value for one in drawing.chart.series for value in one.values)
        return any(value is not None and value.is_computed for value in values)

    def brief_tasks(self, model: ReportModel, most: int) -> tuple[Said, ...]:
        """Return some short tasks and all that have a deadline, by who gave them."""
        chosen = (*self.briefest(self.undated(model.tasks), most), *model.deadlines)
        return by_giver(chosen, {info.id: info.published for info in model.sources})

    def briefest(self, items: Sequence[StatementGroup], most: int) -> tuple[Statement, ...]:
        """Return the shortest tasks, at most one of a theme, in the order of the themes."""
        shortest = [min(item.statements, key=_length) for item in items]
        kept = sorted(shortest, key=_length)[:most]
        return tuple(one for one in shortest if one in kept)

    def undated(self, items: Sequence[StatementGroup]) -> tuple[StatementGroup, ...]:
        """Return statement groups without the tasks that have a day of their own."""
        kept = (
            replace(item, statements=tuple(s for s in item.statements if s.deadline is None))
            for item in items
        )
        return tuple(item for item in kept if item.statements)

    def of(self, place: Place, items: Sequence[StatementGroup]) -> tuple[StatementGroup, ...]:
        """Return the statement groups about one place."""
        return tuple(item for item in items if item.place.slug == place.slug)

    def kind_word(self, place: Place, day: date) -> str:
        """Return "tỉnh" or "thành phố", as the place is on a day."""
        return "tỉnh" if place.kind_on(day) is PlaceKind.PROVINCE else "thành phố"

    def names_theme(self, statement: Statement, theme: str) -> bool:
        """Tell whether a statement begins with the words of its theme."""
        name = self.theme(theme).casefold()
        text = statement.text.casefold()
        return any(text.startswith(word.strip()) for word in name.split(","))

    def column(self, table: LevelTable, index: int) -> tuple[Figure | None, ...]:
        """Return the figures of one column of a level table."""
        return tuple(row.figures[index] for row in table.rows)

    def standings_of(self, group: PlaceGroup, model: ReportModel) -> tuple[Standing, ...]:
        """Return where the figures of one group of a place stand."""
        return tuple(
            one
            for one in model.measured.standings
            if one.place.slug == group.place.slug and one.indicator.group == group.group.id
        )

    def has_gaps(self, table: PlaceTable) -> bool:
        """Tell whether a place lacks one of the figures of a table."""
        return any(fact is None for row in table.cells for fact in row)

    def series_names(self, drawing: Drawing) -> tuple[str, ...]:
        """Return what the series of a chart are called."""
        return tuple(one.name for one in drawing.chart.series)

    def theme(self, theme: str) -> str:
        """Return the name of a theme as it stands inside a sentence."""
        group = self._groups.get(theme)
        if group is None:
            return GENERAL
        label = group.label
        keeps_capital = label.split(" ", 1)[0].isupper()
        return label if keeps_capital else label[:1].lower() + label[1:]

    def quoted(self, statement: Statement) -> str:
        """Return the words of a statement as a sentence of its own, as the report prints it."""
        return self._quoter.sentence(statement)

    def deadline(self, statement: Statement) -> str:
        """Return the time of a task with its year: "trước ngày 15/8/2024"."""
        return self._quoter.deadline(statement)

    def responsible(self, statement: Statement) -> str:
        """Return the body that a task is given to, "" for none."""
        return self._quoter.responsible(statement)

    def excerpt(self, fact: Fact) -> str:
        """Return the quote of a fact, white space folded, cut around its number.

        A short quote is told with its whole sentence, so that it can be understood. A cut
        is shown by "…" and falls between words.
        """
        was = fact.review.was if fact.review else None
        mark = fact.printed or (was.printed if was else "")
        quote = " ".join(fact.source.quote.split())
        sentence = f"{fact.before}{mark}{fact.after}"
        if len(quote) < SHORT and fact.source.quote in sentence:
            at = len(" ".join(f"{fact.before}|".split())) - 1
            return _cut(" ".join(sentence.split()).rstrip(" .;"), at)
        return _cut(quote, max(0, quote.find(mark)) if mark else 0)

    def is_reviewed(self, model: ReportModel) -> bool:
        """Tell whether a person decided about a figure that the notes tell."""
        return any(fact.review for finding in model.findings for fact in finding.facts)

    def review_mark(self, fact: Fact) -> str:
        """Return what stands behind a figure that a person decided about: " (đã điều chỉnh)"."""
        return f" ({_REVIEWED[fact.review.decision]})" if fact.review else ""

    def told_sources(self, model: ReportModel) -> tuple[SourceInfo, ...]:
        """Return the sources of results and statements, those of targets alone left out."""
        kinds = (model.limits, model.causes, model.tasks, model.achievements, model.models)
        docs = {one.source.doc for items in kinds for item in items for one in item.statements}
        docs |= {
            row.fact.source.doc for row in model.appendix if row.indicator.kind is not Kind.TARGET
        }
        return tuple(info for info in model.sources if info.id in docs)

    def source_number(self, doc: str) -> int:
        """Return the number of a document in the list of sources."""
        return self._numbers.get(doc, 0)

    def is_mixed(self, items: Sequence[StatementGroup]) -> bool:
        """Tell whether statements come from sources of different months."""
        found = {self.when(one.source.doc) for item in items for one in item.statements}
        return len(found) > 1

    def time_before(self, run: Sequence[Statement]) -> str:
        """Return the time that stands before statements, "" where they begin with their own."""
        begins = run[0].text[:_BEGINNING].casefold()
        return "" if any(word in begins for word in _OWN_TIME) else self.when(run[0].source.doc)

    def when(self, doc: str) -> str:
        """Return the month of a source, of one without a day the period of its figures."""
        return self._when.get(doc, "")

    def only_time(self, place: Place, model: ReportModel) -> str:
        """Return the time of all that is told of a province, "" where there are several."""
        items = (*model.achievements, *model.models)
        own = (item for item in items if item.place.slug == place.slug)
        times = {self.when(one.source.doc) for item in own for one in item.statements}
        return times.pop() if len(times) == 1 else ""

    def until_now(self, model: ReportModel) -> tuple[tuple[int, date, bool], ...]:
        """Return number, day and whether it bears one, of each source that says "đến nay"."""
        dated = {info.id: info.published is not None for info in model.sources}
        days = {
            row.fact.source.doc: row.fact.period.end
            for row in model.appendix
            if row.fact.period.is_stock
            and any(word in row.fact.before.casefold() for word in _UNTIL_NOW)
        }
        known = ((self.source_number(doc), day, dated.get(doc, True)) for doc, day in days.items())
        return tuple(sorted(known))

    def finding_docs(self, finding: Finding) -> tuple[str, ...]:
        """Return the documents behind a finding."""
        return tuple(dict.fromkeys(fact.source.doc for fact in finding.facts))


def _length(statement: Statement) -> int:
    """Return how long a statement is, in characters."""
    return len(statement.text)


def _cut(text: str, at: int) -> str:
    """Return at most EXCERPT characters of a text around a place."""
    if len(text) <= EXCERPT:
        return text
    start = max(0, min(at - EXCERPT // 2, len(text) - EXCERPT))
    start = text.find(" ", start) + 1 if start else 0
    whole = start + EXCERPT >= len(text)
    end = len(text) if whole else text.rfind(" ", start, start + EXCERPT)
    return f"{'… ' if start else ''}{text[start:end]}{'' if whole else ' …'}"
