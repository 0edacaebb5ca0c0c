"""Every wording of a comparison on made facts, one line each: what the golden files hold.

python -m tests.comparisons.wording     writes the golden files anew, to be read before
                                        they are committed
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

from generator.catalogue import load_language
from generator.catalogue.targets import Bound, Target
from generator.composing.announcing import Announcer
from generator.composing.arranging import Arranger
from generator.composing.environment import make_environment
from generator.composing.naming import kinds_of
from generator.composing.quoting import Quoter
from generator.composing.speaking import Speaker
from generator.composing.spelling import load_spelling
from generator.config.values import Comparison as Basis
from generator.facts.derived import difference
from generator.facts.precision import as_rounded
from generator.model.fact import NATION, Approx, Fact
from generator.model.finding import Finding, Severity
from generator.report.bases import Rules
from generator.report.comparing import relative_change
from generator.report.figures import value_of
from generator.report.highlights import highlights
from generator.report.measures import Highlight, HighlightKind, Measured
from generator.report.mergers import Past, merged_comparisons, merger_notes, place_notes
from generator.report.model import Comparison, Scope
from generator.report.place_notes import CrossingNote, StrayNote
from generator.report.rates import derived_rates, with_changes, with_enough_decimals
from generator.report.standings import Ground, standings
from generator.report.wording import Wording
from tests.material import CATALOGUE, made_fact, period_of

FOLDER = Path(__file__).resolve().parent / "golden"
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
LANGUAGE = load_language()
WORDING = Wording(LANGUAGE, CATALOGUE.indicators)
PLACES = CATALOGUE.places.by_slug
DAY = date(2026, 1, 15)
H2 = ("2025-07-01..2025-12-31", "2024-07-01..2024-12-31")
_TAG = re.compile(r"<[^>]*>")


# compiles each library once for all lines
ENVIRONMENT = make_environment([TEMPLATES])
SPELLING = load_spelling(CATALOGUE.places)


def rendered(template: str, library: str, **context: object) -> str:
    """Render a line with a library of macros, markup taken out, fixed spaces as "~"."""
    given = {
        "say": Speaker(LANGUAGE, CATALOGUE.indicators),
        "arrange": Arranger(LANGUAGE, dict(CATALOGUE.groups), (), Quoter(SPELLING), {}),
        "cite": lambda _docs, **_how: "",
        "announce": Announcer(),
        "report_date": DAY,
        "model": SimpleNamespace(measured=Measured(), findings=(), places=()),
        "groups": CATALOGUE.groups,
        "kinds_of": kinds_of,
        **context,
    }
    source = f'{{% import "_shared/{library}.j2" as it with context %}}{{{{ {template} }}}}'
    text = _TAG.sub("", ENVIRONMENT.from_string(source).render(given))
    return " ".join(text.replace("\xa0", "~").split(" ")).strip()


# ---------------------------------------------------------------- changes


def pair(
    indicator: str,
    before: str,
    after: str,
    *,
    when: tuple[str, str] = ("2023-H1", "2024-H1"),
    total: str | None = None,
    approx: Approx | None = None,
    words: tuple[str, str] = ("", ""),
) -> Comparison:
    """Return the comparison of two made facts of one place, printed in ``words`` if any."""
    earlier = made_fact(indicator, before, period_of(when[0]), total=total)
    later = made_fact(indicator, after, period_of(when[1]), total=total, approx=approx, start=50)
    earlier, later = (
        replace(fact, printed=said) if said else fact
        for fact, said in zip((earlier, later), words, strict=True)
    )
    row = CATALOGUE.indicators[indicator]
    change = difference(earlier, later, row)
    if change is not None and any(words):
        change = as_rounded(change, value_of(earlier), value_of(later))
    assert change is not None
    relative = relative_change(value_of(earlier), value_of(later), row)
    return Comparison(PLACES["binh-thuan"], row, earlier, later, change, relative)


CHANGES: Mapping[str, tuple[Comparison, ...]] = {
    "up-good": (pair("online_dossiers", "1200", "1500"),),
    "up-bad": (pair("dossiers_late", "100", "120"),),
    "down-good": (pair("dossiers_late", "120", "90"),),
    "down-bad": (pair("online_dossiers", "1500", "1200"),),
    "up-neutral": (pair("dossiers_received", "41234", "45678"),),
    "equal": (pair("online_dossiers", "1500", "1500"),),
    "equal-zero": (pair("dossiers_late", "0", "0"),),
    "equal-points": (pair("satisfaction_rate", "92.4", "92.4"),),
    "equal-score": (pair("service_index_score", "59.9", "59.9", total="100"),),
    "equal-places": (pair("service_index_rank", "34", "34", total="63"),),
    "equal-amount": (pair("online_payment_amount", "1500000000", "1500000000"),),
    "points-up": (pair("satisfaction_rate", "90.3", "92.4"),),
    "points-down": (pair("satisfaction_rate", "92.4", "90.3"),),
    "points-bad": (pair("dossiers_late_rate", "1.5", "2"),),
    "points-good-down": (pair("dossiers_late_rate", "2", "1.5"),),
    "score-down": (pair("service_index_score", "59.9", "49.1", total="100"),),
    "score": (pair("service_index_score", "49.1", "59.9", total="100"),),
    "percent": (pair("dossiers_resolved", "638", "697"),),
    "percent-below-one": (pair("dossiers_resolved", "100000", "100450"),),
    "times": (pair("online_dossiers", "1200", "2820"),),
    "times-exact": (pair("online_dossiers", "1200", "3600"),),
    "times-bad": (pair("dossiers_late", "120", "360"),),
    "places-up": (pair("service_index_rank", "54", "34", total="63"),),
    "places-down": (pair("service_index_rank", "8", "12", total="63"),),
    "growth-too-small": (pair("dossiers_resolved", "100000", "100002"),),
    "small-base": (pair("dossiers_late", "2", "3"),),
    "zero-base": (pair("dossiers_late", "0", "12"),),
    "to-zero": (pair("dossiers_late", "40", "0"),),
    "reserved": (pair("online_dossiers", "10000000", "13900000", approx=Approx.OVER),),
    "digits-beside-words": (pair("online_dossiers", "700000", "1200000"),),
    "words-beside-digits": (
        pair("online_dossiers", "1234567", "5000000", words=("1.234.567", "5 triệu")),
    ),
    "words-of-sources": (
        pair("online_dossiers", "900000", "1300000", words=("0,9 triệu", "1,3 triệu")),
    ),
    "words-of-one-source": (
        pair("online_dossiers", "700000", "1200000", words=("700.000", "1,2 triệu")),
    ),
    "words-of-both-ends": (pair("online_dossiers", "12400000", "12700000"),),
    "amount": (pair("online_payment_amount", "1500000000", "2250000000"),),
    "amount-down": (pair("online_payment_amount", "2250000000", "1500000000"),),
    "whole-year": (pair("online_dossiers", "1200", "1500", when=("2022", "2023")),),
    "previous-half": (
        pair("online_dossiers", "1200", "1500", when=("2023-07-01..2023-12-31", "2024-H1")),
    ),
    "nine-months": (
        pair(
            "online_dossiers",
            "1200",
            "1500",
            when=("2023-01-01..2023-09-30", "2024-01-01..2024-09-30"),
        ),
    ),
    "window": (
        pair(
            "online_dossiers",
            "1200",
            "1500",
            when=("2022-12-15..2023-06-14", "2023-12-15..2024-06-14"),
        ),
    ),
    "stock": (pair("procedures_published", "50", "70", when=("..2023-05-01", "..2024-05-01")),),
    "good-then-bad": (
        pair("dossiers_late", "100", "120"),
        pair("online_dossiers", "1200", "1500"),
        pair("dossiers_resolved", "638", "697"),
    ),
    "all-bad": (pair("dossiers_late", "100", "120"), pair("online_dossiers", "1500", "1200")),
}


def said(word: str, approx: Approx) -> tuple[str, Approx]:
    """Return what a source says before a figure, and what that means."""
    return f"Tỉnh có {word} ", approx


OVER, UNDER = said("hơn", Approx.OVER), said("gần", Approx.UNDER)
ABOVE = said("trên", Approx.OVER)
BELOW, ABOUT = said("dưới", Approx.UNDER), said("khoảng", Approx.ABOUT)

RESERVED: Mapping[str, tuple[str, str, str, tuple[str, Approx]]] = {
    "over-above-base": ("online_dossiers", "1180", "1200", OVER),
    "over-near-base": ("online_dossiers", "1250", "1200", OVER),
    "under-below-base": ("online_dossiers", "1350", "1300", UNDER),
    "under-near-base": ("online_dossiers", "1250", "1300", UNDER),
    "fall-to-over": ("online_dossiers", "10000", "8000", OVER),
    "fall-to-under": ("online_dossiers", "10000", "8000", UNDER),
    "fall-to-about": ("online_dossiers", "10000", "8000", ABOUT),
    "twice-over": ("online_dossiers", "1200", "2900", OVER),
    "rounded-away-from-over": ("online_dossiers", "1400000", "1425000", OVER),
    "rounded-on-the-side-of-over": ("online_dossiers", "1400000", "1424000", OVER),
    "below": ("dossiers_late_rate", "3", "5", BELOW),
    "fall-to-below": ("dossiers_late_rate", "5", "3", BELOW),
    "below-near-base": ("dossiers_late_rate", "4.8", "5", BELOW),
    "fall-to-above": ("satisfaction_rate", "90", "85", ABOVE),
    "rise-to-above": ("satisfaction_rate", "85", "90", ABOVE),
    "count-that-falls-to-above": ("online_dossiers", "1300", "1200", ABOVE),
    "about-near-base": ("satisfaction_rate", "90", "90.3", ABOUT),
}


def reserved_lines() -> list[str]:
    """Return the sentence of each change to a figure with a reservation, as the appendix has it."""
    out = []
    for name, (indicator, before, after, word) in RESERVED.items():
        earlier = made_fact(indicator, before, period_of("2023-H1"))
        later = made_fact(indicator, after, period_of("2024-H1"), start=50)
        later = replace(later, before=word[0], approx=word[1])
        row = CATALOGUE.indicators[indicator]
        change = difference(earlier, later, row)
        if change is None:
            out.append(f"{name}: (không nêu)")
            continue
        relative = relative_change(value_of(earlier), value_of(later), row)
        item = Comparison(PLACES["binh-thuan"], row, earlier, later, change, relative)
        told = rendered("it.sentence([item])", "comparisons", item=item)
        listed = [
            rendered("say.computed(one)", "comparisons", one=one)
            for one in (change, relative)
            if one
        ]
        out.append(f"{name}: {told} | {' | '.join(listed)}")
    return out


def change_lines() -> list[str]:
    """Return the sentence of each change."""
    second = rendered("it.second_sentence(items)", "comparisons", items=CHANGES["good-then-bad"])
    return [
        *(
            f"{name}: {rendered('it.sentence(items)', 'comparisons', items=items)}"
            for name, items in CHANGES.items()
        ),
        f"second-base: {second}",
    ]


# ---------------------------------------------------------------- standings


def target(
    indicator: str, value: str, bound: Bound = Bound.AT_LEAST, until: date = date(2030, 12, 31)
) -> Target:
    """Return a made target for three provinces over all days of the tests."""
    return Target(
        "mau",
        indicator,
        bound,
        Decimal(value),
        frozenset({"bac-giang", "binh-duong", "binh-thuan"}),
        True,  # noqa: FBT003  common to all
        date(2020, 1, 1),
        until,
        "Kế hoạch mẫu",
        date(2020, 1, 1),
    )


def stood(*facts: Fact, goal: Target | None = None) -> str:
    """Return the sentence on where the first of some facts stands."""
    places = {fact.place: PLACES[fact.place] for fact in facts}
    targets = (goal,) if goal else ()
    ground = Ground.of(facts, places, CATALOGUE.indicators, targets, WORDING)
    found = standings(facts[:1], ground)
    name = places[facts[0].place].official_name(DAY)
    return "".join(
        rendered("it.standing(one, name)", "comparisons", one=one, name=name) for one in found
    )


def rates(*values: str, indicator: str = "satisfaction_rate") -> list[Fact]:
    """Return the rates of Bình Thuận, Bình Dương, Bắc Giang in 2023, as many as there are."""
    slugs = ("binh-thuan", "binh-duong", "bac-giang")
    return [
        made_fact(indicator, value, period_of("2023"), place=slug, start=10 * at)
        for at, (slug, value) in enumerate(zip(slugs, values, strict=False))
    ]


def nation(value: str, indicator: str = "satisfaction_rate") -> Fact:
    """Return the country's figure of 2023."""
    return made_fact(indicator, value, period_of("2023"), place=NATION, start=90)


