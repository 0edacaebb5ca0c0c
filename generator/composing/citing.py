"""Citations of sources in footnotes: in full once, then by a short form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model.source_text import SourceInfo
from generator.vi.printing import capitalised, short_date


class Citer:
    """Prints citations; remembers which sources were cited in full already."""

    def __init__(self, infos: Mapping[str, SourceInfo]) -> None:
        """Start with nothing cited; the order of ``infos`` numbers the sources."""
        self._infos = infos
        self._numbers = {doc: number for number, doc in enumerate(infos, start=1)}
        self._cited: set[str] = set()
        self._last: tuple[str, ...] = ()

    def anew(self) -> str:
        """Begin a section: its first paragraph cites its source again. Prints nothing."""
        self._last = ()
        return ""

    def cite(self, docs: Iterable[str]) -> str:
        """Return the text of a footnote for some documents, each once.

        Empty, so that the footnote is left out, where the paragraph before it in the
        same section rests on the same sources, and where the report has one source only
        and it was cited.
        """
        wanted = tuple(dict.fromkeys(docs))
        if wanted == self._last or (len(self._infos) == 1 and self._cited):
            return ""
        self._last = wanted
        parts = [self._one(doc) for doc in wanted]
        return capitalised("; ".join(part for part in parts if part)) + "."

    def _one(self, doc: str) -> str:
        """Cite one document: publisher, title, day, number; later only its short name."""
        info = self._infos.get(doc)
        if info is None:
            return doc
        number = f"[{self._numbers[doc]}]"
        if doc in self._cited:
            named = f"{info.publisher}{_day(info)}, tài liệu" if info.publisher else "tài liệu"
            return f"{named} {number} đã dẫn"
        self._cited.add(doc)
        lead = f"{info.publisher}, bài " if info.publisher else "bài "
        title = f"“{info.title}”" if info.title else info.id
        day = _day(info)
        return f"{lead}{title}{',' if day else ''}{day} (tài liệu {number})"


def _day(info: SourceInfo) -> str:
    """Return " ngày 31/7/2024", nothing for a source without a day."""
    return f" ngày {short_date(info.published)}" if info.published else ""


def source_name(info: SourceInfo) -> str:
    """Return the name of a source under a table: publisher, else title, and day."""
    return f"{info.publisher or f'bài “{info.title or info.id}”'}{_day(info)}"
