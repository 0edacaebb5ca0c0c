"""Names beside the numbers: the place, the time and the level that a reader sees there.

A number in a table belongs to the heads of its row and column, one in a sentence to what
its clause names, else to what stands before it. Only a name that contradicts the fact is
objected to: a text need not repeat what its heading says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.catalogue import load_catalogue
from generator.extraction.reading import folded
from generator.model.fact import NATION
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.stated_bases import misstated_bases, without_stated_bases
from generator.verify.table_heads import Heads, groups_of, tables_of, without_marks
from generator.verify.unmarked import place_of
from generator.vi.dates import TimeKind, TimeMention, find_times, resolve
from generator.vi.windows import named_of

BESIDE = "số liệu: tên bên cạnh"
_DIGIT = re.compile(r"\d")
_OF_SOURCE = re.compile(
    r" \((?:tài|số) liệu [^()]{1,40}\)$"
)  # of a heading: no period of the figures below
_QUOTED = re.compile(r"“[^“”]*”")
# "(trước sắp xếp; 75%)" is one bracket, of the name before it: no clause ends in it
_CLAUSE = re.compile(r"(?<!trước sắp xếp)(?<!sau sắp xếp);(?=\s)|\.(?=\s)")
_AGAINST = re.compile(r"(?:so với|cùng kỳ|hơn)(?:\s+\w+){0,3}\s*\Z")
# the period told of before, moved to another year; a head or a clause that opens with
# it is of that period
_SAME = re.compile(r"(?P<head>\A\W{0,5}|;\W{0,5})?(?:cùng kỳ|cùng thời điểm)(?: của)?\s{0,5}\Z")
# a paragraph that opens so is of the time of the one before it
_STILL = re.compile(r"(?:Cùng thời điểm|Cũng trong kỳ này)\b")
_OPENS = re.compile(r"\A\W{0,5}(?:(?:cũng|riêng|còn) )?(?:trong )?\Z")
_UNTIL = re.compile(
    r" \(đến hết [^()]{1,30}(?P<year>(?:19|20)\d\d)\)"
)  # how long something goes on
_PAPER = re.compile(r"(?:Báo|Đài|Cổng)(?:\s+\w+){0,4}\s+\Z")
_BRACKET = len(" (")  # between the name of a time and its days
_BEFORE = 60  # letters that tell what a name is of
_SUBJECT = re.compile(
    r"(?:\A|[,;:.] ?|[Tt]ại )(?:[Tt]ỉnh |[Tt]hành phố )?\Z"
    r"|(?<!hơn )(?:của|đối với) (?:tỉnh|thành phố) \Z"
)
# the type of a body is in its name
_BODY_SUBJECT = re.compile(r"(?:\A|[,;:.] ?|[Tt]ại |(?<!hơn )(?:của|đối với) )\Z")
_OF_PLACE = re.compile(r" (?:của|tại|đối với) (?=tỉnh |thành phố |Bộ )")  # in a caption
_AREA = r"(?: \([^()\d]*sắp xếp\))?"
# between the name of a place and its figure; between two places that share one
_ATTACHED = re.compile(
    rf"{_AREA}(?: (?:cùng )?đạt cao nhất)? \((?:[^();\d]{{1,30}}sắp xếp; )?"
    rf"|{_AREA} (?:cao|thấp) hơn "
)
_JOINED = re.compile(rf"{_AREA}(?:,| và) (?:[Tt]ỉnh |[Tt]hành phố )?")
_LEVELS = re.compile(r"cấp (tỉnh|huyện|xã)")
_LEVEL_NAMES = {"tỉnh": "cap-tinh", "huyện": "cap-huyen", "xã": "cap-xa"}
_LEVEL_SLUGS = frozenset(_LEVEL_NAMES.values())


@dataclass(frozen=True, slots=True)
class Names:
    """What a text names: slugs of places, last days of times, levels.

    A time is a day, or a year where any period that ends in it is meant; ``against``
    are times that the text only compares with, ``opening`` those that it begins with,
    ``subject`` the places that a clause of it is about.
    """

    place: frozenset[str] = frozenset()
    end: frozenset[str] = frozenset()
    level: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()

    def join(self, other: Names) -> Names:
        """Return the names of both."""
        return Names(
            self.place | other.place,
            self.end | other.end,
            self.level | other.level,
            self.against | other.against,
            self.opening | other.opening,
            self.subject | other.subject,
        )


@dataclass(slots=True)
class Reader:
    """Finds names in texts; each text is read once."""

    lineage: Lineage
    known: dict[str, Names] = field(default_factory=dict)
    slugs: dict[str, str] = field(default_factory=dict)
    strangers: set[str] = field(default_factory=set)
    pattern: re.Pattern[str] | None = None
    bodies: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Prepare the names of the places of the report, and of all others as strangers."""
        for slug, names in self.lineage.places.items():
            one = _lasting(slug)
            self.slugs.update({name.lower(): one for name in names if name != slug})
        table = load_catalogue().places
        # other ministries are strangers in a report on ministries; others name them as speakers
        told = [place for slug in self.lineage.places if (place := table.get(slug))]
        central = any(place.is_body for place in told)
        for place in table:
            if place.is_body > central or place.slug == NATION:
                continue
            if place.name.lower() not in self.slugs:
                self.slugs[place.name.lower()] = _lasting(place.slug)
                self.strangers.add(place.name.lower())
        self.bodies = frozenset(table.bodies)
        words = "|".join(re.escape(name) for name in sorted(self.slugs, key=len, reverse=True))
        self.pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)") if words else None

    def names(self, text: str) -> Names:
        """Return what a text names outside its quotes."""
        if text not in self.known:
            plain = _QUOTED.sub(" ", text.replace("\u00a0", " "))
            # "Trong năm 2024, … (đến hết ngày 31/3/2024)" is of a time that ends in that year
            years = frozenset(match["year"] for match in _UNTIL.finditer(plain))
            self.known[text] = self._read(_UNTIL.sub("", plain), years)
        return self.known[text]

    def _read(self, text: str, years: frozenset[str]) -> Names:
        plain = folded(text)
        ends: set[str] = set()
        against: set[str] = set()
        opening: set[str] = set()
        # without digits there is no year, so no day that could be another's
        for mention in _without_windows(find_times(plain) if _DIGIT.search(plain) else ()):
            period = None if mention.kind is TimeKind.NOW else resolve(mention, None)
            if period is None:
                continue
            before = plain[: mention.start]
            same = _SAME.search(before) if _is_year(mention) else None
            year = str(period.end.year)
            is_vague = same or (_is_year(mention) and year in years)
            end = year if is_vague else period.end.isoformat()
            compares = _AGAINST.search(before) and not (same and same["head"] is not None)
            (against if compares else ends).add(end)
            if not compares and _OPENS.search(before):
                opening.add(end)
        levels = frozenset(_LEVEL_NAMES[match] for match in _LEVELS.findall(plain))
        places = dict(self._places(text))
        subject = frozenset(slug for slug, is_subject in places.items() if is_subject)
        times = (frozenset(ends), levels, frozenset(against), frozenset(opening))
        return Names(frozenset(places), *times, subject)

    def attached(self, before: str) -> frozenset[str]:
        """Return the places right before a number: "Bộ A và Bộ B cùng đạt cao nhất (…"."""
        matches = [*self.pattern.finditer(before.lower())] if self.pattern else []
        found: list[str] = []
        behind, joint = len(before), _ATTACHED
        for match in reversed(matches):
            if not joint.fullmatch(before[match.end() : behind]):
                break
            found.append(self.slugs[match[0]])
            behind, joint = match.start(), _JOINED
        return frozenset(found) if NATION not in found else frozenset()

    def _places(self, text: str) -> Iterator[tuple[str, bool]]:
        """Yield the places that a text names, and whether they are what a clause is about.

        Names of newspapers are left out.

        A place that the report knows nothing of counts only where it is what the text is
        about: a cell, or the subject of a clause.
        """
        for match in self.pattern.finditer(text.lower()) if self.pattern else ():
            before = text[max(0, match.start() - _BEFORE) : match.start()]
            leads = _BODY_SUBJECT if self.slugs[match[0]] in self.bodies else _SUBJECT
            is_subject = leads.search(before) is not None
            known = is_subject or match[0] not in self.strangers
            if known and not _PAPER.search(before):
                yield self.slugs[match[0]], is_subject


