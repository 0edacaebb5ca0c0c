"""Sơ Kết: periodic reports on administrative-procedure reform, figures traced.

The way of the data, one direction only: config → sources → extraction → facts →
checks → report model → templates → renderers → files. ``pipeline`` shows the
whole way on one screen; ``tests/test_architecture.py`` keeps it.
"""

__version__ = "0.1.0"
