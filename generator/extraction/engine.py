"""Reads a text from its first to its last sentence and makes facts of its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from generator.catalogue import Catalogue, Kind
from generator.extraction.asking import Frame, Turn, ask, certain_rows
from generator.extraction.attributes import approx_of, level_in, unmarked_name
from generator.extraction.classify import Verdict, is_bare
from generator.extraction.context import Paragraph, Sentence, note_marks, paragraphs
from generator.extraction.dating import calendar_of
from generator.extraction.halves import Halves
from generator.extraction.making import Meaning, make
from generator.extraction.parts import Part, part_of_text
from generator.extraction.places import (
    Focus,
    Scope,
    default_place,
    ministry_of,
    place_at,
    place_names,
)
from generator.extraction.quantities import QuantityKind
from generator.extraction.reading import folded
from generator.extraction.rules import Rule, RuleSet
from generator.extraction.series import in_turn
from generator.extraction.targets import is_plan_heading, is_target
from generator.extraction.timing import Said, Timed, Timeline
from generator.extraction.titles import document_title
from generator.extraction.view import Figure, View, view
from generator.extraction.zones import Zone, zone
from generator.model.fact import NATION, Fact
from generator.model.period import Period
from generator.model.source_text import SourceText
from generator.sources.grid import CELL_BREAK

_CONTEXT = 400  # characters of a neighbour that can tell what is spoken of
_MEAN = re.compile(r"(?<!\w)(?:trung bình|bình quân|trung vị|(?:dti|số) (?:cấp )?quốc gia)(?!\w)")
_EARLIER = re.compile(
    r"(?<!với )(?:^|[.,;:(] ?)(?:ở |trong |từ |do )?(?:kỳ|quý|tháng|tuần) trước(?: đó)?(?!\w)"
    r"[^;]{0,400}$"
)
# what stands in brackets behind a base of comparison is the value it had then
_BASE_VALUE = re.compile(
    r"(?:(?:so(?: với)?|\d lần) (?:cùng )?(?:kỳ|năm|quý|tháng)[^()%;]{0,30}"
    r"|(?:so với|(?:cao|thấp|nhiều|ít|lớn) hơn)[^()%;\d]{0,60})"
    r"\((?:chỉ |là |đạt |có |khoảng ){0,3}$"
)
_BARS = 4
_DATE_LINE = 60  # characters of a line that gives the day and the author at most
_NEAR = 8  # facts of one sentence that are looked back at
# "cao hơn năm 2021 là 20.100 hồ sơ" tells a difference
_MORE = re.compile(
    r"(?<!\w)(?:cao|thấp|nhiều|ít) hơn (?:so với )?(?:cùng kỳ )?(?:năm )?"
    r"(?:\d{4}|trước|ngoái|kỳ trước) (?:là|tới|đến|khoảng|gần)(?: hơn| gần| khoảng)? ?$"
)
_LETTER = re.compile(r"\w")
_BAD = ("_late", "_pending")
_OPENS_LINKS = ("", ":", ">", "»", "|", "-")
_VALUE = re.compile(r": ?\d")  # an item "Trễ hạn: 15" leads to nothing
_HALF = "a part of what the indicator counts"
_RANKED = (Kind.SCORE, Kind.RANK)
_ITEM = re.compile(r"[^\dIVX]")  # "-", "a)": an item, where "2." begins a part of its own
_SECTION = re.compile(r"[IVX]{1,5}[.)-]?$")


@dataclass(frozen=True, slots=True)
class UnusedNumber:
    """A number that became no fact, with its span in the text and the reason."""

    start: int
    end: int
    printed: str
    value: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All facts of a text in order, and all numbers that are none."""

    facts: tuple[Fact, ...]
    unused: tuple[UnusedNumber, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """The rule that a figure was told by, and its fact."""

    rule: Rule
    fact: Fact


@dataclass(frozen=True, slots=True)
class _State:
    """What a reader has in mind at a footnote mark."""

    place: str | None
    level: str | None
    period: Period | None
    told: _Told | None
    sentence: str


@dataclass(slots=True)
class _Reader:
    """What is in mind while a text is read."""

    source: SourceText
    rules: RuleSet
    folded: str
    focus: Focus
    timeline: Timeline
    part: Part
    facts: list[Fact] = field(default_factory=list)
    unused: list[UnusedNumber] = field(default_factory=list)
    title: str = ""
    headline: int = -1
    heading: str = ""
    section_planned: bool = False
    listed: bool = False
    planned: bool = False
    context: str = ""
    last: _Told | None = None
    apart: bool = False
    begun: bool = False
    halves: Halves = field(default_factory=Halves)
    led: Rule | None = None
    led_here: bool = False
    aimed: Rule | None = None
    aside: bool = False
    marked: dict[str, _State] = field(default_factory=dict)

    def frame(self) -> Frame:
        """Return what is known when the next figure is read."""
        last = self.aimed or (self.last.rule if self.last else None)
        return Frame(
            rules=self.rules.rules,
            context=self.context,
            heading=self.heading,
            title=self.title,
            last=last,
            apart=self.apart,
            begun=self.begun,
            led=self.led,
        )


def extract(source: SourceText, catalogue: Catalogue, rules: RuleSet) -> Extraction:
    """Return the facts of a source and the numbers that are none, in text order.

    ``source.text`` is NFC. A figure whose meaning, place or time stays in doubt
    becomes an unused number with the reason, never a fact.
    """
    found = paragraphs(source.text)
    reader = _reader(source, catalogue, rules, found)
    for index, paragraph in enumerate(found):
        _paragraph(reader, paragraph, found[index - 1] if index else None)
    return Extraction(tuple(reader.facts), tuple(reader.unused))


def _reader(
    source: SourceText, catalogue: Catalogue, rules: RuleSet, found: tuple[Paragraph, ...]
) -> _Reader:
    """Return a reader that knows what the text as a whole is about."""
    text = source.text
    first = text[found[0].start : found[0].end] if found and found[0].heading else ""
    title = source.info.title or first[:_CONTEXT]
    about = document_title(text, found)
    title = f"{title} {about}" if about and about not in title else title
    lead = next((text[one.start : one.end] for one in found[1:] if _is_lead(one)), "")[:_CONTEXT]
    parts = [folded(text[paragraph.start : paragraph.end]) for paragraph in found]
    calendar = calendar_of(folded(title), parts, source.info.published, source.info.window)
    names = place_names(catalogue, rules.places, calendar.today)
    place = default_place(names, rules.places, source.info.place, title, lead, parts[:6])
    ministry = None if place not in (None, NATION) else ministry_of(names, title, lead)
    return _Reader(
        source,
        rules,
        folded(text),
        Focus(names, rules.places, place, ministry=ministry),
        Timeline(calendar, calendar.main, flow=calendar.main),
        Part(part_of_text(title, text, found, names.own_cities())),
        title=folded(title),
        headline=found[0].start if found and found[0].heading else -1,
    )


def _is_lead(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph can be the lead: no heading, and no line of a date."""
    return not paragraph.heading or paragraph.end - paragraph.start > _DATE_LINE


def _paragraph(reader: _Reader, paragraph: Paragraph, before: Paragraph | None) -> None:
    """Read one paragraph; a footnote is read in the frame of its mark."""
    text = reader.folded[paragraph.start : paragraph.end]
    leads = paragraph.heading or text.endswith(":")
    reader.apart = not paragraph.note and (before is None or not paragraph.mark)
    _plan(reader, paragraph, text)
    apart = reader.part.current not in (None, reader.part.default)
    reader.timeline.turn(item=_ITEM.match(paragraph.mark) is not None, apart=apart)
    reader.part.turn()
    reader.focus.turn(heading=leads)
    state = reader.marked.get(paragraph.note) if paragraph.note else None
    kept = reader.focus.current, reader.focus.level, reader.timeline.current
    if state is not None:
        reader.focus.current, reader.focus.level = state.place, state.level
        reader.timeline.current, reader.last = state.period, state.told
        reader.context = state.sentence
    told, reader.led_here = len(reader.facts), False
    aside = _is_aside(reader, paragraph, text)
    for sentence in paragraph.sentences:
        if aside:
            _furniture(reader, paragraph, sentence)
        else:
            _sentence(reader, paragraph, sentence)
    if state is not None:
        reader.focus.current, reader.focus.level, reader.timeline.current = kept
        reader.last = None
    if leads and (paragraph.mark or text.endswith(":")):
        reader.focus.rule()
    item = paragraph.mark and (len(reader.facts) > told or _VALUE.search(text))
    if leads and not item:
        reader.heading = text[-_CONTEXT:]


def _is_aside(reader: _Reader, paragraph: Paragraph, text: str) -> bool:
    """Tell whether a paragraph names other pages ("Tin liên quan: …"), or stands below such.

    A line of these words alone opens a list of headlines, up to the next full sentence.
    """
    opened = [hit.end for hit in reader.rules.furniture.hits(text) if not hit.start]
    named = [end for end in opened if text[end : end + 2].strip()[:1] in _OPENS_LINKS]
    if any(not _LETTER.search(text, end) for end in named):
        reader.aside = True
        return True
    reader.aside = reader.aside and paragraph.heading
    return reader.aside or bool(named)


def _furniture(reader: _Reader, paragraph: Paragraph, sentence: Sentence) -> None:
    """Note the numbers of a sentence that is none of the text's own."""
    seen = view(reader.source.text, reader.folded, paragraph, sentence, reader.rules)
    for figure in seen.figures:
        _leave_figure(reader, seen, figure, "page furniture")


def _plan(reader: _Reader, paragraph: Paragraph, text: str) -> None:
    """Note whether a paragraph stands under a heading of plans and tasks.

    A heading "II." rules its whole section, a smaller one all up to the next
    heading, a lead-in ("Mục tiêu:") the items of its list.
    """
    plans = is_plan_heading(reader.rules.targets, text)
    if paragraph.heading and _SECTION.match(paragraph.mark):
        reader.section_planned = reader.planned = plans
    elif paragraph.heading or text.endswith(":"):
        reader.planned = reader.section_planned or plans
        reader.listed = not paragraph.heading
    elif reader.listed and not paragraph.mark:
        reader.planned, reader.listed = reader.section_planned, False


def _sentence(reader: _Reader, paragraph: Paragraph, sentence: Sentence) -> None:
    """Read one sentence."""
    seen = view(reader.source.text, reader.folded, paragraph, sentence, reader.rules)
    scope = reader.focus.read(seen.text, seen.original)
    first = seen.figures[0].start if seen.figures else len(seen.text)
    reader.part.read(seen.original, seen.text, first, _spans(scope))
    told: list[tuple[int, _Told]] = []
    reader.begun, reader.aimed = False, None
    zones = [zone(seen, index) for index in range(len(seen.figures))]
    turns = certain_rows(reader.frame(), seen, in_turn(seen, zones))
    for index, figure in enumerate(seen.figures):
        if index in turns and turns[index] is None:
            _leave_figure(reader, seen, figure, "one of a row whose subjects are not clear")
            continue
        found = _figure(reader, seen, scope, index, zones[index], turns.get(index))
        if found is not None:
            reader.last, reader.apart, reader.begun = found, False, True
            reader.aimed = None
            _lead(reader, found.rule)
            told.append((figure.end, found))
    for excluded in seen.excluded:
        _leave(reader, seen, excluded.start, excluded.end, excluded.value, excluded.reason)
    ranked = {
        _stem(one.rule): one.fact.period
        for _, one in told
        if one.rule.kind in _RANKED and "period/same" not in one.fact.rules
    }
    of_index = bool(told) and all(one.rule.kind in _RANKED for _, one in told)
    of_flow = any(one.rule.span == "flow" for _, one in told)
    reader.timeline.read(seen, Said(ranked, of_index, of_flow))
    _remember_marks(reader, seen, told)
    reader.context = seen.text[-_CONTEXT:]


def _lead(reader: _Reader, rule: Rule) -> None:
    """Keep the first count of a paragraph as what its leaders are counted by."""
    bad = rule.indicator.endswith(_BAD)  # nobody is said to lead with late dossiers
    if rule.kind is Kind.COUNT and not bad and not reader.led_here:
        reader.led, reader.led_here = rule, True


def _remember_marks(reader: _Reader, seen: View, told: list[tuple[int, _Told]]) -> None:
    """Keep what is in mind at each footnote mark of a sentence."""
    if seen.paragraph.note:
        return
    start = seen.sentence.start
    for offset, label in note_marks(reader.source.text, start, seen.sentence.end):
        before = [item for end, item in told if end <= offset - start + 1]
        state = _State(
            reader.focus.current,
            reader.focus.level,
            before[-1].fact.period if before else reader.timeline.current,
            before[-1] if before else None,
            seen.text[-_CONTEXT:],
        )
        reader.marked.setdefault(label, state)


def _figure(
    reader: _Reader, seen: View, scope: Scope, index: int, own: Zone, turn: Turn | None
) -> _Told | None:
    """Make a fact of a figure, or say why there is none.

    ``turn`` is what a number of a row means, whose subject stands apart from it.
    """
    here = turn.subject if turn else own
    found, reason = _verdict(reader, seen, index, here, turn)
    figure = seen.figures[index]
    if _MORE.search(seen.text[max(0, figure.start - 60) : figure.start]):
        found, reason = None, "a change"
    if found is None:
        _leave_figure(reader, seen, figure, reason)
        return None
    start, end = (here.far_right, here.far_right) if turn else (figure.start, figure.end)
    place, level = _place(seen, scope, start, here, found.rule.kind)
    level = level or (level_in(seen, here) if turn else None)
    if level is None and place != NATION and not turn:
        level = unmarked_name(seen, figure, _spans(scope))
    when = here
    if turn is not None:  # "A, B năm 2023 lần lượt …" tells the year of both
        when = replace(here, clause_left=turn.whole.far_left, far_right=turn.whole.far_right)
    about = Timed(found.rule.kind, _stem(found.rule), found.rule.span)
    period, by = reader.timeline.period_of(seen, when, start, end, about)
    if turn is not None and turn.year:
        period, by = Period(date(turn.year, 12, 31), date(turn.year, 1, 1)), "period/turn"
    if not place or period is None:
        _leave_figure(reader, seen, figure, "no time" if place else "no place")
        return None
    told = (found.rule.name, f"told/{found.by}", by)
    known = place in (reader.focus.default, reader.focus.current) or bool(scope.named)
    part = reader.part.at(start) if known else None
    meaning = Meaning(found.rule, place, level, period, told, part)
    fact = make(reader.source.info.id, reader.source.text, seen, index, here, meaning)
    if _is_split(reader, seen, figure, fact):
        _leave_figure(reader, seen, figure, "a part of the figure before its brackets")
        return None
    halved, other = reader.halves.rival(seen, here, found.rule, fact)
    if other is not None and reader.facts and reader.facts[-1] is other:
        reader.facts.pop()
        _leave_fact(reader, other, _HALF)
    if halved:
        _leave_figure(reader, seen, figure, _HALF)
        return None
    reader.facts.append(fact)
    return _Told(found.rule, fact)


def _is_split(reader: _Reader, seen: View, figure: Figure, fact: Fact) -> bool:
    """Tell whether a figure in brackets splits up the one before them, of the same name.

    "97.315 hồ sơ (tiếp nhận mới 95.001, kỳ trước chuyển sang 2.314)" is one total.
    """
    opened = seen.text.rfind("(", 0, figure.start)
    if opened < 0 or ")" in seen.text[opened : figure.start]:
        return False
    start = seen.sentence.start
    return any(
        start <= one.number_start < start + opened and _key(one) == _key(fact)
        for one in reversed(reader.facts[-_NEAR:])
    )


def _key(fact: Fact) -> tuple[object, ...]:
    return fact.indicator, fact.place, fact.level, fact.period


def _verdict(
    reader: _Reader, seen: View, index: int, here: Zone, turn: Turn | None
) -> tuple[Verdict | None, str]:
    """Return what a figure counts, or None and why it counts nothing."""
    figure = seen.figures[index]
    reason = _refused(figure)
    if not reason and _EARLIER.search(seen.text, max(0, here.clause_left - 1), figure.start):
        reason = "of an earlier period"
    ranked = figure.quantity.kind in (QuantityKind.SCORE, QuantityKind.RANK)
    if not reason and not ranked and _BASE_VALUE.search(seen.text, 0, figure.start):
        reason = "of an earlier period"
    if not reason and seen.paragraph.start == reader.headline and approx_of(seen, figure):
        reason = "rounded in the headline"
    if reason:
        return None, reason
    frame = reader.frame()
    if seen.text.count(CELL_BREAK) >= _BARS:  # a row of a table tells for itself
        frame = replace(frame, context="", heading="", last=None, led=None)
    found = turn.found if turn else ask(frame, seen, figure, here)
    named = figure.share_first or not is_bare(seen, figure)
    if found is None and figure.share is not None and named:
        # "1.912/2.000 người hài lòng, đạt 95,6%": the rate is told, the count is not
        seen.figures[index] = figure = replace(figure, quantity=figure.share, share=None)
        found = ask(frame, seen, figure, here)
    if found is None:
        return None, "no rule tells what it counts"
    wanted = reader.planned or is_target(reader.rules.targets, seen, figure)
    if wanted != (found.rule.kind is Kind.TARGET):
        twin = _twin(reader, found)
        if twin is None:
            # "phấn đấu 80%, hiện mới đạt 65%": the target has said what is meant
            reader.aimed, reader.apart = found.rule, False
            return None, "a target, no result"
        return replace(found, rule=twin), ""
    return found, ""


def _spans(scope: Scope) -> list[tuple[int, int]]:
    return [(mention.start, mention.end) for mention in scope.named if not mention.city]


def _place(
    seen: View, scope: Scope, start: int, here: Zone, kind: Kind
) -> tuple[str | None, str | None]:
    """Return place and level of a figure; the mean of an index is the country's."""
    ranked = kind in _RANKED
    if ranked and _MEAN.search(seen.text, here.near_left, start):
        return NATION, None
    return place_at(scope, seen.text, start, here.far_right, ranked=ranked)


def _refused(figure: Figure) -> str:
    """Return why a figure can be no fact whatever is said of it, "" if it can."""
    kind = figure.quantity.kind
    if kind is QuantityKind.CHANGE:
        return "a change"
    if kind is QuantityKind.EARLIER:
        return "an earlier value"
    if figure.quantity.ambiguous:
        return "the comma may mark thousands or decimals"
    return ""


def _stem(rule: Rule) -> str:
    """Return the name of the index that a score and a rank share ("pci")."""
    return rule.indicator.rsplit("_", 1)[0]


def _twin(reader: _Reader, found: Verdict) -> Rule | None:
    """Return the rule of the target that belongs to a rate, or the rate to a target."""
    stem = found.rule.indicator.removesuffix("_rate").removesuffix("_target")
    name = stem + ("_rate" if found.rule.kind is Kind.TARGET else "_target")
    return next((rule for rule in reader.rules.rules if rule.indicator == name), None)


def _leave_figure(reader: _Reader, seen: View, figure: Figure, reason: str) -> None:
    quantity = figure.quantity
    if not quantity.in_words:
        _leave(reader, seen, quantity.start, quantity.number_end, quantity.value, reason)


def _leave(reader: _Reader, seen: View, start: int, end: int, value: Decimal, reason: str) -> None:
    """Note a number that became no fact."""
    base = seen.sentence.start
    printed = seen.original[start:end]
    reader.unused.append(UnusedNumber(base + start, base + end, printed, value, reason))


def _leave_fact(reader: _Reader, fact: Fact, reason: str) -> None:
    """Note the number of a fact that turned out to be none."""
    end = fact.number_start + len(fact.printed)
    reader.unused.append(UnusedNumber(fact.number_start, end, fact.printed, fact.value, reason))


def places_of_sentences(
    source: SourceText, catalogue: Catalogue, rules: RuleSet
) -> Iterator[tuple[Sentence, str | None]]:
    """Yield each sentence of a source with the slug of the place that it is about."""
    found = paragraphs(source.text)
    reader = _reader(source, catalogue, rules, found)
    for paragraph in found:
        for sentence in paragraph.sentences:
            part = slice(sentence.start, sentence.end)
            scope = reader.focus.read(reader.folded[part], source.text[part])
            place = scope.named[0].slug if len(scope.named) == 1 else scope.base
            yield sentence, place or None
