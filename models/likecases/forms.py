"""Between what is shown and its JSON. Pure."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from models.findings.values import FindingState
from models.likecases.values import Comparison, Distinction, LikeCase, LikeCases, Trait


def shown_out(shown: LikeCases) -> dict[str, object]:
    """As JSON-able values; rows of one quarter and finding as one with their number."""
    rows = [
        [quarter, state.value, len(list(several))]
        for (quarter, state), several in groupby(shown.rows, key=lambda each: (each.quarter, each.finding))
    ]
    counts = [[state.value, number] for state, number in shown.counts]
    basis = [[each.key, each.band, each.unit] for each in shown.basis]
    return {"basis": basis, "counts": counts, "rows": rows, "years": shown.years, "hidden": shown.hidden}


def shown_in(row: Any) -> LikeCases:
    """Back from a row."""
    kept: Mapping[str, Any] = row.shown
    basis = tuple(Trait(*each) for each in kept["basis"])
    rows = tuple(
        LikeCase(quarter, basis, FindingState(state)) for quarter, state, number in kept["rows"] for _ in range(number)
    )
    return LikeCases(
        row.criterion,
        row.total,
        tuple((FindingState(state), number) for state, number in kept["counts"]),
        rows,
        basis,
        kept["years"],
        FindingState(row.finding),
        row.differs,
        kept["hidden"],
        row.revision,
    )


def comparison(row: Any, distinction: Distinction | None) -> Comparison:
    """A row as a value."""
    shown = shown_in(row)
    return Comparison(
        row.case_id,
        row.criterion,
        row.revision,
        row.at,
        row.by,
        row.seq,
        shown.total,
        shown.counts,
        shown.differs,
        distinction,
        shown,
    )


def distinction(row: Any) -> Distinction:
    """A row as a value."""
    return Distinction(row.text, row.by, row.at, row.seq, row.revision, row.number)
