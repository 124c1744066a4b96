"""The table of desks that help near the applicant: look at it, write it out, take a new one in."""

from datetime import date
from pathlib import Path

from desktop.operations import letters
from desktop.operations.files import write
from models.errors import NotFound
from models.letters import helpdesks
from models.letters.values import LetterSettings
from models.people.values import Actor
from models.store.office import Office


def take(office: Office, actor: Actor, where: Path, as_of: date) -> LetterSettings:
    """Put a table in the place of the one before, as it stood on a day; the next letter has it. Raises ``NotFound``, ``BadInput``
    (the table), ``NotPermitted``."""
    if not where.is_file():
        raise NotFound("issuing.no_file", file=where)
    desks = helpdesks.read(where.read_bytes())
    new = helpdesks.changed(letters.settings(office), desks, as_of)
    letters.change_settings(office, actor, new)
    return new


def hand_out(office: Office, where: Path) -> None:
    """Write the table into a file that a spreadsheet opens. Raises ``WorldFault``."""
    content = helpdesks.written(letters.settings(office).desks)
    write(where, b"\xef\xbb\xbf" + content.encode())
