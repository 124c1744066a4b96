"""What happens between opening a case and proposing: some of each, so that every screen shows something on the first day.

The cases are chosen by number: a small office has few of these, a large one no more than the first sixty give.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.operations import cases, households, inquiries, representatives, requests, turns
from desktop.operations.invented.people import data
from models.cases.turns.values import NewTurn, TurnKind
from models.dates.calendar import working_days_after
from models.evidence.values import EvidenceKind
from models.findings import service as findings
from models.findings.values import FindingDraft, FindingState, Reason
from models.inquiries.rules import GROUND
from models.inquiries.values import InquiryKind, InquiryState, NewInquiry, Outcome
from models.people.values import Actor
from models.representatives.values import NewRepresentative, Role
from models.requests.rules import asks
from models.requests.values import Item, NewReply, Request, RequestDraft, RequestKind
from models.store.office import Office

Dated = tuple[tuple[int, str], ...]
EARLY: Mapping[int, Sequence[str]] = {
    5: ("lawyer",),
    25: ("hand_here", "plan_interview", "interview"),
    45: ("scrivener", "ask", "reply"),
}
"""Acts behind taking a case, by the case's number."""
FROM_COLLEAGUE = frozenset({25})
"""A colleague takes these first."""
WAITS: Mapping[int, Sequence[tuple[int, str]]] = {
    4: ((14, "ask"), (12, "deliver")),
    17: ((18, "ask"), (16, "deliver"), (5, "reply_in_part")),
    24: ((11, "ask_comment"), (10, "deliver")),
    37: ((31, "share"), (30, "ask"), (6, "ask_again")),
    44: ((9, "inquire"),),
    57: ((4, "plan_survey"),),
}
"""How a case comes to wait: acts, and how many days ago each was."""
LATE: Mapping[int, Sequence[tuple[int, str]]] = {
    0: ((24, "ask"), (22, "deliver"), (2, "reply")),
    6: ((9, "plan_interview"), (3, "interview")),
    11: ((2, "transfer"),),
    14: ((3, "hand_over"),),
    30: ((8, "scrivener"),),
    36: ((1, "link_earlier"),),
}
"""Acts behind all others, with their days."""
PAPERS = frozenset({"ask", "ask_comment", "ask_again", "deliver", "reply", "reply_in_part"})
"""Acts that print something, or answer what was printed."""


def early(number: int, papers: bool) -> list[str]:
    """The acts behind taking a case; without ``papers`` none that print."""
    return [name for name in EARLY.get(number, ()) if papers or name not in PAPERS]


def dated(number: int, waiting: bool, papers: bool) -> tuple[Dated, Dated]:
    """How a case comes to wait (nothing: it waits without a request), and the acts behind all others."""
    waits = tuple(WAITS.get(number, ())) if waiting else ()
    if not papers and any(name in PAPERS for _, name in waits):
        waits = ()
    return waits, tuple((back, name) for back, name in LATE.get(number, ()) if papers or name not in PAPERS)


