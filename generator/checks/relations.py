"""Which indicators add up to which: the arithmetic of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.finding import Severity


@dataclass(frozen=True, slots=True)
class Sum:
    """Parts that make up a whole of one place, level and period.

    ``above`` and ``below`` weigh a sum that is more or less than its whole.
    ``carried`` marks a whole to which older cases may come: what is resolved and
    pending in a period includes dossiers received before it.
    """

    whole: str
    parts: tuple[str, ...]
    above: Severity = Severity.ERROR
    below: Severity = Severity.ERROR
    carried: bool = False


SUMS = (
    Sum("online_services_total", ("online_services_full", "online_services_partial")),
    # dossiers that are overdue but still open are sometimes counted as late, too
    Sum("dossiers_resolved", ("dossiers_on_time", "dossiers_late"), above=Severity.WARNING),
    Sum(
        "dossiers_received",
        ("dossiers_resolved", "dossiers_pending"),
        above=Severity.NOTE,
        below=Severity.WARNING,
        carried=True,
    ),
    Sum(
        "feedback_received",
        ("feedback_resolved", "feedback_pending"),
        above=Severity.NOTE,
        below=Severity.WARNING,
        carried=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Partition:
    """Parts that leave nothing out, so that their shares add to 100 %.

    ``fills_total`` says that a b of "a/b" which they have in common can only be
    their sum; dossiers on time and late may be counted out of all received.
    """

    parts: tuple[str, ...]
    fills_total: bool = True


PARTITIONS = (
    Partition(("online_services_full", "online_services_partial", "online_services_information")),
    Partition(("dossiers_on_time", "dossiers_late"), fills_total=False),
    Partition(("feedback_resolved", "feedback_pending")),
)

RATE_PARTITIONS = (Partition(("dossiers_on_time_rate", "dossiers_late_rate")),)

WHOLES = {
    "dossiers_on_time": ("dossiers_resolved", "dossiers_received"),
    "dossiers_late": ("dossiers_resolved", "dossiers_received"),
    "feedback_resolved": ("feedback_received",),
    "feedback_pending": ("feedback_received",),
}
"""The wholes that a share of this indicator can be of; the first one is usual."""

RATES = {
    "dossiers_on_time_rate": "dossiers_on_time",
    "dossiers_late_rate": "dossiers_late",
    "online_dossiers_rate": "online_dossiers",
}
"""Rates and the counts whose share they are."""

CONTAINED = {
    "online_dossiers": "dossiers_received",
    "dossiers_on_time": "dossiers_resolved",
    "online_services_full": "online_services_total",
    "online_services_partial": "online_services_total",
}
"""Parts and the whole that they cannot go over, none with cases of an earlier period."""

FLOWS = frozenset(
    {
        "online_dossiers",
        "synced_dossiers",
        "online_payments",
        "online_payment_amount",
        "dossiers_received",
        "dossiers_resolved",
        "dossiers_on_time",
        "dossiers_by_post",
        "dossiers_digitised",
        "certified_e_copies",
        "feedback_received",
        "feedback_resolved",
        "e_documents_exchanged",
        "e_ballots",
    }
)
"""What is counted over a time and only grows with it; dossiers that are late may also be
those that were open at its end."""

ACCUMULATED = frozenset({"portal_accounts", "population_records", "chip_id_cards"})
"""What is counted since it exists and only grows from day to day."""

OPEN = frozenset({"dossiers_pending", "dossiers_late", "feedback_pending"})
"""What is counted as long as it is open: at a day there may be less than in the time before."""

TOLD_WITHIN = frozenset({("public_service_centres", "one_stop_units")})
"""Parts of another unit than the whole in whose brackets they may be told."""
