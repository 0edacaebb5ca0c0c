"""What a statement is about: its theme, its place, whether it is of the field."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.catalogue import Catalogue, Places
from generator.extraction.pattern import Hit
from generator.extraction.reading import folded
from generator.extraction.statements.rules import StatementRules
from generator.extraction.statements.text import Reading
from generator.model.fact import NATION

GENERAL = "general"
_WEAK = "direction"
# "các nhiệm vụ của Chính phủ giao": whose they are, not who lags behind
_LENT = re.compile(
    r".(?<!\w)(?:của|do|theo|từ) ?(?:thủ tướng )?(?:chính phủ|thủ tướng)$", re.DOTALL
)
_MIN_NAME = 4  # characters; shorter aliases are words of other meaning


@dataclass(frozen=True, slots=True)
class Mention:
    """A province named at an offset."""

    start: int
    slug: str


def theme(text: str, catalogue: Catalogue, rules: StatementRules) -> str:
    """Return the indicator group that a folded clause is about, "general" if none.

    The group with most hits wins. The one named first counts for one hit more, since
    a Vietnamese sentence names its subject first; steering, which all is about, not.
    """
    hits = [
        (hit, group)
        for group, phrases in rules.themes.items()
        if group in catalogue.groups
        for hit in phrases.hits(text)
    ]
    kept = [(hit, group) for hit, group in hits if not _swallowed(hit, group, hits)]
    scores: dict[str, int] = {}
    for group in dict.fromkeys(group for _, group in kept):
        scores[group] = _apart(hit for hit, other in kept if other == group)
    starts = {group: min(hit.start for hit, one in kept if one == group) for group in scores}
    leading = min((group for group in scores if group != _WEAK), key=starts.__getitem__, default="")
    if leading:
        scores[leading] += 1
    return max(scores, key=lambda group: (scores[group], -starts[group]), default=GENERAL)


def _swallowed(hit: Hit, group: str, hits: list[tuple[Hit, str]]) -> bool:
    """Tell whether a longer phrase of another theme says more precisely what is meant."""
    return any(
        other.start <= hit.start and hit.end <= other.end and size > hit.end - hit.start
        for other, theirs in hits
        if theirs != group and (size := other.end - other.start)
    )


def _apart(hits: Iterable[Hit]) -> int:
    """Return how many hits do not overlap."""
    count = end = 0
    for hit in sorted(hits, key=lambda hit: (hit.end, hit.start)):
        if hit.start >= end:
            count, end = count + 1, hit.end
    return count


def mentions(reading: Reading, places: Places) -> tuple[Mention, ...]:
    """Return all provinces that a text names, in order; a name begins with a capital."""
    pattern, slugs = _names(places)
    return tuple(
        Mention(match.start(), slugs[match.group(0)])
        for match in pattern.finditer(reading.folded)
        if reading.text[match.start()].isupper()
    )


def place(
    reading: Reading,
    span: tuple[int, int],
    paragraph: tuple[int, int],
    found: tuple[Mention, ...],
    home: str,
    rules: StatementRules,
) -> str:
    """Return the slug of the place that a clause is about.

    A province that it names; else the country when it speaks of it; else the
    province last named in its paragraph; "of the province" looks farther back.
    A text on one province stays with it where others are named beside it, or where the
    government is only whose plan or order something is.
    """
    text = reading.fold(*span)
    own = {one.slug for one in _between(found, *span)}
    if len(own) == 1:
        return own.pop()
    if home in own or (home != NATION and not own and _is_lent(text, rules)):
        return home
    if own or _is_national(text, rules):
        return NATION
    near = [one.slug for one in _between(found, paragraph[0], span[0])]
    if len(set(near)) == 1 and not _is_national(reading.fold(paragraph[0], span[0]), rules):
        return near[-1]
    if home == NATION and rules.local.found_in(text):
        before = _before(found, span[0])
        return found[before - 1].slug if before else home
    return home


def _between(found: tuple[Mention, ...], start: int, end: int) -> tuple[Mention, ...]:
    """Return the mentions from ``start`` on and before ``end``."""
    return found[_before(found, start) : _before(found, end)]


def _before(found: tuple[Mention, ...], offset: int) -> int:
    """Return how many mentions stand before an offset."""
    return bisect_left(found, offset, key=lambda one: one.start)


def home_place(given: str | None, title: str, places: Places) -> str:
    """Return the place of a whole source: as given, else the province of its title."""
    if given:
        return given
    reading = Reading(title, folded(title))
    named = {one.slug for one in mentions(reading, places)}
    return named.pop() if len(named) == 1 else NATION


def home_named(
    reading: Reading, head: int, found: tuple[Mention, ...], rules: StatementRules
) -> str:
    """Return the one province that a text names, if its first lines up to ``head`` do.

    "BÁO CÁO / Công tác cải cách TTHC năm 2023 tỉnh Hà Nam" is on that province; the city of a
    dateline and a text that speaks of the country there are not.
    """
    slugs = {one.slug for one in found}
    addressed = reading.folded.find(_TO, 0, head)  # "Kính gửi: Văn phòng Chính phủ"
    head = addressed if addressed >= 0 else head
    first = [one for one in found if one.start < head]
    if len(slugs) != 1 or not first or _is_national(reading.fold(0, head), rules):
        return NATION
    dated = all(_DATED.match(reading.folded, one.start) for one in first)
    return NATION if dated else slugs.pop()


def _is_national(text: str, rules: StatementRules) -> bool:
    """Tell whether a clause speaks of the country other than to compare with it."""
    compared = tuple(rules.comparison.hits(text))
    return any(
        not any(other.start <= hit.start < other.end for other in compared)
        for hit in rules.national.hits(text)
    )


def _is_lent(text: str, rules: StatementRules) -> bool:
    """Tell whether all that is national in a clause is "của Chính phủ" behind its subject."""
    hits = list(rules.national.hits(text))
    return bool(hits) and all(_LENT.search(text, 0, hit.end) for hit in hits)


_TO = "kính gửi"
# "Hà Nội, ngày 5/3/2024": where a text was written
_DATED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}(?:, (?:ngày )?\d| ?\(| ?[-–] )")


@lru_cache(maxsize=4)
def _name_table(names: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    table = dict(names)
    longest = sorted(table, key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)"), table


def _names(places: Places) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of all province names, folded, with their slugs."""
    return _name_table(
        tuple(
            (folded(name), one.slug)
            for one in places.by_slug.values()
            if one.slug != NATION
            for name in (one.name, *one.aliases)
            if len(name) >= _MIN_NAME
        )
    )
