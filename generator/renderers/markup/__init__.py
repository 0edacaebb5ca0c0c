"""Block tree to HTML elements, for the page (PDF) and for the screen.

In: blocks of ``generator.model.document``. Out: ``Html``, text that is already
escaped. Nothing here knows of files, CSS measures or WeasyPrint.
"""
