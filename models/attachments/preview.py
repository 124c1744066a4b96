"""Asks the process of its own (``worker``) what a paper holds."""

import json
import multiprocessing
from contextlib import suppress
from multiprocessing.process import BaseProcess

from models.attachments import worker
from models.attachments.values import Picture
from models.errors import BadInput

SECONDS = 45
DOTS = 120


def pages_of(name: str, content: bytes) -> int:
    """How many pages a paper has. Raises ``BadInput`` for one that cannot be opened within its limits."""
    return _ask(name, content, None)[0]


def picture_of(name: str, content: bytes, page: int = 0, dots: int = DOTS) -> Picture:
    """One page (from 0) as pixels. Raises ``BadInput`` for one that cannot be drawn within its limits."""
    picture = _ask(name, content, page, dots)[1]
    assert picture is not None
    return picture


def _ask(name: str, content: bytes, page: int | None, dots: int = DOTS) -> tuple[int, Picture | None]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=worker.run, args=(theirs, page, dots), daemon=True)
    process.start()
    theirs.close()
    try:
        ours.send_bytes(content)
        if not ours.poll(SECONDS):
            raise BadInput("attachments.too_heavy", name=name)
        said = json.loads(ours.recv_bytes())
        if "error" in said:
            raise BadInput(said["error"], name=name)
        if page is None:
            return int(said["pages"]), None
        return int(said["pages"]), Picture(said["width"], said["height"], said["stride"], ours.recv_bytes())
    except (EOFError, OSError):  # the system ended the process: out of memory or time
        raise BadInput("attachments.too_heavy", name=name) from None
    finally:
        ours.close()
        _end(process)


def _end(process: BaseProcess) -> None:
    process.join(0.5)
    if process.is_alive():
        process.kill()
        process.join()
    with suppress(ValueError):
        process.close()
