"""Citations: each names documents of the report, and those that its figures come from.

A note below a paragraph names the documents of the facts and the statements that the
paragraph tells, a line below a table or a chart those of the figures above it: all of them
and no other. A text that prints nothing of its own (it points to a table, it says why
nothing is compared) may name any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.reading.text import squeezed
from generator.verify.speaking import in_short, words_of
from generator.verify.unmarked import place_of
from generator.verify.witnesses import GIVEN, resting, row_of

CITED = "số liệu: tên nguồn"
_QUOTED = re.compile(r"“[^“”]{0,1000}”")
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_DAYS = re.compile(r"\bngày \d")
_INDEXED = re.compile(r"tài liệu ((?:\[\d+\](?:, | và )?)+)", re.IGNORECASE)
_INDEX = re.compile(r"\[(\d+)\]")
_TITLE = re.compile(r"bài “", re.IGNORECASE)
_PART = re.compile(r"[;.]\s")
_PLACE = re.compile(r"\[(?P<number>\d+)\](?:, (?P<where>[^;]+))?")  # beside a figure: "[2], đoạn 7"
# "Số liệu, nội dung trên trích từ Báo A ngày …; mục tiêu theo Nghị quyết …"
_TAKEN = re.compile(
    r"trích từ (?P<docs>(?!các nguồn )[^\n]{1,400}?)"
    r"(?:; (?:mục tiêu|mức|số|thứ tự|chưa có số liệu|“)|\./\.|$)"
)
_RUN = 3  # words in a row of which a sentence shares half with the statement that it tells
_SHARED = 0.5

Docs = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Citation:
    """A part of a citation and the documents that it can mean; ``each`` of them, or one."""

    text: str
    fitting: Docs
    each: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    """A form of a statement: its document, its text without blanks, its runs of words."""

    doc: str
    key: str
    runs: frozenset[tuple[str, ...]]


def citing_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each citation of no document, or of other ones than it should be."""
    evidence = Evidence.of(lineage)
    for at, unit in enumerate(lineage.printed):
        is_taken = unit["kind"] not in ("note", "source")
        text = str(unit["text"]).replace("\u00a0", " ")
        if "table" in unit and (place := _PLACE.fullmatch(text)):
            yield from evidence.misplaced(unit, place, lineage)
        cited = _taken_from(text) if is_taken else text
        if not cited or unit["kind"] in GIVEN or unit["kind"] == "chart":
            continue
        named = []
        for part in _parts(cited, lineage.documents):
            citation = _cited(part, lineage.documents, taken=is_taken)
            if citation is not None and not citation.fitting:
                yield Objection(CITED, f"no source is “{shortened(part)}”", place_of(unit))
            named += [citation] if citation is not None and citation.fitting else []
        if named and not is_taken:
            yield from (
                Objection(CITED, message, place_of(unit))
                for message in evidence.misfits(named, at, lineage)
            )


def named_in(unit: Record, lineage: Lineage) -> Docs:
    """Return the documents that a note cites, or that a sentence says to be taken from."""
    is_taken = unit["kind"] not in ("note", "source")
    text = str(unit["text"]).replace("\u00a0", " ")
    parts = _parts(_taken_from(text) if is_taken else text, lineage.documents)
    named = (_cited(part, lineage.documents, taken=is_taken) for part in parts if part)
    return frozenset(doc for one in named if one is not None for doc in one.fitting)


def documents_of(unit: Record, evidence: Evidence, lineage: Lineage) -> tuple[Docs, Docs]:
    """Return the documents of the facts and those of the statements that a text tells."""
    said = frozenset(_telling(str(unit["text"]), evidence.told))
    return _docs(resting(unit, lineage), lineage), said


def citation_key(text: str, documents: Sequence[Record]) -> str:
    """Return what a note cites and remarks, whether it cites in full or by a short form."""
    found = []
    for part in _parts(text.replace("\u00a0", " "), documents):
        one = _cited(part, documents, taken=False)
        found += sorted(one.fitting) if one is not None and one.fitting else [part]
    return "; ".join(found)


def _taken_from(text: str) -> str:
    """Return the sources that a sentence says it is taken from, "" where it names none."""
    found = _TAKEN.search(text)
    return found["docs"] if found else ""


def _parts(text: str, documents: Sequence[Record]) -> Iterator[str]:
    """Yield the citations of a note or of a line of sources, with abbreviations short.

    A mark within the name of a publisher ("VP. UBND tỉnh") ends none.
    """
    plain = in_short(text.removeprefix("Nguồn:").strip())
    pointed = "|".join(re.escape(name) for name in _publishers(documents) if _PART.search(name))
    names = [one.span() for one in re.finditer(pointed, plain)] if pointed else []
    at = 0
    for match in _PART.finditer(plain):
        if any(start <= match.start() < end for start, end in names):
            continue
        if plain.count("“", at, match.start()) == plain.count("”", at, match.start()):
            yield plain[at : match.start()].strip()
            at = match.end()
    yield plain[at:].strip().rstrip(".")


