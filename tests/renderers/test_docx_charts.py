"""Native charts of the DOCX and the workbooks behind them."""

import io
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import openpyxl
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree

from generator.charts.layout import lay_out, natural_height
from generator.charts.style import UNMARKED
from generator.model.chart import Chart, ChartKind, Series
from generator.model.figure import Figure
from generator.renderers.docx.chart_ends import end_label, ends_of
from generator.renderers.docx.chart_format import (
    axis_floor,
    chart_height,
    label_format,
    label_positions,
    labelled,
    own_format,
    text_size,
    told_in_lines,
)
from generator.renderers.docx.chart_xml import chart_parts
from generator.renderers.metrics import text_width
from generator.vi.text import NBSP
from tests.renderers.docx_package import NAMESPACES, sample_package
from tests.renderers.sample_document import bar_chart, charts, column_chart, line_chart, value

DAY = date(2024, 7, 31)
WHOLE = '[>=1000000]0"."000"."000;[>=1000]0"."000;0'
ORDER = ("chart1", "chart2", "chart3", "chart4")


def drawn(chart):
    """Return the parsed chart part of a chart."""
    return etree.fromstring(chart_parts(chart, DAY).xml)


def find(root, path):
    """Return what an XPath finds in a chart part."""
    return root.xpath(path, namespaces=NAMESPACES)


def series_of(root):
    """Return name and values of each series of a chart part, by point."""
    found = []
    for series in find(root, "//c:ser"):
        name = find(series, "c:tx//c:v/text()")[0]
        points = find(series, "c:val//c:pt")
        values = {int(p.get("idx")): Decimal(find(p, "c:v/text()")[0]) for p in points}
        found.append((name, values))
    return found


def book_of(data):
    """Return the rows of a workbook's sheet."""
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    return [list(row) for row in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: chart.id)
def test_chart_part_and_workbook_hold_the_same_values(chart):
    """Word's cache and the workbook that it opens never disagree with the figures."""
    parts = chart_parts(chart, DAY)
    rows = book_of(parts.workbook)
    drawn_series = series_of(etree.fromstring(parts.xml))
    assert [row[0] for row in rows[1:]] == list(chart.categories)
    for column, series in enumerate(chart.series, start=1):
        name, values = drawn_series[column - 1]
        assert rows[0][column] == name == series.name
        for at, figure in enumerate(series.values):
            in_book = rows[at + 1][column]
            assert values.get(at) == (None if figure is None else figure.value)
            assert (in_book is None) == (figure is None)
            if figure is not None:
                assert Decimal(str(in_book)) == figure.value


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: chart.id)
def test_chart_speaks_vietnamese_in_times_new_roman(chart):
    """Language and font are set for the whole chart."""
    root = drawn(chart)
    assert find(root, "/c:chartSpace/c:lang/@val") == ["vi-VN"]
    assert set(find(root, "//a:latin/@typeface")) == {"Times New Roman"}
    sizes = {int(size) for size in find(root, "//a:defRPr/@sz")}
    assert sizes <= set(range(1000, 1101))


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: chart.id)
def test_value_axis_begins_at_zero(chart):
    """No bar or line is cut off below."""
    assert [Decimal(low) for low in find(drawn(chart), "//c:valAx/c:scaling/c:min/@val")] == [0]


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: chart.id)
def test_legend_stands_above_for_several_series_only(chart):
    """One series needs no legend: the caption names it; lines have their names beside them."""
    positions = find(drawn(chart), "//c:legend/c:legendPos/@val")
    assert positions == (["t"] if len(chart.series) > 1 and ends_of(chart) is None else [])


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: chart.id)
def test_labels_print_the_numbers_of_the_report(chart):
    """Each label's format, or its text, gives the printed form on every reader's system."""
    root = drawn(chart)
    for series, labels, values in zip(
        find(root, "//c:ser"), chart.labels, chart.series, strict=True
    ):
        for node in find(series, "c:dLbls/c:dLbl[not(c:delete)]"):
            at = int(find(node, "c:idx/@val")[0])
            codes, texts = find(node, "c:numFmt/@formatCode"), find(node, ".//a:t/text()")
            texts = [text.replace(NBSP, " ").removeprefix(f"{values.name} ") for text in texts]
            form = own_format(values.values[at].value, labels[at])
            assert form is not None
            assert (codes, texts) in (([form.fixed_code], []), ([], [labels[at]]))
            assert form.printed(values.values[at].value) == labels[at]
            assert not any("," in code or "0." in code for code in codes)


