"""Spreadsheets to text: each cell keeps its place, figures are exact."""

import io
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import InputError
from generator.model.source_text import SourceInfo
from generator.sources import SourceTable, read_source, tables, workbook
from generator.sources.tables import table_of
from generator.sources.workbook import plain_number
from tests.sources.making import relations, to_tcvn3, to_vni, write, zipped

INFO = SourceInfo("a")
Rows = Sequence[Sequence[object]]


def xlsx(sheets: dict[str, Rows], merged: Sequence[str] = ()) -> bytes:
    """Return a workbook."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for block in merged:
            sheet.merge_cells(block)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read(data: bytes, name: str = "a.xlsx") -> SourceTable:
    """Read a table."""
    return table_of(data, INFO, name)


def test_rows_as_lines() -> None:
    """A row is a line; a figure stands behind the heading of its column."""
    got = read(xlsx({"Biểu": [["Tỉnh", "Điểm", None, "Hạng"], ["Hà Nội", 36.405, None, 2]]}))
    assert got.text == "Tỉnh | Điểm | Hạng\nHà Nội | Điểm: 36,405 | Hạng: 2"
    assert [one.label for one in got.segments] == ["sheet Biểu, hàng 1", "sheet Biểu, hàng 2"]
    row = got.sheets[0].rows[1]
    assert got.text[row.start : row.end] == "Hà Nội | Điểm: 36,405 | Hạng: 2"
    assert row.cells[1].number == Decimal("36.405")
    assert got.text[row.cells[3].start :] == "2"


def test_headings_of_merged_blocks() -> None:
    """A heading over several columns stands before each of theirs; a title is no heading."""
    rows = [
        ["TÌNH HÌNH"],
        [None, "Tiếp nhận", None],
        ["Lĩnh vực", "Tổng", "Mới"],
        ["(1)", "(2)", "(3)"],
    ]
    got = read(xlsx({"S": [*rows, ["Đất đai", 12, 10]]}, ["A1:C1", "B2:C2"]))
    assert got.text.split("\n")[-1] == "Đất đai | Tiếp nhận – Tổng: 12 | Tiếp nhận – Mới: 10"
    assert got.sheets[0].header == 4


def test_two_languages_of_headings() -> None:
    """Of headings in two languages the one next to the figures counts."""
    got = read(xlsx({"S": [["Province", "Score"], ["Tỉnh", "Điểm"], ["Hà Nội", 1]]}))
    assert got.text.split("\n")[-1] == "Hà Nội | Điểm: 1"


def test_kinds_of_cells() -> None:
    """Dates, shares, truth values, errors and formulas as the program shows them."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet("S")
    sheet.write_row(0, 0, ["Ngày", "Tỷ lệ", "Đúng", "Lỗi", "Cộng", "Chữ"])
    sheet.write_datetime(1, 0, date(2024, 7, 31), book.add_format({"num_format": "dd/mm/yyyy"}))
    sheet.write_number(1, 1, 0.9875, book.add_format({"num_format": '0.00"x"%'}))
    sheet.write_boolean(1, 2, True)  # noqa: FBT003 the library's own signature
    sheet.write_formula(1, 3, "=1/0", value="#DIV/0!")
    sheet.write_formula(1, 4, "=SUM(A1:A9)", value=42)
    rich = book.add_format({"bold": True})
    sheet.write_rich_string(1, 5, "một ", rich, "hai")
    book.close()
    got = read(buffer.getvalue())
    assert got.text.split("\n")[1] == (
        "2024-07-31 | Tỷ lệ: 98,75% | TRUE | #DIV/0! | Cộng: 42 | một hai"
    )
    assert got.sheets[0].rows[1].cells[1].percent


def test_hidden_sheets_are_left_out() -> None:
    """A hidden sheet often holds old figures: it is not read."""
    book = openpyxl.load_workbook(io.BytesIO(xlsx({"Mới": [["a"]], "Cũ": [["b"]]})))
    book["Cũ"].sheet_state = "hidden"
    buffer = io.BytesIO()
    book.save(buffer)
    assert [sheet.name for sheet in read(buffer.getvalue()).sheets] == ["Mới"]


