"""Words around a number: how sure it is, what it counts."""

from __future__ import annotations

from generator.vi.words import Numbers, Plain, WordFile, Words, read


class QuantityWords(WordFile, file="quantities.yaml"):
    """The lists of ``config/rules/quantities.yaml``, which tells what each is."""

    over: Words
    under: Words
    about: Words
    between: Words
    comparing: Words
    out_of: Words
    percent: Words
    money: Words
    points: Words
    not_points: Words
    score_before: Words
    rank_before: Words
    ranking: Words
    rank_told: Words
    rank_word: Words
    not_rank: Plain
    ranked: Words
    ranked_ones: Words
    changes: Words
    not_change: Plain
    changes_more: Words
    differences: Words
    not_difference: Plain
    differences_more: Words
    times: Words
    times_more: Words
    change_size: Words
    change_size_more: Words
    exceeds: Words
    moved: Words
    steps: Words
    added: Words
    added_more: Words
    costs: Words
    exceeded: Words
    change_after: Words
    value_words: Words
    to: Words
    moves: Words
    moves_to: Words
    rank_rises: Words
    rank_falls: Words
    rank_to_better: Words
    rank_to_worse: Words
    rank_words: Numbers
    rank_word_before: Words
    rank_among: Words
    rank_behind: Words


QUANTITIES = read(QuantityWords)
