"""An HTML report's own lineage: the figure that each number names, the box behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from generator.verify.comparing import shortened
from generator.verify.grounds import numbers_of
from generator.verify.lineage import Lineage, Record, decimal
from generator.verify.objection import Objection
from generator.verify.printed import RESERVATIONS
from generator.verify.reading.text import FileText, names, squeezed
from generator.vi.numbers import parse_digits
from generator.vi.printing import rounded

BOX = "số liệu: truy nguồn"
# what makes the characters beside it one word or number with it: "1" in "12", "3,1"
_GLUED_BEFORE = re.compile(r"\w\Z|\d[.,/]\Z")
_GLUED_BEHIND = re.compile(r"\w|[.,/]\d")
_LETTERS = re.compile(r"[^\W\d_]+")
# "Số liệu dùng để tính", the button "Đóng"
_FIXED = names("Số liệu dùng để tính Đóng")
_CITED = ("title", "publisher", "published", "path")  # in the order in which a box cites them
_NUMBER = re.compile(r"\d+(?:[.,/-]\d+)*")
_ENGLISH = {
    "times": "lần",
    "percent": "%",
    "points": "điểm",
    "places": "bậc",
    "absolute": "",
}  # units that the data name in English
_DAYS = ("published", "when")
_ZERO_MONTHS = 2  # "05/02/2024", "31/7/2024"
_SWAPPED = str.maketrans(",.", ".,")


def marked_objections(text: FileText, lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection where a number names another figure than the report does."""
    if text.marked is None:
        return
    wanted = [
        (str(unit["text"])[start:end], name)
        for notes in (False, True)
        for unit in lineage.printed
        if (unit["kind"] == "note") is notes
        for start, end, name in unit.get("marks", ())
    ]
    if len(wanted) != len(text.marked):
        message = f"{len(text.marked)} numbers of the page open their sources, {len(wanted)} should"
        yield Objection(BOX, message, "data")
    for one, (printed, name) in zip(text.marked, wanted, strict=False):
        key = squeezed(printed)
        if one.figure == name and squeezed(one.text) == squeezed(one.value) != key:
            continue  # told with the text in which it stands
        if (squeezed(one.text), one.figure) != (key, name) or squeezed(one.value) != key:
            message = (
                f"“{one.text}” with the data value “{one.value}” opens the sources of"
                f" {_figure(one.figure, lineage)}; here stands “{printed}”, of"
                f" {_figure(name, lineage)}"
            )
            yield Objection(BOX, message, one.where)


def _figure(name: str, lineage: Lineage) -> str:
    """Return what a figure is for a reader: its value and what it counts."""
    figure = lineage.figures.get(name)
    if figure is None:
        return f"no figure of the report ({name})"
    facts = lineage.inputs(figure)
    known = lineage.indicators.get(str(facts[0]["indicator"]), {}) if facts else {}
    label = str(figure.get("label") or known.get("label") or figure["unit"])
    return f"“{label}” ({figure['value']})"


