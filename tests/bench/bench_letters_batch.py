"""A batch of a thousand letters, each rendered, signed and sealed in two languages: memory at its end against its beginning."""

import gc
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from desktop.operations import batch
from tests import builders
from tests.bench.measure import Ratio, Wanted
from tests.desktop.operations.issuing import countersigned

LETTERS, QUICK = 1_000, 40
_STATUS = Path("/proc/self/status")


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
        start = time.perf_counter()
        made = batch.issue(office, builders.SUPERVISOR, names, progress)
        taken = time.perf_counter() - start
    note = f"{count:,} cases, {2 * count / taken:.1f} signed letters a second, {len(made.failed)} failed"
    yield Ratio("a batch: memory at its end / after a tenth", held[count], held[count // 10], "MB", 1.1, note)


def _megabytes() -> float:
    """What the process holds now (resident set); 1 where the system does not tell."""
    if not _STATUS.exists():
        return 1.0
    line = next(each for each in _STATUS.read_text().splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1]) / 1_000
