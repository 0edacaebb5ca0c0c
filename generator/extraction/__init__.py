"""From the text of a source to its facts, each with its span and the rules that made it.

In: ``SourceText``, ``Catalogue``, ``RuleSet``. Out: ``Extraction``. Knows of no report.
"""

from generator.extraction.engine import Extraction, extract
from generator.extraction.reader import UnusedNumber
from generator.extraction.rules import RuleSet, load_rules

__all__ = [
    "Extraction",
    "RuleSet",
    "UnusedNumber",
    "extract",
    "load_rules",
]
