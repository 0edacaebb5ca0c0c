"""Several places or bodies named together: "Hà Nam, Nam Định và Thái Bình đều đạt 95%".

Only "đều", "cùng" give a rate, score or rank to each of them. Without such a word the rate of
several parts of a province is that of all of them by their names; nobody knows whose another
figure is. It is never that of the first or the last alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.catalogue import Kind
from generator.extraction.pattern import Hit
from generator.extraction.places.asides import is_venue
from generator.extraction.places.bodies import key_of
from generator.extraction.places.mentions import PlaceNames
from generator.extraction.places.scopes import Scope
from generator.extraction.places.units import PART, UNIT_NAME
from generator.extraction.reading import UPPER, folded
from generator.extraction.view import View
from generator.extraction.words.subjects import SUBJECTS
from generator.model.fact import Fact

_WORD = rf"[{UPPER}](?![{UPPER}])[\w'’-]{{0,8}}"
_BARE = re.compile(rf"(?<!\w){_WORD}(?: {_WORD}){{1,3}}(?!\w)")
_TYPE = rf"(?:{SUBJECTS.types}|{SUBJECTS.types_short}\.?)"
_LINK = re.compile(rf"(?P<and>,? và |,? cùng(?: với)? )(?:các )?{_TYPE}? ?|, ?(?:các )?{_TYPE}? ?")
_EACH = re.compile(
    rf"(?<!\w)(?:{SUBJECTS.each}|{SUBJECTS.together}(?! {SUBJECTS.not_together}))(?!\w)"
)
_IN_TURN = re.compile(rf"(?<!\w){SUBJECTS.in_turn}(?!\w)")
_WHOLE = re.compile(rf"(?<!\w){SUBJECTS.wholes}(?!\w)")
_REACH = 60  # characters between the type of all names of a group and its first
_TIERS = SUBJECTS.heights.meanings
# "ở một số huyện miền núi như Mường Lát, Quan Sơn": the type of all, told once
_KIND_BEFORE = re.compile(
    rf"(?<!\w){SUBJECTS.some_of} (?P<kind>{'|'.join(_TIERS)})(?: [^\W\d_]+){{0,4}}"
    rf" {SUBJECTS.such_as} $"
)
_OF_EACH = (Kind.RATE, Kind.SCORE, Kind.RANK)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in a sentence; ``tier`` is that of its type, 0 for a name without one.

    ``sort`` is "province", "body" (of the country), "part" or "" for a bare name.
    """

    start: int
    end: int
    text: str
    sort: str = ""
    tier: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Names that stand side by side."""

    names: tuple[_Name, ...]

    @property
    def start(self) -> int:
        """Return where the first name begins."""
        return self.names[0].start

    @property
    def end(self) -> int:
        """Return where the last name ends."""
        return self.names[-1].end


def groups_in(view: View, names: PlaceNames) -> tuple[Group, ...]:
    """Return the groups that a sentence names; ``names`` are those of provinces and bodies."""
    found: list[Group] = []
    run: list[_Name] = []
    last = False
    for name in _names(view, names):
        link = _LINK.fullmatch(view.text, run[-1].end, name.start) if run and not last else None
        if link is None or not (link["and"] or _alike(run[-1], name)):
            found.extend(_group(view, run))
            run, last = [], False
        run.append(name)
        last = link is not None and len(run) > 1 and link["and"] is not None
    found.extend(_group(view, run))
    return tuple(found)


def _alike(one: _Name, other: _Name) -> bool:
    """Tell whether a comma alone can join two names: "theo Bộ Nội vụ, Hà Nam đạt …" joins none."""
    return one.sort == other.sort or {one.sort, other.sort} == {"part", ""}


def _names(view: View, names: PlaceNames) -> Iterator[_Name]:
    """Yield the names of a sentence in order; a known name counts before what it holds."""
    original = view.original
    known = [
        _Name(hit.start, hit.end, original[hit.start : hit.end], _sort(view, names, hit))
        for hit in names.pattern.hits(view.text)
    ]
    typed = [
        _Name(*match.span("name"), match["name"], "part", _TIERS.get(_type_of(match["name"]), 0))
        for pattern in (UNIT_NAME, PART)
        for match in pattern.finditer(original)
    ]
    bare = [_Name(*match.span(), match.group()) for match in _BARE.finditer(original)]
    end = 0
    for one in sorted([*typed, *known, *bare], key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            yield one
            end = one.end


def _sort(view: View, names: PlaceNames, hit: Hit) -> str:
    if is_venue(view.text, hit):
        return "venue"  # "công bố tại Hà Nội, Thái Bình đạt 68 điểm" joins none
    return "body" if key_of(view.text[hit.start : hit.end]) in names.bodies else "province"


def _type_of(name: str) -> str:
    """Return the word for a district or commune that a name begins with, "" if none."""
    text = folded(name)
    return next((word for word in _TIERS if text.startswith(word)), "")


def _group(view: View, run: list[_Name]) -> Iterator[Group]:
    """Yield a run of names as a group, unless it is one name or an address."""
    if len(run) < 2 or _is_address(view.text, run):
        return
    before = _KIND_BEFORE.search(view.text, max(0, run[0].start - _REACH), run[0].start)
    kind, names = before["kind"] if before else "", []
    for name in run:
        kind = _type_of(name.text) if name.tier else kind
        names.append(
            name if name.sort == "province" or name.tier or not kind else _typed(name, kind)
        )
    yield Group(tuple(names))


def _typed(name: _Name, kind: str) -> _Name:
    """Return a name with the type that stands once, before the first of the group."""
    return replace(name, text=f"{kind} {name.text}", tier=_TIERS[kind])


def _is_address(text: str, run: list[_Name]) -> bool:
    """Tell whether each name lies in the next one: "xã An Phú, huyện Sơn Hòa"."""
    if any("và" in text[one.end : two.start] for one, two in pairwise(run)):
        return False
    tiers = [3 if one.sort == "province" else one.tier for one in run]
    return all(low < high for low, high in pairwise(tiers))


def owners(
    view: View, groups: Iterable[Group], scope: Scope, start: int, fact: Fact, kind: Kind
) -> list[Fact] | None:
    """Return the facts of a figure that is a group's, none where nobody knows whose it is.

    ``fact`` is what a figure at ``start`` would be without the group; None where it is of
    no group.
    """
    group = next((one for one in groups if _is_of(view, one, scope, start, fact)), None)
    if group is None:
        return None
    if kind not in _OF_EACH or _IN_TURN.search(view.text, group.end, start):
        return []
    if not _EACH.search(view.text, group.end, start):
        together = kind is Kind.RATE and fact.level is not None
        return [_with(fact, level=view.original[group.start : group.end])] if together else []
    slugs = {one.start: one.slug for one in scope.named}
    if all(name.start in slugs for name in group.names):
        return [_with(fact, place=slugs[name.start]) for name in group.names]
    if all(name.tier for name in group.names):
        return [_with(fact, level=name.text) for name in group.names]
    return []


def _with(fact: Fact, place: str | None = None, level: str | None = None) -> Fact:
    """Return a fact as that of one of a group: a place, or a level of the fact's own place."""
    other = [rule for rule in fact.rules if not rule.startswith("level/")]
    if place is None:
        return replace(fact, level=level, rules=(*other, "level/group"))
    rules = tuple("place/group" if rule.startswith("place/") else rule for rule in other)
    return replace(fact, place=place, level=None, rules=rules)


def name_in(groups: Iterable[Group], left: int, right: int) -> str | None:
    """Return the name of a part that a group has in a stretch, with its type.

    "" stands for a name of which nobody knows whether it is a part; None for a province,
    or where no name stands.
    """
    found = [one for group in groups for one in group.names if left <= one.start < right]
    if len(found) != 1 or found[0].sort in ("province", "body"):
        return None
    return found[0].text if found[0].tier else ""


def _is_of(view: View, group: Group, scope: Scope, start: int, fact: Fact) -> bool:
    """Tell whether what a figure was read to be of is but one of a group before it."""
    if group.end > start or _WHOLE.search(view.text, group.end, start):
        return False
    behind = view.text[group.end : start].lstrip()
    if behind.startswith("(") and ")" not in behind:  # that is of the last alone
        return False
    if fact.level is not None:
        at = view.original.rfind(fact.level, 0, start)
        return group.start <= at < group.end
    before = [one for one in scope.named if one.end <= start]
    return (
        bool(before)
        and before[-1].slug == fact.place
        and group.start <= before[-1].start < group.end
    )
