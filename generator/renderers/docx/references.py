"""Bookmarks: the targets of captions, headings and appendices, and their labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import RenderError
from generator.model.document import AppendixStart, ChartFigure, Document, Heading, Table


@dataclass(frozen=True, slots=True)
class References:
    """All targets of one document: block id → bookmark number and printed label."""

    numbers: Mapping[str, int]
    labels: Mapping[str, str]

    def number(self, target: str) -> int:
        """Return the bookmark number; raises RenderError for an unknown target."""
        if target not in self.numbers:
            raise RenderError(
                f"a cross-reference points to {target!r}, which is no block of the report",
                expected="the id of a heading, table, chart or appendix",
            )
        return self.numbers[target]

    def name(self, target: str) -> str:
        """Return the bookmark's name; hidden in Word, as its own references are."""
        return f"_Ref{self.number(target):08d}"


def references_of(document: Document) -> References:
    """Number the targets in the order of the text; raises RenderError for a repeated id."""
    numbers: dict[str, int] = {}
    labels: dict[str, str] = {}
    for block in document.blocks:
        if not isinstance(block, Heading | Table | ChartFigure | AppendixStart):
            continue
        if block.id in numbers:
            raise RenderError(f"two blocks of the report have the id {block.id!r}")
        numbers[block.id] = len(numbers) + 1
        labels[block.id] = block.number if isinstance(block, Heading) else block.label
    return References(numbers, labels)
