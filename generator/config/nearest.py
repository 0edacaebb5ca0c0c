"""The nearest valid name to one that was misspelt."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from generator.catalogue import Catalogue
from generator.model.fact import NATION
from generator.vi.text import slug


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name most like ``name``, "" where none is near."""
    by_fold = {item.casefold(): item for item in known}
    close = get_close_matches(name.casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[close[0]] if close else ""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a hint with the nearest known name, "" where none is near."""
    found = nearest(name, known)
    return f"did you mean {found!r}?" if found else ""


def province_hint(text: str, catalogue: Catalogue) -> str:
    """Return the slug that a wrong province was meant to be, as a hint."""
    place = catalogue.places.find(text)
    if place is not None and place.slug == NATION:
        return "national figures come with 'nation: true'"
    if place is not None and place.slug in catalogue.places.bodies:
        return f"{place.name} is no province; a report covers provinces and the country"
    if place is not None:
        return f"write {place.slug!r}"
    provinces = [name for name in catalogue.places.by_slug if name != NATION]
    guess = did_you_mean(slug(text), provinces)
    return guess or "'soket list provinces' shows all slugs"
