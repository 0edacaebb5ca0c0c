"""Names of places that are no subjects: where a text was written, where people met, what merged."""

from __future__ import annotations

import re

from generator.extraction.pattern import Hit
from generator.extraction.reading import UPPER
from generator.extraction.words.subjects import SUBJECTS

# "Hà Nội, 15:30 ngày 05/7 - …", "Hà Nội (TTXVN) - …": where a text was written
_DATELINE = re.compile(r"(?:, (?:ngày )?\d| \(\w+\) ?[-–]| ?[-–] (?!\d))")
# the same in brackets: "(Quảng Ninh, 15/7/2024) - …"
_IN_BRACKETS = re.compile(r", (?:ngày )?\d[\d/.-]{3,9}\) ?[-–:]")
# "sau khi hợp nhất Cần Thơ, Sóc Trăng và Hậu Giang, …": none of them is a subject
_MERGED = re.compile(
    rf"{SUBJECTS.merged}(?: (?:{SUBJECTS.merged_more}|\d)){{0,3}}"
    rf"(?: (?:{SUBJECTS.province_types}|{SUBJECTS.city_short}\.?)"
    rf"(?:, {SUBJECTS.province_types})?)? $"
)
_APPOSED = re.compile(
    rf"(?:,| \() ?{SUBJECTS.apposed}(?: [^\W\d_]+){{0,3}}?"
    rf"(?: (?:{SUBJECTS.province_types}|{SUBJECTS.city_short}\.?))? "
)
_AT_CITY = re.compile(
    rf"(?<!\w)(?:tại|ở)(?: (?:{SUBJECTS.city_types}|{SUBJECTS.city_short}\.?))? $"
)
_MEETS = re.compile(
    rf",? (?:{SUBJECTS.who_meets}(?!\w)[^.;\d]{{0,80}}?)?(?:đã )?{SUBJECTS.meets}(?!\w)"
)
# "Tại hội nghị ở Hà Giang, Thứ trưởng Bộ Nội vụ cho biết": he speaks of no province
_HELD_AT = re.compile(
    rf"(?<!\w){SUBJECTS.meetings}(?: [^\W\d_]+){{0,4}} (?:tại|ở)"
    rf"(?: (?:{SUBJECTS.province_types}|{SUBJECTS.city_short}\.?))? $"
)
# "VCCI công bố sáng nay tại Hà Nội, Thái Bình đạt 68 điểm": where something was done
_MET_AT = re.compile(
    rf"(?<!\w){SUBJECTS.announced}(?: (?!của )[^\W\d_]+){{0,3}} (?:tại|ở)"
    rf"(?: (?:{SUBJECTS.city_types}|{SUBJECTS.city_short}\.?))? $"
)
_CENTRAL = re.compile(rf",(?: [^\W\d_]+){{0,3}} {SUBJECTS.central_heads}(?!\w)")
_VALUES = re.compile(
    rf" ?\((?:{SUBJECTS.values} ){{0,3}}\d[^()]{{0,60}}\)"
    rf"|,? (?:đang )?{SUBJECTS.stands} (?:ở )?(?:vị trí )?{SUBJECTS.ranks} \d{{1,2}}(?!\d)"
)
# "900 hồ sơ quá hạn, phần lớn ở vùng Quảng Nam cũ": where most of them lie, of whom nothing more
_MOSTLY = re.compile(rf"\d[^;:\d]{{0,60}}[,(] ?{SUBJECTS.mostly}(?!\w)[^;:.()\d]{{0,60}}$")
_NO_MORE = re.compile(rf"(?: \(?{SUBJECTS.formerly}\)?)? ?(?:[.)]|$)")
_MOSTLY_BACK = 140
# "thấp hơn mức 84,6% mà Quảng Bình từng có năm 2024": whose the base is alone
_HAD = re.compile(
    rf"\d ?(?:%|[^\W\d_]+(?: [^\W\d_]+)?)? mà"
    rf"(?: (?:{SUBJECTS.province_types}|{SUBJECTS.city_short}\.?))? $"
)
# "Bộ Tài chính, đơn vị dẫn đầu, hiện có 371 dịch vụ": the words between only describe it
_OPENS = re.compile(rf"(?:^|[;:] ?)(?:{SUBJECTS.opens},? )?$")
_DESCRIBED = re.compile(
    rf", {SUBJECTS.described}(?!\w)[^;:.()\d]{{0,80}}, (?:cũng |mới )?"
    rf"{SUBJECTS.described_does}(?!\w)"
)
# "Bộ Tài chính, đơn vị có tỷ lệ quá hạn cao (6,8%), …": it is told of what it is described by
_DESCRIBED_BY = re.compile(
    rf", {SUBJECTS.described} (?:đang |còn )?{SUBJECTS.described_has}(?!\w)"
    r"[^;:.()\d]{0,80} \((?:[^()\d]{1,12} )?\d[^()]{0,20}\)"
)
# "Như Đà Nẵng đã giải quyết 88.000 hồ sơ, tỉnh giải quyết 490.000 hồ sơ": the second is ours
_ASIDE = re.compile(
    rf"{SUBJECTS.aside_opens}(?: (?:{SUBJECTS.province_types}|{SUBJECTS.city_short}\.?))? "
)
_MANY_MORE = rf"(?!\w)(?!/|,? {SUBJECTS.more_provinces}(?!\w)| [{UPPER}])"
_BACK_AT = r"(?:,|,? thì|\),?)(?: [^,;:.()\d]{1,40})?? "
_ASIDE_ENDS = re.compile(rf"{_BACK_AT}{SUBJECTS.aside_ends}{_MANY_MORE}")
_ASIDE_ENDS_CITY = re.compile(rf"{_BACK_AT}{SUBJECTS.aside_ends_city}{_MANY_MORE}")
# "so với Huế, nơi tiếp nhận 80.000 hồ sơ": up to the next comma it is told of that one
_ASIDE_TOLD = re.compile(rf", {SUBJECTS.described}(?!\w)[^;:.()\d]{{0,80}}\d[\d.,]*[^;,]{{0,60}}")
_AND = re.compile(
    rf"(?:,| và| với|, và)(?: (?:{SUBJECTS.province_types}|{SUBJECTS.city_short}\.?))? "
)

