"""Abbreviations in running text: said in full where they come first, short from then on.

Works on the marked-up text of a whole document; headings, tables and footnotes are
left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from markupsafe import escape

from generator.catalogue.language import Abbreviation
from generator.vi.printing import capitalised
from generator.vi.text import NBSP

_TAG = re.compile(r"<[^<>]*>")
_MARK = re.compile("[“”]")
# the number of a document: "10/KH-UBND", "76/2019/NQ-HĐND", "…/QĐ-UBND", "KH-UBND"
_SYMBOL = re.compile(
    r"(?<![\w.…])(?:[\d…][\w.]{0,12}|(?=[-/]))(?:[-/][^\W_]{1,12}){1,5}"
    r"|(?<!\w)(?:BC|CT|CTr|CV|ĐA|HD|KH|NQ|QĐ|TB|TTr)-[^\W_]{1,12}"
)
_KEPT = "\0"  # stands for what is left as it is; no XML can hold it
_SENTENCE_END = (".", "!", "?", ":", "…")


def introduced(markup: str, abbreviations: Sequence[Abbreviation]) -> str:
    """Return the markup with each abbreviation introduced at its first use.

    "UBND tỉnh … UBND huyện" becomes "Ủy ban nhân dân (UBND) tỉnh … UBND huyện"; what
    introduces an abbreviation for the second time is shortened. Of common words that are used
    once only the full form stands; names of indices keep their short one beside it. Words in
    quotation marks and the symbols of documents are neither changed nor counted.
    """
    plain = _freed(_TAG.sub(" ", markup), 0)[0]
    once = frozenset(
        one.short
        for one in abbreviations
        if one.full[:1].islower() and _uses(plain, str(escape(one.short))) == 1
    )
    known: set[str] = set()
    out: list[str] = []
    paragraph = note = depth = 0
    last = 0
    for tag in _TAG.finditer(markup):
        text = markup[last : tag.start()]
        free, kept, depth = _freed(text, depth if paragraph else 0)
        if paragraph and not note:
            text = _restored(_told(free, abbreviations, known, once), kept)
        out.append(text)
        out.append(tag.group())
        name, step = _name(tag.group())
        paragraph += step if name == "p" else 0
        note += step if name in ("note", "data") else 0
        last = tag.end()
    return "".join((*out, markup[last:]))


def _freed(text: str, depth: int) -> tuple[str, tuple[str, ...], int]:
    """Return a text with marks for its quotations and symbols, what they stand for, the depth.

    ``depth`` is how many quotations are open before the text, the last result how many behind.
    """
    spans, depth = _quotations(text, depth)
    symbols = [found.span() for found in _SYMBOL.finditer(text)]
    spans += [one for one in symbols if not any(start <= one[0] < end for start, end in spans)]
    free, at = [], 0
    for start, end in sorted(spans):
        free += [text[at:start], _KEPT]
        at = end
    kept = tuple(text[start:end] for start, end in sorted(spans))
    return "".join((*free, text[at:])), kept, depth


def _quotations(text: str, depth: int) -> tuple[list[tuple[int, int]], int]:
    """Return where the quotations of a text stand, and how many are open at its end."""
    spans, start = [], 0
    for mark in _MARK.finditer(text):
        if mark[0] == "“":
            start = start if depth else mark.start()
            depth += 1
        elif depth:
            depth -= 1
            spans += [] if depth else [(start, mark.end())]
    return spans + ([(start, len(text))] if depth else []), depth


def _restored(text: str, kept: Sequence[str]) -> str:
    """Return a text with what its marks stand for."""
    first, *rests = text.split(_KEPT)
    return first + "".join(f"{one}{rest}" for one, rest in zip(kept, rests, strict=True))


def _name(tag: str) -> tuple[str, int]:
    """Return the name of a tag and 1 where it opens, -1 where it closes, else 0."""
    inner = tag.strip("<>/ ").split(maxsplit=1)
    step = -1 if tag.startswith("</") else 0 if tag.endswith("/>") else 1
    return (inner[0] if inner else "", step)


def _told(
    text: str, abbreviations: Sequence[Abbreviation], known: set[str], once: frozenset[str]
) -> str:
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
            said = text[: end - len(short) - 3] if one.short in once else text[:end]
            text = said + _shortened(text[end:], pair, short)
            continue
        at = _first_use(text, short)
        if at >= 0:
            known.add(short)
            end = at + len(short)
            text = f"{text[:at]}{_in_full(one, text[:at], alone=one.short in once)}{text[end:]}"
    return text


def _in_full(one: Abbreviation, before: str, *, alone: bool = False) -> str:
    """Return what stands for an abbreviation where it is used first, behind some words.

    "Chỉ số PAPI" goes on as "Chỉ số hiệu quả … (PAPI)"; within brackets a dash takes the
    place of further brackets. ``alone`` leaves out the short form.
    """
    full, short = str(escape(one.full)), str(escape(one.short))
    if one.noted:
        return f"{short}<note>{full}.</note>"
    nested = before.count("(") > before.count(")")
    whole = full if alone else f"{full} - {short}" if nested else f"{full} ({short})"
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


def _uses(text: str, short: str) -> int:
    """Return how often an abbreviation stands in a text as a word, brackets or not."""
    rests = f" {text} ".split(short)
    return sum(
        not (before[-1:].isalnum() or after[:1].isalnum()) for before, after in pairwise(rests)
    )


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
