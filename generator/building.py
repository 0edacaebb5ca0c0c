"""A build: every job of a plan through the pipeline, side by side, then to its files."""

from __future__ import annotations

import signal
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from generator.config import BuildPlan, ReportJob, template_folders
from generator.config.drafts import left_open
from generator.config.root import SHARED_TEMPLATES
from generator.errors import InputError, Location, RenderError, SoketError
from generator.model.finding import Diagnostic, Finding, Severity
from generator.outputs import (
    ManifestEntry,
    sha256,
    tree_hash,
    update_manifest,
    versions,
    write_files,
)
from generator.pipeline import Evidence, Reading, Report, load_project, make_report, read
from generator.verify.judge import judge_bytes

Progress = Callable[[int, int, str], None]

_ALONE = "--jobs 1 needs the least memory"
_MOST_OBJECTIONS = 5  # to one file; the first of them shows what is wrong


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
    remarks: tuple[Diagnostic, ...] = ()
    trace: str = ""


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
    for task, made in zip(tasks, _attempts(tasks, jobs), strict=True):
        result, entry = _write(task, made, plan.output_dir)
        results.append(result)
        if entry is not None:  # at once, so that an interrupted build leaves no stale entry
            update_manifest(plan.output_dir, {task.job.name: entry})
        if progress is not None:
            progress(len(results), len(tasks), task.job.name)
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
    readings: dict[tuple[Path, tuple[Path, ...]], Reading] = {}
    known: dict[tuple[Path, tuple[Path, ...], date | None], Evidence] = {}
    tasks = []
    for job in plan.jobs:
        key, day = (job.config.root, job.sources), job.config.letterhead.given
        if key not in readings:
            readings[key] = read(job.sources, load_project(job.config.root))
        if (*key, day) not in known:
            known[*key, day] = readings[key].known_on(day)
        evidence = known[*key, day]
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
    try:
        pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_end_on_interrupt)
    except OSError:  # no shared memory for its locks: one after the other is slower, not wrong
        yield from map(_attempt, tasks)
        return
    try:
        for future in _submitted(pool, tasks):
            try:
                yield future.result()
            except BrokenProcessPool:
                yield _Failure((RenderError("a worker process was killed", hint=_ALONE),))
    finally:
        pool.shutdown(cancel_futures=True)


def _submitted(
    pool: ProcessPoolExecutor, tasks: Sequence[_Task]
) -> list[Future[Report | _Failure]]:
    """Start the workers with Ctrl-C ignored, so that none dies of it in its imports."""
    if threading.current_thread() is not threading.main_thread():
        return [pool.submit(_attempt, task) for task in tasks]
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return [pool.submit(_attempt, task) for task in tasks]
    finally:
        signal.signal(signal.SIGINT, before)


def _end_on_interrupt() -> None:
    """Let Ctrl-C end a worker at once and in silence; the main process explains."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _attempt(task: _Task) -> Report | _Failure:
    """Make one report; whatever goes wrong becomes a failure of this report only."""
    if task.stop:
        return _Failure(task.stop)
    try:
        made = make_report(task.job, task.evidence, load_project(task.job.config.root))
        unproved = _unproved(task.job, made)
        return _Failure(unproved) if unproved else made
    except SoketError as exc:
        return _Failure((exc,), traceback.format_exc())
    except Exception as exc:  # noqa: BLE001 a defect in one report must not stop the others
        error = RenderError(
            f"defect of soket: {type(exc).__name__}: {exc}", hint="--debug shows where it arose"
        )
        return _Failure((error,), traceback.format_exc())


def _unproved(job: ReportJob, made: Report) -> tuple[SoketError, ...]:
    """Return why finished files must not be published: the last step of every build."""
    names = {job.outputs[form].name: data for form, data in made.files.items()}
    try:
        found = judge_bytes(names)
    except InputError as exc:  # our own file, no input of the user's
        return (RenderError(f"a finished file cannot be proved: {exc}"),)
    return tuple(
        RenderError(
            f"{name} does not prove itself: {one.where}: {one.message} ({one.rule})",
            hint="nothing of this report was written; what was there before is as it was",
        )
        for name, objections in found.items()
        for one in objections[:_MOST_OBJECTIONS]
    )


def _write(
    task: _Task, made: Report | _Failure, folder: Path
) -> tuple[ReportResult, ManifestEntry | None]:
    """Write a finished report and describe it; a failure is only described."""
    job = task.job
    if isinstance(made, _Failure):
        return ReportResult(job.name, {}, errors=made.errors, trace=made.trace), None
    files = {job.outputs[name]: data for name, data in made.files.items()}
    try:
        entry = _entry(task, made, files)
        write_files(files, folder)
    except OSError as exc:
        gone = InputError(
            f"cannot be read any more: {exc.strerror}",
            location=Location(str(exc.filename)),
            hint="nothing of this report was written; put the file back and build again",
        )
        return ReportResult(job.name, {}, errors=(gone,)), None
    except SoketError as exc:
        return ReportResult(job.name, {}, errors=(exc,)), None
    hashes = {path: sha256(data) for path, data in files.items()}
    project = load_project(job.config.root)
    drafted = left_open(job.config, project.catalogue, project.language.usage)
    remarks = (*task.evidence.remarks, *drafted)
    return ReportResult(job.name, hashes, made.findings, made.missing, remarks=remarks), entry


def _entry(task: _Task, made: Report, files: Mapping[Path, bytes]) -> ManifestEntry:
    """Return what the manifest says of a report."""
    config = task.job.config
    texts = {one.info.id: one.text for one in task.evidence.sources}
    return ManifestEntry(
        config=sha256(Path(config.file).read_bytes()),
        template=tree_hash(_template_files(config.template, template_folders(config.root))),
        inputs={
            **{name: sha256(texts[name].encode()) for name in sorted(made.documents)},
            **{path.name: sha256(path.read_bytes()) for path in task.evidence.decided},
        },
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
