"""What signing in needs, and where its errors belong. Plain Python."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from models.errors import AkashiError


class Place(StrEnum):
    """The field that an error stands under."""

    OFFICE = "office"
    PASSPHRASE = "passphrase"
    PASSWORD = "password"


@dataclass(frozen=True, slots=True)
class SignIn:
    """What stands in the dialog. ``opened``: the office is open already, so no passphrase is asked."""

    office: str = ""
    login: str = ""
    password: str = ""
    passphrase: str = ""
    opened: bool = False

    @property
    def on_server(self) -> bool:
        """Whether the office lies on a PostgreSQL server."""
        return self.office.startswith("postgres")

    @property
    def asks_passphrase(self) -> bool:
        """Whether the passphrase field shows: an embedded office that is not yet open."""
        return bool(self.office) and not self.opened and not self.on_server

    @property
    def ready(self) -> bool:
        """Whether there is enough to try."""
        known = bool(self.office and self.login.strip() and self.password)
        return known and (bool(self.passphrase) or not self.asks_passphrase)


def short(office: str) -> str:
    """What an office is called before it says its name: its file's name, or its database and server."""
    if not office.startswith("postgres"):
        return Path(office).stem
    where = urlsplit(office)
    return f"{where.path.strip('/')} — {where.hostname or 'PostgreSQL'}"


def place_of(error: Exception) -> Place:
    """Which field an error belongs to."""
    code = error.message.code if isinstance(error, AkashiError) else ""
    if code.startswith("people.") or code in ("store.wrong_login", "store.no_account", "store.another_person"):
        return Place.PASSWORD
    return Place.PASSPHRASE if "passphrase" in code else Place.OFFICE


def caps_lock(typed: str, shift: bool, before: bool) -> bool:
    """Whether Caps Lock is on, by the last letter typed; other keys say nothing (then as before)."""
    if len(typed) != 1 or not typed.isascii() or not typed.isalpha():
        return before
    return typed.isupper() != shift
