"""Reads ``config/rules`` into typed tables, with FILE:LINE:COLUMN for mistakes.

In: YAML files, shipped and of a project. Out: ``RuleSet``. The format is told at the
head of ``config/rules/indicators.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from generator import strict_yaml
from generator.catalogue import Catalogue, Kind
from generator.config.nearest import did_you_mean
from generator.errors import ConfigErrors, Location, UsageError
from generator.extraction.counted.quantities import Exclusion, Quantity
from generator.extraction.pattern import Pattern, PatternError, phrase, regex
from generator.extraction.pattern_set import PatternSet
from generator.extraction.reading import folded
from generator.paths import shipped_root
from generator.strict_yaml import KeyPath, YamlDocument
from generator.vi.text import slug

MAX_PHRASE = 1000
_OWN = ("indicators.yaml", "statements.yaml")  # what a project may bring in its config/rules
_LISTS = ("names", "others", "not_rated")
_SCALES = (1, 80, 100, 1000)  # on which the indices of provinces are told
_MACRO = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which texts tell an indicator.

    ``name`` is "indicator" or "indicator/2" for the second rule; kind, unit and the only level
    that has any of it are those of the catalogue, all other fields are explained at the head
    of the rules file.
    """

    name: str
    indicator: str
    kind: Kind
    unit: str
    nouns: PatternSet
    says: PatternSet
    about: PatternSet
    unless: PatternSet
    never: PatternSet
    part: PatternSet
    whole: PatternSet
    of: PatternSet
    weight: int
    order: int
    lowest: Decimal | None = None
    highest: Decimal | None = None
    span: str = ""
    for_all: frozenset[str] = frozenset()
    only_level: str = ""
    closes: bool = False
    of_units: bool = False
    of_tiers: bool = False
    of_country: bool = False
    of_provinces: bool = False

    def holds(self, quantity: Quantity) -> bool:
        """Tell whether a number lies in the range that the rule allows.

        The range of a score keeps its parts out, which are of smaller scales. One that names
        the scale of the index ("4,91/100", "104,2/100 điểm") is the index's: checks doubt it. No
        index is told on the scale of a part ("6,8/10 điểm").
        Nothing is counted by halves.
        """
        value = quantity.value
        if self.kind is Kind.COUNT and value != value.to_integral_value():
            return False
        if self.kind is Kind.SCORE and self.highest is not None and quantity.total == self.highest:
            return value > 0
        if self.kind is Kind.SCORE and quantity.total not in (None, *_SCALES):
            return False
        above = self.lowest is None or value >= self.lowest
        return above and (self.highest is None or value <= self.highest)


@dataclass(frozen=True, slots=True)
class Body:
    """A central body, or a branch of one: the place slug and level of its figures."""

    name: str
    place: str
    level: str | None


@dataclass(frozen=True, slots=True)
class PlaceRules:
    """Branches of central bodies (folded) and the phrases that tell whom a sentence is about.

    ``unknown`` are central bodies outside the catalogue, ``regions`` parts of the country
    that are no province, ``no_body`` what is none
    though it begins with "Bộ".
    """

    branches: Mapping[str, Body]
    unknown: PatternSet
    regions: PatternSet
    no_body: PatternSet
    nation: PatternSet
    nation_weak: PatternSet
    not_nation: PatternSet
    own: PatternSet
    not_place: PatternSet
    stage: PatternSet


