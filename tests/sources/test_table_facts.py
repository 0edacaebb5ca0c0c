"""Tables to facts: by a mapping, by the public keys, by the prescribed form II.06a."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import Catalogue, load_catalogue
from generator.errors import UsageError
from generator.extraction import extract, load_rules
from generator.extraction.public import fact_to_json
from generator.extraction.tables.left import left_over
from generator.extraction.tables.numbers import Usage, figure, usage_of
from generator.extraction.tables.sheets import (
    TableExtraction,
    TableMapping,
    extract_any,
    extract_table,
    extract_tables,
    load_mappings,
)
from generator.model.fact import Fact
from generator.model.finding import Severity
from generator.model.source_text import SourceInfo
from generator.sources import SourceTable, read_source
from generator.sources.grid import UNCOMPUTED, Cell
from generator.sources.tables import table_of
from generator.sources.word import read_word
from tests.sources.making import docx, par, run, write
from tests.sources.test_tables import xlsx

Rows = list[list[object]]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue()


def table(data: bytes | str, name: str = "a.xlsx", **info: object) -> SourceTable:
    """Return a table of bytes, described."""
    described = replace(SourceInfo("a", path=f"sources/{name}"), **info)
    return table_of(data if isinstance(data, bytes) else data.encode(), described, name)


def mapping(**keys: object) -> TableMapping:
    """Return a mapping for the tests."""
    usual: dict[str, object] = {
        "name": "thu",
        "files": "*.xlsx",
        "header_rows": 2,
        "place": "B",
        "period": "2016",
        "values": [{"column": "C", "indicator": "papi_score"}],
    }
    return TableMapping.model_validate({**usual, **keys})


def short(facts: Sequence[Fact]) -> list[tuple[str, str, str]]:
    """Return what a test compares."""
    return [(fact.indicator, fact.place, format(fact.value, "f")) for fact in facts]


def unused(source: SourceTable, catalogue: Catalogue, *mappings: TableMapping) -> list[str]:
    """Return the cells that became no fact, with their reasons."""
    left = left_over(source, catalogue, load_rules(None, catalogue), mappings).numbers
    assert all(source.text[one.start : one.end] == one.printed for one in left)
    return [f"{one.printed}: {one.reason}" for one in left]


def check_sources(source: SourceTable, made: TableExtraction) -> None:
    """Each fact is where it says, and its quote contains its number."""
    for fact in made.facts:
        assert source.text[fact.source.start : fact.source.end] == fact.source.quote
        assert fact.source.doc == source.info.id
        assert all(part in fact.source.quote for part in fact.printed.split(" + "))
        assert source.text[fact.number_start :].startswith(fact.printed.split(" + ")[0])
        assert fact.rules


NO_COLUMN = "no figure is read from this column"
NO_ROW = "no figure is read from this row"
HEAD: Rows = [["No", "Province", "Score"], ["TT", "Tỉnh", "Điểm"]]


def test_traps_of_published_tables(catalogue: Catalogue) -> None:
    """Two heading rows, odd names, a missing result, a row of maxima, binary floats."""
    full: Rows = [
        [1, "Hà Nội", 36.405020000000002, 5, 6, 7],
        [2, "Tp.HCM", 37.5, 5, 6, 7],
        [3, "TT-Hue", 38.25, 5, 6, 7],
        [4, "BRVT", 39, 5, 6, 7],
        [24, "Bắc Giang", 0],
        [25, "Bình Thuận", None, 5, 6, 7],
        [26, "Xứ Lạ", 1, 5, 6, 7],
        [999, "Điểm cao nhất", 39, 5, 6, 7],
        [],
        [1, "Hà Nội", 99, 5, 6, 7],
    ]
    source = table(xlsx({"S": HEAD + full}))
    values = [{"column": "Điểm", "indicator": "papi_score", "decimals": 2}]
    made = extract_tables(source, [mapping(skip=["điểm cao nhất"], values=values)], catalogue)
    assert short(made.facts) == [
        ("papi_score", "ha-noi", "36.41"),
        ("papi_score", "tp-ho-chi-minh", "37.50"),
        ("papi_score", "thua-thien-hue", "38.25"),
        ("papi_score", "ba-ria-vung-tau", "39.00"),
    ]
    left = unused(source, catalogue, mapping(skip=["điểm cao nhất"], values=values))
    assert not any(one.startswith(("36,40502", "37,5", "38,25")) for one in left)
    assert f"99: {NO_ROW}" in left
    assert made.facts[0].rules == ("table.thu", "table.rounded")
    assert made.facts[0].printed == "36,40502"
    assert made.facts[0].period.iso() == ("2016-01-01", "2016-12-31")
    assert [(one.severity, one.location) for one in made.diagnostics] == [
        (Severity.WARNING, "sources/a.xlsx: sheet S, hàng 7"),
        (Severity.WARNING, "sources/a.xlsx: sheet S, hàng 8"),
        (Severity.WARNING, "sources/a.xlsx: sheet S, hàng 9"),
        (Severity.NOTE, "sources/a.xlsx: sheet S, hàng 12"),
    ]
    check_sources(source, made)


def test_columns_sorted_by_themselves(catalogue: Catalogue) -> None:
    """Each column of figures may have its own column of places."""
    rows: Rows = [
        ["", "Tỉnh", "A", "", "B"],
        [],
        [1, "Hà Nội", 9, "Lào Cai", 8],
        [2, "Lào Cai", 7, "Hà Nội", 6],
    ]
    source = table(xlsx({"S": rows}))
    values = [
        {"column": "C", "indicator": "papi_score"},
        {"column": "E", "indicator": "pci_score", "place": "D"},
    ]
    made = extract_tables(source, [mapping(values=values)], catalogue)
    assert short(made.facts) == [
        ("papi_score", "ha-noi", "9"),
        ("papi_score", "lao-cai", "7"),
        ("pci_score", "lao-cai", "8"),
        ("pci_score", "ha-noi", "6"),
    ]
    check_sources(source, made)


def test_long_rows_are_quoted_in_part(catalogue: Catalogue) -> None:
    """Of a row with very many columns only the figure with its heading is quoted."""
    wide = [f"Chỉ số thành phần số {n}" for n in range(30)]
    rows: Rows = [["TT", "Tỉnh", *wide, "Điểm"], [1, "Hà Nội", *range(30), 9.5]]
    source = table(xlsx({"S": rows}))
    one = mapping(header_rows=1, values=[{"column": "Điểm", "indicator": "papi_score"}])
    made = extract_tables(source, [one], catalogue)
    assert [fact.source.quote for fact in made.facts] == ["Điểm: 9,5"]
    check_sources(source, made)


def test_periods(catalogue: Catalogue) -> None:
    """The time is fixed, in the sheet's name, or in a column."""
    rows: Rows = [*HEAD[:1], ["", "Tỉnh", "Điểm", "Kỳ"], [1, "Hà Nội", 9, "2024-H1"]]
    source = table(xlsx({"Năm 2015": rows}))
    for period, wanted in (
        ("2016", ("2016-01-01", "2016-12-31")),
        ("sheet-name", ("2015-01-01", "2015-12-31")),
        ("column:Kỳ", ("2024-01-01", "2024-06-30")),
        ("column:D", ("2024-01-01", "2024-06-30")),
    ):
        (fact,) = extract_table(source, mapping(period=period), catalogue)
        assert fact.period.iso() == wanted
    assert extract_table(source, mapping(period="column:C"), catalogue) == ()


