"""What a letter is about: the case file, the proposal and the context, with the numbers the letter gives to criteria."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from models.casefile.values import CaseFile
from models.decisions.values import Outcome, Proposal
from models.facts.values import Fact
from models.findings.values import Finding, FindingState, Reason
from models.frameworks.values import Criterion, ReasonCode
from models.letters import figures
from models.letters.changes import Change, companions, of_reason
from models.letters.sentences import Bound, Writer
from models.letters.shelf import Shelf, shelf
from models.letters.values import Figure, LetterContext
from models.letters.wording import Wording


@dataclass(frozen=True)
class Matter:
    """The matter of one letter in one language."""

    file: CaseFile
    proposal: Proposal
    context: LetterContext
    writer: Writer

    @property
    def wording(self) -> Wording:
        """The language's wording."""
        return self.writer.wording

    @property
    def refused(self) -> bool:
        """Whether the answer is no."""
        return self.proposal.outcome is Outcome.REFUSE

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each criterion, from 1, in the framework's order."""
        return {each.key: place for place, each in enumerate(self.file.criteria, 1)}

    def in_state(self, state: FindingState) -> tuple[Criterion, ...]:
        """The criteria found so."""
        return tuple(each for each in self.file.criteria if self.state(each) is state)

    @cached_property
    def shelf(self) -> Shelf:
        """The case's documents."""
        return shelf(self.file)

    @cached_property
    def met(self) -> tuple[Criterion, ...]:
        """The criteria that are met."""
        return self.in_state(FindingState.MET)

    @cached_property
    def unmet(self) -> tuple[Criterion, ...]:
        """The criteria that are not met."""
        return self.in_state(FindingState.NOT_MET)

    @cached_property
    def not_asked(self) -> tuple[Criterion, ...]:
        """The criteria that do not apply."""
        return self.in_state(FindingState.NOT_APPLICABLE)

    @property
    def asked(self) -> int:
        """How many criteria were answered with met or not met."""
        return len(self.met) + len(self.unmet)

    def state(self, criterion: Criterion) -> FindingState:
        """The recorded state of a criterion; drafts are no part of a letter."""
        found = self._findings.get(criterion.key)
        return found.finding if found else FindingState.NOT_STARTED

    def finding(self, criterion: Criterion) -> Finding | None:
        """The finding in force."""
        return self._findings.get(criterion.key)

    @cached_property
    def _findings(self) -> dict[str, Finding]:
        """The findings in force by criterion, the first where there are two."""
        return {each.criterion: each for each in reversed(self.file.findings)}

    @cached_property
    def _bounds(self) -> dict[str, Bound]:
        return {}

    @cached_property
    def _changes(self) -> dict[tuple[str, str | None, tuple[str, ...]], Change]:
        return {}

    def change(self, criterion: Criterion, reason: Reason) -> Change:
        """What would change a reason's result: computed once, said in several places."""
        key = (criterion.key, reason.code, reason.facts)
        if key not in self._changes:
            self._changes[key] = of_reason(self.file, reason, self.code(criterion, reason))
        return self._changes[key]

    def reasons(self, criterion: Criterion) -> tuple[Reason, ...]:
        """The reasons of the finding in force."""
        found = self.finding(criterion)
        return found.reasons if found else ()

    def name(self, criterion: Criterion) -> str:
        """How people are told the criterion."""
        return self.wording.of(criterion.letter.name)

    def number(self, criterion: Criterion) -> Figure:
        """The criterion's number in this letter."""
        return figures.count(self.numbers[criterion.key], f"criterion.{criterion.key}")

    def cited(self, criterion: Criterion) -> tuple[Fact, ...]:
        """The facts that a criterion's reasons cite, and those without which they cannot be followed, each once."""
        reasons = self.reasons(criterion)
        ids = {fact_id for each in reasons for fact_id in each.facts}
        ids |= {each.id for reason in reasons for each in companions(self.file, self.code(criterion, reason))}
        return tuple(each for each in self.file.facts if each.id in ids)

    def bound_to(self, criterion: Criterion, reason: Reason | None = None) -> Bound:
        """The binding of a sentence to a criterion, its finding's facts and evidence, and a reason."""
        if reason is not None:
            return _bound(criterion, (reason,), reason.code)
        if criterion.key not in self._bounds:
            self._bounds[criterion.key] = _bound(criterion, self.reasons(criterion), None)
        return self._bounds[criterion.key]

    def code(self, criterion: Criterion, reason: Reason) -> ReasonCode | None:
        """The framework's reason code behind a reason."""
        return next((each for each in criterion.reasons if each.code == reason.code), None)

    @cached_property
    def slots(self) -> Mapping[str, Figure]:
        """Every ``{fact:key}`` and ``{parameter:key}`` that a framework's wording may ask for, made when it is asked for."""
        return _Slots(self)

    def status(self) -> Figure:
        """The applicant's present status."""
        key = self.file.case.applicant.current_status
        return figures.word(key, self.wording.word("status", key), "case.current_status")

    def kind(self) -> Figure:
        """What was applied for."""
        key = self.file.case.kind.value
        return figures.word(key, self.wording.word("kind", key), "case.kind")

    def route(self) -> Figure:
        """The route applied under, as the framework names it."""
        key = self.file.case.route
        found = next((each for each in self.file.framework.routes if each.key == key), None)
        return figures.word(key, self.wording.of(found.title) if found else key, "case.route")

    def by_kind(self, key: str) -> str:
        """The key of the sentence that this kind of case has of its own (``grant.card_naturalization``), otherwise ``key``."""
        own = f"{key}_{self.file.case.kind.value}"
        return own if self.wording.has(own) else key

    def period(self) -> Figure:
        """The period of stay that is given, as the framework names it; in other words as written."""
        key = self.proposal.period or ""
        found = next((each for each in self.file.framework.periods if each.key == key), None)
        return figures.word(key, self.wording.of(found.title) if found else key, "proposal.period")

    def law(self) -> Figure:
        """The law applied."""
        return figures.word("law", self.wording.of(self.file.framework.law.text), "framework.law")

    def guideline(self) -> Figure:
        """The guideline applied."""
        return figures.word("guideline", self.wording.of(self.file.framework.guideline.text), "framework.guideline")


def _bound(criterion: Criterion, reasons: tuple[Reason, ...], code: str | None) -> Bound:
    facts = dict.fromkeys(fact for each in reasons for fact in each.facts)
    evidence = dict.fromkeys(piece for each in reasons for piece in each.evidence)
    return Bound(criterion.key, tuple(facts), tuple(evidence), code)


class _Slots(dict[str, Figure]):
    """Figures by slot: a case has a hundred facts, and a letter's sentences name a few of them."""

    def __init__(self, matter: Matter) -> None:
        super().__init__()
        self._wording, self._route = matter.wording, matter.file.case.route
        self._facts = {f"fact:{each.key}": each for each in matter.file.facts}
        self._parameters = {f"parameter:{each.key}": each for each in matter.file.framework.parameters}

    def __missing__(self, slot: str) -> Figure:
        """The figure of a fact or parameter. Raises ``KeyError`` for a slot that is neither."""
        fact = self._facts.get(slot)
        if fact is not None:
            made = figures.fact_value(fact, self._wording)
        else:
            parameter = self._parameters[slot]
            made = figures.amount(parameter.for_route(self._route), f"parameter.{parameter.key}")
        self[slot] = made
        return made