# "Chị Trần Thị A, ngụ khu phố 2, phường An Phú, TP Tuy Hòa": where a person lives
_WITHIN = rf"(?:(?:{SUBJECTS.address}|T[PX]\b\.?|[PQHX]\.) ?)"
_PLACE_NAME = rf"[{UPPER}\d][\w'/-]{{0,9}}(?: [{UPPER}\d][\w'/-]{{0,9}}){{0,4}}"
_PERSON = (
    rf"{SUBJECTS.persons}(?: [{UPPER}][^\W\d_]{{0,8}}){{1,5}}"
    r"(?: \([^()]{1,20}\))?"
)
# "đại biểu Trần Văn A (tổ huyện Sơn Hòa) đặt câu hỏi": whom somebody sits for
_SITS_FOR = (
    rf"(?<!\w){SUBJECTS.elected}(?: [{UPPER}][^\W\d_]{{0,8}}){{1,5}} ?[,(] ?"
    rf"(?:{SUBJECTS.elected_at} )?"
)
_HOME = re.compile(
    rf"(?:(?:(?<!trú)[,(] ?(?:hiện |đang ){{0,2}}{SUBJECTS.lives}|(?<!\w){_PERSON}"
    rf" ?[,(]? ?(?:hiện |đang ){{0,2}}{SUBJECTS.lives_named})"
    rf"(?: tại| ở)? |{_SITS_FOR})(?:{_WITHIN}?{_PLACE_NAME} ?(?:,|-) ?){{0,4}}{_WITHIN}?$"
)
_HOME_BACK = 140  # characters before a name that can make it the end of an address
_OF_COUNTRY = re.compile(rf"(?<!\w){SUBJECTS.of_country}(?!\w)")
_THIS_RATE = re.compile(rf"(?<!\w){SUBJECTS.this_rate}(?!\w)")


def is_home(original: str, start: int) -> bool:
    """Tell whether the place that is named at ``start`` is only where a person lives.

    "Anh A, trú tại xã B, huyện C chia sẻ: …" says nothing of xã B or huyện C.
    """
    return _HOME.search(original, max(0, start - _HOME_BACK), start) is not None


def is_venue(text: str, hit: Hit) -> bool:
    """Tell whether a name is where people met: "tại Hà Nội, Thủ tướng chủ trì phiên họp"."""
    if _CENTRAL.match(text, hit.end) and _HELD_AT.search(text[max(0, hit.start - 60) : hit.start]):
        return True
    if text[hit.end : hit.end + 1] == "," and _MET_AT.search(
        text, max(0, hit.start - 60), hit.start
    ):
        return True
    before = text[max(0, hit.start - 20) : hit.start]
    return _AT_CITY.search(before) is not None and _MEETS.match(text, hit.end) is not None