def test_shares_and_one_place(catalogue: Catalogue) -> None:
    """A share of one is scaled, one that was shown with its sign is not; the place is fixed."""
    values = [
        {"column": "A", "indicator": "online_dossiers_rate", "scale": "100", "level": "cap-xa"}
    ]
    one = mapping(place=None, place_is="ha-noi", header_rows=1, values=values, files="*.csv")
    made = extract_tables(table("Tỷ lệ\n0.5\n75%\n", "a.csv"), [one], catalogue)
    assert short(made.facts) == [
        ("online_dossiers_rate", "ha-noi", "50.0"),
        ("online_dossiers_rate", "ha-noi", "75"),
    ]
    assert {fact.level for fact in made.facts} == {"cap-xa"}


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ({"values": [{"column": "Không có", "indicator": "papi_score"}]}, "no columns"),
        ({"place": "Không có"}, "no columns"),
        ({"period": "sheet-name"}, "not one year"),
        ({"values": [{"column": "Z", "indicator": "papi_score"}]}, "no figure"),
        ({"values": [{"column": "C", "indicator": "papi_rank"}]}, "whole number"),
    ],
)
def test_misfit_is_said(keys: dict[str, object], word: str, catalogue: Catalogue) -> None:
    """A mapping that does not fit gives remarks and no fact."""
    source = table(xlsx({"S": [*HEAD, [1, "Hà Nội", 36.5]]}))
    made = extract_tables(source, [mapping(**keys)], catalogue)
    assert made.facts == ()
    assert any(word in one.message for one in made.diagnostics)


