"""Plain text: the public offsets are those of the NFC form of the file's text."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import InputError
from generator.model.source_text import SourceInfo
from generator.sources import read_source
from generator.sources.plain import read_plain

INFO = SourceInfo("a")
WORDS = st.sampled_from(["hồ sơ", "đạt", "98,7%", "\r\n", "\n", "\n\n", " ", "\t", "thủ tục."])


def test_seeds_letter_for_letter(seeds: Path) -> None:
    """The text of an article is the file in NFC, nothing else."""
    for path in seeds.glob("*.txt"):
        got = read_source(path)
        assert got.text == unicodedata.normalize("NFC", path.read_bytes().decode())
        assert [one.label for one in got.segments][:2] == ["đoạn 1", "đoạn 2"]


@given(st.lists(WORDS, min_size=1), st.sampled_from(["NFC", "NFD"]))
def test_offsets(words: list[str], form: str) -> None:
    """Line ends keep their length, segments begin at a letter and stand in order."""
    text = "Tỉnh " + "".join(words)
    got = read_plain(unicodedata.normalize(form, text).encode(), INFO, "a.txt")
    assert got.text == text
    starts = [one.start for one in got.segments]
    assert starts == sorted(set(starts))
    assert all(text[start] not in "\r\n" for start in starts)


def test_paragraph_labels() -> None:
    """Wrapped lines make one paragraph; long lines are a paragraph each."""
    wrapped = read_plain(b"mot\nhai\n\nba\n", INFO, "a.txt")
    assert [wrapped.text[one.start :][:3] for one in wrapped.segments] == ["mot", "ba\n"]
    long = read_plain(("dai " * 50 + "\nhai\nba").encode(), INFO, "a.txt")
    assert len(long.segments) == 3
    lines = read_plain(b"mot\r\nhai\r\nba", INFO, "a.txt")
    assert lines.locate(lines.text.index("ba")) == "đoạn 3"


def test_unprintable_characters_keep_their_place() -> None:
    """A control character becomes a space, so that offsets stay and XML can hold the text."""
    text = "a\x0cb" + "c" * 3000 + "\x02"
    assert read_plain(text.encode(), INFO, "a.txt").text == "a b" + "c" * 3000 + " "


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\xef\xbb\xbf"])
def test_empty(data: bytes) -> None:
    """A file without text is an error, not a source without facts."""
    with pytest.raises(InputError, match="no text"):
        read_plain(data, INFO, "a.txt")
