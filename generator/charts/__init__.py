"""Charts as drawings: geometry in millimetres, then SVG whose text is text.

In: ``generator.model.chart.Chart`` with its printed labels. Out: a ``Drawing``
(shapes and labels that do not collide) and from it SVG. The geometry knows of
no drawing library; only ``svg`` and ``measure`` load matplotlib.
"""
