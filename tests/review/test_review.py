"""Decisions of a person on single facts: read, checked against the sources, applied."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import strict_yaml
from generator.catalogue import load_catalogue
from generator.checks.output import RULES as MEANINGS
from generator.extraction import load_rules
from generator.facts import FactBase
from generator.model.fact import Approx, ChangeKind, Fact, Source
from generator.model.finding import Finding, Severity
from generator.model.review import Decision
from generator.model.source_text import SourceInfo, SourceText
from generator.review import Reviewed, apply_reviews, draft, extended, read_reviews, weak
from generator.review.draft import _quoted
from generator.review.load import from_document
from tests.material import period_of

CATALOGUE = load_catalogue()
RULES = load_rules(Path(__file__).resolve().parents[2], CATALOGUE)
TEXT = (
    "Năm 2023, tỉnh tiếp nhận 12.500 hồ sơ, trong đó 950/1.000 hồ sơ (95%) trực tuyến.\n"
    "Đến nay, hơn 13,9 triệu hồ sơ; cấp tỉnh 33 TTHC, cấp huyện 33 TTHC. Năm 2023 hết.\n"
    "Năm 2023, tỉnh tiếp nhận 12.500 hồ sơ."
)
SIGNED = """\
    who: Nguyễn Văn A
    when: 2024-08-05
    why: đối chiếu sổ theo dõi
