"""Words that tell which time a figure is of."""

from __future__ import annotations

from generator.vi.words import Numbers, Plain, WordFile, Words, read


class PeriodWords(WordFile, file="periods.yaml"):
    """The lists of ``config/rules/periods.yaml``, which tells what each is."""

    compared: Words
    times_more: Words
    adding: Words
    not_adding: Plain
    compared_more: Words
    base_values: Words
    base_nouns: Words
    at_base: Words
    more_or_less: Words
    much: Words
    levels: Words
    rank_values: Words
    value_units: Words
    value_time: Words
    value_time_more: Words
    against: Words
    against_more: Words
    plans: Words
    into_plan: Words
    acts: Words
    issued: Words
    at: Words
    carried: Words
    carried_more: Words
    carries: Words
    carries_more: Words
    pieces: Words
    launched: Words
    begins_when: Words
    from_then: Words
    after: Words
    prior: Words
    opened: Words
    published: Words
    published_at: Words
    events: Words
    sessions: Words
    session_kinds: Words
    tied_day: Words
    summing: Words
    planning: Words
    summing_events: Words
    rises: Words
    on_day: Words
    data: Words
    by_decree: Words
    counted_from: Words
    counted_time: Words
    wanted: Words
    to_come: Words
    quoted: Words
    sources: Words
    not_same: Plain
    this_year: Words
    since_january: Words
    index_names: Words
    year_back: Words
    year_back_not: Words
    bracket_after: Words
    bracket_opens: Words
    bracket_values: Words
    told_in_days: Words
    foreseen: Words
    foreseen_more: Words
    aims: Words
    aims_more: Words
    contrasts: Words
    contrasts_more: Words
    by_plan: Words
    running: Words
    running_since: Words
    than_same: Words
    since: Words
    not_since: Plain
    tasks: Words
    tasks_more: Words
    done: Words
    plan_names: Words
    persons: Words
    from_now: Words
    of_thing: Words
    of_thing_more: Words
    of_plan: Words
    parted: Words
    rest: Words
    not_rest: Words
    but: Words
    within: Words
    of_data: Words
    is_now: Words
    stands: Words
    not_stands: Words
    happens: Words
    began: Words
    few: Numbers
    roughly: Words
    exactly: Words
    spans: Words
    works: Words
    tried: Words
    tried_for: Words
    two_levels: Words
    total_from: Words
    total_not: Words
    total_not_before: Plain
    not_some_days: Plain
    some_days: Words
    some_days_more: Words
    first_or_last: Words
    half: Words
    deadlines: Words
    statement_opens: Words
    statement_days: Words
    then: Words
    then_points: Words
    field_words: Words
    some_time: Words


PERIODS = read(PeriodWords)
