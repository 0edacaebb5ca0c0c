"""One rule for all checks: what contradicts itself, what two sources or a reason explain."""

from collections.abc import Callable

import pytest

from generator.model.fact import Fact
from generator.model.finding import Finding

MakeFact = Callable[..., Fact]
Check = Callable[..., tuple[Finding, ...]]

LEVELS = ("cap-tinh", "cap-huyen", "cap-xa")


def facts_of(kind: str, make_fact: MakeFact, doc: str) -> list[Fact]:
    """Return figures that contradict each other; the last one is of another source or of ``a``."""
    received, late = "dossiers_received", "dossiers_late"
    made = {
        "levels": [
            *(make_fact(received, "10", level=one, at=at) for at, one in enumerate(LEVELS)),
            make_fact(received, "31", at=9, doc=doc),
        ],
        "kinds": [
            make_fact("online_services_full", "400"),
            make_fact("online_services_partial", "100", at=9),
            make_fact("online_services_total", "520", at=19, doc=doc),
        ],
        "times": [
            make_fact(received, "400", when="2023-01-01..2023-06-30"),
            make_fact(received, "500", when="2023-07-01..2023-12-31", at=9),
            make_fact(received, "950", at=19, doc=doc),
        ],
        "part": [
            make_fact("online_dossiers", "250"),
            make_fact(received, "200", at=9, doc=doc),
        ],
        "place": [
            make_fact(received, "900"),
            make_fact(received, "800", place="quoc-gia", at=9, doc=doc),
        ],
        "longer": [
            make_fact(received, "900", when="2023-H1"),
            make_fact(received, "800", at=9, doc=doc),
        ],
        "change": [
            make_fact(received, "1300", change="percent +25 2022"),
            make_fact(received, "1000", when="2022", at=9, doc=doc),
        ],
        "ranks": [
            make_fact("pci_score", "70.1", place="bac-giang"),
            make_fact("pci_rank", "9", total="63", place="bac-giang", at=9),
            make_fact("pci_score", "65.2", at=19),
            make_fact("pci_rank", "4", total="63", at=29, doc=doc),
        ],
        # older cases may be late, too
        "carried": [
            make_fact(late, "250"),
            make_fact(received, "200", at=9, doc=doc),
        ],
        # the whole of a share is not printed with it
        "share": [
            make_fact("online_dossiers", "150", share="80"),
            make_fact(received, "200", at=9),
        ],
        "values": [
            make_fact(received, "100"),
            make_fact(received, "90", at=9, doc=doc),
        ],
    }
    return made[kind]


@pytest.mark.parametrize(
    ("kind", "one", "two"),
    [
        ("levels", "error parts-sum", "warning parts-sum"),
        ("kinds", "error parts-sum", "warning parts-sum"),
        ("times", "error time-parts-sum", "warning time-parts-sum"),
        ("part", "error part-above-whole", "warning part-above-whole"),
        ("place", "error province-above-nation", "warning province-above-nation"),
        ("longer", "error period-above-longer", "warning period-above-longer"),
        ("change", "error change-mismatch", "warning change-mismatch"),
        ("ranks", "error rank-order", "warning rank-order"),
        ("carried", "warning part-above-whole", "warning part-above-whole"),
        ("share", "warning share-denominator", "warning share-denominator"),
        ("values", "warning sources-disagree", "warning sources-disagree"),
    ],
)
def test_one_source_errs_two_may_differ(
    make_fact: MakeFact, check: Check, kind: str, one: str, two: str
) -> None:
    """The same figures are an error of one source, and a warning where they are of two."""
    for doc, expected in (("a", one), ("b", two)):
        found = check(*facts_of(kind, make_fact, doc))
        assert [f"{each.severity.value} {each.rule}" for each in found] == [expected]


@pytest.mark.parametrize(("shares", "severity"), [("60 30 20", "error"), ("50 20 10", "error")])
def test_shares_of_all_kinds(make_fact: MakeFact, check: Check, shares: str, severity: str) -> None:
    """Where no other part can be, less than 100 % is as wrong as more."""
    names = ("online_services_full", "online_services_partial", "online_services_information")
    facts = [
        make_fact(name, "7", share=share, at=at)
        for at, (name, share) in enumerate(zip(names, shares.split(), strict=True))
    ]
    found = check(*facts)
    assert [(one.severity.value, one.rule) for one in found] == [(severity, "shares-total")]


@pytest.mark.parametrize(("late", "severity"), [("9", "error"), ("1", "warning")])
def test_rates_of_which_one_may_be_missing(
    make_fact: MakeFact, check: Check, late: str, severity: str
) -> None:
    """What is early may be told apart, so that only more than 100 % is wrong for sure."""
    facts = [
        make_fact("dossiers_on_time_rate", "95"),
        make_fact("dossiers_late_rate", late, at=9),
    ]
    assert [one.severity.value for one in check(*facts)] == [severity]
