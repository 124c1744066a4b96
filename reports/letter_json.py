"""A letter as the JSON object that scripts and other offices read (CONTRACT: ``letter --format json``)."""

import json
from collections.abc import Sequence
from typing import Any

from models.letters.values import Figure, Letter, Sentence
from resources.letters import readings


def render(letters: Sequence[Letter]) -> bytes:
    """The first letter as one JSON object; further languages stand under ``also``."""
    first, *rest = (data_of(each) for each in letters)
    if rest:
        first["also"] = rest
    return (json.dumps(first, ensure_ascii=False, indent=2) + "\n").encode()


def data_of(letter: Letter) -> dict[str, Any]:
    """The letter as plain values. Every sentence carries what it stands on."""
    return {
        "case": letter.case,
        "language": letter.language,
        "outcome": letter.outcome,
        "draft": letter.draft,
        "number": letter.number,
        "check_number": letter.check_number,
        "content_digest": letter.content_digest,
        "anchor": letter.record_anchor or None,
        "framework_version": letter.framework_version,
        "decided_on": letter.decided_on.isoformat() if letter.decided_on else None,
        "dispatched_on": letter.dispatched_on.isoformat() if letter.dispatched_on else None,
        "sentences": [_sentence(each) for each in letter.sentences()],
        "remedies": _remedies(letter),
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "id": sentence.id,
        "text": readings.plain(sentence.text),
        "criterion": sentence.criterion,
        "reason": sentence.reason,
        "facts": list(sentence.facts),
        "evidence": list(sentence.evidence),
        "figures": [_figure(each) for each in sentence.figures if each.text],
        "free": sentence.free,
    }


def _figure(figure: Figure) -> dict[str, str]:
    return {
        "kind": figure.kind.value,
        "value": figure.value,
        "text": readings.plain(figure.text),
        "source": figure.source,
    }


def _remedies(letter: Letter) -> dict[str, str] | None:
    if letter.remedies is None:
        return None
    return {
        "rule": readings.plain(letter.remedies.rule),
        "last_day_if_received_today": letter.remedies.last_day_if_received_today.isoformat(),
        "one_year_day": letter.remedies.one_year_day.isoformat(),
    }