def is_merged(text: str, start: int, before: int) -> bool:
    """Tell whether a province is one of those that were merged, the last of which ends before."""
    if before >= 0 and _AND.fullmatch(text, before, start):
        return True
    return _MERGED.search(text, max(0, start - 40), start) is not None


def is_apposed(text: str, before: int, hit: Hit) -> bool:
    """Tell whether a name only tells where the place lies whose name ends ``before``, -1 if none.

    "Nghệ An, láng giềng của Thanh Hóa, được 87 điểm" is of Nghệ An.
    """
    if before < 0 or not text.startswith((",", " ("), hit.end):
        return False
    return _APPOSED.fullmatch(text, before, hit.start) is not None


def is_next(text: str, before: int, start: int) -> bool:
    """Tell whether a name goes on with a list, the last name of which ends ``before``, -1 if none.

    "thứ 4 sau Đà Nẵng, Quảng Ninh và Hà Nội" compares with all three.
    """
    return before >= 0 and _AND.fullmatch(text, before, start) is not None


def is_dateline(text: str, hit: Hit) -> bool:
    """Tell whether a name opens a text as the city where it was written."""
    if hit.start == 1 and text[0] == "(":
        return _IN_BRACKETS.match(text, hit.end) is not None
    return not hit.start and _DATELINE.match(text, hit.end) is not None


def is_described(text: str, start: int, end: int) -> bool:
    """Tell whether a name begins a clause and only a description parts it from its verb."""
    opens = _OPENS.search(text, max(0, start - 20), start)
    told = _DESCRIBED.match(text, end) or _DESCRIBED_BY.match(text, end)
    return opens is not None and told is not None


def is_mostly(text: str, hit: Hit) -> bool:
    """Tell whether a name only tells where most of a figure lies, or who had the figure before it.

    "thấp hơn mức 84,6% mà Quảng Bình từng có".
    """
    if _HAD.search(text, max(0, hit.start - 40), hit.start):
        return True
    left = max(0, hit.start - _MOSTLY_BACK)
    found = _MOSTLY.search(text, left, hit.start)
    return found is not None and _NO_MORE.match(text, hit.end) is not None


def bracketed(text: str, end: int) -> int:
    """Return where the words close that give the figures of a name, -1 if none do.

    "sau Cần Thơ (90,05%)", "hơn Cần Thơ xếp thứ 2".
    """
    found = _VALUES.match(text, end)
    return found.end() if found else -1


def opens_aside(text: str, start: int) -> bool:
    """Tell whether the name at ``start`` opens its sentence as one to compare with: "Như Huế"."""
    return _ASIDE.fullmatch(text, 0, start) is not None


def aside_until(text: str, start: int, end: int, *, city: bool) -> int:
    """Return where a sentence comes to its own province again, -1 where it never left it.

    The name from ``start`` to ``end`` opens it as an aside: "Khác với Huế, nơi có 500 hồ sơ trễ
    hạn, tỉnh chỉ có 12". A text on a ``city`` calls that its own.
    """
    if not opens_aside(text, start):
        return -1
    return _home_again(text, end, city=city)


def described_until(text: str, end: int, *, city: bool) -> tuple[int, bool]:
    """Return where a base ends that is told of beside its name, -1 if nothing is told of it.

    "so với Huế, nơi tiếp nhận 80.000 hồ sơ, …"; and whether what follows is ours.
    """
    told = _ASIDE_TOLD.match(text, end)
    if told is None:
        return -1, True
    ends = _home_again(text, end, city=city)
    return (ends, True) if ends > 0 else (told.end(), False)


def _home_again(text: str, end: int, *, city: bool) -> int:
    """Return where the text's own province is spoken of behind ``end``, -1 if it is not."""
    ends = (_ASIDE_ENDS_CITY if city else _ASIDE_ENDS).search(text, end)
    return ends.start() if ends else -1


def country_before(text: str, *, named: bool, before: bool) -> tuple[bool, bool]:
    """Tell whether a sentence goes on with a rate of the whole country, and whether it opens one.

    "Tỷ lệ của cả nước chưa đạt mục tiêu. Đến nay, tỷ lệ này mới đạt 45%": the first one, without
    figures, opens it for the one behind (``before``), unless places are ``named``.
    """
    opens = _OF_COUNTRY.search(text) is not None and not any(char.isdigit() for char in text)
    goes_on = before and _THIS_RATE.search(text) is not None
    return goes_on and not named, opens and not named
