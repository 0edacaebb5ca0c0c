"""Frozen values that pass between the stages; this floor knows of no other.

In: nothing. Out: ``Fact``, ``Statement``, ``SourceText``, ``Finding``,
``Figure``, ``Chart`` and the blocks of a report. No file, no clock, no config.
"""
