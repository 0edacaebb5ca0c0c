"""Templates hold wording only: no figure, no word of a language but the report's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from generator.catalogue import load_catalogue, load_language
from generator.paths import shipped_root

TEMPLATES = sorted((shipped_root() / "templates").rglob("*.j2"))
_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# attributes that a reader sees; the others are ids, widths and spans
_SEEN_ATTRIBUTE = re.compile(r'\b(?:title|kind|info|unit|source|label)="([^"]*)"')
# numbers inside these count or choose, they are never printed
_COUNTING = (nodes.Getitem, nodes.Slice, nodes.Compare, nodes.Call, nodes.Filter, nodes.Test)


def bare_digits(source: str) -> list[str]:
    """Return every digit that a template itself would print.

    Looked at: running text, attributes that are printed, and constants of the
    template's syntax tree, those that count or choose left out.
    """
    markup = _JINJA.sub(" ", source)
    printed = [_TAG.sub(" ", markup), *_SEEN_ATTRIBUTE.findall(markup)]
    tree = Environment(autoescape=True).parse(source)
    constants = list(_constants(tree, counting=False))
    return [digits for text in (*printed, *constants) for digits in re.findall(r"\d+", text)]


def _constants(node: nodes.Node, *, counting: bool) -> Iterator[str]:
    """Yield the constants of a syntax tree: every text, and numbers that are no index."""
    if isinstance(node, nodes.Import | nodes.Include):
        return
    value = node.value if isinstance(node, nodes.Const) else None
    if isinstance(value, str) or (isinstance(value, int | float) and not counting):
        yield str(value)
    inside = counting or isinstance(node, _COUNTING)
    for child in node.iter_child_nodes():
        yield from _constants(child, counting=inside)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_figure_is_typed_in_a_template(path: Path) -> None:
    """A digit in the printed text of a template is a figure without a source."""
    assert bare_digits(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>đã giải quyết 67.995 hồ sơ</p>",
        '<appendix title="SỐ LIỆU 2023"/>',
        '<p>{{ "tăng 12 điểm" }}</p>',
        "<td>{{ say.value(fact) }}</td><td>9,51%</td>",
        '<p>{{ "67.995" }}</p>',
        "<p>{{ 67995 }}</p>",
        "<p>{{ 'tăng 12 điểm' }}</p>",
        "{% set n = 541559 %}<p>{{ n }}</p>",
        '<p>{{ 12 ~ "%" }}</p>',
    ],
)
def test_the_lint_sees_a_typed_figure(source: str) -> None:
    """The lint above finds a figure wherever a template could print it."""
    assert bare_digits(source)


def test_no_figure_is_typed_in_a_phrase() -> None:
    """The wording of an indicator names no number but those of names (PAPI, 766)."""
    language = load_language()
    for name, phrase in language.phrases.items():
        for text in (phrase.verb, phrase.clause, phrase.part, phrase.subject, phrase.share):
            assert not re.search(r"\d", text), name


def test_every_indicator_of_the_catalogue_has_a_phrase() -> None:
    """The report can speak of everything that it can measure."""
    assert set(load_language().phrases) == set(load_catalogue().indicators)


@pytest.mark.parametrize(
    "path",
    [*TEMPLATES, *sorted((shipped_root() / "config" / "language").glob("*.yaml"))],
    ids=lambda path: path.name,
)
def test_language_files_are_nfc(path: Path) -> None:
    """Vietnamese in NFD would be printed but never found by a search."""
    text = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
