"""One cell of a table: the fact that it states with its head and label, or why none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.catalogue import Kind
from generator.extraction.context import Paragraph, Sentence
from generator.extraction.counted.asking import Frame, ask
from generator.extraction.counted.attributes import approx_of
from generator.extraction.counted.classify import Verdict
from generator.extraction.counted.strangers import refused, stranger
from generator.extraction.counted.targets import is_target
from generator.extraction.counted.wholes import is_of_field
from generator.extraction.figures import stem_of
from generator.extraction.reader import Reader
from generator.extraction.reading import folded
from generator.extraction.rules import Rule
from generator.extraction.tables.found import Line, Slot
from generator.extraction.tables.words import Sort, Words
from generator.extraction.times.nearest import When
from generator.extraction.times.told import Timed
from generator.extraction.times.years import whole_year
from generator.extraction.view import Figure, View, view
from generator.extraction.words.tables import TABLES
from generator.extraction.zones import zone
from generator.model.fact import NATION, Fact, Source
from generator.model.period import Period
from generator.vi.dates import TimeKind, TimeMention
from generator.vi.numbers import find_numbers

TOLD = "told/table"  # the rule of all facts that cells tell
_QUOTE = 400  # characters of a row from its label to a cell that a quote takes at most
_NO_RULE = "no rule tells what it counts"
_BOTH = "head and label both tell what is counted"
_RANK_MARK = re.compile(rf"{TABLES.rank_marks}(?!\w)")
_MAGNITUDE = re.compile(rf"{TABLES.cell_magnitudes}(?!\w)")
_RATED = re.compile(rf"(?<!\w){TABLES.rated}(?!\w)")
_RATE_OF = re.compile(rf"(?<!\w){TABLES.rate_of}(?: số)? $")
_INDEX = re.compile(rf"(?<!\w){TABLES.indices}(?!\w)")
_INDEXED = (Kind.SCORE, Kind.RANK)
# heads as short as "Đã giải quyết", whose noun the caption names
_VERBAL = re.compile(rf"(?<!\w){TABLES.verbal}(?!\w)")
_DOSSIERS = re.compile(rf"(?<!\w){TABLES.dossiers}(?!\w)")
_OTHER_NOUNS = re.compile(rf"(?<!\w){TABLES.other_nouns}(?!\w)")
_UNIT_TOLD = re.compile(rf"{TABLES.unit_marks_bare}(?: là)?:? ?(?P<unit>[^;.,()\d]{{1,20}}?)\)?$")
_PART = "a part of what the indicator counts"
# words of a head or label that tell one part only; the others stand in other cells
_PARTS = {
    "dossiers_received": re.compile(rf"(?<!\w){TABLES.part_received}(?!\w)"),
    "dossiers_pending": re.compile(rf"(?<!\w){TABLES.part_pending} (?:thời )?(?:hạn|hẹn)(?!\w)"),
    "dossiers_late": re.compile(rf"(?<!\w){TABLES.part_late}(?!\w)"),
    "online_dossiers": re.compile(rf"(?<!\w){TABLES.part_online}(?!\w)"),
    "dossiers_digitised": re.compile(rf"(?<!\w){TABLES.part_digitised}(?!\w)"),
    "dossiers_by_post": re.compile(rf"(?<!\w){TABLES.part_by_post}(?!\w)"),
}
_TIMES = 2  # a year, and a quarter or month of it
_SLACK = Decimal("0.06")  # between a share and what it is computed to be


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell with a figure, what label and head say, and where its row is quoted from.

    ``part`` is the level or unit that the table as a whole is of.
    """

    row: Line
    cell: Slot
    label: Words
    head: Words
    start: int
    part: str | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """A cell as a sentence of its own: "Số hồ sơ tiếp nhận: 512"; ``at`` is where it begins."""

    seen: View
    index: int
    at: int

    @property
    def figure(self) -> Figure:
        return self.seen.figures[self.index]


@dataclass(frozen=True, slots=True)
class Told:
    """The fact of a cell; ``half`` tells that it counts one part only ("trước hạn")."""

    fact: Fact
    half: bool


