"""What the judge proves of a report's own claims: facts, formulas, names, free numbers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from generator.catalogue import load_language
from generator.errors import InputError
from generator.facts.standing import place_formula
from generator.verify import grounds
from generator.verify.beside import beside_objections
from generator.verify.formula import compute
from generator.verify.grounds import ground_objections
from generator.verify.lineage import Lineage
from generator.verify.printed import misprint, read_printed
from generator.verify.twice import read_again
from generator.verify.unmarked import unmarked_objections
from tests.verify.making import Tree, fact, figure, lineage, marked, tree


def objections(content: Tree) -> list[str]:
    """Return all that is wrong with a lineage, without a file."""
    one = lineage(content)
    found = [
        *ground_objections(one),
        *unmarked_objections(one.printed, one),
        *beside_objections(one.printed, one),
    ]
    wrong = [item.message for item in found]
    for unit in one.printed:
        for start, end, name in unit.get("marks", ()):
            wrong += filter(None, [misprint(unit["text"][start:end], one.figures[name], one)])
    return wrong


def test_a_right_report_is_proved() -> None:
    """Nothing is objected to where all is right."""
    assert objections(tree()) == []


def spoil_quote(content: Tree) -> None:
    """Let a fact say another number than its quote."""
    content["facts"][0]["source"]["quote"] = "đã giải quyết 1.210 hồ sơ"


def spoil_value(content: Tree) -> None:
    """Let a figure differ from its fact."""
    content["figures"][0]["value"] = "1300"


def spoil_formula(content: Tree) -> None:
    """Let a formula give another result."""
    content["figures"][3]["formula"] = "1.200 − 1.000 = 300"
    content["figures"][3]["value"] = "300"


def spoil_operand(content: Tree) -> None:
    """Let a formula use a number that none of its facts has."""
    content["figures"][3]["formula"] = "1.300 − 1.100 = 200"


def spoil_reservation(content: Tree) -> None:
    """Let a fact be approximate and its figure exact."""
    content["facts"][0]["approx"] = "over"


def spoil_columns(content: Tree) -> None:
    """Swap the figures of two provinces in a table."""
    cells = content["printed"][7], content["printed"][8]
    texts = [(cell.pop("text"), cell.pop("marks")) for cell in cells]
    for cell, (text, marks) in zip(cells, reversed(texts), strict=True):
        cell.update(text=text, marks=marks)


def spoil_rows(content: Tree) -> None:
    """Swap two periods in a table."""
    first, second = content["printed"][6], content["printed"][9]
    first["text"], second["text"] = second["text"], first["text"]


def spoil_sentence(content: Tree) -> None:
    """Swap two provinces in a sentence."""
    text = content["printed"][1]["text"]
    swapped = text.replace("Bắc Giang", "\0").replace("Bình Dương", "Bắc Giang")
    content["printed"][1] = marked(
        "paragraph",
        "Năm 2023, tỉnh Bình Dương giải quyết {1.200} hồ sơ; tỉnh Bắc Giang {3.400} hồ sơ.",
        "fa",
        "fb",
    )
    assert swapped != text


def spoil_typed(content: Tree) -> None:
    """Type a number into the text."""
    content["printed"].append({"kind": "paragraph", "text": "Tỷ lệ đạt 97,31%.", "role": "body"})


def spoil_date(content: Tree) -> None:
    """Print a day that the report does not know."""
    content["printed"].append({"kind": "paragraph", "text": "Đến ngày 17/3/2023.", "role": "body"})


def spoil_deadline(content: Tree) -> None:
    """Quote a deadline that the statement does not give."""
    content["printed"][2]["text"] = "Phải xong trước ngày 16 tháng 8."


def spoil_mark(content: Tree) -> None:
    """Print a figure with another digit."""
    content["printed"][7] = marked("cell", "{1.201}", "fa", table="b", row=1, column=1)


SPOILS = [
    spoil_quote,
    spoil_value,
    spoil_formula,
    spoil_operand,
    spoil_reservation,
    spoil_columns,
    spoil_rows,
    spoil_sentence,
    spoil_typed,
    spoil_date,
    spoil_deadline,
    spoil_mark,
]


@pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: spoil.__name__.removeprefix("spoil_"))
def test_each_wrong_claim_is_objected_to(spoil: Callable[[Tree], None]) -> None:
    """Whatever is wrong with a report's own claims is found, digest and text being right."""
    content = tree()
    spoil(content)
    assert objections(content)


def test_a_changed_lineage_is_no_longer_whole() -> None:
    """The digest shows that the attached facts were changed."""
    content = tree()
    content["digest"] = "0" * 32
    one = Lineage.parse(__import__("json").dumps(content), "mau.html")
    assert [item.message for item in ground_objections(one)] == ["the attached facts were changed"]


def test_an_older_file_is_told_as_such() -> None:
    """A file that does not say what it prints cannot be proved."""
    with pytest.raises(InputError, match="older"):
        Lineage.parse('{"format": "soket-lineage", "facts": []}', "mau.pdf")
    with pytest.raises(InputError, match="broken"):
        Lineage.parse("{", "mau.pdf")


