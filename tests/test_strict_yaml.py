"""YAML is read as it is written, with the place of everything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import strict_yaml
from generator.errors import SoketError, UsageError


def test_scalars_stay_what_was_written() -> None:
    """YAML 1.1 would make false, 8, 90 and a date of these."""
    text = b"a: no\nb: 010\nc: 1:30\nd: 2025-07-01\ne: 08\nf:\ng: 'null'\n"
    doc = strict_yaml.loads(text, "f.yaml")
    assert doc.value == {
        "a": "no",
        "b": "010",
        "c": "1:30",
        "d": "2025-07-01",
        "e": "08",
        "f": None,
        "g": "null",
    }


def test_every_value_and_key_has_its_place() -> None:
    """Line and column count from 1."""
    doc = strict_yaml.loads("một:\n  hai: [x, ý]\n".encode(), "f.yaml")
    assert str(doc.location(("một", "hai", 1))) == "f.yaml:2:12"
    assert str(doc.location(("một", "hai"), key=True)) == "f.yaml:2:3"
    assert str(doc.location(("một", "ba"))) == "f.yaml:2:3"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\na: 2", "2:1: the key 'a' stands twice"),
        ("a: &x 1\nb: *x", "1:4: anchors and aliases"),
        ("a: {<<: {b: 1}}", "1:5: merge keys"),
        ("a: !!python/name:os.system x", "1:4: the tag"),
        ("a: [1", "not valid YAML"),
        ("? [a]\n: b", "1:3: a key must be plain text"),
        ("a: 1\n---\nb: 2", "not valid YAML"),
        ("a: '\u0000'", "not valid YAML"),
    ],
)
def test_what_could_surprise_is_refused(text: str, said: str) -> None:
    """Each refusal names file, line and column."""
    with pytest.raises(UsageError) as error:
        strict_yaml.loads(text.encode(), "f.yaml")
    assert said in str(error.value)
    assert str(error.value).startswith("f.yaml:")


def test_other_encodings_are_refused_with_the_line() -> None:
    """A file in a legacy encoding is never read as garbage."""
    with pytest.raises(UsageError) as error:
        strict_yaml.loads("a: 1\nb: tỉnh\n".encode("utf-16-le"), "f.yaml")
    assert "f.yaml:" in str(error.value)
    with pytest.raises(UsageError) as error:
        strict_yaml.loads(b"a: 1\nb: t\xe9nh\n", "f.yaml")
    assert "f.yaml:2:1: the file is not UTF-8" in str(error.value)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
def test_no_input_gives_anything_but_a_value_or_an_error_with_a_place(data: bytes) -> None:
    """Random documents are read or refused in one line."""
    try:
        strict_yaml.loads(data, "f.yaml")
    except SoketError as error:
        assert str(error).startswith("f.yaml:")  # noqa: PT017  the message is the subject
