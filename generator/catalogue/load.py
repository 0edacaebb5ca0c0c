"""Reads the catalogue files and checks them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator import strict_yaml
from generator.catalogue.indicators import Group, Indicator, Kind
from generator.catalogue.places import DatedKind, Place, PlaceKind, Places, build_places
from generator.errors import UsageError
from generator.paths import shipped_root


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Groups and indicators in the order of the file, and all places."""

    groups: Mapping[str, Group]
    indicators: Mapping[str, Indicator]
    places: Places


FileT = TypeVar("FileT", bound=BaseModel)


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _IndicatorRow(_Row):
    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    group: str
    kind: Kind
    unit: str
    label: str


class _GroupRow(_Row):
    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: str


class _IndicatorFile(_Row):
    groups: list[_GroupRow] = []
    indicators: list[_IndicatorRow] = []


class _KindRow(_Row):
    kind: PlaceKind
    since: date | None = Field(None, alias="from")


class _PlaceRow(_Row):
    slug: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str
    kinds: list[_KindRow] = Field(min_length=1)
    code_2004: str | None = None
    code_2025: str | None = None
    merged_into: str | None = None
    renamed_to: str | None = None
    since: date | None = None
    until: date | None = None
    aliases: list[str] = []


class _PlaceFile(_Row):
    merger_date: date
    provinces: list[_PlaceRow]


@cache
def load_catalogue(root: Path | None = None) -> Catalogue:
    """Read ``config/catalogue`` under ``root`` (default: the shipped one).

    A project's own folder may hold ``indicators.yaml``; its rows are added to the
    shipped ones, a row with a known id replaces it. Raises UsageError with the
    place of what is wrong, InputError for a file that cannot be read.
    """
    shipped = shipped_root() / "config" / "catalogue"
    groups, indicators = _indicators(shipped / "indicators.yaml", {}, {})
    if root is not None:
        own = root / "config" / "catalogue" / "indicators.yaml"
        if own.is_file() and own.resolve() != (shipped / "indicators.yaml").resolve():
            groups, indicators = _indicators(own, groups, indicators)
    return Catalogue(groups, indicators, _places(shipped / "provinces.yaml"))


def _indicators(
    path: Path, groups: Mapping[str, Group], known: Mapping[str, Indicator]
) -> tuple[dict[str, Group], dict[str, Indicator]]:
    """Read one indicator file on top of what is known."""
    doc = strict_yaml.load(path)
    rows = validated(_IndicatorFile, doc)
    all_groups = {**groups, **{row.id: Group(row.id, row.label) for row in rows.groups}}
    merged = dict(known)
    for index, row in enumerate(rows.indicators):
        if row.group not in all_groups:
            raise UsageError(
                f"unknown group {row.group!r}",
                location=doc.location(("indicators", index, "group")),
                expected="one of " + ", ".join(all_groups),
            )
        order = merged[row.id].order if row.id in merged else len(merged)
        merged[row.id] = Indicator(row.id, row.group, row.kind, row.unit, row.label, order)
    return all_groups, merged


def _places(path: Path) -> Places:
    """Read the provinces file."""
    rows = validated(_PlaceFile, strict_yaml.load(path))
    return build_places((_place(row) for row in rows.provinces), rows.merger_date)


def _place(row: _PlaceRow) -> Place:
    """Return the typed place of one row."""
    codes = {"2004": row.code_2004, "2025": row.code_2025}
    return Place(
        slug=row.slug,
        name=row.name,
        kinds=tuple(DatedKind(kind.kind, kind.since) for kind in row.kinds),
        codes={system: code for system, code in codes.items() if code},
        aliases=tuple(row.aliases),
        since=row.since,
        until=row.until,
        merged_into=row.merged_into,
        renamed_to=row.renamed_to,
    )


def validated(model: type[FileT], doc: strict_yaml.YamlDocument) -> FileT:
    """Check a data file against its model; the first mistake is reported.

    Raises UsageError with the place in the file.
    """
    try:
        return model.model_validate(doc.value)
    except ValidationError as exc:
        first = exc.errors(include_url=False)[0]
        raise UsageError(first["msg"], location=doc.location(first["loc"])) from exc
