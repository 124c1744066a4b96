"""The plan of the simulated office: days of acts drawn by chance, weeks that end with a look at everything, and now and then
some months in which nobody came."""

import gc
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median

from models.errors import AkashiError
from tests.soak import deciding, disturbing, examining, holding, keeping
from tests.soak.acts import Act
from tests.soak.house import House, build

ACTS: tuple[Act, ...] = (*examining.ACTS, *deciding.ACTS, *keeping.ACTS, *disturbing.ACTS)
DAYS, ACTS_A_DAY = 5, 40
SEASON, MONTHS = 3, 9
"""After so many weeks so many months go by: retention periods end, and what waited is late."""
WARM = 3
"""Weeks in which caches fill; what the process holds afterwards is what it may go on holding."""
MORE_MEGABYTES = 300
"""What drawing letters keeps is full after some dozens of them (140 MB); SQLAlchemy keeps up to 150 statements of each table, anew
each time the office is opened, until that is full too."""
MORE_HANDLES = 8
SLOWER = 3.0
"""Told, where an act takes more than so many times as long as in the first weeks."""


class Broke(AssertionError):
    """Something did not hold; the words say how to come there again."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the process holds while the office is closed: open files, threads, memory in MB. Zero where the system does not tell."""

    files: int
    threads: int
    megabytes: float


def held() -> Held:
    """The same for this process now."""
    gc.collect()
    threads, files, status = threading.active_count(), Path("/proc/self/fd"), Path("/proc/self/status")
    if not files.exists():
        return Held(0, threads, 0.0)
    line = next(each for each in status.read_text(encoding="ascii").splitlines() if each.startswith("VmRSS"))
    return Held(len(os.listdir(files)), threads, float(line.split()[1]) / 1024.0)


@dataclass(slots=True)
class Plan:
    """One run. ``tell`` is given a line after each week."""

    house: House
    seed: int
    tell: Callable[[str], None]
    step: int = 0
    week: int = 0
    events: int = 0
    last: str = "opening"
    baseline: Held | None = field(default=None)

    def run(self, seconds: float, acts_a_day: int = ACTS_A_DAY, weeks: int | None = None) -> None:
        """Weeks, until the time is over; raises ``Broke``."""
        until = time.monotonic() + seconds
        try:
            self.house.open()
            self._furnish()
            while time.monotonic() < until and self.week != weeks:
                self._one_week(acts_a_day, until)
        except Exception as error:
            at = f"seed {self.seed}, week {self.week}, step {self.step}, {self.last}"
            raise Broke(f"{at}: {type(error).__name__}: {error}\nAgain: AKASHI_SOAK_SEED={self.seed}") from error
        finally:
            self.house.close()

    def _furnish(self) -> None:
        """Some applications lie there on the first day."""
        for _ in range(4):
            examining.import_files(self.house)

    def _one_week(self, acts_a_day: int, until: float) -> None:
        self.week += 1
        for _ in range(DAYS):
            for _ in range(acts_a_day):
                if time.monotonic() < until:
                    self._act()
            self.house.next_morning()
        self.last = "the look at everything"
        self.house.draw = Random(f"{self.seed}/week {self.week}")
        self.events = holding.check(self.house).events
        self._measure()
        if self.week % SEASON == 0:
            self.house.next_morning(MONTHS * 30)

    def _act(self) -> None:
        self.step += 1
        house, draw = self.house, Random(f"{self.seed}/{self.step}")
        chosen = draw.choices(ACTS, [each.weight for each in ACTS])[0]
        house.draw, self.last = draw, chosen.name
        began = time.perf_counter()
        try:
            answer = chosen.do(house)
        except AkashiError as error:
            if error.message.code not in chosen.may:
                raise
            house.tally[f"{chosen.name} refused: {error.message.code}"] += 1
            answer = False
        house.tally[chosen.name if answer is not False else f"{chosen.name} (nothing to do)"] += 1
        if answer is not False:
            house.times[chosen.name].setdefault(self.week, []).append(time.perf_counter() - began)
        house.pass_time()

    def _measure(self) -> None:
        """With the office closed the process holds no more than it did after the first weeks."""
        self.house.close()
        now = held()
        self.house.open()
        if self.week <= WARM:
            self.baseline = now
        assert self.baseline is not None
        told = self.house.told
        self.tell(
            f"week {self.week}, {self.house.today}: {self.step} acts, {self.events} events, {len(told.cases)} cases,"
            f" {len(told.letters)} letters, {self.house.tally['kills']} kills; {now.files} files, {now.threads} threads,"
            f" {now.megabytes:.0f} MB"
        )
        assert now.files <= self.baseline.files + MORE_HANDLES, (now, self.baseline)
        assert now.threads <= self.baseline.threads, (now, self.baseline)
        assert now.megabytes <= self.baseline.megabytes + MORE_MEGABYTES, (now, self.baseline)

    def told(self) -> list[str]:
        """What was done how often, and which acts take longer than they did."""
        lines = [f"{number:7} {name}" for name, number in sorted(self.house.tally.items())]
        for name, weeks in sorted(self.house.times.items()):
            first, last = (_median(weeks, some) for some in (range(WARM + 1), range(self.week - WARM, self.week + 1)))
            if first and last:
                slow = "  SLOWER" if last > SLOWER * first else ""
                lines.append(
                    f"{name}: {first * 1000:.0f} ms in the first weeks, {last * 1000:.0f} ms in the last{slow}"
                )
        return lines


def _median(weeks: dict[int, list[float]], some: range) -> float:
    taken = [each for week in some for each in weeks.get(week, ())]
    return median(taken) if len(taken) > 2 else 0.0


def begin(folder: Path, seed: int, tell: Callable[[str], None]) -> Plan:
    """A new office, and the plan for it."""
    return Plan(build(folder, seed), seed, tell)
