"""No expression of the program can be made to run for long by the text it is given.

The phrases of the rule files run on RE2, which is linear by construction. All others
run on Python's ``re``, which tries again from every place: they are proved here.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import generator
from tests.backtracking import automaton, exponential, polynomial

PACKAGE = Path(generator.__file__).parent
METHODS = frozenset(("match", "fullmatch", "search", "sub", "subn", "split", "finditer", "findall"))
FUNCTIONS = METHODS | {"compile"}

# drawn by matplotlib within the program: no text of a source gets there but as content
OWN_INPUT = frozenset(
    {"generator.charts.svg._SVG", "generator.charts.svg._IDLE", "generator.charts.svg._USE"}
)
# names that are escaped and joined by "|", or words by blanks that no word holds, between two
# assertions, or up to three times before a number: no text is read in many ways
JOINED_NAMES = frozenset(
    {
        "generator.extraction.statements.subject",
        "generator.report.wording",
        "generator.verify.beside",
        "generator.verify.citations",
        "generator.verify.phrases",
        "generator.verify.speaking",
        "generator.verify.stated_bases",
    }
)

SHORT, GROWTH = 2000, 8
SLACK = 3  # a linear pattern may take this many times its share: caches, other processes
PARTS = 40  # of the sweep, for several workers
TICK = 2e-4  # seconds: what is shorter cannot be told apart by the clock


@dataclass(frozen=True)
class Used:
    """A pattern, where it stands and by which methods it is run."""

    name: str
    pattern: re.Pattern[str]
    methods: frozenset[str]

    @property
    def searched(self) -> bool:
        """Tell whether a match may begin anywhere."""
        return not self.methods <= {"match", "fullmatch"}

    @property
    def whole(self) -> bool:
        """Tell whether a match has to be the whole text."""
        return self.methods == {"fullmatch"}


def modules() -> Iterator[ModuleType]:
    """Import all modules of the program but the one that runs it."""
    for found in pkgutil.walk_packages(generator.__path__, "generator."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def inside(value: object, depth: int = 3) -> Iterator[re.Pattern[str]]:
    """Yield the patterns of a global, those in tables of patterns, too."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, tuple | list | set | frozenset):
        for item in value:
            yield from inside(item, depth - 1)
    elif depth and isinstance(value, dict):
        yield from inside(tuple(value.values()), depth - 1)


