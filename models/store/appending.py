"""Files of lines that are only ever added to, outside the database: anchors, the list of disposals."""

import os
from pathlib import Path


def append(path: Path, lines: str) -> None:
    """Write whole lines behind the last one and have the disk keep them; a line that a crash cut stays a line of its own.

    Only the owner may read the file. Raises ``OSError``.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        os.write(handle, (lines if _ends_whole(path) else "\n" + lines).encode())
        os.fsync(handle)
    finally:
        os.close(handle)


def _ends_whole(path: Path) -> bool:
    if path.stat().st_size == 0:
        return True
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"
