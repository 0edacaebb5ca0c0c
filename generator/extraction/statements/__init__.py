"""Sentences of a source that say something without measuring it.

In: ``SourceText``, ``Catalogue`` and the cue phrases of
``config/rules/statements.yaml``. Out: ``Statement``s with their spans. Achievements,
limits, causes, tasks and models are told by the section in which a sentence stands
and by cues in the sentence; what cannot be quoted as it stands is left out.
"""

from generator.extraction.statements.extract import extract_statements
from generator.extraction.statements.load import load_statement_rules
from generator.extraction.statements.rules import StatementRules

__all__ = ["StatementRules", "extract_statements", "load_statement_rules"]
