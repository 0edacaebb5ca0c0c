"""Word by word: what the file prints against what the lineage says that it prints.

Blanks, case, marks of lists and the fixed words of the layout (the national title, "Nơi
nhận:") do not count; whatever else stands between the expected texts is objected to.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.verify.lineage import Record
from generator.verify.objection import Objection
from generator.verify.reading.text import NOTE, Piece, readable, squeezed
from generator.verify.roles import PLAIN, ROLE

MOST = 25  # objections of one stream; more would say nothing new
_AHEAD = 6  # units that are tried to find the way back after a difference
_BEFORE, _BEHIND = 16, 28  # letters that a message shows on either side of a difference
_SHORTEST = 4  # letters of a unit that are told from a part of another one
_WINDOW = 4000  # letters in which they are looked for
_AFTER_CONTENTS = re.compile(r"[.…_]*(\d{0,4})")
# what layouts put between texts: marks of lists, the fixed words of Nghị định 30/2020/NĐ-CP,
# Phụ lục I, II
_FIXED = re.compile(
    r"(?:[-–•;:.,/…_()]|cộnghòaxãhộichủnghĩaviệtnam|độclập-tựdo-hạnhphúc|số:|v/v|nơinhận:"
    r"|kínhgửi:)*"
)

# a blank inside a number, also beside its comma, point or stroke
_PARTED = re.compile(r"\d[.,/]?(?=[^\S\n]+[.,/]?\d)")

TEXT = "số liệu: văn bản"


@dataclass(frozen=True, slots=True)
class Unit:
    """One expected text, the kind of what prints it, and what it may be tagged as."""

    text: str
    kind: str
    roles: frozenset[str]

    @property
    def leads(self) -> bool:
        """Tell whether a page number may follow the text."""
        return self.kind == "contents"

    @property
    def is_cell(self) -> bool:
        """Tell whether the text fills a cell: what stands before it is a sign of its number."""
        return self.kind == "cell"


@dataclass(slots=True)
class Stream:
    """The squeezed text of some pieces with the way back to where each stands.

    ``with_notes`` keeps the places of the marks of notes; ``blanks`` are the offsets at which
    a blank parted two digits.
    """

    pieces: Sequence[Piece]
    with_notes: bool = True
    text: str = ""
    starts: list[int] = field(default_factory=list)
    blanks: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Join the pieces."""
        parts = []
        at = 0
        for piece in self.pieces:
            raw = piece.text if self.with_notes else piece.text.replace(NOTE, "")
            part = squeezed(raw)
            self.starts.append(at)
            self.blanks.extend(at + place for place in sorted(blanks_in_digits(raw)))
            parts.append(part)
            at += len(part)
        self.text = "".join(parts)

    def where(self, offset: int) -> str:
        """Return the place of an offset in the file."""
        return self.pieces[self.index(offset)].where if self.pieces else ""

    def index(self, offset: int) -> int:
        """Return which piece holds an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def readable(self, start: int, end: int) -> str:
        """Return the stretch between two offsets as a person reads it."""
        first, last = self.index(start), self.index(max(start, end - 1))
        raw = " ".join(one.text for one in self.pieces[first : last + 1])
        raw = raw if self.with_notes else raw.replace(NOTE, "")
        return readable(raw, start - self.starts[first], end - self.starts[first])

    def next_piece(self, at: int) -> int | None:
        """Return where the piece behind an offset begins, None where it is the last."""
        return next(iter(self.starts[self.index(at) + 1 :]), None)

    def between(self, start: int, end: int) -> Sequence[Piece]:
        """Return the pieces that begin between two offsets."""
        return self.pieces[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


@dataclass(slots=True)
class Walk:
    """One pass over a stream.

    ``heads`` are texts that may stand between any others; ``broken`` tells that a blank
    at the end of a line is lost; ``contents`` collects the page numbers behind entries,
    ``leads`` what stands right before a unit, by its place among the units; ``about`` the
    unit that an objection is about, each by its place.
    """

    stream: Stream
    heads: frozenset[str]
    broken: bool = False
    at: int = 0
    objections: list[Objection] = field(default_factory=list)
    contents: list[tuple[str, str, str]] = field(default_factory=list)
    leads: dict[int, str] = field(default_factory=dict)
    about: dict[int, int] = field(default_factory=dict)

    def run(self, units: Sequence[Unit]) -> None:
        """Find every unit in its order and nothing of its own between them."""
        keys = [squeezed(unit.text) for unit in units]
        before: Unit | None = None
        passed = self.at
        for index, (unit, key) in enumerate(zip(units, keys, strict=True)):
            if not key:
                continue
            start = self._find(unit, key, before)
            if start is None:
                self.about[len(self.objections)] = index
                self._differ(unit, key, keys[index + 1 : index + 1 + _AHEAD])
                if len(self.objections) >= MOST:
                    return
                before = None
                continue
            self._check_roles(unit, start)
            if self.at == passed:  # else what stands before it belongs to a unit that differs
                self.leads[index] = self.stream.text[self.at : start]
            self.at = passed = start + len(key)
            self._check_blanks(unit, start)
            before = unit
        self._finish(before)

    def _check_roles(self, unit: Unit, start: int) -> None:
        """Object where a unit that stands at an offset, or what lies before it, is mistagged.

        Before it lie heads that repeat on each page, and the fixed words of layouts.
        """
        piece = self.stream.pieces[self.stream.index(start)]
        if piece.role not in unit.roles:
            self._mistagged(unit.text, piece, min(unit.roles))
        is_head = self.stream.text[self.at : start] in self.heads
        roles = frozenset({"head"}) if is_head else PLAIN
        for one in self.stream.between(self.at, start):
            if one.role not in roles and one.text.strip():
                self._mistagged(one.text, one, min(roles))

    def _mistagged(self, text: str, piece: Piece, wanted: str) -> None:
        """Note a text that is tagged as what it is not."""
        named = (one or "plain text" for one in (piece.role, wanted))
        message = f"“{shortened(text)}” is tagged as {next(named)}, not {next(named)}"
        self.objections.append(Objection(ROLE, message, piece.where))

    def _check_blanks(self, unit: Unit, start: int) -> None:
        """Object where digits are parted by a blank, or joined, otherwise than in the unit."""
        wanted = blanks_in_digits(unit.text)
        known = self.stream.blanks
        inside = known[bisect_right(known, start) : bisect_left(known, self.at)]
        found = {at - start for at in inside}
        # on paper a line may also end behind the stroke or comma of a number
        beside = {at for at in found if self._is_mark(start + at - 1) or self._is_mark(start + at)}
        wrong = found - wanted - beside if self.broken else found ^ wanted
        if wrong:
            where = self.stream.where(start + min(wrong))
            message = f"digits of “{shortened(unit.text)}” are parted otherwise"
            self.objections.append(Objection(TEXT, message, where))

    def _is_mark(self, at: int) -> bool:
        """Tell whether a sign that parts the digits of a number stands at an offset."""
        return self.stream.text[at] in ",./"

    def _find(self, unit: Unit, key: str, before: Unit | None) -> int | None:
        """Return where a unit stands if what lies before it says nothing."""
        text = self.stream.text
        if text.startswith(key, self.at):
            return self.at
        for head in self.heads:  # digits of a repeated head are none of the unit's
            if text.startswith(head, self.at) and text.startswith(key, self.at + len(head)):
                return self.at + len(head)
        start = text.find(key, self.at)
        while start >= 0 and start - self.at < _WINDOW:
            if self._says_nothing(self.at, start, before, unit):
                return start
            start = text.find(key, start + 1)
        return None

    def _says_nothing(
        self, start: int, end: int, before: Unit | None, after: Unit | None = None
    ) -> bool:
        """Tell whether a gap holds no more than what may stand there."""
        gap = self.stream.text[start:end]
        if after is not None and after.is_cell:
            return not gap or gap in self.heads
        if before is not None and before.leads:
            match = _AFTER_CONTENTS.match(gap)
            if match and match[1]:
                rest = gap[match.end() :]
                if _FIXED.fullmatch(rest):
                    self.contents.append((before.text, match[1], self.stream.where(start)))
                    return True
        return _FIXED.fullmatch(gap) is not None or gap in self.heads

    def _differ(self, unit: Unit, key: str, following: Sequence[str]) -> None:
        """Note a difference and go on where the text is as expected again."""
        text = self.stream.text
        place = self.stream.where(min(self.at, max(len(text) - 1, 0)))
        wanted, found = self._difference(unit, key)
        message = f"expected {wanted}, found {found}"
        self.objections.append(Objection(TEXT, message, place))
        own_end = self.stream.next_piece(self.at) if unit.is_cell else None
        for ahead in following:
            start = self._ahead(ahead, len(key))
            if start is not None:
                self.at = start
                return
            if own_end is not None:  # the cells beside one that differs may differ, too
                self.at = own_end
                return
        self.at = min(len(text), self.at + len(key))

    def _ahead(self, key: str, length: int) -> int | None:
        """Return where a unit stands shortly behind one of some length that differs, if it does."""
        text, stop = self.stream.text, self.at + length + _WINDOW // 4
        start = text.find(key, self.at, stop) if len(key) > 1 else -1
        while start >= 0 and len(key) < _SHORTEST and start not in self.stream.starts:
            start = text.find(key, start + 1, stop)  # "12" may stand within another number
        return start if start >= 0 else None

    def _difference(self, unit: Unit, key: str) -> tuple[str, str]:
        """Return the words of a unit and those of the file where the two part."""
        text = self.stream.text
        same = shared(key, text[self.at :])
        start, more = max(0, same - _BEFORE), same + _BEHIND
        stop = self.at + min(more, len(key) + _BEHIND // 2)
        if unit.is_cell:  # what the cells behind it say is theirs
            piece = self.stream.index(self.at)
            stop = min([stop, *self.stream.starts[piece + 1 : piece + 2]])
        wanted = readable(unit.text, start, more)
        found = self.stream.readable(self.at + start, stop) if self.at < len(text) else ""
        cut = "…" if stop < len(text) and not unit.is_cell else ""
        lead, rest = "…" if start else "", "…" if more < len(key) else ""
        return (
            f"“{lead}{wanted}{rest}”",
            f"“{lead}{found}{cut}”" if found else "the end of the text",
        )

    def _finish(self, before: Unit | None) -> None:
        """Object to what stands after the last unit."""
        end = len(self.stream.text)
        if self.at < end and not self._says_nothing(self.at, end, before):
            rest = shortened(self.stream.readable(self.at, end))
            place = self.stream.where(self.at)
            self.objections.append(Objection(TEXT, f"the report does not say “{rest}”", place))


def shared(first: str, second: str) -> int:
    """Return how many letters two texts have in common where they begin."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(first), len(second)))


