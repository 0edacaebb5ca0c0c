"""Words in braces that stand for the province or body of a document (scope: each).

{name}   Bình Thuận          the name, as the head of a document writes it
{place}  tỉnh Bình Thuận     the name with its kind
{PLACE}  TỈNH BÌNH THUẬN     the same in capitals
{symbol} UBND                the letters of the issuing body in the number of a document
                             (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, 3)

Of a central body the first three are its name: Bộ Tư pháp; the letters are its own: BTP.

Only one word in single braces is a placeholder; any other brace is text, so that
"{{name}}" and "{7*7}" are printed as they stand.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.catalogue import Place
from generator.config.values import ReportConfig

NAMES = ("{name}", "{place}", "{PLACE}", "{symbol}")

_BRACES = re.compile(r"(?<!\{)\{[^\W\d]\w{0,39}\}(?!\})")


def placeholders(text: str) -> list[str]:
    """Return the placeholders of a text, known ones and others."""
    return _BRACES.findall(text)


def fill(config: ReportConfig, place: Place) -> ReportConfig:
    """Return the config of one place's document, its placeholders filled."""
    words = _words(config, place)
    head, sign = config.letterhead, config.signature
    return replace(
        config,
        letterhead=replace(
            head,
            superior=_filled(head.superior, words),
            issuer=_filled(head.issuer, words),
            number=_filled(head.number, words),
            place=_filled(head.place, words),
            name=_filled(head.name, words),
        ),
        signature=replace(
            sign,
            authority=_filled(sign.authority, words),
            position=_filled(sign.position, words),
        ),
        addressees=tuple(_filled(text, words) for text in config.addressees),
        recipients=tuple(_filled(text, words) for text in config.recipients),
        title=_filled(config.title, words),
        subject=_filled(config.subject, words),
    )


def _words(config: ReportConfig, place: Place) -> dict[str, str]:
    """Return what each placeholder means on the day of the letterhead."""
    full = place.official_name(config.letterhead.date)
    # a unit named after a person is written with its kind also in the place line
    # (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, 4)
    name = full if full[0].isupper() else place.name
    symbol = _symbol(place)
    return {"{name}": name, "{place}": full, "{PLACE}": full.upper(), "{symbol}": symbol}


def _symbol(place: Place) -> str:
    """Return the letters of an issuing body: of a central one its shortest name in capitals.

    One without such a name has the first letters of its own; a province its committee's.
    """
    if not place.is_body:
        return "UBND"
    short = [name for name in place.aliases if name.isupper() and name.isalpha()]
    return short[0] if short else "".join(word[0] for word in place.name.split()).upper()


def _filled(text: str, words: dict[str, str]) -> str:
    return _BRACES.sub(lambda match: words.get(match[0], match[0]), text)
