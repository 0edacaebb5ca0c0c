"""A native chart of Word: the cells that it refers to hold what it shows.

Word draws what is stored beside the references and reads the cells when somebody looks at
the data, so that both must be the same; nothing in the workbook may compute or hide.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from lxml import etree

from generator.verify.reading.docx_properties import titles_of
from generator.verify.reading.number_format import is_plain
from generator.verify.reading.text import names

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_REFERENCE = re.compile(r"'?([^'!]+)'?!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?")
# what shows words or values beside the cells, or the cells otherwise than they are
_OTHER_PARTS = ("comments", "Comment", "drawing", "media/", "embeddings/", "pivot", "vba", "chart")
_STRANGE = names(
    "headerFooter dataValidations conditionalFormatting hyperlinks legacyDrawing oleObjects"
    " controls mergeCells autoFilter rowBreaks colBreaks picture"
)
_DIGITS = 14  # of a stored value: a workbook keeps about 15

Cells = Mapping[tuple[str, int], str]  # by column and row


def misreferred(root: etree._Element, cells: Cells, sheet: str) -> Iterator[str]:
    """Yield each reference of a chart to cells that do not hold what is stored beside it.

    ``sheet`` is the name of the one sheet of the workbook.
    """
    nodes = (*root.iter(f"{_C}strRef"), *root.iter(f"{_C}numRef"))
    if nodes and not any("!" in str(node.findtext(f"{_C}f") or "") for node in nodes):
        yield "its series refer to no cells of its workbook, so that nobody can edit its data"
        return
    for node in nodes:
        told = str(node.findtext(f"{_C}f") or "")
        match = _REFERENCE.fullmatch(told)
        if match is None or match[1] != sheet or match[4] not in (None, match[2]):
            yield f"the cells {told}, which the workbook has not"
            continue
        rows = range(int(match[3]), int(match[5] or match[3]) + 1)
        held = [cells.get((match[2], row)) for row in rows]
        points = {
            int(str(one.get("idx", "0"))): str(one.findtext(f"{_C}v") or "")
            for one in node.iter(f"{_C}pt")
        }
        stored = [points.get(at) for at in range(max((*points, len(held) - 1)) + 1)]
        if len(stored) != len(held) or not all(map(_same, stored, held)):
            yield f"it takes the cells {told} of its workbook, which hold other values"


def _same(stored: str | None, held: str | None) -> bool:
    """Tell whether a stored point is what its cell holds."""
    if not stored or not held or stored == held:
        return (stored or "") == (held or "")
    try:
        first, second = Decimal(stored), Decimal(held)
    except InvalidOperation:
        return False
    return abs(first - second) <= abs(second) * Decimal(10) ** -_DIGITS


def sheet_name(book: bytes) -> str:
    """Return the name of the one sheet of a workbook, "" where it has several."""
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        root = etree.fromstring(package.read("xl/workbook.xml"), _PARSER)
    names = [str(one.get("name")) for one in root.iter(f"{_S}sheet")]
    return names[0] if len(names) == 1 else ""


def misbooked(book: bytes) -> Iterator[str]:
    """Yield what a workbook computes, hides or prints otherwise than it stores it."""
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        names = package.namelist()
        sheets = [name for name in names if name.startswith("xl/worksheets/sheet")]
        roots = [etree.fromstring(package.read(name), _PARSER) for name in sheets]
        styles = package.read("xl/styles.xml") if "xl/styles.xml" in names else b""
    for name in names:
        if any(part in name for part in _OTHER_PARTS):
            yield f"{name} in a workbook"
    yield from (f"a workbook that calls itself “{text}”" for text in titles_of(book))
    if len(sheets) != 1:
        yield f"{len(sheets)} sheets behind one chart"
    for root in roots:
        if next(root.iter(f"{_S}f"), None) is not None:
            yield "a workbook that computes"
        strange = {str(one.tag).rpartition("}")[2] for one in root.iter()} & _STRANGE
        yield from (f"{name} in the sheet of a workbook" for name in sorted(strange))
        hidden = (one.get("hidden") for one in root.iter(f"{_S}row", f"{_S}col"))
        if any(one in ("1", "true") for one in hidden):
            yield "a workbook that hides cells"
    if styles:
        for form in etree.fromstring(styles, _PARSER).iter(f"{_S}numFmt"):
            code = str(form.get("formatCode", ""))
            if not is_plain(code):
                yield f"cells printed as {code}"
