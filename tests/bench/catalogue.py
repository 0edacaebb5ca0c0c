"""Projects whose catalogues are many times the shipped one."""

import json
from pathlib import Path
from typing import Any

import yaml

from generator.paths import shipped_root

_WORDS = "hai ba bốn năm sáu bảy tám".split()  # noqa: SIM905  words are read best so


def grown_project(folder: Path, times: int) -> Path:
    """Write a project with ``times`` the shipped indicators and return its folder.

    Each copy has an id of its own, and phrases of its own that no text has: one word
    more than the shipped ones, so that they are tried as far as those.
    """
    config = shipped_root() / "config"
    rows = _loaded(config / "catalogue" / "indicators.yaml")["indicators"]
    rules = _loaded(config / "rules" / "indicators.yaml")["indicators"]
    copies = range(times - 1)
    catalogue = [{**row, "id": f"{row['id']}_{copy}"} for copy in copies for row in rows]
    told = {
        f"{name}_{copy}": _renamed(rule, f"loại {_WORDS[copy]}")
        for copy in copies
        for name, rule in rules.items()
    }
    for part, values in (("catalogue", catalogue), ("rules", told)):
        path = folder / "config" / part / "indicators.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        if copies:
            path.write_text(json.dumps({"indicators": values}, ensure_ascii=False), "utf-8")
    return folder


def _loaded(path: Path) -> Any:
    """Return a shipped file with every value as the text that it is."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  no objects, only text


def _renamed(rule: Any, word: str) -> Any:
    """Return a rule, or several, whose telling phrases have one word more."""
    if isinstance(rule, list):
        return [_renamed(one, word) for one in rule]
    return {
        key: [f"{phrase} {word}" for phrase in value] if key in ("nouns", "says") else value
        for key, value in rule.items()
    }
