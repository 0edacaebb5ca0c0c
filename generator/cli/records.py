"""Facts, numbers and statements as records, and records as lines of text."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.extraction import UnusedNumber
    from generator.model.fact import Fact
    from generator.model.source_text import SourceText
    from generator.model.statement import Statement

Record = dict[str, Any]
FORMS = ("jsonl", "table", "yaml", "csv")

_WIDTH = 120  # columns of a table that goes to no terminal
_CONTEXT = 120  # characters on either side of a number


def of_fact(fact: Fact, _text: SourceText) -> Record:
    """Return the public form of a fact."""
    from generator.extraction.public import fact_to_json

    return fact_to_json(fact)


def of_explained_fact(fact: Fact, text: SourceText) -> Record:
    """Return the public form of a fact with where it stands and what made it."""
    more = {
        "id": fact.id,
        "printed": fact.printed,
        "location": text.locate(fact.number_start or fact.source.start),
        "rules": list(fact.rules),
    }
    return {**of_fact(fact, text), **more}


def of_unused(number: UnusedNumber, text: SourceText) -> Record:
    """Return a number that became no fact, with the reason."""
    return {
        "doc": text.info.id,
        "start": number.start,
        "end": number.end,
        "printed": number.printed,
        "value": format(number.value, "f"),
        "reason": number.reason,
        "context": _context(text.text, number.start, number.end),
    }


def _context(text: str, start: int, end: int) -> str:
    """Return the line of a number, at most some words before and behind it."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    if first < start - _CONTEXT:
        blank = text.find(" ", start - _CONTEXT, start)
        first = blank + 1 if blank >= 0 else start
    return text[first : min(end + _CONTEXT, last if last >= 0 else len(text))]


def of_statement(statement: Statement) -> Record:
    """Return a statement; a missing deadline is null."""
    source = statement.source
    return {
        "kind": statement.kind.value,
        "place": statement.place,
        "theme": statement.theme,
        "text": statement.text,
        "deadline": statement.deadline.isoformat() if statement.deadline else None,
        "deadline_text": statement.deadline_text,
        "responsible": statement.responsible,
        "source": {
            "doc": source.doc,
            "start": source.start,
            "end": source.end,
            "quote": source.quote,
        },
    }


def lines(records: Iterable[Record], form: str) -> Iterator[str]:
    """Yield the text of records in one of ``FORMS``; nothing for no record."""
    if form == "jsonl":
        yield from (json.dumps(record, ensure_ascii=False) for record in records)
        return
    listed = list(records)
    if listed:
        yield {"table": _table, "yaml": _yaml, "csv": _csv}[form](listed).rstrip("\n")


def _table(records: list[Record]) -> str:
    from generator.cli.readable import readable

    return readable(records, shutil.get_terminal_size((_WIDTH, 24)).columns)


def _yaml(records: list[Record]) -> str:
    import yaml

    return yaml.safe_dump(records, allow_unicode=True, sort_keys=False, width=1000)


def _csv(records: list[Record]) -> str:
    flat = [_flat(record) for record in records]
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(flat[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(flat)
    return stream.getvalue()


def _flat(record: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """Return a record with dotted names; a change is one word: "up 16 times 2021"."""
    row: dict[str, str] = {}
    for name, value in record.items():
        if name == "change" and value:
            parts = (value["direction"], value["value"], value["kind"], value["base"])
            row[name] = " ".join(parts).rstrip()
        elif isinstance(value, Mapping):
            row.update(_flat(value, f"{prefix}{name}."))
        elif isinstance(value, list):
            row[prefix + name] = " ".join(value)
        else:
            row[prefix + name] = "" if value is None else str(value)
    return row
