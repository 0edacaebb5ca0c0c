"""Where review files are looked for, and that nothing in one can break the program."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import strict_yaml
from generator.catalogue import load_catalogue
from generator.errors import InputError
from generator.extraction import load_rules
from generator.extraction.tables.sheets import extract_any, load_mappings
from generator.model.finding import Finding, Severity
from generator.review import apply_reviews, draft, read_reviews
from generator.review.load import from_document
from generator.sources import read_sources

CATALOGUE = load_catalogue()
ENTRY = """\
decisions:
  - decision: pending
    doc: {}
    quote: hồ sơ
    indicator: dossiers_late
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a document and, two folders below, another; a review file in each."""
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    for place, name in ((tmp_path, "mot"), (below, "hai")):
        (place / f"{name}.txt").write_text("Có 5 hồ sơ.\n", "utf-8")
        (place / "review.yaml").write_text(ENTRY.format(name), "utf-8")
    (tmp_path / "a" / "review.yaml").write_text(ENTRY.format("hai"), "utf-8")
    return tmp_path


def found(*paths: Path) -> dict[str, tuple[frozenset[str], bool]]:
    """Return documents of each review file, and whether its folder was read as a whole."""
    texts = read_sources(paths).texts
    files = read_reviews(paths, texts, CATALOGUE)
    assert apply_reviews((), texts, files, CATALOGUE).errors == ()
    return {file.file: (file.docs, file.whole) for file in files}


def test_a_folder_and_those_below(folder: Path) -> None:
    """Each file is about the documents beside and below it; it is never a source itself."""
    assert found(folder) == {
        (folder / "review.yaml").as_posix(): (frozenset({"mot", "hai"}), True),
        (folder / "a" / "review.yaml").as_posix(): (frozenset({"hai"}), True),
        (folder / "a" / "b" / "review.yaml").as_posix(): (frozenset({"hai"}), True),
    }


def test_a_single_document(folder: Path) -> None:
    """Only the file beside it counts, and it may speak of documents that were not read."""
    (folder / "ba.txt").write_text("Có 7 hồ sơ.\n", "utf-8")
    assert found(folder / "ba.txt") == {
        (folder / "review.yaml").as_posix(): (frozenset({"ba"}), False)
    }


def test_a_folder_that_is_named_twice(folder: Path) -> None:
    """Its file is read once, as that of a whole folder."""
    assert next(iter(found(folder, folder / "mot.txt").values()))[1]
    assert len(found(folder / "mot.txt", folder)) == 3


LEAVES = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.sampled_from(["1.945", "50,5", "2024-08-05", "2023-Q2", "as-of:2024-02-30", "9" * 40, "٣"]),
    st.sampled_from(["correct", "exclude", "add", "use", "pending", "binh-thuan", "pci_rank"]),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["value", "share", "level", "kind", "base", "x"]), inner, max_size=3
        )
    ),
    max_leaves=5,
)
KEYS = [
    "decision",
    "doc",
    "quote",
    "offsets",
    "indicator",
    "place",
    "level",
    "period",
    "value",
    "total",
    "share",
    "approx",
    "change",
    "set",
    "who",
    "when",
    "why",
]


@given(st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=9), max_size=3))
def test_anything_in_an_entry_is_an_entry_or_an_error_with_its_place(rows: list[object]) -> None:
    """No value of any key ends in anything but a sentence for the user."""
    data = yaml.safe_dump({"decisions": rows}, allow_unicode=True).encode()
    try:
        document = strict_yaml.loads(data, "review.yaml", error=InputError)
    except InputError:
        return  # a mark of YAML itself that the strict reader refuses
    read = document.value
    listed = read["decisions"] if isinstance(read, dict) else None
    file = from_document(document, listed if isinstance(listed, list) else [], CATALOGUE)
    assert len(file.entries) + len(file.errors) == len(rows)
    assert all(str(error).startswith("review.yaml:") for error in file.errors)
    assert all(isinstance(error, InputError) and error.location for error in file.errors)


def test_a_figure_of_a_table_can_be_decided_on(tmp_path: Path, root: Path) -> None:
    """The text that stands for a sheet holds the quote; the draft of it can be read back."""
    rows = "indicator,place,start,end,value\ndossiers_late,binh-thuan,2023-01-01,2023-12-31,5\n"
    (tmp_path / "so.csv").write_text(rows, "utf-8")
    (text,) = read_sources([tmp_path]).texts
    rules, mappings = load_rules(root, CATALOGUE), load_mappings(root, CATALOGUE)
    facts = extract_any(text, CATALOGUE, rules, mappings).facts
    drafted = draft([Finding("jump", Severity.NOTE, "Lệch.", "", facts)], [], frozenset(), {"so"})
    signed = {"pending\n": "exclude\n", "who:\n": "who: A\n", "why:\n": "why: b\n"}
    for before, after in {**signed, "when:\n": "when: 2024-08-05\n"}.items():
        drafted = drafted.replace(before, after)
    (tmp_path / "review.yaml").write_text(drafted, "utf-8")
    done = apply_reviews(facts, [text], read_reviews([tmp_path], [text], CATALOGUE), CATALOGUE)
    assert (done.errors, done.facts) == ((), ())
    assert [one.value for one in done.excluded] == [5]
