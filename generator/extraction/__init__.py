"""From the text of a source to its facts, each with its span and the rules that made it.

In: ``SourceText``, ``Catalogue``, ``RuleSet``. Out: ``Extraction``. Knows of no report.

``context`` and ``view`` cut a text into sentences ready for the rules; ``counted`` finds their
numbers and what they count, ``places`` whose they are, ``times`` when they are from; ``figures``
puts that together, ``making`` makes the fact, ``reader`` keeps what was read so far in mind and
``engine`` leads through the text. ``tables`` reads sheets and tables in texts, ``statements`` the
sentences that tell no figure; ``words`` are the word lists of ``config/rules``.
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