"""
Decide = Callable[..., Reviewed]


def fact(indicator: str, printed: str, value: str, *, level: str = "", nth: int = 0) -> Fact:
    """Return a fact of the text; its quote is the number with a word on either side."""
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(printed, at + 1)
    start, end = TEXT.rfind(" ", 0, at - 1) + 1, TEXT.find(" ", at + len(printed) + 1)
    return Fact(
        indicator=indicator,
        place="binh-thuan",
        level=level or None,
        period=period_of("2023"),
        value=Decimal(value),
        unit=CATALOGUE.indicators[indicator].unit,
        source=Source("a", start, end, TEXT[start:end]),
        printed=printed,
        number_start=at,
        rules=("told/near",),
    )


RECEIVED = fact("dossiers_received", "12.500", "12500")
AGAIN = fact("dossiers_received", "12.500", "12500", nth=1)
ONLINE = replace(fact("online_dossiers", "950", "950"), total=Decimal(1000), share=Decimal(95))
PORTAL = replace(fact("portal_accounts", "13,9 triệu", "13900000"), approx=Approx.OVER)
PROVINCE = fact("procedures_published", "33", "33", level="cap-tinh")
DISTRICT = fact("procedures_published", "33", "33", level="cap-huyen", nth=1)
FACTS = (RECEIVED, AGAIN, ONLINE, PORTAL, PROVINCE, DISTRICT)


@pytest.fixture
def decide(tmp_path: Path) -> Decide:
    """A function that applies the entries of a review file to the facts of the text."""

    def run(entries: str, facts: tuple[Fact, ...] = FACTS, *, whole: bool = True) -> Reviewed:
        document = tmp_path / "a.txt"
        document.write_text(TEXT, "utf-8")
        (tmp_path / "review.yaml").write_text(entries, "utf-8")
        source = SourceText(SourceInfo("a", path=document.as_posix()), TEXT)
        files = read_reviews([tmp_path if whole else document], [source], CATALOGUE)
        return apply_reviews(facts, [source], files, CATALOGUE, RULES)

    return run


def entry(decision: str, lines: str, signed: str = SIGNED) -> str:
    """Return a review file with one entry."""
    body = "".join(f"    {line}\n" for line in lines.strip().splitlines())
    return f"decisions:\n  - decision: {decision}\n    doc: a\n{body}{signed}"


# ---------------------------------------------------------------- what is decided


def test_without_a_file_all_facts_stay(tmp_path: Path) -> None:
    """No folder needs a review file."""
    source = SourceText(SourceInfo("a", path=(tmp_path / "a.txt").as_posix()), TEXT)
    assert read_reviews([tmp_path], [source], CATALOGUE) == ()
    assert apply_reviews(FACTS, [source], (), CATALOGUE).facts == FACTS


def test_a_correction(decide: Decide) -> None:
    """The new values take the place of the old; the fact tells who, when, why, and what it was."""
    done = decide(
        entry(
            "correct",
            "quote: 950/1.000 hồ sơ (95%)\nindicator: online_dossiers\n"
            "set: {value: 960, share: 96}",
        )
    )
    (made,) = (one for one in done.facts if one.review)
    assert (made.value, made.total, made.share) == (960, 1000, 96)
    assert made.source == ONLINE.source
    assert made.printed == ""
    assert "review/correct" in made.rules
    review = made.review
    assert review is not None
    assert (review.decision, review.was) == (Decision.CORRECT, ONLINE)
    assert (review.who, review.when) == ("Nguyễn Văn A", date(2024, 8, 5))
    assert review.why == "đối chiếu sổ theo dõi"
    assert [one for one in done.facts if not one.review] == [one for one in FACTS if one != ONLINE]
    assert done.errors == ()


def test_the_share_of_the_old_figure_goes_with_it(decide: Decide) -> None:
    """A person who corrects a count says nothing of the share that the source printed."""
    lines = "quote: 950/1.000 hồ sơ (95%)\nindicator: online_dossiers\nset: {{value: {}{}}}"
    for value, more, share in (("960", "", None), ("950", ", level: cap-tinh", Decimal(95))):
        done = decide(entry("correct", lines.format(value, more)))
        (made,) = (one for one in done.facts if one.review)
        assert (made.value, made.share) == (Decimal(value), share)


@pytest.mark.parametrize(
    "given", ["{value: 950}", "{total: 1000, share: 95.0}", "{place: binh-thuan}", "{approx: ~}"]
)
def test_a_correction_to_what_is_there_is_refused(decide: Decide, given: str) -> None:
    """What changes nothing is no correction; the error names its place and the mend."""
    lines = f"quote: 950/1.000 hồ sơ (95%)\nindicator: online_dossiers\nset: {given}"
    done = decide(entry("correct", lines))
    (error,) = done.errors
    assert "review.yaml:6:10: nothing is corrected: " in str(error)
    assert "'decision: use' where the figure is right as it stands" in str(error)
    assert not any(one.review for one in done.facts)


def test_a_later_decision_is_none_of_a_report(decide: Decide) -> None:
    """It is told with the day of the report, for the documents that this one tells of alone."""
    lines = "quote: 950/1.000 hồ sơ (95%)\nindicator: online_dossiers"
    for decision in ("use", "exclude"):
        done = decide(entry(decision, lines))
        assert done.errors == ()
        assert done.decided_after(date(2024, 8, 5), {"a"}) == ()
        assert done.decided_after(date(2024, 8, 4), {"b"}) == ()
        (error,) = done.decided_after(date(2024, 8, 4), {"a"})
        assert "review.yaml:7:11: decided on 2024-08-05, after the date" in str(error)
    done = decide(entry("exclude", "quote: Năm 2023 hết."))
    assert len(done.decided_after(date(2024, 8, 4), {"a"})) == 1
    assert decide(entry("pending", lines, signed="")).decided_after(date(2024, 1, 1), {"a"}) == ()


def test_a_correction_of_the_meaning(decide: Decide) -> None:
    """Measure, place, level, period, reservation and change can be set or taken away."""
    done = decide(
        entry(
            "correct",
            """
