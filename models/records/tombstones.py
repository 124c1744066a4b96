"""What is left of an event when its case was disposed of, and how the record still proves it. Pure.

The words of such an event give way to a stub that names the event of the disposal (the tombstone). Its own link can no longer be
computed from its words; so the tombstone, an event of the chain itself, holds a check of every stub: of its number, moment,
person, kind, name and link. A stub that no tombstone holds is a changed event, and so are words that came back.
"""

import hashlib
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from models.records import chain
from models.records.values import Broken
from models.store.canonical import read

DISPOSED = "disposed"
"""The kind of the event that is a case's tombstone."""
EVENTS = "events"
"""Under this name its content holds the checks, by the events' numbers."""
SALT = "salt"
"""Under this name an event of a case holds a random number: once its words are gone, its link confirms no guess at them."""
_STUB = re.compile(r'\{"disposed":([1-9][0-9]{0,9})\}')


def new_salt() -> str:
    """128 random bits, as 32 hex digits."""
    return secrets.token_hex(16)


def words(content: Mapping[str, object]) -> Mapping[str, object]:
    """An event's content as people read it: without its salt."""
    return {key: value for key, value in content.items() if key != SALT}


def told(content: str) -> dict[str, Any]:
    """An event's content, read; empty where it is none of ours: a record that was touched is named broken, not stumbled over."""
    try:
        said = read(content)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def stub(tombstone: int) -> str:
    """What stands in place of an event's words."""
    return f'{{"disposed":{tombstone}}}'


def tombstone_of(content: object) -> int:
    """The tombstone that a stub names; 0 for words, and for what is no text, as which somebody may have put it into a file."""
    found = _STUB.fullmatch(content) if isinstance(content, str) and content.startswith('{"disposed":') else None
    return int(found[1]) if found else 0


def check(event: chain.Held) -> str:
    """What the tombstone holds of a stub: the first 32 hex digits of SHA-256 over the stub as spoken and its link."""
    return hashlib.sha256(chain.spoken(event) + event.link.encode()).hexdigest()[:32]


def checks(events: Iterable[chain.Held], tombstone: int, name: str) -> Mapping[str, str]:
    """The checks of a case's events as they will stand: without their words, under the name that stays."""
    left = (each._replace(content=stub(tombstone), case=name) for each in events)
    return {str(each.seq): check(each) for each in left}


@dataclass(slots=True)
class Beside:
    """Stubs and tombstones met on a walk of the chain, held against each other at its end."""

    after: int = 0
    """The event up to which the chain was known to hold: stubs before it are not met."""
    _stubs: dict[int, tuple[int, str, str | None]] = field(default_factory=dict)
    _held: dict[int, tuple[int, str]] = field(default_factory=dict)

    def is_stub(self, event: chain.Held) -> bool:
        """Take an event of the walk; whether it is a stub, whose link stands for itself."""
        named = tombstone_of(event.content)
        if named:
            self._stubs[event.seq] = (named, check(event), event.case)
        return bool(named)

    def proven(self, event: chain.Held) -> None:
        """Take an event whose link holds."""
        if event.kind != DISPOSED:
            return
        try:
            self._held.update((int(seq), (event.seq, said)) for seq, said in read(event.content)[EVENTS].items())
        except (ValueError, KeyError, TypeError, AttributeError):
            return  # a tombstone that says nothing leaves its stubs unproven

    def broken(self, walked: int | None) -> Iterator[Broken]:
        """Stubs without their tombstone, and events that have their words again. ``walked``: where the walk ended before the
        end of the record; what stands behind it was not met."""
        for seq, (named, said, case) in self._stubs.items():
            if self._held.get(seq) != (named, said) and (walked is None or named < walked):
                yield Broken(seq, "changed", case)
        for seq in self._held:
            if seq > self.after and seq not in self._stubs and walked is None:
                yield Broken(seq, "changed", None)
