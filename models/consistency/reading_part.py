"""Blind readings in the report: agreement of every item, and the noise audit."""

import numpy as np

from models.consistency import noise, readings
from models.consistency.inputs import Assessments, Options
from models.consistency.values import AgreementRow, Metric, Noise


def rows(assessments: Assessments, options: Options) -> tuple[AgreementRow, ...]:
    """One row an item, in the order of the items."""
    items = assessments.items or ("",)
    return tuple(
        readings.record(
            readings.of_item(assessments, place if assessments.items else None),
            item,
            options.metric or _scale(assessments, place),
            options.bootstraps,
            options.seed,
        )
        for place, item in enumerate(items)
    )


def _scale(assessments: Assessments, item: int) -> Metric:
    """Ordinal where the item is rated with more than two numbers, nominal otherwise."""
    if assessments.numbers is None:
        return Metric.NOMINAL
    used = assessments.value if not assessments.items else assessments.value[assessments.item == item]
    return Metric.ORDINAL if len(np.unique(used)) > 2 else Metric.NOMINAL


def audit(assessments: Assessments) -> Noise:
    """The noise audit."""
    return noise.audit(assessments)
