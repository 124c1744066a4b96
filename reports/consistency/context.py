"""What the sentences of a report are written from: the report, the reader's language, names of criteria, page numbers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from models.consistency.values import ExaminerRow, Flag, Report
from reports.charts.words import say
from resources import messages


def as_it_is(code: str) -> str:
    """A code that has no name shows itself."""
    return code


@dataclass(frozen=True)
class Context:
    """``title_of`` names a criterion or reason code; ``pages`` says on which page a section begins (paper only)."""

    report: Report
    lang: str
    title_of: Callable[[str], str] = as_it_is
    pages: Mapping[str, int] = field(default_factory=dict)

    def say(self, key: str, **params: object) -> str:
        """A sentence of the report."""
        return say(self.lang, key, **params)

    def page(self, section: str) -> str:
        """`` (page 4)``, or nothing on a screen."""
        return self.say("see_page", page=str(self.pages[section])) if section in self.pages else ""

    def listed(self, words: Iterable[str], most: int = 8) -> str:
        """Words in a row; of very many the first ones and an ellipsis."""
        each = list(words)
        return self.say("sep").join(each[:most]) + (" …" if len(each) > most else "")

    def record(self) -> str:
        """Where the office's record stood, to be held against it later; empty for a register."""
        stood = self.report.record
        return self.say("foot_record", anchor=stood.printed) if stood else ""

    def kind(self) -> str:
        """The kind of cases, named."""
        code = self.report.kind
        if code is None:
            return self.say("all_kinds")
        key = f"kind_{code}"
        return self.say(key) if messages.has(f"report.{key}", self.lang) else code

    def unit(self) -> str:
        """The unit, or all of them."""
        return self.report.unit or self.say("all_units")

    def period(self) -> str:
        """The period in words; the year once where it is the same."""
        first, last = self.report.from_, self.report.to
        from_, to = messages.date(first, self.lang), messages.date(last, self.lang)
        if first == last:
            return from_
        if first.year == last.year:
            from_, to = (from_, to.partition("年")[2]) if self.lang == "ja" else (from_.rpartition(" ")[0], to)
        return self.say("period", from_=from_, to=to)

    def judged(self) -> list[ExaminerRow]:
        """Examiners with a place in the funnel."""
        return [row for row in self.report.examiners if row.observed is not None and row.expected is not None]

    def with_flag(self, flag: Flag) -> list[ExaminerRow]:
        """Examiners with a flag, the most distant first."""
        return sorted(
            (row for row in self.judged() if row.flag is flag), key=lambda row: abs(row.z or 0.0), reverse=True
        )

    def chance(self) -> int:
        """How many of them chance alone puts between the 95 % and the 99.8 % limits."""
        return round(0.048 * len(self.judged()))


def reason_text(context: Context, key: str) -> str:
    """A reason by its key, in words; a key without words shows itself."""
    return context.say(key) if messages.has(f"report.{key}", context.lang) else key


def dropped_text(context: Context, reason: str) -> str:
    """Why rows were not used, in words."""
    return reason_text(context, key) if messages.has(f"report.{(key := f'dropped_{reason}')}", context.lang) else reason
