"""Where the shipped data files are: beside the package or inside the wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped_root() -> Path:
    """Return the folder that holds the shipped ``config/`` and ``templates/``.

    A wheel carries them in ``generator/_shipped``; a checkout has them beside
    the package.
    """
    inside = _PACKAGE / "_shipped"
    return inside if inside.is_dir() else _PACKAGE.parent
