"""The notes on the data and what points to them: doubts told whole, and where they belong.

A report tells of a contradiction or of a correction by a person in three places: in the
sentence ("xem ghi chú tại Phụ lục II"), in the row of the data ("đã điều chỉnh") and in the
notes. Whoever takes one of them away leaves the other two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.reading.text import squeezed
from generator.verify.unmarked import SOURCE, place_of
from generator.verify.witnesses import resting
from generator.vi.text import fold

NOTING = "số liệu: ghi chú"
_POINTER = re.compile(r"xem ghi chú tại (?P<label>[^.;,)]+)")
_WORD = re.compile(r"\w+")
_SHORT = re.compile(r"[A-ZĐ]{2,}")
_BEGIN = 12  # letters with which a note begins as its finding does
_DECIDED = {
    "đã điều chỉnh": "correct",
    "bổ sung": "add",
    "đã rà soát": "use",
    "đã loại bỏ": "exclude",
}
_MARK = re.compile(rf"\((?P<word>{'|'.join(_DECIDED)})\)\s*\Z")


@dataclass(frozen=True, slots=True)
class _Notes:
    """Where the findings of a report are told: the label above, and in which unit each is."""

    label: str
    told: dict[int, int]


def noting_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each doubt that is told in one place and not in the other."""
    notes = _notes(lineage)
    if notes.label:  # a briefing without an appendix tells what weighs most, without its steps
        yield from _left_out(lineage, notes)
        yield from _changed(lineage, notes)
        yield from _pointers(lineage, notes)
    yield from _decided(lineage)


def _notes(lineage: Lineage) -> _Notes:
    """Find the findings in what is printed."""
    keys = [squeezed(str(one["message"])).rstrip(".") for one in lineage.findings]
    told: dict[int, int] = {}
    label = above = ""
    first = next((at for at, one in enumerate(lineage.printed) if one["kind"] == "appendix"), 0)
    for at, unit in enumerate(lineage.printed):
        if at < first:  # what stands out may be told in the same words
            continue
        text = str(unit["text"])
        if unit["kind"] == "appendix":
            above = text
        key = squeezed(text)
        for number, said in enumerate(keys):
            if number in told or not _tells(
                key, text, said, str(lineage.findings[number]["message"])
            ):
                continue
            told[number] = at
            label = label or above
    return _Notes(label, told)


def _tells(key: str, text: str, said: str, message: str) -> bool:
    """Tell whether a text has a finding, word for word but for abbreviations.

    An abbreviation stands for its words, or behind them where they come first.
    """
    if said in key:
        return True
    if said[:_BEGIN] not in key:
        return False
    own, told = _WORD.findall(message), _WORD.findall(text)
    blocks = SequenceMatcher(None, own, told, autojunk=False).get_opcodes()
    for at, (tag, a, b, c, d) in enumerate(blocks):
        if tag == "equal" or (tag == "insert" and at in (0, len(blocks) - 1)):
            continue
        if not _is_shortened(own[a : b + 1], told[c : d + 1], len(own[a:b]), len(told[c:d])):
            return False
    return True


def _is_shortened(own: list[str], told: list[str], apart: int, other: int) -> bool:
    """Tell whether two stretches of words differ by an abbreviation of just those words.

    ``apart`` and ``other`` tell how many of them differ; one word behind them is given, too:
    "Ủy ban nhân dân (UBND)" where the other has "UBND".
    """
    shorts = [word for word in (*own, *told) if _SHORT.fullmatch(word)]
    words = [word for word in (*own[:apart], *told[:other]) if not _SHORT.fullmatch(word)]
    if not words:  # one side alone has the abbreviation, behind its words
        return not (own[:apart] and told[:other])
    first = "".join(fold(word)[:1] for word in words)
    return any(fold(short) in first for short in shorts)


def _left_out(lineage: Lineage, notes: _Notes) -> Iterator[Objection]:
    """Yield an objection for each finding that an appendix of notes does not tell."""
    for number, finding in enumerate(lineage.findings):
        if number not in notes.told:
            message = f"the notes do not tell “{shortened(str(finding['message']))}”"
            yield Objection(NOTING, message, f"finding {finding['rule']}")


