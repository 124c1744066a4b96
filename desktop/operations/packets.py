"""Sealed packets: export a decided case as one file, and prove one without the office."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from desktop.operations import refusals
from models.attachments import service as attachments
from models.attachments.tables import AttachmentContentRow, AttachmentRow
from models.attestations.tables import AttestationRow
from models.authority.tables import SigningRow
from models.casefile import service as casefile
from models.casefile.values import CaseFile
from models.cases.tables import CaseRow, HoldRow
from models.cases.turns.tables import TurnRow
from models.cases.values import State
from models.decisions.tables import RoundRow
from models.errors import BadInput, NotFound
from models.evidence.tables import EvidenceRow
from models.facts.values import Fact
from models.findings.tables import FindingRow
from models.frameworks.service import text_of
from models.households.tables import DistinctionRow, FindingCopyRow
from models.inquiries import service as inquiries
from models.inquiries.tables import InquiryRow, PictureRow
from models.letters import service as letters
from models.letters.corrections.tables import CorrectionRow
from models.letters.deliveries.tables import DeliveryRow, ExplanationRow
from models.letters.rewording.tables import RewordingRow
from models.letters.tables import LetterRow
from models.likecases.tables import ComparisonRow, WhyUnlikeRow
from models.people import rules as people
from models.people import service as persons
from models.people.values import Actor, Permission
from models.provisions.tables import ProvidedRow
from models.reapplications.tables import EarlierRow
from models.records import chain, service, signatures
from models.records.packet import masking, seal
from models.records.packet.values import Contents, PacketCheck
from models.records.signatures import KeyHeld
from models.records.values import Act
from models.records.verify import ROWS
from models.representatives.tables import RepresentativeRow
from models.requests import service as requests
from models.requests.tables import ReplyRow, RequestPaperRow, RequestRow, UnaskedRow
from models.retention.tables import HoldRow as LitigationRow
from models.retention.tables import NoteRow
from models.store import told
from models.store.base import Base, moment_text
from models.store.canonical import canonical
from models.store.clock import JAPAN
from models.store.office import Office, Session
from resources import messages

DECIDED = frozenset({State.COUNTERSIGNED, State.ISSUED, State.CLOSED})
TABLES: tuple[type[Base], ...] = (
    CaseRow, EvidenceRow, FindingRow, RoundRow, SigningRow, RewordingRow, LetterRow, DeliveryRow, ExplanationRow,
    HoldRow, RequestRow, ReplyRow, RequestPaperRow, UnaskedRow, InquiryRow, PictureRow,
    AttachmentRow, AttachmentContentRow, AttestationRow, ProvidedRow, CorrectionRow, TurnRow, RepresentativeRow, EarlierRow,
    FindingCopyRow, DistinctionRow, ComparisonRow, WhyUnlikeRow, LitigationRow, NoteRow,
)  # fmt: skip
"""What a packet tells of a case: the whole of its way. A packet from before holds fewer and proves itself as ever."""
_TOLD = frozenset(table.__tablename__ for table in TABLES)
_README = "README.txt"


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet as exported: its bytes, their digest, and which rows were masked in it."""

    case: str
    content: bytes
    sha256: str
    masked: tuple[str, ...]


@refusals.recorded
def export(office: Office, actor: Actor, case: str, *, redacted: bool = False) -> Packet:
    """A decided case in one sealed file; that it went out is recorded. ``redacted``: for disclosure, the address and third
    parties masked, and the letters left out but for their hashes.

    Raises ``NotPermitted``, ``NotFound``, ``BadInput`` when the case is not decided.
    """
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        contents = _contents(session, case, office, redacted)
    made = seal.sealed(contents, signatures.signer(chain.packet_seed(office.chain)))
    digest = hashlib.sha256(made).hexdigest()
    with office.begin() as session:
        service.append(session, Act(actor.login, "packet_exported", {"sha256": digest, "redacted": redacted}, case))
    masked = contents.says["masked"]
    assert isinstance(masked, list)
    return Packet(case, made, digest, tuple(masked))


def check(path: Path, known: Collection[KeyHeld] | None = None) -> PacketCheck:
    """Prove a packet file; ``known``: the keys that the reader trusts, each in its time. Raises ``NotFound``."""
    if not path.is_file():
        raise NotFound("records.no_packet", file=path)
    return seal.check(path.read_bytes(), known)


def known_keys(path: Path) -> frozenset[KeyHeld]:
    """The keys of a file of signers; one without a ``from`` counts from the beginning. Raises ``NotFound``, ``BadInput``."""
    if not path.is_file():
        raise NotFound("records.no_packet", file=path)
    try:
        said = json.loads(path.read_text(encoding="utf-8"))["signers"]
        return frozenset(KeyHeld(str(each["who"]), str(each["key"]), int(each.get("from", 0))) for each in said)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput("records.no_signers", file=path) from error


def signers(office: Office) -> bytes:
    """The office's seal and its people's public keys, former ones too, each with the event from which it held: to be handed
    to those who prove packets.
    """
    with office.read() as session:
        kept = persons.keys_held(session)
    own = KeyHeld(seal.OFFICE, signatures.signer(chain.packet_seed(office.chain)).public)
    told_ = [{"who": each.who, "key": each.key, "from": each.since} for each in (own, *kept)]
    return (json.dumps({"office": chain.office_id(office.chain), "signers": told_}, indent=1) + "\n").encode()


