"""``SourceText`` to facts and statements, each with its span and rules."""