def two_counts(part: str, value: str) -> str:
    """Return the sentence on a rate that two counts give."""
    when = period_of("2023")
    facts = (made_fact(part, value, when), made_fact("dossiers_resolved", "1000", when, start=9))
    places = {"binh-thuan": PLACES["binh-thuan"]}
    (one,) = derived_rates(facts, facts, places, CATALOGUE.indicators, WORDING)
    return rendered("it.derived_rate(one)", "comparisons", one=one)


def rate_over_time(part: str, now: str, before: str, share: tuple[str, str] = ("", "")) -> str:
    """Return the sentence on a rate of 1.000 dossiers in 2023 against 1.000 in 2022.

    ``share`` are the rates that the sources print beside the parts of the two years.
    """
    facts = [
        made_fact(name, value, period_of(year), doc=year, start=start, share=own or None)
        for year, value_of_part, printed in (("2023", now, share[0]), ("2022", before, share[1]))
        for name, value, start, own in (
            (part, value_of_part, 0, printed),
            ("dossiers_resolved", "1000", 9, ""),
        )
    ]
    places = {"binh-thuan": PLACES["binh-thuan"]}
    rules = Rules((Basis.PREVIOUS_YEAR,), (period_of("2023"),), CATALOGUE.places, WORDING)
    made = derived_rates(facts[:2], facts[:2], places, CATALOGUE.indicators, WORDING)
    (one,) = with_changes(made, Past.of(facts, CATALOGUE.indicators, rules))
    return rendered("it.derived_rate(one)", "comparisons", one=one)


