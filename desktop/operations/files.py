"""What is handed out as files: a file is written whole or not at all, under a name that every system takes."""

import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import WorldFault

if TYPE_CHECKING:
    from models.letters.values import IssuedLetter

_STRANGE = r"[^\w.-]"
"""What some systems do not take in the name of a file."""


def file_name(case: str) -> str:
    """A case number as a file name that every system takes."""
    return re.sub(_STRANGE, "_", case).strip(".") or "_"


def usable(folder: Path) -> None:
    """Make the folder and see that it takes files, before an act that cannot be taken back. Raises ``WorldFault``."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise WorldFault("cli.cannot_write", file=folder, why=error.strerror or "") from error


def write(path: Path, content: bytes) -> None:
    """Put ``content`` where ``path`` says, in one step. Raises ``WorldFault`` when the disk or the folder does not allow it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".akashi-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise WorldFault("cli.cannot_write", file=path, why=error.strerror or "") from error


def into(folder: Path) -> "Callable[[tuple[IssuedLetter, ...]], None]":
    """Writes every sealed file of a case into a folder: each language's PDF, HTML, the signature beside it, and the data."""

    def keep(several: "tuple[IssuedLetter, ...]") -> None:
        for each in several:
            write(folder / f"{file_name(each.case)}.{each.language}.{each.format}", each.content)

    return keep
