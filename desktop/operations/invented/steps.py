"""What examiners and supervisors of the synthetic office do with a case, step by step, through the desk's own operations."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from desktop.operations import cases, decisions, findings, letters
from desktop.operations.invented.course import Course, Goal
from desktop.operations.invented.judge import Judged, granted, judge
from desktop.operations.invented.people import data
from models.casefile.values import CaseFile
from models.cases.values import ClosedAs, WaitingFor
from models.errors import CheckFailed
from models.findings import service
from models.findings.values import FindingDraft
from models.people.values import Actor
from models.store.office import Office

Step = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Desk:
    """Who works on a case."""

    office: Office
    case: str
    examiner: Actor
    supervisor: Actor
    draw: Random
    kept: list[Judged] = field(default_factory=list)

    def take(self) -> None:
        """The examiner takes the case."""
        cases.take(self.office, self.examiner, self.case)

    def find(self) -> None:
        """Record a finding on every criterion that has none."""
        file = self._file()
        self._record(file, [each for each in self._judged(file).drafts if file.finding(each.criterion) is None])

    def find_some(self) -> None:
        """Record findings on a part of the criteria, and keep one as a draft."""
        file = self._file()
        drafts = self._judged(file).drafts
        number = self.draw.randint(1, max(1, len(drafts) - 2))
        self._record(file, drafts[:number])
        for draft in drafts[number : number + 1]:
            findings.save_draft(self.office, self.examiner, draft)

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
        """The supervisor returns the proposal."""
        criterion = self.draw.choice(self._file().criteria)
        comment = self.draw.choice(data("life")["return_comments"]).format(criterion=criterion.title.in_("ja"))
        decisions.send_back(self.office, self.supervisor, self.case, comment, ((criterion.key, comment),))

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
        how, why = self.draw.choice(
            (
                (ClosedAs.WITHDRAWN, "申請人から取下げの申出があった。"),
                (ClosedAs.WITHDRAWN, "申請人から取下げの申出があった。"),
                (ClosedAs.TRANSFERRED, "転居のため、他の局へ移送した。"),
                (ClosedAs.LAPSED, "申請人が出国し、在留期間が満了した。"),
            )
        )
        cases.close(self.office, self.examiner, self.case, how, why)

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


def steps(desk: Desk, course: Course) -> list[Step]:
    """The steps behind receipt that lead a case to its goal."""
    decided: list[Step] = [desk.take, desk.find, desk.propose]
    if course.twice:
        decided = [desk.take, desk.find, desk.propose, desk.send_back, desk.propose]
    return {
        Goal.RECEIVED: [],
        Goal.TAKEN: [desk.take],
        Goal.EXAMINING: [desk.take, desk.find_some],
        Goal.WAITING: [desk.take, desk.find_some, desk.wait],
        Goal.PROPOSED: [desk.take, desk.find_some, desk.wait, desk.resume, desk.find, desk.propose]
        if course.twice
        else decided,
        Goal.RETURNED: [desk.take, desk.find, desk.propose, desk.send_back],
        Goal.COUNTERSIGNED: [*decided, desk.countersign],
        Goal.ISSUED: [*decided, desk.countersign, desk.issue],
        Goal.CLOSED: [*decided, desk.countersign, desk.issue, desk.close],
        Goal.WITHDRAWN: [desk.take, desk.find_some, desk.give_up],
    }[course.goal]
