"""Where a line of Vietnamese may end: compounds and names are several written words.

A space stands between all syllables, so a line could end inside a word
("thủ tục hành | chính") or a name ("Bình | Dương"). Here each space of a text gets
a weight: 0 where a line ends well, more where a reader would stumble.
"""

from __future__ import annotations

import re
from itertools import pairwise

INSIDE_WORD = 100.0
INSIDE_NAME = 8.0
AFTER_PARTICLE = 0.4
UNSURE = 0.25  # may be inside a word that the lists below lack
GOOD = 0.0

_COMPOUNDS = """
giai đoạn, thời kỳ, quá trình, phạm vi, nguyên nhân, bài học, kinh nghiệm, sơ bộ, phụ trách,
đầu mối, hợp tác, quốc tế, tham mưu, tuyên truyền, phổ biến, pháp luật, quyền hạn, chi nhánh,
an toàn, ban hành, biểu đồ, báo cáo, bãi bỏ, bưu chính, bản tin, bảo đảm, bổ sung, bộ phận, bộ
trưởng, chi phí, chi tiết, chuyên ngành, chuyển đổi, chính phủ, chính quyền, chính sách, chất
lượng, chỉ số, chỉ tiêu, chỉ đạo, chủ trì, chủ tịch, chủ yếu, chủ động, chức vụ, chứng thực, cung
cấp, cá nhân, cán bộ, cán bộ công chức, công an, công bố, công chức, công dân, công khai, công
nghệ, công thương, công tác, công việc, cơ bản, cơ chế, cơ cấu, cơ quan, cơ sở, cư trú, cả nước,
cải cách, cải cách hành chính, cải thiện, cắt giảm, cổng dịch vụ công, cục trưởng, danh mục, doanh
nghiệp, du lịch, dân tộc, dịch vụ, dịch vụ công, dữ liệu, ghi chú, giao dịch, giao thông, giám
sát, giám đốc, giáo dục, giải pháp, giải quyết, giấy phép, giấy tờ, hiện đại, hiệu lực, hiệu quả,
hoàn thành, hà nội, hài lòng, hành chính, hành chính công, hướng dẫn, hạn chế, hệ thống, hồ chí
minh, hồ sơ, hỗ trợ, hộ tịch, hội nghị, hội đồng, hội đồng nhân dân, khiếu nại, khoa học, khả thi,
khắc phục, kinh doanh, kinh phí, kinh tế, kiến nghị, kiểm soát, kiểm tra, kế hoạch, kết nối, kết
quả, lao động, liên thông, lãnh đạo, lĩnh vực, lưu ý, minh bạch, mô hình, môi trường, một cửa, một
cửa liên thông, một phần, mục lục, mục tiêu, mức độ, nghĩa vụ, nghị quyết, nghị định, ngoại giao,
nguồn lực, ngân hàng, người dân, nhiệm vụ, nhà nước, nhân dân, nâng cao, nông nghiệp, nông thôn,
năng lực, nội bộ, nội dung, nội vụ, phiên họp, phân cấp, phân loại, phê duyệt, phòng chống, phó
chủ tịch, phương hướng, phương án, phản ánh, phối hợp, phụ lục, phục vụ, quy trình, quy định,
quyết định, quá hạn, quản lý, quốc gia, quốc hội, quốc phòng, rà soát, rút ngắn, sáng tạo, sơ kết,
sản xuất, số hóa, số liệu, sửa đổi, tham vấn, thanh niên, thanh toán, thanh tra, thay thế, theo
dõi, thi hành, thành phần, thành phố, thành tích, tháo gỡ, thí điểm, thông tin, thương binh, thẩm
quyền, thẩm định, thể thao, thống kê, thời gian, thời hạn, thời điểm, thủ tướng, thủ tục, thủ tục
hành chính, thực hiện, tiến độ, tiếp cận, tiếp nhận, tiếp tục, toàn trình, tra cứu, triển khai,
trung tâm, trung ương, truyền thông, trách nhiệm, trước hạn, trễ hạn, trọng tâm, trực tiếp, trực
tuyến, tài chính, tài khoản, tài liệu, tài nguyên, tình hình, tín dụng, tóm tắt, tôn giáo, tăng
cường, tư pháp, tư vấn, tồn tại, tổ chức, tổ công tác, tổ trưởng, tổng cục, tổng hợp, tổng kết, tỷ
lệ, tỷ trọng, văn bản, văn hóa, văn phòng, văn thư, vướng mắc, vấn đề, vận tải, xây dựng, xã hội,
xếp hạng, xử lý, y tế, yêu cầu, điều hành, điều kiện, điện tử, đào tạo, đánh giá, đúng hạn, đăng
ký, đơn giản, đơn giản hóa, đơn vị, đất đai, đầu tư, đề án, địa giới, địa phương, định danh, định
kỳ, đối chiếu, ủy ban, ủy ban nhân dân, ứng dụng
"""
# parts of the name of one body; a line may end between them where there is no other room
_NAMES = """
văn phòng chính phủ; thủ tướng chính phủ; phó thủ tướng chính phủ; tổ công tác;
tòa án nhân dân; viện kiểm sát nhân dân; thanh tra chính phủ; ngân hàng nhà nước;
bộ tư pháp; bộ nội vụ; bộ tài chính; bộ công an; bộ quốc phòng; bộ ngoại giao; bộ y tế;
bộ xây dựng; bộ công thương; bộ giao thông vận tải; bộ khoa học và công nghệ;
bộ nông nghiệp và môi trường; bộ tài nguyên và môi trường; bộ kế hoạch và đầu tư;
bộ thông tin và truyền thông; bộ giáo dục và đào tạo; bộ văn hóa, thể thao và du lịch;
bộ lao động - thương binh và xã hội; sở tư pháp; sở nội vụ; sở tài chính; sở xây dựng;
sở kế hoạch và đầu tư; sở thông tin và truyền thông; sở khoa học và công nghệ; sở công thương;
cơ sở dữ liệu quốc gia; cổng dịch vụ công quốc gia; trung tâm phục vụ hành chính công;
hội đồng tư vấn cải cách thủ tục hành chính; tổ công tác cải cách thủ tục hành chính
"""
_PARTICLE_WORDS = """
của và từ đến tại các những mỗi về theo trên cho với do trong ở bằng là hoặc so như để vào
tỉnh huyện xã phường quận bộ sở ngành ban cấp được đã đang không có số năm tháng ngày quý kỳ
bảng điều khoản điểm mục loại việc sự một hai ba dưới trước sau đầu - –
"""
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
# words that a line begins well with: a phrase begins there
_OPENER_WORDS = """
của và từ đến tại các những về theo trên cho với do trong ở bằng để vào giữa qua
đã được đang chưa không
"""
_OPENERS = frozenset(_OPENER_WORDS.split())
_PUNCTUATION = ".,;:!?)”\"'"
_ENDS = tuple(_PUNCTUATION)
_OPENINGS = ("(", "“", '"', "'")
# a day written out; no-break spaces may already bind its numbers
_DATE = re.compile(r"\bngày[ \xa0]\d{1,2}[ \xa0]tháng[ \xa0]\d{1,2}[ \xa0]năm[ \xa0]\d{4}")
_PARTS_OF_YEAR = ("đầu", "cuối")
_UNITS = frozenset({"tỉnh", "huyện", "xã", "phường", "quận", "phố"})


