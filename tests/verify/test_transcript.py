"""The transcript of a document: what is printed, in order, with its figures."""

from __future__ import annotations

from decimal import Decimal

from generator.facts.transcript import transcript
from generator.model.chart import Chart, ChartKind, Series
from generator.model.document import (
    AppendixStart,
    Cell,
    ChartFigure,
    Column,
    CrossReference,
    FigureText,
    Heading,
    LineBreak,
    Note,
    Paragraph,
    Table,
    Text,
)
from generator.model.figure import Figure

NUMBER = FigureText("1.200", "fa")


def test_running_text_keeps_figures_and_notes_in_order() -> None:
    """Figures have their place in the text, notes follow their unit, references are its own."""
    paragraph = Paragraph(
        (
            Text("Giải quyết "),
            NUMBER,
            Text(" hồ sơ ("),
            CrossReference("b", "Bảng 1"),
            Text(")."),
            Note((Text("Nguồn "), NUMBER)),
        )
    )
    unit, note = transcript([paragraph])
    assert unit["text"] == "Giải quyết 1.200 hồ sơ (Bảng 1)."
    assert unit["marks"] == [[11, 16, "fa"]]
    assert unit["own"] == [[24, 30]]
    assert (note["kind"], note["text"], note["marks"]) == ("note", "Nguồn 1.200", [[6, 11, "fa"]])


def test_headings_and_appendices_tell_their_numbers() -> None:
    """The number of a heading and the label of an appendix are the document's own."""
    heading, appendix, title = transcript(
        [
            Heading("h", 2, "3.", (Text("Hồ sơ"),)),
            AppendixStart("p", "Phụ lục 2", "SỐ LIỆU", ""),
        ]
    )
    assert (heading["text"], heading["own"], heading["level"]) == ("3. Hồ sơ", [[0, 2]], 2)
    assert (appendix["own"], title["text"]) == ([[0, 9]], "SỐ LIỆU")


def test_cells_know_their_row_and_column() -> None:
    """Cells below a cell over two rows stand in the columns that are left."""
    table = Table(
        "b",
        (Column(1), Column(1), Column(1)),
        head=(
            (Cell((Text("Cấp"),), rowspan=2), Cell((Text("Kết quả"),), colspan=2)),
            (Cell((Text("Số"),)), Cell((Text("Tỷ lệ"),))),
        ),
        rows=(
            (Cell((Text("Xã"),)), Cell((NUMBER, LineBreak(), Text("(2023)"))), Cell((Text("-"),))),
        ),
        label="Bảng 1",
        caption="Hồ sơ",
    )
    caption, *cells = transcript([table])
    assert (caption["text"], caption["own"]) == ("Bảng 1. Hồ sơ", [[0, 6]])
    assert [(one["text"], one["row"], one["column"], one.get("head", False)) for one in cells] == [
        ("Cấp", 0, 0, True),
        ("Kết quả", 0, 1, True),
        ("Số", 1, 1, True),
        ("Tỷ lệ", 1, 2, True),
        ("Xã", 2, 0, False),
        ("1.200 (2023)", 2, 1, False),
        ("-", 2, 2, False),
    ]


def test_a_chart_tells_its_labels_and_target() -> None:
    """Labels stand by series and category; what has no label of its own is printed plainly."""
    value, target = (Figure(f"f{n}", Decimal(n), "%", ()) for n in (20, 90))
    chart = Chart(
        "d",
        ChartKind.COLUMN,
        ("Năm 2022", "Năm 2023"),
        (Series("Tỷ lệ", (None, value)),),
        "%",
        "Tỷ lệ theo năm.",
        target=target,
    )
    unit, caption = transcript([ChartFigure("d", chart, "Biểu đồ 1", "Tỷ lệ")])
    assert unit["series"] == [{"name": "Tỷ lệ", "figures": [None, "f20"], "labels": ["", "20"]}]
    assert unit["target"] == {"figure": "f90", "value": "90", "text": "Mục tiêu: 90%"}
    assert caption["text"] == "Biểu đồ 1. Tỷ lệ"