quote: hơn 13,9 triệu hồ sơ
indicator: portal_accounts
set:
  indicator: online_dossiers
  place: quoc-gia
  level: ~
  period: as-of:2024-06-30
  approx: ~
  change: {kind: times, value: 2, direction: up, base: cùng kỳ}""",
        )
    )
    (made,) = (one for one in done.facts if one.review)
    assert made.key == ("online_dossiers", "quoc-gia", None, period_of("..2024-06-30"))
    assert made.unit == CATALOGUE.indicators["online_dossiers"].unit
    assert made.approx is None
    assert made.printed == "13,9 triệu"  # the value is as it was
    assert made.change is not None
    assert made.change.kind is ChangeKind.TIMES


def test_an_exclusion(decide: Decide) -> None:
    """The fact is out of the base and still known with the reason."""
    done = decide(entry("exclude", "quote: hơn 13,9 triệu\nindicator: portal_accounts"))
    assert PORTAL not in done.facts
    (out,) = done.excluded
    assert replace(out, review=None) == PORTAL
    assert out.review is not None
    assert out.review.why == "đối chiếu sổ theo dõi"


def test_a_fact_told_twice_in_the_same_words(decide: Decide) -> None:
    """A decision is on all its mentions; offsets pick one of them."""
    quote = "quote: tiếp nhận 12.500 hồ sơ\nindicator: dossiers_received"
    assert len(decide(entry("exclude", quote)).excluded) == 2
    start = TEXT.rindex("tiếp nhận 12.500 hồ sơ")
    picked = decide(entry("exclude", f"{quote}\noffsets: [{start}, {start + 22}]"))
    assert [one.number_start for one in picked.excluded] == [AGAIN.number_start]


def test_a_new_fact(decide: Decide) -> None:
    """It has the words of the source, the offset of its number and the catalogue's unit."""
    done = decide(
        entry(
            "add",
            "quote: trong đó 950/1.000 hồ sơ (95%) trực tuyến\nindicator: online_dossiers\n"
            "place: ha-noi\nperiod: 2023\nvalue: 950\ntotal: 1000\nshare: 95",
        )
    )
    made = done.facts[-1]
    assert (made.value, made.total, made.share, made.unit) == (950, 1000, 95, "hồ sơ")
    assert TEXT[made.source.start : made.source.end] == made.source.quote
    assert TEXT[made.number_start :].startswith("950/1.000")
    assert made.printed == "950"
    assert made.review is not None
    assert made.review.decision is Decision.ADD
    assert done.facts[:-1] == FACTS


def test_a_new_fact_that_is_found_by_now(decide: Decide) -> None:
    """Once the rules find it, the entry is not needed: a remark says so."""
    done = decide(
        entry(
            "add",
            "quote: 950/1.000 hồ sơ\nindicator: online_dossiers\nplace: binh-thuan\n"
            "period: 2023\nvalue: 950",
        )
    )
    assert done.facts == FACTS
    assert [one.message for one in done.remarks] == [
        "this fact is found without the entry, which can go"
    ]


def test_use_overrules_the_choice(decide: Decide) -> None:
    """The report uses the figure that a person names, whatever the rule says."""
    later = replace(RECEIVED, value=Decimal(13000), source=Source("b", 0, 4, "mười"), printed="")
    infos = [
        SourceInfo("a", "A", published=date(2024, 1, 1)),
        SourceInfo("b", "B", published=date(2024, 6, 1)),
    ]
    quote = "quote: 12.500 hồ sơ\nindicator: dossiers_received"
    for decision, expected in (("pending", 13000), ("use", 12500)):
        done = decide(entry(decision, quote), (*FACTS, later))
        group = FactBase.of(done.facts, infos).group_of(RECEIVED.key)
        assert group is not None
        assert group.choice.fact.value == expected
    assert group.choice.reason == (
        "Nguyễn Văn A đã rà soát ngày\xa005 tháng\xa08 năm\xa02024: đối chiếu sổ theo dõi"
    )


def test_a_pending_entry_has_no_effect(decide: Decide) -> None:
    """It needs no name, is listed as a remark, and its fact counts as known."""
    done = decide(entry("pending", "quote: 950/1.000\nindicator: online_dossiers", signed=""))
    assert done.facts == FACTS
    assert done.named == {ONLINE.id}
    (remark,) = done.remarks
    assert remark.message == "online_dossiers of a waits for a decision"
    assert remark.location.endswith("review.yaml:2:5")
    gone = decide(entry("pending", "quote: không còn\nindicator: online_dossiers", signed=""))
    assert (gone.errors, gone.named) == ((), frozenset())


def test_a_decision_survives_other_bounds_of_the_quote(decide: Decide) -> None:
    """What counts is the number inside the quote, not the quote that the rules cut."""
    wide = replace(ONLINE, source=Source("a", 0, 80, TEXT[:80]), rules=("other",))
    lines = "quote: trong đó 950/1.000\nindicator: online_dossiers"
    assert len(decide(entry("exclude", lines), (wide,)).excluded) == 1


