"""Plan, facts and findings to a report model: what is said, with its figures.

In: the chosen facts of a job. Out: ``ReportModel`` with passages, tables, charts,
statements and appendix rows. Knows no HTML, no OOXML and no sentence of Vietnamese
beyond the names that it is given.
"""

from generator.report.build import build_report
from generator.report.model import ReportModel

__all__ = ["ReportModel", "build_report"]
