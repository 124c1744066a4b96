"""Reason codes in the report: how often each is used, and whose use differs from the office's."""

import numpy as np

from models.consistency import codes, funnel, reasons
from models.consistency.arrays import Floats
from models.consistency.examiner_part import known
from models.consistency.fdr import benjamini_hochberg
from models.consistency.tally import Counts
from models.consistency.values import Flag, ReasonRow, ReasonUse

OTHER = "other"


def rows(counts: Counts, k: int) -> tuple[ReasonRow, ...]:
    """One row a code, most used first; codes that cannot be shown (too few uses, or by one examiner only) are summed
    as ``other``."""
    uses, by_examiner = counts.reasons.sum(axis=0), counts.reasons
    if not uses.sum():
        return ()
    people = (by_examiner > 0).sum(axis=0)
    shown = codes.shown_labels(counts.reason_codes, uses, people, k, min(2, int(people.max())))
    table = by_examiner.astype(np.float64)
    made = [_row(counts.reason_codes[place], table[:, place], table.sum(axis=1)) for place in np.flatnonzero(shown)]
    if (~shown & (uses > 0)).any():
        made.append(_row(OTHER, table[:, ~shown].sum(axis=1), table.sum(axis=1)))
    return tuple(sorted(made, key=lambda row: (-(row.uses or 0), row.code)))


def _row(code: str, uses: Floats, total: Floats) -> ReasonRow:
    share = float(uses.sum() / total.sum())
    spread = funnel.spread_of(uses, total, total * share, total * share * (1.0 - share))
    enough = np.isfinite(spread.phi)
    return ReasonRow(code, int(uses.sum()), share, spread.tau2**0.5 if enough else None)


def use(counts: Counts, names: tuple[str, ...], seed: int) -> tuple[ReasonUse, ...]:
    """Divergence of every examiner who gave reasons."""
    if not counts.reasons.sum():
        return ()
    found = reasons.diverging(counts.reasons.astype(np.float64), seed=seed)
    q, total = benjamini_hochberg(found.p), counts.reasons.sum(axis=1)
    places = sorted(np.flatnonzero(total), key=lambda place: names[place])
    return tuple(
        ReasonUse(
            code=names[place],
            uses=int(total[place]),
            divergence=known(found.bits[place]),
            p=known(found.p[place]),
            q=known(q[place]),
            flag=_flag(float(found.p[place]), float(q[place])),
        )
        for place in places
    )


def _flag(p: float, q: float) -> Flag:
    return funnel.flags(np.array([p]), np.array([q]))[0]
