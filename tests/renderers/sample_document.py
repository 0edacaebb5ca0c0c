"""A report with every kind of block, made of invented places and numbers.

``sample()`` is what the tests of all renderers draw. Nothing in it is a real
result: the provinces are called "Tỉnh Mẫu …", the numbers follow a formula.
"""

import json
from datetime import date
from decimal import Decimal

from generator.model.chart import Chart, ChartKind, Series
from generator.model.document import (
    Addressees,
    AppendixStart,
    Block,
    Cell,
    ChartFigure,
    Column,
    Contents,
    ContentsEntry,
    CrossReference,
    Document,
    FigureText,
    Heading,
    Inline,
    KeyFigure,
    KeyFigures,
    Letterhead,
    LineBreak,
    Note,
    Paragraph,
    Signature,
    Table,
    Text,
    Title,
)
from generator.model.figure import Figure
from generator.vi.text import NBSP

AWKWARD = "<b>&\"'{{7*7}}"  # printed as it stands, or a renderer forgot to escape
TONES = "Ở nghề nghiệp nguyễn, ưỡn, ngoằn ngoèo, ĐẶNG ẤN, ữ ự ỗ ộ ẵ ặ ỷ ỵ"
UPPER = tuple("ABCDEGHIKLMNOPQ")


def number(value: Decimal | int | str) -> str:
    """Return a number in Vietnamese format: 12.345,67."""
    plain = f"{Decimal(value):,}"
    return plain.translate(str.maketrans(",.", ".,"))


def text(words: str, *, bold: bool = False, italic: bool = False) -> Text:
    """Return running text."""
    return Text(words, bold=bold, italic=italic)


def figure(printed: str, name: str, *, bold: bool = False) -> FigureText:
    """Return a printed number with its lineage id."""
    return FigureText(printed, name, bold=bold)


def cell(words: str, **options: object) -> Cell:
    """Return a cell of running text."""
    return Cell((Text(words),) if words else (), **options)  # type: ignore[arg-type]


def value(amount: str | int, unit: str = "hồ sơ") -> Figure:
    """Return a figure of a chart that rests on no fact."""
    return Figure(f"c{abs(hash(Decimal(amount))) % 100000:05d}", Decimal(amount), unit, ())


def values(*amounts: str | int | None, unit: str = "hồ sơ") -> tuple[Figure | None, ...]:
    """Return figures of a series, None for a gap."""
    return tuple(None if amount is None else value(amount, unit) for amount in amounts)


def printed(*amounts: str | int | None, sign: str = "") -> tuple[str, ...]:
    """Return the printed forms of a series, "" for a gap."""
    return tuple("" if amount is None else number(amount) + sign for amount in amounts)


# ---------------------------------------------------------------- charts


def bar_chart() -> Chart:
    """Return bars with long names, a target and a gap."""
    names = (
        "Tỉnh Mẫu A",
        "Thành phố trực thuộc Trung ương Mẫu B (sau khi sắp xếp đơn vị hành chính)",
        "Tỉnh Mẫu C",
        "Tỉnh Mẫu D",
        "Tỉnh Mẫu Đ",
        "Tỉnh Mẫu E",
        "Cả nước",
    )
    amounts = ("99.12", "97.5", "95.89", None, "81.4", "62.05", "93.3")
    return Chart(
        id="chart-bar",
        kind=ChartKind.BAR,
        categories=names,
        series=(Series("Tỷ lệ đúng hạn", values(*amounts, unit="%")),),
        unit="%",
        alt="Biểu đồ thanh: tỷ lệ hồ sơ giải quyết đúng hạn của sáu địa phương mẫu và cả nước.",
        decimals=2,
        target=value("90", "%"),
        labels=(printed(*amounts, sign="%"),),
    )


def column_chart() -> Chart:
    """Return columns of two series with a missing value."""
    names = ("Quý I", "Quý II", "Quý III", "Quý IV")
    before = (101250, 118430, 109870, 131020)
    after = (125400, 141561, None, 168905)
    return Chart(
        id="chart-column",
        kind=ChartKind.COLUMN,
        categories=names,
        series=(Series("Năm 2023", values(*before)), Series("Năm 2024", values(*after))),
        unit="hồ sơ",
        alt="Biểu đồ cột: số hồ sơ tiếp nhận theo quý của Tỉnh Mẫu A, năm 2023 và năm 2024.",
        labels=(printed(*before), printed(*after)),
    )


