"""Verbs of people: add one, sign in."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models.errors import BadInput, NotFound, NotPermitted
from models.people import rules
from models.people.tables import AccountRow, CredentialRow, PersonRow
from models.people.values import CONSOLE, Actor, Changes, Confirmation, Permission, Person, Role
from models.records import chain, signatures
from models.records import service as records
from models.records.signatures import KeyHeld, Signer
from models.records.values import Act
from models.store import keys
from models.store.base import Base
from models.store.keys import HARD, Hardness

KEY_EVENTS = ("person_added", "key_made", "password_reset")
"""Events that give a person a signing key."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A sign-in that failed: ``error`` is what to tell. It is a value, so that the failure itself can be kept."""

    error: NotPermitted


@cache
def _hasher(hardness: Hardness) -> PasswordHasher:
    return PasswordHasher(time_cost=hardness.passes, memory_cost=hardness.memory_kib, parallelism=1)


def hash_password(password: str, hardness: Hardness = HARD) -> str:
    """An argon2id hash that carries its own parameters."""
    return _hasher(hardness).hash(password)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A new signing key: ``signer`` is open, ``sealed`` opens with the password only."""

    signer: Signer
    sealed: keys.WrappedKey


def signing_key(password: str, hardness: Hardness = HARD) -> SigningKey:
    """A new key for a person, sealed with their password."""
    seed = os.urandom(signatures.SEED_BYTES)
    return SigningKey(signatures.signer(seed), keys.wrap(seed, password, hardness, keys.PERSON))


def add(session: Session, actor: Actor, person: Person, password_hash: str, key: SigningKey | None = None) -> Person:
    """Add a person; without a ``key`` they get one when they first sign in.

    Raises ``NotPermitted``, or ``BadInput`` when the login is taken or no login.
    """
    rules.require(actor, Permission.KEEP_PEOPLE)
    if not person.login.strip() or not person.login.isprintable() or len(person.login) > 64:
        raise BadInput("people.bad_login", login=person.login)
    if person.login.strip().casefold() == CONSOLE.login or session.get(PersonRow, person.login) is not None:
        raise BadInput("people.login_taken", login=person.login)
    row = PersonRow(
        login=person.login, name=person.name, role=person.role.value, unit=person.unit, active=person.active
    )
    credential = CredentialRow(login=person.login, hash=password_hash, failures=0)
    if key is not None:
        row.public_key, credential.sealed_key = key.signer.public, dict(key.sealed.as_json())
    session.add(row)
    session.flush()
    session.add(credential)
    content = {"login": person.login, "name": person.name, "role": person.role.value, "unit": person.unit}
    if key is not None:
        content["public_key"] = key.signer.public
    records.append(session, Act(actor.login, "person_added", content), [row, credential])
    return person


def change(session: Session, actor: Actor, login: str, changes: Changes) -> Person:
    """Change a person's name, role, unit, account, or whether they work here; what is ``None`` in ``changes`` stays.

    Raises ``NotPermitted``, ``NotFound``, or ``BadInput`` where nobody could keep the people of the office any more.
    """
    rules.require(actor, Permission.KEEP_PEOPLE)
    row = _row(session, login)
    everyone = {each.login: each for each in _everyone(session, select(PersonRow).with_for_update())}
    before = everyone[login]
    after = changes.of(before)
    if after == before:
        return before
    rules.check_name(after.name)
    rules.check_account(after, everyone.values())
    rules.check_keepers(before, after, everyone.values())
    row.name, row.role, row.unit, row.active = after.name, after.role.value, after.unit, after.active
    written: list[Base] = [row]
    if after.account != before.account:
        written.append(session.merge(AccountRow(login=login, account=after.account)))
    records.append(session, Act(actor.login, "person_changed", _told(before, after)), written)
    return after


def reset_password(session: Session, actor: Actor, login: str, password_hash: str, key: SigningKey) -> None:
    """Give a person another password, and with it a new signing key: nobody can open the old one without the old password.

    Whatever closed their sign-in is lifted. Raises ``NotPermitted``, ``NotFound``.
    """
    rules.require(actor, Permission.KEEP_PEOPLE)
    row = _row(session, login)
    credential = session.get_one(CredentialRow, login)
    content = {"login": login, "public_key": key.signer.public, "public_key_before": row.public_key}
    row.public_key, credential.sealed_key = key.signer.public, dict(key.sealed.as_json())
    credential.hash, credential.failures, credential.closed_until = password_hash, 0, None
    records.append(session, Act(actor.login, "password_reset", content), [row, credential])


def require_current(session: Session, actor: Actor) -> None:
    """Whoever signs must still be who signed in: at work, in that role, with that key.

    A desk left open would otherwise sign with a key that a password reset has replaced. Raises ``NotPermitted``.
    """
    row = session.get(PersonRow, actor.login)
    if row is None:
        return
    replaced = actor.signer is not None and actor.signer.public != row.public_key
    if replaced or not row.active or row.role != actor.role.value:
        raise NotPermitted("people.no_longer", name=row.name)


def _told(before: Person, after: Person) -> dict[str, object]:
    told: dict[str, object] = {"login": after.login}
    for name in ("name", "role", "unit", "active", "account"):
        if getattr(before, name) != getattr(after, name):
            told[name] = getattr(after, name)
            told[f"{name}_before"] = getattr(before, name)
    return told


def sign_in(session: Session, login: str, password: str, hardness: Hardness = HARD) -> Actor | Refused:
    """Who this is, or why not: wrong (which of the two is not said), closed for a while, or no longer active."""
    credential = _checked(session, login, password, hardness)
    if isinstance(credential, Refused):
        return credential
    person = _row(session, login)
    records.append(session, Act(login, "signed_in", {"role": person.role}))
    return Actor(
        person.login, person.name, Role(person.role), person.unit, _signer(session, person, credential, password)
    )


def confirm(
    session: Session, actor: Actor, password: str, what: Confirmation, hardness: Hardness = HARD
) -> Actor | Refused:
    """Who signed in types the password again, for one act and the documents named: their key, open for that.

    It is recorded, and so is a miss, which counts as one at the sign-in does: both close for the same while.
    """
    credential = _checked(session, actor.login, password, hardness, what.act)
    if isinstance(credential, Refused):
        return credential
    require_current(session, actor)
    signer = _signer(session, _row(session, actor.login), credential, password)
    _record_confirmed(session, actor, what)
    return replace(actor, signer=signer, confirmed=what)


def bind(session: Session, actor: Actor, what: Confirmation) -> Actor:
    """Who has just signed in for one act (a script) names the documents; recorded. Raises ``NotPermitted``."""
    rules.require_confirmed(actor, what.act)
    _record_confirmed(session, actor, what)
    return replace(actor, confirmed=what)


def _record_confirmed(session: Session, actor: Actor, what: Confirmation) -> None:
    """The act is of no case, and so outlives each: it names cases and documents by keyed digests, a case as its tombstone may."""
    desk: bytes = session.info["desk"]
    documents = {
        chain.case_digest(desk, of): chain.document_digest(desk, digest) for of, digest in what.documents.items()
    }
    records.append(session, Act(actor.login, "confirmed", {"act": what.act, "documents": documents}))


def _checked(session: Session, login: str, password: str, hardness: Hardness, act: str = "") -> CredentialRow | Refused:
    """The credential that the password opens, its failures forgotten; a miss is counted and recorded."""
    credential = session.get(CredentialRow, login)
    if credential is None:
        _spend_the_same_time(password, hardness)
        return Refused(NotPermitted("people.wrong"))
    wait = rules.closed_seconds(credential.closed_until, records.now(session))
    if wait:
        return Refused(NotPermitted("people.closed", seconds=wait))
    if not _matches(credential.hash, password, hardness):
        return _missed(session, credential, act)
    if not _row(session, login).active:
        return Refused(NotPermitted("people.inactive", login=login))
    credential.failures, credential.closed_until = 0, None
    return credential


def _signer(session: Session, person: PersonRow, credential: CredentialRow, password: str) -> Signer:
    """The person's key, open; a new one for who has none. Raises ``NotPermitted`` when the kept one was touched."""
    if person.public_key is None or credential.sealed_key is None:
        made = signing_key(password)
        person.public_key, credential.sealed_key = made.signer.public, dict(made.sealed.as_json())
        content = {"login": person.login, "public_key": made.signer.public}
        records.append(session, Act(person.login, "key_made", content), [person, credential])
        return made.signer
    try:
        seed = keys.unwrap(keys.WrappedKey(**credential.sealed_key), password, keys.PERSON)
    except NotPermitted as error:
        raise NotPermitted("people.key_touched", login=person.login) from error
    return signatures.signer(seed)