def test_kinds_become_their_chart_elements():
    """Each kind is the chart of its name."""
    bar, column, share, line = (drawn(chart) for chart in charts())
    assert find(bar, "//c:barChart/c:barDir/@val") == ["bar"]
    assert find(column, "//c:barChart/c:barDir/@val") == ["col"]
    assert find(share, "//c:barChart/c:grouping/@val") == ["percentStacked"]
    assert len(find(line, "//c:lineChart")) == 1


def test_bars_run_from_the_top():
    """The first category is the uppermost bar, the value axis stays below."""
    root = drawn(bar_chart())
    assert find(root, "//c:catAx/c:scaling/c:orientation/@val") == ["maxMin"]
    assert find(root, "//c:valAx/c:crosses/@val") == ["max"]


def test_names_of_bars_below_zero_stand_beside_them():
    """Where a value is below zero the names are at the low end, not at the axis in the bars."""
    chart = bar_chart()
    below = tuple(replace(one, value=-one.value) for one in chart.series[0].values if one)
    chart = replace(chart, categories=chart.categories[: len(below)], labels=())
    falls = replace(chart, series=(replace(chart.series[0], values=below),))
    place = "//c:catAx/c:tickLblPos/@val"
    assert find(drawn(falls), place) == ["low"]
    assert find(drawn(chart), place) != ["low"]


def test_small_parts_of_a_bar_have_no_label():
    """A part below five percent has no room for its number."""
    share = next(chart for chart in charts() if chart.kind is ChartKind.STACKED_SHARE)
    late = find(drawn(share), "//c:ser")[2]
    assert find(late, "c:dLbls/c:dLbl[c:delete/@val='1']/c:idx/@val") == ["0", "1"]


def test_a_target_is_a_line_over_columns():
    """Columns and a dashed line share their axes, and the workbook has the target too."""
    chart = replace(column_chart(), target=value("150000"))
    parts = chart_parts(chart, DAY)
    root = etree.fromstring(parts.xml)
    assert find(root, "//c:lineChart/c:axId/@val") == find(root, "//c:barChart/c:axId/@val")
    assert find(root, "//c:ser/c:idx/@val") == ["0", "1", "2"]
    assert find(root, "//c:lineChart//a:prstDash/@val") == ["dash"]
    assert find(root, "//c:lineChart//c:dLbl//a:t/text()") == ["150.000"]
    assert [row[3] for row in book_of(parts.workbook)] == ["Mục tiêu", *[150000] * 4]


def test_a_target_is_a_series_among_lines():
    """A line chart draws its target as one more line."""
    chart = replace(line_chart(), target=value("80", "%"))
    root = drawn(chart)
    assert find(root, "//c:ser[4]//a:prstDash/@val") == ["dash"]
    assert find(root, "//c:ser[4]//a:t/text()") == ["80%"]


def test_labels_with_a_word_are_text():
    """No number format prints "13,9 triệu", so the series is labelled by text."""
    figures = tuple(Figure(f"f{n}", Decimal(n), "hồ sơ", ()) for n in (13_900_000, 250_000))
    chart = Chart(
        "c",
        ChartKind.COLUMN,
        ("A", "B"),
        (Series("Hồ sơ", figures),),
        "hồ sơ",
        "mô tả",
        labels=(("13,9 triệu", "250.000"),),
    )
    root = drawn(chart)
    assert find(root, "//c:dLbl//a:t/text()") == ["13,9 triệu", "250.000"]
    assert find(root, "//c:valAx/c:numFmt/@formatCode") == [WHOLE]


