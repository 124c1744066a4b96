"""Slots in a framework's wording: ``{fact:key}`` and ``{parameter:key}``, the same ones in every language."""

import re
from collections.abc import Collection, Iterator

from models.facts import catalogue
from models.localized import Localized

_SLOT = re.compile(r"\{([^{}]*)\}")
NO_SLOTS = "no_slots"


def slots_of(text: str) -> tuple[str, ...]:
    """The slots of a text, in order, without their braces."""
    return tuple(_SLOT.findall(text))


def faults(words: Localized, parameters: Collection[str], *, filled: bool) -> Iterator[tuple[str, dict[str, object]]]:
    """What is wrong with the slots of a wording: codes and values. ``filled``: whether slots may stand in it at all."""
    for language, text in words.texts:
        if re.search(r"[{}]", _SLOT.sub("", text)):
            yield "unclosed_slot", {"language": language}
        for slot in slots_of(text):
            fault = _fault(slot, parameters) if filled else "slot_not_here"
            if fault:
                yield fault, {"slot": slot, "language": language}
    if len({frozenset(slots_of(text)) for _, text in words.texts if text}) > 1:
        yield "slots_differ", {}


def _fault(slot: str, parameters: Collection[str]) -> str | None:
    what, _, key = slot.partition(":")
    if what == "fact":
        known = not key.endswith("*") and catalogue.exists(key)
        return None if known else "slot_unknown_fact"
    if what == "parameter":
        return None if key in parameters else "slot_unknown_parameter"
    return "slot_unknown"
