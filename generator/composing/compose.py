"""Puts a report model into words: runs its template, returns the document."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.catalogue import Catalogue, Language
from generator.composing import dialect
from generator.composing.abbreviations import introduced
from generator.composing.announcing import Announcer
from generator.composing.arranging import Arranger
from generator.composing.citing import Citer, source_name, source_names
from generator.composing.environment import blank_number
from generator.composing.keywords import keywords
from generator.composing.naming import (
    MOST_NAMED,
    by_kind,
    issuers_phrase,
    kinds_of,
    names_of,
    places_phrase,
    scope_name,
    source_times,
)
from generator.composing.quoting import Quoter
from generator.composing.running import Templates
from generator.composing.shortening import Room
from generator.composing.speaking import Speaker
from generator.composing.spelling import load_spelling
from generator.composing.testimony import testimony
from generator.composing.timing import Times
from generator.config.issuing import spoken_issuer
from generator.config.values import ReportConfig
from generator.errors import RenderError
from generator.facts import lineage_json
from generator.model.document import (
    Addressees,
    Block,
    Document,
    Letterhead,
    Signature,
    Title,
)
from generator.report.model import ReportModel
from generator.vi.printing import long_date
from generator.vi.text import nfc

MOST_COLUMNS = 5  # places that stand side by side on an upright page
MOST_DATES = 4  # of two columns each
_AS_ABOVE = "Như trên"


def compose(
    model: ReportModel,
    config: ReportConfig,
    catalogue: Catalogue,
    language: Language,
    folders: Sequence[Path],
) -> Document:
    """Return the document of one report.

    ``folders`` are searched for ``<template>/report.xml.j2``, the first wins.
    Raises RenderError with template and line where the template fails.
    """
    return composer(model, config, catalogue, language, folders)(())


def composer(
    model: ReportModel,
    config: ReportConfig,
    catalogue: Catalogue,
    language: Language,
    folders: Sequence[Path],
) -> Callable[[Container[int]], Document]:
    """Return what composes one report as often as its pages ask for; see ``compose``.

    It is given the places of what is left out among the things that the template can do without.
    """
    templates = Templates(folders, config.template, tuple(catalogue.indicators))
    quoter = Quoter(load_spelling(catalogue.places, config.root))
    return lambda given_up: _composed(
        model, config, catalogue, language, templates, quoter, given_up
    )


def _composed(
    model: ReportModel,
    config: ReportConfig,
    catalogue: Catalogue,
    language: Language,
    templates: Templates,
    quoter: Quoter,
    given_up: Container[int],
) -> Document:
    """Return the document of one report without what is given up. Raises RenderError."""
    voice = _voice(model, config, catalogue, language, quoter, given_up)
    blocks = _blocks(voice, templates, marked=False)
    if isinstance(blocks, RenderError):  # once more, to learn the line of the template
        voice = _voice(model, config, catalogue, language, quoter, given_up)
        again = _blocks(voice, templates, marked=True)
        raise again if isinstance(again, RenderError) else blocks
    speaker = voice.speaker
    for block in blocks:
        if (chart := getattr(block, "chart", None)) is not None:
            speaker.remember(chart)
    speaker.note(figure for finding in model.findings for figure in finding.figures)
    printed = _without_empty(blocks)
    figures = speaker.figures.values()
    about = testimony(model, config, catalogue, language, printed, figures, voice.arrange.forms)
    index = speaker.phrase(model.ranking.indicator.id).noun if model.ranking else ""
    words = keywords(model, catalogue, figures, index)
    made = _document(printed, config, speaker, model, about, words)
    return replace(made, most_pages=voice.room.pages, spare=voice.room.spare)


@dataclass(frozen=True, slots=True)
class _Voice:
    """What one run of a template speaks with; it remembers what was said."""

    speaker: Speaker
    arrange: Arranger
    context: Mapping[str, object]
    given: dialect.Given
    language: Language
    room: Room


def _voice(
    model: ReportModel,
    config: ReportConfig,
    catalogue: Catalogue,
    language: Language,
    quoter: Quoter,
    given_up: Container[int],
) -> _Voice:
    """Return what a template sees, nothing of it used yet."""
    doubted = frozenset(fact.id for finding in model.findings for fact in finding.doubted)
    among = bool(model.scope.places)
    speaker = Speaker(language, catalogue.indicators, doubted, among_places=among)
    infos = {info.id: info for info in model.sources}
    citer = Citer(infos)
    sources = model.sources
    arrange = Arranger(language, dict(catalogue.groups), sources, quoter, source_times(model))
    room = Room(given_up)
    context: dict[str, object] = {
        "room": room,
        "model": model,
        "config": config,
        "say": speaker,
        "arrange": arrange,
        "announce": Announcer(language.usage.issuers),
        "times": Times(model.scope.periods),
        "cite": citer.cite,
        "cite_anew": citer.anew,
        "source_names": lambda docs: source_names(infos[doc] for doc in docs if doc in infos),
        "source_name": lambda doc: source_name(infos[doc]) if doc in infos else doc,
        "groups": catalogue.groups,
        "place_of_statement": lambda statement: catalogue.places[statement.place],
        "place_of": lambda claim: catalogue.places[claim.fact.place],
        "indicators": catalogue.indicators,
        "scope_name": scope_name(model.scope.periods),
        "places_phrase": places_phrase(model.scope, config.letterhead.date),
        "issuers_phrase": issuers_phrase(model.scope, config.letterhead.date, catalogue.places),
        "by_kind": lambda claims: by_kind(claims, catalogue.places),
        "kinds": kinds_of(model.scope.places),
        "kinds_of": kinds_of,
        "names_of": lambda places: names_of(places, config.letterhead.date),
        "kind_of_document": config.title,
        "subject": config.subject,
        "most_columns": MOST_COLUMNS,
        "most_dates": MOST_DATES,
        "most_named": MOST_NAMED,
        "issuer": nfc(config.letterhead.name) or spoken_issuer(config, catalogue, language.usage),
        "report_date": config.letterhead.date,
    }
    given = dialect.Given(
        _letterhead(config),
        Addressees(config.addressees),
        _signature(config),
        {drawing.chart.id: drawing.chart for drawing in model.all_drawings},
    )
    return _Voice(speaker, arrange, context, given, language, room)


def _blocks(
    voice: _Voice, templates: Templates, *, marked: bool
) -> tuple[Block, ...] | RenderError:
    """Return the blocks of one run, or what is wrong with them as markup.

    Raises RenderError where the run itself fails; that names its line already.
    """
    markup = templates.run(voice.context, marked=marked)
    markup = introduced(markup, voice.language.usage.abbreviations)
    try:
        return dialect.parse(markup, voice.given, templates.main)
    except RenderError as exc:
        return exc


def _document(
    blocks: tuple[Block, ...],
    config: ReportConfig,
    speaker: Speaker,
    model: ReportModel,
    about: Mapping[str, object],
    words: tuple[str, ...],
) -> Document:
    """Return the document with its properties and lineage."""
    title = next((block for block in blocks if isinstance(block, Title)), Title("", ""))
    noted = (fact for finding in model.findings for fact in finding.facts)
    facts = (*(row.fact for row in model.appendix), *noted, *model.witnesses)
    return Document(
        title=nfc(f"{title.kind.capitalize()}: {title.subject}"),
        subject=nfc(title.subject),
        author=nfc(" ".join(config.letterhead.issuer.split())),
        date=config.letterhead.date,
        blocks=blocks,
        keywords=tuple(nfc(word) for word in words),
        lineage=lineage_json(
            tuple(speaker.figures.values()),
            facts,
            {info.id: info for info in model.sources},
            about,
        ),
    )


def _letterhead(config: ReportConfig) -> Letterhead:
    """Return boxes 1 to 4 of the config."""
    head = config.letterhead
    day = long_date(head.date)
    return Letterhead(
        nfc(head.superior),
        nfc(head.issuer),
        blank_number(nfc(head.number)),
        nfc(head.place),
        head.date,
        day,
    )


def _signature(config: ReportConfig) -> Signature:
    """Return boxes 7a, 7b and 9b of the config; "Như trên" just where "Kính gửi" names anybody."""
    signer = config.signature
    others = (nfc(name) for name in config.recipients if not _is_above(name))
    authority = tuple(nfc(line) for line in signer.authority.splitlines() if line.strip())
    return Signature(
        (*((_AS_ABOVE,) if config.addressees else ()), *others),
        authority,
        nfc(signer.position),
        nfc(signer.name),
    )


def _without_empty(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Drop "Kính gửi" without a name and a table of contents without an entry."""
    return tuple(
        block for block in blocks if not (isinstance(block, Addressees) and not block.names)
    )


def _is_above(name: str) -> bool:
    """Tell whether a line of "Nơi nhận" points to those of "Kính gửi"."""
    return nfc(name).strip("- ;.").casefold() == _AS_ABOVE.casefold()
