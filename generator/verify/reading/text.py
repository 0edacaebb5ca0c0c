"""What a finished file says: running text, notes, charts and what stands around them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from generator.verify.reading.marks import Mark

# stands in a text where the mark of a note does; a private letter that no text has
NOTE = "\ue000"
_BLANK = re.compile(r"[\s\u00a0\u00ad\u200b\ufeff\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, cell or other stretch of text and where it stands in the file.

    ``role`` is what programs that read aloud take it for: "heading 1", "title", "head" or
    "cell" of a table, "caption"; "" for plain text.
    """

    text: str
    where: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One text of a drawn chart; ``x`` grows to the right, ``y`` downwards."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Row:
    """One series of a chart as data: a value as it is stored for each category.

    ``labels`` are the printed labels that a chart carries, None where a point has
    none of its own or none at all; a workbook has no labels.
    """

    name: str
    categories: tuple[str, ...]
    values: tuple[str | None, ...]
    labels: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The data of a chart in one place: its own cache or the workbook behind it."""

    where: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ChartText:
    """A chart of the file: drawn texts, or data with labels; other texts beside them.

    ``unseen`` tells what lets it look otherwise than it is: a cut axis, faded letters;
    ``marks`` are the shapes of a drawing in the order in which they are painted; ``form``
    is that of a native chart as the report names it, "" for a drawing.
    """

    where: str
    alt: str
    drawn: tuple[Drawn, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    beside: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    form: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A number of an HTML file that names its figure."""

    text: str
    value: str
    figure: str
    where: str


@dataclass(frozen=True, slots=True)
class Slot:
    """The first row and column of a cell, from 0, and how many of them it takes.

    A cell that is hidden below another takes 0 rows.
    """

    row: int
    column: int
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Tag:
    """What the structure of a file says of a cell: its name, the names of its heads, its spans.

    ``scope`` is what a head is of: "Column", "Row"; "" for a value.
    """

    name: str
    heads: tuple[str, ...]
    scope: str
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell of a table on paper: its text, its page and the box around its letters.

    ``edges`` are left, bottom, right and top in points; ``columns`` and ``rows`` are the
    lines around it, None where no lines are drawn; ``tag`` is what its structure says.
    """

    text: str
    where: str
    edges: tuple[float, float, float, float]
    columns: tuple[int, int] | None
    rows: tuple[int, int] | None
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark: the page that it leads to, from 1, and the height there in points."""

    title: str
    page: int
    high: float | None


@dataclass(frozen=True, slots=True)
class FileText:
    """Everything that a file prints.

    ``body`` and ``notes`` are in reading order; ``note_marks`` are the printed
    numbers of the notes in the text, ``note_heads`` those before the notes;
    ``pages`` the printed page numbers, "" for a page without one; ``others`` the
    texts around: properties, headers, bookmarks, descriptions. ``boxes`` tell what
    stands behind a figure, by its id. ``tables`` are the places of the cells with text
    of each table with a head, None where the format has no cells; ``cells`` are those that
    stand on paper, ``bookmarks`` None where the format has none. ``unseen`` is what prints,
    covers or hides text without being text that is read: its place in each piece.
    ``tongues`` are the languages that it names, "" where it should name one; ``days`` those
    on which it says that it was made and changed, as ISO dates. ``reckoned`` are the page
    numbers that a DOCX was given for its table of contents, None where another program saved
    it since, which counts them anew. ``unheld`` are letters whose outlines could not be held
    against a font, so that what they show is not proved.
    """

    form: str
    lineage: str
    body: tuple[Piece, ...]
    notes: tuple[Piece, ...] = ()
    charts: tuple[ChartText, ...] = ()
    note_marks: tuple[Piece, ...] = ()
    note_heads: tuple[Piece, ...] = ()
    pages: tuple[Piece, ...] = ()
    others: tuple[Piece, ...] = ()
    marked: tuple[Marked, ...] | None = None
    boxes: dict[str, str] | None = field(default=None)
    tables: tuple[tuple[Slot, ...], ...] | None = None
    cells: tuple[Placed, ...] = ()
    bookmarks: tuple[Bookmark, ...] | None = None
    unseen: tuple[Piece, ...] = ()
    tongues: tuple[Piece, ...] = ()
    days: tuple[Piece, ...] = ()
    reckoned: tuple[str, ...] | None = None
    unheld: tuple[Piece, ...] = ()


def names(text: str) -> frozenset[str]:
    """Return the names in a text, parted by blanks."""
    return frozenset(text.split())


def readable(text: str, start: int, end: int) -> str:
    """Return the stretch of a text, blanks and capitals kept, whose squeezed form is [start:end].

    It is widened to whole words.
    """
    plain = unicodedata.normalize("NFC", text)
    offsets, at = [], 0
    for char in plain:
        offsets.append(at)
        at += len(squeezed(char))
    first = next((i for i, one in enumerate(offsets) if one >= start), len(plain))
    last = next((i for i, one in enumerate(offsets) if one >= end), len(plain))
    while first < last and plain[first].isspace():
        first += 1
    while first and not plain[first - 1].isspace():
        first -= 1
    while last < len(plain) and not plain[last].isspace():
        last += 1
    return " ".join(plain[first:last].replace(NOTE, "").split())


def squeezed(text: str) -> str:
    """Return a text in NFC and lower case without any blank: layout does not count."""
    return _BLANK.sub("", unicodedata.normalize("NFC", text)).lower()
