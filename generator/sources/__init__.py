"""One reader for each format: files to ``SourceText``.

In: paths of folders and documents (.txt .md .html .docx .pdf .xlsx .csv .jsonl). Out:
NFC text with the way back to paragraph, page or cell, and the errors of what could
not be read. Knows of no indicator.
"""

from generator.sources.collecting import SourcesRead, read_sources
from generator.sources.grid import SourceTable
from generator.sources.reading import read_source
from generator.sources.unlisted import unlisted

__all__ = ["SourceTable", "SourcesRead", "read_source", "read_sources", "unlisted"]
