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


def seal(key: bytes, seq: int, last: str) -> str:
    """The head's own seal: without the key nobody can move the head back to an earlier event."""
    return hmac.digest(key, f"head {seq} {last}".encode(), hashlib.sha256).hex()


_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
