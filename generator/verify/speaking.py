"""Words that a report gives as a person's: only what a source has that person say.

"Theo đánh giá của Phó Thủ tướng …, một số hạn chế gồm:" makes all points below it that
person's words; "Theo chỉ đạo của …: …" the rest of the paragraph; a heading "Chỉ đạo của …"
the paragraphs below it. Notes on the data or another's words may not stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from generator.catalogue import load_language
from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.unmarked import place_of

SPOKEN = "số liệu: người nói"
_BEFORE = re.compile(
    r"(?:\A|, )theo (?:đánh giá|chỉ đạo|ý kiến) của (?P<who>[^:;,.]{3,200})[:,] ?", re.IGNORECASE
)
_NAMING = re.compile(r"\A(?P<who>[^:;,.]{3,200}) nêu các hạn chế, nguyên nhân[^:]{0,60}:\Z")
_HEADING = re.compile(r"(?:Chỉ đạo|Ý kiến) của (?P<who>[^:;.]{3,200})\Z")
_TIME = re.compile(r" \((?:tháng|năm|quý) [^()]{1,20}\)")
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"(?<=[.;]) ")
_RUN = 3  # words in a row that are compared
_SHARED = 0.5  # of the runs of a sentence: misprints mended, times and short forms aside


def speaking_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each sentence that is given as words that its speaker did not say.

    Files that do not tell who says their statements are left alone.
    """
    if not any("speaker" in one for one in lineage.statements):
        return
    for who, text, unit in _attributed(lineage.printed):
        for sentence in _SENTENCE_END.split(text):
            if not _said_by(who, sentence, lineage.statements):
                message = f"{shortened(who)} does not say “{shortened(sentence)}”"
                yield Objection(SPOKEN, message, place_of(unit))


def _attributed(units: Sequence[Record]) -> Iterator[tuple[str, str, Record]]:
    """Yield who speaks and what is given as spoken, with its place."""
    below = ""  # whose words the paragraphs below a heading or an opening are
    for unit in units:
        text = str(unit["text"]).replace("\u00a0", " ")
        if unit["kind"] in ("heading", "appendix", "appendix-title"):
            found = _HEADING.search(_TIME.sub("", text))
            below = found["who"] if found else ""
            continue
        if unit["kind"] not in ("paragraph", "cell") and "table" not in unit:
            continue
        opened = _BEFORE.search(text)
        lead = opened or _NAMING.search(text)
        if lead and text.endswith(":"):
            below = lead["who"]
        elif opened:
            yield _TIME.sub("", opened["who"]), text[opened.end() :], unit
        elif below and unit["kind"] == "paragraph" and unit.get("role") != "closing":
            yield _TIME.sub("", below), text, unit


def _said_by(who: str, sentence: str, statements: Sequence[Record]) -> bool:
    """Tell whether the words of a sentence are those of statements of one speaker."""
    wanted = _runs(sentence)
    if not wanted:
        return True
    said = {
        run
        for one in statements
        if _is_named(str(one.get("speaker") or ""), who)
        for run in _runs(str(one.get("text") or ""))
    }
    return len(wanted & said) >= _SHARED * len(wanted)


def _is_named(speaker: str, who: str) -> bool:
    """Tell whether a printed name is that of a speaker: a title more or less, or its place."""
    first, second = set(words_of(speaker)), set(words_of(who))
    return bool(first) and (first <= second or second <= first)


def _runs(text: str) -> set[tuple[str, ...]]:
    """Return the runs of words of a text."""
    words = words_of(text)
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def words_of(text: str) -> list[str]:
    """Return the small words of a text, with its abbreviations short and said once."""
    plain = text.replace("\u00a0", " ").casefold()
    for full, short in _short_forms().items():
        for form in (f"{full} ({short})", f"{full} - {short}", full):
            plain = plain.replace(form, short)
    return _WORD.findall(plain)


def in_short(text: str) -> str:
    """Return a text with its abbreviations short: "Ủy ban nhân dân (UBND) tỉnh" → "UBND tỉnh"."""
    pattern, forms = _full_forms()
    return pattern.sub(lambda found: forms[found["full"].casefold()], text)


def is_long_form(text: str) -> bool:
    """Tell whether a text only says in full what an abbreviation is short for."""
    return in_short(" ".join(text.split()).rstrip(".")).casefold() in _short_forms().values()


@cache
def _full_forms() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return what finds abbreviated names in full, and the short form of each in small letters."""
    forms = {one.full.casefold(): one.short for one in load_language().usage.abbreviations}
    fulls = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    shorts = "|".join(map(re.escape, sorted(forms.values(), key=len, reverse=True)))
    told = rf"(?<!\w)(?P<full>{fulls})(?!\w)(?: \((?:{shorts})\)| - (?:{shorts})(?!\w))?"
    return re.compile(told, re.IGNORECASE), forms


@cache
def _short_forms() -> Mapping[str, str]:
    """Return the short form of each abbreviated name, all in small letters."""
    return {
        one.full.casefold(): one.short.casefold() for one in load_language().usage.abbreviations
    }
