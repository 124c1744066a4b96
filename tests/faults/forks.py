"""Programs of the tests that are killed, or run behind a bad disk, by the hundred: each is a fork of one process that has loaded
everything already, so that a run costs what it does and not the start of Python."""

import ctypes
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import IO

LOADED = [f"tests.faults.{name}" for name in ("saver", "keeper", "worker", "upgrader")]


@cache
def _context(library: str) -> ForkServerContext:
    """The process that is forked; with a library in front of it, where one is named."""
    from multiprocessing import forkserver

    made = get_context("forkserver")
    _context.cache_clear()  # there is one such process at a time: another library needs another
    forkserver._forkserver._stop()  # type: ignore[attr-defined]  # made for tests
    made.set_forkserver_preload(LOADED)
    before = os.environ.get("LD_PRELOAD")
    if library:
        os.environ["LD_PRELOAD"] = library
    try:
        forkserver.ensure_running()
    finally:
        if library and before is None:
            del os.environ["LD_PRELOAD"]
    return made


def _run(main: Callable[[], None], env: Mapping[str, str], out: Connection, wrong: str) -> None:
    """In the fork: the environment and the streams of a program of its own."""
    os.environ.clear()
    os.environ.update(env)
    os.dup2(out.fileno(), 1)
    os.dup2(os.open(wrong, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 2)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    if env.get("AKASHI_DISK_FOLDER"):
        ctypes.CDLL(None).akashi_disk_again()
    main()
    sys.stdout.flush()
    if env.get("AKASHI_DISK_FOLDER"):
        ctypes.CDLL(None).akashi_disk_over()


@dataclass(slots=True)
class Fork:
    """A program that runs; ``out`` is what it says."""

    process: ForkServerProcess
    out: IO[str]
    _wrong: Path

    def kill(self) -> str:
        """kill -9; what it had said that was not read yet, whole lines or not."""
        self.process.kill()
        return self.rest()

    def rest(self) -> str:
        """Wait until it ended; what it said that was not read yet."""
        with self.out:
            said = self.out.read()
        self.process.join()
        return said

    @property
    def wrong(self) -> str:
        """What it said on its standard error."""
        return self._wrong.read_text(encoding="utf-8") if self._wrong.exists() else ""


def start(main: Callable[[], None], wrong: Path, library: str = "", **more: str) -> Fork:
    """Run ``main`` (a partial of a function of a module in ``LOADED``) as a program; ``wrong`` keeps its standard error."""
    context = _context(library)
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(main, {**os.environ, **more}, theirs, str(wrong)), daemon=True)
    process.start()
    theirs.close()
    out = os.fdopen(os.dup(mine.fileno()), encoding="utf-8")
    mine.close()
    return Fork(process, out, wrong)
