"""Notes and lines of sources name the documents that their figures come from."""

from __future__ import annotations

import pytest

from generator.verify.citations import citing_objections
from generator.verify.following import following_objections
from generator.verify.pointing import pointing_objections
from tests.verify.making import Tree, lineage, marked, tree

SAID = "Việc kết nối dữ liệu giữa các hệ thống tại cấp xã còn chậm, chưa đáp ứng yêu cầu."
BOTH = "Tỉnh Bắc Giang giải quyết {1.200} hồ sơ, tỉnh Bình Dương {3.400} hồ sơ."
ONE = "Tỉnh Bắc Giang giải quyết {1.200} hồ sơ."
FIRST = "Báo mot ngày 01/1/2024, tài liệu [1] đã dẫn; Báo hai, bài “Bài hai” (tài liệu [2])."
PLAIN = "Kết quả của các địa phương nêu tại Bảng 1."


def told(text: str, note: str, kind: str = "note") -> Tree:
    """Return a trace of three documents, each with facts of its own, and a text with a note."""
    content = tree()
    names = ("mot", "hai", "ba")
    content["documents"] = [
        {
            "id": name,
            "title": f"Bài {name}",
            "publisher": f"Báo {name}",
            "published": f"2024-01-0{n}",
        }
        for n, name in enumerate(names, start=1)
    ]
    content["facts"][0]["source"]["doc"] = "mot"
    content["facts"][1]["source"]["doc"] = "hai"
    content["facts"][2] = {**content["facts"][2], "place": "binh-thuan"}
    content["facts"][2]["source"]["doc"] = "ba"
    content["statements"] = [{"text": SAID, "told": [SAID], "source": {"doc": "hai"}}]
    figures = ("fa", "fb")[: text.count("{")]
    cell = {"table": "b", "row": 1, "column": 1} if kind == "source" else {"role": "body"}
    above = marked("cell" if kind == "source" else "paragraph", text, *figures, **cell)
    content["printed"] = [above, {"kind": kind, "text": note}]
    return content


