"""A round in a real office: drawn, read blind, locked, verified, and in the report."""

import json
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import select

from desktop.operations import calibration, consistency, offices, records, sample
from desktop.operations import people as at_the_door
from desktop.operations.consistency import Asked as Wanted
from models.calibration.values import Asked, Place, Reading
from models.cases.tables import CaseRow
from models.decisions.values import Outcome
from models.errors import BadInput, NotFound, NotPermitted
from models.findings.values import FindingState
from models.people import service as people
from models.people.values import Actor
from models.records import service as record
from models.store.office import Office

EXAMINERS = 6
SIZE = 16


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample office."""
    where = tmp_path_factory.mktemp("calibration") / "office.akashi"
    sample.make(where, "sample", 150, 1, examiners=EXAMINERS, letters=0).close()
    return where


@pytest.fixture
def office(made: Path, tmp_path: Path) -> Office:
    """A copy of it, open."""
    where = tmp_path / "office.akashi"
    where.write_bytes(made.read_bytes())
    return offices.open_(where, "sample")


def who(office: Office, login: str) -> Actor:
    """A person who acts."""
    with office.read() as session:
        return people.actor(session, login)


def read_all(office: Office, apart: float = 0.15) -> None:
    """Everybody reads everything that waits; they part now and then."""
    random = np.random.default_rng(4)
    for n in range(1, EXAMINERS + 1):
        actor = who(office, f"examiner{n}")
        for place in calibration.to_read(office, actor):
            seen = calibration.open_(office, actor, place)
            truth = np.random.default_rng(place.place).random(len(seen.criteria) + 1) < 0.4
            said = truth ^ (random.random(len(truth)) < apart)
            found = {
                each.key: FindingState.NOT_MET if no else FindingState.MET
                for each, no in zip(seen.criteria, said, strict=False)
            }
            outcome = Outcome.REFUSE if said[-1] else Outcome.GRANT
            calibration.record(office, actor, Reading(place.round, place.place, found, outcome))


def test_a_round_is_drawn_read_and_flows_into_paper_and_release(office: Office) -> None:
    with office:
        supervisor = who(office, "supervisor1")
        drawn = calibration.draw(office, supervisor, Asked(SIZE, 5))
        assert (drawn.number, drawn.cases, drawn.wanted, drawn.given) == (1, SIZE, 2 * SIZE, 0)
        before = consistency.working_paper(office, supervisor, Wanted(bootstraps=100))
        assert before.agreement == ()
        read_all(office)
        assert calibration.rounds(office)[0].whole
        report = consistency.working_paper(office, supervisor, Wanted(bootstraps=100))
        outcome = next(row for row in report.agreement if row.item == "outcome")
        assert (outcome.units, outcome.ratings) == (SIZE, 2 * SIZE)
        assert None not in (outcome.alpha, outcome.alpha_low, outcome.ac1, outcome.kappa)
        assert report.noise.system is not None
        signing = at_the_door.sign_in(office, "supervisor1", "sample")
        released = consistency.release(office, signing, Wanted(release=True, bootstraps=100), None)
        shown = next(row for row in released.agreement if row.item == "outcome")
        assert shown.alpha == round(outcome.alpha or 0.0, 2)
        checked = records.verify(office)
        assert checked.first_broken is None


def test_what_a_reader_sees_names_nobody_and_tells_no_outcome(office: Office) -> None:
    with office:
        calibration.draw(office, who(office, "supervisor1"), Asked(SIZE, 5))
        actor = who(office, "examiner1")
        with office.read() as session:
            names = list(session.execute(select(CaseRow.name, CaseRow.name_reading, CaseRow.id, CaseRow.address)))
        secrets = {text for row in names for text in row if text}
        waiting = calibration.to_read(office, actor)
        assert waiting
        for place in waiting:
            seen = calibration.open_(office, actor, place)
            told = json.dumps([repr(seen.facts), seen.kind, seen.route, repr(seen.framework)], ensure_ascii=False)
            assert not [text for text in secrets if text in told]
            assert seen.facts
            assert not hasattr(seen, "outcome")


def test_a_reading_is_locked_and_only_its_readers_see_the_case(office: Office) -> None:
    with office:
        calibration.draw(
            office, who(office, "supervisor1"), Asked(2, 5, readers=("examiner1", "examiner2", "examiner3"))
        )
        actor = next(each for n in (1, 2, 3) if calibration.to_read(office, each := who(office, f"examiner{n}")))
        place = calibration.to_read(office, actor)[0]
        seen = calibration.open_(office, actor, place)
        found = {each.key: FindingState.MET for each in seen.criteria}
        with pytest.raises(BadInput):
            calibration.record(office, actor, Reading(place.round, place.place, {}, Outcome.GRANT))
        calibration.record(office, actor, Reading(place.round, place.place, found, Outcome.GRANT))
        assert place not in calibration.to_read(office, actor)
        with pytest.raises(BadInput) as caught:
            calibration.record(office, actor, Reading(place.round, place.place, found, Outcome.REFUSE))
        assert caught.value.message.code == "calibration.locked"
        for login in ("examiner6", "supervisor1"):
            with pytest.raises(NotPermitted):
                calibration.open_(office, who(office, login), place)
        with pytest.raises(NotFound):
            calibration.open_(office, actor, Place(9, 9))


def test_only_a_supervisor_draws_and_no_case_twice(office: Office) -> None:
    with office:
        with pytest.raises(NotPermitted):
            calibration.draw(office, who(office, "examiner1"), Asked(4, 1))
        with office.read() as session:
            assert record.next_seq(session) > 1
        supervisor = who(office, "supervisor1")
        with pytest.raises(BadInput):
            calibration.draw(office, supervisor, Asked(4, 1, readers=("examiner1", "nobody")))
        everything = calibration.draw(office, supervisor, Asked(10_000, 1))
        with pytest.raises(BadInput) as caught:
            calibration.draw(office, supervisor, Asked(4, 2))
        assert caught.value.message.code == "calibration.no_cases"
        assert calibration.rounds(office) == (everything,)
