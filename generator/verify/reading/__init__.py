"""Readers of finished files that share nothing with the renderers.

In: the bytes of a DOCX, PDF or HTML file. Out: ``FileText``, everything that the
file prints, in reading order. No rule of the report stands here.
"""

from generator.verify.reading.file import read_file

__all__ = ["read_file"]
