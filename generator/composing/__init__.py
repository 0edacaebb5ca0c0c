"""Report model and Jinja templates to the block tree."""