def made_of(**counts: tuple[str, str]) -> str:
    """Return where the first of some computed rates stands; places by slug with their counts."""
    when, facts = period_of("2023"), list[Fact]()
    for at, (slug, (part, whole)) in enumerate(counts.items()):
        place = NATION if slug == "nation" else slug.replace("_", "-")
        facts.append(made_fact("dossiers_on_time", part, when, place=place, start=40 * at))
        facts.append(made_fact("dossiers_resolved", whole, when, place=place, start=40 * at + 20))
    places = {fact.place: PLACES[fact.place] for fact in facts}
    goal = target("dossiers_on_time_rate", "98")
    plain = derived_rates(facts, facts, places, CATALOGUE.indicators, WORDING)
    made = with_enough_decimals(plain, facts, (goal,))
    ground = Ground.of(facts, places, CATALOGUE.indicators, (goal,), WORDING, made)
    first = [one for one in made if one.part == facts[0]]
    name = places[facts[0].place].official_name(DAY)
    return "".join(
        rendered("it.standing(one, name)", "comparisons", one=one, name=name)
        for one in standings((), ground, first)
    )


def reserved(fact: Fact, word: tuple[str, Approx] = OVER) -> Fact:
    """Return a figure that its source calls "hơn", or by another word."""
    return replace(fact, before=word[0], approx=word[1])


