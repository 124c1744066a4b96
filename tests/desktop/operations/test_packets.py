"""Sealed packets: every byte is covered, each lie is named, and disclosure hides what it says it hides."""

import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.operations import decisions, letters, packets, people, records
from models.decisions.values import Outcome
from models.errors import BadInput, NotFound
from models.records import chain, signatures
from models.records.packet import container, seal
from models.records.packet.values import Contents
from models.store.canonical import canonical
from models.store.office import Office
from tests import builders

FLIPS = {"test": 300, "prove": 3_000, "soak": 30_000}


def decided(folder: Path) -> Office:
    """An office whose case was decided and issued by people who signed in."""
    office = builders.office(folder)
    builders.ready_case(office, agent="行政書士 山川")
    first, second = (people.sign_in(office, login, builders.PASSWORD) for login in ("examiner1", "supervisor1"))
    builders.find_all(office, first)
    decisions.propose(office, first, "A-001", Outcome.GRANT, "総合して判断した。")
    decisions.countersign(office, second, "A-001")
    letters.issue(office, first, "A-001")
    return office


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes, bytes, bytes]:
    """A packet, its redacted twin, the file of signers, and the office's key of the record."""
    with decided(tmp_path_factory.mktemp("decided")) as office:
        whole = packets.export(office, builders.AUDITOR, "A-001")
        masked = packets.export(office, builders.AUDITOR, "A-001", redacted=True)
        said = records.page(office, builders.AUDITOR, size=2)
        assert [(each.kind, each.content["sha256"]) for each in said] == [
            ("packet_exported", masked.sha256), ("packet_exported", whole.sha256),
        ]  # fmt: skip
        assert records.verify(office).ok
        return whole.content, masked.content, packets.signers(office), office.chain


Made = tuple[bytes, bytes, bytes, bytes]


def test_a_packet_proves_itself_without_the_office(made: Made, tmp_path: Path) -> None:
    path = tmp_path / "p.zip"
    path.write_bytes(made[0])
    found = packets.check(path)
    assert (found.ok, found.case, found.redacted, found.unsigned) == (True, "A-001", False, ())
    assert [(each.who, each.kind, each.known) for each in found.signed] == [
        ("supervisor1", "countersigned", None), ("examiner1", "issued", None),
    ]  # fmt: skip
    assert found.seal_known is None


def test_known_signers_are_known_and_others_are_told(made: Made, tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(made[0])
    (tmp_path / "s.json").write_bytes(made[2])
    known = packets.known_keys(tmp_path / "s.json")
    assert packets.check(tmp_path / "p.zip", known).ok
    found = packets.check(tmp_path / "p.zip", frozenset())
    assert {each.kind for each in found.faults} == {"unknown_signer"}
    assert {each.what for each in found.faults} >= {"supervisor1", "examiner1"}


@pytest.mark.tiered
@pytest.mark.timeout(1800)
def test_every_byte_is_covered(made: Made, tier: str) -> None:
    chance = random.Random(3)
    whole = made[1]  # the smaller one: the same container, the same seal
    for _ in range(FLIPS[tier]):
        content = bytearray(whole)
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        assert not seal.check(bytes(content)).ok
    for cut in (b"", whole[:-1], whole + b"\0", whole[:100], whole[200:], b"PK\x05\x06" + bytes(18)):
        assert not seal.check(cut).ok


def test_what_was_changed_is_named(made: Made) -> None:
    whole = made[0]
    at = whole.index(b"%PDF") + 1000
    found = seal.check(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    assert [each.kind for each in found.faults] == ["container", "entry"]
    assert found.faults[1].what.endswith(".pdf")


def test_a_packet_packed_anew_by_another_tool_does_not_hold(made: Made) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made[0])) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert not seal.check(out.getvalue()).ok


