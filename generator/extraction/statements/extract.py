"""From a source to its statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from generator.catalogue import Catalogue
from generator.extraction.reading import folded
from generator.extraction.statements.clauses import clauses, pieces, turns
from generator.extraction.statements.deadlines import deadlines, written_on
from generator.extraction.statements.digits import has_figure
from generator.extraction.statements.heads import core_start
from generator.extraction.statements.judge import Section, Verdict, fits, is_limit, is_noise, judge
from generator.extraction.statements.leads import main_clause
from generator.extraction.statements.referents import referent
from generator.extraction.statements.requests import request_in
from generator.extraction.statements.rules import StatementRules
from generator.extraction.statements.sections import Opening, after_heading, opening
from generator.extraction.statements.speakers import Voices, voices
from generator.extraction.statements.subject import (
    Mention,
    home_named,
    home_place,
    mentions,
    place,
    theme,
)
from generator.extraction.statements.text import Block, Reading, Span, blocks, read
from generator.extraction.statements.told import told_before
from generator.extraction.statements.wording import quotable
from generator.model.fact import NATION, Source
from generator.model.period import Period
from generator.model.source_text import SourceText
from generator.model.statement import Statement, StatementKind
from generator.vi.text import nfc

_HEAD_LINES = 4  # letterhead and title of an official text
_TITLE_LINES = 12  # among which the title of an official text stands, under its letterhead
_PLAN_WORDS = 16
_LINE = 120  # characters of a line of the head
_WITHIN = "trong đó"
_ASKING = re.compile(r"(?<!\w)(?:đề nghị|yêu cầu)(?!\w)")
_RESULTS = (StatementKind.ACHIEVEMENT, StatementKind.MODEL)
# kinds that someone asks for or judges
_SPOKEN = (StatementKind.TASK, StatementKind.LIMIT, StatementKind.CAUSE)


@dataclass(frozen=True, slots=True)
class _Context:
    """What holds for the whole source."""

    doc: str
    reading: Reading
    catalogue: Catalogue
    rules: StatementRules
    mentions: tuple[Mention, ...]
    home: str
    written: date | None
    on_topic: bool
    blocks: tuple[Block, ...]
    voices: Voices


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A judged clause: its span, its paragraph, and what was found."""

    span: Span
    block: Block
    verdict: Verdict
    section: Section | None
    speaker: str

    @property
    def whole(self) -> tuple[int, int]:
        """Return the offsets of the clause with what is not quoted of it."""
        return self.span.start, self.span.end


def extract_statements(
    source: SourceText, catalogue: Catalogue, rules: StatementRules
) -> tuple[Statement, ...]:
    """Return the statements of a source in the order of its text.

    Offsets count in the NFC text.
    """
    context = _context(source, catalogue, rules)
    found = (_statement(candidate, context) for candidate in _candidates(context))
    return _distinct([statement for statement in found if statement])


def _context(source: SourceText, catalogue: Catalogue, rules: StatementRules) -> _Context:
    reading = read(nfc(source.text))
    lines = [one for one in reading.text.splitlines() if one.strip()]
    head = nfc(source.info.title) or " ".join(lines[:1])
    opening_lines = folded("\n".join((head, *_opening(lines))))
    named = mentions(reading, catalogue.places)
    found = blocks(reading, rules)
    home = home_place(source.info.place, head, catalogue.places)
    if home == NATION and not source.info.place:
        end = reading.text.find(lines[:_HEAD_LINES][-1]) + _LINE if lines else 0
        home = home_named(reading, end, named, rules)
    return _Context(
        doc=source.info.id,
        reading=reading,
        catalogue=catalogue,
        rules=rules,
        mentions=named,
        home=home,
        written=written_on(reading.text, source.info.published),
        on_topic=rules.scope.found_in(opening_lines),
        blocks=found,
        voices=voices(reading, found, frozenset(one.start for one in named), rules),
    )


def _opening(lines: list[str]) -> list[str]:
    """Return the lines before the first that ends as a sentence: an official head is long."""
    told = (
        at for at, line in enumerate(lines[:_TITLE_LINES]) if line.rstrip().endswith((".", ";"))
    )
    return lines[: max(_HEAD_LINES, next(told, _TITLE_LINES))]


