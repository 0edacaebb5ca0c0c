"""Words of figures that tell of somebody or something else."""

from __future__ import annotations

from generator.vi.words import Opening, Plain, WordFile, Words, Written, read


class StrangerWords(WordFile, file="strangers.yaml"):
    """The lists of ``config/rules/strangers.yaml``, which tells what each is."""

    persons: Words
    persons_first: Written
    madam: Written
    not_madam: Written
    officials: Opening
    other_bodies: Opening
    other_short: Written
    firms: Opening
    firms_named: Opening
    firms_short: Written
    many_before: Plain
    pronouns: Opening
    not_pronouns: Plain
    each: Opening
    each_of: Words
    does: Words
    does_self: Words
    applies: Words
    does_before: Words
    told_by: Words
    speaks: Words
    another: Words
    extremes: Words
    most: Words
    extremes_more: Words
    short_of: Words
    short_more: Words
    among: Words
    turns: Words
    turns_more: Words
    none: Words
    some: Words
    bodies: Words
    those: Words
    those_have: Words
    some_have: Words
    some_before: Words
    sampled: Words
    samples: Words
    sample_goes_on: Words
    sample_ends: Words


STRANGERS = read(StrangerWords)
