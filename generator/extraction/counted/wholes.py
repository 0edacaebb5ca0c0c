"""A part of a figure that would pass for the figure itself.

"97.315 hồ sơ (tiếp nhận mới 95.001, kỳ trước chuyển sang 2.314)" is one total.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from generator.catalogue import Kind
from generator.extraction.counted.quantities import QuantityKind
from generator.extraction.rules import Rule
from generator.extraction.view import View
from generator.extraction.words.clauses import CLAUSES
from generator.model.fact import NATION, Fact

_BODY = "bo-"  # what the place of a ministry begins with
_NEAR = 8  # facts that are looked back at
_BACK = 400  # characters of the sentence before that "Trong đó" goes on with
_PARTS = re.compile(rf"(?<!\w){CLAUSES.parts_of}(?!\w)")
_GOES_ON = re.compile(rf"{CLAUSES.parts_of}(?!\w)")

# where a clause turns to one field of many, such as land or building
_FIELD = re.compile(
    rf"(?:^|[;:,] ?)(?:(?:riêng|còn) )?(?:{CLAUSES.field_before} )?"
    rf"(?:{CLAUSES.field_some} )?{CLAUSES.fields}(?! {CLAUSES.not_fields})(?!\w)"
)
# "ngành đất đai tỉnh Phú Yên tiếp nhận …", "lực lượng công an đã cấp …"
_TRADE = re.compile(
    rf"{CLAUSES.not_trades.not_before}(?<!\w)(?:toàn )?{CLAUSES.trade_words} {CLAUSES.trades}(?!\w)"
    rf"(?:,? (?!{CLAUSES.trade_words} )[^\W\d_]+){{0,8}}? {CLAUSES.trade_does}(?!\w)"
)
# "Năm 2020, ngành đã tiếp nhận …": one that was named before, never the province
_ITS_TRADE = re.compile(
    rf"(?:^|[,;:] ){CLAUSES.not_trades.not_before}{CLAUSES.trade_words}"
    rf" (?:đã |cũng )?{CLAUSES.trade_does}(?!\w)"
)
# "riêng hồ sơ đất đai tiếp nhận …", "đăng ký khai sinh trực tuyến 900 hồ sơ"
_OF_ONE = re.compile(
    rf"(?:^|[;:,] ?)(?:{CLAUSES.field_before} )?(?:số |các )?{CLAUSES.field_things}"
    rf"(?: {CLAUSES.field_links}){{0,2}} {CLAUSES.trades}(?!\w)"
)
# such as "4.100 hồ sơ đất đai, đúng hạn 96%", "nhiều nhất là đất đai với 4.100 hồ sơ"
_COUNTS_ONE = re.compile(
    rf"\d(?: (?:nghìn|triệu))? {CLAUSES.field_things}(?: {CLAUSES.field_links}){{0,2}}"
    rf" {CLAUSES.trades}(?!\w)"
    rf"|(?<!\w){CLAUSES.field_most} (?:{CLAUSES.field_links} ){{0,2}}{CLAUSES.trades}(?!\w)"
)
# "trung tâm phục vụ hành chính công phường nhận …": of one commune, whichever that is
_UNNAMED = re.compile(
    rf"(?<!\w){CLAUSES.counters} {CLAUSES.communes} (?:{CLAUSES.trade_does}|nhận|mới)(?!\w)"
)
_TURNS = re.compile(
    rf"(?<!\w){CLAUSES.all_again}(?!\w)|[,;:.] (?:còn |riêng |tại |ở )?(?:tỉnh|thành phố)(?!\w)"
)
_SHARE_WHOLE = re.compile(
    rf"(?:%|phần trăm)\)? ?{CLAUSES.share_wholes}(?: {CLAUSES.share_wholes_more}){{0,2}} $"
)
_OF_COUNTRY = "-viet-nam"  # "ngành" of Bảo hiểm xã hội Việt Nam is all of it
_OF_DOSSIERS = ("dossiers_", "online_", "results_", "satisfaction_", "procedures_")
_WITH_PARTS = 2  # a whole and one part of it before
_LED = 90  # characters before a number that tell what it counts
_FED = 160  # characters between feedback and what goes on with it in the next sentence
_ALL = re.compile(rf"(?<!\w){CLAUSES.all_again}(?!\w)")
# one way of many: a figure that goes on with it is a part, too
_WAYS = ("online_dossiers", "online_dossiers_rate", "dossiers_by_post", "dossiers_digitised")
_OF_WAY = ("dossiers_on_time", "dossiers_late", "dossiers_resolved", "dossiers_pending")
_ONLINE, _ONLINE_RATE = "online_dossiers", "online_dossiers_rate"
_KIND_OF_SERVICE = re.compile(rf"(?<!\w){CLAUSES.kinds_of_service}(?!\w)")
_IS_ONLINE = re.compile(rf"{CLAUSES.not_online.not_before}(?<!\w){CLAUSES.online}(?!\w)")
_DOSSIERS = re.compile(rf"(?<![^\W\d_]){CLAUSES.dossiers}(?!\w)")
WHOLES = ("dossiers_received", "dossiers_resolved")
"""What counts all dossiers, of which other counts are parts."""
_WAY_LED = re.compile(
    rf"(?:^|[;:,] ?)(?:{CLAUSES.way_before} ){{1,2}}(?:các |số |tổng số )?hồ sơ"
    rf"(?: [^\W\d_]+){{0,3}}? {CLAUSES.ways}(?=,)"
)
# "nhận 900 hồ sơ trực tiếp, 800 hồ sơ trực tuyến và trả 1.650 hồ sơ": the last are of both
_BY_HAND = re.compile(r"(?:\d|nghìn|triệu) (?:hồ sơ|hs) (?:nộp )?trực tiếp(?!\w)")
# "500 hồ sơ quá hạn, Sở Xây dựng chiếm 60%": how many of the 500 are its own
_MAKES_UP = re.compile(
    rf"(?:^|[,;:(] ?)(?P<who>[^,;:()\d]{{2,80}}?) {CLAUSES.makes_up}(?: {CLAUSES.share_words})?"
    rf"(?: {CLAUSES.share_about}){{0,2}} $"
)
_OF_THESE = re.compile(rf"(?<!\w){CLAUSES.of_these}(?!\w)")
# "có 900 hồ sơ yêu cầu giải quyết. Trong đó, tiếp nhận mới 800 hồ sơ, còn lại của kỳ trước"
_TO_RESOLVE = re.compile(rf"[\d.]+(?: {CLAUSES.dossiers}){{1,2}} {CLAUSES.to_resolve}(?!\w)")
_NEW_ONES = re.compile(rf"(?<!\w){CLAUSES.new_ones}(?: được| khoảng| hơn| gần| trên| là)? $")
_CARRIED = re.compile(rf"(?<!\w){CLAUSES.carried_over}(?!\w)")
_ALL_RESOLVING = re.compile(rf"(?<!\w){CLAUSES.all_resolving}:? (?:hơn |gần |khoảng )?$")
_RESOLVED = re.compile(rf"(?<!\w){CLAUSES.resolved_of_all}:? (?:hơn |gần |khoảng )?$")


def all_before(facts: Sequence[Fact], text: str, seen: View, start: int, fact: Fact) -> Fact | None:
    """Return the fact before one at ``start`` that counts those carried over, too.

    "có 900 hồ sơ yêu cầu giải quyết. Trong đó, tiếp nhận mới 800 hồ sơ, còn lại là hồ sơ từ kỳ
    trước": 800 were received. ``text`` is the whole folded text.
    """
    before = facts[-1] if facts else None
    if before is None or fact.indicator != "dossiers_received" or before.key != fact.key:
        return None
    base = seen.sentence.start
    turn = _GOES_ON.match(seen.text) if before.number_start < base else None
    if before.number_start >= base:
        turn = _PARTS.search(seen.text, before.number_start - base, start)
    near = before.number_start > base - _BACK and before.value > fact.value
    if turn is None or not near or not _NEW_ONES.search(seen.text, turn.end(), start):
        return None
    led = _TO_RESOLVE.match(text, before.number_start)
    return before if led and _CARRIED.search(seen.text, start) else None


def to_resolve_before(
    facts: Sequence[Fact], text: str, seen: View, start: int, fact: Fact
) -> Fact | None:
    """Return the fact before one at ``start`` that counts all that had to be resolved.

    "Tổng số hồ sơ giải quyết là 900. Số hồ sơ đã giải quyết: 870": only the second was.
    """
    before = facts[-1] if facts else None
    if before is None or fact.indicator != "dossiers_resolved" or before.key != fact.key:
        return None
    near = before.number_start > seen.sentence.start - _BACK and before.value > fact.value
    if not near or not _RESOLVED.search(seen.text, 0, start):
        return None
    left = max(0, before.number_start - _LED)
    return before if _ALL_RESOLVING.search(text[left : before.number_start]) else None


def is_of_feedback(facts: Sequence[Fact], seen: View, fact: Fact) -> bool:
    """Tell whether a figure on dossiers goes on with feedback counted before it.

    "có 1.820 phản ánh; tỷ lệ xử lý đúng hạn đạt 96%" names no dossiers, nor does "Tỷ lệ xử lý
    đúng hạn đạt 96%" in the sentence behind it.
    """
    before = facts[-1] if facts else None
    if before is None or not fact.indicator.startswith("dossiers_"):
        return False
    left = before.number_start - seen.sentence.start
    near = left >= -_FED and before.number_start >= seen.paragraph.start
    fed = before.indicator.startswith("feedback_") and near
    end = fact.source.end - seen.sentence.start
    return fed and not _DOSSIERS.search(seen.text, max(left, 0), end)


_ROW = re.compile(r"(?:,| và|, và)(?: (?:thứ|hạng|vị trí|số|bậc)){0,2} ")


def whole_before(facts: Sequence[Fact], seen: View, start: int, fact: Fact) -> Fact | None:
    """Return the fact before one at ``start`` that is the whole of which this is the online part.

    "tiếp nhận 38.200 hồ sơ trên Cổng Dịch vụ công quốc gia, trong đó trực tuyến 30.000": the
    portal books those on paper, too. None where the first says itself that it is online.
    """
    before = facts[-1] if facts else None
    if before is None or fact.indicator != _ONLINE or before.key != fact.key:
        return None
    left = before.number_start - seen.sentence.start
    turn = _PARTS.search(seen.text, left, start) if left >= 0 else None
    if turn is None or _IS_ONLINE.search(seen.text, 0, turn.start()):
        return None
    return before if _IS_ONLINE.search(seen.text, turn.end()) else None


def is_whole_of_share(seen: View, start: int, told: Fact | None, fact: Fact) -> bool:
    """Tell whether a count at ``start`` is only what the share before it is of.

    "25 triệu hồ sơ trực tuyến, chiếm 60% tổng số hơn 41 triệu hồ sơ": those 41 are not online
    all. ``told`` is the fact before it, which has the share.
    """
    if told is None or fact.indicator != told.indicator.removesuffix("_rate"):
        return False
    return _SHARE_WHOLE.search(seen.text, 0, start) is not None


def is_rank_of_row(seen: View, last: Fact, fact: Fact) -> bool:
    """Tell whether two ranks of one place stand in a row, so that one is somebody else's.

    "Hà Nội 92,75%, Quảng Ninh 92,61% xếp thứ 2 và thứ 3".
    """
    if not fact.indicator.endswith("_rank") or fact.key != last.key or fact.value == last.value:
        return False
    low = last.source.end - seen.sentence.start
    return _ROW.fullmatch(seen.text, low, fact.number_start - seen.sentence.start) is not None


def is_of_field(seen: View, left: int, start: int, rule: Rule) -> bool:
    """Tell whether a count or rate at ``start`` is that of one field, told since ``left``."""
    if rule.kind not in (Kind.COUNT, Kind.RATE):
        return False
    led = [match.end() for match in _FIELD.finditer(seen.text, max(0, left - 1), start)]
    return bool(led) and not _ALL.search(seen.text, led[-1], start)


def is_part_of_online(facts: Sequence[Fact], seen: View, start: int, fact: Fact) -> bool:
    """Tell whether a share of what came in online is that of one kind of service alone.

    "Hồ sơ nộp qua mạng đạt 97%, toàn trình 91%": the second is no rival of the first.
    """
    last = facts[-1] if facts else None
    if last is None or last.key != fact.key or fact.indicator != _ONLINE_RATE:
        return False
    before = last.number_start - seen.sentence.start
    if before < 0 or _KIND_OF_SERVICE.search(seen.text, 0, before):
        return False
    return _KIND_OF_SERVICE.search(seen.text, before, start) is not None


def tells_one_field(text: str) -> bool:
    """Tell whether a folded sentence names one field, of which its counts are."""
    return any(one.search(text) is not None for one in (_FIELD, _OF_ONE, _COUNTS_ONE))


def is_of_trade(seen: View, start: int, fact: Fact) -> bool:
    """Tell whether a figure of a whole province at ``start`` is that of one trade of it.

    "Ngành Thuế tỉnh Phú Yên tiếp nhận 4.000 hồ sơ, trễ hạn 12 hồ sơ" counts no others, nor do
    "ngành đã tiếp nhận 900 hồ sơ" and "riêng hồ sơ đất đai, trễ hạn 2%".
    """
    unnamed = [match.end() for match in _UNNAMED.finditer(seen.text, 0, start)]
    if unnamed and fact.level is None and not _TURNS.search(seen.text, unnamed[-1], start):
        return True
    if _is_of_counted(seen, start, fact):
        return True
    central = fact.place == NATION or fact.place.startswith(_BODY)
    if fact.level is not None or central or not fact.indicator.startswith(_OF_DOSSIERS):
        return False
    led = [match.end() for match in _TRADE.finditer(seen.text, 0, start)]
    if not fact.place.endswith(_OF_COUNTRY):
        led += [match.end() for match in _ITS_TRADE.finditer(seen.text, 0, start)]
    led += [match.end() for match in _OF_ONE.finditer(seen.text, 0, start)]
    return bool(led) and not _TURNS.search(seen.text, max(led), start)


def _is_of_counted(seen: View, start: int, fact: Fact) -> bool:
    """Tell whether a figure goes on with dossiers of one field that were counted before it.

    "tiếp nhận 4.100 hồ sơ đất đai, đúng hạn 96%"; behind "trong đó 4.100 hồ sơ đất đai; đúng
    hạn 96%" the whole goes on.
    """
    if not fact.indicator.startswith(_OF_DOSSIERS):
        return False
    led = [match.end() for match in _COUNTS_ONE.finditer(seen.text, 0, start)]
    if not led or _TURNS.search(seen.text, led[-1], start):
        return False
    split = _PARTS.search(seen.text, 0, led[-1]) is not None
    return not (split and ";" in seen.text[led[-1] : start])


def is_way(fact: Fact) -> bool:
    """Tell whether a fact counts dossiers that may be those of one way to submit alone."""
    return fact.indicator.startswith(_OF_WAY)


def is_of_way(facts: Sequence[Fact], seen: View, left: int, start: int, fact: Fact) -> bool:
    """Tell whether a figure goes on with the dossiers of one way to submit, named since ``left``.

    "có 9.000 hồ sơ trực tuyến, trong đó giải quyết đúng hạn 97%": where a whole was told
    before that way, "trong đó" means the whole.
    """
    if not is_way(fact):
        return False
    led = [match.end() for match in _WAY_LED.finditer(seen.text, max(0, left - 1), start)]
    if led and not _ALL.search(seen.text, led[-1], start):
        return True
    if not facts or facts[-1].indicator not in _WAYS:
        return False
    base, way = seen.sentence.start, facts[-1].number_start
    if not base - _BACK <= way < base + start:
        return False
    whole = any(one.indicator in WHOLES and one.number_start > way - _BACK for one in facts)
    begin = max(0, way - base)
    if _BY_HAND.search(seen.text, 0, begin) and not _PARTS.search(seen.text, begin, start):
        return False
    counts = fact.unit == facts[-1].unit != "%" and way >= base + left
    return not whole and (counts or _OF_THESE.search(seen.text, begin, start) is not None)


def share_of_part(facts: Sequence[Fact], seen: View, start: int, fact: Fact) -> Decimal | None:
    """Return the share of a count at ``start``, None where it is that of all parts together.

    "1.272 dịch vụ, trong đó 1.074 dịch vụ mức độ 3 và 198 dịch vụ mức độ 4, đạt tỷ lệ 74%": no
    number of the sentence gives 74% with the 198. In "trực tuyến 116 hồ sơ và tổng số hồ sơ đã
    giải quyết là 169, chiếm 68,64%" it is that of the 116.
    """
    base = seen.sentence.start
    if fact.share is not None and fact.total is None and _is_share_of_other(seen, start, fact):
        return None
    turn = _PARTS.search(seen.text, 0, start)
    here = [one for one in facts if one.number_start >= base and one.unit == fact.unit]
    if fact.share is None or turn is None or fact.total is not None or len(here) < _WITH_PARTS:
        return fact.share
    if ";" in seen.text[turn.end() : start]:
        return fact.share  # "trong đó cấp huyện 6.918, cấp xã 26.154; trực tuyến 19.281, chiếm 58%"
    parts = [one for one in here if one.number_start > base + turn.start()]
    if not parts or any(one.share is not None for one in here):
        return fact.share
    wholes = [one.value for one in here if one.value >= fact.value > 0]
    near = any(abs(100 * fact.value / one - fact.share) <= 1 for one in wholes)
    return fact.share if near else None


def _is_share_of_other(seen: View, start: int, fact: Fact) -> bool:
    """Tell whether the share of a count is exactly that of the count before in this one."""
    before = [one.quantity for one in seen.figures if one.end <= start]
    if not before or before[-1].kind is not QuantityKind.COUNT or fact.share is None:
        return False
    value, digits = before[-1].value, -int(fact.share.as_tuple().exponent)
    if not 0 < value < fact.value or digits < 1:
        return False
    return round(100 * value / fact.value, digits) == fact.share


def is_share(seen: View, start: int, rule: Rule) -> bool:
    """Tell whether a rate at ``start`` is but the share that a part of what was told makes up.

    "hồ sơ trực tuyến chiếm 60%" names what it is a rate of, "Sở Xây dựng chiếm 60%" does not.
    """
    led = _MAKES_UP.search(seen.text, 0, start) if rule.kind is Kind.RATE else None
    return led is not None and not any(
        led.start("who") <= hit.start < start for hit in seen.hits(rule.says)
    )


def is_part(facts: Sequence[Fact], seen: View, start: int, fact: Fact, rule: Rule) -> bool:
    """Tell whether a figure at ``start`` splits up one told before it, of the same name.

    It stands in brackets behind that one, or is a count over a time or a rate behind "trong
    đó", "gồm"; the levels of the whole country have no keys.
    """
    base = seen.sentence.start
    first = base - (_BACK if _GOES_ON.match(seen.text) else 0)
    over_time = rule.span == "flow" or fact.indicator == "dossiers_pending"
    split = rule.kind is Kind.RATE or (rule.kind is Kind.COUNT and over_time)
    parts = _PARTS.finditer(seen.text, 0, start) if split and fact.place != NATION else ()
    turn = max((match.start() for match in parts), default=-1)
    opened = seen.text.rfind("(", 0, start)
    if opened >= 0 and ")" not in seen.text[opened:start]:
        turn = max(turn, opened)
    return turn >= 0 and any(
        first <= one.number_start < base + max(turn, 1) and one.key == fact.key
        for one in reversed(facts[-_NEAR:])
    )
