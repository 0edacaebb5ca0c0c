"""Changes that a column of a mapped table prints beside the figures."""

from decimal import Decimal

import pytest

from generator.catalogue import Catalogue, load_catalogue
from generator.checks import run_checks
from generator.extraction.tables.sheets import TableExtraction, extract_tables
from generator.facts import FactBase
from generator.model.fact import Change, ChangeKind, Direction
from tests.sources.test_table_facts import mapping, table, unused
from tests.sources.test_tables import xlsx

CATALOGUE: Catalogue = load_catalogue()
SAME = "cùng kỳ năm 2023"
UP, DOWN = Direction.UP, Direction.DOWN
HEAD = "Địa phương;Quý II/2023;Quý II/2024;So với cùng kỳ (%)\n"
CHANGE = {"column": "So với cùng kỳ (%)", "base": "same-period-last-year", "kind": "percent"}


def read(
    text: str | bytes,
    indicator: str = "dossiers_received",
    period: str = "2024-Q2",
    **more: object,
) -> TableExtraction:
    """Return what a table of one column of figures and one of changes gives."""
    values = [
        {"column": "B", "indicator": indicator, "period": "2023-Q2"},
        {"column": "C", "indicator": indicator, "change": {**CHANGE, **more}},
    ]
    name = "a.csv" if isinstance(text, str) else "a.xlsx"
    given = mapping(files="*", header_rows=1, place="A", period=period, values=values)
    return extract_tables(table(text, name), [given], CATALOGUE)


def one(cell: str, **more: object) -> Change | None:
    """Return the change that a cell gives."""
    made = read(f"{HEAD}Hà Nội;1.000;1.050;{cell}\n", **more)
    return made.facts[-1].change


@pytest.mark.parametrize(
    ("cell", "value", "direction"),
    [
        ("5,0", "5.0", UP),
        ("+5", "5", UP),
        ("5%", "5", UP),
        ("-5,25", "5.25", DOWN),
        ("−5", "5", DOWN),
        ("– 5%", "5", DOWN),
        ("Tăng 5%", "5", UP),
        ("giảm 5", "5", DOWN),
        ("Giảm 5 %", "5", DOWN),
    ],
)
def test_a_change_beside_its_figure(cell: str, value: str, direction: Direction) -> None:
    """Signs and words of a cell, with and without a mark."""
    assert one(cell) == Change(
        ChangeKind.PERCENT, Decimal(value), direction, SAME, same_period=True
    )


@pytest.mark.parametrize("cell", ["", "-", "0", "0,0%"])
def test_a_cell_without_a_change(cell: str) -> None:
    """Nothing is told, nothing is wrong."""
    made = read(f"{HEAD}Hà Nội;1.000;1.000;{cell}\n")
    assert [fact.change for fact in made.facts] == [None, None]
    assert made.diagnostics == ()


@pytest.mark.parametrize(
    ("cell", "more", "word"),
    [
        ("gần bằng", {}, "is no change"),
        ("tăng -5", {}, "two ways"),
        ("đạt 105", {}, "no direction"),
        ("5%", {"kind": "absolute"}, "is a percentage"),
        ("-5", {"direction": "up"}, "two ways"),
        ("5", {"base": "2024-Q3"}, "is not before"),
        ("5", {"base": "previous-period", "period": "as-of:2024-06-30"}, "no period before"),
    ],
)
def test_a_change_in_doubt(cell: str, more: dict[str, object], word: str) -> None:
    """The figure stays, its change is left out and the row is named."""
    made = read(f"{HEAD}Hà Nội;1.000;1.050;{cell}\n", **more)
    assert made.facts[-1].change is None
    (remark,) = made.diagnostics
    assert word in remark.message
    assert remark.location.endswith("hàng 2")


@pytest.mark.parametrize(
    ("base", "period", "told", "same"),
    [
        ("same-period-last-year", "2024-Q2", "cùng kỳ năm 2023", True),
        ("same-period-last-year", "2024", "2023", False),
        ("same-period-last-year", "as-of:2024-06-30", "cùng kỳ năm 2023", True),
        ("previous-period", "2024-Q2", "quý I năm 2024", False),
        ("previous-period", "2024", "2023", False),
        ("previous-period", "2024-H1", "6 tháng cuối năm 2023", False),
        ("2020-H1", "2024-H1", "6 tháng đầu năm 2020", False),
        ("2021", "2024", "2021", False),
        ("as-of:2023-12-31", "as-of:2024-06-30", "ngày 31/12/2023", False),
    ],
)
def test_the_base_of_a_change(base: str, period: str, told: str, *, same: bool) -> None:
    """It is named as sources name it."""
    change = one("5", base=base, period=period)
    assert change is not None
    assert (change.base, change.same_period) == (told, same)


def test_columns_that_go_one_way() -> None:
    """A column "Giảm (%)" prints no sign; places and points count as the mapping says."""
    assert one("5", direction="down") == Change(
        ChangeKind.PERCENT, Decimal(5), DOWN, SAME, same_period=True
    )
    points = one("-1,5", indicator="dossiers_on_time_rate", kind="points")
    assert points is not None
    assert points.kind is ChangeKind.POINTS


def test_a_workbook_stores_more_than_it_shows() -> None:
    """Hundredths of a hundred are enough where the mapping does not tell the digits."""
    made = read(
        xlsx({"S": [HEAD.strip().split(";"), ["Hà Nội", 1000, 1052.0, 5.2000000000000002]]})
    )
    assert made.facts[-1].change == Change(
        ChangeKind.PERCENT, Decimal("5.20"), UP, SAME, same_period=True
    )
    shares = read(
        xlsx({"S": [HEAD.strip().split(";"), ["Hà Nội", 1000, 1052.0, -0.0523333]]}), scale=100
    )
    assert shares.facts[-1].change == Change(
        ChangeKind.PERCENT, Decimal("5.23"), DOWN, SAME, same_period=True
    )


@pytest.mark.parametrize(
    ("cell", "rules"), [("+5,0%", []), ("4,2", ["change-mismatch"]), ("-5", ["change-mismatch"])]
)
def test_the_levels_judge_the_change(cell: str, rules: list[str]) -> None:
    """1.050 after 1.000 are 5 % more: what the column prints is held against them."""
    source = table(f"{HEAD}Hà Nội;1.000;1.050;{cell}\n", "a.csv")
    made = read(f"{HEAD}Hà Nội;1.000;1.050;{cell}\n")
    base = FactBase.of(made.facts, [source])
    assert [found.rule for found in run_checks(base, CATALOGUE)] == rules
    assert cell in made.facts[-1].source.quote


def test_no_cell_of_a_change_is_left_over() -> None:
    """`--unused` does not name what was read."""
    source = table(f"{HEAD}Hà Nội;1.000;1.050;Tăng 5%\n", "a.csv")
    values = [{"column": "C", "indicator": "dossiers_received", "change": CHANGE}]
    given = mapping(files="*", header_rows=1, place="A", period="2024-Q2", values=values)
    assert [one for one in unused(source, CATALOGUE, given) if one.startswith("5")] == []
