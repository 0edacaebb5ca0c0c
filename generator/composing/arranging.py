"""What templates ask about the order of things: pairs, groups, excerpts, numbers.

Nothing here makes a sentence; it only arranges what the model holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from generator.catalogue import Group, Indicator, Kind, Language, Place, PlaceKind
from generator.model.fact import NATION, Fact
from generator.model.finding import Finding
from generator.model.source_text import SourceInfo
from generator.model.statement import Statement
from generator.report.model import (
    AppendixRow,
    Claim,
    Comparison,
    GroupSection,
    Passage,
    StatementGroup,
    Trend,
)

EXCERPT = 200  # characters of a quote in the appendix
GENERAL = "công tác chung"


class Arranger:
    """Answers the templates' questions about one report."""

    def __init__(
        self, language: Language, groups: dict[str, Group], sources: Sequence[SourceInfo]
    ) -> None:
        """Keep what the answers need."""
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
        """Pair each score with the rank of the same index; other trends stand alone."""
        ranks = {trend.indicator.id: trend for trend in trends if trend.indicator.kind is Kind.RANK}
        paired = [
            (trend, ranks.pop(self._rank_of.get(trend.indicator.id, ""), None))
            for trend in trends
            if trend.indicator.kind is not Kind.RANK
        ]
        return (*paired, *((rank, None) for rank in ranks.values()))

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

    def local(self, items: Sequence[StatementGroup]) -> tuple[StatementGroup, ...]:
        """Return the statement groups about provinces, the country's left out."""
        return tuple(item for item in items if item.place.slug != NATION)

    def by_source(self, group: StatementGroup) -> tuple[tuple[Statement, ...], ...]:
        """Split the statements of a group where the source changes."""
        runs = groupby(group.statements, key=lambda statement: statement.source.doc)
        return tuple(tuple(run) for _, run in runs)

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

    def theme(self, theme: str) -> str:
        """Return the name of a theme as it stands inside a sentence."""
        group = self._groups.get(theme)
        if group is None:
            return GENERAL
        label = group.label
        keeps_capital = label.split(" ", 1)[0].isupper()
        return label if keeps_capital else label[:1].lower() + label[1:]

    def quoted(self, statement: Statement) -> str:
        """Return the words of a statement as a sentence of its own."""
        text = statement.text.rstrip(" ;,:")
        return text if text.endswith((".", "!", "?", "…", "”")) else f"{text}."

    def excerpt(self, fact: Fact) -> str:
        """Return the quote of a fact, white space folded, cut around its number.

        A cut is shown by "…" and falls between words.
        """
        quote = " ".join(fact.source.quote.split())
        if len(quote) <= EXCERPT:
            return quote
        at = max(0, quote.find(fact.printed)) if fact.printed else 0
        start = max(0, min(at - EXCERPT // 2, len(quote) - EXCERPT))
        start = quote.find(" ", start) + 1 if start else 0
        end = (
            quote.rfind(" ", start, start + EXCERPT) if start + EXCERPT < len(quote) else len(quote)
        )
        return f"{'… ' if start else ''}{quote[start:end]}{' …' if end < len(quote) else ''}"

    def source_number(self, doc: str) -> int:
        """Return the number of a document in the list of sources."""
        return self._numbers.get(doc, 0)

    def finding_docs(self, finding: Finding) -> tuple[str, ...]:
        """Return the documents behind a finding."""
        return tuple(dict.fromkeys(fact.source.doc for fact in finding.facts))
