"""Words in quotation marks: they must be what the sources say.

A quote “…” may leave words out ("…") and break lines elsewhere; all that is left stands
so in a source, a title, a legal act or the catalogue; what is quoted by the number of a
document stands in that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.verify.citations import CITED
from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage
from generator.verify.objection import Objection
from generator.verify.reading.text import squeezed
from generator.verify.unmarked import place_of
from generator.verify.witnesses import GIVEN

QUOTE = "số liệu: lời trích"
_DIGIT = re.compile(r"\d")
_BY_INDEX = re.compile(r"theo tài liệu \[(\d{1,3})\], “", re.IGNORECASE)
# beside a number that was cut off: words of reservation, digits, marks and signs; what ends
# with a line is another text
_RESERVED = re.compile(r"(?:hơn|gần|khoảng|trên|dưới|vượt|ước|xấpxỉ)\Z")
_CUT, _CUT_OFF = re.compile(r"\d[.,/]?\Z"), re.compile(r"%|[.,/]?\d")
_LONGEST_WORD = 6
# two numbers: "… ngày 30/6/2024, 1.900 thủ tục", or the last of a line and the first of the next
_APART = re.compile(r"\d(?:[.,;:]\s|[^\S\n]?\n)\s{0,20}(?=\d)")
_TRIMMED = ".,;:"


@dataclass(frozen=True, slots=True)
class Known:
    """Known words without blanks; ``opened`` are the offsets at which a new number begins."""

    text: str
    opened: frozenset[int]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Known:
        """Return some texts as lines of known words."""
        lines, opened, at = [], set(), 0
        for text in texts:
            line = squeezed(text)
            opened |= {at + len(squeezed(text[: m.end()])) for m in _APART.finditer(text)}
            lines.append(line)
            at += len(line) + 1
        return cls("\n".join(lines), frozenset(opened))


def quoting_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each quote that no source bears out."""
    known = Known.of(_said(lineage))
    for unit in lineage.printed:
        if unit["kind"] in GIVEN or unit["kind"] == "chart":
            continue
        text = str(unit["text"]).replace("\u00a0", " ")
        for quote in _quotes(text):
            # in running text the report's own terms stand in such marks, too
            is_told = unit["kind"] != "paragraph" or _DIGIT.search(quote)
            if is_told and not _is_said(quote, known):
                message = f"no source says “{shortened(quote)}”"
                yield Objection(QUOTE, message, place_of(unit))
        if unit["kind"] == "paragraph":
            for part in _misattributed(text, lineage):
                yield Objection(CITED, f"not said there: “{shortened(part)}”", place_of(unit))


def _quotes(text: str) -> Iterator[str]:
    """Yield what stands between quotation marks, marks inside left in."""
    depth, start = 0, 0
    for at, char in enumerate(text):
        if char == "“":
            depth, start = depth + 1, start if depth else at + 1
        elif char == "”" and depth:
            depth -= 1
            if not depth:
                yield text[start:at]


def _is_said(quote: str, known: Known) -> bool:
    """Tell whether the parts of a quote stand in known words, marks at its ends aside."""
    parts = (squeezed(part).strip(_TRIMMED) for part in quote.replace("[…]", "…").split("…"))
    return all(_stands(part, known) for part in parts if part)


def _stands(part: str, known: Known) -> bool:
    """Tell whether a part stands in known words with its numbers whole.

    A number at its beginning keeps the word of reservation before it, one at its end the
    sign and the digits behind it.
    """
    text = known.text
    at = text.find(part)
    while at >= 0:
        before, after = text[max(0, at - _LONGEST_WORD) : at], text[at + len(part) :][:2]
        is_within = at not in known.opened and _CUT.search(before)
        cut_before = part[0].isdigit() and (_RESERVED.search(before) or is_within)
        is_ended = at + len(part) in known.opened or not _CUT_OFF.match(after)
        if not cut_before and (is_ended or not part[-1].isdigit()):
            return True
        at = text.find(part, at + 1)
    return False


def _said(lineage: Lineage) -> Iterator[str]:
    """Yield the words of sources, acts and catalogue that a report may quote."""
    yield from lineage.words
    yield from lineage.sentences.values()
    yield from (str(fact["source"]["quote"]) for fact in lineage.facts.values())
    for fact in lineage.facts.values():
        yield from (str(word) for word in (fact.get("review") or {}).values() if word)
        was = (fact.get("review") or {}).get("was")
        yield str(was["source"]["quote"]) if isinstance(was, dict) else ""
    for document in lineage.documents:
        yield from (str(document.get(key) or "") for key in ("id", "title", "publisher"))
    yield from (str(statement.get("text") or "") for statement in lineage.statements)
    yield from (str(target["act"]) for target in lineage.targets)
    for finding in lineage.findings:
        yield from (str(said["quote"]) for said in finding.get("quotes", ()))
        yield str(finding["message"])
    yield from (str(one["quote"]) for one in lineage.readings)
    yield from (str(one["label"]) for one in lineage.indicators.values())


# ---------------------------------------------------------------- citations


def _misattributed(text: str, lineage: Lineage) -> Iterator[str]:
    """Yield each quote "theo tài liệu [4], “…”" that only other documents say."""
    names = [str(one["id"]) for one in lineage.documents]
    for match in _BY_INDEX.finditer(text):
        quote = next(_quotes(text[match.end() - 1 :]), "")
        docs = {
            str(one["source"]["doc"])
            for one in lineage.statements
            if one.get("source") and _is_said(quote, Known.of((str(one.get("text") or ""),)))
        }
        if docs and not docs & {*names[int(match[1]) - 1 : int(match[1])]}:
            yield quote
