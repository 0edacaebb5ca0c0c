"""Words that are held against figures: what is told of parts, of ranks, and denied."""

from __future__ import annotations

from generator.vi.words import Values, WordFile, Words, read


class ClaimWords(WordFile, file="claims.yaml"):
    """The lists of ``config/rules/claims.yaml``, which tells what each is."""

    unresolved: Words
    carried_over: Words
    running_total: Words
    parts_open: Words
    all_open: Words
    some_open: Words
    units: Words
    left_out: Words
    early: Words
    timely: Words
    late: Words
    part_links: Words
    cases: Words
    done_ways: Words
    more_by: Words
    less_by: Words
    same_as: Words
    among_first: Words
    first_ones: Words
    near_first: Words
    formerly: Words
    rank_better: Words
    rank_worse: Words
    better: Words
    worse: Words
    how_much: Words
    denials: Values
    denied_of_same: Words
    whole_place: Words


CLAIMS = read(ClaimWords)