def sealed_anew(made: Made, change: Callable[[dict[str, Any], dict[str, bytes]], None], key: bytes) -> bytes:
    """The work of somebody who can seal: a changed record under a new seal."""
    entries = container.unpack(made[0])
    manifest = json.loads(entries.pop(seal.MANIFEST))
    entries.pop(seal.SEAL)
    record = json.loads(entries[seal.RECORD])
    change(record, entries)
    entries[seal.RECORD] = canonical(record).encode()
    says = {name: value for name, value in manifest.items() if name not in ("entries", "format")}
    return seal.sealed(Contents(entries, says), signatures.signer(key))


def outcome(record: dict[str, Any], _: dict[str, bytes]) -> None:
    record["rows"]["decision_round:A-001/1"]["outcome"] = "refuse"


def signed_act(record: dict[str, Any], _: dict[str, bytes]) -> None:
    event = next(each for each in record["events"] if each["kind"] == "countersigned")
    event["at"] = event["at"].replace("2026", "2027")


def order(record: dict[str, Any], _: dict[str, bytes]) -> None:
    record["events"].reverse()


def one_person(record: dict[str, Any], _: dict[str, bytes]) -> None:
    row = record["rows"]["decision_round:A-001/1"]
    row["proposed_by"] = row["countersigned_by"]


def letter(_: dict[str, Any], entries: dict[str, bytes]) -> None:
    name = next(each for each in entries if each.endswith(".html"))
    entries[name] += b" "


def no_letter(_: dict[str, Any], entries: dict[str, bytes]) -> None:
    del entries[next(each for each in entries if each.endswith(".html"))]


def law(_: dict[str, Any], entries: dict[str, bytes]) -> None:
    name = next(each for each in entries if each.startswith("framework/"))
    entries[name] += b"\n"


def key_of_another(_: dict[str, Any], entries: dict[str, bytes]) -> None:
    told = json.loads(entries[seal.PEOPLE])
    told[0]["public_key"], told[1]["public_key"] = told[1]["public_key"], told[0]["public_key"]
    entries[seal.PEOPLE] = canonical(told).encode()


LIES = {
    outcome: "row", signed_act: "signature", order: "event", one_person: "two_people", letter: "letter",
    no_letter: "letter", law: "framework", key_of_another: "signature",
}  # fmt: skip


@pytest.mark.parametrize("lie", LIES, ids=lambda lie: lie.__name__)
def test_who_can_seal_still_cannot_lie(made: Made, lie: Callable[[dict[str, Any], dict[str, bytes]], None]) -> None:
    found = seal.check(sealed_anew(made, lie, chain.packet_seed(made[3])))
    assert LIES[lie] in {each.kind for each in found.faults}


def test_another_office_that_seals_is_said(made: Made, tmp_path: Path) -> None:
    forged = sealed_anew(made, lambda _record, _entries: None, bytes(32))
    (tmp_path / "s.json").write_bytes(made[2])
    assert seal.check(forged).ok
    assert not seal.check(forged, packets.known_keys(tmp_path / "s.json")).ok


def test_disclosure_hides_the_address_and_third_parties(made: Made) -> None:
    whole, masked = container.unpack(made[0]), container.unpack(made[1])
    for word in ("西新宿1-2-3", "株式会社みどり", "行政書士 山川", "賃貸住宅に居住"):
        assert word in whole[seal.RECORD].decode()
        assert all(word.encode() not in content for content in masked.values())
    assert not [name for name in masked if name.startswith("letters/")]
    assert "グエン" in masked[seal.RECORD].decode()
    assert "■■■" in masked[seal.RECORD].decode()
    found = seal.check(made[1])
    assert (found.ok, found.redacted) == (True, True)
    assert len(found.signed) == 2


def test_what_is_not_decided_or_not_there_is_no_packet(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        builders.ready_case(office)
        with pytest.raises(BadInput, match="countersigned"):
            packets.export(office, builders.AUDITOR, "A-001")
        with pytest.raises(NotFound):
            packets.export(office, builders.AUDITOR, "A-999")
    with pytest.raises(NotFound):
        packets.check(tmp_path / "nothing.zip")
    (tmp_path / "s.json").write_text("[]")
    with pytest.raises(BadInput, match="signers"):
        packets.known_keys(tmp_path / "s.json")
