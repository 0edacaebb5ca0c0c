"""The workbook behind a chart, the one that Word opens on "Edit data"."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from generator.renderers.docx.archive import repack

SHEET = "Sheet1"


def workbook(
    categories: Sequence[str],
    series: Sequence[tuple[str, Sequence[Decimal | None]]],
    number_format: str,
    day: date,
) -> bytes:
    """Return an .xlsx: categories in column A, one series in each further column.

    Texts are never taken for formulas or links; ``day`` is its only time.
    """
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(buffer, options) as book:
        book.set_properties({"created": datetime(day.year, day.month, day.day, tzinfo=UTC)})
        sheet = book.add_worksheet(SHEET)
        style = book.add_format({"num_format": number_format})
        for index, name in enumerate(categories, start=1):
            sheet.write_string(index, 0, name)
        for column, (name, values) in enumerate(series, start=1):
            sheet.write_string(0, column, name)
            for index, value in enumerate(values, start=1):
                if value is not None:
                    sheet.write_number(index, column, value, style)
    return repack(buffer.getvalue())
