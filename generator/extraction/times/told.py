"""What the time of a figure hangs on, and what a sentence has told of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.catalogue import Kind
from generator.extraction.words.periods import PERIODS
from generator.model.period import Period
from generator.vi.dates import TimeKind, TimeMention

_RANKING = re.compile(rf"(?<!\w){PERIODS.index_names}(?: [^\W\d_]+){{0,6}} $")

_STANDING = ("online_services", "procedures_in", "procedures_at", "one_stop", "public_service")


@dataclass(frozen=True, slots=True)
class Timed:
    """What the time of a figure hangs on.

    ``stem`` is the name of its index ("pci"), whose year counts before that of another
    index; ``span`` is "flow" for what is always counted over a time, "state" for what is
    always a state at a day, "" for what is told as either. For a target a time in the
    future counts, too.
    """

    kind: Kind
    stem: str = ""
    span: str = ""

    @property
    def is_index(self) -> bool:
        """Tell whether the figure is of an index: of the year that its text names for it."""
        return self.kind in (Kind.SCORE, Kind.RANK)

    @property
    def is_counted(self) -> bool:
        """Tell whether the figure is always counted over a time, and no score or rank."""
        return self.span == "flow" and not self.is_index

    @property
    def is_flowing(self) -> bool:
        """Tell whether "từ ngày 1/7" is when the figure begins: of dossiers, late ones, too."""
        return self.is_counted or self.stem == "dossiers"

    @property
    def is_lasting(self) -> bool:
        """Tell whether the figure can be a state at a day."""
        return self.kind is Kind.COUNT and self.span != "flow"

    @property
    def is_standing(self) -> bool:
        """Tell whether the figure counts what there is: services, procedures, offices."""
        return self.is_lasting and self.stem.startswith(_STANDING)

    @property
    def is_ahead(self) -> bool:
        """Tell whether a time to come counts, too."""
        return self.kind is Kind.TARGET


@dataclass(frozen=True, slots=True)
class Said:
    """What the facts of a sentence were about.

    ``indices`` are the times of the indices that it told of; ``of_index`` tells that it
    gave scores and ranks only, ``of_flow`` something that is counted over a time, ``any`` a
    fact at all.
    """

    indices: Mapping[str, Period]
    of_index: bool
    of_flow: bool
    any: bool = True

    def ranks(self, text: str, mention: TimeMention) -> bool:
        """Tell whether a time is that of the scores and ranks of a folded sentence alone.

        Also the year of a ranking by its name: "kết quả xếp hạng chuyển đổi số năm 2022".
        """
        year = mention.kind is TimeKind.SPAN and mention.first == mention.last
        year = year and not mention.last[1]
        return self.of_index or (year and _RANKING.search(text, 0, mention.start) is not None)
