"""What stands at the head of a sentence before the thing itself begins."""

from __future__ import annotations

from generator.extraction.statements.rules import Heads, StatementRules
from generator.extraction.statements.text import Reading

_FRAME = 260  # characters within which a reporting verb makes the frame of a sentence
_LABEL_WORDS = 16
_MAX_LEADS = 12  # places looked at for a subject
_PASSIVE = (" được", " bị", " để", " và", " đã được", ",")


def core_start(reading: Reading, start: int, end: int, rules: StatementRules) -> int:
    """Return where a sentence begins without ordinals, connectors and report frames."""
    while True:
        text = reading.fold(start, end)
        skip = (
            _blank(text)
            or _ordinal(text, rules.heads)
            or _connector(text, rules.heads)
            or _label(reading.text[start:end], text, rules.heads)
            or _report(text, rules.heads)
        )
        if not skip or start + skip >= end:
            return start
        start += skip


def after_adverbials(text: str, heads: Heads) -> tuple[int, ...]:
    """Return the offsets in a folded clause where its subject may begin.

    The first is 0; others lie behind a time ("Thời gian tới | Văn phòng sẽ …") or
    behind the commas that follow a lead ("Theo chỉ đạo của tỉnh, | các sở cần …").
    """
    starts = [0, _after_time(text, 0, heads)]
    if heads.leads.at_start(text) or starts[1]:
        comma = text.find(", ")
        while comma >= 0 and len(starts) < _MAX_LEADS:
            starts += [comma + 2, _after_time(text, comma + 2, heads)]
            comma = text.find(", ", comma + 2)
    return tuple(dict.fromkeys(starts))


def _after_time(text: str, start: int, heads: Heads) -> int:
    """Return the offset behind a time that stands at ``start``, else ``start``."""
    end = start + heads.adverbials.at_start(text[start:])
    return end + len(text[end:]) - len(text[end:].lstrip(" ,")) if end > start else start


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip(' ,:;.-+•*"'))


def _ordinal(text: str, heads: Heads) -> int:
    end = heads.ordinals.at_start(text)
    return end if end and text[end : end + 1] in (",", ":", ".", " ") else 0


def _connector(text: str, heads: Heads) -> int:
    """A connector ends at a comma or colon; a conjunction needs neither."""
    end = heads.connectors.at_start(text)
    if end and text[end : end + 1] in (",", ":"):
        return end + 1
    return heads.conjunctions.at_start(text)


def _label(raw: str, text: str, heads: Heads) -> int:
    """A topic before a colon: "Đối với cơ chế một cửa: Trong thời gian qua …"."""
    colon = raw.find(": ")
    if colon < 0 or not heads.labels.at_start(text):
        return 0
    follows = raw[colon + 2 : colon + 3]
    return colon + 1 if follows.isupper() and len(raw[:colon].split()) <= _LABEL_WORDS else 0


def _report(text: str, heads: Heads) -> int:
    """A frame such as "Ông X cho rằng, " with its reporter before the verb."""
    for hit in sorted(heads.reporting_verbs.hits(text[:_FRAME]), key=lambda hit: hit.start):
        before = text[: hit.start].rstrip()
        after = text[hit.end :]
        ends = text[: hit.end].endswith(" là") or after.startswith((",", ":", " rằng"))
        if not ends or ";" in before or before.endswith(_PASSIVE):
            continue
        if heads.reporters.found_in(before):
            return hit.end + (len(" rằng") if after.startswith(" rằng") else 0)
    return 0
