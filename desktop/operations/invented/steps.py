"""What examiners and supervisors of the synthetic office do with a case, step by step, through the desk's own operations."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from desktop.operations import cases, decisions, findings, letters, turns
from desktop.operations.invented.between import FROM_COLLEAGUE, Week, dated, early
from desktop.operations.invented.course import Course, Goal
from desktop.operations.invented.judge import Judged, granted, judge, rests_on_late
from desktop.operations.invented.people import data
from models.casefile.values import CaseFile
from models.cases.turns.values import Ground, NewTurn, TurnKind
from models.cases.values import ClosedAs, WaitingFor
from models.errors import CheckFailed
from models.findings import service
from models.findings.values import FindingDraft, FindingState, Reason
from models.people.values import Actor
from models.store.office import Office

Step = Callable[[], None]
_STRICT = 26
"""The number of the case on which an examiner is stricter than most."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Who works on a case. ``colleague``: another examiner of the unit, or the same where there is only one."""

    office: Office
    case: str
    examiner: Actor
    colleague: Actor
    supervisor: Actor
    draw: Random
    kept: list[Judged] = field(default_factory=list)

    def take(self) -> None:
        """The examiner takes the case."""
        cases.take(self.office, self.examiner, self.case)

    def find(self) -> None:
        """Record a finding on every criterion that is not answered yet."""
        file = self._file()
        self._record(file, [each for each in self._judged(file).drafts if not file.state_of(each.criterion).is_answer])

    def find_some(self) -> None:
        """Record findings on a part of the criteria, and keep one as a draft."""
        file = self._file()
        drafts = self._judged(file).drafts
        number = self.draw.randint(1, max(1, len(drafts) - 2))
        self._record(file, drafts[:number])
        for draft in drafts[number : number + 1]:
            findings.save_draft(self.office, self.examiner, draft)

    def find_strictly(self) -> None:
        """Find on one criterion otherwise than most would: a distinction is still to be written."""
        file, said = self._file(), data("findings")["strict"]
        for criterion in (each for each in file.criteria if each.key == said["criterion"] and each.reasons):
            cited = tuple(each.id for each in file.facts_of(criterion) if each.key in said["facts"] and each.value)
            codes = [each.code for each in criterion.reasons]
            code = said["code"] if said["code"] in codes else codes[0]
            before = file.finding(criterion.key)
            reason = Reason(code, cited, (), said["text"])
            state, base = FindingState.NOT_MET, before.revision if before else 0
            self._record(file, [FindingDraft(self.case, criterion.key, state, (reason,), base)] if cited else [])

    def wait(self) -> None:
        """Wait for something."""
        what = self.draw.choice(list(WaitingFor))
        cases.wait(self.office, self.examiner, self.case, what)

    def resume(self) -> None:
        """Go on."""
        cases.resume(self.office, self.examiner, self.case)

    def propose(self) -> None:
        """Propose what follows from the findings."""
        try:
            self._propose()
        except CheckFailed as refused:
            self._look_again({each.place for each in refused.problems if each.message.code == "gate.fact_changed"})
            self._propose()

    def send_back(self) -> None:
        """The supervisor returns the proposal: about a finding that rests on late payments, one of not met, any, or the whole."""
        file, said = self._file(), data("life")
        any_, whole = self.draw.choice(file.criteria), self.draw.choice((False, False, True))
        late = [each for each in file.criteria if rests_on_late(file, each.key)]
        if whole and not late:
            decisions.send_back(self.office, self.supervisor, self.case, said["return_whole"], ())
            return
        against = [each for each in file.criteria if file.state_of(each.key) is FindingState.NOT_MET]
        how = "late" if late else "against" if against else "other"
        criterion = (*late, *against, any_)[0]
        lead = said["return_lead"].format(criterion=criterion.title.in_("ja"))
        here = (criterion.key, said["return_here"][how])
        decisions.send_back(self.office, self.supervisor, self.case, lead, (here,))

    def countersign(self) -> None:
        """The supervisor signs."""
        decisions.countersign(self.office, self.supervisor, self.case)

    def issue(self) -> None:
        """Send the letters."""
        letters.issue(self.office, self.examiner, self.case)

    def close(self) -> None:
        """The letter was handed over."""
        cases.close(self.office, self.examiner, self.case, ClosedAs.ISSUED, "通知書を交付した。")

    def give_up(self) -> None:
        """The case ends without a decision."""
        said = data("week")
        how = self.draw.choice((TurnKind.WITHDRAWN, TurnKind.WITHDRAWN, TurnKind.TRANSFERRED, TurnKind.LAPSED))
        if how is TurnKind.TRANSFERRED:
            cases.close(self.office, self.examiner, self.case, ClosedAs.TRANSFERRED, said["transferred_why"])
            return
        ground = Ground.DEPARTURE if how is TurnKind.LAPSED else Ground.NONE
        turns.make(self.office, self.examiner, NewTurn(self.case, how, said[f"{how.value}_why"], ground=ground))

    def withdraw(self) -> None:
        """The applicant takes the application back."""
        new = NewTurn(self.case, TurnKind.WITHDRAWN, data("week")["withdrawn_why"])
        turns.make(self.office, self.examiner, new)

    def _propose(self) -> None:
        judged = self._judged()
        period, status = granted(self.draw, self._file(), judged.outcome)
        decisions.propose(self.office, self.examiner, self.case, judged.outcome, judged.weighing, period, status)

    def _look_again(self, criteria: set[str]) -> None:
        """Find anew where a fact has changed since: another year was full by the day of the proposal."""
        file = self._file()
        self._record(file, [each for each in self._judged(file).drafts if each.criterion in criteria])

    def _record(self, file: CaseFile, drafts: Sequence[FindingDraft]) -> None:
        """Many findings in one transaction, upon facts computed once."""
        base = service.Ground(file.framework, file.evidence, file.facts)
        with self.office.begin() as session:
            for draft in drafts:
                service.record(session, self.examiner, draft, base)

    def _file(self) -> CaseFile:
        return cases.gather(self.office, self.case)

    def _judged(self, file: CaseFile | None = None) -> Judged:
        """What an examiner makes of the case; the proposal is what followed from the findings."""
        if file is not None or not self.kept:
            self.kept[:] = [judge(Random(self.case), file or self._file())]
        return self.kept[0]


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps in their order. ``backs``: how many days ago each of the last steps was; the others are drawn."""

    steps: tuple[Step, ...]
    backs: tuple[int, ...] = ()


def plan(desk: Desk, course: Course, papers: bool) -> Plan:
    """The steps behind receipt that lead a case to its goal; without ``papers`` nothing is printed on the way."""
    week = Week(desk.office, desk.case, desk.examiner, desk.colleague, desk.supervisor)
    first: list[Step] = [getattr(week, name) for name in early(course.number, papers)]
    waits, late = dated(course.number, course.goal is Goal.WAITING, papers)
    main = _to_goal(desk, course)
    if waits:
        main.remove(desk.wait)
    if main and course.number in FROM_COLLEAGUE:
        main[0] = replace(desk, examiner=desk.colleague).take
    whole = [*main[:1], *first, *main[1:]] if main else []
    last = (*waits, *late)
    return Plan((*whole, *(getattr(week, name) for _, name in last)), tuple(back for back, _ in last))


def _to_goal(desk: Desk, course: Course) -> list[Step]:
    decided: list[Step] = [desk.take, desk.find, desk.propose]
    strictly = [desk.find_strictly] if course.number == _STRICT else []
    if course.twice:
        decided = [desk.take, desk.find, desk.propose, desk.send_back, desk.propose]
    return {
        Goal.RECEIVED: [],
        Goal.TAKEN: [desk.take],
        Goal.EXAMINING: [desk.take, desk.find_some, *strictly],
        Goal.WAITING: [desk.take, desk.find_some, desk.wait],
        Goal.PROPOSED: [desk.take, desk.find_some, desk.wait, desk.resume, desk.find, desk.propose]
        if course.twice
        else decided,
        Goal.RETURNED: [desk.take, desk.find, desk.propose, desk.send_back],
        Goal.COUNTERSIGNED: [*decided, desk.countersign],
        Goal.ISSUED: [*decided, desk.countersign, desk.issue],
        Goal.CLOSED: [*decided, desk.countersign, desk.issue, desk.close],
        Goal.WITHDRAWN: [desk.take, desk.find_some, desk.withdraw if course.until else desk.give_up],
    }[course.goal]
