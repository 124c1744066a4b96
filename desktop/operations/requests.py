"""Requests to the applicant: prepare, look at, send, and take in what comes; the one place where they are drawn and kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.operations import refusals
from models.cases import service as cases
from models.cases.values import Case
from models.closings import service as closings
from models.evidence import service as evidence
from models.findings import service as findings
from models.frameworks.values import Framework
from models.letters import service as letters
from models.letters.values import LetterSettings
from models.letters.wording import written_in
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records.service import once
from models.requests import comments, rules, service
from models.requests.compose import AUTHORITATIVE, Sender, compose, language_of
from models.requests.values import Item, NewReply, Request, RequestDraft, RequestKind, RequestState, Unasked
from models.store.office import Office, Session
from reports import request_letter


@dataclass(frozen=True, slots=True)
class Desk:
    """What the screen of requests shows: every request of a case, what may still be asked for, the day it is seen, and the
    office's own closing days."""

    requests: tuple[Request, ...]
    choices: tuple[Item, ...]
    today: date
    closings: frozenset[date] = frozenset()


def desk(office: Office, actor: Actor, case: str) -> Desk:
    """The requests of a case and what its criteria may ask for. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    today = office.clock.today()
    with office.read() as session:
        row = cases.row_of(session, case)
        criteria = findings.ground(session, row, today).framework.criteria_for(row.route)
        sent, closed = service.of_case(session, case), closings.days(session)
    choices = tuple(rules.of_ask(criterion, ask) for criterion in criteria for ask in rules.asks(criterion))
    return Desk(sent, choices, today, closed)


def prepare(
    office: Office, actor: Actor, case: str, kind: RequestKind = RequestKind.DOCUMENTS, follows: int | None = None
) -> RequestDraft:
    """A request as it would be sent: the documents of each criterion that needs some (or what an earlier request still waits
    for), the day by the rule, where to send it. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    today = office.clock.today()
    with office.read() as session:
        row = cases.row_of(session, case)
        base = findings.ground(session, row, today)
        found = findings.of_case(session, case)
        before = service.of(session, case, follows) if follows is not None else None
        kept, closed = letters.letter_settings(session), closings.days(session)
    kind = before.kind if before else kind
    items: tuple[Item, ...] = ()
    if before is not None:
        items = rules.missing_of(before)
    elif kind is RequestKind.DOCUMENTS:
        items = rules.wanted(base.framework.criteria_for(row.route), found, base.evidence)
    else:
        items = comments.wanted(base.framework.criteria_for(row.route), found, base.facts, base.evidence)
    due = rules.due_on(kind, today, before is not None, closed)
    return RequestDraft(case, items, due, kind, before.send_to if before else _send_to(kept), follows=follows)


def preview(office: Office, actor: Actor, draft: RequestDraft) -> bytes:
    """The request as it would be sent now, with a draft mark; nothing is written. Raises ``NotPermitted``, ``BadInput``."""
    people.require(actor, Permission.SEE_CASES)
    today = office.clock.today()
    with office.read() as session:
        case = cases.get(session, draft.case)
        framework = findings.ground(session, draft.case, today).framework
        number = service.next_number(session, draft.case)
        imagined = _imagined(draft, number, actor, today)
        earlier = service.of(session, draft.case, draft.follows) if draft.follows is not None else None
        kept = letters.letter_settings(session)
    language = _languages(case, framework, kept, draft)[-1]
    paper = compose(imagined, case, framework, _sender(kept), language, earlier, draft=True)
    return request_letter.render(paper)


@refusals.recorded
def send(office: Office, actor: Actor, draft: RequestDraft, key: str | None = None) -> Request:
    """Number, draw, keep and record a request, all in one transaction.

    Raises ``NotPermitted``, ``CheckFailed`` with the problems, ``BadInput`` (a sign that no font draws), ``NotFound``.
    """
    with office.begin(key) as session:
        return once(
            session,
            "request_sent",
            lambda: _send(session, actor, draft, office.clock.today()),
            lambda made: [made.case, made.number],
            lambda kept: service.of(session, *kept),
        )


