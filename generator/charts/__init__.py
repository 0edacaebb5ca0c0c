"""Chart to SVG with text as text."""
