"""Ways of telling that the shipped templates keep, and in which a changed text shows itself.

A paragraph without a note rests on the source cited last, a table has a line of sources as
others have, below a heading "Ý kiến của …" stand that person's words, and a head over figures of
one time among others names it. An office's own template
may do otherwise and be right: no number, place, time or citation of its report is wrong. Such
a report says in its data where it does so, since its build has looked; what is done otherwise
anywhere else was changed afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.facts.records import Record
from generator.verify.agreeing import unit_words_objections
from generator.verify.appendices import appendix_objections
from generator.verify.dated_heads import dated_head_objections
from generator.verify.following import following_objections
from generator.verify.leading import leading_objections
from generator.verify.lineage import Lineage
from generator.verify.objection import Objection
from generator.verify.speaking import speaking_objections

_CONVENTIONS: tuple[Callable[[Lineage], Iterator[Objection]], ...] = (
    following_objections,
    appendix_objections,
    leading_objections,
    speaking_objections,
    unit_words_objections,
    dated_head_objections,
)


def convention_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each text that is told otherwise and that the file does not name."""
    for check in _CONVENTIONS:
        yield from (one for one in check(lineage) if one not in lineage.own_ways)


def own_ways(text: str, name: str) -> list[Record]:
    """Return what an own template does otherwise in the report ``name`` with a lineage text.

    Raises InputError for what is no lineage.
    """
    found = convention_objections(Lineage.parse(text, name))
    return [one.record for one in dict.fromkeys(found)]
