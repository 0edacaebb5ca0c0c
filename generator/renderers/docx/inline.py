"""Inline content to runs: texts, figures, notes, cross-references, line ends."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model.document import CrossReference, FigureText, Inline, Note, Text
from generator.renderers.docx.even_lines import evened
from generator.renderers.docx.ooxml.elements import (
    Element,
    bookmarked,
    line_break,
    paragraph,
    run,
    set_indent,
)
from generator.renderers.docx.ooxml.fields import field, link
from generator.renderers.docx.ooxml.notes import mark, note
from generator.renderers.docx.writer import Writer
from generator.vi.text import NBSP

CAPTION_SIZE = 13.0
_LABEL = re.compile(r"(?P<word>.*\S)(?P<space>[ \u00a0])(?P<number>\d+)")


def runs(content: Iterable[Inline], writer: Writer) -> list[Element]:
    """Return the runs of some content; its notes are kept in ``writer``."""
    return [node for piece in content for node in _piece(piece, writer)]


def styled(style: str, content: Iterable[Inline], writer: Writer) -> Element:
    """Return a paragraph of a named style with its content."""
    return paragraph(style, *runs(content, writer))


def caption(style: str, target: str, label: str, text: str, writer: Writer) -> Element:
    """Return a caption "Bảng 2. …": its number a SEQ field, its label bookmarked."""
    references = writer.references
    marked = bookmarked(
        references.name(target), references.number(target), *_label(label.rstrip("."), writer)
    )
    head = f"{label.rstrip('.')}. "
    even = evened(head + text, CAPTION_SIZE, writer.page.text_width)
    node = paragraph(style, *marked, *([run(f". {even.text[len(head) :]}")] if text else []))
    if even.side:
        set_indent(node, left=even.side, right=even.side)
    return node


def _piece(piece: Inline, writer: Writer) -> list[Element]:
    """Return the runs of one piece."""
    if isinstance(piece, Text | FigureText):
        return [run(piece.text, bold=piece.bold, italic=piece.italic)] if piece.text else []
    if isinstance(piece, Note):
        return [_note(piece, writer)]
    if isinstance(piece, CrossReference):
        return _cross_reference(piece, writer)
    return [line_break()]


def _note(piece: Note, writer: Writer) -> Element:
    """Keep the note's text and return its mark, numbered in order of the text."""
    number = len(writer.notes) + 1
    writer.notes.append(note(number, [run(" "), *runs(piece.content, writer)]))
    return mark(number)


def _cross_reference(piece: CrossReference, writer: Writer) -> list[Element]:
    """Return a REF field; a plain link where the text is not the target's label.

    Word writes the bookmarked label anew when fields are updated, so a mention in
    other words ("phụ lục I") must not be a field.
    """
    name = writer.references.name(piece.target)
    label = writer.references.labels[piece.target].rstrip(".")
    if piece.text.replace(NBSP, " ") == label.replace(NBSP, " "):
        return field(f"REF {name} \\h", run(piece.text))
    return [link(name, [run(piece.text)])]


def _label(label: str, writer: Writer) -> list[Element]:
    r"""Return the runs of "Bảng 2"; a number out of sequence resets the field (``\r``)."""
    match = _LABEL.fullmatch(label)
    if match is None:
        return [run(label)]
    name = re.sub(r"\s", "_", match["word"])
    number = int(match["number"])
    reset = "" if number == writer.sequences.get(name, 0) + 1 else f" \\r {number}"
    writer.sequences[name] = number
    counted = field(f"SEQ {name} \\* ARABIC{reset}", run(match["number"]))
    return [run(match["word"] + match["space"]), *counted]