# ---------------------------------------------------------------- what is wrong


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            "quote: tiếp nhận 12.500 bộ hồ sơ\nindicator: dossiers_received",
            (
                "4:12: a does not have this quote; after 'tiếp nhận 12.500 ' the source goes on"
                " 'hồ sơ, trong đó 950/1.000 hồ s'"
            ),
        ),
        (
            "quote: 950/1.000\nindicator: dossiers_late",
            "5:16: this quote holds no fact of dossiers_late; expected one of online_dossiers",
        ),
        (
            "quote: cấp tỉnh 33 TTHC, cấp huyện 33 TTHC\nindicator: procedures_published",
            (
                "4:12: this quote has 2 facts of procedures_published; expected one of value 33,"
                " place binh-thuan, level cap-tinh, 2023-01-01 2023-12-31; value 33, place"
                " binh-thuan, level cap-huyen, 2023-01-01 2023-12-31; shorten the quote, or add"
                " place, level, period or value"
            ),
        ),
        (
            "quote: 950/1.000\nindicator: online_dossiers\nvalue: 95",
            (
                "6:12: no fact of online_dossiers in this quote has this value; expected one of"
                " value 950, place binh-thuan, 2023-01-01 2023-12-31"
            ),
        ),
        (
            "quote: 950/1.000\nindicator: online_dossiers\noffsets: [0, 9]",
            "6:14: the quote does not stand at these offsets; it stands at [48, 57]",
        ),
    ],
    ids=["words", "indicator", "several", "narrow", "offsets"],
)
def test_an_entry_that_goes_with_no_fact(decide: Decide, lines: str, said: str) -> None:
    """The place in the file, what is wrong and how to mend it; the facts stay as they are."""
    done = decide(entry("exclude", lines))
    assert [str(one).partition("review.yaml:")[2] for one in done.errors] == [said]
    assert done.facts == FACTS


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ("value: 960", "the quote does not have the number 960"),
        ("value: 950\ntotal: 999", "the quote does not have the number 999"),
    ],
)
def test_a_new_fact_whose_number_the_quote_does_not_have(
    decide: Decide, values: str, said: str
) -> None:
    """Nothing is added that the source does not say."""
    lines = f"quote: 950/1.000\nindicator: dossiers_late\nplace: ha-noi\nperiod: 2023\n{values}"
    (error,) = decide(entry("add", lines)).errors
    assert said in str(error)


def test_a_new_fact_that_the_quote_does_not_tell(decide: Decide) -> None:
    """A number alone is no measure: the quote must hold the words that tell it."""
    lines = "quote: {0}\nindicator: {1}\nplace: ha-noi\nperiod: 2023\nvalue: 950\ntotal: 1000"
    for quote, indicator in (("950/1.000", "online_dossiers"), (" 950/1.000 hồ sơ", "pci_score")):
        (error,) = decide(entry("add", lines.format(f'"{quote}"', indicator))).errors
        assert f"review.yaml:4:12: the quote does not tell {indicator}" in str(error)
        assert "words that tell “" in error.expected
    told = lines.format("trong đó 950/1.000 hồ sơ (95%) trực tuyến", "online_dossiers")
    assert decide(entry("add", told)).errors == ()


