"""Whether what a person signs is signed with the key that was theirs at that time. Pure."""

from collections.abc import Collection, Iterable

from models.records import chain, tombstones
from models.records.chain import Held
from models.records.signatures import KeyHeld, held, holds
from models.records.values import Broken
from models.store.canonical import canonical


def first_broken(
    acts: Iterable[tuple[Held, str]], keys: Collection[KeyHeld], to_sign: Collection[str], required: bool
) -> Broken | None:
    """The first act whose signature is not that of its person's own key, or is missing where one is ``required``.

    ``acts``: with the link before each; ``keys``: who had which key from when on; ``to_sign``: the kinds that are signed.
    The console has no key. A key of one's own is made once: every later one is given by somebody who signs for it.
    """
    theirs: dict[str, list[KeyHeld]] = {}
    for each in keys:
        theirs.setdefault(each.who, []).append(each)
    for event, previous in acts:
        own = theirs.get(event.who, [])
        if not (_signed(event, previous, own, required) if event.kind in to_sign else _first_key(event, own)):
            return Broken(event.seq, "signature", event.case)
    return None


def _first_key(event: Held, keys: Collection[KeyHeld]) -> bool:
    return not any(each.since < event.seq for each in keys)


def _signed(event: Held, previous: str, keys: Collection[KeyHeld], required: bool) -> bool:
    if tombstones.tombstone_of(event.content):
        return True  # its words were disposed of; its tombstone holds what is left
    content = tombstones.told(event.content)
    said = content.pop("signature", None)
    if said is None:
        return not required or event.who == "console"
    if not (isinstance(said, dict) and isinstance(said.get("key"), str) and isinstance(said.get("value"), str)):
        return False
    bare = event._replace(content=canonical(content))
    return held(keys, event.who, said["key"], event.seq) and holds(
        said["key"], said["value"], chain.statement(bare, previous)
    )
