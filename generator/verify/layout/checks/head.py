"""Head of the document: order, equal height, words, drawn lines, forms of number and date."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from generator.verify.layout.parts import Parts
from generator.verify.layout.rules import LineRule, Rules
from generator.verify.layout.seen import Block, Layout, Stroke
from generator.verify.layout.words import folded
from generator.verify.objection import Objection

SAME_HEIGHT = 6  # points
_CHAINS = (
    ("motto_country", "motto", "place_date", "kind", "subject", "recipients_word"),
    ("superior", "issuer", "number", "kind", "addressee", "recipients_word"),
)
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_COUNTRY = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
_SHARE = 0.03  # of the text: what the measuring of letters may err
_WHOLE = 0.05
_OPEN = r"[\s….·_]*"
_DATE = re.compile(
    rf"(?P<place>[^,]*)(?P<comma>,?) ?ngày (?P<day>\d{{1,2}}|{_OPEN}) ?"
    rf"tháng (?P<month>\d{{1,2}}|{_OPEN}) ?năm (?P<year>\d{{4}}|{_OPEN})"
)
_NUMBER = re.compile(rf"Số: ?(?P<number>\d+|{_OPEN})/(?P<symbol>\S+)")
_SYMBOL = re.compile(r"[A-ZĐ][A-ZĐa-z]{0,3}(?:-[A-ZĐƯ0-9&]+)+")
_REPORT = "bao cao"
_FOREIGN_POINTS = re.compile(r"[fjwz]\) ")
_UNDERSCORES = re.compile(r"[_\-–—=]{4,}")


def check_places(layout: Layout, parts: Parts, rules: Rules) -> Iterator[Objection]:
    """Yield objections to the order of the components and to their words."""
    for chain in _CHAINS:
        known = [(key, at) for key in chain if (at := parts.first(key)) is not None]
        for (one, first), (two, second) in pairwise(known):
            if first > second:
                titles = [rules.components[key].title for key in (one, two)]
                message = f"{titles[0]} stands below {titles[1]}, right is above it"
                yield rules.objection(rules.order, message, layout.blocks[first].place)
    number, date = parts.first("number"), parts.first("place_date")
    if number is not None and date is not None:
        dated = layout.blocks[date]
        if not same_height(layout.blocks[number], dated):
            message = "not on one line with the number (số, ký hiệu), right is the same line"
            yield rules.objection(rules.components["place_date"], message, dated.place)
    yield from _words(layout, parts, rules)


def same_height(one: Block, two: Block) -> bool:
    """Tell whether two blocks of a two-column zone stand at the same height."""
    same = one.level[:1] == two.level[:1]
    near = all(
        abs(a - b) <= SAME_HEIGHT for a, b in zip(one.level[1:], two.level[1:], strict=False)
    )
    within = abs((one.gap or 0.0) - (two.gap or 0.0)) <= SAME_HEIGHT
    return same and near and within


def _words(layout: Layout, parts: Parts, rules: Rules) -> Iterator[Objection]:
    """Yield objections to the wording of Quốc hiệu and Tiêu ngữ."""
    for key, right in (("motto_country", _COUNTRY), ("motto", (_MOTTO,))):
        at = parts.first(key)
        if at is None:
            continue
        block = layout.blocks[at]
        text = unicodedata.normalize("NFC", block.text)
        allowed = (
            right if text == text.upper() or key == "motto" else [one.title() for one in right]
        )
        if text not in allowed and text.upper() not in right:
            message = f"“{text}”, right is “{right[0]}”"
            yield rules.objection(rules.components[key], message, block.place)


def check_lines(layout: Layout, parts: Parts, rules: Rules) -> Iterator[Objection]:
    """Yield objections to the drawn lines under Tiêu ngữ, issuing body and subject."""
    near = {
        "motto": ("motto", "motto_country"),
        "issuer": ("issuer", "superior", "number"),
        "subject": ("subject", "kind"),
    }
    for key, rule in rules.lines.items():
        ats = parts.found.get(key, ())
        if not ats:
            continue
        blocks = [layout.blocks[at] for at in ats]
        places = [*ats, *(at for one in near[key] for at in parts.found.get(one, ()))]
        places += [ats[-1] + 1] if key == "subject" else []
        strokes = [one for at in places for one in layout.strokes if one.under == at]
        if not strokes:
            yield rules.objection(rule, _no_line(layout, ats[-1]), blocks[-1].place)
            continue
        message = _length(strokes[0], blocks, rule)
        if message:
            yield rules.objection(rule, message, blocks[-1].place)


def _no_line(layout: Layout, at: int) -> str:
    """Return that there is no line, and what stands in its place."""
    below = [block.text for block in layout.blocks[at + 1 : at + 3]]
    instead = any(_UNDERSCORES.fullmatch(text) for text in below)
    found = "signs in its place" if instead else "there is none"
    return f"{found}, right is a drawn solid line (đường kẻ ngang, nét liền)"


def _length(stroke: Stroke, blocks: list[Block], rule: LineRule) -> str:
    """Return what is wrong with the length of a line, "" for nothing."""
    if not stroke.solid:
        return "not solid, right is a solid line (nét liền)"
    least, most = rule.share
    slack = _WHOLE if least == most else _SHARE
    widths = [width for block in blocks for width in block.widths if width > 0]
    # of a text in several lines the decree does not say which one counts
    shares = [stroke.length / width for width in (max(widths), widths[-1])] if widths else []
    if not shares or any(least - slack <= share <= most + slack for share in shares):
        return ""
    right = "the length of the text" if least == most else "1/3–1/2 of the text"
    return f"{shares[-1]:.0%} of the length of the text, right is {right}"


def check_forms(layout: Layout, parts: Parts, rules: Rules) -> Iterator[Objection]:
    """Yield objections to the forms of number, date and points."""
    number, date = parts.first("number"), parts.first("place_date")
    kind = parts.first("kind")
    if number is not None:
        report = kind is not None and folded(layout.blocks[kind].text) == _REPORT
        block = layout.blocks[number]
        for message in _number(block.text, report=report):
            yield rules.objection(rules.number_form, message, block.place)
    if date is not None:
        block = layout.blocks[date]
        for message in _date(unicodedata.normalize("NFC", block.text)):
            yield rules.objection(rules.date_form, message, block.place)
    for block in layout.blocks:
        if not block.table and _FOREIGN_POINTS.match(block.text):
            message = (
                f"“{block.text[:2]}”, right is the Vietnamese alphabet: a, b, c, d, đ, e, g, h"
            )
            yield rules.objection(rules.points_form, message, block.place)


def _number(text: str, *, report: bool) -> Iterator[str]:
    """Yield what is wrong with "Số: 05/BC-UBND"."""
    found = _NUMBER.fullmatch(unicodedata.normalize("NFC", text))
    if not found or not _SYMBOL.fullmatch(found["symbol"]):
        yield f"“{text}”, right is “Số: 05/BC-UBND”: colon, slash, hyphens without spaces"
        return
    if found["number"].isdigit() and len(found["number"]) == 1:
        yield f"“{found['number']}”, right is “0{found['number']}” (below 10 with a zero)"
    if report and found["symbol"].partition("-")[0] != "BC":
        yield f"“{found['symbol']}”, right is “BC-…” for a report (báo cáo)"


def _date(text: str) -> Iterator[str]:
    """Yield what is wrong with "Hà Nội, ngày 05 tháng 01 năm 2024"."""
    found = _DATE.fullmatch(text)
    if not found or not found["comma"] or not found["place"].strip():
        yield f"“{text}”, right is “Hà Nội, ngày 05 tháng 01 năm 2024”"
        return
    if found["place"][:1] != found["place"][:1].upper():
        yield f"“{found['place']}”, right is a capital at the beginning"
    day, month = found["day"].strip(), found["month"].strip()
    if day.isdigit() and (len(day) != 2 or not 1 <= int(day) <= 31):
        yield f"“ngày {day}”, right is two digits below 10 (ngày 05)"
    if month.isdigit() and month != _month(int(month)):
        yield f"“tháng {month}”, right is “tháng {_month(int(month))}” (01, 02, then 3 to 12)"


def _month(month: int) -> str:
    """Return a month as the decree writes it: a zero before 1 and 2 only."""
    return f"{month:02d}" if month < 3 else f"{min(month, 12)}"
