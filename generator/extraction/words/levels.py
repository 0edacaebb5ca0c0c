"""Words that name the level of government of a figure."""

from __future__ import annotations

from generator.vi.words import Values, WordFile, Words, read


class LevelWords(WordFile, file="levels.yaml"):
    """The lists of ``config/rules/levels.yaml``, which tells what each is."""

    tiers: Words
    lines: Words
    not_lines: Words
    levels: Words
    slugs: Values
    tiers_of_province: Words
    lower: Words
    more_levels: Words
    more_before: Words
    given_to: Words
    given_bodies: Words
    beside: Words
    beside_offices: Words
    beside_centres: Words
    beside_parts: Words
    beside_before: Words
    systems: Words
    held_by: Words
    whole_province: Words
    province: Words
    province_alone: Words
    bare_before: Words
    bare_behind: Words
    departments: Words
    parting: Words
    subjects: Words
    level_word: Words
    issued: Words
    not_of_all: Words
    lying_in: Words
    lies_in: Words
    rest: Words
    fields: Words
    not_fields: Words
    shortly: Words
    shortly_does: Words


LEVELS = read(LevelWords)
