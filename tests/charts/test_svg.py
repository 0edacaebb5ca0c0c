"""SVG of charts: real text in the report's font, fixed bytes, ids of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from generator.charts.layout import lay_out
from generator.charts.svg import draw, natural_height
from generator.model.chart import Chart
from tests.renderers.sample_document import charts, column_chart, line_chart

SVG = "{http://www.w3.org/2000/svg}"
WIDTH = 160.0
MM_PER_POINT = 25.4 / 72


def drawn(chart: Chart) -> str:
    """Return the SVG of a chart at its natural height."""
    return draw(chart, WIDTH, natural_height(chart, WIDTH))


def parsed(chart: Chart) -> etree._Element:
    """Return the SVG of a chart as a tree."""
    return etree.fromstring(drawn(chart))


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: chart.kind.value)
def test_labels_are_real_text_where_the_layout_puts_them(chart: Chart) -> None:
    """Each label is one text element with its words, anchor and place."""
    layout = lay_out(chart, WIDTH, natural_height(chart, WIDTH))
    texts = parsed(chart).findall(f".//{SVG}text")
    assert [one.text for one in texts] == [label.text for label in layout.labels]
    for one, label in zip(texts, layout.labels, strict=True):
        assert float(one.get("x")) * MM_PER_POINT == pytest.approx(label.x, abs=0.01)
        assert float(one.get("y")) * MM_PER_POINT == pytest.approx(label.y, abs=0.01)
        assert one.get("text-anchor") == label.anchor


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: chart.kind.value)
def test_only_the_font_of_the_report_is_named(chart: Chart) -> None:
    """Every text element names Liberation Serif and nothing else."""
    families = {one.get("font-family") for one in parsed(chart).iter(f"{SVG}text")}
    assert families == {"Liberation Serif"}


def test_alternative_text_is_title_and_label() -> None:
    """A blind reader gets the chart's sentence, escaped."""
    chart = column_chart()
    tree = etree.fromstring(draw(_with_alt(chart, 'a < b & "c"'), WIDTH, 70))
    assert tree.get("role") == "img"
    assert tree.get("aria-label") == 'a < b & "c"'
    assert tree.findtext(f"{SVG}title") == 'a < b & "c"'


def test_size_is_given_in_millimetres() -> None:
    """The element has the asked size."""
    tree = etree.fromstring(draw(column_chart(), WIDTH, 70))
    assert (tree.get("width"), tree.get("height")) == ("160.000mm", "70.000mm")


def test_ids_do_not_meet_in_one_page() -> None:
    """Each id begins with the chart's, is unique and is the one that is used."""
    tree = parsed(line_chart())
    ids = [one.get("id") for one in tree.iter() if one.get("id")]
    used = {
        value.removeprefix("#")
        for one in tree.iter()
        for key, value in one.attrib.items()
        if key.endswith("href")
    }
    assert ids
    assert all(name.startswith("chart-line-") for name in ids)
    assert len(ids) == len(set(ids))
    assert used == set(ids)


def test_nothing_of_matplotlib_rules_the_page() -> None:
    """No style sheet, no date, no comment is left."""
    text = drawn(line_chart())
    for trace in ("<style", "style=", "<metadata", "<!--", "Date"):
        assert trace not in text


def test_equal_charts_give_equal_bytes_in_another_process(root: Path) -> None:
    """The same chart is drawn with the same bytes whatever the hash seed."""
    program = (
        "from tests.renderers.sample_document import charts\n"
        "from generator.charts.svg import draw\n"
        "print(*(draw(one, 160.0, 70.0) for one in charts()), end='')"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "4321"}
    other = subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        env=environment,
        capture_output=True,
        check=True,
    )
    here = " ".join(draw(one, WIDTH, 70.0) for one in charts())
    assert other.stdout.decode() == here


def _with_alt(chart: Chart, alt: str) -> Chart:
    """Return the chart with another alternative text."""
    return Chart(
        chart.id, chart.kind, chart.categories, chart.series, chart.unit, alt, labels=chart.labels
    )
