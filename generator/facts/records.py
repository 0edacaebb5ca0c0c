"""Facts in the public form of the contract (``facts.md``) and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from generator.model.fact import Approx, Change, ChangeKind, Direction, Fact, Source
from generator.model.period import Period

Record = dict[str, Any]


def plain(value: Decimal) -> str:
    """Return a number in plain digits with "." as decimal mark, as it was given."""
    return format(value, "f")


def record_of(fact: Fact) -> Record:
    """Return the public form of a fact, keys in the order of the contract."""
    start, end = fact.period.iso()
    return {
        "indicator": fact.indicator,
        "place": fact.place,
        "level": fact.level,
        "start": start,
        "end": end,
        "value": plain(fact.value),
        "unit": fact.unit,
        "total": None if fact.total is None else plain(fact.total),
        "share": None if fact.share is None else plain(fact.share),
        "approx": fact.approx.value if fact.approx else None,
        "change": _change_record(fact.change) if fact.change else None,
        "source": {
            "doc": fact.source.doc,
            "start": fact.source.start,
            "end": fact.source.end,
            "quote": fact.source.quote,
        },
    }


def _change_record(change: Change) -> Record:
    """Return the public form of a printed change."""
    return {
        "kind": change.kind.value,
        "value": plain(change.value),
        "direction": change.direction.value,
        "base": change.base,
    }


def fact_from_record(record: Mapping[str, Any]) -> Fact:
    """Return the fact of a public record; keys that it does not know are passed over.

    Raises ValueError that names what is missing or wrong.
    """
    try:
        return _fact(record)
    except KeyError as exc:
        raise ValueError(f"a fact without {exc.args[0]!r}") from exc
    except (InvalidOperation, TypeError) as exc:
        raise ValueError(f"a fact with a malformed value: {exc}") from exc


def _fact(record: Mapping[str, Any]) -> Fact:
    """Read a record that is taken to be well formed."""
    start, source, change = record["start"], record["source"], record.get("change")
    return Fact(
        indicator=record["indicator"],
        place=record["place"],
        level=record["level"],
        period=Period(
            date.fromisoformat(record["end"]), date.fromisoformat(start) if start else None
        ),
        value=Decimal(record["value"]),
        unit=record["unit"],
        source=Source(source["doc"], source["start"], source["end"], source["quote"]),
        total=_number(record.get("total")),
        share=_number(record.get("share")),
        approx=Approx(record["approx"]) if record.get("approx") else None,
        change=_change(change) if change else None,
    )


def _number(text: str | None) -> Decimal | None:
    """Read an optional plain number."""
    return None if text is None else Decimal(text)


def _change(record: Mapping[str, Any]) -> Change:
    """Read a printed change."""
    return Change(
        ChangeKind(record["kind"]),
        Decimal(record["value"]),
        Direction(record["direction"]),
        record["base"],
    )
