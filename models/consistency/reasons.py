"""Use of reason codes: does an examiner give other reasons than the office does, beyond what chance explains?"""

from dataclasses import dataclass

import numpy as np
from scipy.special import xlogy
from scipy.stats import gamma

from models.consistency.arrays import Floats

LEAST = 30
"""Uses an examiner needs for a divergence to be judged."""


@dataclass(frozen=True, eq=False)
class Divergence:
    """By examiner: Jensen-Shannon divergence in bits, and its p-value against chance (NaN below ``LEAST`` uses)."""

    bits: Floats
    p: Floats


def jensen_shannon(uses: Floats, office: Floats) -> Floats:
    """Jensen-Shannon divergence (bits, 0 to 1) of each row's shares from the office's shares (Lin, IEEE Trans Inf
    Theory 37 (1991))."""
    share = uses / uses.sum(axis=-1, keepdims=True).clip(min=1.0)
    spread: Floats = _entropy((share + office) / 2.0) - (_entropy(share) + _entropy(office)) / 2.0
    return np.maximum(spread, 0.0)


def _entropy(share: Floats) -> Floats:
    """Shannon entropy in bits along the last axis."""
    bits: Floats = -xlogy(share, share).sum(axis=-1) / np.log(2.0)
    return bits


def diverging(uses: Floats, replicates: int = 99, seed: int = 1) -> Divergence:
    """Divergence of every examiner from the office, against the null that reasons are drawn from the office's shares.

    The null of each examiner is simulated (multinomial, as many uses as the examiner gave); p is (1 +
    exceedances) / (1 + replicates) (Davison and Hinkley 1997, ch. 4.2), and where none exceeds, the tail of the
    gamma distribution with the null's mean and variance.
    """
    total = uses.sum(axis=1)
    office = uses.sum(axis=0) / max(float(uses.sum()), 1.0)
    bits, p = jensen_shannon(uses, office), np.full(len(uses), np.nan)
    bits[total == 0] = np.nan
    rng = np.random.default_rng(seed)
    for examiner in np.flatnonzero(total >= LEAST):
        null = jensen_shannon(rng.multinomial(int(total[examiner]), office, size=replicates).astype(np.float64), office)
        p[examiner] = _tail(null, float(bits[examiner]))
    return Divergence(bits, p)


def _tail(null: Floats, seen: float) -> float:
    beyond = int((null >= seen).sum())
    counted = (1.0 + beyond) / (1.0 + len(null))
    mean, variance = float(null.mean()), float(null.var())
    if beyond or variance <= 0.0:
        return counted
    return min(counted, float(gamma.sf(seen, mean**2 / variance, scale=variance / mean)))
