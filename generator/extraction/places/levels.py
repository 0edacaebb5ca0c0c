"""The level of government that the words of a figure's own clause name.

``attributes`` knows the phrases in which a level is the subject of a sentence ("ở cấp xã",
"cấp xã đạt"); here stand the levels that are named anywhere else in the clause: "tỷ lệ đúng
hạn cấp xã đạt 92%", "cấp huyện cũng tiếp nhận 20.000 hồ sơ".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.extraction.reading import folded
from generator.extraction.view import Figure, View
from generator.extraction.words.levels import LEVELS
from generator.extraction.words.quantities import QUANTITIES
from generator.extraction.words.units import UNITS
from generator.extraction.zones import Zone
from generator.model.fact import Fact

_LINE = rf"{LEVELS.not_lines.not_before}{LEVELS.lines}"
_TIER = re.compile(rf"(?<!\w)(?:{LEVELS.tiers}|{_LINE}) (?P<level>{LEVELS.levels})(?!\w)")
# "cấp huyện, xã", "cấp tỉnh và huyện"
_MORE = re.compile(rf" ?(?:,|/|,? và) ?(?:{LEVELS.more_before} )?{LEVELS.more_levels}(?!\w)")
# "phân cấp cho UBND cấp huyện", "chuyển lên cấp tỉnh": whom something is given, no subject
_GIVEN = re.compile(rf"(?<!\w){LEVELS.given_to} (?:{LEVELS.given_bodies} ){{0,3}}$")
# "các cơ quan, đơn vị, UBND cấp xã": bodies of other levels, too
_BESIDE = re.compile(
    rf"(?<!\w)(?:{LEVELS.beside}|{LEVELS.beside_offices}(?: [^\W\d_]+){{0,3}}"
    rf"|{LEVELS.beside_centres}(?: [^\W\d_]+){{2,7}})(?: (?:của|thuộc) tỉnh)?"
    rf"(?:,|,? và|,? cùng) (?:{LEVELS.beside_parts} [^,;:.\d]{{0,40}})?(?:của |tại )?"
    rf"(?:(?:cấp )?huyện,? (?:và )?)?(?:{LEVELS.beside_before} ){{0,2}}$"
)
# "Hệ thống thông tin giải quyết TTHC cấp tỉnh" is that of the whole province
_SYSTEM = re.compile(rf"(?<!\w){LEVELS.systems}(?: [^\W\d_]+){{0,10}} ?$")
_HELD = re.compile(rf"(?<!\w){LEVELS.held_by} $")
_WHOLE = re.compile(
    rf"(?<!\w)(?:{LEVELS.whole_province} {LEVELS.province}"
    rf"|(?:[,;:] |^){LEVELS.province_alone})(?!\w)"
)
# "của huyện là 97%, của xã là 92%": a level where another one is named, too
_BARE = re.compile(
    rf"(?<!\w){LEVELS.bare_before} (?P<level>{LEVELS.lower})(?= (?:{LEVELS.bare_behind}|\d)|,)"
)
_OTHERS = re.compile(
    rf"(?<!\w)(?:{LEVELS.bare_before} {LEVELS.tiers_of_province}|{LEVELS.departments}"
    rf"|cấp {LEVELS.tiers_of_province})(?!\w)"
)
# what parts the words of one figure from those of the next
_MARK = re.compile(rf"[,;:(]|(?<!\w){LEVELS.parting}(?!\w)")
_LAST = re.compile(r" ?(?:[,;.)]|$)")
_SHUT_ROW = re.compile(rf"; (?:còn |riêng |trong đó,? )?{LEVELS.counted_afresh}(?!\w)")
# a subject of its own, or a sum: what was spoken of before is over; "cấp phiếu" is a verb
# ("598.112 bộ" are dossiers, none of a ministry)
_SUBJECT = re.compile(
    rf"(?<!\w)(?!(?<=\d )bộ(?!\w))(?:{LEVELS.subjects}"
    rf"|{LEVELS.gives.not_before}{LEVELS.level_word}(?! {LEVELS.issued}| \d)|{_LINE})(?!\w)"
)
# "Toàn tỉnh có 3 khối; cấp xã tiếp nhận …": the sentence speaks of the whole, too
_OF_ALL = re.compile(rf"{LEVELS.not_of_all.not_before}(?<!\w){LEVELS.province}(?!\w)")
# "các xã, phường trên địa bàn tỉnh", "102 xã của tỉnh": only where the bodies of a level lie
_LIES_IN = re.compile(
    rf"(?<!\w)(?P<body>{LEVELS.lying_in}) {LEVELS.lies_in} {LEVELS.province}(?!\w)"
)
_REST = re.compile(rf"(?<!\w)(?:{LEVELS.rest}|{LEVELS.not_fields.not_before}{LEVELS.fields})(?!\w)")
# "…, trong đó 98 dịch vụ toàn trình": some of what was told right before
_PART_OF = re.compile(rf"[,;:(] {LEVELS.parts}:?(?: có)?(?: [^\W\d_]+){{0,2}} $")
_SINGLES_OUT = re.compile(rf"(?<!\w){LEVELS.singles_out}(?!\w)")
# between a score and its rank
_TO_RANK = re.compile(
    rf"\d[\d.,/]*(?: ?%| điểm)?,? (?:và |cùng )?(?:{QUANTITIES.rank_before} |hạng ){{0,2}}"
)
# "do phải chờ kết quả của Trung tâm A, còn 20 hồ sơ": who is only waited for is no subject
_REASON = re.compile(rf"(?<!\w){LEVELS.reasons}(?!\w)[^,;:.\d]{{0,160}}")
# "Sở A có 40 dịch vụ; tiếp nhận 900 hồ sơ": a verb with no subject of its own
_VERB = re.compile(rf"(?:[,;]|,? và) (?:đã )?{LEVELS.goes_on}(?: [^\W\d_]{{1,10}}){{0,4}} $")
# "Năm 2022, đã tiếp nhận 900 hồ sơ": a sentence that names nobody
_ACTS = re.compile(
    r"(?:(?:trong |cả |tính )?(?:\d{1,2} tháng|tháng \d|quý |năm \d|từ |đến )[^;:]{0,40}?,? )?"
    rf"(?:đã )?{LEVELS.goes_on}(?: [^\W\d_]{{1,10}}){{0,4}} "
)
_SHORTLY = re.compile(
    rf"(?P<body>{LEVELS.shortly})(?= (?:{UNITS.shortly_does}|{LEVELS.shortly_this})(?!\w))"
)
_ALL_BODIES = re.compile(rf"các {LEVELS.local_bodies} {UNITS.shortly_does}(?!\w)")
_BELOW = frozenset({"cap-huyen", "cap-xa"})
_EACH = len("các ")
_SLUGS = LEVELS.slugs.meanings
BEFORE = "level/before"
"""The rule that gives a figure the level of those before it."""
_FORMS = frozenset({"rate", "total"})  # what is counted is told by the other words of a name
_GLUED = 2  # characters of ", " between a level and the whole that it is a level of
_BACK = 90  # characters before a level that can tell what it belongs to


@dataclass(frozen=True, slots=True)
class Named:
    """A level and where its name ends in the sentence."""

    end: int
    level: str


@dataclass(frozen=True, slots=True)
class Level:
    """The level or unit that a figure is of, and ``by`` the rule that tells it."""

    name: str
    by: str

    @classmethod
    def of(cls, name: str | None, by: str) -> Level | None:
        """Return a level told by the rule ``level/by``, None where there is no name."""
        return cls(name, f"level/{by}") if name is not None else None


def level_named(
    view: View, index: int, zone: Zone, places: Sequence[tuple[int, int]]
) -> Named | None:
    """Return the level that the clause of a figure names last before it, None if none.

    A level among the words of a figure before is that one's; where several are named
    together, or the whole province or one of ``places`` is named after it, none is told.
    """
    start, left = view.figures[index].start, zone.clause_left
    before = [one for one in view.figures[:index] if one.end > left]
    ends = [one.start for one in before]
    gaps = list(zip([left, *(one.end for one in before)], [*ends, start], strict=True))
    for number, (low, high) in reversed(tuple(enumerate(gaps))):
        part = _from_mark(view.text, low, high) if number else low
        found = list(_TIER.finditer(view.text, part, high))
        found = found or _bare(view.text, part, high + 1)  # with its first digit
        found = [one for one in found if not is_closed(view.text, one.start(), start)]
        if not found:
            continue
        return _one_of(view.text, found, start, places)
    return None


def is_row_over(text: str, end: int, start: int) -> bool:
    """Tell whether a row of levels that ends at ``end`` is closed before a figure at ``start``.

    "cấp huyện 6.918 hồ sơ, cấp xã 26.154 hồ sơ; hồ sơ trực tuyến là 19.281": those are of both.
    """
    shut = _SHUT_ROW.search(text, end, start)
    # in one clause: "Cấp tỉnh: …; Cấp huyện: 123 hồ sơ; số trễ hẹn là 5" goes on with the last
    left = text.rfind(";", 0, end) + 1
    named = {match["level"] for match in _TIER.finditer(text, left, end)}
    return shut is not None and len(named) > 1


def _bare(text: str, low: int, high: int) -> list[re.Match[str]]:
    """Return "của huyện" and "ở xã" where the sentence sets levels side by side."""
    found = list(_BARE.finditer(text, low, high))
    return found if found and len(set(_OTHERS.findall(text))) > 1 else []


def _from_mark(text: str, low: int, high: int) -> int:
    """Return where the words after a figure are no longer its own."""
    mark = _MARK.search(text, low, high)
    return mark.start() if mark else high


def _one_of(
    text: str, found: Sequence[re.Match[str]], start: int, places: Sequence[tuple[int, int]]
) -> Named | None:
    """Return the one level that is named, None where several or other things are."""
    last = found[-1]
    if len({match["level"] for match in found}) > 1 or _MORE.match(text, last.end()):
        return None
    slug = _SLUGS.get(last["level"])
    if (
        slug is None
        or is_over(text, last.end(), start)
        or any(last.end() <= low < start for low, _ in places)
    ):
        return None
    return None if _is_other(text, last.start(), slug) else Named(last.end(), slug)


def is_over(text: str, end: int, start: int) -> bool:
    """Tell whether a level that is named up to ``end`` gives way to the whole before a figure.

    "cấp xã của tỉnh" and "với cấp xã, toàn tỉnh" are the level yet.
    """
    whole = _WHOLE.search(text, end, start)
    return whole is not None and whole.start() > end + _GLUED


def is_closed(text: str, at: int, start: int) -> bool:
    """Tell whether a level at ``at`` is of a part in brackets that close before a figure.

    "nhận 900 hồ sơ (cấp xã 500), trả 880 hồ sơ": the last are of all. "(cấp xã)" without a
    number only explains the name before it.
    """
    opened = text.rfind("(", 0, at)
    if opened < 0 or ")" in text[opened:at]:
        return False
    end = text.find(")", at, start)
    return end >= 0 and any(map(str.isdigit, text[opened:end]))


def is_in_reason(text: str, at: int, start: int) -> bool:
    """Tell whether what stands at ``at`` belongs to a reason that is closed before a figure.

    "9 hồ sơ trễ hạn do chưa có ý kiến của Sở Tài chính, 25 hồ sơ đang giải quyết".
    """
    reasons = _REASON.finditer(text, 0, start)
    return any(one.start() < at < one.end() < start for one in reasons)


def is_beside(text: str, start: int) -> bool:
    """Tell whether the level at ``start`` is named together with bodies of other levels."""
    return _BESIDE.search(text, max(0, start - _BACK), start) is not None


def _is_other(text: str, start: int, slug: str) -> bool:
    """Tell whether the level before ``start`` is no subject, or only names a system."""
    before = text[max(0, start - _BACK) : start]
    if _GIVEN.search(before) or is_beside(text, start):
        return True
    return slug == "cap-tinh" and not _HELD.search(before) and _SYSTEM.search(before) is not None


def level_behind(view: View, figure: Figure, zone: Zone) -> str | None:
    """Return the level that ends the words behind a figure: "92% hồ sơ … tại cấp xã"."""
    right = zone.near_right
    found = list(_TIER.finditer(view.text, figure.end, right))
    if len(found) != 1 or not _LAST.match(view.text, found[0].end()):
        return None
    slug = _SLUGS.get(found[0]["level"])
    if slug is None or _MORE.match(view.text, found[0].end()):
        return None
    return None if _is_other(view.text, found[0].start(), slug) else slug


BY_NAME = "level/name"
"""The rule of a level that is told by a name without its type: "Bình Sơn dẫn đầu (78%)"."""


def level_told(text: str, facts: Sequence[Fact]) -> Fact | None:
    """Return the last fact of a sentence that speaks of one level alone, None if it does not.

    The "tỉnh" of "Công an tỉnh" is no province, nor "thành phố" behind "TP. Tuy Hòa".
    """
    levels = {fact.level for fact in facts}
    if len(levels) != 1 or None in levels:
        return None
    if BY_NAME in facts[-1].rules and singles_out(text):
        return None
    level = folded(facts[-1].level or "")
    words = _LIES_IN.sub(r"\g<body>", text.replace(level, ""))
    if level.startswith(("tp", "thành phố")):
        words = words.replace("thành phố", "")
    return None if _OF_ALL.search(words) else facts[-1]


def singles_out(text: str) -> bool:
    """Tell whether a folded sentence names the first or the last of several: "cao nhất, 83,5%"."""
    return _SINGLES_OUT.search(text) is not None


def names_subject(text: str, left: int, right: int) -> bool:
    """Tell whether a stretch of a folded sentence names somebody whom a figure can be of."""
    return _SUBJECT.search(text, left, right) is not None


def names_nobody(text: str, start: int) -> bool:
    """Tell whether a folded sentence says up to ``start`` only when and what: "đã tiếp nhận "."""
    return _ACTS.fullmatch(text, 0, start) is not None and not names_subject(text, 0, start)


def level_kept(
    before: Fact | None, text: str, start: int, place: str, indicator: str
) -> str | None:
    """Return the level that a figure at ``start`` takes from the sentence ``before`` it.

    "Cấp tỉnh tiếp nhận 10.000 hồ sơ. Trễ hạn 20 hồ sơ": the second sentence has no subject
    of its own. None where it has one, or counts things of another kind.
    """
    if before is None or before.place != place:
        return None
    other = [one for one in _SUBJECT.finditer(text, 0, start) if not _is_same(one, text, before)]
    alike = _is_alike(before, indicator)
    # "Sở A có 40 dịch vụ. Năm 2022, tiếp nhận 900 hồ sơ" goes on with the same body
    body = before.level not in _SLUGS.values() and before.level is not None
    return before.level if not other and (alike or body) else None


def level_of_score(facts: Sequence[Fact], view: View, start: int, indicator: str) -> Level | None:
    """Return the level of the score right behind which its rank stands at ``start``, else None.

    "Việt Trì 90,12 điểm; Tân Lạc 74,6 điểm, hạng 117": the rank is that of the last.
    """
    score = facts[-1] if facts else None
    begin = score.number_start - view.sentence.start if score else -1
    if score is None or begin < 0 or not indicator.endswith("_rank"):
        return None
    twins = score.indicator == indicator.removesuffix("_rank") + "_score"
    near = twins and _TO_RANK.fullmatch(view.text, begin, start) is not None
    return Level.of(score.level if near else None, "before")


def level_going_on(
    facts: Sequence[Fact], view: View, start: int, place: str, indicator: str
) -> str | None:
    """Return the level that all ``facts`` of a sentence have, for one more figure at ``start``.

    "Sở Xây dựng tiếp nhận 1.000 hồ sơ; trễ hạn 5 hồ sơ": the last is of the department, too.
    """
    base = view.sentence.start
    here = [fact for fact in facts if fact.number_start >= base]
    if not here or len({(fact.place, fact.level) for fact in here}) != 1:
        return None
    last = here[-1]
    words = _REASON.sub("", view.text[last.number_start - base : start])
    over = _SUBJECT.search(words) or _REST.search(words)
    part = _PART_OF.search(words) or _VERB.search(words)
    if over or last.place != place or not (part or _is_alike(last, indicator)):
        return None
    return last.level


def _is_alike(fact: Fact, indicator: str) -> bool:
    """Tell whether an indicator counts things of the kind that a fact counts."""
    return bool(set(fact.indicator.split("_")) & set(indicator.split("_")) - _FORMS)


def _is_same(subject: re.Match[str], text: str, before: Fact) -> bool:
    """Tell whether a subject is the one of the fact before: "Trung tâm đã tiếp nhận".

    Behind a level below the province "các địa phương đã giải quyết" are all bodies of that level.
    """
    each = subject.start() - _EACH
    opens = each == 0 or text[max(0, each - 2) : max(0, each)] == ", "
    if before.level in _BELOW and opens and _ALL_BODIES.match(text, each):
        return True
    short = _SHORTLY.match(text, subject.start())
    return short is not None and folded(before.level or "").startswith(short["body"])