@dataclass(slots=True)
class Judge:
    """Goes through the units of a report and knows what stands above each."""

    lineage: Lineage
    reader: Reader
    headings: dict[int, str] = field(default_factory=dict)
    siblings: dict[tuple[str, str, str], set[str]] = field(default_factory=dict)
    told: str = ""  # the last paragraph that names its own time

    def __post_init__(self) -> None:
        """Note of each indicator where and when it is known."""
        for fact in self.lineage.facts.values():
            for key in ("place", "end"):
                rest = "end" if key == "place" else "place"
                one = _lasting(fact[key])
                self.siblings.setdefault((fact["indicator"], key, fact[rest]), set()).add(one)

    def objections(self, units: Sequence[Record]) -> Iterator[Objection]:
        """Yield an objection for each number beside a name that its facts contradict."""
        tables = tables_of(units)
        groups = groups_of(units)
        for at, unit in enumerate(units):
            kind = unit["kind"]
            if kind == "heading":
                self._enter(unit)
            elif kind == "appendix":
                self.headings = {}
            if kind == "chart":
                yield from self._chart(unit)
            elif "table" in unit:
                yield from self._cell(unit, tables[unit["table"]])
            elif "group" in unit:
                yield from self._strictly(unit, [groups[unit["group"]]])
            elif kind in ("paragraph", "note"):
                yield from self._paragraph(unit)
            elif kind == "caption":
                yield from self._caption(unit, _captioned(units, at))

    def _enter(self, unit: Record) -> None:
        """Note a heading and forget those below it."""
        level = int(unit["level"])
        self.headings = {n: text for n, text in self.headings.items() if n < level}
        self.told = ""
        self.headings[level] = _OF_SOURCE.sub("", str(unit["text"]))

    def _facts(self, name: str) -> tuple[Record, ...]:
        """Return the facts behind a figure."""
        figure = self.lineage.figures.get(name)
        return self.lineage.inputs(figure) if figure else ()

    # ------------------------------------------------------ tables, charts, key figures

    def _cell(self, unit: Record, table: Heads) -> Iterator[Objection]:
        """Judge the numbers of a cell by its own text, its row, its column."""
        if not unit.get("marks"):
            return
        row, column = int(unit["row"]), int(unit["column"])
        scopes = [without_marks(unit), table.beside.get(row, ""), table.above.get(column, "")]
        yield from self._strictly(unit, scopes)

    def _chart(self, unit: Record) -> Iterator[Objection]:
        """Judge the values of a chart by their category and series."""
        for series in unit["series"]:
            for category, figure in zip(unit["categories"], series["figures"], strict=True):
                if figure:
                    for key, own, named in self._contradicted(figure, [category, series["name"]]):
                        message = _message(figure, key, own, named, self.lineage)
                        yield Objection(BESIDE, message, f"biểu đồ {unit['id']}: {category}")

    def _caption(self, unit: Record, told: Sequence[Record]) -> Iterator[Objection]:
        """Judge the figures of a table or chart by the places and times of its caption.

        A place that has a row or column of the table may have no figure there.
        """
        facts = [fact for figure in _drawn(told) for fact in self._facts(figure)]
        named = self.reader.names(_OF_PLACE.sub("; ", str(unit["text"]).replace("\u00a0", " ")))
        cells = [str(one["text"]) for one in told if "table" in one and not one.get("marks")]
        heads = self.reader.names(" ; ".join(cells)).place
        for key in ("place", "end"):
            own, shown = _owned(facts, key), getattr(named, key)
            if key == "place" and heads & shown:
                continue
            if own and shown and not _meeting(own, shown) and self._is_named(key, own):
                message = f"“{unit['text']}” names {', '.join(sorted(shown))}, its figures are of"
                yield Objection(BESIDE, f"{message} {min(own)}", place_of(unit))

    def _strictly(self, unit: Record, scopes: Sequence[str]) -> Iterator[Objection]:
        """Judge the numbers of a unit by the nearest text that names something."""
        for *_, figure in unit.get("marks", ()):
            for key, own, named in self._contradicted(figure, scopes):
                message = _message(figure, key, own, named, self.lineage)
                yield Objection(BESIDE, message, place_of(unit))

    def _contradicted(
        self, figure: str, scopes: Sequence[str]
    ) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
        """Yield what the facts of a figure are against what the nearest scope names."""
        facts = self._facts(figure)
        if not facts:
            return
        for key in ("place", "end", "level"):
            own = _owned(facts, key)
            for scope in scopes:
                named: frozenset[str] = getattr(self.reader.names(scope), key)
                if named:
                    if own and not _meeting(own, named) and self._is_named(key, own):
                        yield key, own, named
                    elif key == "level" and not own and not self._is_computed(figure):
                        yield key, frozenset({"all levels"}), named
                    break

    def _is_computed(self, figure: str) -> bool:
        """Tell whether a figure is no fact itself."""
        return bool(self.lineage.figures[figure].get("formula"))

    def _is_named(self, key: str, own: Iterable[str]) -> bool:
        """Tell whether names of a kind can be compared: a place must have one."""
        return key != "place" or any(slug in self.reader.slugs.values() for slug in own)

    # ------------------------------------------------------ sentences

    def _paragraph(self, unit: Record) -> Iterator[Objection]:
        """Judge the numbers of running text by their clause and by all around it."""
        for message in misstated_bases(unit, self.lineage):
            yield Objection(BESIDE, message, place_of(unit))
        text = str(unit["text"])
        bounds = [0, *_clause_ends(text), len(text)]
        still = _STILL.match(text) is not None
        above = (*self.headings.values(), *((self.told,) if still else ()))
        around = " ; ".join((*above, text))
        if unit["kind"] == "paragraph" and not still:
            self.told = text
        own_words = " ; ".join((*above, without_stated_bases(unit, self.lineage)))
        timed = bool(_times(self.reader.names(own_words)))
        for start, _, figure in unit.get("marks", ()):
            at = max(bound for bound in bounds if bound <= start)
            end = min((bound for bound in bounds if bound > start), default=len(text))
            found = [*self._misled(figure, text[at:end], around, timed=timed)]
            for key, own, named in found or self._misattached(figure, text[at:start]):
                message = _message(figure, key, own, named, self.lineage)
                yield Objection(BESIDE, message, place_of(unit))

    def _misattached(
        self, figure: str, before: str
    ) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
        """Yield where a figure stands right behind the name of another place: "Bộ A (98%)"."""
        own = _owned(self._facts(figure), "place") - {NATION}
        named = self.reader.attached(before.replace("\u00a0", " "))
        if own and named and not _meeting(own, named) and self._is_named("place", own):
            yield "place", own, named

    def _misled(
        self, figure: str, clause: str, around: str, *, timed: bool
    ) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
        """Yield where a clause names what another fact of the indicator is of.

        Text that is not ``timed`` names no more times than what its sources set changes against.
        """
        facts = self._facts(figure)
        if not facts:
            return
        near, far = self.reader.names(clause), self.reader.names(around)
        for key in ("place", "end"):
            own = _owned(facts, key)
            if key == "place" and own == {NATION} and self._is_lent(near, clause):
                yield key, own, near.subject
            if own & {NATION} or not self._is_named(key, own):
                continue
            named = getattr(near, key) - {NATION}
            all_near = named | (near.against if key == "end" else frozenset())
            everywhere = _times(far) if key == "end" else far.place - {NATION}
            others = _meeting(self._siblings(facts, key), named)
            # a clause that begins with a time is of it, whatever else is known
            others |= near.subject - {NATION} if key == "place" else near.opening
            if named and not _meeting(own, all_near) and others:
                yield key, own, named
            elif key == "end" and self._is_miscompared(figure, own, near):
                yield key, own, all_near
            elif everywhere and not _meeting(own, everywhere) and (timed or key != "end"):
                yield key, own, everywhere
        levels = _owned(facts, "level") & _LEVEL_SLUGS
        if levels and near.level and not levels & near.level:
            yield "level", levels, near.level

    def _is_lent(self, near: Names, clause: str) -> bool:
        """Tell whether a clause gives a figure of the country to a province alone."""
        return bool(near.subject) and NATION not in near.place and "chung" not in clause

    def _is_miscompared(self, figure: str, own: frozenset[str], near: Names) -> bool:
        """Tell whether a clause compares two times of which a difference has only one."""
        both = near.end and near.against and len(own) == len(("earlier", "later"))
        sides = (near.end, near.against)
        return (
            bool(both)
            and self._is_computed(figure)
            and not all(_meeting(own, named) for named in sides)
        )

    def _siblings(self, facts: Iterable[Record], key: str) -> frozenset[str]:
        """Return the places or days of which other facts of these indicators are."""
        rest = "end" if key == "place" else "place"
        found: set[str] = set()
        for fact in facts:
            found |= self.siblings.get((fact["indicator"], key, fact[rest]), set())
        return frozenset(found)