@dataclass(frozen=True, slots=True)
class TargetRules:
    """Phrases of plans and demands, and phrases that end their reach."""

    cues: PatternSet
    release: PatternSet
    objects: PatternSet
    headings: PatternSet
    results: PatternSet


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All that extraction knows of the language of the trade.

    ``names`` are those of systems and offices, whose words tell of no figure;
    ``others`` are things counted that no indicator counts, ``not_rated`` those that no rate is
    of unless its rule says so; ``furniture`` opens a list of
    other pages.
    """

    rules: tuple[Rule, ...]
    nouns: PatternSet
    exclusions: tuple[Exclusion, ...]
    places: PlaceRules
    targets: TargetRules
    names: PatternSet
    others: PatternSet
    not_rated: PatternSet
    furniture: PatternSet


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _RuleRow(_Row):
    nouns: list[str] = []
    says: list[str] = []
    about: list[str] = []
    unless: list[str] = []
    never: list[str] = []
    part: list[str] = []
    whole: list[str] = []
    of: list[str] = []
    closes: bool = False
    of_units: bool = False
    of_tiers: bool = False
    of_country: bool = False
    of_provinces: bool = False
    weight: int = 10
    between: tuple[Decimal, Decimal] | None = None
    span: Literal["", "flow", "state"] = ""
    for_all: list[str] = []


class _IndicatorFile(_Row):
    words: dict[str, str] = {}
    names: list[str] = []
    others: list[str] = []
    not_rated: list[str] = []
    indicators: dict[str, list[_RuleRow]] = {}


class _ExclusionRow(_Row):
    name: str
    patterns: list[str]


class _ExclusionFile(_Row):
    exclusions: list[_ExclusionRow]
    furniture: list[str]


class _BranchRow(_Row):
    name: str
    body: str
    aliases: list[str] = []


class _PlaceFile(_Row):
    branches: list[_BranchRow]
    unknown: list[str]
    regions: list[str]
    no_body: list[str]
    nation: list[str]
    nation_weak: list[str]
    not_nation: list[str]
    own: list[str]
    not_place: list[str]
    stage: list[str]


class _TargetFile(_Row):
    cues: list[str]
    release: list[str]
    objects: list[str]
    headings: list[str]
    results: list[str] = []


FileT = TypeVar("FileT", bound=_Row)
_ROWS: dict[type[_Row], type[_Row]] = {
    _IndicatorFile: _RuleRow,
    _ExclusionFile: _ExclusionRow,
    _PlaceFile: _BranchRow,
}


def load_rules(root: Path | None, catalogue: Catalogue) -> RuleSet:
    """Read the shipped rules and a project's own ``config/rules/indicators.yaml``.

    A project's rules for an indicator replace the shipped ones of that indicator; its
    lists of names and of what else is counted are added to the shipped ones.
    Raises UsageError with the place of what is wrong (ConfigErrors for several),
    InputError for a file that cannot be read.
    """
    folder = shipped_root() / "config" / "rules"
    shipped = folder / "indicators.yaml"
    doc = strict_yaml.load(shipped, shipped=True)
    words, rules, lists = _indicator_rules(doc, {}, catalogue)
    exclusions = _validated(
        _ExclusionFile, strict_yaml.load(folder / "exclusions.yaml", shipped=True)
    )
    own = root / "config" / "rules" / "indicators.yaml" if root else shipped
    _refuse_words(own.parent, folder)
    if own.is_file() and own.resolve() != shipped.resolve():
        _, added, more = _indicator_rules(strict_yaml.load(own), words, catalogue)
        rules = {**rules, **added}
        lists = {key: _joined(lists[key], more[key]) for key in _LISTS}
    flat = tuple(rule for group in rules.values() for rule in group)
    nouns = {pattern.text: pattern for rule in flat for pattern in rule.nouns.patterns}
    return RuleSet(
        rules=flat,
        nouns=PatternSet(tuple(nouns.values())),
        exclusions=_exclusions(exclusions),
        places=_places(folder / "places.yaml"),
        targets=_targets(folder / "targets.yaml"),
        names=lists["names"],
        others=lists["others"],
        not_rated=lists["not_rated"],
        furniture=_plain_set(exclusions.furniture),
    )


def _refuse_words(own: Path, shipped: Path) -> None:
    """Raise UsageError for a file of a project that would stand there without any effect."""
    if own.resolve() == shipped.resolve():
        return
    for path in sorted(own.glob("*.yaml")):
        known = shipped / path.name
        same = path.name in _OWN or not known.is_file()
        if not same and path.read_bytes() != known.read_bytes():
            raise UsageError(
                "a project cannot bring this file of rules",
                location=Location(str(path)),
                expected="one of " + ", ".join(_OWN),
                hint=f"edit the shipped config/rules/{path.name}",
            )


def _indicator_rules(
    doc: YamlDocument, words: Mapping[str, str], catalogue: Catalogue
) -> tuple[dict[str, str], dict[str, list[Rule]], dict[str, PatternSet]]:
    """Return the macros, the rules and the lists of one file; ``words`` are known macros.

    The lists belong to no indicator, and come by their keys.
    """
    doc = _normal_form(doc)
    file = _validated(_IndicatorFile, doc)
    known = {**words, **file.words}
    found: dict[str, list[Rule]] = {}
    errors: list[UsageError] = []
    for indicator, rows in file.indicators.items():
        place: KeyPath = ("indicators", indicator)
        if indicator not in catalogue.indicators:
            errors.append(_unknown_indicator(doc, place, indicator))
            continue
        try:
            found[indicator] = [
                _rule(doc, (*place, index), row, indicator, index, catalogue, known)
                for index, row in enumerate(rows)
            ]
        except UsageError as exc:
            errors.append(exc)
    if errors:
        raise errors[0] if len(errors) == 1 else ConfigErrors(tuple(errors))
    lists = {key: _phrases(doc, (key,), getattr(file, key), known) for key in _LISTS}
    return known, found, lists


def _joined(one: PatternSet, other: PatternSet) -> PatternSet:
    return PatternSet((*one.patterns, *other.patterns))


def _unknown_indicator(doc: YamlDocument, place: KeyPath, name: str) -> UsageError:
    return UsageError(
        f"rules for the unknown indicator {name!r}",
        location=doc.location(place, key=True),
        expected="an id of the catalogue",
        hint="add a row for it to config/catalogue/indicators.yaml",
    )


def _normal_form(doc: YamlDocument) -> YamlDocument:
    """Let a single mapping stand for a list with one rule; its places move along."""
    value = doc.value
    indicators = value.get("indicators") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(indicators, dict):
        return doc
    single = {key for key, rows in indicators.items() if isinstance(rows, dict)}
    lists: dict[str, strict_yaml.Value] = {
        key: [rows] if key in single else rows for key, rows in indicators.items()
    }
    return YamlDocument(
        doc.file,
        {**value, "indicators": lists},
        {_moved(path, single): place for path, place in doc.places.items()},
        {_moved(path, single): place for path, place in doc.keys.items()},
    )


def _moved(path: KeyPath, single: set[str]) -> KeyPath:
    """Return the path of a part of a single mapping as part of a list."""
    inside = len(path) > 2 and path[0] == "indicators" and path[1] in single
    return (*path[:2], 0, *path[2:]) if inside else path


def _rule(
    doc: YamlDocument,
    place: KeyPath,
    row: _RuleRow,
    indicator: str,
    index: int,
    catalogue: Catalogue,
    words: Mapping[str, str],
) -> Rule:
    """Compile one row."""
    sets = {
        key: _phrases(doc, (*place, key), getattr(row, key), words)
        for key in ("nouns", "says", "about", "unless", "never", "part", "whole", "of")
    }
    if not row.nouns and not row.says:
        raise UsageError(
            "a rule without nouns and without says can never be told",
            location=doc.location(place),
            expected="nouns, says or both",
        )
    entry = catalogue.indicators[indicator]
    if entry.kind is not Kind.COUNT and not row.says:
        sets["says"] = sets["nouns"]  # what a share or score is of is its name, too
    name = indicator if index == 0 else f"{indicator}/{index + 1}"
    low, high = row.between or (None, None)
    return Rule(
        name,
        indicator,
        entry.kind,
        entry.unit,
        **sets,
        weight=row.weight,
        order=entry.order,
        lowest=low,
        highest=high,
        span=row.span,
        for_all=frozenset(row.for_all),
        only_level=entry.level,
        closes=row.closes,
        of_units=row.of_units,
        of_tiers=row.of_tiers,
        of_country=row.of_country,
        of_provinces=row.of_provinces,
    )


def _phrases(
    doc: YamlDocument, place: KeyPath, sources: list[str], words: Mapping[str, str]
) -> PatternSet:
    """Compile a list of phrases, macros filled in."""
    out: list[Pattern] = []
    for index, source in enumerate(sources):
        location = doc.location((*place, index))
        unknown = [name for name in _MACRO.findall(source) if name not in words]
        if unknown:
            raise UsageError(
                f"unknown word {{{unknown[0]}}}",
                location=location,
                expected="one of " + ", ".join(sorted(words)),
            )
        filled = _MACRO.sub(lambda match: words[match.group(1)], source)
        out.append(_compiled(filled, location))
    return PatternSet(tuple(out))


def _compiled(source: str, location: Location) -> Pattern:
    """Compile one phrase; a mistake is told with its place."""
    if len(source) > MAX_PHRASE:
        raise UsageError("the phrase is too long", location=location)
    try:
        return phrase(source)
    except PatternError as exc:
        raise UsageError(str(exc), location=location) from exc


def _exclusions(file: _ExclusionFile) -> tuple[Exclusion, ...]:
    rows = file.exclusions
    return tuple(Exclusion(row.name, tuple(map(regex, row.patterns))) for row in rows)


def _places(path: Path) -> PlaceRules:
    file = _validated(_PlaceFile, strict_yaml.load(path, shipped=True))
    return PlaceRules(
        branches=dict(_branches(file.branches)),
        unknown=_plain_set(file.unknown),
        regions=_plain_set(file.regions),
        no_body=_plain_set(file.no_body),
        nation=_plain_set(file.nation),
        nation_weak=_plain_set(file.nation_weak),
        not_nation=_plain_set(file.not_nation),
        own=_plain_set(file.own),
        not_place=_plain_set(file.not_place),
        stage=_plain_set(file.stage),
    )


def _branches(rows: Iterable[_BranchRow]) -> Iterable[tuple[str, Body]]:
    """Yield the branches by their folded names and aliases."""
    for row in rows:
        for name in (row.name, *row.aliases):
            yield folded(name), Body(row.name, slug(row.body), row.name)


def _targets(path: Path) -> TargetRules:
    file = _validated(_TargetFile, strict_yaml.load(path, shipped=True))
    return TargetRules(
        cues=_plain_set(file.cues),
        release=_plain_set(file.release),
        objects=_plain_set(file.objects),
        headings=_plain_set(file.headings),
        results=_plain_set(file.results),
    )


def _plain_set(sources: list[str]) -> PatternSet:
    return PatternSet(tuple(map(phrase, sources)))


def _validated(model: type[FileT], doc: YamlDocument) -> FileT:
    """Check a data file against its model; the first mistake is reported."""
    try:
        return model.model_validate(doc.value)
    except ValidationError as exc:
        first = exc.errors(include_url=False)[0]
        if first["type"] == "extra_forbidden":
            raise _unknown_key(model, doc, first["loc"]) from exc
        raise UsageError(first["msg"], location=doc.location(first["loc"])) from exc


def _unknown_key(model: type[_Row], doc: YamlDocument, path: KeyPath) -> UsageError:
    """Return the mistake of a key that no such file, or no row of it, has."""
    row = _ROWS.get(model, model) if len(path) > 1 else model
    name, known = str(path[-1]), list(row.model_fields)
    return UsageError(
        f"unknown key {name!r}",
        location=doc.location(path, key=True),
        expected="one of " + ", ".join(known),
        hint=did_you_mean(name, known),
    )