def test_a_magnitude_word_never_stands_at_the_axis():
    """The axis counts in the unit itself, whatever word the labels use."""
    chart = replace(column_chart(), labels=(("1 triệu",) * 4, ("2 triệu",) * 4))
    assert find(drawn(chart), "//c:valAx/c:numFmt/@formatCode") == [WHOLE]
    assert "triệu" not in label_format(chart).code


def test_texts_of_a_chart_are_never_formulas():
    """A name that begins with "=" or holds markup stays text in both parts."""
    name = "=1+1<b>&\"'"
    figures = (Figure("f1", Decimal("1E+3"), "hồ sơ", ()),)
    chart = Chart("c", ChartKind.BAR, (name,), (Series(name, figures),), "hồ sơ", "mô tả")
    parts = chart_parts(chart, DAY)
    root = etree.fromstring(parts.xml)
    assert find(root, "//c:cat//c:v/text()") == [name]
    assert find(root, "//c:val//c:v/text()") == ["1000"]
    assert book_of(parts.workbook) == [[None, name], [name, 1000]]


def test_label_format_follows_the_printed_labels():
    """Places and suffix are those that the report prints."""
    assert label_format(bar_chart()).code == '[$-42A]#,##0.00"%"'
    assert label_format(bar_chart()).fixed_code == ""
    assert label_format(column_chart()).code == "[$-42A]#,##0"
    assert label_format(column_chart()).fixed_code == WHOLE


def test_the_unit_stands_above_as_in_the_pdf():
    """Where labels lack the unit, a line at the upper left names it."""
    root = drawn(column_chart())
    assert find(root, "/c:chartSpace/c:chart/c:title//a:t/text()") == ["Đơn vị tính: hồ sơ"]
    assert find(root, "/c:chartSpace/c:chart/c:title//c:xMode/@val") == ["edge"]
    assert find(drawn(bar_chart()), "/c:chartSpace/c:chart/c:title") == []


def test_labels_of_near_points_part():
    """Two lines that come close are labelled above and below."""
    assert label_positions(line_chart(), 0) == ["t", "r", "t"]
    assert label_positions(line_chart(), 5) == ["b", "t", "t"]


def test_bar_charts_grow_with_their_bars():
    """Each bar has room, up to the height of a page."""
    few, many = bar_chart(), replace(bar_chart(), categories=("x",) * 63)
    assert chart_height(few) < chart_height(many) <= 200
    assert text_size(many) < text_size(few)


def test_labels_of_many_columns_are_turned():
    """Labels wider than their column run upwards instead of over each other."""
    figures = tuple(value(100000 + month) for month in range(12))
    chart = Chart(
        "c",
        ChartKind.COLUMN,
        tuple(f"Tháng {month}" for month in range(1, 13)),
        (Series("Năm 2023", figures), Series("Năm 2024", figures)),
        "hồ sơ",
        "mô tả",
    )
    assert set(find(drawn(chart), "//c:dLbls//a:bodyPr/@rot")) == {"-5400000"}


def test_a_crowded_line_is_labelled_at_its_ends():
    """Many points leave room for the first and the last label only."""
    figures = tuple(value(1000000 + month) for month in range(24))
    names = tuple(f"{month}" for month in range(24))
    chart = Chart("c", ChartKind.LINE, names, (Series("Hồ sơ", figures),), "hồ sơ", "mô tả")
    shown = find(drawn(chart), "//c:dLbl[not(c:delete)]/c:idx/@val")
    assert shown == ["0", "23"]


def test_an_empty_label_is_no_label():
    """A value whose printed form is empty stands without a number."""
    chart = replace(column_chart(), labels=(("101.250", "", "", ""), ("", "", "", "")))
    root = drawn(chart)
    assert len(find(root, "//c:dLbl[not(c:delete)]")) == 1
    assert len(find(root, "//c:dLbl[c:delete]")) == 6