def read_cell(reader: Reader, entry: Entry) -> Told | str:
    """Return the fact of a cell, or the reason why it is none."""
    said = entry.label.joined(entry.head)
    reason = _sorted_out(reader, entry, said)
    if reason:
        return reason
    read = _sentence(reader, entry, said)
    if read is None:
        return _NO_RULE
    found = _rule(reader, said, read)
    if not isinstance(found, Rule):
        return found
    place, place_by = _place(reader, entry)
    if not place or (place == NATION and (found.kind is Kind.RANK or said.total or said.level)):
        return "no place"
    period, period_by = _period(reader, entry, said, found, read)
    if period is None:
        return "no time"
    level, level_by = _level(reader, entry, said, place)
    told = (found.name, TOLD, place_by, period_by, *([level_by] if level else []))
    words = read.seen.text[: read.at]
    half = found.part.found_in(words) and not found.whole.found_in(words)
    return Told(_made(reader, entry, read, found, (place, level, period, told)), half)


def _sorted_out(reader: Reader, entry: Entry, said: Words) -> str:
    """Return why head or label alone make a cell no fact, "" if they do not."""
    sorts = said.sorts
    if said.unsure:
        return "head and label do not tell for sure what it is"
    if Sort.CHANGE in sorts:
        return "a change"
    own_rank = _RANK_MARK.match(entry.cell.plain) is not None
    if reader.planned or (Sort.TARGET in sorts and not (Sort.RANK in sorts and own_rank)):
        return "a target, no result"
    if entry.label.rest and entry.head.rest:
        return _BOTH
    if entry.label.part and not reader.rules.nouns.found_in(folded(said.rest)):
        return "a part of the row above it"
    if _MAGNITUDE.match(said.unit):
        return "in thousands or millions, as the head says"
    return "" if said.rest or sorts & {Sort.RANK, Sort.SCORE} else _NO_RULE


def _sentence(reader: Reader, entry: Entry, said: Words) -> _Read | None:
    """Return a cell as a sentence in which its words stand before it, its unit behind."""
    cell, plain = entry.cell.text, entry.cell.plain
    lead = said.rest or ("Xếp hạng" if Sort.RANK in said.sorts else "Điểm")
    ranked = Sort.RANK in said.sorts and not _RANK_MARK.match(plain)
    lead = f"{lead}: xếp hạng " if ranked else f"{lead}: "
    text = f"{lead}{cell}{_unit(reader, said, plain, folded(lead))}"
    whole = Sentence(0, len(text), 0)
    paragraph = Paragraph(0, len(text), 0, "", "", heading=False, sentences=(whole,))
    seen = view(text, folded(text), paragraph, whole, reader.rules)
    last = len(seen.figures) - 1
    if last < 0 or seen.figures[last].start < len(lead):
        return None
    return _Read(seen, last, len(lead))


def _unit(reader: Reader, said: Words, cell: str, lead: str) -> str:
    """Return the unit that a bare cell is to be read with, with a blank before it."""
    if Sort.RANK in said.sorts or not cell[-1:].isdigit():
        return ""
    if Sort.SCORE in said.sorts:
        return " điểm"
    if said.unit:
        return "%" if said.unit in ("%", "phần trăm") else f" {said.unit}"
    if _RATED.search(lead):
        number = next(iter(find_numbers(cell)), None)
        return "%" if number and (number.value > 1 or not number.value) else ""
    if reader.rules.nouns.found_in(lead) or not _VERBAL.search(lead):
        return ""
    told = _UNIT_TOLD.search(reader.context)
    if told:
        return f" {told['unit']}"
    around = f"{reader.context} {reader.heading} {reader.title}"
    known = _DOSSIERS.search(around) and not _OTHER_NOUNS.search(around)
    return " hồ sơ" if known else ""


