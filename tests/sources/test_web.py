"""HTML: the article is read, what surrounds it is not."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import InputError
from generator.model.source_text import SourceInfo, SourceText
from generator.sources.web import read_web
from tests.sources.making import SEED, to_tcvn3

INFO = SourceInfo("a")
FIRST = "Trong quý I, tỉnh đã tiếp nhận 1.234 hồ sơ, tăng hơn một phần mười so với cùng kỳ."
SECOND = "Tỷ lệ giải quyết đúng hạn đạt 98,7%, cao hơn mức bình quân của cả vùng trong quý trước."
PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>Báo</title>
<script>document.write("<p>Quảng cáo 99%</p>")</script><style>p {{ color: red }}</style></head>
<body class="has-menu"><header><a href="/">Trang chủ</a><p>Hôm nay 01/01/2024</p></header>
<nav><ul><li><a href="/a">Thời sự</a></li></ul></nav>
<div class="mainMenu"><p>Chuyên mục nổi bật của toàn trang báo điện tử hôm nay và hôm qua</p></div>
<div class="wrap"><div class="left">{article}</div>
<div class="right"><div class="tin-lien-quan"><p>Tin khác: số hồ sơ của tỉnh bạn đạt 77% trong năm
nay</p></div></div></div>
<div id="comments"><p>Bạn đọc A: tôi nghĩ con số đúng phải là 12% chứ không phải như bài</p></div>
<footer><p>Giấy phép số 12/GP, điện thoại 0123 456 789, chịu trách nhiệm nội dung</p></footer>
</body></html>"""


def page(article: str, charset: str = "utf-8") -> bytes:
    """Return a page around an article."""
    return PAGE.format(article=article, charset=charset).encode(charset, "xmlcharrefreplace")


def read(data: bytes | str) -> SourceText:
    """Read a page."""
    return read_web(data if isinstance(data, bytes) else data.encode(), INFO, "a.html")


ARTICLE = f"<h1>Kết quả quý I</h1><div class='content'><p>{FIRST}</p><p>{SECOND}</p></div>"
TEXT = f"Kết quả quý I\n\n{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "article",
    [
        ARTICLE,
        f"<article>{ARTICLE}</article>",
        f"<main><div itemprop='articleBody'>{ARTICLE}</div></main>",
        ARTICLE.replace("</p><p>", "<br><br>"),
        ARTICLE.replace("<p>", "<div>").replace("</p>", "</div>"),
        ARTICLE.replace("<p>", "<p><span>").replace("</p>", "</span></p>"),
        ARTICLE + "<p><a href='/x'>Xem thêm: bài khác về số liệu 55% của tỉnh bạn</a></p>",
        ARTICLE + "<p hidden>ẩn 44%</p><p style='display: none'>ẩn 33%</p>",
        ARTICLE + "<div class='related-news'><p>Tin khác 22%</p></div>",
        ARTICLE.replace(
            "</p><p>",
            "</p><figure><img src='a.jpg'><figcaption>Bà con nộp 7 hồ sơ</figcaption></figure><p>",
        ),
        ARTICLE.replace(
            "</p><p>",
            "</p><div class='wp-caption'><p class='wp-caption-text'>Ảnh: 31 hồ sơ</p></div><p>",
        ),
        ARTICLE.replace(
            "</p><p>",
            "</p><table><tr><td class='PhotoCMS_Caption'><p>Nộp 5 hồ sơ</p></td></tr></table><p>",
        ),
        ARTICLE + "<iframe src='http://127.0.0.1:9/'></iframe><!-- 11% -->",
    ],
)
def test_main_text(article: str) -> None:
    """Menus, related links, comments, hidden and scripted text are left out."""
    assert read(page(article)).text == TEXT


def test_article_in_a_wrapper_with_a_misleading_name() -> None:
    """What holds most of the text is no menu, whatever its name and however long the scripts."""
    lines = [f"Đoạn {n}: {FIRST}" for n in range(9)]
    body = "".join(f"<p>{line}</p>" for line in lines)
    article = f"<div class='header-fixed'>{body}</div><script>{'x' * 9000}</script>"
    assert read(page(article)).text.split("\n\n") == lines


def test_many_dropped_elements_take_no_time() -> None:
    """Scripts by the thousand between pieces of text do not make the work grow squarely."""
    got = read(page(f"<p>{FIRST}</p><p>{'<script></script>chữ ' * 20_000}</p>"))
    assert got.text.count("chữ") == 20_000


def test_labels() -> None:
    """Paragraphs are counted, the title first."""
    got = read(page(ARTICLE))
    assert [one.label for one in got.segments] == ["đoạn 1", "đoạn 2", "đoạn 3"]
    assert got.locate(got.text.index("98,7")) == "đoạn 3"


def test_lines_and_lists() -> None:
    """A single break ends a line; each item of a list is a paragraph."""
    article = f"<p>{FIRST}<br>{SECOND}</p><ul><li>một trăm hồ sơ</li><li>hai trăm</li></ul>"
    assert read(page(article)).text == f"{FIRST}\n{SECOND}\n\nmột trăm hồ sơ\n\nhai trăm"


