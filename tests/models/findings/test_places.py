"""Places in attached papers: page and region are cited, tied to the paper's content, told by the record and named in letters."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.operations import findings, records
from models.attachments.values import Attachment, Media
from models.decisions.rules import gate
from models.errors import BadInput
from models.findings import forms, payload, places
from models.findings.values import FindingDraft, FindingState, Place, Reason
from models.letters.shelf import shelf
from models.store.office import Office
from reports.decision_sheet import _rests
from tests import builders
from tests.models.attachments.test_attachments import attach

PAPER = Attachment(
    "A-001", "E9", "証明書.pdf", Media.PDF, 10, 3, "ab" * 32, "examiner1", datetime(2026, 7, 1, tzinfo=UTC)
)
REGION = (1_000, 2_000, 5_000, 2_600)


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (Place("E9", 2, REGION), None),
        (Place("E9", 3), None),
        (Place("E9", 1, REGION, "ab" * 32), None),
        (Place("E9", 4), "gate.place_page"),
        (Place("E9", 0), "gate.place_page"),
        (Place("E8", 1), "gate.place_unknown"),
        (Place("E9", 1, (5_000, 0, 1_000, 100)), "gate.place_region"),
        (Place("E9", 1, (0, 0, 10_001, 100)), "gate.place_region"),
        (Place("E9", 1, None, "cd" * 32), "gate.place_other_paper"),
    ],
)
def test_a_place_lies_on_a_page_of_a_paper_that_the_reason_rests_on(place: Place, code: str | None) -> None:
    reason = Reason(None, (), ("E9",), "", (place,))
    assert [each.message.code for each in places.problems(reason, 0, [PAPER])] == ([code] if code else [])
    apart = replace(reason, evidence=())
    assert [each.message.code for each in places.problems(apart, 0, [PAPER])] == ["gate.place_unknown"]


def test_places_go_to_json_and_back_and_reasons_without_any_stay_as_they_were() -> None:
    reason = Reason("P-01", ("F1",), ("E9",), "x", (Place("E9", 2, REGION), Place("E9", 1)))
    assert forms.reasons_in(forms.reasons_out([reason])) == (reason,)
    assert "places" not in forms.reasons_out([replace(reason, places=())])[0]
    assert places.pages([reason]) == {"E9": (1, 2)}
    assert places.without(reason.places, "E9") == ()
    many = replace(reason, places=tuple(Place("E9", 1) for _ in range(places.MOST + 1)))
    assert next(iter(places.problems(many, 0, [PAPER]))).message.code == "gate.places_many"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ({"evidence": "E9", "page": "2"}, "page"),
        ({"evidence": "E9", "page": True}, "page"),
        ({"evidence": "E9", "page": 1, "region": [1, 2, 3]}, "region"),
        ({"evidence": "E9", "page": 1, "region": [1, 2, 3, "4"]}, "region"),
        ({"page": 1}, "evidence"),
        ({"evidence": "E9", "page": 1, "note": "x"}, "note"),
    ],
)
def test_assess_names_what_is_wrong_with_a_place(said: dict[str, object], place: str) -> None:
    reasons = [{"places": [said]}]
    whole = {"cases": [{"case": "A", "findings": [{"criterion": "c", "finding": "met", "reasons": reasons}]}]}
    with pytest.raises(BadInput) as wrong:
        payload.read(whole)
    assert wrong.value.message.params["place"] == f"cases[0].findings[0].reasons[0].places[0].{place}"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    builders.ready_case(made)
    yield made
    made.close()


def test_what_is_cited_of_a_paper_is_sealed_told_and_named_in_letter_and_sheet(office: Office) -> None:
    paper = attach(office)
    at = {"evidence": paper.evidence, "page": 2, "region": list(REGION)}
    reasons = [{"text": "証明書の二ページで確かめた。", "places": [at]}]
    asked = {
        "cases": [{"case": "A-001", "findings": [{"criterion": "japanese", "finding": "met", "reasons": reasons}]}]
    }
    (done,) = findings.assess(office, builders.EXAMINER, asked)
    assert done.findings[0].reasons[0].places == (Place(paper.evidence, 2, REGION, paper.sha256),)
    file = builders.case_file(office)
    (cited,) = [each for each in shelf(file).documents if each.pages]
    assert cited.pages == (2,)
    found = file.finding("japanese")
    assert found is not None
    assert _rests(found) == [f"{paper.evidence} p. 2"]
    assert not [each for each in gate(file, None, "").problems if "place" in each.message.code], (
        "the gate knows the papers"
    )
    assert records.verify(office).ok
    wrong = Reason(None, (), (paper.evidence,), "x", (Place(paper.evidence, 7),))
    with pytest.raises(Exception, match="page 7"):
        findings.record(office, builders.EXAMINER, FindingDraft("A-001", "japanese", FindingState.MET, (wrong,), 1))
