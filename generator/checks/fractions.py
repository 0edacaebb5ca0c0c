"""A printed "a/b" in which a is larger than b.

No reader takes such a pair for a count and its total, so it is looked for around the
numbers of the facts, in the words of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.context import Context
from generator.checks.shares import ABOVE_TOTAL
from generator.checks.weighing import weigh
from generator.checks.wording import subject, told_by, value_of
from generator.model.fact import Fact, Source
from generator.model.finding import Finding
from generator.vi.numbers import parse_digits
from generator.vi.printing import number

_DIGITS = r"\d{1,15}(?:[.,]\d{1,15}){0,6}"
_PAIR = re.compile(rf"(?<![\d.,/])({_DIGITS}) ?/ ?({_DIGITS})(?![\d/])")
_REACH = 24  # characters before a number in which its pair may begin


def check_fractions(context: Context) -> Iterator[Finding]:
    """Yield a finding for each pair whose part is larger than its whole."""
    found: dict[Source, tuple[tuple[Decimal, Decimal], list[Fact]]] = {}
    for fact in context.facts:
        if fact.total is None and (pair := _pair(fact, context)) is not None:
            place, numbers = pair
            found.setdefault(place, (numbers, []))[1].append(fact)
    for place, (numbers, facts) in found.items():
        yield _finding(place, numbers, tuple(facts), context)


def _pair(fact: Fact, context: Context) -> tuple[Source, tuple[Decimal, Decimal]] | None:
    """Return the pair that a fact's number is part of, with the place, if it is inverted."""
    doc, at = fact.source.doc, fact.number_start
    text = context.base.text_of(doc)
    if not fact.printed or text[at : at + len(fact.printed)] != fact.printed:
        return None
    for match in _PAIR.finditer(text, max(0, at - _REACH), at + _REACH + len(fact.printed)):
        part, whole = (parse_digits(match[group]) for group in (1, 2))
        if at not in (match.start(1), match.start(2)) or part is None or whole is None:
            continue
        if part[0] > whole[0]:
            return Source(doc, match.start(), match.end(), match[0]), (part[0], whole[0])
    return None


def _finding(
    place: Source, numbers: tuple[Decimal, Decimal], facts: tuple[Fact, ...], context: Context
) -> Finding:
    """Tell of a pair with the figure that was read from it."""
    first = facts[0]
    part, whole = numbers
    message = (
        f"{subject(first, context.catalogue)}: {told_by((first,), context.base)}"
        f" “{place.quote}”, trong đó số thành phần lớn hơn tổng số. Báo cáo ghi"
        f" {value_of(first, context.indicator(first))}; đề nghị rà soát lại vì nguồn không cho"
        " biết số nào cần điều chỉnh."
    )
    computation = f"{number(part)} > {number(whole)}"
    return Finding(ABOVE_TOTAL, weigh(facts), message, computation, facts, first, quotes=(place,))
