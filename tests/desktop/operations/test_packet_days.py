"""What a packet tells of the days between opening and deciding: requests, replies, inquiries, turns, the family, who acted for whom.

For disclosure the others are covered; a confidential address is in no packet at all.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.operations import (
    decisions,
    households,
    inquiries,
    letters,
    packets,
    people,
    representatives,
    requests,
    turns,
)  # fmt: skip
from models.cases.turns.values import NewTurn, TurnKind
from models.decisions.values import Outcome
from models.inquiries.values import InquiryKind, NewInquiry, NewPicture
from models.inquiries.values import Outcome as Came
from models.letters import settings
from models.localized import Localized
from models.records import signatures
from models.records.packet import container, masking, seal
from models.records.packet.values import Contents
from models.representatives.values import NewRepresentative, Role
from models.requests.values import Item, NewReply, RequestDraft
from models.store.canonical import canonical
from models.store.office import Office
from tests import builders

CASE, SISTER = "A-001", "A-002"
CANARY = "東京都新宿区かなりあ町9-8-7"
LAWYER, NEIGHBOUR, TOLD = "弁護士 青葉律子", "隣室の山田花子", "隣の人は毎日見かけると言った。"
PICTURE = b"\x89PNG\r\n\x1a\nmail box"


def lived(folder: Path) -> Office:
    """An office whose case went through all of it, and was decided and issued."""
    office = builders.office(folder)
    letters.change_settings(office, builders.ADMIN, settings.sample())
    for each in (CASE, SISTER):
        builders.ready_case(office, each, household="H-1", address=CANARY, confidential=True)
    first, second = (people.sign_in(office, login, builders.PASSWORD) for login in ("examiner1", "supervisor1"))
    representatives.add(office, first, NewRepresentative(CASE, Role.LAWYER, LAWYER, address="架空町1", receives=True))
    item = Item("pension", Localized.of(ja="2025年5月分の領収書"))
    requests.send(office, first, RequestDraft(CASE, (item,), date(2026, 7, 15), send_to="第3窓口"))
    requests.answer(office, first, CASE, 1, NewReply(builders.TODAY, (1,), "遅れました。"))
    survey = NewInquiry(CASE, InquiryKind.SURVEY, "同居の事実", NEIGHBOUR, "近所", builders.TODAY, waits=True)
    inquiries.plan(office, first, survey)
    came = Came(builders.TODAY, TOLD, NEIGHBOUR, pictures=(NewPicture("mailbox.png", PICTURE, "郵便受け"),))
    inquiries.finish(office, first, CASE, 1, came)
    turns.make(office, second, NewTurn(CASE, TurnKind.HANDED_OVER, "休暇", note="続きを頼む", to="examiner2"))
    turns.make(office, second, NewTurn(CASE, TurnKind.HANDED_OVER, "復帰", to="examiner1"))
    builders.find_all(office, first)
    decisions.propose(office, first, CASE, Outcome.GRANT, "総合して判断した。")
    decisions.countersign(office, second, CASE)
    letters.issue(office, first, CASE)
    return office


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The packet, and the one for disclosure."""
    with lived(tmp_path_factory.mktemp("lived")) as office:
        assert households.family(office, builders.EXAMINER, CASE).others
        whole, masked = (packets.export(office, builders.AUDITOR, CASE, redacted=each) for each in (False, True))
        return whole.content, masked.content


def record(content: bytes) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(container.unpack(content)[seal.RECORD])
    return said


def test_the_days_between_are_in_the_packet_and_it_proves_itself(made: tuple[bytes, bytes]) -> None:
    assert seal.check(made[0]).faults == ()
    tables = {name.partition(":")[0] for name in record(made[0])["rows"]}
    assert tables >= {
        "request", "request_reply", "request_paper", "inquiry", "inquiry_picture", "case_hold", "case_turn", "representative",
    }  # fmt: skip
    entries = container.unpack(made[0])
    assert entries["requests/1.ja.pdf"].startswith(b"%PDF")
    assert entries["inquiries/1.1"] == PICTURE


def test_disclosure_covers_the_others_and_still_proves_itself(made: tuple[bytes, bytes]) -> None:
    assert seal.check(made[1]).faults == ()
    said = b"".join(container.unpack(made[1]).values()).decode(errors="replace")
    assert [each for each in (LAWYER, NEIGHBOUR, TOLD, "H-1", PICTURE.decode(errors="replace")) if each in said] == []
    assert "遅れました。" in said, "the applicant's own words stay"
    rows = record(made[1])["rows"]
    assert rows[f"inquiry:{CASE}/1"]["whom"] == masking.MASK
    assert rows[f"request:{CASE}/1"]["document_number"]


def test_a_confidential_address_is_in_neither(made: tuple[bytes, bytes]) -> None:
    for content in made:
        entries = container.unpack(content)
        assert [name for name, held in entries.items() if CANARY.encode() in held] == []
    assert json.loads(container.unpack(made[0])[seal.MANIFEST])["masked"] == [f"case:{CASE}"]


@pytest.mark.parametrize("change", ["paper", "no paper", "reply"])
def test_what_was_changed_of_them_is_named(made: tuple[bytes, bytes], change: str) -> None:
    entries = container.unpack(made[0])
    manifest = json.loads(entries.pop(seal.MANIFEST))
    entries.pop(seal.SEAL)
    if change == "paper":
        entries["requests/1.ja.pdf"] += b" "
    elif change == "no paper":
        del entries["requests/1.ja.pdf"]
    else:
        said = json.loads(entries[seal.RECORD])
        said["rows"][f"request_reply:{CASE}/1/1"]["text"] = "もう払いました。"
        entries[seal.RECORD] = canonical(said).encode()
    says = {name: value for name, value in manifest.items() if name not in ("entries", "format")}
    forged = seal.sealed(Contents(entries, says), signatures.signer(bytes(32)))
    assert [each.kind for each in seal.check(forged).faults] == ["row" if change == "reply" else "paper"]


def test_a_packet_from_before_proves_itself_as_ever(made: tuple[bytes, bytes]) -> None:
    """It holds the rows of fewer tables, and no papers."""
    entries = container.unpack(made[0])
    manifest = json.loads(entries.pop(seal.MANIFEST))
    entries.pop(seal.SEAL)
    said = json.loads(entries[seal.RECORD])
    before = ("case:", "evidence:", "finding:", "decision_round:", "letter:", "letter_rewording:")
    said["rows"] = {name: row for name, row in said["rows"].items() if name.startswith(before)}
    kept = {name: held for name, held in entries.items() if not name.startswith(("requests/", "inquiries/"))}
    kept[seal.RECORD] = canonical(said).encode()
    says = {name: value for name, value in manifest.items() if name not in ("entries", "format")}
    assert seal.check(seal.sealed(Contents(kept, says), signatures.signer(bytes(32)))).ok