NEW = """\
quote: "{quote}"
indicator: {indicator}
place: {place}
period: {period}
value: {value}"""


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (("Bắc Giang tiếp nhận 700 hồ sơ", "bac-giang", "2024-H1", "700"), ""),
        (
            ("Bắc Giang tiếp nhận 700 hồ sơ", "binh-thuan", "2024-H1", "700"),
            "6:12: the quote names bac-giang, not binh-thuan; quote only the words",
        ),
        (("tiếp nhận 700 hồ sơ", "binh-thuan", "2024-H1", "700"), ""),
        (("tiếp nhận 700 hồ sơ", "ha-noi", "2024-H1", "700"), "6:12: a names no ha-noi; take"),
        (("Bắc Giang tiếp nhận 700 hồ sơ", "bac-ninh", "2025-M09", "700"), ""),
        (
            ("Bắc Giang tiếp nhận 700 hồ sơ", "quoc-gia", "2024-H1", "700"),
            "6:12: the quote names bac-giang, not quoc-gia",
        ),
        (("cả nước tiếp nhận 900 hồ sơ trong năm 2023", "quoc-gia", "2023", "900"), ""),
        (
            ("cả nước tiếp nhận 900 hồ sơ trong năm 2023", "quoc-gia", "2024", "900"),
            "7:13: the quote tells 2023, not 2024; quote only the words",
        ),
        (
            ("tiếp nhận 700 hồ sơ", "bac-giang", "2019", "700"),
            "7:13: a does not name the year 2019",
        ),
        (
            ("Bắc Giang tiếp nhận 700 hồ sơ", "bac-giang", "2024-H1", "700\napprox: over"),
            "9:13: the source makes no reservation such as 'over'; take 'approx' out",
        ),
        (
            ("tiếp nhận gần 800 hồ sơ", "bac-giang", "2024-H1", "800"),
            "8:12: the source says “gần” before the figure; write 'approx: under'",
        ),
        (("tiếp nhận gần 800 hồ sơ", "bac-giang", "2024-H1", "800\napprox: under"), ""),
        (
            ("tiếp nhận 700 hồ sơ", "bac-giang", "2024-H1", "700\nlevel: cap-tnh"),
            "9:12: unknown level 'cap-tnh', nor a unit that the text names; did you mean",
        ),
        (("tiếp nhận 700 hồ sơ", "bac-giang", "2024-H1", "700\nlevel: cap-huyen"), ""),
        (("tiếp nhận 700 hồ sơ", "bac-giang", "2024-H1", "700\nlevel: huyện Lục Nam"), ""),
        (
            (
                "tiếp nhận 700 hồ sơ",
                "bac-giang",
                "2024-H1",
                "700\nchange: {kind: percent, value: 9, direction: up, base: năm 2022}",
            ),
            "9:13: the quote does not have the number 9",
        ),
    ],
)
def test_a_new_fact_is_of_the_place_time_and_words_of_its_quote(
    new: tuple[str, ...], said: str
) -> None:
    """What the quote or the document says otherwise is refused with its place and its mend."""
    text = (
        "6 tháng đầu năm 2024, tỉnh Bắc Giang tiếp nhận 700 hồ sơ. Tỉnh Bình Thuận, riêng\n"
        "huyện Lục Nam tiếp nhận gần 800 hồ sơ; cả nước tiếp nhận 900 hồ sơ trong năm 2023."
    )
    info = SourceInfo("a", published=date(2025, 10, 10))
    keys = dict(zip(("quote", "place", "period", "value"), new, strict=True))
    written = entry("add", NEW.format(indicator="dossiers_received", **keys))
    document = strict_yaml.loads(written.encode(), "review.yaml")
    assert isinstance(document.value, dict)
    rows = document.value["decisions"]
    assert isinstance(rows, list)
    file = replace(from_document(document, rows, CATALOGUE), docs=frozenset("a"), whole=True)
    done = apply_reviews((), [SourceText(info, text)], [file], CATALOGUE, RULES)
    assert len(done.facts) == (not said)
    found = [str(one).partition("review.yaml:")[2] for one in done.errors]
    assert (found == []) if not said else found[0].startswith(said), found


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("approx: about", "7:19: the source makes no reservation such as 'about'"),
        ("level: cap-bo", "7:18: unknown level 'cap-bo'"),
        ("{value: 12600, approx: about}", ""),
    ],
)
def test_a_correction_against_the_source(decide: Decide, change: str, said: str) -> None:
    """It may say that the words are wrong, but not that they say what they do not."""
    setting = change if change.startswith("{") else f"{{{change}}}"
    lines = "quote: tiếp nhận 12.500 hồ sơ,\nindicator: dossiers_received\nvalue: 12500\n"
    done = decide(entry("correct", f"{lines}set: {setting}"))
    found = [str(one).partition("review.yaml:")[2] for one in done.errors]
    assert (found == []) if not said else found[0].startswith(said), found


SCORE = replace(
    fact("service_index_score", "33", "33"), total=Decimal(100), period=period_of("2023")
)
RANK = replace(
    fact("service_index_rank", "33", "33", nth=1), total=Decimal(63), period=period_of("2023")
)
RATE = fact("online_dossiers_rate", "95%", "95")


