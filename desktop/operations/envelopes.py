"""The envelope of a letter: the one place where a confidential address is printed by itself; who printed it is recorded."""

from dataclasses import replace

from desktop.operations import letters
from models.errors import BadInput
from models.letters import compose
from models.letters.values import Letter
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.representatives import service as representatives
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
    made = envelope.render(addressed(office, actor, case), size)
    with office.begin() as session:
        records.append(session, Act(actor.login, "envelope_printed", {"size": size}, case))
    return made


def addressed(office: Office, actor: Actor, case: str) -> Letter:
    """The letter with the address of whoever it goes to: a representative who receives letters, or the applicant. Raises as
    ``render``."""
    letter = letters.compose(office, actor, case, "ja")
    with office.read() as session:
        to = representatives.recipient(session, case)
    if not to.address.strip():
        raise BadInput("issuing.no_address", case=case)
    lines = compose.address_lines(to.address)
    if to.representative is None:
        return replace(letter, addressee=lines)
    organisation = (to.representative.organisation,) if to.representative.organisation else ()
    return replace(letter, addressee=(*lines, *organisation), addressee_name=to.representative.name)
