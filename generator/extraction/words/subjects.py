"""Words that tell whom a sentence speaks of."""

from __future__ import annotations

from generator.vi.words import Names, Numbers, Opening, Plain, WordFile, Words, Written, read


class SubjectWords(WordFile, file="subjects.yaml"):
    """The lists of ``config/rules/subjects.yaml``, which tells what each is."""

    wholes: Words
    whole_of: Words
    province: Words
    province_does: Words
    all_parts: Words
    below: Words
    against: Words
    ranks: Words
    more_than: Words
    relations: Words
    own_number: Words
    on_others: Words
    counted: Words
    for_all: Names
    called: Written
    centres: Words
    bare: Words
    bare_does: Words
    at_part: Words
    at_counters: Words
    speakers: Words
    over: Words
    part_of: Plain
    speaks_for: Words
    says: Words
    says_without_number: Words
    gatherers: Plain
    gathered: Words
    itself: Words
    own_trade: Plain
    beside: Words
    beside_centre: Words
    centre_does: Words
    all_of: Words
    beside_counted: Words
    at_body: Words
    at_first: Words
    body_does: Words
    body_number: Words
    rank_of: Words
    rank_is: Words
    leads: Words
    leads_to: Words
    own_work: Words
    own_results: Words
    headline_times: Words
    headline_first: Words
    headline_does: Words
    collects: Plain
    giver_times: Words
    branches: Written
    publishes: Words
    merged: Words
    merged_more: Words
    formerly: Words
    newly: Words
    before_merging: Words
    ground_of: Words
    made_of: Words
    all_three: Words
    put_together: Words
    province_types: Words
    city_short: Words
    city_types: Words
    who_meets: Words
    meets: Words
    values: Words
    opens: Words
    described: Words
    described_does: Words
    address: Opening
    persons: Opening
    lives: Written
    lives_named: Written
    continues: Words
    the_same: Words
    rank_joints: Words
    intros: Words
    intros_more: Words
    turns_back: Words
    back_does: Words
    one_province: Words
    our_province: Words
    by_province: Words
    more_provinces: Words
    nation: Words
    nation_before: Words
    heads: Words
    heads_report: Words
    ministry_does: Words
    ministry_before: Words
    of_ministry: Words
    of_ministry_behind: Words
    families: Opening
    given_names: Words
    part_names: Words
    once: Words
    types: Words
    types_short: Words
    heights: Numbers
    each: Words
    together: Words
    not_together: Words
    in_turn: Words
    within_region: Words
    within_more: Words
    region_has: Words
    region_words: Words
    region_is: Words
    differs: Written
    mean_of: Written
    all_of_it: Written
    differs_more: Written
    ministry_words: Words
    all_ministries: Words
    sector_does: Words
    sector_before: Words
    sector_about: Words
    together_with: Words
    means: Words
    not_means: Words
    means_all: Words
    groups: Words
    stages: Plain
    towns_in_cities: Written


SUBJECTS = read(SubjectWords)
