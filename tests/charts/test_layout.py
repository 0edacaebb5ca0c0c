"""The geometry of charts: nothing collides, nothing lies outside, bars tell the truth."""

from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts import style
from generator.charts.layout import lay_out, natural_height
from generator.charts.shapes import Bar, Box, Drawing, Marker, Stroke
from generator.charts.style import LEAST_SIZE, REFERENCE, TALLEST, UNMARKED, WHITE, fill
from generator.errors import RenderError
from generator.model.chart import Chart, ChartKind, Series
from generator.model.figure import Figure
from tests.renderers.sample_document import bar_chart, charts, line_chart, number, share_chart
from tests.renderers.sample_document import values as row_of

WIDTH = 160.0
UNIT = "Đơn vị tính: %; trục giá trị không bắt đầu từ 0"
SLACK = 0.01

WORDS = ("Tỉnh", "Thành phố", "Mẫu", "Đặng Ấn", "cơ quan", "ngành dọc", "2024", "cấp xã")
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)


@st.composite
def any_chart(draw: st.DrawFn) -> Chart:
    """Return a chart of any kind and size with printed labels."""
    kind = draw(st.sampled_from(ChartKind))
    categories = tuple(draw(st.lists(names, min_size=1, max_size=16)))
    most = 1 if kind is ChartKind.BAR else 4
    count = draw(st.integers(1, most))
    low = 0 if kind is ChartKind.STACKED_SHARE else -500
    cells = st.none() | st.decimals(low, 999_999, places=draw(st.integers(0, 2)))
    rows = st.lists(cells, min_size=len(categories), max_size=len(categories))
    grid = [draw(rows) for _ in range(count)]
    grid[0][0] = grid[0][0] or Decimal(7)
    series = tuple(Series(draw(names), tuple(map(figure, row))) for row in grid)
    target = draw(st.none() | st.integers(1, 100))
    labels = tuple(tuple("" if cell is None else number(cell) for cell in row) for row in grid)
    aim = None if target is None else figure(Decimal(target))
    return Chart("c", kind, categories, series, "hồ sơ", "Một biểu đồ.", 2, aim, labels)


def figure(value: Decimal | None) -> Figure | None:
    """Return a figure that rests on nothing, None for a gap."""
    return None if value is None else Figure("c1", value, "hồ sơ", ())


def drawn(chart: Chart) -> Drawing:
    """Return the drawing at the height that suits the chart."""
    return lay_out(chart, WIDTH, natural_height(chart, WIDTH))


def bars_of(drawing: Drawing) -> list[Box]:
    """Return the bars of a drawing without the grounds of labels."""
    return [one.box for one in drawing.shapes if isinstance(one, Bar) and one.fill != WHITE]


def collisions(drawing: Drawing) -> list[tuple[str, str]]:
    """Return the pairs of labels that overlap by more than a hair."""
    inner = [
        (one.text, Box(b.left + SLACK, b.top + SLACK, b.right - SLACK, b.bottom - SLACK))
        for one in drawing.labels
        for b in [one.box]
    ]
    return [(a, b) for (a, one), (b, two) in combinations(inner, 2) if one.overlaps(two)]


@given(any_chart())
@settings(max_examples=150)
def test_labels_never_collide(chart: Chart) -> None:
    """No two labels of any chart overlap."""
    assert collisions(drawn(chart)) == []


@given(any_chart())
@settings(max_examples=150)
def test_labels_stay_inside(chart: Chart) -> None:
    """No label leaves the drawing."""
    drawing = drawn(chart)
    for one in drawing.labels:
        box = one.box
        assert box.left >= -SLACK, one
        assert box.top >= -SLACK, one
        assert box.right <= drawing.width + SLACK, one
        assert box.bottom <= drawing.height + SLACK, one


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: chart.kind.value)
def test_every_value_of_the_samples_is_printed(chart: Chart) -> None:
    """Each printed form of a sample chart stands in its drawing."""
    shown = " ".join(one.text for one in drawn(chart).labels)
    for form in (form for row in chart.labels for form in row if form):
        assert form in shown