def test_table_without_mapping(catalogue: Catalogue) -> None:
    """A table that nothing fits is named."""
    made = extract_tables(table(xlsx({"S": [["a", "b"], ["x", 1]]})), [], catalogue)
    assert made.facts == ()
    assert "no mapping fits" in made.diagnostics[0].message


# --- numbers ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "usage", "values"),
    [
        (["32.2533", "36.405"], Usage.ENGLISH, ["32.2533", "36.405"]),
        (["1.234", "98,75"], Usage.VIETNAMESE, ["1234", "98.75"]),
        (["1.234", "2.345.678"], Usage.VIETNAMESE, ["1234", "2345678"]),
        (["1,234.5", "7"], Usage.ENGLISH, ["1234.5", "7"]),
        (["1\u00a0234", "12 345"], Usage.VIETNAMESE, ["1234", "12345"]),
        (["-5,5", "+3"], Usage.VIETNAMESE, ["-5.5", "3"]),
    ],
)
def test_usage_of_a_column(texts: list[str], usage: Usage, values: list[str]) -> None:
    """The cells that allow one reading only decide for their column."""
    cells = [Cell(text) for text in texts]
    assert usage_of(cells) is usage
    found = [figure(cell, usage) for cell in cells]
    assert [format(one.value, "f") for one in found if one] == values


@pytest.mark.parametrize(
    "text", ["", "-", "…", "n/a", "1.2.3", "1,2,3", "12a", "#DIV/0!", ".", "1" * 29]
)
def test_no_figure(text: str) -> None:
    """What is no number gives none, in either usage."""
    assert figure(Cell(text), Usage.VIETNAMESE) is None
    assert figure(Cell(text), Usage.ENGLISH) is None


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_both_usages_round_trip(value: Decimal) -> None:
    """A number written in either usage is read as it was."""
    english = f"{value:,f}"
    vietnamese = english.translate(str.maketrans(",.", ".,"))
    for text, usage in ((english, Usage.ENGLISH), (vietnamese, Usage.VIETNAMESE)):
        found = figure(Cell(text), usage)
        assert found is not None
        assert found.value == value


# --- facts in the public form ----------------------------------------------------

COLUMNS = [
    "indicator",
    "place",
    "level",
    "start",
    "end",
    "value",
    "unit",
    "total",
    "share",
    "approx",
    "change",
]


def facts_csv(*rows: Sequence[str]) -> str:
    """Return a fact table as CSV."""
    stream = io.StringIO()
    csv.writer(stream).writerows([COLUMNS, *rows])
    return stream.getvalue()


