"""Words of rise and fall before what two facts differ by."""

from __future__ import annotations

import pytest

from generator.verify.changes import change_objections
from generator.verify.direction import direction_objections
from generator.verify.extremes import extreme_objections
from tests.verify.making import fact, figure, lineage, marked, tree


@pytest.mark.parametrize(
    ("word", "wrong"),
    [("tăng", 0), ("tăng thêm", 0), ("giảm", 1), ("giảm khoảng", 1), ("chênh", 0), ("đã tăng", 0)],
)
def test_a_rise_is_not_called_a_fall(word: str, wrong: int) -> None:
    """200 more than the year before may be called a rise, and nothing at all, but no fall."""
    content = tree()
    text = f"Bắc Giang {word} {{200}} hồ sơ so với năm 2022."
    content["printed"] = [marked("paragraph", text, "ca")]
    assert len(list(direction_objections(lineage(content)))) == wrong


@pytest.mark.parametrize(
    ("word", "wrong"), [("giảm", 0), ("tăng", 1), ("gấp", 1), ("gấp hơn", 1), ("tăng gấp", 1)]
)
def test_a_fall_is_not_called_a_rise(word: str, wrong: int) -> None:
    """A third of the year before is less, so that no "gấp" may stand before what it fell by."""
    content = tree()
    content["facts"] += [
        fact("d2", "bac-giang", "2022-12-31", "900"),
        fact("d3", "bac-giang", "2023-12-31", "300"),
    ]
    content["figures"].append(figure("cd", "600", ["d2", "d3"], formula="900 − 300 = 600"))
    content["printed"] = [marked("paragraph", f"Bắc Giang {word} {{600}} hồ sơ.", "cd")]
    assert len(list(direction_objections(lineage(content)))) == wrong


@pytest.mark.parametrize(("direction", "wrong"), [("up", 0), ("down", 1)])
def test_a_printed_multiple_goes_up(direction: str, wrong: int) -> None:
    """A source that tells a fall has not told "gấp 3 lần"."""
    content = tree()
    content["facts"][0]["change"] = {"kind": "times", "value": "3", "direction": direction}
    content["figures"].append({**figure("ch", "3", ["fa"], unit="lần"), "part": "change"})
    content["printed"] = [marked("paragraph", "Số hồ sơ gấp {3} lần so với năm 2022.", "ch")]
    assert len(list(direction_objections(lineage(content)))) == wrong


@pytest.mark.parametrize(
    ("quote", "wrong"), [("giải quyết gấp 1.200 hồ sơ", 0), ("giải quyết 1.200 hồ sơ", 1)]
)
def test_a_plain_number_is_called_a_multiple_by_its_source_alone(quote: str, wrong: int) -> None:
    """A count that its source does not set against another one is no "gấp"."""
    content = tree()
    content["facts"][0]["source"]["quote"] = quote
    content["printed"] = [marked("paragraph", "Bắc Giang giải quyết gấp {1.200} hồ sơ.", "fa")]
    assert len(list(direction_objections(lineage(content)))) == wrong


@pytest.mark.parametrize(("word", "wrong"), [("tăng", 0), ("giảm", 1)])
def test_a_better_rank_is_a_rise(word: str, wrong: int) -> None:
    """From the tenth to the sixth place is a rise."""
    content = tree()
    content["indicators"]["par_index_rank"] = {"label": "Hạng", "unit": "hạng", "kind": "rank"}
    content["facts"] += [
        {**fact("r2", "bac-giang", "2022-12-31", "10"), "indicator": "par_index_rank"},
        {**fact("r3", "bac-giang", "2023-12-31", "6"), "indicator": "par_index_rank"},
    ]
    content["figures"].append(figure("cr", "4", ["r2", "r3"], unit="bậc", formula="10 − 6 = 4"))
    content["printed"] = [marked("paragraph", f"Bắc Giang {word} {{4}} bậc.", "cr")]
    assert len(list(direction_objections(lineage(content)))) == wrong


def test_facts_of_two_places_have_no_direction() -> None:
    """What two places differ by is neither rise nor fall in time."""
    content = tree()
    content["figures"].append(figure("cp", "2200", ["fb", "fa"], formula="3.400 − 1.200 = 2.200"))
    content["printed"] = [marked("paragraph", "Phải giảm {2.200} hồ sơ.", "cp")]
    assert list(direction_objections(lineage(content))) == []


