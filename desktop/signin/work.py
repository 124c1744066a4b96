"""The jobs of signing in. What they need loads inside the job, so that the window comes up at once."""

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.tasks import Progress
from models.people.values import Actor
from models.records.values import Verification

if TYPE_CHECKING:  # the store brings SQLAlchemy, which loads after the first paint
    from desktop.context import Office
    from models.store.values import Restored


def open_office(path: str, passphrase: str, login: str = "", password: str = "") -> "Office":
    """Open an office; on a server whose address names nobody with the person's own login and password.

    Raises ``NotFound``, ``NotPermitted`` (passphrase; login or password), ``BadInput``, ``WorldFault``.
    """
    from desktop.operations import offices

    return offices.open_(path, passphrase, None, login, password)


def name_of(office: "Office") -> str:
    """What the office calls itself."""
    from desktop.operations import offices

    return offices.settings(office).name


def login_of(office: "Office", account: str) -> str:
    """Who works in this office under an account of the computer; empty: nobody that it was told of."""
    from desktop.operations import people

    return people.login_of_account(office, account)


def sign_in(office: "Office", login: str, password: str) -> Actor:
    """Who this is, for the session: what two people do, and what leaves the house, asks for the password again. Raises
    ``NotPermitted``."""
    from desktop.operations import people

    actor = people.sign_in(office, login, password)
    return replace(actor, signer=actor.signer.for_the_session() if actor.signer else None)


def verify(office: "Office", progress: Progress) -> Verification:
    """The look at the start: what was added since the record was last walked; everything when that is a day ago."""
    from desktop.operations import records

    return records.verify_start(office, progress)


def restore(file: str, where: str, passphrase: str, older: bool) -> "Restored":
    """Put a backup in an office's place. Raises as ``restoring.restore``."""
    from desktop.operations import restoring

    return restoring.restore(file, where, passphrase, older=older)


def needs_yes(error: Exception) -> bool:
    """Whether a restore waits for a second yes."""
    from desktop.operations import restoring

    return isinstance(error, restoring.NeedsYes)