def test_fact_table(catalogue: Catalogue) -> None:
    """Columns named like the public keys give back the facts."""
    rows = (
        [
            "dossiers_received",
            "Bình Thuận",
            "cap-tinh",
            "2024-01-01",
            "2024-06-30",
            "67995",
            "hồ sơ",
            "",
            "",
            "",
            "",
        ],
        [
            "dossiers_on_time",
            "binh-thuan",
            "",
            "",
            "2024-06-30",
            "67828",
            "",
            "67995",
            "99.75",
            "over",
            "up 16 times 2021",
        ],
        ["online_dossiers_rate", "bo-noi-vu", "", "", "2024-06-30", "54.9", "%", "", "", "", ""],
    )
    source = table(facts_csv(*rows), "a.csv")
    made = extract_tables(source, [], catalogue)
    assert made.diagnostics == ()
    first, second, third = map(fact_to_json, made.facts)
    assert (first["place"], first["level"], first["value"]) == ("binh-thuan", "cap-tinh", "67995")
    assert (second["start"], second["total"], second["share"]) == (None, "67995", "99.75")
    assert second["approx"] == "over"
    assert second["change"] == {"kind": "times", "value": "16", "direction": "up", "base": "2021"}
    assert (third["place"], third["value"]) == ("bo-noi-vu", "54.9")
    assert unused(source, catalogue) == []
    check_sources(source, made)


def test_fact_table_in_a_workbook(catalogue: Catalogue) -> None:
    """The same in a workbook, with a period and a real date."""
    rows: Rows = [
        ["indicator", "place", "value", "period"],
        ["papi_score", "Hà Nội", 36.405, "2011"],
    ]
    dated: Rows = [
        ["indicator", "place", "value", "end"],
        ["pci_rank", "Huế", 3, date(2026, 1, 31)],
    ]
    made = extract_tables(table(xlsx({"S": rows, "T": dated})), [], catalogue)
    assert short(made.facts) == [("papi_score", "ha-noi", "36.405"), ("pci_rank", "hue", "3")]
    assert made.facts[1].period.iso() == (None, "2026-01-31")


@pytest.mark.parametrize(
    ("column", "text", "word"),
    [
        ("indicator", "dossiers", "unknown indicator"),
        ("place", "Xứ Lạ", "unknown place"),
        ("place", "sao hoa", "unknown place"),
        ("end", "30/06/2024", "isoformat"),
        ("start", "2025-01-01", "after its end"),
        ("value", "nhiều", "no number"),
        ("value", "", "no number"),
        ("value", "1,5", "whole number"),
        ("value", "-5", "negative"),
        ("unit", "TTHC", "the catalogue has 'hồ sơ'"),
        ("approx", "maybe", "maybe"),
        ("change", "up", "no change like"),
        ("total", "x", "plain digits"),
        ("change", "up 1E99 times 2021", "plain digits"),
    ],
)
def test_wrong_row(column: str, text: str, word: str, catalogue: Catalogue) -> None:
    """A row that is no fact is left out and named; the others are read."""
    right = ["dossiers_received", "ha-noi", "", "2024-01-01", "2024-06-30", "5", "", "", "", "", ""]
    wrong = [text if name == column else cell for name, cell in zip(COLUMNS, right, strict=True)]
    made = extract_tables(table(facts_csv(wrong, right), "a.csv"), [], catalogue)
    assert short(made.facts) == [("dossiers_received", "ha-noi", "5")]
    (said,) = made.diagnostics
    assert said.severity is Severity.ERROR
    assert said.location == "sources/a.csv: hàng 2"
    assert word in said.message


