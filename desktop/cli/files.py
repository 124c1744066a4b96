"""Writes a file whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.errors import WorldFault


@contextmanager
def ready(folder: Path) -> Iterator[None]:
    """The folder stands and takes files while the block acts; what was made of it for nothing goes again.

    Raises ``WorldFault`` when it cannot be made or written to.
    """
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise WorldFault("cli.cannot_write", file=folder, why=error.strerror or "") from error
    try:
        yield
    except BaseException:
        for each in made:
            with suppress(OSError):
                each.rmdir()
        raise


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
