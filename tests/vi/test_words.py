"""The words of the rule files: read strictly, each list used, each name that is used there."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import generator
from generator.errors import ConfigErrors, UsageError
from generator.vi.words import Numbers, Opening, Plain, Values, WordFile, Words, Written, read_from
from tests.test_patterns import modules

PACKAGE = Path(generator.__file__).parent


class Some(WordFile, file="some.yaml"):
    """Lists of a made-up file."""

    verbs: Words
    offices: Written
    titles: Opening
    never: Plain
    kinds: Values
    numbers: Numbers


GOOD = """\
verbs: [tiếp nhận, (đã)? giải quyết, TỈ LỆ]
offices: [Sở Tư pháp]
titles: [phường, tổ dân phố]
never: [TRỰC, so với]
kinds: {Cấp xã: cap-xa}
numbers: {hai: 2, hai mươi: 20}
"""


def made(tmp_path: Path, text: str) -> Some:
    """Return the lists of a file with a text."""
    path = tmp_path / "some.yaml"
    path.write_text(text, "utf-8")
    return read_from(path, Some)


def word_files() -> list[WordFile]:
    """Return the word files that the modules of the program have read."""
    found = {
        type(value): value
        for module in modules()
        for value in vars(module).values()
        if isinstance(value, WordFile)
    }
    return [found[kind] for kind in sorted(found, key=lambda kind: kind.file)]


FILES = word_files()


def test_lists_become_expressions(tmp_path: Path) -> None:
    """Phrases are folded but where they are matched as written; the notation is that of rules."""
    some = made(tmp_path, GOOD)
    verbs = re.compile(f"{some.verbs}")
    assert all(verbs.fullmatch(text) for text in ("đã giải quyết", "giải quyết", "tỷ lệ"))
    assert list(some.verbs.phrases) == ["tiếp nhận", "(đã)? giải quyết", "tỷ lệ"]
    assert not re.fullmatch(f"{some.offices}", "sở tư pháp")
    assert re.fullmatch(f"{some.titles}", "Phường")
    assert re.fullmatch(f"{some.titles}", "tổ dân phố")
    assert re.match(f"{some.numbers}", "hai mươi").group() == "hai mươi"  # type: ignore[union-attr]
    assert some.numbers.meanings["hai mươi"] == 20
    assert list(some.never) == ["trực", "so với"]
    assert re.search(rf"{some.never.not_before}tuyến", "cấp tuyến")
    assert not re.search(rf"{some.never.not_before}tuyến", "trực tuyến")
    assert some.kinds.meanings["cấp xã"] == "cap-xa"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("verbs:", "verb:", "some.yaml:1:1: unknown key 'verb'"),
        ("verbs:", "verb:", "did you mean 'verbs'?"),
        ("offices: [Sở Tư pháp]\n", "", "the list 'offices' is missing"),
        ("tiếp nhận", "''", "some.yaml:1:9: verbs: String should have at least 1 character"),
        ("tiếp nhận", "' '", "some.yaml:1:9: the phrase is empty"),
        ("TỈ LỆ", "Tiếp  nhận", "some.yaml:1:38: the phrase 'Tiếp nhận' stands twice"),
        ("(đã)?", "(đã?", "some.yaml:1:20: the brackets of '(đã? giải quyết' do not match"),
        ("(đã)? giải", "(đã)?giải", "some.yaml:1:20: a blank is missing beside the brackets"),
        ("(đã)? giải", "g(i|í)ải", "some.yaml:1:20: a blank is missing beside the brackets"),
        ("(đã)?", "()", "some.yaml:1:20: nothing stands between the brackets"),
        ("[Sở Tư pháp]", "[]", "some.yaml:2:1: the list 'offices' is empty"),
        ("[Sở Tư pháp]", "Sở Tư pháp", "some.yaml:2:10: offices: Input should be a valid list"),
        ("[Sở Tư pháp]", "[{a: b}]", "some.yaml:2:11: offices: Input should be a valid string"),
        ("tổ dân phố", "(Tổ|tổ) dân phố", "does not begin with a letter"),
        ("hai: 2", "hai: [2]", "some.yaml:6:16: numbers: Input should be a valid integer"),
        ("hai: 2", "hai: hi", "some.yaml:6:16: numbers: Input should be a valid integer"),
        ("hai: 2", "HAI: 2, hai: 2", "some.yaml:6:19: the phrase 'hai' stands twice"),
        ("cap-xa", "''", "some.yaml:5:17: kinds: String should have at least 1 character"),
        ("hai: 2", "hai: 2, hai: 3", "some.yaml:6:19: the key 'hai' stands twice"),
        ("so với", "so (với)?", "some.yaml:4:15: 'so (với)?' is more than plain words"),
        ("so với", "so … với", "some.yaml:4:15: 'so … với' is more than plain words"),
        ("(đã)? giải quyết", "(đã)?", "some.yaml:1:20: nothing of the phrase '(đã)?' has to be"),
        (GOOD, "- a", "some.yaml:1:1: no lists of words"),
        (GOOD, "a: [", "not valid YAML"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    """File, line and column, what is wrong and how to mend it."""
    with pytest.raises(UsageError) as caught:
        made(tmp_path, GOOD.replace(old, new))
    assert said in str(caught.value)


def test_all_mistakes_of_a_file_are_told(tmp_path: Path) -> None:
    """Two wrong lists are two errors."""
    with pytest.raises(ConfigErrors) as caught:
        made(tmp_path, GOOD.replace("[Sở Tư pháp]", "[Sở, Sở]").replace("so với", "trực"))
    assert len(caught.value.errors) == 2


def asked(lists: WordFile) -> set[str]:
    """Return every list that some module of the program asks for."""
    found: set[str] = set()
    for module in modules():
        names = {name for name, value in vars(module).items() if value is lists}
        if names:
            tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
            found |= {
                node.attr
                for node in ast.walk(tree)
                if isinstance(node, ast.Attribute)
                and isinstance(node.value, ast.Name)
                and node.value.id in names
            }
    return found


@pytest.mark.parametrize("lists", FILES, ids=lambda lists: lists.file)
def test_lists_and_their_uses_are_the_same(lists: WordFile) -> None:
    """A list that nobody asks for would be edited in vain, a misspelt name never be found."""
    assert asked(lists) == set(type(lists).__annotations__)


def test_every_list_has_its_comment() -> None:
    """Whoever opens the file is told what each list means."""
    root = PACKAGE.parent / "config" / "rules"
    bare = []
    for lists in FILES:
        lines = (root / lists.file).read_text("utf-8").splitlines()
        bare += [
            f"{lists.file}:{number}"
            for number, line in enumerate(lines, start=1)
            if re.match(r"\w+:", line) and not lines[number - 2].startswith("#")
        ]
    assert bare == []


def test_a_file_is_read_once() -> None:
    """All modules share the same lists."""
    held = [v for m in modules() for v in vars(m).values() if isinstance(v, WordFile)]
    assert len({id(lists) for lists in held}) == len(FILES)


SHIPPED = PACKAGE.parent / "config"
README = (SHIPPED / "README.md").read_text("utf-8")


def test_the_guide_names_every_file() -> None:
    """Each file of rules stands in the guide, and none that is not there."""
    named = set(re.findall(r"`rules/([\w-]+\.yaml)` \|", README))
    assert named == {path.name for path in (SHIPPED / "rules").glob("*.yaml")}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of program and data whose rules may be edited, with the text of the guide."""
    root = tmp_path_factory.mktemp("checkout")
    skipped = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, root / "generator", ignore=skipped)
    shutil.copytree(SHIPPED, root / "config", ignore=skipped)
    text = README.split("Suppose a text says:")[1].split("```")[1].removeprefix("text\n")
    (root / "text.txt").write_text(text, "utf-8")
    return root


