"""Seals a packet, and proves one without the office: container, seal, entries, events, signatures, rows, letters. Pure."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from models.records import chain, signatures
from models.records.packet import container
from models.records.packet.values import Contents, Fault, PacketCheck, Signed
from models.records.signatures import KeyHeld, Signer
from models.records.verify import ROWS
from models.store.canonical import canonical, digest

FORMAT = "akashi packet 1"
MANIFEST, SEAL, RECORD, PEOPLE = "manifest.json", "seal.json", "record.json", "people.json"
TWO_PEOPLE = ("endorsed", "countersigned", "issued", "correction_countersigned", "correction_issued")
OFFICE = "office"
"""Who the office's own seal is among the signers: from event 0 on, before any person has a key."""
_SAID = b"akashi packet "


def sealed(contents: Contents, signer: Signer) -> bytes:
    """The packet: the manifest holds every entry's digest, the seal signs the manifest."""
    told = {name: {"sha256": _sha(content), "size": len(content)} for name, content in contents.entries.items()}
    manifest = canonical({**contents.says, "format": FORMAT, "entries": told}).encode()
    seal = {"key": signer.public, "signature": signer.sign(_SAID + manifest)}
    entries = {**contents.entries, MANIFEST: manifest, SEAL: canonical(seal).encode()}
    return container.pack(entries)


def check(data: bytes, known: Collection[KeyHeld] | None = None) -> PacketCheck:
    """Prove a packet; ``known`` are the keys that the reader trusts, each in its time (``None``: none were brought)."""
    try:
        entries = container.unpack(data)
        manifest, seal = json.loads(entries[MANIFEST]), json.loads(entries[SEAL])
        if canonical(seal).encode() != entries[SEAL] or manifest["format"] != FORMAT:
            return _nothing(Fault("seal", SEAL))
        if not signatures.holds(seal["key"], seal["signature"], _SAID + entries[MANIFEST]):
            return _nothing(Fault("seal", SEAL))
    except container.NoPacket as error:
        return _nothing(Fault("container"), *_changed(error.entries))
    except (KeyError, TypeError, ValueError, RecursionError):
        return _nothing(Fault("container", MANIFEST))
    return _inside(entries, manifest, str(seal["key"]), known)


def _nothing(*faults: Fault) -> PacketCheck:
    return PacketCheck("", "", 0, False, faults)


def _changed(entries: Mapping[str, bytes]) -> Iterator[Fault]:
    """Which entries differ from what the manifest says of them, where it can still be read."""
    try:
        yield from _entry_faults(entries, json.loads(entries.get(MANIFEST, b"{}")))
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        yield Fault("entry", MANIFEST)


def _inside(
    entries: Mapping[str, bytes], manifest: Mapping[str, Any], key: str, known: Collection[KeyHeld] | None
) -> PacketCheck:
    faults = [*_entry_faults(entries, manifest)]
    signed: list[Signed] = []
    unsigned: list[str] = []
    events: list[Mapping[str, Any]] = []
    seal_known = None if known is None else KeyHeld(OFFICE, key) in known
    if seal_known is False:
        faults.append(Fault("unknown_signer", key))
    try:
        record, people = json.loads(entries[RECORD]), json.loads(entries[PEOPLE])
        events = record["events"]
        keys = [*_keys(people)]
        for event in events:
            faults += _event_faults(event, keys, known, signed, unsigned)
        faults += _row_faults(events, record["rows"], frozenset(manifest["masked"]))
        faults += _letter_faults(entries, record["rows"], bool(manifest["redacted"]))
        left = None if manifest["redacted"] else frozenset(manifest.get("left_out", ()))
        faults += _paper_faults(entries, record["rows"], left)
        faults += _people_faults(record["rows"])
        if _sha(entries[manifest["framework"]["file"]]) != manifest["framework"]["sha256"]:
            faults.append(Fault("framework", manifest["framework"]["file"]))
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        faults.append(Fault("entry", f"{RECORD} ({type(error).__name__})"))
    return PacketCheck(
        str(manifest.get("case", "")), str(manifest.get("office", "")), len(events), bool(manifest.get("redacted")),
        tuple(faults), key, seal_known, tuple(signed), tuple(unsigned),
    )  # fmt: skip


def _entry_faults(entries: Mapping[str, bytes], manifest: Mapping[str, Any]) -> Iterator[Fault]:
    told = manifest.get("entries", {})
    for name in sorted(told.keys() | (entries.keys() - {MANIFEST, SEAL})):
        if name not in entries or name not in told:
            yield Fault("missing", name)
        elif _sha(entries[name]) != told[name]["sha256"]:
            yield Fault("entry", name)


