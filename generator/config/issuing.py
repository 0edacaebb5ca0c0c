"""The issuing body as a sentence names it, from the capitals of the letterhead.

In: a config without ``letterhead.name``, the places and the words for bodies. Out: "Ủy ban
nhân dân tỉnh Lâm Đồng" for "ỦY BAN NHÂN DÂN / TỈNH LÂM ĐỒNG" (Nghị định 30/2020/NĐ-CP, Phụ
lục II: capitals for the words of type, function and field); "" where that cannot be told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from generator.catalogue import Catalogue, Places
from generator.catalogue.language import Usage
from generator.config.values import ReportConfig
from generator.vi.printing import capitalised
from generator.vi.text import fold, nfc

_SEVERAL = re.compile(r",|\bvà\b| - ")


def spoken_issuer(config: ReportConfig, catalogue: Catalogue, usage: Usage) -> str:
    """Return the issuer of the letterhead inside a sentence, "" where it cannot be told."""
    head = config.letterhead
    text = nfc(" ".join(head.issuer.split()))
    first, _, _ = text.partition(" ")
    if text != text.upper():  # small letters tell that it stands as a sentence writes it
        return text if first != first.upper() else ""
    central = catalogue.places.find(text)
    if central is not None and central.is_body:
        return central.name
    own, province = _parted(text, catalogue.places, head.date)
    told = _named(own, catalogue.places, usage, alone=not province)
    return f"{told} {province}".rstrip() if told else ""


def _parted(text: str, places: Places, day: date) -> tuple[str, str]:
    """Return the name of a body without its province, and the province, "" for none."""
    for place in places.by_slug.values():
        full = place.official_name(day)
        if text.endswith(f" {full.upper()}"):
            return text[: -len(full) - 1], full
    return text, ""


def _named(own: str, places: Places, usage: Usage, *, alone: bool) -> str:
    """Return the own name of a body, "" for one of no known form.

    ``alone`` tells that no province follows: a committee without one is not named.
    """
    committees = {fold(capitals): name for capitals, name in usage.committees.items()}
    if fold(own) in committees:
        return "" if alone else committees[fold(own)]
    if (kind := _kind(own, usage.departments)) is not None:
        fields = own[len(kind) + 1 :]
        ministry = places.find(f"Bộ {fields}")
        known = ministry is not None and ministry.is_body and ministry.name.startswith("Bộ ")
        told = ministry.name[3:] if ministry is not None and known else _each(fields.lower())
        return f"{kind} {told}"
    kind = _kind(own, usage.bureaus)
    task = "" if kind is None else own[len(kind) + 1 :].lower()
    # which words of several tasks, or of a proper name, have capitals cannot be seen
    proper = any(name.lower() in task for name in usage.names)
    return "" if not task or proper or _SEVERAL.search(task) else f"{kind} {capitalised(task)}"


def _kind(own: str, kinds: Sequence[str]) -> str | None:
    """Return the first words of a body where they are among the given."""
    return next((one for one in kinds if own.startswith(f"{one.upper()} ")), None)


def _each(fields: str) -> str:
    """Return fields with a capital at the beginning of each."""
    pieces = re.split(r"(, | và | - )", fields)
    return "".join(piece if at % 2 else capitalised(piece) for at, piece in enumerate(pieces))