def extracted(checkout: Path, samples: str) -> subprocess.CompletedProcess[str]:
    """Return what the program says of the text of the guide, with a list of its own."""
    shown = re.search(r"^samples: .*$", README, re.MULTILINE)
    assert shown is not None
    shipped = (SHIPPED / "rules" / "strangers.yaml").read_text("utf-8")
    assert shown.group() in shipped
    edited = shipped.replace(shown.group(), f"samples: {samples}")
    (checkout / "config" / "rules" / "strangers.yaml").write_text(edited, "utf-8")
    return subprocess.run(
        [sys.executable, "-m", "generator", "extract", "text.txt", "--unused"],
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout)},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_a_word_that_is_added_is_understood(checkout: Path) -> None:
    """The example of the guide: a way to take a sample, without and with it."""
    assert "of a sample" not in extracted(checkout, "[kiểm tra]").stdout
    done = extracted(checkout, "[kiểm tra, chọn mẫu]")
    assert done.returncode == 0
    assert "of a sample" in done.stdout


def test_a_mistake_in_shipped_words_is_one_line(checkout: Path) -> None:
    """No traceback: file, line and column, and the exit code of a wrong config."""
    done = extracted(checkout, "[kiểm tra, kiểm tra]")
    assert done.returncode == UsageError.exit_code
    assert re.search(r"strangers\.yaml:\d+:\d+: the phrase 'kiểm tra' stands twice", done.stderr)
    assert "Traceback" not in done.stderr
