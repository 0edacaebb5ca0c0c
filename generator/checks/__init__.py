"""Fact base to findings: sums, shares, changes, sources that disagree."""
