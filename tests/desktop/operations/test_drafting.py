"""A version that the office writes itself: kept, proposed, published by a second person; it governs from its day, and stands in
the record."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.operations import cases, decisions, drafting, frameworks, records
from models.decisions.values import Outcome
from models.errors import BadInput, CheckFailed, NotFound, NotPermitted, Stale
from models.frameworks import editing, library
from models.frameworks.drafts.values import DraftState
from models.frameworks.values import FrameworkRef
from models.people.values import Actor
from models.store.clock import Clock, fixed
from models.store.office import Office
from tests import builders

NOW = library.get(FrameworkRef("permanent_residence", "2026-02-24"))
KEEPER, SECOND = builders.RULE_KEEPER, builders.SUPERVISOR
START = date(2026, 9, 1)
LATER = datetime(2026, 9, 1, 3, 0, tzinfo=UTC)
QUESTION = ("criteria", "pension", "question", "ja")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office with one case that was examined whole."""
    with builders.office(tmp_path) as made:
        builders.ready_case(made)
        builders.find_all(made)
        yield made


def on(office: Office, moment: datetime) -> None:
    """Let the office's clock stand at another moment."""
    clock: Clock = fixed(moment)
    office.clock = clock


def written(office: Office, version: str = "2026-09-01") -> str:
    """A draft with another question on pensions."""
    draft = drafting.begin(office, KEEPER, NOW.ref)
    text = editing.put(editing.put(draft.text, ("version",), version), QUESTION, "別の問い")
    drafting.save(office, KEEPER, draft.draft.id, text, draft.draft.saving)
    return draft.draft.id


def test_a_draft_is_saved_kept_and_read_again(office: Office) -> None:
    draft = drafting.begin(office, KEEPER, NOW.ref)
    assert (draft.draft.id, draft.draft.based_on) == ("permanent_residence.1", NOW.version)
    drafting.save(office, KEEPER, draft.draft.id, draft.text + "# mine\n", 1)
    kept = drafting.keep(office, KEEPER, draft.draft.id, "first")
    assert [(each.number, each.note) for each in kept.revisions] == [(1, ""), (2, "first")]
    assert drafting.opened(office, builders.EXAMINER, draft.draft.id).text.endswith("# mine\n")
    assert [each.id for each in drafting.listing(office, builders.AUDITOR)] == [draft.draft.id]
    assert records.verify(office).ok


def test_who_writes_beside_another_keeps_both_texts(office: Office) -> None:
    draft = drafting.begin(office, KEEPER, NOW.ref)
    drafting.save(office, KEEPER, draft.draft.id, "first", 1)
    with pytest.raises(Stale) as raised:
        drafting.save(office, KEEPER, draft.draft.id, "second", 1)
    assert (raised.value.theirs, raised.value.mine) == ("first", "second")


@pytest.mark.parametrize("actor", [a for a in builders.EVERYONE if a != KEEPER], ids=lambda each: each.login)
def test_only_rule_keepers_write(office: Office, actor: Actor) -> None:
    with pytest.raises(NotPermitted):
        drafting.begin(office, actor, NOW.ref)
    draft = written(office)
    acts: tuple[Callable[[], object], ...] = (
        lambda: drafting.save(office, actor, draft, "x", 2),
        lambda: drafting.keep(office, actor, draft),
        lambda: drafting.propose(office, actor, draft, START),
        lambda: drafting.withdraw(office, actor, draft),
        lambda: drafting.give_up(office, actor, draft),
    )
    for act in acts:
        with pytest.raises(NotPermitted):
            act()


def test_a_second_person_publishes_and_from_its_day_it_governs(office: Office) -> None:
    draft = written(office)
    proposed = drafting.propose(office, KEEPER, draft, START, "問いを改めた")
    assert proposed.state is DraftState.PROPOSED
    with pytest.raises(NotPermitted):
        drafting.publish(office, KEEPER, draft)
    with pytest.raises(NotPermitted):
        drafting.publish(office, builders.EXAMINER, draft)
    made = drafting.publish(office, SECOND, draft, "よい")
    assert (made.version, made.in_force_from, made.proposed_by, made.published_by) == (
        "2026-09-01", START, KEEPER.login, SECOND.login,
    )  # fmt: skip
    assert cases.gather(office, "A-001").shelf.in_force(NOW.kind, date(2026, 8, 31)) == NOW
    on(office, LATER)
    file = cases.gather(office, "A-001")
    governing = file.shelf.in_force(NOW.kind, START)
    assert governing is not None
    assert (governing.version, governing.digest) == ("2026-09-01", made.digest)
    assert file.framework.version == NOW.version
    assert [each.question["ja"] for each in governing.criteria if each.key == "pension"] == ["別の問い"]
    assert records.verify(office).ok
    kinds = [each.kind for each in records.page(office, builders.AUDITOR, size=50)]
    assert {"rules_drafted", "rules_proposed", "rules_published"} <= set(kinds)


