"""Words of times."""

from __future__ import annotations

from generator.vi.words import Numbers, Plain, WordFile, Words, read


class TimeWords(WordFile, file="times.yaml"):
    """The lists of ``config/rules/times.yaml``, which tells what each is."""

    counts: Numbers
    quarters: Numbers
    now: Words
    to: Words
    until_first: Words
    until_next: Words
    since: Words
    since_total: Words
    running: Words
    this_year: Words
    event: Words
    beginnings: Words
    terms: Words
    spans_of_years: Words
    spans_in_brackets: Words
    days: Words
    first_days: Words
    halves: Words
    vague_parts: Words
    vague_years: Words
    years_back: Words
    not_vague: Plain
    years_told: Words
    year_gone: Words
    year_back: Words
    year_back_not: Words
    several: Words
    years_gone: Words
    no_year: Words
    roughly: Words
    after: Words
    counted: Words
    divided: Words
    divided_province: Words
    province_does: Words
    few_months: Words
    enters: Words
    exactly: Words
    works: Words
    workers: Words
    first_of: Words
    some: Plain
    not_edge: Plain
    bare_before: Words
    bare_closing: Words
    bare_behind: Words
    bare_counts: Words
    bare_of: Words
    month_before: Words
    year_before: Words
    now_before: Words
    now_is: Words
    now_value: Words
    present: Words
    not_present_before: Plain
    not_present_behind: Words
    present_more: Words
    this_month: Words
    just_past: Words
    gone_by: Words
    whole_year: Words
    year_all: Words
    year_all_not: Words
    same: Words
    same_open: Words
    same_with: Words
    same_year: Words
    same_year_not: Words


TIMES = read(TimeWords)
