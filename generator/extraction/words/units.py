"""Parts of a province by their names."""

from __future__ import annotations

from generator.vi.words import Names, Opening, WordFile, Words, Written, read


class UnitWords(WordFile, file="units.yaml"):
    """The lists of ``config/rules/units.yaml``, which tells what each is."""

    cities: Written
    no_towns: Written
    like_persons: Written
    city_state: Written
    offices: Written
    name_ends: Written
    branches: Written
    trades: Written
    branch_of: Written
    at_base: Written
    long_branches: Written
    branch_region: Written
    in_province: Written
    in_province_of: Written
    of_province: Written
    rooms: Written
    centres_of_trade: Written
    counters: Written
    blocks: Written
    counter_of: Written
    office_of_committee: Written
    sub_branches: Written
    sub_branch_of: Written
    branches_told: Words
    boards: Written
    zones: Written
    zone_words: Written
    zone_first: Written
    departments: Written
    bodies: Written
    types: Opening
    towns: Opening
    towns_short: Written
    numbered: Opening
    numbered_short: Written
    short: Written
    short_dotted: Written
    list_of_provinces: Names
    counted: Written
    trade_heads: Words
    letterhead: Written
    committees: Written
    committee_words: Words
    committee_types: Written
    centre: Written
    shortly: Words
    shortly_does: Words
    former: Words
    unmarked_before: Written
    offices_alone: Words
    unmarked_opens: Written
    unmarked_behind: Written
    unmarked_about: Written
    openers: Names
    called_shortly: Names
    countries: Names


UNITS = read(UnitWords)
