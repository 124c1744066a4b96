"""What an administrator fixed for every desk of an office, by group policy. Plain Python.

The values lie under ``Software\\Policies\\Akashi``: those of the computer come before those of the person. A value that cannot be read as
what it should be counts as not set: a mistyped policy must not keep anybody from working.

* ``Office``: the office's file or server, in the words of ``--office``; no other can be opened.
* ``IdleMinutes``: minutes without key or mouse until the desk locks, 1 to 240.
* ``BackupFolder``: where automatic backups go; each person and office has a folder of its own in it.
* ``Language``: ``ja`` or ``en``.
* ``AskPassphrase``: 1: the office's passphrase is typed at every start, and Windows' credential store keeps none.
"""

from collections.abc import Callable
from dataclasses import dataclass

IDLE_MOST = 240
LANGUAGES = ("ja", "en")
Source = Callable[[str], object]
"""The value of a policy by its name; ``None`` where none is set."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What is fixed; empty or ``None`` is left to the person. ``idle_minutes`` in minutes."""

    office: str = ""
    idle_minutes: int | None = None
    backups: str = ""
    language: str = ""
    passphrase_asked: bool = False


def read(source: Source) -> Policy:
    """The policy that stands in a source."""
    return Policy(
        office=_text(source("Office")),
        idle_minutes=_minutes(source("IdleMinutes")),
        backups=_text(source("BackupFolder")),
        language=_language(_text(source("Language"))),
        passphrase_asked=str(source("AskPassphrase")).strip() == "1",
    )


def of_this_computer() -> Policy:
    """What is fixed here: nothing, but on Windows."""
    from desktop.at_home import registry

    return read(registry.value)


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _minutes(value: object) -> int | None:
    """A number, or its digits: both are typed into policy files."""
    text = str(value).strip() if isinstance(value, int | str) and not isinstance(value, bool) else ""
    number = int(text) if text.isascii() and text.isdigit() else 0
    return number if 1 <= number <= IDLE_MOST else None


def _language(text: str) -> str:
    return text if text in LANGUAGES else ""