def near(value: str, word: tuple[str, Approx], goal: Target) -> str:
    """Return where a reserved rate stands to a target: the sentence, then the appendix."""
    fact = reserved(rates(value, indicator=goal.indicator)[0], word)
    places = {fact.place: PLACES[fact.place]}
    ground = Ground.of((fact,), places, CATALOGUE.indicators, (goal,), WORDING)
    gaps = [one.to_target for one in standings((fact,), ground)]
    listed = [rendered("say.computed(one)", "comparisons", one=one) for one in gaps]
    return " | ".join((stood(fact, goal=goal), *listed)) if listed else "(không nêu)"


def standing_lines() -> list[str]:
    """Return the sentence of each standing."""
    goal = target("satisfaction_rate", "90")
    late = target("dossiers_late_rate", "2", Bound.AT_MOST)
    first_ten = target("pci_rank", "10", Bound.AT_MOST)
    june = target("satisfaction_rate", "90", until=date(2026, 6, 30))
    cases = {
        "above-nation": stood(*rates("92.4"), nation("90.3")),
        "below-nation": stood(*rates("88.1"), nation("90.3")),
        "equal-nation": stood(*rates("90.3"), nation("90.3")),
        "above-target": stood(*rates("92.4"), goal=goal),
        "below-target": stood(*rates("88.1"), goal=goal),
        "on-target": stood(*rates("90"), goal=goal),
        "below-most": stood(*rates("1.2", indicator="dossiers_late_rate"), goal=late),
        "above-most": stood(*rates("3.5", indicator="dossiers_late_rate"), goal=late),
        "on-most": stood(*rates("2", indicator="dossiers_late_rate"), goal=late),
        "second-of-three": stood(*rates("92.4", "95", "89")),
        "first-by-less": stood(*rates("1.2", "3", "2", indicator="dossiers_late_rate")),
        "tied": stood(*rates("92.4", "92.4", "95")),
        "below-a-reserved-nation": stood(*rates("88"), reserved(nation("90"))),
        "equal-to-a-reserved-nation": stood(*rates("90"), reserved(nation("90"))) or "(không nêu)",
        "above-a-nation-by-under": stood(reserved(rates("92.4")[0], UNDER), nation("90.3")),
        "below-a-nation-by-under": stood(reserved(rates("88")[0]), nation("90.3")),
        "mid-year-target": stood(*rates("88.1"), goal=june),
        "over-above-target": near("92.4", OVER, goal),
        "under-above-target": near("92.4", UNDER, goal),
        "over-below-target": near("88", OVER, goal),
        "under-below-target": near("88", UNDER, goal),
        "about-below-target": near("88", ABOUT, goal),
        "over-on-target": near("90", OVER, goal),
        "under-on-target": near("90", UNDER, goal),
        "over-near-target": near("89.95", OVER, goal),
        "above-below-target": near("85", ABOVE, goal),
        "above-above-target": near("92", ABOVE, goal),
        "above-below-most": near("1.2", ABOVE, late),
        "over-above-most": near("3.5", OVER, late),
        "under-above-most": near("3.5", UNDER, late),
        "below-below-most": near("1.2", BELOW, late),
        "over-below-most": near("1.2", OVER, late),
        "about-above-most": near("3.5", ABOUT, late),
        "rank-below-target": stood(*rates("15", indicator="pci_rank"), goal=first_ten),
        "rank-above-target": stood(*rates("4", indicator="pci_rank"), goal=first_ten),
        "rank-on-target": stood(*rates("10", indicator="pci_rank"), goal=first_ten),
        "share-of-nation": stood(
            *rates("41250", indicator="online_dossiers"), nation("3300000", "online_dossiers")
        ),
        "everything": stood(*rates("92.4", "95", "89"), nation("90.3"), goal=goal),
        "nothing": stood(*rates("92.4", "95")) or "(không nêu)",
        "computed-rate-below-target": made_of(binh_thuan=("950", "1000")),
        "computed-rate-on-target": made_of(binh_thuan=("980", "1000")),
        "computed-rate-that-rounds-to-target": made_of(binh_thuan=("97999", "100000"))
        or "(không nêu)",
        "computed-rate-against-nation": made_of(binh_thuan=("950", "1000"), nation=("97", "100")),
        "second-of-three-computed": made_of(
            binh_thuan=("299", "300"), binh_duong=("1", "1"), bac_giang=("95", "100")
        ),
        "rate-of-two-counts": two_counts("dossiers_on_time", "950"),
        "rate-of-two-counts-up-good": rate_over_time("dossiers_on_time", "950", "920"),
        "rate-of-two-counts-down-bad": rate_over_time("dossiers_on_time", "920", "950"),
        "rate-of-two-counts-up-bad": rate_over_time("dossiers_late", "80", "50"),
        "rate-of-two-counts-equal": rate_over_time("dossiers_on_time", "950", "950"),
        "rate-beside-a-count-down": rate_over_time(
            "dossiers_on_time", "920", "950", share=("92", "95")
        ),
        "rate-of-two-counts-where-less-is-better": two_counts("dossiers_late", "50"),
    }
    return [f"{name}: {text}" for name, text in cases.items()]