def share_chart() -> Chart:
    """Return bars of 100 % in three parts, one part too small for its label."""
    names = ("Cấp tỉnh", "Cấp xã", "Cơ quan ngành dọc đóng tại địa phương")
    early, in_time, late = ("61.2", "40.5", "55"), ("37.3", "57.95", "45"), ("1.5", "1.55", None)
    return Chart(
        id="chart-share",
        kind=ChartKind.STACKED_SHARE,
        categories=names,
        series=(
            Series("Trước hạn", values(*early, unit="%")),
            Series("Đúng hạn", values(*in_time, unit="%")),
            Series("Quá hạn", values(*late, unit="%")),
        ),
        unit="%",
        alt="Biểu đồ cơ cấu: tỷ lệ hồ sơ trước hạn, đúng hạn và quá hạn theo cấp giải quyết.",
        decimals=2,
        labels=tuple(printed(*part, sign="%") for part in (early, in_time, late)),
    )


def line_chart() -> Chart:
    """Return two lines that come close, one with a gap, and a third of one point."""
    names = ("2019", "2020", "2021", "2022", "2023", "2024")
    first = ("12.5", "28.4", "41.0", "55.3", "71.9", "83.6")
    second = ("10.1", "27.9", None, "49.8", "70.8", "85.2")
    third = (None, None, None, None, None, "40.2")
    return Chart(
        id="chart-line",
        kind=ChartKind.LINE,
        categories=names,
        series=(
            Series("Hồ sơ trực tuyến", values(*first, unit="%")),
            Series("Số hóa kết quả giải quyết", values(*second, unit="%")),
            Series("Thanh toán trực tuyến", values(*third, unit="%")),
        ),
        unit="%",
        alt="Biểu đồ đường: ba tỷ lệ của chuyển đổi số trong giải quyết thủ tục, 2019 đến 2024.",
        decimals=1,
        labels=tuple(printed(*part, sign="%") for part in (first, second, third)),
    )


def charts() -> tuple[Chart, ...]:
    """Return one chart of each kind."""
    return (bar_chart(), column_chart(), share_chart(), line_chart())


# ---------------------------------------------------------------- tables


def _header(words: str, **spans: int) -> Cell:
    """Return a header cell."""
    return cell(words, header=True, bold=True, align="centre", **spans)


def _place_row(order: int, name: str) -> tuple[Cell, ...]:
    """Return one row of the comparison table."""
    total = 40000 - 811 * order
    late = 17 * order % 90 + 3
    rate = (Decimal(total - late) * 100 / total).quantize(Decimal("0.01"))
    return (
        cell(str(order)),
        cell(name),
        Cell((figure(number(total), f"f{order:04d}a"),)),
        Cell((figure(number(total - late), f"f{order:04d}b"),)),
        Cell((figure(number(late), f"f{order:04d}c"),)),
        Cell((figure(number(rate) + "%", f"c{order:04d}"),)),
    )


def long_table() -> Table:
    """Return a table of 40 rows with a two-storey header and two group rows."""
    rows = [_place_row(order, f"Tỉnh Mẫu {order:02d}") for order in range(1, 41)]
    groups = [
        (cell("I. Các địa phương khu vực phía Bắc", bold=True, colspan=6),),
        (cell("II. Các địa phương khu vực phía Nam", bold=True, colspan=6),),
    ]
    return Table(
        id="table-2",
        columns=(
            Column(1, "centre"),
            Column(3.4),
            Column(2, "right"),
            Column(2, "right"),
            Column(1.6, "right"),
            Column(1.8, "right"),
        ),
        head=(
            (
                _header("STT", rowspan=2),
                _header("Địa phương", rowspan=2),
                _header("Tổng số hồ sơ", rowspan=2),
                _header("Trong đó", colspan=2),
                _header("Tỷ lệ đúng hạn", rowspan=2),
            ),
            (_header("Đúng hạn"), _header("Quá hạn")),
        ),
        rows=(groups[0], *rows[:20], groups[1], *rows[20:]),
        label="Bảng 2",
        caption="Kết quả giải quyết hồ sơ của các địa phương mẫu, 6 tháng đầu năm 2024",
        unit_line="Đơn vị tính: hồ sơ",
        source_line="Nguồn: số liệu mẫu, không phải kết quả thật.",
    )