def record(**keys: object) -> dict[str, object]:
    """Return a fact in the public form."""
    usual: dict[str, object] = {
        "indicator": "dossiers_received",
        "place": "ha-noi",
        "level": None,
        "start": "2024-01-01",
        "end": "2024-06-30",
        "value": "13900000",
        "unit": "hồ sơ",
        "total": None,
        "share": None,
        "approx": "over",
        "change": None,
        "source": {"doc": "x", "start": 1, "end": 5, "quote": "hơn 13,9 triệu hồ sơ"},
    }
    return {**usual, **keys}


def test_records(catalogue: Catalogue) -> None:
    """A fact read from its public form is the same fact, with its line as source."""
    text = (
        json.dumps(record(), ensure_ascii=False) + "\r\n\n" + json.dumps(record(place="hue")) + "\n"
    )
    source = table(text, "a.jsonl")
    made = extract_tables(source, [], catalogue)
    assert made.diagnostics == ()
    assert {**fact_to_json(made.facts[0]), "source": None} == {**record(), "source": None}
    assert made.facts[1].place == "hue"
    assert source.locate(made.facts[1].source.start) == "dòng 3"
    check_sources(source, made)


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ({"value": 13.9}, "in quotes"),
        ({"value": "x"}, "plain digits"),
        ({"value": "NaN"}, "plain digits"),
        ({"value": "1E999999999"}, "plain digits"),
        ({"share": 99.5}, "in quotes"),
        (
            {"change": {"kind": "times", "value": "x", "direction": "up", "base": ""}},
            "plain digits",
        ),
        ({"indicator": "x"}, "unknown indicator"),
        ({"indicator": ["x"]}, ""),
        ({"place": 5}, ""),
        ({"end": "x"}, "isoformat"),
        ({"unit": "x"}, "the catalogue has"),
        ({"change": {"kind": "x"}}, ""),
        ({"change": "up"}, ""),
        ({"total": []}, ""),
    ],
)
def test_wrong_records(keys: dict[str, object], word: str, catalogue: Catalogue) -> None:
    """A record that is no fact is left out and named."""
    text = json.dumps(record(**keys)) + "\n" + json.dumps(record())
    made = extract_tables(table(text, "a.jsonl"), [], catalogue)
    assert len(made.facts) == 1
    (said,) = made.diagnostics
    assert said.location == "sources/a.jsonl: dòng 1"
    assert word in said.message


def test_record_without_its_last_keys(catalogue: Catalogue) -> None:
    """Keys that may be null may be missing; the needed ones are named."""
    lean = {key: record()[key] for key in ("indicator", "place", "end", "value")}
    made = extract_tables(table(json.dumps(lean), "a.jsonl"), [], catalogue)
    assert made.facts[0].unit == "hồ sơ"
    del lean["end"]
    made = extract_tables(table(json.dumps(lean), "a.jsonl"), [], catalogue)
    assert "'end' is missing" in made.diagnostics[0].message


def test_named_periods_of_a_table_keep_the_windows(catalogue: Catalogue) -> None:
    """Where the source counts by Nghị định 09/2019, a named period means its window."""
    text = "indicator,place,period,value\ndossiers_received,ha-noi,2024-H1,5\n"
    made = extract_tables(table(text, "a.csv", window="decree-09"), [], catalogue)
    assert [fact.period.iso() for fact in made.facts] == [("2023-12-15", "2024-06-14")]


# --- form II.06a -----------------------------------------------------------------

FORM_HEAD: Rows = [
    ["Biểu số II.06a/VPCP/KSTT", None, "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC"],
    [None, None, "(Từ ngày 15/12/2023 đến ngày 14/6/2024)"],
    [None, None, "Đơn vị báo cáo: UBND tỉnh Bình Thuận"],
    ["STT", "Lĩnh vực", "Số hồ sơ nhận giải quyết", None, None, None, "Số hồ sơ đã giải quyết"],
    [
        None,
        None,
        "Tổng số",
        "Trực tuyến",
        "Trực tiếp",
        "Kỳ trước",
        "Tổng số",
        "Trước hạn",
        "Đúng hạn",
        "Quá hạn",
        "Tổng số",
        "Trong hạn",
        "Quá hạn",
    ],
    ["(1)", "(2)", "(3)=(4)+(5)+(6)", *(f"({n})" for n in range(4, 14))],
]
FIELD = [1, "Đất đai", 100, 60, 30, 10, 90, 50, 35, 5, 10, 9, 1]
TOTAL = [None, "TỔNG CỘNG", 200, 120, 60, 20, 180, 100, 70, 10, 20, 18, 2]


