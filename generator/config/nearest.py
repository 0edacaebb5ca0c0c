"""The nearest valid name to one that was misspelt."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from generator.catalogue import Catalogue, Place
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
    place = catalogue.places.asked(text)
    if place is not None and place.slug == NATION:
        return "national figures come with 'nation: true'"
    if place is not None and place.is_body:
        return f"{place.name} is no province; write it under 'bodies'"
    if meant := catalogue.places.candidates(text):
        return "write " + " or ".join(f"{how!r} ({one.name})" for how, one in meant)
    guess = did_you_mean(_bare(text), [one.slug for one in catalogue.places if _is_province(one)])
    return guess or "'soket list provinces' shows all names and slugs"


def _bare(text: str) -> str:
    """Return a misspelt name as a slug, the word for its type left out."""
    found = slug(text)
    lead = next((word for word in ("tinh-", "thanh-pho-") if found.startswith(word)), "")
    return found.removeprefix(lead)


def body_hint(text: str, catalogue: Catalogue) -> str:
    """Return the slug that a wrong central body was meant to be, as a hint."""
    place = catalogue.places.asked(text)
    if place is not None and place.slug == NATION:
        return "national figures come with 'nation: true'"
    if place is not None:
        return f"{place.slug!r} is a province; write it under 'provinces'"
    guess = did_you_mean(slug(text), catalogue.places.bodies)
    return guess or "'soket list bodies' shows all names and slugs"


def place_hint(text: str, catalogue: Catalogue) -> str:
    """Return the slug of the place that a wrong one was meant to be, as a hint."""
    place = catalogue.places.asked(text)
    if place is not None:
        return f"write {place.slug!r}"
    if meant := catalogue.places.candidates(text):
        return "write " + " or ".join(f"{how!r} ({one.name})" for how, one in meant)
    guess = did_you_mean(_bare(text), [one.slug for one in catalogue.places])
    return guess or "'soket list provinces' and 'soket list bodies' show all slugs"


def _is_province(place: Place) -> bool:
    """Tell whether a place is neither the country nor a central body."""
    return place.slug != NATION and not place.is_body
