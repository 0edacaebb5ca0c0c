"""What changed between two built reports, by their facts and by what they print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from generator.verify.lineage import Lineage, Record
from generator.verify.unmarked import place_of

Row = dict[str, Any]
_KEY = ("indicator", "place", "level", "start", "end")
_ORDINAL = re.compile(r"\A\d{1,3}\.\s(?=\S)")
_TOLD = ("value", "total", "share", "approx", "change")


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed.

    ``facts`` are new, gone and changed ones, ``choices`` those where the report relies
    on another fact of the same key, ``figures`` the computed ones, ``texts`` the
    sentences, cells and charts that read otherwise, ``sources`` the documents that are
    named otherwise. A fact on which a person decided otherwise, or that its source tells
    in other words, has changed.
    """

    facts: tuple[Row, ...]
    choices: tuple[Row, ...]
    figures: tuple[Row, ...]
    texts: tuple[Row, ...]
    sources: tuple[Row, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether both reports say the same."""
        return not (self.facts or self.choices or self.figures or self.texts or self.sources)


def difference(old: Lineage, new: Lineage) -> Difference:
    """Return what changed from one report to another; their formats do not matter."""
    return Difference(
        tuple(_facts(old, new)),
        tuple(_choices(old, new)),
        tuple(_figures(old, new)),
        tuple(_texts(old, new)),
        tuple(_sources(old, new)),
    )


def _facts(old: Lineage, new: Lineage) -> Iterator[Row]:
    """Yield facts that are new, gone, or tell another number."""
    before, after = _by_key(old), _by_key(new)
    for key in dict.fromkeys((*before, *after)):
        first, second = before.get(key, {}), after.get(key, {})
        gone = [fact for name, fact in first.items() if name not in second]
        come = [fact for name, fact in second.items() if name not in first]
        for was, now in zip(gone, come, strict=False):
            full = _number(was) == _number(now)  # the words alone differ
            sides = [_number(one) + (_words(one) if full else "") for one in (was, now)]
            out = _is_excluded(now) and not _is_excluded(was)
            about = new if key[0] in new.indicators else old
            change = "excluded" if out else "changed"
            yield _row(change, key, about, old=sides[0], new=sides[1])
        for was in gone[len(come) :]:
            yield _row("gone", key, old, old=_number(was))
        for now in come[len(gone) :]:
            yield _row("new", key, new, new=_number(now))


def _by_key(lineage: Lineage) -> dict[tuple[Any, ...], dict[tuple[Any, ...], Record]]:
    """Return the facts by what they measure, then by document and number."""
    found: dict[tuple[Any, ...], dict[tuple[Any, ...], Record]] = {}
    for fact in lineage.facts.values():
        key = tuple(fact[name] for name in _KEY)
        told = (str(fact[part]) for part in _TOLD)
        words = " ".join(str(fact["source"]["quote"]).split())
        name = (fact["source"]["doc"], *told, words, _decided(fact))
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
                old="; ".join(_number(fact) for fact in first.values()),
                new="; ".join(_number(fact) for fact in second.values()),
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


def _number(fact: Record) -> str:
    """Return the number of a fact with its document."""
    total = f"/{fact['total']}" if fact.get("total") else ""
    share = f" ({fact['share']}%)" if fact.get("share") else ""
    approx = f"{fact['approx']} " if fact.get("approx") else ""
    decided = f", {_decided(fact)}" if fact.get("review") else ""
    return f"{approx}{fact['value']}{total}{share} [{fact['source']['doc']}]{decided}"


def _is_excluded(fact: Record) -> bool:
    """Tell whether a person took a fact out."""
    return (fact.get("review") or {}).get("decision") == "exclude"


def _decided(fact: Record) -> str:
    """Return what a person decided on a fact, "" where nobody did."""
    review = fact.get("review")
    if not review:
        return ""
    verb = {"exclude": "excluded", "correct": "corrected", "add": "added", "use": "to be used"}
    decision = str(review["decision"])
    return f"{verb.get(decision, decision)} by {review['who']} ({review['why']})"


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
    indicator, place, level, start, end = key
    label = lineage.indicators.get(indicator, {}).get("label", indicator)
    return {
        "change": change,
        "indicator": indicator,
        "label": label,
        "place": place,
        "level": level,
        "start": start,
        "end": end,
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
        label = key[0] if isinstance(key[0], str) else ""
        yield {
            "change": change,
            "label": label,
            "old": first["formula"] if first else None,
            "new": second["formula"] if second else None,
        }


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
    """Yield sentences, cells and charts that read otherwise."""
    first, second = _unnumbered(old), _unnumbered(new)
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        for at in range(max(b - a, d - c)):
            was = old.printed[a + at] if a + at < b else None
            now = new.printed[c + at] if c + at < d else None
            change = "changed" if was and now else "new" if now else "gone"
            yield {
                "change": change,
                "where": _where(new.printed, c + at) if now else _where(old.printed, a + at),
                "old": _told(was) if was else None,
                "new": _told(now) if now else None,
            }


def _unnumbered(lineage: Lineage) -> list[str]:
    """Return what the units print, without the numbers of the notes on the data.

    A new note gives all those behind it another number, and they say what they said.
    """
    return [
        _ORDINAL.sub("", _told(unit)) if unit["kind"] == "paragraph" else _told(unit)
        for unit in lineage.printed
    ]


def _where(printed: Sequence[Record], index: int) -> str:
    """Return a name for the place of a unit: a chart is called by the caption below it."""
    unit = printed[index]
    after = printed[index + 1] if index + 1 < len(printed) else {}
    captioned = unit["kind"] == "chart" and after.get("kind") == "caption"
    return str(after["text"]) if captioned else place_of(unit)


def _told(unit: Record) -> str:
    """Return what a unit prints, a chart with its labels."""
    labels = [
        f"{series['name']}: {', '.join(series['labels'])}" for series in unit.get("series", ())
    ]
    target = unit.get("target") or {}
    more = (", ".join(map(str, unit.get("categories", ()))), str(target.get("text", "")))
    return " | ".join((str(unit["text"]), *labels, *filter(None, more)))
