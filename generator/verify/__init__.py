"""Reads finished files again and proves them."""
