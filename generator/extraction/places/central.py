"""Figures of the whole country in a text on one province, which no phrase of theirs tells so.

A paper on a province ends with what the Government's office has reported: "Báo cáo của Văn
phòng Chính phủ cho thấy, đã gửi 3 triệu văn bản trên Trục liên thông văn bản quốc gia". Its
counts on a system of the whole country are the country's; of all else nobody can tell, up to
the next words on the province. Nor is what follows several provinces in a ranking the first
one's: "Nhìn chung, tỷ lệ hồ sơ trực tuyến đạt 66%" sums up all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from generator.extraction.places.units import UNIT_NAME
from generator.extraction.words.subjects import SUBJECTS

_GAP = rf"(?: (?!{SUBJECTS.no_report})[^\s,;:.]{{1,20}}){{0,6}}?"
_REPORTED = re.compile(
    rf"(?<!\w){SUBJECTS.office_reports}{_GAP} (?:của|từ) {SUBJECTS.central_offices}(?!\w)"
    rf"|(?:^|[,;:] ){SUBJECTS.according_to} {SUBJECTS.central_offices}(?!\w)"
    rf"|(?:^|[,;:] )(?:{SUBJECTS.office_speakers} )?{SUBJECTS.central_offices}"
    rf" {SUBJECTS.office_says}(?!\w)"
)
# "Trên Cổng Dịch vụ công quốc gia đã có 900 dịch vụ": of the country, or the province's there
_AT_PORTAL = re.compile(
    rf"(?:^|[,;:] )(?:trên|tại) {SUBJECTS.national_portal}"
    rf"(?: {SUBJECTS.portal_before}){{0,2}} có(?!\w)"
)
_RUNS_PORTAL = re.compile(
    rf"(?:^|[,;:] ){SUBJECTS.portal_office} {SUBJECTS.portal_office_does}(?!\w)"
)
# "Cơ sở dữ liệu quốc gia về dân cư, nơi lưu trữ 98 triệu dữ liệu"
_REGISTER = re.compile(
    rf"(?<!\w){SUBJECTS.registers}(?: ?{SUBJECTS.register_between}){{0,3}}"
    rf" {SUBJECTS.register_holds}(?: {SUBJECTS.register_about})? \d"
)
_BLOCS = re.compile(rf"(?<!\w){SUBJECTS.blocs}(?!\w)")
_SYSTEM = re.compile(rf"(?<!\w){SUBJECTS.national_systems}(?!\w)")
_GOES_ON = re.compile(rf"{SUBJECTS.office_goes_on}(?!\w)")
_SUMS_UP = re.compile(rf"{SUBJECTS.sums_up}(?!\w)")
# "tỉnh", "trên địa bàn", but not "các tỉnh", "34 tỉnh", "bộ, ngành, địa phương"
_LOCAL = re.compile(
    rf"{SUBJECTS.many_provinces.not_before}(?<![\d/] )(?<!/)(?<!và )(?<!cấp )(?<!bộ )(?<!ngành )"
    r"(?<!khối )(?<!bộ, )(?<!ngành, )(?<!tỉnh, )(?<!phương, )"
    rf"(?<!\w){SUBJECTS.local_words}(?!\w)(?!/|, (?:thành phố|thành)(?!\w))"
)
# a figure, no day: "99%", "88,1 điểm", "hạng 5", "12.300 hồ sơ"
_VALUE = re.compile(r"\d(?:%| điểm)|(?:thứ|hạng) \d|\d\.\d{3}(?!\d)|\d (?:hồ sơ|nghìn|triệu|tỷ)")
_SEVERAL = 2  # provinces besides the text's own that make a ranking


class Whose(StrEnum):
    """Whose the figures of a sentence are that names no place.

    ``SYSTEM`` tells that counts are the country's and rates nobody's, ``ALL`` that both are the
    country's, ``UNSURE`` that nobody can tell; an index is told of somebody all the same.
    """

    TEXT = ""
    SYSTEM = "system"
    ALL = "all"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence names: how many places, which other provinces, the country at its end."""

    named: int
    others: frozenset[str]
    country: bool


@dataclass(slots=True)
class CentralMind:
    """What a reader of a text on one province keeps in mind of the country and of others."""

    told: Whose = Whose.TEXT
    summed: bool = False
    fresh: bool = True  # no sentence of the paragraph was read
    others: set[str] = field(default_factory=set)  # other provinces with figures in it
    own: bool = False  # it speaks of the text's own province
    before: int = 0  # how many others the paragraph before had
    apart: bool = False  # others alone were spoken of since
    last: int = 0  # how many the sentence before had
    country: bool = False  # the sentence before ended with the country

    def turn(self, *, heading: bool) -> None:
        """Begin a paragraph, or a ``heading``."""
        self.before, self.last = len(self.others), 0
        others_alone = self.apart or self.before >= _SEVERAL
        self.apart = others_alone and not self.own and not heading
        self.others, self.own = set(), False
        self.summed, self.country, self.fresh = False, False, True
        if heading:
            self.told = Whose.TEXT

    def read(self, text: str, original: str, seen: Told) -> Whose:
        """Return whose the figures of a sentence are, folded ``text`` and as it is written."""
        fresh, self.fresh = self.fresh, False
        last, several = self.last, max(self.before, len(self.others))
        after_country, self.country = self.country, seen.country
        ranked = seen.others if _VALUE.search(text) else frozenset()
        self.last, self.others = len(ranked), self.others | ranked
        if seen.named:
            self.told, self.summed, self.apart = Whose.TEXT, False, False
            self.own = self.own or len(seen.others) < seen.named or bool(_LOCAL.search(text))
            return Whose.TEXT
        self.summed = self.summed or (several >= _SEVERAL and _SUMS_UP.match(text) is not None)
        here = Whose.ALL if self.summed else self._reported(text, fresh=fresh)
        if here is Whose.TEXT and (
            last >= _SEVERAL or after_country or self.apart or _AT_PORTAL.search(text)
        ):
            here = Whose.UNSURE
        if _LOCAL.search(text) or (here is not Whose.TEXT and UNIT_NAME.search(original)):
            self.told, self.summed, self.apart, self.own = Whose.TEXT, False, False, True
            return Whose.TEXT
        self.country = self.country or (after_country and here is Whose.UNSURE)
        return here

    def _reported(self, text: str, *, fresh: bool) -> Whose:
        """Return whose the figures are by what a central office reports here or has before."""
        system = _SYSTEM.search(text) is not None
        if _REGISTER.search(text):
            return Whose.ALL
        if _REPORTED.search(text) and _BLOCS.search(text):
            self.told = Whose.UNSURE
            return Whose.ALL
        if _REPORTED.search(text):
            self.told = Whose.SYSTEM if system else Whose.UNSURE
            return self.told
        if _RUNS_PORTAL.search(text):
            return Whose.ALL
        if self.told is Whose.SYSTEM:
            goes_on = system or (not fresh and _GOES_ON.match(text) is not None)
            return Whose.SYSTEM if goes_on else Whose.UNSURE
        return self.told