def test_bars_start_at_zero_and_keep_proportion() -> None:
    """The lengths of bars are in proportion to their values."""
    chart = bar_chart()
    values = [one.value for one in chart.series[0].values if one is not None]
    lengths = [box.right - box.left for box in bars_of(drawn(chart))]
    ratios = {
        round(length / float(value), 6) for length, value in zip(lengths, values, strict=True)
    }
    assert len(ratios) == 1


def test_a_gap_is_no_bar() -> None:
    """A missing value has its name, but neither bar nor label."""
    chart = bar_chart()
    drawing = drawn(chart)
    assert len(bars_of(drawing)) == len(chart.categories) - 1
    assert "Tỉnh Mẫu D" in {one.text for one in drawing.labels}


def test_a_line_is_broken_at_a_gap() -> None:
    """Points around a missing value are not joined; a single point has its marker."""
    drawing = drawn(line_chart())
    markers = [one for one in drawing.shapes if isinstance(one, Marker)]
    strokes = [one for one in drawing.shapes if isinstance(one, Stroke)]
    legend, points = 3, 6 + 5 + 1
    assert len(markers) == legend + points
    joined, axis = 5 + 3, 1
    assert len(strokes) == legend + joined + axis


def test_shares_fill_the_whole_bar() -> None:
    """The parts of each bar follow each other without a gap up to 100 %."""
    boxes = bars_of(drawn(share_chart()))[3:]
    first = [box for box in boxes if box.top == boxes[0].top]
    assert [box.left for box in first[1:]] == pytest.approx([box.right for box in first[:-1]])
    rows = {box.top for box in boxes}
    ends = {round(max(box.right for box in boxes if box.top == row), 6) for row in rows}
    assert len(ends) == 1


def test_a_line_may_start_above_zero_only_when_values_are_close() -> None:
    """Values far apart are drawn from zero; the axis is never cut through a bar."""
    wide = Chart("c", ChartKind.LINE, ("1", "2"), (series("10", "90"),), "%", "a")
    first, second = (one for one in drawn(wide).shapes if isinstance(one, Marker))
    axis = next(one for one in drawn(wide).shapes if isinstance(one, Stroke)).points[0][1]
    assert (axis - first.y) / (axis - second.y) == pytest.approx(10 / 90)


def test_crowded_lines_tell_their_ends_and_turns() -> None:
    """Of many values only the first, last, highest and lowest of a line are printed."""
    amounts = [str(50 + (order * 7) % 24) for order in range(24)]
    months = tuple(f"T{order}" for order in range(24))
    chart = Chart("c", ChartKind.LINE, months, (series(*amounts),), "%", "a")
    shown = {one.text for one in drawn(chart).labels} - set(months)
    assert shown == {amounts[0], amounts[-1], min(amounts), max(amounts), UNIT}


def test_columns_without_room_become_bars() -> None:
    """Many long names are drawn as rows, none is cut."""
    many = tuple(f"Thành phố trực thuộc Trung ương {order}" for order in range(16))
    one = Series("s", tuple(figure(Decimal(order + 1)) for order in range(16)))
    drawing = drawn(Chart("c", ChartKind.COLUMN, many, (one,), "hồ sơ", "a"))
    boxes = bars_of(drawing)
    assert len({round(box.left, 6) for box in boxes}) == 1


def test_a_chart_without_values_is_refused() -> None:
    """A chart with nothing in it is an error that names the chart."""
    empty = Chart("c9", ChartKind.BAR, ("a",), (Series("s", (None,)),), "%", "a")
    with pytest.raises(RenderError, match="c9 has no value"):
        lay_out(empty, WIDTH, 50)


def test_sixty_three_rows_fit_a_page() -> None:
    """A chart of all 63 provinces stays below the height of a page."""
    rows = tuple(f"Tỉnh Mẫu {order}" for order in range(63))
    one = Series("s", tuple(figure(Decimal(order + 1)) for order in range(63)))
    chart = Chart("c", ChartKind.BAR, rows, (one,), "hồ sơ", "a")
    assert natural_height(chart, WIDTH) <= 225
    assert collisions(drawn(chart)) == []


