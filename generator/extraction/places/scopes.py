"""Whose a figure of a sentence is, by the places that the sentence names and what is in mind.

The nearest place named before a figure counts, then the one that a rank names behind it,
then what the sentence as a whole is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.extraction.places.central import Whose
from generator.extraction.places.mentions import Mention
from generator.extraction.words.changes import CHANGES
from generator.extraction.words.subjects import SUBJECTS
from generator.model.fact import NATION

_BODY = "bo-"  # how the places of ministries begin
_TYPE = rf"(?: {SUBJECTS.province_types}| {SUBJECTS.city_short}\.?)"
_NAMES = re.compile(
    rf"\d{{1,2}}(?:/\d{{2}})?(?:(?: {SUBJECTS.rank_joints}|:| -)(?: ubnd)?{_TYPE}?|{_TYPE}) "
)
# "cao hơn mức 90,2% của Đồng Nai và 79,5% của Sơn La": whose it is stands right behind it
_OF = re.compile(rf"\d[\d.,]*(?:/\d+)? ?(?:%|điểm|{CHANGES.value_units})? của(?: ubnd)?{_TYPE}? ")
# "đứng thứ 2 trong bảng xếp hạng chỉ số …, là UBND tỉnh X"
_NAMES_FAR = re.compile(
    rf"\d{{1,2}} {SUBJECTS.rank_within}(?!\w)(?:[^.;:()\d]|(?<!\d)(?:34|63)(?!\d)){{1,160}}?"
    rf" {SUBJECTS.rank_is_of}(?: ubnd)?{_TYPE}? "
)
# "Với tổng điểm 72,80, Bắc Giang …"
_INTRO = re.compile(rf"{SUBJECTS.intros}(?: {SUBJECTS.intros_more}){{0,4}} ")
# "cả nước tiếp nhận 5 triệu hồ sơ, tỉnh tiếp nhận 70.000 hồ sơ"
_BACK = re.compile(
    rf"(?:(?<!tỉnh)[,;:] |(?<!\w){SUBJECTS.turns_back} )(?:ở |tại |của )?(?:toàn |cả )?"
    rf"{SUBJECTS.province} {SUBJECTS.back_does}(?!\w)"
)
_OURS = re.compile(rf"(?<!\w){SUBJECTS.our_province}(?!\w)")
# "toàn tỉnh", "tỉnh ta số hóa", "của tỉnh là": the province of the text, but not "các tỉnh đạt"
_TINH = re.compile(
    rf"(?<!\w)(?:{SUBJECTS.one_province}|{SUBJECTS.by_province} {SUBJECTS.province})(?!\w)"
    rf"(?!/|,? {SUBJECTS.more_provinces}(?!\w))"
    rf"|{SUBJECTS.many_provinces.not_before}(?<!\d )(?<!\w){SUBJECTS.province} {SUBJECTS.back_does}"
    r"(?!\w)"
)
# "các tỉnh đạt 85%, Hưng Yên đạt 91%": the first is of no single one
_MANY = re.compile(rf"(?<!\w){SUBJECTS.many_provinces} {SUBJECTS.province}(?!\w)")
# "Bộ (cũ) đạt 85,92%, còn Bộ Giao thông vận tải đạt 86,38%": the first is of the text's own
_MINISTRY = re.compile(
    rf"(?:^|[,;:] )bộ(?: \(?{SUBJECTS.formerly}\)?)?(?: {SUBJECTS.ministry_before}){{0,2}}"
    rf" {SUBJECTS.ministry_does}(?!\w)"
)
_TURNS = re.compile(rf";|(?<!\w){SUBJECTS.turns_back}(?!\w)")


@dataclass(frozen=True, slots=True)
class Scope:
    """The place of a sentence and the places that it names.

    ``base`` is what a figure belongs to that has no place of its own; ``nation``
    are the offsets of phrases that mean the whole country, ``unknown`` those of a
    province that nobody has named; ``whole`` is what the text as a whole is about, ``home``
    the province that "tỉnh" means before the sentence names any. ``whose`` tells of a sentence
    that names no place whether it is the country's all the same.
    """

    base: str | None
    level: str | None
    named: tuple[Mention, ...]
    nation: tuple[int, ...]
    whole: str | None
    unknown: tuple[int, ...] = ()
    home: str | None = None
    whose: Whose = Whose.TEXT

    def of(self, mention: Mention, by: str) -> Owner:
        """Return a place that the sentence names as the owner of a figure."""
        return Owner(mention.slug, mention.level, f"place/{by}")

    def own(self) -> Owner:
        """Return the owner of a figure that has no place of its own."""
        if any(one.slug == self.base for one in self.named):
            by = "sentence"
        else:
            by = "text" if self.base == self.whole else "before"
        return Owner(self.base, self.level, f"place/{by}")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a figure is: place and level, and ``by`` the rule that tells it.

    No place stands for one that nobody can tell.
    """

    place: str | None
    level: str | None
    by: str


