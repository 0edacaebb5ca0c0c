"""How grave a finding is: one rule for all checks.

**error**: printed numbers of one source exclude each other by arithmetic alone, however they
were rounded. At least one that the report prints is wrong, and the source does not say which.

**warning**: they contradict each other, too, but something outside them can explain it. They
are of two sources; the whole of a share is not printed with it; older, withdrawn or early cases
may be in one and not in the other; that they go together, or since when they count, is read
from words only. Or nothing but words goes against figures that agree among themselves.

**note**: nothing is proven wrong. A share was cut off, a figure is unusual or of a time that was
not over, older cases explain a sum as a rule, several figures of one measure may be of other
things, or a person has decided.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.fact import Fact, docs_of
from generator.model.finding import Severity


def weigh(facts: Iterable[Fact], *, explained: bool = False) -> Severity:
    """Return how grave it is that figures contradict each other.

    ``explained`` tells that something outside them can be the reason.
    """
    return Severity.WARNING if explained or len(docs_of(facts)) > 1 else Severity.ERROR
