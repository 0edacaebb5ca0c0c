"""Finds the components of Nghị định 30 in what a reader saw, whatever they look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from generator.verify.layout.rules import Words
from generator.verify.layout.seen import Block, Layout
from generator.verify.layout.words import (
    folded,
    is_appendix,
    is_country,
    is_date,
    is_heading,
    is_motto,
    is_number,
    is_recipients_word,
)

_HEAD = 40  # blocks in which a head ends
_FIND_KIND = 4
_SUBJECT_LINES = 5
_NEAR_APPENDIX = 6
_SIGNING_ROOM = 30.0  # points above a name that leave room for a signature
_RUNNING = 60  # letters: what is longer is running text
_CENTRED_TEXT = 200  # letters: what is longer was meant to be running text
_SMALL = 12.5  # points: notes under tables and charts are no larger
_LETTER = re.compile(r"\w")
_CAPTION = re.compile(
    r"(?:bang|bieu do|hinh|so do)\s+\d|don vi(?: tinh)?\s*:|nguon\s*:|ghi chu\s*:"
)
_LETTERED = re.compile(r"[a-zđ]\)\s")
_NUMBERED = re.compile(r"\d+(?:\.\d+)*\.\s")
_STOP = re.compile(r"[.;:,]\s*$")
_CONTENTS = "muc luc"
_ITEM = ("- ", "+ ", "– ")
_LISTING = re.compile(r":(?:$| ?[-–] )")
_FAR_IN = 45.0  # points: no first line of a paragraph stands so far in


@dataclass(frozen=True, slots=True)
class Appendix:
    """The blocks of the title of an appendix."""

    word: Block
    title: tuple[Block, ...]
    info: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """Components by key, with the number of each block; ``body`` is the running text."""

    found: dict[str, tuple[int, ...]] = field(default_factory=dict)
    body: tuple[Block, ...] = ()
    appendices: tuple[Appendix, ...] = ()

    def first(self, key: str) -> int | None:
        """Return the number of the first block of a component, None without."""
        return next(iter(self.found.get(key, ())), None)

    def last(self, key: str) -> int | None:
        """Return the number of the last block of a component, None without."""
        return next(reversed(self.found.get(key, ())), None)


def parts_of(layout: Layout, words: Words) -> Parts:
    """Return the components of a document."""
    blocks = layout.blocks
    found = _head(blocks, words)
    start = max((at for ats in found.values() for at in ats), default=-1) + 1
    found |= _signature(blocks, start)
    appendices = tuple(_appendices(blocks, start))
    running = _running(blocks, start, found, appendices)
    found["heading"] = tuple(
        at for at in running if is_heading(blocks[at].text) and not _STOP.search(blocks[at].text)
    )
    found["subheading"] = tuple(at for at in running if _is_subheading(blocks[at]))
    titles = {*found["heading"], *found["subheading"]}
    titles |= {at for at in running if _is_lettered(blocks[at])}
    titles |= _closing_notes(blocks, running, appendices)
    body = tuple(blocks[at] for at in running if at not in titles and _is_body(blocks[at]))
    return Parts({key: ats for key, ats in found.items() if ats}, body, appendices)


def _head(blocks: Sequence[Block], words: Words) -> dict[str, tuple[int, ...]]:
    """Return the components of the head of the first page."""
    head = [at for at, block in enumerate(blocks[:_HEAD]) if _is_shown(block)]
    found: dict[str, tuple[int, ...]] = {}
    for key, test in _TESTS.items():
        found[key] = tuple([at for at in head if test(blocks[at].text)][:1])
    top = max((at for ats in found.values() for at in ats), default=-1)
    lefts = [at for at in head if at < _cut(found, top) and blocks[at].side == "left"]
    known = {at for ats in found.values() for at in ats}
    found |= _bodies(blocks, [at for at in lefts if at not in known], words)
    return found | _title(blocks, [at for at in head if at > top], words)


_TESTS = {
    "motto_country": is_country,
    "motto": is_motto,
    "number": is_number,
    "place_date": is_date,
}


def _cut(found: dict[str, tuple[int, ...]], top: int) -> int:
    """Return where the names of the bodies end: at the number, else at the end of the head."""
    return next(iter(found["number"]), top + 1)


def _is_shown(block: Block) -> bool:
    """Tell whether a block has letters and is no cell of a data table."""
    return not block.table and _LETTER.search(block.text.replace("_", "")) is not None


def _bodies(blocks: Sequence[Block], lines: list[int], words: Words) -> dict[str, tuple[int, ...]]:
    """Return the lines of the superior and of the issuing body.

    The issuer is what is bold at the end; where all is bold, a line that names a
    unit below another body begins it.
    """
    if not lines:
        return {}
    start = len(lines) - 1
    while start and all(piece.bold for piece in blocks[lines[start - 1]].pieces):
        start -= 1
    units = tuple(f"{folded(unit)} " for unit in words.units)
    if start == 0:
        named = (at for at in range(1, len(lines)) if _begins(blocks[lines[at]], units))
        start = next(named, 0)
    return {"superior": tuple(lines[:start]), "issuer": tuple(lines[start:])}


def _begins(block: Block, units: tuple[str, ...]) -> bool:
    """Tell whether a line names a unit of another body."""
    return f"{folded(block.text)} ".startswith(units)


def _title(blocks: Sequence[Block], rest: list[int], words: Words) -> dict[str, tuple[int, ...]]:
    """Return document type, subject and addressee."""
    kinds = {folded(kind) for kind in words.kinds}
    named = [at for at in rest[:_FIND_KIND] if folded(blocks[at].text) in kinds]
    kind = next(iter([*named, *rest]), None)
    if kind is None or len(blocks[kind].text) > _RUNNING:
        return {}
    subject: list[int] = []
    for at in rest[rest.index(kind) + 1 :][:_SUBJECT_LINES]:
        more = blocks[at].align == "centre" and blocks[at].pieces[0].bold
        ended = blocks[at].contents or folded(blocks[at].text) == _CONTENTS
        if ended or _is_addressee(blocks[at]) or is_heading(blocks[at].text):
            break
        if subject and not more:
            break
        if not subject and not more and len(blocks[at].text) > _CENTRED_TEXT:
            break
        subject.append(at)
    return {"kind": (kind,), "subject": tuple(subject), "addressee": _addressees(blocks, rest)}


def _addressees(blocks: Sequence[Block], rest: list[int]) -> tuple[int, ...]:
    """Return "Kính gửi" with the lines "- …;" below it, and the lines in which these go on."""
    first = next((at for at in rest if _is_addressee(blocks[at])), None)
    found = [] if first is None else [first]
    if first is None or not _LISTING.search(folded(blocks[first].text)):
        return tuple(found)
    for at in rest[rest.index(first) + 1 :]:
        goes_on = len(found) > 1 and (blocks[at].indent or 0.0) > _FAR_IN
        if not goes_on and not blocks[at].text.startswith(_ITEM):
            break
        found.append(at)
        if blocks[at].text.endswith("."):
            break
    return tuple(found)


def _is_addressee(block: Block) -> bool:
    """Tell whether a block begins with "Kính gửi"."""
    return folded(block.text).startswith("kinh gui")


def _signature(blocks: Sequence[Block], start: int) -> dict[str, tuple[int, ...]]:
    """Return recipients and signer: what stands at the last "Nơi nhận"."""
    marks = [at for at in range(start, len(blocks)) if is_recipients_word(blocks[at].text)]
    if not marks:
        return {}
    word = marks[-1]
    zone = blocks[word].level[0]
    own = [
        at
        for at in range(start, len(blocks))
        if blocks[at].level[0] == zone and at != word and _is_shown(blocks[at])
    ]
    other = "left" if blocks[word].side == "right" else "right"
    right = [at for at in own if blocks[at].side == other]
    listed = [at for at in own if blocks[at].side != other and at > word]
    signer: list[int] = []
    if right and _is_name(blocks, right):
        signer = [right.pop()]
    return {
        "recipients_word": (word,),
        "recipients": tuple(listed),
        "authority": tuple(right),
        "signer": tuple(signer),
    }


def _is_name(blocks: Sequence[Block], right: list[int]) -> bool:
    """Tell whether the last line on the right is a name: parted from above, or not in capitals."""
    last = blocks[right[-1]]
    if len(right) > 1 and last.text != last.text.upper():
        return True
    if last.gap is not None:
        return last.gap > _SIGNING_ROOM
    above = blocks[right[-2]].level if len(right) > 1 else last.level
    return len(above) > 1 and above[1] - last.level[1] > _SIGNING_ROOM * 1.5


def _appendices(blocks: Sequence[Block], start: int) -> Iterator[Appendix]:
    """Yield the appendices: their word, title and reference."""
    for at in range(start, len(blocks)):
        block = blocks[at]
        if block.table or block.contents or block.side or not is_appendix(block.text):
            continue
        below = blocks[at + 1 : at + 1 + _NEAR_APPENDIX]
        refers = [n for n, one in enumerate(below) if folded(one.text).startswith("(kem theo")]
        if refers:
            title = below[: refers[0]]
            info = tuple(_reference(below[refers[0] :]))
        else:
            title, info = below[:1], ()
        yield Appendix(block, tuple(one for one in title if not one.table), info)


def _reference(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the lines of the reference up to its closing bracket."""
    for block in blocks:
        yield block
        if ")" in block.text:
            return


