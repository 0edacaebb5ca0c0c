"""The expressions of times in folded Vietnamese text, by the name of what makes a mention of them.

An earlier row wins where two overlap. What each means is told by ``generator.vi.dates``.
"""

from __future__ import annotations

import re

COUNT_WORDS = {
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
}
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_COUNT = r"(?P<n>\d{1,2}|" + "|".join(sorted(COUNT_WORDS, key=len, reverse=True)) + ")"
_NOW = "(?:nay|hiện nay|hiện tại|bây giờ|thời điểm (?:này|hiện tại|hiện nay|báo cáo))"
_TO = "(?:đến|tới)"
_UNTIL = (
    r"(?:lũy kế |cập nhật |thống kê |số liệu |chốt )?(?:tính |kể |tính từ trước )?"
    rf"{_TO}(?: trước)?(?: thời điểm)?(?: hết)?"
)


def _year(name: str = "y") -> str:
    return rf"(?P<{name}>(?:19|20)\d{{2}})(?![\d/]|[.,-]\d)"


def _day(name: str) -> str:
    """Return the expression of a day "16/9/2022", "16 tháng 9 năm 2022", "16/9"."""
    lead = "(?:ngày ?)?"
    slashed = rf"[/.-](?P<{name}m>\d{{1,2}})(?:[/.-](?P<{name}y>\d{{4}}))?(?![/\d%]|[.,]\d)"
    worded = rf" tháng (?P<{name}M>\d{{1,2}})(?:(?:,? năm | ?[/-] ?)(?P<{name}Y>\d{{4}}))?"
    return rf"{lead}(?P<{name}d>\d{{1,2}})(?:{slashed}|{worded})"


