"""The notation of periods: read, resolved, printed back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config.periods import (
    FIRST_YEAR,
    LAST_YEAR,
    PeriodSyntax,
    Relative,
    format_period,
    parse_asked,
    parse_period,
    resolve,
)
from generator.config.values import Windows
from generator.model.period import Period, PeriodKind
from generator.vi.windows import kind_of, window_of

days = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
years = st.integers(FIRST_YEAR, LAST_YEAR)
ONE = date(FIRST_YEAR, 1, 1)
MONTHS = tuple(f"-M{month:02}" for month in range(1, 13))


def span(start: str, end: str) -> Period:
    """Return the period between two ISO dates."""
    return Period(date.fromisoformat(end), date.fromisoformat(start))


@pytest.mark.parametrize(
    ("text", "start", "end", "kind"),
    [
        ("2023", "2023-01-01", "2023-12-31", PeriodKind.YEAR),
        ("2024-Q1", "2024-01-01", "2024-03-31", PeriodKind.QUARTER),
        ("2024-Q2", "2024-04-01", "2024-06-30", PeriodKind.QUARTER),
        ("2024-Q4", "2024-10-01", "2024-12-31", PeriodKind.QUARTER),
        ("2024-H1", "2024-01-01", "2024-06-30", PeriodKind.HALF),
        ("2024-H2", "2024-07-01", "2024-12-31", PeriodKind.HALF),
        ("2024-M02", "2024-02-01", "2024-02-29", PeriodKind.MONTH),
        ("2024-M06", "2024-06-01", "2024-06-30", PeriodKind.MONTH),
        ("2024-9M", "2024-01-01", "2024-09-30", PeriodKind.NINE_MONTHS),
        ("2021..2024-H1", "2021-01-01", "2024-06-30", PeriodKind.SPAN),
        ("2021..2023", "2021-01-01", "2023-12-31", PeriodKind.YEARS),
        ("2024-M01..2024-M08", "2024-01-01", "2024-08-31", PeriodKind.MONTHS),
        ("2023-12-15..2024-06-14", "2023-12-15", "2024-06-14", PeriodKind.SPAN),
    ],
)
def test_every_form_means_its_days(text: str, start: str, end: str, kind: PeriodKind) -> None:
    """Each form of the notation gives the right days, and prints back as it was written."""
    period = parse_period(text)
    assert period == span(start, end)
    assert period.kind is kind
    assert format_period(period) == text


def test_as_of_is_a_stock() -> None:
    """A state at a day has no first day."""
    period = parse_period("as-of:2024-06-30")
    assert period == Period(date(2024, 6, 30))
    assert format_period(period) == "as-of:2024-06-30"


@pytest.mark.parametrize(
    ("day", "name", "meant"),
    [
        ("2024-07-31", "latest", "2024-H1"),
        ("2024-07-01", "latest", "2024-H1"),
        ("2024-06-30", "latest", "2024-M05"),
        ("2024-08-01", "latest", "2024-M07"),
        ("2024-10-15", "latest", "2024-9M"),
        ("2024-04-20", "latest", "2024-Q1"),
        ("2024-01-15", "latest", "2023"),
        ("2024-07-31", "previous-month", "2024-M06"),
        ("2024-01-15", "previous-month", "2023-M12"),
        ("2024-07-31", "previous-quarter", "2024-Q2"),
        ("2024-06-30", "previous-quarter", "2024-Q1"),
        ("2024-02-10", "previous-quarter", "2023-Q4"),
        ("2024-07-31", "previous-half", "2024-H1"),
        ("2024-06-30", "previous-half", "2023-H2"),
        ("2024-12-31", "previous-year", "2023"),
        ("2025-01-01", "previous-year", "2024"),
    ],
)
def test_relative_names_count_from_a_day(day: str, name: str, meant: str) -> None:
    """A relative name means the last whole period that ended before the day."""
    assert resolve(parse_period(name), date.fromisoformat(day)) == parse_period(meant)


@given(
    st.sampled_from(Relative),
    st.dates(date(FIRST_YEAR + 1, 2, 1), date(LAST_YEAR, 12, 31)),
    st.sampled_from(Windows),
)
def test_a_relative_period_has_ended(name: Relative, day: date, windows: Windows) -> None:
    """No relative name reaches into the day that it counts from."""
    period = resolve(name, day, windows)
    assert period.end < day
    assert kind_of(period) is not PeriodKind.SPAN


@pytest.mark.parametrize(
    ("day", "calendar", "decree"),
    [
        ("2024-01-01", "2023", "2023"),
        ("2024-01-14", "2023", "2023"),
        ("2024-01-15", "2023", "2024-M01"),
        ("2024-03-14", "2024-M02", "2024-M02"),
        ("2024-03-15", "2024-M02", "2024-Q1"),
        ("2024-06-14", "2024-M05", "2024-M05"),
        ("2024-06-15", "2024-M05", "2024-H1"),
        ("2024-06-30", "2024-M05", "2024-H1"),
        ("2024-07-01", "2024-H1", "2024-H1"),
        ("2024-07-15", "2024-H1", "2024-M07"),
        ("2024-09-15", "2024-M08", "2024-9M"),
        ("2024-10-01", "2024-9M", "2024-9M"),
        ("2024-12-15", "2024-M11", "2024"),
        ("2025-03-01", "2025-M02", "2025-M02"),
    ],
)
def test_the_latest_period_on_both_sides_of_each_cut_off(
    day: str, calendar: str, decree: str
) -> None:
    """A month is over with its last day; its window of the decree with the 14th."""
    on = date.fromisoformat(day)
    assert resolve(Relative.LATEST, on) == parse_period(calendar)
    named = parse_period(decree)
    assert isinstance(named, Period)
    assert resolve(Relative.LATEST, on, Windows.DECREE_09) == window_of(named)


@pytest.mark.parametrize(
    ("day", "name", "meant"),
    [
        ("2024-06-14", "previous-half", "2023-06-15..2023-12-14"),
        ("2024-06-14", "previous-quarter", "2023-12-15..2024-03-14"),
        ("2024-06-15", "previous-quarter", "2024-03-15..2024-06-14"),
        ("2024-06-15", "previous-half", "2023-12-15..2024-06-14"),
        ("2024-12-14", "previous-year", "2022-12-15..2023-12-14"),
        ("2024-12-15", "previous-year", "2023-12-15..2024-12-14"),
        ("2024-06-15", "previous-month", "2024-05-15..2024-06-14"),
    ],
)
def test_relative_names_count_closed_windows(day: str, name: str, meant: str) -> None:
    """Under the decree a period is over as soon as its data are closed."""
    found = resolve(parse_period(name), date.fromisoformat(day), Windows.DECREE_09)
    assert found == parse_period(meant)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2021..2024-H1", "2020-12-15..2024-06-14"),
        ("2024-M05..2024-M08", "2024-04-15..2024-08-14"),
        ("2023-Q4..2024-Q1", "2023-09-15..2024-03-14"),
    ],
)
def test_runs_of_months_without_a_name_are_closed_alike(text: str, days: str) -> None:
    """One report has one way to close its times: none of them stays one of the calendar."""
    found = resolve(parse_period(text), date(2024, 9, 30), Windows.DECREE_09)
    assert found == parse_period(days)


@pytest.mark.parametrize("text", ["as-of:2024-06-30", "2024-01-20..2024-02-10"])
def test_only_whole_months_have_windows(text: str) -> None:
    """A stock and days of one's own stay as they are."""
    typed = resolve(parse_asked("2024-01-01..2024-06-30"), date(2024, 7, 5), Windows.DECREE_09)
    assert typed == Period(date(2024, 6, 30), date(2024, 1, 1))
    period = parse_period(text)
    assert resolve(period, date(2024, 7, 31), Windows.DECREE_09) == period


