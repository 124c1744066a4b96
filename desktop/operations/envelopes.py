"""The envelope of a letter: the one place where a confidential address is printed by itself; who printed it is recorded."""

from desktop.operations import letters
from models.errors import BadInput
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.store.office import Office
from reports import envelope

SIZES = tuple(envelope.SIZES)


def render(office: Office, actor: Actor, case: str, size: str) -> bytes:
    """The front of an envelope for a case's letter, as PDF; that it was printed stands in the record.

    Raises ``NotPermitted``, ``NotFound``; ``BadInput`` for another size, or an address that does not fit.
    """
    people.require(actor, Permission.ISSUE)
    if size not in SIZES:
        raise BadInput("issuing.no_envelope", size=size, known=", ".join(SIZES))
    made = envelope.render(letters.compose(office, actor, case, "ja"), size)
    with office.begin() as session:
        records.append(session, Act(actor.login, "envelope_printed", {"size": size}, case))
    return made
