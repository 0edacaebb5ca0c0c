"""A source document after reading: NFC text with the way back to the original."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What is known of a source besides its text (``seeds/manifest.yaml``).

    ``basis`` is what the document itself names as its source, an act or another report;
    ``occasion`` the meeting that it reports, with its day, "" for none;
    ``place`` is a place slug or None; ``window`` is "calendar" or "decree-09"
    (reporting windows of Nghị định 09/2019/NĐ-CP Art. 12).
    """

    id: str
    title: str = ""
    publisher: str = ""
    published: date | None = None
    url: str = ""
    place: str | None = None
    window: str = "calendar"
    path: str = ""
    basis: str = ""
    occasion: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text that begins at ``start``.

    ``label`` is how a person finds it in the original: "đoạn 12", "trang 3",
    "sheet Biểu 06a, ô C7".
    """

    start: int
    label: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """NFC text of one source, its description and its segments in order."""

    info: SourceInfo
    text: str
    segments: tuple[Segment, ...] = ()

    def locate(self, offset: int) -> str:
        """Return the label of the segment that holds ``offset``, "" if none."""
        index = bisect_right([segment.start for segment in self.segments], offset)
        return self.segments[index - 1].label if index else ""
