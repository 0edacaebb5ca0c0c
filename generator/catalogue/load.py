"""Reads the catalogue files and checks them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from generator import strict_yaml
from generator.catalogue.arithmetic import Arithmetic, Carried, Partition, Sum
from generator.catalogue.indicators import Group, Indicator, Kind, rates_of
from generator.catalogue.places import DatedKind, Place, PlaceKind, Places, build_places
from generator.catalogue.targets import PROVINCES, Bound, Target
from generator.errors import UsageError
from generator.model.fact import NATION
from generator.model.finding import Severity
from generator.paths import shipped_root
from generator.strict_yaml import KeyPath, Value, YamlDocument
from generator.vi.text import slug


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Groups and indicators in the order of the file, all places, targets, and what adds up."""

    groups: Mapping[str, Group]
    indicators: Mapping[str, Indicator]
    places: Places
    targets: tuple[Target, ...]
    arithmetic: Arithmetic

    @property
    def rates(self) -> dict[str, tuple[str, str]]:
        """Return the part and the whole of each rate that is their quotient."""
        return rates_of(self.indicators)


FileT = TypeVar("FileT", bound=BaseModel)


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _IndicatorRow(_Row):
    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    group: str
    kind: Kind
    unit: str
    label: str
    level: Literal["", "cap-tinh", "cap-huyen", "cap-xa"] = ""
    rate_of: tuple[str, str] | None = None


class _GroupRow(_Row):
    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: str
    keywords: tuple[str, ...] = ()


class _IndicatorFile(_Row):
    groups: list[_GroupRow] = []
    indicators: list[_IndicatorRow] = []


class _SumRow(_Row):
    whole: str
    parts: tuple[str, ...] = Field(min_length=2)
    above: Severity = Severity.ERROR
    below: Severity = Severity.ERROR
    carried: bool = False


class _PartitionRow(_Row):
    parts: tuple[str, ...] = Field(min_length=2)
    fills_total: bool = True


class _WholesRow(_Row):
    part: str
    of: tuple[str, ...] = Field(min_length=1)


class _WholeRow(_Row):
    part: str
    of: str


class _CarriedRow(_WholeRow):
    above: Severity = Severity.WARNING


class _ArithmeticFile(_Row):
    sums: list[_SumRow] = []
    partitions: list[_PartitionRow] = []
    wholes: list[_WholesRow] = []
    contained: list[_WholeRow] = []
    carried: list[_CarriedRow] = []
    apart: list[_WholeRow] = []
    told_within: list[_WholeRow] = []
    over_time: list[str] = []
    accumulated: list[str] = []
    open: list[str] = []


class _KindRow(_Row):
    kind: PlaceKind
    since: date | None = Field(None, alias="from")


class _PlaceRow(_Row):
    slug: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str
    short: str = ""
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


class _BodyRow(_Row):
    name: str
    slug: str = ""
    aliases: list[str] = []
    since: date | None = None
    until: date | None = None
    merged_into: str | None = None
    changed: date | None = None
    duties: str = ""
    told: list[str] = []

    @model_validator(mode="after")
    def _is_told(self) -> _BodyRow:
        """Refuse duties without the day of their change and where that was read."""
        if len({bool(self.changed), bool(self.duties), bool(self.told)}) > 1:
            raise ValueError("changed, duties and told (where it was read) stand together")
        return self


class _BodyFile(_Row):
    bodies: list[_BodyRow]


class _TargetRow(_Row):
    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    indicator: str
    bound: Bound
    value: Decimal
    places: list[str] = Field(min_length=1)
    since: date = Field(alias="from")
    until: date
    act: str = Field(min_length=1)
    issued: date


class _TargetFile(_Row):
    targets: list[_TargetRow]


@cache
def load_catalogue(root: Path | None = None) -> Catalogue:
    """Read ``config/catalogue`` under ``root`` (default: the shipped one).

    A project's own folder may hold ``indicators.yaml`` and ``arithmetic.yaml``, and
    ``config/targets.yaml``; their rows are added to the shipped ones, a row with a known id
    replaces it.
    Raises UsageError with the place of what is wrong, InputError for a file that
    cannot be read.
    """
    shipped = shipped_root() / "config"
    groups: dict[str, Group] = {}
    indicators: dict[str, Indicator] = {}
    for doc in _layers(shipped, root, "catalogue/indicators.yaml"):
        groups, indicators = _indicators(doc, groups, indicators)
    places = _places(shipped / "catalogue")
    targets: dict[str, Target] = {}
    for doc in _layers(shipped, root, "targets.yaml"):
        targets = {**targets, **_targets(doc, indicators, places)}
    arithmetic = Arithmetic()
    for doc in _layers(shipped, root, "catalogue/arithmetic.yaml"):
        arithmetic = arithmetic.joined(_arithmetic(doc, indicators))
    return Catalogue(groups, indicators, places, tuple(targets.values()), arithmetic)


def _layers(shipped: Path, root: Path | None, name: str) -> Iterator[YamlDocument]:
    """Yield the shipped file of a name and the project's own, if it has one."""
    first = shipped / name
    yield strict_yaml.load(first, shipped=True)
    own = root / "config" / name if root is not None else None
    if own is not None and own.is_file() and own.resolve() != first.resolve():
        yield strict_yaml.load(own)