def test_each_chart_of_the_report_has_its_workbook():
    """The chart part's one relation leads to its own workbook."""
    package = sample_package()
    found = {owner: target for owner, _, target in package.relations() if "charts/" in owner}
    assert found == {f"word/charts/{n}.xml": f"word/embeddings/{n}.xlsx" for n in ORDER}
    for name in ORDER:
        assert package.find("//c:externalData/@r:id", f"word/charts/{name}.xml") == ["rId1"]


def test_each_chart_has_its_own_alt_text_and_number():
    """The text tells a blind reader what the chart shows."""
    package = sample_package()
    alts = package.find("//wp:docPr/@descr")
    assert sorted(alts) == sorted(chart.alt for chart in charts())
    ids = package.find("//wp:docPr/@id")
    assert len(set(ids)) == len(ids) == 4


def many_lines() -> Chart:
    """Return five lines over six years, far from zero, with a gap."""
    cells = [[Decimal(f"{34 + row}.{at}") for at in range(6)] for row in range(5)]
    figures = [
        [Figure(f"c{row}{at}", v, "điểm", ()) for at, v in enumerate(one)]
        for row, one in enumerate(cells)
    ]
    rows = tuple(
        Series(f"Tỉnh {row}", tuple(None if (row, at) == (0, 3) else v for at, v in enumerate(one)))
        for row, one in enumerate(figures)
    )
    return Chart("c", ChartKind.LINE, tuple("ABCDEF"), rows, "điểm", "Năm tỉnh.", 1)


def test_crowded_lines_have_the_values_of_the_pdf_and_an_axis_near_them():
    """Thirty values would hide the lines: those that tell most, and their scale near them."""
    chart = many_lines()
    assert label_positions(chart, 5) == ["r"] * 5
    told = told_in_lines(chart)
    printed = Counter(one.text for one in lay_out(chart, 160, natural_height(chart, 160)).labels)
    texts = Counter(labelled(chart)[row][at][1] for row, at in told)
    assert told
    assert texts <= printed
    root = drawn(chart)
    assert find(root, "//c:valAx/c:delete/@val") == ["0"]
    assert find(root, "//c:valAx/c:tickLblPos/@val") == ["none"]
    assert find(root, "//c:majorGridlines") == []
    assert 0 < axis_floor(chart) <= 34
    assert axis_floor(bar_chart()) == 0
    shown = find(root, "//c:dLbl[not(c:delete)]/c:idx/@val")
    assert sorted(shown) == sorted(["5"] * 5 + [str(at) for _, at in told])


@pytest.mark.parametrize("chart", [bar_chart(), column_chart()], ids=lambda chart: chart.id)
def test_bars_stand_where_the_pdf_has_them(chart):
    """The same height, and plot and legend at set places, none over the other."""
    plain = replace(chart, target=None)
    root = drawn(plain)
    room = 2.0 if find(root, "//c:title") else 0.0
    assert chart_height(plain) == pytest.approx(natural_height(plain, 160) + room)
    top, height = (float(find(root, f"//c:plotArea/c:layout//c:{one}/@val")[0]) for one in "yh")
    assert 0 <= top < top + height <= 1
    for low in find(root, "//c:legend/c:layout//c:y/@val"):
        deep = float(find(root, "//c:legend/c:layout//c:h/@val")[0])
        assert float(low) + deep <= top + 0.001


def test_marked_bars_have_bold_values():
    """Word has no bold name for one bar alone: the value beside it is."""
    chart = replace(bar_chart(), marked=(1,), target=None)
    root = drawn(chart)
    bold = [
        find(label, "c:idx/@val")[0]
        for label in find(root, "//c:dLbl")
        if "1" in find(label, ".//@b")
    ]
    assert bold == ["1"]


