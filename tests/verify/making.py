"""Small lineages that tests spoil in one way each."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from generator.facts.lineage import digest
from generator.verify.lineage import Lineage

Tree = dict[str, Any]


def file_named(finished: tuple[Path, ...], name: str) -> Path:
    """Return one of the finished files."""
    return next(path for path in finished if path.name == name)


def fact(name: str, place: str, end: str, value: str, **more: Any) -> Tree:
    """Return a fact of resolved dossiers whose quote holds its number."""
    printed = more.pop("printed", value)
    quote = f"đã giải quyết {printed} hồ sơ"
    return {
        "id": name,
        "indicator": "dossiers_resolved",
        "place": place,
        "level": more.pop("level", None),
        "start": f"{end[:4]}-01-01",
        "end": end,
        "value": value,
        "unit": "hồ sơ",
        "total": None,
        "share": None,
        "approx": None,
        "change": None,
        "source": {"doc": "mau", "start": 0, "end": len(quote), "quote": quote},
        "printed": printed,
        "number_start": 14,
        "rules": ["mau"],
        **more,
    }


def figure(name: str, value: str, inputs: list[str], **more: Any) -> Tree:
    """Return a figure."""
    return {
        "id": name,
        "value": value,
        "unit": more.pop("unit", "hồ sơ"),
        "decimals": more.pop("decimals", None),
        "approx": more.pop("approx", None),
        "part": "value",
        "formula": more.pop("formula", ""),
        "inputs": inputs,
        "label": "",
        "printed": "",
    }


def marked(kind: str, text: str, *names: str, **more: Any) -> Tree:
    """Return a unit; each "{…}" of the text is a number that names the next figure."""
    marks: list[list[Any]] = []
    plain = ""
    for piece in text.replace("{", "\n{").replace("}", "}\n").split("\n"):
        if piece.startswith("{"):
            marks.append([len(plain), len(plain) + len(piece) - 2, names[len(marks)]])
        plain += piece.strip("{}")
    return {"kind": kind, "text": plain, **({"marks": marks} if marks else {}), **more}


BASE: Tree = {
    "format": "soket-lineage",
    "version": 1,
    "sources": [{"id": "mau", "title": "Tài liệu mẫu", "publisher": "", "published": None}],
    "facts": [
        fact("fa", "bac-giang", "2023-12-31", "1200", printed="1.200"),
        fact("fb", "binh-duong", "2023-12-31", "3400", printed="3.400"),
        fact("fc", "bac-giang", "2022-12-31", "1000", printed="1.000"),
    ],
    "figures": [
        figure("fa", "1200", ["fa"]),
        figure("fb", "3400", ["fb"]),
        figure("fc", "1000", ["fc"]),
        figure("ca", "200", ["fc", "fa"], formula="1.200 − 1.000 = 200"),
        figure(
            "cb", "20", ["fc", "fa"], unit="%", decimals=2, formula="200 / 1.000 × 100 = 20,00%"
        ),
    ],
    "report": {"date": "2024-01-31", "periods": [["2023-01-01", "2023-12-31"]]},
    "places": {"bac-giang": ["Bắc Giang"], "binh-duong": ["Bình Dương"]},
    "indicators": {
        "dossiers_resolved": {"label": "Hồ sơ đã giải quyết", "unit": "hồ sơ", "kind": "count"}
    },
    "locations": {"fa": "đoạn 7", "fb": "đoạn 8", "fc": "đoạn 9"},
    "documents": [{"id": "mau", "title": "Tài liệu mẫu", "publisher": "", "published": None}],
    "statements": [{"text": "Phải xong trước ngày 15 tháng 8.", "deadline": "2023-08-15"}],
    "findings": [],
    "printed": [
        {"kind": "heading", "text": "1. Hồ sơ", "level": 1, "own": [[0, 2]]},
        marked(
            "paragraph",
            "Năm 2023, tỉnh Bắc Giang giải quyết {1.200} hồ sơ, tăng {200} hồ sơ ({20,00%}) so với"
            " năm 2022 ({1.000}); tỉnh Bình Dương giải quyết {3.400} hồ sơ.",
            "fa",
            "ca",
            "cb",
            "fc",
            "fb",
        ),
        {"kind": "paragraph", "text": "Phải xong trước ngày 15 tháng 8.", "role": "body"},
        {"kind": "cell", "text": "Kỳ", "table": "b", "row": 0, "column": 0, "head": True},
        {"kind": "cell", "text": "Bắc Giang", "table": "b", "row": 0, "column": 1, "head": True},
        {"kind": "cell", "text": "Bình Dương", "table": "b", "row": 0, "column": 2, "head": True},
        {"kind": "cell", "text": "Năm 2023", "table": "b", "row": 1, "column": 0},
        marked("cell", "{1.200}", "fa", table="b", row=1, column=1),
        marked("cell", "{3.400}", "fb", table="b", row=1, column=2),
        {"kind": "cell", "text": "Năm 2022", "table": "b", "row": 2, "column": 0},
        marked("cell", "{1.000}", "fc", table="b", row=2, column=1),
        {"kind": "cell", "text": "-", "table": "b", "row": 2, "column": 2},
    ],
}


def tree() -> Tree:
    """Return a copy of the small lineage."""
    return copy.deepcopy(BASE)


def lineage(content: Tree) -> Lineage:
    """Return a lineage with the digest of its content."""
    return Lineage.parse(json.dumps({**content, "digest": digest(content)}), "mau.html")
