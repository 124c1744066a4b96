"""Data back to linked institutions: look at what would go, write it, read what went."""

import hashlib
from datetime import datetime

from desktop.operations import refusals
from models.errors import BadInput
from models.people import rules as people
from models.people.values import Actor, Permission
from models.provisions import service
from models.provisions.values import Order, Parcel, Provision
from models.store.office import Office
from reports import provision_sheet

FORMATS = provision_sheet.FORMATS


def preview(office: Office, actor: Actor, order: Order) -> Parcel:
    """What would go; nothing is written. Raises ``NotPermitted``, ``BadInput``, ``CheckFailed``."""
    with office.read() as session:
        return service.preview(session, actor, order)


def heads(parcel: Parcel, lang: str) -> tuple[str, ...]:
    """The headings of the fields, in the reader's language."""
    return provision_sheet.heads(parcel, lang)


@refusals.recorded
def provide(office: Office, actor: Actor, parcel: Parcel, why: str, form: str) -> tuple[Provision, bytes]:
    """The file that goes, and its entry in the record. The bytes exist only when the record tells of them.

    Raises ``NotPermitted``, ``CheckFailed``, ``BadInput`` (nothing goes, another format), ``Stale`` (not what was looked at).
    """
    people.require(actor, Permission.PROVIDE_DATA)
    if form not in FORMATS:
        raise BadInput("provisions.no_format", format=form, known=", ".join(FORMATS))
    made: datetime = office.clock.now()
    content = provision_sheet.render(parcel, form, made)
    with office.begin() as session:
        return service.provide(session, actor, parcel, why, form, hashlib.sha256(content).hexdigest()), content


def log(office: Office, actor: Actor, case: str | None = None) -> tuple[Provision, ...]:
    """What went, the latest first. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.log(session, case)


def cases_of(office: Office, actor: Actor, number: int) -> tuple[str, ...]:
    """The cases that went with it. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.cases_of(session, number)


def municipalities(office: Office, actor: Actor) -> tuple[str, ...]:
    """The municipalities that may be recipients. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.municipalities(session)
