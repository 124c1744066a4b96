"""How long decisions took, so coarse that it tells of no single one."""

from collections.abc import Sequence

import numpy as np

from models.consistency.values import Times

LEAST = 10
"""Times the threshold: so many decisions a quartile needs before it is published."""
STEP = 5
"""Days; quartiles are rounded to multiples of it."""


def quartiles(days: Sequence[int], k: int) -> Times | None:
    """The quartiles (Hyndman and Fan, Am Stat 50 (1996) 361-365, type 7), or None for fewer than ``LEAST * k`` decisions."""
    if len(days) < LEAST * k:
        return None
    found = np.quantile(np.asarray(days, dtype=np.float64), (0.25, 0.5, 0.75))
    quarter, half, three_quarters = (int(STEP * np.round(value / STEP)) for value in found)
    return Times(quarter, half, three_quarters)
