"""Abbreviations in running text: said in full where they come first, short from then on.

Works on the marked-up text of a whole document; headings, tables and footnotes are
left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import escape

from generator.catalogue.language import Abbreviation
from generator.vi.printing import capitalised
from generator.vi.text import NBSP

_TAG = re.compile(r"<[^<>]*>")
_SENTENCE_END = (".", "!", "?", ":", "…")


def introduced(markup: str, abbreviations: Sequence[Abbreviation]) -> str:
    """Return the markup with each abbreviation introduced at its first use.

    "UBND tỉnh … UBND huyện" becomes "Ủy ban nhân dân (UBND) tỉnh … UBND huyện"; what
    introduces an abbreviation for the second time is shortened.
    """
    known: set[str] = set()
    out: list[str] = []
    paragraph = note = 0
    last = 0
    for tag in _TAG.finditer(markup):
        text = markup[last : tag.start()]
        out.append(_told(text, abbreviations, known) if paragraph and not note else text)
        out.append(tag.group())
        name, step = _name(tag.group())
        paragraph += step if name == "p" else 0
        note += step if name in ("note", "data") else 0
        last = tag.end()
    return "".join((*out, markup[last:]))


def _name(tag: str) -> tuple[str, int]:
    """Return the name of a tag and 1 where it opens, -1 where it closes, else 0."""
    inner = tag.strip("<>/ ").split(maxsplit=1)
    step = -1 if tag.startswith("</") else 0 if tag.endswith("/>") else 1
    return (inner[0] if inner else "", step)


def _told(text: str, abbreviations: Sequence[Abbreviation], known: set[str]) -> str:
    """Return one stretch of text with its abbreviations introduced or shortened."""
    for one in abbreviations:
        short = str(escape(one.short))
        pair = f"{escape(one.full)} ({short})"
        if short in known:
            text = _shortened(text, pair, short)
            continue
        first = text.casefold().find(pair.casefold())
        if first >= 0:
            known.add(short)
            end = first + len(pair)
            text = text[:end] + _shortened(text[end:], pair, short)
            continue
        at = _first_use(text, short)
        if at >= 0:
            known.add(short)
            end = at + len(short)
            text = f"{text[:at]}{_in_full(one, text[:at])}{text[end:]}"
    return text


def _in_full(one: Abbreviation, before: str) -> str:
    """Return what stands for an abbreviation where it is used first, behind some words.

    "Chỉ số PAPI" goes on as "Chỉ số hiệu quả … (PAPI)"; within brackets a dash takes the
    place of further brackets.
    """
    full, short = str(escape(one.full)), str(escape(one.short))
    if one.noted:
        return f"{short}<note>{full}.</note>"
    nested = before.count("(") > before.count(")")
    whole = f"{full} - {short}" if nested else f"{full} ({short})"
    said = _said_before(full, before)
    if said:
        return whole[said:].lstrip()
    plain = before.rstrip()
    return capitalised(whole) if not plain or plain.endswith(_SENTENCE_END) else whole


def _said_before(full: str, before: str) -> int:
    """Return how much of a full form the words before it say: "các Chỉ số " 6 of "Chỉ số …"."""
    words = full.split(" ")
    heads = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1))
    plain = before.replace(NBSP, " ").rstrip().casefold()
    return next((len(head) for head in heads if f" {plain}".endswith(f" {head.casefold()}")), 0)


def _shortened(text: str, pair: str, short: str) -> str:
    """Return a text with each "full form (SHORT)" as "SHORT", in any case."""
    folded, wanted = text.casefold(), pair.casefold()
    out, last = [], 0
    at = folded.find(wanted)
    while at >= 0:
        out += [text[last:at], short]
        last = at + len(pair)
        at = folded.find(wanted, last)
    return "".join((*out, text[last:]))


def _first_use(text: str, short: str) -> int:
    """Return where an abbreviation stands first as a word, not alone in brackets; else -1."""
    at = text.find(short)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(short) : at + len(short) + 1]
        alone = before == "(" and after == ")"
        if not before.isalnum() and not alone and not after.isalnum():
            return at
        at = text.find(short, at + 1)
    return -1