def _publishers(documents: Sequence[Record]) -> list[str]:
    """Return the names of publishers, the longest first, with abbreviations short."""
    names = {_publisher(one) for one in documents} - {""}
    return sorted(names, key=lambda name: (-len(name), name))


def _publisher(document: Record) -> str:
    """Return who published a document, with abbreviations short; "" where it is not known."""
    return in_short(str(document.get("publisher") or ""))


def _cited(part: str, documents: Sequence[Record], *, taken: bool) -> _Citation | None:
    """Return what a part cites by publisher, title, day or number, None for a mere remark.

    Where a report says what it is ``taken`` from, each part has to name a source.
    """
    every = {str(one["id"]): one for one in documents}
    named = next((name for name in _publishers(documents) if _opens(part, name)), "")
    bare = _QUOTED.sub("“”", part).removeprefix(part[: len(named)])
    numbers = _indexes(bare)
    is_titled = _TITLE.search(part) is not None
    if not (named or numbers or is_titled):
        return _Citation(part, frozenset()) if taken or _is_press(part) else None
    fitting = every
    if named:
        fitting = {doc: one for doc, one in fitting.items() if _publisher(one) == named}
    if is_titled:
        fitting = {doc: one for doc, one in fitting.items() if _named(one) in part}
    days = [f"{y}-{int(m):02}-{int(d):02}" for d, m, y in _DAY.findall(bare)]
    if days and (named or is_titled):
        fitting = {doc: one for doc, one in fitting.items() if one.get("published") in days}
        if set(days) != {str(one.get("published")) for one in fitting.values()}:
            return _Citation(part, frozenset())
    if numbers:
        own = {doc for at, doc in enumerate(every, start=1) if at in numbers}
        is_right = len(own) == len(set(numbers)) and own <= fitting.keys()
        return _Citation(part, frozenset(own if is_right else ()), each=True)
    return _Citation(part, frozenset(fitting))


def _opens(part: str, name: str) -> bool:
    """Tell whether a citation begins with a name as a whole: "C" opens no "Các tài liệu …"."""
    small, key = part.casefold(), name.casefold()  # a note begins with a capital
    return re.match(rf"{re.escape(key)}(?!\w)", small) is not None


def _indexes(part: str) -> list[int]:
    """Return the numbers of documents that a part names: "các tài liệu [1] và [4]"."""
    lists = (match[1] for match in _INDEXED.finditer(part))
    return [int(number) for one in lists for number in _INDEX.findall(one)]


def _named(document: Record) -> str:
    """Return how a document is named in quotation marks."""
    return f"“{in_short(str(document.get('title') or document['id']))}”"


def _is_press(part: str) -> bool:
    """Tell whether a citation begins with the name of a newspaper or a portal."""
    is_paper = part.startswith(("Báo ", "Đài ", "Cổng ", "Tạp chí "))
    return is_paper and _DAYS.search(part) is not None and _DAY.search(part) is not None


