"""The shape of the program: which part may know which, and how long a part may be.

``python tests/test_architecture.py`` prints the map.
"""

import ast
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "generator"

# a part may import from lower floors and from itself, never from its own floor's others
FLOORS: tuple[tuple[str, ...], ...] = (
    ("model", "errors", "paths"),
    ("strict_yaml",),
    ("vi",),
    ("catalogue",),
    ("config",),
    ("sources",),
    ("extraction",),
    ("facts",),
    ("review",),
    ("checks",),
    ("report",),
    ("composing", "charts"),
    ("renderers",),
    ("outputs",),
    ("verify",),
    ("pipeline", "building", "cli", "__main__"),
)
# the last floor wires the rest, so its parts know each other in this order only
TOP_ORDER = ("pipeline", "building", "cli", "__main__")
# the judge may not use the code that it judges
VERIFY_IS_BLIND_TO = {"composing", "charts", "renderers"}
# one library, one kind of place
HOMES = {
    "weasyprint": {"renderers"},
    "matplotlib": {"charts", "renderers"},
    "docx": {"renderers"},
    "pptx": {"charts", "renderers"},
    "jinja2": {"composing"},
    "click": {"cli", "__main__"},
    "rich": {"cli"},
    "xlsxwriter": {"renderers"},
}
SLOW_LIBRARIES = ("weasyprint", "matplotlib", "docx", "pptx")
EXACT = ("model", "vi", "facts", "checks", "extraction", "report")
CLOCK_AND_CHANCE = {"random", "secrets", "uuid"}
CLOCK_CALLS = {("date", "today"), ("datetime", "now"), ("datetime", "utcnow"), ("time", "time")}

FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> dict[Path, ast.Module]:
    """Return the syntax tree of every module of the package."""
    return {path: ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


MODULES = modules()


def part(path: Path) -> str:
    """Return the part of the program that a module belongs to; "" is the package itself."""
    inside = path.relative_to(PACKAGE).parts
    name = inside[0].removesuffix(".py")
    return "" if name == "__init__" else name


def floor(name: str) -> int:
    """Return the floor of a part."""
    return next(number for number, names in enumerate(FLOORS) if name in names)


def absolute(path: Path, node: ast.ImportFrom) -> str:
    """Return the full name of the module that ``from … import`` names."""
    if not node.level:
        return node.module or ""
    package = path.parent.relative_to(ROOT).parts
    base = package[: len(package) - node.level + 1]
    return ".".join((*base, node.module) if node.module else base)


def imported(path: Path, tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield every imported module with its line, those inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            name = absolute(path, node)
            if name == "generator":
                yield from ((f"generator.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield name, node.lineno


def known_parts(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the parts of the program that a module imports, with the line."""
    for name, line in imported(path, MODULES[path]):
        parts = name.split(".")
        if parts[0] == "generator" and len(parts) > 1 and not parts[1].startswith("__version"):
            yield parts[1], line


def may_import(user: str, used: str) -> bool:
    """Tell whether a part may import another."""
    if user in ("", used):
        return True
    if user in TOP_ORDER and used in TOP_ORDER:
        return TOP_ORDER.index(used) < TOP_ORDER.index(user)
    if user == "verify" and used in VERIFY_IS_BLIND_TO:
        return False
    return floor(used) < floor(user)


def where(path: Path, line: int) -> str:
    """Return a place as ``FILE:LINE``."""
    return f"{path.relative_to(ROOT)}:{line}"


def functions(tree: ast.AST) -> Iterator[FUNCTION]:
    """Yield every function and method."""
    return (node for node in ast.walk(tree) if isinstance(node, FUNCTION))


def length(node: FUNCTION) -> int:
    """Return the number of lines of a function without its docstring."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def picture() -> str:
    """Return the map of the program as text: a line per part, lowest floor first."""
    lines = []
    for number, names in enumerate(FLOORS):
        for name in names:
            paths = [path for path in MODULES if part(path) == name]
            if not paths:
                continue
            size = sum(len(path.read_text("utf-8").splitlines()) for path in paths)
            used = {used for path in paths for used, _ in known_parts(path)} - {name}
            below = ", ".join(sorted(used, key=lambda used: (floor(used), used)))
            lines.append(f"{number:>2}  {name:<12}{len(paths):>3} files {size:>5} lines  ← {below}")
    return "\n".join(lines)


def test_every_part_has_a_floor() -> None:
    """A new folder or module of the package must say where it stands."""
    known = {name for names in FLOORS for name in names}
    assert {part(path) for path in MODULES} - {""} <= known


def test_imports_go_down_only() -> None:
    """No module imports from a later stage."""
    print(picture())
    upward = [
        f"{where(path, line)}: {part(path)} imports {used}"
        for path in MODULES
        for used, line in known_parts(path)
        if not may_import(part(path), used)
    ]
    assert upward == []


def test_the_rule_sees_an_upward_import() -> None:
    """The rule itself refuses what it should."""
    assert not may_import("model", "facts")
    assert not may_import("composing", "charts")
    assert not may_import("verify", "renderers")
    assert not may_import("pipeline", "cli")
    assert may_import("cli", "pipeline")
    assert may_import("facts", "model")


def test_libraries_stay_at_home() -> None:
    """A library of one trade is imported by the part of that trade only."""
    strays = [
        f"{where(path, line)}: {name}"
        for path, tree in MODULES.items()
        for name, line in imported(path, tree)
        if part(path) not in HOMES.get(name.split(".")[0], {part(path)})
    ]
    assert strays == []


def test_no_pyplot() -> None:
    """Charts are built without matplotlib's global state."""
    users = [
        where(path, line)
        for path, tree in MODULES.items()
        for name, line in imported(path, tree)
        if name.startswith("matplotlib.pyplot") or name == "pylab"
    ]
    assert users == []
    assert not any("pyplot" in path.read_text("utf-8") for path in MODULES)


def test_help_loads_no_slow_library() -> None:
    """The command line starts without the libraries that draw and render."""
    code = (
        "import sys\nfrom generator.cli.app import run\n"
        "code = run(['--help'])\n"
        f"print(code, *[name for name in {SLOW_LIBRARIES!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "0"


def floats(tree: ast.AST) -> Iterator[int]:
    """Yield the lines with a float literal or a call of float."""
    for node in ast.walk(tree):
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
        call = isinstance(node, ast.Call) and ast.unparse(node.func) == "float"
        if isinstance(node, ast.expr) and (literal or call):
            yield node.lineno


def test_figures_are_never_floats() -> None:
    """The parts that hold and reckon figures know exact numbers only."""
    found = [
        where(path, line)
        for path, tree in MODULES.items()
        if part(path) in EXACT
        for line in floats(tree)
    ]
    assert found == []


def clock_reads(path: Path, tree: ast.AST) -> Iterator[int]:
    """Yield the lines that ask the clock or chance."""
    for name, line in imported(path, tree):
        if name.split(".")[0] in CLOCK_AND_CHANCE:
            yield line
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = ast.unparse(node.func.value).rpartition(".")[2]
            if (owner, node.func.attr) in CLOCK_CALLS:
                yield node.lineno


def test_no_clock_and_no_chance() -> None:
    """The same inputs give the same bytes: only the command line may ask what time it is."""
    found = [
        where(path, line)
        for path, tree in MODULES.items()
        if part(path) != "cli"
        for line in clock_reads(path, tree)
    ]
    assert found == []


def careless_xml(tree: ast.AST) -> Iterator[int]:
    """Yield the lines that read XML with entities on or without naming a parser."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        keywords = {item.arg: ast.unparse(item.value) for item in node.keywords}
        name = f"{ast.unparse(node.func.value)}.{node.func.attr}"
        makes = name in ("etree.XMLParser", "etree.iterparse")
        reads = name in ("etree.fromstring", "etree.parse", "etree.XML")
        open_parser = makes and keywords.get("resolve_entities") != "False"
        no_parser = reads and len(node.args) < 2 and "parser" not in keywords
        if open_parser or no_parser:
            yield node.lineno


def test_xml_is_read_with_care() -> None:
    """No document can make the program resolve an entity or fetch a file."""
    found = [where(path, line) for path, tree in MODULES.items() for line in careless_xml(tree)]
    assert found == []
    assert list(careless_xml(ast.parse("etree.fromstring(data)"))) == [1]
    assert list(careless_xml(ast.parse("etree.XMLParser(no_network=True)"))) == [1]


def test_no_global_statement() -> None:
    """No function changes the state of its module."""
    found = [
        where(path, node.lineno)
        for path, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Global)
    ]
    assert found == []


def test_nothing_is_left_undone() -> None:
    """No stub and no note to oneself is shipped."""
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "raise NotImplemented" + "Error")
    found = [
        where(path, number)
        for path in MODULES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if any(mark in line for mark in marks)
    ]
    assert found == []


def test_functions_are_short() -> None:
    """Median at most 8 lines, nine of ten at most 30, none over 60."""
    lengths = {
        f"{where(path, node.lineno)} {node.name}": length(node)
        for path, tree in MODULES.items()
        for node in functions(tree)
    }
    values = sorted(lengths.values())
    assert {name: size for name, size in lengths.items() if size > 60} == {}
    assert statistics.median(values) <= 8
    assert values[len(values) * 9 // 10] <= 30


def test_files_are_short() -> None:
    """Median at most 200 lines, none over 500."""
    sizes = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in MODULES
    }
    assert {name: size for name, size in sizes.items() if size > 500} == {}
    assert statistics.median(sizes.values()) <= 200


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_says_what_it_is(path: Path) -> None:
    """Every module opens with a docstring."""
    assert ast.get_docstring(MODULES[path])


if __name__ == "__main__":
    print(picture())
