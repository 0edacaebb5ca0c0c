"""What the head of a column or the label of a row says of the figures beside it.

Each says one or more of: what is counted (``words``), when, whose, which level, in what
unit, and whether the figures are results, plans, ranks, changes or shares.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.extraction.places.bodies import key_of
from generator.extraction.places.mentions import PlaceNames
from generator.extraction.places.units import PART, UNIT_NAME, UPPER_OFFICE, is_for_all
from generator.extraction.reading import folded
from generator.extraction.rules import TargetRules
from generator.extraction.words.levels import LEVELS
from generator.extraction.words.tables import TABLES
from generator.model.fact import NATION
from generator.vi.dates import TimeKind, TimeMention, find_times


class Sort(StrEnum):
    """What sort of figures a column or row holds."""

    RESULT = "result"
    TARGET = "target"
    RANK = "rank"
    SCORE = "score"
    SHARE = "share"
    CHANGE = "change"
    ASIDE = "aside"  # the number of a row, a remark
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Words:
    """What a head or label says; ``rest`` are its words apart from all else that it says.

    ``part`` marks an item that goes on with the row above it ("- Trực tuyến"); ``total`` a
    sum; ``unsure`` what is said twice, or in a way that nobody can tell.
    """

    rest: str = ""
    sorts: frozenset[Sort] = frozenset()
    times: tuple[TimeMention, ...] = ()
    place: str | None = None
    level: str | None = None
    unit: str = ""
    total: bool = False
    part: bool = False
    unsure: bool = False

    def joined(self, other: Words) -> Words:
        """Return what two heads one above the other, or two labels of one row, say."""
        places = {one for one in (self.place, other.place) if one}
        levels = {one for one in (self.level, other.level) if one}
        units = {one for one in (self.unit, other.unit) if one}
        return Words(
            f"{self.rest} {other.rest}".strip(),
            self.sorts | other.sorts,
            self.times + other.times,
            next(iter(places), None),
            next(iter(levels), None),
            next(iter(units), ""),
            self.total or other.total,
            self.part or other.part,
            self.unsure or other.unsure or max(map(len, (places, levels, units))) > 1,
        )


UNIT = (
    rf"(?:%|{TABLES.percent}|(?:{TABLES.magnitudes} )?{TABLES.units}"
    rf"|{TABLES.measures}|(?:{TABLES.magnitudes} )?đồng)"
)
_UNIT = re.compile(UNIT)
_IN_UNIT = re.compile(
    rf" ?(?:\( ?{TABLES.unit_marks}?:? ?(?P<a>{UNIT}) ?\)"
    rf"|[,;-] ?{TABLES.unit_marks_bare}:? ?(?P<b>{UNIT})|,? (?P<c>%))$"
)
# "1.", "II.", "a)", "-": what stands before the words
_MARK = re.compile(r"(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]{1,5}|[a-zđ])[.)]+|[-+*•–])\s*")
_PARTED = re.compile(rf"(?:\d{{1,2}}\.\d{{1,2}}[.)]?|[a-zđ]\)|[-+*•–])\s|{TABLES.parts}(?!\w)")
_FORMULA = re.compile(r" ?\(?\(?\d{1,2}\)? ?= ?[\d ()+:/*x%-]{1,40}$| ?\(\d{1,2}\)$")
_BARE_YEAR = re.compile(r"((?:19|20)\d{2})")
_WHOLE_YEAR = re.compile(f"{TABLES.whole_year}")
_FIRST_MONTHS = re.compile(r"(?:6|9) tháng")
_AROUND = re.compile(rf"(?:{TABLES.time_joints} ){{0,2}}$")  # what joins a time to words beside it
_ASIDE = re.compile(f"{TABLES.asides}|#")
_UNITS = re.compile(f"{TABLES.unit_columns}")
_RESULT = re.compile(rf"(?:{TABLES.results_before} )?{TABLES.results}(?: {TABLES.results_behind})?")
# "Số hồ sơ": what the labels part, in this unit
_NUMBER_OF = re.compile(rf"(?:tổng )?số(?: lượng)? (?P<unit>{UNIT})")
_RANK = re.compile(rf"{TABLES.ranks}(?: {TABLES.ranks_behind})?")
_RANKED = re.compile(rf"(?<!\w){TABLES.ranked}(?!\w)")
_SCORE = re.compile(rf"(?:tổng )?(?:số )?{TABLES.scores}(?: {TABLES.scores_behind})?")
_SHARE = re.compile(
    rf"(?:đạt|(?:đạt )?{TABLES.shares}(?: {TABLES.shares_behind})?|(?:mức độ )?hoàn thành)?"
)
_TARGET = re.compile(rf"(?<!\w){TABLES.targets}(?!\w)")
_LABEL_TARGET = re.compile(rf"{TABLES.target_rows}(?: {TABLES.target_rows_behind})?")
_CHANGE = re.compile(
    rf"{TABLES.compared}|(?<!\w)(?:{TABLES.changes}"
    rf"|{TABLES.not_lower.not_before}{TABLES.lower})(?!\w)|\+/-"
)
_EARLIER = re.compile(rf"(?<!\w){TABLES.earlier}(?!\w)")
_REPORTED = re.compile(rf"(?<!\w){TABLES.reported}(?!\w)")
_TOTAL = re.compile(
    rf"{TABLES.totals}(?: {TABLES.wholes}| chung)?(?: ?\([ivx\d+ ]{{1,20}}\))?|{TABLES.wholes}"
)
_NATION = re.compile(f"{TABLES.nations}")
_MEAN = re.compile(rf"(?<!\w){TABLES.means}(?!\w)")
# "Lũy kế" without a time: since when, nobody says
_RUNNING = re.compile(rf"(?<!\w){TABLES.running}(?!\w)")
_LEVEL = re.compile(
    rf"(?:tổng (?:cộng |số )?)?(?:{TABLES.level_before} )?"
    rf"(?:cấp|khối) (?P<level>{LEVELS.named_levels})"
)
_OFFICES = re.compile(rf"(?:khối |các )?{TABLES.departments}")
_UNDER = re.compile(
    rf"(?:ubnd )?các (?P<level>{LEVELS.lower})(?:, (?:thị xã|phường)[^\d]{{0,40}})?"
)
_LEVEL_IN = re.compile(
    rf"(?<!\w)(?:{TABLES.level_inside} )?cấp (?P<level>{LEVELS.tiers_of_province})(?!\w)"
)
_SLUGS = LEVELS.slugs.meanings
# "theo số liệu của Sở Nội vụ": who reports, for the whole province
_REPORT_OF = re.compile(rf"(?<!\w){TABLES.reports}[^.;:]{{0,30}}(?:(?<!\w)(?:của|từ)|:)? ?$")
_FIELD = re.compile(rf"(?<!các )(?<!\w){TABLES.fields}(?! {TABLES.not_fields})(?!\w)")
_INDEX_LEVEL = re.compile(f"{TABLES.not_level}")
_TYPED = re.compile(rf"(?:ubnd )?(?:{TABLES.province_types}|{TABLES.city_types_short}\.?) ")
_CITY = re.compile(rf"(?:ubnd )?(?:{TABLES.city_types}|{TABLES.city_types_short}\.?) ")
_COMMITTEE = re.compile(rf"{TABLES.committees} ")


def head_words(text: str, names: PlaceNames) -> Words:
    """Return what the head of a column says; ``names`` are those of places."""
    said = _bare(text)
    plain = folded(said.rest)
    if _ASIDE.fullmatch(plain):
        return replace(said, sorts=frozenset({Sort.ASIDE}), rest="")
    if _UNITS.fullmatch(plain):
        return replace(said, sorts=frozenset({Sort.UNIT}), rest="")
    if _CHANGE.search(plain) or _EARLIER.search(folded(text)):
        return replace(said, sorts=frozenset({Sort.CHANGE}), rest="")
    found = {
        sort for sort, cue in ((Sort.TARGET, _TARGET), (Sort.RANK, _RANKED)) if cue.search(plain)
    }
    if Sort.TARGET in found:
        return replace(said, sorts=frozenset(found), rest="")
    share = _SHARE.fullmatch(plain) and (said.unit == "%" or plain.startswith("tỷ"))
    if share and said.unit in ("", "%"):
        share = bool(plain) or not said.times
        return replace(said, sorts=frozenset({Sort.SHARE} if share else ()), rest="")
    return _place_or_rest(said, names, found)


def label_words(text: str, names: PlaceNames) -> Words:
    """Return what the label of a row says."""
    said = _bare(text)
    plain = folded(said.rest)
    if _LABEL_TARGET.fullmatch(plain):
        return replace(said, sorts=frozenset({Sort.TARGET}), rest="")
    if _CHANGE.search(plain) or _EARLIER.search(folded(text)):
        return replace(said, sorts=frozenset({Sort.CHANGE}), rest="")
    found = {Sort.RANK} if _RANKED.search(plain) else set()
    return _place_or_rest(said, names, found)


def caption_words(text: str, rules: TargetRules, title: str) -> Words:
    """Return what the paragraph above a table says of all of it: a unit, a field, a plan.

    The ``title`` of the document tells the unit where it begins with one.
    """
    plain = folded(text)
    named = list(UNIT_NAME.finditer(text))
    told = [one for one in named if _REPORT_OF.search(plain, 0, one.start())]
    units = {one["name"] for one in named if one not in told}
    doubt = len(units) > 1 or any(not is_for_all(one["name"]) for one in told)
    titled = UNIT_NAME.match(title)
    if titled and not units and not is_for_all(titled["name"]):
        units = {titled["name"]}
    results = rules.results.found_in(plain)
    planned = not results and (rules.cues.found_in(plain) or _TARGET.search(plain) is not None)
    return Words(
        level=next(iter(units), None),
        sorts=frozenset({Sort.TARGET} if planned else ()),
        unsure=doubt or _FIELD.search(plain) is not None,
    )


def unit_in(text: str) -> str:
    """Return the unit that a whole cell names, "" for none."""
    plain = folded(text).strip(" ().")
    return plain if _UNIT.fullmatch(plain) else ""


def _bare(text: str) -> Words:
    """Take the mark, the unit and the times off a head or label."""
    plain = folded(text)
    part = _PARTED.match(plain) is not None
    mark = _MARK.match(plain)
    lead = mark.end() if mark and mark.end() < len(text) else 0
    text = text[lead:]
    formula = _FORMULA.search(folded(text))
    text = text[: formula.start()] if formula else text
    if plain.strip() == "%":
        return Words("", unit="%")
    unit = _IN_UNIT.search(folded(text))
    printed = ""
    if unit:
        printed = next(one for one in unit.groups() if one)
        text = text[: unit.start()]
    rest, times = _without_times(text)
    part = part or folded(text).startswith(("trong đó", "trong số"))
    return Words(rest, times=times, unit=printed, part=part)


def _without_times(text: str) -> tuple[str, tuple[TimeMention, ...]]:
    """Return a text without its times, and these; a bare year is one."""
    plain = folded(text)
    if _BARE_YEAR.fullmatch(plain.strip(" ()")):
        return "", tuple(find_times(f"năm {plain.strip(' ()')}"))
    if _WHOLE_YEAR.fullmatch(plain):
        return "", (TimeMention(0, len(text), TimeKind.SPAN),)
    if _FIRST_MONTHS.fullmatch(plain):
        return "", tuple(find_times(f"{plain} đầu năm"))
    reported = _REPORTED.search(plain)
    if reported:  # the time of the report, which need not be told
        text = f"{text[: reported.start()]}{text[reported.end() :]}"
        plain = folded(text)
    times = tuple(find_times(plain))
    for one in reversed(times):
        before = text[: one.start]
        joint = _AROUND.search(folded(before))
        text = (before[: joint.start()] if joint else before) + text[one.end :]
    text = re.sub(r"\( ?\)", "", text)
    return " ".join(text.split()).strip(" ,;:.-–()" if "(" not in text else " ,;:.-–"), times


def _place_or_rest(said: Words, names: PlaceNames, found: set[Sort]) -> Words:
    """Return whose the figures are, or what they count."""
    plain = folded(said.rest)
    if not plain:
        return replace(said, sorts=frozenset(found))
    for sort, cue in ((Sort.RESULT, _RESULT), (Sort.RANK, _RANK), (Sort.SCORE, _SCORE)):
        if cue.fullmatch(plain):
            return replace(said, sorts=frozenset({sort}), rest="")
    counted = _NUMBER_OF.fullmatch(plain)
    if counted and said.unit in ("", counted["unit"]):
        return replace(said, sorts=frozenset({Sort.RESULT}), unit=counted["unit"], rest="")
    if _TOTAL.fullmatch(plain.rstrip(":")):
        return replace(said, total=True, rest="")
    if _NATION.fullmatch(plain):
        return replace(said, place=NATION, rest="")
    if _MEAN.search(plain) or (_RUNNING.search(plain) and not said.times):
        return replace(said, unsure=True)
    named = _owner(said, names)
    if named is not None:
        return named
    levels = {match["level"] for match in _LEVEL_IN.finditer(plain)}
    if len(levels) == 1 and not _INDEX_LEVEL.search(plain):
        match = _LEVEL_IN.search(plain)
        cut = said.rest[: match.start()] + said.rest[match.end() :] if match else said.rest
        rest = " ".join(cut.split()).strip(" ,;:.-")
        return replace(said, level=_SLUGS[levels.pop()], rest=rest, sorts=frozenset(found))
    return replace(said, sorts=frozenset(found), unsure=len(levels) > 1)


def _owner(said: Words, names: PlaceNames) -> Words | None:
    """Return the place or level that a head or label is the name of, None for none."""
    text = said.rest.strip(" :.")
    plain = folded(text)
    told = _LEVEL.fullmatch(plain) or _UNDER.fullmatch(plain)
    if told:
        return replace(said, level=_SLUGS[told["level"]], rest="")
    if _OFFICES.fullmatch(plain):
        return replace(said, level="cap-tinh", rest="")
    typed, city = _TYPED.match(plain), _CITY.match(plain)
    slug = names.provinces.get(plain) or (
        names.provinces.get(plain[typed.end() :]) if typed else ""
    )
    if slug and slug in names.cities and city:
        return replace(said, place=names.cities[slug], level=text, rest="")
    if slug:
        return replace(said, place=slug, rest="")
    body = names.bodies.get(key_of(text))
    if body is not None and body.level is None:
        return replace(said, place=body.place, rest="")
    committee = _COMMITTEE.match(plain)
    name = text[committee.end() :] if committee else text
    named = UNIT_NAME.fullmatch(text) or PART.fullmatch(name) or UPPER_OFFICE.fullmatch(text)
    return replace(said, level=name if committee else text, rest="") if named else None
