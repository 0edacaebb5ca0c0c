"""Words around a figure that tell what it counts."""

from __future__ import annotations

from generator.vi.words import Plain, WordFile, Words, Written, read


class ClauseWords(WordFile, file="clauses.yaml"):
    """The lists of ``config/rules/clauses.yaml``, which tells what each is."""

    slash_before: Words
    measured: Words
    summed: Words
    this: Words
    this_index: Words
    several: Words
    rate_told: Words
    verbs: Words
    verbs_more: Words
    own_words: Words
    parts: Words
    inside: Words
    leaders: Words
    by_parts: Words
    rank_names: Words
    leading_parts: Words
    leading_with: Words
    leading_most: Words
    indices: Words
    head_words: Words
    of_else: Words
    dated_values: Words
    led_else: Words
    not_else: Words
    part_before: Words
    part_bodies: Words
    means_of_all: Words
    not_whole: Plain
    wholes: Words
    labels: Words
    offices: Written
    asides: Words
    amounts_to: Words
    weak: Words
    parting_with: Words
    not_with: Plain
    pairs: Words
    near_ends: Words
    equal: Words
    about: Words
    bare_before: Words
    bare_of_level: Words
    elliptic: Words
    row_ends: Words
    joins: Words
    join_heads: Words
    alike: Words
    row_heads: Words
    row_verbs: Words
    alike_more: Words
    row_more: Words
    besides: Words
    share_links: Words
    share_only: Words
    share_words: Words
    share_is: Words
    share_about: Words
    makes_up: Words
    with_count: Words
    set_against: Words
    share_verbs: Words
    share_verbs_more: Words
    share_verbs_about: Words
    own_meaning: Words
    share_people: Words
    done_where: Words
    to_resolve: Words
    now_at: Words
    up_to: Words
    all_resolving: Words
    resolved_of_all: Words
    new_ones: Words
    carried_over: Words
    parts_of: Words
    field_before: Words
    field_things: Words
    field_links: Words
    trades: Words
    trade_words: Words
    trade_does: Words
    not_trades: Plain
    field_some: Words
    fields: Words
    not_fields: Words
    all_again: Words
    part_links: Words
    all_places: Words
    share_wholes: Words
    share_wholes_more: Words
    online: Words
    not_online: Plain
    dossiers: Words
    way_before: Words
    ways: Words
    online_heads: Words
    head_ends: Words
    topic_before: Words
    topic_first: Words
    topic_ends: Words
    of_these: Words
    goal_opens: Words
    aims: Words
    aims_more: Words
    wanted_called: Words
    wanted_does: Words
    wanted: Words
    at_least: Words
    times_cut: Words
    cuts: Words
    duties: Words
    no_duty: Words
    last_is: Words
    last_bodies: Words
    document_kinds: Words
    document_kinds_more: Words
    document_titles: Words
    works: Plain
    work_words: Words
    work_manners: Plain
    paragraph_goes_on: Words
    correction_heads: Words
    corrects: Words
    dangling: Words
    plan_labels: Words
    plan_times: Words


CLAUSES = read(ClauseWords)
