"""The list of disposals outside the office: beside the anchors, and beside its backups.

An old backup knows nothing of what was disposed of after it was made. This list does: one line a disposal, sealed with the key
that every copy of the office has, tied to the line before. The case stands in it only as a keyed digest, what its tombstone says
only encrypted, so the list gives nothing away by itself.
"""

import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from models.errors import NotPermitted
from models.records import chain
from models.retention.values import Disposal
from models.store import keys
from models.store.appending import append
from models.store.canonical import canonical

NAME = "disposals.jsonl"
"""The list's name beside backups; beside the anchors the office's own name stands before it."""
_WHAT = b"akashi disposal"


@dataclass(frozen=True, slots=True)
class Found:
    """What a list holds, and the number of the first line that is not ours or does not follow the one before (0: all are)."""

    disposals: tuple[Disposal, ...]
    strange_line: int = 0


def add(path: Path, key: bytes, disposals: Iterable[Disposal]) -> None:
    """Write those that are not yet in the list, and have the disk keep them. Raises ``OSError``."""
    there = {each.digest for each in read(path, key).disposals}
    missing = [each for each in disposals if each.digest not in there]
    if not missing:
        return
    before, said = _last_seal(path), ""
    for each in missing:
        text, before = _line(key, before, each)
        said += text + "\n"
    append(path, said)


def read(path: Path, key: bytes) -> Found:
    """The list at ``path``; empty when there is none. A last line that was cut by a crash is passed over. Raises ``OSError``."""
    if not path.exists():
        return Found(())
    found: list[Disposal] = []
    before, strange = "", 0
    for number, text in enumerate(filter(None, path.read_text(encoding="utf-8", errors="replace").split("\n")), 1):
        read_ = _read(key, text)
        if read_ is None:
            strange = strange or (number if text.endswith("}") else 0)
            continue
        disposal, follows, before_ = read_
        strange = strange or (0 if follows == before else number)
        before = before_
        found.append(disposal)
    return Found(tuple(found), strange)


def _line(key: bytes, before: str, each: Disposal) -> tuple[str, str]:
    sealed = keys.seal_under(key, each.said.encode(), _WHAT)
    said = {"before": before, "case": each.digest, "said": dict(sealed), "seq": each.seq}
    seal = chain.disposal_seal(key, before, canonical(said))
    return canonical({**said, "seal": seal}), seal


def _read(key: bytes, text: str) -> tuple[Disposal, str, str] | None:
    """A line's disposal, the seal that it follows, and its own."""
    try:
        said = json.loads(text)
        seal = str(said.pop("seal"))
        if not hmac.compare_digest(seal.encode(), chain.disposal_seal(key, said["before"], canonical(said)).encode()):
            return None
        words = keys.open_under(key, said["said"], _WHAT).decode()
        return Disposal(str(said["case"]), int(said["seq"]), words), str(said["before"]), seal
    except (ValueError, KeyError, TypeError, AttributeError, NotPermitted):
        return None


def _last_seal(path: Path) -> str:
    if not path.exists():
        return ""
    for text in reversed(path.read_text(encoding="utf-8", errors="replace").split("\n")):
        try:
            return str(json.loads(text)["seal"])
        except (ValueError, KeyError, TypeError):
            continue
    return ""
