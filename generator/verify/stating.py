"""Statements of sources and findings: their telling words must be those that were found.

A report shortens names and mends spelling, so that a sentence need not be the source's
letter by letter. Where it is one of its statements all the same, words that turn its sense
(numbers, years, places, "không", "tăng", "hơn", "triệu") must be those of the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, chain

from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.reading.text import names
from generator.verify.unmarked import place_of

STATED = "số liệu: câu trích"
_WORD = re.compile(r"[^\W_]+(?:[.,/-][^\W_]+)*%?")
_SENTENCE = re.compile(r"(?<=[.;:])\s")
_DIGIT = re.compile(r"\d")
_QUOTE = re.compile(r"“[^“”]{1,2000}”")
_TELLING = names(
    "không chưa chẳng tăng giảm hơn gần khoảng trên dưới vượt triệu tỷ nghìn trăm cao thấp"
    " nhất đúng trễ quá mọi tất chỉ"
)
_DENYING = names("không chưa chẳng")
_LEAST_WORDS = 6
_ALIKE = 0.85  # of its words a sentence shares with the statement that it is
_MOSTLY = 0.6  # of the words of a finding stand in a paragraph that tells it
_LEFT_OUT = 2  # words of a finding that may be gone from what still is its sentence


@dataclass(frozen=True, slots=True)
class _Statement:
    """A statement as words, with the words of its place, and days that may be told with it.

    ``bounds`` are the offsets, in words, at which the clauses of a finding end, ``quoted`` the
    spans of what it quotes; what a source says has none.
    """

    words: tuple[str, ...]
    known: frozenset[str]
    place: frozenset[str]
    days: frozenset[str]
    bounds: frozenset[int] = frozenset()
    quoted: tuple[tuple[int, int], ...] = ()


def stating_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each sentence that turns what its statement says."""
    places = {word for every in lineage.places.values() for one in every for word in _words(one)}
    statements = [_statement(one, lineage) for one in lineage.statements]
    findings = [_finding(one) for one in lineage.findings]
    whole = [_words(str(one["message"]).replace("\u00a0", " ")) for one in lineage.findings]
    for unit in lineage.printed:
        if unit["kind"] != "paragraph":
            continue
        if gone := _left_out(_words(str(unit["text"]).replace("\u00a0", " ")), whole):
            message = f"“{shortened(gone)}” of a finding is left out"
            yield Objection(STATED, message, place_of(unit))
        known = findings if unit.get("marks") else [*statements, *findings]
        for sentence in _SENTENCE.split(str(unit["text"]).replace("\u00a0", " ")):
            turned = _turned(_words(sentence), known, frozenset(places))
            if turned:
                message = f"“{turned}” in “{shortened(sentence)}” is not what the source says"
                yield Objection(STATED, message, place_of(unit))


