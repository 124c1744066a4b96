"""The gate before a proposal: what blocks it, and what a person should look at. Pure; button, command line and
service ask it.

The place of a problem is the key of the criterion to open, or ``weighing``, ``outcome``, ``framework``.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from models.attachments.values import Attachment
from models.cases.values import Case
from models.decisions import doubts, phrasing
from models.decisions.values import GateResult, Outcome
from models.duedates.rules import differing
from models.duedates.values import DueDate
from models.errors import Message, Problem, Severity, problem
from models.evidence import my_number
from models.evidence.characters import unwritable
from models.evidence.values import Evidence
from models.facts import catalogue
from models.facts.changed import changed
from models.facts.staleness import stale
from models.facts.values import Fact
from models.findings import rules as findings
from models.findings.values import Finding, FindingDraft, FindingState, SavedDraft
from models.frameworks.library import Library
from models.frameworks.values import Criterion, Framework
from models.requests import comments
from models.requests.comments import Unheard
from models.requests.values import Request, Unasked
from models.wording import drawable


class GateFile(Protocol):
    """What the gate must see of a case (``models.casefile.values.CaseFile`` is one)."""

    @property
    def case(self) -> Case:
        """The case."""

    @property
    def framework(self) -> Framework:
        """The version it is examined under."""

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria that its route asks."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts as they stand."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All evidence."""

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """The papers that were attached."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in force."""

    @property
    def drafts(self) -> tuple[SavedDraft, ...]:
        """Drafts not yet recorded."""

    @property
    def seen_on(self) -> date:
        """The day it is looked at."""

    @property
    def requests(self) -> tuple[Request, ...]:
        """What was asked of the applicant."""

    @property
    def unasked(self) -> tuple[Unasked, ...]:
        """Why something was not put to them."""

    @property
    def due_dates(self) -> tuple[DueDate, ...]:
        """When instalments are due in the applicant's municipality."""

    @property
    def shelf(self) -> Library:
        """The versions that may govern it."""


def gate(file: GateFile, outcome: Outcome | None, weighing: str, *, heard: bool = False) -> GateResult:
    """The gate's answer. Without an outcome only what holds for any is asked.

    ``heard``: that the applicant was not heard on linked data stops the proposal (the desk asks so); otherwise it is a
    warning, because scripts of other offices know nothing of it, and the proposal's event names it.
    """
    found = {each.criterion: each for each in file.findings}
    states = {each.key: found[each.key].finding for each in file.criteria if each.key in found}
    return GateResult(
        (
            *_version(file),
            *(each for criterion in file.criteria for each in _criterion(file, criterion, found.get(criterion.key))),
            *comments.problems(unheard(file), file.criteria, Severity.BLOCK if heard else Severity.WARN),
            *_stale(file),
            *_due_days(file),
            *_drafts(file),
            *_outcome(file.criteria, states, outcome),
            *_weighing(file, states, outcome, weighing),
        )
    )


def unheard(file: GateFile) -> tuple[Unheard, ...]:
    """On which unmet findings the applicant was not heard."""
    findings = [each for criterion in file.criteria for each in file.findings if each.criterion == criterion.key]
    return tuple(comments.unheard(findings, file.facts, file.evidence, file.requests, file.unasked, file.seen_on))


def given(framework: Framework, outcome: Outcome | None, period: str | None, status: str | None) -> tuple[Problem, ...]:
    """What a grant still has to name: the period of stay where the kind gives one, the new status where it changes
    (入管法20条・21条)."""
    if outcome is not Outcome.GRANT:
        return ()
    lacks = (
        ("gate.no_status", "status", framework.statuses and not status),
        ("gate.no_period", "period", framework.periods and not period),
    )
    return tuple(problem(code, place) for code, place, lacking in lacks if lacking)


def _version(file: GateFile) -> Iterator[Problem]:
    """Nothing is proposed under a version that is not the law of the day (最大判昭和50年4月30日)."""
    if not file.shelf.applies(file.framework, file.seen_on, file.case.received_on):
        yield problem("gate.version_not_in_force", "framework", version=file.framework.version, day=file.seen_on)


def _criterion(file: GateFile, criterion: Criterion, finding: Finding | None) -> Iterator[Problem]:
    if finding is None or not finding.finding.is_answer:
        waits = finding is not None and finding.finding is FindingState.NEEDS_DOCUMENTS
        code = "gate.waits_for_documents" if waits else "gate.not_answered"
        yield problem(code, criterion.key, criterion=criterion.title)
        return
    draft = FindingDraft(file.case.id, criterion.key, finding.finding, finding.reasons, finding.revision)
    for each in findings.problems(draft, criterion, file.facts, file.evidence, file.attachments):
        words = Message("gate.in_criterion", {"criterion": criterion.title, "problem": each.message})
        yield Problem(words, criterion.key, each.severity)
    if finding.framework_version != file.framework.version:
        yield problem("gate.other_version", criterion.key, criterion=criterion.title, version=finding.framework_version)
    yield from _changes(file, criterion, finding)
    yield from doubts.doubts(criterion, finding, file.facts)
    yield from _phrases(file, criterion, finding)


def _changes(file: GateFile, criterion: Criterion, finding: Finding) -> Iterator[Problem]:
    """A finding that rested on a fact which has changed since must be confirmed."""
    now = {each.id: each for each in file.facts}
    for cited in finding.cited:
        fact = now.get(cited.id)
        after = fact.value if fact else None
        if changed(cited.key, cited.value, after, finding.at.date(), file.seen_on):
            yield problem(
                "gate.fact_changed",
                criterion.key,
                criterion=criterion.title,
                fact=_title(cited.key),
                id=cited.id,
                before=cited.value or "—",
                after="—" if after is None else after,
            )


