"""What a report says in two places must agree: neither of them proves itself alone.

The table of contents names the headings, a unit line the units of its table, a caption the
time of its figures, the list of sources its documents, a target the year that its act sets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from generator.catalogue import load_catalogue
from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record, decimal
from generator.verify.naming import OPPOSITES
from generator.verify.objection import Objection
from generator.verify.origins import is_target
from generator.verify.reading.text import squeezed
from generator.verify.speaking import words_of
from generator.verify.unmarked import LEGAL, place_of
from generator.verify.witnesses import row_of

AGREEING = "số liệu: không khớp trong văn bản"
_LEAST_THEME = 3  # syllables of a name that another one may be mistaken for
_ALIKE = 0.4  # of its syllables a word exchanged takes at the most
# "Biểu đồ 5. Hạng Chỉ số …" over its points
_SCORED = re.compile(r"(?P<own>điểm(?: số)?)(?!\w)|(?P<other>hạng|vị thứ)(?!\w)")
_YEAR = re.compile(
    r"(?:năm |ngày \d{1,2}/\d{1,2}/|tháng \d{1,2}/|đến \d{1,2}/\d{1,2}/)(\d{4})(?!\d)"
)
_COMPARED = re.compile(r" so với | so cùng ")
# of what the figures are held against, not when they were counted
_PLAN = re.compile(r"kế hoạch|mục tiêu|chương trình|đề án|chỉ tiêu|dự kiến|ước", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*\[(\d+)\]\s*")
_UNTIL = re.compile(r"\D{0,40}?đến (?:hết |cuối )?năm (\d{4})")
_SIGN = "%"
_RANK = "hạng"
_SCALE = re.compile(r"\b(?:trăm|nghìn|ngàn|vạn|triệu|tỷ)\b")
_SINCE = re.compile(r"từ (?:ngày \d{1,2}/\d{1,2}/|tháng \d{1,2}/|năm )(\d{4}) đến", re.IGNORECASE)
_SYLLABLE = re.compile(r"\w+")
_HEAD = re.compile(r"(?:[IVX]+\.|[\d.]+|[a-zđ]\)) ")
_WITH = re.compile(r"\(Kèm theo ")


def agreeing_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each text that another part of the report contradicts."""
    yield from _contents(lineage.printed)
    yield from _unit_lines(lineage)
    yield from _captions(lineage)
    yield from _sources(lineage)
    yield from _targets(lineage)
    yield from _themes(lineage)
    yield from _begun(lineage)
    yield from _enclosed(lineage.printed)


def _contents(units: Sequence[Record]) -> Iterator[Objection]:
    """Yield an objection for each entry of the contents that is no heading behind the last."""
    heads = list(_headings(units))
    at = 0
    for unit in units:
        if unit["kind"] != "contents":
            continue
        key = squeezed(str(unit["text"]))
        found = next((i for i in range(at, len(heads)) if key in heads[i]), None)
        if found is None:
            message = f"no heading reads “{shortened(str(unit['text']))}” there"
            yield Objection(AGREEING, message, place_of(unit))
        else:
            at = found + 1


def _headings(units: Iterable[Record]) -> Iterator[set[str]]:
    """Yield what each heading may be called; an appendix with its title or without."""
    known: list[set[str]] = []
    last = ""
    for unit in units:
        key = squeezed(str(unit["text"]))
        if unit["kind"] in ("heading", "appendix"):
            known.append({key})
            last = key
        elif unit["kind"] == "appendix-title" and known:
            known[-1] |= {last + key, f"{last}.{key}", f"{last}:{key}"}
    yield from known


def unit_words_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each unit line that names no unit at all ("theo từng chỉ tiêu")."""
    known = frozenset(one.unit.casefold() for one in load_catalogue().indicators.values())
    for unit, message in _misnamed(lineage):
        if not _named(unit, known):
            yield Objection(AGREEING, message, place_of(unit))


def _unit_lines(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each unit line that names a unit of other figures than its table's."""
    known = frozenset(one.unit.casefold() for one in load_catalogue().indicators.values())
    for unit, message in _misnamed(lineage):
        if _named(unit, known):
            yield Objection(AGREEING, message, place_of(unit))


def _named(unit: Record, known: Iterable[str]) -> bool:
    """Tell whether a unit line names a unit or a scale."""
    line = str(unit["text"]).casefold()
    return _SCALE.search(line) is not None or any(one in line for one in known)


