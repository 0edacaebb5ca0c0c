"""Finished files against the project that they are said to be of: its sources, its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.projects import load_config
from generator.errors import InputErrors, SoketError
from generator.model.period import Period

if TYPE_CHECKING:
    from generator.config import ReportConfig, ReportJob
    from generator.verify.lineage import Lineage
    from generator.verify.objection import Objection

_WHERE = "lineage"


@dataclass(frozen=True, slots=True)
class _About:
    """What a finished file says that it is."""

    template: str
    day: date
    places: tuple[str, ...]
    periods: tuple[Period, ...]

    @classmethod
    def of(cls, lineage: Lineage) -> _About:
        """Read it. Raises KeyError, TypeError and ValueError where the file does not say it."""
        told = lineage.report
        spans = ((date.fromisoformat(end), start) for start, end in told["periods"])
        periods = (
            Period(end, date.fromisoformat(start) if start else None) for end, start in spans
        )
        day = date.fromisoformat(told["date"])
        return cls(str(told["template"]), day, tuple(told["places"]), tuple(periods))


def by_project(files: Mapping[Path, Lineage], place: Path) -> dict[Path, tuple[Objection, ...]]:
    """Return the objections to finished files by their project.

    ``place`` is its folder, or the one config that makes the files. Their facts are held
    against the sources, and the whole report against what is composed from them today.
    Raises ConfigErrors, UsageError and InputErrors for what cannot be read there.
    """
    known: dict[str, tuple[Objection, ...]] = {}
    for lineage in files.values():
        if lineage.digest not in known:
            found = _by_sources(lineage, place)
            known[lineage.digest] = found or _by_words(lineage, place)
    return {path: known[lineage.digest] for path, lineage in files.items()}


def _by_sources(lineage: Lineage, place: Path) -> tuple[Objection, ...]:
    """Return the objections to the facts of a file by its sources."""
    from generator.config import project_root
    from generator.pipeline import gather, load_project
    from generator.verify.sourcing import Sources, source_objections

    root = (place if place.is_dir() else project_root(place)).absolute()
    named = (root / str(one["path"]) for one in lineage.documents if one.get("path"))
    evidence = gather([one for one in named if one.is_file()], load_project(root))
    if evidence.errors:
        raise InputErrors(evidence.errors)
    sources = Sources.of(evidence.sources, evidence.facts, evidence.statements)
    return tuple(source_objections(lineage, sources))


def _by_words(lineage: Lineage, place: Path) -> tuple[Objection, ...]:
    """Return the objections to all that a file prints; of several configs the nearest counts."""
    from generator.verify.objection import Objection
    from generator.verify.rewriting import AGAIN, rewriting_objections

    try:
        about = _About.of(lineage)
    except (KeyError, TypeError, ValueError):
        return (Objection(AGAIN, "the file does not say what it is a report on", _WHERE),)
    found: list[tuple[Objection, ...]] = []
    for job in _jobs(about, place):
        found.append(rewriting_objections(lineage, _composed(job)))
        if not found[-1]:
            return ()
    message = f"no config of the project makes a {about.template} of {about.day} on its places"
    none = Objection(AGAIN, f"{message} and periods; --project also takes a config", _WHERE)
    return min(found, key=len, default=(none,))


def _composed(job: ReportJob) -> Lineage:
    """Return the lineage of a report that is composed from its sources anew."""
    from generator.pipeline import composed, load_project, read
    from generator.verify.lineage import Lineage

    project = load_project(job.config.root)
    evidence = read(job.sources, project).known_on(job.config.letterhead.given)
    if evidence.errors:
        raise InputErrors(evidence.errors)
    _, draft = composed(job, evidence, project)
    return Lineage.parse(draft.document.lineage, job.config.file)


def _jobs(about: _About, place: Path) -> Iterator[ReportJob]:
    """Yield the reports of a project that may be a file.

    As they stand in its configs, then with the day that a build was given in place of theirs.
    Raises what is wrong with a config where no other makes such a report.
    """
    from generator.config.root import default_configs

    mistakes: list[SoketError] = []
    found = False
    for day in (None, about.day):
        for path in default_configs(place) if place.is_dir() else (place,):
            try:
                config = load_config(path, day)
            except SoketError as exc:  # it may be none of the file's
                mistakes.append(exc)
                continue
            for job in _made_of(config, about):
                found = True
                yield job
        if found:
            return
    if mistakes:
        raise mistakes[0]


def _made_of(config: ReportConfig, about: _About) -> tuple[ReportJob, ...]:
    """Return the reports of a config that are on what a file is on.

    As it stands, or narrowed to its places and periods as the options of a build narrow it.
    """
    from generator.catalogue import load_catalogue
    from generator.config import make_plan
    from generator.config.periods import format_period

    if (config.template, config.letterhead.date) != (about.template, about.day):
        return ()
    periods = tuple(map(format_period, about.periods))
    catalogue = load_catalogue(config.root.absolute())
    for places, spans in (((), ()), (about.places, periods)):
        try:
            plan = make_plan(
                (config,), catalogue, provinces=places, periods=spans, output_dir=Path()
            )
        except SoketError:  # it holds none of them
            continue
        if found := tuple(job for job in plan.jobs if _is_on(job, about)):
            return found
    return ()


def _is_on(job: ReportJob, about: _About) -> bool:
    """Tell whether a report is on the places and periods of a file."""
    places = {one.slug for one in job.places}
    return places == set(about.places) and job.periods == about.periods
