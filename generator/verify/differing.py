"""What changed between two built reports, by their facts and by what they print."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.verify.lineage import Lineage, Record
from generator.verify.pairing import Element, Pair, cells, paired, told
from generator.verify.scoping import scope_rows
from generator.verify.spoken import amount, decided, measured, titled
from generator.verify.whereabouts import Whereabouts

Row = dict[str, Any]
_KEY = ("indicator", "place", "level", "start", "end")
_TOLD = ("value", "total", "share", "approx", "change")


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed.

    ``facts`` are new, gone and changed ones, ``choices`` those where the report relies
    on another fact of the same key, ``figures`` the computed ones, ``texts`` the
    sentences, cells and charts that read otherwise, ``sources`` the documents that are
    named otherwise. A fact on which a person decided otherwise, or that its source tells
    in other words, has changed. ``scope`` is what the reports are on: kind, day, times, places.
    """

    facts: tuple[Row, ...]
    choices: tuple[Row, ...]
    figures: tuple[Row, ...]
    texts: tuple[Row, ...]
    sources: tuple[Row, ...] = ()
    scope: tuple[Row, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether both reports say the same."""
        told = (self.scope, self.facts, self.choices, self.figures, self.texts, self.sources)
        return not any(told)


def difference(old: Lineage, new: Lineage) -> Difference:
    """Return what changed from one report to another; their formats do not matter."""
    return Difference(
        tuple(_facts(old, new)),
        tuple(_choices(old, new)),
        tuple(_figures(old, new)),
        tuple(_texts(old, new)),
        tuple(_sources(old, new)),
        tuple(scope_rows(old, new)),
    )


def _facts(old: Lineage, new: Lineage) -> Iterator[Row]:
    """Yield facts that are new, gone, or tell another number."""
    before, after = _by_key(old), _by_key(new)
    for key in dict.fromkeys((*before, *after)):
        first, second = before.get(key, {}), after.get(key, {})
        gone = [fact for name, fact in first.items() if name not in second]
        come = [fact for name, fact in second.items() if name not in first]
        for was, now in zip(gone, come, strict=False):
            pair = ((was, old), (now, new))
            first_of, second_of = ((amount(one), decided(one)) for one in (was, now))
            is_same = first_of == second_of  # the words alone differ
            sides = [_number(*one) + (_words(one[0]) if is_same else "") for one in pair]
            out = _is_excluded(now) and not _is_excluded(was)
            about = new if key[0] in new.indicators else old
            change = "excluded" if out else "changed"
            yield _row(change, key, about, old=sides[0], new=sides[1])
        for was in gone[len(come) :]:
            yield _row("gone", key, old, old=_number(was, old))
        for now in come[len(gone) :]:
            yield _row("new", key, new, new=_number(now, new))


def _by_key(lineage: Lineage) -> dict[tuple[Any, ...], dict[tuple[Any, ...], Record]]:
    """Return the facts by what they measure, then by document and number."""
    found: dict[tuple[Any, ...], dict[tuple[Any, ...], Record]] = {}
    for fact in lineage.facts.values():
        key = tuple(fact[name] for name in _KEY)
        told = (str(fact[part]) for part in _TOLD)
        words = " ".join(str(fact["source"]["quote"]).split())
        name = (fact["source"]["doc"], *told, words, decided(fact))
        found.setdefault(key, {})[name] = fact
    return found


def _choices(old: Lineage, new: Lineage) -> Iterator[Row]:
    """Yield keys for which both reports know the facts and rely on others of them."""
    before, after = _relied(old), _relied(new)
    for key in before.keys() & after.keys():
        first, second = before[key], after[key]
        known = {_identity(fact) for fact in old.facts.values()} & {
            _identity(fact) for fact in new.facts.values()
        }
        moved = set(first) ^ set(second)
        if moved and moved <= known:
            yield _row(
                "choice",
                key,
                new,
                old="; ".join(_number(fact, old) for fact in first.values()),
                new="; ".join(_number(fact, new) for fact in second.values()),
            )


def _relied(lineage: Lineage) -> dict[tuple[Any, ...], dict[tuple[Any, ...], Record]]:
    """Return the facts that the text relies on; the table of all data does not count."""
    facts: dict[tuple[Any, ...], dict[tuple[Any, ...], Record]] = {}
    for unit in _text_units(lineage):
        for name in _named(unit):
            figure = lineage.figures.get(name)
            for fact in lineage.inputs(figure) if figure else ():
                key = tuple(fact[part] for part in _KEY)
                facts.setdefault(key, {})[_identity(fact)] = fact
    return dict(sorted(facts.items(), key=lambda item: str(item[0])))


def _text_units(lineage: Lineage) -> Iterator[Record]:
    """Yield the units before the first appendix."""
    for unit in lineage.printed:
        if unit["kind"] == "appendix":
            return
        yield unit


def _named(unit: Record) -> Iterator[str]:
    """Yield the figures that a unit prints."""
    yield from (name for *_, name in unit.get("marks", ()))
    for series in unit.get("series", ()):
        yield from (name for name in series["figures"] if name)


def _identity(fact: Record) -> tuple[Any, ...]:
    """Return what makes a fact the same one in two reports."""
    told = (str(fact[part]) for part in _TOLD)
    return (fact["source"]["doc"], *(fact[part] for part in _KEY), *told)


def _number(fact: Record, lineage: Lineage) -> str:
    """Return the number of a fact with what a person decided on it, and its document."""
    review = decided(fact)
    name = titled(str(fact["source"]["doc"]), lineage)
    return f"{amount(fact)}{f' ({review})' if review else ''} [{name}]"


def _is_excluded(fact: Record) -> bool:
    """Tell whether a person took a fact out."""
    return (fact.get("review") or {}).get("decision") == "exclude"


def _words(fact: Record) -> str:
    """Return the words of the source."""
    return f" “{' '.join(str(fact['source']['quote']).split())}”"


def _sources(old: Lineage, new: Lineage) -> Iterator[Row]:
    """Yield documents that are new, gone, or of another title, publisher, day or path."""
    before = {str(one["id"]): one for one in old.documents}
    after = {str(one["id"]): one for one in new.documents}
    for doc in dict.fromkeys((*before, *after)):
        sides = [_document(one[doc]) if doc in one else None for one in (before, after)]
        if sides[0] != sides[1]:
            change = "new" if sides[0] is None else "gone" if sides[1] is None else "changed"
            yield {"change": change, "where": doc, "old": sides[0], "new": sides[1]}


def _document(record: Record) -> str:
    """Return what is known of a document."""
    known = (record.get(key) for key in ("title", "publisher", "published", "path"))
    return ", ".join(str(one) for one in known if one)


def _row(change: str, key: Iterable[Any], lineage: Lineage, **sides: str) -> Row:
    """Return one row about a key."""
    about = dict(zip(_KEY, key, strict=True))
    name = about["indicator"]
    return {
        "change": change,
        **about,
        "label": lineage.indicators.get(name, {}).get("label", name),
        "name": measured(about, lineage),
        "old": sides.get("old"),
        "new": sides.get("new"),
    }


def _figures(old: Lineage, new: Lineage) -> Iterator[Row]:
    """Yield computed figures that are new, gone or of another value."""
    before, after = _computed(old), _computed(new)
    for key in dict.fromkeys((*before, *after)):
        first, second = before.get(key), after.get(key)
        if first and second and first["formula"] == second["formula"]:
            continue
        change = "changed" if first and second else "new" if second else "gone"
        side, figure = (new, second) if second else (old, first)
        yield {
            "change": change,
            "label": _about(figure, side) if figure else "",
            "old": first["formula"] if first else None,
            "new": second["formula"] if second else None,
        }


def _about(figure: Record, lineage: Lineage) -> str:
    """Name a computed figure; one of a note, which has no name, by the fact that it is about."""
    facts = lineage.inputs(figure)
    if figure.get("label") or not facts:
        return str(figure.get("label") or "")
    return f"ghi chú về {measured(facts[0], lineage)}"


def _computed(lineage: Lineage) -> Mapping[tuple[Any, ...], Record]:
    """Return the computed figures by what they tell of which facts."""
    found: dict[tuple[Any, ...], Record] = {}
    for figure in lineage.figures.values():
        if figure.get("formula"):
            about = {tuple(fact[part] for part in _KEY) for fact in lineage.inputs(figure)}
            marks = "".join(char for char in figure["formula"] if char in "+−×/()")
            key = (figure.get("label") or "", figure["unit"], marks, *sorted(map(str, about)))
            found[key] = figure
    return found


def _texts(old: Lineage, new: Lineage) -> Iterator[Row]:
    """Yield sentences, rows, cells and charts that are new, gone, read otherwise or moved."""
    names = [Whereabouts.of(one) for one in (old, new)]
    pairs = tuple(paired(old, new))
    fresh = {(side, one.units[0]) for pair in pairs for side, one in _alone(pair)}
    for was, now in pairs:
        if any(_is_owned(one, (old, new)[side], side, fresh) for side, one in _alone((was, now))):
            continue  # it came or went with the text that it belongs to
        if was is None or now is None:
            side, one, change = (new, now, "new") if now else (old, was, "gone")
            if one is not None:
                where = _where(one, side, names[side is new], is_known=False)
                yield _text_row(change, where, side, **{("old", "new")[side is new]: one.units})
        elif was.key == now.key:
            where = _where(now, new, names[1])
            yield _text_row("moved", where, new, new=now.units)
        elif now.sort[1] and now.sort[0] == "cell":
            yield from _cells(was, now, (old, new), names)
        else:
            where = _where(now, new, names[1])
            row = _text_row("changed", where, new, new=now.units)
            yield {**row, "old": _joined(was.units, old)}


def _alone(pair: Pair) -> Iterator[tuple[int, Element]]:
    """Yield the element of a pair that has no partner, with its side."""
    was, now = pair
    if was is None and now is not None:
        yield 1, now
    elif now is None and was is not None:
        yield 0, was


def _is_owned(one: Element, lineage: Lineage, side: int, fresh: Container[tuple[int, int]]) -> bool:
    """Tell whether a note belongs to a text that is itself new or gone."""
    if one.sort[0] != "note":
        return False
    before = range(one.units[0] - 1, -1, -1)
    owner = next((at for at in before if lineage.printed[at]["kind"] != "note"), 0)
    return (side, owner) in fresh


def _cells(
    was: Element, now: Element, sides: tuple[Lineage, Lineage], names: Sequence[Whereabouts]
) -> Iterator[Row]:
    """Yield the cells of a row that read otherwise."""
    old, new = sides
    for before, after in cells(was, now, old, new):
        side, at = (new, after) if after is not None else (old, before)
        if at is not None:
            yield {
                "change": "changed" if None not in (before, after) else "new" if after else "gone",
                "where": names[side is new].units[at],
                "old": None if before is None else told(old.printed[before]),
                "new": None if after is None else told(new.printed[after]),
            }


def _text_row(change: str, where: str, side: Lineage, **units: tuple[int, ...]) -> Row:
    """Return one row about what is printed."""
    said = {name: _joined(own, side) for name, own in units.items()}
    return {"change": change, "where": where, "old": said.get("old"), "new": said.get("new")}


def _joined(units: Iterable[int], lineage: Lineage) -> str:
    """Return what a unit prints, or a row with its cells side by side."""
    return " | ".join(told(lineage.printed[at]) for at in units)


def _where(one: Element, lineage: Lineage, names: Whereabouts, *, is_known: bool = True) -> str:
    """Return a name for the place of a unit or a row: a chart is called by its caption.

    A text that is told whole behind it ``is_known`` by its first words no better.
    """
    first = one.units[0]
    unit = lineage.printed[first]
    after = lineage.printed[first + 1] if first + 1 < len(lineage.printed) else {}
    if unit["kind"] == "chart" and after.get("kind") == "caption":
        return str(after["text"])
    if one.sort[0] == "cell":
        return names.row(first)
    return names.units[first] if is_known else names.sort(first)
