"""Place, time, level and reservation of a decision against the words of its source.

What a person adds is what the source says: its quote may name no other place and no other
time, and "hơn", "gần" are those of its words. What a person corrects may be against the words
right there, which may be wrong; but no document is of a place or year that it never names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.catalogue import Catalogue
from generator.config.nearest import did_you_mean
from generator.config.periods import format_period
from generator.extraction import RuleSet
from generator.extraction.counted.attributes import LEVEL_SLUGS, approx_before
from generator.extraction.places.mentions import PlaceNames, mentions, place_names
from generator.extraction.reading import folded
from generator.model.fact import NATION, Approx, Fact
from generator.model.period import Period
from generator.model.review import Decision
from generator.model.source_text import SourceText
from generator.vi.dates import TimeKind, TimeMention, find_times, resolve

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d)")
_OPEN = (TimeKind.SAME, TimeKind.VAGUE, TimeKind.FIRST_MONTHS)
_YEARS_BEFORE = 1  # a document of 2024 that names no year tells of 2023 or 2024


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field of a decision cannot be: what is wrong, and the mend."""

    key: str
    message: str
    hint: str


def against_source(
    fact: Fact,
    values: Mapping[str, object],
    source: SourceText,
    catalogue: Catalogue,
    rules: RuleSet | None,
) -> Reason | None:
    """Return the first of ``values`` of a decided fact that its source is against."""
    held = _Held(fact, source, catalogue, rules)
    return next(held.reasons(values), None)


@dataclass
class _Held:
    """A fact as it was decided, beside its source."""

    fact: Fact
    source: SourceText
    catalogue: Catalogue
    rules: RuleSet | None

    @cached_property
    def _is_new(self) -> bool:
        """Tell whether the fact was added, so that its quote has to tell it."""
        review = self.fact.review
        return review is not None and review.decision is Decision.ADD

    @cached_property
    def _text(self) -> str:
        """Return the folded text of the document, offsets kept."""
        return folded(self.source.text)

    @cached_property
    def _quote(self) -> str:
        """Return the folded quote."""
        return self._text[self.fact.source.start : self.fact.source.end]

    def reasons(self, values: Mapping[str, object]) -> Iterator[Reason]:
        """Yield what the source is against."""
        if "place" in values and self.rules is not None:
            yield from self._of_place(self.rules)
        if "period" in values:
            yield from self._of_period()
        if values.get("level") is not None:
            yield from self._of_level(str(values["level"]))
        if self._is_new or ("approx" in values and "value" not in values):
            yield from self._of_approx("approx" if "approx" in values else "value")

    def _of_place(self, rules: RuleSet) -> Iterator[Reason]:
        """Yield why the fact is not of its place."""
        names = place_names(self.catalogue, rules.places, self.source.info.published)
        start, end = self.fact.source.start, self.fact.source.end
        if self._is_new:
            heard = mentions(names, rules.places, self._quote, self.source.text[start:end])
            slugs = {one.slug for one in heard if one.slug}
            if slugs and not self._is_among(slugs, rules):
                told = ", ".join(sorted(slugs))
                yield Reason(
                    "place",
                    f"the quote names {told}, not {self.fact.place}",
                    "quote only the words that tell the figure, or take the place that they name",
                )
                return
        named = _named(names, self._text) | _named(names, folded(self.source.info.title))
        own = self.source.info.place
        if named and self.fact.place not in (own, NATION) and not self._is_among(named, rules):
            yield Reason(
                "place",
                f"{self.source.info.id} names no {self.fact.place}",
                "take the place that the document tells of, or give it in manifest.yaml",
            )

    def _is_among(self, slugs: Iterable[str], rules: RuleSet) -> bool:
        """Tell whether the place of the fact, whole or in part, is one of some."""
        place, day = self.fact.place, self.fact.period.end
        if place == NATION:
            return NATION in slugs or rules.places.nation.found_in(self._quote)
        own = self.catalogue.places.territory(place, day)
        return any(own & self.catalogue.places.territory(slug, day) for slug in slugs)

    def _of_period(self) -> Iterator[Reason]:
        """Yield why the fact is not of its time."""
        period, info = self.fact.period, self.source.info
        told = _told(find_times(self._quote), info.published, windowed=info.window != "calendar")
        ends = {(one.end.year, one.end.month) for one in told}
        if self._is_new and told and (period.end.year, period.end.month) not in ends:
            names = ", ".join(dict.fromkeys(map(format_period, told)))
            yield Reason(
                "period",
                f"the quote tells {names}, not {format_period(period)}",
                "quote only the words that tell the figure, or take the time that they name",
            )
            return
        years = {int(one) for one in _YEAR.findall(f"{info.title} {self._text}")}
        if info.published is None:  # "đến nay" may be of any year
            return
        years |= {info.published.year, info.published.year - _YEARS_BEFORE}
        if period.end.year not in years:
            yield Reason(
                "period",
                f"{info.id} does not name the year {period.end.year}",
                "take the time that the document tells",
            )

    def _of_level(self, level: str) -> Iterator[Reason]:
        """Yield why there is no such level, or no such unit in the document."""
        known = sorted(set(LEVEL_SLUGS.values()))
        only = self.catalogue.indicators[self.fact.indicator].level
        if only and level != only:
            yield Reason("level", f"{self.fact.indicator} is of {only} alone", f"write {only}")
        elif level not in known and folded(level) not in self._text:
            hint = did_you_mean(level, known) or f"write {', '.join(known)} or a unit's full name"
            yield Reason("level", f"unknown level {level!r}, nor a unit that the text names", hint)

    def _of_approx(self, key: str) -> Iterator[Reason]:
        """Yield that the source makes another reservation."""
        printed = approx_before(self._text, self.fact.number_start)
        if self.fact.approx is printed or not self.fact.number_start:
            return
        if self.fact.approx is None and not self._is_new:
            return  # who corrects may know the figure exactly
        said = " ".join(self._text[: self.fact.number_start].split()[-1:])
        yield Reason(
            key,
            f"the source says “{said}” before the figure"
            if printed
            else f"the source makes no reservation such as '{self.fact.approx}'",
            _approx_hint(printed),
        )


def _approx_hint(printed: Approx | None) -> str:
    """Say which reservation is to be written."""
    return f"write 'approx: {printed.value}'" if printed else "take 'approx' out"


def _named(names: PlaceNames, text: str) -> set[str]:
    """Return all places that a folded text names."""
    found = (" ".join(text[hit.start : hit.end].split()) for hit in names.pattern.hits(text))
    bodies = names.bodies
    return {
        names.provinces[one] if one in names.provinces else bodies[one].place
        for one in found
        if one in names.provinces or one in bodies
    }


def _told(times: list[TimeMention], day: date | None, *, windowed: bool) -> list[Period]:
    """Return the times that words tell, none where one of them is open.

    "năm 2024" in December 2024 may be the whole year, or the year up to that day.
    """
    told: list[Period] = []
    for one in times:
        found = [resolve(one, day, windowed=windowed), resolve(one, None, windowed=windowed)]
        dated = [period for period in found if period is not None]
        if one.kind in _OPEN or not dated:
            return []
        told += dated
    return told
