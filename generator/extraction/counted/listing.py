"""Lists that go on: "cấp tỉnh 1.464 thủ tục, cấp huyện 314" says once what it counts.

A figure whose neighbourhood holds nothing but labels (a level, a place, a time) means
what the figure before it meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.catalogue import Kind
from generator.extraction.counted.classify import is_bare
from generator.extraction.counted.quantities import QuantityKind
from generator.extraction.reading import UPPER
from generator.extraction.rules import Rule
from generator.extraction.view import Figure, View
from generator.extraction.words.clauses import CLAUSES
from generator.extraction.words.levels import LEVELS
from generator.extraction.zones import Zone

# "xếp thứ 3 về thu hút đầu tư", also behind a list: "Lạng Sơn thứ 17, Hà Giang thứ 24 về …"
OF_ELSE = re.compile(
    r"(?:,? (?:và |còn )?[^\d.,;:()]{2,40} (?:thứ|hạng|vị trí) \d{1,2}(?:/\d\d)?){0,6}"
    rf"(?: (?:cả nước|toàn quốc|trong cả nước))?,? {CLAUSES.of_else} "
)
_OF_OTHER = re.compile(rf"{OF_ELSE.pattern}(?!{CLAUSES.not_else}(?!\w))")
_DATED_VALUE = re.compile(rf":? ?(?:{CLAUSES.dated_values} ){{0,2}}")
_LABELS = re.compile(
    rf"(?<!\w)(?:{CLAUSES.labels}|{LEVELS.not_lines.not_before}{LEVELS.lines})(?!\w)"
)
_LEFT_OVER = re.compile(rf"[,;(] ?(?:và |hiện |nay |vẫn )?còn (?:lại |{CLAUSES.share_about} )?$")
_REMAINING = re.compile(r" còn lại(?!\w)")
_REASON = re.compile(rf" {CLAUSES.reasons}(?!\w)")
_MARK = re.compile(r"[,;:.(]")
_WORD = re.compile(r"[^\W\d_]+")
_OFFICE = re.compile(rf"(?<!\w){CLAUSES.offices} [^,;:.()\d]*")
_CAPITAL = re.compile(rf"(?<!\w)[{UPPER}][\w&'’-]*")
_OF_LEVEL = re.compile(rf" {CLAUSES.bare_of_level}(?!\w)")
_NOTE = re.compile(r" ?\([^\d();]{4,40}\)")


def with_note(seen: View, figure: Figure, here: Zone) -> Zone:
    """Return a zone that holds the words in brackets behind a noun: "350 hồ sơ (đang xử lý)"."""
    note = _NOTE.match(seen.text, max(figure.end, figure.noun_end))
    if note is None or note.end() > here.clause_right:
        return here
    end = note.end() - 1
    return replace(here, near_right=max(here.near_right, end), far_right=max(here.far_right, end))


def goes_on(view: View, figure: Figure, zone: Zone, rule: Rule) -> bool:
    """Tell whether a figure can only mean what the one before it meant.

    "số hóa 15.000 hồ sơ, còn 2.000 hồ sơ" tells of those that are left.
    """
    if rule.kind is Kind.RANK and _OF_OTHER.match(view.text, figure.end):
        return False
    if not alone(view, figure, zone) or _LEFT_OVER.search(view.text, 0, figure.start):
        return False
    noun_end = figure.quantity.end
    if not is_bare(view, figure):
        hits = [hit for hit in view.hits(rule.nouns) if 0 <= hit.start - noun_end <= 2]
        if not hits and rule.nouns.patterns:
            return False
        noun_end = max((hit.end for hit in hits), default=noun_end)
    if figure.share is not None and not figure.share_first:
        # "54 thủ tục giải quyết trong ngày (43,55%)" has words of its own before its share
        if _rest(view, noun_end, figure.share.start):
            return False
        noun_end = max(noun_end, figure.end)
    return not _rest(view, noun_end, _right(view, noun_end, zone.near_right))


def _right(view: View, noun_end: int, right: int) -> int:
    """Return where the words behind a noun end: "900 thủ tục còn lại chưa phát sinh hồ sơ".

    What tells the reason is none of them: "chỉ 91,6% do vướng hồ sơ đất đai".
    """
    if _REASON.match(view.text, noun_end):
        return noun_end
    left_over = _REMAINING.match(view.text, noun_end)
    if left_over is None:
        return right
    mark = _MARK.search(view.text, left_over.end())
    return mark.start() if mark else len(view.text)


def alone(view: View, figure: Figure, zone: Zone) -> bool:
    """Tell whether nothing but labels stands right before a figure."""
    left = zone.near_left
    for office in _OFFICE.finditer(view.original, zone.far_left, figure.start):
        if office.start() < left <= office.end():
            left = office.start()  # "Sở Tài nguyên và Môi trường" is one name
    return not _rest(view, left, figure.start)


def bracket_of_told(told: Sequence[tuple[int, Rule]], view: View, start: int) -> int:
    """Return where the bracket opens that a figure shares with the one before, 0 if none.

    "đứng đầu vùng, trên Tây Ninh (67,05 điểm, hạng 15)": the rank goes with the score. ``told``
    are the ends and rules of the figures before the one at ``start``.
    """
    opened = view.text.rfind("(", 0, start)
    shut = opened < 0 or ")" in view.text[opened:start]
    shared = bool(told) and told[-1][0] > opened
    return opened + 1 if shared and not shut else 0


def before_bracket(told: Sequence[tuple[int, Rule]], view: View, start: int) -> Rule | None:
    """Return what the figure before a bracket counts that has closed since, None if none has.

    "cấp tỉnh nhận 900 hồ sơ (trực tuyến 400), cấp xã 700 hồ sơ" goes on with the 900. ``told``
    are the ends and rules of the figures of the sentence up to ``start``.
    """
    closed = view.text.rfind(")", 0, start)
    opened = view.text.rfind("(", 0, max(closed, 0))
    inside = any(opened < end <= closed + 1 for end, _ in told)
    later = any(end > closed + 1 for end, _ in told)
    outer = [rule for end, rule in told if end <= opened]
    return outer[-1] if opened >= 0 and inside and not later and outer else None


def dated_again(told: Sequence[tuple[int, Rule]], view: View, figure: Figure) -> Rule | None:
    """Return what a count in brackets is of that tells the one before them of another time.

    "phân cấp 74 TTHC cho các xã (quý IV/2025: 51 TTHC)": nothing else stands in the brackets.
    ``told`` are as in `before_bracket`.
    """
    opened = view.text.rfind("(", 0, figure.start)
    time = next((one for one in view.times if one.start == opened + 1), None)
    end, rule = told[-1] if told else (0, None)
    if opened < 0 or time is None or rule is None or rule.kind is not Kind.COUNT or end > opened:
        return None
    if not _DATED_VALUE.fullmatch(view.text, time.end, figure.start) or not rule.holds(
        figure.quantity
    ):
        return None
    if any(end <= one.start < opened for one in view.figures):
        return None
    nouns = [hit.end for hit in view.hits(rule.nouns) if 0 <= hit.start - figure.quantity.end <= 2]
    closes = max([figure.quantity.end, *nouns])
    return rule if view.text.startswith(")", closes) else None


def is_counted_by(view: View, figure: Figure, rule: Rule) -> bool:
    """Tell whether the noun behind a number is one that a rule counts."""
    end = figure.quantity.end
    return rule.kind is Kind.COUNT and any(
        0 <= hit.start - end <= 2 for hit in view.hits(rule.nouns)
    )


def sole_count(
    before: Sequence[Rule], view: View, figure: Figure, *, noun: bool = False
) -> Rule | None:
    """Return the one count of the sentence ``before`` that a figure can take up, None if several.

    "7 văn bản, cắt 205 quy định. Cộng từ năm 2021 là 318 quy định" takes up that of its noun,
    which ``noun`` asks for.
    """
    counts = [rule for rule in before if rule.kind is Kind.COUNT]
    bare = is_bare(view, figure)
    if not bare:
        counts = [rule for rule in counts if is_counted_by(view, figure, rule)]
    named = {rule.name: rule for rule in counts}
    return next(iter(named.values())) if len(named) == 1 and not (bare and noun) else None


def last_count(told: Sequence[Rule], last: Rule | None) -> Rule | None:
    """Return what the one count ``told`` in a clause counts, where the ``last`` figure is a rate.

    "cấp tỉnh 900 hồ sơ, đúng hạn 99%, cấp huyện 700 hồ sơ" goes on with the 900.
    """
    if last is not None and last.kind is Kind.COUNT:
        return last
    counts = {id(rule): rule for rule in told if rule.kind is Kind.COUNT}
    return next(iter(counts.values())) if len(counts) == 1 else last


def parts_of_other(told: Sequence[tuple[int, Rule]], view: View, figure: Figure) -> bool:
    """Tell whether a bare count of a level parts something that no rule counts.

    "tiếp nhận 9.300 hồ sơ, bố trí 450 công chức, gồm 50 ở cấp tỉnh" tells no dossiers of the
    level. ``told`` are as in `before_bracket`.
    """
    if not told or _OF_LEVEL.match(view.text, figure.quantity.end) is None:
        return False
    return any(
        told[-1][0] <= one.start < figure.start
        and one.quantity.kind is QuantityKind.COUNT
        and not is_bare(view, one)
        for one in view.figures
    )


def is_label(view: View, zone: Zone) -> bool:
    """Tell whether a stretch holds nothing but labels, names and times."""
    return not _rest(view, zone.near_left, zone.near_right)


def _rest(view: View, start: int, end: int) -> str:
    """Return the words of a stretch that are no labels, names or times."""
    chars = list(view.text[start:end])
    for match in _LABELS.finditer(view.text, start, end):  # "Tỷ lệ này", though it is a capital
        _blank(chars, match.start() - start, match.end() - start)
    for match in _OFFICE.finditer(view.original, start, end):
        _blank(chars, match.start() - start, match.end() - start)
    for match in _CAPITAL.finditer(view.original, start, end):
        _blank(chars, match.start() - start, match.end() - start)
    for time in view.times:
        _blank(chars, max(0, time.start - start), min(len(chars), time.end - start))
    plain = _LABELS.sub(" ", "".join(chars))  # what names and times had kept apart
    return " ".join(_WORD.findall(plain))


def _blank(chars: list[str], start: int, end: int) -> None:
    for index in range(max(0, start), min(len(chars), end)):
        chars[index] = " "