def test_legal_references_and_quoted_days_are_no_figures() -> None:
    """A decree's number, a source's page and a day that a source names need no figure."""
    content = tree()
    words = "theo Nghị định số 61/2018/NĐ-CP, khoản 3 Điều 12; [1], đoạn 7; ngày 31/12/2023"
    content["printed"].append({"kind": "paragraph", "text": words, "role": "body"})
    assert objections(content) == []


@pytest.mark.parametrize(("day", "known"), [("05 tháng 02", True), ("06 tháng 02", False)])
def test_the_day_of_an_act_may_be_told_in_words(day: str, known: bool) -> None:  # noqa: FBT001
    """A source's "12/QĐ-TTg ngày 05/02/2019" proves that day in words, no other of its month."""
    content = tree()
    content["sentences"] = {"f": "có 3 hồ sơ theo Quyết định số 12/QĐ-TTg ngày 05/02/2019"}
    words = f"theo Quyết định số 12/QĐ-TTg ngày {day} năm 2019 của Thủ tướng Chính phủ"
    content["printed"].append({"kind": "paragraph", "text": words, "role": "body"})
    assert (objections(content) == []) is known


def test_places_are_counted_again() -> None:
    """A place among others and their number are counted from the facts."""
    content = tree()
    values = {"fa": "1200", "fb": "3400", "fd": "900"}
    content["facts"].append(fact("fd", "ha-noi", "2023-12-31", "900"))
    content["figures"] += [
        figure(
            "cr",
            "2",
            list(values),
            unit="hạng",
            formula="01 địa phương có kết quả tốt hơn, xếp thứ 2",
        ),
        figure("cn", "3", list(values), unit="địa phương", formula="đếm các địa phương có số liệu"),
    ]
    assert objections(content) == []
    wrong = ("3 + 1 = 4", "03 địa phương có kết quả tốt hơn, xếp thứ 4")
    for formula in (*wrong, "02 địa phương có kết quả tốt hơn, xếp thứ 4"):
        content["figures"][-2].update(value="4", formula=formula)
        assert len(objections(content)) == 1


def test_a_share_beside_a_count_is_what_a_rank_compares() -> None:
    """95 % of 1.330 is behind 98 %, though 1.330 is more."""
    content = tree()
    content["facts"] += [
        fact("fp", "can-tho", "2023-12-31", "1330", share="95"),
        fact("fd", "ha-noi", "2023-12-31", "98"),
        fact("fe", "hue", "2023-12-31", "97"),
    ]
    content["facts"][-3]["source"]["quote"] += " (đạt 95%)"
    own = ["fp", "fd", "fe"]
    content["figures"].append(
        figure("cr", "3", own, unit="hạng", formula="02 địa phương có kết quả tốt hơn, xếp thứ 3")
    )
    assert objections(content) == []
    content["figures"][-1].update(value="2", formula="01 địa phương có kết quả tốt hơn, xếp thứ 2")
    assert len(objections(content)) == 1


@pytest.mark.parametrize(("place", "wrong"), [("2", 0), ("1", 0), ("3", 1)])
def test_places_of_computed_rates_are_counted_by_their_counts(place: str, wrong: int) -> None:
    """97,5 % made of 1.170 of 1.200 is behind 98 % and level with 97,5 %, whatever its counts."""
    content = tree()
    content["facts"] += [
        fact("fp", "can-tho", "2023-12-31", "1170"),
        fact("fw", "can-tho", "2023-12-31", "1200"),
        fact("fd", "ha-noi", "2023-12-31", "98"),
        fact("fe", "hue", "2023-12-31", "97.50"),
    ]
    formula = place_formula(int(place), "địa phương")
    inputs = ["fp", "fw", "fd", "fe"]
    content["figures"].append(figure("cr", place, inputs, unit="hạng", formula=formula))
    assert len(objections(content)) == wrong


@pytest.mark.parametrize(
    ("formula", "value", "operands"),
    [
        ("33 + 3 = 36", "36", ["33", "3"]),
        ("(17 − 13) / 17 × 100 ≈ 23,53%", None, ["17", "13", "17"]),
        ("59,9 − 49,1 = 10,8", "10.8", ["59.9", "49.1"]),
        ("1.464 + 314 + 167 = 1.945", "1945", ["1464", "314", "167"]),
        ("−2 + 5 = 3", "3", ["2", "5"]),
    ],
)
def test_formulas_are_computed_exactly(
    formula: str, value: str | None, operands: list[str]
) -> None:
    """A printed formula gives its exact value and the numbers that it uses."""
    found = compute(formula)
    assert list(found.operands) == [Decimal(one) for one in operands]
    assert found.value == Decimal(value) if value else round(found.value, 2) == Decimal("23.53")


@pytest.mark.parametrize("formula", ["", "a + b = c", "(1 + 2 = 3", "1 / 0 = 1", "1 2 = 3"])
def test_what_is_no_formula_is_refused(formula: str) -> None:
    """A formula that cannot be read or divides by zero raises."""
    with pytest.raises((ValueError, ArithmeticError)):
        compute(formula)


