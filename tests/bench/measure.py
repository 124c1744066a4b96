"""Two sides side by side, taking turns, medians of five; peak memory of a side in a process of its own."""

import gc
import multiprocessing
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROUNDS = 5
HEAD = f"{'measure':44} {'ours':>10} {'theirs':>10} {'':2} {'ratio':>9}  {'limit':14} note"


@dataclass(frozen=True, slots=True)
class Wanted:
    """``quick``: small sizes. ``peers``: measure the usual packages too, ``peer_rounds`` times. ``folder``: where the office is
    kept for the next run (None: made anew)."""

    quick: bool = False
    peers: bool = False
    folder: Path | None = None
    peer_rounds: int = ROUNDS


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
        """A row of the table."""
        limit = "" if self.limit is None else f"<= {self.limit:.4g} {'ok' if self.holds else 'OVER'}"
        figures = f"{self.ours:10.3f} {self.theirs:10.3f} {self.unit:2} {self.ratio:9.4f}"
        return f"{self.name:44} {figures}  {limit:14} {self.note}".rstrip()


def side_by_side(
    name: str, ours: Callable[[], object], theirs: Callable[[], object], limit: float | None, note: str = ""
) -> Ratio:
    """Median seconds of both, taken in turns so that a busy machine slows both alike."""
    one, other = of_each([ours, theirs])
    return Ratio(name, one, other, "s", limit, note)


def of_each(works: Sequence[Callable[[], object]]) -> list[float]:
    """Median seconds of each of several, taken in turns."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for side, work in zip(taken, works, strict=True):
            side.append(seconds(work))
    return [statistics.median(each) for each in taken]


def seconds(work: Callable[[], object]) -> float:
    """How long one run takes."""
    gc.collect()
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


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
    pipe.send(own_peak())


def own_peak() -> float:
    """Peak resident memory of this process in MB. Linux tells it since the program began; ``getrusage`` alone would count
    what the parent held when it made this process."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(each for each in status.read_text(encoding="ascii").splitlines() if each.startswith("VmHWM"))
        return float(line.split()[1]) / 1024.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0