def box_objections(text: FileText, lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each box whose numbers are not those of its figure."""
    if text.boxes is None:
        return
    for name in text.boxes.keys() - lineage.figures.keys():
        yield Objection(BOX, "a box of no figure of the report", f"lineage-{name}")
    for name, figure in lineage.figures.items():
        box = text.boxes.get(name)
        if box is None:
            yield Objection(BOX, "the box is missing", f"lineage-{name}")
            continue
        left = " ".join(box.replace("\u00a0", " ").split())
        if not left.startswith(head := _head(figure)):
            yield Objection(BOX, f"the box does not begin with “{head}”", f"lineage-{name}")
        # each fact has its own words in the box, though two may read the same
        parts = sorted(_parts(figure, lineage), key=lambda part: (-len(part[0]), not part[1]))
        is_whole = True
        for part, must in parts:
            line = " ".join(part.replace("\u00a0", " ").split())
            if must and line not in left:
                message = f"the box does not say “{shortened(part)}”"
                yield Objection(BOX, message, f"lineage-{name}")
                is_whole = False
            # a document may be called "3": told beside it, that is a number like its others
            left = left if not must and line.isdigit() else _without(left, line, must=must)
        if not is_whole:
            continue  # what stands there instead is told
        called = {
            Decimal(part.strip()) for part, must in parts if not must and part.strip().isdigit()
        }
        numbers = _numbers(figure, lineage)
        yield from _unproved(name, left, numbers, _days(figure, lineage), called)
        if more := _more(box, figure, parts):
            yield Objection(BOX, f"the box says more: “{shortened(more)}”", f"lineage-{name}")


def _head(figure: Record) -> str:
    """Return how a box begins: what its figure measures, the value as a report prints it."""
    label, unit = str(figure.get("label") or ""), _unit(figure)
    told = f"{_shown(figure):,f}".translate(_SWAPPED)
    kept = RESERVATIONS.get(str(figure.get("approx")), ("",))[0]
    space = "" if unit == "%" else " "
    amount = f"{unit} {told}" if unit == "hạng" else f"{kept} {told}{space}{unit}".strip()
    words = f"{label}: {amount}" if label else amount
    return " ".join(words.replace("\u00a0", " ").split())


def _shown(figure: Record) -> Decimal:
    """Return the value of a figure as a report prints it: 1250000 may be told as 1,3 million."""
    value, decimals = decimal(figure["value"]), figure.get("decimals")
    if decimals is not None:
        return rounded(value, decimals)
    return value.to_integral_value() if value == value.to_integral_value() else value


def _unit(figure: Record) -> str:
    """Return the unit of a figure as a reader reads it."""
    unit = str(figure["unit"])
    return _ENGLISH.get(unit, unit)


def _without(text: str, part: str, *, must: bool) -> str:
    """Return a text without a part: once where it ``must`` be there, else wherever it stands.

    A short one ("1" as the name of a document) is no part of a word or a number.
    """
    at = text.find(part) if part else -1
    while at >= 0:
        end = at + len(part)
        if must or not (_GLUED_BEFORE.search(text, 0, at) or _GLUED_BEHIND.match(text, end)):
            text = f"{text[:at]} {text[end:]}"
            if must:
                break
            end = at + 1
        at = text.find(part, end)
    return text


def _more(box: str, figure: Record, parts: Iterable[tuple[str, bool]]) -> str:
    """Return the words of a box that no part of it has, each quote counted once."""
    told = Counter(_LETTERS.findall(box))
    may = set(_FIXED) | set(_LETTERS.findall(_head(figure)))
    for part, must in parts:
        if must:
            told.subtract(_LETTERS.findall(part))
        else:
            may.update(_LETTERS.findall(part))
    return " ".join(word for word, count in told.items() if count > 0 and word not in may)


def _numbers(figure: Record, lineage: Lineage) -> set[Decimal]:
    """Return the sizes of a figure's numbers."""
    found = {abs(number) for fact in lineage.inputs(figure) for number in numbers_of(fact)}
    return {abs(decimal(figure["value"])), abs(_shown(figure)), *found}


def _unproved(
    name: str,
    left: str,
    numbers: set[Decimal],
    days: frozenset[tuple[int, ...]],
    called: set[Decimal],
) -> Iterator[Objection]:
    """Yield an objection for each number that is left and is none of the figure's.

    ``called`` are the names of documents that are mere numbers.
    """
    is_seen = False
    for token in _NUMBER.findall(left):
        parsed = [read for part in token.split("/") if (read := _value(part)) is not None]
        exact = bool(parsed) and all(_is_one(read, part, numbers) for read, part in parsed)
        is_seen = is_seen or exact
        parts = tuple(int(part) for part in token.replace("-", "/").split("/") if part.isdigit())
        named = token.isdigit() and Decimal(token) in called
        if not exact and parts not in days and not named:
            message = f"nothing proves “{token}” in “{shortened(left)}”"
            yield Objection(BOX, message, f"lineage-{name}")
    if not is_seen:
        yield Objection(BOX, "the value is missing", f"lineage-{name}")


def _value(token: str) -> tuple[Decimal, str] | None:
    """Return the value of a token in the Vietnamese usage, or in plain digits."""
    parsed = parse_digits(token) if "-" not in token else None
    return (parsed[0], token) if parsed else None


def _is_one(read: Decimal, token: str, numbers: set[Decimal]) -> bool:
    """Tell whether a number is one of some, as far as it is printed."""
    after = token.rpartition(",")[2] if "," in token else ""
    plain = Decimal(token) if token.count(".") <= 1 and "," not in token else read
    return any(
        number in (read, plain) or abs(number - read) <= Decimal(1).scaleb(-len(after)) / 2
        for number in numbers
    )


def _days(figure: Record, lineage: Lineage) -> frozenset[tuple[int, ...]]:
    """Return the days of a figure's facts and sources in the orders in which days are printed."""
    facts = lineage.inputs(figure)
    sources = (lineage.sources.get(fact["source"]["doc"], {}) for fact in facts)
    texts = [source.get("published") for source in sources]
    texts += [fact.get(key) for fact in facts for key in ("start", "end")]
    known = {date.fromisoformat(str(text)) for text in texts if text}
    return frozenset(
        order
        for day in known
        for order in (
            (day.day, day.month, day.year),
            (day.year,),
        )
    )


def _parts(figure: Record, lineage: Lineage) -> Iterator[tuple[str, bool]]:
    """Yield what a box says, the longest first, and whether it must."""
    facts = lineage.inputs(figure)
    yield from ((str(fact["source"]["quote"]), True) for fact in facts)
    formula = str(figure.get("formula") or "")
    yield f"Cách tính: {formula}" if formula else "", True
    for fact in facts:
        source = lineage.sources.get(fact["source"]["doc"], {})
        known = [_told(key, source[key]) for key in _CITED if source.get(key)]
        yield ", ".join(known), True
        rules = ", ".join(map(str, fact.get("rules", ())))
        yield f"Quy tắc trích: {rules}" if rules else "", True
        yield from _reviewed(fact)
        for key in ("publisher", "path", "id"):  # the words of a title are counted above
            yield str(source.get(key) or ""), False
        yield lineage.locations.get(fact["id"], ""), False
        yield str(lineage.indicators.get(fact["indicator"], {}).get("label", "")), False
    yield str(figure.get("label") or ""), True


def _reviewed(fact: Record) -> Iterator[tuple[str, bool]]:
    """Yield who decided on a fact, when and why, as a box says it."""
    review = fact.get("review")
    if review:
        words = ", ".join(_told(key, review.get(key) or "") for key in ("who", "when", "why"))
        yield f"Người rà soát: {words}", True


def _told(key: str, value: object) -> str:
    """Return a value of a source or a review as a box tells it: a day as Vietnamese has it."""
    if key not in _DAYS or not value:
        return str(value)
    day = date.fromisoformat(str(value))
    month = f"{day.month:02d}" if day.month <= _ZERO_MONTHS else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"
