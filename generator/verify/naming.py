"""What a number is called: the indicator of its group, its formula, words that exclude it.

A table of all data has a head for each indicator; a row with a formula has the name of its
figure. In running text "đúng hạn" and "trễ hẹn" are opposites, so that the nearer of them
must fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.printed import read_printed
from generator.verify.reading.text import squeezed
from generator.verify.unmarked import place_of

NAME = "số liệu: tên chỉ tiêu"
_Measure = tuple[frozenset[str], str]  # indicators, unit
_LEAST_COLUMN = 2  # a column of more cells tells what it is of
# what names a row by no indicator, beside the names of places
_SCOPE = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|toàn tỉnh|toàn thành phố|cả nước|trung ương|cấp|huyện|xã"
    r"|tổng(?: cộng| số)?|trung bình|bình quân|năm|tháng|quý|ngày|kỳ|cùng kỳ|giai đoạn|từ|đến|đầu"
    r"|cuối|[ivx]{1,4}|tt|trước|sau|sắp xếp)(?!\w)|[\W\d_]",
    re.IGNORECASE,
)
_COMPUTED = re.compile(r"\d[^“”=≈\d]{0,60}[=≈]\s?[-−]?\d")
_CLAUSE = re.compile(r"[;.](?=\s)")
_BEHIND = re.compile(r"[,;.(]|\d| và ")
# indicators by the words that only they, or only their opposites, have
_TIMELY = re.compile(
    r"(?P<own>đúng hạn|đúng hẹn|trước hạn)|(?P<other>trễ hẹn|trễ hạn|quá hạn|chậm hạn)"
)
_WHOLLY = re.compile(r"(?P<own>toàn trình)|(?P<other>một phần)")
_TAKEN = re.compile(r"(?P<own>tiếp nhận)|(?P<other>giải quyết|xử lý)")
_PROCEDURES = ("TTHC", "thủ tục")
# what nobody takes for one another; "bộ" and "cơ quan" may be said of the same
_UNITS = (
    *("hồ sơ", *_PROCEDURES, "dịch vụ", "quy định", "tài khoản", "văn bản", "nhiệm vụ", "đồng"),
    *("địa phương", "bộ, ngành"),
)
_AROUND_UNIT = 24
_WHOLES = ("dossiers_received", "dossiers_resolved", "online_services_total")
OPPOSITES = (
    (
        _TIMELY,
        ("dossiers_on_time", "dossiers_on_time_rate"),
        ("dossiers_late", "dossiers_late_rate"),
    ),
    (_WHOLLY, ("online_services_full",), ("online_services_partial",)),
    (
        _TAKEN,
        ("dossiers_received", "feedback_received"),
        ("dossiers_resolved", "feedback_resolved"),
    ),
)


def naming_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each number under the name of another indicator or figure."""
    labels = {
        squeezed(f"{one['label']} ({one['unit']})"): name
        for name, one in lineage.indicators.items()
    }
    for rows in tables_of(lineage.printed).values():
        yield from _grouped(rows, labels, lineage)
        yield from _computed(rows, lineage)
        yield from _aligned(rows, lineage)
        yield from _misquoted(rows, lineage)
    for unit in lineage.printed:
        yield from _misunited(unit, lineage)
        if unit["kind"] in ("paragraph", "note"):
            yield from _opposed(unit, lineage)


def tables_of(units: Iterable[Record]) -> dict[str, dict[int, list[Record]]]:
    """Return the cells of each table by row."""
    found: dict[str, dict[int, list[Record]]] = {}
    for unit in units:
        if "table" in unit:
            found.setdefault(str(unit["table"]), {}).setdefault(int(unit["row"]), []).append(unit)
    return found


def _indicators(unit: Record, lineage: Lineage) -> Iterator[str]:
    """Yield the indicators of the figures of a unit."""
    for *_, name in unit.get("marks", ()):
        figure = lineage.figures.get(name)
        for fact in lineage.inputs(figure) if figure else ():
            yield str(fact["indicator"])


