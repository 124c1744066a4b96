"""Ratings as a short table of distinct patterns: the bridge between a list of readings and every coefficient of
agreement.

One hundred thousand double-read cases on a yes/no criterion have three patterns, so that a thousand bootstraps are one
multinomial draw over three cells (measured about 2,000 times faster than resampling units).
"""

from dataclasses import dataclass

import numpy as np

from models.consistency.arrays import Codes, Floats, Ints


@dataclass(frozen=True, eq=False)
class Patterns:
    """``counts``: patterns x levels, how many raters gave each level. ``times``: how many units show the pattern."""

    counts: Floats
    times: Ints

    @property
    def units(self) -> int:
        """Units with at least one rating."""
        return int(self.times.sum())

    @property
    def sizes(self) -> Floats:
        """Ratings per unit, by pattern."""
        total: Floats = self.counts.sum(axis=1)
        return total

    def comparable(self) -> "Patterns":
        """Only the units that two raters or more have rated."""
        kept = self.sizes >= 2
        return Patterns(self.counts[kept], self.times[kept])


def of_counts(counts: Floats) -> Patterns:
    """Compress a units x levels table of counts; units without a rating are left out."""
    rated = counts[counts.sum(axis=1) > 0]
    if not len(rated):
        return Patterns(rated, np.zeros(0, dtype=np.int64))
    radix = int(rated.max()) + 1
    if rated.shape[1] * np.log2(radix) < 62:
        return _by_number(rated, radix)
    rows, times = np.unique(rated, axis=0, return_counts=True)
    return Patterns(rows, times)


def _by_number(rated: Floats, radix: int) -> Patterns:
    """Rows read as one whole number in base ``radix`` sort far faster than rows compared cell by cell."""
    place = np.array([radix**power for power in range(rated.shape[1])], dtype=np.int64)
    _, first, times = np.unique(rated.astype(np.int64) @ place, return_index=True, return_counts=True)
    return Patterns(rated[first], times)


def count_table(unit: Codes, value: Codes, units: int, levels: int) -> Floats:
    """units x levels: how many raters gave each unit each level."""
    flat = unit.astype(np.int64) * levels + value
    return np.bincount(flat, minlength=units * levels).reshape(units, levels).astype(np.float64)


def present_levels(value: Codes, levels: int) -> tuple[Codes, Ints]:
    """Renumber values so that only levels in use remain; second: the old number of each new one, in order."""
    used = np.flatnonzero(np.bincount(value, minlength=levels))
    renumber = np.full(max(levels, int(used[-1]) + 1 if len(used) else 0), -1, dtype=np.int32)
    renumber[used] = np.arange(len(used), dtype=np.int32)
    return renumber[value], used.astype(np.int64)


def renumbered(codes: Codes) -> Codes:
    """Codes from 0 without a gap, in the order of their values; counted, not sorted."""
    return present_levels(codes, 1)[0]
