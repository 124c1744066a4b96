"""What the statistics read: columns of keys and codes, never a name or a text."""

import secrets
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import numpy as np

from models.consistency.arrays import Bools, Codes, Floats, Ints, Small
from models.consistency.values import Dropped, Metric, Product
from models.errors import BadInput

LEAST_K = 10
"""The smallest threshold there is; it can only be raised."""
GAP, NOT_APPLICABLE, MET, NOT_MET = -1, 0, 1, 2
"""Codes in ``Decisions.findings``."""


def _no_codes() -> Codes:
    return np.zeros(0, dtype=np.int32)


@dataclass(frozen=True, eq=False)
class Category:
    """One column of categories: ``codes[row]`` points into ``levels``; -1 is a gap."""

    name: str
    codes: Codes
    levels: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Decisions:
    """Decisions as columns; every array has one entry a decision unless said.

    ``decided_on``: days since 1970-01-01. ``examiner``: 0 … ``examiners`` - 1. ``granted``: True grant, False
    refuse. ``findings``: criteria x decisions, values ``GAP, NOT_APPLICABLE, MET, NOT_MET``.
    ``reason_row``/``reason_code``: one entry a reason given (row of the decision, index into ``reasons``).
    ``mix``: case-mix columns that make the strata. ``groups``: attributes of applicants (nationality, sex,
    language) that are compared and never adjusted away.
    """

    decided_on: Ints
    examiner: Codes
    examiners: int
    unit: Category
    kind: Category
    granted: Bools
    criteria: tuple[str, ...] = ()
    findings: Small = field(default_factory=lambda: np.zeros((0, 0), dtype=np.int8))
    reason_row: Codes = field(default_factory=_no_codes)
    reason_code: Codes = field(default_factory=_no_codes)
    reasons: tuple[str, ...] = ()
    mix: tuple[Category, ...] = ()
    groups: tuple[Category, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    @property
    def size(self) -> int:
        """How many decisions."""
        return len(self.decided_on)


@dataclass(frozen=True, eq=False)
class Assessments:
    """Blind readings as columns, one entry a reading.

    ``value`` points into ``levels``; ``numbers`` gives the number that a level stands for (``met`` 0,
    ``not_met`` 1), or is None where the levels are plain names. ``reference``: the reference answer's level by
    reading, -1 where there is none.
    """

    unit: Codes
    rater: Codes
    value: Codes
    item: Codes
    round: Codes
    levels: tuple[str, ...]
    items: tuple[str, ...]
    raters: int
    units: int
    numbers: Floats | None = None
    reference: Codes = field(default_factory=_no_codes)
    dropped: tuple[Dropped, ...] = ()

    @property
    def size(self) -> int:
        """How many readings."""
        return len(self.unit)


@dataclass(frozen=True)
class Options:
    """What to report on. ``k``: the smallest cell shown. ``salt``: fresh for every report; the codes of the people
    follow from it, so keep it (sealed) where an authorized look-up must stay possible, and nowhere else.
    ``metric`` None: nominal for names, ordinal for numbers. ``seed`` fixes the bootstraps."""

    from_: date | None = None
    to: date | None = None
    kind: str | None = None
    unit: str | None = None
    product: Product = Product.WORKING_PAPER
    source: str = "office"
    k: int = 10
    bootstraps: int = 1000
    seed: int = 1
    metric: Metric | None = None
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    made_at: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))
    salt: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def __post_init__(self) -> None:
        """Raises ``BadInput`` for a threshold below ten and for a period that ends before it begins."""
        if self.k < LEAST_K:
            raise BadInput("consistency.threshold_too_low", least=LEAST_K, k=self.k)
        if self.from_ and self.to and self.to < self.from_:
            raise BadInput("consistency.period_backwards", first=self.from_, last=self.to)
