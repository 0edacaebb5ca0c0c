"""``soket diff``: what changed between two built reports."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.options import debug_option, format_option

if TYPE_CHECKING:
    from generator.verify.differing import Difference

_SIGN = {"new": "+", "gone": "-", "excluded": "-", "changed": "~", "choice": "~"}


@click.command("diff", short_help="Compare two built reports by their facts.")
@click.argument("old", metavar="OLD", type=click.Path(path_type=Path))
@click.argument("new", metavar="NEW", type=click.Path(path_type=Path))
@format_option("table", "json")
@debug_option
def command(old: Path, new: Path, form: str) -> int:
    """Tell what changed from the report OLD to the report NEW, of whatever formats.

    New (+), gone or excluded (-) and changed (~) facts, decided otherwise by a person or
    told in other words, too; facts that the report now relies on instead of others,
    computed figures, documents, then the sentences, cells and charts that read otherwise.
    As with diff the exit code is 0 where nothing changed and 1 where something did.
    """
    from generator.verify.differing import difference
    from generator.verify.files import load_lineage

    found = difference(load_lineage(old), load_lineage(new))
    if form == "json":
        click.echo(json.dumps({"schema": 1, **asdict(found)}, ensure_ascii=False, indent=2))
    else:
        click.echo("".join(f"{line}\n" for line in _lines(found)), nl=False)
    return int(not found.is_empty)


def _lines(found: Difference) -> Iterator[str]:
    """Yield the differences for a person, each kind under its head."""
    heads = {
        "facts": found.facts,
        "facts relied on": found.choices,
        "computed figures": found.figures,
        "documents": found.sources,
        "texts": found.texts,
    }
    for head, rows in heads.items():
        if rows:
            yield f"{head}:"
            yield from (f"  {_SIGN[row['change']]} {_told(row)}" for row in rows)


def _told(row: Mapping[str, Any]) -> str:
    """Return one difference on one line."""
    sides = [" ".join(str(row[side]).split()) for side in ("old", "new") if row[side] is not None]
    return ": ".join(filter(None, (_name(row), " → ".join(sides))))


def _name(row: Mapping[str, Any]) -> str:
    """Return what a difference is about."""
    if "place" not in row:
        return str(row.get("where") or row.get("label") or "")
    level = f", {row['level']}" if row["level"] else ""
    time = f"{row['start']} to {row['end']}" if row["start"] else f"up to {row['end']}"
    return f"{row['label']}, {row['place']}{level}, {time}"
