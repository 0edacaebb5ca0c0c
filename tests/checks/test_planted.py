"""Contradictions planted in copies of the five articles and in texts of our own.

Each goes the whole way, from the words to the finding; nothing else is reported.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import Catalogue
from generator.checks import run_checks
from generator.extraction import RuleSet, extract, load_rules
from generator.facts import FactBase
from generator.model.finding import Finding
from generator.model.source_text import SourceInfo, SourceText
from generator.sources import read_sources

Told = Counter[tuple[str, str, str]]


@pytest.fixture(scope="module")
def rules(root: Path, catalogue: Catalogue) -> RuleSet:
    """The shipped rules."""
    return load_rules(root, catalogue)


@pytest.fixture(scope="module")
def articles(seeds: Path) -> tuple[SourceText, ...]:
    """The five articles."""
    return read_sources([seeds]).texts


def found(
    sources: Iterable[SourceText], catalogue: Catalogue, rules: RuleSet
) -> tuple[Finding, ...]:
    """Return the findings on sources."""
    known = tuple(sources)
    facts = [fact for one in known for fact in extract(one, catalogue, rules).facts]
    return run_checks(FactBase.of(facts, known), catalogue)


def told(findings: Iterable[Finding]) -> Told:
    """Return severity, rule and computation of findings."""
    return Counter(
        (one.severity.value, one.rule, one.computation.replace("\xa0", " ")) for one in findings
    )


@pytest.fixture(scope="module")
def clean(articles: Sequence[SourceText], catalogue: Catalogue, rules: RuleSet) -> Told:
    """The findings on the articles as they are."""
    return told(found(articles, catalogue, rules))


def test_the_articles_as_they_are(clean: Told) -> None:
    """The four contradictions that a careful reader finds, read from the words themselves."""
    assert clean == Counter(
        [
            ("note", "share-truncated", "37 / 76 × 100 ≈ 48,68% ≠ 48,6%"),
            (
                "warning",
                "share-denominator",
                "697 + 692 + 504 = 1.893; 731 / 1.893 × 100 ≈ 38,62% ≠ 37%",
            ),
            ("error", "parts-sum", "1.464 + 314 + 167 = 1.945 ≠ 1.836"),
            ("warning", "rank-claim", "63 − 5 + 1 = 59; 55 < 59; 54 < 59"),
        ]
    )


PLANTED = {
    "share": (
        ("756/1890 DVCTT toàn trình (40%)", "756/1890 DVCTT toàn trình (45%)"),
        [("error", "share-mismatch", "756 / 1.890 × 100 = 40,00% ≠ 45%")],
    ),
    "share-of-known-whole": (
        ("là 117.258 hồ sơ, tỷ lệ 95,16%", "là 117.258 hồ sơ, tỷ lệ 91,56%"),
        [("error", "share-denominator", "117.258 / 123.221 × 100 ≈ 95,16% ≠ 91,56%")],
    ),
    "rounded": (
        ("697 DVCTT toàn trình (36,82%)", "697/1893 DVCTT toàn trình (36,8%)"),
        [],
    ),
    "cut-off": (
        ("19/21 bộ, cơ quan thực hiện", "19/21 bộ, cơ quan (chiếm 90,4%) thực hiện"),
        [("note", "share-truncated", "19 / 21 × 100 ≈ 90,48% ≠ 90,4%")],
    ),
    "value-above-total": (
        ("Hiện có 19/21 bộ", "Hiện có 29/21 bộ"),
        [("error", "value-above-total", "29 > 21")],
    ),
    "tasks-above-total": (
        ("hoàn thành 13/17 nhiệm vụ", "hoàn thành 19/17 nhiệm vụ"),
        [("error", "value-above-total", "19 > 17")],
    ),
    "council-above-total": (
        ("hoàn thành 10/23 nhiệm vụ", "hoàn thành 27/23 nhiệm vụ"),
        [("error", "value-above-total", "27 > 23")],
    ),
    "rise-told-before-a-bracket": (
        ("Năm 2023: đạt 59,9/100 điểm", "Năm 2023: đạt 39,9/100 điểm"),
        [("warning", "direction-claim", "39,9 < 49,1")],
    ),
    "above-100": (
        ("năm 2021 đạt 9,51%", "năm 2021 đạt 109,51%"),
        [("error", "share-above-100", "109,51% > 100%")],
    ),
    "categories": (
        ("và 412 dịch vụ công trực tuyến toàn trình", "và 421 dịch vụ công trực tuyến toàn trình"),
        [("error", "parts-sum", "421 + 110 = 531 ≠ 522")],
    ),
    "levels-above-whole": (
        ("cấp tỉnh 33 thủ tục", "cấp tỉnh 53 thủ tục"),
        [("error", "parts-sum", "53 + 3 = 56 > 36")],
    ),
    "units-above-whole": (
        ("và 17 TTHC của Sở Công Thương", "và 71 TTHC của Sở Công Thương"),
        [("error", "parts-sum", "2 + 71 = 73 > 19")],
    ),
    "on-time-and-late": (
        ("là 67.828 hồ sơ", "là 67.282 hồ sơ"),
        [
            ("warning", "parts-sum", "67.282 + 167 = 67.449 ≠ 67.995"),
            ("error", "share-denominator", "67.282 / 67.995 × 100 ≈ 98,95% ≠ 99,75%"),
        ],
    ),
    "resolved-and-pending-below": (
        ("đã giải quyết xong 207 PAKN", "đã giải quyết xong 170 PAKN"),
        [("warning", "parts-sum", "170 + 23 = 193 ≠ 230")],
    ),
    "resolved-and-pending-above": (
        ("đã giải quyết xong 207 PAKN", "đã giải quyết xong 270 PAKN"),
        [("note", "parts-sum", "270 + 23 = 293 ≠ 230")],
    ),
    "services": (
        ("tổng số DVCTT 1.586/1.890 (83,91%)", "tổng số DVCTT 1.856/1.890 (98,20%)"),
        [("error", "parts-sum", "756 + 830 = 1.586 ≠ 1.856")],
    ),
}


@pytest.mark.parametrize("kind", PLANTED)
def test_a_slip_in_an_article(
    articles: Sequence[SourceText], catalogue: Catalogue, rules: RuleSet, clean: Told, kind: str
) -> None:
    """The slip is found, the other findings stay, nothing else is reported."""
    (old, new), expected = PLANTED[kind]
    assert sum(old in one.text for one in articles) == 1
    slipped = [replace(one, text=one.text.replace(old, new)) for one in articles]
    assert told(found(slipped, catalogue, rules)) - clean == Counter(expected)


def test_a_claim_that_is_mended(
    articles: Sequence[SourceText], catalogue: Catalogue, rules: RuleSet, clean: Told
) -> None:
    """Rank 55 of 63 is among the last ten, so nothing is left to say of it."""
    mended = [
        replace(one, text=one.text.replace("top 5 trong 63", "top 10 trong 63")) for one in articles
    ]
    assert {rule for _, rule, _ in clean - told(found(mended, catalogue, rules))} == {"rank-claim"}


TEXTS = {
    "change": (
        (
            "Năm 2022, tỉnh Bình Thuận tiếp nhận 1.000 hồ sơ thủ tục hành chính. Năm 2023, tỉnh"
            " Bình Thuận tiếp nhận 1.300 hồ sơ thủ tục hành chính, tăng {}% so với năm 2022."
        ),
        ("30", "25"),
        [("error", "change-mismatch", "(1.300 − 1.000) / 1.000 × 100 ≈ 30,00% ≠ 25%")],
    ),
    "places": (
        (
            "Năm 2022, chỉ số PCI của tỉnh Bình Thuận xếp thứ 30/63 tỉnh, thành phố. Năm 2023, chỉ"
            " số PCI của tỉnh Bình Thuận xếp thứ 20/63 tỉnh, thành phố, tăng {} bậc so với năm"
            " 2022."
        ),
        ("10", "12"),
        [("error", "change-mismatch", "30 − 20 = 10 ≠ 12 bậc")],
    ),
    "jump": (
        (
            "Năm 2022, tỉnh Bình Thuận tiếp nhận 1.200 hồ sơ thủ tục hành chính. Năm 2023, tỉnh"
            " Bình Thuận tiếp nhận {} hồ sơ thủ tục hành chính."
        ),
        ("1.250", "12.500"),
        [("note", "jump", "12.500 / 1.200 ≈ 10,42")],
    ),
    "two-places-of-one-source": (
        (
            "Năm 2023, tỉnh Bình Thuận tiếp nhận 12.500 hồ sơ thủ tục hành chính.\n\n"
            "Tính chung cả năm 2023, toàn tỉnh tiếp nhận {} hồ sơ thủ tục hành chính."
        ),
        ("12.500", "15.200"),
        [("warning", "sources-disagree", "12.500 ≠ 15.200")],
    ),
    "received": (
        (
            "Năm 2023, tỉnh Bình Thuận tiếp nhận 1.000 hồ sơ thủ tục hành chính; đã giải quyết 800"
            " hồ sơ, trong đó 750 hồ sơ đúng hạn, 50 hồ sơ trễ hạn; đang giải quyết {} hồ sơ."
        ),
        ("200", "120"),
        [("warning", "parts-sum", "800 + 120 = 920 ≠ 1.000")],
    ),
    "on-time-and-late": (
        (
            "Năm 2023, tỉnh Bình Thuận giải quyết 800 hồ sơ thủ tục hành chính, trong đó 750 hồ sơ"
            " đúng hạn, {} hồ sơ trễ hạn."
        ),
        ("50", "90"),
        [("error", "parts-sum", "750 + 90 = 840 ≠ 800")],
    ),
    "rate": (
        (
            "Năm 2023, tỉnh Bình Thuận giải quyết 1.000 hồ sơ, trong đó 950 hồ sơ đúng hạn. Tỷ lệ"
            " hồ sơ giải quyết đúng hạn đạt {}%."
        ),
        ("95", "98"),
        [("warning", "rate-count", "950 / 1.000 × 100 = 95,00% ≠ 98%")],
    ),
    "rate-of-levels": (
        (
            "Năm 2023, tỷ lệ hồ sơ giải quyết đúng hạn của tỉnh Bình Thuận đạt {}%. Trong đó cấp"
            " tỉnh đạt 97%, cấp huyện đạt 95%, cấp xã đạt 96%."
        ),
        ("96", "99"),
        [("error", "rate-levels", "99% > 97%")],
    ),
    "score-and-rank": (
        (
            "Năm 2023, chỉ số PCI của tỉnh Bắc Giang đạt {} điểm, xếp thứ 20/63 tỉnh, thành phố."
            " Năm 2023, chỉ số PCI của tỉnh Bình Dương đạt 65,2 điểm, xếp thứ 4/63 tỉnh, thành phố."
        ),
        ("62,1", "70,1"),
        [("error", "rank-order", "70,1 điểm, hạng 20/63; 65,2 điểm, hạng 4/63")],
    ),
    "stock-and-flow": (
        (
            "Trong năm 2022, tỉnh Bình Thuận tiếp nhận 1.000 hồ sơ trực tuyến. Đến ngày 31/12/2023,"
            " tỉnh Bình Thuận có 2.340 hồ sơ trực tuyến, tăng {}% so với năm 2022."
        ),
        ("20", "134"),
        [("warning", "stock-flow", "(2.340 − 1.000) / 1.000 × 100 ≈ 134,00%")],
    ),
    "services-at-a-day-and-in-its-year": (
        (
            "Đến ngày 31/12/2023, tỉnh Bình Thuận cung cấp 900 dịch vụ công trực tuyến toàn trình."
            " Năm 2023, tỉnh Bình Thuận cung cấp {} dịch vụ công trực tuyến toàn trình."
        ),
        ("300", "950"),
        [("warning", "state-below-result", "950 > 900")],
    ),
    "rise-without-a-number": (
        (
            "Bộ chỉ số phục vụ người dân, doanh nghiệp của tỉnh Bình Thuận năm 2022 đạt 61,5/100"
            " điểm, năm 2023 đạt {}/100 điểm, tăng hơn so với năm 2022."
        ),
        ("71,5", "51,5"),
        [("warning", "direction-claim", "51,5 < 61,5")],
    ),
    "part-in-brackets": (
        (
            "Đến ngày 31/12/2023, tỉnh Bình Thuận có {} bộ phận một cửa các cấp (57 trung tâm phục"
            " vụ hành chính công cấp tỉnh)."
        ),
        ("490", "49"),
        [("warning", "part-above-whole", "57 > 49")],
    ),
    "part-told-as-one": (
        (
            "Năm 2023, tỉnh Bình Thuận tiếp nhận {} hồ sơ thủ tục hành chính, trong đó số hóa"
            " 1.500 hồ sơ thủ tục hành chính."
        ),
        ("2.000", "1.200"),
        [("warning", "part-above-whole", "1.500 > 1.200")],
    ),
    "jump-of-a-rate": (
        (
            "Năm 2022, tỷ lệ người dân sử dụng dịch vụ công trực tuyến của tỉnh Bình Thuận đạt {}%."
            " Năm 2023, tỷ lệ người dân sử dụng dịch vụ công trực tuyến của tỉnh Bình Thuận đạt"
            " 95,1%."
        ),
        ("51,7", "1,78"),
        [("note", "jump", "95,1 − 1,78 = 93,32")],
    ),
    "jump-of-a-score": (
        (
            "Bộ chỉ số phục vụ người dân, doanh nghiệp của tỉnh Bình Thuận năm 2022 đạt {}/100"
            " điểm, năm 2023 đạt 81,5/100 điểm."
        ),
        ("72,5", "27,5"),
        [("note", "jump", "81,5 − 27,5 = 54")],
    ),
    "jump-of-a-misprinted-score": (
        (
            "Bộ chỉ số phục vụ người dân, doanh nghiệp của tỉnh Bình Thuận năm 2022 đạt {}/100"
            " điểm, năm 2023 đạt 59,9/100 điểm."
        ),
        ("49,1", "4,91"),
        [("note", "jump", "59,9 − 4,91 = 54,99")],
    ),
    "claim": (
        (
            "Năm 2023, chỉ số PCI của tỉnh Bình Thuận xếp thứ {}/63 tỉnh, thành phố, nằm trong nhóm"
            " 10 địa phương dẫn đầu cả nước."
        ),
        ("7", "17"),
        [("warning", "rank-claim", "17 > 10")],
    ),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_a_slip_in_a_text(catalogue: Catalogue, rules: RuleSet, kind: str) -> None:
    """The right figure gives no finding, the wrong one exactly its own."""
    pattern, (right, wrong), expected = TEXTS[kind]
    info = SourceInfo("mau", "Bài mẫu", "Báo Mẫu", date(2024, 1, 20), place="binh-thuan")
    texts = [SourceText(info, pattern.format(word)) for word in (right, wrong)]
    assert told(found(texts[:1], catalogue, rules)) == Counter()
    assert told(found(texts[1:], catalogue, rules)) == Counter(expected)


def test_two_sources(catalogue: Catalogue, rules: RuleSet) -> None:
    """Two articles that tell one measure differently are set against each other."""
    words = "Năm 2023, tỉnh Bình Thuận tiếp nhận {} hồ sơ thủ tục hành chính."

    def article(name: str, day: int, figure: str) -> SourceText:
        info = SourceInfo(name, f"Bài {name}", published=date(2024, 1, day), place="binh-thuan")
        return SourceText(info, words.format(figure))

    first = article("a", 5, "12.500")
    assert told(found([first, article("b", 9, "12.500")], catalogue, rules)) == Counter()
    (one,) = found([first, article("b", 9, "15.200")], catalogue, rules)
    assert (one.rule, one.computation) == ("sources-disagree", "15.200 ≠ 12.500")
    assert one.used == one.facts[0]
    assert one.used.source.doc == "b"


def written(doc: str, text: str) -> SourceText:
    """Return a text of our own of which nothing but its words is known."""
    return SourceText(SourceInfo(doc, title=f"Báo cáo {doc}", path=f"{doc}.txt"), text)


RATE = (
    "Trong 6 tháng đầu năm 2024, tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận trực tuyến của"
    " tỉnh Bình Thuận đạt {0}, tăng {1} điểm phần trăm so với cùng kỳ năm 2023 ({2})."
)
COUNT = (
    "Năm 2023, tỉnh Bình Thuận tiếp nhận {0} hồ sơ thủ tục hành chính, tăng {1} so với năm 2022"
    " ({2})."
)


@pytest.mark.parametrize(
    ("text", "computation"),
    [
        (RATE.format("65%", "7", "58%"), ""),
        (RATE.format("65%", "5", "58%"), "65 − 58 = 7 ≠ 5 điểm phần trăm"),
        (RATE.format("65%", "5", "Bảng 2"), ""),
        (COUNT.format("12.000", "20%", "10.000 hồ sơ"), ""),
        (
            COUNT.format("12.000", "50%", "10.000 hồ sơ"),
            "(12.000 − 10.000) / 10.000 × 100 ≈ 20,00% ≠ 50%",
        ),
        (COUNT.format("12.000", "50%", "10.000 bộ máy tính"), ""),
    ],
)
def test_a_base_in_brackets(
    catalogue: Catalogue, rules: RuleSet, text: str, computation: str
) -> None:
    """A change is held against the figure that stands in brackets behind its base."""
    (*findings,) = found([written("x", f"Bình Thuận, ngày 10/7/2024\n\n{text}")], catalogue, rules)
    assert [one.computation.replace("\xa0", " ") for one in findings] == (
        [computation] if computation else []
    )
    for one in findings:
        assert one.rule == "change-mismatch"
        told = [*one.quotes, *(fact.source for fact in one.facts)]
        bases = tuple(end for base in ("58%", "10.000 hồ sơ") for end in (base, f"{base})"))
        assert any(source.quote.endswith(bases) for source in told)


@pytest.mark.parametrize("head", ["{0} 09:15", "Bình Thuận, ngày {0}", "({0}) - Báo cáo nhanh."])
@pytest.mark.parametrize("later", ["first", "second"])
def test_the_later_dateline_wins(
    catalogue: Catalogue, rules: RuleSet, head: str, later: str
) -> None:
    """Of two texts that differ in figure and dateline only, the one of the later day is used."""
    days = {"first": "05/7/2024", "second": "05/7/2024", later: "15/7/2024"}
    sources = [
        written(doc, f"{head.format(days[doc])}\n\nNăm 2023, tỉnh Bình Thuận tiếp nhận {count}.")
        for doc, count in (("first", "12.400 hồ sơ TTHC"), ("second", "12.900 hồ sơ TTHC"))
    ]
    (finding,) = found(sources, catalogue, rules)
    assert finding.rule == "sources-disagree"
    assert finding.used is not None
    assert finding.used.source.doc == later
    assert "đề ngày sau (15/7/2024)" in finding.message
