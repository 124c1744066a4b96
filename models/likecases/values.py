"""Like cases: what an examiner sees of others once the own finding stands, and what they say to a difference.

Anonymous by what it holds: the quarter of the decision, banded traits, the finding. No number, name, nationality, examiner or day.
"""

from dataclasses import dataclass
from datetime import datetime

from models.errors import Message
from models.findings.values import FindingState
from resources import messages

EXPLAINED = "explained"
"""The trait that is no fact: whether the applicant answered in their own words."""
NONE = "none"
"""The band of what no row bears on."""
YES, NO = "yes", "no"
_COUNTED = frozenset({"months", "years", "days", "yen"})


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing in which cases are alike, as ``resources/likeness`` names it, and its band: ``2-3``, ``13+``, ``none``; ``yes`` or
    ``no``; of an enumeration ``=`` and the value itself. ``unit``: what the figures count, or where the words of its values stand.
    ``core``: told in the widest bands (none, or any), and never left out."""

    key: str
    band: str
    unit: str = "count"
    core: bool = False

    @property
    def title(self) -> Message:
        """What is banded, as the head of a column: 期限の後に納付."""
        return Message(f"likecases.title_{self.key}")

    @property
    def value(self) -> Message:
        """The band in words: 2〜3か月."""
        if self.band == NONE:
            return Message("likecases.band_none")
        if self.band in (YES, NO):
            return Message(f"likecases.{'given' if self.key == EXPLAINED else 'reached'}_{self.band}")
        if self.band == "0":
            return Message("likecases.band_zero")
        return Message("likecases.band_shown", {"value": _Band(self.band, self.unit)})

    def text(self, lang: str) -> str:
        """Title and band: 期限の後に納付 2〜3か月."""
        return messages.text("likecases.trait", lang, {"title": self.title, "value": self.value})


@dataclass(frozen=True, slots=True)
class _Band:
    """A stretch of figures with its unit, or a value that has words; ``in_`` as messages ask it of a value."""

    band: str
    unit: str

    def in_(self, lang: str) -> str:
        """``2〜3か月``, ``13か月以上``, ``正社員``."""
        if self.band.startswith("="):
            code = f"{self.unit}.{self.band[1:]}"
            return messages.text(code, lang) if messages.has(code) else self.band[1:]
        low, _, high = self.band.rstrip("+").partition("-")
        words = messages.shown(int(low), lang)
        if high:
            words = messages.text("likecases.between", lang, {"low": words, "high": messages.shown(int(high), lang)})
        if self.unit in _COUNTED:
            one = "_one" if self.band == "1" else ""
            words = messages.text(f"facts.unit_{self.unit}{one}", lang, {"value": words})
        return messages.text("likecases.from", lang, {"value": words}) if self.band.endswith("+") else words


@dataclass(frozen=True, slots=True)
class LikeCase:
    """One like case: the quarter of its decision (``2026Q2``, of the calendar year in Japan), the bands it shares, its finding."""

    quarter: str
    traits: tuple[Trait, ...]
    finding: FindingState

    @property
    def decided(self) -> Message:
        """The quarter in words: 2026年4〜6月."""
        return Message(f"likecases.quarter_{self.quarter[-1]}", {"year": self.quarter[:4]})


@dataclass(frozen=True, slots=True)
class LikeCases:
    """How like cases were found on a criterion.

    ``total`` and ``counts`` (state and number, most first) are 0 and empty where ``hidden``: fewer than 5 like cases, of which nothing
    more is said. ``rows`` newest first, one a case; never more than ``rules.MOST``, the newest of the last ``years``. ``basis`` are the
    traits that all of them share with this case, the most important first (empty: kind and route alone). ``finding`` is the
    own one, ``differs`` when fewer than half share it; ``revision`` of the own finding that this was compared with.
    """

    criterion: str
    total: int
    counts: tuple[tuple[FindingState, int], ...]
    rows: tuple[LikeCase, ...]
    basis: tuple[Trait, ...]
    years: int
    finding: FindingState
    differs: bool
    hidden: bool
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Distinction:
    """Why this case is found otherwise than most like ones: of which revision of the finding, which wording of it (``number`` from 1;
    a later one holds)."""

    text: str
    by: str
    at: datetime
    seq: int
    revision: int = 0
    number: int = 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was shown, once, to a revision of a finding; ``shown.finding`` is that revision's, ``distinction`` the last one written
    on it."""

    case: str
    criterion: str
    revision: int
    at: datetime
    by: str
    seq: int
    total: int
    counts: tuple[tuple[FindingState, int], ...]
    differs: bool
    distinction: Distinction | None
    shown: LikeCases

    @property
    def hidden(self) -> bool:
        """Whether there were fewer than 5."""
        return self.shown.hidden

    @property
    def open(self) -> bool:
        """Whether a distinction is still to be written."""
        return self.differs and self.distinction is None
