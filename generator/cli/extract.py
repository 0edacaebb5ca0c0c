"""``soket extract``: the facts of documents as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from generator.cli.messages import show_remarks
from generator.cli.options import debug_option, format_option, path_argument
from generator.cli.records import FORMS, Record, lines
from generator.errors import InputErrors, UsageError

if TYPE_CHECKING:
    from generator.catalogue import Catalogue
    from generator.model.source_text import SourceText


class Options(TypedDict):
    """The options of the command line."""

    files: tuple[Path, ...]
    form: str
    published: str | None
    place: str | None
    statements: bool
    unused: bool
    explain: bool


@click.command("extract", short_help="Write the facts of documents as data.")
@path_argument("files", required=True, metavar="FILE...")
@format_option(*FORMS)
@click.option("--published", metavar="DATE", help="Day of publication, as YYYY-MM-DD.")
@click.option(
    "--place", metavar="SLUG", help="What the documents are about: a province, a body or quoc-gia."
)
@click.option("--statements", is_flag=True, help="Results, limits, tasks in place of facts.")
@click.option("--unused", is_flag=True, help="Numbers that became no fact, in place of facts.")
@click.option("--explain", is_flag=True, help="Add to each fact where it stands and its rules.")
@debug_option
def command(**options: Unpack[Options]) -> int:
    """Write the facts of each FILE to stdout, in the order of the texts.

    --published and --place tell what a document and the manifest.yaml beside it do not.
    """
    from generator.catalogue import load_catalogue
    from generator.config import project_root
    from generator.sources import read_sources

    if options["statements"] and options["unused"]:
        raise UsageError(
            "--statements and --unused cannot be had together", hint="run the command twice"
        )
    if options["explain"] and (options["unused"] or options["statements"]):
        other = "unused" if options["unused"] else "statements"
        raise UsageError(
            f"--explain tells nothing of --{other}",
            hint="it is for facts: leave out one of the two",
        )
    root = project_root().absolute()
    catalogue = load_catalogue(root)
    tell = _teller(options, catalogue)
    texts, errors = read_sources(options["files"])
    records = _records([tell(text) for text in texts], options, root, catalogue)
    for line in lines(records, options["form"]):
        click.echo(line)
    if errors:
        raise InputErrors(tuple(errors))
    return 0


class _Teller:
    """Adds to a source what the command line says of it."""

    def __init__(self, published: date | None, place: str | None) -> None:
        self.published = published
        self.place = place

    def __call__(self, text: SourceText) -> SourceText:
        info = text.info
        info = replace(
            info,
            published=self.published or info.published,
            place=self.place or info.place,
        )
        return replace(text, info=info)


def _teller(options: Options, catalogue: Catalogue) -> _Teller:
    """Check --published and --place. Raises UsageError."""
    from generator.config.nearest import place_hint
    from generator.config.periods import PeriodSyntax, parse_day

    place, published = options["place"], options["published"]
    found = catalogue.places.asked(place) if place is not None else None
    if place is not None and found is None:
        hint = place_hint(place, catalogue)
        expected = "a name, abbreviation or slug"
        raise UsageError(f"--place: unknown place {place!r}", expected=expected, hint=hint)
    slug = found.slug if found is not None else None
    try:
        return _Teller(parse_day(published) if published is not None else None, slug)
    except PeriodSyntax as exc:
        raise UsageError(f"--published: {exc}", hint=exc.hint) from exc


def _records(
    texts: Iterable[SourceText], options: Options, root: Path, catalogue: Catalogue
) -> Iterator[Record]:
    """Yield what was asked for, text by text."""
    if options["statements"]:
        return _statements(texts, root, catalogue)
    return _facts(texts, options, root, catalogue)


def _facts(
    texts: Iterable[SourceText], options: Options, root: Path, catalogue: Catalogue
) -> Iterator[Record]:
    """Yield the facts, or the numbers that became none."""
    from generator.cli import records
    from generator.extraction import load_rules
    from generator.extraction.tables.left import left_over
    from generator.extraction.tables.sheets import extract_any, load_mappings

    rules, mappings = load_rules(root, catalogue), load_mappings(root, catalogue)
    make = records.of_explained_fact if options["explain"] else records.of_fact
    for text in texts:
        if options["unused"]:
            left = left_over(text, catalogue, rules, mappings)
            show_remarks(left.diagnostics)
            yield from (records.of_unused(number, text) for number in left.numbers)
            continue
        found = extract_any(text, catalogue, rules, mappings)
        show_remarks(found.diagnostics)
        yield from (make(fact, text) for fact in found.facts)


def _statements(texts: Iterable[SourceText], root: Path, catalogue: Catalogue) -> Iterator[Record]:
    """Yield the statements."""
    from generator.cli import records
    from generator.extraction.statements import extract_statements, load_statement_rules

    rules = load_statement_rules(root)
    for text in texts:
        yield from map(records.of_statement, extract_statements(text, catalogue, rules))
