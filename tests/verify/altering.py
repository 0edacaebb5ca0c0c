"""Finished files in which a number is given other looks: a sign, a blank, a power."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy

from tests.verify.hiding import Change, Node, exchanged, styled_page, xml
from tests.verify.mutating import W

_NUMBER = re.compile(r"[\d.,]+%?")


def words(node: Node) -> str:
    """Return the text of an element."""
    return "".join(str(one.text or "") for one in node.iter(f"{W}t"))


def number_cells(root: Node) -> Iterator[Node]:
    """Yield the cells of tables that hold a number alone."""
    return (one for one in root.iter(f"{W}tc") if _NUMBER.fullmatch(words(one).strip()))


def before_cell(text: str) -> Change:
    """Put a text before the number of a cell."""

    def change(root: Node) -> None:
        first = next(next(number_cells(root)).iter(f"{W}t"))
        first.text = f"{text}{first.text}"

    return change


def hyphen_before_cell(root: Node) -> None:
    """Put a hyphen of Word's own before the number of a cell."""
    next(next(number_cells(root)).iter(f"{W}t")).addprevious(xml("<w:noBreakHyphen/>"))


def rewritten(pattern: str, text: str) -> Change:
    """Replace the first match of a pattern in the runs of a text."""

    def change(root: Node) -> None:
        node = next(one for one in root.iter(f"{W}t") if re.search(pattern, one.text or ""))
        node.text = re.sub(pattern, text, node.text, count=1)

    return change


def with_last_digit(look: str) -> Change:
    """Give the last digit of a number in the text a look of its own."""

    def change(root: Node) -> None:
        found = (one for one in root.iter(f"{W}t") if re.search(r"\d\d", one.text or ""))
        node = next(one for one in found if next(one.iterancestors(f"{W}tbl"), None) is None)
        at = next(re.finditer(r"\d\d", node.text)).end() - 1
        run, text = node.getparent(), node.text
        for part, own in ((text[at + 1 :], ""), (text[at], look)):
            copied = deepcopy(run)
            copied.find(f"{W}t").text = part
            if own:
                formats = copied.find(f"{W}rPr")
                if formats is None:
                    formats = xml("<w:rPr/>")
                    copied.insert(0, formats)
                formats.append(xml(own))
            run.addnext(copied)
        node.text = text[:at]

    return change


DOCX: dict[str, Change] = {
    "a minus before a cell": before_cell("-"),
    "a dash before a cell": before_cell("–"),
    "a bracket before a cell": before_cell("("),
    "a hyphen of Word before a cell": hyphen_before_cell,
    "a blank after a comma": rewritten(r"(\d),(\d)", r"\1, \2"),
    "a blank before a comma": rewritten(r"(\d),(\d)", r"\1 ,\2"),
    "a blank after a point": rewritten(r"(\d)\.(\d{3})", r"\1. \2"),
    "a blank after a stroke": rewritten(r"(\d)/(\d)", r"\1/ \2"),
    "a raised digit": with_last_digit('<w:vertAlign w:val="superscript"/>'),
    "a lowered digit": with_last_digit('<w:vertAlign w:val="subscript"/>'),
}

_CELL = r'(<td class="right">)(<button)'
HTML: dict[str, Callable[[str], str]] = {
    "a minus before a cell": exchanged(_CELL, r"\1-\2"),
    "a dash before a cell": exchanged(_CELL, r"\1–\2"),
    "a bracket before a cell": exchanged(_CELL, r"\1(\2"),
    "a blank after a comma": exchanged(r"(<data[^>]*>\d+),(\d+)", r"\1, \2"),
    "a blank after a point": exchanged(r"(<data[^>]*>\d+)\.(\d{3})", r"\1. \2"),
    "a raised digit": exchanged(r"(<data[^>]*>\d[\d.,]*)(\d)(</data>)", r"\1<sup>\2</sup>\3"),
    "a lowered digit": exchanged(r"(<data[^>]*>\d[\d.,]*)(\d)(</data>)", r"\1<sub>\2</sub>\3"),
}


def merged_below(root: Node) -> None:
    """Let the cell of a value go on from the one above, which hides it."""
    *_, cell = number_cells(root)
    cell.find(f"{W}tcPr").insert(1, xml("<w:vMerge/>"))


def widened(root: Node) -> None:
    """Let the cell of a value take two columns."""
    next(number_cells(root)).find(f"{W}tcPr").insert(1, xml('<w:gridSpan w:val="2"/>'))


def pushed_on(root: Node) -> None:
    """Put an empty cell before that of a value."""
    next(number_cells(root)).addprevious(xml("<w:tc><w:tcPr/><w:p/></w:tc>"))


def another_head(root: Node) -> None:
    """Let a head take more columns."""
    merged = next(root.iter(f"{W}vMerge"))
    table = next(merged.iterancestors(f"{W}tbl"))
    next(table.iter(f"{W}gridSpan")).set(f"{W}val", "3")


def without_head(root: Node) -> None:
    """Let the rows of a head be rows of values."""
    for one in list(root.iter(f"{W}tblHeader"))[:2]:
        one.getparent().remove(one)


DOCX |= {
    "a value hidden below another": merged_below,
    "a value over two columns": widened,
    "a value one column on": pushed_on,
    "a head over another column": another_head,
    "a table without a head": without_head,
}

_VALUE = r'<td class="right"><button'
HTML |= {
    "a value one column on": exchanged(f"({_VALUE})", r'<td class="right"></td>\1'),
    "a value over two columns": exchanged(_VALUE, '<td colspan="2" class="right"><button'),
    "a value over two rows": exchanged(_VALUE, '<td rowspan="2" class="right"><button'),
    "a value over all rows": exchanged(_VALUE, '<td rowspan="0" class="right"><button'),
    "a head over another column": exchanged('scope="col" colspan="2"', 'scope="col" colspan="4"'),
}

HTML |= {
    "paragraphs struck out": styled_page("p.body { text-decoration: line-through }"),
    "another number read out": exchanged("<table ", '<table aria-label="77.777 hồ sơ" '),
    "a caption read out otherwise": exchanged(r'aria-label="Bảng\s1\.', 'aria-label="Bảng 7.'),
    "a drawing read out otherwise": exchanged(
        r'role="img" aria-label="', 'role="img" aria-label="777 hồ sơ. '
    ),
    "a title of another place": exchanged("<title>[^<]*", "<title>Báo cáo của tỉnh Cao Bằng"),
}