def form(*rows: Sequence[object], head: Rows = FORM_HEAD, **info: object) -> SourceTable:
    """Return a filled form."""
    return table(xlsx({"06a": [*head, *map(list, rows)]}), **info)


def test_form(catalogue: Catalogue) -> None:
    """The total row of the form gives the facts of the reporting unit."""
    source = form(FIELD, TOTAL)
    made = extract_tables(source, [], catalogue)
    assert short(made.facts) == [
        ("dossiers_received", "binh-thuan", "200"),
        ("online_dossiers", "binh-thuan", "120"),
        ("dossiers_resolved", "binh-thuan", "180"),
        ("dossiers_on_time", "binh-thuan", "170"),
        ("dossiers_late", "binh-thuan", "10"),
        ("dossiers_pending", "binh-thuan", "20"),
    ]
    assert made.findings == ()
    assert made.diagnostics == ()
    assert {fact.period.iso() for fact in made.facts} == {("2023-12-15", "2024-06-14")}
    assert {fact.level for fact in made.facts} == {None}
    assert unused(source, catalogue)[-4:] == [f"{one}: {NO_COLUMN}" for one in (60, 20, 18, 2)]
    assert f"100: {NO_ROW}" in unused(source, catalogue)
    on_time = made.facts[3]
    assert (on_time.printed, on_time.rules) == ("100 + 70", ("form-06a.8+9",))
    check_sources(source, made)


def test_form_in_a_text_document(catalogue: Catalogue) -> None:
    """A form that stands in a DOCX is read by its columns; the text around it by rules."""
    rows = [FORM_HEAD[-1], ["1", *map(str, FIELD[1:])], ["", *map(str, TOTAL[1:])]]
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc>{par(run(str(cell)))}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    head = [str(cell) for row in FORM_HEAD[:3] for cell in row if cell]
    body = "".join(par(run(line)) for line in [*head, "Tỉnh tiếp nhận 35 PAKN."])
    info = SourceInfo("a", path="a.docx", published=date(2024, 6, 20), place="binh-thuan")
    source = read_word(docx(f"{body}<w:tbl>{cells}</w:tbl>"), info, "a.docx")
    made = extract_any(source, catalogue, load_rules(None, catalogue), [])
    assert short(made.facts) == [
        ("feedback_received", "binh-thuan", "35"),
        ("dossiers_received", "binh-thuan", "200"),
        ("online_dossiers", "binh-thuan", "120"),
        ("dossiers_resolved", "binh-thuan", "180"),
        ("dossiers_on_time", "binh-thuan", "170"),
        ("dossiers_late", "binh-thuan", "10"),
        ("dossiers_pending", "binh-thuan", "20"),
    ]
    assert all(one.source.quote in source.text for one in made.facts)
    assert made.findings == ()
    left = left_over(source, catalogue, load_rules(None, catalogue), []).numbers
    assert [one.printed for one in left][-4:] == ["60", "20", "18", "2"]


def test_form_by_level(catalogue: Catalogue) -> None:
    """Rows of a level give the facts of that level."""
    levels = [["I", "Cấp tỉnh", *FIELD[2:]], ["II", "CẤP XÃ", *FIELD[2:]], TOTAL]
    made = extract_tables(form(*levels), [], catalogue)
    assert [fact.level for fact in made.facts if fact.indicator == "dossiers_received"] == [
        "cap-tinh",
        "cap-xa",
        None,
    ]


