"""Gathers what is wrong with a file, and shows values without giving a My Number away."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from models.errors import Bad, Message
from models.evidence import my_number
from models.intake.values import SHOWN, Refused

_LONGEST_SHOWN = 60
_MASK = "●●●●●●●●●●●●"
_PICTURES = {control: 0x2400 + control for control in range(0x20)} | {0x7F: 0x2421}
"""Control characters, and the pictures of them that a terminal shows."""

OURS = "known"
"""The value of a message that lists our own words: shown whole, so that the right one is among them."""


@dataclass(slots=True)
class Findings:
    """The bad rows of one file. The first ones are kept, the others counted: a wrong file of a million rows has a million."""

    file: str
    bad: list[Bad] = field(default_factory=list)
    rest: int = 0

    @property
    def number(self) -> int:
        """How many there are in all."""
        return len(self.bad) + self.rest

    def add(self, line: int, column: str, value: str, code: str, params: Mapping[str, object] | None = None) -> None:
        """Note one bad cell."""
        shown = {
            name: masked(each) if isinstance(each, str) and name != OURS else each
            for name, each in (params or {}).items()
        }
        self.keep(Bad(line, column, value, Message(code, shown)))

    def keep(self, bad: Bad) -> None:
        """Note one bad cell that is already described."""
        if len(self.bad) < SHOWN:
            self.bad.append(replace(bad, column=masked(bad.column), value=masked(bad.value)))
        else:
            self.rest += 1

    def refused(self) -> Refused:
        """The refusal that names what was noted."""
        return Refused(masked(self.file), tuple(sorted(self.bad, key=lambda b: b.line)), self.rest)

    def raise_if_any(self) -> None:
        """Refuse the file when anything is wrong. Raises ``Refused``."""
        if self.bad:
            raise self.refused()


def masked(text: str) -> str:
    """A value as it may be shown: on one line, not too long, a My Number in it covered."""
    for span in reversed(my_number.find(text)):
        text = text[: span.start] + _MASK + text[span.end :]
    text = text.translate(_PICTURES)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
