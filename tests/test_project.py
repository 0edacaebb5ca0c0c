"""The project around the program: what it declares, ships, locks and promises to CI."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.test_architecture import MODULES, imported

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
WORKFLOW = ROOT / ".github/workflows/reports.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
LOCKS = (".requirements.lock", ".requirements-dev.lock")

TOP_LEVEL = {
    "Makefile",
    "README.md",
    "config",
    "generator",
    "output",
    "pyproject.toml",
    "seeds",
    "templates",
    "tests",
}
NOT_COMMITTED = {
    ".git",
    ".hypothesis",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".venv",
    "__pycache__",
    "build",
    "dist",
}
# distributions that come with another one, in just the version it needs
PART_OF = {"pydantic-core": "pydantic"}
SEEDS = {
    "000_9457241f541ae05e.txt": "185c1cda7534c26729b90cf6665a5a62cc510b8342cfb142be14df236ff3aca3",
    "001_ec065b65f41a331f.txt": "ca6bd19c0dd759e5073df016e09402d4177dfde6e1c649cf791a64078fc21dd1",
    "002_73dca13c9e587e12.txt": "f6ec33e6e61125e5eda5092ef625875d1dea9346751a66e58921c952b1da78f7",
    "003_93ee7d9315423c01.txt": "62b0b1c68c3747af87dc2e0722a98637c3c871773bce07089369a6fcae55dd97",
    "004_5b92b996f861a94b.txt": "e7501efc9684bbec8d2f26155119e1e15d4153775492aa2e4952f4092f44ecdf",
}


def committed(folder: Path = ROOT) -> Iterator[Path]:
    """Yield the files that belong to the project, not what building leaves behind."""
    for path in sorted(folder.iterdir()):
        if path.name in NOT_COMMITTED or path.name.endswith(".egg-info"):
            continue
        if path.is_dir() and path != ROOT / "output":
            yield from committed(path)
        elif path.is_file():
            yield path


def texts() -> Iterator[tuple[Path, str]]:
    """Yield the text files of the project with their text."""
    for path in committed():
        data = path.read_bytes()
        if b"\0" not in data:
            yield path.relative_to(ROOT), data.decode("utf-8", "replace")


def normal(name: str) -> str:
    """Return the name of a distribution as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def bare(requirement: str) -> str:
    """Return the name in a requirement."""
    return normal(re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0])


# --- the package -------------------------------------------------------------


def test_dependencies_are_what_is_imported() -> None:
    """Nothing is imported that is not declared, nothing declared that is not imported."""
    owners = packages_distributions()
    used = {
        name.split(".")[0]
        for path, tree in MODULES.items()
        for name, _ in imported(path, tree)
        if name.split(".")[0] not in {*sys.stdlib_module_names, "generator"}
    }
    declared = {bare(item) for item in PYPROJECT["project"]["dependencies"]}
    named = {normal(owners[name][0]) for name in used}
    assert {PART_OF.get(name, name) for name in named} == declared


def test_dependencies_have_lower_bounds() -> None:
    """Each declared dependency says from which version on it is known to serve."""
    project = PYPROJECT["project"]
    extras = project["optional-dependencies"].values()
    declared = [*project["dependencies"], *(item for extra in extras for item in extra)]
    assert [item for item in declared if ">=" not in item] == []