def test_no_label_breaks_within_a_bar():
    """A value that is wider than its column stays on one line."""
    assert set(find(drawn(column_chart()), "//c:dLbls/c:txPr/a:bodyPr/@wrap")) == {"none"}


def test_lines_have_their_names_at_their_ends():
    """No legend to match with dashes: name and last value stand right of the last point."""
    chart = many_lines()
    root = drawn(chart)
    assert find(root, "//c:legend") == []
    labels = find(root, "//c:dLbl[c:idx/@val='5']")
    texts = ["".join(find(label, ".//a:t/text()")) for label in labels]
    assert texts == [end_label(chart, at) for at in range(5)]
    assert all(text.startswith(f"Tỉnh{NBSP}{at}{NBSP}") for at, text in enumerate(texts))
    assert find(root, "//c:dLbl[c:idx/@val='5']/c:dLblPos/@val") == ["r"] * 5
    assert set(find(root, "//c:dLbl//a:bodyPr/@wrap")) >= {"none"}
    left, width = (float(find(root, f"//c:plotArea/c:layout//c:{a}/@val")[0]) for a in "xw")
    widest = max(text_width(text, text_size(chart)) for text in texts) / (1440 / 25.4) / 160
    assert left + width + widest < 1


def test_crowded_lines_lie_as_far_apart_as_in_the_pdf():
    """Labels chosen for the PDF's 50 mm between lowest and highest value touch no line here."""
    chart = many_lines()
    found = ends_of(chart)
    values = [float(one.value) for series in chart.series for one in series.values if one]
    reach = (max(values) - min(values)) / (found.high - found.low)
    assert found.plot[3] * chart_height(chart) * reach > 50


@given(st.lists(st.integers(0, 4000), min_size=2, max_size=5))
def test_names_at_the_ends_never_meet(ends):
    """Whatever the last values, labels stand a line apart, in order, within the chart."""
    rows = tuple(Series(f"T{at}", (value(50), value(end))) for at, end in enumerate(ends))
    chart = Chart("c", ChartKind.LINE, ("A", "B"), rows, "điểm", "mô tả")
    found = ends_of(chart)
    assume(found is not None)
    height = chart_height(chart)
    _, top, _, room = (part * height for part in found.plot)
    places = [
        top + room * (found.high - end) / (found.high - found.low) + shift * height
        for end, shift in zip(ends, found.shifts, strict=True)
    ]
    ordered = sorted(places)
    assert all(low - high > 4 for high, low in pairwise(ordered))
    assert ordered[0] > 0
    assert ordered[-1] < height
    by_value = sorted(range(len(ends)), key=lambda at: -ends[at])
    assert [places[at] for at in by_value] == pytest.approx(ordered) or len(set(ends)) < len(ends)


@pytest.mark.parametrize(
    "changed",
    [
        lambda rows: (*rows, rows[0]),
        lambda rows: (replace(rows[0], name="Tên rất dài của một chỉ tiêu đo lường"), *rows[1:]),
        lambda rows: (replace(rows[0], values=(*rows[0].values[:-1], None)), *rows[1:]),
    ],
    ids=["many lines", "long names", "a line that ends early"],
)
def test_other_lines_keep_their_legend(changed):
    """Names stand at the ends only of few lines that reach the end and have short names."""
    chart = many_lines()
    other = replace(chart, series=changed(chart.series))
    assert ends_of(other) is None
    assert find(drawn(other), "//c:legend/c:legendPos/@val") == ["t"]


def test_bars_that_do_not_stand_out_are_pale():
    """Marked bars keep the colour of the series, all others have one of their own."""
    chart = replace(bar_chart(), marked=(0,))
    root = drawn(chart)
    numbers = find(root, "//c:dPt/c:idx/@val")
    assert numbers == [str(at) for at in range(1, len(chart.categories))]
    fills = set(find(root, "//c:dPt/c:spPr/a:solidFill/a:srgbClr/@val"))
    assert fills == {UNMARKED.lstrip("#").upper()}
