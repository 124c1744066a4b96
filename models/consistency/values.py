"""The consistency report as frozen values: what ``report.json``, the PDF, the workbook and the screen are made of.

No field here can hold a name, a case number or free text: people are codes that are new in every report, and
the words of a reader's language come from ``resources/messages/report.*`` by key. A hidden value is
``None`` and its row says ``suppressed``. Rates are fractions of 1; intervals are 95 %; standard deviations are
in the unit of the value.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from models.records.values import Standing


class Product(StrEnum):
    """A working paper stays inside the office; a release may be published."""

    WORKING_PAPER = "working_paper"
    RELEASE = "release"


class Flag(StrEnum):
    """Where a figure lies against what case-mix and chance explain."""

    NONE = "none"
    WATCH = "watch"
    REVIEW = "review"


class Metric(StrEnum):
    """The scale of a rating (Krippendorff 2004, ch. 11)."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Dropped:
    """Rows (or, for ``gap_*`` reasons, single cells) left out, and why; ``reason`` is a message key."""

    rows: int | None
    reason: str
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class Withheld:
    """A part that is not given, and why; both are message keys (``part_…``, ``why_…``)."""

    part: str
    reason: str
    about: str = ""
    """The criterion or attribute that it is about."""


@dataclass(frozen=True, slots=True)
class Population:
    """What the report is about, in counts."""

    decisions: int | None
    grants: int | None
    refusals: int | None
    examiners: int | None
    units: int | None
    dropped: tuple[Dropped, ...] = ()
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class ExaminerRow:
    """One examiner's outcomes. ``observed`` grant rate, ``expected`` of the office for the same cases, ``shrunk``
    the empirical-Bayes estimate between the two with its 95 % interval, ``standardized`` the office's rate
    moved by observed minus expected."""

    code: str
    unit: str | None
    decisions: int | None
    observed: float | None
    expected: float | None
    shrunk: float | None
    z: float | None
    q: float | None
    flag: Flag
    shrunk_low: float | None = None
    shrunk_high: float | None = None
    standardized: float | None = None
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class CriterionExaminer:
    """How often one examiner found one criterion not met. ``rate`` = not met / (met + not met)."""

    code: str
    findings: int | None
    rate: float | None
    z: float | None
    q: float | None
    flag: Flag
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion in the office. ``findings`` = met + not met; ``between_sd``: spread between examiners beyond
    chance, as a rate."""

    criterion: str
    findings: int | None
    not_met: int | None
    rate: float | None
    between_sd: float | None
    examiners: tuple[CriterionExaminer, ...] = ()
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """Agreement of blind readings on one item; ``item`` is empty for a file without items. ``kappa`` is Cohen's
    for two raters and Fleiss' for more. A coefficient that the data cannot give is None and ``why`` is its
    message key."""

    item: str
    metric: Metric
    units: int | None
    raters: int | None
    ratings: int | None
    percent: float | None = None
    alpha: float | None = None
    alpha_low: float | None = None
    alpha_high: float | None = None
    ac1: float | None = None
    ac1_low: float | None = None
    ac1_high: float | None = None
    kappa: float | None = None
    kappa_low: float | None = None
    kappa_high: float | None = None
    ac1_se: float | None = None
    ac2: float | None = None
    fleiss: float | None = None
    conger: float | None = None
    brennan_prediger: float | None = None
    minority: int | None = None
    """Ratings that differ from the most common answer."""
    why: str | None = None
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class Noise:
    """Noise audit, as standard deviations in the unit of the rating (a yes/no criterion: fractions of 1).

    system² = level² + pattern² (+ occasion² where the same examiner read the same case blind again; without
    such repeats ``pattern`` contains it and ``occasion`` is None). ``why``: (part, message key) of what the
    design cannot identify.
    """

    system: float | None = None
    level: float | None = None
    pattern: float | None = None
    occasion: float | None = None
    bias: float | None = None
    why: tuple[tuple[str, str], ...] = ()
    units: int | None = None
    raters: int | None = None


@dataclass(frozen=True, slots=True)
class DriftRow:
    """A monitored series: of a criterion in the office (``code`` None) or of one examiner's outcomes (``criterion``
    None).

    ``statistic``: the largest risk-adjusted CUSUM; ``limit``: where it alarms; ``at``: the first month after the most
    likely change (without an alarm: the month of the largest value); ``run_length``: decisions that pass on average before a false alarm;
    ``direction``: "up" or "down".
    """

    criterion: str | None
    code: str | None
    statistic: float | None
    at: date | None
    flag: Flag
    limit: float | None = None
    run_length: float | None = None
    direction: str | None = None
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class MonthPoint:
    """One month of a p-chart: ``n`` findings, ``rate``, and the Laney limits (3 sigma)."""

    month: date
    n: int | None
    rate: float | None
    low: float | None
    high: float | None
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class MonthSeries:
    """Monthly rates: ``criterion`` None is the grant rate, otherwise the share found not met. ``center``: the mean
    line."""

    criterion: str | None
    center: float | None
    sigma_z: float | None
    points: tuple[MonthPoint, ...] = ()


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One reason code: uses, share of all uses, spread of the share between examiners beyond chance."""

    code: str
    uses: int | None
    share: float | None
    between_sd: float | None
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class ReasonUse:
    """How far one examiner's use of reasons lies from the office's: Jensen–Shannon divergence (bits), p and q
    against chance."""

    code: str
    uses: int | None
    divergence: float | None
    p: float | None
    q: float | None
    flag: Flag
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Outcomes by an attribute (unit, kind, nationality, sex, language) against case-mix."""

    attribute: str
    code: str
    decisions: int | None
    observed: float | None
    expected: float | None
    z: float | None
    q: float | None
    flag: Flag
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class Overdispersion:
    """phi: mean squared unadjusted z, winsorized; tau2: additive variance between examiners (rate squared);
    ``between_sd``: its square root; ``logit_sd``: the same from the random-intercept model, on the logit scale."""

    phi: float | None
    tau2: float | None
    method: str
    between_sd: float | None = None
    logit_sd: float | None = None
    examiners: int = 0


@dataclass(frozen=True, slots=True)
class FunnelCurve:
    """Funnel limits around the office's rate: for each ``n`` the 95 % and 99.8 % limits, with and without
    overdispersion."""

    center: float
    n: tuple[int, ...]
    low95: tuple[float, ...]
    high95: tuple[float, ...]
    low998: tuple[float, ...]
    high998: tuple[float, ...]
    plain_low95: tuple[float, ...]
    plain_high95: tuple[float, ...]
    plain_low998: tuple[float, ...]
    plain_high998: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class CaterpillarRow:
    """One bar: the shrunk estimate with its interval, and the unshrunk value as a ghost; around the office's rate."""

    code: str
    decisions: int
    shrunk: float
    low: float
    high: float
    raw: float
    flag: Flag


