"""What the simulated office was told is done: whatever happens afterwards, this must be there.

A process that may be killed says each line on its standard output once the act returned; who reads it keeps the promise.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Line = tuple[object, ...]
Key = tuple[str, ...]


@dataclass(slots=True)
class Ledger:
    """``coming``: cases that an import may bring, whether or not it was told to its end; ``drafts``: the saving and the words by
    case and criterion; ``findings``: the revision; ``letters``: the hash by case, language, format and number."""

    cases: set[str] = field(default_factory=set)
    coming: set[str] = field(default_factory=set)
    drafts: dict[Key, tuple[int, str]] = field(default_factory=dict)
    findings: dict[Key, int] = field(default_factory=dict)
    letters: dict[Key, str] = field(default_factory=dict)
    lines: int = 0
    say: Callable[[str], None] | None = None

    def note(self, *line: object) -> None:
        """Take a line down, and say it where somebody listens."""
        self._take(line)
        if self.say is not None:
            self.say(json.dumps(line, ensure_ascii=False))

    def heard(self, said: str) -> None:
        """Take whole lines that a killed process said; the last may be cut, and promised nothing."""
        for line in said.split("\n")[:-1]:
            self._take(tuple(json.loads(line)))

    def _take(self, line: Line) -> None:
        self.lines += 1
        match line:
            case ("coming", str(case)):
                self.coming.add(case)
            case ("case", str(case)):
                self.cases.add(case)
            case ("gone", str(case)):
                self._forget(case)
            case ("loose", str(case), str(criterion)):
                self.drafts.pop((case, criterion), None)
            case ("draft", str(case), str(criterion), int(saving), str(text)):
                self.drafts[case, criterion] = saving, text
            case ("finding", str(case), str(criterion), int(revision)):
                self.findings[case, criterion] = revision
            case ("letter", str(case), str(language), str(form), str(number), str(sha256)):
                self.letters[case, language, form, number] = sha256
            case ("act" | "at", *_):
                pass
            case _:
                raise ValueError(line)

    def _forget(self, case: str) -> None:
        self.cases.discard(case)
        for kept in (self.drafts, self.findings, self.letters):
            for key in [key for key in kept if key[0] == case]:
                del kept[key]

    def came(self, there: Iterable[str]) -> None:
        """After a kill: what stands there that an import was about to bring, was brought."""
        self.cases |= set(there) & self.coming
