"""Which cases stand open at which desk."""

from collections.abc import Collection

from models.people.values import Actor
from models.presence import service
from models.presence.values import Presence
from models.store.office import Office


def say(office: Office, actor: Actor, desk: str, cases: Collection[str]) -> tuple[Presence, ...]:
    """Say which cases stand open here (none: this desk is leaving), and hear which stand open elsewhere."""
    with office.begin() as session:
        service.say(session, actor, desk, cases)
    return elsewhere(office, actor, desk)


def elsewhere(office: Office, actor: Actor, desk: str) -> tuple[Presence, ...]:
    """Which cases stand open at other desks."""
    with office.read() as session:
        return service.elsewhere(session, actor, desk)
