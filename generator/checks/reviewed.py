"""What people decided about facts: told in the notes, and taken into account in findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.checks.context import Context
from generator.checks.wording import decided_by, lower, source_name, subject, told_whole
from generator.facts.formula import UNEQUAL
from generator.model.fact import Fact
from generator.model.finding import Finding, Severity
from generator.model.review import Decision, Review
from generator.vi.printing import number

CORRECTED = "review-corrected"
EXCLUDED = "review-excluded"
ADDED = "review-added"
USED = "review-used"


def check_reviewed(context: Context, excluded: Iterable[Fact]) -> Iterator[Finding]:
    """Yield a note for each decision, so that the report tells it.

    ``excluded`` are the facts that are in no base any more.
    """
    for fact in excluded:
        yield _excluded(fact, context)
    for fact in context.base.facts:
        if fact.review is not None:
            make = {
                Decision.ADD: _added,
                Decision.CORRECT: _corrected,
                Decision.USE: _used,
            }.get(fact.review.decision)
            if make is not None:
                yield make(fact, fact.review, context)


def settled(finding: Finding) -> Finding:
    """Return a finding as it stands after the decisions on its facts.

    Where a person decided to use the figure that it is about, it is a note only.
    """
    facts = (finding.used,) if finding.used else finding.facts
    decided = [fact for fact in facts if fact.review and fact.review.decision is Decision.USE]
    return replace(finding, severity=Severity.NOTE) if decided else finding


def _told(fact: Fact, context: Context) -> str:
    """Print what a fact says, its share beside it."""
    return told_whole(fact, context.indicator(fact))


def _start(fact: Fact, context: Context) -> str:
    """Name measure and source: "Chỉ tiêu “…” của …: Báo A (10/01/2024)"."""
    source = source_name(fact.source.doc, context.base)
    return f"{subject(fact, context.catalogue)}: {source}"


def _note(rule: str, fact: Fact, message: str, *others: Fact) -> Finding:
    """Return the note on one decision."""
    used = None if rule == EXCLUDED else fact
    return Finding(rule, Severity.NOTE, message, "", (fact, *others), used)


def _excluded(fact: Fact, context: Context) -> Finding:
    """Tell of a figure that was left out, and which one takes its place."""
    group = context.base.group_of(fact.key)
    instead = (group.choice.fact,) if group else ()
    use = (
        f" Báo cáo sử dụng {_told(instead[0], context)} theo"
        f" {source_name(instead[0].source.doc, context.base)}."
        if instead
        else ""
    )
    by = decided_by(fact.review) if fact.review else ""
    message = (
        f"{_start(fact, context)} nêu {_told(fact, context)}; qua rà soát, số liệu này không được"
        f" sử dụng ({by}).{use}"
    )
    return _note(EXCLUDED, fact, message, *instead)


def _added(fact: Fact, review: Review, context: Context) -> Finding:
    """Tell of a figure that a person read in a source."""
    message = (
        f"{_start(fact, context)} nêu {_told(fact, context)} tại câu “{_quote(fact)}”; số liệu được"
        f" bổ sung qua rà soát ({decided_by(review)})."
    )
    return _note(ADDED, fact, message)


def _used(fact: Fact, review: Review, context: Context) -> Finding:
    """Tell of a figure that is used by decision."""
    message = (
        f"{_start(fact, context)} nêu {_told(fact, context)}; qua rà soát, báo cáo sử dụng số liệu"
        f" này ({decided_by(review)})."
    )
    return _note(USED, fact, message)


def _corrected(fact: Fact, review: Review, context: Context) -> Finding:
    """Tell what the source says and what it was corrected to."""
    was = review.was or fact
    moved = was.key != fact.key
    before = f"{_start(was, context)} nêu {_told(was, context)} tại câu “{_quote(was)}”"
    after = f"{subject(fact, context.catalogue)}: {_told(fact, context)}"
    message = (
        f"{before}; qua rà soát, điều chỉnh thành"
        f" {f'“{lower(after)}”' if moved else _told(fact, context)} ({decided_by(review)})."
        " Báo cáo sử dụng số liệu đã điều chỉnh."
    )
    computation = f"{number(was.value)} {UNEQUAL} {number(fact.value)}"
    shown = "" if was.value == fact.value else computation
    # the old figure is quoted, no fact of the report any more
    quotes = (was.source,)
    return Finding(CORRECTED, Severity.NOTE, message, shown, (fact,), fact, quotes=quotes)


def _quote(fact: Fact) -> str:
    """Return the words of the source on one line."""
    return " ".join(fact.source.quote.split())
