"""Block tree to DOCX by python-docx: ``render(document) -> bytes``."""

from generator.renderers.docx.build import SUFFIX, render

__all__ = ["SUFFIX", "render"]
