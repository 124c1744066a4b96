"""A server office with a case in every state, all of one examiner, for the permission matrix."""

from collections.abc import Callable

import psycopg

from models.cases.rules import STANDING
from models.cases.values import State
from models.errors import AkashiError
from models.store.clock import fixed
from models.store.office import Office, Session
from models.store.serving import ServerOffice
from tests import builders
from tests.postgres import backends

FREE = "free"
"""A received case that is nobody's."""
STATES = (FREE, *(each.value for each in State))
_ROUND = frozenset({State.PROPOSED, State.RETURNED, State.COUNTERSIGNED, State.ISSUED})


class Back(Exception):
    """Undo what was tried."""


def new() -> ServerOffice:
    """An office with a person of each role and no case; ``backends.using`` drops it."""
    return backends.server_office(builders.furnish, builders.MADE, fixed(builders.NOON))


def with_every_state() -> ServerOffice:
    """Its cases are named after their states."""
    office = new()
    for state in STATES:
        builders.ready_case(office, f"C-{state}")
    with direct(office) as hand:
        # Put there past every rule: the matrix asks what may follow a state, not how it came about.
        hand.execute("SET session_replication_role = replica")
        for state in State:
            _put(hand, f"C-{state.value}", state)
    return office


def direct(office: ServerOffice) -> psycopg.Connection:
    """The superuser's own connection to the office's database."""
    assert office.url.database
    return backends.shared().connect(office.url.database)


def _put(hand: psycopg.Connection, case: str, state: State) -> None:
    rounds = 1 if state in _ROUND else 0
    hand.execute(
        'UPDATE akashi."case" SET state = %s, standing = %s, assigned_to = %s, round = %s WHERE id = %s',
        (state.value, STANDING[state], builders.EXAMINER.login, rounds, case),
    )
    if not rounds:
        return
    signed = state in (State.COUNTERSIGNED, State.ISSUED)
    who, at = (builders.SUPERVISOR.login, "2026-06-30T00:00:00.000000Z") if signed else (None, None)
    hand.execute(
        "INSERT INTO akashi.decision_round (case_id, round, outcome, weighing, proposed_by, proposed_at, countersigned_by, "
        "countersigned_at, content_digest) VALUES (%s, 1, 'grant', '', %s, '2026-06-30T00:00:00.000000Z', %s, %s, %s)",
        (case, builders.EXAMINER.login, who, at, "d" * 64 if signed else None),
    )


def tried(office: Office, act: Callable[[Session], object]) -> str:
    """What comes of an act, checks at the end of the transaction included: ``done`` or the error's name; then it is undone."""
    from sqlalchemy import text

    try:
        with office.begin() as session:
            act(session)
            session.flush()
            session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
            raise Back
    except Back:
        return "done"
    except AkashiError as error:
        return type(error).__name__
