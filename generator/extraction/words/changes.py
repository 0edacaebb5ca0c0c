"""Words of changes and of the values that a figure is compared with."""

from __future__ import annotations

from generator.vi.words import WordFile, Words, Written, read


class ChangeWords(WordFile, file="changes.yaml"):
    """The lists of ``config/rules/changes.yaml``, which tells what each is."""

    down: Words
    units: Words
    places: Words
    same: Words
    same_more: Words
    base_ends: Words
    year_words: Words
    of_one: Words
    others: Written
    other_bases: Written
    times: Words
    base_values: Words
    base_opens: Words
    base_beside: Words
    base_changed: Words
    base_plain: Words
    base_joints: Words
    base_joints_more: Words
    risen: Words
    risen_more: Words
    more_or_less: Words
    mean_words: Words
    whole_country: Words
    whole_province: Words
    beside_means: Words
    over_years: Words
    much: Words
    levels: Words
    value_units: Words
    same_opens: Words
    same_before: Words
    same_not: Words
    moment_not: Words
    months_before: Words
    months_behind: Words
    value_counts: Words
    value_time: Words
    indices: Words
    previous: Words
    previous_before: Words
    previous_in: Words
    formerly: Words
    not_formerly: Words
    back: Words
    back_after: Words
    bracketed: Words
    base_times: Words
    bracket_values: Words
    contrasts: Words
    of_each: Words
    joins: Words
    joins_more: Words
    moves: Words
    moves_far: Words
    to: Words
    straight: Words
    sums_raised: Words
    to_more: Words
    differing: Words
    difference_joints: Words
    difference_about: Words
    difference_bases: Words
    undated_bases: Words
    changing: Words
    base_when: Words
    origin_opens: Words
    origin_units: Words
    origin_time: Words
    origin_moves: Words


CHANGES = read(ChangeWords)
