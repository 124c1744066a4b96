"""The letterhead as it is being typed: by kind, in Japanese beside any other language of the letters. Plain Python."""

from dataclasses import dataclass, field

from models.letters import letterheads
from models.letters.values import LetterSettings
from models.letters.wording import AUTHORITATIVE, Wording, allowed, languages
from models.localized import Localized
from resources.letters import readings

ENGLISH = "en"
STANDARD = "standard"
"""In place of a language: the letters' own wording has a name for this title."""


@dataclass(frozen=True, slots=True)
class Instead:
    """What a letter says where the office says nothing in its language, and from where: a language, or ``STANDARD``."""

    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language that can stand beside the Japanese: in how many of the words of the letterhead the office speaks it."""

    language: str
    name: str
    said: int
    of: int = len(letterheads.WORDS)


@dataclass(slots=True)
class LetterheadForm:
    """What is kept, and what was typed and is not kept yet: it stays while another kind or language is looked at."""

    settings: LetterSettings
    kind: str | None = None
    language: str = ENGLISH
    _typed: dict[str | None, dict[str, str]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """What stands in a field of this kind: ``telephone``, ``unit.vi``."""
        typed = self._typed.get(self.kind, {})
        return typed[name] if name in typed else self._kept(self.kind).get(name, "")

    def type(self, name: str, text: str) -> None:
        """A field of this kind was typed in."""
        self._typed.setdefault(self.kind, {})[name] = text

    def follow(self, settings: LetterSettings) -> None:
        """The settings were read anew; what was typed and is not kept yet stays."""
        self.settings = settings
        self._typed = {kind: self._changes(kind) for kind in self._typed}

    def forget(self, kind: str | None) -> None:
        """What was typed for a kind is given up."""
        self._typed.pop(kind, None)

    def made(self) -> LetterSettings | None:
        """The settings with everything that was typed; nothing where that changes nothing. Raises ``BadInput``."""
        new = self.settings
        for kind in sorted(self._typed, key=lambda each: each or ""):  # the office first: the kinds stand on it
            if changes := self._changes(kind):
                new = letterheads.changed(new, kind, changes)
        return None if new is self.settings else new

    def tongues(self) -> tuple[Tongue, ...]:
        """English, then every other language that the office issues or has words in."""
        drafted = self.settings.drafted
        known = [each for each in dict.fromkeys((ENGLISH, *languages())) if each != AUTHORITATIVE]
        found = (Tongue(each, readings.plain(Wording(each)["frame.name"]), self._said(each)) for each in known)
        return tuple(one for one in found if one.said or allowed(one.language, drafted))

    def instead(self, name: str) -> Instead:
        """What the letters in the language shown say where a field of theirs is empty."""
        said = {each: self.text(f"{name}.{each}") for each in (AUTHORITATIVE, ENGLISH) if each != self.language}
        texts = Localized.of(**{each: text for each, text in said.items() if text or each == AUTHORITATIVE})
        wording = Wording(self.language)
        words = wording.of(texts)
        if name == "signatory" and (title := wording.titled(texts)) != words:
            return Instead(readings.plain(title), STANDARD if title else AUTHORITATIVE)
        return Instead(readings.plain(words), ENGLISH if words and words == texts.get(ENGLISH) else AUTHORITATIVE)

    def _changes(self, kind: str | None) -> dict[str, str]:
        """What was typed for a kind and differs from what is kept."""
        kept, typed = self._kept(kind), self._typed[kind]
        return {name: text.strip() for name, text in typed.items() if text.strip() != kept.get(name, "")}

    def _said(self, language: str) -> int:
        return sum(bool(self.text(f"{name}.{language}").strip()) for name in letterheads.WORDS)

    def _kept(self, kind: str | None) -> dict[str, str]:
        return letterheads.described(self.settings, kind)