def blanks_in_digits(text: str) -> set[int]:
    """Return where in the squeezed text a blank parts two digits, or digits and their comma."""
    return {len(squeezed(text[: match.end()])) for match in _PARTED.finditer(text)}


def shortened(text: str, most: int = 80) -> str:
    """Return a text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def heads_of(units: Sequence[Record]) -> frozenset[str]:
    """Return the squeezed head rows of the tables: they repeat on each page."""
    heads: dict[str, str] = {}
    for unit in units:
        if unit.get("head"):
            name = str(unit["table"])
            heads[name] = heads.get(name, "") + squeezed(str(unit["text"]))
    return frozenset(heads.values())


def in_sequence(pieces: Sequence[Piece], what: str) -> Iterator[Objection]:
    """Yield an objection where numbers do not count 1, 2, 3 …."""
    for order, piece in enumerate(pieces, start=1):
        if piece.text.strip() != str(order):
            message = f"{what} {piece.text.strip()!r} stands where {order} follows"
            yield Objection(TEXT, message, piece.where)


def pages_in_sequence(pieces: Sequence[Piece]) -> Iterator[Objection]:
    """Yield an objection where page numbers do not count on; a page without one is a first."""
    before = 0
    for piece in pieces:
        wanted = before + 1
        if piece.text and piece.text != str(wanted):
            message = f"page number {piece.text!r} stands where {wanted} follows"
            yield Objection(TEXT, message, piece.where)
        before = wanted if piece.text else 1
