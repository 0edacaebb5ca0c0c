"""Drawn charts: marks, labels and names must agree with the values of the figures."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from generator.charts import style
from generator.charts.svg import draw, natural_height
from generator.facts.transcript import transcript
from generator.model.chart import Chart, ChartKind, Series
from generator.model.document import ChartFigure
from generator.model.figure import Figure
from generator.verify.charts import chart_objections
from generator.verify.figures import check_figures
from generator.verify.reading.html import _chart
from tests.verify.making import figure, file_named, lineage, tree

Values = list[Decimal | None]

NAMES = ("Cấp tỉnh", "Cấp huyện", "Cấp xã", "Bình Dương", "Bình Thuận", "2022", "Quý I/2024")
SERIES = ("Đúng hạn", "Trễ hẹn", "Đang xử lý")


def chart(
    kind: ChartKind, rows: list[Values], names: list[str], unit: str, target: Decimal | None = None
) -> Chart:
    """Return a chart; each row holds the values of one series."""
    series = tuple(
        Series(
            SERIES[order],
            tuple(
                None if value is None else Figure(f"c{order}x{at}", value, unit, (), formula="x")
                for at, value in enumerate(row)
            ),
        )
        for order, row in enumerate(rows)
    )
    aim = None if target is None else Figure("ct", target, unit, (), formula="x")
    return Chart("bd", kind, tuple(names), series, unit, "Mô tả", 1, target=aim)


def reasons(one: Chart, change: Callable[[str], str] = str) -> list[str]:
    """Return the objections to the drawing of a chart that was changed."""
    content = tree()
    known = [value for row in one.series for value in row.values if value is not None]
    content["figures"] = [figure(value.id, f"{value.value}", []) for value in known]
    content["printed"] = transcript([ChartFigure("bd", one, "Biểu đồ 1", "")])
    units = [unit for unit in content["printed"] if unit["kind"] == "chart"]
    svg = change(draw(one, 160, natural_height(one, 160)))
    drawn = _chart(html.fromstring(svg), 1)
    return [found.message for found in chart_objections([drawn], units, lineage(content))]


NUMBERS = st.one_of(st.none(), st.decimals(0, 10**6, places=1), st.just(Decimal(0)))


@st.composite
def charts(draws: st.DrawFn) -> Chart:
    """Any chart that a report may draw."""
    kind = draws(st.sampled_from(list(ChartKind)))
    names = draws(st.lists(st.sampled_from(NAMES), min_size=1, max_size=7, unique=True))
    count = draws(st.integers(1, 3))
    rows = [[draws(NUMBERS) for _ in names] for _ in range(count)]
    rows[0][0] = rows[0][0] or Decimal("12.5")
    may_aim = kind is not ChartKind.STACKED_SHARE
    target = draws(st.one_of(st.none(), st.decimals(1, 10**6, places=1))) if may_aim else None
    return chart(kind, rows, names, draws(st.sampled_from(["%", "hồ sơ"])), target)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charts())
def test_a_chart_as_it_is_drawn_is_proved(one: Chart) -> None:
    """No chart that the program draws is objected to, whatever it shows."""
    assert reasons(one) == []


def numbers(*values: str) -> Values:
    """Return values."""
    return [Decimal(value) for value in values]


THREE = list(NAMES[:3])
DRAWN = {
    "bars": chart(ChartKind.BAR, [numbers("261", "527", "90")], THREE, "hồ sơ"),
    "columns": chart(
        ChartKind.COLUMN,
        [numbers("261", "527", "90"), numbers("45", "12", "300")],
        THREE,
        "hồ sơ",
        Decimal(400),
    ),
    "shares": chart(
        ChartKind.STACKED_SHARE,
        [numbers("30", "50", "40"), numbers("60", "22", "31"), numbers("10", "28", "29")],
        THREE,
        "%",
    ),
    "lines": chart(
        ChartKind.LINE,
        [numbers("20", "35", "70"), numbers("80", "61", "48")],
        THREE,
        "%",
        Decimal(90),
    ),
}
NUMBER = re.compile(r"\d+\.\d+|\d+")
_SHAPE = re.compile(r'<path d="([^"]*)" fill="#(?!ffffff)\w+"')
_POINT = re.compile(r'(<use [^>]* y=")([\d.]+)')


def moved(svg: str, at: int, by: float, *, up: bool = False) -> str:
    """Return a drawing with the right or upper side of one shape, or one point, moved."""
    shapes = list(_SHAPE.finditer(svg))
    if shapes:
        one = shapes[at % len(shapes)]
        corners = [float(number) for number in NUMBER.findall(one[1])]
        across, down = corners[0::2], corners[1::2]
        pairs = [
            (x, y - by if up and y == min(down) else y)
            if up
            else (x + by if x == max(across) else x, y)
            for x, y in zip(across, down, strict=True)
        ]
        path = " ".join(f"{'L' if n else 'M'} {x} {y}" for n, (x, y) in enumerate(pairs))
        return svg[: one.start(1)] + path + svg[one.end(1) :]
    points = list(_POINT.finditer(svg))
    one = points[at % len(points)]
    return svg[: one.start(2)] + f"{float(one[2]) + by}" + svg[one.end(2) :]


def swapped(svg: str, first: str, second: str) -> str:
    """Return a drawing with two texts in each other's place."""
    assert f">{first}<" in svg
    assert f">{second}<" in svg
    return (
        svg.replace(f">{first}<", ">\0<").replace(f">{second}<", f">{first}<").replace("\0", second)
    )


