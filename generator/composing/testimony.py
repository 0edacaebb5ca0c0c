"""What a report says of itself inside its files: what it prints, of whom, from which words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.catalogue import Catalogue, Language, rates_of
from generator.catalogue.targets import Target
from generator.config.values import ReportConfig
from generator.facts.lineage import review_record
from generator.facts.records import Record, plain
from generator.facts.transcript import transcript
from generator.model.document import Block
from generator.model.fact import Fact, Source
from generator.model.figure import Figure
from generator.model.finding import Finding
from generator.model.period import Period
from generator.model.source_text import SourceInfo
from generator.model.statement import Statement
from generator.report.model import ReportModel

_LONG = 5  # syllables of a wording that a sentence of a source may share


def testimony(
    model: ReportModel,
    config: ReportConfig,
    catalogue: Catalogue,
    language: Language,
    blocks: Sequence[Block],
    figures: Iterable[Figure],
    forms: Callable[[Statement], Sequence[str]],
) -> Record:
    """Return what a judge of the finished file needs beside facts and figures.

    Keys: ``report`` (template, dates, periods), ``places`` (names by slug),
    ``indicators`` (label, unit, kind by id), ``locations`` (page or paragraph) and
    ``sentences`` by fact id, ``documents`` (the list of sources in its order),
    ``words`` of the wording that have digits ("mức độ 4") or that sources may have, too
    (names of themes, long names of indicators), ``targets`` of law,
    ``statements`` and ``findings`` that are told, ``readings`` (words of sources that are
    read as a day), ``printed`` (the transcript). ``forms`` gives those in which a
    statement may be printed.
    """
    rows = model.appendix
    heard = (*(row.fact for row in rows), *(fact for one in model.findings for fact in one.facts))
    facts = (*(row.fact for row in rows), *(fact for one in figures for fact in one.inputs))
    return {
        "report": _report(model, config),
        "places": {slug: _names(slug, catalogue) for slug in _unique(facts, "place")},
        "indicators": {name: _indicator(name, catalogue) for name in _measured(facts, catalogue)},
        "locations": {row.fact.id: row.location for row in rows},
        "sentences": {fact.id: told for fact in heard if (told := _sentence(fact))},
        "documents": [_document(info) for info in model.sources],
        "words": sorted(_words(_unique(facts, "indicator"), catalogue, language)),
        "targets": [_target(one) for one in catalogue.targets],
        "statements": [_statement(one, forms(one), model.located) for one in _statements(model)],
        "findings": [_finding(one, model.located) for one in model.findings],
        "readings": [{"doc": one.doc, "quote": one.words} for one in model.remarks.readings],
        "printed": transcript(blocks),
    }


def _unique(facts: Iterable[Fact], name: str) -> tuple[str, ...]:
    """Return the values of one attribute of facts, each once, in order."""
    return tuple(dict.fromkeys(getattr(fact, name) for fact in facts))


def _measured(facts: Iterable[Fact], catalogue: Catalogue) -> tuple[str, ...]:
    """Return the indicators of facts, then the rates that their counts give."""
    own = _unique(facts, "indicator")
    given = (rate for rate, (part, _) in rates_of(catalogue.indicators).items() if part in own)
    return tuple(dict.fromkeys((*own, *given)))


def _report(model: ReportModel, config: ReportConfig) -> Record:
    """Return what the report is and when; ``lacking`` are times that it names to have none of."""
    lacking = [_days(one.earlier) for one in model.measured.lacking_times]
    return {
        "template": config.template,
        "date": config.letterhead.date.isoformat(),
        "cut_off": model.scope.cut_off.isoformat(),
        "last_day": model.last_day.isoformat(),
        "periods": [_days(period) for period in model.scope.periods],
        "places": [place.slug for place in model.scope.places],
        **({"lacking": lacking} if lacking else {}),
        **({"subject": config.subject} if config.subject else {}),
    }


def _days(period: Period) -> list[str | None]:
    """Return start and end as ISO dates."""
    return list(period.iso())


def _names(slug: str, catalogue: Catalogue) -> list[str]:
    """Return the names of a place, the usual one first; a slug where it has none."""
    place = catalogue.places.get(slug)
    return [place.name, *place.aliases] if place else [slug]


def _indicator(name: str, catalogue: Catalogue) -> Record:
    """Return label, unit and kind of an indicator, of a rate of two counts which those are."""
    row = catalogue.indicators[name]
    known: Record = {"label": row.label, "unit": row.unit, "kind": row.kind.value}
    return {**known, "rate_of": list(row.rate_of)} if row.rate_of else known


def _sentence(fact: Fact) -> str:
    """Return the sentence around the number of a fact as the source has it, "" without one."""
    was = fact.review.was if fact.review else None
    printed = fact.printed or (was.printed if was else "")
    return f"{fact.before}{printed}{fact.after}".strip() if printed else ""


def _document(info: SourceInfo) -> Record:
    """Return what the list of sources says of one."""
    return {
        "id": info.id,
        "title": info.title,
        "publisher": info.publisher,
        "occasion": info.occasion,
        "basis": info.basis,
        "published": info.published.isoformat() if info.published else None,
        "path": info.path,
    }


def _words(indicators: Iterable[str], catalogue: Catalogue, language: Language) -> set[str]:
    """Return the wordings of indicators that are long or have a digit, the names of themes."""
    phrases = (language.phrases[name] for name in indicators if name in language.phrases)
    texts = (text for phrase in phrases for text in _strings(phrase.model_dump(mode="json")))
    own = {text for text in texts if len(text.split()) >= _LONG or any(map(str.isdigit, text))}
    return own | {group.label for group in catalogue.groups.values()}


def _strings(value: object) -> Iterator[str]:
    """Yield the texts in a tree of plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for one in value.values() for text in _strings(one))
    elif isinstance(value, Sequence):
        yield from (text for one in value for text in _strings(one))


