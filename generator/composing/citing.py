"""Citations of sources in footnotes: in full once, then by a short form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

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
        and it was cited. One that the list of sources does not have is not named: its inner
        name means nothing to a reader.
        """
        wanted = tuple(doc for doc in dict.fromkeys(docs) if doc in self._infos)
        if not wanted or wanted == self._last or (len(self._infos) == 1 and self._cited):
            return ""
        self._last = wanted
        known = [doc for doc in wanted if doc in self._cited]
        parts = [self._one(doc) for doc in wanted if len(known) == 1 or doc not in known]
        if len(known) > 1:
            parts.append(f"các tài liệu {self._marks(known)} đã dẫn")
        return capitalised("; ".join(part for part in parts if part)) + "."

    def _marks(self, docs: Iterable[str]) -> str:
        """Return the numbers of several documents in the list of sources: "[1], [3] và [6]"."""
        return _listed(f"[{number}]" for number in sorted(self._numbers[doc] for doc in docs))

    def _one(self, doc: str) -> str:
        """Cite one document: publisher, title, day, number; later only its short name."""
        info = self._infos[doc]
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


def _listed(names: Iterable[str]) -> str:
    """Return "a, b và c"."""
    *first, last = dict.fromkeys(names)
    return f"{', '.join(first)} và {last}" if first else last


def source_names(infos: Iterable[SourceInfo]) -> tuple[str, ...]:
    """Return the names of sources under a table, those of one publisher under one name.

    "Báo Mẫu các ngày 08/01/2026 và 09/01/2026": nobody wants to read the name twice.
    """
    days: dict[str, list[date]] = {}
    for info in infos:
        if info.publisher and info.published:
            days.setdefault(info.publisher, []).append(info.published)
        else:
            days.setdefault(source_name(info), [])
    return tuple(_of_days(name, own) for name, own in days.items())


def _of_days(name: str, days: Sequence[date]) -> str:
    """Return a publisher with the days of its sources, the oldest first."""
    word = " các ngày " if len(set(days)) > 1 else " ngày "
    return f"{name}{word}{_listed(short_date(day) for day in sorted(days))}" if days else name


def source_name(info: SourceInfo) -> str:
    """Return the name of a source under a table: publisher, else title, and day."""
    return f"{info.publisher or f'bài “{info.title or info.id}”'}{_day(info)}"
