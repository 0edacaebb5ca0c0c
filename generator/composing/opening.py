"""How quoted statements open: whose words they are and of which time.

In: ``Statement``s and the time of their source. Out: words before them ("đến tháng 9 năm 2022"),
and a statement that goes on behind such words.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalogue.language import Usage
from generator.model.period import Period
from generator.model.statement import Statement, StatementKind
from generator.vi.printing import period_phrase, short_month, uncapitalised

_BEGINNING = 40  # characters in which a statement may name its own time
_OWN_TIME = ("năm 20", "/20", "tháng đầu năm")
_JUDGED = (StatementKind.LIMIT, StatementKind.CAUSE)
_KINDS = ("Tỉnh ", "Thành phố ", "Huyện ", "Quận ", "Xã ", "Phường ")
_NEAR = 200  # characters between a statement and the one that tells a part of it


class Opener:
    """Opens statements; remembers whose name was told, as ``Citer`` remembers sources."""

    def __init__(self, usage: Usage) -> None:
        """Start with nobody named."""
        self._usage = usage
        self._holders: dict[str, tuple[str, str]] = {}

    def told(self, statement: Statement) -> Period | None:
        """Return the time that a result takes from its paragraph, None for one of its own."""
        text = statement.text.casefold()
        vague = text.startswith(tuple(f"{words}, " for words in self._usage.vague_times))
        return None if vague or _tells_time(text, self._usage) else statement.told

    def anew(self) -> None:
        """Begin a section: who speaks is named in full again."""
        self._holders.clear()

    def opening(self, run: Sequence[Statement], time: str) -> str:
        """Return the words before statements of one source and speaker, "" for none.

        ``time`` is the month of the source, "" where all that is told is of one time. A
        judgement bears who made it, by office and name once in a section, then by office;
        statements that begin with a time of their own bear none, a result behind a time of
        its paragraph bears that.
        """
        first = run[0]
        if not is_judged(first):
            told = self.told(first) if time else None
            return period_phrase(told) if told else _of_time(first, time, self._usage)
        key = (first.speaker, first.source.doc)
        full = titled(first.speaker, self._usage)
        short = office(full, self._usage)
        who = short if short and self._holders.get(short) == key else f"đánh giá của {full}"
        self._holders[short] = key
        return f"theo {who}{f' ({short_month(time)})' if time else ''}"


def titled(speaker: str, usage: Usage) -> str:
    """Return a speaker with the whole title: "Phó Thủ tướng Chính phủ Trần Văn An"."""
    for short, whole in usage.titles.items():
        if speaker.startswith(f"{short} ") and not speaker.startswith(whole):
            return f"{whole}{speaker.removeprefix(short)}"
    return speaker


def headed(speaker: str, usage: Usage) -> str:
    """Return a speaker as a heading has room for it: "Phó Thủ tướng Trần Văn An"."""
    for short, whole in usage.titles.items():
        if speaker.startswith(f"{whole} "):
            return f"{short}{speaker.removeprefix(whole)}"
    return speaker


def is_judged(statement: Statement) -> bool:
    """Tell whether a statement is a judgement of which the source tells who made it."""
    return bool(statement.speaker) and statement.kind in _JUDGED


def office(speaker: str, usage: Usage) -> str:
    """Return how a speaker is named again: the office alone, several who speak as they are.

    "" for an office that many have, which says nothing without the name.
    """
    if not speaker[:1].isupper():
        return speaker
    return next((one for one in usage.titles.values() if speaker.startswith(f"{one} ")), "")


def _of_time(first: Statement, time: str, usage: Usage) -> str:
    """Return the words that tell the time of statements, "" where they tell it themselves."""
    text = first.text.casefold()
    if not time or _names_year(text):
        return ""
    if _tells_time(text, usage):
        return f"theo tài liệu {time}"
    return f"trong {time}" if time.startswith("năm") else f"đến {time}"


def _tells_time(text: str, usage: Usage) -> bool:
    """Tell whether the folded words of a statement begin with a time of their own."""
    begins = any(text.startswith((f"{word} ", f"{word},")) for word in usage.own_times)
    return begins or _names_year(text)


def _names_year(text: str) -> bool:
    """Tell whether the folded words of a statement name a year where they begin."""
    return any(word in text[:_BEGINNING] for word in _OWN_TIME)


def without_time(sentence: str, usage: Usage) -> str:
    """Return a sentence without the vague time that it begins with: "Thời gian qua, …"."""
    for words in usage.vague_times:
        if sentence.casefold().startswith(f"{words}, "):
            return sentence[len(words) + 2 :]
    return sentence


def continued(sentence: str, usage: Usage) -> str:
    """Return a sentence as it stands behind other words: a name keeps its capital."""
    if sentence.startswith(_KINDS) and not sentence.startswith(usage.names):
        return uncapitalised(sentence)
    words = sentence.split(" ", 2)
    is_name = len(words) > 1 and words[1][:1].isupper() and not words[1].isupper()
    if is_name or sentence.startswith(usage.names):
        return sentence
    return uncapitalised(sentence)


def listed(sentence: str, usage: Usage) -> str:
    """Return a sentence whose clauses behind ";" begin small: no new sentence begins there.

    "… còn chậm; Việc rà soát …" → "… còn chậm; việc rà soát …". A name keeps its capital, as
    does a word that has one inside a clause, too ("như Hệ thống A; Hệ thống B"), and all
    between quotation marks.
    """
    first, *rest = sentence.split("; ")
    inner = {word for clause in (first, *rest) for word in clause.split()[1:]}
    out = first
    for clause in rest:
        quoted = out.count("“") > out.count("”")
        named = clause.partition(" ")[0] in inner
        out += f"; {clause if quoted or named else continued(clause, usage)}"
    return out


def is_part(statement: Statement, before: Statement | None) -> bool:
    """Tell whether a statement tells a part of the one right before it ("trong đó")."""
    if before is None or not statement.is_part or statement.source.doc != before.source.doc:
        return False
    return 0 <= statement.source.start - before.source.end <= _NEAR