@pytest.mark.parametrize(
    ("saved", "meant"),
    [
        ("36.40502", "36.40502"),
        ("35.259381999999995", "35.259382"),
        ("5.054007053375244", "5.054007"),
        ("34.10189771652222", "34.1018977165222"),
        ("70.00139617919922", "70.001396"),
        ("1E+3", "1000"),
        ("0.1", "0.1"),
        ("12345678901", "12345678901"),
        ("-4.0", "-4"),
    ],
)
def test_saved_numbers(saved: str, meant: str) -> None:
    """A binary number stands for the decimal that people wrote."""
    assert format(plain_number(saved), "f") == meant


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_numbers_survive_the_way_through_a_float(number: Decimal) -> None:
    """A figure with up to four decimals comes back from a workbook as it was."""
    if abs(number) < 10**6:
        assert plain_number(repr(float(number))) == number


WORDS = st.text(alphabet="abcđộ |\n\té:1,.%", max_size=8)


@given(
    st.lists(st.lists(st.one_of(WORDS, st.integers(0, 9999), st.none()), max_size=5), max_size=6)
)
def test_offsets(rows: list[list[object]]) -> None:
    """Whatever is in the cells: each is found again at its place, within its row."""
    try:
        got = read(xlsx({"S": rows, "T": rows}))
    except InputError as exc:
        assert "no text" in str(exc)  # noqa: PT017 an empty table is no text
        return
    for sheet in got.sheets:
        for row in sheet.rows:
            assert "\n" not in got.text[row.start : row.end]
            for cell in row.cells.values():
                assert got.text[cell.start : cell.start + len(cell.text)] == cell.text
                assert row.start <= cell.start <= row.end
                assert got.locate(cell.start) == f"sheet {sheet.name}, hàng {row.number}"


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv(mark: str, codec: str) -> None:
    """The mark between the cells is found; quoted cells may hold it."""
    text = mark.join(["Tỉnh", "Điểm"]) + "\r\n" + mark.join(["Hà Nội", f'"1{mark}5"']) + "\r\n"
    got = read(text.encode(codec), "a.csv")
    assert [cell.text for cell in got.sheets[0].rows[1].cells.values()] == [
        "Hà Nội",
        " ".join(f"1{mark}5".split()),
    ]
    assert got.locate(got.text.index("Hà")) == "hàng 2"


def test_jsonl() -> None:
    """A file of facts is kept line by line."""
    got = read('{"a": 1}\n\n{"b": "ộ"}\n'.encode(), "a.jsonl")
    assert got.sheets == ()
    assert got.text == '{"a": 1}\n\n{"b": "ộ"}\n'
    assert got.locate(got.text.index("ộ")) == "dòng 3"


@pytest.mark.parametrize(
    ("data", "name", "word"),
    [
        (b'{"a": 1}\n[1]', "a.jsonl", "a.jsonl:2:1: this line is no JSON object"),
        (b'{"a": 1}\n{', "a.jsonl", "a.jsonl:2:1: this line is no JSON"),
        (b"[" * 100_000, "a.jsonl", "no JSON"),
        (b"\n", "a.jsonl", "no text"),
        (b"", "a.csv", "no text"),
        (b'a,"b', "a.csv", ""),
        (b"x" * 200_000, "a.csv", "no proper CSV"),
        (b"PK", "a.xlsx", "no Office document"),
        (zipped({"xl/workbook.xml": "<document/>"}), "a.xlsx", "no workbook"),
        (zipped({"xl/workbook.xml": "<!DOCTYPE a><workbook/>"}), "a.xlsx", "document type"),
    ],
)
def test_refused(data: bytes, name: str, word: str) -> None:
    """What is no table is refused in one line with a mend."""
    if not word:
        assert read(data, name).text == "a | b"
        return
    with pytest.raises(InputError) as caught:
        read(data, name)
    assert word in str(caught.value)
    assert caught.value.hint


