"""Whom a figure is of: provinces, central bodies, parts and levels."""
