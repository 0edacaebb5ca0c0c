"""What the block functions share while one document is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.model.document import (
    CrossReference,
    FigureText,
    Inline,
    LineBreak,
    Note,
    Text,
)
from generator.renderers.markup.element import Html, element, fragment, unbroken
from generator.renderers.markup.touching import touching


@dataclass(slots=True)
class Writer:
    """The state of one document on its way to HTML.

    ``for_print`` chooses footnotes of the page and plain numbers; else notes are
    collected in ``notes`` and numbers in ``traced`` open what stands behind
    them. ``appendices`` are the ids of the appendices, ``width`` the width of the
    text area in mm, ``depth`` the level of the last heading.
    """

    for_print: bool
    traced: frozenset[str] = frozenset()
    appendices: frozenset[str] = frozenset()
    width: float = 160.0
    depth: int = 1
    notes: list[Html] = field(default_factory=list)

    def inline(self, content: Iterable[Inline]) -> Html:
        """Return running content; numbers and notes keep what touches them."""
        runs = [self._run(parts) for parts in touching(tuple(content), self._holds)]
        return _parted(runs) if self.for_print else fragment(*runs)

    def _holds(self, piece: Inline) -> bool:
        """Tell whether no line may end beside a piece: a note's mark, a number's button."""
        if self.for_print:
            return isinstance(piece, Note)
        return isinstance(piece, FigureText) and piece.figure in self.traced

    def _run(self, parts: list[Inline]) -> Html:
        """Return pieces that share a line: a button alone would let the line end at it."""
        written = fragment(*(self._one(part) for part in parts))
        return element("span", written, class_="whole") if len(parts) > 1 else written

    def _one(self, part: Inline) -> Html:
        """Return one piece of running content."""
        match part:
            case Text():
                return _styled(unbroken(part.text), bold=part.bold, italic=part.italic)
            case FigureText():
                return _styled(self._figure(part), bold=part.bold, italic=part.italic)
            case CrossReference():
                return element("a", part.text, href=f"#{part.target}")
            case LineBreak():
                return element("br")
            case Note():
                return self._note(part)

    def _figure(self, part: FigureText) -> Html:
        """Return a number; on screen a button that opens its lineage."""
        if self.for_print:
            return fragment(part.text)
        number = element("data", part.text, value=part.text, data_figure=part.figure)
        if part.figure not in self.traced:
            return number
        return element(
            "button",
            number,
            type="button",
            class_="figure",
            aria_haspopup="dialog",
            popovertarget=f"lineage-{part.figure}",
        )

    def _note(self, note: Note) -> Html:
        """Return a footnote of the page, or on screen its mark."""
        content = self.inline(note.content)
        if self.for_print:
            return element("span", content, class_="footnote")
        self.notes.append(content)
        mark = str(len(self.notes))
        link = element("a", mark, href=f"#note-{mark}", id=f"mark-{mark}", role="doc-noteref")
        return element("sup", link)


def _parted(runs: list[Html]) -> Html:
    """Join runs; the space before an element stands by itself.

    WeasyPrint 70 ends a line at its first word where the text fits, but not the space at its
    end that parts it from an element.
    """
    written = list(runs)
    for at, after in enumerate(runs[1:]):
        if runs[at].endswith(" ") and after.startswith("<"):
            written[at] = fragment(Html(runs[at][:-1]), element("span", " "))
    return fragment(*written)


def _styled(content: Html, *, bold: bool, italic: bool) -> Html:
    """Return content with its character formats."""
    if italic:
        content = element("em", content)
    return element("strong", content) if bold else content
