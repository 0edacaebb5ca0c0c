"""What all tests share: the same cases in every run, and nothing of the user's settings."""

import fcntl
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from generator.cli.app import run

ROOT = Path(__file__).resolve().parent.parent

# each builds reports of its own for all its tests: one worker runs the whole file
_WHOLE_FILES = frozenset(
    f"tests/{name}.py"
    for name in (
        "comparisons/test_lam_dong",
        "composing/test_briefings",
        "examples/test_bo_nganh",
        "examples/test_papi",
        "test_reports",
        "verify/test_noting",
    )
)

# no deadline: the machine's speed must not decide; no database: nothing is left behind
settings.register_profile(
    "soket",
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("soket")

# settings of the user's that would change what a command prints or writes
_FOREIGN = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "SOURCE_DATE_EPOCH", "PYTHONHASHSEED")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def seeds(root: Path) -> Path:
    """The folder with the user's own five articles."""
    return root / "seeds"


@pytest.fixture(scope="session", autouse=True)
def _private_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the user's settings out, and what libraries cache in a folder of the run."""
    with pytest.MonkeyPatch.context() as patch:
        for name in _FOREIGN:
            patch.delenv(name, raising=False)
        patch.setenv("MPLCONFIGDIR", str(tmp_path_factory.mktemp("matplotlib")))
        patch.setenv("PYTHONUTF8", "1")
        yield


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The files of the shipped configs in all formats, built once for all workers."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder, done = base / "shipped", base / "shipped.done"
    with (base / "shipped.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            configs = sorted(str(path) for path in (ROOT / "config" / "reports").glob("*.yaml"))
            forms = ["--format", "docx,pdf,html", "--jobs", "1", "--quiet"]
            assert run(["build", *configs, "--output", str(folder), *forms]) == 0
            done.touch()
    return tuple(sorted(path for path in folder.iterdir() if path.suffix != ".json"))


@pytest.hookimpl(tryfirst=True)  # before those of other marks than asked for are left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave all but each n-th case of a test marked ``sampled(n)`` to the full sweep."""
    seen: Counter[str] = Counter()
    for item in items:
        mark = item.get_closest_marker("sampled")
        if mark is not None:
            test = item.nodeid.partition("[")[0]
            if seen[test] % mark.args[0]:
                item.add_marker(pytest.mark.full)
            seen[test] += 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give each test to the next free worker, but those of ``_WHOLE_FILES`` together.

    Marks of groups do not reach the scheduler with pytest 9.2, which keeps its node ids.
    """
    from xdist.scheduler import LoadScopeScheduling

    class ByFixture(LoadScopeScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            name = nodeid.partition("::")[0]
            return name if name in _WHOLE_FILES else nodeid

    return ByFixture(config, log)
