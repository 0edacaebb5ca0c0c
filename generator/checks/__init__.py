"""Fact base to findings: sums, shares, changes, ranks, sources that disagree.

In: ``FactBase`` and ``Catalogue``. Out: ``Finding``s in the order of the sources
and of their texts. Knows no template and no file; never changes a fact.
"""

from generator.checks.run import run_checks

__all__ = ["run_checks"]
