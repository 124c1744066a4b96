"""Sealed packets: every byte is covered, each lie is named, and disclosure hides what it says it hides."""

import io
import json
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.operations import decisions, letters, packets, people, records
from models.attachments import service as attachments
from models.attachments.values import NewAttachment
from models.decisions.values import Outcome
from models.errors import BadInput, NotFound
from models.records import chain, signatures
from models.records.packet import container, seal
from models.records.packet.values import Contents, Fault
from models.records.signatures import Signer
from models.store.canonical import canonical
from models.store.office import Office
from tests import builders

FLIPS = {"test": 300, "prove": 3_000, "soak": 30_000}


PAPER = b"%PDF-1.7 \xe5\xb1\xb1\xe5\xb7\x9d"
NAME = "山川工業の在職証明.pdf"


def attach(office: Office) -> None:
    """A paper that came with the case."""
    with office.begin() as session:
        attachments.attach(session, builders.EXAMINER, NewAttachment("A-001", NAME, PAPER, "勤務先"), 1)


def decided(folder: Path) -> Office:
    """An office whose case was decided and issued by people who signed in."""
    office = builders.office(folder)
    builders.ready_case(office, agent="行政書士 山川")
    attach(office)
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


def no_paper(_: dict[str, Any], entries: dict[str, bytes]) -> None:
    del entries[next(each for each in entries if each.startswith("attachments/"))]


def paper(_: dict[str, Any], entries: dict[str, bytes]) -> None:
    entries[next(each for each in entries if each.startswith("attachments/"))] += b" "


def law(_: dict[str, Any], entries: dict[str, bytes]) -> None:
    name = next(each for each in entries if each.startswith("framework/"))
    entries[name] += b"\n"


def key_of_another(_: dict[str, Any], entries: dict[str, bytes]) -> None:
    told = json.loads(entries[seal.PEOPLE])
    told[0]["keys"], told[1]["keys"] = told[1]["keys"], told[0]["keys"]
    entries[seal.PEOPLE] = canonical(told).encode()


