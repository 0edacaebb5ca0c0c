"""The whole way of the data: sources → facts → findings → report → files.

``gather`` goes from source files to everything known of them, ``make_report`` from
there to the bytes of one report, ``build`` does both for a plan and writes. No rule
of the trade stands here.
"""

from __future__ import annotations

import signal
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from generator.catalogue import Catalogue, Language, load_catalogue, load_language
from generator.checks import run_checks
from generator.composing import compose
from generator.config import BuildPlan, ReportJob, template_folders
from generator.config.root import SHARED_TEMPLATES
from generator.errors import RenderError, SoketError
from generator.extraction import extract, load_rules
from generator.extraction.statements import extract_statements, load_statement_rules
from generator.facts import FactBase
from generator.model.document import Document
from generator.model.fact import Fact
from generator.model.finding import Finding, Severity
from generator.model.source_text import SourceText
from generator.model.statement import Statement
from generator.outputs import (
    ManifestEntry,
    sha256,
    tree_hash,
    update_manifest,
    versions,
    write_files,
)
from generator.report import build_report
from generator.sources import read_sources

Progress = Callable[[int, int, str], None]

_ALONE = "--jobs 1 needs the least memory"


@dataclass(frozen=True, slots=True)
class Project:
    """The data files that one project folder works with."""

    root: Path
    catalogue: Catalogue
    language: Language
    templates: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything known from a set of sources; ``errors`` name what was unreadable."""

    sources: tuple[SourceText, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    statements: tuple[Statement, ...]
    errors: tuple[SoketError, ...]

    @property
    def base(self) -> FactBase:
        """Return the fact base; it is built here, since it cannot travel to a worker."""
        return FactBase.of(self.facts, self.sources)


@dataclass(frozen=True, slots=True)
class Report:
    """One finished report before it is written: bytes by format, what it lacked."""

    files: dict[str, bytes]
    findings: tuple[Finding, ...]
    missing: tuple[tuple[str, str], ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportResult:
    """What became of one job; ``files`` maps paths to the SHA-256 of their bytes.

    ``missing`` holds indicator and place of what was looked for and not found;
    ``trace`` is the stack of a defect of the program, else "".
    """

    name: str
    files: dict[Path, str]
    findings: tuple[Finding, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    errors: tuple[SoketError, ...] = ()
    trace: str = ""


def load_project(root: Path) -> Project:
    """Return the data files of a project folder. Raises UsageError, InputError."""
    place = root.absolute()
    return Project(place, load_catalogue(place), load_language(place), template_folders(place))


def gather(paths: Sequence[Path], project: Project) -> Evidence:
    """Read sources and find all that they say. Unreadable ones become errors."""
    texts, errors = read_sources(paths)
    sources = tuple(_from_root(one, project.root) for one in texts)
    rules = load_rules(project.root, project.catalogue)
    wordings = load_statement_rules(project.root)
    facts = [fact for one in sources for fact in extract(one, project.catalogue, rules).facts]
    statements = tuple(
        statement
        for one in sources
        for statement in extract_statements(one, project.catalogue, wordings)
    )
    base = FactBase.of(facts, sources)
    findings = tuple(run_checks(base, project.catalogue))
    return Evidence(sources, base.facts, findings, statements, errors)


def _from_root(source: SourceText, root: Path) -> SourceText:
    """Return a source whose path counts from the project folder, not from the machine's."""
    path = Path(source.info.path).absolute()
    short = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
    return replace(source, info=replace(source.info, path=short.as_posix()))


def make_report(job: ReportJob, evidence: Evidence, project: Project) -> Report:
    """Return the files of one report. Raises RenderError."""
    model = build_report(
        job,
        evidence.base,
        evidence.findings,
        evidence.statements,
        project.catalogue,
        project.language,
    )
    document = compose(model, job.config, project.catalogue, project.language, project.templates)
    files = {name: _render(document, name) for name in job.outputs}
    missing = tuple((indicator.id, place.slug) for indicator, place in model.missing)
    return Report(files, model.findings, missing, tuple(info.id for info in model.sources))


def build(
    plan: BuildPlan, *, jobs: int = 1, strict: bool = False, progress: Progress | None = None
) -> tuple[ReportResult, ...]:
    """Make and write all reports of a plan; a failing one does not stop the others.

    ``jobs`` counts worker processes and never changes a result. With ``strict``
    no report is written whose sources give a finding of severity error. Raises
    UsageError and InputError for the data files of a project.
    """
    tasks = _tasks(plan, strict=strict)
    results: list[ReportResult] = []
    entries: dict[str, ManifestEntry] = {}
    for task, made in zip(tasks, _attempts(tasks, jobs), strict=True):
        result, entry = _write(task, made, plan.output_dir)
        results.append(result)
        if entry is not None:
            entries[task.job.name] = entry
        if progress is not None:
            progress(len(results), len(tasks), task.job.name)
    update_manifest(plan.output_dir, entries)
    return tuple(results)


