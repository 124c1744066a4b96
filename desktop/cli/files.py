"""Writes a file whole or not at all."""

import os
import tempfile
from pathlib import Path

from models.errors import WorldFault


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