def _listed(text: str, mark: str) -> frozenset[tuple[str, ...]]:
    """Return the entries of a list as words; ``mark`` parts them."""
    names = text.strip().split(mark)
    return frozenset(tuple(re.sub(r"[,\s]+", " ", name).split()) for name in names)


_WORDS = _listed(_COMPOUNDS, ",")
_BODIES = _listed(_NAMES, ";")
_LONGEST = max(len(entry) for entry in _WORDS | _BODIES)


# what a body is, before what it is for: where one must be cut, "Bộ | Văn hóa", not "Văn | hóa"
_TYPES = frozenset({"Bộ", "Sở", "Cục", "Vụ", "Ban"})


def gap_weights(words: list[str]) -> list[float]:
    """Return for each space between ``words`` how ill a line would end there.

    One number less than words: ``INSIDE_WORD``, ``INSIDE_NAME``, ``AFTER_PARTICLE``
    ``UNSURE`` or ``GOOD``.
    """
    weights = [_pair(left, right) for left, right in pairwise(words)]
    plain = [_bare(word).lower() for word in words]
    for entries, weight in ((_BODIES, INSIDE_NAME), (_WORDS, INSIDE_WORD)):
        for at in range(len(words)):
            for end in range(min(len(words), at + _LONGEST), at + 1, -1):
                if tuple(plain[at:end]) in entries and _unbroken(words[at:end], entries):
                    weights[at : end - 1] = [max(weight, old) for old in weights[at : end - 1]]
                    break
    _bind_upper_names(words, plain, weights)
    _bind_periods(plain, weights)
    return weights