@pytest.mark.parametrize(
    ("word", "wrong"),
    [("thấp hơn", 0), ("còn kém", 0), ("cao hơn", 1), ("vượt", 1), ("tăng thêm", 1)],
)
def test_a_difference_to_a_target_is_called_by_its_sign(word: str, wrong: int) -> None:
    """What is below its target is not called above it, also in a list of two."""
    content = tree()
    content["figures"] += [
        figure("t1", "-300", ["fa"], formula="1.200 − 1.500 = −300"),
        figure("t2", "-500", ["fc"], formula="1.000 − 1.500 = −500"),
    ]
    text = f"So với mục tiêu, kết quả {word} lần lượt khoảng {{300}} hồ sơ và {{500}} hồ sơ."
    content["printed"] = [marked("paragraph", text, "t1", "t2")]
    found = list(direction_objections(lineage(content)))
    assert len(found) == wrong
    text = f"So với mục tiêu, kết quả {word} lần lượt {{300}} và {{500}} hồ sơ."
    content["printed"] = [marked("paragraph", text, "t1", "t2")]
    assert len(list(direction_objections(lineage(content)))) == 2 * wrong


@pytest.mark.parametrize(("word", "wrong"), [("nhiều hơn", 0), ("ít hơn", 1), ("thấp hơn", 1)])
def test_more_is_not_called_less(word: str, wrong: int) -> None:
    """A place with more dossiers than another does not have less of them."""
    content = tree()
    content["figures"].append(figure("cp", "2200", ["fb", "fa"], formula="3.400 − 1.200 = 2.200"))
    content["printed"] = [
        marked("paragraph", f"Bình Dương giải quyết {word} {{2.200}} hồ sơ.", "cp")
    ]
    assert len(list(direction_objections(lineage(content)))) == wrong


@pytest.mark.parametrize(("word", "wrong"), [("lên", 0), ("xuống", 1), ("xuống còn", 1)])
def test_from_one_number_to_another_is_up_or_down(word: str, wrong: int) -> None:
    """From 1.000 to 1.200 the way leads up."""
    content = tree()
    text = f"Số hồ sơ thay đổi (từ {{1.000}} {word} {{1.200}})."
    content["printed"] = [marked("paragraph", text, "fc", "fa")]
    assert len(list(direction_objections(lineage(content)))) == wrong


def test_a_plain_number_is_no_rise() -> None:
    """A number that its source does not call a rise is not one."""
    content = tree()
    content["printed"] = [marked("paragraph", "Bắc Giang tăng thêm {1.200} hồ sơ.", "fa")]
    assert len(list(direction_objections(lineage(content)))) == 1
    content["facts"][0]["source"]["quote"] = "tăng thêm 1.200 hồ sơ"
    assert list(direction_objections(lineage(content))) == []


@pytest.mark.parametrize(
    ("text", "name", "wrong"),
    [
        ("Số hồ sơ nhiều nhất ở Bình Dương ({3.400})", "fb", 0),
        ("Số hồ sơ ít nhất ở Bình Dương ({3.400})", "fb", 1),
        ("Số hồ sơ cao nhất là của tỉnh Bắc Giang: {1.200}", "fa", 1),
        ("Bắc Giang đứng cuối với {1.200} hồ sơ", "fa", 0),
        ("Bắc Giang đứng đầu với {1.200} hồ sơ", "fa", 1),
        ("Bắc Giang có số hồ sơ cao nhất từ trước đến nay ({1.000})", "fc", 0),
    ],
)
def test_the_highest_is_the_highest(text: str, name: str, wrong: int) -> None:
    """What is called the most or the last is it among the places of its time."""
    content = tree()
    content["printed"] = [marked("paragraph", text, name)]
    assert len(list(extreme_objections(lineage(content)))) == wrong


@pytest.mark.parametrize(("word", "wrong"), [("đứng cuối", 1), ("đứng đầu", 1), ("xếp", 0)])
def test_a_rank_in_the_middle_is_no_end(word: str, wrong: int) -> None:
    """The sixth of 63 is neither the first nor the last."""
    content = tree()
    content["indicators"]["par_index_rank"] = {"label": "Hạng", "unit": "hạng", "kind": "rank"}
    content["facts"].append(
        {
            **fact("r3", "bac-giang", "2023-12-31", "6"),
            "indicator": "par_index_rank",
            "unit": "hạng",
            "total": "63",
        }
    )
    content["figures"].append(figure("r3", "6", ["r3"], unit="hạng"))
    content["printed"] = [marked("paragraph", f"Bắc Giang {word}, thứ {{6/63}}.", "r3")]
    assert len(list(extreme_objections(lineage(content)))) == wrong