CITED = [
    (BOTH, "Các tài liệu [1] và [2] đã dẫn.", True),
    (BOTH, "Các tài liệu [1] và [3] đã dẫn.", False),
    (BOTH, "Các tài liệu [1], [2] và [3] đã dẫn.", False),
    (BOTH, "Các tài liệu [1] và [9] đã dẫn.", False),
    (BOTH, "Tài liệu [1] đã dẫn. Mức tăng được tính từ số liệu của nguồn.", False),
    (BOTH, FIRST, True),
    (BOTH, FIRST.replace("[1]", "[2]"), False),
    (BOTH, "Mức tăng được tính từ số liệu của nguồn.", True),
    (ONE, "Tài liệu [1] đã dẫn.", True),
    (ONE, "Tài liệu [2] đã dẫn.", False),
    (ONE, "Báo mot ngày 02/1/2024, tài liệu [1] đã dẫn.", False),
    (SAID, "Báo hai, bài “Bài hai”, ngày 02/1/2024 (tài liệu [2]).", True),
    (f"Theo ông An, {SAID[:1].lower()}{SAID[1:]}", "Tài liệu [2] đã dẫn.", True),
    (SAID, "Tài liệu [3] đã dẫn.", False),
    (f"{ONE} {SAID}", "Các tài liệu [1] và [2] đã dẫn.", True),
    (PLAIN, "Các tài liệu [1] và [2] đã dẫn.", True),
    (PLAIN, "Báo mot ngày 02/1/2024.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "note", "is_right"), CITED)
def test_a_note_names_what_its_text_is_from(text: str, note: str, *, is_right: bool) -> None:
    """All documents of the facts and statements above a note are named, and no other."""
    assert (not list(citing_objections(lineage(told(text, note))))) is is_right


@pytest.mark.parametrize(
    ("line", "is_right"),
    [
        ("Nguồn: Báo mot ngày 01/1/2024; Báo hai ngày 02/1/2024. Dấu “-”: không có.", True),
        ("Nguồn: tài liệu [1] và [2].", True),
        ("Nguồn: Báo mot ngày 01/1/2024; Báo ba ngày 03/1/2024.", False),
        ("Nguồn: Báo mot ngày 01/1/2024.", False),
    ],
)
def test_a_line_of_sources_names_those_of_its_table(line: str, *, is_right: bool) -> None:
    """The line below a table names the documents of the figures in it."""
    assert (not list(citing_objections(lineage(told(BOTH, line, "source"))))) is is_right


@pytest.mark.parametrize("publisher", ["UBND tỉnh Mẫu", "VP. UBND tỉnh Mẫu", "báo Mẫu"])
@pytest.mark.parametrize(("day", "is_right"), [("01/1/2024", True), ("04/1/2024", False)])
def test_a_publisher_is_known_by_its_full_name(publisher: str, day: str, *, is_right: bool) -> None:
    """Running text says an abbreviated name in full; a mark in a name ends no citation."""
    full = publisher.replace("UBND", "Ủy ban nhân dân (UBND)")
    note = f"{publisher[:1].upper()}{publisher[1:]} ngày {day}; {publisher} ngày 02/1/2024."
    content = told(BOTH, note)
    for one in content["documents"][:2]:
        one["publisher"] = publisher
    assert (not list(citing_objections(lineage(content)))) is is_right
    taken = f"Số liệu, nội dung trên trích từ {full} các ngày {day} và 02/1/2024./."
    content["printed"] = [{"kind": "paragraph", "text": taken, "role": "closing"}]
    assert (not list(citing_objections(lineage(content)))) is is_right


@pytest.mark.parametrize("publisher", ["C", "m", "Tài"])
def test_a_publisher_of_few_letters_begins_no_other_words(publisher: str) -> None:
    """No "C" published "Các tài liệu …", no "M" what begins with "Mức tăng"."""
    note = "Các tài liệu [1] và [2] đã dẫn. Mức tăng được tính từ số liệu của nguồn."
    content = told(BOTH, note)
    content["documents"][0]["publisher"] = publisher
    assert not list(citing_objections(lineage(content)))
    content["printed"][1]["text"] = f"{publisher} ngày 01/1/2024; Báo hai ngày 02/1/2024."
    assert not list(citing_objections(lineage(content)))


@pytest.mark.parametrize(
    ("place", "is_right"),
    [
        ("[1], đoạn 7", True),
        ("[1]", True),
        ("[1], đoạn 8", False),
        ("[2], đoạn 7", False),
        ("[9]", False),
    ],
)
def test_a_row_tells_where_its_figure_stands(place: str, *, is_right: bool) -> None:
    """Document and paragraph beside a figure are those of its fact."""
    content = told(ONE, "")
    content["printed"] = [
        marked("cell", "{1.200}", "fa", table="b", row=1, column=1),
        {"kind": "cell", "text": place, "table": "b", "row": 1, "column": 2},
    ]
    assert (not list(citing_objections(lineage(content)))) is is_right


@pytest.mark.parametrize(
    ("label", "time", "is_right"),
    [
        ("Bảng 1", "năm 2023", True),
        ("Bảng 2", "năm 2023", False),
        ("Bảng 3", "năm 2023", True),
        ("Bảng 1", "đến tháng 12/2023", True),
        ("Bảng 1", "năm 2024", False),
        ("Bảng 1", "tài liệu không ghi ngày", True),
    ],
)
def test_a_pointer_and_a_heading_fit_the_figures(label: str, time: str, *, is_right: bool) -> None:
    """A sentence points to what shows its figures, and stands below a heading of their time."""
    content = tree()
    text = f"Tỉnh Bắc Giang giải quyết {{1.200}} hồ sơ ({label})."
    at = text.replace("{", "").replace("}", "").index(label)
    heading = {"kind": "heading", "text": f"1. Tỉnh Bắc Giang ({time})", "level": 2}
    body = marked("paragraph", text, "fa", own=[[at, at + len(label)]])
    content["printed"] = [heading, body]
    for number, name in enumerate(("fa", "fb"), start=1):
        caption = {"kind": "caption", "text": f"Bảng {number}. Hồ sơ", "own": [[0, 6]]}
        cell = marked("cell", "{1}", name, table=f"t{number}", row=1, column=1)
        content["printed"] += [caption, cell]
    assert (not list(pointing_objections(lineage(content)))) is is_right


@pytest.mark.parametrize(
    ("text", "note", "is_right"),
    [
        (ONE, "Tài liệu [1] đã dẫn.", True),
        (ONE, "Tài liệu [2] đã dẫn.", True),
        (ONE, "Mức tăng được tính từ số liệu của nguồn.", False),
        (BOTH, "", False),
        (ONE, "", False),
        (SAID, "", True),
        (PLAIN, "", True),
    ],
)
def test_a_text_without_a_note_goes_on_with_the_source_above(
    text: str, note: str, *, is_right: bool
) -> None:
    """What has no citation of its own is of the documents that were cited last: here of [2]."""
    content = told(text, note)
    above = [{"kind": "paragraph", "text": SAID}, {"kind": "note", "text": "Tài liệu [2] đã dẫn."}]
    below = [one for one in content["printed"] if one["text"]]
    content["printed"] = [*above, *below]
    assert (not list(following_objections(lineage(content)))) is is_right


@pytest.mark.parametrize("gone", [False, True])
def test_each_table_has_its_line_where_others_have(*, gone: bool) -> None:
    """A line of sources that was taken out is missed."""
    content = told(ONE, "Nguồn: tài liệu [1].", "source")
    other = marked("cell", "{1.200}", "fa", table="c", row=1, column=1)
    content["printed"] += [other, *([] if gone else [{**content["printed"][1]}])]
    found = [one.message for one in following_objections(lineage(content))]
    assert found == (["no line below it names its source"] if gone else [])
