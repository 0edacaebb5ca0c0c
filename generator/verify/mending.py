"""What a person does about an objection, by its rule."""

from __future__ import annotations

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
}


def mend_of(rule: str) -> str:
    """Return how what a rule objects to is mended, in one line."""
    if not rule.startswith("số liệu:"):
        return _LAYOUT
    return _BY_RULE.get(rule, _WORDS)
