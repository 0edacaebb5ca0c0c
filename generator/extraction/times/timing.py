"""When a figure is from: the time named nearest to it, or the one in force."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.catalogue import Kind
from generator.extraction.context import depth_of
from generator.extraction.times.against import after_base, base_told, is_of_base_then, is_told_base
from generator.extraction.times.bases import (
    base_of,
    in_same_value,
    is_base_figure,
    is_in_base_row,
    months_of,
    months_told,
    same_value,
    told_after,
    year_before,
)
from generator.extraction.times.begun import AFTER_SOME, is_running, is_tallied, is_tried
from generator.extraction.times.boards import reached
from generator.extraction.times.candidates import (
    has_part_of,
    is_enclosed,
    is_of_another,
    is_open,
    is_own,
    is_remark,
    names_year,
    only_year,
    opening,
    stands_apart,
    timed,
    told_times,
    unresolved,
    was_then,
    whole,
)
from generator.extraction.times.closing import closing, is_made, is_of_state
from generator.extraction.times.dating import Calendar, is_base
from generator.extraction.times.following import (
    aim_of,
    goal_named,
    is_passing,
    keep_month,
    later,
    months_after,
    taken_up,
)
from generator.extraction.times.lasting import gives_days, is_flow, is_long, is_part
from generator.extraction.times.leading import (
    behind_of,
    is_aside,
    is_doubted,
    is_of_one_day,
    lead_of,
    not_back,
    of_text,
    state_day,
)
from generator.extraction.times.lost import is_lost, is_of_same, lost_before, points_back
from generator.extraction.times.nearest import (
    Dated,
    When,
    is_dated,
    is_of_today,
    is_rise,
    is_to_come,
    is_within,
    nearest,
)
from generator.extraction.times.origins import without_origins
from generator.extraction.times.prior import ends_open
from generator.extraction.times.told import Said, Timed
from generator.extraction.times.totals import as_total
from generator.extraction.times.undated import tells_no_date
from generator.extraction.times.years import goal_of, goal_times, index_time, whole_year, year_told
from generator.extraction.view import View
from generator.extraction.words.periods import PERIODS
from generator.extraction.zones import Zone
from generator.model.period import Period
from generator.vi.dates import TimeKind, TimeMention

_SURE = ("period/own", "period/same", "period/base", "period/clause")
_LETTER = re.compile(r"[^\W\d_]")
# "Riêng lĩnh vực đất đai, từ 15/4 đến 14/5 …": a time of that field alone
_OF_FIELD = re.compile(rf"riêng (?:với |đối với |ở |về )?{PERIODS.field_words}(?!\w)")
_PRESENT = re.compile(r"hiện(?!\w)")


@dataclass(slots=True)
class Timeline:
    """The time that a reader has in mind while reading.

    ``current`` is that of figures in general, ``ranked`` that of scores and ranks;
    ``recent`` tells that the paragraph itself named the latter. ``months`` are the last
    named month and quarter by their length; ``years`` the time of each index, ``ranked_of``
    the indices of the sentence that named ``ranked``.
    ``flow`` is the last time with a beginning that is no look back at an earlier year,
    ``behind`` what such a look back has put aside; ``present`` tells that "hiện" named
    the day in force; ``goal`` is the last time to come, that of targets; ``frame`` is what a
    heading named, ``compared`` that the sentence before named the base of a comparison,
    ``lost`` that the paragraph counts from a day not named ("sau một tháng") or in doubt,
    ``opened`` that the day in force is one from which things go on ("từ ngày 1/7/2025"),
    ``depth`` how deep the heading of the frame stands, ``carried`` that the time in force was
    named in an earlier paragraph, ``passing`` is that time where it was only named in passing.
    """

    calendar: Calendar
    current: Period | None = None
    ranked: Period | None = None
    recent: bool = False
    months: dict[int, Period] = field(default_factory=dict)
    years: dict[str, Period] = field(default_factory=dict)
    ranked_of: frozenset[str] = frozenset()
    lead: Period | None = None
    flow: Period | None = None
    goal: Period | None = None
    frame: Period | None = None
    behind: Period | None = None
    present: bool = False
    compared: bool = False
    lost: bool = False
    opened: bool = False
    carried: bool = False
    depth: int = 0
    passing: Period | None = None

    def __post_init__(self) -> None:
        """Know the month or quarter of the title as "trong tháng", "trong quý"."""
        if self.calendar.main is not None:
            keep_month(self.months, self.calendar.main)

    def period_of(self, view: View, zone: Zone, start: int, end: int, about: Timed) -> When:
        """Return the period of a figure and the name of the rule that gave it.

        None is a time left in doubt. What rose "so với năm 2022" is of a later one.
        """
        found, by = self._period_of(view, zone, start, end, about)
        if about.is_index and found is not None:
            found = index_time(found, self.calendar.today, whole=not about.span)
            by = by if found else "period/no-year"
        elif about.is_ahead and found is not None:
            found = goal_of(found, self.calendar)
        elif found is not None:
            found = self.calendar.reached(found)
        if found is not None and not (about.is_ahead or about.is_index):
            found = as_total(view, start, found, self.calendar, about.span)
            by = by if found else "period/unclear"
        if by in _SURE or found is None:
            return found, by
        base = base_of(view, self.calendar, zone, start, named=about.is_index and not about.span)
        if base and about.is_index and about.span and by == "period/text":
            return None, "period/unclear"  # of each month: of which, its text does not say
        if base and (months := months_after(view, self.calendar, found, base)):
            return months, "period/compared"
        if base is not None and found.end <= base.end:
            told = after_base(view, self.calendar, self.current, start, base)
            minds = (self.behind, self.flow, self.lead, self.calendar.main)
            return told or later(base, about, self.calendar.today, minds), "period/compared"
        return found, by

    def _period_of(self, view: View, zone: Zone, start: int, end: int, about: Timed) -> When:
        """Return the period that the words around a figure give, and by which rule.

        Words that leave it in doubt come first, then those that tell it by another time, then
        the times named near it; at last the time in mind.
        """
        times = [
            item
            for item in timed(
                view,
                self.calendar,
                ahead=about.is_ahead,
                current=self.current,
                months=self._same(),
                until=self.current,
                flow=about.is_flowing or is_tallied(view.text, start),
            )
            if not stands_apart(view, item[0], start, stock=about.span != "flow")
        ]
        opens = unresolved(view, self.calendar, self.current, self._same())
        named = [*times, *((one, None) for one in opens)]
        shut = closing(view, zone, (start, end), named, (about.kind, about.span))
        found = (
            self._in_doubt(view, zone, start, about)
            or self._compared(view, start, end, times, about)
            or self._beside(view, zone, (start, end), times, opens, about, shut)
            or self._left_open(view, zone, start, end, about)
        )
        return (None, "period/unclear") if shut == (None,) and found[1] == "period/text" else found

    def _in_doubt(self, view: View, zone: Zone, start: int, about: Timed) -> When | None:
        """Return no period where a figure is of a time to come, or of one of two."""
        if not about.is_ahead and is_to_come(view, self.calendar, zone, start):
            return None, "period/ahead"
        if not (about.is_ahead or about.is_index) and is_of_one_day(view.text, start):
            return None, "period/unclear"
        if about.is_index and about.span and is_of_same(view.text, zone.clause_left, start):
            return None, "period/unclear"
        based = any(is_base(view.text, one) for one in view.times if one.end <= start)
        lost = self.lost and not about.is_index
        then = points_back(
            view.text, zone.clause_left, start, compared=based or self.compared, lost=lost
        )
        return (None, "period/unclear") if then else None

    def _compared(
        self, view: View, start: int, end: int, times: Dated, about: Timed
    ) -> When | None:
        """Return the time of a figure that is a base, or is told as long as another time."""
        main = self.calendar.main
        if is_in_base_row(view.text, start) or is_of_base_then(view, start):
            return None, "period/unclear"
        if is_base_figure(view.text, start):
            return told_after(view, self.calendar, end), "period/base"
        kept = (self._titled(about) or self.ranked if about.is_index else self.current) or main
        if is_told_base(view, start):
            return base_told(view, self.calendar, start, times, kept), "period/base"
        if (same := same_value(view.text, times, start)) is not None:
            return year_before(same, times, kept), "period/same"
        if not about.is_ahead and (told := months_of(view.text, start)) is not None:
            return months_told(told, times, self.current or main), "period/same"
        return None

    def _beside(
        self,
        view: View,
        zone: Zone,
        span: tuple[int, int],
        times: Dated,
        opens: list[TimeMention],
        about: Timed,
        shut: tuple[Period | None] | None,
    ) -> When | None:
        """Return the time named nearest to the figure at ``span``, None if none is near.

        ``shut`` is the time that closes the clause, as `closing` gives it.
        """
        times = [item for item in times if not in_same_value(view.text, item[0])]
        index, ahead = about.is_index, about.is_ahead
        if index:
            times = [item for item in times if about.span or names_year(item[0])]
            times.extend(opening(view, self.calendar, span[0]))
            times.extend(reached(view, self.calendar, span[0]) if about.span else ())
        if about.span != "state" and not (index or ahead):
            flow = about.span == "flow"
            ended = [one for one in view.times if ends_open(view.text, one)]
            opens, times = [*opens, *ended], [one for one in times if one[0] not in ended]
            times = [(one[0], whole(view, one, self.calendar, flow=flow)) for one in times]
            if flow and self.current is not None and not self.current.is_stock:
                times = [one for one in times if not is_of_state(view, one[0], span[0])]
        yearly = index and not about.span
        own = next((one for one in times if is_own(view.text, one[0], *span, yearly=yearly)), None)
        if own is not None:
            return own[1], "period/own"
        times = [item for item in times if not is_of_another(view, item[0])]
        origin, times = without_origins(view.text, times, span[0])
        if origin is not None:
            return origin, "period/own"
        times = [item for item in times if not is_rise(view, item[0], span[0])]
        if (index and not about.span) or ahead:
            opens = []
        if ahead:  # "Nhiệm vụ năm 2025: … trong quý I; mức độ hài lòng đạt 90%" is of the year
            aim = aim_of(view, self.calendar, self.goal)
            meant = goal_times(view, times, (zone.clause_left, span[0]), aim, self.calendar)
            if meant is None:
                return None, "period/unclear"
            times = meant
        opens = [one for one in opens if not is_enclosed(view, one, span[0])]
        lost = lost_before(view, zone.clause_left, span[0], times, self.calendar)
        if lost and not (index or ahead):
            return None, "period/unclear"
        found = nearest(view, zone, span, times, opens, after=index)
        if shut and shut[0] and (found is None or found[1] == "period/sentence"):
            return shut[0], "period/end"
        return found

    def _left_open(self, view: View, zone: Zone, start: int, end: int, about: Timed) -> When:
        """Return the period of a figure beside which no time is named, and by which rule."""
        main, today, ahead = self.calendar.main, self.calendar.today, about.is_ahead
        if (titled := self._titled(about)) is not None and not self._is_running(titled):
            return titled, "period/title"
        steady = (about.is_index and not about.span) or ahead
        lost = self.lost and not steady
        loose = not (steady or about.is_lasting)
        if lost or (loose and tells_no_date(view.text, zone.clause_left, start)):
            return None, "period/unclear"
        if today is not None and not (about.is_index or ahead):
            began = self.calendar.begun
            running = is_running(view.text, zone.clause_left, start, began, today)
            if running is None or (running and main is None):
                return (Period(today), "period/running") if running else (None, "period/unclear")
        tried = self.current is not None and is_tried(view.text, zone.clause_left, start)
        if tried and about.is_lasting and main is None and today and not self.calendar.guessed:
            return Period(today), "period/text"  # "sau 3 năm triển khai, đã có 51 dịch vụ": by now
        if AFTER_SOME.match(view.text, end) or (tried and not about.is_index):
            return None, "period/unclear"
        last = (self.ranked, self.ranked_of, self.current)
        kept = year_told(about, self.years, *last) if about.is_index else self._in_force(about)
        aim = aim_of(view, self.calendar, self.goal)
        kept = (aim or kept) if ahead else kept
        if about.is_lasting and is_of_today(view, self.calendar, zone, start, kept):
            kept = None
        stands = about.is_standing and not is_made(view, zone, start)
        if stands and kept is not None and kept.start is not None and not self.calendar.guessed:
            now = today if self.carried and main is None else None
            return Period(now) if now else state_day(self.calendar, kept), "period/text"
        if kept is not None and today is not None and has_part_of(view, end, self.calendar, kept):
            return Period(today), "period/text"
        if kept is None and today is not None:
            if self.calendar.guessed and not ahead:
                return only_year(view, self.calendar), "period/sentence"
            return Period(today), "period/text"
        return kept, "period/before"

    def _titled(self, about: Timed) -> Period | None:
        """Return the period of the title, if it can be that of an index: a year."""
        main = self.calendar.main
        if main is None or not about.is_index:
            return None
        return main if about.span or whole_year(main, self.calendar.today) else None

    def _same(self) -> Mapping[int, Period]:
        """Return what "trong kỳ", "trong tháng", "trong quý" mean, by their months."""
        return self.months if self.flow is None else {**self.months, 0: self.flow}

    def _in_force(self, about: Timed) -> Period | None:
        """Return the time in force for what is counted over a time, or is a state at a day.

        "Hiện tỉnh có 1.863 TTHC. Tỉnh tiếp nhận 41.208 hồ sơ": the second is no state.
        """
        today, span = self.calendar.today, about.span
        afresh = self.carried and self.calendar.main is None  # "Bộ Công an đã cấp 86 triệu thẻ"
        if self.current is None or (span == "state" and afresh and today):
            return Period(today) if self.current and today else None
        if span == "flow" and self.opened and today and self.current.end < today:
            return Period(today, self.current.start or self.current.end)
        if not (span or about.is_standing) and self.opened and self.current.is_stock:
            return self.frame or of_text(self.calendar, self.lead)
        flowing = span == "flow" or (about.kind is Kind.RATE and about.is_flowing)
        if flowing and self.current.is_stock and self.present and self.flow:
            return self.flow
        return state_day(self.calendar, self.current) if span == "state" else self.current

    def _is_running(self, main: Period) -> bool:
        """Tell whether the title names a year not yet over, the paragraph one that is.

        An index comes out when its year has ended.
        """
        day = self.calendar.today
        began = day is not None and main.start == day.replace(month=1, day=1)
        cut = began and main.end in (day, self.calendar.summed)
        return (
            cut and self.recent and self.ranked is not None and self.ranked.end.year < main.end.year
        )

    def turn(
        self, mark: str = "", *, item: bool = False, apart: bool = False, goes_on: bool = False
    ) -> None:
        """Begin a paragraph: "đến nay" ends with the one before, and so does a numbered part.

        Then the time of the title is in force again, or the first that the text named,
        also behind a look at a part of it; an ``item`` of a list stays in its list.
        ``apart`` tells that the paragraph before was on a part of the place, ``goes_on``
        that it tells of parts of what stands there ("Trong đó, …").
        """
        self.recent = False
        self.carried = self.carried or not goes_on
        if goes_on:
            return
        self.lost = is_doubted(self.calendar, self.lead)
        self._pass()
        if 0 < depth_of(mark) <= self.depth:
            self._leave_part()
        whole = self.frame or of_text(self.calendar, self.lead)
        now = self.current
        part = now is not None and not now.is_stock and whole is not None and is_part(now, whole)
        if now is not None and whole is not None and now.end == self.calendar.today:
            part = part or (not now.is_stock and whole.end < now.end)
        part = part or (apart and whole is not None)
        years = now is not None and is_long(now)
        years = years and not (now and whole and gives_days(now, whole))
        if whole is not None and (years or (part and not item)):
            self.current, self.behind, self.flow = whole, None, whole
        if self.behind is not None:
            self.current, self.behind = self.behind, None
        if self.current is not None and self.current.is_stock:
            self.current = whole or self.current

    def _pass(self) -> None:
        """Turn from a time that was only named in passing to the one of the text.

        "Năm ngoái, tỉnh còn khó khăn." says nothing of when the next paragraph is.
        """
        passed, self.passing = self.passing, None
        if passed is None or passed != self.current or self.behind is not None:
            return
        whole = self.frame or of_text(self.calendar, self.lead)
        self.current = self.flow = whole if whole != passed else None

    def _leave_part(self) -> None:
        """Turn from the time of a part that is over to the one of the text.

        "2.2. Giải quyết hồ sơ (số liệu đến 14/6)" says nothing of 2.3.
        """
        self.frame, self.depth = None, 0
        if (whole := of_text(self.calendar, self.lead)) is not None:
            self.current, self.behind, self.flow = whole, None, whole

    def read(self, view: View, said: Said) -> None:
        """Keep the last time that a sentence names for the sentences after it.

        An earlier year in a sentence on scores and ranks only is that of the index alone.
        """
        self.years.update(said.indices)
        before = self.current
        self.compared = any(is_base(view.text, mention) for mention in view.times)
        times = (
            []
            if is_dated(view) or _OF_FIELD.match(view.text)
            else list(told_times(view, self.calendar, self.current, flow=said.of_flow))
        )
        lost = any(is_lost(view.text, one, self.calendar) for one in view.times)
        self.lost = not times and (lost or self.lost)
        same = any(one.kind is TimeKind.SAME and one.months for one in view.times)
        goes_on = same or any(is_flow(period) for _, period in times)
        for mention, period in times:
            if names_year(mention) and not self._keep_year(view, mention, period, said):
                continue
            keep_month(self.months, period)
            passing = is_passing(view, mention, period, self.calendar, told=said.any)
            if not passing or is_long(period):
                self.lead, self.frame = lead_of(self.calendar, self.lead, self.frame, period)
            if goes_on and mention.kind is TimeKind.NOW:
                continue  # "trong quý nhận 90, đến nay xong 80": the quarter goes on
            if mention.kind is TimeKind.SINCE and mention is not times[0][0] and is_long(period):
                continue  # "quý I nhận 90, từ năm 2021 đến nay 400": the quarter goes on
            if is_within(view, mention, period, self.current):
                continue  # "9 tháng nhận 900, trong đó quý III 300. Giải quyết 890"
            ranked = said.ranks(view.text, mention) and self._is_past(period)
            if not (ranked and _LETTER.search(view.text, 0, mention.start)):  # "Năm 2025, PCI …"
                passing = passing or (ranked and period != self.calendar.main)
                self.current, self.passing = period, period if passing else None
                self.opened = is_open(view.text, mention, flow=True)
                now = _PRESENT.match(view.text, mention.start)
                self.present = now is not None and not said.of_flow
        if times:
            self.carried, self.current = False, not_back(view.text, before, self.current, times)
            self._look_back(before, view)
            if (view.paragraph.heading and not self.opened) or view.text.endswith(":"):
                self.frame, self.depth = self.current, depth_of(view.paragraph.mark)
        if not (said.of_index and not times) and (
            again := taken_up(view, times, self.months, self.current)
        ):
            self.current = self.flow = again
        self.goal = goal_named(view, self.calendar, self.goal)
        if view.figures and not said.indices and any(one.last[0] >= 0 for one, _ in times):
            self._go_on()

    def _keep_year(self, view: View, mention: TimeMention, period: Period, said: Said) -> bool:
        """Keep the year of indices, and tell whether the time counts for other figures, too.

        "năm trước" beside no index is no year of one.
        """
        past = is_remark(view.text, mention) or was_then(view.text, mention)
        if past and self.ranked and period.end < self.ranked.end:
            return False
        if mention.last[0] > 0 or said.indices:
            self.ranked, self.recent = period, True
            self.ranked_of = frozenset(said.indices)
        return True

    def _go_on(self) -> None:
        """Let the year of indices be no earlier than that of a sentence on others ("năm nay")."""
        if self.ranked and self.current and is_flow(self.current):
            self.ranked = max(self.ranked, self.current, key=lambda one: one.end)

    def _is_past(self, period: Period) -> bool:
        """Tell whether a time cannot be that of what a text tells besides its indices.

        The year of an index that came out in a later year is that of the index alone.
        """
        today = self.calendar.today
        if self.current is None:
            return today is not None and not self.calendar.guessed and period.end.year < today.year
        return period.end <= self.current.end

    def _look_back(self, before: Period | None, view: View) -> None:
        """Note whether a sentence turned to an earlier year, as one does to compare."""
        now, self.behind = self.current, None
        if now is None or now.is_stock:
            return
        self.behind = behind_of(view, before, now, self.calendar.today)
        self.lost = is_aside(view, before, now)
        if self.behind is None or before is None:
            self.flow = now