def _candidates(context: _Context) -> Iterator[_Candidate]:
    """Walk the paragraphs and carry the section along."""
    section: Section | None = None
    for index, block in enumerate(context.blocks):
        if block.heading and index == 0 and not _announces(block, context):
            continue  # the title speaks of the whole text
        if block.heading:
            section = after_heading(context.reading, block.paragraph, section, context.rules)
            section = _voiced(section, block.paragraph.start, block.paragraph.end, context)
            continue
        if section and not section.lasting and not _goes_on(block, section, context):
            section = None
        for sentence in block.sentences:
            found, section = _sentence(sentence, block, section, context)
            yield from found


def _voiced(section: Section | None, start: int, end: int, context: _Context) -> Section | None:
    """Return a section with who speaks in the stretch that opens it."""
    voice = context.voices.within(start, end)
    return replace(section, voice=voice.name) if section and voice else section


def _announces(block: Block, context: _Context) -> bool:
    return context.reading.text[block.paragraph.end - 1] == ":"


def _goes_on(block: Block, section: Section, context: _Context) -> bool:
    """Tell whether a paragraph has a clause that the section's kind can take."""
    reading, rules = context.reading, context.rules
    for sentence in block.sentences:
        for piece in pieces(reading, sentence.start, sentence.end):
            start = core_start(reading, piece.start, piece.end, rules)
            if fits(reading, start, piece.end, section.kind, rules):
                return True
    return False


def _sentence(
    sentence: Span, block: Block, section: Section | None, context: _Context
) -> tuple[list[_Candidate], Section | None]:
    """Return what a sentence gives, and the section after it."""
    reading, rules = context.reading, context.rules
    core = core_start(reading, sentence.start, sentence.end, rules)
    if is_noise(reading.fold(core, sentence.end), rules):
        return [], section if section and section.lasting else None
    opened = _kept(opening(reading, sentence.start, sentence.end, rules), section)
    first, listed = sentence.start, False
    fresh = _voiced(opened.section, sentence.start, sentence.end, context) if opened else section
    if reading.text[sentence.end - 1] == ":":
        return [], fresh
    section = fresh
    if opened and not _says_more(sentence, opened, context):
        if opened.tail is None:
            return [], section
        first, listed = opened.tail, opened.listed
    return _clauses(Span(first, sentence.end), block, section, context, listed=listed)


def _kept(opened: Opening | None, section: Section | None) -> Opening | None:
    """Return what a sentence opens; "Nguyên nhân khách quan: …" below "Nguyên nhân" goes on."""
    same = opened and section and section.lasting and section.kind is opened.section.kind
    if not (opened and section and same and section.kind is StatementKind.CAUSE):
        return opened
    return replace(opened, section=section)


def _says_more(sentence: Span, opened: Opening, context: _Context) -> bool:
    """Tell whether the introduction names a shortcoming besides announcing some."""
    if opened.section.kind is not StatementKind.LIMIT:
        return False
    before = context.reading.fold(sentence.start, opened.words.start)
    after = context.reading.fold(opened.words.end, opened.tail or sentence.end)
    return is_limit(before, context.rules) or is_limit(after, context.rules)


def _clauses(
    span: Span, block: Block, section: Section | None, context: _Context, *, listed: bool
) -> tuple[list[_Candidate], Section | None]:
    """Judge the clauses of a sentence one by one."""

    def alone(part: Span) -> bool:
        return _stands_alone(part, section, context)

    def figured(part: Span) -> bool:
        verdict = _verdict(part, section, context)
        result = verdict is not None and verdict.kind not in _SPOKEN
        return result and has_figure(context.reading.fold(part.start, part.end), context.rules)

    several = len(deadlines(context.reading.fold(span.start, span.end), context.written)) > 1
    found: list[_Candidate] = []
    listed = listed or several
    whole = clauses(
        context.reading, span.start, span.end, listed=listed, alone=alone, figured=figured
    )
    for part in chain.from_iterable(_turns(clause, context) for clause in whole):
        verdict = _verdict(part, section, context)
        if verdict is None:
            continue
        speaker = _speaker(part, block, verdict, section, context)
        found.append(_Candidate(part, block, verdict, section, speaker))
        section = _after(verdict, section, speaker)
    return found, section


