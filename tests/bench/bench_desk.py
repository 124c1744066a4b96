"""How long the window is held up: the longest turn of the event loop while a case opens, and a change of colours and text size."""

import functools
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.measure import Ratio, Wanted

if TYPE_CHECKING:
    from desktop.app import Desk

LIMIT = 0.050
"""Seconds that nothing may hold the window up (DESIGN; the issue's figure for one turn)."""
CASES = 60


def run(wanted: Wanted) -> Iterator[Ratio]:
    """Processor seconds of the window's thread, so that other work on the machine does not count."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.operations import sample
    from tests.desktop import desk as driver

    with tempfile.TemporaryDirectory(prefix="akashi-bench-") as folder:
        made, where = Path(folder) / "made.akashi", Path(folder) / "sample.akashi"
        sample.make(made, "sample", CASES, 7, today=date(2026, 11, 24), letters=0).close()
        shutil.copyfile(made, where)
        desk = driver.start("ja")
        try:
            yield from _measured(desk, str(where))
        finally:
            driver.close(desk)


def _measured(desk: "Desk", where: str) -> Iterator[Ratio]:
    from desktop.queue.panel import QueueView
    from desktop.theme import Scheme
    from tests.desktop import desk as driver

    window = driver.sign_in(desk, where, "examiner1", "sample", "sample")
    window.resize(1440, 900)
    driver.quiet(desk, 0.5)
    queue = next(each for each in window.views if isinstance(each, QueueView))
    opens = [functools.partial(window.show_case, row.id) for row in queue.model.rows[:5]]
    turns = [_longest_turn(desk, each) for each in opens]
    note = "limit: 1 (50 ms); all of them: " + ", ".join(f"{each * 1000:.0f} ms" for each in turns)
    yield Ratio("longest turn, opening a case / 50 ms", statistics.median(turns), LIMIT, "s", 1.0, note)
    for name, act in (
        ("other colours", lambda: desk.theme.choose(Scheme.DARK)),
        ("larger text", lambda: desk.theme.step(1)),
    ):
        yield Ratio(f"{name}, five cases open / 50 ms", _cpu(act), LIMIT, "s", None, "told")


def _cpu(act: Callable[[], object]) -> float:
    began = time.thread_time()
    act()
    return time.thread_time() - began


def _longest_turn(desk: "Desk", act: Callable[[], object]) -> float:
    """The longest single turn, in seconds of this thread's processor time, until nothing is under way."""
    from PySide6.QtCore import QCoreApplication

    longest, until = _cpu(act), time.monotonic() + 1.0
    while time.monotonic() < until or not desk.tasks.idle:
        longest = max(longest, _cpu(QCoreApplication.processEvents))
        time.sleep(0.002)
    return longest
