"""What templates ask about the order of things: pairs, groups, excerpts, numbers.

Nothing here makes a sentence; it only arranges what the model holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from generator.catalogue import Group, Indicator, Kind, Language, Place, PlaceKind
from generator.composing.announcing import drawn_facts, facts_of
from generator.composing.briefing import BriefingArranger
from generator.composing.noting import Notes, notes_on
from generator.composing.quoting import Quoter
from generator.composing.standings import StandingArranger
from generator.composing.statements import StatementArranger
from generator.composing.topics import (
    Topic,
    is_brief,
    leading,
    national_topics,
    topics_of,
)
from generator.model.fact import NATION, Fact, docs_of
from generator.model.figure import Figure
from generator.model.finding import Finding
from generator.model.period import Period
from generator.model.review import Decision
from generator.model.source_text import SourceInfo
from generator.model.statement import Statement
from generator.report.model import (
    AppendixRow,
    Claim,
    Comparison,
    GroupSection,
    LevelTable,
    Passage,
    PlaceGroup,
    PlaceTable,
    ReportModel,
    StatementGroup,
    Trend,
)
from generator.report.rank_table import Drawing

EXCERPT = 200  # characters of a quote in the appendix
SHORT = 60  # a quote below it is told with its sentence
_REVIEWED = {
    Decision.CORRECT: "đã điều chỉnh",
    Decision.ADD: "bổ sung",
    Decision.USE: "đã rà soát",
    Decision.EXCLUDE: "đã loại bỏ",
}
_MINISTRY = "Bộ"
_UNTIL_NOW = ("đến nay", "hiện có", "hiện còn", "hiện,")


class Arranger(BriefingArranger, StatementArranger, StandingArranger):
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
        super().__init__(language, groups, quoter, when)
        self._numbers = {info.id: number for number, info in enumerate(sources, start=1)}
        self._language = language
        self._rank_of = language.relations.rank_of
        self._phrases = language.phrases

    def docs_of(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Return the documents behind claims, each once, in order."""
        facts = [fact for claim in claims for fact in facts_of(claim)]
        return docs_of(facts)

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
        return docs_of(facts)

    def comparison_docs(self, items: Sequence[Comparison]) -> tuple[str, ...]:
        """Return the documents behind comparisons."""
        facts = [fact for item in items for fact in (item.earlier, item.later)]
        return docs_of(facts)

    def by_dates(self, items: Sequence[Comparison]) -> tuple[tuple[Comparison, ...], ...]:
        """Group comparisons that set the same two times side by side."""
        found: dict[tuple[object, object], list[Comparison]] = defaultdict(list)
        for item in items:
            found[(item.earlier.period, item.later.period)].append(item)
        return tuple(tuple(group) for group in found.values())

    def by_indicator(
        self, rows: Sequence[AppendixRow]
    ) -> tuple[tuple[Indicator, tuple[AppendixRow, ...]], ...]:
        """Group appendix rows by indicator, order kept."""
        found: dict[str, list[AppendixRow]] = defaultdict(list)
        for row in rows:
            found[row.indicator.id].append(row)
        return tuple((group[0].indicator, tuple(group)) for group in found.values())

    def brief(
        self,
        sections: Sequence[GroupSection],
        said: Sequence[Claim],
        drawn: Sequence[Drawing] = (),
    ) -> tuple[tuple[Passage, str], ...]:
        """Return what a briefing says of the whole country beside its key figures.

        One passage for each group and period; claims that stand among the key figures are
        not said again, but for those of a chart of ``drawn``: its text names all that it shows.
        """
        in_charts = {fact for drawing in drawn for fact in drawn_facts(drawing.chart)}
        shown = {claim.fact.id for claim in said} - in_charts
        passages = (
            one for section in sections if section.nation for one in section.nation.passages
        )
        left = (
            replace(one, claims=tuple(c for c in one.claims if c.fact.id not in shown))
            for one in passages
        )
        return tuple((one, "cả nước") for one in left if one.claims)

    def leading(self, model: ReportModel, most: int) -> tuple[Passage, ...]:
        """Return the country's newest figures that leaders ask for first."""
        return leading(model, most)

    def national_topics(self, model: ReportModel) -> tuple[Topic, ...]:
        """Return the results by group, a heading for each that has facts.

        What only provinces have is told there in a line, and in full in their own chapter.
        """
        return national_topics(model, self._groups)

    def has_only_local(self, model: ReportModel) -> bool:
        """Tell whether a topic of the country is told by figures of provinces alone."""
        return model.scope.with_nation and any(
            one.provinces is not None for one in self.national_topics(model)
        )

    def topics_of(self, place: Place, model: ReportModel) -> tuple[Topic, ...]:
        """Return what is told of one province, a heading for each group."""
        return topics_of(place, model, self._groups)

    def is_brief(self, topics: Sequence[Topic], models: Sequence[StatementGroup]) -> bool:
        """Tell whether what is told of a place needs no headings."""
        return is_brief(topics, models)

    def told_places(self, model: ReportModel) -> tuple[Place, ...]:
        """Return the provinces of which there is a figure, a result or a model to tell."""
        told = {section.place.slug for section in model.places}
        told |= {item.place.slug for item in (*model.achievements, *model.models)}
        return tuple(place for place in model.scope.places if place.slug in told)

    def silent_places(self, model: ReportModel) -> tuple[Place, ...]:
        """Return the provinces of the report of which no source tells a figure or result."""
        told = {place.slug for place in self.told_places(model)}
        return tuple(place for place in model.scope.places if place.slug not in told)

    def local_claims(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """Return the claims about provinces, the country's left out."""
        return tuple(claim for claim in claims if claim.fact.place != NATION)

    def courses(
        self, topic: Topic, model: ReportModel
    ) -> tuple[tuple[tuple[Statement, ...], tuple[Passage, ...]], ...]:
        """Return the results in words with the passages of figures of the same source.

        The oldest source comes first, one without a day last; passages that rest on several
        sources, or on one without results in words, stand by themselves.
        """
        days = {info.id: info.published or date.max for info in model.sources}
        found: dict[tuple[str, Period | None], tuple[tuple[Statement, ...], list[Passage]]] = {}
        for run in self.by_source(topic.results) if topic.results else ():
            key = run[0].source.doc, self.told(run[0])
            found[key] = ((*found[key][0], *run) if key in found else run, [])
        for passage in topic.figures.passages if topic.figures else ():
            doc = max(self.docs_of(passage.claims), key=lambda one: days.get(one, date.max))
            key = (doc, passage.period) if (doc, passage.period) in found else (doc, None)
            found.setdefault(key, ((), []))[1].append(passage)
        ordered = sorted(found, key=lambda one: days.get(one[0], date.max))
        return tuple((found[key][0], tuple(found[key][1])) for key in ordered)

    def notes_on(self, model: ReportModel, printed: Mapping[str, Figure]) -> Notes:
        """Return the notes that printed figures need; see ``generator.composing.noting``."""
        return notes_on(model, printed)

    def shown_by(self, passage: Passage, drawings: Sequence[Drawing]) -> tuple[Drawing, ...]:
        """Return the charts that draw a figure of a passage."""
        told = {fact.id for claim in passage.claims for fact in facts_of(claim)}
        return tuple(one for one in drawings if told & set(drawn_facts(one.chart)))

    def one_time(self, claims: Sequence[Claim]) -> Period | None:
        """Return the time of several claims where it is one, None otherwise."""
        times = {claim.fact.period for claim in claims}
        return times.pop() if len(times) == 1 and len(claims) > 1 else None

    def is_last_told(self, fact: Fact, group: PlaceGroup) -> bool:
        """Tell whether the sentences of a group end with the figures of a fact's time."""
        last = group.passages[-1] if group.passages and not group.level_tables else None
        return last is not None and last.period == fact.period and not last.own_time

    def has_computed(self, drawing: Drawing) -> bool:
        """Tell whether a chart draws a figure that the report computed."""
        values = (value for one in drawing.chart.series for value in one.values)
        return any(value is not None and value.is_computed for value in values)

    def kind_word(self, place: Place, day: date) -> str:
        """Return how a place that was named is named again: "tỉnh", "thành phố", "Bộ".

        An agency that is no ministry has no such word of its own and keeps its name.
        """
        if place.is_body:
            return _MINISTRY if place.name.startswith(f"{_MINISTRY} ") else place.name
        return "tỉnh" if place.kind_on(day) is PlaceKind.PROVINCE else "thành phố"

    def whole_word(self, place: Place, day: date) -> str:
        """Return the same for all of the place: "toàn tỉnh", but "Bộ": "toàn bộ" means "all"."""
        word = self.kind_word(place, day)
        return word if place.is_body else f"toàn {word}"

    def facts_in(self, table: LevelTable) -> tuple[Fact, ...]:
        """Return the facts that a level table prints."""
        figures = (figure for row in table.rows for figure in row.figures if figure is not None)
        return tuple(fact for figure in figures for fact in figure.inputs)

    def column(self, table: LevelTable, index: int) -> tuple[Figure | None, ...]:
        """Return the figures of one column of a level table."""
        return tuple(row.figures[index] for row in table.rows)

    def good_share(self, table: LevelTable) -> tuple[Indicator, int, Figure] | None:
        """Return the rate that a level table is asked for first, None where it has none.

        It is the share of the first part of which more is better, with its indicator and
        the column of that; the counts themselves are told once, beside the table.
        """
        shares = table.total.shares if table.total else ()
        parts = zip(table.indicators, range(len(table.indicators)), shares, strict=False)
        return next(
            (
                (indicator, at, share)
                for indicator, at, share in parts
                if share is not None and self._phrases[indicator.id].good == "up"
            ),
            None,
        )

    def in_tables(self, items: Sequence[Comparison], group: PlaceGroup) -> bool:
        """Tell whether a table by date of the group shows both ends of all comparisons."""
        shown = {
            fact.id
            for table in group.date_tables
            for row in table.cells
            for fact in row
            if fact is not None
        }
        return all({one.earlier.id, one.later.id} <= shown for one in items)

    def target_acts(self, model: ReportModel, printed: Container[str]) -> tuple[str, ...]:
        """Return the acts whose targets the report sets beside figures, each once.

        ``printed`` holds the ids of the figures told so far: a target that a template leaves
        untold is none that the report compares with.
        """
        known = (one for one in model.measured.standings if one.goal and one.goal.id in printed)
        return tuple(dict.fromkeys(one.target.act for one in known if one.target))

    def has_gaps(self, table: PlaceTable) -> bool:
        """Tell whether a place lacks one of the figures of a table."""
        return any(fact is None for row in table.cells for fact in row)

    def series_names(self, drawing: Drawing) -> tuple[str, ...]:
        """Return what the series of a chart are called."""
        return tuple(one.name for one in drawing.chart.series)

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
        whole = _cut(quote, max(0, quote.find(mark)) if mark else 0)
        return f"{whole} …" if _goes_on(quote, sentence) and not whole.endswith("…") else whole

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

    def printed_sources(
        self, model: ReportModel, figures: Iterable[Figure], statements: Iterable[Statement]
    ) -> tuple[SourceInfo, ...]:
        """Return the sources of what a report prints: its figures, its statements."""
        docs = {doc for figure in figures for doc in docs_of(figure.inputs)}
        docs |= {one.source.doc for one in statements}
        return tuple(info for info in model.sources if info.id in docs)

    def occasions(self, model: ReportModel) -> tuple[str, ...]:
        """Return the meetings that the sources of quoted opinions report, the oldest first."""
        kinds = (model.limits, model.causes, model.tasks)
        docs = {
            one.source.doc
            for items in kinds
            for item in items
            for one in item.statements
            if one.speaker
        }
        told = sorted(
            (info for info in model.sources if info.id in docs and info.occasion),
            key=lambda info: info.published or date.max,
        )
        return tuple(dict.fromkeys(info.occasion for info in told))

    def only_occasions(self, model: ReportModel) -> tuple[str, ...]:
        """Return the meetings that all of a report is from, none where a source tells of none."""
        told = sorted(self.told_sources(model), key=lambda info: info.published or date.max)
        meetings = tuple(dict.fromkeys(info.occasion for info in told))
        return meetings if all(meetings) else ()

    def without_occasion(self, model: ReportModel) -> tuple[tuple[str, tuple[Place, ...]], ...]:
        """Return the sources of quoted opinions that report no meeting, each with the places."""
        met = {info.id for info in model.sources if info.occasion}
        found: dict[str, dict[str, Place]] = defaultdict(dict)
        for item in (*model.limits, *model.causes, *model.tasks):
            for one in item.statements:
                if one.source.doc not in met:
                    found[one.source.doc][item.place.slug] = item.place
        return tuple((doc, tuple(places.values())) for doc, places in found.items())

    def source_number(self, doc: str) -> int:
        """Return the number of a document in the list of sources."""
        return self._numbers.get(doc, 0)

    def has_publisher(self, doc: str, model: ReportModel) -> bool:
        """Tell whether a source says who published it."""
        return any(info.id == doc and info.publisher for info in model.sources)

    def is_dated(self, doc: str, model: ReportModel) -> bool:
        """Tell whether a source bears a day."""
        return any(info.id == doc and info.published for info in model.sources)

    def until_now(self, model: ReportModel) -> tuple[tuple[int, date, bool], ...]:
        """Return number, day and whether it bears one, of each source that says "đến nay"."""
        dated = {info.id: info.published is not None for info in model.sources}
        days = {fact.source.doc: fact.period.end for fact in _until_now(model)}
        known = ((self.source_number(doc), day, dated.get(doc, True)) for doc, day in days.items())
        return tuple(sorted(known))

    def words_for_now(self, model: ReportModel) -> tuple[str, ...]:
        """Return the words of sources for a day that they do not name: "đến nay", "hiện có"."""
        said = [_now_in(fact) for fact in _until_now(model)]
        return tuple(word.strip(",") for word in _UNTIL_NOW if word in said)

    def has_notes(self, model: ReportModel, *, local: bool = False) -> bool:
        """Tell whether there is anything for the notes on the data; see ``corrections``."""
        read = model.remarks
        told = any((read.readings, read.unspanned, read.terms))
        more = (told, self.until_now(model), self.expired(model, local=local))
        return bool(model.findings or any(more) or self.corrections(model, local=local))

    def place_time(self, place: Place, model: ReportModel) -> str:
        """Return the time of the sources of all that is told of a place, "" for several."""
        items = self.of(place, (*model.achievements, *model.models))
        docs = {one.source.doc for item in items for one in item.statements}
        rows = (row for row in model.appendix if place.slug in (row.place.slug, row.fact.place))
        docs |= {row.fact.source.doc for row in rows}
        times = {self.when(doc) for doc in docs}
        return times.pop() if len(times) == 1 else ""

    def finding_docs(self, finding: Finding) -> tuple[str, ...]:
        """Return the documents behind a finding."""
        return finding.docs


def _goes_on(quote: str, sentence: str) -> bool:
    """Tell whether a sentence goes on behind a quote of it, up to its next half stop."""
    plain = " ".join(sentence.split())
    at = plain.find(quote)
    rest = plain[at + len(quote) :].lstrip() if at >= 0 else ""
    return bool(rest) and (rest[0].isalnum() or rest[0] == ",")


def _cut(text: str, at: int) -> str:
    """Return at most EXCERPT characters of a text around a place."""
    if len(text) <= EXCERPT:
        return text
    start = max(0, min(at - EXCERPT // 2, len(text) - EXCERPT))
    start = text.find(" ", start) + 1 if start else 0
    whole = start + EXCERPT >= len(text)
    end = len(text) if whole else text.rfind(" ", start, start + EXCERPT)
    return f"{'… ' if start else ''}{text[start:end]}{'' if whole else ' …'}"


def _until_now(model: ReportModel) -> tuple[Fact, ...]:
    """Return the facts as of a day that their source calls "now"."""
    stocks = (row.fact for row in model.appendix if row.fact.period.is_stock)
    return tuple(fact for fact in stocks if _now_in(fact))


def _now_in(fact: Fact) -> str:
    """Return the word for "now" that stands last before a figure, "" for none."""
    before = fact.before.casefold()
    found = [(before.rfind(word), word) for word in _UNTIL_NOW if word in before]
    return max(found)[1] if found else ""
