"""Where a project is: its folder, its configs, its templates."""

from __future__ import annotations

from pathlib import Path

from generator.paths import shipped_root

REPORTS = Path("config", "reports")
SHARED_TEMPLATES = "_shared"


def project_root(config: Path | None = None) -> Path:
    """Return the project folder of a config file.

    It is the folder that holds the nearest ``config/`` above the file, the
    current folder where there is none or where no file is given. The path is
    relative where that of the file is, so that messages stay short.
    """
    if config is not None:
        for parent in (*config.parents, *config.absolute().parents):
            if parent.name == "config":
                return parent.parent
    return Path()


def template_folders(root: Path) -> tuple[Path, ...]:
    """Return the folders to search for templates: the project's, then the shipped."""
    folders = (root / "templates", shipped_root() / "templates")
    return tuple(dict.fromkeys(folder for folder in folders if folder.is_dir()))


def template_names(root: Path) -> tuple[str, ...]:
    """Return the names of all templates that a project can use, in order.

    A template is a folder in ``templates/`` that holds a Jinja file; names that
    begin with "_" or "." are left for parts that several templates share.
    """
    names = {
        entry.name
        for folder in template_folders(root)
        for entry in folder.iterdir()
        if entry.name[0] not in "._" and any(entry.glob("*.j2"))
    }
    return tuple(sorted(names))


def default_configs(root: Path) -> tuple[Path, ...]:
    """Return every config of a project, in the order of their names."""
    folder = root / REPORTS
    return tuple(sorted(folder.glob("*.yaml"))) if folder.is_dir() else ()
