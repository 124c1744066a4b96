"""What a supervisor may do, and which sentences stand on which finding."""

from pathlib import Path

import pytest

from desktop.countersign.form import CountersignForm, sentences
from desktop.operations import decisions, letters
from models.decisions.values import Outcome
from models.findings.values import FindingState
from models.people.values import Actor, Role
from models.store.office import Office
from tests import builders


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = builders.office(tmp_path)
    builders.ready_case(made)
    builders.find_all(made, not_met=["pension"])
    decisions.propose(made, builders.EXAMINER, "A-001", Outcome.REFUSE, "年金の納付の遅れを重く見る。")
    return made


def form_of(office: Office, actor: Actor) -> CountersignForm:
    return CountersignForm(builders.case_file(office), actor, "ja")


def test_not_met_comes_first(office: Office) -> None:
    form = form_of(office, builders.SUPERVISOR)
    assert [state for state, _ in form.groups()] == [FindingState.NOT_MET, FindingState.MET]
    assert form.first() == "pension"
    office.close()


def test_nothing_is_signed_before_the_letter_is_in_view(office: Office) -> None:
    form = form_of(office, builders.SUPERVISOR)
    assert not form.may_sign
    form.letter = letters.compose(office, builders.SUPERVISOR, "A-001", "ja")
    assert form.may_sign
    assert form.may_return
    bound, of = form.bound()
    assert 0 < bound <= of
    office.close()


def test_between_signature_and_issue_a_case_can_be_returned(office: Office) -> None:
    decisions.countersign(office, builders.SUPERVISOR, "A-001")
    form = form_of(office, builders.SUPERVISOR)
    assert (form.may_send_back, form.may_return, form.may_issue) == (True, False, True)
    assert not form_of(office, builders.EXAMINER2).may_send_back
    office.close()


def test_nobody_signs_their_own_proposal(office: Office) -> None:
    me = Actor(builders.EXAMINER.login, "佐藤 花子", Role.SUPERVISOR, None)
    form = form_of(office, me)
    assert form.why_not == "自分の提案は決裁できません。"
    assert not form.may_sign
    assert not form.may_return
    office.close()


def test_an_examiner_reads_only(office: Office) -> None:
    form = form_of(office, builders.EXAMINER2)
    assert form.why_not
    assert not form.may_return
    office.close()


def test_a_finding_knows_its_sentences_and_a_sentence_its_finding(office: Office) -> None:
    form = form_of(office, builders.SUPERVISOR)
    form.letter = letters.compose(office, builders.SUPERVISOR, "A-001", "ja")
    ids = form.sentence_ids("pension")
    assert ids
    assert {form.criterion_of(each) for each in ids} == {"pension"}
    assert len({s.id for s in sentences(form.letter)}) == len({s.id for s in sentences(form.letter) if s.text} | ids)
    office.close()


def test_comments_go_with_the_return_in_the_frameworks_order(office: Office) -> None:
    form = form_of(office, builders.SUPERVISOR)
    form.set_comment("pension", "督促を確かめる")
    form.set_comment("good_conduct", "照会の日は")
    form.set_comment("japanese", "  ")
    assert [key for key, _ in form.criteria_comments()] == ["good_conduct", "pension"]
    office.close()


def test_once_signed_it_can_be_issued_and_not_signed_again(office: Office) -> None:
    decisions.countersign(office, builders.SUPERVISOR, "A-001")
    form = form_of(office, builders.SUPERVISOR)
    assert form.may_issue
    assert not form.may_sign
    office.close()
