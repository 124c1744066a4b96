"""Anchors: lines outside the database that say where the record stood.

Whoever cuts the record's tail or puts an old file back cannot take these lines back with it. Each line carries a seal made
with the chain's key, so that nobody without it writes one. A file of lines, one JSON object each, lies on another path.
"""

import hmac
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from models.records import chain
from models.records.values import Anchor
from models.store.appending import append
from models.store.canonical import canonical


@dataclass(frozen=True, slots=True)
class Found:
    """What an anchor file holds: its lines, and the number of the first one that is not ours (0: all are)."""

    anchors: tuple[Anchor, ...]
    strange_line: int = 0


def line(key: bytes, anchor: Anchor) -> str:
    """An anchor as its line, with its seal."""
    said = {**asdict(anchor), "office": chain.office_id(key)}
    return canonical({**said, "seal": chain.anchor_seal(key, canonical(said))})


def add(path: Path, key: bytes, anchor: Anchor) -> None:
    """Write a line and have the disk keep it. Raises ``OSError``."""
    append(path, line(key, anchor) + "\n")


def read(path: Path, key: bytes) -> Found:
    """The anchors of a file; none when there is none. A last line that was cut by a crash is passed over."""
    if not path.exists():
        return Found(())
    found: list[Anchor] = []
    strange = 0
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    for number, text in enumerate(lines, 1):
        anchor = _anchor(key, text) if text else None
        if anchor is not None:
            found.append(anchor)
        elif text and not strange and _whole(text, number, len(lines)):
            strange = number
    return Found(tuple(found), strange)


def _whole(text: str, number: int, of: int) -> bool:
    """Whether a line was written to its end: the last one without its end, and one without a brace, were not."""
    return number < of and text.endswith("}")


def _anchor(key: bytes, text: str) -> Anchor | None:
    try:
        said = json.loads(text)
        seal = str(said.pop("seal"))
        if not hmac.compare_digest(seal.encode(), chain.anchor_seal(key, canonical(said)).encode()):
            return None
        said.pop("office")
        return Anchor(**said)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
