"""What goes wrong, said so that a person can mend it.

Every error carries a message code (``room.key``, the text stands in ``resources/messages/<room>.<lang>.toml``) and the
values that fill it: place, cause and remedy in the reader's language. The subclasses say whose fault it is, which is
also the exit status of the command line.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.frozen import made_often
from resources import messages


@made_often
@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that is not yet in a language: a code and the values that fill it."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)

    def text(self, lang: str) -> str:
        """The sentence in ``lang`` (``ja`` or ``en``)."""
        return messages.text(self.code, lang, self.params)

    def in_(self, lang: str) -> str:
        """The same as ``text``: so a sentence can stand as a value inside another one (a cause inside a place)."""
        return self.text(lang)


class Severity(StrEnum):
    """``BLOCK`` stops the act; ``WARN`` asks the person to look."""

    BLOCK = "block"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that stands against an act.

    ``place`` names the field, criterion or line it belongs to (``reasons[0].text``, ``pension``, ``line 12``), so that a
    screen can put the words beside it.
    """

    message: Message
    place: str = ""
    severity: Severity = Severity.BLOCK

    def text(self, lang: str) -> str:
        """The problem in words."""
        return self.message.text(lang)


def problem(code: str, place: str = "", severity: Severity = Severity.BLOCK, **params: object) -> Problem:
    """Shorthand: a problem from a code and its values."""
    return Problem(Message(code, params), place, severity)


class AkashiError(Exception):
    """Something a person must be told: never shown as a traceback."""

    exit_status = 2

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.message = Message(code, params)
        self.problems: tuple[Problem, ...] = ()

    def text(self, lang: str) -> str:
        """The error in words, its problems one a line below."""
        return "\n".join([self.message.text(lang), *(each.text(lang) for each in self.problems)])

    def __str__(self) -> str:
        return self.text("en")


class BadInput(AkashiError):
    """A file, an argument or a field is not what it must be (exit 2)."""


class NotFound(BadInput):
    """What was named does not exist here (exit 2)."""


class NotPermitted(AkashiError):
    """This person, in this role, may not do this now (exit 2)."""


class CheckFailed(AkashiError):
    """A check found something: the gate, a verification (exit 1)."""

    exit_status = 1

    def __init__(self, code: str, problems: tuple[Problem, ...] = (), **params: object) -> None:
        super().__init__(code, **params)
        self.problems = problems


class Stale(AkashiError):
    """Somebody else wrote first; both texts are kept for the person to choose from (exit 2)."""

    def __init__(self, code: str, *, theirs: object, mine: object, **params: object) -> None:
        super().__init__(code, **params)
        self.theirs = theirs
        self.mine = mine


class WorldFault(AkashiError):
    """The world's fault, not the person's: a full disk, a locked file, a server away (exit 3)."""

    exit_status = 3


@dataclass(frozen=True, slots=True)
class Bad:
    """One bad cell of a file read in: where, what it says, and what is wrong with it."""

    line: int
    column: str
    value: str
    message: Message = field(default_factory=lambda: Message("intake.unreadable"))


class RowsRefused(BadInput):
    """Rows of an import that cannot be taken in; nothing of it was. ``bad`` names every one of them."""

    def __init__(self, code: str, bad: tuple[Bad, ...], **params: object) -> None:
        super().__init__(code, number=len(bad), **params)
        self.bad = bad
        self.problems = tuple(Problem(each.message, f"line {each.line}") for each in bad)
