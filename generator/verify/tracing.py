"""Where a printed number comes from: told by the lineage inside the file alone."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from generator.verify.days import days_in, read_day
from generator.verify.lineage import Lineage, Record
from generator.verify.origins import Tree, is_target, listed, origin
from generator.verify.phrases import names_act, phrases
from generator.verify.plainly import LIST, TIME, Plain
from generator.verify.printed import Printed, read_printed
from generator.verify.unmarked import SOURCE, place_of

# words of a sentence before a number that are none of it: "xếp thứ 55", "tăng 8,46%"
_BEFORE = re.compile(
    r"\A(?:(?:xếp|đứng|đạt|còn|là|có|chiếm|tăng|giảm|thứ|hạng|số)\s{1,3}){1,6}"
    r"(?=\S{0,20}\d|\w{1,20}\s{1,3}\d)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\d+(?:[.,/]\d+)*(?: (?:nghìn tỷ|triệu|tỷ|nghìn))?%?")
_AROUND = 45  # letters of a snippet on each side
_MOST_NEAR = 5
_BY_DIGITS = 2  # of them
_LIKE = 0.8  # of the digits of both
_CLOSE = Decimal("0.1")  # of the value asked for


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a number is printed; ``figure`` is "" for a number of plain text.

    ``origins`` are what it comes from, by their ids; ``sort`` says what a number of plain
    text is that comes from no measure: a time, a legal act, numbering.
    """

    text: str
    figure: str
    section: str
    where: str
    snippet: str
    origins: tuple[str, ...] = ()
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Traced:
    """What was found: the places, and for each where its number comes from.

    ``day`` is what was asked for where it is a date ("2024-07-31"), else "".
    """

    occurrences: tuple[Occurrence, ...]
    origins: tuple[Tree, ...]
    nearest: tuple[str, ...] = ()
    day: str = ""


def trace(number: str, lineage: Lineage) -> Traced:
    """Return where a number is printed and where it comes from.

    ``number`` is written as the report prints it; words of reservation and units may
    stand with it or not; a date is found in both forms. What is no number by itself
    ("Biểu đồ 1", "tháng 7/2024", "thứ hai") is found as it stands. Without a place
    ``nearest`` has printed numbers like it.
    """
    day = read_day(number)
    dated = tuple(_dated(day, lineage)) if day else ()
    if day and dated:
        return Traced(dated, (), day=day.isoformat())
    if mark := SOURCE.fullmatch(number.strip()):
        return _listed(mark, lineage)
    asked = number
    if names_act(asked) and (told := _phrased(asked, lineage)).occurrences:
        return told
    number = _BEFORE.sub("", number.strip(), count=1)
    wanted = _read(number)
    everything = tuple(_everything(lineage))
    found = [one for one in everything if wanted and _is(wanted, number, one[0])]
    if wanted:
        found.sort(key=lambda one: _rank(wanted, number, one, lineage))
    if not found:
        told = _phrased(asked, lineage)
        if told.occurrences:
            return told
        return Traced((), (), _nearest(number, (one for one, *_ in everything)))
    known: dict[str, Tree] = {}
    plain = Plain.of(lineage)
    places = tuple(_explained(*one, plain, known) for one in found)
    return Traced(places, tuple(known.values()))


def _phrased(asked: str, lineage: Lineage) -> Traced:
    """Return where words with a number stand that are no figure, and what they are."""
    sections = {id(unit): section for unit, section in _units(lineage)}
    known: dict[str, Tree] = {}
    places = []
    for one in phrases(asked, lineage, Plain.of(lineage)):
        figure = lineage.figures.get(one.figure)
        trees = (origin(figure, lineage),) if figure else one.origins
        known.update((tree["id"], tree) for tree in trees if tree["id"] not in known)
        text, section = str(one.unit["text"]), sections[id(one.unit)]
        snippet = _snippet(text, one.start, one.end)
        told, names = text[one.start : one.end], tuple(str(tree["id"]) for tree in trees)
        where = place_of(one.unit)
        places.append(Occurrence(told, one.figure, section, where, snippet, names, one.sort))
    return Traced(tuple(places), tuple(known.values()))


def _listed(mark: re.Match[str], lineage: Lineage) -> Traced:
    """Return where the mark of a source stands ("[1]"), and which document it names."""
    at = int(mark[1]) - 1
    places = []
    for unit, section in _units(lineage):
        text = str(unit["text"]) if unit["kind"] != "chart" else ""
        for one in SOURCE.finditer(text):
            if one[0] == mark[0]:
                snippet = _snippet(text, *one.span())
                found = Occurrence(mark[0], "", section, place_of(unit), snippet, sort=LIST)
                places.append(found)
    documents = lineage.documents[at : at + 1] if at >= 0 else ()
    trees = tuple(listed(mark[0], str(one["id"]), lineage) for one in documents)
    names = tuple(str(tree["id"]) for tree in trees)
    return Traced(tuple(replace(one, origins=names) for one in places), trees if places else ())