@pytest.mark.parametrize(
    ("column", "value", "sums"),
    [
        (4, 121, ["120 + 60"]),
        (3, 201, ["120 + 60 + 20 = 200; biểu ghi 201", "180 + 20 = 200; biểu ghi 201"]),
        (8, 99, ["99 + 70 + 10 = 179; biểu ghi 180"]),
        (13, 3, ["18 + 3 = 21; biểu ghi 20"]),
    ],
)
def test_broken_sums(column: int, value: int, sums: list[str], catalogue: Catalogue) -> None:
    """A sum that does not hold is a finding with its arithmetic, in any row."""
    row = list(TOTAL)
    row[column - 1] = value
    made = extract_tables(form(FIELD, row), [], catalogue)
    assert len(made.findings) == len(sums)
    for finding, computation in zip(made.findings, sums, strict=True):
        assert computation.replace("120 + 60", "121 + 60" if column == 4 else "120 + 60") in (
            finding.computation
        )
        assert finding.severity is Severity.ERROR
        assert "sheet 06a, hàng 8" in finding.message
        assert len(finding.facts) == 6


def test_broken_sum_of_a_field(catalogue: Catalogue) -> None:
    """A field's row is checked too, though it gives no facts."""
    row = [*FIELD[:2], 999, *FIELD[3:]]
    made = extract_tables(form(row, TOTAL), [], catalogue)
    assert [len(finding.facts) for finding in made.findings] == [0, 0]
    assert len(made.facts) == 6


def test_empty_cells_count_as_nothing(catalogue: Catalogue) -> None:
    """An empty part of a sum is 0; texts with thousands are numbers too."""
    row = [
        None,
        "Tổng cộng",
        "1.200",
        "1.200",
        None,
        None,
        1200,
        None,
        1200,
        None,
        None,
        None,
        None,
    ]
    made = extract_tables(form(row), [], catalogue)
    assert made.findings == ()
    assert ("dossiers_on_time", "binh-thuan", "1200") in short(made.facts)


@pytest.mark.parametrize(
    ("unit", "place", "level"),
    [
        ("Đơn vị báo cáo: Sở Tư pháp tỉnh Bắc Giang", "bac-giang", "Sở Tư pháp"),
        ("Đơn vị báo cáo: Văn phòng UBND tỉnh Bắc Giang", "bac-giang", None),
        ("Đơn vị báo cáo: Thành phố Hà Nội", "ha-noi", None),
        ("Đơn vị báo cáo: Phòng Một", "ca-mau", "Phòng Một"),
        ("", "ca-mau", None),
    ],
)
def test_reporting_unit(unit: str, place: str, level: str | None, catalogue: Catalogue) -> None:
    """Place and level come from the reporting unit, else the place from the manifest."""
    head = [list(row) for row in FORM_HEAD]
    head[2][2] = unit or None
    made = extract_tables(form(TOTAL, head=head, place="ca-mau"), [], catalogue)
    assert {(fact.place, fact.level) for fact in made.facts} == {(place, level)}


def test_form_that_does_not_say_enough(catalogue: Catalogue) -> None:
    """Without place or days there is no fact, and it is said."""
    head = [list(row) for row in FORM_HEAD]
    head[1][2] = head[2][2] = None
    made = extract_tables(form(TOTAL, head=head), [], catalogue)
    assert made.facts == ()
    assert [one.severity for one in made.diagnostics] == [Severity.ERROR] * 2
    made = extract_tables(form(FIELD), [], catalogue)
    assert "TỔNG CỘNG" in made.diagnostics[0].message


def test_period_by_name(catalogue: Catalogue) -> None:
    """The period may be named instead of its days."""
    head = [list(row) for row in FORM_HEAD]
    head[1][2] = "Kỳ báo cáo: Quý II năm 2024"
    made = extract_tables(form(TOTAL, head=head), [], catalogue)
    assert made.facts[0].period.iso() == ("2024-04-01", "2024-06-30")


