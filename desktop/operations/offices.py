"""Make, open and describe an office."""

from dataclasses import astuple
from pathlib import Path

from desktop.operations import anchoring, places
from models.evidence import free_text
from models.letters.certificates import service as certificates
from models.people import rules
from models.people.values import CONSOLE, Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.store import location
from models.store import settings as kept
from models.store.clock import Clock
from models.store.keys import HARD, Hardness
from models.store.office import Office
from models.store.values import OfficeSettings


def create(
    where: Path | str,
    passphrase: str,
    name: str,
    clock: Clock | None = None,
    hardness: Hardness = HARD,
    by_unit: bool = False,
    signed: bool = True,
) -> Office:
    """A new office with its first event, which makes the certificate that its letters are signed with.

    One encrypted file, or the schema, roles and grants of a server's database. ``signed``: what two people do is refused, and
    is no part of a sound record, without their own signature. Raises as ``places.make``.
    """
    office = anchoring.keep(places.make(location.parse(where), passphrase, clock, hardness, by_unit))
    with office.begin() as session:
        kept.put_office_settings(session, OfficeSettings(name))
        certificate = certificates.made_row(session, CONSOLE, name)
        told = {"name": name, "certificate": certificate.fingerprint, "signed": signed}
        records.append(session, Act(CONSOLE.login, "office_created", told), [certificate])
    return office


def open_(
    where: Path | str, passphrase: str, clock: Clock | None = None, login: str = "", password: str = ""
) -> Office:
    """An office that is there already; what was disposed of since an older one was made goes again before anybody looks.

    Raises as ``places.open_``."""
    from desktop.operations import disposals  # it proves the record, and so looks here itself

    return disposals.at_opening(anchoring.keep(places.open_(location.parse(where), passphrase, clock, login, password)))


def settings(office: Office) -> OfficeSettings:
    """What the office says of itself."""
    with office.read() as session:
        return kept.office_settings(session)


def change_settings(office: Office, actor: Actor, settings: OfficeSettings) -> None:
    """Keep what the office says of itself, and record that it changed. Raises ``NotPermitted``."""
    rules.require(actor, Permission.KEEP_PEOPLE)
    free_text.check([str(each) for each in astuple(settings)])
    with office.begin() as session:
        kept.put_office_settings(session, settings)
        records.append(session, Act(actor.login, "settings_changed", {"name": settings.name}))
