"""When an automatic backup will be gone, if one is made every day from now on. Pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from models.store import generations

_LONGEST = 31 * (generations.MONTHS + 2)
"""No automatic backup stays for so many days."""


def gone_on(made: Iterable[datetime], now: datetime) -> dict[datetime, datetime | None]:
    """The moment at which each of these backups is removed, with one backup a day from ``now`` on; where fewer are made, later.

    ``None``: not within a year and two months, which no rule of ``generations`` asks for.
    """
    there, found = set(made), dict[datetime, datetime | None]()
    wanted = set(there)
    for day in range(1, _LONGEST + 1):
        at = now + timedelta(days=day)
        there.add(at)
        for each in generations.expired(there):
            there.discard(each)
            found.setdefault(each, at)
        if not wanted & there:
            break
    return {each: found.get(each) for each in wanted}