@dataclass(frozen=True, slots=True)
class Week:
    """The people around one case. ``colleague`` is another examiner of the unit, where there is one."""

    office: Office
    case: str
    examiner: Actor
    colleague: Actor
    supervisor: Actor

    # ---- requests
    def ask(self) -> None:
        """A criterion needs documents, and they are asked for."""
        self._needs_documents()
        self._send(requests.prepare(self.office, self.examiner, self.case))

    def ask_comment(self) -> None:
        """Records that speak against the applicant are put to them; where there are none, documents are asked for."""
        draft = requests.prepare(self.office, self.examiner, self.case, RequestKind.COMMENT)
        if draft.items:
            self._send(draft)
        else:
            self.ask()

    def ask_again(self) -> None:
        """Nothing came: a second request."""
        number = self._requests()[-1].number
        self._send(requests.prepare(self.office, self.examiner, self.case, follows=number))

    def deliver(self) -> None:
        """The post has delivered it."""
        on = self.office.clock.today()
        requests.deliver(self.office, self.examiner, self.case, self._requests()[-1].number, on)

    def reply_in_part(self) -> None:
        """Some of it came."""
        self._reply(1, "part")

    def reply(self) -> None:
        """All of it came."""
        self._reply(None, "full")

    # ---- asking and looking
    def plan_interview(self) -> None:
        """The applicant is asked to come."""
        self._plan(InquiryKind.INTERVIEW, 4, "14:00")

    def interview(self) -> None:
        """They came, and the notes were read back."""
        said = self._said(InquiryKind.INTERVIEW)
        held = next(
            each
            for each in inquiries.listing(self.office, self.examiner, self.case)
            if each.state is InquiryState.PLANNED
        )
        outcome = Outcome(self.office.clock.today(), said["report"], said["present"], read_back=True)
        inquiries.finish(self.office, self.examiner, self.case, held.number, outcome)

    def plan_survey(self) -> None:
        """Somebody will look at where the applicant lives."""
        self._plan(InquiryKind.SURVEY, 8, "10:30", waits=True)

    def inquire(self) -> None:
        """The town is asked."""
        self._plan(InquiryKind.INQUIRY, 0, waits=True, ground=GROUND)

    # ---- people and turns
    def lawyer(self) -> None:
        """A lawyer, to whom letters go."""
        self._represent(0)

    def scrivener(self) -> None:
        """An administrative scrivener."""
        self._represent(1)

    def transfer(self) -> None:
        """The case goes to another unit."""
        units, _ = turns.targets(self.office, self.supervisor)
        unit = cases.gather(self.office, self.case).case.unit
        others = [each for each in units if each != unit]
        if others:
            said = data("week")
            new = NewTurn(self.case, TurnKind.TRANSFERRED, said["moved_why"], note=said["moved_note"], to=others[0])
            turns.make(self.office, self.supervisor, new)

    def hand_over(self) -> None:
        """The case goes to a colleague, with a note."""
        self._hand(self.examiner, self.colleague)

    def hand_here(self) -> None:
        """The case comes from a colleague, with a note."""
        self._hand(self.colleague, self.examiner)

    def link_earlier(self) -> None:
        """An earlier case is of the same applicant."""
        for found in turns.candidates(self.office, self.supervisor, self.case)[:1]:
            turns.link(self.office, self.supervisor, self.case, found.case.id, data("week")["earlier_why"])

    def share(self) -> None:
        """The family's lease, entered once, holds for this case too."""
        for member in households.family(self.office, self.examiner, self.case).others[:1]:
            there = cases.gather(self.office, member.case.id).evidence
            lease = [
                each.id for each in there if each.kind is EvidenceKind.TIE and each.values.get("kind") == "housing"
            ]
            households.share(self.office, self.examiner, member.case.id, lease[:1], [self.case])

    def _hand(self, one: Actor, other: Actor) -> None:
        if one.login != other.login:
            said = data("week")
            note = said["given_note_late" if self._is_late() else "given_note"]
            new = NewTurn(self.case, TurnKind.HANDED_OVER, said["given_why"], note=note, to=other.login)
            turns.make(self.office, self.supervisor, new)

    def _needs_documents(self) -> None:
        file = cases.gather(self.office, self.case)
        open_ = [each for each in file.criteria if file.finding(each.key) is None and asks(each)]
        for criterion in open_[:1]:
            reasons = (Reason(text=data("week")["needs"]),)
            draft = FindingDraft(self.case, criterion.key, FindingState.NEEDS_DOCUMENTS, reasons)
            base = findings.Ground(file.framework, file.evidence, file.facts)
            with self.office.begin() as session:
                findings.record(session, self.examiner, draft, base)

    def _send(self, draft: RequestDraft) -> None:
        """At least two things, so that an answer can be in part."""
        choices = requests.desk(self.office, self.examiner, self.case).choices
        more = choices if draft.follows is None and draft.kind is RequestKind.DOCUMENTS else ()
        there = {each.key for each in draft.items}
        items: tuple[Item, ...] = (*draft.items, *(each for each in more if each.key not in there))
        items = items[: max(2, min(4, len(draft.items)))]
        requests.send(self.office, self.examiner, replace(draft, items=items, note=data("week")["note"]))

    def _reply(self, most: int | None, said: str) -> None:
        asked, words = self._requests()[-1], data("week")
        came = asked.missing[:most]
        heard = "comment_late" if self._is_late() else "comment"
        text = words[heard if asked.kind is RequestKind.COMMENT else said]
        reply = NewReply(self.office.clock.today(), came, text, {came[0]: words["read_out"]} if came else {})
        requests.answer(self.office, self.examiner, self.case, asked.number, reply)

    def _is_late(self) -> bool:
        """Whether the applicant has explained payments that came late: what is said then speaks of them."""
        there = cases.gather(self.office, self.case).evidence
        return any(each.kind is EvidenceKind.STATEMENT and each.about == "reply" for each in there)

    def _said(self, kind: InquiryKind) -> Mapping[str, str]:
        """The words of an interview, a survey or an inquiry that fit the case."""
        other = kind is InquiryKind.INTERVIEW and not self._is_late()
        said: Mapping[str, str] = data("week")[f"{kind.value}_other" if other else kind.value]
        return said

    def _requests(self) -> tuple[Request, ...]:
        return requests.listing(self.office, self.examiner, self.case)

    def _plan(self, kind: InquiryKind, ahead: int, time: str = "", *, waits: bool = False, ground: str = "") -> None:
        said, today = self._said(kind), self.office.clock.today()
        on = working_days_after(today, ahead) if ahead else None
        new = NewInquiry(
            self.case, kind, said["subject"], said["whom"], said.get("place", ""), on, time,
            said.get("interpreter", ""), ground, waits=waits,
        )  # fmt: skip
        inquiries.plan(self.office, self.examiner, new)

    def _represent(self, which: int) -> None:
        said = dict(data("week")["representatives"][which])
        role = Role(said.pop("role"))
        representatives.add(self.office, self.examiner, NewRepresentative(self.case, role, **said))
