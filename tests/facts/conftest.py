"""Facts made by hand, and the gold facts of the user's own articles."""

from collections.abc import Callable

import pytest

from generator.catalogue import Catalogue, load_catalogue
from generator.model.fact import Fact
from tests.material import told_fact

MakeFact = Callable[..., Fact]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue()


@pytest.fixture(scope="session")
def make_fact() -> MakeFact:
    """A function that makes a fact: indicator, value, what differs from the usual."""
    return told_fact