# ---------------------------------------------------------------- mergers


def counts(values: Mapping[str, str], indicator: str, when: str) -> list[Fact]:
    """Return one figure of each place over a time."""
    return [
        made_fact(indicator, value, period_of(when), place=slug, start=len(indicator) + 7 * at)
        for at, (slug, value) in enumerate(values.items())
    ]


def merged_text(
    later: list[Fact],
    earlier: list[Fact],
    compare: tuple[Basis, ...] = (Basis.SAME_PERIOD_LAST_YEAR,),
) -> str:
    """Return all that is said of a new province over the merger."""
    place = PLACES[later[0].place]
    rules = Rules(compare, (), CATALOGUE.places, WORDING)
    past = Past.of(earlier, CATALOGUE.indicators, rules)
    places = {place.slug: place}
    measured = Measured(
        merged=merged_comparisons(later, places, past),
        merger_notes=merger_notes(later, places, past),
    )
    model = SimpleNamespace(measured=measured, findings=())
    return in_one_line(rendered("it.merged(place)", "comparisons", model=model, place=place))


def places_told(measured: Measured, macro: str = "it.place_notes()") -> str:
    """Return what a report of 2024 says of places that ended or grew."""
    model = SimpleNamespace(measured=measured, scope=SimpleNamespace(period=period_of("2024")))
    place = PLACES["lam-dong"]
    return in_one_line(rendered(macro, "comparisons", model=model, place=place))


