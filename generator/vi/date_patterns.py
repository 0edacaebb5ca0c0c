"""The expressions of times in folded Vietnamese text, by the name of what makes a mention of them.

An earlier row wins where two overlap. What each means is told by ``generator.vi.dates``.
"""

from __future__ import annotations

import re

from generator.vi.times_words import TIMES

COUNT_WORDS, ROMAN = TIMES.counts.meanings, TIMES.quarters.meanings
_COUNT = rf"(?P<n>\d{{1,2}}|{TIMES.counts})"
_QUARTER = rf"(?P<q>{TIMES.quarters})"
# "đến giờ, …", "tới giờ đã …"; "đến giờ hẹn" is no day
_HOUR = rf"giờ(?= {TIMES.now_is}(?!\w)|[,.;]|$)"
_NOW, _TO = f"(?:{TIMES.now}|{_HOUR})", f"{TIMES.to}"
# "tính đến 07 giờ 30 phút ngày …"
_CLOCK = (
    r"(?:(?: lúc)? \d{1,2}(?: ?(?:giờ|h)(?: ?\d{1,2}(?: ?phút)?)?|:\d{2})"
    r",?(?: (?:sáng|chiều|trưa|tối))?(?=,? (?:ngày |\d)),?)?"
)
_UNTIL = (
    rf"(?:{TIMES.until_first} )?(?:{TIMES.until_next} )?"
    rf"{_TO}(?: trước)?(?: thời điểm)?(?: hết)?{_CLOCK}"
)
_SINCE = rf"(?:{TIMES.since} )?"


def _year(name: str = "y") -> str:
    return rf"(?P<{name}>(?:19|20)\d{{2}})(?![\d/]|[.,-]\d)"


def _day(name: str) -> str:
    """Return the expression of a day "16/9/2022", "16 tháng 9 năm 2022", "16/9 năm ngoái"."""
    lead = rf"(?:ngày ?)?(?:{TIMES.first_days} )?"
    slashed = rf"[/.-](?P<{name}m>\d{{1,2}})(?:[/.-](?P<{name}y>\d{{4}}))?(?![/\d%]|[.,]\d)"
    worded = rf" tháng (?P<{name}M>\d{{1,2}})(?:(?:,? năm | ?[/-] ?)(?P<{name}Y>\d{{4}}))?"
    back = rf"(?: của)?,? năm {TIMES.year_back}(?! {TIMES.year_back_not})"
    return rf"{lead}(?P<{name}d>\d{{1,2}})(?:{slashed}|{worded})(?P<{name}B>{back})?"