def _target(one: Target) -> Record:
    """Return a target of law or plan with the act that sets it."""
    return {
        "id": one.id,
        "indicator": one.indicator,
        "value": plain(one.value),
        "bound": one.bound.value,
        "act": one.act,
        "since": one.since.isoformat(),
        "until": one.until.isoformat(),
    }


def _statements(model: ReportModel) -> Iterable[Statement]:
    """Return the statements that a template may quote, each once."""
    groups = (*model.limits, *model.causes, *model.tasks, *model.achievements, *model.models)
    found = (statement for group in groups for statement in group.statements)
    return dict.fromkeys((*found, *model.deadlines, *model.refuted))


def _statement(
    one: Statement, forms: Sequence[str], located: Mapping[tuple[str, int], str]
) -> Record:
    """Return the words of a statement, who says them ("" for nobody) and where they stand.

    ``told`` are the forms in which a report may print them, spelled as it spells; the
    ``quote`` of the source is there where the source has another letter than ``text``.
    """
    source = one.source
    place = _place(source, located)
    return {
        "text": one.text,
        "told": list(forms),
        "speaker": one.speaker,
        "place": one.place,
        "deadline": one.deadline.isoformat() if one.deadline else None,
        "deadline_text": one.deadline_text,
        "responsible": one.responsible,
        "source": place if source.quote == one.text else {**place, "quote": source.quote},
    }


def _place(source: Source, located: Mapping[tuple[str, int], str]) -> Record:
    """Return where words of a source stand, for programs and for a person."""
    where = located.get((source.doc, source.start), "")
    place: Record = {"doc": source.doc, "start": source.start, "end": source.end}
    return {**place, "location": where} if where else place


def _finding(one: Finding, located: Mapping[tuple[str, int], str]) -> Record:
    """Return a finding with the facts that it is about and the figures that it tells."""
    decided: Record = {"review": review_record(one.review)} if one.review else {}
    return {
        "rule": one.rule,
        "severity": one.severity.value,
        "message": one.message,
        "computation": one.computation,
        "facts": [fact.id for fact in one.facts],
        "used": one.used.id if one.used else None,
        "doubted": [fact.id for fact in one.doubted],
        "figures": [figure.id for figure in one.figures],
        "quotes": [{**_place(said, located), "quote": said.quote} for said in one.quotes],
        **decided,
    }
