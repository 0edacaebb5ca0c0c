"""The rules file: what a project adds, and what is said of mistakes."""

from pathlib import Path

import pytest

from generator.catalogue import load_catalogue
from generator.errors import ConfigErrors, UsageError
from generator.extraction.statements import extract_statements, load_statement_rules
from generator.model.source_text import SourceInfo, SourceText


def project(tmp_path: Path, text: str) -> Path:
    """Return a project folder with its own rules file."""
    folder = tmp_path / "config" / "rules"
    folder.mkdir(parents=True)
    (folder / "statements.yaml").write_text(text, "utf-8")
    return tmp_path


def test_a_project_adds_phrases(tmp_path):
    """A phrase of the project's own file counts beside the shipped ones."""
    root = project(tmp_path, "limit:\n  strong:\n    - ì ạch\n")
    text = "Việc số hóa hồ sơ ở vài nơi vẫn ì ạch. Việc niêm yết thủ tục hành chính còn chậm."
    source = SourceText(SourceInfo("d", title="Thủ tục hành chính"), text)
    shipped = extract_statements(source, load_catalogue(), load_statement_rules())
    own = extract_statements(source, load_catalogue(), load_statement_rules(root))
    assert (len(shipped), len(own)) == (1, 2)


def test_without_a_file_of_its_own_a_project_has_the_shipped_rules(tmp_path):
    """No file in the project, no difference."""
    assert load_statement_rules(tmp_path) == load_statement_rules()


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("limit:\n  strong:\n    - (chưa|còn\n", ":3:7", "brackets"),
        ('limit:\n  strong:\n    - ""\n', ":3:7", "empty"),
        ("limit:\n  stronk: []\n", ":2:3", "Extra inputs"),
        ("limit: []\n", ":1:8", "valid dictionary"),
        ("scope: một cửa\n", ":1:8", "valid list"),
        ("themes:\n  khac: []\n", ":2:3", "unknown theme 'khac'"),
        ("scope: [a]\nscope: [b]\n", ":2:1", "stands twice"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path, text, place, message):
    """FILE:LINE:COLUMN and what is wrong, never a traceback."""
    root = project(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        load_statement_rules(root)
    assert f"statements.yaml{place}" in str(caught.value)
    assert message in str(caught.value)


def test_all_mistakes_are_named_at_once(tmp_path):
    """Two wrong phrases give two errors."""
    root = project(tmp_path, "scope:\n  - (a\n  - b)\n")
    with pytest.raises(ConfigErrors) as caught:
        load_statement_rules(root)
    assert [error.location.line for error in caught.value.errors] == [2, 3]


def test_every_shipped_theme_has_words_of_its_own():
    """No theme of the catalogue is forgotten."""
    rules = load_statement_rules()
    assert set(rules.themes) == set(load_catalogue().groups)
    assert all(phrases.patterns for phrases in rules.themes.values())


def test_a_number_sign_in_the_shipped_file_is_not_a_comment(root):
    """YAML takes " #" for a comment, so a phrase with a number stands in quotes."""
    lines = (root / "config" / "rules" / "statements.yaml").read_text("utf-8").splitlines()
    bare = [line for line in lines if line.strip().startswith("- ") and " #" in line]
    assert bare
    assert all(line.strip().startswith('- "') for line in bare)