def _explained(
    one: Occurrence, unit: Record, start: int, plain: Plain, known: dict[str, Tree]
) -> Occurrence:
    """Return a place with where its number comes from, which is added to what is known."""
    lineage = plain.lineage
    if one.figure:
        figure = lineage.figures.get(one.figure)
        found: tuple[Tree, ...] = (origin(figure, lineage),) if figure else ()
    elif sort := plain.sort(unit, start, start + len(one.text)):
        return replace(one, sort=sort)
    else:
        found = plain.origins(unit, one.text)
    known.update((tree["id"], tree) for tree in found if tree["id"] not in known)
    return replace(one, origins=tuple(tree["id"] for tree in found))


def _read(text: str) -> Printed | None:
    """Read a number as a user types it, an id's worth of blanks forgiven."""
    return read_printed(text.strip())


def _is(wanted: Printed, number: str, one: Occurrence) -> bool:
    """Tell whether a place prints the number that is asked for."""
    printed = _read(one.text)
    if printed is None:
        return one.text == number
    same = abs(printed.value) == abs(wanted.value) and wanted.total in (None, printed.total)
    return same and ("%" not in number or "%" in one.text)


def _rank(
    wanted: Printed, number: str, place: tuple[Occurrence, Record, int], lineage: Lineage
) -> tuple[bool, ...]:
    """Return how far a place is from what was asked for; the least is told first.

    The same reservation and unit; a figure before plain text, the same words before others, a
    result before what was set.
    """
    one, unit, at = place
    printed = _read(one.text)
    figure = lineage.figures.get(one.figure, {})
    asked = _plain_form(wanted.rest)
    behind = _plain_form(str(unit["text"])[at + len(one.text) :])
    units = (_plain_form(printed.rest if printed else ""), str(figure.get("unit", "")).lower())
    return (
        wanted.approx is not None and (printed is None or printed.approx != wanted.approx),
        asked not in ("", *units) and not behind.startswith(asked),
        not one.figure,
        _plain_form(one.text) != _plain_form(number),
        _is_set(figure, lineage),
    )


def _plain_form(text: str) -> str:
    """Return a number with plain blanks, in small letters."""
    return " ".join(text.split()).lower()


def _is_set(figure: Record, lineage: Lineage) -> bool:
    """Tell whether a figure is a target: of a legal act, or of an indicator that is one."""
    kinds = (
        {
            lineage.indicators.get(fact["indicator"], {}).get("kind")
            for fact in lineage.inputs(figure)
        }
        if figure
        else set()
    )
    return bool(figure) and ("target" in kinds or is_target(figure))


def occurrences(lineage: Lineage) -> Iterator[Occurrence]:
    """Yield every printed number of a report in its order, those of charts too."""
    yield from (one for one, *_ in _everything(lineage))


def _everything(lineage: Lineage) -> Iterator[tuple[Occurrence, Record, int]]:
    """Yield every printed number with its unit, and where in the text of it it begins."""
    for unit, section in _units(lineage):
        yield from ((one, unit, at) for one, at in _marked(unit, section))
        yield from ((one, unit, 0) for one in _in_chart(unit, section))
        yield from _in_names(unit, section)
        yield from ((one, unit, at) for one, at in _plain(unit, section))


def _dated(day: date, lineage: Lineage) -> Iterator[Occurrence]:
    """Yield the places where a day is printed, captions of charts and their names too."""
    for unit, section in _units(lineage):
        names = "\n".join(unit.get("categories", ()))
        text = names if unit["kind"] == "chart" else str(unit["text"])
        for start, end, found in days_in(text):
            if found == day:
                snippet = _snippet(text, start, end)
                yield Occurrence(text[start:end], "", section, place_of(unit), snippet, sort=TIME)


def _units(lineage: Lineage) -> Iterator[tuple[Record, str]]:
    """Yield what a report prints in its order, each with the headings above it."""
    headings: dict[int, str] = {}
    for unit in lineage.printed:
        if unit["kind"] == "heading":
            level = int(unit["level"])
            headings = {n: text for n, text in headings.items() if n < level}
            headings[level] = str(unit["text"])
        elif unit["kind"] == "appendix":
            headings = {0: str(unit["text"])}
        yield unit, " / ".join(headings.values())


def _marked(unit: Record, section: str) -> Iterator[tuple[Occurrence, int]]:
    """Yield the numbers of a unit that name a figure, each with its place."""
    text = str(unit["text"])
    for start, end, name in unit.get("marks", ()):
        snippet = _snippet(text, start, end)
        yield Occurrence(text[start:end], name, section, place_of(unit), snippet), start


