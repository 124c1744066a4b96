"""The keyed chain: how one event is tied to the one before. Pure."""

import hashlib
import hmac
import json
from typing import NamedTuple

GENESIS = "0" * 64
"""What the first event is tied to."""


class Held(NamedTuple):
    """An event as its bytes lie in the table."""

    seq: int
    at: str
    who: str
    kind: str
    case: str | None
    content: str
    link: str


def link(key: bytes, previous: str, event: Held) -> str:
    """HMAC-SHA256 over the previous link and the event's canonical JSON (FIPS 198-1), as 64 hex digits."""
    return hmac.digest(key, previous.encode() + spoken(event), hashlib.sha256).hex()


def spoken(event: Held) -> bytes:
    """The event as canonical JSON; ``content`` is canonical already and stands in it as it is."""
    said = _ENCODE([event.case, event.kind, event.who])
    return f'{{"at":"{event.at}","content":{event.content},"said":{said},"seq":{event.seq}}}'.encode()


def statement(event: Held, previous: str) -> bytes:
    """What a person signs of their act: its digest (the content without the signature itself), what, on what, when, and the
    link before it, which stands for all that was recorded until then."""
    said = {
        "act": hashlib.sha256(spoken(event)).hexdigest(),
        "at": event.at,
        "case": event.case,
        "kind": event.kind,
        "previous": previous,
        "seq": event.seq,
        "who": event.who,
    }
    return b"akashi act " + json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def seal(key: bytes, seq: int, last: str) -> str:
    """The head's own seal: without the key nobody can move the head back to an earlier event."""
    return hmac.digest(key, f"head {seq} {last}".encode(), hashlib.sha256).hex()


def office_id(key: bytes) -> str:
    """Names the office outside of it without saying anything about its key: 32 hex digits."""
    return hmac.digest(key, b"office", hashlib.sha256).hex()[:32]


def prefix_seal(key: bytes, seq: int, link_: str, full_at: str) -> str:
    """The seal of how far the record was verified: without the key nobody can say that it was."""
    return hmac.digest(key, f"verified {seq} {link_} {full_at}".encode(), hashlib.sha256).hex()


def place(key: bytes, where: str) -> str:
    """Names where an office lies without telling it: 16 hex digits."""
    return hmac.digest(key, b"place " + where.encode(), hashlib.sha256).hex()[:16]


def packet_seed(key: bytes) -> bytes:
    """The seed of the office's own signing key: sealed packets are signed with it."""
    return hmac.digest(key, b"office seal", hashlib.sha256)


def case_digest(key: bytes, case: str) -> str:
    """Names a case that was disposed of without its number: ``D-`` and 24 hex digits. Who holds the key can try a number."""
    return "D-" + hmac.digest(key, b"case " + case.encode(), hashlib.sha256).hex()[:24]


def document_digest(key: bytes, digest: str) -> str:
    """Stands for a document in an act of no case, which outlives the case: 24 hex digits that confirm no guess at its words."""
    return hmac.digest(key, b"document " + digest.encode(), hashlib.sha256).hex()[:24]


def disposal_seal(key: bytes, before: str, said: str) -> str:
    """The seal of a line of the list of disposals, over the line before it, so that none in between is missing."""
    return hmac.digest(key, b"disposal " + before.encode() + said.encode(), hashlib.sha256).hex()


def anchor_seal(key: bytes, said: str) -> str:
    """The seal of an anchor's line."""
    return hmac.digest(key, b"anchor " + said.encode(), hashlib.sha256).hex()


_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=repr).encode
"""What is no text was put there by hand (in a file a column takes bytes, too): spoken as it looks, it never was what was said."""
