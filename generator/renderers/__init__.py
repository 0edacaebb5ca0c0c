"""Block tree to bytes: PDF, DOCX, HTML."""
