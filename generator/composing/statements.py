"""What templates ask about statements: their order, who says them, when, and their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from generator.catalogue import Group, Language, Place
from generator.composing.opening import (
    Opener,
    continued,
    headed,
    is_judged,
    is_part,
    listed,
    titled,
    without_time,
)
from generator.composing.quoting import Quoter
from generator.model.fact import NATION
from generator.model.period import Period
from generator.model.statement import Statement
from generator.report.model import Passage, ReportModel, StatementGroup
from generator.report.statements import Said, by_giver
from generator.vi.printing import period_phrase
from generator.vi.text import NBSP

SHORT_TASK = 120  # characters of tasks that do not make a paragraph of their own
SHORT_RESULTS = 420  # characters of results that open a paragraph of figures
_COMMANDING = (
    *("Thủ tướng", "Phó Thủ tướng", "Bộ trưởng", "Chủ tịch nước"),
    *(f"{office} {body}" for office in ("Chủ tịch", "Phó Chủ tịch") for body in ("UBND", "Ủy ban")),
)
_OF_PLACE = (" tỉnh", " thành phố")


class StatementArranger:
    """Answers the templates' questions about the statements of one report."""

    def __init__(
        self,
        language: Language,
        groups: Mapping[str, Group],
        quoter: Quoter,
        when: Mapping[str, str],
    ) -> None:
        """Keep what the answers need; ``when`` names the time of each source."""
        self._usage = language.usage
        self._opener = Opener(language.usage)
        self._groups = groups
        self._quoter = quoter
        self._when = when

    def by_place(
        self, items: Sequence[StatementGroup]
    ) -> tuple[tuple[Place, tuple[StatementGroup, ...]], ...]:
        """Group statement groups by place, order kept."""
        found: dict[str, list[StatementGroup]] = defaultdict(list)
        for item in items:
            found[item.place.slug].append(item)
        return tuple((group[0].place, tuple(group)) for group in found.values())

    def of_nation(self, items: Sequence[StatementGroup]) -> tuple[StatementGroup, ...]:
        """Return the statement groups about the whole country."""
        return tuple(item for item in items if item.place.slug == NATION)

    def local(self, items: Sequence[StatementGroup]) -> tuple[StatementGroup, ...]:
        """Return the statement groups about provinces, the country's left out."""
        return tuple(item for item in items if item.place.slug != NATION)

    def by_source(self, group: StatementGroup) -> tuple[tuple[Statement, ...], ...]:
        """Split the statements of a group where the source or the speaker changes."""
        return self.by_voice(group.statements)

    def by_voice(self, statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], ...]:
        """Split statements where the source, the speaker or the time told there changes."""
        told = self._opener.told
        runs = groupby(statements, key=lambda one: (one.source.doc, one.speaker, told(one)))
        return tuple(tuple(run) for _, run in runs)

    def given(self, items: Sequence[StatementGroup], model: ReportModel) -> tuple[Said, ...]:
        """Return tasks by who gave them: by office, then the oldest first."""
        days = {info.id: info.published for info in model.sources}
        tasks = (one for item in items for one in item.statements)
        return by_giver(tasks, days, self._usage.offices)

    def commands(self, speaker: str) -> bool:
        """Tell whether a speaker gives orders: a head of government, ministry or province."""
        return speaker.startswith(_COMMANDING)

    def by_theme(self, statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], ...]:
        """Split statements where their theme changes; a short one goes on behind the others."""
        found: list[tuple[Statement, ...]] = []
        for _, group in groupby(statements, key=lambda one: one.theme):
            run = tuple(group)
            if found and sum(map(_length, run)) <= SHORT_TASK:
                found[-1] = (*found[-1], *run)
            else:
                found.append(run)
        return tuple(found)

    def corrections(self, model: ReportModel, *, local: bool) -> tuple[tuple[str, str], ...]:
        """Return the misprints of the sources that the report corrects, each once.

        ``local`` leaves out what is told of the whole country.
        """
        kinds = (model.achievements, model.models, model.limits, model.causes, model.tasks)
        told = [item for items in kinds for item in items]
        if local:
            told = [item for item in told if item.place.slug != NATION]
        found = (one for item in told for one in item.statements)
        pairs = [pair for one in found for pair in self._quoter.corrections_of(one)]
        folded = {(wrong.casefold(), right.casefold()): (wrong, right) for wrong, right in pairs}
        inner = str.maketrans("“”", "‘’")
        return tuple(
            (wrong.translate(inner), right.translate(inner)) for wrong, right in folded.values()
        )

    def brief_tasks(self, model: ReportModel, most: int) -> tuple[Said, ...]:
        """Return some short tasks and all that have a deadline, by who gave them."""
        chosen = (*self.briefest(self.undated(model.tasks), most), *model.deadlines)
        days = {info.id: info.published for info in model.sources}
        return by_giver(chosen, days, self._usage.offices)

    def briefest(self, items: Sequence[StatementGroup], most: int) -> tuple[Statement, ...]:
        """Return the shortest tasks, at most one of a theme, in the order of the themes.

        Of one theme a task that names who has to act comes first: others may go on from it.
        """
        shortest = [min(item.statements, key=_standalone) for item in items]
        kept = sorted(shortest, key=_length)[:most]
        return tuple(one for one in shortest if one in kept)

    def undated(self, items: Sequence[StatementGroup]) -> tuple[StatementGroup, ...]:
        """Return statement groups without the tasks that have a day of their own."""
        kept = (
            replace(item, statements=tuple(s for s in item.statements if s.deadline is None))
            for item in items
        )
        return tuple(item for item in kept if item.statements)

    def current(
        self, items: Sequence[StatementGroup], model: ReportModel
    ) -> tuple[StatementGroup, ...]:
        """Return statement groups without the tasks whose day is past."""
        past = set(self.expired(model, local=False))
        kept = (
            replace(item, statements=tuple(one for one in item.statements if one not in past))
            for item in items
        )
        return tuple(item for item in kept if item.statements)

    def expired(self, model: ReportModel, *, local: bool) -> tuple[Statement, ...]:
        """Return the tasks that are not told since their day is past; see ``corrections``."""
        items = self.local(model.tasks) if local else model.tasks
        tasks = (one for item in items for one in item.statements if one.deadline is not None)
        return tuple(one for one in tasks if one not in model.deadlines)

    def of(self, place: Place, items: Sequence[StatementGroup]) -> tuple[StatementGroup, ...]:
        """Return the statement groups about one place."""
        return tuple(item for item in items if item.place.slug == place.slug)

    def names_theme(self, statement: Statement, theme: str) -> bool:
        """Tell whether a statement needs no name of its theme: it begins so, or has none."""
        name = self.theme(theme).casefold()
        text = statement.text.casefold()
        return any(text.startswith(word.strip()) for word in name.split(","))

    def theme(self, theme: str) -> str:
        """Return the name of a theme as it stands inside a sentence, "" for one of no group."""
        group = self._groups.get(theme)
        if group is None:
            return ""
        label = group.label
        keeps_capital = label.split(" ", 1)[0].isupper()
        return label if keeps_capital else label[:1].lower() + label[1:]

    def quoted(self, statement: Statement) -> str:
        """Return the words of a statement as a sentence of its own, as the report prints it."""
        return listed(self._quoter.sentence(statement), self._usage)

    def verbatim(self, statement: Statement) -> str:
        """Return the very words of a source between quotation marks, as a sentence."""
        return self._quoter.verbatim(statement)

    def forms(self, statement: Statement) -> tuple[str, ...]:
        """Return every form in which the report prints a statement, each once."""
        sentence = self.quoted(statement)
        forms = (sentence, without_time(sentence, self._usage), self.verbatim(statement))
        return tuple(dict.fromkeys(forms))

    def deadline(self, statement: Statement) -> str:
        """Return the time of a task with its year: "trước ngày 15/8/2024"."""
        return self._quoter.deadline(statement)

    def responsible(self, statement: Statement) -> str:
        """Return the body that a task is given to, "" for none."""
        return self._quoter.responsible(statement)

    def is_mixed(self, items: Sequence[StatementGroup]) -> bool:
        """Tell whether statements come from sources of different months."""
        found = {self.when(one.source.doc) for item in items for one in item.statements}
        return len(found) > 1

    def opening(self, run: Sequence[Statement], *, mixed: bool) -> str:
        """Return the words before statements: who judges and, among others, of which time."""
        return self._opener.opening(run, self.when(run[0].source.doc) if mixed else "")

    def shared_day(
        self, run: Sequence[Statement], passages: Sequence[Passage], *, mixed: bool
    ) -> str:
        """Return the one date of a paragraph whose words and first figures are of one time.

        "đến ngày 15 tháng 9 năm 2022" stands for both: it opens the words, and the
        figures behind them bear no date again. "" where each needs its own.
        """
        first = passages[0]
        if first.own_time or first.as_of:
            return ""
        opening = self.opening(run, mixed=mixed).replace(NBSP, " ")
        named = period_phrase(first.period)
        month = f"đến tháng {first.period.end.month} năm {first.period.end.year}"
        same = (month,) if first.period.is_stock else (named.replace(NBSP, " "),)
        return named if opening in same else ""

    def told(self, statement: Statement) -> Period | None:
        """Return the time that a result takes from the paragraph of its source."""
        return self._opener.told(statement)

    def is_short(self, run: Sequence[Statement]) -> bool:
        """Tell whether results are said so shortly that figures may follow in the paragraph."""
        return sum(map(_length, run)) <= SHORT_RESULTS

    def only_judge(self, items: Sequence[StatementGroup]) -> Statement | None:
        """Return a statement of the one who made all of several judgements, None for nobody."""
        found = [one for item in items for one in item.statements]
        voices = {(one.speaker, one.source.doc) for one in found if is_judged(one)}
        alone = len(items) > 1 and len(voices) == 1 and all(is_judged(one) for one in found)
        return found[0] if alone else None

    def has_more(self, shown: Sequence[StatementGroup], model: ReportModel) -> bool:
        """Tell whether the sources name more shortcomings than the first of each group."""
        said = sum(len(item.statements) for item in (*model.limits, *model.causes))
        return said > len(shown)

    def names_both(self, judge: Statement, model: ReportModel) -> bool:
        """Tell whether a source has one person name shortcomings and causes together.

        Which of them are causes is then the report's own reading.
        """
        kinds = (model.limits, model.causes)
        heard = (
            {(one.speaker, one.source.doc, one.place) for item in items for one in item.statements}
            for items in kinds
        )
        return all((judge.speaker, judge.source.doc, judge.place) in said for said in heard)

    def teller(self, statement: Statement) -> str:
        """Return who says a statement, with the whole title."""
        return titled(statement.speaker, self._usage)

    def new_section(self) -> str:
        """Begin a section: who speaks is named in full again. Prints nothing."""
        self._opener.anew()
        return ""

    def speaker(self, name: str, place: Place, *, short: bool = False) -> str:
        """Return a speaker with the whole title, an office of a province with its name.

        ``short``: as a heading has room for it.
        """
        whole = headed(name, self._usage) if short else titled(name, self._usage)
        named = place.slug != NATION and whole.endswith(_OF_PLACE)
        return f"{whole} {place.name}" if named else whole

    def timeless(self, statement: Statement) -> str:
        """Return a statement as a sentence without "thời gian qua", which its source meant."""
        sentence = without_time(self.quoted(statement), self._usage)
        return sentence[:1].upper() + sentence[1:]

    def continued(self, sentence: str) -> str:
        """Return a sentence as it stands behind other words."""
        return continued(without_time(sentence, self._usage), self._usage)

    def is_part(self, statement: Statement, before: Statement | None) -> bool:
        """Tell whether a statement tells a part of the one right before it."""
        return is_part(statement, before)

    def when(self, doc: str) -> str:
        """Return the month of a source, of one without a day the period of its figures."""
        return self._when.get(doc, "")

    def only_time(self, items: Sequence[StatementGroup]) -> str:
        """Return the time of the sources of statements, "" where there are several."""
        times = {self.when(one.source.doc) for item in items for one in item.statements}
        return times.pop() if len(times) == 1 else ""


def _length(statement: Statement) -> int:
    """Return how long a statement is, in characters."""
    return len(statement.text)


def _standalone(statement: Statement) -> tuple[bool, int]:
    """Sort tasks that name who has to act before others, short ones first."""
    return not statement.responsible, _length(statement)