def actor(session: Session, login: str) -> Actor:
    """The actor of a login, without a password: for acts of the program itself (sample office). Raises ``NotFound``."""
    row = _row(session, login)
    return Actor(row.login, row.name, Role(row.role), row.unit)


def listing(session: Session) -> tuple[Person, ...]:
    """Everyone, by login."""
    return tuple(_everyone(session, select(PersonRow).order_by(PersonRow.login)))


def login_of_account(session: Session, account: str) -> str:
    """Who works here under an account of the operating system; empty: nobody that the office was told of."""
    everyone = listing(session) if account else ()
    return next((each.login for each in everyone if each.active and rules.same_account(each.account, account)), "")


def _everyone(session: Session, asked: Select[PersonRow]) -> Iterator[Person]:
    accounts = {row.login: row.account for row in session.scalars(select(AccountRow))}
    for row in session.scalars(asked):
        yield Person(row.login, row.name, Role(row.role), row.unit, row.active, accounts.get(row.login, ""))


def keys_held(session: Session) -> tuple[KeyHeld, ...]:
    """Every public key that anybody ever had, by login, the oldest first, as the record tells it: a signature is proven
    with the key of its time. Who has none yet is left out.
    """
    said = [(each.seq, each.content) for each in records.said(session, KEY_EVENTS)]
    held = [
        KeyHeld(str(told["login"]), str(told["public_key"]), seq)
        for seq, told in said
        if {"login", "public_key"} <= told.keys()
    ]
    return tuple(sorted(held, key=lambda each: (each.who, each.since)))


def _row(session: Session, login: str) -> PersonRow:
    row = session.get(PersonRow, login)
    if row is None:
        raise NotFound("people.unknown", login=login)
    return row


def _matches(kept: str, password: str, hardness: Hardness) -> bool:
    try:
        return _hasher(hardness).verify(kept, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


def _spend_the_same_time(password: str, hardness: Hardness) -> None:
    """So that a stopwatch does not tell which logins exist."""
    hash_password(password, hardness)


def _missed(session: Session, credential: CredentialRow, act: str) -> Refused:
    credential.failures += 1
    wait = rules.wait_after(credential.failures)
    if wait:
        credential.closed_until = records.now(session) + wait
    content = {
        "failures": credential.failures,
        "closed_for": int(wait.total_seconds()),
        **({"for": act} if act else {}),
    }
    records.append(session, Act(credential.login, "sign_in_failed", content))
    if wait:
        return Refused(NotPermitted("people.closed", seconds=int(wait.total_seconds())))
    return Refused(NotPermitted("people.wrong_password" if act else "people.wrong"))
