"""Reads a text from its first to its last sentence and makes facts of its figures."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass

from generator.catalogue import Catalogue, Kind
from generator.extraction.context import Paragraph, Sentence, note_marks, paragraphs
from generator.extraction.counted.again import told_again
from generator.extraction.counted.classify import goes_on
from generator.extraction.counted.naming_wholes import with_named_wholes
from generator.extraction.counted.series import in_turn
from generator.extraction.counted.sharing import with_share_behind
from generator.extraction.counted.splits import splits_of
from generator.extraction.counted.strangers import OF_SAMPLE, goes_on_sample, tells_sample
from generator.extraction.counted.targets import is_plan_heading, is_plan_lead, is_question
from generator.extraction.counted.turns import certain_rows
from generator.extraction.counted.wholes import tells_one_field
from generator.extraction.figures import NO_TIME, UNCLEAR, read_figure, spans_of, stem_of, tell_base
from generator.extraction.places.former import with_former_area
from generator.extraction.places.groups import groups_in
from generator.extraction.places.levels import level_told
from generator.extraction.reader import CONTEXT, Reader, State, Told, UnusedNumber, reader_of
from generator.extraction.rules import Rule, RuleSet
from generator.extraction.tables.found import tables_in
from generator.extraction.tables.reading import read_table
from generator.extraction.times.told import Said
from generator.extraction.titles import UNTOLD, head_end, with_headline
from generator.extraction.view import View, view
from generator.extraction.words.clauses import CLAUSES
from generator.extraction.zones import zone
from generator.model.fact import Fact
from generator.model.source_text import SourceText

_COUNTER = 4  # characters of a picture's number behind the headline
_LETTER = re.compile(r"\w")
_BAD = ("_late", "_pending")
_OPENS_LINKS = ("", ":", ">", "»", "|", "-")
_VALUE = re.compile(r": ?\d")  # an item "Trễ hạn: 15" leads to nothing
_RANKED = (Kind.SCORE, Kind.RANK)
_INDEX = re.compile(rf"(?<!\w){CLAUSES.indices}(?!\w)")
# "Đây là năm thứ 4 liên tiếp chỉ số bình quân tăng": the one that was named before
_SAME_INDEX = re.compile(rf"(?<!\w)chỉ số {CLAUSES.same_index}(?!\w)")
_GOES_ON = re.compile(rf"{CLAUSES.paragraph_goes_on}(?!\w)")
# "Đính chính: bài ngày 5/3 nêu …": nobody can tell the old numbers from the right ones
_CORRECTS = re.compile(rf"{CLAUSES.correction_heads} ?(?:[:–-]|$)")
_CORRECTED = re.compile(rf"(?<!\w){CLAUSES.corrects}(?!\w)")
_THIS_RATE = re.compile(r"(?<!\w)tỷ lệ (?:này|đó|ấy)(?!\w)")
_ITEM = re.compile(r"[^\dIVX]")  # "-", "a)": an item, where "2." begins a part of its own
_SHORT_LEAD = 40  # "Cụ thể:" goes on with the sentence before it
_SECTION = re.compile(r"[IVX]{1,5}[.)-]?$")


@dataclass(frozen=True, slots=True)
class Extraction:
    """All facts of a text in order, and all numbers that are none."""

    facts: tuple[Fact, ...]
    unused: tuple[UnusedNumber, ...]


def extract(source: SourceText, catalogue: Catalogue, rules: RuleSet) -> Extraction:
    """Return the facts of a source and the numbers that are none, in text order.

    ``source.text`` is NFC. A figure whose meaning, place or time stays in doubt
    becomes an unused number with the reason, never a fact.
    """
    found = paragraphs(source.text)
    reader = reader_of(source, catalogue, rules, found)
    tables = deque(tables_in(source))
    until, above = 0, ""  # the end of the table that is passed over, the words above it
    for index, paragraph in enumerate(found):
        while tables and tables[0].start <= paragraph.start:
            until = tables[0].end
            read_table(reader, tables.popleft(), above)
        if paragraph.start >= until:
            _paragraph(reader, paragraph, found[index - 1] if index else None)
            above = source.text[paragraph.start : paragraph.end][-CONTEXT:]
    told = with_headline(reader.facts, head_end(found))
    for fact in told:
        if fact.period == UNTOLD:
            reader.leave_fact(fact, NO_TIME)
    places = catalogue.places
    timed = tuple(with_former_area(fact, places) for fact in told if fact.period != UNTOLD)
    facts = with_named_wholes(timed, catalogue.arithmetic.wholes)
    return Extraction(facts, tuple(sorted(reader.unused, key=lambda one: one.start)))


def _paragraph(reader: Reader, paragraph: Paragraph, before: Paragraph | None) -> None:
    """Read one paragraph; a footnote is read in the frame of its mark."""
    text = reader.folded[paragraph.start : paragraph.end]
    leads = paragraph.heading or text.endswith(":")
    reader.apart = not paragraph.note and (before is None or not paragraph.mark)
    reader.sampled = False
    reader.past, reader.topic = "" if leads else reader.topic or reader.past, ""
    _plan(reader, paragraph, text)
    apart = reader.part.current not in (None, reader.part.default)
    reader.timeline.turn(
        paragraph.mark,
        item=_ITEM.match(paragraph.mark) is not None,
        apart=apart,
        goes_on=_GOES_ON.match(text) is not None,
    )
    reader.part.turn(paragraph, reader.folded[paragraph.body : paragraph.end])
    reader.of_field.turn(paragraph, reader.folded[paragraph.body : paragraph.end])
    titled = paragraph.heading and not paragraph.mark and not text.endswith(":")
    reader.focus.turn(heading=leads, titled=titled)
    reader.focus.line(text)
    state = reader.marked.get(paragraph.note) if paragraph.note else None
    kept = reader.focus.current, reader.focus.level, reader.timeline.current, reader.planned
    if state is not None:
        reader.focus.current, reader.focus.level = state.place, state.level
        reader.timeline.current, reader.last = state.period, state.told
        reader.context, reader.planned = state.sentence, state.planned
    told, reader.led_here, reader.levelled = len(reader.facts), False, None
    aside = _is_aside(reader, paragraph, text)
    for sentence in paragraph.sentences:
        if aside:
            _furniture(reader, paragraph, sentence)
        else:
            _sentence(reader, paragraph, sentence)
    if state is not None:
        reader.focus.current, reader.focus.level, reader.timeline.current, reader.planned = kept
        reader.last = None
    if leads and (paragraph.mark or text.endswith(":")):
        reader.focus.rule()
    item = paragraph.mark and (len(reader.facts) > told or _VALUE.search(text))
    if leads and not item:
        reader.heading = text[-CONTEXT:]


def _is_aside(reader: Reader, paragraph: Paragraph, text: str) -> bool:
    """Tell whether a paragraph names other pages ("Tin liên quan: …"), or stands below such.

    A line of these words alone opens a list of headlines, up to the next full sentence.
    """
    opened = [hit.end for hit in reader.rules.furniture.hits(text) if not hit.start]
    named = [end for end in opened if text[end : end + 2].strip()[:1] in _OPENS_LINKS]
    if any(not _LETTER.search(text, end) for end in named):
        reader.aside = True
        return True
    if _repeats_headline(reader, paragraph, text) or _corrects(text):
        return True
    reader.aside = reader.aside and paragraph.heading
    return reader.aside or bool(named)


def _repeats_headline(reader: Reader, paragraph: Paragraph, text: str) -> bool:
    """Tell whether a paragraph is the headline again, as pages put it below a picture."""
    first = reader.paragraph_one
    again = bool(first) and paragraph.start != reader.headline and text.startswith(first)
    return again and len(text) <= len(first) + _COUNTER


def _corrects(text: str) -> bool:
    """Tell whether a paragraph corrects the numbers of an earlier text."""
    return _CORRECTS.match(text) is not None or _CORRECTED.search(text) is not None


def _furniture(reader: Reader, paragraph: Paragraph, sentence: Sentence) -> None:
    """Note the numbers of a sentence that is none of the text's own."""
    seen = view(reader.source.text, reader.folded, paragraph, sentence, reader.rules)
    for figure in seen.figures:
        reader.leave_figure(seen, figure, "page furniture")


