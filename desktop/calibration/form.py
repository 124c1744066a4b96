"""What a reader has answered of one blind case. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from models.calibration.values import BlindCase, Reading
from models.decisions.values import Outcome
from models.findings.values import FindingState

ANSWERS = (FindingState.MET, FindingState.NOT_MET, FindingState.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class ReadingForm:
    """A case as its reader sees it, with the answers so far."""

    seen: BlindCase
    answers: Mapping[str, FindingState] = field(default_factory=dict)
    outcome: Outcome | None = None

    def answered(self, criterion: str, state: FindingState) -> "ReadingForm":
        """With an answer on a criterion."""
        return replace(self, answers={**self.answers, criterion: state})

    def decided(self, outcome: Outcome) -> "ReadingForm":
        """With the outcome that the reader would propose."""
        return replace(self, outcome=outcome)

    @property
    def open(self) -> int:
        """How many questions are still open, the outcome among them."""
        return sum(each.key not in self.answers for each in self.seen.criteria) + (self.outcome is None)

    @property
    def touched(self) -> bool:
        """Whether anything was answered that would be lost."""
        return bool(self.answers) or self.outcome is not None

    def reading(self) -> Reading:
        """To be recorded."""
        return Reading(self.seen.round, self.seen.place, dict(self.answers), self.outcome)
