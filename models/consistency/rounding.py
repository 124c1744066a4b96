"""Keyed fixed rounding: the same cell with the same count is always rounded the same way, so that asking again
teaches nothing."""

import hashlib
import hmac
from dataclasses import dataclass

BASE = 5


@dataclass(frozen=True)
class Rounder:
    """Rounds counts to multiples of ``base``, up or down at random but without bias, decided by the office's secret
    ``key``.

    Source of unbiased random rounding: Hundepool et al., Statistical Disclosure Control (2012), ch. 5.4.2; of
    keying it by the cell: Fraser and Wooton (ABS), UNECE Work Session on Statistical Data Confidentiality
    (2005).
    """

    key: bytes
    base: int = BASE

    def round(self, cell: str, count: int) -> int:
        """``count`` of the cell named ``cell``: less than ``base`` away, its expectation over keys the count itself."""
        down, rest = divmod(count, self.base)
        if not rest:
            return count
        digest = hmac.new(self.key, f"{cell}\x1f{count}".encode(), hashlib.sha256).digest()
        up = int.from_bytes(digest[:8], "big") / 2.0**64 < rest / self.base
        return (down + up) * self.base

    def bounds(self, rounded: int, least: int) -> tuple[int, int]:
        """What a reader can say of the count behind a published figure; counts below ``least`` are never published."""
        return max(least, rounded - self.base + 1), rounded + self.base - 1
