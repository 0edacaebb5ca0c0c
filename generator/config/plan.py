"""Which inputs make which output files: the plan of a build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.catalogue import Catalogue, Place, Places
from generator.config.nearest import did_you_mean
from generator.config.periods import (
    NOTATION,
    PeriodSyntax,
    format_period,
    parse_asked,
    parse_period,
    resolve,
)
from generator.config.placeholders import fill
from generator.config.values import Format, ReportConfig, Scope
from generator.errors import ConfigErrors, Location, UsageError
from generator.model.period import Period


@dataclass(frozen=True, slots=True)
class ReportJob:
    """One document to make.

    ``name`` is the stem of its files; ``outputs`` maps a format ("docx") to the
    path of its file; ``config`` has its placeholders filled.
    """

    name: str
    config: ReportConfig
    places: tuple[Place, ...]
    periods: tuple[Period, ...]
    sources: tuple[Path, ...]
    outputs: Mapping[str, Path]


@dataclass(frozen=True, slots=True)
class BuildPlan:
    """All documents of a build in the order of their configs."""

    jobs: tuple[ReportJob, ...]
    output_dir: Path


@dataclass(frozen=True, slots=True)
class _Choice:
    """What the command line chooses from the configs; empty means all."""

    catalogue: Catalogue
    provinces: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()


def make_plan(
    configs: Iterable[ReportConfig],
    catalogue: Catalogue,
    *,
    provinces: Sequence[str] = (),
    periods: Sequence[str] = (),
    formats: Sequence[str] = (),
    output_dir: Path,
) -> BuildPlan:
    """Return what has to be made, and where.

    ``provinces`` and ``periods`` narrow every config to what it holds of them (a
    period also where a longer one of the config contains it); a config that holds
    none is left out, a name that no config holds is an error. Raises ConfigErrors
    for wrong names and for two documents with the same file.
    """
    all_configs = tuple(configs)
    choice = _Choice(catalogue, tuple(provinces), tuple(periods), tuple(formats))
    narrowed = [_narrowed(config, choice) for config in all_configs]
    _check_names(all_configs, choice)
    jobs = tuple(
        job
        for config in narrowed
        if config is not None
        for job in _jobs(config, output_dir, catalogue.places)
    )
    _check_outputs(jobs)
    if all_configs and not jobs:
        raise UsageError(
            "no report is left after --province and --period",
            hint="choose a province and a period that stand in the same config",
        )
    return BuildPlan(jobs, output_dir)


def _narrowed(config: ReportConfig, choice: _Choice) -> ReportConfig | None:
    """Return the config with what was chosen of it, None if nothing is left."""
    places, periods = config.places, config.periods
    if choice.provinces:
        wanted_slugs = {_slug(text, config, choice.catalogue) for text in choice.provinces}
        places = tuple(place for place in places if place.slug in wanted_slugs)
    if choice.periods:
        wanted = (_period(text, config) for text in choice.periods)
        held = (p for p in wanted if p and any(own.contains(p) for own in config.periods))
        periods = tuple(dict.fromkeys(held))
    formats = tuple(Format(name) for name in dict.fromkeys(choice.formats)) or config.formats
    if not places or not periods:
        return None
    return replace(config, places=places, periods=periods, formats=formats)


def _slug(text: str, config: ReportConfig, catalogue: Catalogue) -> str:
    """Return the slug of a place of the command line as a config has it, "" for none.

    A name means its area, whichever of two names (Huế) the config has it under.
    """
    place = catalogue.places.asked(text)
    if place is None:
        return ""
    days = (one.end for one in config.periods)
    return (place if text == place.slug else catalogue.places.at(place, days)).slug


def _period(text: str, config: ReportConfig) -> Period | None:
    """Return a period of the command line as seen from a config, None if wrong."""
    try:
        return resolve(parse_asked(text), config.letterhead.date, config.windows)
    except PeriodSyntax:
        return None


def _check_names(configs: tuple[ReportConfig, ...], choice: _Choice) -> None:
    """Raise the names of the command line that no config holds."""
    slugs = list(dict.fromkeys(place.slug for config in configs for place in config.places))
    province = _province_mistake(slugs, choice.catalogue)
    checks = ((choice.provinces, province), (choice.periods, _period_mistake))
    errors = []
    for texts, check in checks:
        errors += [error for text in texts if (error := check(text, configs))]
    if errors and configs:
        raise ConfigErrors(tuple(errors))


_Check = Callable[[str, tuple[ReportConfig, ...]], UsageError | None]


def _province_mistake(slugs: list[str], catalogue: Catalogue) -> _Check:
    """Return the check of one --province."""

    def check(text: str, configs: tuple[ReportConfig, ...]) -> UsageError | None:
        if any(_slug(text, config, catalogue) in slugs for config in configs):
            return None
        expected = "one of " + ", ".join(slugs)
        hint = did_you_mean(text, slugs)
        return UsageError(f"--province: {text!r} is in no config", expected=expected, hint=hint)

    return check


def _period_mistake(text: str, configs: tuple[ReportConfig, ...]) -> UsageError | None:
    """Return what is wrong with one --period, None if some config holds it."""
    try:
        parse_period(text)
    except PeriodSyntax as exc:
        return UsageError(f"--period: {exc}", expected=NOTATION, hint=exc.hint)
    for config in configs:
        wanted = _period(text, config)
        if wanted and any(own.contains(wanted) for own in config.periods):
            return None
    known = dict.fromkeys(format_period(own) for config in configs for own in config.periods)
    return UsageError(
        f"--period: {text!r} is in no config",
        expected="one of these, or a part of one: " + ", ".join(known),
    )


def _jobs(config: ReportConfig, output_dir: Path, table: Places) -> Iterator[ReportJob]:
    """Yield the documents of one config."""
    if config.scope is Scope.COMBINED:
        yield _job(config, config.name, config.places, output_dir)
        return
    for place in config.places:
        # the head names the body that issues the report, by its name of that day
        own = fill(config, table.named_on(place, config.letterhead.date))
        yield _job(own, f"{config.name}-{place.slug}", (place,), output_dir)


def _job(config: ReportConfig, name: str, places: tuple[Place, ...], output_dir: Path) -> ReportJob:
    outputs = {fmt.value: output_dir / f"{name}.{fmt.value}" for fmt in config.formats}
    return ReportJob(name, config, places, config.periods, config.sources, outputs)


def _check_outputs(jobs: Iterable[ReportJob]) -> None:
    """Raise the files that two documents would write; case does not tell them apart."""
    owners: dict[str, ReportJob] = {}
    errors: dict[str, UsageError] = {}
    for job in jobs:
        for path in job.outputs.values():
            owner = owners.setdefault(str(path).casefold(), job)
            if owner is not job:
                errors.setdefault(job.name, _same_output(path, owner, job))
    if errors:
        raise ConfigErrors(tuple(errors.values()))


def _same_output(path: Path, owner: ReportJob, job: ReportJob) -> UsageError:
    return UsageError(
        f"{path.name!r} would be written twice, from here and from {owner.config.file}",
        location=Location(job.config.file),
        expected="configs whose outputs have different names",
        hint="rename one of the two configs",
    )
