"""Numbers that name no figure: the document's own numbering, dates, legal references, quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.catalogue import load_catalogue, load_language
from generator.extraction.reading import folded
from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.witnesses import GIVEN, Witnesses
from generator.vi.dates import find_times
from generator.vi.printing import slashed_days

UNPROVED = "số liệu: không có căn cứ"
_TOKEN = re.compile(r"\d+(?:[.,/]\d+)*")
LEGAL = (
    re.compile(r"(?<!\d)\d{1,6}(?:/\d{4})?/[A-ZĐ][\w-]{0,40}"),
    re.compile(
        r"(?:Nghị định|Nghị quyết|Quyết định|Thông tư|Luật|Chỉ thị|Đề án|Điều|khoản|Phụ lục)"
        r"(?: số)? \d+"
    ),
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ACT_DAY = re.compile(r"/[A-ZĐ][\w-]{0,40},? ngày (\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_DATED = re.compile(r"đề ngày sau \((\d{1,2})/(\d{1,2})/(\d{4})\)")
LIST_MARK = re.compile(r"\s*(?:\d+|[a-zđ])[.)]\s")
_ROW_NUMBER = re.compile(r"\s*\[?(\d+)\]?\.?\s*")
SOURCE = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Grounds:
    """What may stand in a text without a mark: days, years, legal acts, places in sources."""

    days: frozenset[tuple[int, int, int]]
    months: frozenset[tuple[int, int]]
    years: frozenset[int]
    places: tuple[str, ...]
    sources: int
    titles: tuple[str, ...]
    labels: tuple[str, ...]

    @classmethod
    def of(cls, lineage: Lineage) -> Grounds:
        """Collect the grounds of a report."""
        days = frozenset(_days(lineage))
        told = {int(year) for text in _texts(lineage) for year in _YEAR.findall(text)}
        return cls(
            days=days | frozenset((*_changes_of_places(lineage), *_days_of_acts(lineage))),
            months=frozenset((year, month) for year, month, _ in days),
            years=frozenset({day[0] for day in days} | told),
            places=tuple(sorted(set(lineage.locations.values()), key=len, reverse=True)),
            sources=len(lineage.documents),
            titles=tuple(f"“{one.get('title') or one['id']}”" for one in lineage.documents),
            labels=tuple(_labels(lineage.printed)),
        )


def unmarked_objections(units: Sequence[Record], lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each number without a figure that nothing proves."""
    grounds, witnesses = Grounds.of(lineage), Witnesses.of(lineage)
    counted = counted_columns(units)
    for unit in units:
        if unit["kind"] in GIVEN or (unit.get("table"), unit.get("column")) in counted:
            continue
        for start, end in _unproved(unit, grounds, witnesses):
            text = str(unit["text"])
            message = f"“{text[start:end]}” in “{shortened(text[max(0, start - 40) : end + 40])}”"
            yield Objection(UNPROVED, f"nothing proves {message}", place_of(unit))


def place_of(unit: Record) -> str:
    """Return a name for the place of a unit in the report."""
    if "table" in unit:
        return f"bảng {unit['table']}, hàng {unit['row'] + 1}, cột {unit['column'] + 1}"
    return shortened(f"{unit['kind']}: {unit['text']}", 60)


def _unproved(unit: Record, grounds: Grounds, witnesses: Witnesses) -> Iterator[tuple[int, int]]:
    """Yield the spans of the numbers of a unit that nothing proves."""
    text = str(unit["text"])
    spans = [(start, end) for start, end, *_ in (*unit.get("marks", ()), *unit.get("own", ()))]
    free = [m.span() for m in _TOKEN.finditer(text) if not _inside(m.span(), spans)]
    if free:
        told = (*spans, *known_spans(text, grounds), *witnesses.told(unit))
        yield from unproved_numbers(text, told, grounds)


def unproved_numbers(
    text: str, proved: Sequence[tuple[int, int]], grounds: Grounds
) -> Iterator[tuple[int, int]]:
    """Yield the spans of the numbers of a text that lie in none of others and in no known time."""
    left = [m.span() for m in _TOKEN.finditer(text) if not _inside(m.span(), proved)]
    times = list(_times(text, grounds)) if left else []  # the dearest proof is the last
    yield from (span for span in left if not _inside(span, times))


def _labels(units: Iterable[Record]) -> Iterator[str]:
    """Yield what tables and charts are called: "Bảng 1"; a note names them in plain text."""
    for unit in units:
        if unit["kind"] == "caption" and unit.get("own"):
            start, end = unit["own"][0]
            yield str(unit["text"])[start:end]


