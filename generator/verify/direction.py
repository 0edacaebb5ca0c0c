"""Words of rise and fall, of more and less, against the facts that a figure is of.

"tăng", "vượt", "cao hơn" before what two facts differ by, "từ … lên …" between them: each
is recomputed. A plain number may be called a rise only where its source calls it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.verify.comparing import shortened
from generator.verify.formula import operands_in
from generator.verify.lineage import Lineage, Record, decimal
from generator.verify.objection import Objection
from generator.verify.unmarked import place_of

DIRECTION = "số liệu: tăng, giảm"
_UP = (
    "tăng thêm",
    "tăng",
    "gấp",
    "vượt",
    "cao hơn",
    "nhiều hơn",
    "lớn hơn",
    "nhanh hơn",
    "tốt hơn",
    "cải thiện",
)
_DOWN = (
    "giảm bớt",
    "giảm",
    "thấp hơn",
    "ít hơn",
    "nhỏ hơn",
    "kém hơn",
    "kém",
    "chậm hơn",
    "thiếu",
    "hụt",
    "tụt",
)
_RISING = {**dict.fromkeys(_UP, True), **dict.fromkeys(_DOWN, False)}
_CHANGING = ("tăng", "giảm", "gấp")  # said of one thing at two times
_FILLED = r"(?: (?:gấp|thêm|khoảng|hơn|gần|trên|được|tới|đến|lần lượt|là|mất|đi)){0,6}\s{0,3}\Z"
_WORD = re.compile(rf"(?<!\w)(?P<word>{'|'.join(_RISING)}){_FILLED}", re.IGNORECASE)
_AND = re.compile(r" ?(?:và|,) ?(?:(?:khoảng|hơn|gần|trên) ?)?")
_TO = re.compile(r"\b(?P<word>lên|xuống)(?: (?:còn|đến|tới|hạng|thứ))* ?\Z")
_FROM = re.compile(r"(?<!\w)từ(?: (?:hạng|thứ|mức|khoảng|hơn|gần|trên))* ?\Z", re.IGNORECASE)
# how the words between a figure and a goal, or the figure of the country, set one against the other
_STANDS = re.compile(
    r", (?:còn |đã )?(?P<way>(?:vượt|cao hơn|thấp hơn|kém)(?= (?:mục tiêu|mức))"
    r"|(?:đạt|hoàn thành|bằng)(?= mục tiêu)|bằng(?= mức)) (?:mục tiêu|mức)[^,;.()\d]{0,40}\(?\Z"
)
_MORE = ("vượt", "cao hơn")
_REACHED = ("đạt", "hoàn thành", "bằng")  # as much will do
_BETWEEN = 32  # letters between the two numbers of "từ … lên …"
_CLAUSE = re.compile(r"[.;()]")
_SAME = ("indicator", "place", "level")
_PAIR = 2
_POINTS = "điểm phần trăm"
_PLAIN = ("value", "share")
_AROUND = 40  # letters of a message
_AGAINST = re.compile(r"[^.;()\d]{0,16}so với (?:cùng kỳ )?năm (?P<year>\d{4})")


def direction_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection where a rise is called a fall, more is called less, or either way.

    A direction has what was computed from two facts of one indicator, place and level at
    two times, a change that a source prints itself, and the signed difference to a target or
    an average; a rank rises when its number falls.
    """
    for unit in lineage.printed:
        text = str(unit["text"]).replace("\u00a0", " ")
        marks: Sequence[Sequence[object]] = sorted(unit.get("marks", ()))
        word, before = "", None
        for start, end, name in (_parts(mark) for mark in marks):
            figure = lineage.figures.get(name)
            match = _WORD.search(text[:start])
            goes_on = before is not None and _AND.fullmatch(text[before[0] : start])
            word = match["word"].lower() if match else word if goes_on else ""
            if figure is not None and word and _is_wrong(word, figure, lineage):
                first = match.start() if match else start
                message = f"“{shortened(text[first:end])}” ({name}): the facts say other"
                yield Objection(DIRECTION, message, place_of(unit))
            if figure is not None and (reason := _misplaced(text, start, end, figure, lineage)):
                message = f"“{shortened(text[start : end + _AROUND])}” ({name}): {reason}"
                yield Objection(DIRECTION, message, place_of(unit))
            if figure is not None and before is not None and before[1] is not None:
                after = (start, figure)
                reason = _misjoined(text, before, after, lineage)
                reason = reason or _misstood(text, before, after, lineage)
                if reason:
                    message = f"“{shortened(text[before[2] : end])}”: {reason}"
                    yield Objection(DIRECTION, message, place_of(unit))
            before = (end, figure, start)


def _parts(mark: Sequence[object]) -> tuple[int, int, str]:
    """Return start, end and figure of a mark."""
    start, end, name = mark
    return int(str(start)), int(str(end)), str(name)


def _is_wrong(word: str, figure: Record, lineage: Lineage) -> bool:
    """Tell whether the facts of a figure go the other way, or none at all."""
    rises = _rises(figure, lineage)
    if rises is None:
        rises = _is_more(word, figure, lineage)
    if rises is not None:
        return rises != _RISING[word]
    plain = not figure.get("formula") and (figure.get("part") or "value") in _PLAIN
    return plain and not _is_told(word, figure, lineage)


