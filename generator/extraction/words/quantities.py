"""Words around a number: how sure it is, what it counts."""

from __future__ import annotations

from generator.vi.words import WordFile, Words, read


class QuantityWords(WordFile, file="quantities.yaml"):
    """The lists of ``config/rules/quantities.yaml``, which tells what each is."""

    over: Words
    under: Words
    about: Words
    between: Words
    comparing: Words


QUANTITIES = read(QuantityWords)
