"""Data files of the trade, read into typed tables: indicators and places.

In: ``config/catalogue/*.yaml``. Out: ``Catalogue``. Knows of no report config and
of no source.
"""

from generator.catalogue.indicators import Group, Indicator, Kind
from generator.catalogue.load import Catalogue, load_catalogue
from generator.catalogue.places import Place, PlaceKind, Places

__all__ = [
    "Catalogue",
    "Group",
    "Indicator",
    "Kind",
    "Place",
    "PlaceKind",
    "Places",
    "load_catalogue",
]
