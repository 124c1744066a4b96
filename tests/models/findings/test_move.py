"""Moving a case to another version: an explicit act on the record, after which every finding is looked at again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.operations import cases, decisions, findings, records
from models.decisions.values import Outcome
from models.errors import BadInput, NotFound, NotPermitted
from models.findings.values import FindingDraft, FindingState, Reason
from models.frameworks import library
from models.frameworks.values import FrameworkRef
from models.people.values import Actor
from models.store.office import Office
from tests import builders

NOW = library.get(FrameworkRef("permanent_residence", "2026-02-24"))
GONE = "community_ties"
NEW = replace(
    NOW,
    version="2026-06-01",
    in_force_from=date(2026, 6, 1),
    criteria=tuple(each for each in NOW.criteria if each.key != GONE),
    standard_period=replace(NOW.standard_period, months=6),
)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """A case that was examined whole; then a new version came into force a month before today."""
    with builders.office(tmp_path) as made:
        builders.ready_case(made)
        builders.find_all(made)
        monkeypatch.setattr(library, "all_", lambda: (NOW, NEW))
        yield made


def blocks(office: Office) -> set[str]:
    return {each.message.code for each in decisions.gate(office, builders.EXAMINER, "A-001", Outcome.GRANT, "w").blocks}


def test_nothing_is_proposed_under_the_version_that_was_replaced(office: Office) -> None:
    assert blocks(office) == {"gate.version_not_in_force"}
    with pytest.raises(NotPermitted):
        decisions.propose(office, builders.EXAMINER, "A-001", Outcome.GRANT, "words")


def test_a_move_is_recorded_and_asks_for_every_finding_again(office: Office) -> None:
    before = cases.gather(office, "A-001").case
    moved = cases.move_framework(office, builders.EXAMINER, "A-001", NEW.version, "新しい版の施行")
    assert (moved.framework.version, moved.due_on) == (NEW.version, date(2026, 10, 6))
    assert (before.framework.version, before.due_on) == (NOW.version, date(2026, 8, 6))
    event = cases.gather(office, "A-001").events[-1]
    assert (event.kind, event.who) == ("framework_moved", "examiner1")
    assert (event.content["before"], event.content["why"]) == (NOW.version, "新しい版の施行")
    assert blocks(office) == {"gate.other_version"}
    assert records.verify(office).ok


def test_findings_confirmed_under_it_can_be_proposed(office: Office) -> None:
    cases.move_framework(office, builders.EXAMINER, "A-001", NEW.version)
    builders.find_all(office)
    assert blocks(office) == set()
    decisions.propose(office, builders.EXAMINER, "A-001", Outcome.GRANT, "words")


def test_what_is_no_longer_asked_leaves_the_count_and_keeps_its_words_in_the_record(office: Office) -> None:
    words = "町内会の活動に加わっている。"
    findings.save_draft(
        office, builders.EXAMINER, FindingDraft("A-001", GONE, FindingState.MET, (Reason(text=words),), base=1)
    )
    cases.move_framework(office, builders.EXAMINER, "A-001", NEW.version)
    file = cases.gather(office, "A-001")
    assert file.drafts == ()
    assert words in str(file.events[-1].content["drafts"])
    assert GONE not in {each.key for each in file.criteria}
    assert "gate.draft_left" not in blocks(office)
    assert records.verify(office).ok


@pytest.mark.parametrize("actor", [builders.EXAMINER2, builders.AUDITOR, builders.RULE_KEEPER, builders.ADMIN])
def test_only_its_examiner_or_a_supervisor_moves_it(office: Office, actor: Actor) -> None:
    with pytest.raises(NotPermitted):
        cases.move_framework(office, actor, "A-001", NEW.version)
    assert cases.move_framework(office, builders.SUPERVISOR, "A-001", NEW.version).framework.version == NEW.version


def test_where_it_cannot_go(office: Office) -> None:
    with pytest.raises(BadInput) as same:
        cases.move_framework(office, builders.EXAMINER, "A-001", NOW.version)
    assert same.value.message.code == "cases.same_version"
    with pytest.raises(NotFound):
        cases.move_framework(office, builders.EXAMINER, "A-001", "1999-01-01")
    cases.move_framework(office, builders.EXAMINER, "A-001", NEW.version)
    with pytest.raises(NotPermitted) as back:
        cases.move_framework(office, builders.EXAMINER, "A-001", NOW.version)
    assert back.value.message.code == "cases.version_does_not_apply"


def test_not_once_it_is_proposed(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    cases.move_framework(office, builders.EXAMINER, "A-001", NEW.version)
    builders.find_all(office)
    decisions.propose(office, builders.EXAMINER, "A-001", Outcome.GRANT, "words")
    newer = replace(NEW, version="2026-06-15", in_force_from=date(2026, 6, 15))
    monkeypatch.setattr(library, "all_", lambda: (NOW, NEW, newer))
    with pytest.raises(NotPermitted):
        cases.move_framework(office, builders.EXAMINER, "A-001", newer.version)
