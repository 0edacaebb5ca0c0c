"""What is put in, taken out or moved is one difference, whatever else it shifts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.verify.differing import difference
from tests.verify.making import Tree, lineage, marked, tree

PLACES = ("Bắc Giang", "Bình Dương", "Bình Thuận", "Bắc Ninh")
FIRST = "Việc số hóa hồ sơ được đẩy mạnh tại tất cả các đơn vị."


def cell(table: str, row: int, column: int, text: str, **more: object) -> Tree:
    """Return a cell."""
    return {"kind": "cell", "text": text, "table": table, "row": row, "column": column, **more}


def rows(names: list[str], first: str = "1.000") -> list[Tree]:
    """Return a table that counts its rows, each with a name and a number."""
    heads = [cell("t", 0, at, text, head=True) for at, text in enumerate(("TT", "Nơi", "Số"))]
    body = [
        one
        for row, name in enumerate(names, start=1)
        for one in (
            cell("t", row, 0, str(row)),
            cell("t", row, 1, name),
            cell("t", row, 2, first if name == PLACES[0] else f"{PLACES.index(name) + 1}.000"),
        )
    ]
    return [*heads, *body]


def report(names: list[str], number: int = 1, first: str = "1.000") -> Tree:
    """Return a report of paragraphs with a note and a numbered table."""
    content = tree()
    label = f"Bảng {number}"
    text = f"Số liệu của từng nơi nêu tại {label}."
    content["printed"] = [
        {"kind": "heading", "text": "1. Hồ sơ", "level": 1, "own": [[0, 2]]},
        marked("paragraph", "Tỉnh Bắc Giang giải quyết {1.200} hồ sơ.", "fa", notes=[10]),
        {"kind": "note", "text": "Bài “Tài liệu mẫu” (tài liệu [1])."},
        {"kind": "paragraph", "text": text, "own": [[text.index("Bảng"), len(text) - 1]]},
        {"kind": "paragraph", "text": "1. Chỉ tiêu mẫu chưa thống nhất giữa hai nguồn."},
        {"kind": "caption", "text": f"{label}. Số liệu", "own": [[0, len(label)]]},
        *rows(names, first),
    ]
    return content


def added(content: Tree, at: int, *units: Tree) -> Tree:
    """Put units into a report."""
    content["printed"][at:at] = units
    return content


def inserted(number: int = 2) -> Tree:
    """Return the report with a paragraph and its note before all others, all numbered anew."""
    content = report(list(PLACES[:3]), number)
    content["printed"][0]["text"] = "2. Hồ sơ"
    content["printed"][2]["text"] = "Tài liệu [1] đã dẫn."
    content["printed"][4]["text"] = content["printed"][4]["text"].replace("1.", "2.", 1)
    note = {"kind": "note", "text": "Bài “Tài liệu mẫu” (tài liệu [1])."}
    return added(content, 0, {"kind": "paragraph", "text": FIRST, "notes": [9]}, note)


def shortened(*, first: bool) -> Tree:
    """Return the report with an abbreviation said in full in the first or in the last text."""
    content = report(list(PLACES[:3]))
    forms = ("Ủy ban nhân dân (UBND)", "UBND")
    texts = [f"{form} tỉnh giải quyết hồ sơ." for form in (forms if first else forms[::-1])]
    content["printed"][4]["text"] += f" {texts[1]}"
    return added(content, 1, {"kind": "paragraph", "text": texts[0]})


CHANGES: list[tuple[Callable[[], Tree], list[tuple[str, str | None, str | None]]]] = [
    (lambda: report(list(PLACES[:3])), []),
    (lambda: report(list(PLACES[:3]), 4), []),
    (inserted, [("new", None, FIRST)]),
    (
        lambda: report([PLACES[0], PLACES[3], *PLACES[1:3]]),
        [("new", None, "2 | Bắc Ninh | 4.000")],
    ),
    (lambda: report(list(PLACES[1:3])), [("gone", "1 | Bắc Giang | 1.000", None)]),
    (lambda: report(list(PLACES[:3]), 1, "1.500"), [("changed", "1.000", "1.500")]),
    (
        lambda: report([PLACES[3], *PLACES[:3]], 2, "1.500"),
        [("new", None, "1 | Bắc Ninh | 4.000"), ("changed", "1.000", "1.500")],
    ),
    (
        lambda: report([PLACES[1], PLACES[2], PLACES[0]]),
        [("moved", None, "3 | Bắc Giang | 1.000")],
    ),
]


@pytest.mark.parametrize(("change", "told"), CHANGES)
def test_one_change_is_one_difference(
    change: Callable[[], Tree], told: list[tuple[str, str | None, str | None]]
) -> None:
    """New numbers of rows, tables, notes and headings behind it are none."""
    found = difference(lineage(report(list(PLACES[:3]))), lineage(change())).texts
    assert [(row["change"], row["old"], row["new"]) for row in found] == told


def test_where_an_abbreviation_is_introduced_is_no_difference() -> None:
    """The words are the same, said in full at another first place."""
    sides = [lineage(shortened(first=first)) for first in (True, False)]
    assert difference(*sides).texts == ()


def test_a_difference_goes_both_ways() -> None:
    """What is new from the one side is gone from the other."""
    (row,) = difference(lineage(inserted()), lineage(report(list(PLACES[:3])))).texts
    assert (row["change"], row["where"], row["old"]) == ("gone", "đoạn", FIRST)
