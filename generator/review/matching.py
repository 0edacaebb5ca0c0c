"""An entry to the place in the source that it names, and to the facts there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.errors import InputError
from generator.extraction.reading import folded
from generator.model.fact import Fact
from generator.model.source_text import SourceText
from generator.review.entry import Entry
from generator.vi.numbers import Number, find_number_words, find_numbers

Span = tuple[int, int]
_SHOWN = 30  # characters that an error shows of what the source says instead


def number_place(fact: Fact) -> int:
    """Return the offset of a fact's number, of its quote where that is not known."""
    return fact.number_start or fact.source.start


def spans_of(entry: Entry, source: SourceText) -> tuple[Span, ...]:
    """Return where the quote of an entry stands. Raises InputError where it does not."""
    text = source.text
    if entry.offsets is None:
        found = tuple(_occurrences(entry.quote, text))
        if not found:
            raise entry.error(
                f"{source.info.id} does not have this quote", "quote", hint=_mend(entry.quote, text)
            )
        return found
    start, end = entry.offsets
    if end > len(text):
        raise entry.error(f"{source.info.id} ends at {len(text)}", "offsets")
    if entry.quote and text[start:end] != entry.quote:
        places = ", ".join(f"[{first}, {last}]" for first, last in _occurrences(entry.quote, text))
        raise entry.error(
            "the quote does not stand at these offsets",
            "offsets",
            hint=f"it stands at {places}" if places else _mend(entry.quote, text),
        )
    return (entry.offsets,)


def _occurrences(quote: str, text: str) -> Iterator[Span]:
    """Yield every place of a quote."""
    start = text.find(quote)
    while start >= 0:
        yield start, start + len(quote)
        start = text.find(quote, start + len(quote))


def _mend(quote: str, text: str) -> str:
    """Say up to where a quote agrees with the source, and how that goes on."""
    low, high = 0, len(quote)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if quote[:middle] in text else (low, middle - 1)
    if low * 3 < len(quote):
        return "copy it from the source, blanks and punctuation included"
    at = text.find(quote[:low])
    after = text[at + low : at + low + _SHOWN]
    return f"after {quote[:low][-_SHOWN:]!r} the source goes on {after!r}"


def matching(entry: Entry, spans: Sequence[Span], facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the fact that an entry means, with its repetitions in the same words.

    ``facts`` are those of the entry's document. Raises InputError where there is none,
    or several that say different things.
    """
    inside = [
        fact for fact in facts if any(start <= number_place(fact) < end for start, end in spans)
    ]
    named = [fact for fact in inside if fact.indicator == entry.indicator]
    found = tuple(fact for fact in named if _fits(fact, entry))
    if not found:
        raise _nothing(entry, named, inside)
    if len({(fact.key, fact.value, fact.total, fact.share) for fact in found}) > 1:
        raise entry.error(
            f"this quote has {len(found)} facts of {entry.indicator}",
            "quote",
            expected="one of " + "; ".join(map(_told, found)),
            hint="shorten the quote, or add place, level, period or value",
        )
    return found


def _fits(fact: Fact, entry: Entry) -> bool:
    """Tell whether a fact is what place, level, period and value say."""
    return all(getattr(fact, name) == value for name, value in entry.narrow.items())


def _nothing(entry: Entry, named: Sequence[Fact], inside: Sequence[Fact]) -> InputError:
    """Return the error for an entry that means no fact."""
    if named:
        keys = ", ".join(entry.narrow)
        return entry.error(
            f"no fact of {entry.indicator} in this quote has this {keys}",
            *tuple(entry.narrow)[:1],
            expected="one of " + "; ".join(map(_told, named)),
        )
    others = ", ".join(dict.fromkeys(fact.indicator for fact in inside))
    return entry.error(
        f"this quote holds no fact of {entry.indicator}",
        "indicator",
        expected=f"one of {others}" if others else "",
        hint="" if others else "'decision: add' adds a fact that was not found",
    )


def _told(fact: Fact) -> str:
    """Name a fact by what an entry can narrow with."""
    start, end = fact.period.iso()
    level = f", level {fact.level}" if fact.level else ""
    return f"value {format(fact.value, 'f')}, place {fact.place}{level}, {start or 'as of'} {end}"


def number_in(entry: Entry, name: str, value: Decimal, span: Span, source: SourceText) -> Number:
    """Return where a quote has a number. Raises InputError where it does not."""
    start, end = span
    quote = folded(source.text[start:end])
    for number in (*find_numbers(quote), *find_number_words(quote)):
        if number.value == value:
            return number
    raise entry.error(
        f"the quote does not have the number {format(value, 'f')}",
        name,
        hint="quote the words that tell it; 'decision: correct' changes a figure",
    )