@pytest.mark.parametrize(("base", "wrong"), [("sh", 0), ("cnt", 1)])
def test_both_ends_of_a_change_are_of_one_unit(base: str, wrong: int) -> None:
    """From 99% down to 95%, not from 128.700 dossiers; points compare the shares of counts."""
    content = tree()
    content["facts"] += [
        fact("s2", "hue", "2022-12-31", "1287", share="99"),
        fact("s3", "hue", "2023-12-31", "1330", share="95"),
    ]
    content["figures"] += [
        figure("cnt", "1287", ["s2"]),
        {**figure("sh", "99", ["s2"], unit="%"), "part": "share"},
        {**figure("sn", "95", ["s3"], unit="%"), "part": "share"},
        figure("cd", "-4", ["s2", "s3"], unit="điểm phần trăm", formula="95 − 99 = −4"),
    ]
    was = "99%" if base == "sh" else "1.287"
    text = f"Tỷ lệ giảm {{4}} điểm phần trăm (từ {{{was}}} xuống {{95%}})."
    content["printed"] = [marked("paragraph", text, "cd", base, "sn")]
    assert len(list(direction_objections(lineage(content)))) == wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("cao hơn mức chung của cả nước ({95}%)", 1),
        ("thấp hơn mức chung của cả nước ({95}%)", 0),
        ("còn thấp hơn mục tiêu tối thiểu {95}%", 0),
        ("vượt mục tiêu tối thiểu {95}%", 1),
        ("đạt mục tiêu tối thiểu {95}%", 1),
        ("hoàn thành mục tiêu {95}%", 1),
    ],
)
def test_a_figure_stands_on_the_side_that_is_told(words: str, wrong: int) -> None:
    """88 is below 95, whoever tells it without the distance."""
    content = tree()
    content["facts"] += [
        fact("r1", "bac-giang", "2023-12-31", "88", unit="%"),
        fact("r2", "quoc-gia", "2023-12-31", "95", unit="%"),
    ]
    text = f"Tỷ lệ của Bắc Giang đạt {{88}}%, {words}."
    content["figures"] += [
        figure("r1", "88", ["r1"], unit="%"),
        figure("r2", "95", ["r2"], unit="%"),
    ]
    content["printed"] = [marked("paragraph", text, "r1", "r2")]
    assert len(list(direction_objections(lineage(content)))) == wrong


@pytest.mark.parametrize(("word", "wrong"), [("Tăng", 0), ("Giảm", 1)])
def test_a_change_against_what_was_added_up_has_a_direction(word: str, wrong: int) -> None:
    """The base of a merged province is the sum of the old ones, the first number that of today."""
    content = tree()
    content["facts"] += [
        fact("d1", "bac-giang", "2024-12-31", "900"),
        fact("d2", "bac-ninh", "2024-12-31", "600"),
        fact("d3", "bac-ninh", "2025-12-31", "1800", printed="1.800"),
    ]
    formula = "1.800 − (900 + 600) = 300"
    content["figures"].append(figure("cd", "300", ["d1", "d2", "d3"], formula=formula))
    content["printed"] = [marked("cell", f"{word} {{300 hồ sơ}}", "cd", table="b", row=1, column=3)]
    assert len(list(direction_objections(lineage(content)))) == wrong


@pytest.mark.parametrize(
    ("names", "head", "wrong"),
    [
        (("ca", "cx"), "Tăng, giảm so với năm 2022", 0),
        (("cx", "ca"), "Tăng, giảm so với năm 2022", 2),
        (("ca", "cx"), "Tăng, giảm so với năm 2021", 2),
        (("ca", "cx"), "Tăng, giảm", 0),
    ],
)
def test_a_column_of_changes_is_of_its_rows_and_of_its_base(
    names: tuple[str, str], head: str, wrong: int
) -> None:
    """What another row changed by is found, as is the name of another base."""
    content = tree()
    content["facts"] += [
        fact("x1", "bac-giang", "2022-12-31", "40", indicator="dossiers_late"),
        fact("x2", "bac-giang", "2023-12-31", "50", indicator="dossiers_late"),
    ]
    content["figures"] += [
        figure("x1", "40", ["x1"]),
        figure("x2", "50", ["x2"]),
        figure("cx", "10", ["x1", "x2"], formula="50 − 40 = 10"),
    ]
    values = {"ca": "{200}", "cx": "{10}"}
    rows = [("{1.000}", "fc", "{1.200}", "fa"), ("{40}", "x1", "{50}", "x2")]
    content["printed"] = [
        {"kind": "cell", "text": head, "table": "b", "row": 0, "column": 3, "head": True}
    ]
    for at, (was, first, now, second) in enumerate(rows, start=1):
        content["printed"] += [
            marked("cell", was, first, table="b", row=at, column=1),
            marked("cell", now, second, table="b", row=at, column=2),
            marked("cell", values[names[at - 1]], names[at - 1], table="b", row=at, column=3),
        ]
    assert len(list(change_objections(lineage(content)))) == wrong
