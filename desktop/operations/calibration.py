"""Calibration: a supervisor draws a round, examiners read it blind."""

from desktop.operations import refusals
from models.calibration import service
from models.calibration.values import Asked, BlindCase, Place, Reading, Round
from models.people.values import Actor
from models.store.office import Office


@refusals.recorded
def draw(office: Office, actor: Actor, asked: Asked) -> Round:
    """Draw decided cases and give them to readers. Raises ``NotPermitted``, ``BadInput`` (too few cases or readers)."""
    with office.begin() as session:
        return service.draw(session, actor, asked)


def rounds(office: Office) -> tuple[Round, ...]:
    """Every round, the newest first."""
    with office.read() as session:
        return service.rounds(session)


def to_read(office: Office, actor: Actor) -> tuple[Place, ...]:
    """What waits for this person's reading."""
    with office.read() as session:
        return service.to_read(session, actor)


def open_(office: Office, actor: Actor, place: Place) -> BlindCase:
    """The case as its reader may see it. Raises ``NotFound``, ``NotPermitted``."""
    with office.read() as session:
        return service.blind(session, actor, place.round, place.place)


def record(office: Office, actor: Actor, reading: Reading) -> None:
    """Record a reading, once. Raises ``NotPermitted``, ``NotFound``, ``BadInput`` (not whole, or locked)."""
    with office.begin() as session:
        service.record(session, actor, reading)
