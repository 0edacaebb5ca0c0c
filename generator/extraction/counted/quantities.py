"""Numbers of a sentence with what they are: counts, percentages, money, scores, ranks.

In: a folded sentence and the exclusion patterns. Out: ``Quantity`` groups in order
("756/1890" is one) and the numbers left out, each with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from generator.extraction.pattern import Pattern
from generator.extraction.words.quantities import QUANTITIES
from generator.vi.date_patterns import COUNT_WORDS
from generator.vi.numbers import Number, find_number_words, find_numbers, is_measure


class QuantityKind(StrEnum):
    """What sort of number a quantity is, by its own marks."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    SCORE = "score"
    RANK = "rank"
    CHANGE = "change"
    EARLIER = "earlier"  # the A of "từ A xuống B"


OF_THE_SAME = (QuantityKind.CHANGE, QuantityKind.EARLIER)
"""Kinds of numbers that belong to the figure beside them."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number group; all offsets count from the start of its sentence.

    ``start`` to ``end`` is the group with its total and unit marks, ``number_end``
    the end of the number as printed, magnitude word included.
    """

    start: int
    end: int
    number_end: int
    value: Decimal
    kind: QuantityKind
    total: Decimal | None = None
    in_words: bool = False
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Excluded:
    """A number that is no quantity, and why."""

    start: int
    end: int
    value: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A reason and the patterns that give it."""

    name: str
    patterns: tuple[Pattern, ...]


_COUNTED_KINDS = (QuantityKind.COUNT, QuantityKind.CHANGE)
_TOTAL = re.compile(
    rf"(?: [^\W\d]+){{0,2}} ?/ ?$| trên $| (?:(?:[^\W\d]+ ){{0,6}}?(?:{QUANTITIES.out_of}"
    rf"|/)(?: tổng)? số|(?:[^\W\d]+ ){{7,14}}?{QUANTITIES.out_of} tổng số)(?: [^\W\d]+){{0,2}} $"
)
_PERCENT = re.compile(rf" ?%| {QUANTITIES.percent}")
_MONEY = re.compile(rf" ?(?:{QUANTITIES.money}|đ(?=[ ,.;)/]|$))(?![^\W\d])")
_SCORE = re.compile(rf" ?{QUANTITIES.points}(?! {QUANTITIES.not_points})(?!\w)")
_SCORE_BEFORE = re.compile(
    rf"(?<!\w){QUANTITIES.score_before}(?: trung bình)?(?: là| đạt| được){{0,2}}:? $"
)
_RANK_BEFORE = re.compile(
    rf"(?:{QUANTITIES.rank_before}|{QUANTITIES.not_rank.not_before}{QUANTITIES.rank_word})"
    r"(?: hạng)?(?: là)?(?: số)?[ :]*$"
)
# "đứng thứ 12 trong 34 tỉnh, thành": the bodies that are ranked
_AMONG = re.compile(
    r",? trong (?:tổng )?(?:số )?"
    r"(?P<total>(?:34|63)(?= (?:tỉnh|địa phương))|(?:1[4-9]|2[0-2])(?= bộ))"
)
_RANK_TOLD = re.compile(
    rf"(?<!\w){QUANTITIES.ranking}(?: [^\W\d_]+){{1,12}} (?:{QUANTITIES.rank_told})(?: là| ở)? $"
)
# "chỉ xếp hạng 30 địa phương" counts those that got a rank
_RANKED_ONES = re.compile(rf"{QUANTITIES.ranked}(?: được)? $")
_ONES = re.compile(rf" {QUANTITIES.ranked_ones}(?!\w)")
_CHANGE_BEFORE = re.compile(
    rf"(?:{QUANTITIES.not_change.not_before}{QUANTITIES.changes}(?: {QUANTITIES.changes_more})*"
    rf"|{QUANTITIES.not_difference.not_before}{QUANTITIES.differences}(?: gấp)? hơn"
    rf"(?: {QUANTITIES.differences_more})?"
    rf"|{QUANTITIES.times}(?: {QUANTITIES.times_more})?"
    rf"|{QUANTITIES.change_size}(?: {QUANTITIES.change_size_more})?"
    rf"|{QUANTITIES.exceeds}|{QUANTITIES.moved}(?= \d+ {QUANTITIES.steps}))[ (]*$"
)
# "thêm 0,5 điểm so với", where "tiếp nhận thêm 500 hồ sơ" is a count
_ADDED = re.compile(rf"(?<!\w){QUANTITIES.added}(?: {QUANTITIES.added_more})? $")
_THAN = re.compile(r" ?(?:điểm(?: %)?|%)?[^.;,]{0,12}so (?:với|cùng)")
# "giảm 34% chi phí tuân thủ" is the cut itself, not a change of something
_OF_COST = re.compile(rf" (?:tổng )?{QUANTITIES.costs}(?! so với)")
_COST = re.compile(rf"(?<!\w){QUANTITIES.costs}[^,;.\d]{{0,40}}$")
# "vượt 3% so với kế hoạch" is a change, "đã vượt 51%" a value
_AGAINST = re.compile(rf" về |[^.;,]{{0,30}}{QUANTITIES.exceeded}")
_CHANGE_AFTER = re.compile(rf" ?{QUANTITIES.change_after}(?!\w)(?! lượt)")
_FROM_TO = re.compile(rf"từ(?: {QUANTITIES.value_words})* $")
_RANKING = re.compile(rf"{QUANTITIES.ranking}(?: [^\W\d]+){{0,5}} từ $")
# two values that rose to one: "từ 48,7% của A và 39,9% của B nay đạt 76,4%"
_AND_FROM = re.compile(r"(?: [^\W\d]+){1,7},? và (?:[^\W\d]+ ){0,3}")
_ROSE_TO = re.compile(
    rf"^(?:[^,;.]{{0,50}}?{QUANTITIES.to}|[^,;.]{{0,30}}, [^,;.\d]{{0,30}}?"
    rf"{QUANTITIES.moves} {QUANTITIES.moves_to})(?: {QUANTITIES.value_words})* ?$"
)
_RANKS = dict(QUANTITIES.rank_words.meanings) | {
    word: count for word, count in COUNT_WORDS.items() if count <= 10
}
_RANK_WORD = re.compile(
    rf"(?<!\w){QUANTITIES.rank_word_before} (?:vị trí )?thứ ({'|'.join(_RANKS)})"
    rf"(?= (?:của |trong |trên )?(?:{QUANTITIES.rank_among}|(?:(?:tổng )?số )?\d\d tỉnh)"
    rf"| {QUANTITIES.rank_behind}(?!\w)|[,;)](?: |$)|[.!?…]|$)"
)
# two rises in one: "tăng 75% về số lượng và 121% về giá trị"
_IN = re.compile(r" về (?!đích)")
_IN_ONE = re.compile(r" về [^,;.\d]{2,30}(?:, | và |, và )")
_OVER = re.compile(r" ?/ ?")
_SCALE = re.compile(r" ?% ?/ ?")  # "97,2%/100%": the second is what the first is held against
_FULL = 100
_OVER_FULL = "above its scale"
_TOP_SCORE = 1000  # no index has more points
_MANY = 1000  # "vượt 30 hồ sơ" may tell by how many
_RUN = 3  # numbers that count on in brackets, at least
_PROVINCES = 63
_PROVINCE_COUNTS = (34, 63)
_DAYS, _MONTHS = 31, 12
_ENDS = re.compile(r" ?(?:[,.;:)]|$)")
_NOTE = re.compile(r"\[\d{1,3}\](?= [^\W\d])")  # "17.807[2] quy định": the noun follows the mark
_COUNTED = re.compile(r" [^\W\d]")
_BETWEEN = 110  # from a count to the whole that it is out of
_BEFORE = 60  # how far back marks in front of a number are looked for


def quantities(
    sentence: str, masks: Sequence[tuple[int, int, str]]
) -> tuple[list[Quantity], list[Excluded]]:
    """Return the quantities of a folded sentence and the excluded numbers.

    ``masks`` are the spans in which a number measures nothing, each with the reason.
    """
    kept: list[Number] = list(_rank_words(sentence))
    excluded: list[Excluded] = []
    for number in _all_numbers(sentence):
        reason = _reason(number, masks)
        if reason is None:
            kept.append(number)
        elif not number.in_words:
            excluded.append(Excluded(number.start, number.end, number.value, reason))
    kept.sort(key=lambda number: number.start)
    bare = set(_bare_dates(sentence, kept))
    excluded.extend(Excluded(one.start, one.end, one.value, "date or time") for one in bare)
    over = set(_over_full(sentence, kept)) - bare
    over |= {two for one, two in pairwise(kept) if _SCALE.fullmatch(sentence, one.end, two.start)}
    excluded.extend(Excluded(one.start, one.end, one.value, _OVER_FULL) for one in over)
    kept = [number for number in kept if number not in bare | over]
    found = _from_to(sentence, list(_groups(sentence, kept)))
    return _in_order(sentence, _of_both(sentence, _of_all(sentence, found))), excluded


def _bare_dates(sentence: str, numbers: Sequence[Number]) -> Iterator[Number]:
    """Yield the days and months of bare dates: "tăng so với 31/5."."""
    for one, two in pairwise(numbers):
        if sentence[one.end : two.start] != "/" or one.value <= two.value:
            continue
        if one.value <= _DAYS and two.value <= _MONTHS and _ENDS.match(sentence, two.end):
            yield from (one, two)


def _over_full(sentence: str, numbers: Sequence[Number]) -> Iterator[Number]:
    """Yield the numbers of a value above its plan: "97,5/95%"; the second is no result.

    "104,2/100 điểm" is told, as "19/17 nhiệm vụ" is: a check finds what cannot be.
    """
    for one, two in pairwise(numbers):
        if not _OVER.fullmatch(sentence, one.end, two.start) or one.value <= two.value:
            continue
        whole = all(number.value == number.value.to_integral_value() for number in (one, two))
        if _SCORE.match(sentence, two.end):
            continue
        if (_PERCENT.match(sentence, two.end) or not whole) and not (
            one.ambiguous or two.ambiguous
        ):
            yield from (one, two)


def _rank_words(sentence: str) -> Iterator[Number]:
    """Yield the ranks that are told in words: "đứng thứ hai cả nước", "xếp thứ chín;"."""
    for match in _RANK_WORD.finditer(sentence):
        value = Decimal(_RANKS[match.group(1)])
        yield Number(match.start(1), match.end(1), value, in_words=True)


def _all_numbers(sentence: str) -> list[Number]:
    words = [
        word
        for word in find_number_words(sentence)
        if not sentence[: word.start].rstrip()[-1:].isdigit()
    ]
    return sorted([*find_numbers(sentence), *words], key=lambda number: number.start)


def has_number(sentence: str) -> bool:
    """Tell whether a folded sentence has a number, in digits or words."""
    return (
        any(map(str.isdigit, sentence)) or next(iter(find_number_words(sentence)), None) is not None
    )


def exclusion_spans(
    sentence: str, exclusions: Sequence[Exclusion]
) -> Iterator[tuple[int, int, str]]:
    """Yield the spans that the exclusions claim in a folded sentence.

    A match in which the group of a pattern takes no part claims nothing.
    """
    for exclusion in exclusions:
        for pattern in exclusion.patterns:
            for hit in pattern.hits(sentence):
                whole = {} if pattern.names else {"number": (hit.start, hit.end)}
                for start, end in (hit.groups or whole).values():
                    yield start, end, exclusion.name


def _reason(number: Number, masks: Sequence[tuple[int, int, str]]) -> str | None:
    """Return why a number counts for nothing, None where it counts."""
    for start, end, reason in masks:
        if start < number.end and number.start < end:
            return reason
    return None if is_measure(number.value) else "no measure"


def _groups(sentence: str, numbers: list[Number]) -> Iterator[Quantity]:
    """Join "a/b" and name the kind of each group."""
    index = 0
    while index < len(numbers):
        number = numbers[index]
        follower = numbers[index + 1] if index + 1 < len(numbers) else None
        total, end = None, number.end
        if follower and not number.in_words and _is_total(sentence, number, follower):
            total, end = follower, follower.end
            index += 1
        index += 1
        note = _NOTE.match(sentence, end)
        yield _quantity(sentence, number, total, note.end() if note else end)


def _is_total(sentence: str, number: Number, follower: Number) -> bool:
    """Tell whether the second number is the b of "a/b" or "a trên tổng số b".

    "19/17 nhiệm vụ" is a misprint that is told, not a pair of other numbers.
    """
    between = sentence[number.end : follower.start]
    if len(between) > _BETWEEN or _TOTAL.fullmatch(between) is None:
        return False
    if number.value != number.value.to_integral_value() and not number.ambiguous:
        return follower.value >= number.value or _SCORE.match(sentence, follower.end) is not None
    return _grouped(follower) >= _grouped(number) or _is_misprint(sentence, number, follower)


def _is_misprint(sentence: str, number: Number, follower: Number) -> bool:
    """Tell whether a count stands over a smaller whole: "19/17 nhiệm vụ", but no day "31/7".

    Whole numbers that count something, since scores and measures may be of any base.
    """
    pair = (number, follower)
    whole = all(one.value == one.value.to_integral_value() for one in pair)
    is_day = number.value <= _DAYS and follower.value <= _MONTHS
    is_slash = sentence[number.end : follower.start].strip() == "/"
    counts = _COUNTED.match(sentence, follower.end) is not None
    return whole and is_slash and counts and not is_day and follower.value > 0


def _quantity(sentence: str, number: Number, follower: Number | None, end: int) -> Quantity:
    kind, end = _kind(sentence, number, end)
    value, total = number.value, follower.value if follower else None
    if kind is QuantityKind.RANK and total is None and (among := _AMONG.match(sentence, end)):
        total = Decimal(among["total"])
    if kind is QuantityKind.PERCENT and total == _FULL:
        total = None  # "97,2/100%" is written for "97,2%"
    unclear = number.ambiguous or (follower is not None and follower.ambiguous)
    ambiguous = unclear and kind in _COUNTED_KINDS and sentence[end - 1] != "%"
    if not ambiguous:
        value = _as_decimal(sentence[number.start : number.end], value, kind)
    value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value
    span = (number.start, end, number.end)
    return Quantity(*span, value, kind, total, number.in_words, ambiguous)


def _grouped(number: Number) -> Decimal:
    """Return a number with the comma of "1,146" read as a thousands mark."""
    value = number.value * 1000 if number.ambiguous else number.value
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _as_decimal(printed: str, value: Decimal, kind: QuantityKind) -> Decimal:
    """Read "98.125%" as a decimal: no rate or score lies above its scale."""
    groups = printed.split(".")
    small = kind in (QuantityKind.PERCENT, QuantityKind.SCORE)
    if small and value > 1000 and len(groups) == 2 and all(map(str.isdigit, groups)):
        return Decimal(printed)
    return value


def _kind(sentence: str, number: Number, end: int) -> tuple[QuantityKind, int]:
    """Return the kind of a group and its end with the unit mark."""
    before = sentence[max(0, number.start - _BEFORE) : number.start]
    if percent := _PERCENT.match(sentence, end):
        change = _CHANGE_BEFORE.search(before)
        if change and change.group().strip(" (") == "vượt":
            change = _AGAINST.match(sentence, percent.end())
        if change and (
            _OF_COST.match(sentence, percent.end())
            or (_is_cost_cut(before, change.group()) and not _THAN.match(sentence, percent.end()))
        ):
            change = None
        change = change or (_ADDED.search(before) and _THAN.match(sentence, percent.end()))
        return (QuantityKind.CHANGE if change else QuantityKind.PERCENT), percent.end()
    if _is_change(sentence, before, end, number):
        return QuantityKind.CHANGE, end
    if _ADDED.search(before) and _THAN.match(sentence, end):
        return QuantityKind.CHANGE, end
    if money := _MONEY.match(sentence, end):
        return QuantityKind.MONEY, money.end()
    if score := _SCORE.match(sentence, end):
        return QuantityKind.SCORE, score.end()
    if _SCORE_BEFORE.search(before) and number.value <= _TOP_SCORE:
        return QuantityKind.SCORE, end
    if end == number.end and _RANKED_ONES.search(before) and _ONES.match(sentence, end):
        return QuantityKind.COUNT, end
    whole = number.value == number.value.to_integral_value()
    if whole and number.value <= 1000 and _RANK_BEFORE.search(before):
        return QuantityKind.RANK, end
    return QuantityKind.COUNT, end


def _is_cost_cut(before: str, change: str) -> bool:
    """Tell whether "giảm 25%" is the cut of the cost of compliance named before it."""
    return "giảm" in change and _COST.search(before) is not None


def _is_change(sentence: str, before: str, end: int, number: Number) -> bool:
    """Tell whether a number that is no percentage says how much something changed.

    "tiếp nhận vượt 163.000 hồ sơ" does not, where nothing is named that they surpass.
    """
    change = _CHANGE_BEFORE.search(before)
    if change and change.group().strip(" (") == "vượt" and number.value >= _MANY:
        return _AGAINST.match(sentence, end) is not None
    return change is not None or _CHANGE_AFTER.match(sentence, end) is not None


def _in_order(sentence: str, found: list[Quantity]) -> list[Quantity]:
    """Make ranks of numbers that count on in brackets: "Huế (6), Bắc Ninh (7), Đà Nẵng (8)".

    What begins with "(1)" is a list of items.
    """
    out = list(found)
    runs: list[list[int]] = [[]]
    for index, one in enumerate(found):
        alone = sentence[one.start - 1 : one.end + 1] == f"({sentence[one.start : one.end]})"
        run = runs[-1]
        if run and (not alone or one.value != found[run[-1]].value + 1):
            runs.append([])
        if alone and one.kind is QuantityKind.COUNT and 1 < one.value <= _PROVINCES:
            runs[-1].append(index)
    for index in (index for run in runs if len(run) >= _RUN for index in run):
        out[index] = replace(found[index], kind=QuantityKind.RANK)
    return out


def _of_all(sentence: str, found: list[Quantity]) -> list[Quantity]:
    """Make ranks of bare numbers out of all provinces behind one: "thứ 37/63, Quảng Trị 41/63".

    Also where a rank is told some words before: "thứ hạng trên Bộ chỉ số … đang là 27/34".
    """
    out = list(found)
    ranked = False
    for index, one in enumerate(found):
        bare = one.kind is QuantityKind.COUNT and _ENDS.match(sentence, one.end)
        among = one.total in _PROVINCE_COUNTS and one.value <= one.total
        told = ranked or _RANK_TOLD.search(sentence, 0, one.start)
        if told and bare and among:
            out[index] = replace(one, kind=QuantityKind.RANK)
        ranked = ranked or (one.kind is QuantityKind.RANK and one.total in _PROVINCE_COUNTS)
    return out


def _of_both(sentence: str, found: list[Quantity]) -> list[Quantity]:
    """Mark the B of "tăng A% về số lượng và B% về giá trị" as a change, too."""
    out = list(found)
    for index, other in enumerate(found[1:], 1):
        one = out[index - 1]
        kinds = (one.kind, other.kind)
        if kinds == (QuantityKind.CHANGE, QuantityKind.PERCENT) and (
            _IN_ONE.fullmatch(sentence, one.end, other.start) and _IN.match(sentence, other.end)
        ):
            out[index] = replace(other, kind=QuantityKind.CHANGE)
    return out


def _from_to(sentence: str, found: list[Quantity]) -> list[Quantity]:
    """Mark the A of "từ A (kéo) xuống B" as an earlier value."""
    out = list(found)
    for index, (one, other) in enumerate(pairwise(found)):
        before = sentence[max(0, one.start - _BEFORE) : one.start]
        between = sentence[one.end : other.start]
        if _FROM_TO.search(before) and _ROSE_TO.match(between):
            out[index] = replace(one, kind=QuantityKind.EARLIER)
            kind = QuantityKind.RANK if _RANKING.search(before) else one.kind
            if other.kind is QuantityKind.COUNT and kind is not QuantityKind.COUNT:
                out[index + 1] = replace(other, kind=kind)
        last = found[index + 2] if index + 2 < len(found) else None
        both = _FROM_TO.search(before) and _AND_FROM.fullmatch(between)
        if last and both and _ROSE_TO.match(sentence[other.end : last.start]):
            out[index] = replace(one, kind=QuantityKind.EARLIER)
            out[index + 1] = replace(other, kind=QuantityKind.EARLIER)
    return out