def test_any_source(seeds: Path, catalogue: Catalogue) -> None:
    """One function for all sources: a table by its columns, an article by the rules."""
    rules = load_rules(None, catalogue)
    article = read_source(seeds / "000_9457241f541ae05e.txt")
    assert (
        extract_any(article, catalogue, rules, ()).facts == extract(article, catalogue, rules).facts
    )
    source = form(FIELD, TOTAL)
    assert extract_any(source, catalogue, rules, ()) == extract_tables(source, (), catalogue)


# --- the mappings ----------------------------------------------------------------


def test_shipped_mappings(catalogue: Catalogue) -> None:
    """The shipped mappings are right in themselves, and fit the files they are for."""
    mappings = {one.name: one for one in load_mappings(None, catalogue)}
    assert {"papi", "pci"} <= mappings.keys()
    assert mappings["papi"].fits_file("papi_2011-2016.XLSX")
    assert mappings["papi"].fits_sheet("2014_PAPI")
    assert not mappings["pci"].fits_file("PAPI_2011-2016.xlsx")


def test_own_mappings_come_first(tmp_path: Path, catalogue: Catalogue) -> None:
    """A project's mappings are read before the shipped ones."""
    text = (
        "tables:\n  - {name: own, files: '*.csv', header_rows: 1, place: A, period: 2024-H1,\n"
        "     values: [{column: B, indicator: papi_score}]}\n"
    )
    write(tmp_path / "config/mappings/own.yaml", text)
    assert [one.name for one in load_mappings(tmp_path, catalogue)][:2] == ["own", "papi"]


@pytest.mark.parametrize(
    ("old", "new", "line", "word"),
    [
        ("papi_score", "papi_skore", 7, "unknown indicator"),
        ("2024-H1", "2024-H3", 6, "not a period"),
        ("2024-H1", "latest", 6, "depends on the day"),
        ("place: A", "place_is: xa-la", 5, "unknown place"),
        ("    place: A\n", "", 2, "does not say where"),
        ("files:", "file:", 2, ""),
        ("column: B", "column: B, decimals: 99", 7, ""),
        ("column: B", "column: B, period: 2024-H3", 7, "not a period"),
        ("column: B", "column: B, change: {column: C, base: latest, kind: percent}", 7, "depends"),
        ("column: B", "column: B, change: {column: C, base: 2023-Q5, kind: percent}", 7, "period"),
        ("column: B", "column: B, change: {column: C, base: 2023, kind: index}", 7, ""),
    ],
)
def test_wrong_mapping(
    tmp_path: Path, old: str, new: str, line: int, word: str, catalogue: Catalogue
) -> None:
    """A mistake in a mapping is named with its place."""
    text = (
        "tables:\n  - name: own\n    files: '*.csv'\n    header_rows: 1\n    place: A\n"
        "    period: 2024-H1\n    values: [{column: B, indicator: papi_score}]\n"
    )
    path = write(tmp_path / "config/mappings/own.yaml", text.replace(old, new))
    with pytest.raises(UsageError) as caught:
        load_mappings(tmp_path, catalogue)
    assert str(caught.value).startswith(f"{path}:{line}:")
    assert word in str(caught.value)


def test_a_formula_without_its_value(catalogue: Catalogue) -> None:
    """A workbook that a script wrote holds formulas without values: the remark tells the mend."""
    rows: Rows = [["Tỉnh", "Tên", "Điểm"], [None, None, None], [1, "Hà Nội", "=40+1"]]
    source = table(xlsx({"S": rows}))
    assert source.sheets[0].rows[-1].text(2) == UNCOMPUTED
    made = extract_tables(source, [mapping()], catalogue)
    assert not made.facts
    assert any("save it" in one.message for one in made.diagnostics)
