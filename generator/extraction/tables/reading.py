"""Facts of a table inside a text: what a cell counts, its head and the label of its row tell.

One of the two names what is counted, the other says whose, when or what sort of figure it
is: "Số hồ sơ tiếp nhận" beside "Cấp xã", "Sở Y tế" beside "Quá hạn". Where both name
something, or one says what nobody understands, the cell gives no fact.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.extraction.places.mentions import PlaceNames
from generator.extraction.reader import CONTEXT, Reader, UnusedNumber
from generator.extraction.reading import folded
from generator.extraction.tables.cells import TOLD, Entry, Told, read_cell, with_cell, with_share
from generator.extraction.tables.changes import is_change, with_change
from generator.extraction.tables.found import Line, Slot, TextTable
from generator.extraction.tables.words import (
    Sort,
    Words,
    caption_words,
    head_words,
    label_words,
    unit_in,
)
from generator.extraction.words.tables import TABLES
from generator.model.fact import Fact
from generator.vi.dates import find_times
from generator.vi.numbers import find_numbers

NO_HEAD = "a figure of a table whose head cannot be read"
_ASTRAY = "a row with more or fewer cells than the head"
_NO_SHARE = "a share of which nobody can tell what it is of"
_TWICE = "two cells of tables tell the same"
_WORDS_ONLY = "in the words of a table"
_NO_ROW = "a row of a table whose label does not tell what or whose it is"
_BODIES = re.compile(rf"(?:tên )?(?:các )?{TABLES.body_columns}(?: báo cáo)?")
_FIELDS = re.compile(
    rf"(?:tên )?(?:các )?{TABLES.field_columns}(?: {TABLES.field_columns_behind})?"
)
_LOCAL = re.compile(rf"{TABLES.local}(?!\w)")
_WHOLE = re.compile(f"{TABLES.wholes}")
_TIMES = re.compile(f"{TABLES.time_columns}")
_NUMBERED_TIMES = re.compile(f"{TABLES.numbered_times}")
_CODE = re.compile(r"(?:\d{1,3}|[ivx]{1,5}|[a-zđ])[.)]?", re.IGNORECASE)
_NO_BODY = re.compile(rf"(?<!\w){TABLES.no_body}(?!\w)|^{TABLES.bare_types}$")
_BODY_TYPE = re.compile(rf"(?:các )?{TABLES.body_types}(?!\w)")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_TARGET = re.compile(rf"(?<!\w){TABLES.target_groups}(?!\w)")
_CHANGE = re.compile(rf"(?<!\w){TABLES.change_groups}(?!\w)")


@dataclass(frozen=True, slots=True)
class _Layout:
    """What the columns are: those of labels, that of units, those of figures by their head."""

    width: int
    labels: tuple[int, ...]
    unit: int | None
    heads: dict[int, Words]
    asides: frozenset[int]
    bodies: frozenset[int]
    fields: frozenset[int]
    titles: dict[int, str]


@dataclass(frozen=True, slots=True)
class _Made:
    """A fact, the cells that it uses, and what tells of the first of them."""

    told: Told
    cells: tuple[Slot, ...]
    entry: Entry

    @property
    def fact(self) -> Fact:
        return self.told.fact


def read_table(reader: Reader, table: TextTable, caption: str) -> None:
    """Add the facts of a table to those of a reader, and its other numbers to the unused.

    Place and time that the table does not tell itself are those in mind before it;
    ``caption`` is the paragraph above it, which may tell whose or what all of it is.
    """
    layout = _layout(table, reader.focus.names)
    above = caption_words(caption, reader.rules.targets, _headline(reader))
    reasons: dict[int, str] = {}
    names = reader.focus.names
    entries = list(_all_entries(table, layout, above, names, reasons)) if layout else []
    facts = _consistent(list(_facts(reader, entries, reasons)), reasons)
    facts = _agreeing(reader, facts, reasons)
    facts = _changed(reader, facts, entries, layout.titles) if layout else facts
    reader.facts.extend(one.fact for one in facts)
    used = {cell.start for one in facts for cell in one.cells}
    for line in table.lines:
        for cell in line.cells:
            if cell.start not in used:
                _leave(reader, cell, reasons.get(cell.start, _why(line, cell, layout)))
    reader.last = None


def _changed(
    reader: Reader, found: list[_Made], entries: Sequence[Entry], titles: Mapping[int, str]
) -> list[_Made]:
    """Return the facts with the changes that columns beside theirs print."""
    out = list(found)
    for entry in entries:
        if not is_change(entry.label, entry.head):
            continue
        own = [one for one in out if one.entry.row is entry.row]
        title = titles.get(entry.row.cells.index(entry.cell), "")
        fact = with_change([one.fact for one in own], entry.cell.plain, title, entry.head)
        if fact is not None:
            made = next(one for one in own if one.fact.id == fact.id)
            quoted = with_cell(reader, fact, entry)
            told = replace(made.told, fact=quoted)
            out[out.index(made)] = _Made(told, (*made.cells, entry.cell), made.entry)
    return out


def _agreeing(reader: Reader, found: list[_Made], reasons: dict[int, str]) -> list[_Made]:
    """Leave out what another table of the text tells otherwise: they count different things."""
    told = {one.fact.key: one.fact.value for one in found}
    others = [one for one in reader.facts if TOLD in one.rules and one.key in told]
    apart = [one for one in others if one.value != told[one.key]]
    keys = {one.key for one in apart}
    for fact in apart:
        reader.facts.remove(fact)
        reader.leave_fact(fact, _TWICE)
    for made in found:
        if made.fact.key in keys:
            reasons.update(dict.fromkeys((cell.start for cell in made.cells), _TWICE))
    return [one for one in found if one.fact.key not in keys]


def _headline(reader: Reader) -> str:
    """Return the title of the text, else its first line."""
    text = reader.source.text
    return reader.source.info.title or text.lstrip().split("\n", 1)[0][:CONTEXT]


def _why(line: Line, cell: Slot, layout: _Layout | None) -> str:
    """Return why the numbers of a cell that nobody has asked are none."""
    if layout and cell.is_figure and len(line.cells) != layout.width:
        return _ASTRAY
    plain = cell.plain
    if _YEAR.fullmatch(plain) or find_times(plain):
        return "date or time"
    if not cell.is_figure:
        cues = ((_TARGET, "a target, no result"), (_CHANGE, "a change"))
        return next((reason for cue, reason in cues if cue.search(plain)), _WORDS_ONLY)
    return _WORDS_ONLY if layout else NO_HEAD


def _leave(reader: Reader, cell: Slot, reason: str) -> None:
    """Note the numbers of a cell that became no fact."""
    for one in find_numbers(cell.plain):
        span = cell.start + one.start, cell.start + one.end
        printed = reader.source.text[slice(*span)]
        reader.unused.append(UnusedNumber(*span, printed, one.value, reason))


def _layout(table: TextTable, names: PlaceNames) -> _Layout | None:
    """Return what the columns of a table are, None where its head cannot be read."""
    rows = [row for row in table.body if len(row.filled) > 1]
    widths = Counter(len(row.cells) for row in (table.head[-1:] or rows))
    width = widths.most_common(1)[0][0]
    rows = [row for row in rows if len(row.cells) == width]
    titles = _titles(table, width)
    if not rows or titles is None:
        return None
    heads = {at: _head(pieces, names) for at, pieces in titles.items()}
    asides = {at for at, head in heads.items() if Sort.ASIDE in head.sorts}
    asides |= {at for at in range(width) if all(row.cells[at].empty for row in rows)}
    first = min((at for at in range(width) if at not in asides), default=0)
    if not titles.get(first) and first + 1 < width and _is_counter(rows, first):
        asides.add(first)
    plain = {at: folded(" ".join(pieces)).strip(" :") for at, pieces in titles.items()}
    shown = [at for at in range(width) if at not in asides]
    if not shown:
        return None
    if any(row.cells[shown[0]].is_figure for row in rows) and not _TIMES.fullmatch(plain[shown[0]]):
        return None
    figures = [at for at in shown[1:] if any(row.cells[at].is_figure for row in rows)]
    units = [at for at in shown[1:] if _is_unit(rows, at, heads.get(at, Words()))]
    labels = [at for at in shown if (not figures or at < figures[0]) and at not in units]
    figures = [at for at in figures if at not in units]
    # a head beside one that is missing may span both columns
    spanned = {at for at in figures if at + 1 in figures and not titles.get(at + 1)}
    told = [at for at in figures if not table.head or (titles.get(at) and at not in spanned)]
    if not labels or not told or (not table.head and len(figures) > 1):
        return None
    return _Layout(
        width,
        tuple(labels),
        units[0] if units else None,
        {at: heads.get(at, Words()) for at in told},
        frozenset(asides),
        frozenset(at for at in labels if _BODIES.fullmatch(plain.get(at, ""))),
        frozenset(at for at in labels if _FIELDS.fullmatch(plain.get(at, ""))),
        plain,
    )


def _head(pieces: Sequence[str], names: PlaceNames) -> Words:
    """Return what the heads of one column say, one above the other."""
    said = Words()
    for piece in pieces:
        said = said.joined(head_words(piece, names))
    return said


def _titles(table: TextTable, width: int) -> dict[int, tuple[str, ...]] | None:
    """Return the heads by their column, from the highest down.

    A head that spans several columns stands in the first of them, above heads of their own.
    None where the rows of the head differ in their cells.
    """
    heads = [row for row in table.head if len(row.filled) > 1 or len(row.cells) == width]
    if any(len(row.cells) != width for row in heads):
        return None
    titles: dict[int, tuple[str, ...]] = {}
    for at in range(width):
        pieces = [_spanning(heads, level, at) for level in range(len(heads))]
        titles[at] = tuple(piece for piece in pieces if piece)
    return titles


def _spanning(heads: Sequence[Line], level: int, at: int) -> str:
    """Return the head of a column at one level, or the one that spans it from the left."""
    cells = heads[level].cells
    below = level + 1 < len(heads)
    if not cells[at].empty or not below or heads[level + 1].cells[at].empty:
        return "" if cells[at].empty else cells[at].text
    left = next((one for one in range(at - 1, -1, -1) if not cells[one].empty), None)
    if left is None or heads[level + 1].cells[left].empty:
        return ""
    return cells[left].text


def _is_counter(rows: Sequence[Line], at: int) -> bool:
    """Tell whether a column only numbers the rows."""
    return all(row.cells[at].empty or _CODE.fullmatch(row.cells[at].text) for row in rows)


def _is_unit(rows: Sequence[Line], at: int, head: Words) -> bool:
    """Tell whether a column gives the units of the rows."""
    cells = [row.cells[at] for row in rows if not row.cells[at].empty]
    return Sort.UNIT in head.sorts or (bool(cells) and all(unit_in(cell.text) for cell in cells))


def _labelled(table: TextTable, layout: _Layout, names: PlaceNames) -> Iterator[tuple[Line, Words]]:
    """Yield the rows of figures with what their labels say, and the line above them."""
    section, changed = Words(), False
    found: list[tuple[Line, Words]] = []
    for row in table.body:
        if row.is_heading:
            section = label_words(row.filled[0].text, names)
        elif len(row.cells) == layout.width:
            label = _label(row, layout, names)
            said = label.joined(_above(section, label))
            # the sum below the last part of several
            apart = label.total and (section.level or section.place or section.times)
            changed = changed or _is_new_head(row, layout, names)
            found.append((row, replace(said, unsure=said.unsure or bool(apart) or changed)))
    yield from _in_one_list(found)


def _in_one_list(found: Sequence[tuple[Line, Words]]) -> Iterator[tuple[Line, Words]]:
    """Yield rows with their labels, those in doubt that stand among labels of another sort.

    "Bắc Giang" among districts is the city, "Sa Pa" among provinces nobody knows; a sum of
    provinces, months, districts or communes is of those alone.
    """
    sure = [one for _, one in found if not one.unsure]
    places = sum(one.place is not None for one in sure)
    units = [one.level for one in sure if one.level and not one.place]
    bodies = [name for name in units if not name.startswith("cap-")]
    local = bool(bodies) and all(_LOCAL.match(folded(name)) for name in units)
    parts = places or local or any(one.times for one in sure)
    for row, said in found:
        own = said.level is not None and not said.level.startswith("cap-")
        mixed = own and not said.place and places > len(bodies)
        mixed = mixed or (said.place is not None and 0 < places <= len(bodies))
        summed = said.total and parts and not _WHOLE.search(folded(row.filled[0].text))
        yield row, replace(said, unsure=said.unsure or mixed or bool(summed))


def _is_new_head(row: Line, layout: _Layout, names: PlaceNames) -> bool:
    """Tell whether a row between the others tells anew what the columns hold."""
    cells = [row.cells[at] for at in layout.heads if not row.cells[at].empty]
    if any(cell.is_figure for cell in row.cells):
        return False
    said = [head_words(cell.text, names) for cell in cells]
    return any(one.sorts or one.times or one.level or one.place or one.total for one in said)


def _above(section: Words, label: Words) -> Words:
    """Return what a line between the rows says of one below it.

    "Sở Y tế" below "Cấp tỉnh" is named more narrowly.
    """
    wide = section.level is not None and section.level.startswith("cap-")
    level = None if wide and label.level else section.level
    return replace(section, rest="", level=level, unsure=section.unsure or bool(section.rest))


def _label(row: Line, layout: _Layout, names: PlaceNames) -> Words:
    """Return what the labels of a row say together."""
    said = Words()
    for at in layout.labels:
        cell, title = row.cells[at], layout.titles.get(at, "")
        if cell.empty:  # "Tổng cộng" may span the column of numbers, too
            cell = next((row.cells[one] for one in sorted(layout.asides) if one < at), cell)
            cell = replace(cell, text="") if _CODE.fullmatch(cell.text) else cell
        if cell.empty:
            said = replace(said, unsure=True)
            continue
        text = cell.text
        if _NUMBERED_TIMES.fullmatch(title) and _CODE.fullmatch(text):
            text = f"{title} {text}"
        one = label_words(text, names)
        if at in layout.bodies and one.rest:
            other = not _is_body(one.rest)
            one = replace(one, level=one.rest, rest="", unsure=one.unsure or other)
        elif at in layout.fields and one.rest:
            one = replace(one, unsure=True)
        said = said.joined(one)
    unit = layout.unit
    if unit is not None and not row.cells[unit].empty:
        said = said.joined(Words(unit=unit_in(row.cells[unit].text)))
    return said


def _is_body(name: str) -> bool:
    """Tell whether a label is the name of a body: with its type, or a bare "Lý Nhân"."""
    plain = folded(name)
    if _NO_BODY.search(plain):
        return False
    bare = all(word[:1].isupper() for word in name.replace("-", " ").split())
    return bare or _BODY_TYPE.match(plain) is not None


def _all_entries(
    table: TextTable, layout: _Layout, above: Words, names: PlaceNames, reasons: dict[int, str]
) -> Iterator[Entry]:
    """Yield the cells of all rows that can be figures, with what the line ``above`` adds."""
    whole = replace(above, level=None)
    for row, label in _labelled(table, layout, names):
        for entry in _entries(row, label.joined(whole), layout, reasons):
            yield replace(entry, part=above.level)


def _entries(row: Line, label: Words, layout: _Layout, reasons: dict[int, str]) -> Iterator[Entry]:
    """Yield the cells of a row that can be figures, with what tells of them."""
    for at in range(layout.width):
        cell, head = row.cells[at], layout.heads.get(at)
        aside = at in layout.labels or at in layout.asides or at == layout.unit
        if aside or not cell.is_figure:
            continue
        if head is None:
            reasons[cell.start] = NO_HEAD
        elif label.unsure:
            reasons[cell.start] = _NO_ROW
        else:
            told = [row.cells[one] for one in layout.labels if not row.cells[one].empty]
            yield Entry(row, cell, label, head, (told or row.filled)[0].start)


def _facts(reader: Reader, entries: Sequence[Entry], reasons: dict[int, str]) -> Iterator[_Made]:
    """Yield the facts of the cells, and note why other cells give none."""
    planned = any(Sort.TARGET in one.head.sorts for one in entries)
    made: list[_Made] = []
    for before, entry in zip((None, *entries), entries, strict=False):
        # with no figure before it in its row "Tỷ lệ (%)" is no share
        alone = before is None or before.row is not entry.row
        if Sort.SHARE in entry.head.sorts and (planned or not alone):
            last = made[-1] if made and made[-1].entry.row is entry.row and not planned else None
            shared = with_share(reader, last.fact, last.entry, entry, entries) if last else None
            if last and shared:
                made[-1] = _Made(
                    replace(last.told, fact=shared), (*last.cells, entry.cell), last.entry
                )
            else:
                reasons[entry.cell.start] = _NO_SHARE
            continue
        found = read_cell(reader, entry)
        if isinstance(found, Told):
            made.append(_Made(found, (entry.cell,), entry))
        else:
            reasons[entry.cell.start] = found
    yield from made


def _consistent(found: Sequence[_Made], reasons: dict[int, str]) -> list[_Made]:
    """Leave out what two cells tell of the same: parts of it, or heads that were misread.

    The one of a column "Tổng số" is the whole of the others.
    """
    same: dict[object, list[_Made]] = defaultdict(list)
    for one in found:
        same[one.fact.key].append(one)
    out = []
    for one in found:
        rivals = same[one.fact.key]
        sums = [other for other in rivals if other.entry.head.total]
        kept = not one.told.half and (len(rivals) == 1 or (len(sums) == 1 and sums[0] is one))
        if kept:
            out.append(one)
        for cell in () if kept else one.cells:
            reasons[cell.start] = _TWICE
    return out
