"""A framework in a further language: its letter wording stands beside the letters, one file a language and version.

A language is offered for a framework only when every text that a letter takes from it is there, with the same slots: a gap
would come out as a Japanese word in the middle of a sentence.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from models.frameworks.values import Citation, Criterion, EvidenceAsk, Framework, LetterWording, ReasonCode, Transition
from models.localized import Localized
from resources import letters

Say = Callable[[str, Localized], Localized]
"""Gives the text of a path (``criteria.good_conduct.standard``)."""

OWN = ("ja", "en")
"""The languages that a framework file itself holds."""
FEE = "fee_yen"
_WORDING = ("name", "standard", "met", "facts_intro", "not_applicable")


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A framework known by itself, not by what it holds: comparing hundreds of texts takes as long as reading them."""

    framework: Framework

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.framework is self.framework

    def __hash__(self) -> int:
        return id(self.framework)


def languages_of(framework: Framework) -> tuple[str, ...]:
    """The languages in which a letter under this framework can be written whole; Japanese first."""
    return _languages_of(_Same(framework))


@lru_cache(maxsize=64)
def _languages_of(same: _Same) -> tuple[str, ...]:
    """Looked for once a framework: every letter asks several times."""
    return tuple(each for each in letters.languages() if not missing(same.framework, each))


def missing(framework: Framework, language: str) -> tuple[str, ...]:
    """The paths of what a language lacks, or says with other slots; empty for a language that is whole."""
    if language in OWN:
        return ()
    said = letters.framework_wording(language, framework.id, framework.version)
    own = texts(framework)
    return tuple(path for path, words in own.items() if path not in said or not _fits(words["ja"], said[path]))


def in_language(framework: Framework, language: str) -> Framework:
    """The framework with its texts in this language beside its own ones."""
    if language in OWN:
        return framework
    said = letters.framework_wording(language, framework.id, framework.version)
    return _with(framework, lambda path, own: Localized((*own.texts, (language, said[path]))) if path in said else own)


def texts(framework: Framework) -> dict[str, Localized]:
    """Every text that a letter takes from the framework, by path."""
    found: dict[str, Localized] = {}

    def note(path: str, own: Localized) -> Localized:
        found[path] = own
        return own

    _with(framework, note)
    return found


def _fits(own: str, said: str) -> bool:
    return bool(said.strip()) and letters.slots(own) == letters.slots(said)


def _with(framework: Framework, say: Say) -> Framework:
    return replace(
        framework,
        law=_cited(framework.law, "law", say),
        guideline=_cited(framework.guideline, "guideline", say),
        routes=tuple(replace(each, title=say(f"routes.{each.key}", each.title)) for each in framework.routes),
        sections=tuple(replace(each, title=say(f"sections.{each.key}", each.title)) for each in framework.sections),
        transitions=tuple(_transition(each, say) for each in framework.transitions),
        parameters=tuple(
            replace(each, source=_cited(each.source, f"parameters.{each.key}", say)) if each.key == FEE else each
            for each in framework.parameters
        ),
        criteria=tuple(_criterion(each, say) for each in framework.criteria),
    )


def _cited(own: Citation, path: str, say: Say) -> Citation:
    return replace(own, text=say(path, own.text))


def _transition(own: Transition, say: Say) -> Transition:
    path = f"transitions.{own.key}"
    return replace(own, text=say(f"{path}.text", own.text), reference=_cited(own.reference, f"{path}.reference", say))


def _criterion(own: Criterion, say: Say) -> Criterion:
    path = f"criteria.{own.key}"
    return replace(
        own,
        reference=_cited(own.reference, f"{path}.reference", say),
        letter=LetterWording(**{each: say(f"{path}.{each}", getattr(own.letter, each)) for each in _WORDING}),
        evidence=tuple(_asked(each, path, say) for each in own.evidence),
        reasons=tuple(_reason(each, path, say) for each in own.reasons),
    )


def _asked(own: EvidenceAsk, path: str, say: Say) -> EvidenceAsk:
    return replace(own, title=say(f"{path}.evidence.{own.key}", own.title))


def _reason(own: ReasonCode, path: str, say: Say) -> ReasonCode:
    where = f"{path}.{own.code}"
    return replace(
        own, conclusion=say(f"{where}.conclusion", own.conclusion), change=say(f"{where}.change", own.change)
    )