def _indicators(
    doc: YamlDocument, groups: Mapping[str, Group], known: Mapping[str, Indicator]
) -> tuple[dict[str, Group], dict[str, Indicator]]:
    """Read one indicator file on top of what is known."""
    rows = validated(_IndicatorFile, doc)
    own = {row.id: Group(row.id, row.label, row.keywords) for row in rows.groups}
    all_groups = {**groups, **own}
    merged = dict(known)
    for index, row in enumerate(rows.indicators):
        if row.group not in all_groups:
            raise UsageError(
                f"unknown group {row.group!r}",
                location=doc.location(("indicators", index, "group")),
                expected="one of " + ", ".join(all_groups),
            )
        order = merged[row.id].order if row.id in merged else len(merged)
        merged[row.id] = Indicator(
            row.id, row.group, row.kind, row.unit, row.label, order, row.level, row.rate_of
        )
    for index, row in enumerate(rows.indicators):
        for number, part in enumerate(row.rate_of or ()):
            _known(part, merged, doc, ("indicators", index, "rate_of", number))
    return all_groups, merged


def _known(indicator: str, indicators: Collection[str], doc: YamlDocument, path: KeyPath) -> None:
    """Raise UsageError with its place in the file for an indicator that nobody knows."""
    if indicator not in indicators:
        raise UsageError(
            f"unknown indicator {indicator!r}",
            location=doc.location(path),
            hint="'soket list indicators' shows all",
        )


_NO_NAMES = (
    "above",
    "below",
    "carried",
    "fills_total",
)  # keys of arithmetic that name no indicator


def _arithmetic(doc: YamlDocument, indicators: Collection[str]) -> Arithmetic:
    """Return the rules of one file; each indicator must be known."""
    rows = validated(_ArithmeticFile, doc)
    for path, name in _names(doc.value):
        _known(name, indicators, doc, path)
    return Arithmetic(
        tuple(Sum(one.whole, one.parts, one.above, one.below, one.carried) for one in rows.sums),
        tuple(Partition(one.parts, one.fills_total) for one in rows.partitions),
        {one.part: one.of for one in rows.wholes},
        {one.part: one.of for one in rows.contained},
        frozenset((one.part, one.of) for one in rows.told_within),
        frozenset(rows.over_time),
        frozenset(rows.accumulated),
        frozenset(rows.open),
        {one.part: Carried(one.of, one.above) for one in rows.carried},
        {one.part: one.of for one in rows.apart},
    )


def _names(value: Value, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield all indicators that a file of arithmetic names, with their places in it."""
    if isinstance(value, str):
        yield path, value
    pairs = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, one in pairs:
        if key not in _NO_NAMES:
            yield from _names(one, (*path, key))


def _places(folder: Path) -> Places:
    """Read the provinces and the central bodies."""
    rows = validated(_PlaceFile, strict_yaml.load(folder / "provinces.yaml", shipped=True))
    bodies = validated(_BodyFile, strict_yaml.load(folder / "bodies.yaml", shipped=True)).bodies
    return build_places(
        (_place(row) for row in rows.provinces), rows.merger_date, map(_body, bodies)
    )


def _body(row: _BodyRow) -> Place:
    """Return the typed place of a central body; its slug is made of its name."""
    return Place(
        slug=row.slug or slug(row.name),
        name=row.name,
        kinds=(DatedKind(PlaceKind.BODY, None),),
        codes={},
        aliases=tuple(row.aliases),
        since=row.since,
        until=row.until,
        merged_into=row.merged_into,
        changed=row.changed,
        duties=row.duties,
    )


def _slug(name: str, places: Places) -> str:
    """Return the slug of a place told by slug, name, alias or code, "" for one that is none."""
    place = places.get(name) or places.find(name)
    return place.slug if place is not None else ""


def _slugs(names: Sequence[str], places: Places) -> frozenset[str]:
    """Return the places of a target, the word for all provinces spelled out."""
    provinces = set(places.by_slug) - {NATION} if PROVINCES in names else set()
    return frozenset({*names, *provinces} - {PROVINCES})


def _targets(
    doc: YamlDocument, indicators: Mapping[str, Indicator], places: Places
) -> dict[str, Target]:
    """Return the targets of one file; each indicator and place must be known."""
    found: dict[str, Target] = {}
    for index, row in enumerate(validated(_TargetFile, doc).targets):
        _known(row.indicator, indicators, doc, ("targets", index, "indicator"))
        told = {name: name if name == PROVINCES else _slug(name, places) for name in row.places}
        unknown = [name for name, slug in told.items() if not slug]
        if unknown:
            raise UsageError(
                f"unknown place {unknown[0]!r}",
                location=doc.location(("targets", index, "places")),
                expected="quoc-gia, the word provinces, or names of provinces and bodies",
            )
        found[row.id] = Target(
            row.id,
            row.indicator,
            row.bound,
            row.value,
            _slugs(tuple(told.values()), places),
            PROVINCES in row.places,
            row.since,
            row.until,
            row.act,
            row.issued,
        )
    return found


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
        short=row.short,
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
