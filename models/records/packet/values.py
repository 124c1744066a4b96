"""What is found when a packet is proven."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold. ``kind``: ``container``, ``seal``, ``entry``, ``missing``, ``event``, ``signature``, ``row``,
    ``letter``, ``paper`` (a request as sent, a picture of a survey), ``framework``, ``two_people``, ``unknown_signer``; ``what``
    names the entry, row, or person, ``seq`` the event."""

    kind: str
    what: str = ""
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Signed:
    """An act with a signature that holds. ``known``: the reader knows the key as this person's; ``None``: the reader brought
    none."""

    who: str
    kind: str
    seq: int
    key: str
    known: bool | None


@dataclass(frozen=True, slots=True)
class PacketCheck:
    """The proof of a packet. ``seal`` is the key that sealed it, ``seal_known`` as with ``Signed``; ``unsigned`` are acts of two
    people without a signature of their own."""

    case: str
    office: str
    events: int
    redacted: bool
    faults: tuple[Fault, ...]
    seal: str = ""
    seal_known: bool | None = None
    signed: tuple[Signed, ...] = ()
    unsigned: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether everything holds."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a packet: entries, and what its manifest says of them beside their digests."""

    entries: Mapping[str, bytes]
    says: Mapping[str, object]
