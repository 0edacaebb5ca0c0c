"""Block tree to DOCX by python-docx: ``render(document) -> bytes``."""

from generator.renderers.docx.build import SUFFIX, pages, render

__all__ = ["SUFFIX", "pages", "render"]
