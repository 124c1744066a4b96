"""Attestations: off by default, with consent, for a purpose and no other; withdrawn, they count for nothing."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.linked import form
from desktop.operations import attestations, findings, households, letters, packets, records
from desktop.operations import decisions as decision_ops
from models.attestations import rules
from models.attestations.values import Attestation, NewAttestation
from models.casefile.values import CaseFile
from models.decisions.values import Outcome
from models.errors import BadInput, CheckFailed, NotFound, NotPermitted
from models.evidence.values import End, Evidence, EvidenceKind
from models.findings.values import Finding, FindingDraft, FindingState, Reason
from models.letters.shelf import shelf
from models.store.office import Office
from tests import builders

CASE, FOR = "A-001", "independent_livelihood"
MY_NUMBER = "1234-5678-9018"


def new(**changes: object) -> NewAttestation:
    said = {"employed_since": "H31.4.1", "annual_pay": "4,200,000", "premiums_withheld": "yes"}
    made = NewAttestation(
        CASE, "employer", "株式会社みどり", date(2026, 6, 20), date(2026, 12, 31), "収入があることを示すため", (FOR,),
        date(2026, 6, 15), "同意書（窓口）", said,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of the tests


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    builders.ready_case(made)
    yield made
    made.close()


@pytest.fixture
def taking(office: Office) -> Office:
    attestations.turn(office, builders.ADMIN, True, "同意書の様式ができた")
    return office


def add(office: Office, **changes: object) -> Attestation:
    return attestations.add(office, builders.EXAMINER, new(**changes))


def cite(office: Office, evidence: str, criterion: str = FOR) -> Finding:
    asked = builders.case_file(office).framework.criterion(criterion)
    code = asked.grounds[0].code if asked.grounds else None
    before = builders.case_file(office).finding(criterion)
    reason = Reason(code, (), (evidence,), "勤務先の証明によれば、安定した収入があるため、この項目を満たす。")
    draft = FindingDraft(CASE, criterion, FindingState.MET, (reason,), before.revision if before else 0)
    return findings.record(office, builders.EXAMINER, draft)


def blocked(office: Office) -> list[str]:
    gate = decision_ops.gate(office, builders.EXAMINER, CASE, Outcome.GRANT, "全体を見た。")
    return [each.text("en") for each in gate.problems if each.severity == "block"]


def test_the_fields_are_those_of_the_form_and_every_attester_has_some() -> None:
    assert [each.key for each in rules.attesters()] == ["employer", "insurer", "landlord", "bank"]
    assert all(each.fields and each.title["ja"] and each.title["en"] for each in rules.attesters())


def test_it_is_off_until_an_administrator_turns_it_on(office: Office) -> None:
    with pytest.raises(NotPermitted, match="takes no attestations"):
        add(office)
    for actor in (builders.EXAMINER, builders.SUPERVISOR, builders.AUDITOR):
        with pytest.raises(NotPermitted):
            attestations.turn(office, actor, True, "why")
    with pytest.raises(BadInput, match="Write why"):
        attestations.turn(office, builders.ADMIN, True, " ")
    with pytest.raises(BadInput, match="My Number"):
        attestations.turn(office, builders.ADMIN, True, MY_NUMBER)
    assert attestations.turn(office, builders.ADMIN, True, "様式ができた").on
    with pytest.raises(BadInput, match="already"):
        attestations.turn(office, builders.ADMIN, True, "again")
    assert add(office).evidence
    with pytest.raises(NotPermitted):
        attestations.add(office, builders.AUDITOR, new(name="別の会社"))
    assert records.verify(office).ok


def test_it_is_evidence_that_its_criterion_may_cite_and_no_other(taking: Office) -> None:
    made = add(taking)
    file = builders.case_file(taking)
    piece = file.piece(made.evidence)
    assert piece is not None
    assert (piece.kind, piece.source, piece.as_of) == (EvidenceKind.ATTESTATION, "株式会社みどり", date(2026, 6, 20))
    assert piece.values["text"] == "雇用の始まり：2019年4月1日　年間の給与：4,200,000円　社会保険料・税の天引き：はい"
    assert file.attestations == (made,)
    assert made.end is None
    assert cite(taking, made.evidence).reasons[0].evidence == (made.evidence,)
    with pytest.raises(CheckFailed, match="did not consent to its use for"):
        cite(taking, made.evidence, "japanese")
    assert made.evidence not in [each.id for each in _shareable(taking)]
    assert records.verify(taking).ok


def _shareable(office: Office) -> tuple[Evidence, ...]:
    return households.family(office, builders.EXAMINER, CASE).shareable


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": " "}, "who states it"),
        ({"purpose": ""}, "in their words"),
        ({"consent_how": ""}, "Without consent"),
        ({"criteria": ()}, "at least one criterion"),
        ({"criteria": ("weather",)}, "no criterion"),
        ({"kind": "neighbour"}, "nobody who may attest"),
        ({"said": {"religion": "x"}}, "no field"),
        ({"said": {"annual_pay": "much"}}, "a figure"),
        ({"said": {"annual_pay": "9" * 5000}}, "a figure"),
        ({"said": {"premiums_withheld": "perhaps"}}, "yes or no"),
        ({"said": {}, "text": " "}, "what they state"),
        ({"stated_on": date(2026, 7, 2)}, "still to come"),
        ({"consent_on": date(2026, 7, 2)}, "still to come"),
        ({"until": date(2026, 6, 30)}, "over already"),
        ({"name": "x" * 201}, "200 characters"),
        *(({name: f"x {MY_NUMBER}"}, "My Number") for name in ("name", "purpose", "consent_how", "text")),
        ({"said": {"contract": MY_NUMBER}}, "My Number"),
        ({"text": "a\x07b"}, "U\\+0007"),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field(changes: dict[str, object], said: str) -> None:
    found = rules.problems(new(**changes), [FOR, "japanese"], builders.TODAY)
    assert found
    with pytest.raises(AssertionError, match=said):
        raise AssertionError(" ".join(each.text("en") for each in found))
    assert all(each.text("ja") for each in found)


def test_after_withdrawal_nothing_cites_it_and_no_letter_lists_it(taking: Office) -> None:
    made = add(taking)
    cite(taking, made.evidence)
    assert _listed(builders.case_file(taking), made.evidence)
    with pytest.raises(BadInput, match="Write why"):
        attestations.withdraw(taking, builders.EXAMINER, CASE, made.evidence, "")
    with pytest.raises(BadInput, match="Choose a day"):
        attestations.withdraw(taking, builders.EXAMINER, CASE, made.evidence, "why", date(2026, 6, 1))
    with pytest.raises(NotFound):
        attestations.withdraw(taking, builders.EXAMINER, CASE, "E1", "why")
    with pytest.raises(NotPermitted):
        attestations.withdraw(taking, builders.AUDITOR, CASE, made.evidence, "why")
    gone = attestations.withdraw(taking, builders.EXAMINER, CASE, made.evidence, "本人の申し出")
    assert (gone.end, gone.withdrawn_on) == (End.WITHDRAWN, builders.TODAY)
    assert attestations.resting_on(taking, builders.EXAMINER, CASE, made.evidence) == (FOR,)
    assert any("withdrew their consent" in each for each in blocked(taking))
    with pytest.raises(CheckFailed, match="withdrew their consent"):
        cite(taking, made.evidence)
    assert not _listed(builders.case_file(taking), made.evidence)
    with pytest.raises(BadInput, match="already"):
        attestations.withdraw(taking, builders.EXAMINER, CASE, made.evidence, "again")
    again = add(taking, consent_on=date(2026, 7, 1))
    assert again.evidence != made.evidence
    assert builders.case_file(taking).piece(made.evidence).superseded_by is None  # type: ignore[union-attr]  # it is there
    cite(taking, again.evidence)
    assert not any("consent" in each for each in blocked(taking))
    assert records.verify(taking).ok


def _listed(file: CaseFile, evidence: str) -> bool:
    return any(evidence in each.ids for each in shelf(file).documents)


def test_a_withdrawal_after_the_signature_stops_the_letter(taking: Office) -> None:
    made = add(taking)
    builders.find_all(taking)
    cite(taking, made.evidence)
    decision_ops.propose(taking, builders.EXAMINER, CASE, Outcome.GRANT, "全体を見て、許可が相当である。")
    decision_ops.countersign(taking, builders.SUPERVISOR, CASE)
    attestations.withdraw(taking, builders.EXAMINER, CASE, made.evidence, "本人の申し出")
    with pytest.raises(CheckFailed, match="withdrew their consent"):
        letters.issue(taking, builders.EXAMINER, CASE)


def test_a_later_one_takes_its_place_and_an_expired_one_counts_for_nothing(taking: Office) -> None:
    first = add(taking)
    with pytest.raises(BadInput, match="already has"):
        add(taking)
    later = add(taking, stated_on=date(2026, 6, 30), said={"annual_pay": "4300000"}, until=date(2026, 7, 31))
    piece = builders.case_file(taking).piece(first.evidence)
    assert piece is not None
    assert piece.superseded_by == later.evidence
    with taking.read() as session:
        from models.attestations import service

        on_the_day = service.of_case(session, CASE, date(2026, 7, 31))
        after = service.of_case(session, CASE, date(2026, 8, 1))
    assert (on_the_day[1].end, after[1].end) == (None, End.EXPIRED)
    assert [each.superseded_by for each in on_the_day] == [later.evidence, None]
    assert [each.counts for each in on_the_day] == [False, True]
    assert form.state(on_the_day[0], "en") == f"replaced by {later.evidence}"


def test_turned_off_again_what_was_taken_counts_no_more(taking: Office) -> None:
    made = add(taking)
    cite(taking, made.evidence)
    attestations.turn(taking, builders.ADMIN, False, "取りやめ")
    assert any("takes no attestations now" in each for each in blocked(taking))
    assert attestations.listing(taking, builders.AUDITOR, CASE)[0].end is End.OFF


def test_a_packet_tells_it_and_a_redacted_one_names_nobody(taking: Office) -> None:
    add(taking, text="店長の田中が書いた。")
    builders.find_all(taking)
    decision_ops.propose(taking, builders.EXAMINER, CASE, Outcome.GRANT, "全体を見て、許可が相当である。")
    decision_ops.countersign(taking, builders.SUPERVISOR, CASE)
    for redacted in (False, True):
        packet = packets.export(taking, builders.SUPERVISOR, CASE, redacted=redacted)
        with zipfile.ZipFile(io.BytesIO(packet.content)) as archive:
            text = "".join(archive.read(each).decode("utf-8", "ignore") for each in archive.namelist())
        assert ("田中" in text, "attestation:" in text) == (not redacted, True)
        assert redacted != (new().name in text)
