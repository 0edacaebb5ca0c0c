"""What a report says of how it read its sources: times and terms that are not its own.

In: the facts of a report and the texts that they stand in. Out: values for the notes on the
data; each follows from a rule on the words around a figure, none is about one source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.catalogue import Indicator, Language
from generator.extraction.reading import folded
from generator.facts import FactBase
from generator.model.fact import Fact
from generator.report.wording import Wording
from generator.vi.dates import TimeKind, find_times, resolve

_REACH = 1500  # characters before a figure in which its day may be named
_FROM = "từ "


@dataclass(frozen=True, slots=True)
class Reading:
    """Words of a source ("Từ ngày 1-6-2023") that are read as the day of its figures."""

    doc: str
    words: str
    day: date
    facts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unspanned:
    """Figures of a source that have grown "so với cùng kỳ", of a time that it does not tell.

    ``day`` is the one that the report has them as of.
    """

    doc: str
    day: date
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of sources that is out of use, with the indicators that hold their figures."""

    remark: str
    indicators: tuple[Indicator, ...]
    docs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remarks:
    """All remarks of one report, each kind in the order of its facts."""

    readings: tuple[Reading, ...] = ()
    unspanned: tuple[Unspanned, ...] = ()
    terms: tuple[Term, ...] = ()
    calendars: str = ""  # which times are windows of a decree, for a report that has both kinds

    @property
    def since(self) -> frozenset[str]:
        """Return the ids of figures that their source tells "from" a day, not up to it."""
        return frozenset(name for one in self.readings for name in one.facts)


def remarks(
    facts: Sequence[Fact],
    base: FactBase,
    wording: Wording,
    language: Language,
) -> Remarks:
    """Return what the notes say of how the figures of a report were read."""
    return Remarks(
        _readings(facts, base),
        _unspanned(facts, language),
        _terms(facts, base, wording),
        language.usage.remarks.get("two_calendars", ""),
    )


def _readings(facts: Iterable[Fact], base: FactBase) -> tuple[Reading, ...]:
    """Return the days that sources name as a beginning without an end."""
    found: dict[tuple[str, date], tuple[str, set[str]]] = {}
    for fact in facts:
        if fact.period.is_stock and (words := _since(fact, base)):
            found.setdefault((fact.source.doc, fact.period.end), (words, set()))[1].add(fact.id)
    return tuple(
        Reading(doc, words, day, frozenset(names)) for (doc, day), (words, names) in found.items()
    )


def _since(fact: Fact, base: FactBase) -> str:
    """Return the "từ ngày …" that tells the day of a stock, "" where the day is told otherwise.

    What counts is the last time before the figure that means its day.
    """
    first = max(0, fact.number_start - _REACH)
    written = base.text_of(fact.source.doc)[first : fact.number_start]
    info = base.infos.get(fact.source.doc)
    text = folded(written)
    if _FROM not in text:  # most figures; to find the times of a text takes long
        return ""
    for mention in reversed(find_times(text)):
        if resolve(mention, info.published if info else None) != fact.period:
            continue
        start = mention.start - len(_FROM)
        is_begin = mention.kind is TimeKind.DAY and text.startswith(_FROM, max(0, start))
        return " ".join(written[start : mention.end].split()) if start >= 0 and is_begin else ""
    return ""


def _unspanned(facts: Sequence[Fact], language: Language) -> tuple[Unspanned, ...]:
    """Return the figures as of a day that their source sets against the same time before.

    A state has no "cùng kỳ": what is compared so was counted over a time. A whole is meant
    with the part of it that bears the comparison.
    """
    found: dict[tuple[str, date], list[Fact]] = {}
    stocks = [fact for fact in facts if fact.period.is_stock]
    bearing = [one for one in stocks if one.change and one.change.same_period]
    for fact in stocks:
        if fact in bearing or any(_goes_with(fact, one, language) for one in bearing):
            found.setdefault((fact.source.doc, fact.period.end), []).append(fact)
    return tuple(Unspanned(doc, day, tuple(told)) for (doc, day), told in found.items())


def _goes_with(whole: Fact, part: Fact, language: Language) -> bool:
    """Tell whether a figure is told as a part of another: "giao dịch … với số tiền …"."""
    phrase = language.phrases.get(part.indicator)
    same = (whole.source.doc, whole.place, whole.level, whole.period) == (
        part.source.doc,
        part.place,
        part.level,
        part.period,
    )
    return same and phrase is not None and whole.indicator in phrase.whole[:1]


def _terms(facts: Iterable[Fact], base: FactBase, wording: Wording) -> tuple[Term, ...]:
    """Return the remarks on senses in which sources use a term of their time, sources in order."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        if remark := wording.remark(fact):
            found.setdefault(remark, []).append(fact)
    return tuple(
        Term(
            remark,
            tuple(dict.fromkeys(wording.indicator(fact) for fact in told)),
            tuple(doc for doc in base.infos if any(fact.source.doc == doc for fact in told)),
        )
        for remark, told in found.items()
    )