@dataclass(frozen=True, slots=True)
class Charts:
    """What the charts need beyond the tables."""

    funnel: FunnelCurve | None = None
    caterpillar: tuple[CaterpillarRow, ...] = ()
    months: tuple[MonthSeries, ...] = ()


@dataclass(frozen=True, slots=True)
class Contribution:
    """How a published count is made up: its size and what the largest and the two largest examiners gave to it."""

    count: int
    largest: int
    two_largest: int


@dataclass(frozen=True, slots=True)
class Basis:
    """Exact figures that only the protection sees; removed from every protected report."""

    contributions: Mapping[str, Contribution] = field(default_factory=dict)
    grants: tuple[int, ...] = ()
    """Grants by examiner, in the order of ``Report.examiners``."""
    whole_months: tuple[date, ...] = ()
    """Months that lie wholly inside the period."""


@dataclass(frozen=True, slots=True)
class Protection:
    """What was done so that no person can be found: threshold ``k``, the ``rule`` (message key), cells hidden, parts
    withheld."""

    k: int
    rule: str
    suppressed_cells: int
    withheld_because: tuple[Withheld, ...] = ()
    rounding: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A consistency report. ``kind`` and ``unit`` are codes, None for all. ``basis`` is None in everything that is
    shown."""

    id: str
    made_at: datetime
    from_: date
    to: date
    kind: str | None
    unit: str | None
    source: str
    product: Product
    protected: bool
    population: Population
    examiners: tuple[ExaminerRow, ...] = ()
    criteria: tuple[CriterionRow, ...] = ()
    agreement: tuple[AgreementRow, ...] = ()
    noise: Noise = field(default_factory=Noise)
    drift: tuple[DriftRow, ...] = ()
    reasons: tuple[ReasonRow, ...] = ()
    reason_use: tuple[ReasonUse, ...] = ()
    groups: tuple[GroupRow, ...] = ()
    overdispersion: Overdispersion = field(default_factory=lambda: Overdispersion(None, None, "none"))
    methods: tuple[str, ...] = ()
    protection: Protection = field(default_factory=lambda: Protection(10, "none", 0))
    charts: Charts = field(default_factory=Charts)
    notes: tuple[Withheld, ...] = ()
    """Parts that were not computed, and why (too few cases, not identified)."""
    strata: int = 0
    basis: Basis | None = field(default=None, repr=False)
    record: Standing | None = None
    """Where the office's record stood when this was read from it; a register has none."""


@dataclass(frozen=True, slots=True)
class Times:
    """How long decisions took: quartiles of the days from receipt to decision, waiting taken out, rounded to 5 days."""

    quarter: int
    half: int
    three_quarters: int


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The yearly public account: a release, and how long decisions took (None: not given). ``year``: the fiscal year."""

    year: int
    report: Report
    times: Times | None = None
    office: str = ""
