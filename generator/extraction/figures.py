"""One figure of a sentence: the fact that it states, or why it states none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.catalogue import Kind
from generator.extraction.counted.asking import ask, told_before
from generator.extraction.counted.attributes import approx_of, level_in
from generator.extraction.counted.classify import Verdict, is_bare
from generator.extraction.counted.in_time import by_what_is_told
from generator.extraction.counted.quantities import QuantityKind
from generator.extraction.counted.rated import is_of_rated
from generator.extraction.counted.splits import is_carried, is_pair
from generator.extraction.counted.strangers import OF_FEW, refused, stranger
from generator.extraction.counted.targets import is_target
from generator.extraction.counted.turns import Turn
from generator.extraction.counted.ways import is_of_online, of_head
from generator.extraction.counted.wholes import (
    WHOLES,
    all_before,
    is_of_feedback,
    is_of_field,
    is_of_trade,
    is_of_way,
    is_part,
    is_part_of_online,
    is_rank_of_row,
    is_share,
    is_way,
    is_whole_of_share,
    share_of_part,
    to_resolve_before,
    whole_before,
)
from generator.extraction.making import TIERS, Meaning, make
from generator.extraction.places.groups import name_in, owners
from generator.extraction.places.level_rows import level_of_row
from generator.extraction.places.levels import (
    Level,
    level_going_on,
    level_kept,
    level_named,
    level_of_score,
    names_nobody,
)
from generator.extraction.places.owning import owner
from generator.extraction.places.scopes import Scope
from generator.extraction.places.units import unmarked_name
from generator.extraction.reader import Reader, Told
from generator.extraction.reading import folded
from generator.extraction.rules import Rule
from generator.extraction.times.against import is_difference
from generator.extraction.times.bases import opening_base, told_after
from generator.extraction.times.earlier import (
    by_now,
    end_of_movement,
    is_mean_of_province,
    is_undated,
    year_before,
)
from generator.extraction.times.lasting import is_long
from generator.extraction.times.nearest import When
from generator.extraction.times.told import Timed
from generator.extraction.titles import UNTOLD
from generator.extraction.view import Figure, View
from generator.extraction.zones import Zone
from generator.model.fact import NATION, Fact
from generator.model.period import Period
from generator.sources.grid import CELL_BREAK

_BARS = 4
_PLANNED = ("part of a plan", "only wanted")  # exclusions that have told what is meant
_BY_OTHERS = ("list", "topic")  # what tells by another sentence
_PROVINCES = 30  # no ranking of all provinces had fewer
UNCLEAR = "one of a row whose subjects are not clear"
_EARLIER = "of an earlier period"
_PART = "a part of the figure before it"
_PLANS = "_plans"
NO_TIME = "no time"
_OF_DISTRICT = ("cap-huyen", "cap-xa")
_HALF = "a part of what the indicator counts"


def read_figure(
    reader: Reader, seen: View, scope: Scope, index: int, own: Zone, turn: Turn | None
) -> Told | None:
    """Make a fact of a figure, or say why there is none.

    ``turn`` is what a number of a row means, whose subject stands apart from it.
    """
    here = turn.subject if turn else own
    found, reason = _verdict(reader, seen, index, here, turn)
    figure = seen.figures[index]
    if is_difference(seen, figure.start):
        found, reason = None, "a change"
    if found is None:
        if figure.quantity.kind is not QuantityKind.EARLIER:
            reader.leave_figure(seen, figure, reason)
        return None
    start = here.far_right if turn else figure.start
    whose = owner(seen, scope, start, here, found.rule)
    place = whose.place
    told_behind = whose.by == "place/sentence"  # a part that is named behind the figure
    level = None if told_behind else Level.of(whose.level, "place")
    twin = level_of_score(reader.facts, seen, start, found.rule.indicator)
    level = level or _level_of_name(reader, seen, scope, place, figure, turn) or twin
    level = level or Level.of(None if turn else level_of_row(seen, figure), "row")
    when = replace(here, far_right=here.clause_right) if found.by == "shared" else here
    when = replace(when, clause_right=own.clause_right)
    period, by = _when(reader, seen, figure, when, turn, found.rule)
    if not place or period is None or (level and not level.name):
        reader.refused.append(found.rule)
        reason = UNCLEAR if level and not level.name else NO_TIME if place else "no place"
        reader.leave_figure(seen, figure, reason)
        return None
    told = (found.rule.name, f"told/{found.by}", whose.by, by)
    known = place in (reader.focus.default, reader.focus.current) or bool(scope.named)
    kept = Level.of(reader.part.at(start) if known else None, "part")
    part = kept or Level.of(whose.level, "place")
    if _ranks_in_region(figure, found, place, reader):
        reader.leave_figure(seen, figure, "rank in a group")
        return None
    ranked = found.rule.kind in (Kind.SCORE, Kind.RANK)  # "năng lực cạnh tranh cấp tỉnh"
    named = None if ranked or turn else level_named(seen, index, here, spans_of(scope))
    stretch = here.clause_left, start
    part = part if ranked else _level_before(reader, seen, stretch, place, found.rule, part)
    home = None if "tỉnh" in seen.text.replace("cấp tỉnh", "") else reader.part.default
    meaning = Meaning(found.rule, place, level, period, told, part, named, home)
    fact = make(reader.source.info.id, reader.source.text, seen, index, here, meaning)
    fact = replace(fact, share=share_of_part(reader.facts, seen, figure.start, fact))
    if fact.level and _is_of_all(reader, seen, figure, fact):
        fact = replace(fact, level=None)
    each = None if turn else owners(seen, reader.groups, scope, start, fact, found.rule.kind)
    each = [] if is_pair(seen.text, reader.heading, figure.start, fact) else each
    facts = [fact] if each is None else each
    reason = _barred(reader, seen, figure, here, fact, found.rule)
    reason = UNCLEAR if found.of_unit and fact.level in (None, *TIERS) else reason
    if fact.level in _OF_DISTRICT and fact.place != NATION and reader.part.kept_district(seen.text):
        reason = _PART  # "Huyện Yên Thành …. UBND cấp xã tiếp nhận …": of that district alone
    if reason or not facts:
        reader.leave_figure(seen, figure, reason or "of several places named together")
        return None
    reader.facts.extend(facts)
    return Told(found.rule, fact)


def _is_of_all(reader: Reader, seen: View, figure: Figure, fact: Fact) -> bool:
    """Tell whether what a level is told of is the whole place, or a mean of all its parts."""
    names = reader.focus.names
    city = fact.place not in names.cities
    whole = names.is_whole(fact.place, fact.level or "")
    return whole or is_mean_of_province(seen, figure.start, city=city)


def _ranks_in_region(figure: Figure, found: Verdict, place: str, reader: Reader) -> bool:
    """Tell whether a rank of a province is one among too few: "thứ 5/13" is of its region.

    A text on a district may tell its rank among those of the province; so may a department.
    """
    total = figure.quantity.total
    ranked = found.rule.kind is Kind.RANK and not found.of_unit
    few = ranked and total is not None and total < _PROVINCES
    province = place in reader.focus.names.provinces.values()
    return few and province and reader.part.default is None and reader.part.current is None


def _level_before(
    reader: Reader,
    seen: View,
    stretch: tuple[int, int],
    place: str,
    rule: Rule,
    part: Level | None,
) -> Level | None:
    """Return the level that the figures before tell, else the ``part`` in mind.

    ``stretch`` is the clause up to the figure: what it names in short goes first.
    """
    left, start = stretch
    local = place in reader.focus.names.provinces.values()
    called = reader.part.called_in(seen.text, left, start, local=local) if place != NATION else None
    if called is not None:
        return Level.of(called, "part")
    gone = level_going_on(reader.facts, seen, start, place, rule.indicator)
    kept = gone or level_kept(reader.levelled, seen.text, start, place, rule.indicator)
    if kept is None and part is None and local and names_nobody(seen.text, start):
        kept = reader.part.opened  # "Sở A là đơn vị dẫn đầu. Năm 2022, đã tiếp nhận …"
    if kept is None and part is None and local:
        kept = reader.part.opening(seen.text, start)
    return Level.of(kept, "before") or part


def _level_of_name(
    reader: Reader, seen: View, scope: Scope, place: str | None, figure: Figure, turn: Turn | None
) -> Level | None:
    """Return the level that a name near a figure, or the subject of a row, gives it.

    One with the name "" stands for a subject of which nobody knows what it is.
    """
    if turn is not None:
        here = turn.subject
        named = level_in(seen, here)
        return Level.of(named or name_in(reader.groups, here.near_left, here.near_right), "turn")
    name = None if place == NATION else unmarked_name(seen, figure, spans_of(scope))
    known = name is not None and folded(name) in reader.focus.names.provinces
    return None if known else Level.of(name, "name")


def _when(
    reader: Reader, seen: View, figure: Figure, here: Zone, turn: Turn | None, rule: Rule
) -> When:
    """Return the period of a figure and the name of the rule that gave it."""
    about = Timed(rule.kind, stem_of(rule), rule.span)
    if turn is None:
        start = figure.start if figure.share else figure.quantity.start  # of a rate told alone
        found = reader.timeline.period_of(seen, here, start, figure.end, about)
        heads = seen.paragraph.start == reader.headline and not about.is_index
        found = _when_moved(reader, seen, figure, rule, found)
        if found[0] is not None and about.is_index and not about.span:
            now = by_now(seen, start, found[0], reader.timeline.calendar.main)
            found = (now, found[1]) if now == found[0] else (now, "period/title")
        waits = found[0] is None and heads and not seen.times and not about.is_ahead
        return (UNTOLD, "period/text") if waits else found
    if turn.year:
        return Period(date(turn.year, 12, 31), date(turn.year, 1, 1)), "period/turn"
    # "A, B năm 2023 lần lượt …" tells the year of both
    when = replace(here, clause_left=turn.whole.far_left, far_right=turn.whole.far_right)
    return reader.timeline.period_of(seen, when, here.far_right, here.far_right, about)


def _when_moved(reader: Reader, seen: View, figure: Figure, rule: Rule, found: When) -> When:
    """Return the time of a value to which another moved; ``found`` is what its words tell.

    An index is of the last year that the sentence gives; in "nhiệm kỳ 2020-2025, từ 21% (năm
    2020) lên 85%" nobody dates the second rate.
    """
    index = seen.figures.index(figure)
    base = seen.figures[index - 1] if index else None
    if base is None or base.quantity.kind is not QuantityKind.EARLIER:
        return found
    if rule.kind is Kind.RATE and found[0] is not None and is_long(found[0]):
        return None, "period/unclear"
    if found[0] is not None or rule.kind not in (Kind.SCORE, Kind.RANK):
        return found
    told = told_after(seen, reader.timeline.calendar, base.end)
    end = end_of_movement(seen, told) if told else None
    return (end, "period/sentence") if end else found


def _barred(reader: Reader, seen: View, figure: Figure, here: Zone, fact: Fact, rule: Rule) -> str:
    """Return why a fact would be a part of what another one tells, "" if it is none.

    The fact before it may turn out to be a part, too.
    """
    both = all_before(reader.facts, reader.folded, seen, figure.start, fact)
    if both is not None:
        reader.facts.pop()
        reader.leave_fact(both, "received and carried over")
    every = to_resolve_before(reader.facts, reader.folded, seen, figure.start, fact)
    if every is not None:
        reader.facts.pop()
        reader.leave_fact(every, "received and carried over")
    unnamed = fact.rules[1] == "told/split" and fact.level is None
    of_service = is_part_of_online(reader.facts, seen, figure.start, fact)
    if unnamed or of_service or is_part(reader.facts, seen, figure.start, fact, rule):
        return _PART
    way = is_of_way(reader.facts, seen, here.clause_left, figure.start, fact)
    if way or (is_way(fact) and is_of_online(seen, figure.start, reader.heading)):
        return "of one way to submit"
    if is_of_feedback(reader.facts, seen, fact):
        return "of the feedback before it"
    if is_share(seen, figure.quantity.start, rule):
        return "a share of what was told before"
    last = reader.facts[-1] if reader.facts and reader.told else None
    if is_whole_of_share(seen, figure.quantity.start, last, fact):
        return UNCLEAR
    if last is not None and is_rank_of_row(seen, last, fact):
        reader.facts.pop()
        reader.leave_fact(last, UNCLEAR)
        return UNCLEAR
    of_field = reader.of_field.rules(rule, seen.text, figure.start) or is_of_field(
        seen, here.clause_left, figure.start, rule
    )
    if of_field or is_of_trade(seen, figure.start, fact):
        return "of one field"
    whole = whole_before(reader.facts, seen, figure.start, fact)
    if whole is not None:
        reader.facts.pop()
        reader.leave_fact(whole, "the whole of which parts are told")
    halved, other = reader.halves.rival(seen, here, rule, fact)
    if other is not None and reader.facts and reader.facts[-1] is other:
        reader.facts.pop()
        reader.leave_fact(other, _HALF)
    return _HALF if halved else ""


def tell_base(
    reader: Reader, seen: View, index: int, zones: list[Zone], found: Told | None
) -> None:
    """Make a fact of the A of "từ A năm 2022 lên B" once B is told; else it is none."""
    if not index or seen.figures[index - 1].quantity.kind is not QuantityKind.EARLIER:
        return
    base = seen.figures[index - 1]
    period, by = _time_of_base(reader, seen, base, found) if found else (None, "")
    if found is None or period is None or period.end >= found.fact.period.end:
        reader.leave_figure(seen, base, "an earlier value")
        return
    fact = found.fact
    whose = tuple(rule for rule in fact.rules if rule.startswith("place/"))
    told = (found.rule.name, "told/change", *whose, by)
    meaning = Meaning(found.rule, fact.place, Level.of(fact.level, "change"), period, told)
    made = make(
        reader.source.info.id, reader.source.text, seen, index - 1, zones[index - 1], meaning
    )
    reader.facts.insert(-1, made)


def _time_of_base(reader: Reader, seen: View, base: Figure, found: Told) -> When:
    """Return the time of what a figure moved from: the one behind it, else the year before.

    An index comes once a year: "tăng từ 81% lên 84%" tells of two years on end. A rate is of
    a time as long as that of its base, where that opens the sentence.
    """
    calendar = reader.timeline.calendar
    told = told_after(seen, calendar, base.end)
    if told is not None:
        return told, "period/own"
    if found.rule.kind is Kind.RATE:
        opened = opening_base(seen, calendar, base.start)
        alike = opened is not None and opened.kind is found.fact.period.kind
        return opened if alike else None, "period/base"
    yearly = found.rule.kind in (Kind.SCORE, Kind.RANK) and not found.rule.span
    return year_before(seen, found.fact.period) if yearly else None, "period/base"


def _verdict(
    reader: Reader, seen: View, index: int, here: Zone, turn: Turn | None
) -> tuple[Verdict | None, str]:
    """Return what a figure counts, or None and why it counts nothing."""
    figure = seen.figures[index]
    frame = reader.frame()
    reason = refused(figure) or _untimely(reader, seen, here, figure)
    if reason:
        _pass_earlier(reader, seen, figure, here, reason)
        return None, reason
    whole = _rule_of_whole(reader, seen, index)
    if whole is None and index in reader.splits and is_carried(seen, reader.splits[index]):
        return None, _EARLIER
    if seen.text.count(CELL_BREAK) >= _BARS:  # a row of a table tells for itself
        frame = replace(frame, context="", heading="", last=None, led=None)
    found = (
        turn.found
        if turn
        else _of_whole(whole, told_before(ask(frame, seen, figure, here), seen, figure))
    )
    found = None if found and is_of_rated(seen, figure, found.rule) else found
    named = figure.share_first or not is_bare(seen, figure)
    if found is None and figure.share is not None and named:
        # "1.912/2.000 người hài lòng, đạt 95,6%": the rate is told, the count is not
        seen.figures[index] = figure = replace(figure, quantity=figure.share, share=None)
        found = ask(frame, seen, figure, here)
    planned = any(one.reason in _PLANNED and one.end <= figure.start for one in seen.excluded)
    if found is not None and found.by in _BY_OTHERS and planned and not reader.begun:
        found = None  # "mục tiêu 50% hồ sơ trực tuyến; năm 2020 mới đạt 27%" goes on with that
    if found is None:
        return None, "no rule tells what it counts"
    return _judged(reader, seen, here, figure, found)


def _judged(
    reader: Reader, seen: View, here: Zone, figure: Figure, found: Verdict
) -> tuple[Verdict | None, str]:
    """Return what a figure counts, of which words tell ``found``, or None and why nothing."""
    rules = reader.rules.rules
    before = reader.told[-1] if reader.told else None
    headed = of_head(rules, seen, figure.start, found, reader.heading)
    parted = by_what_is_told(rules, headed, before, seen.text, figure.start)
    if parted is None:
        return None, _PART
    found = parted
    if found.rule.kind is not Kind.SCORE and is_undated(
        seen, here, figure, ranked=_is_ranked(figure)
    ):
        _go_on(reader, found)
        return None, _EARLIER
    reason = stranger(reader.rules.not_rated, seen, figure, found.rule)
    reason = reason or _of_plan(reader, seen, figure, found.rule)
    if reason:
        if reason in OF_FEW:  # "5 sở đạt 100%. Toàn tỉnh, tỷ lệ này đạt 87%"
            reader.aimed = reader.few = found.rule
            reader.apart = False
        return None, reason
    wanted = reader.planned or is_target(reader.rules.targets, seen, figure)
    if wanted != (found.rule.kind is Kind.TARGET):
        twin = _twin(reader, found)
        if twin is None:
            # "phấn đấu 80%, hiện mới đạt 65%": the target has said what is meant
            reader.aimed, reader.apart = found.rule, False
            return None, "a target, no result"
        return replace(found, rule=twin), ""
    return found, ""


def _pass_earlier(reader: Reader, seen: View, figure: Figure, here: Zone, reason: str) -> None:
    """Keep what a rate of an earlier time was of, where ``reason`` tells that it is one."""
    if reason == _EARLIER and figure.quantity.kind is QuantityKind.PERCENT:
        _go_on(reader, ask(reader.frame(), seen, figure, here))


def _go_on(reader: Reader, found: Verdict | None) -> None:
    """Keep what an earlier value was of: "cao hơn năm trước (93%), đạt 95%" goes on with that.

    Where nothing tells it, no figure before it is gone on with either.
    """
    if found is None:
        reader.last = None
    else:
        reader.aimed, reader.apart = found.rule, False


def _of_plan(reader: Reader, seen: View, figure: Figure, rule: Rule) -> str:
    """Return why a figure is a part of a plan, told in brackets behind it, "" if it is none.

    "phê duyệt phương án đơn giản hóa 90 quy định (81 TTHC, …)": nothing is simplified yet.
    """
    end, told = reader.told[-1] if reader.told else (0, None)
    if told is None or not told.indicator.endswith(_PLANS) or rule.indicator == told.indicator:
        return ""
    between = seen.text[end : figure.start]
    return _PART if "(" in between and ")" not in between else ""


def _untimely(reader: Reader, seen: View, here: Zone, figure: Figure) -> str:
    """Return why a figure has no time of its own whatever it counts, "" if nothing tells so.

    "SIPAS đạt 82%, tăng so với năm 2022 (79%)": an index may be told in percent.
    """
    if is_undated(seen, here, figure, ranked=True):
        return _EARLIER
    headline = seen.paragraph.start == reader.headline
    return "rounded in the headline" if headline and approx_of(seen, figure) else ""


def _is_ranked(figure: Figure) -> bool:
    """Tell whether the form of a figure tells that it is a score or rank."""
    return figure.quantity.kind in (QuantityKind.SCORE, QuantityKind.RANK)


def _rule_of_whole(reader: Reader, seen: View, index: int) -> Verdict | None:
    """Return what the figure counts of which this one is the part of a level, None if none.

    A figure of a row that repeats another counts what its fellow there does.
    """
    fellow = reader.again.get(index)
    if fellow is not None:
        return Verdict(fellow, "again")
    whole = reader.splits.get(index)
    rule = reader.rule_at(seen.figures[whole].end) if whole is not None else None
    return Verdict(rule, "split") if rule else None


def _of_whole(whole: Verdict | None, own: Verdict | None) -> Verdict | None:
    """Return what a part counts: what its whole does, or what its ``own`` words tell.

    "tiếp nhận và giải quyết 900 hồ sơ (cấp tỉnh tiếp nhận 400, …)": the parts say more, where
    no other words of a part can change what its whole counts.
    """
    if whole is None:
        return own
    general = whole.rule.indicator in WHOLES
    return own if general and own is not None and own.by == "near" else whole


def spans_of(scope: Scope) -> list[tuple[int, int]]:
    """Return where a sentence names provinces and bodies."""
    return [(mention.start, mention.end) for mention in scope.named if not mention.city]


def stem_of(rule: Rule) -> str:
    """Return the name of the index that a score and a rank share ("pci")."""
    return rule.indicator.rsplit("_", 1)[0]


def _twin(reader: Reader, found: Verdict) -> Rule | None:
    """Return the rule of the target that belongs to a rate, or the rate to a target."""
    stem = found.rule.indicator.removesuffix("_rate").removesuffix("_target")
    name = stem + ("_rate" if found.rule.kind is Kind.TARGET else "_target")
    return next((rule for rule in reader.rules.rules if rule.indicator == name), None)
