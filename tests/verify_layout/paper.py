"""A small report on paper, set without any code of the program, and wrong ones beside it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from weasyprint import HTML

CSS = """
@page { size: 210mm 297mm; margin: 20mm 15mm 20mm 30mm;
  @top-center { content: counter(page); font: 13pt/1 "Liberation Serif" } }
@page :first { @top-center { content: none } }
@page :nth(1 of one) { counter-reset: page 1; @top-center { content: none } }
@page two { size: 297mm 210mm }
@page :nth(1 of two) { counter-reset: page 1; @top-center { content: none } }
html { font: 14pt/1.4 "Liberation Serif"; color: #000; hyphens: none }
body, p, h2, h3 { margin: 0; font-weight: normal; font-size: 14pt }
.head, .end { display: table; table-layout: fixed; width: 100%; line-height: 1.2 }
.row { display: table-row }
.l, .r { display: table-cell; vertical-align: top; text-align: center }
.l { width: 40% } .r { width: 60% }
.superior, .issuer, .country, .number { font-size: 13pt }
.issuer, .country, .motto, .kind, .subject, .authority, .signer { font-weight: bold }
.date { font-style: italic }
.row2 p { padding-top: 8pt }
hr { border: 0; height: 0.75pt; background: #000; margin: 2pt auto 0 }
.under-issuer { width: 44pt } .under-motto { width: 171pt } .under-subject { width: 90pt }
.kind { margin-top: 20pt; text-align: center }
.subject { text-align: center }
.to { text-align: center; margin: 12pt 0 }
.text, h2, h3 { text-align: justify; text-indent: 12.7mm; margin-bottom: 7pt }
h2, h3 { font-weight: bold }
.end { margin-top: 14pt; break-inside: avoid }
.end .l { text-align: left }
.end .l p { font-size: 11pt }
.end .l .word { font-size: 12pt; font-weight: bold; font-style: italic }
.signer { margin-top: 80pt }
.appendix { text-align: center }
.one { page: one } .two { page: two }
.appendix .name, .appendix .title { font-weight: bold }
.appendix .info { font-style: italic }
table { border-collapse: collapse; width: 100%; font-size: 12pt; margin-top: 8pt }
td { border: 0.5pt solid #000; padding: 2pt 4pt }
"""
SENTENCE = (
    "Trong kỳ báo cáo, các đơn vị mẫu đã rà soát, đơn giản hóa nhiều thủ tục, rút ngắn thời gian "
    "giải quyết và công khai kết quả để người dân, doanh nghiệp tiện theo dõi, giám sát. "
)
BODY = f"""
<div class="head"><div class="row">
<div class="l"><p class="superior">BỘ MẪU</p><p class="issuer">CỤC THỬ NGHIỆM</p>
<hr class="under-issuer"></div>
<div class="r"><p class="country">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
<p class="motto">Độc lập - Tự do - Hạnh phúc</p><hr class="under-motto"></div></div>
<div class="row row2"><div class="l"><p class="number">Số: 05/BC-CTN</p></div>
<div class="r"><p class="date">Hà Nội, ngày 05 tháng 7 năm 2024</p></div></div></div>
<p class="kind">BÁO CÁO</p><p class="subject">Kết quả rà soát thủ tục năm 2024</p>
<hr class="under-subject"><p class="to">Kính gửi: Bộ trưởng Bộ Mẫu</p>
<p class="text">{SENTENCE}Chi tiết tại Phụ lục I và Phụ lục II kèm theo.</p>
<h2>I. KẾT QUẢ CHUNG</h2><h3>1. Về rà soát thủ tục</h3>
{f'<p class="text">{SENTENCE * 2}</p>' * 9}
<p class="text last">Trên đây là báo cáo của đơn vị về kết quả rà soát thủ tục trong kỳ./.</p>
<div class="end"><div class="row"><div class="l"><p class="word">Nơi nhận:</p>
<p>- Như trên;</p><p>- Lưu: VT, TH.</p></div>
<div class="r"><p class="authority">KT. CỤC TRƯỞNG</p><p class="authority post">PHÓ CỤC TRƯỞNG</p>
<p class="signer">Đặng Văn Mẫu</p></div></div></div>
<div class="one"><div class="appendix"><p class="name">Phụ lục I</p>
<p class="title">DANH MỤC THỦ TỤC</p>
<p class="info">(Kèm theo Báo cáo số 05/BC-CTN ngày 05 tháng 7 năm 2024
của Cục Thử nghiệm)</p></div>
{f'<p class="text">{SENTENCE * 2}</p>' * 8}
</div><div class="two"><div class="appendix"><p class="name">Phụ lục II</p>
<p class="title">BẢNG SỐ LIỆU</p>
<p class="info">(Kèm theo Báo cáo số 05/BC-CTN ngày 05 tháng 7 năm 2024
của Cục Thử nghiệm)</p></div>
<table><tr><td>TT</td><td>Nội dung</td></tr><tr><td>1</td><td>Số liệu mẫu</td></tr></table></div>
"""


@dataclass(frozen=True)
class Case:
    """Words of the sheet or the style that are replaced, the rule broken, the objection's words."""

    name: str
    css: str
    rule: str
    says: str
    old: str = ""
    new: str = ""


@cache
def printed(css: str = "", old: str = "", new: str = "") -> bytes:
    """Return the report as PDF with more rules of style and one text replaced."""
    body = BODY.replace(old, new) if old else BODY
    text = f"<html lang=vi><style>{CSS}{css}</style><body>{body}</body></html>"
    return HTML(string=text).write_pdf() or b""


NFD = unicodedata.normalize("NFD", "tiện theo dõi")
CASES = (
    Case("paper", "@page { size: 216mm 279mm }", "I.1", "A4"),
    Case("landscape", "@page { size: 297mm 210mm }", "I.2", "page 1 is landscape"),
    Case("top", "@page { margin-top: 14mm }", "I.3", "top 1"),
    Case("high top", "@page { margin-top: 36mm }", "I.3", "top 3"),
    Case("bottom", "@page { margin-bottom: 10mm }", "I.3", "bottom 1"),
    Case("left", "@page { margin-left: 22mm }", "I.3", "left 22.0 mm"),
    Case("wide left", "@page { margin-left: 40mm }", "I.3", "left 40.0 mm"),
    Case("right", "@page { margin-right: 10mm }", "I.3", "right 1"),
    Case("wide right", "@page { margin-right: 30mm }", "I.3", "right 3"),
    Case("font", ".text { font-family: 'DejaVu Sans' }", "I.4", "DejaVu"),
    Case("colour", ".subject { color: #c00000 }", "I.4", "#C00000"),
    Case("marks", "", "I.4", "precomposed", "tiện theo dõi", NFD),
    Case(
        "number left",
        "@page { @top-center { content: none } @top-left { content: counter(page) } }",
        "I.7",
        "aligned left",
    ),
    Case("number small", "@page { @top-center { font-size: 10pt } }", "I.7", "10 pt"),
    Case("number leaning", "@page { @top-center { font-style: italic } }", "I.7", "italic"),
    Case(
        "number at foot",
        "@page { @top-center { content: none } @bottom-center { content: counter(page) } }",
        "I.7",
        "at the foot",
    ),
    Case("no number", "@page { @top-center { content: none } }", "I.7", "there is none"),
    Case(
        "number on page 1",
        "@page :first { @top-center { content: '1' } }",
        "I.7",
        "shown on page 1",
    ),
    Case(
        "number Roman",
        "@page { @top-center { content: counter(page, lower-roman) } }",
        "I.7",
        "Arabic",
    ),
    Case("country large", ".country { font-size: 15pt; white-space: nowrap }", "II.1a", "15 pt"),
    Case("country thin", ".country { font-weight: normal }", "II.1a", "not bold"),
    Case("no country", ".country { display: none }", "II.1a", "missing"),
    Case("motto small", ".motto { font-size: 11pt }", "II.1b", "11 pt"),
    Case("motto leaning", ".motto { font-style: italic }", "II.1b", "italic"),
    Case(
        "motto dashes", "", "II.1b", "Độc lập - Tự do", "Độc lập - Tự do - ", "Độc lập – Tự do – "
    ),
    Case("superior bold", ".superior { font-weight: bold }", "II.2b", "not bold"),
    Case("issuer thin", ".issuer { font-weight: normal }", "II.2b", "right is bold"),
    Case("issuer large", ".issuer { font-size: 15pt }", "II.2b", "15 pt"),
    Case("issuer small letters", "", "II.2b", "capitals", "CỤC THỬ NGHIỆM", "Cục Thử nghiệm"),
    Case("number line large", ".number { font-size: 14.5pt }", "II.3c", "14.5 pt"),
    Case("number line left", ".number { text-align: left }", "II.3c", "aligned left"),
    Case("number without zero", "", "II.3", "“05”", "Số: 05/", "Số: 5/"),
    Case("number spaced", "", "II.3", "without spaces", "Số: 05/BC-CTN", "Số: 05 / BC - CTN"),
    Case("date upright", ".date { font-style: normal }", "II.4c", "upright"),
    Case("date lower", ".date { margin-top: 14pt }", "II.4c", "same line"),
    Case("day", "", "II.4b", "ngày 05", "Nội, ngày 05", "Nội, ngày 5"),
    Case("month", "", "II.4b", "“tháng 7”", "Nội, ngày 05 tháng 7", "Nội, ngày 05 tháng 07"),
    Case("no comma", "", "II.4b", "Hà Nội, ngày", "Hà Nội, ngày", "Hà Nội ngày"),
    Case("type large", ".kind { font-size: 17pt }", "II.5b", "17 pt"),
    Case("type small letters", "", "II.5b", "capitals", "BÁO CÁO</p>", "Báo cáo</p>"),
    Case("subject thin", ".subject { font-weight: normal }", "II.5b", "not bold"),
    Case("addressee leaning", ".to { font-style: italic }", "II.9d", "italic"),
    Case("body large", ".text { font-size: 16pt }", "II.6e", "16 pt"),
    Case("body tiny", ".text { font-size: 11pt }", "II.6e", "none of 13–14 pt"),
    Case("body leaning", ".text { font-style: italic }", "II.6e", "italic"),
    Case("body left", ".text { text-align: left }", "II.6e", "justified"),
    Case("body indent", ".text { text-indent: 6mm }", "II.6e", "0.60 cm"),
    Case("body gap", ".text { margin-bottom: 1pt }", "II.6e", "1.0 pt"),
    Case("body tight", "html { line-height: 1 }", "II.6e", "line spacing 0.8"),
    Case("body loose", "html { line-height: 2 }", "II.6e", "line spacing 1.7"),
    Case("heading thin", "h2 { font-weight: normal }", "II.6đ", "not bold"),
    Case("heading small letters", "", "II.6đ", "capitals", "KẾT QUẢ CHUNG", "Kết quả chung"),
    Case("subheading leaning", "h3 { font-style: italic }", "II.6đ", "italic"),
    Case("point", "", "II.6đ", "alphabet", "Trên đây", "f) Trên đây"),
    Case("authority thin", ".authority { font-weight: normal }", "II.7đ", "not bold"),
    Case("authority small letters", "", "II.7đ", "capitals", "PHÓ CỤC TRƯỞNG", "Phó Cục trưởng"),
    Case("authority lower", ".authority { padding-top: 30pt }", "II.7 ", "same height"),
    Case("no position", ".post { display: none }", "II.7 ", "position"),
    Case("signer thin", ".signer { font-weight: normal }", "II.7đ", "not bold"),
    Case("signer capitals", "", "II.7đ", "small letters", "Đặng Văn Mẫu", "ĐẶNG VĂN MẪU"),
    Case("signer with title", "", "II.7 ", "title", "Đặng Văn Mẫu", "TS. Đặng Văn Mẫu"),
    Case("Nơi nhận large", ".end .l .word { font-size: 14pt }", "II.9d", "14 pt"),
    Case("Nơi nhận upright", ".end .l .word { font-style: normal }", "II.9d", "upright"),
    Case("recipients large", ".end .l p { font-size: 13pt }", "II.9d", "13 pt"),
    Case("recipient open", "", "II.9", "“;”", "- Như trên;", "- Như trên"),
    Case("as above of nobody", "", "II.9", "no “Kính gửi”", "Kính gửi: Bộ trưởng Bộ Mẫu", ""),
    Case("no copy kept", "", "II.9", "Lưu", "- Lưu: VT, TH.", "- Văn phòng."),
    Case("appendix small", ".name { font-size: 13pt }", "III.1b", "13 pt"),
    Case("appendix left", ".appendix .name { text-align: left }", "III.1b", "aligned"),
    Case("appendix title thin", ".appendix .title { font-weight: normal }", "III.1b", "not bold"),
    Case("appendix number", "", "III.1", "“Phụ lục I”", '"name">Phụ lục I<', '"name">Phụ lục 1<'),
    Case("reference upright", ".appendix .info { font-style: normal }", "III.1c", "upright"),
    Case("no reference", ".appendix .info { display: none }", "III.1", "Kèm theo"),
    Case("count goes on", "@page :nth(1 of one) { counter-reset: none }", "III.1đ", "right is 2"),
    Case("no line under issuer", ".under-issuer { display: none }", "II.2b", "there is none"),
    Case("no line under motto", ".under-motto { display: none }", "II.1b", "there is none"),
    Case("no line under subject", ".under-subject { display: none }", "II.5b", "there is none"),
    Case("long line", ".under-issuer { width: 100pt }", "II.2b", "1/3–1/2"),
    Case("short motto line", ".under-motto { width: 90pt }", "II.1b", "the length of the text"),
    Case("long subject line", ".under-subject { width: 180pt }", "II.5b", "1/3–1/2"),
)
