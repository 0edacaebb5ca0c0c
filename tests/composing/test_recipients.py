"""Nơi nhận as the decree asks of it, beside the addressees of a report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.composing.compose import _signature
from tests.material import job


@pytest.mark.parametrize(
    ("addressees", "recipients", "told"),
    [
        (("Bộ Nội vụ",), ("Lưu: VT",), ("Như trên", "Lưu: VT")),
        (("Bộ Nội vụ",), ("Như trên", "Lưu: VT"), ("Như trên", "Lưu: VT")),
        (("Bộ Nội vụ",), ("Lưu: VT", "- Như trên;"), ("Như trên", "Lưu: VT")),
        ((), ("Như trên", "Lưu: VT"), ("Lưu: VT",)),
    ],
)
def test_as_above_stands_first_where_somebody_is_above(
    addressees: tuple[str, ...], recipients: tuple[str, ...], told: tuple[str, ...]
) -> None:
    """Addressees ask for "- Như trên;" as the first line; without them there is none."""
    config = replace(job().config, addressees=addressees, recipients=recipients)
    assert _signature(config).recipients == told