def test_command_is_there() -> None:
    """The command of the project runs the command group."""
    done = subprocess.run(
        [sys.executable, "-c", "from generator.cli import main; main()", "--version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert PYPROJECT["project"]["scripts"] == {"soket": "generator.cli:main"}
    assert re.search(r"\bsoket\b.*\d+\.\d+", done.stdout)


def test_wheel_carries_config_and_templates(tmp_path: Path) -> None:
    """A wheel holds every file of config/ and templates/ where the program looks for it."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = [
        path.relative_to(ROOT).as_posix()
        for folder in ("config", "templates")
        for path in committed(ROOT / folder)
    ]
    assert {f"generator/_shipped/{name}" for name in shipped} <= names
    assert not {name.split("/")[0] for name in names} & {"config", "templates", "tests", "seeds"}


# --- the locks ---------------------------------------------------------------


def pins(lock: str) -> dict[str, set[str]]:
    """Return the hashes of each ``name==version`` of a lock."""
    result: dict[str, set[str]] = {}
    text = (ROOT / lock).read_text("utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        head, *rest = line.split()
        result[head] = {word for word in rest if word.startswith("--hash=sha256:")}
    return result


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_pins_and_hashes(lock: str) -> None:
    """Each line of a lock is one exact version with hashes, and nothing else."""
    for pin, hashes in pins(lock).items():
        assert re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.+]*", pin)
        assert hashes
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", item) for item in hashes)


def test_locks_agree() -> None:
    """The lock for tests adds to the lock for reports and changes nothing of it."""
    small, large = (pins(lock) for lock in LOCKS)
    assert small.items() <= large.items()


def test_locks_hold_what_is_declared() -> None:
    """Every declared dependency is locked, the build backend too."""
    small, large = ({normal(pin.split("==")[0]) for pin in pins(lock)} for lock in LOCKS)
    project = PYPROJECT["project"]
    built_with = PYPROJECT["build-system"]["requires"]
    assert {bare(item) for item in [*project["dependencies"], *built_with]} <= small
    assert {bare(item) for item in project["optional-dependencies"]["dev"]} <= large


# --- what is committed -------------------------------------------------------


def test_top_level_is_as_agreed() -> None:
    """Only the agreed files and folders stand at the top, and dot files."""
    there = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert there - NOT_COMMITTED == TOP_LEVEL


def test_no_text_names_a_machine() -> None:
    """No file holds a path of one machine."""
    folders = ("/wo" + "rk/", "/tm" + "p/v", "/ro" + "ot/", "/ho" + "me/", "C:" + "\\Users")
    found = [(str(path), folder) for path, text in texts() for folder in folders if folder in text]
    assert found == []


def test_no_text_names_a_registry() -> None:
    """No file names a host of packages or an option that points to one."""
    hosts = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "debian" + ".org")
    option = re.compile(r"^\s*(--(extra-)?index-url|--find-links|-i|-f)[ =]", re.MULTILINE)
    found = [
        str(path)
        for path, text in texts()
        if any(host in text for host in hosts) or option.search(text)
    ]
    assert found == []


def tidy(data: bytes) -> bool:
    """Tell whether a text is UTF-8 with Unix line ends and a last newline."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return "\r" not in text and (not text or text.endswith("\n"))


def test_text_files_are_tidy() -> None:
    """Text is tidy but where it is a given source or a bad input on purpose."""
    kept = [ROOT / "seeds", ROOT / "tests/errors"]
    untidy = [
        str(path.relative_to(ROOT))
        for path in committed()
        if not any(path.is_relative_to(folder) for folder in kept)
        and b"\0" not in path.read_bytes()
        and not tidy(path.read_bytes())
    ]
    assert untidy == []


def test_seeds_are_untouched() -> None:
    """The five articles are byte for byte those that the user gave."""
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (ROOT / "seeds").glob("*.txt")
    }
    assert found == SEEDS


def test_outputs_are_not_committed() -> None:
    """Git ignores what is built, and keeps the note that explains the folder."""
    ignored = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert {"/output/*", "!/output/README.md", ".venv/"} <= set(ignored)
    assert (ROOT / "output/README.md").is_file()


# --- make and CI -------------------------------------------------------------


def targets() -> set[str]:
    """Return the targets of the Makefile."""
    return set(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, re.MULTILINE))


def test_make_has_its_targets() -> None:
    """The commands that people and CI use are there, and none is a file."""
    wanted = {"setup", "report", "test", "test-full", "bench", "lint", "lock", "clean"}
    assert wanted <= targets()
    (phony,) = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert set(phony.split()) == targets()