def _keys(people: Iterable[Mapping[str, Any]]) -> Iterator[KeyHeld]:
    """What the packet says of its people's keys; one from before keys had a time names the last one only."""
    for each in people:
        if "keys" not in each and each["public_key"] is not None:
            yield KeyHeld(each["login"], each["public_key"])
        for told in each.get("keys", ()):
            yield KeyHeld(each["login"], told["key"], int(told["from"]))


def _event_faults(
    event: Mapping[str, Any],
    keys: Collection[KeyHeld],
    known: Collection[KeyHeld] | None,
    signed: list[Signed],
    unsigned: list[str],
) -> Iterator[Fault]:
    seq, who, kind = int(event["seq"]), str(event["who"]), str(event["kind"])
    if event["content"] is None or kind not in TWO_PEOPLE:
        return
    content = json.loads(event["content"])
    said = content.pop("signature", None)
    if said is None:
        unsigned.append(f"{kind} {seq}")
        return
    key = said["key"]
    held = chain.Held(seq, event["at"], who, kind, event["case"], canonical(content), "")
    theirs = None if known is None else any((each.who, each.key) == (who, key) for each in known)
    # The packet speaks of its own keys: whom the reader knows is held to the time that the reader knows of, too.
    in_time = signatures.held(keys, who, key, seq) and (not theirs or signatures.held(known or (), who, key, seq))
    if not in_time or not signatures.holds(key, said["value"], chain.statement(held, event["previous"])):
        yield Fault("signature", who, seq)
        return
    signed.append(Signed(who, kind, seq, key, theirs))
    if theirs is False:
        yield Fault("unknown_signer", who, seq)


def _row_faults(events: list[Mapping[str, Any]], rows: Mapping[str, Any], masked: Collection[str]) -> Iterator[Fault]:
    """Each row is what the last event that wrote it says of it, as far as neither is masked."""
    said: dict[str, tuple[int, str]] = {}
    last = 0
    for event in events:
        if int(event["seq"]) <= last:
            yield Fault("event", "", int(event["seq"]))
        last = int(event["seq"])
        if event["content"] is not None:
            told = json.loads(event["content"]).get(ROWS, {})
            said.update((name, (last, value)) for name, value in told.items())
    for name, values in rows.items():
        if name in masked:
            continue
        seq, expected = said.get(name, (0, ""))
        if digest(values) != expected:
            yield Fault("row", name, seq)


def _letter_faults(entries: Mapping[str, bytes], rows: Mapping[str, Any], redacted: bool) -> Iterator[Fault]:
    for name, values in rows.items():
        if not name.startswith("letter:"):
            continue
        file = letter_file(values)
        if file not in entries:
            if not redacted:
                yield Fault("letter", file)
        elif _sha(entries[file]) != values["sha256"]:
            yield Fault("letter", file)


def _paper_faults(
    entries: Mapping[str, bytes], rows: Mapping[str, Any], left_out: Collection[str] | None
) -> Iterator[Fault]:
    """The papers that went out or came in and the pictures that were taken: their rows name the digest of their bytes. Only
    those in ``left_out`` may be missing; ``None``: any, in a packet for disclosure."""
    for name, values in rows.items():
        file = paper_file(name, values)
        if file and file not in entries:
            if left_out is not None and file not in left_out:
                yield Fault("paper", file)
        elif file and _sha(entries[file]) != values["sha256"]:
            yield Fault("paper", file)


def _people_faults(rows: Mapping[str, Any]) -> Iterator[Fault]:
    for name, values in rows.items():
        if (
            name.startswith(("decision_round:", "letter_correction:"))
            and values.get("countersigned_by") == values["proposed_by"]
        ):
            yield Fault("two_people", name)


def letter_file(row: Mapping[str, Any]) -> str:
    """Where a letter lies in the packet."""
    return f"letters/{row['seq']}.{row['language']}.{row['format']}"


def paper_file(name: str, row: Mapping[str, Any]) -> str:
    """Where a request as sent, a paper that came in, or a picture of a survey lies in the packet; empty for any other row."""
    if name.startswith("request_paper:"):
        return f"requests/{row['request']}.{row['language']}.pdf"
    if name.startswith("attachment:"):
        return f"attachments/E{row['number']}.{row['media'].rpartition('/')[2]}"
    return f"inquiries/{row['inquiry']}.{row['number']}" if name.startswith("inquiry_picture:") else ""


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