def test_when_it_takes_effect_open_cases_list_what_it_touches_and_can_be_moved(office: Office) -> None:
    draft = written(office)
    drafting.propose(office, KEEPER, draft, START)
    drafting.publish(office, SECOND, draft)
    assert frameworks.overtaken(office, builders.EXAMINER) == ()
    on(office, LATER)
    (found,) = frameworks.overtaken(office, builders.EXAMINER)
    assert (found.case, found.before.version, found.after.version) == ("A-001", NOW.version, "2026-09-01")
    assert [each.criterion for each in found.touched] == ["pension"]
    gate = decisions.gate(office, builders.EXAMINER, "A-001", Outcome.GRANT, "w")
    assert "gate.version_not_in_force" in {each.message.code for each in gate.blocks}
    moved = cases.move_framework(office, builders.EXAMINER, "A-001", "2026-09-01", "施行")
    assert moved.framework.version == "2026-09-01"
    assert frameworks.overtaken(office, builders.EXAMINER) == ()
    assert records.verify(office).ok


def test_a_returned_proposal_is_written_again(office: Office) -> None:
    draft = written(office)
    drafting.propose(office, KEEPER, draft, START)
    with pytest.raises(NotPermitted):
        drafting.save(office, KEEPER, draft, "x", 3)
    with pytest.raises(BadInput):
        drafting.send_back(office, SECOND, draft, " ")
    assert drafting.send_back(office, SECOND, draft, "根拠を書く").state is DraftState.OPEN
    drafting.propose(office, KEEPER, draft, START)
    assert drafting.withdraw(office, KEEPER, draft).state is DraftState.OPEN
    assert drafting.give_up(office, KEEPER, draft).state is DraftState.GIVEN_UP
    with pytest.raises(NotPermitted):
        drafting.keep(office, KEEPER, draft)
    assert records.verify(office).ok


@pytest.mark.parametrize(
    ("version", "day", "code"),
    [
        ("2026-02-24", START, "draft_version_there"),
        ("2026-09-01", date(2026, 6, 30), "draft_too_early"),
        ("a/b", START, "draft_bad_version"),
    ],
)
def test_what_cannot_stand_is_not_proposed(office: Office, version: str, day: date, code: str) -> None:
    draft = written(office, version)
    with pytest.raises(CheckFailed) as raised:
        drafting.propose(office, KEEPER, draft, day)
    assert f"frameworks.{code}" in {each.message.code for each in raised.value.problems}
    assert drafting.opened(office, KEEPER, draft).draft.state is DraftState.OPEN


def test_a_broken_text_names_its_lines(office: Office) -> None:
    draft = drafting.begin(office, KEEPER, NOW.ref)
    broken = draft.text.replace("mandatory: true", "mandatory: perhaps", 1)
    drafting.save(office, KEEPER, draft.draft.id, broken, 1)
    with pytest.raises(CheckFailed) as raised:
        drafting.propose(office, KEEPER, draft.draft.id, START)
    assert raised.value.problems[0].place.startswith("draft.yaml:")


def test_nobody_publishes_behind_a_day_that_passed(office: Office) -> None:
    draft = written(office)
    drafting.propose(office, KEEPER, draft, START)
    on(office, datetime(2026, 9, 2, 3, 0, tzinfo=UTC))
    with pytest.raises(CheckFailed):
        drafting.publish(office, SECOND, draft)


def test_a_my_number_in_a_draft_is_masked(office: Office) -> None:
    draft = drafting.begin(office, KEEPER, NOW.ref)
    drafting.save(office, KEEPER, draft.draft.id, draft.text + "# 123456789018\n", 1)
    assert "123456789018" not in drafting.opened(office, KEEPER, draft.draft.id).text


def test_a_draft_that_is_not_there_is_said(office: Office) -> None:
    with pytest.raises(NotFound):
        drafting.opened(office, KEEPER, "nothing.1")


def test_what_a_text_changes_is_told_as_it_is_typed() -> None:
    path = next(each for each in library.paths() if each.parent.name == NOW.id)
    text = path.read_text(encoding="utf-8")
    found = drafting.examine(editing.put(text, QUESTION, "別の問い"), NOW)
    assert [each.place for each in found.changes] == ["criteria.pension.question.ja"]
    assert "parameters.fee_yen" in {each.place for each in found.unverified} or found.unverified
    assert drafting.examine("a: [", NOW).problems[0].place == "draft.yaml:2"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE framework_version SET text = text || ' '",
        "UPDATE framework_revision SET note = 'x'",
        "DELETE FROM framework_step",
    ],
)
def test_what_was_published_cannot_be_changed_unseen(office: Office, statement: str) -> None:
    draft = written(office)
    drafting.propose(office, KEEPER, draft, START)
    drafting.publish(office, SECOND, draft)
    with office.begin() as session:
        session.connection().exec_driver_sql(statement)
    found = records.verify(office)
    assert found.first_broken is not None
    assert found.first_broken.kind == "state"
    if "framework_version" in statement:
        with pytest.raises(BadInput):
            cases.gather(office, "A-001")
