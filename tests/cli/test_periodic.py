"""A periodic job: one config with `latest`, built on many days."""

import json
from datetime import date
from pathlib import Path

import pytest

from generator import building
from generator.cli.projects import load_config
from generator.config import ReportJob
from generator.model.period import Period
from generator.pipeline import Evidence, Project, Report
from generator.vi.text import NBSP
from tests.cli.conftest import Soket

CONFIG = Path("config/reports/example.yaml")
# day of the job, days of its period by the calendar, and by the windows of the decree
RUNS = [
    ("2024-01-01", "2023-01-01..2023-12-31", "2022-12-15..2023-12-14"),
    ("2024-01-14", "2023-01-01..2023-12-31", "2022-12-15..2023-12-14"),
    ("2024-01-15", "2023-01-01..2023-12-31", "2023-12-15..2024-01-14"),
    ("2024-02-01", "2024-01-01..2024-01-31", "2023-12-15..2024-01-14"),
    ("2024-04-01", "2024-01-01..2024-03-31", "2023-12-15..2024-03-14"),
    ("2024-06-14", "2024-05-01..2024-05-31", "2024-04-15..2024-05-14"),
    ("2024-06-15", "2024-05-01..2024-05-31", "2023-12-15..2024-06-14"),
    ("2024-06-30", "2024-05-01..2024-05-31", "2023-12-15..2024-06-14"),
    ("2024-07-01", "2024-01-01..2024-06-30", "2023-12-15..2024-06-14"),
    ("2024-10-01", "2024-01-01..2024-09-30", "2023-12-15..2024-09-14"),
    ("2024-12-15", "2024-11-01..2024-11-30", "2023-12-15..2024-12-14"),
]


def days(text: str) -> Period:
    """Return the period between two ISO dates."""
    start, _, end = text.partition("..")
    return Period(date.fromisoformat(end), date.fromisoformat(start))


@pytest.fixture
def periodic(project: Path) -> Path:
    """The project's config with `latest`, and without a date of its own."""
    lines = CONFIG.read_text("utf-8").replace("[2023]", "[latest]").splitlines()
    kept = [line for line in lines if not line.startswith("  date:")]
    CONFIG.write_text("\n".join(kept) + "\n", "utf-8")
    return project


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run[0])
@pytest.mark.parametrize("windows", ["calendar", "decree-09"])
def test_one_config_finds_its_period_on_every_day(
    periodic: Path, run: tuple[str, str, str], windows: str
) -> None:
    """The last period whose data are complete, on both sides of each cut-off."""
    assert periodic.is_dir()
    CONFIG.write_text(f"{CONFIG.read_text('utf-8')}windows: {windows}\n", "utf-8")
    config = load_config(CONFIG, date.fromisoformat(run[0]))
    assert config.periods == (days(run[1 if windows == "calendar" else 2]),)
    assert config.letterhead.date == date.fromisoformat(run[0])


def test_the_command_takes_the_day(
    soket: Soket, periodic: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`soket build --as-of` makes the report of that day's period, ten days in a row."""
    seen = {}

    def made(job: ReportJob, evidence: Evidence, _project: Project) -> Report:
        """Note the period of a job in place of rendering it."""
        seen[job.config.letterhead.date.isoformat()] = job.periods
        files = {name: job.name.encode() for name in job.outputs}
        return Report(files, evidence.findings, (), tuple(one.info.id for one in evidence.sources))

    monkeypatch.setattr(building, "make_report", made)
    monkeypatch.setattr(building, "_unproved", lambda *_: ())  # there is no file to prove
    for day, calendar, _ in RUNS:
        assert soket("build", "--jobs", 1, "--force", "--as-of", day).code == 0
        assert seen[day] == (days(calendar),)
    assert (periodic / "output" / "manifest.json").is_file()


def test_a_whole_run_tells_the_figures_of_its_period(soket: Soket, periodic: Path) -> None:
    """On 15 January 2024 `latest` is the year 2023, of which the sample source tells."""
    said = soket("build", "--jobs", 1, "--format", "html", "--as-of", "2024-01-15", "--json")
    assert said.code == 0, said.err
    (report,) = json.loads(said.out)["reports"]
    (file,) = report["files"]
    text = (periodic / file["path"]).read_text("utf-8").replace(NBSP, " ")
    assert "năm 2023" in text
    assert "12.000" in text
    assert "ngày 15 tháng 01 năm 2024" in text


def test_a_wrong_day_is_explained(soket: Soket, periodic: Path) -> None:
    """One line that names the option, and the last day that the month has."""
    said = soket("build", "--as-of", "2024-02-30")
    assert said.code == 2
    assert "--as-of: the day 2024-02-30 does not exist" in said.err
    assert "2024-02-29" in said.err
    assert not (periodic / "output").exists()


def test_without_a_day_latest_has_nothing_to_count_from(soket: Soket, periodic: Path) -> None:
    """Neither the config nor the command line tells the day: the config is wrong."""
    said = soket("build")
    assert said.code == 2
    assert "'latest' counts from the date of the letterhead" in said.err
    assert not (periodic / "output").exists()