# "tại 5/9 huyện", "đến 8/12 sở đã": a ratio, no day, unless "ngày" or a year says so; behind a
# day a body does something: "đến 20/8 tỉnh tiếp nhận"
_NO_PART = (
    r"(?:(?<=\d{4})|(?<=ngày \d\d/\d)|(?<=ngày \d\d/\d\d)|(?<=ngày \d/\d)|(?<=ngày \d/\d\d)"
    rf"|(?! (?:{TIMES.divided}(?!\w)"
    rf"|{TIMES.divided_province}(?!\w)(?! {TIMES.province_does}))))"
)
# what a time began with: "từ khi đi vào hoạt động (ngày …"
_EVENT = rf"{_SINCE}từ {TIMES.event}(?: [^\W\d_]+){{1,10}}?,? \(?"
_BACK = rf"(?P<back>(?: của)? năm {TIMES.year_back}(?! {TIMES.year_back_not}))"
_OWN_YEAR = rf"(?:(?: ?[/-] ?|\.|,? năm |/năm ){_year()}|(?P<this> {TIMES.this_year})|{_BACK})"
_OF_YEAR = f"{_OWN_YEAR}?"
_SHUT = r"(?=[,.;:)](?!\d)|$)"  # "tháng 7 và 8 hồ sơ" has no second month
# behind "6 tháng đầu": the year, if it is told
_THE_YEAR = rf"(?:{_BACK}|(?: của)? năm(?: {_year()}| (?P<this>nay|này)|(?= |[,.;:)]|$)))"
# what opens a bracket with the day of "đến nay": "đến nay (tính đến hết ngày …"
_NOW_IS = rf" ?\((?:{TIMES.until_next} )?(?:{_TO} )?(?:hết )?"
# "đến hết tháng 6"; "đến đầu tháng 8" is up to its first day, "đến giữa tháng 8" to the 15th
_MONTH_PART = r"(?: hết| cuối| (?P<early>đầu)| (?P<middle>giữa))?"
# name of the maker, expression; an earlier row wins where two overlap
_PATTERNS: tuple[tuple[str, str], ...] = (
    # "từ đầu năm 2024 đến nay (30/11/2024)": the bracket tells which day that is
    (
        "year_until",
        (
            rf"{_SINCE}từ (?:đầu năm(?: nay)?|(?:đầu )?năm {_year()})(?: cho)? {_TO} {_NOW}"
            rf"{_NOW_IS}{_day('b')}(?=\))"
        ),
    ),
    (
        "month_until",
        (
            rf"{_SINCE}từ (?:đầu )?tháng (?P<m>\d{{1,2}})(?: năm |[/-]){_year()}"
            rf"(?: cho)? {_TO} {_NOW}{_NOW_IS}{_day('b')}(?=\))"
        ),
    ),
    ("days", rf"{_SINCE}từ {_day('a')}(?: cho)? {_TO} {_NOW}{_NOW_IS}{_day('b')}(?=\))"),
    ("since_year", rf"{_SINCE}từ (?:đầu )?năm {_year()}(?: cho)? {_TO} {_NOW}"),
    (
        "since_start",
        (
            rf"(?:{_SINCE}từ |^|(?<=[.!?…;,] ))đầu (?P<what>{TIMES.beginnings})"
            rf"(?: {_year()}| nay| này)?(?: cho)? {_TO} {_NOW}"
        ),
    ),
    # up to now, too: "Như vậy từ đầu nhiệm kỳ, 287 quy định đã được cắt giảm"
    ("since_start", rf"{_SINCE}từ đầu (?P<what>{TIMES.terms})(?: này)?(?=[,:]| đã(?!\w))"),
    (
        "since_month",
        (
            rf"{_SINCE}từ (?:đầu )?tháng (?P<m>\d{{1,2}})(?:(?: năm |[/-]){_year()})?"
            rf"(?: cho)? {_TO} {_NOW}"
        ),
    ),
    ("since_day", rf"{_SINCE}từ {_day('a')}(?: cho)? {_TO} {_NOW}"),
    ("since_month", rf"{_EVENT}tháng (?P<m>\d{{1,2}})(?: năm |[/-]){_year()}\)?,? {_TO} {_NOW}"),
    ("since_day", rf"{_EVENT}{_day('a')}\)?,? {_TO} {_NOW}"),
    # up to now, too: "Lũy kế từ khi khai trương (ngày 9/12/2019), đã có 71,5 triệu hồ sơ"
    ("since_day", rf"{_SINCE}từ {TIMES.event}(?: [^\W\d_]+){{1,10}} \({_day('a')}\)(?=[,:])"),
    # "từ đầu năm đến 20/6", "tính từ đầu năm, tính đến hết ngày 20/6"
    (
        "year_until",
        (
            rf"từ đầu năm(?: nay| {_year()})?(?: cho)?(?:,? {TIMES.until_next})? {_TO}"
            rf"(?: hết)? {_day('b')}"
        ),
    ),
    # "từ năm 2021 đến 30/6/2024", "từ tháng 01/2021 đến ngày 30/6/2024"
    ("year_until", rf"{_SINCE}từ năm {_year()}(?: cho)? {_TO}(?: hết)? {_day('b')}"),
    (
        "month_until",
        (
            rf"{_SINCE}từ (?:đầu )?tháng (?P<m>\d{{1,2}})(?: năm |[/-]){_year()}"
            rf"(?: cho)? {_TO}(?: hết)? {_day('b')}"
        ),
    ),
    # "từ đầu năm đến hết tháng 6", "từ năm 2021 đến hết tháng 6/2024"
    (
        "year_until_month",
        (
            rf"(?:{TIMES.since_total} )?từ (?:đầu )?năm(?: nay| (?P<y1>(?:19|20)\d{{2}}))?"
            rf"(?: cho)? {_TO}{_MONTH_PART} tháng (?P<m>\d{{1,2}})(?:(?: năm |[/.-]){_year()})?"
            r"(?![/\d])"
        ),
    ),
    (
        "days",
        rf"{_SINCE}từ {_day('a')}(?:,? ?(?:cho )?{_TO}(?: hết)?| ?-) ?{_day('b')}",
    ),
    # "từ 1/7/2025 đến hết tháng 1/2026"
    (
        "day_to_month",
        (
            rf"{_SINCE}từ {_day('a')} (?:cho )?{_TO}{_MONTH_PART} tháng (?P<m>\d{{1,2}})"
            rf"(?:(?: năm |[/.-]){_year()})?(?![/\d])"
        ),
    ),
    # "từ 21 đến 25/7/2021"
    ("same_month", rf"{_SINCE}từ (?:ngày )?(?P<ad>\d{{1,2}})(?: ?{_TO}| ?-) ?{_day('b')}"),
    ("days", rf"{_day('a')} ?- ?{_day('b')}"),
    # in brackets alone: "sau một tháng (1-7 đến 31-7)" and so on
    ("days", rf"(?<=\(){_day('a')} {_TO} {_day('b')}(?=\))"),
    (
        "since_month_start",
        (
            rf"{_SINCE}từ (?:đầu )?tháng (?P<m1>\d{{1,2}})"
            rf"(?:(?: năm |[/-])(?P<y1>\d{{4}}))? {_TO}{_MONTH_PART} tháng (?P<m>\d{{1,2}})"
            rf"(?:(?: năm |[/-]){_year()})?"
        ),
    ),
    (
        "years",
        (
            # the year of a day is no end of them: "ngày 31 tháng 12 năm 2024 và năm 2023"
            rf"(?<!\d tháng \d )(?<!\d tháng \d\d )(?:trong )?{TIMES.spans_of_years} "
            rf"(?P<y1>(?:19|20)\d{{2}}) ?(?:-|,|và|{_TO}(?: hết)?(?: năm)?) ?(?:năm )?{_year()}"
        ),
    ),
    # "trong 3 năm (2021-2023)": the bracket tells which years they are
    (
        "years",
        (
            rf"(?:{TIMES.after} )?(?:(?:\d{{1,2}}|{TIMES.counts}) năm|{TIMES.spans_in_brackets})"
            rf"(?: {TIMES.just_past})?"
            rf" ?\((?:từ )?(?:năm )?(?P<y1>(?:19|20)\d{{2}})"
            rf" ?(?:[-–,]|và|{_TO}) ?(?:năm )?{_year()}(?=\))"
        ),
    ),
    # in brackets alone: "qua 3 năm (2016 - 2018)" and so on
    ("years", rf"(?<=\()(?P<y1>(?:19|20)\d{{2}}) ?- ?{_year()}(?=\))"),
    ("vague", r"(?:trong )?năm học (?:19|20)\d{2}(?: ?- ?(?:19|20)?\d{2})?"),
    ("as_of_day", rf"{_UNTIL} ?{_day('b')}{_NO_PART}"),
    ("as_of_day", rf"tại (?:thời điểm )?{_day('b')}{_NO_PART}"),
    # "đến đầu tháng 8" is as of its first day; "đến giữa tháng 8" nobody can date
    (
        "as_of_month_start",
        rf"{_UNTIL}(?: những ngày)? đầu tháng (?P<m>\d{{1,2}})(?:(?: năm |[/.-]){_year()})?",
    ),
    (  # nobody tells the day more exactly, and none is meant
        "as_of_month_middle",
        rf"{_UNTIL} giữa tháng (?P<m>\d{{1,2}})(?:(?: năm |[/.-]){_year()})?",
    ),
    ("vague", rf"(?<!\w)giữa tháng \d{{1,2}}(?:(?: năm |[/.-]){_year()})?"),
    (
        "as_of_month",
        rf"{_UNTIL}(?: cuối)? tháng (?P<m>\d{{1,2}})(?:(?: năm |[/-]){_year()}|{_BACK})?",
    ),
    # "Hết tháng 7, tỉnh đứng thứ 27"
    (
        "as_of_month",
        rf"(?:^|(?<=[.!?…;,] ))hết tháng (?P<m>\d{{1,2}})(?:(?: năm |[/-]){_year()})?(?=,)",
    ),
    # "đến hết tháng trước": the one before that of the text
    (
        "as_of_last",
        rf"(?:{_UNTIL}|hết)(?: cuối| ngày cuối)? (?P<what>{TIMES.this_month}) trước",
    ),
    ("as_of_quarter", rf"{_UNTIL}(?: cuối)? quý {_QUARTER}{_OF_YEAR}"),
    ("as_of_year", rf"{_UNTIL} (?:cuối |hết )?năm {_year()}"),
    ("day", rf"(?:ngày ?|{TIMES.first_days} |{TIMES.days} ){_day('b')}"),
    # "kể từ 1/7 đạt 11,6 triệu": behind these words it is no part of a whole
    ("day", rf"(?:(?<=kể từ )|(?<=tính từ )){_day('b')}{_NO_PART}"),
    ("day", r"(?P<bd>\d{1,2})[/.-](?P<bm>\d{1,2})[/.-](?P<by>(?:19|20)\d{2})(?![/\d])"),
    (
        "first_months",
        (
            rf"sau (?:{TIMES.exactly} )?(?P<n>\d{{1,2}}|{TIMES.few_months}) tháng"
            rf"(?=,| (?:(?:đầu )?{TIMES.works}|{TIMES.workers})(?!\w))"
        ),
    ),
    (
        "first_months",
        (
            rf"(?:trong |ở |sau |qua )?(?:{_COUNT} )?{TIMES.some.not_before}tháng đầu(?: tiên)?"
            rf"(?=[,.;]| {TIMES.works})"
        ),
    ),
    # "hai tháng 2 và 3 năm 2025", "các tháng 4, 5 và 6/2025", "quý II và III năm 2024"
    (
        "month_row",
        (
            rf"(?:{TIMES.month_before} )?(?:(?:{_COUNT}|{TIMES.several}) )?tháng (?P<row>\d{{1,2}}"
            rf"(?:, ?\d{{1,2}}){{0,10}},? và \d{{1,2}})(?:{_OWN_YEAR}|{_SHUT})"
        ),
    ),
    (
        "month_row",
        (
            rf"(?:{TIMES.month_before} )?(?:{_COUNT}|{TIMES.several}) tháng "
            rf"(?P<row>\d{{1,2}}(?:, ?\d{{1,2}}){{1,10}})(?:{_OWN_YEAR}|{_SHUT})"
        ),
    ),
    (
        "quarter_row",
        (
            rf"(?:{TIMES.month_before} )?(?:(?:{_COUNT}|{TIMES.several}) )?quý {_QUARTER}"
            rf",? và (?:quý )?(?P<last>{TIMES.quarters})(?:{_OWN_YEAR}|{_SHUT})"
        ),
    ),
    (
        "months",
        (rf"(?:trong |tổng )?{_COUNT} tháng(?: (?P<part>{TIMES.halves}))?{_THE_YEAR}"),
    ),
    (
        "quarters",
        rf"(?:trong )?(?:{_COUNT} )?quý đầu{_THE_YEAR}",
    ),
    ("quarters", rf"(?:trong )?{_COUNT} quý{_THE_YEAR}"),
    ("quarters", rf"{TIMES.bare_before} {_COUNT} quý(?=,|:| {TIMES.bare_behind}(?!\w))"),
    ("quarters", rf"(?:^|(?<=[.!?…;,] )){_COUNT} quý(?=,| {TIMES.bare_behind}(?!\w))"),
    # "Bước sang tháng 12, …": what is told then is of no time that is named
    ("vague", rf"{TIMES.enters} {TIMES.this_month} (?:\d{{1,2}}|{TIMES.quarters}){_OF_YEAR}"),
    ("vague", rf"sau (?:{TIMES.roughly} )?(?:một|{_COUNT}|\d{{1,2}}) năm(?=,)"),
    # "tháng đầu triển khai", "những ngày đầu vận hành": from a day that nobody names here
    (
        "vague",
        (
            rf"(?:(?:{_COUNT}|{TIMES.not_edge}) )?(?:{TIMES.this_month}|ngày|tuần|năm)"
            rf"(?: làm việc)? đầu(?: tiên)?(?= {TIMES.first_of}(?!\w))"
        ),
    ),
    ("vague", rf"tháng đầu(?: tiên)?(?= {TIMES.now_is}| mới(?!\w))"),
    # "những tháng cuối năm": nobody says how many
    ("vague", rf"{TIMES.several} {TIMES.this_month} cuối(?: cùng)?{_THE_YEAR}"),
    ("vague", rf"{_COUNT} {TIMES.this_month} (?:cuối cùng|đầu tiên){_THE_YEAR}"),
    # "riêng tháng cuối năm", "quý cuối cùng của năm"
    (
        "edge",
        (
            rf"(?:{TIMES.month_before} )?{TIMES.not_edge.not_before}(?P<what>{TIMES.this_month})"
            rf" (?P<part>{TIMES.halves})"
            rf"(?: cùng| tiên)?{_THE_YEAR}(?! {TIMES.no_year})"
        ),
    ),
    # "6 tháng/2024", "6T/2024"
    ("months", rf"(?:trong )?(?:{_COUNT} tháng|(?P<t>\d{{1,2}}) ?t) ?[/-] ?{_year()}"),
    ("months", rf"(?:trong )?(?P<t>\d{{1,2}}) ?t (?:đầu )?năm {_year()}"),
    (
        "early_months",
        (rf"(?:trong )?{_COUNT} tháng (?P<part>đầu)(?! {TIMES.first_of})"),
    ),
    ("months", rf"{TIMES.running}(?: cả| {_TO})? {_COUNT} tháng"),
    # "Mười tháng, …", "trong 9 tháng.", "tỷ lệ 6 tháng của tỉnh": those of this year, where it is
    # not farther
    (
        "bare_months",
        (
            rf"(?:{TIMES.bare_before} )?(?:{_COUNT} tháng(?=,|:)|(?P<t>\d{{1,2}}) tháng"
            rf"(?= {TIMES.bare_behind}(?!\w)| của(?! (?:{TIMES.bare_of}|\d))))"
        ),
    ),
    # "mức độ hài lòng mười tháng đạt 94%"; "sau hai tháng đạt" counts from a day not named
    (
        "bare_months",
        rf"(?<!sau )(?P<n>{TIMES.bare_counts}) tháng(?= (?:là|đạt|tiếp nhận|toàn|tỷ lệ)(?!\w))",
    ),
    ("bare_months", rf"{TIMES.bare_closing} {_COUNT} tháng(?=[.;)]|$)"),
    ("bare_months", rf"(?:^|(?<=[.!?…;,] )){_COUNT} tháng(?= {TIMES.bare_behind}(?!\w))"),
    ("vague", rf"(?:{TIMES.after} )?{TIMES.roughly} {_COUNT} tháng {TIMES.gone_by}"),
    ("vague", rf"(?:trong|qua|sau) {TIMES.roughly} {_COUNT} tháng(?=[,.;]|$)"),
    ("past_months", rf"(?:{TIMES.after} )?{_COUNT} tháng {TIMES.gone_by}"),
    ("vague", rf"(?:{TIMES.after} )?{TIMES.roughly} nửa năm {TIMES.gone_by}"),
    ("past_half", rf"(?:{TIMES.after} )?nửa năm {TIMES.gone_by}"),
    ("vague", rf"nửa năm {TIMES.years_back}"),
    # "Năm 2019 có 214. Ba năm sau, …"
    ("vague", rf"(?:{_COUNT}|một|nhiều|vài) (?:năm|tháng) sau(?=,| đó)"),
    ("half", rf"nửa (?P<part>{TIMES.halves})(?:{_BACK}| năm(?: {_year()})?)"),
    ("quarter", rf"(?:trong )?quý {_QUARTER}{_OF_YEAR}"),
    ("month", rf"(?:{TIMES.month_before} )?tháng (?P<m>\d{{1,2}}){_OF_YEAR}(?![/\d])"),
    (
        "month",
        rf"(?:(?<=, )|(?<=\())(?P<m>0?[1-9]|1[0-2])/{_year()}(?=\))",
    ),  # "(Bộ Nội vụ, 9/2026)"
    (
        "vague",
        rf"{TIMES.not_vague.not_before}{TIMES.vague_parts} năm (?:{_year()}|{TIMES.vague_years})",
    ),
    ("vague", rf"(?:(?:{_UNTIL}|hết) )?cuối năm {TIMES.years_back}"),
    ("vague", rf"hồi (?:{TIMES.vague_parts}|{TIMES.halves}) (?:năm|tháng|quý)(?! \d)"),
    ("year", rf"(?:{TIMES.year_before} )?năm {_year()}"),
    # "5 năm qua", "những năm gần đây"; "một năm trước" is told by its own words
    (
        "vague",
        (
            rf"(?:{TIMES.after} )?(?:{TIMES.roughly} )?(?:{_COUNT}|{TIMES.several})"
            rf" năm {TIMES.years_gone}"
        ),
    ),
    ("vague", rf"(?:{TIMES.after} )?(?:{TIMES.roughly} )?một năm(?: vừa)? qua"),
    ("year_word", rf"(?:trong |cả )?năm (?P<what>{TIMES.years_told})"),
    ("past_year", rf"(?:trong |cả )?năm {TIMES.year_gone}"),
    # the number of a hotline begins with 1900: "1900 54 54 81"
    ("year", rf"(?<![.,/\d] )(?<![/.,-])(?!1900){_year()}(?! {TIMES.counted}|%|\.\d)"),
    ("now", rf"(?:{TIMES.now_before} )?{_TO} {_NOW}"),
    # behind a mark, or a time: "năm 2019 là 9%, nay là 37%", "từ 2,9% cuối năm 2022 nay còn 0,8%"
    (
        "now",
        (
            r"(?:(?<=[,;:] )|(?<= \d{4} )|(?<=tháng \d )|(?<=tháng \d\d ))nay"
            rf"(?= (?:{TIMES.now_is}|\d))"
        ),
    ),
    # "Năm 2019 là 9%. Nay tỷ lệ này đã là 37%": the head of a sentence
    ("now", rf"(?:^|(?<=[.!?…] ))nay(?=,? (?:{TIMES.now_is}|{TIMES.now_value}|\d))"),
    (
        "now",
        (
            rf"{TIMES.not_present_before.not_before}{TIMES.present}"
            rf"(?: {TIMES.present_more})?(?! {TIMES.not_present_behind})"
        ),
    ),
    (
        "same_month_word",
        # "trong tháng 1.870 hồ sơ" tells no month
        (
            rf"(?:trong|riêng) (?P<what>{TIMES.this_month})(?: này)?"
            r"(?! (?:\d{1,2}(?!\d|\.\d{3})|[ivx]+(?!\w)))"
        ),
    ),
    ("same_month_word", rf"(?P<what>{TIMES.this_month}) {TIMES.just_past}"),
    ("whole_year_word", rf"{TIMES.whole_year}"),
    (
        "whole_year_word",
        (
            rf"(?:^|(?<=[.!?…;:] )|(?<=[\"“(])){TIMES.year_all}"
            rf"(?! (?:{TIMES.year_all_not}|\d)|,? \d{{4}})(?=[, ])"
        ),
    ),
    (
        "same",
        (
            rf"{TIMES.same}|{TIMES.same_open}(?! {TIMES.same_with})"
            rf"|{TIMES.same_year}(?! (?:{TIMES.same_year_not}|\d))"
        ),
    ),
)
# a number at the end may be glued to the word after it ("21/7đến 20/8"), and is no part of
# another one: "trực tuyến trong tháng 1.870 hồ sơ"
_CLOSED = r"(?:(?<=\d)(?!\d|\.\d{3}(?!\d))|(?<!\d)(?!\w))"
TIME_PATTERNS = tuple(
    (name, re.compile(r"(?<![\w/])(?:" + source + r")" + _CLOSED)) for name, source in _PATTERNS
)