def _speaker(
    part: Span, block: Block, verdict: Verdict, section: Section | None, context: _Context
) -> str:
    """Return who asks or judges: as the clause says, else its section, else its paragraph."""
    if verdict.kind not in _SPOKEN:
        return ""
    said = context.voices
    judged = verdict.kind is not StatementKind.TASK
    head = verdict.frame.end if verdict.frame else verdict.start
    own = said.within(part.start, part.end if judged else head)
    if own or verdict.named:
        return own.name if own else ""
    if not judged and _is_plan(context.reading.fold(verdict.start, part.end), context.rules):
        return ""
    near = said.within(block.paragraph.start, part.start)
    if section and (judged or section.kind is verdict.kind) and section.voice:
        other = near is not None and near.name != section.voice and not judged
        return "" if other else section.voice  # "Các đại biểu đề nghị …" stands between
    near = near if judged else None
    basis = said.basis(part.start)
    return near.name if near else basis.speaker if basis else ""


def _is_plan(text: str, rules: StatementRules) -> bool:
    """Tell whether a folded clause says early on what someone will do."""
    return rules.speakers.plans.found_in(" ".join(text.split()[:_PLAN_WORDS]))


def _turns(part: Span, context: _Context) -> tuple[Span, ...]:
    start = core_start(context.reading, part.start, part.end, context.rules)
    asked = request_in(context.reading, start, part.end, context.rules)
    return turns(context.reading, part, context.rules, asked)


def _verdict(part: Span, section: Section | None, context: _Context) -> Verdict | None:
    """Judge a clause: first as it stands, a request counts with its topic."""
    reading, rules = context.reading, context.rules
    start = core_start(reading, part.start, part.end, rules)
    if request_in(reading, start, part.end, rules) is None:
        start += main_clause(reading.fold(start, part.end), rules.heads)
    return judge(reading, start, part.end, section, rules)


def _stands_alone(part: Span, section: Section | None, context: _Context) -> bool:
    """Tell whether a piece of a list is a statement of its own, or holds a figure."""
    text = context.reading.fold(part.start, part.end)
    verdict = _verdict(part, section, context)
    if verdict and verdict.kind in (StatementKind.ACHIEVEMENT, StatementKind.MODEL):
        return not context.rules.task.verbs.at_start(text)
    verbless = not context.rules.task.verbs.at_start(text)
    return verdict is not None or (verbless and has_figure(text, context.rules))


def _after(verdict: Verdict, section: Section | None, speaker: str) -> Section | None:
    """Return the section that a statement leaves behind: requests and causes open one."""
    if section and (section.lasting or section.mixed or section.kind is verdict.kind):
        asked = verdict.named and not section.lasting and section.kind is verdict.kind
        return replace(section, voice=speaker) if asked else section
    alone = "task.ambition" in verdict.rules
    if verdict.kind in (StatementKind.TASK, StatementKind.CAUSE) and not alone:
        return Section(verdict.kind, voice=speaker)
    return section


def _statement(candidate: _Candidate, context: _Context) -> Statement | None:
    """Return the statement of a candidate, None if it must not be quoted."""
    reading, rules = context.reading, context.rules
    span, verdict = candidate.span, candidate.verdict
    text = quotable(_wording(candidate, context))
    if not text or not _in_field(candidate, context):
        return None
    paragraph = (candidate.block.paragraph.start, candidate.block.paragraph.end)
    statement = Statement(
        kind=verdict.kind,
        text=text,
        place=place(
            reading, (span.start, span.end), paragraph, context.mentions, context.home, rules
        ),
        theme=theme(_about(candidate, context), context.catalogue, rules),
        source=Source(context.doc, verdict.start, span.end, reading.text[verdict.start : span.end]),
        rules=verdict.rules,
        speaker=candidate.speaker,
        basis=_basis(candidate, context),
        is_part=_WITHIN in reading.fold(span.start, verdict.start),
        referent=referent(reading, paragraph[0], verdict.start, span.end),
        told=_told(candidate, context),
    )
    if verdict.kind is not StatementKind.TASK:
        return statement
    return _with_duty(statement, verdict, context)


