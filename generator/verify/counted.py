"""What is counted, behind its number: "541.559 giao dịch" is no fact of so many "hồ sơ"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import load_catalogue
from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.reading.text import names
from generator.verify.unmarked import place_of

COUNTED = "số liệu: đơn vị đếm"
_TEXTS = ("paragraph", "note", "key-remark")
# bodies are counted by many names ("bộ, cơ quan", "Bộ phận Một cửa"); "%" is no noun
_OF_BODIES = names("% bộ bản hạng") | {"bộ phận", "cơ quan", "trung tâm", "địa phương", "dữ liệu"}
_AROUND = 40  # letters of a message
_PLAIN = ("value", "share")


def counted_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each number of a text behind which something else is counted."""
    units = frozenset(one.unit for one in load_catalogue().indicators.values())
    nouns = tuple(sorted(units - _OF_BODIES, key=len))
    for unit in lineage.printed:
        if unit["kind"] not in _TEXTS:
            continue
        text = str(unit["text"]).replace("\u00a0", " ")
        for start, end, name in unit.get("marks", ()):
            figure = lineage.figures.get(name)
            if figure and (word := _other(text, end, figure, nouns, lineage)):
                around = shortened(text[max(0, start - _AROUND) : end + _AROUND])
                message = f"“{word}” in “{around}” is not what the source says"
                yield Objection(COUNTED, message, place_of(unit))


def _other(text: str, end: int, figure: Record, nouns: tuple[str, ...], lineage: Lineage) -> str:
    """Return the noun behind a number that counts something else, "" without."""
    facts = lineage.inputs(figure)
    if figure.get("formula") or figure.get("part") not in _PLAIN or not facts:
        return ""
    quotes = " ".join(str(fact["source"]["quote"]) for fact in facts).lower()
    behind = text[end:].lstrip().lower()
    for noun in nouns:
        rest = behind.removeprefix(noun.lower())
        is_there = rest != behind and not rest[:1].isalpha()
        if (
            is_there
            and figure["unit"] in nouns
            and noun != figure["unit"]
            and noun.lower() not in quotes
        ):
            return noun
    return ""
