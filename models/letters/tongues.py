"""The languages of letters as an office sees them: who stands behind the wording, what is stale, and whether it is issued."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from models.errors import BadInput
from models.frameworks.values import Framework
from models.letters import drift, translated
from models.letters.values import LetterSettings
from models.letters.wording import AUTHORITATIVE, Wording, languages, status
from resources.letters import readings

_DRAFTED = "drafted"


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: its own name, the status of its wording, the keys whose source has changed since it was translated, the
    frameworks it is whole in, and whether this office issues it. ``free``: the office has a choice (a drafted text)."""

    language: str
    name: str
    status: str
    stale: tuple[str, ...]
    frameworks: tuple[str, ...]
    issued: bool
    free: bool


def all_(settings: LetterSettings, frameworks: Sequence[Framework]) -> tuple[Tongue, ...]:
    """Every language that letters can be written in, Japanese first."""
    return tuple(_tongue(each, settings, frameworks) for each in languages())


def changed(settings: LetterSettings, allow: Iterable[str], forbid: Iterable[str]) -> LetterSettings:
    """The settings with drafted languages allowed or no longer. Raises ``BadInput`` for one that is no drafted language."""
    allow, forbid = tuple(allow), tuple(forbid)
    drafted = [each for each in languages() if status(each) == _DRAFTED]
    for each in (*allow, *forbid):
        if each not in drafted:
            raise BadInput("letters.not_drafted", language=each, known=", ".join(drafted))
    wanted = ({*settings.drafted} | set(allow)) - set(forbid)
    return replace(settings, drafted=tuple(each for each in drafted if each in wanted))


def _tongue(language: str, settings: LetterSettings, frameworks: Sequence[Framework]) -> Tongue:
    whole = tuple(dict.fromkeys(each.id for each in frameworks if not translated.missing(each, language)))
    free = status(language) == _DRAFTED
    return Tongue(
        language,
        readings.plain(Wording(language)["frame.name"]),
        status(language),
        drift.stale(language, frameworks) if language != AUTHORITATIVE else (),
        whole,
        not free or language in settings.drafted,
        free,
    )
