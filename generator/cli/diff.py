"""``soket diff``: what changed between two built reports."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.options import debug_option, format_option

if TYPE_CHECKING:
    from generator.verify.differing import Difference

_LONG = 120  # a text of more letters is told by what differs in it
_BESIDE = 40
_SORTS = {"choice": "chosen otherwise"}
_SIGN = {"new": "+", "gone": "-", "excluded": "-", "changed": "~", "choice": "~", "moved": "~"}


@click.command("diff", short_help="Compare two built reports by their facts.")
@click.argument("old", metavar="OLD", type=click.Path(path_type=Path))
@click.argument("new", metavar="NEW", type=click.Path(path_type=Path))
@format_option("table", "json")
@debug_option
def command(old: Path, new: Path, form: str) -> int:
    """Tell what changed from the report OLD to the report NEW, of whatever formats.

    First what the two are on, where it is not the same: kind, date, times, places. Then
    new (+), gone or excluded (-) and changed (~) facts, decided otherwise by a person or
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
        "report": found.scope,
        "facts": found.facts,
        "facts relied on": found.choices,
        "computed figures": found.figures,
        "documents": found.sources,
        "texts": found.texts,
    }
    for head, rows in heads.items():
        if rows:
            yield f"{head}:" if head == "report" else f"{head} ({_counted(rows)}):"
            yield from (f"  {_SIGN[row['change']]} {_told(row)}" for row in rows)


def _counted(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return how many differences of each sort there are: "2 new, 29 gone"."""
    counts = Counter(row["change"] for row in rows)
    named = ((_SORTS.get(sort, sort), counts[sort]) for sort in _SIGN)
    return ", ".join(f"{count} {sort}" for sort, count in named if count)


def _told(row: Mapping[str, Any]) -> str:
    """Return one difference on one line."""
    sides = [" ".join(str(row[side]).split()) for side in ("old", "new") if row[side] is not None]
    if len(sides) > 1 and min(map(len, sides)) > _LONG:
        sides = _around(*sides)
    about = str(row.get("name") or row.get("where") or row.get("label") or "")
    if row["change"] == "moved":
        return f"{about} (đổi vị trí)"
    return ": ".join(filter(None, (about, " → ".join(sides))))


def _around(old: str, new: str) -> list[str]:
    """Return two long texts from shortly before their first difference to behind their last."""
    start, least = 0, min(len(old), len(new))
    while start < least and old[start] == new[start]:
        start += 1
    end = 0
    while end < least - start and old[-1 - end] == new[-1 - end]:
        end += 1
    first = max(0, old.rfind(" ", 0, max(0, start - _BESIDE)) + 1)
    return [_part(text, first, len(text) - max(0, end - _BESIDE)) for text in (old, new)]


def _part(text: str, first: int, last: int) -> str:
    """Return a part of a text, cut between words."""
    until = text.find(" ", last)
    last = len(text) if until < 0 else until
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"