@dataclass(frozen=True, slots=True)
class _Task:
    """One job with its evidence; ``stop`` holds why it must not be made."""

    job: ReportJob
    evidence: Evidence
    stop: tuple[SoketError, ...]


@dataclass(frozen=True, slots=True)
class _Failure:
    """Why a report could not be made."""

    errors: tuple[SoketError, ...]
    trace: str = ""


def _tasks(plan: BuildPlan, *, strict: bool) -> tuple[_Task, ...]:
    """Return the jobs with their evidence; each set of sources is read once."""
    known: dict[tuple[Path, tuple[Path, ...]], Evidence] = {}
    tasks = []
    for job in plan.jobs:
        key = (job.config.root, job.sources)
        if key not in known:
            known[key] = gather(job.sources, load_project(job.config.root))
        evidence = known[key]
        stop = evidence.errors or (_strict_stop(evidence) if strict else ())
        tasks.append(_Task(job, evidence, stop))
    return tuple(tasks)


def _strict_stop(evidence: Evidence) -> tuple[SoketError, ...]:
    """Return the reason to stop where a finding is an error."""
    count = sum(finding.severity is Severity.ERROR for finding in evidence.findings)
    if not count:
        return ()
    message = f"the sources have {count} finding{'s' * (count > 1)} of severity error"
    return (SoketError(message, hint="'soket check' shows them; without --strict they are noted"),)


def _attempts(tasks: Sequence[_Task], jobs: int) -> Iterator[Report | _Failure]:
    """Yield what becomes of each task, in order, made by up to ``jobs`` processes."""
    workers = min(jobs, len(tasks))
    if workers <= 1:
        yield from map(_attempt, tasks)
        return
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_end_on_interrupt)
    try:
        for future in [pool.submit(_attempt, task) for task in tasks]:
            try:
                yield future.result()
            except BrokenProcessPool:
                yield _Failure((RenderError("a worker process was killed", hint=_ALONE),))
    finally:
        pool.shutdown(cancel_futures=True)


def _end_on_interrupt() -> None:
    """Let Ctrl-C end a worker at once and in silence; the main process explains."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _attempt(task: _Task) -> Report | _Failure:
    """Make one report; whatever goes wrong becomes a failure of this report only."""
    if task.stop:
        return _Failure(task.stop)
    try:
        return make_report(task.job, task.evidence, load_project(task.job.config.root))
    except SoketError as exc:
        return _Failure((exc,), traceback.format_exc())
    except Exception as exc:  # noqa: BLE001 a defect in one report must not stop the others
        error = RenderError(
            f"defect of soket: {type(exc).__name__}: {exc}", hint="--debug shows where it arose"
        )
        return _Failure((error,), traceback.format_exc())


def _write(
    task: _Task, made: Report | _Failure, folder: Path
) -> tuple[ReportResult, ManifestEntry | None]:
    """Write a finished report and describe it; a failure is only described."""
    job = task.job
    if isinstance(made, _Failure):
        return ReportResult(job.name, {}, errors=made.errors, trace=made.trace), None
    files = {job.outputs[name]: data for name, data in made.files.items()}
    try:
        write_files(files, folder)
        entry = _entry(task, made, files)
    except SoketError as exc:
        return ReportResult(job.name, {}, errors=(exc,)), None
    hashes = {path: sha256(data) for path, data in files.items()}
    return ReportResult(job.name, hashes, made.findings, made.missing), entry


def _entry(task: _Task, made: Report, files: Mapping[Path, bytes]) -> ManifestEntry:
    """Return what the manifest says of a report."""
    config = task.job.config
    texts = {one.info.id: one.text for one in task.evidence.sources}
    return ManifestEntry(
        config=sha256(Path(config.file).read_bytes()),
        template=tree_hash(_template_files(config.template, template_folders(config.root))),
        inputs={name: sha256(texts[name].encode()) for name in sorted(made.documents)},
        files={path.name: sha256(data) for path, data in files.items()},
        versions=versions(),
    )


def _template_files(name: str, folders: Sequence[Path]) -> dict[str, Path]:
    """Return the files of a template and of what templates share; the first folder wins."""
    found: dict[str, Path] = {}
    for folder in folders:
        for part in (name, SHARED_TEMPLATES):
            for path in sorted((folder / part).rglob("*")):
                if path.is_file():
                    found.setdefault(path.relative_to(folder).as_posix(), path)
    return found


def _render(document: Document, name: str) -> bytes:
    """Return the file of one format; its renderer is loaded only now."""
    data: bytes = import_module(f"generator.renderers.{name}").render(document)
    return data