def test_table() -> None:
    """A table of data is read row by row, one that lays out the page as its text."""
    rows = "<tr><th>Cấp</th><th>Số</th></tr><tr><td>tỉnh</td><td><p>12</p><p>%</p></td></tr>"
    table = f"<table>{rows}</table>"
    got = read(page(f"<p>{FIRST}</p>{table}<p>{SECOND}</p>"))
    assert got.text == f"{FIRST}\n\nCấp | Số\n\ntỉnh | 12 %\n\n{SECOND}"
    assert got.locate(got.text.index("tỉnh | 12")) == "bảng 1, hàng 2"
    layout = f"<table><tr><td>{ARTICLE}</td></tr></table>"
    assert read(page(layout)).text == TEXT


def test_cells_over_several_columns_and_rows() -> None:
    """What stands below a wide or high cell keeps its column; a span without sense is one."""
    head = "<tr><th rowspan='2'>Cấp</th><th colspan='2'>Tiếp nhận</th><th rowspan='x'>Trễ</th></tr>"
    rows = f"{head}<tr><th>Tổng</th><th>Mới</th></tr><tr><td>xã</td><td>9</td><td>8</td></tr>"
    got = read(page(f"<p>{FIRST}</p><table>{rows}</table><p>{SECOND}</p>"))
    lines = got.text.split("\n\n")[1:-1]
    assert lines == ["Cấp | Tiếp nhận |  | Trễ", "| Tổng | Mới", "xã | 9 | 8"]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("522<sup>1</sup> dịch vụ", "522[1] dịch vụ"),
        ("522<sup><a href='#n'>1</a></sup> dịch vụ", "522[1] dịch vụ"),
        ("<b>522<sup>12</sup></b>", "522[12]"),
        ("10 m<sup>2</sup>", "10 m²"),
        ("ngày 1<sup>st</sup>", "ngày 1st"),
        ("1&nbsp;234 &amp; 5&#8239;6", "1\u00a0234 & 5\u202f6"),
    ],
)
def test_raised_digits(html: str, text: str) -> None:
    """A raised digit never becomes a digit of the number before it."""
    assert read(page(f"<p>{FIRST}</p><p>{html}</p>")).text == f"{FIRST}\n\n{text}"


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "ascii"])
def test_charsets(charset: str) -> None:
    """Unicode in any form, and letters written as entities."""
    assert read(page(ARTICLE, charset)).text == TEXT


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_forms(form: str) -> None:
    """The text is in NFC whatever the page is in."""
    assert read(unicodedata.normalize(form, page(ARTICLE).decode())).text == TEXT


def test_old_font() -> None:
    """A page written for a TCVN3 font comes out in real letters."""
    article = to_tcvn3(f"<p>{FIRST.lower()}</p><p>{SECOND.lower()}</p>")
    data = f"<html><body>{article}</body></html>".encode("cp1252")
    assert read(data).text == f"{FIRST.lower()}\n\n{SECOND.lower()}"


def test_seeds(seeds: Path) -> None:
    """The five articles come back whole from a page around them."""
    for path in seeds.glob("*.txt"):
        lines = [" ".join(line.split()) for line in path.read_text("utf-8").split("\n")]
        lines = [unicodedata.normalize("NFC", line) for line in lines if line]
        article = "".join(f"<p>{line}</p>" for line in lines)
        assert read(page(article)).text.split("\n\n") == lines


def test_cut_off_at_fifty_places() -> None:
    """A page cut off anywhere is read as far as it goes, or refused."""
    data = page(ARTICLE)
    for cut in range(0, len(data), len(data) // 50):
        try:
            assert read(data[:cut]).text.strip()
        except InputError as exc:
            assert exc.hint  # noqa: PT017 most cuts are no error


@given(st.text(alphabet="<>/=\"'&;# abcptdivúộ\x00\n", max_size=200))
def test_any_markup(text: str) -> None:
    """Whatever the markup: a text or an InputError."""
    try:
        assert read(text).text.strip()
    except InputError as exc:
        assert exc.hint  # noqa: PT017 both are right


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "no web page"),
        (b"<html><body><script>x()</script></body></html>", "no text"),
        ("<div>" * 5000 + "x", "no web page"),
    ],
)
def test_refused(data: bytes | str, word: str) -> None:
    """An empty page and one nested beyond reason are refused."""
    with pytest.raises(InputError, match=word):
        read(data)


def test_entities_read_no_file() -> None:
    """An entity that names a file is not followed."""
    doctype = f"<!DOCTYPE html [<!ENTITY x SYSTEM '{SEED.as_uri()}'>]>"
    text = read(f"{doctype}<html><body><p>{FIRST} &x;</p></body></html>").text
    assert SEED.read_text(encoding="utf-8")[:20] not in text


def test_the_caption_of_a_table_is_text() -> None:
    """What stands below a figure that holds a table tells what the table is of."""
    rows = "<table><tr><td>Huyện</td><td>Hồ sơ</td></tr><tr><td>A</td><td>31</td></tr></table>"
    figure = f"<figure>{rows}<figcaption>Số hồ sơ quý I theo huyện</figcaption></figure>"
    text = read(page(ARTICLE.replace("</p></div>", f"</p>{figure}</div>"))).text
    assert "Số hồ sơ quý I theo huyện" in text
