"""The state of one rendering: what has been written, and what must be counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from generator.renderers.docx import measures as m
from generator.renderers.docx.ooxml.elements import Element
from generator.renderers.docx.references import References


@dataclass(slots=True)
class Writer:
    """Collects what the blocks of one document need from each other.

    ``day`` is the report's date; ``page`` is that of the section being written,
    ``upright`` that of the report;
    ``sequences`` holds the last number of each kind of caption; ``page_texts``
    are the runs that wait for the page number of a bookmark.
    """

    references: References
    day: date
    page: m.Page = m.PORTRAIT
    upright: m.Page = m.PORTRAIT
    chart_count: int = 0
    notes: list[Element] = field(default_factory=list)
    sequences: dict[str, int] = field(default_factory=dict)
    page_texts: list[tuple[str, Element]] = field(default_factory=list)
