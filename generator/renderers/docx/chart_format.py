"""What can be said of a chart before it is drawn: formats, sizes, places of labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.charts.frame import is_zoomed, noted
from generator.charts.lines import told_values
from generator.charts.places import Places, places
from generator.model.chart import Chart, ChartKind
from generator.vi.printing import number

# heeded by some readers; Word and Excel take the marks of the reader's system
_LOCALE = "[$-42A]"
_MOST_DECIMALS = 3
_MOST_FIXED = 10**9
# so many values of several lines are all printed, of more those that the PDF prints
_ALL_TOLD = 16
CHART_WIDTH = 160.0  # between the margins of the decree
# labels of points that are nearer than this part of the axis would meet
_NEAR = Decimal("0.12")
# ST_DLblPos of each kind
_POSITIONS = {
    ChartKind.BAR: "outEnd",
    ChartKind.COLUMN: "outEnd",
    ChartKind.STACKED_SHARE: "ctr",
    ChartKind.LINE: "t",
}
# sizes in millimetres and points
_BAR, _AXIS, _LEGEND, _MOST_HEIGHT, _UPRIGHT = 8.5, 12, 8, 200, 46
_MANY_LINES = 86.0
_TEXT_SIZE, _LEAST_TEXT_SIZE = 10.5, 6.5
HORIZONTAL = frozenset({ChartKind.BAR, ChartKind.STACKED_SHARE})


@dataclass(frozen=True, slots=True)
class LabelFormat:
    """How the labels of one chart print: places after the comma and a suffix."""

    decimals: int
    suffix: str

    @property
    def code(self) -> str:
        """Return the format code of a spreadsheet, like ``[$-42A]#,##0.00"%"``."""
        places = "." + "0" * self.decimals if self.decimals else ""
        suffix = f'"{self.suffix}"' if self.suffix else ""
        return f"{_LOCALE}#,##0{places}{suffix}"

    @property
    def fixed_code(self) -> str:
        """Return a code whose dots are plain text, the same on every reader's system.

        A decimal comma cannot be plain text: "" for a format with decimals.
        """
        suffix = f'"{self.suffix}"' if self.suffix else ""
        group = '"."000'
        codes = (f"[>=1000000]0{group * 2}", f"[>=1000]0{group}", "0")
        return "" if self.decimals else ";".join(f"{code}{suffix}" for code in codes)

    def is_fixed_for(self, value: Decimal) -> bool:
        """Tell whether ``fixed_code`` prints a value: a whole one below a thousand million."""
        return self.decimals == 0 and 0 <= value < _MOST_FIXED

    def printed(self, value: Decimal) -> str:
        """Return what the format prints in Vietnamese."""
        return number(value, self.decimals) + self.suffix


def label_format(chart: Chart) -> LabelFormat:
    """Return the format that prints the most of the chart's labels as they are.

    Where it prints none ("13,9 triệu"), it has no suffix: at an axis it would lie.
    """
    pairs = [pair for series in labelled(chart) for pair in series if pair is not None]
    suffixes = sorted({_suffix(label) for _, label in pairs}) or [""]
    places = dict.fromkeys((chart.decimals, *range(_MOST_DECIMALS + 1)))
    formats = [LabelFormat(place, suffix) for place in places for suffix in suffixes]
    best = max(formats, key=lambda form: sum(form.printed(v) == text for v, text in pairs))
    fits = any(best.printed(v) == text for v, text in pairs)
    return best if fits else LabelFormat(chart.decimals, "")


def own_format(value: Decimal, label: str) -> LabelFormat | None:
    """Return the format that prints one value as its label, None where none does."""
    formats = (LabelFormat(place, _suffix(label)) for place in range(_MOST_DECIMALS + 1))
    return next((form for form in formats if form.printed(value) == label), None)


def labelled(chart: Chart) -> list[list[tuple[Decimal, str] | None]]:
    """Return value and printed label of each point of each series, None for a gap."""
    found: list[list[tuple[Decimal, str] | None]] = []
    for index, series in enumerate(chart.series):
        labels: Sequence[str] = chart.labels[index] if index < len(chart.labels) else ()
        found.append(
            [
                None
                if figure is None
                else (
                    figure.value,
                    labels[at] if at < len(labels) else number(figure.value, chart.decimals),
                )
                for at, figure in enumerate(series.values)
            ]
        )
    return found


@lru_cache(maxsize=1)  # asked for by each part of a chart
def places_of(chart: Chart) -> Places | None:
    """Return where bars stand: as in the PDF; None where Word is to find the places."""
    return places(chart, CHART_WIDTH)


def chart_height(chart: Chart) -> float:
    """Return the height of a chart in millimetres; bars grow with their number."""
    if found := places_of(chart):
        return found.height
    if chart.kind not in HORIZONTAL:
        if many_values(chart):  # as far apart as in the PDF, so that its labels fit
            return _MANY_LINES
        many = chart.kind is ChartKind.LINE and len(chart.series) > 2
        return _UPRIGHT + (2 * _LEGEND if many else 0)
    return min(_MOST_HEIGHT, _around(chart) + _BAR * _bars(chart))


