"""The five articles give exactly what a person took from them."""

import re
from pathlib import Path

import pytest

from generator import strict_yaml
from generator.extraction.statements import extract_statements
from generator.model.statement import StatementKind
from generator.vi.text import nfc

GOLD = Path(__file__).parent / "gold"
SEEDS = tuple(sorted(path.stem for path in GOLD.glob("*.yaml")))
FURNITURE = (
    "Tin mới nhất",
    "Các tin khác",
    "Tài liệu tuyên truyền",
    "Cỡ chữ Màu chữ image",
    "of Views",
    "Tin, ảnh: Hoài Thu",
    "HỒ VĂN",
    "Hồng Hương",
    "Nguồn: vneconomy.vn",
    "Toàn cảnh Hội nghị",
    "Toàn cảnh phiên họp",
    "Ảnh: VGP",
    "Ảnh: Internet",
    "Ảnh minh họa",
    "chủ trì tại điểm cầu",
    "phát biểu tại phiên họp",
    "Tham dự Hội nghị",
    "tổ chức phiên họp",
    "Phiên họp được tổ chức",
)


def gold(doc: str) -> list[dict[str, str]]:
    """Return the list of a source as it was written down."""
    rows = strict_yaml.load(GOLD / f"{doc}.yaml").value["statements"]
    return [{key: str(value) for key, value in row.items()} for row in rows]


def row_of(statement, expected):
    """Return a statement in the form of the gold list."""
    words = statement.text.split()
    row = {
        "kind": str(statement.kind),
        "begins": " ".join(words[: len(expected["begins"].split())]),
        "ends": " ".join(words[-len(expected["ends"].split()) :]),
        "theme": statement.theme,
        "place": statement.place,
    }
    if statement.responsible:
        row["responsible"] = statement.responsible
    if statement.deadline_text:
        row |= {
            "deadline": str(statement.deadline),
            "deadline_text": statement.deadline_text,
        }
    return row | {key: getattr(statement, key) for key in ("speaker", "basis") if key in expected}


@pytest.mark.parametrize("doc", SEEDS)
def test_a_seed_gives_exactly_its_gold_list(doc, seed_sources, catalogue, rules):
    """All statements are found, none is wrong, in the order of the text."""
    found = extract_statements(seed_sources[doc], catalogue, rules)
    expected = gold(doc)
    assert [one.text.split()[:4] for one in found] == [
        row["begins"].split()[:4] for row in expected
    ]
    assert [row_of(*pair) for pair in zip(found, expected, strict=True)] == expected


def test_every_seed_has_a_gold_list(seed_sources):
    """No article is left out of the comparison."""
    assert set(SEEDS) == set(seed_sources)


@pytest.mark.parametrize("doc", SEEDS)
def test_a_quote_is_the_text_at_its_offsets(doc, seed_sources, catalogue, rules):
    """A reader finds each statement at the place that it names."""
    source = seed_sources[doc]
    text = nfc(source.text)
    for one in extract_statements(source, catalogue, rules):
        assert one.source.doc == doc
        assert one.source.quote == text[one.source.start : one.source.end]
        quote = " ".join(re.sub(r"\[\d\]", "", one.source.quote).split()).casefold()
        start, end = one.text.casefold().split()[:3], one.text.rstrip(".…").casefold().split()[-3:]
        assert quote.startswith(" ".join(start))
        assert quote.rstrip(" .…/;,").endswith(" ".join(end))


@pytest.mark.parametrize("doc", SEEDS)
def test_no_statement_is_furniture(doc, seed_sources, catalogue, rules):
    """Menus, bylines, captions and the meeting itself are never quoted."""
    for one in extract_statements(seed_sources[doc], catalogue, rules):
        assert not [word for word in FURNITURE if word in one.source.quote]


@pytest.mark.parametrize("doc", SEEDS)
def test_who_speaks_is_told_where_gold_says_so_and_nowhere_else(
    doc, seed_sources, catalogue, rules
):
    """No statement is put into the mouth of someone who did not say it."""
    found = extract_statements(seed_sources[doc], catalogue, rules)
    assert [(one.speaker, one.basis) for one in found] == [
        (row.get("speaker", ""), row.get("basis", "")) for row in gold(doc)
    ]


@pytest.mark.parametrize("doc", SEEDS)
def test_no_task_names_who_asks_for_it(doc, seed_sources, catalogue, rules):
    """The speech of a newspaper ("đồng chí đề nghị …") is no part of a task."""
    for one in extract_statements(seed_sources[doc], catalogue, rules):
        if one.kind is StatementKind.TASK:
            assert not re.search(r"[^,;] (đề nghị|yêu cầu|nhấn mạnh) (các|những|một số)", one.text)
