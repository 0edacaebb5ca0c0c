"""An own template tells in its own way; what is changed afterwards is found all the same."""

from __future__ import annotations

import json
from pathlib import Path

from generator.facts.lineage import digest, with_part
from generator.verify.conventions import convention_objections, own_ways
from generator.verify.figures import check_figures
from generator.verify.lineage import Lineage
from tests.hard_cases.making import page
from tests.verify.making import Tree, marked, tree
from tests.verify.test_right_projects import BESIDE, DOCUMENT, HEAD, ON_TIME

TEMPLATE = """
<letterhead/><title kind="PHIẾU SỐ LIỆU">Kết quả {{ scope_name }}</title>
{% for section in model.places %}{% set claims = section.groups[0].passages[0].claims %}
{% set docs = arrange.docs_of(claims) if section.place.slug == "bac-giang" else () %}
<p>{{ section.place.name }}: {{ say.plain(claims[0].fact) }}.<note>{{ cite(docs) }}</note></p>
<table id="b-{{ section.place.slug }}" source="{{ source_names(docs)|join("; ") }}"><col/><tbody>
<tr><td>{{ say.plain(claims[0].fact) }}</td></tr></tbody></table>
{% endfor %}
"""


def ways(content: Tree) -> list[str]:
    """Return what a template does otherwise, and prove a report that says so."""
    text = json.dumps({**content, "digest": digest(content)})
    found = own_ways(text, "mau.html")
    told = Lineage.parse(with_part(text, "own_ways", found), "mau.html")
    assert list(convention_objections(told)) == []
    assert told.is_whole
    return [str(one["message"]) for one in found]


def spoken(text: str) -> Tree:
    """Return a report with a text of its own below what a speaker says, two sources, two tables."""
    content = tree()
    content["documents"][0].update(publisher="Báo Mẫu", published="2024-01-05")
    content["documents"].append({**content["documents"][0], "id": "hai", "title": "Hai"})
    content["facts"][1]["source"]["doc"] = "hai"
    content["statements"] = [{"text": "Khẩn trương rà soát.", "speaker": "Bộ Mẫu"}]
    cell = {"row": 0, "column": 0}
    content["printed"] = [
        marked("paragraph", "Tỉnh Bắc Giang giải quyết {1.200} hồ sơ.", "fa", role="body"),
        {"kind": "note", "text": "Báo Mẫu, bài “Tài liệu mẫu”."},
        marked("paragraph", "Tỉnh Bình Dương giải quyết {3.400} hồ sơ.", "fb", role="body"),
        marked("cell", "{1.200}", "fa", table="a", **cell),
        {"kind": "source", "text": "Nguồn: Báo Mẫu ngày 05/1/2024."},
        marked("cell", "{3.400}", "fb", table="b", **cell),
        {"kind": "unit", "text": "theo từng chỉ tiêu"},
        marked("cell", "{3.400}", "fb", table="c", **cell),
        {"kind": "source", "text": "Nguồn: Báo Mẫu ngày 05/1/2024."},
        {"kind": "heading", "text": "Ý kiến của Bộ Mẫu", "level": 1},
        {"kind": "paragraph", "text": text, "role": "body"},
    ]
    return content


def test_what_a_template_does_otherwise_is_told_in_the_data() -> None:
    """A text without its note, a table without a line, own words below a speaker's name."""
    found = ways(spoken("Văn phòng sẽ tiếp tục theo dõi."))
    assert [one.partition("“")[0].strip() for one in found] == [
        "no note cites the source of",
        "no line below it names its source",
        "Bộ Mẫu does not say",
        "",  # the unit line, which comes first in its message
    ]
    line = spoken("Văn phòng sẽ tiếp tục theo dõi.")
    line["printed"][6]["text"] = "giao dịch"
    assert ways(line) == found[:-1]  # a wrong unit is no way of telling


def test_what_is_changed_afterwards_is_found() -> None:
    """The data name what is told otherwise; another text, another table is no such one."""
    content = spoken("Văn phòng sẽ tiếp tục theo dõi.")
    text = json.dumps({**content, "digest": digest(content)})
    content["own_ways"] = own_ways(text, "mau.html")
    content["printed"][-1]["text"] = "Các tỉnh đã làm rất tốt việc này."
    content["printed"].pop(4)  # the line of sources
    changed = Lineage.parse(json.dumps({**content, "digest": digest(content)}), "mau.html")
    assert [one.message[:6] for one in convention_objections(changed)] == ["no lin", "Bộ Mẫu"]


def test_the_report_of_an_own_template_is_written(tmp_path: Path) -> None:
    """Its build looks how the template tells, and proves the file by that."""
    named = {"mot": ON_TIME, "hai": BESIDE}
    manifest = "".join(DOCUMENT.format(name=one, day="2025-01-10") for one in named)
    files = {f"nguon/{one}.txt": text for one, text in named.items()}
    files["nguon/manifest.yaml"] = f"documents:\n{manifest}"
    files["templates/phieu/report.xml.j2"] = TEMPLATE
    config = "template: phieu\nprovinces: [binh-thuan, bac-giang]\nperiods: [2024]\n"
    file = page(tmp_path, f"{HEAD}{config}", files)
    data = file.read_text("utf-8")
    assert data.count('"where"') == 2  # the note and the line of sources
    assert check_figures(data.encode(), file.name) == ()
