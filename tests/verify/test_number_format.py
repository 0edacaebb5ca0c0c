"""Format codes of charts, printed as Vietnamese prints them."""

from decimal import Decimal

import pytest

from generator.verify.reading.number_format import formatted


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("334200", "[$-42A]#,##0", "334.200"),
        ("95.887", '[$-42A]#,##0.00"%"', "95,89%"),
        ("0.5", "0.00", "0,50"),
        ("1234567.25", "#,##0.0", "1.234.567,3"),
        ("5963", '[>=1000000]0"."000"."000;[>=1000]0"."000;0', "5.963"),
        ("1234567", '[>=1000000]0"."000"."000;[>=1000]0"."000;0', "1.234.567"),
        ("167", '[>=1000000]0"."000"."000;[>=1000]0"."000;0', "167"),
        ("-3", "0", "-3"),
        ("12.5", "General", "12,5"),
    ],
)
def test_codes_print_what_they_say(value: str, code: str, text: str) -> None:
    """Groups, decimals, literal texts and conditions print as in a spreadsheet."""
    assert formatted(Decimal(value), code) == text