@pytest.mark.parametrize(
    ("name", "first", "count"),
    [("bars", 0, 3), ("columns", 2, 6), ("shares", 3, 9), ("lines", 2, 6)],
)
def test_a_moved_mark_is_found(name: str, first: int, count: int) -> None:
    """A bar, part or point that ends elsewhere is found, be it by two points.

    The first shapes are the samples of the legend.
    """
    for at in range(first, first + count):
        up = name == "columns"
        assert reasons(DRAWN[name], lambda svg, at=at, up=up: moved(svg, at, 2.0, up=up)), at


def test_a_thicker_column_is_found() -> None:
    """A column that is wider than the others looks like more than it is."""
    assert reasons(DRAWN["columns"], lambda svg: moved(svg, 4, 2.0))


@pytest.mark.parametrize("name", DRAWN)
def test_swapped_names_of_categories_are_found(name: str) -> None:
    """A category at the marks of another is found though no label moved."""
    found = reasons(DRAWN[name], lambda svg: swapped(svg, "Cấp tỉnh", "Cấp xã"))
    assert any("stands at other marks" in reason for reason in found)


@pytest.mark.parametrize("name", ["columns", "shares", "lines"])
def test_swapped_names_of_series_are_found(name: str) -> None:
    """A series under the name of another is found by its colour."""
    assert reasons(DRAWN[name], lambda svg: swapped(svg, "Đúng hạn", "Trễ hẹn"))


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [("bars", "261,0", "527,0"), ("columns", "527,0", "12,0"), ("shares", "30,0", "60,0")],
)
def test_swapped_labels_are_found(name: str, first: str, second: str) -> None:
    """A label at the mark of another value is found."""
    assert reasons(DRAWN[name], lambda svg: swapped(svg, first, second))


def test_labels_of_points_in_each_others_place_are_found() -> None:
    """Two labels of one line, or of two lines at one place, are found."""
    for first, second in (("20,0", "35,0"), ("20,0", "80,0")):
        assert reasons(DRAWN["lines"], lambda svg, a=first, b=second: swapped(svg, a, b))


def test_series_in_one_colour_are_found() -> None:
    """Two series whose marks and samples have one colour cannot be told apart."""
    for name in ("columns", "shares", "lines"):
        colours = style.LINE_COLOURS if name == "lines" else style.FILLS
        found = reasons(DRAWN[name], lambda svg, two=colours[:2]: in_one_colour(svg, *two))
        assert any("in one colour" in reason for reason in found), name


def in_one_colour(svg: str, first: str, second: str) -> str:
    """Return a drawing whose second series is painted like its first."""
    assert second in svg
    return svg.replace(second, first)


