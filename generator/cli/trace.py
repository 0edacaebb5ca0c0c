"""``soket trace``: where a printed number comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.messages import say
from generator.cli.options import debug_option, format_option
from generator.cli.reasons import RULES
from generator.errors import UsageError

if TYPE_CHECKING:
    from generator.verify.tracing import Occurrence, Traced
    from generator.verify.whereabouts import Whereabouts

_INDENT = "    "
_SORTS = {
    "time": "part of a date or a period:",
    "legal act": "in the name of a legal act:",
    "list of sources": "of the list of sources, or a place in a source:",
    "numbering": "the document's own numbering:",
    "": "in the words of the report, without a figure of its own:",
}


@click.command("trace", short_help="Tell where a printed number comes from.")
@click.argument("output", metavar="OUTPUT", type=click.Path(path_type=Path))
@click.argument("number", metavar="NUMBER")
@format_option("table", "json")
@debug_option
def command(output: Path, number: str, form: str) -> int:
    """Tell where NUMBER in the report OUTPUT comes from, by what the file itself carries.

    NUMBER is written as it is printed: 541.559, "13,9 triệu", 95,89%, 55/63. For each
    place where it stands: the fact with its sentence, document and paragraph, the
    formula with all that it rests on, or the legal act that sets it as a target; so for
    the numbers of the notes on the data, too. A date (31/7/2024), the name of an act
    (76/NQ-CP), numbering ("Biểu đồ 1") and words ("thứ hai") are told to be such. The
    exit code is 1 where it is not printed.
    """
    from generator.verify.files import load_lineage
    from generator.verify.phrases import has_number
    from generator.verify.tracing import trace
    from generator.verify.whereabouts import Whereabouts

    if not has_number(number):
        raise UsageError(f"“{number}” has no number", hint="trace takes one as it is printed")
    lineage = load_lineage(output)
    found = trace(number, lineage)
    if form == "json":
        click.echo(json.dumps({"schema": 1, **asdict(found)}, ensure_ascii=False, indent=2))
    elif found.occurrences:
        click.echo("\n".join(_lines(found, Whereabouts.of(lineage))))
    if found.occurrences and (others := _otherwise(number, found)):
        say(f"{number} is not printed with that word; it stands as {', '.join(others)}")
    if not found.occurrences:
        near = ", ".join(found.nearest)
        say(f"{number} is not printed in {output}" + (f"; printed are {near}" if near else ""))
    return int(not found.occurrences)


def _otherwise(number: str, found: Traced) -> tuple[str, ...]:
    """Return how a number is printed where none has the reservation that was asked for."""
    from generator.verify.printed import read_printed

    asked = read_printed(number)
    if asked is None or asked.approx is None:
        return ()
    told = {one.text: read_printed(one.text) for one in found.occurrences}
    if any(one is not None and one.approx == asked.approx for one in told.values()):
        return ()
    return tuple(told)


def _lines(found: Traced, places_of: Whereabouts) -> Iterator[str]:
    """Yield what was found for a person."""
    for tree in found.origins:
        places = [one for one in found.occurrences if tree["id"] in one.origins]
        yield f"{places[0].text}: {tree['label'] or tree['unit']}"
        yield from _origin(tree, _INDENT)
        yield from (f"{_INDENT}printed: {_place(one, places_of)}" for one in places)
        yield ""
    if found.day:
        yield f"a date ({found.day}), no figure; it stands here:"
        yield from (f"{_INDENT}{_place(one, places_of)}" for one in found.occurrences)
        return
    for sort, words in _SORTS.items():
        plain = [one for one in found.occurrences if not one.origins and one.sort == sort]
        if plain:
            yield words
            yield from (f"{_INDENT}{_place(one, places_of)}" for one in plain)


def _place(one: Occurrence, places: Whereabouts) -> str:
    """Return where a number stands, with the words around it."""
    section = f"{one.section}; " if one.section else ""
    return f"{section}{places.short(one.where)}: {one.snippet}"


def _origin(tree: dict[str, Any], indent: str) -> Iterator[str]:
    """Yield where a figure comes from: a formula with its steps, then its facts."""
    yield from (line for aim in tree.get("targets", ()) for line in _target(aim, indent))
    if tree["kind"] == "quote":
        yield from _quote(tree, indent)
    if tree["kind"] == "source":
        yield _document(tree, indent)
    if tree["kind"] == "computed":
        yield f"{indent}computed: {tree['formula']}"
        for step in tree["steps"]:
            yield from _origin(step, indent + _INDENT)
        told = {fact["id"] for step in tree["steps"] for fact in _all_facts(step)}
        for fact in tree["facts"]:
            if fact["id"] not in told:
                yield from _fact(fact, indent + _INDENT)
        yield from (line for said in tree["quotes"] for line in _quote(said, indent + _INDENT))
        return
    for fact in tree["facts"]:
        yield from _fact(fact, indent)


def _target(aim: dict[str, Any], indent: str) -> Iterator[str]:
    """Yield what a legal act sets."""
    unit = "%" if aim["unit"] == "%" else f" {aim['unit']}"
    yield f"{indent}target: {aim['value'].replace('.', ',')}{unit}, {aim['label']}, {aim['time']}"
    yield f"{indent}act: {aim['act']}"


def _all_facts(tree: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the facts below a step."""
    facts: list[dict[str, Any]] = tree["facts"]
    return facts


def _fact(fact: dict[str, Any], indent: str) -> Iterator[str]:
    """Yield a fact with its sentence, document and rules."""
    yield f"{indent}fact: {fact['amount']}, {fact['name']}"
    yield from _quote(fact, indent)
    known = "; ".join(RULES[rule] for rule in fact["rules"] if rule in RULES)
    yield f"{indent}read: {known}" if known else f"{indent}read: {', '.join(fact['rules'])}"
    yield from (f"{indent}note: {message}" for message in fact["findings"])


def _quote(one: dict[str, Any], indent: str) -> Iterator[str]:
    """Yield the words of a source and where they stand in it."""
    yield f"{indent}quote: “{' '.join(one['quote'].split())}”"
    yield _document(one, indent)


def _document(one: dict[str, Any], indent: str) -> str:
    """Return the document of some words, with page, paragraph or cell."""
    known = [one["document"].get(key) for key in ("title", "publisher", "published", "path")]
    places = filter(None, [one.get("location")])
    where = ", ".join([*(str(part) for part in known if part), *places])
    span = " (characters {}-{})".format(*one["characters"]) if one.get("characters") else ""
    return f"{indent}document: {where or one['doc']}{span}"