def _plan(reader: Reader, paragraph: Paragraph, text: str) -> None:
    """Note whether a paragraph stands under a heading of plans and tasks.

    A heading "II." rules its whole section, a smaller one all up to the next
    heading, a lead-in ("Mục tiêu:") the items of its list, a question its answer. The
    headline rules nothing: "Xử lý 83% kiến nghị" is no part on proposals.
    """
    if paragraph.start == reader.headline:
        return
    targets = reader.rules.targets
    plans = is_plan_heading(targets, text if paragraph.heading else _lead_in(text))
    plans = plans or (text.endswith(":") and is_plan_lead(targets, _lead_in(text)))
    if is_question(text):
        reader.planned = reader.section_planned or is_plan_heading(targets, text)
        reader.listed = False
    elif paragraph.heading and _SECTION.match(paragraph.mark):
        reader.section_planned = reader.planned = plans
    elif paragraph.heading or text.endswith(":"):
        reader.planned = reader.section_planned or plans
        reader.listed = not paragraph.heading
    elif reader.listed and not paragraph.mark:
        reader.planned, reader.listed = reader.section_planned, False


def _lead_in(text: str) -> str:
    """Return what of a paragraph leads in the list below it: its last words.

    "Đây là nhiệm vụ trọng tâm. Năm 2023, các sở đã đạt kết quả bước đầu:" tells of results.
    """
    _, _, last = text.rpartition(". ")
    return text if len(last) < _SHORT_LEAD else last