def series(*amounts: str) -> Series:
    """Return a series of numbers."""
    return Series("s", tuple(figure(Decimal(amount)) for amount in amounts))


def ranking_chart(count: int, marked: tuple[int, ...]) -> Chart:
    """Return a chart of many places in order, some of them marked."""
    names = tuple(f"{at + 1}. Tỉnh Mẫu {at + 1}" for at in range(count))
    values = tuple(figure(Decimal(100 - at) / 2) for at in range(count))
    one = (Series("PAPI", values),)
    return Chart("c", ChartKind.BAR, names, one, "điểm", "Xếp thứ tự.", 1, marked=marked)


def test_sixty_three_places_fit_one_page_and_stay_readable() -> None:
    """The tallest chart leaves room for its caption; its letters are seven points at least."""
    drawing = drawn(ranking_chart(63, (4, 20)))
    assert drawing.height <= TALLEST
    assert collisions(drawing) == []
    assert min(label.size for label in drawing.labels) >= LEAST_SIZE


def test_marked_bars_are_dark_and_their_names_bold() -> None:
    """In grey print the chosen ones are told by fill and by the weight of name and value."""
    drawing = drawn(ranking_chart(9, (4,)))
    fills = [one.fill for one in drawing.shapes if isinstance(one, Bar) and one.fill != WHITE]
    assert fills.count(fill(0)) == 1
    assert fills.count(UNMARKED) == 8
    assert [one.text for one in drawing.labels if one.bold] == ["5. Tỉnh Mẫu 5", "48,0"]


def test_the_country_is_a_bar_of_its_own_fill() -> None:
    """What the places are seen against is neither one of them nor a chosen one."""
    drawing = drawn(replace(ranking_chart(5, (1,)), reference=3))
    fills = [one.fill for one in drawing.shapes if isinstance(one, Bar) and one.box.left < 60]
    assert [one for one in fills if one == REFERENCE] == [REFERENCE]


@pytest.mark.parametrize("aim", ["88.5", "91", "93"])
def test_no_value_stands_on_the_line_of_the_target(aim: str) -> None:
    """A value that the line would run through stands behind it."""
    names = ("1. Bộ Văn hóa", "2. Bộ Tư pháp", "3. Bộ Xây dựng")
    series = (Series("Tỷ lệ", tuple(figure(Decimal(one)) for one in ("93", "91.5", "88"))),)
    goal = figure(Decimal(aim))
    drawing = drawn(Chart("c", ChartKind.BAR, names, series, "%", "Ba bộ.", 1, target=goal))
    dashed = next(one for one in drawing.shapes if isinstance(one, Stroke) and one.dash)
    values = [one for one in drawing.labels if one.text[:1].isdigit() and "," in one.text]
    assert len(values) == 3
    assert not [one for one in values if one.box.left < dashed.points[0][0] < one.box.right]
    assert max(one.box.right for one in values) <= drawing.width


def test_nothing_is_marked_unless_it_is_asked_for() -> None:
    """A chart of places without chosen ones is all of one colour."""
    drawing = drawn(ranking_chart(9, ()))
    fills = {one.fill for one in drawing.shapes if isinstance(one, Bar) and one.fill != WHITE}
    assert fills == {fill(0)}


def test_values_side_by_side_do_not_read_as_one_number() -> None:
    """Columns whose values would touch become rows."""
    names = tuple(f"Nơi {at}" for at in range(8))
    rows = tuple(
        Series(name, tuple(figure(Decimal("7.1234")) for _ in names)) for name in ("Trước", "Sau")
    )
    drawing = drawn(Chart("c", ChartKind.COLUMN, names, rows, "điểm", "Hai kỳ.", 4))
    values = sorted((one.box for one in drawing.labels if one.text == "7,1234"), key=_place)
    assert len(values) == 16
    assert all(b.left - a.right >= 1 for a, b in pairwise(values) if abs(a.top - b.top) < 0.1)


def _place(box: Box) -> tuple[float, float]:
    """Sort boxes from the top, then from the left."""
    return (round(box.top, 1), box.left)


