"""Words that tell whom a sentence speaks of."""

from __future__ import annotations

from generator.vi.words import Opening, WordFile, Words, Written, read


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
    own_number: Words
    on_others: Words
    counted: Words
    for_all: Written
    called: Written
    centres: Words
    bare: Words
    bare_does: Words
    at_part: Words
    at_counters: Words
    speakers: Words
    over: Words
    part_of: Words
    speaks_for: Words
    says: Words
    says_without_number: Words
    gatherers: Words
    gathered: Words
    itself: Words
    own_trade: Words
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
    collects: Words
    giver_times: Words
    branches: Written
    publishes: Words
    merged: Words
    merged_more: Words
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


SUBJECTS = read(SubjectWords)
