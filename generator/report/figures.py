"""Numbers of facts as figures with their lineage."""

from __future__ import annotations

from generator.model.fact import ChangeKind, Fact
from generator.model.figure import Figure
from generator.vi.changes import says_percent


def value_of(fact: Fact) -> Figure:
    """Return the value of a fact; "a/b" and scores keep their denominator."""
    return Figure(fact.id, fact.value, fact.unit, (fact,), "value", fact.approx)


def share_of(fact: Fact) -> Figure | None:
    """Return the share that the source prints with a count, None if none."""
    if fact.share is None:
        return None
    return Figure(f"{fact.id}.share", fact.share, "%", (fact,), "share")


def change_of(fact: Fact) -> Figure | None:
    """Return the change that the source prints with a figure, None if none.

    One that the source calls a percentage of a rate or score is told as one.
    """
    if fact.change is None:
        return None
    is_percent = fact.change.kind is ChangeKind.POINTS and says_percent(fact, fact.change)
    kind = ChangeKind.PERCENT if is_percent else fact.change.kind
    return Figure(f"{fact.id}.change", fact.change.value, kind.value, (fact,), "change")
