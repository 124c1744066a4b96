"""Sign in; keep the people of the office."""

from collections.abc import Mapping

from desktop.operations import refusals
from models.errors import BadInput
from models.evidence import free_text
from models.people import rules, service
from models.people.values import Actor, Changes, Confirmation, Permission, Person
from models.records.values import Witness
from models.store.keys import HARD, Hardness
from models.store.office import Office


def sign_in(office: Office, login: str, password: str) -> Actor:
    """Who this is. Raises ``NotPermitted``: wrong login or password, closed for a while, or no longer active."""
    with office.at_the_door():
        with office.begin() as session:
            found = service.sign_in(session, login, password)
        # Raised behind the transaction: a failure is kept, or the waiting time would never begin.
        if isinstance(found, service.Refused):
            raise found.error
        office.sign_in_as(found.login, password)
    if found.signer is not None:
        office.witness = Witness(found.login, found.signer.for_the_session())
    return found


def confirm(office: Office, actor: Actor, password: str, act: str, documents: Mapping[str, str]) -> Actor:
    """The person at the desk types the password for one act and the documents named: who may do it now.

    Raises ``NotPermitted``: wrong password, closed for a while, no longer active, replaced since the sign-in.
    """
    with office.begin() as session:
        found = service.confirm(session, actor, password, Confirmation(act, documents))
    if isinstance(found, service.Refused):
        raise found.error
    return found


def bind(office: Office, actor: Actor, act: str, documents: Mapping[str, str]) -> Actor:
    """Name the documents for which somebody signed in just now. Raises ``NotPermitted``."""
    with office.begin() as session:
        return service.bind(session, actor, Confirmation(act, documents))


@refusals.recorded
def add_person(office: Office, actor: Actor, person: Person, password: str, hardness: Hardness = HARD) -> Person:
    """Add a person. Raises ``NotPermitted``, or ``BadInput`` (login taken, password too short)."""
    free_text.check(person.login, person.name, person.unit)
    hashed = _hashed(password, hardness)
    key = service.signing_key(password, hardness)
    with office.begin() as session:
        added = service.add(session, actor, person, hashed, key)
        office.make_account(session, person.login, password)
        return added


@refusals.recorded
def change_person(office: Office, actor: Actor, login: str, changes: Changes) -> Person:
    """Change name, role, unit, account of the computer, or whether a person works here.

    Raises ``NotPermitted``, ``NotFound``, ``BadInput`` (the last administrator, no name, another person's account).
    """
    free_text.check(changes.name, changes.unit, changes.account)
    with office.begin() as session:
        changed = service.change(session, actor, login, changes)
        office.fit_account(session, login)
        return changed


@refusals.recorded
def reset_password(office: Office, actor: Actor, login: str, password: str, hardness: Hardness = HARD) -> None:
    """Give a person another password. Raises ``NotPermitted``, ``NotFound``, ``BadInput`` (too short)."""
    rules.require(actor, Permission.KEEP_PEOPLE)
    hashed = _hashed(password, hardness)
    key = service.signing_key(password, hardness)
    with office.begin() as session:
        service.reset_password(session, actor, login, hashed, key)
        office.make_account(session, login, password)


def _hashed(password: str, hardness: Hardness) -> str:
    if len(password) < rules.SHORTEST_PASSWORD:
        raise BadInput("people.short_password", least=rules.SHORTEST_PASSWORD)
    return service.hash_password(password, hardness)


def login_of_account(office: Office, account: str) -> str:
    """The login of whoever works under an account of the operating system; empty: nobody that the office was told of."""
    with office.read() as session:
        return service.login_of_account(session, account)


def listing(office: Office) -> tuple[Person, ...]:
    """Everyone in the office, by login."""
    with office.read() as session:
        return service.listing(session)


def names(office: Office) -> Mapping[str, str]:
    """What people are called, by login."""
    return {each.login: each.name for each in listing(office)}