@pytest.mark.parametrize(
    ("one", "change", "said"),
    [
        (RATE, "value: 120", "120 % is beyond the scale from 0 to 100"),
        (RATE, "value: 100", ""),
        (ONLINE, "share: 105", "105% is no share: it lies between 0 and 100"),
        (
            ONLINE,
            "value: 1001",
            "1001 is more than its whole, 1000 (where that is wrong, set 'total', too)",
        ),
        (ONLINE, "total: 900", "950 is more than its whole, 900"),
        (SCORE, "value: 100.5", "100.5 is more than its whole, 100"),
        (RANK, "value: 70", "70 is more than its whole, 63"),
        (RANK, "value: 0", "0 is no rank: the first is 1"),
        (RANK, "{value: 64, total: ~}", "64 is beyond the 63 provinces of that time"),
        (RANK, "{value: 40, total: ~, period: 2026}", "40 is beyond the 34 provinces"),
        (RANK, "value: 63", ""),
    ],
)
def test_a_correction_beyond_the_scale(decide: Decide, one: Fact, change: str, said: str) -> None:
    """No correction leaves the scale of its measure; the fact then stays as it was found."""
    lines = f"quote: {TEXT[one.source.start : one.source.end]}\nindicator: {one.indicator}\n"
    start, end = one.source.start, one.source.end
    setting = change if change.startswith("{") else f"{{{change}}}"
    place = f"offsets: [{start}, {end}]\nset: {setting}"
    done = decide(entry("correct", lines + place), (one,))
    if not said:
        assert done.errors == ()
        return
    (error,) = done.errors
    assert said in str(error)
    assert "review.yaml:7:" in str(error)
    assert done.facts == (one,)


def test_two_decisions_on_one_fact(decide: Decide) -> None:
    """The second is refused and names the first."""
    one = entry("exclude", "quote: 950/1.000\nindicator: online_dossiers")
    (error,) = decide(one + one.removeprefix("decisions:\n")).errors
    assert "review.yaml:9:5: this fact is already decided at" in str(error)
    assert str(error).endswith("review.yaml:2:5; take one of the two entries out")


def test_two_figures_of_one_measure_to_be_used(decide: Decide) -> None:
    """Only one can be."""
    other = replace(ONLINE, indicator="dossiers_received", unit="hồ sơ")
    first = entry("use", "quote: tiếp nhận 12.500\nindicator: dossiers_received")
    second = entry("use", "quote: 950/1.000\nindicator: dossiers_received")
    done = decide(first + second.removeprefix("decisions:\n"), (RECEIVED, other))
    assert [one.message.partition(" at ")[0] for one in done.errors] == [
        "another figure of this measure is to be used"
    ]


def test_a_document_that_is_not_there(decide: Decide) -> None:
    """An error where the whole folder was read; with a single file others are passed over."""
    lines = "quote: 950\nindicator: online_dossiers"
    text = entry("exclude", lines).replace("doc: a\n", "doc: aa\n")
    (error,) = decide(text).errors
    assert "no document 'aa' lies beside this file" in str(error)
    assert decide(text, whole=False).errors == ()
    assert len(decide(entry("exclude", lines), whole=False).excluded) == 1


def test_a_right_entry_counts_beside_a_wrong_one(decide: Decide) -> None:
    """Each mistake is told, none hides another or a decision."""
    right = entry("exclude", "quote: 950/1.000\nindicator: online_dossiers")
    wrong = entry("exclud", "quote: x\nindicator: y").removeprefix("decisions:\n")
    done = decide(right + wrong + wrong)
    assert len(done.errors) == 2
    assert len(done.excluded) == 1


# ---------------------------------------------------------------- drafts


def finding(*facts: Fact) -> Finding:
    """Return a finding on facts."""
    return Finding("parts-sum", Severity.ERROR, "Chỉ tiêu “X”: lệch.", "1 ≠ 2", facts)


def test_a_draft_can_be_read_and_changes_nothing(decide: Decide) -> None:
    """Each doubtful fact is there once, waiting, and the file goes with its sources."""
    text = draft(
        [finding(RECEIVED, ONLINE), finding(ONLINE, PROVINCE)], [PORTAL], frozenset(), {"a"}
    )
    assert "# error: parts-sum\n  # Chỉ tiêu “X”: lệch.\n  # 1 ≠ 2\n" in text
    done = decide(text)
    assert (done.errors, done.facts) == ((), FACTS)
    assert len(done.remarks) == 4
    assert done.named == {one.id for one in (RECEIVED, AGAIN, ONLINE, PROVINCE, PORTAL)}
    decided = text.replace("pending\n", "use\n").replace("who:\n", "who: A\n")
    decided = decided.replace("when:\n", "when: 2024-08-05\n").replace("why:\n", "why: đúng\n")
    assert decide(decided).errors == ()


SAID = Source("a", 0, 8, TEXT[:8])


