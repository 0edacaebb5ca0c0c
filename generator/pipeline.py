"""The whole way of the data on one screen: sources → facts → findings → report → files.

``read`` and ``gather`` go from source files to everything known of them, ``make_report`` from
there to the bytes of one report; ``generator.building`` does both for a plan and
writes. No rule of the trade stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Protocol

from generator.catalogue import Catalogue, Language, load_catalogue, load_language
from generator.checks import run_checks
from generator.composing import composer
from generator.config import ReportJob, template_folders
from generator.errors import RenderError, SoketError
from generator.extraction import load_rules
from generator.extraction.statements import extract_statements, load_statement_rules
from generator.extraction.tables.sheets import extract_any, load_mappings
from generator.facts import FactBase
from generator.facts.lineage import with_part
from generator.model.document import Document
from generator.model.fact import Fact
from generator.model.finding import Diagnostic, Finding, Severity
from generator.model.source_text import SourceText
from generator.model.statement import Statement
from generator.report import ReportModel, build_report
from generator.review import Reviewed, apply_reviews, read_reviews
from generator.sources import SourceTable, read_sources, unlisted
from generator.verify.conventions import own_ways

_FEW = range(2, 5)  # things given up that are tried twice
_PAGED = ("docx", "pdf")  # the one that is reckoned soonest first


@dataclass(frozen=True, slots=True)
class Project:
    """The data files that one project folder works with."""

    root: Path
    catalogue: Catalogue
    language: Language
    templates: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything known from a set of sources.

    ``errors`` name what was unreadable, ``remarks`` rows of tables that gave nothing
    and decisions that wait; ``reviewed`` are the ids of facts that a review file names,
    ``homes`` the folders where the sources were read, by their ids, ``decided`` the
    review files that took part.
    """

    sources: tuple[SourceText, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    statements: tuple[Statement, ...]
    errors: tuple[SoketError, ...]
    remarks: tuple[Diagnostic, ...] = ()
    reviewed: frozenset[str] = frozenset()
    homes: Mapping[str, Path] = field(default_factory=dict)
    decided: tuple[Path, ...] = ()

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


class Layout(Protocol):
    """A document laid out by a renderer: its pages, and its file without more layout."""

    @property
    def pages(self) -> int:
        """How many pages it has."""

    def file(self) -> bytes:
        """Return its bytes."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The block tree of a report; where its pages count, what they were counted in, by format."""

    document: Document
    layouts: Mapping[str, Layout] = field(default_factory=dict)

    @property
    def fits(self) -> bool:
        """Tell whether it keeps to its pages in every format that has any."""
        return all(one.pages <= self.document.most_pages for one in self.layouts.values())


def load_project(root: Path) -> Project:
    """Return the data files of a project folder. Raises UsageError, InputError."""
    place = root.absolute()
    return Project(place, load_catalogue(place), load_language(place), template_folders(place))


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a set of sources says, before it is asked what was known on a day."""

    project: Project
    sources: tuple[SourceText, ...]
    reviewed: Reviewed
    findings: tuple[Finding, ...]
    statements: tuple[Statement, ...]
    errors: tuple[SoketError, ...]
    remarks: tuple[Diagnostic, ...]
    homes: Mapping[str, Path]
    decided: tuple[Path, ...]

    def known_on(self, day: date | None) -> Evidence:
        """Return what was known on a day, everything for None.

        A report does not tell what was published after its own date: sources of a
        later day are left out whole, and named. Nor does it tell what was decided later:
        such a decision is an error.
        """
        late = _published_after(self.sources, day)
        sources = tuple(one for one in self.sources if one.info.id not in late)
        timely = (fact for fact in self.reviewed.facts if fact.source.doc not in late)
        excluded = tuple(one for one in self.reviewed.excluded if one.source.doc not in late)
        base = FactBase.of(timely, sources)
        said = tuple(one for one in self.statements if one.source.doc not in late)
        words = (one.source for one in said)
        known = (base, self.project.catalogue, excluded, words)
        checked = run_checks(*known, self.reviewed.left_out)
        return Evidence(
            sources,
            base.facts,
            (*_still_true(self.findings, base), *checked),
            said,
            (*self.errors, *self.decided_after(day)),
            (*late.values(), *self.remarks),
            self.reviewed.named,
            self.homes,
            self.decided,
        )

    def decided_after(
        self, day: date | None, paths: Sequence[Path] | None = None
    ) -> tuple[SoketError, ...]:
        """Return an error for each decision of a later day on a source that is used on a day.

        ``paths`` are the files and folders that a report reads, all for None.
        """
        if day is None:
            return ()
        docs = {one.info.id for one in self.sources} - _published_after(self.sources, day).keys()
        if paths is not None:
            docs &= self._below(paths)
        return self.reviewed.decided_after(day, docs)

    def _below(self, paths: Sequence[Path]) -> set[str]:
        """Return the ids of the sources that are some files, or lie below some folders."""
        tops = {one.resolve() for one in paths}
        files = {
            one.info.id: (self.homes[one.info.id] / Path(one.info.path).name).resolve()
            for one in self.sources
        }
        return {name for name, file in files.items() if tops & {file, *file.parents}}


def _published_after(sources: Iterable[SourceText], day: date | None) -> dict[str, Diagnostic]:
    """Return the sources that were published after a day, with a remark on each."""
    return {
        one.info.id: Diagnostic(
            Severity.NOTE,
            f"not used: published {one.info.published}, after the date of the report, {day}",
            one.info.path or one.info.id,
        )
        for one in sources
        if day is not None and one.info.published is not None and one.info.published > day
    }


def read(paths: Sequence[Path], project: Project) -> Reading:
    """Read sources and find all that they say. Unreadable ones become errors."""
    texts, errors = read_sources(paths)
    sources = tuple(_from_root(one, project.root) for one in texts)
    rules = load_rules(project.root, project.catalogue)
    mappings = load_mappings(project.root, project.catalogue)
    wordings = load_statement_rules(project.root)
    found = [extract_any(one, project.catalogue, rules, mappings) for one in sources]
    statements = tuple(
        statement
        for one in sources
        if not isinstance(one, SourceTable)
        for statement in extract_statements(one, project.catalogue, wordings)
    )
    reviews = read_reviews(paths, texts, project.catalogue)
    reviewed = apply_reviews(
        (fact for one in found for fact in one.facts),
        sources,
        reviews,
        project.catalogue,
        rules,
    )
    remarks = tuple(remark for one in found for remark in one.diagnostics)
    return Reading(
        project,
        sources,
        reviewed,
        tuple(finding for one in found for finding in one.findings),
        statements,
        (*errors, *reviewed.errors),
        (*unlisted(texts), *remarks, *reviewed.remarks),
        {one.info.id: Path(one.info.path).parent for one in texts},
        tuple(Path(one.file) for one in reviews),
    )


def gather(paths: Sequence[Path], project: Project) -> Evidence:
    """Return all that sources say, whenever they were published."""
    return read(paths, project).known_on(None)


def _still_true(findings: Iterable[Finding], base: FactBase) -> tuple[Finding, ...]:
    """Return the findings whose facts nobody corrected or took out."""
    known = {fact.id for fact in base.facts}
    return tuple(one for one in findings if known.issuperset(fact.id for fact in one.facts))


def _from_root(source: SourceText, root: Path) -> SourceText:
    """Return a source whose path counts from the project folder, not from the machine's."""
    path = Path(source.info.path).absolute()
    short = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
    return replace(source, info=replace(source.info, path=short.as_posix()))


def composed(job: ReportJob, evidence: Evidence, project: Project) -> tuple[ReportModel, Draft]:
    """Return what a report tells, and the block tree that says it."""
    model = build_report(
        job,
        evidence.base,
        evidence.findings,
        evidence.statements,
        project.catalogue,
        project.language,
    )
    given = (job.config, project.catalogue, project.language, project.templates)
    write = composer(model, *given)
    look = _reference(job.config.reference_docx)

    def written(given_up: Sequence[int]) -> Draft:
        return _draft(replace(write(given_up), reference=look))

    made = _fitted(written)
    return model, _own(made, job)


def _own(made: Draft, job: ReportJob) -> Draft:
    """Return a report that says what its template does otherwise than is usual."""
    ways = own_ways(made.document.lineage, job.name)
    if not ways:
        return made
    told = with_part(made.document.lineage, "own_ways", ways)
    return _draft(replace(made.document, lineage=told))


def _draft(document: Document) -> Draft:
    """Return a document laid out as far as it takes to see whether it fits its pages.

    Whether it is built as PDF, as DOCX or as neither, it is to fit in both.
    """
    layouts: dict[str, Layout] = {}
    for name in _PAGED if document.most_pages else ():
        layouts[name] = import_module(f"generator.renderers.{name}").lay_out(document)
        if layouts[name].pages > document.most_pages:
            break
    return Draft(document, layouts)


def _fitted(written: Callable[[Sequence[int]], Draft]) -> Draft:
    """Return a document with as little given up as its pages ask for.

    As many as it takes are given up in their order; of those, what fits all the same comes back,
    the last first. The first alone is tried before: the word that others are left out takes a
    line of its own. Where few are left each is tried once more, since a word on one kind of them
    may have taken the line that another needs.
    """
    made = written(())
    if made.fits:
        return made
    fewest, most = 1, made.document.spare
    if most and (tried := written(range(1))).fits:
        return tried
    while fewest < most:
        middle = (fewest + most) // 2
        fewest, most = (fewest, middle) if written(range(middle)).fits else (middle + 1, most)
    given_up, made = _brought_back(written, range(most), written(range(most)))
    return _brought_back(written, given_up, made)[1] if len(given_up) in _FEW else made


def _brought_back(
    written: Callable[[Sequence[int]], Draft], given_up: Sequence[int], made: Draft
) -> tuple[list[int], Draft]:
    """Return what is given up still, and the document, where what fits came back."""
    left = list(given_up)
    for at in reversed(left[:-1]):
        fewer = [one for one in left if one != at]
        if (tried := written(fewer)).fits:
            left, made = fewer, tried
    return left, made


def make_report(job: ReportJob, evidence: Evidence, project: Project) -> Report:
    """Return the files of one report. Raises RenderError."""
    model, draft = composed(job, evidence, project)
    files = {name: _render(draft, name) for name in job.outputs}
    missing = tuple((indicator.id, place.slug) for indicator, place in model.missing)
    return Report(files, model.findings, missing, tuple(info.id for info in model.sources))


def _reference(path: Path | None) -> bytes:
    """Return the office's own .docx. Raises RenderError where it cannot be read."""
    try:
        return path.read_bytes() if path else b""
    except OSError as error:
        raise RenderError(f"the reference file cannot be read: {error.strerror}") from error


def _render(draft: Draft, name: str) -> bytes:
    """Return the file of one format; its renderer is loaded only now."""
    if name in draft.layouts:
        return draft.layouts[name].file()
    data: bytes = import_module(f"generator.renderers.{name}").render(draft.document)
    return data