def _title(key: str) -> object:
    try:
        return catalogue.title(key)
    except KeyError:
        return key


def _phrases(file: GateFile, criterion: Criterion, finding: Finding) -> Iterator[Problem]:
    shown = [each for each in file.facts if any(catalogue.matches(each.key, one) for one in criterion.facts)]
    for reason in finding.reasons:
        cited = [each for each in file.facts if each.id in reason.facts]
        pieces = [each for each in file.evidence if each.id in reason.evidence]
        known = phrasing.figures([*shown, *cited], pieces) | _own_figures(file, criterion)
        known |= {len(reason.facts), len(reason.evidence)}
        yield from _look(reason.text, criterion.key, criterion.title, known, explains=finding.finding)


def _own_figures(file: GateFile, criterion: Criterion) -> frozenset[int]:
    """Figures of the standard itself: the framework's parameters, and the numbers in the criterion's own reference."""
    route = file.case.route
    values = {
        number for each in file.framework.parameters for number in (each.for_route(route), each.for_route(route) // 12)
    }
    words = " ".join((criterion.reference.text["ja"], criterion.letter.standard["ja"], criterion.title["ja"]))
    dates = (file.case.received_on, file.seen_on)
    parts = {part for day in dates for part in (day.year, day.month, day.day)}
    return frozenset(values | parts | {int(each) for each in phrasing.foreign_figures(words, ())})


def _look(
    text: str, place: str, name: object, known: frozenset[int] | None, *, explains: FindingState | None
) -> Iterator[Problem]:
    """Warnings on one text."""
    if signs := dict.fromkeys(found[0] for found in drawable.undrawable(text)):
        yield problem(
            "gate.undrawable", place, Severity.WARN, criterion=name, signs=", ".join(map(drawable.named, signs))
        )
    if phrase := phrasing.stock_phrase(text):
        yield problem("gate.stock_phrase", place, Severity.WARN, criterion=name, phrase=phrase)
    if word := phrasing.protected_word(text):
        yield problem("gate.protected_word", place, Severity.WARN, criterion=name, word=word)
    if phrasing.circular(text):
        yield problem("gate.circular", place, Severity.WARN, criterion=name)
    if explains is FindingState.NOT_MET and phrasing.too_short(text):
        yield problem("gate.short_text", place, Severity.WARN, criterion=name)
    foreign = phrasing.foreign_figures(text, known) if known is not None else ()
    if foreign:
        yield problem("gate.foreign_figure", place, Severity.WARN, criterion=name, figures=", ".join(foreign))


def _stale(file: GateFile) -> Iterator[Problem]:
    """Records older than three months that a finding rests on: one warning, for a person to weigh."""
    cited = {
        each for finding in file.findings for reason in finding.reasons for each in (*reason.facts, *reason.evidence)
    }
    used = {piece for fact in file.facts if fact.id in cited for piece in fact.sources} | cited
    old = [each for each in stale(file.evidence, file.seen_on) if each.id in used]
    days = [each.as_of for each in old if each.as_of]
    if days:
        documents = len({each.document for each in old})
        yield problem("gate.stale", "evidence", Severity.WARN, documents=documents, day=min(days))


def _due_days(file: GateFile) -> Iterator[Problem]:
    """Rows whose due day is another one than the law or the municipality sets: shown, never changed."""
    found = tuple(differing(file.evidence, file.due_dates))
    if found:
        first = found[0]
        said = {"count": len(found), "id": first.evidence, "period": first.period}
        yield problem("gate.due_differs", "evidence", Severity.WARN, day=first.due_on, computed=first.computed, **said)


def _drafts(file: GateFile) -> Iterator[Problem]:
    titles = {each.key: each.title for each in file.criteria}
    for saved in file.drafts:
        key = saved.draft.criterion
        yield problem("gate.draft_left", key, criterion=titles.get(key, key), by=saved.by)


def _outcome(
    criteria: Sequence[Criterion], states: dict[str, FindingState], outcome: Outcome | None
) -> Iterator[Problem]:
    not_met = [each for each in criteria if states.get(each.key) is FindingState.NOT_MET]
    if outcome is Outcome.GRANT:
        for each in not_met:
            if each.mandatory:
                yield problem("gate.mandatory_not_met", each.key, criterion=each.title)
    if outcome is Outcome.REFUSE and not not_met:
        yield problem("gate.refusal_without_reason", "outcome")


def _weighing(
    file: GateFile, states: dict[str, FindingState], outcome: Outcome | None, weighing: str
) -> Iterator[Problem]:
    """How the whole was weighed: stated on a refusal, and where something not met did not stop a grant."""
    if my_number.find(weighing):
        yield problem("gate.my_number_weighing", "weighing")
    if character := unwritable(weighing):
        yield problem("gate.unwritable", "weighing", character=character)
    against = FindingState.NOT_MET in states.values()
    if outcome is not None and not weighing.strip():
        if outcome is Outcome.REFUSE or against:
            yield problem("gate.weighing_missing", "weighing")
        elif any(each.indicator and states.get(each.key) is FindingState.MET for each in file.criteria):
            yield problem("gate.weighing_of_indicators", "weighing", Severity.WARN)
    yield from _look(weighing, "weighing", Message("gate.the_weighing"), None, explains=None)
