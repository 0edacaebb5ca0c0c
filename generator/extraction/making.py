"""A fact put together from a figure, its meaning and what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extraction.counted import attributes, changes
from generator.extraction.places import units
from generator.extraction.places.levels import BEFORE, Level, Named
from generator.extraction.places.sectors import SECTORS, sector_of
from generator.extraction.rules import Rule
from generator.extraction.view import Figure, View
from generator.extraction.words.clauses import CLAUSES
from generator.extraction.words.levels import LEVELS
from generator.extraction.zones import Zone
from generator.model.fact import NATION, Fact, Source
from generator.model.period import Period

TIERS = frozenset({"cap-tinh", "cap-huyen", "cap-xa"})
"""The levels of government."""
_LOCAL = frozenset({"cap-huyen", "cap-xa"})
# "2 cấp huyện và xã", "cấp huyện, cấp xã"
_BOTH = re.compile(r"cấp huyện(?:,| và|, và) (?:ubnd )?(?:cấp )?xã")
_LEVELS = re.compile(
    r"(?<!\w)(?:cấp (?:huyện|xã)|(?<!và )(?<!và ubnd )(?:ubnd )?các xã"
    r"|của (?:huyện|xã)(?= (?:là |đạt )?\d)"
    rf"|ubnd huyện(?= (?:đã )?{LEVELS.goes_on}))(?!\w)"
)
_POLICE = ("Công an", "công an")
_QUOTE = 300  # characters of a quote on either side of its number
_CLAUSE = 120  # characters of a clause before its number that a quote takes whole
# a footnote mark cut in two, or words that lead on to what is not quoted
_DANGLING = re.compile(rf"(?:\[\d*\]?[ .,]*|[ ,]{CLAUSES.dangling}[ ,]*){{1,8}}$")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a figure says: by which rule, of whom and when; ``told`` names the rules.

    ``part`` is the part of the place that the text speaks of where no level is told, ``named``
    the level that the figure's own clause names, ``home`` the part that the whole text is about.
    """

    rule: Rule
    place: str
    level: Level | None
    period: Period
    told: tuple[str, ...]
    part: Level | None = None
    named: Named | None = None
    home: str | None = None


def make(doc: str, text: str, seen: View, index: int, here: Zone, meaning: Meaning) -> Fact:
    """Return the fact of a figure; ``text`` is the whole text of the source ``doc``."""
    figure = seen.figures[index]
    quantity, left = figure.quantity, seen.sentence.start
    base = "period/base" in meaning.told  # "…, so với năm 2023 là 60%, tăng 20%": not of the 60
    change = None if base else changes.change_of(seen, index, meaning.period, meaning.rule)
    until = changes.told_until(seen, index) if change else figure.end
    start, end = (left + offset for offset in _quote(seen, figure, here, until))
    level = meaning.level
    if level is None:
        level = _level(seen, figure, here, meaning)
    approx = attributes.approx_of(seen, figure)
    share = figure.share.value if figure.share else None
    marks = {"total": quantity.total, "share": share, "approx": approx, "change": change}
    printed = [f"{name}/printed" for name, value in marks.items() if value is not None]
    return Fact(
        indicator=meaning.rule.indicator,
        place=meaning.place,
        level=level.name if level else None,
        period=meaning.period,
        value=quantity.value,
        unit=meaning.rule.unit,
        source=Source(doc, start, end, text[start:end]),
        total=quantity.total,
        share=share,
        approx=approx,
        change=change,
        printed=seen.original[quantity.start : quantity.number_end],
        number_start=left + quantity.start,
        rules=(*meaning.told, *([level.by] if level else ()), *printed),
        before=seen.original[: quantity.start],
        after=seen.original[quantity.number_end :],
    )


def _level(seen: View, figure: Figure, here: Zone, meaning: Meaning) -> Level | None:
    """Return the level or unit of a figure by the words around it, else the part in mind.

    Of the whole country there are only the levels of government, and its ministries.
    """
    says = [(hit.start, hit.end) for hit in seen.hits(meaning.rule.says)]
    name = attributes.level_of(seen, figure, here, says, meaning.named)
    if _is_no_level(meaning.rule, name or ""):
        name = None
    # "cấp huyện 16.000 hồ sơ; cấp xã 21.000"
    both = len({"xã" in one for one in _LEVELS.findall(seen.text)}) > 1
    own = (name in _LOCAL and not both) or _BOTH.fullmatch(name or "")
    if own and meaning.home and units.UNIT_TYPE.match(meaning.home):
        return Level.of(meaning.home, "part")  # "cấp xã" of a district are its own communes
    if meaning.place != NATION:
        part = meaning.part
        known = part is not None and not _is_no_level(meaning.rule, part.name)
        return Level.of(name, "named") or (part if known else None)
    if name not in TIERS:
        name = sector_of(seen, figure, here, meaning.rule)
    before = meaning.part  # "cấp bộ tiếp nhận 5.000 hồ sơ, tỷ lệ đúng hạn đạt 90%"
    going_on = before is not None and before.by == BEFORE and before.name in SECTORS
    return Level.of(name, "named") or (before if going_on else None)


def _is_no_level(rule: Rule, name: str) -> bool:
    """Tell whether a level says nothing of what is counted.

    The police issue the cards of the whole province; only provinces have such centres, and
    what is done there is what the province has put there.
    """
    if rule.indicator.endswith("_at_one_stop"):
        return name.startswith("Trung tâm") and name.endswith("tỉnh")
    if rule.only_level:
        return name == rule.only_level
    return bool(rule.for_all) and name.startswith(_POLICE)


def _quote(seen: View, figure: Figure, here: Zone, until: int) -> tuple[int, int]:
    """Return the stretch of a sentence that carries a number and its meaning.

    It reaches to ``until``, the end of a printed change, begins with the clause where
    that is near, and ends with a word that does not ask for another one.
    """
    left = here.near_left if figure.start - here.near_left <= _QUOTE else figure.start
    start = here.clause_left if figure.start - here.clause_left <= _CLAUSE else left
    least = max(figure.end, until)
    end = max(least, min(here.near_right, figure.end + _QUOTE))
    text = seen.text
    for named in units.BODY_NAME.finditer(seen.original, 0, figure.start):
        if named.start() < start < named.end():
            start = named.start()
    closed = text.find(")", start, figure.start)
    if closed >= 0 and "(" not in text[start:closed]:  # "(BT Online) - Quý I/2024 …"
        start = closed
    while start < figure.start and not text[start].isalnum():
        start += 1
    dangling = _DANGLING.search(text, least, end)
    end = dangling.start() if dangling else end
    while end > least and not text[end - 1].isalnum():
        end -= 1
    inside = text[start:end]
    opened = inside.count("(") > inside.count(")")
    return start, end + (opened and text[end : end + 1] == ")")