def test_each_finding_is_in_the_draft_with_its_words(decide: Decide) -> None:
    """One whose facts all have an entry, one on a sentence, one whose words are no fact's."""
    again = replace(finding(RECEIVED, ONLINE), rule="jump", message="Tăng.")
    beside = replace(finding(PORTAL), quotes=(SAID,), message="Trái với lời.")
    other = replace(PORTAL, source=Source("b", 0, 5, "Có 7."))
    text = draft(
        [finding(RECEIVED, ONLINE), again, of_sentence(SAID), beside, finding(PROVINCE, other)],
        [],
        frozenset(),
        {"a"},
    )
    assert "# error: jump\n  # Tăng.\n" in text
    assert text.count(f"“{RECEIVED.source.quote}” has an entry already") == 1
    assert "# Trái với lời.\n  # 1 ≠ 2\n  # a: “Năm 2023”\n" in text
    assert '    doc: "a"\n    quote: "Năm 2023"\n    who:' in text
    assert "# b: “Có 7.”\n" in text
    done = decide(text)
    assert done.errors == ()
    assert draft([of_sentence(SAID)], [], done.named, {"a"}) == ""


def test_no_kind_of_finding_is_missing_from_the_draft() -> None:
    """What every check finds is there in plain words, but for what somebody decided."""
    every = [replace(finding(RECEIVED, ONLINE), rule=rule) for rule in MEANINGS]
    drafts = [draft([one], [], frozenset(), {"a"}, MEANINGS) for one in every]
    together = draft(every, [], frozenset(), {"a"}, MEANINGS)
    for rule, text in zip(MEANINGS, drafts, strict=True):
        assert f"# error: {MEANINGS[rule]}"[:80] in text
        assert f"# error: {MEANINGS[rule]}"[:80] in together
        assert all(one.source.quote in text for one in (RECEIVED, ONLINE))


def of_sentence(words: Source) -> Finding:
    """Return a finding on a sentence of which no fact is made."""
    return Finding("share-mismatch", Severity.ERROR, "Tỷ lệ.", "", (), quotes=(words,))


def test_a_sentence_is_left_out(decide: Decide) -> None:
    """All of its places; one that holds a fact needs the indicator of that fact."""
    done = decide(entry("exclude", "quote: Năm 2023"))
    assert done.errors == ()
    assert [one.words.start for one in done.left_out] == [
        0,
        TEXT.index("Năm", 9),
        TEXT.rindex("Năm"),
    ]
    assert all(one.review.who == "Nguyễn Văn A" for one in done.left_out)
    (error,) = decide(entry("exclude", "quote: tiếp nhận 12.500 hồ sơ")).errors
    assert "'indicator' is missing" in str(error)
    assert "one of dossiers_received" in str(error)
    (error,) = decide(entry("use", "quote: Năm 2023")).errors
    assert "'indicator' is missing" in str(error)


def test_a_draft_leaves_out_what_is_known() -> None:
    """Named facts, decided findings and documents of other folders are no doubt any more."""
    assert draft([finding(ONLINE)], [], {ONLINE.id}, {"a"}) == ""
    assert draft([finding(ONLINE)], [], frozenset(), {"b"}) == ""
    assert draft([], [PORTAL], frozenset(), {"a"}).count("decision: pending") == 1


def test_weak_facts() -> None:
    """Those that rest on words farther off, as long as nobody decided."""
    far = replace(ONLINE, rules=("told/far", "period/clause"))
    assert weak([ONLINE, far]) == (far,)


@pytest.mark.parametrize(
    "text", ["", "decisions:\n", entry("pending", "quote: 950\nindicator: online_dossiers", "")]
)
def test_a_draft_at_the_end_of_a_file(decide: Decide, text: str) -> None:
    """What was there stays as it is, to the letter."""
    whole = extended(text, draft([finding(PORTAL)], [], frozenset(), {"a"}), "review.yaml")
    assert whole.startswith(text.rstrip("\n"))
    assert PORTAL.id in decide(whole).named


def test_a_file_that_cannot_take_a_draft() -> None:
    """A list in brackets has no end to add to."""
    with pytest.raises(Exception, match=r"review\.yaml"):
        extended(
            "decisions: [a]\n", draft([finding(PORTAL)], [], frozenset(), {"a"}), "review.yaml"
        )


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_quote_survives_its_file(text: str) -> None:
    """Whatever a source says, the draft says the same."""
    document = strict_yaml.loads(f"quote: {_quoted(text)}\n".encode(), "review.yaml")
    assert document.value == {"quote": unicodedata.normalize("NFC", text)}
