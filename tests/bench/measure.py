"""Two sides side by side, taking turns, medians of five; peak memory of a side in a process of its own."""

import gc
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Ratio:
    """What was measured: ours against theirs, and how large the ratio may be (None: only told)."""

    name: str
    ours: float
    theirs: float
    unit: str
    limit: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float:
        """Ours over theirs."""
        return self.ours / self.theirs if self.theirs else float("inf")

    @property
    def holds(self) -> bool:
        """Whether the ratio keeps its limit."""
        return self.limit is None or self.ratio <= self.limit

    def line(self) -> str:
        """For people."""
        limit = "" if self.limit is None else f"  limit {self.limit:g}  {'ok' if self.holds else 'OVER'}"
        return f"{self.name}: {self.ours:.3f} / {self.theirs:.3f} {self.unit} = {self.ratio:.2f}{limit}  {self.note}".rstrip()


def side_by_side(
    name: str, ours: Callable[[], object], theirs: Callable[[], object], limit: float | None, note: str = ""
) -> Ratio:
    """Median seconds of both, taken in turns so that a busy machine slows both alike."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for side, work in zip(taken, (ours, theirs), strict=True):
            gc.collect()
            began = time.perf_counter()
            work()
            side.append(time.perf_counter() - began)
    return Ratio(name, statistics.median(taken[0]), statistics.median(taken[1]), "s", limit, note)


def peak_megabytes(work: Callable[[], object]) -> float:
    """Peak resident memory of a fresh process that does this, in MB. ``work`` must be importable."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_peak, args=(theirs, work))
    process.start()
    found: float = ours.recv()
    process.join()
    return found


def _peak(pipe: "multiprocessing.connection.Connection", work: Callable[[], object]) -> None:
    work()
    pipe.send(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0)
