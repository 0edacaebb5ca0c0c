"""Reads one report config and finds all its mistakes in one run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from generator import strict_yaml
from generator.catalogue import Catalogue, Place, Places, in_order
from generator.config.fields import Known
from generator.config.mistakes import cross_mistakes, schema_mistakes
from generator.config.nearest import did_you_mean
from generator.config.numbering import decreed
from generator.config.periods import format_period, resolve
from generator.config.reference import reference_mistake
from generator.config.root import project_root
from generator.config.schema import LetterheadKeys, ReportKeys
from generator.config.values import LetterheadConfig, ReportConfig, SignatureConfig
from generator.errors import ConfigErrors, InputError, InputErrors, UsageError
from generator.model.period import Period
from generator.strict_yaml import YamlDocument
from generator.vi.text import nfc


def load_report_config(
    path: Path,
    catalogue: Catalogue,
    templates: Sequence[str],
    *,
    root: Path | None = None,
    as_of: date | None = None,
) -> ReportConfig:
    """Return the checked config of one file.

    ``templates`` are the names that exist; ``root`` is the project folder, by
    default the one that ``project_root`` finds; ``as_of`` is the day of the report
    in place of that of the letterhead, as a periodic job gives it. Raises ConfigErrors with every
    mistake and its place, UsageError for a file that is no YAML, InputError for
    one that cannot be read, InputErrors for sources that are not there.
    """
    doc = strict_yaml.load(path)
    if doc.value is None:
        raise UsageError(
            "the config is empty",
            location=doc.location(),
            expected="the keys template, provinces or bodies, and periods",
            hint="'soket new DIR' makes a project with an example",
        )
    keys = _checked(doc, Known(catalogue, tuple(templates)), dated=as_of is not None)
    config = _typed(_Parts(doc, keys, catalogue, root or project_root(path), as_of))
    _raise(
        _alias_mistakes(doc, config, catalogue.places),
        _lifetime_mistakes(doc, config, catalogue.places),
        _period_mistakes(doc, config),
        _marked_mistakes(doc, config),
        reference_mistake(doc, config.reference_docx),
    )
    if missing := _missing_sources(doc, config):
        raise InputErrors(missing)
    return config


def _checked(doc: YamlDocument, known: Known, *, dated: bool) -> ReportKeys:
    """Return the validated keys, or raise all mistakes together."""
    keys = None
    found: list[UsageError] = []
    try:
        keys = ReportKeys.model_validate(doc.value, context=known)
    except ValidationError as exc:
        found = schema_mistakes(doc, exc)
    _raise(found, cross_mistakes(doc, dated=dated))
    if keys is None:
        raise UsageError("the config is wrong", location=doc.location())
    return keys


def _raise(*groups: Iterable[UsageError]) -> None:
    """Raise the mistakes of all groups in the order of their places, if any."""
    errors = [error for group in groups for error in group]
    errors.sort(key=lambda e: (e.location.line, e.location.column) if e.location else (0, 0))
    if errors:
        raise ConfigErrors(tuple(errors))


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a typed config is made of."""

    doc: YamlDocument
    keys: ReportKeys
    catalogue: Catalogue
    root: Path
    as_of: date | None


def _typed(parts: _Parts) -> ReportConfig:
    """Return the frozen config of checked keys."""
    keys = parts.keys
    letterhead = _letterhead(keys, parts.as_of)
    periods = tuple(resolve(one, letterhead.date, keys.windows) for one in keys.periods)
    return ReportConfig(
        file=parts.doc.file,
        name=Path(parts.doc.file).stem,
        root=parts.root,
        template=keys.template,
        scope=keys.scope,
        places=_places(parts, periods),
        nation=keys.nation,
        periods=periods,
        compare=tuple(keys.compare),
        compare_asked="compare" in keys.model_fields_set and bool(keys.compare),
        sources=tuple(parts.root / source for source in keys.sources),
        letterhead=letterhead,
        signature=SignatureConfig(**dict(keys.signature)),
        addressees=tuple(keys.addressees),
        recipients=tuple(keys.recipients),
        title=keys.title,
        subject=keys.subject,
        contents=keys.contents,
        formats=tuple(keys.formats),
        windows=keys.windows,
        index=keys.index,
        marked=_listed_places(parts, "marked", periods),
        reference_docx=parts.root / keys.reference_docx if keys.reference_docx else None,
    )


def _letterhead(keys: ReportKeys, as_of: date | None) -> LetterheadConfig:
    """Return the letterhead; without a date it has the last day of all periods."""
    head: LetterheadKeys = keys.letterhead
    ends = [period.end for period in keys.periods if isinstance(period, Period)]
    given = as_of or head.date
    return LetterheadConfig(
        head.superior,
        head.issuer,
        decreed(head.number),
        head.place,
        given or max(ends),
        head.name,
        dated=given is not None,
    )


def _places(parts: _Parts, periods: tuple[Period, ...]) -> tuple[Place, ...]:
    """Return the chosen places: central bodies first, each kind in alphabet order.

    "all" means those that exist on the last day of the periods.
    """
    table, keys = parts.catalogue.places, parts.keys
    last = max(period.end for period in periods)
    chosen: list[Place] = []
    for key, listed, every in (
        ("bodies", keys.bodies, table.central(last)),
        ("provinces", keys.provinces, table.provinces(last)),
    ):
        if listed is not None:  # the list of "all" is empty
            chosen += _listed_places(parts, key, periods) or every
    return in_order(chosen)