def short_table() -> Table:
    """Return a small table with a total row and a note in a cell."""
    note = Note((Text("Tính đến ngày "), figure("30/6/2024", "d0001"), Text(".")))
    return Table(
        id="table-1",
        columns=(Column(4), Column(2, "right"), Column(2, "right"), Column(2, "right")),
        head=(
            (
                _header("Nội dung"),
                _header("6 tháng đầu năm 2023"),
                _header("6 tháng đầu năm 2024"),
                _header("Tăng (+), giảm (-)"),
            ),
        ),
        rows=(
            (
                Cell((Text("Hồ sơ tiếp nhận trực tuyến"), note)),
                Cell((figure("105.300", "f1001"),)),
                Cell((figure("141.561", "f1002"),)),
                Cell((figure("+34,44%", "c1003"),)),
            ),
            (
                cell("Hồ sơ tiếp nhận trực tiếp hoặc qua dịch vụ bưu chính công ích"),
                Cell((figure("80.120", "f1004"),)),
                Cell((figure("66.015", "f1005"),)),
                Cell((figure("-17,60%", "c1006"),)),
            ),
            (
                cell("Tổng cộng", bold=True),
                Cell((figure("185.420", "c1007", bold=True),), bold=True),
                Cell((figure("207.576", "c1008", bold=True),), bold=True),
                Cell((figure("+11,95%", "c1009", bold=True),), bold=True),
            ),
        ),
        label="Bảng 1",
        caption="Số hồ sơ tiếp nhận theo phương thức nộp",
        unit_line="Đơn vị tính: hồ sơ",
    )


def appendix_table(rows: int, name: str) -> Table:
    """Return a wide table without caption, as it stands in an appendix."""
    widths = (1, 3, 2, 2, 2, 2, 2, 2, 4)
    heads = (
        "STT",
        "Chỉ tiêu",
        "Địa phương",
        "Kỳ số liệu",
        "Giá trị",
        "Đơn vị",
        "Tổng số",
        "Tỷ lệ",
        "Nguồn",
    )
    return Table(
        id=name,
        columns=tuple(
            Column(width, "right" if head in {"Giá trị", "Tổng số", "Tỷ lệ"} else "left")
            for width, head in zip(widths, heads, strict=True)
        ),
        head=(tuple(_header(head) for head in heads),),
        rows=tuple(_fact_row(order) for order in range(1, rows + 1)),
        size="small",
    )


def _fact_row(order: int) -> tuple[Cell, ...]:
    """Return one line of the data appendix."""
    total = 91000 - 733 * order
    return (
        cell(str(order), align="centre"),
        cell("Hồ sơ giải quyết đúng hạn và trước hạn"),
        cell(f"Tỉnh Mẫu {order:02d}"),
        cell("6 tháng đầu năm 2024"),
        Cell((figure(number(total - 9 * order), f"f{order:04d}v"),)),
        cell("hồ sơ"),
        Cell((figure(number(total), f"f{order:04d}t"),)),
        Cell((figure(f"{99 - order // 10},{order % 10}%", f"f{order:04d}s"),)),
        cell(f"mau_{order:03d}.txt, đoạn {order % 7 + 1}"),
    )


# ---------------------------------------------------------------- running text


def _body(*content: Inline, role: str = "body", keep: bool = False) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(content, role, keep_with_next=keep)  # type: ignore[arg-type]


def _sentence(order: int) -> tuple[Inline, ...]:
    """Return a long invented sentence with figures, for paragraphs that fill pages."""
    return (
        text("Trong kỳ báo cáo, các cơ quan, đơn vị của Tỉnh Mẫu đã tiếp nhận "),
        figure(f"{number(141561 + 97 * order)}{NBSP}hồ sơ", f"f2{order:03d}"),
        text(", giải quyết đúng hạn và trước hạn đạt "),
        figure(f"{99 - order},{order}2%", f"c2{order:03d}"),
        text(
            "; việc tiếp nhận, số hóa và trả kết quả được thực hiện thống nhất tại Bộ phận Một cửa "
            "các cấp, gắn với trách nhiệm của người đứng đầu trong thực thi công vụ. "
        ),
    )