def beside_objections(units: Sequence[Record], lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each number beside a name that belongs to another."""
    yield from Judge(lineage, Reader(lineage)).objections(units)


def _clause_ends(text: str) -> Iterator[int]:
    """Yield where the clauses of a text end; none ends in brackets: "(trước sắp xếp; 75%)"."""
    for match in _CLAUSE.finditer(text):
        opened = text.rfind("(", 0, match.start())
        if opened < 0 or ")" in text[opened : match.start()] or text[match.start()] == ".":
            yield match.end()


def _times(names: Names) -> frozenset[str]:
    """Return all times that a text names."""
    return names.end | names.against


def _lasting(slug: str) -> str:
    """Return the slug under which a place goes on: Thừa Thiên Huế is Huế since 2025."""
    place = load_catalogue().places.get(slug)
    return (place.renamed_to if place else None) or slug


def _owned(facts: Iterable[Record], key: str) -> frozenset[str]:
    """Return what facts are of; a place under the slug that lasts."""
    found = (str(fact[key]) for fact in facts if fact.get(key))
    return frozenset(map(_lasting, found) if key == "place" else found)


def _without_windows(mentions: Iterable[TimeMention]) -> tuple[TimeMention, ...]:
    """Return times, one told twice once: "quý I năm 2025 (từ 15/12/2024 đến 14/3/2025)".

    The bracket holds the window of Nghị định 09/2019/NĐ-CP that the name before it means;
    the days are those of the window, the words around it those of the name.
    """
    found: list[TimeMention] = []
    for mention in mentions:
        known = found[-1] if found else None
        if known is not None and 0 <= mention.start - known.end <= _BRACKET:
            window, named = resolve(mention, None), resolve(known, None)
            if window is not None and named is not None and named_of(window) == named:
                found[-1] = replace(mention, start=known.start)
                continue
        found.append(mention)
    return tuple(found)


def _is_year(mention: TimeMention) -> bool:
    """Tell whether a mention is of one year and nothing less."""
    return mention.first == mention.last and not mention.last[1]


def _meeting(own: Iterable[str], named: Iterable[str]) -> frozenset[str]:
    """Return what of its own a text names; a year names the days in it."""
    known = frozenset(named)
    return frozenset(one for one in own if one in known or one[:4] in known)


def _message(
    figure: str, key: str, own: Iterable[str], named: Iterable[str], lineage: Lineage
) -> str:
    """Return what a figure is of, and what stands beside it."""
    value = lineage.figures[figure]["value"]
    belongs, stands = ", ".join(sorted(own)), ", ".join(sorted(named))
    return f"{value} ({figure}) is of {key} {belongs}, beside it stands {stands}"


def _captioned(units: Sequence[Record], at: int) -> list[Record]:
    """Return the chart before a caption, or the cells of the table behind it."""
    if at and units[at - 1]["kind"] == "chart":
        return [units[at - 1]]
    table = next((one for one in units[at + 1 : at + 3] if "table" in one), None)
    return [one for one in units[at + 1 :] if table and one.get("table") == table["table"]]


def _drawn(units: Iterable[Record]) -> Iterator[str]:
    """Yield the figures of charts and cells."""
    for unit in units:
        yield from (name for one in unit.get("series", ()) for name in one["figures"] if name)
        yield from (name for *_, name in unit.get("marks", ()))