def _misnamed(lineage: Lineage) -> Iterator[tuple[Record, str]]:
    """Yield each unit line that does not name the units of its table's figures, and why."""
    figures = _by_table(lineage)
    for unit, behind in zip(lineage.printed, lineage.printed[1:], strict=False):
        if unit["kind"] != "unit" or "table" not in behind:
            continue
        units = {str(one["unit"]) for one in figures.get(str(behind["table"]), ())}
        units = units - {_RANK} or units  # a column of the order says so in its head
        wanted = units - {_SIGN} or units
        line = str(unit["text"]).casefold()
        scaled = [one for one in _SCALE.findall(line) if one not in " ".join(wanted).casefold()]
        if wanted and (scaled or not any(one.casefold() in line for one in wanted)):
            yield unit, f"“{unit['text']}” stands over figures in {', '.join(sorted(wanted))}"


def _by_table(lineage: Lineage) -> dict[str, list[Record]]:
    """Return the figures of each table by its id."""
    found: dict[str, list[Record]] = {}
    for unit in lineage.printed:
        for *_, name in unit.get("marks", ()) if "table" in unit else ():
            if name in lineage.figures:
                found.setdefault(str(unit["table"]), []).append(lineage.figures[name])
    return found


def _captions(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each caption of other years, or of the opposite, of its figures."""
    figures = _by_table(lineage)
    units = lineage.printed
    for at, unit in enumerate(units):
        if unit["kind"] != "caption":
            continue
        shown = list(_captioned(units, at, lineage, figures))
        if reason := _mistimed(unit, shown, lineage) or _opposite(unit, shown, lineage):
            message = f"“{shortened(str(unit['text']))}” is over figures of {reason}"
            yield Objection(AGREEING, message, place_of(unit))


def _mistimed(unit: Record, shown: Sequence[Record], lineage: Lineage) -> str:
    """Return the years of figures where their caption names others, "" where it does not."""
    years = _years(str(unit["text"]))
    begun, ended = _spanned(shown, lineage)
    if not years or not ended:
        return ""
    is_right = max(years) == max(ended) and min(years) in begun | ended
    return "" if is_right else _span(begun | ended)


def _opposite(unit: Record, shown: Sequence[Record], lineage: Lineage) -> str:
    """Return what figures are of where their caption only names the opposite of it."""
    measured = {str(fact["indicator"]) for one in shown for fact in lineage.inputs(one)}
    scored = tuple(name for name in measured if name.endswith("_score"))
    ranked = tuple(name for name in measured if name.endswith("_rank"))
    for words, own, other in (*OPPOSITES, (_SCORED, scored, ranked)):
        said = [match.lastgroup for match in words.finditer(str(unit["text"]).lower())]
        sides = {"own": measured.intersection(own), "other": measured.intersection(other)}
        wanted = {side for side, names in sides.items() if names}
        both = len(wanted) > 1 and len(said) > 1 and len(set(said)) == 1
        if said and wanted and (both or wanted.isdisjoint(said)):
            return ", ".join(sorted(sides["own"] | sides["other"]))
    return ""


def _captioned(
    units: Sequence[Record], at: int, lineage: Lineage, figures: Mapping[str, Sequence[Record]]
) -> Iterator[Record]:
    """Yield the figures under a caption of a table, or over that of a chart."""
    before = units[at - 1] if at else {}
    if before.get("kind") == "chart":
        names = (name for series in before["series"] for name in series["figures"] if name)
        yield from (lineage.figures[name] for name in names if name in lineage.figures)
        return
    behind = next((one for one in units[at + 1 : at + 3] if "table" in one), {})
    yield from figures.get(str(behind.get("table", "")), ())


def _years(text: str) -> list[int]:
    """Return the years that a text names; those of acts and plans are no times of figures."""
    plain = _COMPARED.split(text.replace("\u00a0", " "))[0]
    if _PLAN.search(plain):
        return []
    for pattern in LEGAL:
        plain = pattern.sub(" ", plain)
    return [int(match[1]) for match in _YEAR.finditer(plain)]


def _spanned(figures: Iterable[Record], lineage: Lineage) -> tuple[set[int], set[int]]:
    """Return the years in which the facts of figures begin, and those in which they end."""
    facts = [fact for one in figures for fact in lineage.inputs(one)]
    begun = {int(str(fact["start"])[:4]) for fact in facts if fact["start"]}
    return begun, {int(str(fact["end"])[:4]) for fact in facts}


def _span(years: Iterable[int]) -> str:
    """Print the first and the last of some years."""
    known = sorted(set(years))
    return str(known[0]) if len(known) == 1 else f"{known[0]} to {known[-1]}"


def _sources(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each row "[2]" of a list that does not name the second document."""
    rows: dict[tuple[object, object], list[Record]] = {}
    for unit in lineage.printed:
        if "table" in unit and not unit.get("head"):
            rows.setdefault((unit["table"], unit["row"]), []).append(unit)
    for first, *others in rows.values():
        number = _NUMBERED.fullmatch(str(first["text"]))
        if number is None or not 1 <= int(number[1]) <= len(lineage.documents) or not others:
            continue
        document = lineage.documents[int(number[1]) - 1]
        told = [squeezed(str(one["text"])) for one in others]
        name = str(document.get("title") or document["id"])
        for words in filter(None, (name, str(document.get("publisher") or ""))):
            if not any(squeezed(words) in text for text in told):
                message = f"the list does not name “{shortened(words)}” as source {number[1]}"
                yield Objection(AGREEING, message, place_of(first))


def _targets(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each target "20% đến hết năm 2025" that is set for another year."""
    for unit in lineage.printed:
        text = str(unit["text"]).replace("\u00a0", " ")
        for _, end, name in unit.get("marks", ()):
            figure = lineage.figures.get(name)
            told = _UNTIL.match(text, end) if figure and is_target(figure) else None
            if figure is None or told is None:
                continue
            measured = lineage.measured(lineage.inputs(figure))
            years = {
                str(one["until"])[:4]
                for one in lineage.targets
                if one["indicator"] in measured
                and decimal(one["value"]) == decimal(figure["value"])
            }
            if years and told[1] not in years:
                message = f"the target {figure['value']} is set until {min(years)}, not {told[1]}"
                yield Objection(AGREEING, message, place_of(unit))


def _themes(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each heading that is the name of a theme but for a word."""
    labels = (str(one["label"]) for one in lineage.indicators.values())
    known = {tuple(words_of(one)) for one in (*lineage.words, *labels)}
    groups = {group.label for group in load_catalogue().groups.values()}
    themes = [_syllables(one) for one in groups.intersection(lineage.words)]
    for unit in lineage.printed:
        text = str(unit["text"]).strip()
        head = _HEAD.match(text)
        name = text[head.end() :] if head else text
        if unit["kind"] != "heading" or tuple(words_of(name)) in known:
            continue
        if any(_is_exchanged(one, _syllables(name)) for one in themes):
            message = f"“{unit['text']}” is no theme of the report"
            yield Objection(AGREEING, message, place_of(unit))


def _syllables(text: str) -> list[str]:
    """Return the syllables of a name in small letters."""
    return _SYLLABLE.findall(text.casefold())


def _is_exchanged(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two names differ by one word that stands in place of another."""
    size = max(len(one), len(other))
    if size < _LEAST_THEME or min(len(one), len(other)) < (1 - _ALIKE) * size:
        return False
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    unlike = [code for code in codes if code[0] != "equal"]
    return (
        len(unlike) == 1
        and unlike[0][0] == "replace"
        and max(unlike[0][2] - unlike[0][1], unlike[0][4] - unlike[0][3]) <= _ALIKE * size
    )


def _begun(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each row "Từ năm 2021 đến …" whose facts begin in other years."""
    rows: dict[tuple[object, ...], list[Record]] = {}
    for unit in lineage.printed:
        if "table" in unit and not unit.get("head"):
            rows.setdefault(row_of(unit), []).append(unit)
    for cells in rows.values():
        told = {name for cell in cells for *_, name in cell.get("marks", ())}
        begun, _ = _spanned((lineage.figures[n] for n in told if n in lineage.figures), lineage)
        for cell in cells:
            since = _SINCE.match(str(cell["text"]).replace("\u00a0", " "))
            if since and begun and int(since[1]) not in begun:
                message = f"“{cell['text']}” is beside figures that begin in {_span(begun)}"
                yield Objection(AGREEING, message, place_of(cell))


def _enclosed(units: Iterable[Record]) -> Iterator[Objection]:
    """Yield an objection where an appendix goes with another report than those before it."""
    first = ""
    for unit in units:
        text = str(unit["text"])
        if unit["kind"] != "appendix-title" or not _WITH.match(text):
            continue
        first = first or text
        if text != first:
            yield Objection(
                AGREEING, f"“{shortened(text)}” is not “{shortened(first)}”", place_of(unit)
            )
