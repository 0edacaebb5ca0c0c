"""Many facts to one fact base: find, merge, choose, compute, lineage.

In: the facts of all sources of a job and what is known of these sources, in the
order of the config. Out: ``FactBase``, ``Figure``s computed from facts, and the
lineage as JSON. Knows no template, no layout and no check.
"""

from generator.facts.base import ANY, FactBase
from generator.facts.choosing import Choice
from generator.facts.grouping import FactGroup
from generator.facts.lineage import lineage_json
from generator.facts.records import fact_from_record, record_of

__all__ = [
    "ANY",
    "Choice",
    "FactBase",
    "FactGroup",
    "fact_from_record",
    "lineage_json",
    "record_of",
]