def _rule(reader: Reader, said: Words, read: _Read) -> Rule | str:
    """Return the rule that tells what a cell counts, or why none does."""
    seen, figure = read.seen, read.figure
    reason = refused(figure)
    if reason:
        return reason
    here = zone(seen, read.index)
    known = reader.frame()
    frame = Frame(
        rules=known.rules,
        context=known.context,
        heading=known.heading,
        title=known.title,
        last=None,
        apart=True,
        begun=False,
        before=known.before,
    )
    found = ask(frame, seen, figure, here)
    if found is None or found.rule.kind is Kind.TARGET or not _is_told(reader, found, said):
        return _NO_RULE
    rule = found.rule
    if _of_another(reader, rule, read):
        return "something else is counted, or rated"
    if said.level and rule.kind in _INDEXED:
        return "a score or rank among the bodies of a province"
    reason = stranger(reader.rules.not_rated, seen, figure, rule)
    if reason:
        return reason
    if is_target(reader.rules.targets, seen, figure):
        return "a target, no result"
    if is_of_field(seen, 0, figure.start, rule):
        return "of one field"
    some = _PARTS.get(rule.indicator)
    if some is not None and some.search(seen.text, 0, read.at):
        return _PART
    return rule if _agrees(said, rule) else _NO_RULE


def _is_told(reader: Reader, found: Verdict, said: Words) -> bool:
    """Tell whether an index that only the text around names can be that of a table.

    A part of it ("Tham gia của người dân") has a score of its own, so has another index that
    the words above the table name.
    """
    if found.by != "heading":
        return True
    other = _INDEX.search(reader.context) and not found.rule.says.found_in(reader.context)
    return not said.rest and not other


def _of_another(reader: Reader, rule: Rule, read: _Read) -> bool:
    """Tell whether the first thing that the words name is none that the rule counts or rates.

    "Số DVCTT có phát sinh hồ sơ" counts services, "Tỷ lệ xã số hóa hồ sơ" communes.
    """
    seen, before = read.seen, read.at
    if rule.kind is Kind.COUNT and rule.nouns.patterns:
        named = [*seen.hits(reader.rules.nouns), *seen.hits(reader.rules.others)]
        first = min((hit.start for hit in named if hit.start < before), default=None)
        return first is not None and all(hit.start != first for hit in seen.hits(rule.nouns))
    if rule.kind is not Kind.RATE:
        return False
    own = [*seen.hits(rule.of), *seen.hits(rule.says)]
    return any(
        _RATE_OF.search(seen.text, 0, hit.start)
        and not any(one.start < hit.end and hit.start < one.end for one in own)
        for hit in seen.hits(reader.rules.not_rated)
    )


def _agrees(said: Words, rule: Rule) -> bool:
    """Tell whether a rule is of the sort of figures that the head names."""
    if Sort.RANK in said.sorts:
        return rule.kind is Kind.RANK
    return rule.kind is Kind.SCORE if Sort.SCORE in said.sorts else True


def _place(reader: Reader, entry: Entry) -> tuple[str | None, str]:
    """Return the place of a cell and the name of the rule that gave it."""
    if entry.label.place or entry.head.place:
        by = "place/row" if entry.label.place else "place/head"
        return entry.label.place or entry.head.place, by
    place = reader.focus.current
    return place, "place/text" if place == reader.focus.default else "place/before"


def _level(reader: Reader, entry: Entry, said: Words, place: str) -> tuple[str | None, str]:
    """Return the level or unit of a cell and the name of the rule that gave it."""
    if said.level:
        return said.level, "level/row" if entry.label.level else "level/head"
    if said.place or place == NATION:
        return None, ""
    return entry.part or reader.part.current or reader.focus.level, "level/part"


def _period(reader: Reader, entry: Entry, said: Words, rule: Rule, read: _Read) -> When:
    """Return the time of a cell and the name of the rule that gave it."""
    about = Timed(rule.kind, stem_of(rule), rule.span)
    if not said.times:
        seen, figure = read.seen, read.figure
        here = zone(seen, read.index)
        return reader.timeline.period_of(seen, here, figure.start, figure.end, about)
    by = "period/row" if entry.label.times else "period/head"
    mention = _one_time(said.times, reader.timeline.current)
    calendar = reader.timeline.calendar
    period = calendar.period_of(mention) if mention else None
    today = None if calendar.guessed else calendar.today
    if period is None or (today is not None and (period.start or period.end) > today):
        return None, by
    if about.is_index:
        return whole_year(period, calendar.today), by
    return calendar.reached(period), by


