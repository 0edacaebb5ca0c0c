"""Facts in the public form of the contract (``facts.md``) and back.

The form itself is that of the extraction; here a broken record gets a plain error.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from generator.extraction.public import fact_from_json, fact_to_json
from generator.model.fact import Fact

Record = dict[str, Any]


def plain(value: Decimal) -> str:
    """Return a number in plain digits with "." as decimal mark, as it was given."""
    return format(value, "f")


def record_of(fact: Fact) -> Record:
    """Return the public form of a fact, keys in the order of the contract."""
    return fact_to_json(fact)


def fact_from_record(record: Mapping[str, Any]) -> Fact:
    """Return the fact of a public record; keys that it does not know are passed over.

    Raises ValueError that names what is missing or wrong.
    """
    try:
        return fact_from_json(dict(record))
    except KeyError as exc:
        raise ValueError(f"a fact without {exc.args[0]!r}") from exc
    except (InvalidOperation, TypeError) as exc:
        raise ValueError(f"a fact with a malformed value: {exc}") from exc
