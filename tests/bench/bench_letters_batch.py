"""A batch of a thousand letters, each rendered, signed and sealed in two languages: memory at its end against its
beginning, of this process and of those that draw."""

import gc
import multiprocessing
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from desktop.operations import batch, drawing
from tests import builders
from tests.bench.measure import Ratio, Wanted
from tests.desktop.operations.issuing import countersigned

LETTERS, QUICK = 1_000, 40
_PROCESSES = Path("/proc")


def run(wanted: Wanted) -> Iterator[Ratio]:
    """Letters by the second, and the memory held after a tenth of them and after the last."""
    count = QUICK if wanted.quick else LETTERS
    names = [f"B-{place:05}" for place in range(count)]
    held: dict[int, float] = {}

    def progress(done: int, _of: int) -> None:
        if done in (count // 10, count):
            gc.collect()
            held[done] = _megabytes()

    with tempfile.TemporaryDirectory() as folder, countersigned(Path(folder), *names) as office:
        start, used = time.perf_counter(), time.process_time()
        made = batch.issue(office, builders.SUPERVISOR, names, progress)
        taken, own = time.perf_counter() - start, (time.process_time() - used) / count
    hands = drawing.over(count).count
    note = f"{count:,} cases, {2 * count / taken:.1f} signed letters a second, {len(made.failed)} failed"
    note += f"; {hands} processes drew, {own:.3f} s a case of the one that signs"
    yield Ratio("a batch: memory at its end / after a tenth", held[count], held[count // 10], "MB", 1.1, note)


def _megabytes() -> float:
    """What this process and those that draw for it hold now (resident sets); 1 where the system does not tell."""
    if not _PROCESSES.joinpath("self", "status").exists():
        return 1.0
    mine = [os.getpid(), *(each.pid for each in multiprocessing.active_children() if each.pid)]
    return sum(_resident(each) for each in mine) / 1_000


def _resident(process: int) -> int:
    lines = (_PROCESSES / str(process) / "status").read_text(encoding="utf-8").splitlines()
    return int(next(each for each in lines if each.startswith("VmRSS")).split()[1])
