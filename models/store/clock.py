"""The office's clock: moments in UTC, days in Japan."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone

JAPAN = timezone(timedelta(hours=9), "JST")
"""Japan has kept UTC+9 without summer time since 1952; a fixed offset needs no zone database on Windows."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """``now`` in UTC, ``today`` in Japan. Tests give their own ``read``."""

    read: Callable[[], datetime] = field(default=_now)

    def now(self) -> datetime:
        """The moment, in UTC."""
        return self.read().astimezone(UTC)

    def today(self) -> date:
        """The calendar day in Japan: the day that deadlines and letters go by."""
        return self.now().astimezone(JAPAN).date()


def fixed(moment: datetime) -> Clock:
    """A clock that stands still at ``moment``."""
    return Clock(lambda: moment)
