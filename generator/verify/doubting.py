"""Findings held against the facts and sentences that they are about, number by number.

A note tells what a finding says; its own words prove nothing unless their numbers are those
of its facts and quotes, or computed from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.verify.comparing import shortened
from generator.verify.grounds import numbers_in, numbers_of
from generator.verify.lineage import Lineage, Record, decimal
from generator.verify.objection import Objection
from generator.verify.unmarked import Grounds, known_spans, unproved_numbers
from generator.vi.numbers import parse_digits
from generator.vi.printing import rounded

DOUBTED = "số liệu: ghi chú không có căn cứ"
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*")
_RESULT = re.compile(r"[=≈]\s*[-−]?(\d+(?:[.,]\d+)*)")
_CONSTANTS = frozenset(map(Decimal, (1, 100)))  # of shares and of places counted
_MOST_DECIMALS = 4


def doubting_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each number of a finding that is none of its facts'."""
    grounds = Grounds.of(lineage)
    # "so với năm trước" beside a figure of 2024 is told as 2023
    grounds = replace(grounds, years=grounds.years | {year - 1 for year in grounds.years})
    for finding in lineage.findings:
        facts = [lineage.facts.get(str(name)) for name in finding["facts"]]
        if None in facts:
            continue  # a figure that was taken out travels with no report
        known = frozenset(map(abs, _numbers(finding, lineage))) | _CONSTANTS
        steps = str(finding.get("computation") or "")
        results = {_value(token) for token in _RESULT.findall(steps)}
        where = f"finding {finding['rule']}"
        for token in _TOKEN.findall(_RESULT.sub("", steps)):
            if _value(token) not in known | results:
                message = f"no fact of the finding has “{token}” of “{shortened(steps)}”"
                yield Objection(DOUBTED, message, where)
        text = str(finding["message"])
        said = [*known_spans(text, grounds), *_told(text, finding, lineage)]
        for start, end in unproved_numbers(text, said, grounds):
            parts = text[start:end].split("/")
            if any(_value(part) not in known | results for part in parts):
                around = shortened(text[max(0, start - 40) : end + 40])
                message = f"no fact of the finding has “{text[start:end]}” in “{around}”"
                yield Objection(DOUBTED, message, where)


def _value(token: str) -> Decimal | None:
    """Return the value of a printed number."""
    parsed = parse_digits(token)
    return parsed[0] if parsed else None


def _numbers(finding: Record, lineage: Lineage) -> Iterator[Decimal]:
    """Yield what a finding may tell: its facts, its figures as they may be printed, its quotes."""
    for name in map(str, finding["facts"]):
        fact = lineage.facts[name]
        was = (fact.get("review") or {}).get("was")
        for one in (fact, was) if isinstance(was, dict) else (fact,):
            yield from numbers_of(one)
            yield from numbers_in(str(one["source"]["quote"]))
        yield from numbers_in(lineage.sentences.get(name, ""))
    for name in finding.get("figures", ()):
        figure = lineage.figures.get(str(name))
        if figure:
            value = abs(decimal(figure["value"]))
            yield value
            yield from (rounded(value, places) for places in range(_MOST_DECIMALS))
    for said in finding.get("quotes", ()):
        yield from numbers_in(str(said["quote"]))


def _told(text: str, finding: Record, lineage: Lineage) -> Iterator[tuple[int, int]]:
    """Yield where a finding has words of others: names of measures and documents, decisions."""
    words = [str(one["label"]) for one in lineage.indicators.values()]
    words += [str(one.get(key) or "") for one in lineage.documents for key in ("title", "id")]
    words += [str(one.get("publisher") or "") for one in lineage.documents]
    for name in map(str, finding["facts"]):
        fact = lineage.facts[name]
        review = fact.get("review") or {}
        words += [str(review.get(key) or "") for key in ("who", "why")]
        words += [str(fact.get("level") or ""), str(fact["source"]["quote"])]
    words += [str(said["quote"]) for said in finding.get("quotes", ())]
    words += [str((finding.get("review") or {}).get(key) or "") for key in ("who", "why")]
    for one in filter(None, dict.fromkeys(" ".join(word.split()) for word in words)):
        at = text.find(one)
        while at >= 0:
            yield at, at + len(one)
            at = text.find(one, at + 1)
