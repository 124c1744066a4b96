"""Who may do what. One matrix, asked by every service and by the screens."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from models.errors import BadInput, Message, NotPermitted
from models.people.values import Actor, Permission, Person, Role

P = Permission

MATRIX: Mapping[Role, frozenset[Permission]] = {
    Role.EXAMINER: frozenset({P.SEE_CASES, P.TAKE, P.ASSESS, P.PROPOSE, P.ISSUE, P.IMPORT, P.SEE_RECORD}),
    Role.SUPERVISOR: frozenset(
        {P.SEE_CASES, P.ASSIGN, P.RETURN, P.COUNTERSIGN, P.ISSUE, P.IMPORT, P.VERIFY, P.SEE_RECORD, P.REPORT, P.RELEASE}
        | {P.APPROVE_RULES, P.KEEP_AUTHORITY, P.KEEP_RETENTION, P.PROPOSE_DISPOSAL, P.APPROVE_DISPOSAL, P.PROVIDE_DATA}
    ),
    Role.RULE_KEEPER: frozenset({P.SEE_CASES, P.KEEP_RULES, P.APPROVE_RULES, P.SEE_RECORD}),
    Role.AUDITOR: frozenset({P.SEE_CASES, P.VERIFY, P.SEE_RECORD, P.REPORT}),
    Role.ADMINISTRATOR: frozenset(
        {P.IMPORT, P.VERIFY, P.SEE_RECORD, P.KEEP_PEOPLE, P.SEE_CASES, P.KEEP_AUTHORITY}
        | {P.KEEP_RETENTION, P.PROPOSE_DISPOSAL}
    ),
}

FREE_FAILURES = 5
"""So many wrong passwords in a row cost no waiting; from then on each doubles it."""
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)
LONGEST_NAME = 200
SHORTEST_PASSWORD = 8
"""ASVS 6.2.1: at least eight characters; no composition rules, no forced change."""


def may(role: Role, permission: Permission) -> bool:
    """Whether people in this role may do this."""
    return permission in MATRIX[role]


def require(actor: Actor, permission: Permission) -> None:
    """Raises ``NotPermitted`` in words when the actor's role does not allow it."""
    if not may(actor.role, permission):
        raise NotPermitted(
            f"people.may_not_{permission.value}", name=actor.name, role=Message(f"people.role_{actor.role.value}")
        )


def require_confirmed(actor: Actor, act: str, case: str = "", digest: str = "") -> None:
    """Who signs typed the password for this act, and for this document where documents were named.

    Whoever has no key, or opened it for a session that is this one act (the command line), was asked already. Raises
    ``NotPermitted``.
    """
    if actor.signer is not None and not actor.signer.confirmed:
        raise NotPermitted("people.confirm_first", name=actor.name)
    said = actor.confirmed
    if said is None:
        return
    known = said.documents.get(case)
    if said.act != act or known is None or (digest and known and known != digest):
        raise NotPermitted("people.confirmed_other", name=actor.name, case=case or "-")


def wait_after(failures: int) -> timedelta:
    """How long sign-in stays closed after this many wrong passwords in a row."""
    if failures < FREE_FAILURES:
        return timedelta()
    doubled: int = 1 << min(failures - FREE_FAILURES, 10)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)


def closed_seconds(closed_until: datetime | None, now: datetime) -> int:
    """Seconds that sign-in stays closed, rounded up; 0 when it is open."""
    if closed_until is None or closed_until <= now:
        return 0
    return int((closed_until - now).total_seconds()) + 1


def check_name(name: str) -> None:
    """Raises ``BadInput`` for a name that nobody could read."""
    if not name.strip() or not name.isprintable() or len(name) > LONGEST_NAME:
        raise BadInput("people.bad_name", longest=LONGEST_NAME)


def check_account(after: Person, everyone: Iterable[Person]) -> None:
    """An account of the operating system belongs to one person, however it is written. Raises ``BadInput``."""
    if not after.account:
        return
    if not after.account.isprintable() or len(after.account) > LONGEST_NAME:
        raise BadInput("people.bad_account", longest=LONGEST_NAME)
    for each in everyone:
        if each.login != after.login and same_account(each.account, after.account):
            raise BadInput("people.account_taken", account=after.account, login=each.login)


def same_account(one: str, other: str) -> bool:
    """Whether two ways of writing name one account: Windows knows no difference between capitals and small letters."""
    return one.casefold() == other.casefold()


def check_keepers(before: Person, after: Person, everyone: Iterable[Person]) -> None:
    """The last active administrator stays one: otherwise nobody could let anybody in again. Raises ``BadInput``."""
    if not _keeps(before) or _keeps(after):
        return
    if not any(_keeps(each) for each in everyone if each.login != before.login):
        raise BadInput("people.last_administrator", login=before.login)


def _keeps(person: Person) -> bool:
    return person.active and may(person.role, P.KEEP_PEOPLE)
