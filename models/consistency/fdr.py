"""False discovery control."""

import numpy as np

from models.consistency.arrays import Floats


def benjamini_hochberg(p: Floats) -> Floats:
    """q-values: the smallest false discovery rate at which each test would be called; NaN stays NaN and is not counted.

    Source: Benjamini and Hochberg, J R Stat Soc B 57 (1995) 289-300; for outlying units, Jones, Ohlssen and
    Spiegelhalter, Stat Med 27 (2008) 5200-5215.
    """
    q = np.full(p.shape, np.nan)
    tested = np.flatnonzero(np.isfinite(p))
    if not len(tested):
        return q
    order = tested[np.argsort(p[tested], kind="stable")]
    scaled = p[order] * len(order) / np.arange(1, len(order) + 1)
    q[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return q