def _changed(lineage: Lineage, notes: _Notes) -> Iterator[Objection]:
    """Yield an objection for each note that tells a finding with another computation."""
    orders = [notes.told[number] for number in sorted(notes.told)]
    if orders != sorted(orders):
        yield Objection(NOTING, "the notes stand in another order", "notes")
    for number, at in notes.told.items():
        unit, finding = lineage.printed[at], lineage.findings[number]
        key = squeezed(str(unit["text"]))
        steps = squeezed(str(finding.get("computation") or ""))
        if steps and steps not in key:
            message = f"the note does not compute “{finding['computation']}”"
            yield Objection(NOTING, message, place_of(unit))
        for match in SOURCE.finditer(str(unit["text"])):
            if match[0] in str(finding["message"]) or _doc(match[1], lineage) in _docs(
                finding, lineage
            ):
                continue
            message = f"the note names source {match[0]}, which its finding is not about"
            yield Objection(NOTING, message, place_of(unit))


def _doc(number: str, lineage: Lineage) -> str:
    """Return the document of a number of the list of sources, "" for none."""
    at = int(number) - 1
    return str(lineage.documents[at]["id"]) if 0 <= at < len(lineage.documents) else ""


def _docs(finding: Record, lineage: Lineage) -> set[str]:
    """Return the documents that a finding is about."""
    facts = [lineage.facts[name] for name in finding["facts"] if name in lineage.facts]
    quoted = {str(said["doc"]) for said in finding.get("quotes", ())}
    return {str(fact["source"]["doc"]) for fact in facts} | quoted


def _plain(unit: Record) -> str:
    """Return the text of a unit with plain blanks."""
    return _flat(str(unit["text"]))


def _flat(text: str) -> str:
    """Return a text with plain blanks."""
    return text.replace("\u00a0", " ")


def _pointers(lineage: Lineage, notes: _Notes) -> Iterator[Objection]:
    """Yield an objection for each pointer that leads elsewhere, and where one is gone or too many.

    Where some text of the body points to the notes, each that tells the figure of a finding does,
    or the text right before it, whose figure it goes on to compare.
    """
    doubted = {str(name) for one in lineage.findings for name in one["facts"]}
    warned = {str(name) for one in lineage.findings for name in _warned(one)}
    pointing = [unit for unit in _body(lineage.printed) if _POINTER.search(_plain(unit))]
    for unit in pointing:
        for match in _POINTER.finditer(_plain(unit)):
            if squeezed(match["label"]) != squeezed(notes.label):
                message = f"“{match[0]}” leads to no notes: they are {_flat(notes.label)}"
                yield Objection(NOTING, message, place_of(unit))
        if not doubted & set(resting(unit, lineage)):
            message = f"no finding is about “{shortened(_plain(unit))}”, which points to the notes"
            yield Objection(NOTING, message, place_of(unit))
    just_said: set[str] = set()
    for unit in _body(lineage.printed) if pointing else ():
        told = warned & {str(name).partition(".")[0] for *_, name in unit.get("marks", ())}
        if told - just_said and unit.get("role") == "body" and unit not in pointing:
            message = f"“{shortened(_plain(unit))}” does not point to the note on its figure"
            yield Objection(NOTING, message, place_of(unit))
        just_said = told if unit in pointing else set()


def _warned(finding: Record) -> Iterator[object]:
    """Yield the figures of a finding of which a reader is warned: that of the report, or all."""
    if finding["used"]:
        yield from finding.get("doubted", (finding["used"],))


def _body(units: Sequence[Record]) -> Iterator[Record]:
    """Yield the paragraphs before the first appendix."""
    for unit in units:
        if unit["kind"] == "appendix":
            return
        if unit["kind"] == "paragraph":
            yield unit


def _decided(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each row that says of its figure what no person decided."""
    rows: dict[tuple[object, object], list[Record]] = {}
    for unit in lineage.printed:
        if "table" in unit and not unit.get("head"):
            rows.setdefault((unit["table"], unit["row"]), []).append(unit)
    for cells in rows.values():
        quoted = any(str(cell["text"]).startswith("“") for cell in cells)
        for cell in cells:
            facts = [lineage.facts.get(str(name)) for *_, name in cell.get("marks", ())]
            reviews = {str(one["review"]["decision"]) for one in facts if one and one.get("review")}
            match = _MARK.search(_plain(cell))
            said = {_DECIDED[match["word"]]} if match else set()
            if facts and (said - reviews or (quoted and reviews - said)):
                told = ", ".join(sorted(reviews)) or "nothing"
                message = f"“{_plain(cell)}”, of which a person decided {told}"
                yield Objection(NOTING, message, place_of(cell))
