"""Configs and project data as the commands load them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import ConfigErrors, InputError, InputErrors, SoketError, UsageError

CONFIG_SUFFIXES = (".yaml", ".yml")

if TYPE_CHECKING:
    from generator.config import ReportConfig
    from generator.pipeline import Evidence


def config_paths(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the given configs, or all of the project in the current folder."""
    from generator.config.root import REPORTS, default_configs

    if paths:
        return tuple(paths)
    found = default_configs(Path())
    if not found:
        raise UsageError(
            f"there is no config in {REPORTS.as_posix()}/",
            expected="a file such as config/reports/example.yaml, or the path of a config",
            hint="'soket new DIR' makes a project that builds",
        )
    return found


def load_configs(paths: Sequence[Path], as_of: date | None = None) -> tuple[ReportConfig, ...]:
    """Return all configs; ``as_of`` is the day of the reports in place of their own.

    Raises ConfigErrors with the mistakes of every file, InputErrors with all that
    is not there; mistakes come first.
    """
    configs: list[ReportConfig] = []
    mistakes: list[UsageError] = []
    unread: list[SoketError] = []
    for path in dict.fromkeys(config_paths(paths)):
        try:
            configs.append(load_config(path, as_of))
        except ConfigErrors as exc:
            mistakes += exc.errors
        except UsageError as exc:
            mistakes.append(exc)
        except InputErrors as exc:
            unread += exc.errors
        except InputError as exc:
            unread.append(exc)
    if mistakes:
        raise ConfigErrors(tuple(mistakes))
    if unread:
        raise InputErrors(tuple(unread))
    return tuple(configs)


def load_config(path: Path, as_of: date | None = None) -> ReportConfig:
    """Return one config with the names that its project knows."""
    from generator.catalogue import load_catalogue
    from generator.config import load_report_config, project_root, template_names

    root = project_root(path)
    return load_report_config(
        path, load_catalogue(root.absolute()), template_names(root), root=root, as_of=as_of
    )


def split_inputs(paths: Sequence[Path]) -> tuple[Path, tuple[Path, ...]]:
    """Return the project folder and the source paths that a command line means.

    A ``.yaml`` path is a config and stands for its sources, any other path is a
    source itself; without a path all configs of the current project are meant.
    """
    root, sources, _ = _inputs(paths)
    return root, sources


def gather_inputs(paths: Sequence[Path]) -> Evidence:
    """Return all that the sources of a command line say; unread ones are in its errors.

    So are decisions that are of a later day than the report of a config that reads them.
    """
    from generator.pipeline import load_project, read

    root, sources, configs = _inputs(paths)
    found = read(sources, load_project(root))
    late = (
        error
        for config in configs
        for error in found.decided_after(config.letterhead.given, config.sources)
    )
    evidence = found.known_on(None)
    return replace(evidence, errors=(*evidence.errors, *late))


def _inputs(
    paths: Sequence[Path],
) -> tuple[Path, tuple[Path, ...], tuple[ReportConfig, ...]]:
    """Return the project folder, the source paths and the configs of a command line."""
    from generator.config import project_root

    files = [path for path in paths if path.suffix not in CONFIG_SUFFIXES]
    given = [path for path in paths if path.suffix in CONFIG_SUFFIXES]
    configs = load_configs(given) if given or not files else ()
    from_configs = (source for config in configs for source in config.sources)
    root = configs[0].root if configs else project_root()
    return root, tuple(dict.fromkeys((*from_configs, *files))), configs
