"""Block tree to DOCX by python-docx: ``render(document) -> bytes``."""

from generator.renderers.docx.build import SUFFIX, lay_out, render

__all__ = ["SUFFIX", "lay_out", "render"]
