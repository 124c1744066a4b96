"""Verbs of requests: send one, note its delivery, take a reply in, close it. The clock stands still while a request waits."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.cases import service as cases
from models.cases import whose
from models.cases.values import WaitingFor
from models.closings import service as closings
from models.errors import BadInput, CheckFailed, NotFound, NotPermitted, Severity
from models.evidence import service as evidence
from models.evidence.values import Document, EvidenceKind, NewEvidence, Statement
from models.findings import service as findings
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.requests import comments, forms, rules
from models.requests.tables import ReplyRow, RequestPaperRow, RequestRow, UnaskedRow
from models.requests.values import Item, NewReply, Request, RequestDraft, RequestKind, RequestState, Unasked
from models.store import told
from models.store.base import Base

APPLICANT = "applicant"
WAITING = {RequestKind.DOCUMENTS: WaitingFor.DOCUMENTS, RequestKind.COMMENT: WaitingFor.COMMENT}
Draw = Callable[[Request], Mapping[str, bytes]]
"""Makes the papers of a request, by language."""


def send(session: Session, actor: Actor, draft: RequestDraft, document_number: str, draw: Draw) -> Request:
    """Send a request: its papers are drawn and kept in the same transaction, and the case waits when the draft says so.

    A further request takes over what an earlier one still waits for. Raises ``NotPermitted`` (role, another's case, its
    state), ``CheckFailed`` with the problems, ``NotFound`` for the earlier request.
    """
    people.require(actor, Permission.ASSESS)
    row = whose.taken(session, actor, draft.case)
    today = session.info["clock"].today()
    asked = {each.key for each in findings.ground(session, row, today).framework.criteria_for(row.route)}
    problems = tuple(rules.problems(draft, today, asked, closings.days(session)))
    if any(each.severity is Severity.BLOCK for each in problems):
        raise CheckFailed("requests.refused", problems, case=draft.case)
    new = _row(session, actor, draft, document_number, today)
    papers = _papers(session, new, draw)
    earlier = _followed(session, draft, new.number, today)
    held: list[Base] = [cases.stop_clock(session, row, WAITING[draft.kind], _about(new))] if draft.waits else []
    if earlier is not None:
        held += cases.start_clock(session, row, _about(earlier))
    content = _sent(new, papers)
    touched = [new, *papers, *([earlier] if earlier is not None else []), *held, row]
    records.append(session, Act(actor.login, "request_sent", content, draft.case), touched)
    return of(session, draft.case, new.number)


def deliver(session: Session, actor: Actor, case: str, number: int, on: date) -> Request:
    """Note the day on which the applicant got it. Raises ``NotPermitted``, ``NotFound``, ``BadInput`` for an impossible day."""
    people.require(actor, Permission.IMPORT)
    row = _request(session, case, number)
    if on < row.sent_on or on > session.info["clock"].today():
        raise BadInput("requests.bad_delivery", case=case, number=number, day=on)
    row.delivered_on = on
    content = {"request": number, "on": on.isoformat()}
    records.append(session, Act(actor.login, "request_delivered", content, case), [row])
    return of(session, case, number)


def answer(session: Session, actor: Actor, case: str, number: int, reply: NewReply) -> Request:
    """Take a reply in, however the case stands: each item that came becomes evidence, and a case that waited for it wakes.

    Raises ``NotPermitted`` (also where a further request took this one over: the reply is recorded there), ``NotFound``,
    ``CheckFailed`` with the problems.
    """
    people.require(actor, Permission.IMPORT)
    row = cases.row_of(session, case, lock=True)
    asked, before = _request(session, case, number), of(session, case, number)
    if before.state is RequestState.FOLLOWED:
        raise NotPermitted("requests.taken_over", case=case, number=number, by=before.why.partition(":")[2])
    today = session.info["clock"].today()
    problems = tuple(each for each in rules.reply_problems(before, reply, today) if each.severity is Severity.BLOCK)
    if problems:
        raise CheckFailed("requests.reply_refused", problems, case=case, number=number)
    ids, said = evidence.put(session, case, list(_pieces(before, reply)))
    new = _reply(session, actor, case, before, reply, ids)
    asked.came = sorted({*before.came, *reply.items})
    asked.state = rules.state_after(before, asked.came).value
    if RequestState(asked.state) is RequestState.ANSWERED:
        asked.closed_on = today
    held = cases.start_clock(session, row, _about(asked))
    row.is_new = True
    content = _answered(asked, new, before)
    written = [said_ for row_ in (asked, new, *held, row) for said_ in [_told(session, row_)]]
    records.append_many(session, [(Act(actor.login, "request_answered", content, case), [*said, *written])])
    return of(session, case, number)


def give_up(session: Session, actor: Actor, case: str, number: int, why: str = "") -> Request:
    """Note that a request was not answered in time; the case goes on. Raises ``NotPermitted`` before its day is over."""
    asked = _request(session, case, number)
    today = session.info["clock"].today()
    if today <= asked.due_on:
        raise NotPermitted("requests.still_time", case=case, number=number, day=asked.due_on)
    return _end(session, actor, asked, RequestState.UNANSWERED, "request_unanswered", why)


def withdraw(session: Session, actor: Actor, case: str, number: int, why: str) -> Request:
    """Take a request back: what it asks for is no longer needed. Raises ``NotPermitted``, ``BadInput`` without a reason."""
    if not why.strip():
        raise BadInput("requests.why_withdraw", case=case, number=number)
    return _end(session, actor, _request(session, case, number), RequestState.WITHDRAWN, "request_withdrawn", why)


def leave_unasked(session: Session, actor: Actor, case: str, criterion: str, why: str) -> Unasked:
    """Say why the linked data that an unmet finding rests on are not put to the applicant; the reason stands in the record.

    Raises ``NotPermitted`` (role, another's case, its state), ``NotFound`` where that criterion has no such finding,
    ``CheckFailed`` without a reason.
    """
    people.require(actor, Permission.ASSESS)
    row = whose.taken(session, actor, case)
    problems = tuple(comments.reason_problems(why))
    if problems:
        raise CheckFailed("requests.unasked_refused", problems, case=case)
    base = findings.ground(session, row, session.info["clock"].today())
    found = next((each for each in findings.of_case(session, case) if each.criterion == criterion), None)
    about = comments.rests_on(found, base.facts, base.evidence) if found is not None and found.is_against else ()
    if not about:
        raise NotFound("requests.nothing_unasked", case=case, criterion=criterion)
    new = UnaskedRow(
        case_id=case,
        number=len(unasked_of(session, case)) + 1,
        criterion=criterion,
        about=list(about),
        why=why.strip(),
        by=actor.login,
        at=records.now(session),
    )
    session.add(new)
    content = {"criterion": criterion, "about": new.about, "why": new.why}
    records.append(session, Act(actor.login, "comment_unasked", content, case), [new, row])
    return forms.unasked(new)


def unasked_of(session: Session, case: str) -> tuple[Unasked, ...]:
    """Every reason of a case for not asking, oldest first."""
    asked = select(UnaskedRow).where(UnaskedRow.case_id == case).order_by(UnaskedRow.number)
    return tuple(forms.unasked(row) for row in session.scalars(asked))


def of(session: Session, case: str, number: int) -> Request:
    """One request. Raises ``NotFound``."""
    row = _request(session, case, number)
    replies = select(ReplyRow).where(ReplyRow.case_id == case, ReplyRow.request == number).order_by(ReplyRow.number)
    kept = select(RequestPaperRow.language, RequestPaperRow.sha256)
    papers = kept.where(RequestPaperRow.case_id == case, RequestPaperRow.request == number)
    found = [(language, sha256) for language, sha256 in session.execute(papers.order_by(RequestPaperRow.language))]
    return forms.request(row, session.scalars(replies), found)


def of_case(session: Session, case: str) -> tuple[Request, ...]:
    """Every request of a case, oldest first."""
    asked = select(RequestRow.number).where(RequestRow.case_id == case).order_by(RequestRow.number)
    return tuple(of(session, case, number) for number in session.scalars(asked))


def paper(session: Session, case: str, number: int, language: str) -> bytes:
    """The bytes of a request as sent. Raises ``NotFound``."""
    row = session.get(RequestPaperRow, (case, number, language))
    if row is None:
        raise NotFound("requests.no_paper", case=case, number=number, language=language)
    return row.content


def next_number(session: Session, case: str) -> int:
    """The number that a case's next request gets."""
    return (session.scalar(select(func.max(RequestRow.number)).where(RequestRow.case_id == case)) or 0) + 1


def _row(session: Session, actor: Actor, draft: RequestDraft, document_number: str, today: date) -> RequestRow:
    new = RequestRow(
        case_id=draft.case,
        number=next_number(session, draft.case),
        kind=draft.kind.value,
        state=RequestState.SENT.value,
        items=forms.items_out(draft.items),
        came=[],
        due_on=draft.due_on,
        sent_on=today,
        by=actor.login,
        document_number=document_number,
        send_to=draft.send_to.strip(),
        note=draft.note.strip(),
        follows=draft.follows,
        waits=draft.waits,
        delivered_on=None,
        closed_on=None,
        why="",
    )
    session.add(new)
    session.flush()
    return new


def _papers(session: Session, new: RequestRow, draw: Draw) -> list[RequestPaperRow]:
    made = draw(forms.request(new, (), ()))
    rows = [
        RequestPaperRow(
            case_id=new.case_id,
            request=new.number,
            language=language,
            sha256=hashlib.sha256(content).hexdigest(),
            content=content,
        )
        for language, content in made.items()
    ]
    session.add_all(rows)
    session.flush()
    return rows


def _followed(session: Session, draft: RequestDraft, by: int, today: date) -> RequestRow | None:
    """The earlier request, which now gives way. Raises ``NotFound``, ``NotPermitted`` for one that is over and done."""
    if draft.follows is None:
        return None
    row = _request(session, draft.case, draft.follows)
    if RequestState(row.state) not in (RequestState.SENT, RequestState.PART, RequestState.UNANSWERED):
        raise NotPermitted("requests.not_open", case=draft.case, number=row.number)
    row.state, row.closed_on = RequestState.FOLLOWED.value, today
    row.why = f"request:{by}"
    return row


def _sent(new: RequestRow, papers: Sequence[RequestPaperRow]) -> dict[str, object]:
    return {
        "request": new.number,
        "request_kind": new.kind,
        "items": new.items,
        "until": new.due_on.isoformat(),
        "send_to": new.send_to,
        "note": new.note,
        "follows": new.follows,
        "waits": new.waits,
        "document_number": new.document_number,
        "papers": [{"language": each.language, "sha256": each.sha256} for each in papers],
    }


def _pieces(request: Request, reply: NewReply) -> Iterator[NewEvidence]:
    """A document a piece, and the applicant's words one more."""
    for place in sorted(set(reply.items)):
        item = request.item(place)
        if request.kind is RequestKind.DOCUMENTS:
            yield _document(request, place, item, reply)
    if reply.text.strip():
        record = Statement("reply", reply.received_on, reply.text.strip())
        said = ("reply", reply.received_on.isoformat(), reply.text.strip())
        yield NewEvidence(request.case, EvidenceKind.STATEMENT, said, record, APPLICANT, reply.received_on)


def _document(request: Request, place: int, item: Item, reply: NewReply) -> NewEvidence:
    kind, title = item.key or "other", item.title["ja"]
    record = Document(kind, title, reply.received_on, reply.notes.get(place, "").strip())
    said = (kind, title, f"request:{request.number}", len(request.replies) + 1)
    return NewEvidence(request.case, EvidenceKind.DOCUMENT, said, record, APPLICANT, reply.received_on)


def _reply(
    session: Session, actor: Actor, case: str, request: Request, reply: NewReply, ids: tuple[str, ...]
) -> ReplyRow:
    new = ReplyRow(
        case_id=case,
        request=request.number,
        number=len(request.replies) + 1,
        received_on=reply.received_on,
        items=sorted(set(reply.items)),
        text=reply.text.strip(),
        evidence=list(ids),
        by=actor.login,
        at=records.now(session),
    )
    session.add(new)
    return new


def _answered(asked: RequestRow, new: ReplyRow, before: Request) -> dict[str, object]:
    return {
        "request": asked.number,
        "reply": new.number,
        "received_on": new.received_on.isoformat(),
        "came": [before.item(place).title["ja"] for place in new.items],
        "missing": len(asked.items) - len(asked.came),
        "text": new.text,
        "added": new.evidence,
        "state": asked.state,
    }


def _end(session: Session, actor: Actor, asked: RequestRow, state: RequestState, kind: str, why: str) -> Request:
    people.require(actor, Permission.ASSESS)
    problems = tuple(rules.text_problems(why, "why"))
    if problems:
        raise CheckFailed("requests.refused", problems, case=asked.case_id)
    row = cases.row_of(session, asked.case_id, lock=True)
    if row.assigned_to not in (None, actor.login):
        raise NotPermitted("cases.not_yours", case=row.id, by=row.assigned_to)
    if not RequestState(asked.state).is_open:
        raise NotPermitted("requests.not_open", case=row.id, number=asked.number)
    asked.state, asked.closed_on, asked.why = state.value, session.info["clock"].today(), why.strip()
    held = cases.start_clock(session, row, _about(asked))
    content = {"request": asked.number, "why": asked.why}
    records.append(session, Act(actor.login, kind, content, row.id), [asked, *held, row])
    return of(session, row.id, asked.number)


def _request(session: Session, case: str, number: int) -> RequestRow:
    row = session.get(RequestRow, (case, number))
    if row is None:
        raise NotFound("requests.unknown", case=case, number=number)
    return row


def _about(row: RequestRow) -> str:
    return f"request:{row.number}"


def _told(session: Session, row: Base) -> told.Told:
    session.flush()
    return told.of_row(row)
