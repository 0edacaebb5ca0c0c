"""The public form of facts: one JSON object, keys in the order of the contract."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from generator.model.fact import (
    Approx,
    Change,
    ChangeKind,
    Direction,
    Fact,
    Source,
)
from generator.model.period import Period


def fact_to_json(fact: Fact) -> dict[str, Any]:
    """Return the public form of a fact; numbers are plain decimal strings."""
    start, end = fact.period.iso()
    return {
        "indicator": fact.indicator,
        "place": fact.place,
        "level": fact.level,
        "start": start,
        "end": end,
        "value": _plain(fact.value),
        "unit": fact.unit,
        "total": None if fact.total is None else _plain(fact.total),
        "share": None if fact.share is None else _plain(fact.share),
        "approx": fact.approx.value if fact.approx else None,
        "change": _change_to_json(fact.change) if fact.change else None,
        "source": {
            "doc": fact.source.doc,
            "start": fact.source.start,
            "end": fact.source.end,
            "quote": fact.source.quote,
        },
    }


def fact_from_json(data: dict[str, Any]) -> Fact:
    """Return the fact of its public form.

    What the public form does not hold (``printed``, ``number_start``, ``rules``)
    stays empty. Raises KeyError or ValueError for what is no fact.
    """
    start = data["start"]
    change = data["change"]
    source = data["source"]
    return Fact(
        indicator=data["indicator"],
        place=data["place"],
        level=data["level"],
        period=Period(
            date.fromisoformat(data["end"]), date.fromisoformat(start) if start else None
        ),
        value=Decimal(data["value"]),
        unit=data["unit"],
        source=Source(source["doc"], source["start"], source["end"], source["quote"]),
        total=None if data["total"] is None else Decimal(data["total"]),
        share=None if data["share"] is None else Decimal(data["share"]),
        approx=Approx(data["approx"]) if data["approx"] else None,
        change=_change_from_json(change) if change else None,
    )


def _change_to_json(change: Change) -> dict[str, str]:
    return {
        "kind": change.kind.value,
        "value": _plain(change.value),
        "direction": change.direction.value,
        "base": change.base,
    }


def _change_from_json(data: dict[str, str]) -> Change:
    return Change(
        ChangeKind(data["kind"]), Decimal(data["value"]), Direction(data["direction"]), data["base"]
    )


def _plain(value: Decimal) -> str:
    """Print a decimal without exponent, all its digits kept."""
    return format(value, "f")