def test_a_named_period_means_its_window() -> None:
    """The first half of 2024 is closed on 14 June."""
    found = resolve(parse_period("2024-H1"), date(2024, 7, 31), Windows.DECREE_09)
    assert found == parse_period("2023-12-15..2024-06-14")


NAMES = ("", "-9M", "-H1", "-H2", *(f"-Q{n}" for n in range(1, 5)), *MONTHS)
named = st.builds("{}{}".format, years, st.sampled_from(NAMES))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Return any period that a config, a source or a draft of decisions may have.

    A year and each part of it, their windows, runs from one to another, days of one's own, a
    state at a day.
    """
    first, second = (parse_period(draw(named)) for _ in range(2))
    assert isinstance(first, Period)
    assert isinstance(second, Period)
    window = window_of(first)
    assert window is not None
    run = Period(max(first.end, second.end), min(first.start or ONE, second.start or ONE))
    begin, end = sorted((draw(days), draw(days)))
    return draw(st.sampled_from((first, window, run, Period(end, begin), Period(end))))


@given(periods())
def test_any_period_survives_printing(period: Period) -> None:
    """Reading what was printed gives the same days, from the first year to the last."""
    assert parse_period(format_period(period)) == period


@pytest.mark.parametrize("year", [FIRST_YEAR, LAST_YEAR])
@pytest.mark.parametrize("name", NAMES)
def test_the_windows_of_the_first_and_last_year_survive_printing(year: int, name: str) -> None:
    """The window of January 1990 begins in December 1989."""
    period = resolve(parse_period(f"{year}{name}"), ONE, Windows.DECREE_09)
    assert parse_period(format_period(period)) == period


@given(named)
def test_a_name_survives_reading(text: str) -> None:
    """What is printed of a named period is its name, the shortest notation."""
    period = parse_period(text)
    assert isinstance(period, Period)
    assert format_period(period) == text


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2024-h1", "did you mean 2024-H1?"),
        ("2024-6", "did you mean 2024-M06?"),
        ("2024-M6", "did you mean 2024-M06?"),
        ("2024 Q2", ""),
        ("2024-Q5", ""),
        ("2024-H3", ""),
        ("2024-13", ""),
        ("2024-05-01", "write as-of:2024-05-01"),
        ("2024-02-30", "the last day of that month is 2024-02-29"),
        ("as-of:2023-02-29", "the last day of that month is 2023-02-28"),
        ("2024..2023", "swap its two ends"),
        ("2024..", ""),
        ("..", ""),
        ("2023..2024..2025", ""),
        ("latest..2024", ""),
        ("as-of:2024", "YYYY-MM-DD"),
        ("1899", "from 1900 to 2099"),
        ("٢٠٢٤", ""),
        ("", ""),
        ("2024-06-30\n", ""),
    ],
)
def test_what_is_no_period_is_refused(text: str, hint: str) -> None:
    """A wrong form is refused, with the form that was meant where it can be guessed."""
    with pytest.raises(PeriodSyntax) as caught:
        parse_period(text)
    assert hint in caught.value.hint


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text is a period or a PeriodSyntax, nothing else."""
    try:
        period = parse_period(text)
    except PeriodSyntax:
        return
    assert isinstance(period, Period | Relative)