def _one_time(times: Sequence[TimeMention], frame: Period | None) -> TimeMention | None:
    """Return the one time that head and label name, None where they name several.

    "Quý I" below "Năm 2023", or in a text on that year, is that of the year.
    """
    years = {one.last[0] for one in times if one.last[0] > 0}
    parts = [one for one in times if one.last[0] <= 0 or one.last[1]]
    if len(times) == 1 and (years or times[0].kind is not TimeKind.SPAN or times[0].last[0]):
        return times[0]
    if not years and frame is not None and frame.start and frame.start.year == frame.end.year:
        years = {frame.end.year}
    one = parts[0] if len(parts) == 1 and len(times) <= _TIMES else None
    if one is None or len(years) != 1:
        return None
    if one.last[0]:
        return one
    year = years.pop()
    return replace(one, first=(year, *one.first[1:]), last=(year, *one.last[1:]))


def _made(
    reader: Reader,
    entry: Entry,
    read: _Read,
    rule: Rule,
    meaning: tuple[str, str | None, Period, tuple[str, ...]],
) -> Fact:
    """Return the fact; its quote reaches from the label of the row to the cell."""
    figure, cell = read.figure, entry.cell
    quantity = figure.quantity
    place, level, period, told = meaning
    start = entry.start if cell.end - entry.start <= _QUOTE else cell.start
    text = reader.source.text
    first, last = (
        cell.start + offset - read.at for offset in (quantity.start, quantity.number_end)
    )
    return Fact(
        indicator=rule.indicator,
        place=place,
        level=level,
        period=period,
        value=quantity.value,
        unit=rule.unit,
        source=Source(reader.source.info.id, start, cell.end, text[start : cell.end]),
        total=quantity.total,
        share=figure.share.value if figure.share else None,
        approx=approx_of(read.seen, figure),
        printed=text[first:last],
        number_start=first,
        rules=told,
    )


def with_share(
    reader: Reader, fact: Fact, counted: Entry, entry: Entry, entries: Sequence[Entry]
) -> Fact | None:
    """Return a count with the share beside it, None where no other count bears that out.

    ``counted`` is the cell of the count, ``entries`` are all of the table.
    """
    share = next((one.value for one in find_numbers(entry.cell.plain)), None)
    if share is None or fact.share is not None or fact.unit == "%" or fact.value < 0:
        return None
    beside = [one for one in entries if one.row is entry.row and one not in (entry, counted)]
    beside = [one for one in beside if _same_scope(one.head, counted.head)]
    wholes = [next((n.value for n in find_numbers(one.cell.plain)), None) for one in beside]
    fits = any(
        whole and whole >= fact.value and abs(fact.value * 100 / whole - share) <= _slack(share)
        for whole in wholes
    )
    if not fits:
        return None
    return with_cell(reader, replace(fact, share=share), entry)


def with_cell(reader: Reader, fact: Fact, entry: Entry) -> Fact:
    """Return a fact whose quote reaches to another cell of its row, where that is near."""
    source = fact.source
    if entry.cell.end <= source.end or entry.cell.end - source.start > _QUOTE:
        return fact
    quote = source.quote + reader.source.text[source.end : entry.cell.end]
    return replace(fact, source=replace(source, end=entry.cell.end, quote=quote))


def _same_scope(one: Words, other: Words) -> bool:
    """Tell whether two columns are of one level, place and time."""
    return (one.level, one.place, one.times) == (other.level, other.place, other.times)


def _slack(share: Decimal) -> Decimal:
    """Return how far a share may lie from what it is computed to be: it is rounded."""
    exponent = share.normalize().as_tuple().exponent
    whole = isinstance(exponent, int) and exponent >= 0
    return Decimal("0.6") if whole else _SLACK
