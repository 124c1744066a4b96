"""Sign in; add people."""

from models.errors import BadInput
from models.people import rules, service
from models.people.values import Actor, Person
from models.store.keys import HARD, Hardness
from models.store.office import Office


def sign_in(office: Office, login: str, password: str) -> Actor:
    """Who this is. Raises ``NotPermitted``: wrong login or password, closed for a while, or no longer active."""
    with office.begin() as session:
        found = service.sign_in(session, login, password)
    # Raised behind the transaction: a failure is kept, or the waiting time would never begin.
    if isinstance(found, service.Refused):
        raise found.error
    return found


def add_person(office: Office, actor: Actor, person: Person, password: str, hardness: Hardness = HARD) -> Person:
    """Add a person. Raises ``NotPermitted``, or ``BadInput`` (login taken, password too short)."""
    if len(password) < rules.SHORTEST_PASSWORD:
        raise BadInput("people.short_password", least=rules.SHORTEST_PASSWORD)
    hashed = service.hash_password(password, hardness)
    key = service.signing_key(password, hardness)
    with office.begin() as session:
        return service.add(session, actor, person, hashed, key)


def listing(office: Office) -> tuple[Person, ...]:
    """Everyone in the office, by login."""
    with office.read() as session:
        return service.listing(session)