def _told(candidate: _Candidate, context: _Context) -> Period | None:
    """Return the time that the paragraph of a result names before it."""
    if candidate.verdict.kind not in _RESULTS:
        return None
    before = context.reading.fold(candidate.block.paragraph.start, candidate.verdict.start)
    return told_before(before, context.written)


def _basis(candidate: _Candidate, context: _Context) -> str:
    """Return the act whose words a clause reports, where another than its speaker is not heard."""
    basis = context.voices.basis(candidate.span.start)
    if basis is None or candidate.verdict.kind not in _SPOKEN:
        return ""
    return basis.act if candidate.speaker in ("", basis.speaker) else ""


def _wording(candidate: _Candidate, context: _Context) -> str:
    """Return the words that are quoted: the clause without the naming of who asks.

    Behind a premise that is a sentence ("… đã có, đồng chí đề nghị …") the verb of the request
    stays, or two sentences would stand side by side without it.
    """
    text, span, verdict = context.reading.text, candidate.span, candidate.verdict
    if verdict.frame is None:
        return text[verdict.start : span.end]
    before, after = text[verdict.start : verdict.frame.start], text[verdict.frame.end : span.end]
    asked = _ASKING.findall(context.reading.fold(verdict.frame.start, verdict.frame.end))
    premise = context.reading.fold(verdict.start, verdict.frame.start).strip()
    if asked and premise.endswith(",") and not context.rules.heads.topics.at_start(premise):
        return f"{before.rstrip().removesuffix(',')}; {asked[-1]} {after.lstrip()}"
    return before + after


def _about(candidate: _Candidate, context: _Context) -> str:
    """Return the folded words that tell the theme: a topic that is not quoted counts too."""
    reading, span = context.reading, candidate.span
    whole = reading.fold(span.start, span.end)
    topic = context.rules.heads.topics.at_start(whole.lstrip())
    return whole if topic else reading.fold(candidate.verdict.start, span.end)


def _with_duty(statement: Statement, verdict: Verdict, context: _Context) -> Statement:
    """Return a task with who has to act and until when."""
    start, end = verdict.start, statement.source.end
    due = deadlines(context.reading.fold(start, end), context.written)
    words = ""
    if due:
        raw = context.reading.text[start + due[0].start : start + due[0].end]
        words = " ".join(raw.split())
    return replace(
        statement,
        deadline=due[0].day if due else None,
        deadline_text=words,
        responsible=verdict.responsible,
    )


def _in_field(candidate: _Candidate, context: _Context) -> bool:
    """Tell whether a clause with its lead speaks of the field, or its surroundings do."""
    scope, view = context.rules.scope, context.reading.fold(*candidate.whole)
    if scope.found_in(view):
        return True
    if context.rules.off_field.found_in(view):
        return False
    if candidate.verdict.kind in (StatementKind.ACHIEVEMENT, StatementKind.MODEL):
        return False
    return context.on_topic


def _distinct(found: list[Statement]) -> tuple[Statement, ...]:
    """Return the statements without those that another one of the kind contains.

    One that does has all words of the other but perhaps the outer ones, which may be cut; those
    with its rarest word are looked at alone, or long texts would take quadratic time.
    """
    first: dict[tuple[StatementKind, str], Statement] = {}
    for one in found:
        key = one.kind, one.text
        if key not in first or one.source < first[key].source:
            first[key] = one
    having: dict[tuple[StatementKind, str], list[tuple[Statement, str]]] = {}
    for one in first.values():
        plain = one.text.casefold()
        for word in set(plain.split()):
            having.setdefault((one.kind, word), []).append((one, plain))

    def contained(statement: Statement) -> bool:
        core = statement.text.rstrip(".…").casefold()
        inner = [having.get((statement.kind, word), []) for word in core.split()[1:-1]]
        near = min(inner, key=len, default=[])
        return any(
            core in plain and (len(one.text) > len(statement.text) or one.source < statement.source)
            for one, plain in near
            if one is not statement
        )

    kept = {id(one) for one in first.values()}
    return tuple(one for one in found if id(one) in kept and not contained(one))