# ---------------------------------------------------------------- what a citation is for


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the units of a report come from.

    ``facts`` are the facts of each row of a table and of each table or chart, by name;
    ``measured`` the documents that tell of an indicator what concerns a place or a time.
    """

    facts: Mapping[object, frozenset[str]]
    measured: Mapping[tuple[object, ...], Docs]
    labels: Mapping[str, object]
    told: Sequence[_Told]

    @classmethod
    def of(cls, lineage: Lineage) -> Evidence:
        """Collect the evidence of a report."""
        facts: dict[object, set[str]] = {}
        measured: dict[tuple[object, ...], set[str]] = {}
        for unit in lineage.printed:
            if "table" in unit:
                own = set(resting(unit, lineage))
                facts.setdefault(row_of(unit), set()).update(own)
                facts.setdefault(unit["table"], set()).update(own)
            elif unit["kind"] == "chart":
                facts[unit["id"]] = set(_drawn(unit, lineage))
        for fact in lineage.facts.values():
            for key in ("place", "end"):
                name = (fact["indicator"], key, fact[key])
                measured.setdefault(name, set()).add(_doc(fact))
        return cls(
            {name: frozenset(own) for name, own in facts.items()},
            {name: frozenset(docs) for name, docs in measured.items()},
            dict(_labelled(lineage.printed)),
            tuple(_told(lineage)),
        )

    def misfits(self, named: Sequence[_Citation], at: int, lineage: Lineage) -> Iterator[str]:
        """Yield what is wrong with the citations of a unit: one too many, one that is missing."""
        needed, allowed = self._sought(at, lineage)
        if not allowed:
            return
        for one in named:
            if one.fitting - allowed if one.each else not one.fitting & allowed:
                yield f"“{shortened(one.text)}” is not what the text is from"
        told = frozenset(doc for one in named for doc in one.fitting)
        titles = {str(one["id"]): _named(one) for one in lineage.documents}
        for doc in sorted(needed - told):
            yield f"{titles.get(doc, doc)} is not named, which the text is from"

    def _sought(self, at: int, lineage: Lineage) -> tuple[Docs, Docs]:
        """Return the documents that a note or a line of sources must name, and those it may."""
        unit, above = lineage.printed[at], lineage.printed[:at]
        if unit["kind"] == "source":
            name = next((_drawing(one) for one in reversed(above) if _drawing(one)), None)
            docs = _docs(self.facts.get(name, ()), lineage)
            return docs, docs
        owner = next((one for one in reversed(above) if one["kind"] != "note"), unit)
        own = self.facts[row_of(owner)] if "table" in owner else resting(owner, lineage)
        facts = [lineage.facts[name] for name in own if name in lineage.facts]
        needed = frozenset(map(_doc, facts))
        said = frozenset(_telling(str(owner["text"]), self.told))
        if not needed and not said:
            return needed, needed
        shown = _docs(self._shown(owner), lineage)
        return needed, needed.union(said, shown, *self._alike(facts))

    def _alike(self, facts: Sequence[Record]) -> Iterator[Docs]:
        """Yield the documents that tell more of what a text tells some figures of.

        A text may compare with a figure of the place that it does not print, and print of
        many places the least and the greatest only.
        """
        for fact in facts:
            yield self.measured[fact["indicator"], "place", fact["place"]]
            key = (fact["indicator"], "end", fact["end"])
            alike = (one for one in facts if one["indicator"] == key[0] and one["end"] == key[2])
            if len({one["place"] for one in alike}) > 1:
                yield self.measured[key]

    def misplaced(
        self, unit: Record, place: re.Match[str], lineage: Lineage
    ) -> Iterator[Objection]:
        """Yield an objection where a row says that its figures stand elsewhere than they do."""
        names = [name for name in self.facts[row_of(unit)] if name in lineage.facts]
        at = int(place["number"]) - 1
        doc = str(lineage.documents[at]["id"]) if 0 <= at < len(lineage.documents) else ""
        known = [name for name in names if _doc(lineage.facts[name]) == doc]
        places = {lineage.locations.get(name, "").replace("\u00a0", " ") for name in known}
        where = place["where"]
        if names and not (known and (not where or where in places or not any(places))):
            message = f"“{place[0]}” is not where the figure beside it stands"
            yield Objection(CITED, message, place_of(unit))

    def shown(self, label: str) -> frozenset[str]:
        """Return the facts of the table or chart of a label ("Bảng 1"), none of no such one."""
        return self.facts.get(self.labels.get(label), frozenset())

    def _shown(self, owner: Record) -> Iterator[str]:
        """Yield the facts of the tables and charts that a text points to."""
        for start, end in owner.get("own", ()):
            yield from self.facts.get(self.labels.get(str(owner["text"])[start:end]), ())


def _doc(fact: Record) -> str:
    """Return the document of a fact."""
    return str(fact["source"]["doc"])


def _docs(names: Iterable[str], lineage: Lineage) -> Docs:
    """Return the documents of facts."""
    return frozenset(_doc(lineage.facts[name]) for name in names if name in lineage.facts)


def _drawing(unit: Record) -> object:
    """Return the name of the table or the chart that a unit is of, None for other text."""
    return unit["id"] if unit["kind"] == "chart" else unit.get("table")


def _drawn(unit: Record, lineage: Lineage) -> Iterator[str]:
    """Yield the facts that a chart shows."""
    for series in unit["series"]:
        for name in filter(None, series["figures"]):
            yield from map(str, lineage.figures.get(name, {}).get("inputs", ()))


def _labelled(units: Sequence[Record]) -> Iterator[tuple[str, object]]:
    """Yield the labels of tables and charts ("Bảng 1") with their names."""
    for at, unit in enumerate(units):
        if unit["kind"] == "caption" and unit.get("own"):
            start, end = unit["own"][0]
            above = [one for one in units[max(0, at - 1) : at] if one["kind"] == "chart"]
            near = (*above, *units[at + 1 : at + 3])
            name = next((_drawing(one) for one in near if _drawing(one)), None)
            yield str(unit["text"])[start:end], name


def _told(lineage: Lineage) -> Iterator[_Told]:
    """Yield each form in which the report may tell a statement."""
    for one in lineage.statements:
        doc = str((one.get("source") or {}).get("doc", ""))
        for form in one.get("told") or (one.get("text") or "",):
            yield _Told(doc, squeezed(str(form)), _runs(str(form)))


def _telling(text: str, forms: Sequence[_Told]) -> Iterator[str]:
    """Yield the documents of the statements that a text tells."""
    key, own = squeezed(text), _runs(text)
    for one in forms:
        if one.key in key or len(own & one.runs) >= _SHARED * len(own):
            yield one.doc


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of words of a text."""
    words = words_of(text)
    return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
