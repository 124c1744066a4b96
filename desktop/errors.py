"""Errors become words; what nobody foresaw becomes words too, and a scrubbed note beside the program's own data.

The note holds the program's lines and the kind of error: no values, no names, no file names of the person.
"""

import platform
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import QCoreApplication

from models.errors import AkashiError
from models.evidence import my_number
from models.records.values import Broken
from resources import messages


def words(error: BaseException, lang: str) -> str:
    """What to show of an error: place, cause and remedy in the person's language."""
    if isinstance(error, AkashiError):
        return my_number.mask(error.text(lang))
    if isinstance(error, OSError):
        return _of_world(error)
    return QCoreApplication.translate(
        "Errors", "Something went wrong that was not foreseen. What you typed is kept. Please try again; if it happens again, "
        "tell your administrator the time.",
    )  # fmt: skip


def how_broken(broken: Broken, lang: str) -> str:
    """What is amiss with a record that does not hold."""
    return messages.text(f"cli.broken_{broken.kind}", lang, {})


def _of_world(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return QCoreApplication.translate("Errors", "The file is not there any more. Check the folder or the drive.")
    if isinstance(error, PermissionError):
        return QCoreApplication.translate(
            "Errors", "The file or folder may not be written. Ask for the right, or choose another."
        )
    return QCoreApplication.translate("Errors", "The disk or the network did not answer. Check both, then try again.")


def notes_folder() -> Path:
    """Where crash notes are kept: this person's own data, never sent anywhere."""
    return Path(platformdirs.user_log_dir("akashi", appauthor=False))


def scrubbed(error: BaseException) -> str:
    """An error without anything of a case in it: the kinds of error and the program's own lines."""
    lines = [f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}  Python {platform.python_version()}  {sys.platform}"]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__name__)
        lines.extend(_place(frame) for frame in traceback.extract_tb(seen.__traceback__))
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines) + "\n"


def _place(frame: traceback.FrameSummary) -> str:
    """Folder, file and line: a whole path would hold the person's name."""
    path = Path(frame.filename)
    return f"  {path.parent.name}/{path.name}:{frame.lineno} {frame.name}"


def write_note(error: BaseException, folder: Path | None = None) -> Path | None:
    """Keep a scrubbed note; nothing when not even that can be written."""
    folder = folder or notes_folder()
    path = folder / f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(scrubbed(error), encoding="utf-8")
    except OSError:
        return None
    return path


Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def hook(tell: Callable[[BaseException], None]) -> Hook:
    """A ``sys.excepthook`` that keeps a note and tells the person, instead of printing a traceback."""

    def caught(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        write_note(error)
        tell(error)

    return caught
