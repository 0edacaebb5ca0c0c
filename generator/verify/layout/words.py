"""The words by which the parts of a document are known, whatever marks they bear."""

from __future__ import annotations

import re
import unicodedata

COUNTRY = "cong hoa xa hoi chu nghia viet nam"
_MOTTO = re.compile(r"doc lap[\s–—-]{0,6}tu do[\s–—-]{0,6}hanh phuc")
_DATE = re.compile(r"[^.;]{0,45}\bngay\b.{0,8}\bthang\b.{0,8}\bnam\b.{0,6}")
_NUMBER = re.compile(r"so\s{0,5}[:.]|so\s[\d…. ]{0,40}/")
_SO = re.compile(r"\s*s[oốô](?!\w)")
_RECIPIENTS = re.compile(r"noi nhan\b")
_APPENDIX = re.compile(r"phu luc(?: (?:[ivxlc]+|\d+))?[.:]?")
_HEADING = re.compile(r"(?:[ivxlc]+\.|(?:phan|chuong) (?:[ivxlc]+|thu [a-z]+)\b)(?:\s|$)")


def folded(text: str) -> str:
    """Return a text in lower case without marks, đ as d, spaces joined."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join("".join(one for one in plain if not unicodedata.combining(one)).split())


def is_country(text: str) -> bool:
    """Tell whether a text is the Quốc hiệu."""
    return folded(text) == COUNTRY


def is_motto(text: str) -> bool:
    """Tell whether a text is the Tiêu ngữ."""
    return _MOTTO.fullmatch(folded(text)) is not None


def is_date(text: str) -> bool:
    """Tell whether a text is a line with place and date."""
    return _DATE.fullmatch(folded(text)) is not None


def is_number(text: str) -> bool:
    """Tell whether a text is the line with number and symbol, and no "sơ." of a broken line."""
    begun = _SO.match(unicodedata.normalize("NFC", text.casefold())) is not None
    return begun and len(text) < 60 and _NUMBER.match(folded(text)) is not None


def is_letterhead(text: str) -> bool:
    """Tell whether a text holds a part of the head or the recipients."""
    plain = folded(text)
    return COUNTRY in plain or bool(_MOTTO.search(plain) or "noi nhan:" in plain)


def is_recipients_word(text: str) -> bool:
    """Tell whether a text begins with "Nơi nhận"."""
    return len(text) < 200 and _RECIPIENTS.match(folded(text)) is not None


def is_appendix(text: str) -> bool:
    """Tell whether a text is the line "Phụ lục", numbered or not."""
    return _APPENDIX.fullmatch(folded(text)) is not None


def is_heading(text: str) -> bool:
    """Tell whether a text begins as a heading of the highest levels: "I. …", "Phần I"."""
    return len(text) < 200 and _HEADING.match(folded(text)) is not None
