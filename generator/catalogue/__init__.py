"""Data files of the trade, read into typed tables: indicators, places, language.

In: ``config/catalogue/*.yaml``, ``config/language/*.yaml``. Out: ``Catalogue`` and
``Language``. Knows of no report config and of no source.
"""

from generator.catalogue.indicators import Group, Indicator, Kind, rates_of
from generator.catalogue.language import (
    IndicatorSet,
    Language,
    Phrase,
    Relations,
    load_language,
)
from generator.catalogue.load import Catalogue, load_catalogue
from generator.catalogue.places import Place, PlaceKind, Places, in_order

__all__ = [
    "Catalogue",
    "Group",
    "Indicator",
    "IndicatorSet",
    "Kind",
    "Language",
    "Phrase",
    "Place",
    "PlaceKind",
    "Places",
    "Relations",
    "in_order",
    "load_catalogue",
    "load_language",
    "rates_of",
]
