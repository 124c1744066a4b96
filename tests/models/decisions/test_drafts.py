"""What is written for a proposal, a return or an edit is kept until the act; a supervisor's edit keeps both texts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.operations import decisions as operations
from desktop.operations import records as record_ops
from models.decisions.values import DecisionDraft, Outcome, Paper
from models.errors import BadInput, CheckFailed, NotPermitted, Stale
from models.store.office import Office
from tests import builders
from tests.builders import EXAMINER, EXAMINER2, SUPERVISOR, SUPERVISOR2

MY_NUMBER = "123456789018"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with builders.office(tmp_path) as made:
        builders.ready_case(made)
        builders.find_all(made, not_met=["pension"])
        yield made


def weighing(text: str) -> DecisionDraft:
    return DecisionDraft("A-001", Paper.PROPOSAL, 1, text, Outcome.REFUSE)


def comments(text: str, *criteria: tuple[str, str]) -> DecisionDraft:
    return DecisionDraft("A-001", Paper.RETURN, 1, text, None, criteria)


def propose(office: Office) -> None:
    operations.propose(office, EXAMINER, "A-001", Outcome.REFUSE, "年金の納付の遅れを重く見た。")


def test_a_weighing_is_kept_for_its_writer_and_goes_with_the_proposal(office: Office) -> None:
    operations.save_draft(office, EXAMINER, weighing("書きかけ"))
    operations.save_draft(office, EXAMINER, weighing("書きかけの文"))
    kept = builders.case_file(office).paper(Paper.PROPOSAL, EXAMINER.login, 1)
    assert kept is not None
    assert (kept.draft.text, kept.draft.outcome) == ("書きかけの文", Outcome.REFUSE)
    assert builders.case_file(office).paper(Paper.PROPOSAL, EXAMINER2.login, 1) is None
    assert builders.case_file(office).paper(Paper.PROPOSAL, EXAMINER.login, 2) is None
    propose(office)
    assert builders.case_file(office).papers == ()


def test_an_emptied_draft_is_none(office: Office) -> None:
    operations.save_draft(office, EXAMINER, weighing("書きかけ"))
    operations.save_draft(office, EXAMINER, DecisionDraft("A-001", Paper.PROPOSAL, 1))
    assert builders.case_file(office).papers == ()


def test_two_supervisors_keep_their_own_comments_and_a_return_takes_only_its_own(office: Office) -> None:
    propose(office)
    operations.save_draft(office, SUPERVISOR, comments("全体", ("pension", "督促は")))
    operations.save_draft(office, SUPERVISOR2, comments("別の人"))
    operations.send_back(office, SUPERVISOR, "A-001", "全体", (("pension", "督促は"),))
    assert [each.by for each in builders.case_file(office).papers] == [SUPERVISOR2.login]


def test_the_role_that_does_not_do_the_act_keeps_no_draft_of_it(office: Office) -> None:
    with pytest.raises(NotPermitted):
        operations.save_draft(office, SUPERVISOR, weighing("x"))
    with pytest.raises(NotPermitted):
        operations.save_draft(office, EXAMINER, comments("x"))
    with pytest.raises(NotPermitted):
        operations.save_draft(office, EXAMINER2, weighing("別の審査官"))


def test_no_draft_and_no_comment_ever_holds_a_my_number(office: Office) -> None:
    operations.save_draft(office, EXAMINER, weighing(f"番号は{MY_NUMBER}"))
    assert builders.case_file(office).papers[0].draft.text == "番号は" + "*" * 12
    propose(office)
    for comment, criteria in ((MY_NUMBER, ()), ("見直し", (("pension", MY_NUMBER),))):
        with pytest.raises(BadInput):
            operations.send_back(office, SUPERVISOR, "A-001", comment, criteria)


def test_drafts_are_working_paper_and_leave_no_event(office: Office) -> None:
    before = len(builders.case_file(office).events)
    operations.save_draft(office, EXAMINER, weighing("書きかけ"))
    assert len(builders.case_file(office).events) == before
    assert record_ops.verify(office).ok


def test_an_edit_keeps_both_texts_and_who_made_it(office: Office) -> None:
    propose(office)
    version = builders.case_file(office).case.version
    operations.save_draft(office, SUPERVISOR, DecisionDraft("A-001", Paper.EDIT, 1, "直しかけ"))
    operations.edit(office, SUPERVISOR, "A-001", "遅れと、その後の納付をともに見た。", version, key="k")
    again = operations.edit(office, SUPERVISOR, "A-001", "遅れと、その後の納付をともに見た。", version, key="k")
    file = builders.case_file(office)
    assert file.proposal == again
    assert file.papers == ()
    assert again.weighing == "遅れと、その後の納付をともに見た。"
    assert again.edited is not None
    assert (again.edited.by, again.edited.before, again.by) == (
        SUPERVISOR.login,
        "年金の納付の遅れを重く見た。",
        EXAMINER.login,
    )
    assert [each.kind for each in file.events].count("proposal_edited") == 1
    operations.countersign(office, SUPERVISOR, "A-001")
    assert record_ops.verify(office).ok


def test_only_another_person_edits_only_what_is_proposed_and_only_what_holds(office: Office) -> None:
    with pytest.raises(NotPermitted):
        operations.edit(office, SUPERVISOR, "A-001", "まだ提案がない", 0)
    propose(office)
    version = builders.case_file(office).case.version
    with pytest.raises(NotPermitted):
        operations.edit(office, EXAMINER, "A-001", "自分で", version)
    with pytest.raises(Stale):
        operations.edit(office, SUPERVISOR, "A-001", "古い版を見た", version - 1)
    for wrong in ("", f"番号は{MY_NUMBER}"):
        with pytest.raises(CheckFailed):
            operations.edit(office, SUPERVISOR, "A-001", wrong, version)
    assert builders.case_file(office).proposal is not None
