"""Typed form of ``config/rules/statements.yaml``: the cues by their meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.extraction.statements.phrases import Phrases
from generator.model.statement import StatementKind


@dataclass(frozen=True, slots=True)
class Opener:
    """What opens a section of one kind: a sentence, or a heading line."""

    intros: Phrases
    headings: Phrases


@dataclass(frozen=True, slots=True)
class Furniture:
    """What marks a line of the page, and the caption of a picture."""

    lines: Phrases
    captions: Phrases
    short_captions: Phrases


@dataclass(frozen=True, slots=True)
class Noise:
    """What is never quoted."""

    ceremony: Phrases
    praise: Phrases
    dangling: Phrases
    dangling_anywhere: Phrases


@dataclass(frozen=True, slots=True)
class Heads:
    """What may stand at the head of a sentence before the thing itself."""

    connectors: Phrases
    conjunctions: Phrases
    ordinals: Phrases
    adverbials: Phrases
    leads: Phrases
    labels: Phrases
    purposes: Phrases
    topics: Phrases
    subjects: Phrases
    predicates: Phrases
    meetings: Phrases
    tails: Phrases
    reporters: Phrases
    reporting_verbs: Phrases
    parts: Phrases


@dataclass(frozen=True, slots=True)
class Requests:
    """Who asks others to act, with which verb, and what only looks like it."""

    leaders: Phrases
    verbs: Phrases
    cancel: Phrases


@dataclass(frozen=True, slots=True)
class LimitCues:
    """Shortcomings: certain ones, ones by their company, and mended ones.

    Words of ``counted`` say nothing beside a figure, where they only name what it counts;
    words of ``done`` tell what was done.
    """

    strong: Phrases
    weak: Phrases
    counted: Phrases
    done: Phrases
    solved: Phrases


@dataclass(frozen=True, slots=True)
class CauseCues:
    """Causes of shortcomings: certain ones, and ones by their company.

    ``grounds`` are the subjects of causes where shortcomings and causes are told mixed;
    a duty told by ``burdens`` is one that weighs on someone, where it stands among causes.
    """

    cues: Phrases
    weak: Phrases
    grounds: Phrases
    burdens: Phrases


@dataclass(frozen=True, slots=True)
class TaskCues:
    """Orders: words of duty, words and verbs that open one, bodies, signs of the past.

    ``verbs`` holds the words of ``urges`` too; ``ambitions`` say what is striven for;
    behind a word of ``relatives`` a body's name is over, and ``titles`` are no part of it.
    Verbs of ``needy`` need an object; ``pointing`` words point to what stands before.
    """

    duties: Phrases
    not_duties: Phrases
    urges: Phrases
    verbs: Phrases
    bodies: Phrases
    relatives: Phrases
    titles: Phrases
    ambitions: Phrases
    past: Phrases
    needy: Phrases
    pointing: Phrases


@dataclass(frozen=True, slots=True)
class AchievementCues:
    """Results told without a figure, and what rules them out.

    Praise that says nothing (``empty``) makes no result by itself.
    """

    cues: Phrases
    empty: Phrases
    cancel: Phrases


@dataclass(frozen=True, slots=True)
class SpeakerCues:
    """Who may speak: offices before a name, bodies and groups, and how they speak.

    ``implied`` is what an office may add without meaning more; ``pronouns`` stand for the
    person who spoke last; behind ``links`` a subject may follow without a comma; a body
    behind one of ``passives`` does not speak. ``issuing``, ``acts`` and ``conclusions`` tell
    that an act makes someone's conclusion known, ``background`` that it is only mentioned;
    ``plans`` are words of what someone means to do himself. ``surnames`` are folded.
    """

    offices: Phrases
    implied: Phrases
    pronouns: Phrases
    groups: Phrases
    bodies: Phrases
    verbs: Phrases
    links: Phrases
    passives: Phrases
    issuing: Phrases
    acts: Phrases
    conclusions: Phrases
    background: Phrases
    plans: Phrases
    surnames: frozenset[str]


@dataclass(frozen=True, slots=True)
class StatementRules:
    """All cues; ``themes`` maps an indicator group to the words of its field."""

    furniture: Furniture
    noise: Noise
    scope: Phrases
    off_field: Phrases
    heads: Heads
    requests: Requests
    speakers: SpeakerCues
    sections: Mapping[StatementKind, Opener]
    limit: LimitCues
    cause: CauseCues
    task: TaskCues
    model: Phrases
    achievement: AchievementCues
    national: Phrases
    comparison: Phrases
    local: Phrases
    names_with_digits: Phrases
    themes: Mapping[str, Phrases]
