"""Runs every check and puts the findings in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.catalogue import Catalogue
from generator.checks import denominators, partitions, shares
from generator.checks.changes import check_changes
from generator.checks.context import Context
from generator.checks.denominators import check_denominators
from generator.checks.disagreement import check_disagreement
from generator.checks.jumps import check_jumps
from generator.checks.partitions import check_partitions
from generator.checks.parts import check_parts
from generator.checks.ranks import check_ranks
from generator.checks.rates import check_rates
from generator.checks.shares import check_shares
from generator.facts import FactBase
from generator.model.finding import Finding

Check = Callable[[Context], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    check_shares,
    check_parts,
    check_denominators,
    check_rates,
    check_partitions,
    check_changes,
    check_ranks,
    check_disagreement,
    check_jumps,
)
_PARTITION_RULES = {partitions.TOTAL, partitions.COUNTS}
_SHARE_RULES = {shares.MISMATCH, denominators.RULE}


def run_checks(base: FactBase, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return what the facts contradict, in the order of the sources and their texts.

    The same base gives the same findings in the same order.
    """
    context = Context.of(base, catalogue)
    found = [finding for check in CHECKS for finding in check(context)]
    order = {fact.id: place for place, fact in enumerate(base.facts)}
    return tuple(
        sorted(
            _without_repeats(found),
            key=lambda finding: (order[finding.facts[0].id], finding.rule, finding.computation),
        )
    )


def _without_repeats(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out partitions that are wrong because of a share that is told by itself."""
    known = list(findings)
    told = {
        fact.id for finding in known if finding.rule in _SHARE_RULES for fact in finding.facts[:1]
    }
    return [
        finding
        for finding in known
        if finding.rule not in _PARTITION_RULES
        or not any(fact.id in told for fact in finding.facts)
    ]
