"""Keywords of a document: what an office searches its files by.

In: the figures that a report printed. Out: the work, the places and the subjects that the report
really tells of, most general first; its time stands in the title.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalogue import Catalogue
from generator.model.fact import NATION
from generator.model.figure import Figure
from generator.report.model import ReportModel

_WORK = "cải cách thủ tục hành chính"
_ALL = {True: "các bộ, ngành", False: "các tỉnh và thành phố trực thuộc trung ương"}
_MOST_PLACES = 5


def keywords(
    model: ReportModel, catalogue: Catalogue, figures: Iterable[Figure], index: str = ""
) -> tuple[str, ...]:
    """Return the keywords of a report; ``index`` names the one that it ranks places by.

    Provinces and subjects of which no figure was printed are left out.
    """
    facts = [fact for figure in figures for fact in figure.inputs]
    groups = {catalogue.indicators[fact.indicator].group for fact in facts}
    subjects = [
        word for group in catalogue.groups.values() if group.id in groups for word in group.keywords
    ]
    words = (_WORK, index, *_places(model, {fact.place for fact in facts}), *subjects)
    return tuple(dict.fromkeys(word for word in words if word))


def _places(model: ReportModel, told: set[str]) -> list[str]:
    """Return the names of the places told of, of very many no single one."""
    named: list[str] = []
    for is_body, every in _ALL.items():
        own = [place for place in model.scope.places if place.is_body is is_body]
        names = [place.listed for place in own if place.slug in told]
        named += names if len(names) <= _MOST_PLACES else [every]
    return ["cả nước", *named] if NATION in told else named
