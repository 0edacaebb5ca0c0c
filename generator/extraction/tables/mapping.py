"""``config/mappings/*.yaml``: what the columns of a published table mean.

tables:
  - name: papi                 # stands in the rules of the facts
    files: "PAPI*.xlsx"        # name of the file, with * and ?
    sheets: "*_PAPI"           # name of the sheet, all without it
    header_rows: 2             # rows above the first place
    place: C                   # column: its letters or its heading
    place_is: ha-noi           # or one place for the whole table
    period: sheet-name         # the year in the sheet's name; or 2016, 2024-H1 …
    period: "column:Năm"       # or a column with such periods
    numbers: auto              # of text cells: vi (1.234,5), en (1,234.5)
    skip: ["Điểm cao nhất"]    # rows that are no place, by what stands in "place"
    values:
      - {column: AF, indicator: papi_score, decimals: 4}
      - {column: W, indicator: pci_score, place: V}    # a column of its own places
      - {column: F, indicator: online_dossiers_rate, scale: 100, level: cap-xa}
      - {column: G, indicator: dossiers_received, period: 2015}   # a column of its own time
      - column: H
        indicator: dossiers_received
        change:                # a column beside it: the printed change against an earlier time
          column: "So với cùng kỳ (%)"
          base: same-period-last-year    # or previous-period, or a time: 2015, 2023-Q4
          kind: percent        # what its numbers count; points, places, times, absolute
          direction: sign      # + and no sign up, - down; up or down for "Tăng", "Giảm"
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from generator import strict_yaml
from generator.catalogue import Catalogue
from generator.catalogue.load import validated
from generator.config.periods import PeriodSyntax, parse_period
from generator.config.values import Comparison
from generator.errors import UsageError
from generator.extraction.tables.numbers import Usage
from generator.model.fact import ChangeKind
from generator.model.period import Period
from generator.paths import shipped_root
from generator.vi.windows import DECREE_09, window_of

SHEET_NAME = "sheet-name"
COLUMN = "column:"
BASES = (Comparison.SAME_PERIOD_LAST_YEAR, Comparison.PREVIOUS_PERIOD)
"""What the base of a change may be called; any other name is that of a time."""

_BASE_HINT = f"write {', '.join(BASES)} or a period like 2023-Q4"


class Way(StrEnum):
    """What says which way a figure went: the sign of the change, or its column as a whole."""

    SIGN = "sign"
    UP = "up"
    DOWN = "down"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ChangeColumn(_Part):
    """A column of printed changes beside one of figures, and what they are measured against.

    ``kind`` tells what the numbers count, not what they are of the base (108,7 of 100).
    """

    column: str = Field(min_length=1)
    base: str = Field(min_length=1)
    kind: ChangeKind
    direction: Way = Way.SIGN
    scale: Decimal = Field(Decimal(1), gt=0)
    decimals: int | None = Field(None, ge=0, le=12)


class ValueColumn(_Part):
    """A column of figures: what it measures and how its numbers are meant.

    ``scale`` multiplies (100 for shares of one); ``decimals`` is how many the
    publisher prints, a binary number carries more; ``place`` names a column of places
    of its own, ``period`` a time of its own.
    """

    column: str = Field(min_length=1)
    indicator: str
    decimals: int | None = Field(None, ge=0, le=12)
    scale: Decimal = Field(Decimal(1), gt=0)
    level: str | None = None
    place: str | None = None
    period: str = ""
    change: ChangeColumn | None = None


class TableMapping(_Part):
    """One table; see the head of the module."""

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    files: str = Field(min_length=1)
    sheets: str = "*"
    header_rows: int = Field(ge=0, le=100)
    place: str | None = None
    place_is: str | None = None
    period: str = Field(min_length=1)
    numbers: Usage = Usage.AUTO
    skip: tuple[str, ...] = ()
    values: tuple[ValueColumn, ...] = Field(min_length=1)

    def fits_file(self, name: str) -> bool:
        """Tell whether the mapping is for a file of this name, in any case of letters."""
        return fnmatchcase(name.casefold(), self.files.casefold())

    def fits_sheet(self, name: str) -> bool:
        """Tell whether the mapping is for a sheet of this name."""
        return fnmatchcase(name.casefold(), self.sheets.casefold())


class _MappingFile(_Part):
    tables: tuple[TableMapping, ...] = ()


def load_mappings(root: Path | None, catalogue: Catalogue) -> tuple[TableMapping, ...]:
    """Read the mappings of a project, then the shipped ones.

    Raises UsageError with the place of what is wrong, InputError for a file that
    cannot be read.
    """
    folders = [root / "config/mappings"] if root is not None else []
    shipped = shipped_root() / "config/mappings"
    if all(folder.resolve() != shipped.resolve() for folder in folders):
        folders.append(shipped)
    files = [path for folder in folders for path in sorted(folder.glob("*.yaml"))]
    return tuple(mapping for path in files for mapping in _load(path, catalogue))


def _load(path: Path, catalogue: Catalogue) -> tuple[TableMapping, ...]:
    """Read one file and check what its model cannot."""
    doc = strict_yaml.load(path)
    tables = validated(_MappingFile, doc).tables
    for index, table in enumerate(tables):
        _check(doc, ("tables", index), table, catalogue)
    return tables


def _check(
    doc: strict_yaml.YamlDocument,
    place: strict_yaml.KeyPath,
    table: TableMapping,
    catalogue: Catalogue,
) -> None:
    """Refuse unknown indicators, places and periods."""
    for index, value in enumerate(table.values):
        at = (*place, "values", index)
        if value.indicator not in catalogue.indicators:
            raise UsageError(
                f"unknown indicator {value.indicator!r}",
                location=doc.location((*at, "indicator")),
                hint="'soket list indicators' shows them",
            )
        if not (table.place or table.place_is or value.place):
            raise UsageError(
                "the table does not say where its places are",
                location=doc.location(place),
                expected="'place' (a column) or 'place_is' (a slug)",
            )
        if value.period:
            _check_period(doc, (*at, "period"), value.period)
        if value.change is not None and value.change.base not in BASES:
            _check_period(doc, (*at, "change", "base"), value.change.base, _BASE_HINT)
    if table.place_is and catalogue.places.get(table.place_is) is None:
        raise UsageError(
            f"unknown place {table.place_is!r}",
            location=doc.location((*place, "place_is")),
            hint="'soket list provinces' shows them",
        )
    _check_period(doc, (*place, "period"), table.period)


def _check_period(
    doc: strict_yaml.YamlDocument, place: strict_yaml.KeyPath, text: str, hint: str = ""
) -> None:
    """Refuse what is neither a time nor a way to find one in the table."""
    if not hint and (text == SHEET_NAME or text.startswith(COLUMN)):
        return
    try:
        period_of(text)
    except PeriodSyntax as exc:
        raise UsageError(str(exc), location=doc.location(place), hint=hint or exc.hint) from exc


def period_of(text: str, window: str = "") -> Period:
    """Return the period that a text means. Raises PeriodSyntax.

    ``window`` is that of ``SourceInfo``: where it is Nghị định 09/2019/NĐ-CP's, the
    name of a period means the days over which its data are closed.
    """
    period = parse_period(text)
    if not isinstance(period, Period):
        raise PeriodSyntax(f"{text!r} depends on the day of a report", "name the period itself")
    return (window_of(period) if window == DECREE_09 else None) or period
