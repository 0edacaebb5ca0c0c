"""Which words of a sentence belong to which of its numbers.

Between two numbers the last mark that parts them ("trong đó", a comma, "và", the bar
between two cells) gives
what stands before it to the first number and what follows to the second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extraction.counted.quantities import OF_THE_SAME, QuantityKind
from generator.extraction.reading import UPPER
from generator.extraction.view import View
from generator.extraction.words.clauses import CLAUSES

_STRONG = re.compile(rf"[;:|]|(?<!\w){CLAUSES.asides}(?!\w)")
_WITH = rf"{CLAUSES.not_with.not_before}{CLAUSES.parting_with}"
_WEAK = re.compile(rf"[,()]|(?<!\w)(?:{CLAUSES.weak}|{_WITH})(?!\w)| - ")
# a comma inside one notion parts nothing
_PAIRED = re.compile(rf"(?<!\w){CLAUSES.pairs}(?!\w)")
_CLOSED = re.compile(r"\([^()]*\)")  # an aside has marks of its own
_NEAR_END = re.compile(rf"[,():|]| - (?!\d)|(?<!\w){CLAUSES.near_ends}(?!\w)")
# "…, số trả đúng hạn gồm 900 hồ sơ" opens no list: "gồm" is but "là" there
_AMOUNTS_TO = re.compile(
    rf"[,;(] ?(?:{CLAUSES.asides},? )?(?:tổng )?số [^,;:.()\d]{{1,60}} {CLAUSES.amounts_to}$"
)
_RATE = re.compile(rf",(?: và| với| {CLAUSES.set_against})? (?=tỷ lệ (?!\d))")
_RANKED = (QuantityKind.SCORE, QuantityKind.RANK)
_NAMED = 16  # characters of "tỷ lệ" with a name of its own
_SHORT = re.compile(rf"\([{UPPER}&-]{{2,10}}\)")  # "(TTHC)" goes on with what it abbreviates
# "0,8% (tương đương 1.310 hồ sơ) trễ hẹn": the bracket tells the same once more
_EQUAL = re.compile(
    rf" ?\({CLAUSES.equal}? ?(?:{CLAUSES.about} )?"
    r"\d[\d.,]*(?: [^\W\d_]+){0,3}\)"
)
# "đã xử lý 90, còn 12 phản ánh": the word tells that these are left
_LEFT = re.compile(rf"(?<!\w)còn ?(?:{CLAUSES.about} )?$")
# "09 PAKN còn lại đang được xử lý" tells of those, as "còn lại 9 PAKN" of the next
_LEFT_OVER = re.compile(r" ?còn lại(?! ?(?:là |có )?\d)(?!\w)")
_COLON = 3  # characters before a number in which a colon only leads to it
_REACH = 400  # characters; no word farther away tells about a number


@dataclass(frozen=True, slots=True)
class Zone:
    """The stretches of a sentence that tell about one number.

    ``near`` is [left, right) up to the nearest marks; ``far`` reaches to the
    neighbouring numbers; ``clause`` to the semicolons around.
    """

    near_left: int
    near_right: int
    far_left: int
    far_right: int
    clause_left: int
    clause_right: int


def zone(view: View, index: int) -> Zone:
    """Return the zone of the figure with this index."""
    figure = view.figures[index]
    text = view.text
    left = max(text.rfind(";", 0, figure.start) + 1, figure.start - _REACH, 0)
    stop = text.find(";", figure.end)
    right = min(len(text) if stop < 0 else stop, figure.end + _REACH)
    last = _teller(view, index)
    before = view.figures[last].end if last >= 0 else 0
    after = view.figures[index + 1].start if index + 1 < len(view.figures) else right
    # "… 900 hồ sơ, hồ sơ đến hạn 870 hồ sơ, quá hạn 12": the words of the 870 are its own
    before = max((end for _, end in view.counted if before <= end <= figure.start), default=before)
    stops = [start for start, _ in view.counted if figure.end <= start < after]
    parted, after = bool(stops), min(stops, default=after)
    far_left, far_right = max(left, before), min(right, after)
    near_left = far_left
    if before > left:
        noun = view.figures[last].noun_end if last >= 0 else 0
        near_left = split(text, max(before, noun), figure.start)
        rest = _LEFT.search(text, max(before, noun), figure.start)
        near_left = min(near_left, rest.start()) if rest else near_left
    if figure.quantity.kind is QuantityKind.PERCENT:
        # "…, nhưng tỷ lệ hồ sơ trực tuyến đạt 45%": the rate is told by its own name
        for mark in _RATE.finditer(text, near_left, figure.start):
            if figure.start - mark.end() > _NAMED:
                near_left = mark.end()
    if far_right == after and (parted or index + 1 < len(view.figures)):
        own = max(figure.end, figure.noun_end)
        far_right = max(figure.end, split(text, own, after, default=after))
    if figure.quantity.kind not in _RANKED:
        headed = text.rfind(":", far_left, max(far_left, figure.start - _COLON))
        near_left = max(near_left, headed + 1)  # "2. Giải quyết TTHC: Tổng số tiếp nhận: 98.214"
    near_right = _near_right(view, max(figure.end, min(figure.noun_end, far_right)), far_right)
    return Zone(near_left, near_right, far_left, far_right, left, right)


def _teller(view: View, index: int) -> int:
    """Return the index of the figure before that ends the words of this one, -1 if none.

    A change or an earlier value ("giảm từ 4% xuống 1%") is of the same thing.
    """
    last = index - 1
    while last >= 0 and view.figures[last].quantity.kind in OF_THE_SAME:
        last -= 1
    return last


def split(text: str, start: int, end: int, default: int | None = None) -> int:
    """Return where the words between two numbers change sides.

    Without any mark they belong to both: ``default`` (else ``start``).
    """
    part = _CLOSED.sub(lambda match: ")".rjust(len(match.group())), text[start:end])
    cut = None
    words = part.rstrip(": ")
    amount = _AMOUNTS_TO.search(words)
    for match in _STRONG.finditer(words):
        if amount is not None and match.end() == len(words):
            continue
        cut = match.end() if len(match.group()) == 1 else match.start()
    if cut is None:
        paired = [match.span() for match in _PAIRED.finditer(part)]
        for match in _WEAK.finditer(part):
            if any(low < match.start() < high for low, high in paired):
                continue
            verb = match.group() == "còn" and cut is not None and part[cut : match.start()].strip()
            if not verb:  # ", số quá hạn còn 634 hồ sơ" begins at the comma
                cut = match.end()
    if cut is None:
        return start if default is None else default
    return start + cut


def _near_right(view: View, start: int, end: int) -> int:
    """Return the end of the words right after a number: the first mark.

    A mark inside a span that counts as one ("mức độ 3, 4") parts nothing.
    """
    short = [match.span() for match in _SHORT.finditer(view.original, start, end)]
    aside = _EQUAL.match(view.text, start, end)
    short += [match.span() for match in _PAIRED.finditer(view.text, start, end)]
    left = _LEFT_OVER.match(view.text, start, end)
    after = max(aside.end() if aside else start, left.end() if left else start)
    for match in _NEAR_END.finditer(view.text, after, end):
        if not any(low < match.start() < high for low, high in view.masks) and not any(
            low <= match.start() < high for low, high in short
        ):
            return match.start()
    return end
