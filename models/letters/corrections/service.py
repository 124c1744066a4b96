"""Verbs of corrections: propose, drop, countersign, mark as issued. Two people, always; the old letter stays."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.cases import service as cases
from models.cases.values import State
from models.errors import BadInput, NotPermitted, Stale
from models.letters.corrections.tables import CorrectionRow
from models.letters.corrections.values import Correction, Item, Said, Standing
from models.letters.tables import LetterRow
from models.letters.values import IssuedLetter
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.store.base import Base

OPEN = frozenset({Standing.PROPOSED, Standing.COUNTERSIGNED})


def of_case(session: Session, case: str) -> tuple[Correction, ...]:
    """Every correction of a case, oldest first."""
    asked = select(CorrectionRow).where(CorrectionRow.case_id == case).order_by(CorrectionRow.round)
    return tuple(_correction(row) for row in session.scalars(asked))


def propose(
    session: Session,
    actor: Actor,
    old: IssuedLetter,
    items: Sequence[Item],
    reason: str,
    reasons: Sequence[tuple[str, str]] = (),
) -> Correction:
    """Propose to correct the letter in force; ``old`` is its Japanese PDF, ``reasons`` the reason in other languages.

    Raises ``NotPermitted`` (role, the case's state), ``BadInput`` when a correction is under way already.
    """
    people.require(actor, Permission.PROPOSE)
    row = cases.row_of(session, old.case, lock=True)
    if State(row.state) not in (State.ISSUED, State.CLOSED):
        raise NotPermitted("issuing.nothing_issued", case=old.case)
    before = of_case(session, old.case)
    if any(each.standing in OPEN for each in before):
        raise BadInput("correction.under_way", case=old.case)
    letter = session.get_one(LetterRow, old.id)
    new = CorrectionRow(
        case_id=old.case,
        round=len(before) + 1,
        number_before=old.number,
        sha256_before=old.sha256,
        dispatched_before=letter.dispatched_on,
        items=_kept(items, reasons),
        reason=reason,
        proposed_by=actor.login,
        proposed_at=records.now(session),
    )
    session.add(new)
    content = {"round": new.round, "number": old.number, "sha256": old.sha256, "items": new.items, "reason": reason}
    records.append(session, Act(actor.login, "correction_proposed", content, old.case), [new])
    return _correction(new)


def drop(session: Session, actor: Actor, case: str, comment: str) -> Correction:
    """Take a correction back: who proposed it, or a supervisor. Raises ``NotPermitted``, ``BadInput``."""
    row = _open(session, case)
    if row.proposed_by != actor.login:
        people.require(actor, Permission.COUNTERSIGN)
    row.dropped_by, row.dropped_at, row.comment = actor.login, records.now(session), comment
    content = {"round": row.round, "comment": comment}
    records.append(session, Act(actor.login, "correction_dropped", content, case), [row])
    return _correction(row)


def countersign(session: Session, actor: Actor, case: str, content_digest: str, seen: int) -> Correction:
    """Sign as the second person; ``seen`` as for a decision. Raises ``NotPermitted``, ``BadInput``, ``Stale``."""
    people.require(actor, Permission.COUNTERSIGN)
    row = _open(session, case, Standing.PROPOSED)
    last = records.last_act(session, case)
    if last != seen:
        raise Stale("decisions.changed_meanwhile", theirs=last, mine=seen, case=case)
    if row.proposed_by == actor.login:
        raise NotPermitted("decisions.two_people", case=case, name=actor.name)
    row.countersigned_by, row.countersigned_at, row.content_digest = actor.login, records.now(session), content_digest
    content = {"round": row.round, "content_digest": content_digest, "number": row.number_before}
    records.append(session, Act(actor.login, "correction_countersigned", content, case), [row])
    return _correction(row)


def supersede(session: Session, case: str) -> list[LetterRow]:
    """The letters in force, about to give way; their bytes stay as they are."""
    asked = select(LetterRow).where(LetterRow.case_id == case, LetterRow.superseded_by.is_(None))
    return list(session.scalars(asked.order_by(LetterRow.id)))


def mark_issued(
    session: Session,
    actor: Actor,
    case: str,
    letters: Sequence[IssuedLetter],
    old: Sequence[LetterRow],
    rows: Sequence[Base],
) -> Correction:
    """The correction is sealed: the old letters name it, and the event names both. Raises ``NotPermitted``, ``BadInput``."""
    people.require(actor, Permission.ISSUE)
    row = _open(session, case, Standing.COUNTERSIGNED)
    row.number, row.issued_at = letters[0].number, records.now(session)
    for each in old:
        each.superseded_by = letters[0].id
    sealed = [
        {"language": each.language, "format": each.format, "number": each.number, "sha256": each.sha256}
        for each in letters
    ]
    content = {
        "round": row.round, "content_digest": row.content_digest, "letters": sealed,
        "corrects": {"number": row.number_before, "dispatched_on": str(row.dispatched_before), "sha256": row.sha256_before},
    }  # fmt: skip
    records.append(session, Act(actor.login, "correction_issued", content, case), [row, *old, *rows])
    return _correction(row)


def _open(session: Session, case: str, *standings: Standing) -> CorrectionRow:
    cases.row_of(session, case, lock=True)
    asked = select(CorrectionRow).where(CorrectionRow.case_id == case).order_by(CorrectionRow.round.desc()).limit(1)
    row = session.scalars(asked).first()
    if row is None or _correction(row).standing not in (standings or OPEN):
        raise BadInput("correction.none_open", case=case)
    return row


def _correction(row: CorrectionRow) -> Correction:
    return Correction(
        row.case_id, row.round, row.number_before, row.sha256_before, row.dispatched_before,
        _items(row.items), row.reason, row.proposed_by, row.proposed_at, row.dropped_by, row.comment,
        row.countersigned_by, row.countersigned_at, row.content_digest, row.number, _reasons(row.items),
    )  # fmt: skip


def _kept(items: Sequence[Item], reasons: Sequence[tuple[str, str]]) -> Any:
    """As a row holds them: a list of places; where anything was said in another language, that stands beside it."""
    places = [[each.paragraph, each.before, each.after, each.why] for each in items]
    said = [[[one.language, one.before, one.after, one.why] for one in each.said] for each in items]
    return {"places": places, "said": said, "reasons": dict(reasons)} if any(said) or reasons else places


def _items(kept: Any) -> tuple[Item, ...]:
    places = kept["places"] if isinstance(kept, dict) else kept
    said = kept["said"] if isinstance(kept, dict) else [()] * len(places)
    return tuple(
        Item(number, before, after, why, tuple(Said(*each) for each in several))
        for (number, before, after, why), several in zip(places, said, strict=True)
    )


def _reasons(kept: Any) -> tuple[tuple[str, str], ...]:
    return tuple(kept["reasons"].items()) if isinstance(kept, dict) else ()