_COUNTRY = Owner(NATION, None, "place/country")


def turns_back(text: str, since: int, start: int) -> bool:
    """Tell whether a sentence on the country turns back to its province before ``start``."""
    return _BACK.search(text, since, start) is not None


def place_at(scope: Scope, text: str, start: int, right: int, *, ranked: bool) -> Owner:
    """Return place and level of a figure at ``start`` whose words end at ``right``.

    The nearest place named before it counts, then one right after it, then the
    sentence's. "Cả nước" beside a score or rank (``ranked``) is what it is
    compared with, never whose it is; "thứ 2 là Hải Phòng" names its own.
    """
    if ranked:
        scope = replace(scope, nation=())
    if (named := _owned_by(text, scope, start, ranked=ranked)) is not None:
        return scope.of(named, "behind")
    before = [one for one in scope.named if one.end <= start < (one.until or len(text))]
    nation = [offset for offset in scope.nation if offset <= start]
    if nation and scope.whole not in (None, NATION) and turns_back(text, nation[-1], start):
        nation = []  # the sentence has turned back to the province of its text
        before = [one for one in before if one.slug == scope.whole]
    if nation and any(nation[-1] < offset < start for offset in scope.unknown):
        return scope.own()
    if before:
        return _named_before(scope, text, start, before[-1], nation)
    if nation:
        return _COUNTRY
    if ranked and _INTRO.fullmatch(text, 0, start) and scope.named:
        first = next((one for one in scope.named if one.start > start and not one.until), None)
        if first is not None:
            return scope.of(first, "behind")
    after = [one for one in scope.named if start <= one.start < right and not one.until]
    if after and len({mention.slug for mention in scope.named}) > 1:
        return scope.of(after[0], "behind")
    if not after and (ours := _before_others(scope, text, start)) is not None:
        return ours
    alone = not scope.named and not scope.unknown
    if scope.nation and alone and {scope.whole, scope.base} <= {None, NATION}:
        return _COUNTRY
    return scope.own()


def _before_others(scope: Scope, text: str, start: int) -> Owner | None:
    """Return the owner of a figure behind which alone a sentence names another province.

    None where it can be of that one: "Đạt 92,3%, Hưng Yên dẫn đầu".
    """
    later = {one.slug for one in scope.named if one.start > start}
    if later and scope.whole not in later and _MINISTRY.search(text, 0, start):
        body = scope.whole if scope.whole and scope.whole.startswith(_BODY) else None
        return Owner(body, None, "place/text")
    if _is_ours(scope, text, start):
        return Owner(scope.home, None, f"place/{'text' if scope.home == scope.whole else 'before'}")
    many = scope.base in later and _MANY.search(text, 0, start)
    return Owner(None, None, "place/group") if many else None


def _is_ours(scope: Scope, text: str, start: int) -> bool:
    """Tell whether "tỉnh" has a figure before the sentence names another province.

    "Toàn tỉnh tiếp nhận 90.000 hồ sơ, trong khi Hưng Yên tiếp nhận 120.000 hồ sơ"; a text on
    one province may leave "tỉnh" out where it turns to another.
    """
    later = [one for one in scope.named if one.start > start]
    if scope.home is None or not later or later[0].slug == scope.home:
        return False
    turned = scope.home == scope.whole and _TURNS.search(text, start, later[0].start)
    return bool(turned) or _TINH.search(text, 0, start) is not None


def _named_before(scope: Scope, text: str, start: int, last: Mention, nation: list[int]) -> Owner:
    """Return the owner of a figure before which a sentence names a place ``last``.

    "Quảng Ninh đạt 99%, còn tỉnh ta mới 86%": the second is of those who write.
    """
    if last.slug != scope.whole and _OURS.search(text, last.end, start):
        ours = None if scope.whole == NATION else scope.whole
        return Owner(ours, None, "place/text" if ours else "place/before")
    if nation and nation[-1] > last.start:
        return _COUNTRY
    return scope.of(last, "named")


def _owned_by(text: str, scope: Scope, start: int, *, ranked: bool) -> Mention | None:
    """Return the place that a value names as its own right behind it: "79,5% của Sơn La"."""
    if ranked and (named := _named_by(text, scope, start)) is not None:
        return named
    behind = next((one for one in scope.named if one.start > start), None)
    return behind if behind and _OF.fullmatch(text, start, behind.start) else None


def _named_by(text: str, scope: Scope, start: int) -> Mention | None:
    """Return the place that a rank names after it: "thứ 5 là X", "thứ 5 trong bảng … là X"."""
    behind = [one for one in scope.named if one.start > start]
    for mention in behind:
        if _NAMES.fullmatch(text, start, mention.start):
            return mention
    first = behind[0] if behind else None
    far = first is not None and _NAMES_FAR.fullmatch(text, start, first.start)
    return first if far else None