def _sentence(reader: Reader, paragraph: Paragraph, sentence: Sentence) -> None:
    """Read one sentence."""
    seen = view(reader.source.text, reader.folded, paragraph, sentence, reader.rules)
    scope = reader.focus.read(seen.text, seen.original)
    reader.named = bool(scope.named)
    reader.central = reader.focus.on_bodies(scope, seen.text)
    seen.provinces = spans_of(scope)
    reader.groups = groups_in(seen, reader.focus.names) if seen.figures else ()
    first = seen.figures[0].start if seen.figures else len(seen.text)
    reader.splits = splits_of(seen)
    reader.of_field.begin(seen.text)
    reader.part.read(seen.original, seen.text, first, spans_of(scope))
    told: list[tuple[int, Told]] = []
    made = len(reader.facts)
    of_sample = reader.sampled and goes_on_sample(seen.text)
    reader.sampled = of_sample or tells_sample(seen)
    reader.before = tuple(rule for _, rule in reader.told) or reader.before
    aimed = reader.few or _rate_meant(reader, seen.text)
    reader.begun, reader.aimed, reader.told = False, aimed, []
    reader.few, reader.refused = None, []
    zones = [zone(seen, index) for index in range(len(seen.figures))]
    reader.again = told_again(seen, reader.before)
    turns = certain_rows(reader.frame(), seen, in_turn(seen, zones))
    for index, figure in enumerate(seen.figures):
        if of_sample or reader.again.get(index, turns.get(index, figure)) is None:
            reader.leave_figure(seen, figure, OF_SAMPLE if of_sample else UNCLEAR)
            continue
        if _takes_share(reader, seen, index):
            continue
        found = read_figure(reader, seen, scope, index, zones[index], turns.get(index))
        tell_base(reader, seen, index, zones, found)
        if found is not None:
            reader.told.append((figure.end, found.rule))
            reader.last, reader.apart, reader.begun = found, False, True
            reader.aimed = None
            _lead(reader, found.rule)
            told.append((figure.end, found))
    for excluded in seen.excluded:
        reader.leave(seen, (excluded.start, excluded.end), excluded.value, excluded.reason)
    ranked = {
        stem_of(one.rule): one.fact.period
        for _, one in told
        if one.rule.kind in _RANKED and "period/same" not in one.fact.rules
    }
    of_index = bool(told) and all(one.rule.kind in _RANKED for _, one in told)
    of_flow = any(one.rule.span == "flow" and one.rule.kind not in _RANKED for _, one in told)
    reader.timeline.read(seen, Said(ranked, of_index, of_flow, bool(told)))
    _remember_marks(reader, seen, told)
    reader.of_field.end(told=not told and tells_one_field(seen.text))
    reader.levelled = level_told(seen.text, reader.facts[made:])
    reader.context = goes_on(seen.text, reader.context)[-CONTEXT:]
    _topic(reader, seen)
    reader.past = "" if of_index else reader.past


def _takes_share(reader: Reader, seen: View, index: int) -> bool:
    """Give a fact the share that is told behind where it was done; tell whether there is one."""
    shared = with_share_behind(reader.facts, seen, index, reader.source.text)
    if shared is None:
        return False
    at = shared.number_start
    reader.facts[:] = [shared if one.number_start == at else one for one in reader.facts]
    return True


def _topic(reader: Reader, seen: View) -> None:
    """Keep a sentence on one index alone: what the ranks after it in the paragraph are of."""
    rules = (rule for rule in reader.rules.rules if rule.kind in _RANKED)
    named = {stem_of(rule) for rule in rules if seen.hits(rule.says) and not seen.hits(rule.never)}
    if named or (_INDEX.search(seen.text) and not _SAME_INDEX.search(seen.text)):
        reader.topic = seen.text[-CONTEXT:] if len(named) == 1 else ""


def _rate_meant(reader: Reader, text: str) -> Rule | None:
    """Return the rate that "tỷ lệ này" means: the one that the sentence before told.

    "Tại nước A, tỷ lệ nộp trực tuyến đạt 97%. Ở tỉnh, tỷ lệ này đạt 48%": the first may be a
    fact of nobody here.
    """
    if reader.told or not _THIS_RATE.search(text):
        return None
    rates = {rule.indicator: rule for rule in reader.refused}
    rate = next(iter(rates.values())) if len(rates) == 1 else None
    if rate is None or rate.kind is not Kind.RATE:
        return None
    reader.apart = False
    return rate


def _lead(reader: Reader, rule: Rule) -> None:
    """Keep the first count of a paragraph as what its leaders are counted by; note an index."""
    bad = rule.indicator.endswith(_BAD)  # nobody is said to lead with late dossiers
    if rule.kind is Kind.COUNT and not bad and not reader.led_here:
        reader.led, reader.led_here = rule, True
    if rule.kind in _RANKED:
        reader.indices.add(stem_of(rule))


def _remember_marks(reader: Reader, seen: View, told: list[tuple[int, Told]]) -> None:
    """Keep what is in mind at each footnote mark of a sentence."""
    if seen.paragraph.note:
        return
    start = seen.sentence.start
    for offset, label in note_marks(reader.source.text, start, seen.sentence.end):
        before = [item for end, item in told if end <= offset - start + 1]
        state = State(
            reader.focus.current,
            reader.focus.level,
            before[-1].fact.period if before else reader.timeline.current,
            before[-1] if before else None,
            seen.text[-CONTEXT:],
            reader.planned,
        )
        reader.marked.setdefault(label, state)
