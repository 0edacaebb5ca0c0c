"""Runs every check and puts the findings in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.catalogue import Catalogue
from generator.checks import containing, denominators, disagreement, partitions, parts, shares
from generator.checks.changes import check_changes
from generator.checks.containing import check_containing
from generator.checks.context import Context
from generator.checks.corrected import as_decided
from generator.checks.denominators import check_denominators
from generator.checks.denying import check_denying
from generator.checks.disagreement import check_disagreement
from generator.checks.ended import check_ended, check_fields
from generator.checks.exceeding import check_exceeding
from generator.checks.fractions import check_fractions
from generator.checks.improving import check_improving
from generator.checks.jumps import check_jumps
from generator.checks.merged import check_merged
from generator.checks.moving import check_moving
from generator.checks.partitions import check_partitions
from generator.checks.parts import check_parts
from generator.checks.ranks import check_ranks
from generator.checks.rates import check_rates
from generator.checks.reviewed import check_reviewed, settled
from generator.checks.rising import check_rising
from generator.checks.shares import check_shares
from generator.checks.standing import check_standing
from generator.checks.stated import check_stated
from generator.checks.stocks import check_stocks
from generator.checks.stretches import check_stretches
from generator.checks.timely import check_timely
from generator.checks.twofold import check_twofold
from generator.checks.unfinished import check_unfinished
from generator.checks.within import check_within
from generator.facts import FactBase
from generator.model.fact import Fact, Source
from generator.model.finding import Finding
from generator.model.review import LeftOut

Check = Callable[[Context], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    check_shares,
    check_fractions,
    check_parts,
    check_timely,
    check_exceeding,
    check_within,
    check_containing,
    check_stocks,
    check_stretches,
    check_denominators,
    check_rates,
    check_partitions,
    check_changes,
    check_twofold,
    check_merged,
    check_ranks,
    check_standing,
    check_rising,
    check_improving,
    check_denying,
    check_moving,
    check_disagreement,
    check_jumps,
    check_ended,
    check_fields,
    check_unfinished,
)
_PARTITION_RULES = {partitions.TOTAL, partitions.COUNTS}
_SHARE_RULES = {shares.MISMATCH, denominators.RULE}


def run_checks(
    base: FactBase,
    catalogue: Catalogue,
    excluded: Iterable[Fact] = (),
    said: Iterable[Source] = (),
    left_out: Iterable[LeftOut] = (),
) -> tuple[Finding, ...]:
    """Return what the facts contradict, in the order of the sources and their texts.

    ``excluded`` are facts that a person took out: they are told, not checked; ``said`` are
    sentences that a report may tell as they stand, ``left_out`` those of which a person decided
    that none does. The same base gives the same findings in the
    same order.
    """
    context = Context.of(base, catalogue)
    found = [finding for check in CHECKS for finding in check(context)]
    kept = (as_decided(settled(finding), context) for finding in _without_repeats(found))
    told = (*kept, *check_stated(said, base, left_out), *check_reviewed(context, excluded))
    order = {doc: place for place, doc in enumerate(base.infos)}
    return tuple(sorted(told, key=lambda finding: _text_order(finding, order)))


def _text_order(finding: Finding, order: Mapping[str, int]) -> tuple[int, str, int, int, str, str]:
    """Sort by source, then by place in its text."""
    first = finding.source
    doc, start = first.doc, first.start
    at = (finding.facts[0].number_start if finding.facts else 0) or start
    return (order.get(doc, len(order)), doc, start, at, finding.rule, finding.computation)


def _without_repeats(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out what is wrong because of something that is told by itself.

    That is a partition with a share that is wrong, the disagreement of the two numbers of
    one "a/b", and a level that is added to others for the same whole.
    """
    known = list(findings)
    told = {
        fact.id for finding in known if finding.rule in _SHARE_RULES for fact in finding.facts[:1]
    }
    pairs = [
        {fact.id for fact in finding.facts}
        for finding in known
        if finding.rule == shares.ABOVE_TOTAL
    ]
    sums = [{fact.id for fact in finding.facts} for finding in known if finding.rule == parts.RULE]
    return [
        finding
        for finding in known
        if not (
            (
                finding.rule == containing.LEVEL
                and any(one.issuperset(fact.id for fact in finding.facts) for one in sums)
            )
            or (finding.rule in _PARTITION_RULES and any(fact.id in told for fact in finding.facts))
            or (
                finding.rule == disagreement.RULE
                and any(pair.issuperset(fact.id for fact in finding.facts) for pair in pairs)
            )
        )
    ]
