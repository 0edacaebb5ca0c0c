"""Numbers told one after the other: "A và B lần lượt đạt 80% và 65%".

The n-th number belongs to the n-th thing named before "lần lượt": an indicator, a
place, a level, an index or a year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from generator.extraction.counted.quantities import QuantityKind
from generator.extraction.reading import UPPER
from generator.extraction.view import View
from generator.extraction.words.clauses import CLAUSES
from generator.extraction.words.subjects import SUBJECTS
from generator.extraction.zones import Zone

# "…, tương ứng 98%" is a share, "tương ứng là 98% và 95%" a row
_IN_TURN = re.compile(
    rf"(?<!\w)(?:(?P<sure>{SUBJECTS.in_turn_sure})"
    rf"|{SUBJECTS.in_turn_if}(?= {SUBJECTS.in_turn_is}))(?!\w)"
)
_PARTS = re.compile(r",? và |, |; ")
_PARTS_END = re.compile(rf"(?:{_PARTS.pattern})$")
_RANKS = re.compile(rf"[ ,;]*(?:và |với |còn |các )?{CLAUSES.rank_names}(?: của tỉnh)? ")
_RANKS_TOLD = re.compile(rf"(?<!\w){CLAUSES.rank_names}(?: của tỉnh)? $")
_YEARS = re.compile(r"(?:19|20)\d{2}(?:(?:,? và|,)(?: năm)? (?:19|20)\d{2})+")
_YEAR = re.compile(r"\d{4}")
_LEVEL = re.compile(r"(?<!\w)cấp (?:tỉnh|huyện|xã)(?!\w)")
_SYLLABLE = rf"[{UPPER}](?![{UPPER}])[\w'’-]{{0,8}}"
_NAME = re.compile(rf"(?:[^\W\d_]{{1,6}} ){{0,2}}{_SYLLABLE}(?: {_SYLLABLE}){{1,3}}")
_NAMED = re.compile(rf"{_SYLLABLE} {_SYLLABLE}$")
# "Phú Thọ và Thái Nguyên, hai tỉnh cùng vùng, lần lượt …": what is said of the names between
# them and the row is no subject
_ONE_NAME = rf"(?:{SUBJECTS.types_of_names} )?{_SYLLABLE}(?: {_SYLLABLE}){{0,3}}"
_NAMES = re.compile(
    rf"(?P<names>{_ONE_NAME}(?:, {_ONE_NAME}){{0,6}},? và {_ONE_NAME})"
    r"(?:, (?P<several>[^\W\d_]{2,4}) [^,;:.()\d]{2,60},"
    r"| là (?P<are>[^\W\d_]{2,4}) [^,;:.()\d]{2,60},?) ?$"
)
# each with its own name: "lần lượt là Hưng Yên 88,93% và Hải Dương 88,40%"
_LABELS = re.compile(rf"(?:^|[ ,:]){_ONE_NAME} (?:\(|{SUBJECTS.in_turn_leads} )?$")
_ENDS_NAMED = re.compile(rf"(?:^|[ ,]){_ONE_NAME}$")
_NAME_ENDS = re.compile(rf"(?:^|[,;:] ?){_ONE_NAME}$")
_LEADS = re.compile(rf" ?(?:(?:{SUBJECTS.in_turn_leads}) ?){{0,3}}")
_SEVERAL = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6}
# "; ở bảng SIPAS, hai tỉnh lần lượt đạt …": those that were named before
_THOSE = re.compile(
    rf"(?:^|[,;:] ?|(?<!\w)(?:và|thì|cả) )(?P<many>[^\W\d_]{{2,4}}) {SUBJECTS.those_named}"
    rf"(?: {SUBJECTS.those_more})? $"
)
_OPENING = re.compile(r"(?:tỷ lệ|chỉ số|số|điểm|tổng số|mức|mức độ) ")
# "lần lượt là 120 và 90 hồ sơ, quá hạn 7": "và" brings the last of a row, and a number with a
# label of its own is none of it; "…, đạt 60% và 40%" tells of the same things again
_LAST = re.compile(rf"(?<!\w)và (?:{CLAUSES.row_more} ){{0,3}}$")
_SAME_AGAIN = re.compile(
    rf"(?:^|[,;] | và )(?:(?:{CLAUSES.row_more}|{CLAUSES.share_links}|{CLAUSES.share_is}) ){{1,4}}$"
)
_LABEL = re.compile(r"(?:[,;:] |(?<!\w)và )[^\W\d_][^,;:]{0,40}$")
_UNLABELLED = re.compile(rf"(?:[,;:] |(?<!\w)và )(?:{CLAUSES.row_more} ){{1,4}}$")
_FIRST = 40  # characters between "lần lượt" and its first number
_GAP = 30  # and between its numbers, but for what stands in brackets there
_BRACKETS = re.compile(r" \([^()\d]{1,90}\)")
_BACK = 80  # and between a list of years and "lần lượt"


@dataclass(frozen=True, slots=True)
class Row:
    """One number of a row: the words of its subject, and its year where these are years.

    ``whole`` is what all subjects stand in, ``first`` tells the first of the row;
    ``noun`` is the index of the figure that what is counted stands behind.
    """

    subject: Zone
    whole: Zone
    first: bool
    noun: int
    year: int | None = None


def in_turn(view: View, zones: list[Zone]) -> dict[int, Row | None]:
    """Return, for figures of such a row, the subject of each.

    None stands for a figure whose subject cannot be told for certain. Numbers that
    leave their mark to the last one ("80 và 65%") get its kind.
    """
    out: dict[int, Row | None] = {}
    years: list[int | None] = []
    done = 0  # where the row before ends
    for match in _IN_TURN.finditer(view.text):
        if out and match["sure"] is None:
            continue  # "…; tỷ lệ trực tuyến tương ứng là 61% và 58%": of those named before
        row = _row(view, match.end())
        if len(row) < 2 or _labelled(view, match.end(), row):
            continue
        ranked = _RANKS_TOLD.search(view.text, 0, match.start()) is not None
        _same_kind(view, row, ranked=ranked)
        left = max(zones[row[0]].clause_left, done)
        done = view.figures[row[-1]].end
        subjects = _by_year(view, left, match.start(), row)
        those = _THOSE.search(view.text, 0, match.start())
        if those is not None and those["many"] in _SEVERAL:
            subjects = _by_those(view, left, those, row)
            out.update(
                {number: dict(zip(row, subjects, strict=False)).get(number) for number in row}
            )
            continue
        years = [one.year for one in subjects] or years
        subjects = subjects or _by_name(view, left, match.start(), row)
        placed = _by_places(view, left, match.start(), row)
        subjects = subjects or (
            _by_part(view, left, match.start(), row) if placed is None else placed
        )
        subjects = subjects or _same_years(view, (left, match.start()), row, years)
        for index, number in enumerate(row):
            out[number] = subjects[index] if subjects else None
    return out


def _row(view: View, position: int) -> list[int]:
    """Return the indexes of the figures that follow "lần lượt" closely."""
    row: list[int] = []
    reach, ended = _FIRST, False
    for index, figure in enumerate(view.figures):
        if figure.start < position:
            continue
        gap = _BRACKETS.sub("", view.text[position : figure.start])
        if _IN_TURN.search(gap):
            break  # ", xếp hạng lần lượt 44/63": a row of its own
        if len(gap) > reach or (";" in gap and gap.strip(" ;")):
            break
        if len(row) > 1 and _is_apart(gap, after_last=ended):
            break
        ended = _LAST.search(gap) is not None
        row.append(index)
        position, reach = figure.end, _GAP
    return row


def _is_apart(gap: str, *, after_last: bool) -> bool:
    """Tell whether a number behind a row is none of it: it has a label, or the last was told."""
    if _SAME_AGAIN.search(gap):
        return False
    labelled = _LABEL.search(gap) is not None and _UNLABELLED.search(gap) is None
    return after_last or labelled


def _same_kind(view: View, row: list[int], *, ranked: bool) -> None:
    """Give bare numbers of a row the kind of those that bear a mark, or of ranks (``ranked``)."""
    kinds = {view.figures[index].quantity.kind for index in row} - {QuantityKind.COUNT}
    kinds = kinds or ({QuantityKind.RANK} if ranked else set())
    if len(kinds) != 1:
        return
    for index in row:
        figure = view.figures[index]
        quantity = replace(figure.quantity, kind=next(iter(kinds)), ambiguous=False)
        view.figures[index] = replace(figure, quantity=quantity)


def _labelled(view: View, position: int, row: list[int]) -> bool:
    """Tell whether each number has its own label: "lần lượt là: cấp tỉnh 99%, cấp xã 97%".

    A number in brackets has it before them: "lần lượt là Huế (6), Bắc Ninh (7)".
    """
    figures = [view.figures[index] for index in row]
    if all(
        view.text[one.start - 1 : one.end + 1][:: max(1, one.end - one.start + 1)] == "()"
        for one in figures
    ):
        return True
    starts = [position, *(one.end for one in figures)]
    words = [(end, one.start) for end, one in zip(starts, figures, strict=False)]
    levels = all(_LEVEL.search(view.text, *span) for span in words)
    return levels or all(_LABELS.search(view.original[slice(*span)]) for span in words)


def _by_year(view: View, left: int, right: int, row: list[int]) -> list[Row]:
    """Return the rows of "các năm 2021, 2022, 2023 … lần lượt", [] if there is no such list."""
    found = list(_YEARS.finditer(view.text, max(left, right - _BACK), right))
    years = [int(year.group()) for year in _YEAR.finditer(found[-1].group())] if found else []
    if len(years) != len(row) or any(late <= early for early, late in pairwise(years)):
        return []
    whole = _zone(left, right)
    return [Row(whole, whole, index == 0, row[-1], year) for index, year in enumerate(years)]


def _same_years(
    view: View, words: tuple[int, int], row: list[int], years: list[int | None]
) -> list[Row]:
    """Return the rows of the years told before: "…; thứ hạng lần lượt là 44, 40 và 37"."""
    if len(years) != len(row) or not _RANKS.fullmatch(view.text, *words):
        return []
    whole = _zone(*words)
    return [Row(whole, whole, index == 0, row[-1], year) for index, year in enumerate(years)]


def _by_part(view: View, left: int, right: int, row: list[int]) -> list[Row]:
    """Return the rows whose subjects stand between commas and "và" before "lần lượt".

    There are none where the subjects are more or less than the numbers.
    """
    spans = _headed(view, left, right, len(row)) or _between(view, left, right)
    if _LEADS.fullmatch(view.text, spans[-1].near_left, spans[-1].near_right):
        spans = spans[:-1]  # "cấp tỉnh, cấp xã, lần lượt là", "…, với lần lượt"
    before, spans = spans[: -len(row)], spans[-len(row) :]
    if len(spans) != len(row) or _is_time(view, spans[0]) or _apposed(view, spans):
        return []
    if before and (_goes_before(view, before[-1], spans) or _is_torn(view, before[-1], spans)):
        return []
    whole = _zone(spans[0].far_left, view.figures[row[0]].start)
    return [Row(span, whole, index == 0, row[-1]) for index, span in enumerate(spans)]


def _by_name(view: View, left: int, right: int, row: list[int]) -> list[Row]:
    """Return the rows of names of which something is said before "lần lượt", [] if none are.

    "Phú Thọ và Thái Nguyên, hai tỉnh cùng vùng, lần lượt …"; the word for their number holds.
    """
    told = _NAMES.search(view.original, left, right)
    count = _SEVERAL.get(told["several"] or told["are"] or "") if told else None
    if told is None or count != len(row) or not _opens(view, left, told.start()):
        return []
    parts = _between(view, told.start("names"), told.end("names"))
    whole = _zone(told.start(), view.figures[row[0]].start)
    rows = [Row(span, whole, index == 0, row[-1]) for index, span in enumerate(parts)]
    return rows if len(rows) == count else []


def _by_places(view: View, left: int, right: int, row: list[int]) -> list[Row] | None:
    """Return the rows of names before the one thing that is told of each, None if none go before.

    "ở huyện Mường Lát và Quan Sơn, tỷ lệ quá hạn lần lượt là 41% và 47%"; [] where the names
    are more or less than the numbers.
    """
    *named, told = _between(view, left, right)
    if not named or not _OPENING.match(view.text, told.near_left):
        return None
    texts = [view.original[one.near_left : one.near_right].strip() for one in named]
    count = sum(1 for _ in takewhile(_ENDS_NAMED.search, reversed(texts)))
    if not count or any(_OPENING.match(view.text, one.near_left) for one in named):
        return None
    if count != len(row):
        return [] if count > 1 else None
    whole = _zone(left, view.figures[row[0]].start)
    return [Row(one, whole, index == 0, row[-1]) for index, one in enumerate(named[-count:])]


def _by_those(view: View, left: int, those: re.Match[str], row: list[int]) -> list[Row]:
    """Return the rows of the places that a sentence has named before "hai tỉnh", [] if not all."""
    named: dict[str, tuple[int, int]] = {}
    for low, high in view.provinces:
        if high <= those.start("many"):
            named.setdefault(view.text[low:high], (low, high))
    if len(named) != len(row) or _SEVERAL[those["many"]] != len(row):
        return []
    whole = _zone(left, view.figures[row[0]].start)
    spans = [_zone(low, high) for low, high in named.values()]
    return [Row(span, whole, index == 0, row[-1]) for index, span in enumerate(spans)]


def _opens(view: View, left: int, start: int) -> bool:
    """Tell whether names at ``start`` are all that there are: no other goes before their comma."""
    before = view.original[left:start].rstrip()
    return not before or (before[-1] in ",;:" and _NAME_ENDS.search(before[:-1]) is None)


def _between(view: View, left: int, right: int) -> list[Zone]:
    """Return the stretches between the commas and "và" of a clause."""
    spans: list[Zone] = []
    start = left
    for match in _PARTS.finditer(view.text, left, right):
        spans.append(_zone(start, match.start()))
        start = match.end()
    return [*spans, _zone(start, right)]


def _headed(view: View, left: int, right: int, count: int) -> list[Zone]:
    """Return the subjects that each begin with a word of their own, [] if not ``count`` do.

    "Tỷ lệ cấp kết quả điện tử và tỷ lệ khai thác, tái sử dụng dữ liệu" are two.
    """
    parts = [one.near_left for one in _between(view, left, right)]
    starts = [one for one in parts if _OPENING.match(view.text, one)]
    if len(starts) != count or len({view.text[one : one + 2] for one in starts}) > 1:
        return []
    ends = [_PARTS_END.sub("", view.text[one:two]) for one, two in pairwise([*starts, right])]
    return [_zone(one, one + len(text)) for one, text in zip(starts, ends, strict=True)]


def _is_time(view: View, span: Zone) -> bool:
    """Tell whether a stretch names a time and nothing else: "Năm 2023, …" is no subject."""
    chars = list(view.text[span.near_left : span.near_right])
    for time in view.times:
        for index in range(time.start, time.end):
            if span.near_left <= index < span.near_right:
                chars[index - span.near_left] = " "
    words = "".join(chars).replace(",", " ").split()
    return not words or words in (["trong"], ["đến"], ["từ"])


def _goes_before(view: View, one: Zone, spans: list[Zone]) -> bool:
    """Tell whether a stretch is a subject, too: then they are more than the numbers."""
    parts = [view.text[span.near_left : span.near_right].strip() for span in (one, *spans)]
    if all(_LEVEL.search(part) for part in parts):
        return True
    names = [view.original[span.near_left : span.near_right].strip() for span in (one, *spans)]
    if all(_NAMED.search(name) for name in names) and all(map(_NAME.fullmatch, names[1:])):
        return True
    opened = {_OPENING.match(part) and part.split(" ")[0] for part in parts}
    return len(opened) == 1 and None not in opened


def _apposed(view: View, spans: list[Zone]) -> bool:
    """Tell whether a stretch says how many the subjects before it are: "hai tỉnh cùng vùng"."""
    parts = [view.text[span.near_left : span.near_right] for span in spans]
    opens = any(part.split(" ")[0] in _SEVERAL for part in parts[1:])
    return opens or any(f" là {word} " in parts[-1] for word in _SEVERAL)


def _is_torn(view: View, one: Zone, spans: list[Zone]) -> bool:
    """Tell whether a comma parts the words of one subject, so that nobody can count them.

    "Tỷ lệ cấp bản điện tử và mức khai thác, tái sử dụng dữ liệu lần lượt đạt 97% và 58%".
    """
    opens = [_OPENING.match(view.text, span.near_left) is not None for span in (one, *spans)]
    return opens[0] and opens[1] and not all(opens)


def _zone(left: int, right: int) -> Zone:
    return Zone(left, right, left, right, left, right)