def test_printed_numbers_are_read_back() -> None:
    """Reservation, magnitude, whole, sign and unit are told apart."""
    read = read_printed("hơn 13,9 triệu")
    assert read is not None
    assert (read.value, read.approx) == (Decimal(13900000), "over")
    read = read_printed("55/63")
    assert read is not None
    assert (read.value, read.total) == (Decimal(55), Decimal(63))
    read = read_printed("−200 dịch vụ")
    assert read is not None
    assert (read.value, read.signed, read.rest) == (Decimal(-200), True, " dịch vụ")
    assert read_printed("không") is None


def test_the_long_form_of_an_abbreviation_needs_no_fact() -> None:
    """What a short name of an act stands for is the program's own text, in a note of its own."""
    (scheme,) = [one for one in load_language().usage.abbreviations if one.noted]
    content = tree()
    content["printed"].append({"kind": "note", "text": f"{scheme.full}."})
    assert objections(content) == []
    content["printed"][-1]["text"] = f"{scheme.full}, tầm nhìn đến năm 2045."
    (wrong,) = objections(content)
    assert "2045" in wrong


STILL = "Cùng thời điểm, tỉnh Bắc Giang giải quyết {1.000} hồ sơ, tăng so với cùng kỳ năm 2021."


@pytest.mark.parametrize(
    ("before", "wrong"),
    [
        ("Năm 2022, tỉnh Bắc Giang tiếp tục rà soát.", 0),
        ("Năm 2023, tỉnh Bắc Giang tiếp tục rà soát.", 1),
    ],
)
def test_the_same_time_is_that_of_the_paragraph_before(before: str, wrong: int) -> None:
    """A paragraph that opens so names no time itself; the year compared with is not its own."""
    content = tree()
    content["report"]["periods"] += [["2021-01-01", "2022-12-31"]]
    content["printed"] = [
        {"kind": "paragraph", "text": before, "role": "body"},
        marked("paragraph", STILL, "fc", role="body"),
    ]
    one = lineage(content)
    assert len(list(beside_objections(one.printed, one))) == wrong


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("541.559", "541559"),
        ("1.234.567,8", "1234567.8"),
        ("95,89", "95.89"),
        ("1836", "1836"),
        ("1,234", None),
        ("54.9", None),
        ("1.6.2023", None),
        ("13,9 triệu", None),
    ],
)
def test_a_plain_number_is_read_by_another_reader(token: str, value: str | None) -> None:
    """Only what is written in the plain usage is read twice."""
    assert read_again(token) == (Decimal(value) if value else None)


def test_a_mistake_of_our_own_reader_does_not_prove_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where extraction and proof misread a number alike, the second reader objects."""
    content = tree()
    content["facts"][0]["value"] = content["figures"][0]["value"] = "1210"
    monkeypatch.setattr(grounds, "numbers_in", lambda _: [Decimal(1210)])
    (fact_wrong, *_) = [
        one.message for one in ground_objections(lineage(content)) if one.where == "fact fa"
    ]
    assert "“1.200” reads 1200, not 1210" in fact_wrong


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("giải quyết {1.200} hồ sơ (tăng {20%} so với cùng kỳ năm 2022).", 0),
        ("giải quyết {1.200} hồ sơ (tăng {20%} so với năm 2022).", 0),
        ("giải quyết {1.200} hồ sơ (tăng {20%} so với cùng kỳ).", 0),
        ("năm 2023 giải quyết {1.200} hồ sơ, so với năm 2022, tăng {20%}.", 0),
        # another year is that of no base, the figure's own least of all
        ("giải quyết {1.200} hồ sơ (tăng {20%} so với cùng kỳ năm 2021).", 3),
        ("năm 2023 giải quyết {1.200} hồ sơ (tăng {20%} so với năm 2023).", 1),
        ("năm 2023 giải quyết {1.200} hồ sơ, so với năm 2023, tăng {20%}.", 1),
        ("giải quyết {1.200} hồ sơ (tăng {20%} so với cùng kỳ năm 2022), năm 2022.", 2),
        ("giải quyết {1.200} hồ sơ (tăng {20%}); so với cùng kỳ năm 2022.", 2),
        ("năm 2022 giải quyết {1.200} hồ sơ (tăng {20%} so với cùng kỳ năm 2022).", 2),
    ],
)
def test_the_base_that_a_source_states_is_no_time_of_its_figure(text: str, count: int) -> None:
    """Where a paragraph names no time, the year of a stated base says nothing of the figure."""
    content = tree()
    change = {"kind": "percent", "value": "20", "direction": "up", "base": "2022"}
    content["facts"][0]["change"] = {**change, "same_period": True}
    content["figures"].append({**figure("fa.change", "20", ["fa"], unit="%"), "part": "change"})
    one = lineage({**content, "printed": [marked("paragraph", f"Tỉnh {text}", "fa", "fa.change")]})
    assert len([*beside_objections(one.printed, one)]) == count
