"""PDF files seen by their geometry alone: letters with place and look, drawn lines."""