def five_lines() -> Chart:
    """Return five lines over six years that run close together."""
    cells = [[Decimal(30 + (row * 7 + at * 3) % 11) for at in range(6)] for row in range(5)]
    rows = tuple(Series(f"Tỉnh {row}", tuple(map(figure, one))) for row, one in enumerate(cells))
    years = tuple(f"Năm {2011 + at}" for at in range(6))
    return Chart("c", ChartKind.LINE, years, rows, "điểm", "Năm tỉnh.", 4)


def test_short_names_stand_at_the_ends_of_their_lines() -> None:
    """Names follow the order of the last values from the top; there is no legend."""
    drawing = drawn(five_lines())
    names = [one for one in drawing.labels if one.text.startswith("Tỉnh")]
    last = {one.name: one.values[-1].value for one in five_lines().series}
    assert [one.text for one in sorted(names, key=lambda one: one.y)] == sorted(
        last, key=lambda name: -last[name]
    )
    assert len({one.x for one in names}) == 1
    assert collisions(drawing) == []


def test_a_last_value_stands_behind_the_name_of_its_line() -> None:
    """On the line of the name, right of it; nowhere else is it told again."""
    drawing = drawn(five_lines())
    names = {one.text: one for one in drawing.labels if one.text.startswith("Tỉnh")}
    for series in five_lines().series:
        name = names[series.name]
        (value,) = [one for one in drawing.labels if one.y == name.y and "," in one.text]
        assert Decimal(value.text.replace(",", ".")) == series.values[-1].value
        assert value.box.left > name.box.right


def test_a_value_stands_nearest_to_its_own_point() -> None:
    """A value beside another line's point would be read as that one's."""
    chart = five_lines()
    drawing = drawn(chart)
    markers = [one for one in drawing.shapes if isinstance(one, Marker)][:30]
    points = {
        (one.x, one.y): chart.series[at // 6].values[at % 6].value for at, one in enumerate(markers)
    }
    beside = {one.y for one in drawing.labels if one.text.startswith("Tỉnh")}
    values = [one for one in drawing.labels if "," in one.text and one.y not in beside]
    assert len(values) > 5
    for one in values:
        box = one.box
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        near = min(points, key=lambda p: (p[0] - x) ** 2 + (p[1] - y) ** 2)
        assert Decimal(one.text.replace(",", ".")) == points[near]


def test_lines_differ_without_colour() -> None:
    """In grey print each line has a dash and mark of its own."""
    looks = set(zip(style.DASHES, style.MARKERS, strict=True))
    assert len(looks) == len(style.LINE_COLOURS)
    assert len(set(style.MARKERS)) == len(style.MARKERS)


@pytest.mark.parametrize(
    ("amounts", "said"), [(("30", "36", "33"), True), (("3", "36", "9"), False)]
)
def test_lines_say_where_their_axis_begins(amounts: tuple[str, ...], *, said: bool) -> None:
    """A reader who sees no axis takes the base line for zero."""
    figures = row_of(*amounts, unit="điểm")
    chart = Chart("x", ChartKind.LINE, ("A", "B", "C"), (Series("Một", figures),), "điểm", "")
    texts = [one.text for one in lay_out(chart, 160, 70).labels]
    assert any("không bắt đầu từ 0" in text for text in texts) is said


def test_lines_say_that_their_axis_is_cut_whichever_series_comes_first() -> None:
    """A first line of one value hides nothing of the others: the axis begins near them all."""
    cells = ((None, "91"), ("90.2", "91.5"))
    rows = [tuple(figure(Decimal(v)) if v else None for v in row) for row in cells]
    names = ("Cả nước", "Bộ Mẫu")
    series = tuple(Series(name, row) for name, row in zip(names, rows, strict=True))
    labels = (("", "91%"), ("90,2%", "91,5%"))
    chart = Chart("c", ChartKind.LINE, ("2024", "2025"), series, "%", "Hai.", 1, labels=labels)
    told = {one.text for one in drawn(chart).labels}
    assert "Trục giá trị không bắt đầu từ 0" in told
    assert set(names) <= told
