"""What an objection is and what a person does about it, by its rule."""

from __future__ import annotations

from collections.abc import Mapping

_NUMBERS = "số liệu: "
_CHANGED = (
    "the file is not as it was built: build it again from its sources, and change figures in"
    " review.yaml, words in templates/, never in the file"
)
_DATA = (
    "the data in the file are not those it was built with: build it again; a figure that the"
    " source itself has wrong is decided in review.yaml"
)
_WORDS = (
    "words and data of the file do not fit: build it again; where a template says so, let it take"
    " the number, name or time from the fact"
)
_FONT = (
    "install the font Liberation Serif with all Vietnamese letters ('soket doctor' names the"
    " package) and verify again"
)
_LAYOUT = "set it in the template or the reference DOCX, or build without that reference"
_BY_RULE = {
    **dict.fromkeys(
        (
            "số liệu: văn bản",
            "số liệu: biểu đồ",
            "số liệu: in sai",
            "số liệu: nội dung ẩn",
            "số liệu: quanh văn bản",
            "số liệu: thuộc tính",
            "số liệu: cấu trúc",
            "số liệu: soạn lại",
        ),
        _CHANGED,
    ),
    **dict.fromkeys(
        (
            "số liệu: dữ liệu kèm",
            "số liệu: câu nguồn",
            "số liệu: cách tính",
            "số liệu: đối chiếu nguồn",
            "số liệu: truy nguồn",
        ),
        _DATA,
    ),
    "số liệu: phông chữ": _FONT,
}

_MEANT: Mapping[str, str] = {
    "văn bản": "a text that differs",
    "biểu đồ": "a chart that differs",
    "in sai": "a misprinted number",
    "nội dung ẩn": "content that is hidden or no plain text",
    "phông chữ": "letters that were held against no font",
    "quanh văn bản": "words around the text that differ",
    "thuộc tính": "a property of the file that differs",
    "cấu trúc": "a text in another role",
    "soạn lại": "not what the project makes",
    "dữ liệu kèm": "changed data",
    "câu nguồn": "a figure that its sentence does not bear out",
    "cách tính": "a wrong computation",
    "đối chiếu nguồn": "not what the source says",
    "truy nguồn": "a wrong box behind a number",
    "không có căn cứ": "a number without ground",
    "tên bên cạnh": "a place or time that is not the figure's",
    "tăng, giảm": "a rise or a fall that is none",
    "cao nhất, thấp nhất": "a highest or lowest that is none",
    "đơn vị đếm": "a unit that is not the figure's",
    "phần và toàn bộ": "a part told as an addition",
    "phủ định": "a denial that no source has",
    "lời trích": "words that are no quote",
    "tên nguồn": "a source that is not the text's",
    "dẫn chiếu": "a pointer that leads astray",
    "từ chỉ thời gian": "a word before a time that the figure denies",
    "tên chỉ tiêu": "a name that is not the indicator's",
    "hạng của chỉ số khác": "a rank of another index",
    "câu trích": "a statement or finding told otherwise",
    "người nói": "another speaker",
    "câu trích không nguyên vẹn": "a statement told in part",
    "không khớp trong văn bản": "figures of one report that disagree",
    "ghi chú": "a note that does not fit",
    "ghi chú không có căn cứ": "a note without ground",
    "mâu thuẫn không được nêu": "a contradiction that is not told",
    "thời gian phát biểu": "a month in which nothing was said",
    "mục tiêu": "a target bounded the other way",
    "thiếu dòng": "a sum without all its rows",
}


def meaning_of(rule: str) -> str:
    """Return a rule in the words of a person; an article of a decree is its own name."""
    return _MEANT.get(rule.removeprefix(_NUMBERS), rule)


def mend_of(rule: str) -> str:
    """Return how what a rule objects to is mended, in one line."""
    if not rule.startswith(_NUMBERS):
        return _LAYOUT
    return _BY_RULE.get(rule, _WORDS)