def _front() -> tuple[Block, ...]:
    """Return the first page down to the table of contents."""
    return (
        Letterhead(
            superior="VĂN PHÒNG MẪU",
            issuer="TỔ CÔNG TÁC CẢI CÁCH\nTHỦ TỤC HÀNH CHÍNH",
            number=f"{NBSP * 8}/BC-TCT",
            place="Hà Nội",
            date=date(2024, 7, 31),
            date_text="ngày 31 tháng 7 năm 2024",
        ),
        Title(
            "BÁO CÁO",
            f"Sơ kết công tác cải cách thủ tục hành chính 6{NBSP}tháng đầu năm 2024 "
            "của các địa phương mẫu",
        ),
        Addressees(("Văn phòng Mẫu", "Ủy ban nhân dân Tỉnh Mẫu A")),
    )


def _contents(entries: tuple[Heading | AppendixStart, ...]) -> Contents:
    """Return the table of contents over the given headings."""
    return Contents("MỤC LỤC", tuple(_entry(block) for block in entries))


def _entry(block: Heading | AppendixStart) -> ContentsEntry:
    """Return the line of one heading or appendix."""
    if isinstance(block, AppendixStart):
        return ContentsEntry(block.id, 1, f"{block.label}. {block.title}")
    words = "".join(part.text for part in block.content if isinstance(part, Text | FigureText))
    return ContentsEntry(block.id, block.level, f"{block.number} {words}")


def _heading(name: str, level: int, mark: str, words: str) -> Heading:
    """Return a heading."""
    return Heading(name, level, mark, (text(words),))


def _results() -> tuple[Block, ...]:
    """Return the first chapter: text, notes, references, the small table, columns."""
    return (
        _heading("h-1", 1, "I.", "KẾT QUẢ ĐẠT ĐƯỢC"),
        _heading("h-1-1", 2, "1.", "Về tiếp nhận và giải quyết hồ sơ thủ tục hành chính"),
        _body(
            *_sentence(1),
            text("Chi tiết tại "),
            CrossReference("table-1", f"Bảng{NBSP}1"),
            text(" và "),
            CrossReference("appendix-1", f"Phụ lục{NBSP}I"),
            text(" kèm theo."),
            Note((text("Số liệu mẫu do chương trình kiểm thử tạo ra, "), figure("100%", "f3001"))),
        ),
        short_table(),
        _body(*_sentence(2), *_sentence(3), Note((text("Nguồn: mau_001.txt, đoạn 2."),))),
        _heading("h-1-2", 2, "2.", "Về tiến độ theo quý"),
        _heading("h-1-2-a", 3, "a)", "So sánh với cùng kỳ năm trước"),
        _body(*_sentence(4), keep=True),
        _body(text("- Tiếp nhận tăng ở cả ba quý có số liệu;"), role="item"),
        _body(
            text("- Tỷ lệ đúng hạn giữ trên mức "),
            figure("90%", "f3002", bold=True),
            text(" trong cả kỳ."),
            role="item",
        ),
        ChartFigure(
            "chart-1",
            column_chart(),
            "Biểu đồ 1",
            "Số hồ sơ tiếp nhận theo quý",
            "Nguồn: số liệu mẫu.",
        ),
        _heading("h-1-2-b", 3, "b)", "Xu hướng nhiều năm"),
        ChartFigure("chart-2", line_chart(), "Biểu đồ 2", "Chuyển đổi số, 2019 - 2024"),
    )


def _places() -> tuple[Block, ...]:
    """Return the second chapter: the long table and the other charts."""
    return (
        _heading("h-2", 1, "II.", "KẾT QUẢ TẠI CÁC ĐỊA PHƯƠNG"),
        _body(*_sentence(5), CrossReference("table-2", f"Bảng{NBSP}2"), text(" so sánh.")),
        long_table(),
        _body(*_sentence(6), *_sentence(7)),
        ChartFigure("chart-3", bar_chart(), "Biểu đồ 3", "Tỷ lệ đúng hạn của các địa phương"),
        ChartFigure("chart-4", share_chart(), "Biểu đồ 4", "Cơ cấu kết quả giải quyết"),
        _body(text("Ghi chú: bảng và biểu đồ chỉ để kiểm thử."), role="note"),
    )


