"""The booklet's words: the shared wording of a language, and the right version of a framework's own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.frameworks.values import Citation
from models.localized import Localized
from resources import handbook, messages
from resources.letters.readings import day_of_month, written

EASY = "ja-easy"


@dataclass(frozen=True, slots=True)
class Words:
    """Says things in the booklet's language."""

    language: str

    def say(self, key: str, /, **slots: object) -> str:
        """A sentence of the shared wording, filled. Raises ``KeyError`` for a sentence that is not there."""
        return handbook.wording(self.language)[key].format_map(slots)

    def pick(self, words: Localized) -> str:
        """The framework's words in this language. Easy Japanese falls back on the plain words with the readings that are kept for
        them, and on the bare words where none are: nothing is guessed."""
        if self.language != EASY:
            return words.in_(self.language)
        if EASY in words:
            return written(words[EASY])
        return handbook.readings().get(words["ja"], words["ja"])

    def cite(self, citation: Citation) -> str:
        """Where a rule stands, with the mark of what is still to be checked."""
        return self.pick(citation.text) + (self.say("book.verify") if citation.verify else "")

    def join(self, parts: Iterable[str]) -> str:
        """A list in a line."""
        return self.say("book.join").join(parts)

    def length(self, months: int) -> str:
        """A length of time: full years as years. ``months`` in months."""
        unit, number = ("years", months // 12) if months and months % 12 == 0 else ("months", months)
        said = self.say(f"book.{unit}", n=number)
        return re.sub(r"^1 (year|month)s$", r"1 \1", said)

    def day(self, day: date) -> str:
        """A date as it is read."""
        if self.language == EASY:
            return f"{day.year}年《ねん》{day.month}月《がつ》{written(day_of_month(day.day))}"
        return messages.date(day, "en" if self.language == "en" else "ja")

    def span(self, first: date | None, last: date | None) -> str:
        """From when until when."""
        if first is not None and last is not None:
            return self.say("book.from_until", from_=self.day(first), until=self.day(last))
        return self.say("book.from_day", day=self.day(first)) if first is not None else ""


def plain(text: str) -> str:
    """A text without readings, bold marks and page references: for titles and for what is read aloud."""
    bare = re.sub(r"｜|《[^》]*》|\*\*", "", text)
    return re.sub(r"\[\[([^\]]*)\]\]", r"\1", bare)