def test_cut_off_at_fifty_places() -> None:
    """A workbook cut off anywhere is refused, never half read."""
    data = xlsx({"S": [["Tỉnh", "Điểm"], *([f"Tỉnh {n}", n] for n in range(50))]})
    for cut in range(0, len(data), len(data) // 50 + 1):
        with pytest.raises(InputError):
            read(data[:cut])


def test_far_cells_cost_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell in the last row and column does not make a huge table; many cells are refused."""
    book = openpyxl.Workbook()
    book.active["A1"] = "a"
    book.active["A1048576"] = "b"
    book.active["XFD1"] = "far"
    buffer = io.BytesIO()
    book.save(buffer)
    assert read(buffer.getvalue()).text == "a\nb"
    monkeypatch.setattr(workbook, "MAX_CELLS", 1)
    with pytest.raises(InputError, match="more than 1 cells"):
        read(buffer.getvalue())


def cell_xml(cell: str) -> bytes:
    """Return a workbook with one hand-written cell in its sheet."""
    spaces = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return zipped(
        {
            "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
            "xl/workbook.xml": (
                f"<workbook {spaces} xmlns:r='{office}'><sheets>"
                "<sheet name='S' r:id='rworksheet'/></sheets></workbook>"
            ),
            "xl/_rels/workbook.xml.rels": relations(worksheet="sheet1.xml"),
            "xl/sheet1.xml": (
                f"<worksheet {spaces}><sheetData><row><c t='inlineStr'><is><t>x</t></is></c>"
                f"{cell}</row></sheetData></worksheet>"
            ),
        }
    )


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<c><v>5</v></c>", "x | 5"),
        ("<c r='C1'><v>5</v></c>", "x | 5"),
        ("<c><v>1E999999999</v></c>", "x | 1E999999999"),
        ("<c><v>NaN</v></c>", "x | NaN"),
        ("<c t='s'><v>7</v></c>", "x"),
        ("<c t='s'><v>²</v></c>", "x"),
        ("<c s='99'><v>5</v></c>", "x | 5"),
        ("<c s='²'><v>5</v></c>", "x | 5"),
        ("<c><f>A1</f></c>", "x | (công thức chưa tính)"),
        ("<c t='str'><f>A1</f><v>chữ</v></c>", "x | chữ"),
        ("<c t='inlineStr'><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c>", "x | a"),
        ("<c t='inlineStr'><is><t>a_x000D_b</t></is></c>", "x | a b"),
    ],
)
def test_odd_cells(cell: str, text: str) -> None:
    """Cells as other programs, or nobody in good faith, would write them."""
    assert read(cell_xml(cell)).text == text


def test_read_source_reads_tables(tmp_path: Path) -> None:
    """Tables come out of the common reader, with their sheets."""
    path = write(tmp_path / "b.xlsx", xlsx({"S": [["Tỉnh"]]}))
    got = read_source(path)
    assert isinstance(got, SourceTable)
    assert got == table_of(path.read_bytes(), SourceInfo("b", path=path.as_posix()), path.name)


@pytest.mark.parametrize("old", [to_tcvn3, to_vni])
def test_cells_in_an_old_font_are_read(old: Callable[[str], str]) -> None:
    """A workbook keeps the letters of TCVN3 and VNI as Western ones, like a text does."""
    rows = [
        ["Tỉnh, thành phố", "Năm", "Hồ sơ tiếp nhận", "Hồ sơ giải quyết đúng hạn"],
        ["tỉnh Bình Thuận", 2023, 500, 450],
        ["tỉnh Quảng Ngãi", 2023, 700, 650],
    ]
    given = [[old(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    assert read(xlsx({"S": given})).text == read(xlsx({"S": rows})).text


def test_a_table_of_too_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Millions of tiny cells fill the memory long before their text is too long."""
    monkeypatch.setattr(tables, "MAX_CELLS", 2**10)
    with pytest.raises(InputError, match="cells"):
        read(("1," * 2**11).encode(), "a.csv")