def _key_figures() -> KeyFigures:
    """Return the large figures of a briefing."""
    labels = ("Hồ sơ tiếp nhận", "Tỷ lệ đúng hạn", "Dịch vụ công toàn trình", "Xếp hạng")
    shown = ("13,9 triệu", "95,89%", "55/63", "02")
    items = tuple(
        KeyFigure(
            figure(big, f"f4{order:03d}"),
            label,
            (text("tăng "), figure("12,5%", f"c4{order:03d}"), text(" so với cùng kỳ")),
        )
        for order, (big, label) in enumerate(zip(shown, labels, strict=True))
    )
    return KeyFigures(items, 3)


def _tasks() -> tuple[Block, ...]:
    """Return the last chapter with awkward text, key figures and the signature."""
    return (
        _heading("h-3", 1, "III.", "NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM"),
        _body(text("Số liệu nổi bật trong kỳ"), role="lead", keep=True),
        _key_figures(),
        _body(text(f"Chữ khó: {AWKWARD} và {TONES}."), LineBreak(), text("Dòng tiếp theo.")),
        *(_body(*_sentence(order)) for order in (8, 9)),
        _body(text("Trân trọng cảm ơn các cơ quan, đơn vị đã phối hợp"), role="centred"),
        _body(
            text("Trên đây là báo cáo mẫu, "),
            text("không phải kết quả thật", bold=True, italic=True),
            text("./."),
            role="closing",
            keep=True,
        ),
        Signature(
            ("Như trên", "Các cơ quan mẫu (để phối hợp)", "Lưu: VT, KSTT"),
            ("TM. TỔ CÔNG TÁC",),
            "TỔ TRƯỞNG",
            "Nguyễn Văn Mẫu",
        ),
    )


def _appendices() -> tuple[Block, ...]:
    """Return an upright appendix of notes and a landscape one with 60 rows."""
    info = "(Kèm theo Báo cáo số        /BC-TCT ngày 31 tháng 7 năm 2024 của Tổ công tác)"
    return (
        AppendixStart("appendix-1", "Phụ lục I", "GHI CHÚ VỀ SỐ LIỆU", info),
        *(_body(*_sentence(order), *_sentence(order)) for order in range(10, 19)),
        AppendixStart("appendix-2", "Phụ lục II", "BẢNG SỐ LIỆU ĐẦY ĐỦ", info, "landscape"),
        appendix_table(60, "table-a2"),
    )


def lineage() -> str:
    """Return a small lineage text in the form that travels in the files."""
    source = {
        "id": "mau_001",
        "file": "mau_001.txt",
        "title": "Bài viết mẫu",
        "quote": "Tỉnh Mẫu A tiếp nhận 141.561 hồ sơ trong 6 tháng đầu năm 2024.",
    }
    tree = {
        "figures": {
            "f1002": {
                "printed": ["141.561"],
                "value": "141561",
                "unit": "hồ sơ",
                "formula": "",
                "facts": ["f1002"],
            },
            "c1003": {
                "printed": ["+34,44%"],
                "value": "34.44",
                "unit": "%",
                "formula": "(141.561 - 105.300) / 105.300 × 100",
                "facts": ["f1002"],
            },
        },
        "facts": {
            "f1002": {
                "indicator": "ho-so-truc-tuyen",
                "place": "tinh-mau-a",
                "rules": ["quy-tac-mau"],
                "source": {"doc": "mau_001", "quote": source["quote"]},
            }
        },
        "sources": {"mau_001": source},
    }
    return json.dumps(tree, ensure_ascii=False, sort_keys=True)


def sample() -> Document:
    """Return the whole sample report."""
    front, results, places, tasks = _front(), _results(), _places(), _tasks()
    appendices = _appendices()
    body = (*results, *places, *tasks, *appendices)
    listed = tuple(block for block in body if isinstance(block, Heading | AppendixStart))
    opening = _body(
        text("Thực hiện chương trình công tác mẫu, Tổ công tác báo cáo kết quả như sau:")
    )
    return Document(
        title="Báo cáo sơ kết cải cách thủ tục hành chính (mẫu)",
        subject="Sơ kết công tác cải cách thủ tục hành chính 6 tháng đầu năm 2024",
        author="Tổ công tác mẫu",
        date=date(2024, 7, 31),
        blocks=(*front, _contents(listed), opening, *body),
        keywords=("cải cách thủ tục hành chính", "sơ kết"),
        lineage=lineage(),
    )
