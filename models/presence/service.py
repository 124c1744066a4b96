"""Verbs of presence: say which cases stand open at a desk, and ask who else has them open."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models.people import rules as people
from models.people.tables import PersonRow
from models.people.values import Actor, Permission
from models.presence.tables import PresenceRow
from models.presence.values import Presence
from models.records import service as records
from models.store.ledger import Ledger

GONE_AFTER = timedelta(seconds=75)
"""A desk that was not heard of for so long is gone: its program or its computer ended without a word."""


def say(session: Session, actor: Actor, desk: str, cases: Collection[str]) -> None:
    """From now on exactly these cases stand open at this desk. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    now = records.now(session)
    before = set(session.scalars(select(PresenceRow.case_id).where(PresenceRow.desk == desk)))
    session.execute(delete(PresenceRow).where(PresenceRow.desk == desk, PresenceRow.case_id.not_in(sorted(cases))))
    session.execute(delete(PresenceRow).where(PresenceRow.seen < now - 4 * GONE_AFTER))
    book: Ledger | None = session.info.get("ledger")
    there = {row.case_id: row for row in session.scalars(select(PresenceRow).where(PresenceRow.desk == desk))}
    for case in cases:
        if case in there:
            there[case].seen = now
        else:
            session.add(PresenceRow(desk=desk, case_id=case, by=actor.login, since=now, seen=now))
    session.flush()
    if book is not None and before != set(cases):
        book.notify(session, actor.login, "presence")


def elsewhere(session: Session, actor: Actor, desk: str) -> tuple[Presence, ...]:
    """Which cases stand open at other desks, since when, by case. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    asked = (
        select(PresenceRow.case_id, PresenceRow.by, PersonRow.name, PresenceRow.since)
        .join(PersonRow, PersonRow.login == PresenceRow.by)
        .where(PresenceRow.desk != desk, PresenceRow.seen >= records.now(session) - GONE_AFTER)
        .order_by(PresenceRow.case_id, PresenceRow.since)
    )
    return tuple(Presence(*row) for row in session.execute(asked))