def _is_more(word: str, figure: Record, lineage: Lineage) -> bool | None:
    """Tell whether the first of what a formula compares is more, None where it does not."""
    places = {fact["place"] for fact in lineage.inputs(figure)}
    compares = "−" in str(figure.get("formula") or "")
    if not compares or (word.startswith(_CHANGING) and len(places) > 1):
        return None
    value = decimal(figure["value"])
    return value > 0 if value else None


def _is_told(word: str, figure: Record, lineage: Lineage) -> bool:
    """Tell whether the name or the source of a plain number has a word of its direction."""
    root = word.split(maxsplit=1)[0]
    return any(
        root in text.lower()
        for fact in lineage.inputs(figure)
        for text in (
            str(fact["source"]["quote"]),
            str(lineage.sentences.get(fact["id"], "")),
            str(lineage.indicators.get(fact["indicator"], {}).get("label", "")),
        )
    )


def _misplaced(text: str, start: int, end: int, figure: Record, lineage: Lineage) -> str:
    """Return why what stands around a number is wrong, "" where it is not.

    A difference is against the earlier of its years; what was cut is not called added.
    """
    facts = lineage.inputs(figure)
    against = _AGAINST.match(text[end:])
    years = sorted(str(fact["end"])[:4] for fact in facts)
    over_time = bool(figure.get("formula")) and len(facts) == _PAIR and years[0] != years[1]
    if against and over_time and against["year"] != years[0]:
        return f"it is against {years[0]}"
    if figure.get("formula") or len(facts) != 1:
        return ""
    label = str(lineage.indicators.get(facts[0]["indicator"], {}).get("label", "")).lower()
    bound = max((match.end() for match in _CLAUSE.finditer(text[:start])), default=0)
    clause = text[bound:start].lower()
    if "giảm" in label and "tăng" in clause and "giảm" not in clause:
        return "its indicator is a cut"
    return ""


def _misjoined(
    text: str,
    before: tuple[int, Record | None, int],
    after: tuple[int, Record],
    lineage: Lineage,
) -> str:
    """Return why "từ A lên B" is wrong, "" where it is not one or is right."""
    end, first, begin = before
    start, second = after
    between = text[end:start]
    match = _TO.search(between) if len(between) <= _BETWEEN else None
    if match is None or _CLAUSE.search(between) or first is None or not _FROM.search(text[:begin]):
        return ""
    if first.get("unit") != second.get("unit"):
        return f"the one is of {first.get('unit')}, the other of {second.get('unit')}"
    was, now = decimal(first["value"]), decimal(second["value"])
    kinds = {
        lineage.indicators.get(fact["indicator"], {}).get("kind")
        for one in (first, second)
        for fact in lineage.inputs(one)
    }
    if was == now or not kinds:
        return ""
    rises = now < was if kinds == {"rank"} else now > was
    return "" if rises == (match["word"] == "lên") else "the facts go the other way"


def _misstood(
    text: str,
    before: tuple[int, Record | None, int],
    after: tuple[int, Record],
    lineage: Lineage,
) -> str:
    """Return why "đạt A, cao hơn mức … (B)" is wrong, "" where it is not one or is right."""
    end, first, _ = before
    start, second = after
    match = _STANDS.search(text[end:start])
    if match is None or first is None or first.get("unit") != second.get("unit"):
        return ""
    kinds = {
        lineage.indicators.get(fact["indicator"], {}).get("kind")
        for one in (first, second)
        for fact in lineage.inputs(one)
    }
    more = match["way"] in _MORE
    is_more = more != (kinds == {"rank"})
    own, other = decimal(first["value"]), decimal(second["value"])
    if match["way"] in _REACHED:
        return "" if own >= other else "the facts fall short of it"
    return "" if (own > other if is_more else own < other) else "the facts stand the other way"


def _compared(fact: Record, figure: Record) -> Decimal:
    """Return what a difference compares of a fact: of points the share beside a count."""
    points = figure.get("unit") == _POINTS and fact.get("share") is not None
    return decimal(fact["share"] if points else fact["value"])


def _rises(figure: Record, lineage: Lineage) -> bool | None:
    """Tell whether a difference in time is a rise, None where it has no direction."""
    if figure.get("part") == "change":
        changes = [fact["change"] for fact in lineage.inputs(figure) if fact.get("change")]
        told = {str(one.get("direction")) for one in changes}
        return told == {"up"} if told <= {"up", "down"} and len(told) == 1 else None
    facts = sorted(lineage.inputs(figure), key=lambda fact: str(fact["end"]))
    if not figure.get("formula") or len(facts) != _PAIR:
        return _is_added_up(figure, facts)
    earlier, later = facts
    first, last = (_compared(fact, figure) for fact in (earlier, later))
    alike = all(earlier.get(key) == later.get(key) for key in _SAME)
    if not alike or earlier["end"] == later["end"] or first == last:
        return None
    is_rank = lineage.indicators.get(earlier["indicator"], {}).get("kind") == "rank"
    return (last < first) if is_rank else (last > first)


def _is_added_up(figure: Record, facts: Sequence[Record]) -> bool | None:
    """Tell whether a difference to what was added up is a rise, None where it is none such.

    "345.600 − (96.000 + 54.000)": the formula begins with the figure of the later day.
    """
    formula, days = str(figure.get("formula") or ""), {str(fact["end"]) for fact in facts}
    operands = operands_in(formula)
    if "−" not in formula or len(days) != _PAIR or not operands:
        return None
    first, last = (
        {_compared(fact, figure) for fact in facts if fact["end"] == day} for day in sorted(days)
    )
    value = decimal(figure["value"])
    if operands[0] not in last - first or not value:
        return None
    return value > 0
