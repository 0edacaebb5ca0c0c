"""The proofs over all that is shipped: reports and examples, as DOCX, PDF and HTML."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from generator.sources import read_sources
from generator.verify.figures import check_figures
from generator.verify.files import load_lineage
from generator.verify.lineage import Lineage
from generator.verify.tracing import occurrences, trace
from tests.verify.making import Tree
from tests.verify.mutating import Mutation, docx_words, mutations

ROOT = Path(__file__).resolve().parents[2]
EACH, SWAPS = 2, 3  # digits of one kind of place, pairs of texts that change places
_PAIR = 2
MOST = 12  # texts of a file in which one name stands for another

pytestmark = pytest.mark.full


def missed(path: Path, changed: Iterator[Mutation]) -> tuple[int, list[str]]:
    """Return how many changes of a file were made, and those that nobody noticed."""
    made = [(one.name, bool(check_figures(one.data, path.name))) for one in changed]
    return len(made), [f"{path.name}: {name}" for name, is_found in made if not is_found]


def test_clean_files_have_no_finding(everything: tuple[Path, ...]) -> None:
    """There is no objection to any file of any report."""
    found = {path.name: check_figures(path.read_bytes(), path.name) for path in everything}
    assert {name: told for name, told in found.items() if told} == {}
    assert {path.suffix for path in everything} == {".docx", ".pdf", ".html"}


def test_every_changed_digit_and_pair_is_found(everything: tuple[Path, ...]) -> None:
    """A digit of body, table, note, label, workbook or header, and two figures exchanged."""
    found = [missed(path, mutations(path, 7, EACH, SWAPS)) for path in everything]
    assert [text for _, texts in found for text in texts] == []
    assert sum(count for count, _ in found) >= 200


def others(content: Lineage) -> Iterator[tuple[str, str]]:
    """Yield two places of a report, then two years that it tells of."""
    names = [content.places[slug][0] for slug in content.places if slug != "quoc-gia"]
    yield from pairwise(names[:2])
    years = sorted({str(fact["end"])[:4] for fact in content.facts.values()})
    yield from pairwise(years[: -_PAIR - 1 : -1])


def test_every_exchanged_name_is_found(everything: tuple[Path, ...]) -> None:
    """Another province or another year beside a figure is told, wherever it stands."""
    count, left = 0, []
    for path in everything:
        if path.suffix != ".docx":
            continue
        data, chance = path.read_bytes(), random.Random(path.name)  # noqa: S311 a fixed choice
        for first, second in others(load_lineage(path)):
            made = list(docx_words(data, first, second))
            some = chance.sample(made, min(MOST, len(made)))
            number, texts = missed(path, iter(some))
            count, left = count + number, left + texts
    assert left == []
    assert count >= 100


def home(path: Path, content: Lineage) -> Path:
    """Return the folder that the sources of a report lie in."""
    told = str(content.documents[0]["path"])
    folders = (ROOT, *sorted((ROOT / "config" / "examples").iterdir()))
    return next(one for one in folders if (one / told).is_file() and path)


def test_a_hundred_numbers_of_every_output_lead_to_their_words(
    everything: tuple[Path, ...],
) -> None:
    """Each quote stands in its source where the file says, letter by letter."""
    known: dict[Path, dict[str, str]] = {}
    count = numbers = 0
    for path in everything:
        content = load_lineage(path)
        folder = home(path, content)
        places = [folder / str(one["path"]) for one in content.documents]
        if folder not in known:
            known[folder] = {}
        for one in read_sources([place for place in places if place.is_file()]).texts:
            known[folder].setdefault(place_of(one.info.path), one.text)
        paths = {str(one["id"]): place_of(str(one["path"])) for one in content.documents}
        chance = random.Random(path.name)  # noqa: S311 a fixed choice, no secret
        printed = [one for one in occurrences(content) if one.figure]
        for one in chance.sample(printed, k=min(100, len(printed))):
            origins = {tree["id"]: tree for tree in trace(one.text, content).origins}
            for fact in facts_of(origins[one.figure]):
                start, end = fact["characters"]
                assert known[folder][paths[fact["doc"]]][start:end] == fact["quote"]
                count += 1
        numbers += min(100, len(printed))
    assert count >= numbers >= 50 * len(everything)


def place_of(path: str) -> str:
    """Return the name of a source's file, whatever folder it was read from."""
    return Path(path).name


def facts_of(tree: Tree) -> list[Tree]:
    """Return all facts that an origin rests on."""
    steps = tree.get("steps") or ()
    return [*tree["facts"], *(fact for step in steps for fact in facts_of(step))]
