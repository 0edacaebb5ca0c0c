"""Spreadsheets and files of facts to ``Fact``s.

In: ``SourceTable``, mappings, ``Catalogue``. Out: ``TableExtraction``. A sheet is
read by the first way that fits: a mapping of the project or a shipped one, columns
named like the public keys, form II.06a/VPCP/KSTT.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from generator.catalogue import Catalogue
from generator.extraction.engine import extract
from generator.extraction.rules import RuleSet
from generator.extraction.tables.facts import is_fact_table, read_fact_table, read_records
from generator.extraction.tables.form06 import is_form06, read_form06
from generator.extraction.tables.in_text import read_form_in_text
from generator.extraction.tables.making import TableExtraction, remark, united
from generator.extraction.tables.mapped import read_mapped
from generator.extraction.tables.mapping import TableMapping, load_mappings
from generator.model.fact import Fact
from generator.model.finding import Severity
from generator.model.source_text import SourceText
from generator.sources.grid import Sheet, SourceTable

__all__ = [
    "TableExtraction",
    "TableMapping",
    "extract_any",
    "extract_table",
    "extract_tables",
    "load_mappings",
]


def extract_table(
    table: SourceTable, mapping: TableMapping, catalogue: Catalogue
) -> tuple[Fact, ...]:
    """Return the facts of a table by one mapping, in the order of sheets and columns."""
    sheets = (sheet for sheet in table.sheets if mapping.fits_sheet(sheet.name))
    return united([read_mapped(table, sheet, mapping, catalogue) for sheet in sheets]).facts


def extract_any(
    source: SourceText, catalogue: Catalogue, rules: RuleSet, mappings: Sequence[TableMapping]
) -> TableExtraction:
    """Return the facts of any source: of a table by its columns, else of its text by rules.

    A form II.06a that stands in a text is read by its columns, too.
    """
    if isinstance(source, SourceTable):
        return extract_tables(source, mappings, catalogue)
    facts = extract(source, catalogue, rules).facts
    found = read_form_in_text(source, catalogue)
    if found is None:
        return TableExtraction(facts)
    form, inside = found
    outside = [fact for fact in facts if fact.source.start not in inside]
    told = sorted((*outside, *form.facts), key=lambda one: (one.source.start, one.source.end))
    return replace(form, facts=tuple(told))


def extract_tables(
    table: SourceTable, mappings: Sequence[TableMapping], catalogue: Catalogue
) -> TableExtraction:
    """Return all that a spreadsheet or a file of facts says.

    A table that nothing fits gives a remark, never silence.
    """
    if not table.sheets:
        return read_records(table, catalogue)
    name = PurePath(table.info.path).name
    fitting = [mapping for mapping in mappings if mapping.fits_file(name)]
    parts = [_sheet(table, sheet, fitting, catalogue) for sheet in table.sheets]
    known = [part for part in parts if part is not None]
    if known:
        return united(known)
    message = "no mapping fits this table, it gives no facts; write one into config/mappings/"
    return TableExtraction((), (), (remark(table, None, message, Severity.WARNING),))


def _sheet(
    table: SourceTable, sheet: Sheet, mappings: Sequence[TableMapping], catalogue: Catalogue
) -> TableExtraction | None:
    """Return what a sheet says, None where no way of reading fits."""
    fitting = [mapping for mapping in mappings if mapping.fits_sheet(sheet.name)]
    if fitting:
        return united([read_mapped(table, sheet, mapping, catalogue) for mapping in fitting])
    if is_fact_table(sheet):
        return read_fact_table(table, sheet, catalogue)
    if is_form06(sheet):
        return read_form06(table, sheet, catalogue)
    return None
