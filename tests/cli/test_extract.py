"""soket extract: the facts of documents as data, in four forms."""

import csv
import io
import json
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Soket

KEYS = [
    "indicator",
    "place",
    "level",
    "start",
    "end",
    "value",
    "unit",
    "total",
    "share",
    "approx",
    "change",
    "source",
]
TEXT = (
    "Đến nay đã có hơn 1.200 thủ tục hành chính được cắt giảm, đơn giản hóa. "
    "Cổng Dịch vụ công của tỉnh tiếp nhận 35.000 hồ sơ trực tuyến trong 6 tháng đầu năm 2024.\n"
)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A document of two sentences that does not say where it belongs."""
    path = tmp_path / "tin.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_lines_of_json(soket: Soket, seeds: Path) -> None:
    """Each line is one fact with the public keys in their order."""
    path = seeds / "003_93ee7d9315423c01.txt"
    said = soket("extract", path)
    facts = [json.loads(line) for line in said.out.splitlines()]
    content = path.read_text("utf-8")
    assert said.code == 0
    assert len(facts) > 10
    for fact in facts:
        assert list(fact) == KEYS
        source = fact["source"]
        assert content[source["start"] : source["end"]] == source["quote"]


def test_all_forms_tell_the_same(soket: Soket, seeds: Path) -> None:
    """JSON lines, YAML and CSV hold the same facts; a table has a line for each."""
    path = seeds / "001_ec065b65f41a331f.txt"
    told = {form: soket("extract", path, "--format", form).out for form in ("jsonl", "yaml", "csv")}
    facts = [json.loads(line) for line in told["jsonl"].splitlines()]
    assert yaml.safe_load(told["yaml"]) == facts
    rows = list(csv.DictReader(io.StringIO(told["csv"])))
    assert [row["value"] for row in rows] == [fact["value"] for fact in facts]
    assert [row["source.quote"] for row in rows] == [fact["source"]["quote"] for fact in facts]
    table = soket("extract", path, "--format", "table").out.splitlines()
    assert len(table) == len(facts) + 1


def test_the_command_line_tells_what_the_text_does_not(soket: Soket, text: Path) -> None:
    """The place and the day of publication are taken where the document is silent."""
    said = soket("extract", text, "--place", "binh-duong", "--published", "2024-07-15")
    facts = [json.loads(line) for line in said.out.splitlines()]
    assert {fact["place"] for fact in facts} == {"binh-duong"}
    assert {fact["end"] for fact in facts} == {"2024-07-15", "2024-06-30"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--place", "binh-duog"), "did you mean 'binh-duong'?"),
        (("--published", "2024-02-30"), "the last day of that month is 2024-02-29"),
        (("--unused", "--statements"), "cannot be had together"),
        (("--unused", "--explain"), "tells nothing of --unused"),
    ],
)
def test_wrong_options(soket: Soket, text: Path, arguments: tuple[str, ...], told: str) -> None:
    """A wrong option is explained before anything is read."""
    said = soket("extract", text, *arguments)
    assert (said.code, said.out) == (2, "")
    assert told in said.err


def test_unused_numbers_have_a_reason(soket: Soket, seeds: Path) -> None:
    """--unused shows each number that became no fact, where it stands and why."""
    path = seeds / "002_73dca13c9e587e12.txt"
    numbers = [json.loads(line) for line in soket("extract", path, "--unused").out.splitlines()]
    content = path.read_text("utf-8")
    assert numbers
    for number in numbers:
        assert content[number["start"] : number["end"]] == number["printed"]
        assert number["reason"]


def test_an_unused_number_is_told_once(soket: Soket, tmp_path: Path) -> None:
    """The level of a service beside a figure that is none has its own reason alone."""
    path = tmp_path / "a.txt"
    path.write_text("Xã Tân An trả kết quả 278/278 hồ sơ mức độ 3 (đạt 100%) trong kỳ.", "utf-8")
    out = soket("extract", path, "--unused", "--published", "2024-11-01").out
    numbers = [json.loads(line) for line in out.splitlines()]
    assert [one["printed"] for one in numbers] == ["278", "278", "3", "100"]
    assert numbers[2]["reason"] == "level of a service"


def test_statements_have_their_sentence(soket: Soket, seeds: Path) -> None:
    """--statements shows results, limits and tasks with their spans."""
    path = seeds / "002_73dca13c9e587e12.txt"
    found = [json.loads(line) for line in soket("extract", path, "--statements").out.splitlines()]
    content = path.read_text("utf-8")
    assert {"limit", "task"} <= {one["kind"] for one in found}
    for one in found:
        source = one["source"]
        assert content[source["start"] : source["end"]] == source["quote"]


def test_explained_facts_name_their_rules(soket: Soket, text: Path) -> None:
    """--explain adds the id, the printed number, the paragraph and the rules."""
    said = soket("extract", text, "--place", "binh-duong", "--explain", "--published", "2024-07-15")
    fact = json.loads(said.out.splitlines()[0])
    assert list(fact) == [*KEYS, "id", "printed", "location", "rules"]
    assert fact["rules"]
    assert fact["location"].startswith("đoạn")


def test_an_unread_file_does_not_hide_the_others(soket: Soket, text: Path, tmp_path: Path) -> None:
    """Facts of what can be read come out; the rest is named and the code is 3."""
    said = soket("extract", tmp_path / "gone.txt", text, "--place", "binh-duong")
    assert said.code == 3
    assert said.out
    assert "gone.txt:1:1: " in said.err


def test_a_text_without_facts_gives_nothing(soket: Soket, tmp_path: Path) -> None:
    """No fact is no line, in each form, and no error."""
    path = tmp_path / "a.txt"
    path.write_text("Hội nghị diễn ra tốt đẹp.\n", "utf-8")
    for form in ("jsonl", "table", "yaml", "csv"):
        said = soket("extract", path, "--format", form)
        assert (said.code, said.out, said.err) == (0, "", "")