def text_size(chart: Chart) -> float:
    """Return the size of all text in points; smaller where many bars share a page."""
    if found := places_of(chart):
        return round(found.size * 2) / 2
    if chart.kind not in HORIZONTAL:
        return _TEXT_SIZE
    room = (chart_height(chart) - _around(chart)) / _bars(chart)
    return max(_LEAST_TEXT_SIZE, min(_TEXT_SIZE, round(room * 5) / 2))


def _around(chart: Chart) -> float:
    """Return the height of axis, its title and legend."""
    lines = (len(chart.series) > 1, bool(unit_line(chart)), bool(target_note(chart)))
    return _AXIS + _LEGEND * sum(lines)


def _bars(chart: Chart) -> float:
    """Return how many bars stand one above the other."""
    side_by_side = len(chart.series) if chart.kind is ChartKind.BAR else 1
    return len(chart.categories) * max(1.0, side_by_side * 0.7)


def label_positions(chart: Chart, at: int) -> list[str]:
    """Return where the labels of one category stand, one for each series.

    Where points of several lines are near each other, the upper one's label goes
    above, the lower one's below, one between them, or above the axis, to the right.
    Where only the last points are labelled, theirs stand to the right.
    """
    usual = _POSITIONS[chart.kind]
    values = [series.values[at] for series in chart.series]
    positions = [usual] * len(values)
    if chart.kind is not ChartKind.LINE:
        return positions
    if many_values(chart):
        told = told_in_lines(chart)
        return [told.get((index, at), "r") for index in range(len(values))]
    span = max(all_values(chart)) - min(all_values(chart)) or Decimal(1)
    points = [(v.value, index) for index, v in enumerate(values) if v is not None]
    points.sort(reverse=True)
    for rank, (value, index) in enumerate(points):
        above = rank > 0 and points[rank - 1][0] - value < _NEAR * span
        below = rank + 1 < len(points) and value - points[rank + 1][0] < _NEAR * span
        low = value - min(all_values(chart)) < _NEAR * span
        positions[index] = ("r" if below or low else "b") if above else "t"
    return positions


def all_values(chart: Chart) -> list[Decimal]:
    """Return every value that is drawn, 0 and the target among them."""
    drawn = [v.value for s in chart.series for v in s.values if v is not None]
    return [Decimal(0), *drawn, *([chart.target.value] if chart.target else [])]


def many_values(chart: Chart) -> bool:
    """Tell whether a chart of lines has more values than can all be printed."""
    told = sum(value is not None for series in chart.series for value in series.values)
    return chart.kind is ChartKind.LINE and len(chart.series) > 2 and told > _ALL_TOLD


@lru_cache(maxsize=1)  # asked for each point of a chart
def told_in_lines(chart: Chart) -> Mapping[tuple[int, int], str]:
    """Return which values of many stand in a chart of lines, and where: those of the PDF."""
    return told_values(chart, CHART_WIDTH)


def axis_floor(chart: Chart) -> int:
    """Return where the axis of values begins: at 0, for lines far from it nearer to them.

    Bars always begin at 0; lines whose values lie close together would be one line.
    """
    drawn = all_values(chart)[1:]
    if chart.kind is not ChartKind.LINE or not drawn:
        return 0
    low, high = min(drawn), max(drawn)
    close = low > 0 and (high - low) < high / 2
    return int(low - (high - low) / 2) if close else 0


def target_name(chart: Chart) -> str:
    """Return the name of the target in legend and workbook."""
    return (chart.target.label if chart.target else "") or "Mục tiêu"


def target_text(chart: Chart) -> str:
    """Return the target as printed, "90%", "" without a target."""
    target = chart.target
    if target is None:
        return ""
    return target.printed or number(target.value) + label_format(chart).suffix


def target_end(chart: Chart) -> int:
    """Return the first or last category, whichever leaves the target's label more room."""
    if chart.target is None:
        return 0
    level, gaps = chart.target.value, {}
    for at in (0, len(chart.categories) - 1):
        drawn = [v.value for s in chart.series if (v := s.values[at]) is not None]
        gaps[at] = min((abs(level - v) for v in drawn), default=level)
    return max(gaps, key=lambda at: gaps[at])


def unit_line(chart: Chart) -> str:
    """Return "Đơn vị tính: hồ sơ", nothing where each label has its unit beside it.

    Lines whose axis does not begin at 0 say so, as in the PDF.
    """
    told = label_format(chart).suffix.strip() == chart.unit
    unit = "" if told or not chart.unit else f"Đơn vị tính: {chart.unit}"
    return noted(unit, is_zoomed=is_zoomed(chart))


def target_note(chart: Chart) -> str:
    """Return "Mục tiêu: 90%" where no line can show the target, below horizontal bars."""
    aim = target_text(chart) if chart.kind in HORIZONTAL else ""
    return f"{target_name(chart)}: {aim}" if aim else ""


def _suffix(label: str) -> str:
    """Return what stands behind the number: "95,89%" → "%", "12" → ""."""
    digits = [at for at, char in enumerate(label) if char.isdigit()]
    rest = label[digits[-1] + 1 :] if digits else ""
    return "" if '"' in rest else rest