def _in_chart(unit: Record, section: str) -> Iterator[Occurrence]:
    """Yield the labels of a chart."""
    for series in unit.get("series", ()):
        triples = zip(unit["categories"], series["labels"], series["figures"], strict=True)
        for category, label, name in triples:
            if name:
                told = f"{series['name']}, {category}"
                yield Occurrence(label, name, section, f"biểu đồ {unit['id']}", told)
    target = unit.get("target")
    if target:
        text = str(target["text"])
        printed = text.rpartition(": ")[2]
        yield Occurrence(printed, str(target["figure"]), section, f"biểu đồ {unit['id']}", text)


def _in_names(unit: Record, section: str) -> Iterator[tuple[Occurrence, Record, int]]:
    """Yield the numbers in the names beside the bars of a chart: "Năm 2022 (hạng 54/63)".

    Each comes with its name as a unit that has the figures of its bars.
    """
    if unit["kind"] != "chart":
        return
    for at, name in enumerate(unit["categories"]):
        figures = [one["figures"][at] for one in unit["series"] if one["figures"][at]]
        part = {"kind": "category", "text": name, "marks": [[0, 0, one] for one in figures]}
        for match in _TOKEN.finditer(name):
            found = Occurrence(match[0], "", section, f"biểu đồ {unit['id']}", name)
            yield found, part, match.start()


def _plain(unit: Record, section: str) -> Iterator[tuple[Occurrence, int]]:
    """Yield the numbers of a unit without a figure with their places, numbering left out."""
    text = str(unit["text"])
    taken = [(start, end) for start, end, *_ in (*unit.get("marks", ()), *unit.get("own", ()))]
    for match in _TOKEN.finditer(text) if unit["kind"] != "chart" else ():
        if not any(start < match.end() and match.start() < end for start, end in taken):
            snippet = _snippet(text, *match.span())
            yield Occurrence(match[0], "", section, place_of(unit), snippet), match.start()


def _snippet(text: str, start: int, end: int) -> str:
    """Return the words around a number on one line."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    words = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{words}{'…' if last < len(text) else ''}"


def _nearest(number: str, everything: Iterable[Occurrence]) -> tuple[str, ...]:
    """Return the printed numbers that are nearest to the one asked for, by value, then by digits.

    A slip of the pen is in a digit or in the last ones: "541.558", "514.559".
    """
    known = {one.text: found for one in everything if one.figure and (found := _read(one.text))}
    wanted = _read(number)
    if wanted and "%" in number:  # a share is mistaken for another share
        known = {text: one for text, one in known.items() if "%" in text} or known
    digits = _digits(number)
    by_digits = sorted(known, key=lambda text: -_alike(digits, _digits(text)))
    likely = [text for text in by_digits if _alike(digits, _digits(text)) >= _LIKE]
    if wanted is None:
        return tuple(likely[:_MOST_NEAR])
    away = {text: min(_distances(text, one, wanted)) for text, one in known.items()}
    by_value = sorted(known, key=lambda text: (away[text], _alike(digits, _digits(text)) < _LIKE))
    near = [text for text in by_value if away[text] <= _CLOSE * abs(wanted.value)]
    told = _unlike((*likely[:_BY_DIGITS], *near, *likely, *by_value), known)
    return tuple(sorted(told, key=lambda text: (away[text], text)))


def _distances(text: str, one: Printed, wanted: Printed) -> Iterator[Decimal]:
    """Yield how far a number is from the one asked for: its value, and as it is in digits.

    "13,8" may mean "13,9 triệu".
    """
    yield abs(abs(one.value) - abs(wanted.value))
    token = _TOKEN.search(text)
    bare = read_printed(token[0].partition(" ")[0]) if token else None
    if bare is not None:
        yield abs(abs(bare.value) - abs(wanted.value))


def _unlike(texts: Iterable[str], known: Mapping[str, Printed]) -> list[str]:
    """Return the first texts of several values, as many as a hint has."""
    found: dict[Decimal, str] = {}
    for text in texts:
        if len(found) < _MOST_NEAR:
            found.setdefault(abs(known[text].value), text)
    return list(found.values())


def _digits(text: str) -> str:
    """Return the digits of a number with the mark of a part: "541559", "8,46"."""
    return "".join(char for char in text if char.isdigit() or char in ",/").strip(",/")


def _alike(one: str, other: str) -> float:
    """Return how much two strings of digits are alike; all of those of a pair that are swapped."""
    ratio = difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
    return 1.0 if one != other and sorted(one) == sorted(other) else ratio
