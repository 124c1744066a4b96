"""What is typed about a delivery or an explanation, and where a batch stands. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from desktop.operations.batch import Done, Ready
from models.letters.deliveries.values import Delivery, Log, NewDelivery, NewExplanation, Step


@dataclass(frozen=True, slots=True)
class DeliveryDraft:
    """The fields of a delivery's step, as typed."""

    step: Step = Step.POSTED
    on: str = ""
    by_whom: str = ""
    tracking: str = ""
    note: str = ""

    def missing(self) -> str:
        """The field that is still to be filled: ``on``, ``by`` or ``tracking``; empty: none."""
        if day(self.on) is None:
            return "on"
        if not self.by_whom.strip():
            return "by"
        return "tracking" if self.step is Step.REGISTERED and not self.tracking.strip() else ""

    def of(self, case: str) -> NewDelivery:
        """What is to be written down."""
        on = day(self.on)
        assert on is not None
        return NewDelivery(case, self.step, on, self.by_whom, self.tracking, self.note)


@dataclass(frozen=True, slots=True)
class ExplanationDraft:
    """The fields of an oral explanation, as typed."""

    on: str = ""
    given_by: str = ""
    language: str = "ja"
    interpreter: str = ""
    asked: str = ""
    answered: str = ""

    def missing(self) -> str:
        """The field that is still to be filled: ``on`` or ``by``; empty: none."""
        if day(self.on) is None:
            return "on"
        return "" if self.given_by.strip() else "by"

    def of(self, case: str) -> NewExplanation:
        """What is to be written down."""
        on = day(self.on)
        assert on is not None
        return NewExplanation(case, on, self.given_by, self.language, self.interpreter, self.asked, self.answered)


def day(text: str) -> date | None:
    """A day as typed (ISO 8601); ``None`` while it is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def next_steps(log: Log, number: str) -> tuple[Step, ...]:
    """The steps that can follow: how it goes out, or how it ended."""
    last = last_of(log, number)
    if last is None or last.step is Step.RETURNED:
        return (Step.POSTED, Step.REGISTERED, Step.HANDED_OVER)
    if last.step in (Step.POSTED, Step.REGISTERED):
        return (Step.DELIVERED, Step.RETURNED, Step.HANDED_OVER)
    return ()


def last_of(log: Log, number: str) -> Delivery | None:
    """The last step of the letter in force."""
    return next((each for each in reversed(log.deliveries) if each.number == number), None)


@dataclass(frozen=True, slots=True)
class Run:
    """Where a batch stands: what waits, what became of the others. ``stopping``: cancelled, the letter under way ends."""

    waiting: tuple[str, ...] = ()
    done: tuple[Done, ...] = ()
    stopping: bool = False
    of: int = field(default=0)

    @staticmethod
    def over(cases: Sequence[str]) -> "Run":
        """A batch that begins."""
        return Run(tuple(cases), of=len(cases))

    @property
    def next(self) -> str | None:
        """The case whose letter is due; ``None`` at the end, and when it was cancelled."""
        return self.waiting[0] if self.waiting and not self.stopping else None

    @property
    def failed(self) -> tuple[Done, ...]:
        """What could not be issued."""
        return tuple(each for each in self.done if not each.number)

    @property
    def unwritten(self) -> tuple[Done, ...]:
        """What was issued, and whose files could not be written."""
        return tuple(each for each in self.done if each.number and each.error is not None)

    def after(self, one: Done) -> "Run":
        """One letter further."""
        return replace(self, waiting=self.waiting[1:], done=(*self.done, one))

    def stopped(self) -> "Run":
        """Cancelled: nothing more is begun."""
        return replace(self, stopping=True)


def remaining(ready: Sequence[Ready], run: Run) -> tuple[Ready, ...]:
    """What is still to be issued after a run, the failed ones included."""
    gone = {each.case for each in run.done if each.number}
    return tuple(each for each in ready if each.case not in gone)


_NAMED = 12


def named(cases: Sequence[str]) -> str:
    """Case numbers side by side, the first ones of many."""
    return ", ".join(cases[:_NAMED]) + (" …" if len(cases) > _NAMED else "")
