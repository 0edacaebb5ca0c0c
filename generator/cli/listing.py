"""``soket list``: what can be chosen in a config, and what the sources hold."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import Choice, debug_option, format_option, path_argument
from generator.cli.tables import table
from generator.errors import InputErrors

if TYPE_CHECKING:
    from generator.catalogue import Place, Places
    from generator.model.fact import Fact

_KINDS = ("indicators", "provinces", "bodies", "periods", "templates", "facts")

Row = dict[str, str]
Lister = Callable[[tuple[Path, ...]], Iterator[Row]]


@click.command("list", short_help="Show what can be chosen.")
@click.argument("kind", type=Choice(_KINDS))
@path_argument("paths", required=False, metavar="[CONFIG|FILE]...")
@format_option("table", "json")
@debug_option
def command(kind: str, paths: tuple[Path, ...], form: str) -> int:
    """List indicators, provinces, bodies, templates, or the periods and facts of the sources.

    The sources are those of CONFIG or the FILEs, by default of all configs.
    """
    rows = list(_LISTERS[kind](paths))
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif rows:
        click.echo(table(list(rows[0]), [list(row.values()) for row in rows]))
    return 0


def _indicators(_paths: tuple[Path, ...]) -> Iterator[Row]:
    from generator.catalogue import load_catalogue
    from generator.config import project_root

    for one in load_catalogue(project_root().absolute()).indicators.values():
        yield {
            "id": one.id,
            "group": one.group,
            "kind": one.kind.value,
            "unit": one.unit,
            "label": one.label,
        }


def _provinces(_paths: tuple[Path, ...]) -> Iterator[Row]:
    """Yield all provinces by the Vietnamese alphabet, with what became of them."""
    from generator.catalogue import in_order, load_catalogue
    from generator.model.fact import NATION

    places = load_catalogue().places
    for place in in_order(one for one in places.by_slug.values() if one.slug != NATION):
        codes = {f"code {system}": place.codes.get(system, "") for system in ("2004", "2025")}
        yield {**_life(place, places), **codes}


def _bodies(_paths: tuple[Path, ...]) -> Iterator[Row]:
    """Yield all ministries and central agencies, with their other names and what became of them."""
    from generator.catalogue import in_order, load_catalogue

    places = load_catalogue().places
    for place in in_order(places.bodies.values()):
        yield {**_life(place, places), "aliases": "; ".join(place.aliases)}


def _life(place: Place, places: Places) -> Row:
    """Return the names of a place and the days between which it has them."""
    ended = place.until or place.merged_into
    return {
        "slug": place.slug,
        "name": place.name,
        "since": str(place.since or ""),
        "until": str(places.ended(place) - timedelta(days=1)) if ended else "",
        "then": place.merged_into or place.renamed_to or "",
    }


def _templates(_paths: tuple[Path, ...]) -> Iterator[Row]:
    from generator.config import project_root, template_names
    from generator.paths import shipped_root

    root = project_root()
    for name in template_names(root):
        own = (root / "templates" / name).is_dir() and root.resolve() != shipped_root().resolve()
        yield {"name": name, "from": "project" if own else "soket"}


def _periods(paths: tuple[Path, ...]) -> Iterator[Row]:
    """Yield every period that some fact of the sources covers."""
    from generator.config import format_period

    counts = Counter(fact.period for fact in _facts_of(paths))
    for period in sorted(counts, key=lambda one: (one.end, str(one.start or ""))):
        yield {
            "period": format_period(period),
            "kind": period.kind.value,
            "start": str(period.start or ""),
            "end": str(period.end),
            "facts": str(counts[period]),
        }


def _facts(paths: tuple[Path, ...]) -> Iterator[Row]:
    from generator.config import format_period

    for fact in _facts_of(paths):
        yield {
            "id": fact.id,
            "indicator": fact.indicator,
            "place": fact.place,
            "level": fact.level or "",
            "period": format_period(fact.period),
            "value": format(fact.value, "f"),
            "unit": fact.unit,
            "source": fact.source.doc,
        }


def _facts_of(paths: tuple[Path, ...]) -> list[Fact]:
    """Return the facts of the sources, in the order of the texts. Raises InputErrors."""
    from generator.cli.projects import gather_inputs

    evidence = gather_inputs(paths)
    if evidence.errors:
        raise InputErrors(evidence.errors)
    return list(evidence.facts)


_LISTERS: dict[str, Lister] = {
    "indicators": _indicators,
    "provinces": _provinces,
    "bodies": _bodies,
    "periods": _periods,
    "templates": _templates,
    "facts": _facts,
}
