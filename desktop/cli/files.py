"""Where files are written: a folder made ready before the act, and each file whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.operations.files import usable, write

__all__ = ["ready", "write"]


@contextmanager
def ready(folder: Path) -> Iterator[None]:
    """The folder stands and takes files while the block acts; what was made of it for nothing goes again.

    Raises ``WorldFault`` when it cannot be made or written to.
    """
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    usable(folder)
    try:
        yield
    except BaseException:
        for each in made:
            with suppress(OSError):
                each.rmdir()
        raise
