"""Inline elements of the dialect: white space folded, references resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import TypeVar

from lxml import etree

from generator.composing.acts import with_number_word
from generator.composing.markup import Misuse
from generator.config.nearest import did_you_mean
from generator.model.document import (
    CrossReference,
    FigureText,
    Inline,
    LineBreak,
    Note,
    Text,
)
from generator.vi.text import NBSP, nfc

InlineT = TypeVar("InlineT", bound=Inline)
Labels = dict[str, str]

_SPACE = re.compile(r"[ \t\r\n]+")
_BEFORE_MARK = re.compile(r"(?<! ) +([,.;:)…])")
# "tháng 9/2022", "năm 2024", "quý II/2024": a day or year without its word says nothing
# "(đạt 48,6%) (xem ghi chú tại …)", "(chiếm 4,11%) (Bảng 2)": a pointer behind another bracket
_POINTED = re.compile(r"\) \((?=xem ghi chú tại \Z|\Z)")
# "(trước sắp xếp) (93%)", "(từ 40 lên 50) (đạt 99%)": a figure in a bracket behind another one
_FIGURED = re.compile(r"\) \((?P<words>(?:[^()\d]{0,20} )?)\Z")
# an aside of more words than a mark on a name has: "(trước sắp xếp)", "(địa bàn sau sắp xếp)"
_MARK_WORDS = 5
_TIME = re.compile(r"(?<!\w)(ngày|tháng|năm|quý) (?=\d|[IVX]{1,3}(?:/| năm))", flags=re.IGNORECASE)


def plain_text(element: etree._Element) -> str:
    """Return the text of an element without its markup, white space folded."""
    text = _SPACE.sub(" ", "".join(str(part) for part in element.itertext()))
    return nfc(_BEFORE_MARK.sub(r"\1", text).strip(" "))


def required(element: etree._Element, name: str) -> str:
    """Return an attribute that must be there; raises Misuse without it."""
    value = element.get(name)
    if not value:
        raise Misuse(element, f"<{element.tag}> needs the attribute {name!r}")
    return str(value)


def inlines(element: etree._Element, labels: Labels) -> tuple[Inline, ...]:
    """Return the inline content of an element.

    Runs of white space are one space (a no-break space stays), none stands at the
    ends, before a punctuation mark or before a footnote mark. Raises Misuse for a
    reference to nothing.
    """
    return _tidied(list(_merged(list(_walk(element, labels, bold=False, italic=False)))))


def _merged(parts: list[Inline]) -> Iterator[Inline]:
    """Yield parts in which a pointer stands in the bracket before it: "(đạt 48,6%; Bảng 2)"."""
    said = ""
    for part, following in zip_longest(parts, parts[1:]):
        told = part
        if isinstance(part, Text) and isinstance(following, CrossReference):
            told = replace(part, text=_in_one_bracket(part.text, said))
        elif isinstance(part, Text) and isinstance(following, FigureText):
            told = replace(part, text=_with_figure(part.text, said))
        said += told.text if isinstance(told, Text | FigureText | CrossReference) else ""
        yield told


def _in_one_bracket(text: str, said: str) -> str:
    """Return the words before a reference, its bracket joined to one that ends right before it.

    ``said`` stands before the words. "a) (Bảng 1)" closes no bracket, and one with a name or a
    mark on a name alone is about another thing: "đến 52 (Bộ Tư pháp) (Bảng 1)".
    """
    pointed = _POINTED.search(text)
    before = said + text[: pointed.start()] if pointed else ""
    _, is_open, told = before.rpartition("(")
    if pointed is None or not is_open or ")" in told or not _tells(told):
        return text
    return f"{text[: pointed.start()]}; {text[pointed.end() :]}"


def _with_figure(text: str, said: str) -> str:
    """Return the words before a figure, its bracket joined to one that ends right before it.

    A name in brackets stays apart: it is no mark on what stands before it.
    """
    figured = _FIGURED.search(text)
    before = said + text[: figured.start()] if figured else ""
    _, is_open, told = before.rpartition("(")
    if figured is None or not is_open or ")" in told or not (_tells(told) or told[:1].islower()):
        return text
    return f"{text[: figured.start()]}; {figured['words']}"


def _tells(words: str) -> bool:
    """Tell whether words in brackets say something of the figures: a number, or a clause."""
    clause = words[:1].islower() and len(words.split()) > _MARK_WORDS
    return clause or any(letter.isdigit() for letter in words)


def bound(parts: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return running text in which no line ends between "ngày", "tháng", "năm" and the number."""
    return tuple(
        Note(tuple(_bound(one) for one in part.content)) if isinstance(part, Note) else _bound(part)
        for part in parts
    )