def methods_of(tree: ast.Module) -> dict[str, set[str]]:
    """Return by which methods each name of a module is run."""
    found: dict[str, set[str]] = defaultdict(set)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in METHODS:
            name = node.value
            if isinstance(name, ast.Name | ast.Attribute):
                found[name.id if isinstance(name, ast.Name) else name.attr].add(node.attr)
    return found


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    """Yield the calls of functions of ``re`` that are made when the program runs."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for function in functions:
        for node in ast.walk(function):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "re"
                and node.func.attr in FUNCTIONS
            ):
                yield node


def parsed() -> dict[str, ast.Module]:
    """Return the syntax tree of each module."""
    return {
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(
            ".__init__"
        ): ast.parse(path.read_text("utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


@cache  # not when tests are collected: each worker would wait for it
def collected() -> list[Used]:
    """Return every pattern of the program once, where it is defined."""
    trees = parsed()
    everywhere: dict[str, set[str]] = defaultdict(set)
    for tree in trees.values():
        for name, methods in methods_of(tree).items():
            everywhere[name] |= methods
    found: dict[tuple[object, int], Used] = {}
    for module in modules():
        local = methods_of(trees[module.__name__])
        for name, value in vars(module).items():
            methods = local.get(name) or everywhere.get(name) or {"search"}
            for pattern in inside(value):
                used = Used(f"{module.__name__}.{name}", pattern, frozenset(methods))
                found.setdefault((pattern.pattern, pattern.flags), used)
    for module_name, tree in trees.items():
        for call in calls(tree):
            text = call.args[0]
            if (
                isinstance(text, ast.Constant)
                and isinstance(text.value, str)
                and isinstance(call.func, ast.Attribute)
            ):
                pattern = re.compile(text.value)
                name = f"{module_name}:{call.lineno}"
                used = Used(name, pattern, frozenset({call.func.attr}))
                found.setdefault((pattern.pattern, pattern.flags), used)
    return sorted(found.values(), key=lambda used: used.name)


@pytest.mark.parametrize(
    ("source", "slow"),
    [
        (r"(a+)+b", "exponential"),
        (r"(?:a|a)*b", "exponential"),
        (r"(?:a*)*b", "exponential"),
        (r"x(?:a?b?)+y", "exponential"),
        (r"x(?: và| là| và là)*y", "exponential"),
        (r"x[ab]*a*y", "polynomial"),
        (r"\s+$", "polynomial"),
        (r"\d{2,}x", "polynomial"),
        (r"so với[^.]*$", "polynomial"),
        (r"(?=a+b)x", "polynomial"),
        (r"(?<!\s)\s+$", ""),
        (r"\s+", ""),
        (r"x\d+[.,]\d+y", ""),
        (r"x(?: và| là){0,20}y", ""),
        (r"x(a{2,3}b)*y", ""),
        (r"^\s*x", ""),
        (r"\"[^\"]*\"", ""),
    ],
)
def test_the_proof_tells_slow_patterns_from_others(source: str, slow: str) -> None:
    """Known patterns of each sort, bounded ones and ones that cannot fail among them."""
    made = automaton(re.compile(source), searched=True, whole=False)
    found = "exponential" if exponential(made) else "polynomial" if polynomial(made) else ""
    assert found == slow


def test_the_patterns_of_the_program_are_found() -> None:
    """There are many, in tables and in functions, too."""
    names = {used.name.partition(":")[0].rpartition(".")[2] for used in collected()}
    assert len(collected()) > 100
    assert {"TIME_PATTERNS", "_NUMBER", "_STOP"} <= names


def test_no_pattern_takes_exponential_time() -> None:
    """No text can be read by a loop in two ways."""
    slow = [
        used.name
        for used in collected()
        if exponential(automaton(used.pattern, searched=used.searched, whole=used.whole))
    ]
    assert slow == []


def test_no_pattern_of_texts_takes_more_than_linear_time() -> None:
    """No loop gives way to another over one text, the unread start counted."""
    slow = {
        used.name
        for used in collected()
        if polynomial(automaton(used.pattern, searched=used.searched, whole=used.whole))
    }
    assert slow == OWN_INPUT


def test_no_other_pattern_is_made_while_the_program_runs() -> None:
    """A pattern that is put together in a function would escape the proof."""
    made = {
        name
        for name, tree in parsed().items()
        for call in calls(tree)
        if not isinstance(call.args[0], ast.Constant)
    }
    assert made == JOINED_NAMES


def words(pattern: re.Pattern[str]) -> list[str]:
    """Return characters and words of a pattern, to build texts from that nearly match."""
    plain = re.findall(r"[^\W\d_]+(?: [^\W\d_]+)*|(?<=\\)[.()\[\]]|[,;:/%-]", str(pattern.pattern))
    return list(dict.fromkeys([" ", "1", "a", "A.", ". ", "(", "[1", '"', *plain]))


def seconds(used: Used, text: str) -> float:
    """Return the least time of three in which all matches in a text are found."""
    pattern: re.Pattern[Any] = used.pattern
    given = text.encode() if isinstance(pattern.pattern, bytes) else text
    times = []
    for _ in range(3):
        start = time.process_time()
        if used.searched:
            deque(pattern.finditer(given), maxlen=0)
        else:
            pattern.match(given)
            pattern.fullmatch(given)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.full
@pytest.mark.parametrize("part", range(PARTS))
def test_time_grows_with_the_text_only(part: int) -> None:
    """Eight times the text, made of the pattern's own words, takes about eight times as long."""
    own = [used for used in collected() if used.name not in OWN_INPUT]
    slow = [(used.name, text) for used in own[part::PARTS] for text in slow_texts(used)]
    assert slow == []


def slow_texts(used: Used) -> Iterator[str]:
    """Yield what a text is made of whose time grows faster than its length."""
    parts = words(used.pattern)
    texts = [*parts, *(f"{part} " for part in parts), "".join(parts), " ".join(reversed(parts))]
    for part in dict.fromkeys(texts):
        short, long = (
            seconds(used, (part * (length // len(part) + 1))[:length] + "\n\x00")
            for length in (SHORT, SHORT * GROWTH)
        )
        if long > GROWTH * SLACK * max(short, TICK):
            yield part
