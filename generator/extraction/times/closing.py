"""A time that closes a sentence is that of all its figures: "nhận 90, trả 80 hồ sơ trong quý I".

It reaches back over the figures of its clause; said of data ("(số liệu quý I)") over all of
the sentence. Where something parts a figure from it nobody knows whether it counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.catalogue import Kind
from generator.extraction.counted.quantities import OF_THE_SAME
from generator.extraction.times.candidates import is_of_another
from generator.extraction.times.dating import counts
from generator.extraction.view import View
from generator.extraction.words.periods import PERIODS
from generator.extraction.zones import Zone
from generator.model.period import Period
from generator.vi.dates import TimeKind, TimeMention

# what stands between the last number and its time: "hồ sơ trong", ", tính đến", " ("
_GAP = re.compile(r"(?P<words>[^,;:()]{0,80})(?P<mark>, (?:tính )?|,? ?\((?:tính |trong )?|)")
# "hồ sơ của năm 2023", "98% kế hoạch năm 2024": the time is of the thing counted
_OF_THING = re.compile(
    rf"(?<!\w){PERIODS.of_thing} (?:{PERIODS.of_thing_more} )?$"
    rf"|(?<!\w){PERIODS.of_plan}(?!\w)"
)
_CLOSED = re.compile(r" ?(?:[.,;)]|$)| (?:và|còn)(?!\w)")
_LAST = re.compile(r"\)? ?(?:[.;]|$)")
# "…, còn 300 hồ sơ đang giải quyết" goes on with the same
_PARTED = re.compile(
    rf"(?<!\w)(?:{PERIODS.parted}|{PERIODS.rest}(?! (?:{PERIODS.not_rest}|\d))"
    rf"|{PERIODS.but}(?! song))(?!\w)|;|\. "
)
_WITHIN = re.compile(rf"(?<!\w){PERIODS.within}(?!\w)")
_OF_DATA = re.compile(rf"\((?:theo )?{PERIODS.of_data}(?: [^\W\d_]+){{0,4}} $")
_END = re.compile(r"\) ?\.?$")
# "có 1.820 thủ tục" is a state, whatever happened since
_STANDS = re.compile(rf"(?<!\w){PERIODS.stands}(?: (?!{PERIODS.not_stands})[^\W\d_]+){{0,3}} $")
_MADE = re.compile(rf"(?<!\w){PERIODS.made}(?!\w)")
_PRESENT = re.compile(r"hiện(?: (?:nay|tại))?(?!\w)")
_HAPPENS = re.compile(rf" ?{PERIODS.happens}(?!\w)")
_KINDS = (TimeKind.SPAN, TimeKind.AS_OF, TimeKind.SINCE, TimeKind.PAST_MONTHS)
_LIST = 2  # parts that share a time


def closing(
    view: View,
    zone: Zone,
    span: tuple[int, int],
    times: Sequence[tuple[TimeMention, Period | None]],
    about: tuple[Kind, str],
) -> tuple[Period | None] | None:
    """Return the time behind later figures that a figure at ``span`` shares with them.

    ``times`` are all that the sentence names, with None for what nobody can date; ``about``
    are the kind and span of what is counted. None tells that no time closes the clause, a
    tuple of None that one does that may be of another figure alone.
    """
    kind, counted = about
    if counted == "state" or kind in (Kind.SCORE, Kind.RANK, Kind.TARGET):
        return None
    if kind is Kind.COUNT and not counted and is_state(view, span):
        return None
    behind = [item for item in times if item[0].start >= span[1]]
    told = _of_data(view, behind)
    if told is not None and len(times) == 1:
        return (told,)
    inside = [item for item in behind if item[0].end <= zone.clause_right]
    shut = [item for item in inside if closes(view, item[0])]
    if not shut:
        return None
    mention, period = shut[0]
    alone = len(inside) == 1 and not _is_parted(view, span[1], mention)
    return (period if alone else None,)


def is_of_state(view: View, mention: TimeMention, start: int) -> bool:
    """Tell whether a "hiện" is but of what there is, told before the figure at ``start``.

    "BHXH tỉnh hiện cung cấp 26 dịch vụ; tiếp nhận 45.800 hồ sơ": the second is none of today.
    """
    if mention.kind is not TimeKind.NOW or not _PRESENT.match(view.text, mention.start):
        return False
    behind = [one for one in view.figures if mention.end <= one.start < start]
    return bool(behind) and is_state(view, (behind[0].start, behind[0].quantity.end))


def is_made(view: View, zone: Zone, start: int) -> bool:
    """Tell whether the words before a figure tell what was done, not what there is.

    "tích hợp 90 dịch vụ" is of a time, "cung cấp 90 dịch vụ" as of a day.
    """
    return _MADE.search(view.text, zone.near_left, start) is not None


def is_state(view: View, span: tuple[int, int]) -> bool:
    """Tell whether a figure tells what there is, not what happened: "có 1.820 thủ tục".

    ``span`` is that of the figure.
    """
    happens = _HAPPENS.match(view.text, span[1])
    return happens is None and _STANDS.search(view.text, 0, span[0]) is not None


def _of_data(view: View, behind: Sequence[tuple[TimeMention, Period | None]]) -> Period | None:
    """Return the time of "(số liệu quý II/2024)", "(tính đến 30/6)" at the end of a sentence."""
    for mention, period in behind:
        opens = _OF_DATA.search(view.text, max(0, mention.start - 60), mention.start)
        until = mention.kind is TimeKind.AS_OF and view.text[mention.start - 2 : mention.start]
        if (opens or until == " (") and _END.match(view.text, mention.end):
            return period
    return None


def closes(view: View, mention: TimeMention) -> bool:
    """Tell whether a time stands right behind a figure and its noun, and ends something."""
    before = [one for one in view.figures if one.end <= mention.start]
    if mention.kind not in _KINDS or not before or not _CLOSED.match(view.text, mention.end):
        return False
    gap = _GAP.fullmatch(view.text, before[-1].end, mention.start)
    if (
        gap is None
        or not counts(view.text, mention)
        or _OF_THING.search(gap["words"].rstrip() + " ")
    ):
        return False
    return not gap["mark"] or _LAST.match(view.text, mention.end) is not None


def _is_parted(view: View, end: int, mention: TimeMention) -> bool:
    """Tell whether something parts a figure that ends at ``end`` from a time behind others."""
    text = view.text
    if _PARTED.search(text, end, mention.start) or is_of_another(view, mention):
        return True
    if any(end <= one.start < mention.start and counts(text, one) for one in view.times):
        return True
    inner = _WITHIN.search(text, end, mention.start)
    if inner is None:
        return False
    parts = [
        one
        for one in view.figures
        if inner.end() <= one.start < mention.start and one.quantity.kind not in OF_THE_SAME
    ]
    return len(parts) < _LIST
