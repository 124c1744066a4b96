"""Whether a translation still says what the Japanese and English wording says: a digest of the source beside each sentence.

``<language>/sources.json`` keeps, for every key, the digest of the text that it was translated from. When the Japanese or
English words of a key change, the translations made from the old ones are stale until a person has read them again.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping

from models.frameworks.values import Framework
from models.letters import translated
from models.letters.wording import AUTHORITATIVE, status
from resources import letters, messages

SHARED, FACTS = "shared", "facts"
STALE = "+stale"
"""Behind a status: some of its sentences were translated from an older text."""
_DIGITS = 8
_ENGLISH = "en"


def digest(*source: str) -> str:
    """The digest of a source text: eight hex digits of SHA-256 over its languages, one a line."""
    return hashlib.sha256("\n".join(source).encode()).hexdigest()[:_DIGITS]


def sources(language: str, frameworks: Iterable[Framework]) -> dict[str, dict[str, str]]:
    """What a language's wording is translated from as it stands now: a group of digests for what all letters share, for the
    titles of facts, and for each framework that the language is whole in."""
    found = {SHARED: _shared(language)}
    if language == _ENGLISH:
        return found
    found[FACTS] = _titles()
    for framework in frameworks:
        if not translated.missing(framework, language):
            found[group_of(framework)] = _of_framework(framework)
    return found


def group_of(framework: Framework) -> str:
    """The group of a framework's version: ``permanent_residence/2026-02-24``."""
    return f"{framework.id}/{framework.version}"


def stale(language: str, frameworks: Iterable[Framework]) -> tuple[str, ...]:
    """The keys whose source is no longer the text that they were translated from, each with its group."""
    if language == AUTHORITATIVE:
        return ()
    kept = letters.translated_from(language)
    return tuple(
        f"{group}:{key}"
        for group, now in sources(language, frameworks).items()
        for key, digits in now.items()
        if kept.get(group, {}).get(key) != digits
    )


def standing(language: str, frameworks: Iterable[Framework]) -> str:
    """The status of a language, with ``+stale`` where some of its sentences are."""
    return status(language) + (STALE if stale(language, frameworks) else "")


def written(found: Mapping[str, Mapping[str, str]]) -> str:
    """The digests as a language's file holds them."""
    return json.dumps(found, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def _shared(language: str) -> dict[str, str]:
    japanese, english = letters.wording(AUTHORITATIVE), letters.wording(_ENGLISH)
    keys = letters.wording(language).keys() & japanese.keys()
    if language == _ENGLISH:
        return {key: digest(japanese[key]) for key in keys}
    return {key: digest(japanese[key], english[key]) for key in keys}


def _titles() -> dict[str, str]:
    japanese, english = (messages.catalogue("facts", each) for each in (AUTHORITATIVE, _ENGLISH))
    return {key: digest(japanese[key], text) for key, text in english.items() if key.startswith("title_")}


def _of_framework(framework: Framework) -> dict[str, str]:
    return {path: digest(own["ja"], own.get("en", "")) for path, own in translated.texts(framework).items()}
