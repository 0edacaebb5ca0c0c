"""Citations of sources in footnotes: in full once, then by a short form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model.source_text import SourceInfo
from generator.vi.printing import capitalised, short_date


class Citer:
    """Prints citations; remembers which sources were cited in full already."""

    def __init__(self, infos: Mapping[str, SourceInfo]) -> None:
        """Start with nothing cited."""
        self._infos = infos
        self._cited: set[str] = set()

    def cite(self, docs: Iterable[str]) -> str:
        """Return the text of a footnote for some documents, each once.

        Where the report has a single source it is cited once, then never again:
        the text is empty and the footnote left out.
        """
        if len(self._infos) == 1 and self._cited:
            return ""
        parts = [self._one(doc) for doc in dict.fromkeys(docs)]
        return capitalised("; ".join(part for part in parts if part)) + "."

    def _one(self, doc: str) -> str:
        """Cite one document: publisher, title, day; later without its title."""
        info = self._infos.get(doc)
        if info is None:
            return doc
        day = f" ngày {short_date(info.published)}" if info.published else ""
        title = f"“{info.title}”" if info.title else info.id
        if doc in self._cited:
            short = info.publisher or f"bài “{_shortened(info.title or info.id)}”"
            return f"{short}{day}, tài liệu đã dẫn"
        self._cited.add(doc)
        lead = f"{info.publisher}, bài " if info.publisher else "bài "
        return f"{lead}{title}{',' if day else ''}{day}"


def _shortened(title: str, words: int = 8) -> str:
    """Return the first words of a title, with "…" where it was cut."""
    parts = title.split()
    return title if len(parts) <= words else " ".join(parts[:words]) + "…"


def source_name(info: SourceInfo) -> str:
    """Return the short name of a source under a table: publisher, else title, and day."""
    day = f" ngày {short_date(info.published)}" if info.published else ""
    return f"{info.publisher or f'bài “{_shortened(info.title or info.id)}”'}{day}"