# a bare "2022" is a year unless one of these is counted
_UNITS = (
    "hồ sơ|lượt|tthc|thủ tục|dịch vụ|dvctt|văn bản|quy định|phản ánh|pakn|giao dịch"
    "|tài khoản|nhiệm vụ|bản|thẻ|trường hợp"
)
# "tại 5/9 huyện", "đến 8/12 sở đã": a ratio, no day, unless "ngày" or a year says so; behind a
# day a body does something: "đến 20/8 tỉnh tiếp nhận"
_NO_PART = (
    r"(?:(?<=\d{4})|(?<=ngày \d\d/\d)|(?<=ngày \d\d/\d\d)|(?<=ngày \d/\d)|(?<=ngày \d/\d\d)"
    r"|(?! (?:huyện|quận|thị xã|xã|phường|sở|bộ|ngành|đơn vị|cơ quan|địa phương|vùng|khu vực"
    r"|hồ sơ|tthc|thủ tục|dịch vụ|nhiệm vụ|chỉ tiêu|tiêu chí|lĩnh vực|trung tâm|bộ phận)(?!\w)"
    r"| (?:tỉnh|thành phố)(?!\w)(?! (?:đã|tiếp nhận|có|ta|hiện|giải quyết|nhận))))"
)
# what a time began with: "từ khi đi vào hoạt động (ngày …"
_EVENT = r"(?:kể |tính )?từ (?:khi|lúc|thời điểm|ngày)(?: [^\W\d_]+){1,10}?,? \(?"
_OF_YEAR = rf"(?:(?: ?[/-] ?|\.|,? năm |/năm ){_year()}|(?P<this> năm (?:nay|này)))?"
# name of the maker, expression; an earlier row wins where two overlap
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("since_year", rf"(?:kể |tính )?từ (?:đầu )?năm {_year()}(?: cho)? {_TO} {_NOW}"),
    (
        "since_start",
        (
            r"(?:kể |tính )?từ đầu (?P<what>năm|tháng|quý|nhiệm kỳ)"
            rf"(?: {_year()}| nay| này)?(?: cho)? {_TO} {_NOW}"
        ),
    ),
    (
        "since_month",
        (
            rf"(?:kể |tính )?từ (?:đầu )?tháng (?P<m>\d{{1,2}})(?:(?: năm |[/-]){_year()})?"
            rf"(?: cho)? {_TO} {_NOW}"
        ),
    ),
    ("since_day", rf"(?:kể |tính )?từ {_day('a')}(?: cho)? {_TO} {_NOW}"),
    ("since_month", rf"{_EVENT}tháng (?P<m>\d{{1,2}})(?: năm |[/-]){_year()}\)?,? {_TO} {_NOW}"),
    ("since_day", rf"{_EVENT}{_day('a')}\)?,? {_TO} {_NOW}"),
    ("year_until", rf"từ đầu năm(?: nay| {_year()})?(?: cho)? {_TO}(?: hết)? {_day('b')}"),
    # "từ năm 2021 đến 30/6/2024", "từ tháng 01/2021 đến ngày 30/6/2024"
    ("year_until", rf"(?:tính |kể )?từ năm {_year()}(?: cho)? {_TO}(?: hết)? {_day('b')}"),
    (
        "month_until",
        (
            rf"(?:tính |kể )?từ (?:đầu )?tháng (?P<m>\d{{1,2}})(?: năm |[/-]){_year()}"
            rf"(?: cho)? {_TO}(?: hết)? {_day('b')}"
        ),
    ),
    # "từ đầu năm đến hết tháng 6", "từ năm 2021 đến hết tháng 6/2024"
    (
        "year_until_month",
        (
            r"(?:tính |kể |lũy kế )?từ (?:đầu )?năm(?: nay| (?P<y1>(?:19|20)\d{2}))?"
            rf"(?: cho)? {_TO}(?: hết| cuối)? tháng (?P<m>\d{{1,2}})(?:(?: năm |[/-]){_year()})?"
            r"(?![/\d])"
        ),
    ),
    (
        "days",
        rf"(?:tính |kể )?từ {_day('a')}(?:,? ?(?:cho )?{_TO}(?: hết)?| ?-) ?{_day('b')}",
    ),
    # "từ 1/7/2025 đến hết tháng 1/2026"
    (
        "day_to_month",
        (
            rf"(?:tính |kể )?từ {_day('a')} (?:cho )?{_TO}(?: hết| cuối)? tháng (?P<m>\d{{1,2}})"
            rf"(?:(?: năm |[/-]){_year()})?(?![/\d])"
        ),
    ),
    # "từ 21 đến 25/7/2021"
    ("same_month", rf"(?:tính |kể )?từ (?:ngày )?(?P<ad>\d{{1,2}})(?: ?{_TO}| ?-) ?{_day('b')}"),
    ("days", rf"{_day('a')} ?- ?{_day('b')}"),
    (
        "since_month_start",
        (
            rf"(?:kể |tính )?từ (?:đầu )?tháng (?P<m1>\d{{1,2}})"
            rf"(?:(?: năm |[/-])(?P<y1>\d{{4}}))? {_TO}(?: hết| cuối)? tháng (?P<m>\d{{1,2}})"
            rf"(?:(?: năm |[/-]){_year()})?"
        ),
    ),
    (
        "years",
        (
            r"(?:trong )?(?:giai đoạn |từ (?:các )?năm |thời kỳ |nhiệm kỳ |các năm |năm )"
            rf"(?P<y1>(?:19|20)\d{{2}}) ?(?:-|,|và|{_TO}(?: hết)?(?: năm)?) ?(?:năm )?{_year()}"
        ),
    ),
    ("vague", r"(?:trong )?năm học (?:19|20)\d{2}(?: ?- ?(?:19|20)?\d{2})?"),
    ("as_of_day", rf"{_UNTIL} ?{_day('b')}{_NO_PART}"),
    ("as_of_day", rf"tại (?:thời điểm )?{_day('b')}{_NO_PART}"),
    # "đến đầu tháng 8" ends with the month before; "đến giữa tháng 8" nobody can date
    (
        "as_of_month_start",
        rf"{_UNTIL}(?: những ngày)? đầu tháng (?P<m>\d{{1,2}})(?:(?: năm |[/-]){_year()})?",
    ),
    ("vague", rf"{_UNTIL} giữa tháng \d{{1,2}}(?:(?: năm |[/-]){_year()})?"),
    (
        "as_of_month",
        rf"{_UNTIL}(?: cuối)? tháng (?P<m>\d{{1,2}})(?:(?: năm |[/-]){_year()})?",
    ),
    ("as_of_quarter", rf"{_UNTIL}(?: cuối)? quý (?P<q>iv|iii|ii|i|[1-4]){_OF_YEAR}"),
    ("as_of_year", rf"{_UNTIL} (?:cuối |hết )?năm {_year()}"),
    ("day", rf"(?:ngày ?|sáng |chiều |tối |trưa |hôm ){_day('b')}"),
    ("day", r"(?P<bd>\d{1,2})[/.-](?P<bm>\d{1,2})[/.-](?P<by>(?:19|20)\d{2})(?![/\d])"),
    (
        "first_months",
        (
            r"sau (?:đúng |tròn )?(?P<n>\d{1,2}|một|hai|ba|bốn|năm|sáu) tháng"
            r"(?=,| (?:(?:đầu )?(?:vận hành|hoạt động|thực hiện)|tại|toàn|trung tâm|phường|xã"
            r"|tỉnh|thành phố)(?!\w))"
        ),
    ),
    (
        "first_months",
        (
            rf"(?:trong |ở |sau |qua )?(?:{_COUNT} )?(?<!những )(?<!các )tháng đầu(?: tiên)?"
            rf"(?=[,.;]| (?:vận hành|hoạt động|thực hiện))"
        ),
    ),
    (
        "months",
        (
            rf"(?:trong |tổng )?{_COUNT} tháng(?: (?P<part>đầu|cuối))?(?: của)? năm"
            rf"(?: {_year()}| (?P<this>nay|này)|(?= |[,.;:)]|$))"
        ),
    ),
    (
        "quarters",
        (
            rf"(?:trong )?(?:{_COUNT} )?quý đầu(?: của)? năm"
            rf"(?: {_year()}| (?P<this>nay|này)|(?= |[,.;:)]|$))"
        ),
    ),
    # "6 tháng/2024", "6T/2024"
    ("months", rf"(?:trong )?(?:{_COUNT} tháng|(?P<t>\d{{1,2}}) ?t) ?[/-] ?{_year()}"),
    ("months", rf"(?:trong )?(?P<t>\d{{1,2}}) ?t (?:đầu )?năm {_year()}"),
    (
        "months",
        (
            rf"(?:trong )?{_COUNT} tháng (?P<part>đầu)(?! (?:vận hành|triển khai|thực hiện"
            r"|hoạt động|đi vào|sau|kể|áp dụng|thí điểm|ra mắt|sáp nhập|hợp nhất))"
        ),
    ),
    ("months", rf"(?:lũy kế|cộng dồn)(?: cả| {_TO})? {_COUNT} tháng"),
    # "Mười tháng, …", "trong 9 tháng.", "tỷ lệ 6 tháng của tỉnh": those of this year, where it is
    # not farther
    (
        "bare_months",
        (
            rf"(?:trong |cả |qua )?{_COUNT} tháng"
            r"(?=,|:| (?:là|đạt|tiếp nhận|đã|có|toàn|cả nước|tỷ lệ|tỉnh|thành phố|trung tâm"
            r"|bộ phận|giải quyết|nhận|các)(?!\w)"
            r"| của(?! (?:năm|nhiệm kỳ|\d)))"
        ),
    ),
    ("bare_months", rf"(?:trong|cả|lũy kế) {_COUNT} tháng(?=[.;)]|$)"),
    ("vague", rf"(?:trong |sau |qua )?(?:gần|hơn|khoảng) {_COUNT} tháng(?: vừa)? qua"),
    ("past_months", rf"(?:trong |sau |qua )?{_COUNT} tháng(?: vừa)? qua"),
    ("half", rf"nửa (?P<part>đầu|cuối) năm(?: {_year()})?"),
    ("quarter", rf"(?:trong )?quý (?P<q>iv|iii|ii|i|[1-4]){_OF_YEAR}"),
    ("month", rf"(?:trong |riêng |kỳ )?tháng (?P<m>\d{{1,2}}){_OF_YEAR}(?![/\d])"),
    (
        "month",
        rf"(?:(?<=, )|(?<=\())(?P<m>0?[1-9]|1[0-2])/{_year()}(?=\))",
    ),  # "(Bộ Nội vụ, 9/2026)"
    ("vague", rf"(?<!tháng )(?<!quý )(?<!nửa )(?<!từ )(?:đầu|giữa) năm (?:{_year()}|nay)"),
    ("year", rf"(?:trong |riêng |cả |suốt )?năm {_year()}"),
    ("year_word", r"(?:trong |cả )?năm (?P<what>nay|qua|vừa qua|trước|ngoái)"),
    ("year", rf"(?<![.,/\d] )(?<![/.,-]){_year()}(?! (?:{_UNITS})|%|\.\d)"),
    ("now", rf"(?:tính |cho |lũy kế )?{_TO} {_NOW}"),
    (
        "now",
        (
            r"(?<!thực )(?<!thể )(?<!phát )(?<!xuất )(?<!biểu )(?<!tái )(?<!hoàn )"
            r"hiện(?: nay| tại| có| đang| còn| đã)?(?! (?:đại|thực|trạng|hành|nay|hữu|tượng))"
        ),
    ),
    ("same_month_word", r"(?:trong|riêng) (?P<what>tháng|quý)(?: này)?(?! (?:\d|[ivx]+(?!\w)))"),
    (
        "same",
        (
            r"(?:trong|cùng) kỳ|(?:cùng )?thời gian (?:này|trên)|kỳ báo cáo|giai đoạn này"
            r"|cùng (?:thời gian|giai đoạn)(?! (?:với|năm|của|đó))"
        ),
    ),
)
TIME_PATTERNS = tuple(
    # a number at the end may be glued to the word after it: "21/7đến 20/8"
    (name, re.compile(r"(?<![\w/])(?:" + source + r")(?:(?<=\d)(?!\d)|(?!\w))"))
    for name, source in _PATTERNS
)