@refusals.recorded
def deliver(office: Office, actor: Actor, case: str, number: int, on: date) -> Request:
    """Note the day on which it was delivered. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        return service.deliver(session, actor, case, number, on)


@refusals.recorded
def answer(office: Office, actor: Actor, case: str, number: int, reply: NewReply, key: str | None = None) -> Request:
    """Take a reply in; a case that waited for it wakes. Raises ``NotPermitted``, ``NotFound``, ``CheckFailed``."""
    with office.begin(key) as session:
        return once(
            session,
            "request_answered",
            lambda: service.answer(session, actor, case, number, reply),
            lambda made: [made.case, made.number],
            lambda kept: service.of(session, *kept),
        )


@refusals.recorded
def give_up(office: Office, actor: Actor, case: str, number: int, why: str = "") -> Request:
    """Note that it was not answered in time; the case goes on. Raises ``NotPermitted``, ``NotFound``."""
    with office.begin() as session:
        return service.give_up(session, actor, case, number, why)


@refusals.recorded
def withdraw(office: Office, actor: Actor, case: str, number: int, why: str) -> Request:
    """Take it back, with a reason. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        return service.withdraw(session, actor, case, number, why)


@refusals.recorded
def leave_unasked(office: Office, actor: Actor, case: str, criterion: str, why: str) -> Unasked:
    """Record why the linked data behind an unmet finding are not put to the applicant. Raises ``NotPermitted``,
    ``NotFound``, ``CheckFailed``."""
    with office.begin() as session:
        return service.leave_unasked(session, actor, case, criterion, why)


def paper(office: Office, actor: Actor, case: str, number: int, language: str | None = None) -> bytes:
    """A request as sent, byte for byte; without a language the one beside which the applicant's stands.

    Raises ``NotPermitted``, ``NotFound``.
    """
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        sent = service.of(session, case, number)
        kept = [each.language for each in sent.papers]
        own = next((each for each in kept if each != AUTHORITATIVE), AUTHORITATIVE)
        return service.paper(session, case, number, language or own)


def listing(office: Office, actor: Actor, case: str) -> tuple[Request, ...]:
    """Every request of a case, oldest first. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        cases.row_of(session, case)
        return service.of_case(session, case)


def _send(session: Session, actor: Actor, draft: RequestDraft, today: date) -> Request:
    people.require(actor, Permission.ASSESS)
    case = cases.get(session, draft.case)
    framework = findings.ground(session, draft.case, today, evidence.of_case(session, draft.case)).framework
    kept = letters.letter_settings(session)
    number = letters.draw_number(session, kept.letterhead.number_pattern, today)
    earlier = service.of(session, draft.case, draft.follows) if draft.follows is not None else None

    def draw(request: Request) -> Mapping[str, bytes]:
        return {
            language: request_letter.render(
                compose(request, case, framework, _sender(kept), language, earlier, draft=False)
            )
            for language in _languages(case, framework, kept, draft)
        }

    return service.send(session, actor, draft, number, draw)


def _languages(case: Case, framework: Framework, kept: LetterSettings, draft: RequestDraft) -> Sequence[str]:
    """Japanese, and beside it the applicant's language (or what the draft names)."""
    wanted = draft.languages or written_in(case.applicant.language, framework, kept.drafted)
    return tuple(dict.fromkeys((AUTHORITATIVE, *(language_of(each) for each in wanted if each != AUTHORITATIVE))))


def _imagined(draft: RequestDraft, number: int, actor: Actor, today: date) -> Request:
    return Request(
        draft.case, number, draft.kind, RequestState.SENT, draft.items, (), draft.due_on, today, actor.login, "",
        draft.send_to, draft.note, draft.follows, draft.waits,
    )  # fmt: skip


def _sender(kept: LetterSettings) -> Sender:
    head = kept.letterhead
    return Sender(head.authority, head.unit, head.telephone, head.hours, head.signatory)


def _send_to(kept: LetterSettings) -> str:
    head = kept.letterhead
    return "　".join(each for each in (head.authority["ja"], head.unit["ja"]) if each)