def _grouped(
    rows: Mapping[int, Sequence[Record]], labels: Mapping[str, str], lineage: Lineage
) -> Iterator[Objection]:
    """Yield an objection for each number in the group of another indicator."""
    groups = {
        at: labels.get(squeezed(str(cells[0]["text"])), "")
        for at, cells in rows.items()
        if len(cells) == 1 and not cells[0].get("head") and int(cells[0].get("columns", 1)) > 1
    }
    if not any(groups.values()):
        return
    current = ""
    for at, cells in rows.items():
        if at in groups:
            current = groups[at]
            if not current:
                message = f"no indicator is “{shortened(str(cells[0]['text']))}”"
                yield Objection(NAME, message, place_of(cells[0]))
        for cell in cells if current and at not in groups else ():
            if others := set(_indicators(cell, lineage)) - {current}:
                message = f"“{cell['text']}” is of {min(others)}, the head says {current}"
                yield Objection(NAME, message, place_of(cell))


def _aligned(rows: Mapping[int, Sequence[Record]], lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each number that is of something else than its whole column.

    Only where each row has the name of a place, a level or a time and no other: rows under
    heads of groups, or with names of their own, may be of anything.
    """
    if not _names_scopes(rows, lineage):
        return
    columns: dict[int, list[tuple[Record, _Measure]]] = {}
    for cells in rows.values():
        for cell in cells:
            if len(cell.get("marks", ())) == 1:
                measure = _measure(cell, lineage)
                columns.setdefault(int(cell["column"]), []).append((cell, measure))
    for placed in columns.values():
        for cell, own in placed:
            others = {measure for other, measure in placed if other is not cell}
            if len(placed) <= _LEAST_COLUMN or len(others) != 1:
                continue
            (column,) = others
            # a rate that was computed for a total rests on the whole, too; a unit that stands
            # beside its number cannot be taken for that of the column
            beside = bool(own[1]) and squeezed(own[1]) in squeezed(str(cell["text"]))
            told = own[1] == column[1] or beside
            if not (told and own[0] & column[0]):
                message = f"“{cell['text']}” is of {_shown(own)}, its column of {_shown(column)}"
                yield Objection(NAME, message, place_of(cell))


def _names_scopes(rows: Mapping[int, Sequence[Record]], lineage: Lineage) -> bool:
    """Tell whether the rows of a table are named by places, levels and times alone."""
    names = sorted({one for known in lineage.places.values() for one in known}, key=len)[::-1]
    for cells in rows.values():
        if any(cell.get("head") for cell in cells):
            continue
        if len(cells) == 1:
            return False
        text = " ".join(str(cell["text"]) for cell in cells if not cell.get("marks"))
        for name in names:
            text = text.replace(name, " ")
        if _SCOPE.sub("", text):
            return False
    return True


def _measure(cell: Record, lineage: Lineage) -> _Measure:
    """Return the indicators and the unit of the one figure of a cell."""
    ((_, _, name),) = cell["marks"]
    unit = str(lineage.figures[name]["unit"]) if name in lineage.figures else ""
    return frozenset(_indicators(cell, lineage)), unit


def _shown(measure: _Measure) -> str:
    """Return a measure for a message."""
    return " ".join((*sorted(measure[0]), measure[1]))


def _misquoted(rows: Mapping[int, Sequence[Record]], lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each number beside a quote of another fact."""
    for cells in rows.values():
        quotes = [str(cell["text"]) for cell in cells if str(cell["text"]).startswith("“")]
        names = [name for cell in cells for *_, name in cell.get("marks", ())]
        figures = [lineage.figures[name] for name in names if name in lineage.figures]
        facts = [fact for one in figures if not one["formula"] for fact in lineage.inputs(one)]
        if len(quotes) != 1 or not facts:
            continue
        parts_told = {str(one["level"]) for one in lineage.facts.values() if one.get("level")}
        for fact in facts:
            plain = [str(cell["text"]) for cell in cells if "“" not in str(cell["text"])]
            named = {part for part in parts_told if any(part in text for text in plain)}
            if named and str(fact.get("level")) not in named:
                message = f"{fact['value']} is of {fact.get('level')}, not of {min(named)}"
                yield Objection(NAME, message, place_of(cells[0]))
            said = squeezed(f"{lineage.sentences.get(fact['id'], '')} {fact['source']['quote']}")
            parts = (squeezed(part) for part in quotes[0].strip("“”").split("…"))
            if not all(part.strip(".,;:") in said for part in parts):
                message = f"{fact['value']} stands beside “{shortened(quotes[0])}”"
                yield Objection(NAME, message, place_of(cells[0]))


def _computed(rows: Mapping[int, Sequence[Record]], lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each formula that no figure has, or with the name of another."""
    named: dict[str, set[str]] = {}
    for figure in lineage.figures.values():
        named.setdefault(squeezed(str(figure["formula"])), set()).add(
            squeezed(str(figure["label"]))
        )
    steps = squeezed(" ".join(str(one.get("computation") or "") for one in lineage.findings))
    for cells in rows.values():
        for cell in cells:
            key = squeezed(str(cell["text"]))
            if not _COMPUTED.search(str(cell["text"])) or cell.get("head"):
                continue
            if key not in named:
                if key not in steps:
                    message = f"no figure is computed as “{shortened(str(cell['text']))}”"
                    yield Objection(NAME, message, place_of(cell))
                continue
            printed = [lineage.figures.get(name) for one in cells for *_, name in _marks(one)]
            if any(one and one["formula"] and squeezed(one["formula"]) != key for one in printed):
                message = f"“{shortened(str(cell['text']))}” stands beside another figure"
                yield Objection(NAME, message, place_of(cell))
            texts = {squeezed(str(one["text"])) for one in cells}
            if not any(name and any(name in text for text in texts) for name in named[key]):
                message = f"“{shortened(str(cell['text']))}” stands at the name of another figure"
                yield Objection(NAME, message, place_of(cell))


def _misunited(unit: Record, lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each number before the unit of another indicator."""
    text = str(unit["text"]).replace("\u00a0", " ")
    for start, end, name in unit.get("marks", ()):
        figure = lineage.figures.get(name)
        own = str(figure["unit"]) if figure else ""
        printed = read_printed(text[start:end])
        inside = printed.rest.strip() if printed else ""  # the unit may be a part of the figure
        after = (inside or text[end : end + _AROUND_UNIT].strip()).lower()
        found = next((one for one in _UNITS if after.startswith(one.lower())), "")
        alike = {own, *_PROCEDURES} if own in _PROCEDURES else {own}
        if own in _UNITS and found and found not in alike:
            message = f"“{text[start:end]} {found}” is a number of {own}"
            yield Objection(NAME, message, place_of(unit))


def _marks(unit: Record) -> Sequence[tuple[int, int, str]]:
    """Return the figures of a unit with their places."""
    found: Sequence[tuple[int, int, str]] = unit.get("marks", ())
    return found


def _opposed(unit: Record, lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each number beside the opposite of what it is.

    A computed rate is of its part: "đúng hạn 95,89%" rests on all that was done, too.
    """
    text = str(unit["text"]).replace("\u00a0", " ").lower()
    for start, end, name in unit.get("marks", ()):
        own = _of_part(name, lineage)
        first = max((m.end() for m in _CLAUSE.finditer(text, 0, start)), default=0)
        for pattern, these, those in OPPOSITES:
            side = _side(own, these, those)
            found = [*pattern.finditer(text, first, start)] if side else []
            # "64 dịch vụ toàn trình, 110 dịch vụ một phần": its own word may follow a figure
            part = _BEHIND.split(text[end:], maxsplit=1)[0]
            near = [*found[-1:], *pattern.finditer(part)] if side else []
            if near and all(one[side] is None for one in near):
                place = text[found[-1].start() if found else start : end + len(part)]
                message = f"“{shortened(place)}” is of {min(own)}"
                yield Objection(NAME, message, place_of(unit))


def is_opposite(words: str, figure: str, lineage: Lineage) -> bool:
    """Tell whether the name of a figure in a chart has the words of its opposite alone."""
    own = _of_part(figure, lineage)
    for pattern, these, those in OPPOSITES:
        side = _side(own, these, those)
        found = [*pattern.finditer(words.replace("\u00a0", " ").lower())] if side else []
        if found and all(one[side] is None for one in found):
            return True
    return False


def _of_part(figure: str, lineage: Lineage) -> set[str]:
    """Return the indicators of a figure; of a rate without its whole."""
    own = set(_indicators({"marks": [[0, 0, figure]]}, lineage))
    return own - {*_WHOLES} or own


def _side(own: set[str], these: Sequence[str], those: Sequence[str]) -> str:
    """Return on which side of two opposites indicators are, "" on neither."""
    return "own" if own and own <= {*these} else "other" if own and own <= {*those} else ""