def _inside(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Tell whether a span lies in one of others."""
    return any(start <= span[0] and span[1] <= end for start, end in others)


def known_spans(text: str, grounds: Grounds) -> Iterator[tuple[int, int]]:
    """Yield the spans that are numbering, legal references, long forms or places in sources."""
    plain = text.replace("\u00a0", " ")
    # what an abbreviation stands for is the program's own, whatever else the report tells
    for one in load_language().usage.abbreviations:
        if one.noted:
            yield from _places_of(one.full, plain)
    mark = LIST_MARK.match(text)
    if mark:
        yield mark.span()
    yield from (match.span() for pattern in LEGAL for match in pattern.finditer(text))
    for match in SOURCE.finditer(text):
        if 1 <= int(match[1]) <= grounds.sources:
            yield match.span()
    for place in grounds.places:
        at = text.find(place) if place else -1
        if at >= 0:
            yield at, at + len(place)
    for title in (*grounds.titles, *grounds.labels):
        yield from _places_of(title, text)


def _times(text: str, grounds: Grounds) -> Iterator[tuple[int, int]]:
    """Yield the spans of days and periods that the report knows."""
    for mention in find_times(folded(text)):
        ends = [day for day in (mention.first, mention.last) if any(day)]
        if all(_is_known(day, grounds) for day in ends):
            yield mention.start, mention.end


def _places_of(part: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans at which a text holds another."""
    at = text.find(part) if part else -1
    while at >= 0:
        yield at, at + len(part)
        at = text.find(part, at + len(part))


def _is_known(day: tuple[int, int, int], grounds: Grounds) -> bool:
    """Tell whether a day, or the year of a period, is one that the report knows."""
    year, month, number = day
    if number and month:
        return day in grounds.days or (year, month) in grounds.months
    return year in grounds.years or year <= 0


def counted_columns(units: Sequence[Record]) -> set[tuple[object, object]]:
    """Return the columns of tables that only count their rows: 1, 2, 3 …."""
    columns: dict[tuple[object, object], list[str]] = {}
    for unit in units:
        plain = "table" in unit and not unit.get("head") and not unit.get("marks")
        if plain and int(unit.get("columns", 1)) == 1:
            columns.setdefault((unit["table"], unit["column"]), []).append(str(unit["text"]))
    return {key for key, texts in columns.items() if _counts(texts)}


def _counts(texts: Sequence[str]) -> bool:
    """Tell whether texts are the numbers from 1 on."""
    found = [_ROW_NUMBER.fullmatch(text) for text in texts if text.strip()]
    return bool(found) and all(m and int(m[1]) == order for order, m in enumerate(found, start=1))


# ---------------------------------------------------------------- collecting


def _texts(lineage: Lineage) -> Iterator[str]:
    """Yield the words that the report has from its sources, its catalogue and its config."""
    yield from (str(unit["text"]) for unit in lineage.printed if unit["kind"] in GIVEN)
    yield from lineage.words
    for fact in lineage.facts.values():
        yield str(fact["source"]["quote"])
        yield str(fact.get("level") or "")
        # what a person wrote in the review file: name, day and reason
        words = (fact.get("review") or {}).values()
        yield from (word for word in words if isinstance(word, str))
    yield from lineage.sentences.values()
    for source in lineage.documents:
        names = ("id", "title", "publisher", "occasion", "basis")
        yield from (str(source.get(key) or "") for key in names)
        yield f"bài {source.get('title') or source.get('id')}"
    for statement in lineage.statements:
        told = [str(statement.get(key) or "") for key in ("text", "deadline_text")]
        yield from (form for text in told for form in (text, slashed_days(text)))
    for finding in lineage.findings:
        yield from (str(said["quote"]) for said in finding.get("quotes", ()))
    yield from (str(target["act"]) for target in lineage.targets)
    for indicator in lineage.indicators.values():
        yield f"{indicator['label']} ({indicator['unit']})"
    for figure in lineage.figures.values():
        yield str(figure.get("formula") or "")


def _days(lineage: Lineage) -> Iterator[tuple[int, int, int]]:
    """Yield the days that the report knows."""
    report = lineage.report
    texts = [report.get(key) for key in ("date", "cut_off", "last_day")]
    times = (*report.get("periods", ()), *report.get("lacking", ()))
    texts += [day for period in times for day in period]
    texts += [fact.get(key) for fact in lineage.facts.values() for key in ("start", "end")]
    texts += [source.get("published") for source in lineage.documents]
    texts += [statement.get("deadline") for statement in lineage.statements]
    texts += [target.get("until") for target in lineage.targets]
    reviewed = (*lineage.facts.values(), *lineage.findings)
    texts += [(one.get("review") or {}).get("when") for one in reviewed]
    # the day on which a source is dated, where a finding says why it was chosen
    for finding in lineage.findings:
        for day, month, year in _DATED.findall(str(finding["message"])):
            texts.append(f"{year}-{month}-{day}")
    for text in texts:
        if text:
            year, month, day = str(text).split("-")
            yield int(year), int(month), int(day)


def _changes_of_places(lineage: Lineage) -> Iterator[tuple[int, int, int]]:
    """Yield the days on which places of the report were merged, or took another name or duties.

    The catalogue has them from the acts; they are known as days, not as months.
    """
    table = load_catalogue().places
    for slug in {*lineage.places, *lineage.report.get("places", ())}:
        place = table.get(str(slug))
        if place is not None and place.is_body:
            ended = place.until and place.until + timedelta(days=1)
            begun = {table.grown_on(place.slug), place.changed, ended}
            yield from (_parts(day) for day in begun if day)
        elif place is not None and place.merged_into:
            yield _parts(table.merger_date)
        elif place is not None:
            renamed = place.until and place.until + timedelta(days=1)
            begun = {renamed, place.since, *(one.since for one in place.kinds)}
            yield from (_parts(day) for day in begun if day)


def _days_of_acts(lineage: Lineage) -> Iterator[tuple[int, int, int]]:
    """Yield the days of acts that sentences of facts name: "… 12/QĐ-TTg ngày 05/02/2021".

    A report writes them in words; they are known as days, not as months.
    """
    for sentence in lineage.sentences.values():
        for day, month, year in _ACT_DAY.findall(sentence):
            yield int(year), int(month), int(day)


def _parts(day: date) -> tuple[int, int, int]:
    """Return year, month and day."""
    return (day.year, day.month, day.day)