def _running(
    blocks: Sequence[Block],
    start: int,
    found: dict[str, tuple[int, ...]],
    appendices: Sequence[Appendix],
) -> list[int]:
    """Return the blocks of the text: no table, no contents, no component of its own."""
    taken = {at for ats in found.values() for at in ats}
    titles = {id(one) for part in appendices for one in (part.word, *part.title, *part.info)}
    return [
        at
        for at in range(start, len(blocks))
        if at not in taken
        and id(blocks[at]) not in titles
        and not (blocks[at].table or blocks[at].contents or blocks[at].side)
        and _is_shown(blocks[at])
    ]


def _closing_notes(
    blocks: Sequence[Block], running: Sequence[int], appendices: Sequence[Appendix]
) -> set[int]:
    """Return the small paragraphs with which an appendix closes: notes on its data."""
    starts = [blocks.index(one.word) for one in appendices]
    found: set[int] = set()
    for start, stop in zip(starts, [*starts[1:], len(blocks)], strict=False):
        own = [at for at in running if start < at < stop and blocks[at].text.strip()]
        found.update(takewhile(lambda at: _is_small(blocks[at]), reversed(own)))
    return found


def _is_small(block: Block) -> bool:
    """Tell whether all letters of a block are smaller than those of running text."""
    return all(piece.size < _SMALL for piece in block.pieces)


def _is_lettered(block: Block) -> bool:
    """Tell whether a block is "a) Title": the title of a point, which may be ranged left."""
    titled = _LETTERED.match(block.text) and not _STOP.search(block.text)
    return bool(titled) and len(block.text) < _CENTRED_TEXT


def _is_subheading(block: Block) -> bool:
    """Tell whether a block is "1. Title": short, all bold, no sentence."""
    numbered = _NUMBERED.match(block.text) and len(block.text) < _CENTRED_TEXT
    return bool(numbered) and all(piece.bold for piece in block.pieces if piece.text.strip())


def _is_body(block: Block) -> bool:
    """Tell whether a block is running text."""
    text = block.text
    if _CAPTION.match(folded(text)) or (block.align == "centre" and len(text) < _CENTRED_TEXT):
        return False
    note = _is_small(block) and (block.after_object or all(piece.italic for piece in block.pieces))
    bold = all(piece.bold for piece in block.pieces if piece.text.strip())
    return not note and not bold and (len(text) >= _RUNNING or text.startswith(_ITEM))