def _contents(session: Session, case: str, office: Office, redacted: bool) -> Contents:
    file = _decided(session, case, office.clock.today())
    rows = dict(row for table in TABLES for row in told.spoken(session, table, case))
    hidden = masking.words(rows) if redacted else masking.address(rows[f"{CaseRow.__tablename__}:{case}"])
    shown = {name: _row(name, values, hidden, redacted) for name, values in rows.items()}
    events = [_event(each, hidden, redacted) for each in service.spoken(session, case)]
    masked = sorted({name for name in rows if shown[name] != rows[name]} | _unproven(session, case, events))
    facts = [_fact(each) for each in file.facts]
    cover = masking.masked if redacted else masking.covered
    record = {"rows": shown, "facts": cover(facts, hidden), "events": events, "facts_on": str(file.seen_on)}
    framework, version = file.framework.id, file.framework.version
    yaml = f"framework/{framework}-{version}.yaml"
    entries = {
        _README: _readme(case, redacted, masked).encode(),
        seal.RECORD: canonical(record).encode(),
        seal.PEOPLE: canonical(list(_people(session, events))).encode(),
        yaml: text_of(session, file.framework.ref).encode(),
    }
    left_out: list[str] = []
    if not redacted:
        entries |= dict(_letters(session, case, rows)) | dict(_papers(session, case, rows))
        # Nobody looked through what came in: where the address is confidential, it may stand there.
        came = dict(_attached(session, case, rows))
        left_out = sorted(came) if file.case.applicant.confidential else []
        entries |= {} if left_out else came
    stands = service.standing(session)
    says = {
        "case": case,
        "office": chain.office_id(office.chain),
        "made_at": moment_text(office.clock.now()),
        "redacted": redacted,
        "masked": masked,
        "left_out": left_out,
        "framework": {
            "id": framework, "version": version, "file": yaml, "sha256": hashlib.sha256(entries[yaml]).hexdigest(),
        },
        "head": {"seq": stands.seq, "link": stands.link},
    }  # fmt: skip
    return Contents(entries, says)


def _decided(session: Session, case: str, today: date) -> CaseFile:
    """The case file seen from the day of its decision."""
    file = casefile.gather(session, case, today)
    signed = file.rounds[-1].countersigned if file.rounds else None
    if file.case.state not in DECIDED or signed is None:
        raise BadInput("records.packet_undecided", case=case)
    return casefile.gather(session, case, signed.at.astimezone(JAPAN).date())


def _row(name: str, values: Mapping[str, Any], hidden: Collection[str], redacted: bool) -> Mapping[str, Any]:
    if redacted:
        return masking.row(name, values, hidden)
    made: Mapping[str, Any] = masking.covered(values, hidden)
    return made


def _event(event: Mapping[str, Any], hidden: Collection[str], redacted: bool) -> dict[str, Any]:
    content = event["content"]
    if redacted:
        content = masking.content(event["kind"], content, hidden)
    elif any(each in content for each in hidden):
        content = None
    return {**event, "content": content}


def _unproven(session: Session, case: str, events: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """Rows of which the last event that told of them is shown without its content: nothing in the packet proves them."""
    withheld = {each["seq"] for each in events if each["content"] is None}
    last: dict[str, int] = {}
    for event in service.spoken(session, case):
        last |= dict.fromkeys(json.loads(event["content"]).get(ROWS, {}), event["seq"])
    return frozenset(name for name, seq in last.items() if seq in withheld and _table(name) in _TOLD)


def _fact(fact: Fact) -> dict[str, Any]:
    value = fact.value.isoformat() if isinstance(fact.value, date) else fact.value
    return {"id": fact.id, "key": fact.key, "value": value, "unit": fact.unit.value, "sources": list(fact.sources)}


def _people(session: Session, events: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    acted = {each["who"] for each in events}
    held = persons.keys_held(session)
    for person in persons.listing(session):
        if person.login in acted:
            yield {
                "login": person.login, "name": person.name, "role": person.role.value,
                "keys": [{"key": each.key, "from": each.since} for each in held if each.who == person.login],
            }  # fmt: skip


def _letters(session: Session, case: str, rows: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Every letter that was ever sealed, in force or superseded."""
    by_hash = {row["sha256"]: row for name, row in rows.items() if name.startswith("letter:")}
    for sha256, content in letters.sealed_bytes(session, case):
        if sha256 in by_hash:
            yield seal.letter_file(by_hash[sha256]), content


def _papers(session: Session, case: str, rows: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Every request as it was sent, and every picture that was taken."""
    for name, row in rows.items():
        if name.startswith(f"{RequestPaperRow.__tablename__}:"):
            yield seal.paper_file(name, row), requests.paper(session, case, row["request"], row["language"])
        elif name.startswith(f"{PictureRow.__tablename__}:"):
            yield seal.paper_file(name, row), inquiries.picture(session, case, row["inquiry"], row["number"])


def _attached(session: Session, case: str, rows: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Every paper that came in."""
    for name, row in rows.items():
        if name.startswith(f"{AttachmentRow.__tablename__}:"):
            yield seal.paper_file(name, row), attachments.content(session, case, f"E{row['number']}")[1]


def _table(name: str) -> str:
    return name.partition(":")[0]


def _readme(case: str, redacted: bool, masked: Collection[str]) -> str:
    codes = ("packet_readme_redacted" if redacted else "packet_readme",)
    params = {"case": case, "number": len(masked)}
    return "\n\n".join(messages.text(f"records.{code}", lang, params) for code in codes for lang in ("ja", "en")) + "\n"
