"""The base of a printed change in brackets behind it: "tăng 5 điểm so với cùng kỳ (58%)"."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.catalogue import Indicator
from generator.checks.context import Context
from generator.model.fact import Fact, Source
from generator.model.period import Period
from generator.vi.days import in_year
from generator.vi.numbers import parse_digits

# the change and its base may not be parted from the bracket by another clause
_BRACKET = re.compile(
    r"[^.;()]{0,100}(?:so với|so cùng kỳ)[^.;()]{0,60}"
    r"\((?:là |đạt )?(?P<number>\d{1,15}(?:[.,]\d{1,15}){0,5}) ?(?P<unit>[^\d()]{0,40})\)"
)


def bracketed(fact: Fact, year: int | None, context: Context) -> tuple[Fact, Source] | None:
    """Return the figure in brackets that a change is told against, with its words.

    ``year`` is that of the base, None for the year before. None where there is no such
    bracket, or where it holds something else than the fact measures.
    """
    after = fact.number_start + len(fact.printed)
    text = context.base.text_of(fact.source.doc)
    match = _BRACKET.match(text, after, after + len(fact.after)) if fact.printed else None
    if match is None or not _is_of(context.indicator(fact), match["unit"].strip().lower()):
        return None
    parsed = parse_digits(match["number"])
    if parsed is None or parsed[1]:
        return None
    earlier = replace(
        fact,
        value=parsed[0],
        period=_moved(fact.period, year),
        printed=match["number"],
        number_start=match.start("number"),
        total=None,
        share=None,
        approx=None,
        change=None,
    )
    start = fact.number_start
    return earlier, Source(fact.source.doc, start, match.end(), text[start : match.end()])


def _is_of(indicator: Indicator, unit: str) -> bool:
    """Tell whether a bracket holds what an indicator counts."""
    if indicator.unit == "%":
        return unit == "%"
    return unit == "" or unit.startswith(indicator.unit.lower()) or unit in ("tthc", "trường hợp")


def _moved(period: Period, year: int | None) -> Period:
    """Return the same days of another year."""
    by = period.end.year - (period.end.year - 1 if year is None else year)
    start = None if period.start is None else in_year(period.start, period.start.year - by)
    return Period(in_year(period.end, period.end.year - by), start)
