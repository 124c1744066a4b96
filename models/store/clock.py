"""The office's clock: moments in UTC, days in Japan."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone

JAPAN = timezone(timedelta(hours=9), "JST")
"""Japan has kept UTC+9 without summer time since 1952; a fixed offset needs no zone database on Windows."""


def _now() -> datetime:
    return datetime.now(UTC)


def _running() -> float:
    """Seconds since the computer started, its sleep included (Linux counts that only in a clock of its own)."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


@dataclass(frozen=True, slots=True)
class Clock:
    """``now`` in UTC, ``today`` in Japan. Tests give their own ``read``.

    ``tick`` is a clock that nobody sets (seconds since some moment): held against it, a step of the wall clock shows. A clock
    with a ``read`` of its own has none, unless it is given one.
    """

    read: Callable[[], datetime] = field(default=_now)
    tick: Callable[[], float] | None = None

    def elapsed(self) -> float | None:
        """Where the clock that nobody sets stands, in seconds; ``None`` where there is none."""
        if self.tick is not None:
            return self.tick()
        return _running() if self.read is _now else None

    def now(self) -> datetime:
        """The moment, in UTC."""
        return self.read().astimezone(UTC)

    def today(self) -> date:
        """The calendar day in Japan: the day that deadlines and letters go by."""
        return self.now().astimezone(JAPAN).date()


def fixed(moment: datetime) -> Clock:
    """A clock that stands still at ``moment``."""
    return Clock(lambda: moment)