@pytest.mark.parametrize("words", ["nghìn hồ sơ", "triệu đồng", "%", "hồ sơ (tăng)"])
def test_another_unit_is_found(words: str) -> None:
    """The line that tells the unit says that of the values, and stands there."""
    for name in ("bars", "columns"):
        assert "Đơn vị tính: hồ sơ" in draw(DRAWN[name], 160, natural_height(DRAWN[name], 160))
        found = reasons(DRAWN[name], lambda svg: svg.replace("tính: hồ sơ", f"tính: {words}"))
        assert any("nothing in the chart" in reason for reason in found)
        gone = reasons(
            DRAWN[name], lambda svg: re.sub(r"<text[^>]*>Đơn vị tính.*?</text>", "", svg)
        )
        assert any("Đơn vị tính: hồ sơ” is missing" in reason for reason in gone)


ADDED = {
    "a white shape": '<path d="M 150 0 L 300 0 L 300 200 L 150 200 z" fill="#ffffff"/></svg>',
    "another bar": '<path d="M 90 60 L 200 60 L 200 70 L 90 70 z" fill="#1f4e79"/></svg>',
    "a frame": '<path d="M 9 9 L 90 9 L 90 90 L 9 90 z" fill="none" stroke="#000000"/></svg>',
    "a word": '<text x="200" y="20" font-size="9px">ước tính</text></svg>',
    "a line": '<path d="M 200 9 L 210 90" fill="none" stroke="#000000"/></svg>',
}


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("added", ADDED)
def test_what_is_painted_beside_the_marks_is_found(name: str, added: str) -> None:
    """Words, lines and shapes that the chart does not have are found."""
    assert reasons(DRAWN[name], lambda svg: svg.replace("</svg>", ADDED[added]))


@pytest.mark.parametrize(("name", "first", "shift"), [("columns", "6", 5.0), ("lines", "2", -5.0)])
def test_a_moved_line_of_a_target_is_found(name: str, first: str, shift: float) -> None:
    """The line of a target stands at its value."""

    def change(svg: str) -> str:
        dashed = list(
            re.finditer(r'<path d="([^"]*)" fill="none" stroke-dasharray="' + first, svg)
        )[-1]
        (left, y), (right, _) = re.findall(r"([\d.]+) ([\d.]+)", dashed[1])
        path = f"M {left} {float(y) + shift} L {right} {float(y) + shift}"
        return svg[: dashed.start(1)] + path + svg[dashed.end(1) :]

    assert reasons(DRAWN[name], change)


# ---------------------------------------------------------------- finished files

Instruction = tuple[list[object], object]


def bars_moved(data: bytes, page: int) -> list[bytes]:
    """Return the file with each filled shape of the charts of a page made longer."""
    with pikepdf.open(io.BytesIO(data)) as file:
        whole = [list(one) for one in pikepdf.parse_content_stream(file.pages[page])]
        found = []
        for at in range(len(whole)):
            if str(whole[at][1]) != "f" or not _in_figure(whole, at):
                continue
            corners = [n for n in range(at - 5, at) if str(whole[n][1]) in ("m", "l")]
            right = max(float(whole[n][0][0]) for n in corners)
            changed = [list(one) for one in whole]
            for n in corners:
                x, y = map(float, whole[n][0])
                changed[n][0] = [x + 4 if x == right else x, y]
            out = io.BytesIO()
            file.pages[page].Contents = file.make_stream(pikepdf.unparse_content_stream(changed))
            file.save(out)
            found.append(out.getvalue())
    return found


def _in_figure(whole: list[list], at: int) -> bool:
    """Tell whether an instruction is a part of a chart."""
    begun = [n for n in range(at) if str(whole[n][1]) in ("BDC", "BMC")]
    return bool(begun) and str(whole[begun[-1]][0][0]) == "/Figure"


def test_bars_of_a_finished_pdf_are_proved(finished: tuple[Path, ...]) -> None:
    """Each bar of a briefing that is drawn longer is found, and each sample that covers one."""
    path = file_named(finished, "ban-tin.pdf")
    changed = bars_moved(path.read_bytes(), 0)
    assert len(changed) >= 2
    assert all(check_figures(data, path.name) for data in changed[:2])


def test_bars_of_a_finished_page_are_proved(finished: tuple[Path, ...]) -> None:
    """Each bar of an HTML briefing that is drawn longer is found."""
    path = file_named(finished, "ban-tin.html")
    page = path.read_text("utf-8")
    count = len(_SHAPE.findall(page))
    assert count >= 6
    missed = [
        at for at in range(count) if not check_figures(moved(page, at, 4.0).encode(), path.name)
    ]
    assert len(missed) <= 2  # the samples of a legend may be longer