def in_one_line(text: str) -> str:
    """Return paragraphs behind each other."""
    return " / ".join(line for line in map(str.strip, text.splitlines()) if line)


NINETY = {"lam-dong": "90", "binh-thuan": "91", "dak-nong": "89"}
OLD = {"lam-dong": "150000", "binh-thuan": "160000", "dak-nong": "90000"}


def merger_lines() -> list[str]:
    """Return what is said over the merger of provinces."""
    later = [
        *counts({"lam-dong": "432000"}, "dossiers_received", H2[0]),
        *counts({"lam-dong": "345600"}, "online_dossiers", H2[0]),
        *counts({"lam-dong": "80"}, "online_dossiers_rate", H2[0]),
    ]
    received = counts(OLD, "dossiers_received", H2[1])
    online = counts({slug: str(int(n) // 2) for slug, n in OLD.items()}, "online_dossiers", H2[1])
    rank = counts({"lam-dong": "12"}, "service_index_rank", H2[0])
    satisfied = counts({"lam-dong": "92.4"}, "satisfaction_rate", H2[0])
    of_old = counts({"lam-dong": "150000"}, "dossiers_received", "2024")
    chosen = tuple(PLACES[slug] for slug in ("binh-thuan", "lam-dong", "thua-thien-hue"))
    told = Scope(chosen, (period_of("2024"),), with_nation=False, cut_off=DAY, issued=DAY)
    gone = place_notes(told, CATALOGUE.places, of_old, of_old)
    year = counts({"binh-thuan": "155000"}, "dossiers_received", "2025")
    cut = place_notes(replace(told, places=chosen[:1]), CATALOGUE.places, year, (), year)
    stray = StrayNote(chosen[0], PLACES["lam-dong"], tuple(year), date(2025, 7, 1))
    crossing = CrossingNote(PLACES["lam-dong"], (period_of("2025"),), over_time=False)
    cases = {
        "count": merged_text(later[:1], received),
        "rate-from-counts": merged_text(later, [*received, *online]),
        "one-missing": merged_text(later[:1], received[:2]),
        "two-missing": merged_text(later[:1], received[:1]),
        "some-missing": merged_text(later[:2], [*received, *online[:2]]),
        "two-bases": merged_text(
            later[:1],
            [*received, *counts(OLD, "dossiers_received", "2025-H1")],
            (Basis.SAME_PERIOD_LAST_YEAR, Basis.PREVIOUS_PERIOD),
        ),
        "equal-behind-a-reservation": merged_text(
            counts({"lam-dong": "400000"}, "dossiers_received", H2[0]),
            [reserved(received[0]), *received[1:]],
        )
        or "(không nêu)",
        "with-a-rank": merged_text([later[0], *rank], received),
        "only-a-rank": merged_text(rank, received) or "(không nêu)",
        "a-rank-known-of-both": merged_text(
            rank, counts({"lam-dong": "20"}, "service_index_rank", H2[1])
        ),
        "rate-without-counts": merged_text(
            [later[0], *satisfied], [*received, *counts(NINETY, "satisfaction_rate", H2[1])]
        ),
        "all-left-out": merged_text(
            [*later, *satisfied, *rank],
            [*received[:2], *online[:2], *counts(NINETY, "satisfaction_rate", H2[1])],
        ),
        "only-renamed": merged_text(
            counts({"hue": "220000"}, "dossiers_received", H2[0]),
            counts({"thua-thien-hue": "200000"}, "dossiers_received", H2[1]),
        ),
        "nothing-known": merged_text(later[:1], []) or "(không nêu)",
        "place-today": places_told(Measured(place_notes=gone)),
        "ended-within-the-year": places_told(Measured(place_notes=cut)),
        "left-out": places_told(Measured(strays=(stray,))),
        "beside-the-country": places_told(
            Measured(crossing_notes=(crossing,)), "it.merged_notes(place)"
        ),
    }
    return [f"{name}: {text}" for name, text in cases.items()]


# ---------------------------------------------------------------- highlights


def told(*items: Comparison) -> SimpleNamespace:
    """Return a group of a place that tells some comparisons."""
    return SimpleNamespace(comparisons=items, trends=())


def highlight_lines() -> list[str]:
    """Return each highlight of a made report, then one of a contradiction."""
    facts = (
        *rates("92.4", "95", "85"),
        nation("90.3"),
        *rates("97", "90", indicator="dossiers_on_time_rate"),
        nation("93.5", "dossiers_on_time_rate"),
    )
    places = {fact.place: PLACES[fact.place] for fact in facts}
    goal = target("satisfaction_rate", "90")
    ground = Ground.of(facts, places, CATALOGUE.indicators, (goal,), WORDING)
    found = Measured(standings=standings(facts, ground))
    group = told(
        pair("online_dossiers", "1200", "1500"),
        pair("dossiers_received", "1000", "2600"),
        pair("dossiers_late", "100", "150"),
        pair("dossiers_resolved", "1500", "1200"),
        pair("dossiers_pending", "20", "60"),
        pair("feedback_resolved", "0", "45"),
    )
    picked = highlights(found, (group,), (), WORDING)  # type: ignore[arg-type]  # a group in part
    finding = Finding("mau", Severity.ERROR, "Hai nguồn nêu số khác nhau.", "", facts[:1])
    picked += (Highlight(HighlightKind.CONTRADICTION, good=False, finding=finding),)
    return [
        f"{one.kind.value}: {rendered('it.item(one)|capitalised', 'highlights', one=one)}."
        for one in picked
    ]


FILES = {
    "changes": change_lines,
    "reserved": reserved_lines,
    "standings": standing_lines,
    "mergers": merger_lines,
    "highlights": highlight_lines,
}


def main() -> None:
    """Write the golden files anew."""
    for name, lines in FILES.items():
        (FOLDER / f"{name}.txt").write_text("\n".join(lines()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