def _left_out(words: Sequence[str], findings: Sequence[Sequence[str]]) -> str:
    """Return the words of a finding that a paragraph leaves out, "" where it is none or whole.

    A paragraph is a finding where most words of that are there; of several that it may be,
    one that it tells whole is enough. Words for which others come are an abbreviation.
    """
    found = []
    for whole in findings:
        if len(words) < _MOSTLY * len(whole):
            continue
        codes = SequenceMatcher(None, whole, words, autojunk=False).get_opcodes()
        if sum(b - a for tag, a, b, *_ in codes if tag == "equal") >= _MOSTLY * len(whole):
            gone = (whole[a:b] for tag, a, b, *_ in codes if tag == "delete" and b - a > _LEFT_OUT)
            found.append(" ".join(next(gone, ())))
    return "" if "" in found else next(iter(found), "")


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case."""
    found = _WORD.findall(text.lower())
    return tuple("tỷ" if word == "tỉ" else word.replace("-", "/") for word in found)


def _statement(record: Record, lineage: Lineage) -> _Statement:
    """Return a statement as words."""
    words = _words(str(record["text"]))
    place = lineage.places.get(str(record.get("place")), ())
    named = frozenset(word for name in place for word in _words(name))
    published = (one.get("published") for one in lineage.documents)
    days = {str(day)[:4] for day in published if day}
    if deadline := str(record.get("deadline") or ""):
        year, month, day = (str(int(part)) for part in deadline.split("-"))
        days |= {year, month, day, month.zfill(2), day.zfill(2), f"{day}/{month}"}
        days |= {f"{day}/{month}/{year}", f"{day.zfill(2)}/{month.zfill(2)}/{year}"}
    return _Statement(words, frozenset(words), named, frozenset(days))


def _finding(record: Record) -> _Statement:
    """Return what a finding says, with its computation, as words."""
    text = f"{record['message']} {record.get('computation') or ''}".replace("\u00a0", " ")
    clauses = [_words(clause) for clause in _SENTENCE.split(text)]
    bounds = frozenset(accumulate(map(len, clauses)))
    words = tuple(chain.from_iterable(clauses))
    quoted = tuple(
        (len(_words(text[: quote.start()])), len(_words(text[: quote.end()])))
        for quote in _QUOTE.finditer(text)
    )
    return _Statement(words, frozenset(words), frozenset(), frozenset(), bounds, quoted)


def _turned(words: Sequence[str], statements: Sequence[_Statement], places: frozenset[str]) -> str:
    """Return the words that a sentence has otherwise than its statement, "" without.

    Of several statements that it may be, one that it tells rightly is enough.
    """
    if len(words) < _LEAST_WORDS:
        return ""
    mine = set(words)
    near = [one for one in statements if len(mine & one.known) >= _ALIKE * len(mine)]
    near.sort(key=lambda one: -len(mine & one.known))
    found = [turn for one in near if (turn := _against(words, one, places)) is not None]
    return "" if "" in found else next(iter(found), "")


def _against(words: Sequence[str], statement: _Statement, places: frozenset[str]) -> str | None:
    """Return what a sentence has otherwise than a statement, None where it is another one."""
    codes = SequenceMatcher(None, statement.words, words, autojunk=False).get_opcodes()
    if sum(d - c for tag, _, _, c, d in codes if tag == "equal") < _ALIKE * len(words):
        return None
    if any(_parts(code, statement) for code in codes[1:-1]):
        return None
    alike = [(a, b) for tag, a, b, *_ in codes if tag == "equal"]
    if any(start <= alike[0][0] and alike[-1][1] <= end for start, end in statement.quoted):
        return None  # it tells the same as a sentence that a finding quotes, in its own words
    ends = {codes[0], codes[-1]}  # a part of a statement may stand for itself
    for code in codes:
        tag, a, b, c, d = code
        gone = () if tag == "equal" or code in ends else statement.words[a:b]
        come = () if tag == "equal" else words[c:d]
        if not _says_the_same(gone, come, statement):
            return " ".join((*gone, "→", *come))
        names_come = {word for word in come if word in places} - statement.place - statement.known
        if names_come:
            return " ".join(come)
    return ""


def _parts(code: tuple[str, int, int, int, int], finding: _Statement) -> bool:
    """Tell whether words left out make a sentence another one than that of a finding.

    A report prints findings as they are, clause by clause. The clauses of one together name
    a measure and its number, a clause may name two measures: the report's own "Tỷ lệ … đạt
    99%", "báo cáo không sử dụng số liệu này" are found in them with much left out, or with a
    word in its place: "Ủy ban nhân dân tỉnh A kính báo cáo".
    """
    tag, start, end, come, until = code
    if tag == "equal" or not finding.bounds:
        return False
    is_gone = (end - start) - (until - come) > _LEFT_OUT
    return is_gone or any(start < bound < end for bound in finding.bounds)


def _says_the_same(gone: Sequence[str], come: Sequence[str], statement: _Statement) -> bool:
    """Tell whether no telling word went or came; a day may get the year that it is in.

    The time and the place that a statement is of may be told with it where it names none.
    """
    if not gone:
        return not any(word in _DENYING for word in come)
    before = [word for word in gone if _is_telling(word)]
    after = [word for word in come if _is_telling(word) and word not in statement.days]
    pairs = zip(before, after, strict=False)
    return len(before) == len(after) and all(
        new == old or (new.startswith(f"{old}/") and new.rpartition("/")[2] in statement.days)
        for old, new in pairs
    )


def _is_telling(word: str) -> bool:
    """Tell whether a word turns the sense of a sentence."""
    return word in _TELLING or _DIGIT.search(word) is not None
