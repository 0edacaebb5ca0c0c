"""Words that name the level of government of a figure."""

from __future__ import annotations

from generator.vi.words import Plain, Values, WordFile, Words, read


class LevelWords(WordFile, file="levels.yaml"):
    """The lists of ``config/rules/levels.yaml``, which tells what each is."""

    tiers: Words
    lines: Words
    not_lines: Plain
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
    against_whole: Words
    against_more: Words
    bare_before: Words
    bare_behind: Words
    departments: Words
    row_province: Words
    row_districts: Words
    row_communes: Words
    counted_afresh: Words
    row_before: Words
    row_tiers: Words
    row_does: Words
    parting: Words
    subjects: Words
    level_word: Words
    issued: Words
    gives: Plain
    reasons: Words
    goes_on: Words
    local_bodies: Words
    not_of_all: Plain
    lying_in: Words
    lies_in: Words
    rest: Words
    fields: Words
    not_fields: Plain
    shortly: Words
    shortly_this: Words
    subject_before: Words
    subject_behind: Words
    named_levels: Words
    parts: Words
    of_level: Words
    of_level_behind: Words
    gets: Words
    after_before: Words
    singles_out: Words
    all_of_place: Words
    after_does: Words
    leads_before: Words
    leads_first: Words
    heading_before: Words
    no_heading: Words
    service_centres: Words
    communes_short: Words
    bodies: Words
    not_offices: Plain
    office_more: Words
    office_others: Words
    districts: Words
    communes: Words
    communes_have: Words
    bodies_before: Words
    bodies_do: Words
    not_numbered: Words
    counted_before: Words
    counted_where: Words
    counted_do: Words
    counted_things: Words
    other_bodies: Words
    counters: Words
    all_with: Plain


LEVELS = read(LevelWords)