def _bound(part: InlineT) -> InlineT:
    """Return a piece of text with no-break spaces in its times."""
    if not isinstance(part, Text):
        return part
    return replace(part, text=_TIME.sub(rf"\1{NBSP}", with_number_word(part.text)))


def _walk(element: etree._Element, labels: Labels, *, bold: bool, italic: bool) -> Iterator[Inline]:
    """Yield the inline parts of an element in order."""
    if element.text:
        yield Text(_SPACE.sub(" ", element.text), bold, italic)
    for child in element:
        yield from _child(child, labels, bold=bold, italic=italic)
        if child.tail:
            yield Text(_SPACE.sub(" ", child.tail), bold, italic)


def _child(child: etree._Element, labels: Labels, *, bold: bool, italic: bool) -> Iterator[Inline]:
    """Yield what one inline element stands for."""
    tag = str(child.tag)
    if tag in ("b", "i"):
        yield from _walk(child, labels, bold=bold or tag == "b", italic=italic or tag == "i")
    elif tag == "data":
        yield FigureText(
            nfc("".join(str(part) for part in child.itertext())),
            required(child, "figure"),
            bold,
            italic,
        )
    elif tag == "note":
        content = tuple(_in_note(child, part) for part in inlines(child, labels))
        if content:  # a citation that would say nothing new is left out
            yield Note(content)
    elif tag == "ref":
        yield _reference(child, labels)
    elif tag == "br":
        yield LineBreak()


def _reference(child: etree._Element, labels: Labels) -> CrossReference:
    """Return a reference to a block that has a number; raises Misuse for any other."""
    name = required(child, "to")
    label = labels.get(name)
    if label is None:
        raise Misuse(
            child,
            f"no block has the id {name!r} that <ref> points to",
            hint=did_you_mean(name, [one for one, said in labels.items() if said]),
        )
    if not label:
        raise Misuse(
            child,
            f"the block {name!r} that <ref> points to has no number",
            expected="a table with a <caption>, a chart or an appendix",
        )
    return CrossReference(name, label)


def _in_note(note: etree._Element, part: Inline) -> Text | FigureText:
    """Return a part of a footnote: a reference is plain text there.

    Raises Misuse for what a footnote cannot hold.
    """
    if isinstance(part, CrossReference):
        return Text(part.text)
    if isinstance(part, Text | FigureText):
        return part
    raise Misuse(note, "a <note> holds text, figures and references only")


def _tidied(parts: list[Inline]) -> tuple[Inline, ...]:
    """Drop spaces at the ends, before punctuation and before footnote marks."""
    out: list[Inline] = []
    for part in parts:
        if isinstance(part, Text):
            text = nfc(_BEFORE_MARK.sub(r"\1", part.text))
            if not out or _ends_with_space(out[-1]) or isinstance(out[-1], LineBreak):
                text = text.lstrip(" ")
            if out and text[:1] in tuple(",.;:)…"):
                out[-1] = _without_last_space(out[-1])
            if text:
                out.append(replace(part, text=text))
            continue
        if isinstance(part, Note | LineBreak) and out:
            out[-1] = _without_last_space(out[-1])
        out.append(part)
    if out:
        out[-1] = _without_last_space(out[-1])
    return tuple(part for part in out if not isinstance(part, Text) or part.text)


def _ends_with_space(part: Inline) -> bool:
    """Tell whether a part ends with a plain space."""
    return isinstance(part, Text) and part.text.endswith(" ")


def _without_last_space(part: Inline) -> Inline:
    """Return a text part without its trailing spaces."""
    return replace(part, text=part.text.rstrip(" ")) if isinstance(part, Text) else part
