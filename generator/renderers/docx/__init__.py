"""Block tree to DOCX by python-docx."""
