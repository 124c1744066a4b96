"""What is told of a copied passage: how much, where from, never from whom."""

from dataclasses import dataclass

from models.errors import Message, Problem, Severity


@dataclass(frozen=True, slots=True)
class Copied:
    """A text that repeats another case's. ``place`` is a criterion's key or ``weighing``; ``share`` the part of its own words
    (standard wording left out) that stands there too, 0 to 1; ``characters`` how many these are; ``quote`` the longest
    passage; ``month`` when that one was recorded (``2026-05``); ``own`` whether the same person wrote both; ``cases`` in how
    many other cases such a passage was found."""

    place: str
    share: float
    characters: int
    quote: str
    month: str
    own: bool
    cases: int

    def problem(self, name: object) -> Problem:
        """The passage as a warning at its place."""
        params = {
            "name": name,
            "percent": round(self.share * 100),
            "characters": self.characters,
            "quote": self.quote,
            "month": Message("plain.copied_month", {"period": self.month}),
            "who": Message("plain.copied_own" if self.own else "plain.copied_other"),
            "cases": self.cases,
        }
        return Problem(Message("plain.copied", params), self.place, Severity.WARN)