def _listed_places(parts: _Parts, key: str, periods: tuple[Period, ...]) -> tuple[Place, ...]:
    """Return the places that a list of the config names, in its order."""
    rows = _listed(parts.doc, key, parts.catalogue.places, _days(periods))
    return tuple(place for _, _, place in rows)


def _listed(
    doc: YamlDocument, key: str, table: Places, days: frozenset[date]
) -> list[tuple[int, str, Place]]:
    """Return the items of a checked list of places: where each stands, its text, its place.

    A slug is one name of a place; any other spelling means its area, under the name that it
    bears on the ``days`` of the report.
    """
    texts = doc.value.get(key) if isinstance(doc.value, dict) else None
    found = []
    for at, text in enumerate(texts if isinstance(texts, list) else ()):
        told = nfc(str(text).strip())
        place = table.asked(told)
        if place is not None:
            found.append((at, told, place if told == place.slug else table.at(place, days)))
    return found


def _days(periods: Iterable[Period]) -> frozenset[date]:
    """Return the first and the last days of periods."""
    return frozenset(day for one in periods for day in (one.start or one.end, one.end))


def _alias_mistakes(doc: YamlDocument, config: ReportConfig, table: Places) -> list[UsageError]:
    """Return a mistake for each place that stands twice in a list under two of its names."""
    return [
        UsageError(
            f"{text!r} stands twice in {key!r}: it is {place.slug!r}",
            location=doc.location((key, at)),
            hint="take one of the two out",
        )
        for key in ("provinces", "bodies", "marked")
        for rows in (_listed(doc, key, table, _days(config.periods)),)
        for at, text, place in rows
        if place in [earlier for _, _, earlier in rows[:at]]
    ]


def _lifetime_mistakes(doc: YamlDocument, config: ReportConfig, table: Places) -> list[UsageError]:
    """Return a mistake for each province or body that exists in none of the periods."""
    days = _days(config.periods)
    return [
        _lifetime_mistake(doc, (key, at), place, table)
        for key in ("provinces", "bodies")
        for at, _, place in _listed(doc, key, table, days)
        if not any(table.exists(place, day) for day in days)
    ]


def _lifetime_mistake(
    doc: YamlDocument, path: tuple[str, int], place: Place, table: Places
) -> UsageError:
    """Return the mistake of a place that the periods do not meet."""
    word = "body" if place.is_body else "province"
    return UsageError(
        f"the {word} {place.slug!r} does not exist in the periods of this config",
        location=doc.location(path),
        expected=f"a {word} of the time that the report covers",
        hint=_other_life(place, table),
    )


def _other_life(place: Place, table: Places) -> str:
    """Say under which name the area of a province went on, or stood before its own time."""
    heir = place.merged_into or place.renamed_to
    if heir:
        return f"it went on as {heir!r} ({place.until or table.merger_date})"
    before = (one.slug for one in table if one.renamed_to == place.slug)
    old = next(before, None)
    told = f"it exists from {place.since}"
    return f"{told}; write {old!r}, its name until then" if old else told


def _period_mistakes(doc: YamlDocument, config: ReportConfig) -> list[UsageError]:
    """Return a mistake for each period that another one already means."""
    return [
        UsageError(
            f"the period {format_period(period)} stands twice",
            location=doc.location(("periods", index)),
            hint="take one of the two out",
        )
        for index, period in enumerate(config.periods)
        if period in config.periods[:index]
    ]


def _marked_mistakes(doc: YamlDocument, config: ReportConfig) -> list[UsageError]:
    """Return a mistake for each marked place that the report does not cover."""
    words = {False: ("province", "provinces"), True: ("body", "bodies")}
    return [
        UsageError(
            f"the marked {one} {place.slug!r} is none of the {many} of this config",
            location=doc.location(("marked", index)),
            expected=f"a {one} that '{many}' names",
        )
        for index, place in enumerate(config.marked)
        for one, many in (words[place.is_body],)
        if place not in config.places
    ]


def _missing_sources(doc: YamlDocument, config: ReportConfig) -> tuple[InputError, ...]:
    """Return an error for each source that is neither a file nor a folder."""
    return tuple(
        InputError(
            f"the source {source.relative_to(config.root).as_posix()!r} is not there"
            if source.is_relative_to(config.root)
            else f"the source {str(source)!r} is not there",
            location=doc.location(("sources", index)),
            expected="a file or folder, its path relative to the project folder",
            hint=_source_hint(source),
        )
        for index, source in enumerate(config.sources)
        if not _is_there(source)
    )


def _is_there(path: Path) -> bool:
    """Tell whether a path exists; one that the system cannot even look up does not."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _source_hint(source: Path) -> str:
    """Return the nearest name that stands where a source was looked for."""
    folder = source.parent
    names = [entry.name for entry in folder.iterdir()] if folder.is_dir() else []
    return did_you_mean(source.name, sorted(names)) or "make it, or correct the path"
