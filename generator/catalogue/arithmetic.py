"""Typed form of ``config/catalogue/arithmetic.yaml``: which indicators add up to which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.finding import Severity


@dataclass(frozen=True, slots=True)
class Sum:
    """Parts that make up a whole of one place, level and period.

    ``above`` and ``below`` weigh a sum that is more or less than its whole.
    ``carried`` marks a whole to which older cases may come: what is resolved and
    pending in a period includes dossiers received before it.
    """

    whole: str
    parts: tuple[str, ...]
    above: Severity = Severity.ERROR
    below: Severity = Severity.ERROR
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Partition:
    """Parts that leave nothing out, so that their shares add to 100 %.

    ``fills_total`` says that a b of "a/b" which they have in common can only be
    their sum; dossiers on time and late may be counted out of all received.
    """

    parts: tuple[str, ...]
    fills_total: bool = True


@dataclass(frozen=True, slots=True)
class Carried:
    """The whole that a part goes over by cases of an earlier time only.

    ``above`` weighs a part that does: a note where older cases come to it as a rule.
    """

    whole: str
    above: Severity = Severity.WARNING


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """What the figures of the indicators have to do with one another; ids throughout.

    ``wholes`` are those that a share of a count can be of, the usual one first; ``contained``
    has the whole that a part cannot go over, ``carried`` one that it goes over by cases of an
    earlier time only, ``apart`` one among which a part counts another thing than among its
    others; ``told_within`` has pairs of a part and a whole of
    another unit in whose brackets it may be told. ``over_time`` is counted over a time and
    only grows with it, ``accumulated`` since it exists, ``open`` as long as it is open.
    """

    sums: tuple[Sum, ...] = ()
    partitions: tuple[Partition, ...] = ()
    wholes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    contained: Mapping[str, str] = field(default_factory=dict)
    told_within: frozenset[tuple[str, str]] = frozenset()
    over_time: frozenset[str] = frozenset()
    accumulated: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    carried: Mapping[str, Carried] = field(default_factory=dict)
    apart: Mapping[str, str] = field(default_factory=dict)

    def joined(self, own: Arithmetic) -> Arithmetic:
        """Return these rules with those of a project; a row on known indicators replaces one."""
        sums = {(one.whole, frozenset(one.parts)): one for one in (*self.sums, *own.sums)}
        partitions = {frozenset(one.parts): one for one in (*self.partitions, *own.partitions)}
        return Arithmetic(
            tuple(sums.values()),
            tuple(partitions.values()),
            {**self.wholes, **own.wholes},
            {**self.contained, **own.contained},
            self.told_within | own.told_within,
            self.over_time | own.over_time,
            self.accumulated | own.accumulated,
            self.open | own.open,
            {**self.carried, **own.carried},
            {**self.apart, **own.apart},
        )