LIES = {
    outcome: "row", signed_act: "signature", order: "event", one_person: "two_people", letter: "letter",
    no_letter: "letter", no_paper: "paper", paper: "paper", law: "framework", key_of_another: "signature",
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


@dataclass(frozen=True)
class Reset:
    """An office in which both signers got another password, one of them between the signature and the letters."""

    made: Made
    former: Signer
    signers: Path


@pytest.fixture(scope="module")
def reset(tmp_path_factory: pytest.TempPathFactory) -> Reset:
    """Countersigned, both passwords reset, issued with the new key, exported."""
    folder = tmp_path_factory.mktemp("reset")
    with builders.office(folder) as office:
        builders.ready_case(office)
        first, second = (people.sign_in(office, login, builders.PASSWORD) for login in ("examiner1", "supervisor1"))
        builders.find_all(office, first)
        decisions.propose(office, first, "A-001", Outcome.GRANT, "総合して判断した。")
        decisions.countersign(office, second, "A-001")
        for login in ("examiner1", "supervisor1"):
            people.reset_password(office, builders.ADMIN, login, "quite another one", builders.SOFT)
        letters.issue(office, people.sign_in(office, "examiner1", "quite another one"), "A-001")
        whole = packets.export(office, builders.AUDITOR, "A-001").content
        masked = packets.export(office, builders.AUDITOR, "A-001", redacted=True).content
        (folder / "s.json").write_bytes(packets.signers(office))
        assert first.signer is not None
        return Reset((whole, masked, packets.signers(office), office.chain), first.signer, folder / "s.json")


def test_signatures_hold_with_the_key_of_their_time(reset: Reset) -> None:
    known = packets.known_keys(reset.signers)
    for packet in reset.made[:2]:
        found = seal.check(packet, known)
        assert found.faults == ()
        assert [(each.who, each.kind, each.known) for each in found.signed] == [
            ("supervisor1", "countersigned", True), ("examiner1", "issued", True),
        ]  # fmt: skip
        assert seal.check(packet).ok


def test_packet_and_signers_tell_every_key_and_since_when(reset: Reset) -> None:
    told = {each["login"]: each["keys"] for each in json.loads(container.unpack(reset.made[0])[seal.PEOPLE])}
    said = [each for each in json.loads(reset.made[2])["signers"] if each["who"] == "examiner1"]
    assert [{"key": each["key"], "from": each["from"]} for each in said] == told["examiner1"]
    assert len({each["key"] for each in said}) == 2
    assert said[0]["key"] == reset.former.public
    assert 0 < said[0]["from"] < said[1]["from"]


def former_key(reset: Reset, hide: bool) -> tuple[bytes, int]:
    """Issued once more with the former key, by somebody who can seal; ``hide``: its successor is left out of the packet."""
    at = 0

    def change(record: dict[str, Any], entries: dict[str, bytes]) -> None:
        nonlocal at
        event = next(each for each in record["events"] if each["kind"] == "issued")
        content = json.loads(event["content"])
        del content["signature"]
        at = event["seq"]
        held = chain.Held(at, event["at"], event["who"], event["kind"], event["case"], canonical(content), "")
        value = reset.former.sign(chain.statement(held, event["previous"]))
        event["content"] = canonical({**content, "signature": {"key": reset.former.public, "value": value}})
        if hide:
            told = json.loads(entries[seal.PEOPLE])
            kept = [{**each, "keys": each["keys"][:1]} for each in told]
            entries[seal.PEOPLE] = canonical(kept).encode()

    return sealed_anew(reset.made, change, chain.packet_seed(reset.made[3])), at


def test_a_former_key_signs_nothing_any_more(reset: Reset) -> None:
    packet, at = former_key(reset, hide=False)
    for known in (None, packets.known_keys(reset.signers)):
        assert seal.check(packet, known).faults == (Fault("signature", "examiner1", at),)


def test_a_successor_left_out_is_found_by_who_brings_the_signers(reset: Reset) -> None:
    packet, at = former_key(reset, hide=True)
    found = seal.check(packet, packets.known_keys(reset.signers))
    assert found.faults == (Fault("signature", "examiner1", at),)


def test_a_successor_signed_nothing_before_its_time(reset: Reset) -> None:
    def later(_: dict[str, Any], entries: dict[str, bytes]) -> None:
        told = json.loads(entries[seal.PEOPLE])
        for each in told:
            each["keys"] = each["keys"][-1:]
        entries[seal.PEOPLE] = canonical(told).encode()

    found = seal.check(sealed_anew(reset.made, later, chain.packet_seed(reset.made[3])))
    assert [(each.kind, each.what) for each in found.faults] == [("signature", "supervisor1")]


def test_the_key_of_a_person_seals_no_packet(reset: Reset) -> None:
    entries = container.unpack(reset.made[0])
    manifest = json.loads(entries.pop(seal.MANIFEST))
    entries.pop(seal.SEAL)
    says = {name: value for name, value in manifest.items() if name not in ("entries", "format")}
    found = seal.check(seal.sealed(Contents(entries, says), reset.former), packets.known_keys(reset.signers))
    assert found.faults == (Fault("unknown_signer", reset.former.public),)
    assert found.seal_known is False


def test_packets_and_signers_from_before_keys_had_a_time_are_read(made: Made, tmp_path: Path) -> None:
    def older(_: dict[str, Any], entries: dict[str, bytes]) -> None:
        told = json.loads(entries[seal.PEOPLE])
        for each in told:
            keys = each.pop("keys")
            each["public_key"] = keys[-1]["key"] if keys else None
        entries[seal.PEOPLE] = canonical(told).encode()

    said = json.loads(made[2])
    for each in said["signers"]:
        del each["from"]
    (tmp_path / "s.json").write_text(json.dumps(said))
    found = seal.check(sealed_anew(made, older, chain.packet_seed(made[3])), packets.known_keys(tmp_path / "s.json"))
    assert (found.faults, len(found.signed)) == ((), 2)


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


def test_what_came_in_lies_in_the_packet_and_not_in_the_disclosed_one(made: Made) -> None:
    whole, masked = container.unpack(made[0]), container.unpack(made[1])
    (file,) = [name for name in whole if name.startswith("attachments/")]
    assert (file[-4:], whole[file]) == (".pdf", PAPER)
    assert NAME in whole[seal.RECORD].decode()
    assert not [name for name in masked if name.startswith("attachments/")]
    assert all("山川" not in content.decode(errors="ignore") for content in masked.values())
    assert json.loads(whole[seal.MANIFEST])["left_out"] == []


def test_where_the_address_is_confidential_papers_stay_in_the_office(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        builders.ready_case(office, confidential=True)
        attach(office)
        builders.find_all(office)
        decisions.propose(office, builders.EXAMINER, "A-001", Outcome.GRANT, "総合して判断した。")
        decisions.countersign(office, builders.SUPERVISOR, "A-001")
        made = packets.export(office, builders.AUDITOR, "A-001").content
    entries = container.unpack(made)
    assert [name.partition("/")[0] for name in json.loads(entries[seal.MANIFEST])["left_out"]] == ["attachments"]
    assert not [name for name in entries if name.startswith("attachments/")]
    assert seal.check(made).faults == ()


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