def test_ci_script_runs_make_test() -> None:
    """The CI script can be run, stops at the first failure and runs the same as a person."""
    script = ROOT / ".ci/run"
    lines = script.read_text("utf-8").splitlines()
    assert os.access(script, os.X_OK)
    assert lines[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in lines
    assert lines[-1] == "exec make test"


def load(path: Path) -> dict[str, Any]:
    """Return a CI file with every scalar as text (``on`` is no boolean)."""
    value = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - plain text
    assert isinstance(value, dict)
    return value


def test_workflow_runs_when_it_should() -> None:
    """The workflow runs on a push, by hand and every month, with the right to read only."""
    workflow = load(WORKFLOW)
    assert set(workflow["on"]) == {"push", "workflow_dispatch", "schedule"}
    (schedule,) = workflow["on"]["schedule"]
    assert re.fullmatch(r"\d+ \d+ \d+ \* \*", schedule["cron"])
    assert workflow["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in workflow["jobs"].values())


def test_workflow_uses_exact_actions() -> None:
    """Each action is pinned to a commit, with the version beside it for people."""
    lines = [line for line in WORKFLOW.read_text("utf-8").splitlines() if "uses:" in line]
    assert len(lines) == 3
    assert all(re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line) for line in lines)


def test_workflow_tests_builds_and_keeps() -> None:
    """The workflow tests first, then builds, then keeps the reports."""
    (job,) = load(WORKFLOW)["jobs"].values()
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert commands == ["make test", "make report"]
    kept = job["steps"][-1]
    assert kept["uses"].startswith("actions/upload-artifact@")
    assert {"output/**/*.docx", "output/**/*.pdf"} <= set(kept["with"]["path"].split())
    assert kept["with"]["if-no-files-found"] == "error"


def test_workflow_covers_the_pythons() -> None:
    """Each Python that the project names is tested."""
    (job,) = load(WORKFLOW)["jobs"].values()
    named = {
        item.rpartition(" ")[2]
        for item in PYPROJECT["project"]["classifiers"]
        if re.search(r":: 3\.\d+$", item)
    }
    assert set(job["strategy"]["matrix"]["python"]) == named


def test_gitlab_does_the_same() -> None:
    """GitLab tests, builds and keeps the same files at the same occasions."""
    gitlab = load(GITLAB)
    assert gitlab["reports"]["script"] == ["make test", "make report"]
    assert {"output/**/*.docx", "output/**/*.pdf"} <= set(gitlab["reports"]["artifacts"]["paths"])
    occasions = {rule["if"].split('"')[1] for rule in gitlab["workflow"]["rules"]}
    assert occasions == {"push", "web", "schedule"}
    assert re.fullmatch(r"[a-z]+:[\w.-]+", gitlab["default"]["image"])


# --- the set-up script, with a machine that lacks things -------------------------


TOOLS = ("cat", "dirname", "grep", "mktemp", "mv", "rm", "sh", "tail", "tr", "find")


def bare_machine(folder: Path) -> tuple[Path, dict[str, str]]:
    """Return a copy of the set-up and an environment with almost nothing on it."""
    project = folder / "a folder" / "with spaces"
    shutil.copytree(ROOT / ".setup", project / ".setup")
    tools = folder / "bin"
    tools.mkdir()
    for name in TOOLS:
        found = shutil.which(name)
        assert found
        (tools / name).symlink_to(found)
    script(tools / "id", "echo 1000")
    home = folder / "home"
    home.mkdir()
    return project, {"PATH": str(tools), "HOME": str(home), "TMPDIR": str(folder)}


def script(path: Path, body: str) -> None:
    """Write a small command."""
    path.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    path.chmod(0o755)


def run_setup(project: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the set-up script."""
    return subprocess.run(
        ["sh", str(project / ".setup/setup.sh")],  # noqa: S607 - found on the given PATH
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


def test_setup_without_python_says_what_to_run(tmp_path: Path) -> None:
    """Where Python is missing and cannot be installed, one line names the command."""
    project, env = bare_machine(tmp_path)
    done = run_setup(project, env)
    assert done.returncode == 1
    assert done.stderr == (
        "error: missing Python 3.11 or later with venv; "
        "run this once: sudo apt-get install -y python3-venv\n"
    )
    assert not (project / ".venv").exists()


def test_setup_refuses_an_old_python(tmp_path: Path) -> None:
    """A Python that is too old is not used."""
    project, env = bare_machine(tmp_path)
    script(tmp_path / "bin/python3", "exit 1")
    done = run_setup(project, env)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Python 3.11 or later" in done.stderr


def test_setup_without_venv_names_its_package(tmp_path: Path) -> None:
    """Where a fit Python lacks venv, the line names the package for just that Python."""
    project, env = bare_machine(tmp_path)
    script(
        tmp_path / "bin/python3",
        f'case "$2" in *ensurepip*) exit 1;; esac\nexec "{sys.executable}" "$@"',
    )
    done = run_setup(project, env)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert done.returncode == 1
    assert done.stderr.endswith(f"sudo apt-get install -y python{version}-venv\n")


def test_setup_installs_what_is_missing_as_root(tmp_path: Path) -> None:
    """Root is not asked: the package lists are fetched once and the package installed."""
    project, env = bare_machine(tmp_path)
    script(tmp_path / "bin/id", "echo 0")
    script(tmp_path / "bin/env", 'shift; exec "$@"')
    script(tmp_path / "bin/apt-get", f'echo "$@" >>"{tmp_path}/calls"; [ "$1" = update ]')
    done = run_setup(project, env)
    calls = (tmp_path / "calls").read_text("utf-8").splitlines()
    install = "install -y -q --no-install-recommends python3-venv"
    assert calls == [install, "update -q", install]
    assert done.returncode == 1
    assert "could not install" in done.stderr


def test_setup_names_missing_libraries_and_fonts(tmp_path: Path) -> None:
    """Missing libraries and fonts are named together, in one command."""
    project, env = bare_machine(tmp_path)
    script(tmp_path / "bin/fc-list", "echo DejaVu Sans")
    answer = "case $1 in *probe.py) echo libpango-1.0-0; exit;; esac"
    script(tmp_path / "bin/python3", f'{answer}\nexec "{sys.executable}" "$@"')
    done = run_setup(project, env)
    assert done.returncode == 1
    assert done.stderr == (
        "error: missing system libraries and fonts; "
        "run this once: sudo apt-get install -y libpango-1.0-0 fonts-liberation\n"
    )


@pytest.fixture
def offline(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A copy of the set-up on a machine whose pip only notes that it was called.

    It fails when a file ``fail`` stands beside the log ``calls``.
    """
    project, env = bare_machine(tmp_path)
    for name in (*LOCKS, "pyproject.toml"):
        shutil.copy(ROOT / name, project)
    (tmp_path / "venv-python").write_text(
        "#!/bin/sh\n"
        f'case "$*" in "-m pip "*) echo "$@" >>"{tmp_path}/calls"; '
        f'[ ! -e "{tmp_path}/fail" ]; exit;; esac\n'
        f'exec "{sys.executable}" "$@"\n',
        "utf-8",
    )
    script(
        tmp_path / "bin/python3",
        'case "$*" in *probe.py) exit;; "-m venv "*) '
        f'mkdir -p "$3/bin"; cp "{tmp_path}/venv-python" "$3/bin/python"; '
        f'chmod +x "$3/bin/python"; exit;; esac\nexec "{sys.executable}" "$@"',
    )
    script(tmp_path / "bin/fc-list", "echo Liberation Serif")
    for name in ("mkdir", "cp", "chmod"):
        (tmp_path / "bin" / name).symlink_to(str(shutil.which(name)))
    return project, env


def test_setup_runs_once(offline: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    """The second run does nothing and says nothing; a changed lock makes a new environment."""
    project, env = offline
    first = run_setup(project, env)
    assert (first.returncode, first.stdout) == (0, "")
    assert first.stderr.count("\n") == 2
    second = run_setup(project, env)
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert len((tmp_path / "calls").read_text("utf-8").splitlines()) == 2
    with (project / ".requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    assert "making .venv" in run_setup(project, env).stderr


def test_setup_installs_by_hash_only(offline: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    """Packages come from the lock by hash, and the project itself without dependencies."""
    run_setup(*offline)
    packages, itself = (tmp_path / "calls").read_text("utf-8").splitlines()
    assert "--require-hashes -r .requirements.lock" in packages
    assert "--no-deps --no-build-isolation -e ." in itself


def test_setup_mends_a_broken_environment(offline: tuple[Path, dict[str, str]]) -> None:
    """An environment whose Python is gone is made anew."""
    project, env = offline
    run_setup(project, env)
    (project / ".venv/bin/python").unlink()
    assert "making .venv" in run_setup(project, env).stderr
    assert (project / ".venv/bin/python").exists()


def test_setup_leaves_nothing_half_made(
    offline: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    """When packages cannot be fetched the environment is taken away and the run fails."""
    project, env = offline
    (tmp_path / "fail").touch()
    done = run_setup(project, env)
    assert done.returncode == 1
    assert "error: the Python packages could not be installed" in done.stderr
    assert not (project / ".venv").exists()


# --- what the README says ----------------------------------------------------


def test_readme_names_every_command() -> None:
    """Each command of the program is in the README, and none that does not exist."""
    from generator.cli.app import group

    assert set(re.findall(r"`soket ([a-z]+)", README)) == set(group.commands)


def test_readme_names_real_make_targets() -> None:
    """Each make target in the README exists."""
    assert set(re.findall(r"\bmake ([a-z-]+)`", README)) <= targets()


def test_readme_paths_exist() -> None:
    """Each path of the project that the README names is there."""
    named = set(re.findall(r"`((?:generator|config|templates|seeds|tests)/[\w./-]*)`", README))
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_readme_config_is_a_config(tmp_path: Path) -> None:
    """The config that the README shows is accepted."""
    from generator.catalogue import load_catalogue
    from generator.config import load_report_config, template_names

    (example,) = re.findall(r"^```yaml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    path = tmp_path / "example.yaml"
    path.write_text(example, "utf-8")
    config = load_report_config(path, load_catalogue(ROOT), template_names(ROOT), root=ROOT)
    assert config.template == "so-ket"


def test_readme_gives_the_exit_codes() -> None:
    """The README lists the exit codes of the program's errors."""
    from generator.errors import InputError, RenderError, UsageError

    for error in (UsageError, InputError, RenderError):
        assert f"| {error.exit_code} |" in README
