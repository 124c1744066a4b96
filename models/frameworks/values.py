"""Criteria frameworks: published, dated, cited data. What a framework file says, read strictly."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.facts.values import PointTable
from models.localized import Localized


@dataclass(frozen=True, slots=True)
class FrameworkRef:
    """The version of a framework that a case is examined under."""

    id: str
    version: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule stands. ``verify``: taken from memory or a secondary source, to be checked by the rule keeper."""

    text: Localized
    verify: bool = False


@dataclass(frozen=True, slots=True)
class Parameter:
    """A dated figure of the framework (months, years, yen), with its source; ``value`` may differ by route.

    ``from_`` and ``until`` say when it holds, where that is not the framework's own time in force.
    """

    key: str
    value: int
    by_route: Mapping[str, int]
    source: Citation
    from_: date | None = None
    until: date | None = None

    def for_route(self, route: str) -> int:
        """The figure that applies to ``route``."""
        return self.by_route.get(route, self.value)


@dataclass(frozen=True, slots=True)
class ReasonCode:
    """A closed reason for "not met".

    ``code`` (``P-02``) is stable; ``title`` is for the examiner; ``standard`` the sentence of the standard that this
    reason falls under, ``conclusion`` the letter's conclusion with its because, ``change`` what would change it.
    """

    code: str
    title: Localized
    conclusion: Localized
    change: Localized
    change_rule: str | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """A closed ground for "met" (認めた根拠): what the examiner rests a met finding on, and the letter's sentence
    for it."""

    code: str
    title: Localized


@dataclass(frozen=True, slots=True)
class EvidenceAsk:
    """A document asked for. ``kinds`` are the evidence kinds that count as it."""

    key: str
    title: Localized
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterWording:
    """The criterion's sentences in the letter, with ``{fact:key}`` slots that are filled from bound facts only.

    ``name`` is how people are told the criterion; ``standard`` what the law or guideline asks (with its source);
    ``met`` the sentence when it is met; ``facts_intro`` introduces the facts; ``not_applicable`` when it is not.
    """

    name: Localized
    standard: Localized
    met: Localized
    facts_intro: Localized
    not_applicable: Localized


@dataclass(frozen=True, slots=True)
class HandbookWording:
    """What the public booklet says of a criterion in words of its own; what is left out is taken from the other wording.

    ``title`` and ``lead`` head its page; ``short`` names it in the picture of a route; ``counts``, ``not_counted``,
    ``late`` and ``cannot_pay`` are rows of its table; ``unpublished`` names a matter in it for which no number is
    published; ``check``, ``look_at`` and ``no`` are the row of the self-check sheet; ``cases`` are made-up examples.
    A word may carry its reading: ``永住《えいじゅう》``, ``｜20日《はつか》``; ``**…**`` is bold.
    """

    title: Localized | None = None
    lead: Localized | None = None
    short: Localized | None = None
    counts: Localized | None = None
    not_counted: Localized | None = None
    late: Localized | None = None
    cannot_pay: Localized | None = None
    unpublished: Localized | None = None
    check: Localized | None = None
    look_at: Localized | None = None
    no: Localized | None = None
    cases: tuple[Localized, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion: the question a person answers, and all that helps to answer it.

    ``facts`` are fact keys or patterns ending in ``*``; ``indicator``: no pass or fail is published for it (it informs
    the weighing); ``mandatory``: without it nothing is granted; ``routes`` where it applies (empty: everywhere).
    """

    key: str
    section: str
    title: Localized
    question: Localized
    reference: Citation
    responsible: str
    mandatory: bool
    indicator: bool
    routes: tuple[str, ...]
    facts: tuple[str, ...]
    evidence: tuple[EvidenceAsk, ...]
    grounds: tuple[Ground, ...]
    reasons: tuple[ReasonCode, ...]
    guidance: Localized
    letter: LetterWording
    handbook: HandbookWording = HandbookWording()

    def applies_to(self, route: str) -> bool:
        """Whether the criterion is asked on this route."""
        return not self.routes or route in self.routes


@dataclass(frozen=True, slots=True)
class Section:
    """A group of criteria; ``indicator_group`` marks the four integration-indicator groups."""

    key: str
    title: Localized
    indicator_group: bool


@dataclass(frozen=True, slots=True)
class Route:
    """A route (類型) of the kind."""

    key: str
    title: Localized
    reference: Citation


@dataclass(frozen=True, slots=True)
class Period:
    """A standard processing period: months and days together."""

    months: int
    days: int


@dataclass(frozen=True, slots=True)
class Transition:
    """A transitional rule: from/until when it holds, what it says, and where it stands.

    ``keeps``: the earlier version that goes on governing, in place of this one, cases received before ``received_before``.
    """

    key: str
    text: Localized
    from_: date | None
    until: date | None
    reference: Citation
    keeps: str | None = None
    received_before: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the rule holds on a day."""
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Option:
    """Something that may be granted (a period of stay), by its key and in words."""

    key: str
    title: Localized


@dataclass(frozen=True, slots=True)
class Framework:
    """One version of a criteria framework, as published. ``digest`` is SHA-256 of the file.

    ``periods`` are the periods of stay that may be given (none: the kind gives none), ``statuses`` whether a new status is
    named; ``points`` the table of a computed framework.
    """

    id: str
    version: str
    kind: str
    title: Localized
    law: Citation
    guideline: Citation
    in_force_from: date
    in_force_until: date | None
    standard_period: Period
    routes: tuple[Route, ...]
    sections: tuple[Section, ...]
    criteria: tuple[Criterion, ...]
    parameters: tuple[Parameter, ...]
    transitions: tuple[Transition, ...]
    digest: str
    periods: tuple[Option, ...] = ()
    statuses: bool = False
    points: PointTable | None = None

    @property
    def ref(self) -> FrameworkRef:
        """What a case names."""
        return FrameworkRef(self.id, self.version)

    def criteria_for(self, route: str) -> tuple[Criterion, ...]:
        """The criteria asked on a route, in the file's order."""
        return tuple(each for each in self.criteria if each.applies_to(route))

    def criterion(self, key: str) -> Criterion:
        """The criterion with this key. Raises ``KeyError``."""
        for each in self.criteria:
            if each.key == key:
                return each
        raise KeyError(key)

    def parameter(self, key: str, route: str) -> int:
        """A dated figure for a route. Raises ``KeyError``."""
        for each in self.parameters:
            if each.key == key:
                return each.for_route(route)
        raise KeyError(key)

    def in_force_on(self, day: date) -> bool:
        """Whether this version is the law of that day."""
        return self.in_force_from <= day and (self.in_force_until is None or day <= self.in_force_until)