def _pair(left: str, right: str) -> float:
    """Return the weight of the space between two words, told by these two alone."""
    if not left or not right:
        return INSIDE_NAME  # several spaces in a row leave room for a number
    if left[-1] in _PUNCTUATION:
        return GOOD
    if _is_name(left) and _is_name(right):
        return INSIDE_NAME if _bare(left) in _TYPES else INSIDE_WORD
    if right in {"-", "–"} and _is_name(left):
        return INSIDE_NAME
    if _bare(left).lower() in _PARTICLES or _bare(left).isdecimal():
        return AFTER_PARTICLE
    opens = right.startswith(_OPENINGS) or _bare(right).lower() in _OPENERS
    return GOOD if opens or right.isdecimal() else UNSURE


def _is_name(word: str) -> bool:
    """Tell whether a word begins like a name: "Bình", not "TTHC"."""
    bare = _bare(word)
    return bare[:1].isupper() and not (len(bare) > 1 and bare.isupper())


def _unbroken(words: list[str], entries: frozenset[tuple[str, ...]]) -> bool:
    """Tell whether no mark of punctuation parts the words; one within a name may."""
    if entries is _BODIES:
        return True
    return all(not word.endswith(_ENDS) for word in words[:-1]) and all(
        not word.startswith(_OPENINGS) for word in words[1:]
    )


def _bind_upper_names(words: list[str], plain: list[str], weights: list[float]) -> None:
    """Keep the name behind TỈNH, PHƯỜNG … together, where all is in capitals."""
    for at, word in enumerate(plain):
        if word in _UNITS and words[at].isupper() and len(word) > 1:
            ends = at + 2
            for gap in range(at + 1, min(ends, len(weights))):
                if words[gap] and words[gap][-1] not in _PUNCTUATION:
                    weights[gap] = INSIDE_WORD


def _bind_periods(plain: list[str], weights: list[float]) -> None:
    """Keep the name of a half or of months, and a date, together: "6 tháng đầu năm 2024"."""
    for at, (left, right) in enumerate(pairwise(plain)):
        part = left.endswith("tháng") and right in _PARTS_OF_YEAR
        if part or (left in _PARTS_OF_YEAR and right.startswith("năm")):
            weights[at] = max(weights[at], INSIDE_NAME)
    text = " ".join(plain)
    for day in _DATE.finditer(text):
        first, last = (text.count(" ", 0, at) for at in day.span())
        weights[first:last] = [max(INSIDE_NAME, old) for old in weights[first:last]]


def _bare(word: str) -> str:
    """Return a word without the marks around it."""
    ends = [at for at, letter in enumerate(word) if letter.isalnum() or letter == "_"]
    return word[ends[0] : ends[-1] + 1] if ends else word
