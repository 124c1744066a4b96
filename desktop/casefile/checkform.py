"""The check before proposing as values: every finding row, what changed since the last proposal, what answers a return. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.casefile import standing
from desktop.casefile.labels import code_words
from desktop.casefile.tasklist import state_word
from desktop.casefile.words import Names, coded, say, title
from models.casefile.values import CaseFile
from models.decisions import rules
from models.decisions.values import DecisionDraft, GateResult, Outcome, Paper
from models.errors import Message, Problem
from models.facts.statuses import GIVEN
from models.findings.values import Finding, FindingState
from models.frameworks.values import Criterion


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One criterion on the check page. ``problem``: ``block``, ``warn`` or nothing."""

    key: str
    title: str
    state: FindingState
    word: str
    rests_on: str
    cites: str
    changed: str
    problem: str = ""

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return " ".join(part for part in (self.word, self.title, self.rests_on, self.cites, self.changed) if part)


@dataclass(frozen=True, slots=True)
class CheckSection:
    """A section with its rows."""

    title: str
    rows: tuple[CheckRow, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A block, warning or answer: the criterion it leads to (may be none), its name and words; ``done``: not left open;
    ``act``: what mends it at once (``unasked``, ``confirm``)."""

    key: str
    title: str
    text: str
    done: bool = True
    act: str = ""


class CheckForm:
    """What is being proposed, and what stands against it."""

    def __init__(self, file: CaseFile, lang: str, login: str = "") -> None:
        self.file, self.lang = file, lang
        self.outcome: Outcome | None = None
        self.weighing = ""
        self.period: str | None = None
        self.status: str | None = None
        self.gate: GateResult | None = None
        self.copied: tuple[Problem, ...] = ()
        self.names = Names()
        before = file.proposal
        if before is not None and not standing.decided(file):
            self.outcome, self.weighing = before.outcome, before.weighing
            self.period, self.status = before.period, before.status
        self.kept = file.paper(Paper.PROPOSAL, login, self.round)
        if self.kept is not None:
            kept = self.kept.draft
            self.outcome, self.weighing, self.period, self.status = kept.outcome, kept.text, kept.period, kept.status

    @property
    def round(self) -> int:
        """The round that this proposal would open."""
        return self.file.case.round + 1

    def draft(self) -> DecisionDraft:
        """What is to be kept until it is proposed."""
        return DecisionDraft(
            self.file.case.id, Paper.PROPOSAL, self.round, self.weighing, self.outcome, (), self.period, self.status
        )

    def follow(self, file: CaseFile) -> None:
        """The case was read anew; what was chosen and written stays."""
        self.file, self.gate = file, None

    @property
    def periods(self) -> tuple[tuple[str, str], ...]:
        """The periods of stay that a grant may give: words and key; none where the kind gives none."""
        offered = self.file.framework.periods if self.outcome is Outcome.GRANT else ()
        return tuple((title(each.title, self.lang), each.key) for each in offered)

    @property
    def statuses(self) -> tuple[tuple[str, str], ...]:
        """The statuses that a grant may change to, where the kind changes it."""
        if self.outcome is not Outcome.GRANT or not self.file.framework.statuses:
            return ()
        held = self.file.case.applicant.current_status
        return tuple((coded("status", each, self.lang), each) for each in GIVEN if each != held)

    @property
    def gives(self) -> tuple[str | None, str | None]:
        """Period and status of a grant, as they will be proposed; nothing under a refusal."""
        return (self.period if self.periods else None, self.status if self.statuses else None)

    def lacks(self) -> tuple[Problem, ...]:
        """What a grant still has to name."""
        return rules.given(self.file.framework, self.outcome, *self.gives)

    @property
    def may_propose(self) -> bool:
        """Whether the primary button is enabled."""
        return self.outcome is not None and self.gate is not None and self.gate.ok and not self.lacks()

    @property
    def why_not(self) -> str:
        """What stands in the way first."""
        if self.outcome is None:
            return say("choose_outcome", self.lang)
        if self.gate is None:
            return say("checking", self.lang)
        lacks = (*self.lacks(), *self.gate.blocks)
        return lacks[0].text(self.lang) if lacks else ""

    def blocks(self) -> tuple[Item, ...]:
        """What must be mended first."""
        return tuple(self._item(p) for p in (*self.lacks(), *self.gate.blocks)) if self.gate else ()

    def warnings(self) -> tuple[Item, ...]:
        """What a person should look at."""
        return tuple(self._item(p) for p in (*self.copied, *self.gate.warnings)) if self.gate else ()

    def _item(self, problem: Problem) -> Item:
        key = criterion_of(problem, self.file)
        found = next((each for each in self.file.criteria if each.key == key), None)
        name = title(found.title, self.lang) if found else say("whole", self.lang)
        return Item(key, name, self._text(problem), act=_ACTS.get(problem.message.code, "") if key else "")

    def _text(self, problem: Problem) -> str:
        """The problem in words, a person by name."""
        params = problem.message.params
        if "by" not in params:
            return problem.text(self.lang)
        by = self.names.of(str(params["by"]), self.lang)
        return Message(problem.message.code, {**params, "by": by}).text(self.lang)

    def answers(self) -> tuple[Item, ...]:
        """What was done about each comment of the last return."""
        found = standing.last_return(self.file)
        if found is None:
            return ()
        before = at_last_proposal(self.file)
        return tuple(self._answered(key, before) for key, _ in found.criteria)

    def _answered(self, key: str, before: Mapping[str, Mapping[str, object]]) -> Item:
        words = self._answer(key, before)
        return Item(key, self._name(key), words, words != say("answer.none", self.lang))

    def _name(self, key: str) -> str:
        found = next((each for each in self.file.criteria if each.key == key), None)
        return title(found.title, self.lang) if found else key

    def _answer(self, key: str, before: Mapping[str, Mapping[str, object]]) -> str:
        now, old = self.file.finding(key), before.get(key)
        if now is None or old is None or now.revision == old.get("revision"):
            return say("answer.none", self.lang)
        was = FindingState(str(old.get("finding")))
        if was is not now.finding:
            words = state_word(was, self.lang), state_word(now.finding, self.lang)
            return say("answer.finding", self.lang, before=words[0], after=words[1])
        return say("answer.reason", self.lang)

    def sections(self) -> tuple[CheckSection, ...]:
        """Every finding by section."""
        before = at_last_proposal(self.file)
        marks = self._marks()
        made = []
        for section in self.file.framework.sections:
            criteria = [each for each in self.file.criteria if each.section == section.key]
            if criteria:
                rows = tuple(self._row(each, before, marks) for each in criteria)
                made.append(CheckSection(title(section.title, self.lang), rows))
        return tuple(made)

    def _marks(self) -> dict[str, str]:
        marks = {item.key: "warn" for item in self.warnings()}
        return marks | {item.key: "block" for item in self.blocks()}

    def _row(
        self, criterion: Criterion, before: Mapping[str, Mapping[str, object]], marks: Mapping[str, str]
    ) -> CheckRow:
        found, state = self.file.finding(criterion.key), self.file.state_of(criterion.key)
        name = title(criterion.title, self.lang)
        shown = say("indicator", self.lang, title=name) if criterion.indicator else name
        return CheckRow(
            key=criterion.key,
            title=shown,
            state=state,
            word=state_word(state, self.lang),
            rests_on=rests_on(found, criterion, self.lang),
            cites=cites(found, self.file, self.lang),
            changed=changed(found, before, self.lang),
            problem=marks.get(criterion.key, ""),
        )

    def counts(self) -> str:
        """``適合 13　不適合 2``."""
        states = [self.file.state_of(each.key) for each in self.file.criteria]
        parts = [f"{state_word(s, self.lang)} {states.count(s)}" for s in FindingState if states.count(s)]
        return ("　" if self.lang == "ja" else "   ").join(reversed(parts))


_ACTS = {"gate.not_put": "unasked", "gate.fact_changed": "confirm"}


def criterion_of(problem: Problem, file: CaseFile) -> str:
    """The criterion a gate's problem belongs to: its place begins with the key."""
    keys = {each.key for each in file.criteria}
    head = problem.place.partition(".")[0].partition("[")[0]
    return head if head in keys else ""


def rests_on(found: Finding | None, criterion: Criterion, lang: str) -> str:
    """The reason's code and words, or the first line of its text."""
    if found is None or not found.reasons:
        return ""
    first = found.reasons[0]
    code = code_words(criterion, first.code, lang) if first.code else ""
    text = code or " ".join(first.text.split())
    more = len(found.reasons) - 1
    return say("and_more", lang, text=text, n=more) if more else text


def cites(found: Finding | None, file: CaseFile, lang: str) -> str:
    """How many facts and documents it rests on."""
    if found is None:
        return ""
    facts = {fact for reason in found.reasons for fact in reason.facts}
    pieces = [file.piece(each) for reason in found.reasons for each in reason.evidence]
    documents = {piece.document or piece.number for piece in pieces if piece}
    if not facts and not documents:
        return say("rests_none", lang)
    return say("cites", lang, facts=len(facts), evidence=len(documents))


def at_last_proposal(file: CaseFile) -> dict[str, Mapping[str, object]]:
    """What the record says was found on each criterion when the case was last proposed."""
    now: dict[str, Mapping[str, object]] = {}
    then: dict[str, Mapping[str, object]] = {}
    for event in file.events:
        if event.kind == "finding_recorded":
            now[str(event.content.get("criterion"))] = event.content
        elif event.kind == "proposed":
            then = dict(now)
    return then


def changed(found: Finding | None, before: Mapping[str, Mapping[str, object]], lang: str) -> str:
    """How a finding differs from the last proposal; nothing before the first one."""
    if found is None or not before:
        return ""
    old = before.get(found.criterion)
    if old is None:
        return say("changed.new", lang)
    if old.get("revision") == found.revision:
        return ""
    if str(old.get("finding")) != found.finding.value:
        return say("changed.finding", lang)
    reasons = old.get("reasons")
    count = len(reasons) if isinstance(reasons, list | tuple) else 0
    return say("changed.reason_added" if len(found.reasons) > count else "changed.reason", lang)
