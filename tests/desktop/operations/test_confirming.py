"""To countersign, to issue and to release ask for the password again: bound to the document, recorded, closed after misses."""

import json
from dataclasses import replace

import pytest

from desktop.operations import batch, decisions, letters, people, records
from models.decisions.values import Outcome
from models.errors import AkashiError
from models.people.values import Actor
from models.store.office import Office
from tests import builders
from tests.builders import EXAMINER, PASSWORD
from tests.desktop.operations.issuing import sign
from tests.postgres import backends


@pytest.fixture(params=[backends.EMBEDDED, pytest.param(backends.SERVER, marks=pytest.mark.needs("postgres"))])
def office(request: pytest.FixtureRequest, tmp_path: object) -> object:
    """Two cases: one proposed, one countersigned; on both backends."""
    from pathlib import Path

    with backends.using(request.param), builders.office(Path(str(tmp_path))) as made:
        builders.ready_case(made)
        builders.find_all(made)
        decisions.propose(made, EXAMINER, "A-001", Outcome.GRANT, "総合して判断した。")
        sign(made, "A-002")
        yield made


def at_the_desk(office: Office, login: str) -> Actor:
    """Signed in, as a desk holds it: the key is open for the session, and good for less."""
    actor = people.sign_in(office, login, PASSWORD)
    assert actor.signer is not None
    return replace(actor, signer=actor.signer.for_the_session())


def refusal(act: object) -> str:
    with pytest.raises(AkashiError) as refused:
        act()  # type: ignore[operator]  # whatever raises
    return refused.value.message.code


def test_the_password_opens_the_key_for_one_document(office: Office) -> None:
    who = at_the_desk(office, "supervisor1")
    digest = letters.compose(office, who, "A-001", "ja").content_digest
    assert refusal(lambda: decisions.countersign(office, who, "A-001")) == "people.confirm_first"
    for act, documents in (
        ("issue", {"A-001": digest}), (decisions.SIGN, {"A-002": digest}), (decisions.SIGN, {"A-001": "ab" * 32}),
    ):  # fmt: skip
        other = people.confirm(office, who, PASSWORD, act, documents)
        assert refusal(lambda one=other: decisions.countersign(office, one, "A-001")) == "people.confirmed_other"
    sure = people.confirm(office, who, PASSWORD, decisions.SIGN, {"A-001": digest})
    assert decisions.countersign(office, sure, "A-001").content_digest == digest
    assert refusal(lambda: letters.issue(office, sure, "A-001")) == "people.confirmed_other"
    assert refusal(lambda: letters.issue(office, who, "A-001")) == "people.confirm_first"
    said = [(each.kind, each.content.get("code")) for each in records.page(office, builders.AUDITOR, size=30)]
    assert ("refused", "people.confirm_first") in said
    assert ("refused", "people.confirmed_other") in said
    assert records.verify(office).ok


def test_misses_are_recorded_and_close_the_door_for_both(office: Office) -> None:
    who = at_the_desk(office, "supervisor1")
    codes = [refusal(lambda: people.confirm(office, who, "no", "issue", {})) for _ in range(6)]
    assert codes == ["people.wrong_password"] * 4 + ["people.closed"] * 2
    assert refusal(lambda: people.confirm(office, who, PASSWORD, "issue", {})) == "people.closed"
    assert refusal(lambda: people.sign_in(office, "supervisor1", PASSWORD)) == "people.closed"
    missed = [each for each in records.page(office, builders.AUDITOR, size=9) if each.kind == "sign_in_failed"]
    assert [each.content["for"] for each in missed] == ["issue"] * 5


def test_a_batch_asks_once_and_is_bound_to_what_was_countersigned(office: Office) -> None:
    who = at_the_desk(office, "supervisor2")
    documents = batch.documents(office, who, ["A-002", "A-001", "A-404"])
    assert list(documents) == ["A-002"]
    assert batch.one(office, who, "A-002").error is not None
    sure = people.confirm(office, who, PASSWORD, letters.ISSUE, documents)
    made = batch.issue(office, sure, ["A-001", "A-002"])
    assert [(each.case, each.error is None) for each in made.done] == [("A-001", False), ("A-002", True)]
    [said] = [each for each in records.page(office, builders.AUDITOR, size=30) if each.kind == "confirmed"]
    assert said.content["act"] == "issue"
    assert len(said.content["documents"]) == 1  # type: ignore[arg-type]  # as the record holds it
    told = json.dumps(said.content)
    assert not any(each in told for pair in documents.items() for each in pair), "it outlives the case"
    issued = next(each for each in records.page(office, builders.AUDITOR, size=30) if each.kind == "issued")
    assert "signature" in issued.content
