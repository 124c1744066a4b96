"""A decided case does not grow older: its facts are those of the day of the decision, as its letter says them."""

from datetime import date, timedelta
from pathlib import Path

from desktop.operations import cases, decisions, letters, offices
from models.casefile.values import CaseFile
from models.decisions.values import Outcome
from models.letters import settings as letter_settings
from models.store.clock import Clock
from models.store.office import Office
from tests import builders

LATER = timedelta(days=400)


def months(file: CaseFile) -> object:
    """The months of the stay."""
    return next(each.value for each in file.facts if each.key == "residence.months")


def a_year_later(office: Office) -> CaseFile:
    """The same case, opened more than a year on."""
    where, at = office.location, office.clock.now() + LATER
    office.close()
    clock = Clock(lambda: at)
    with offices.open_(where.url, "", clock) if where.url else builders.opened(where.file, clock) as again:
        return cases.gather(again, "A-001")


def signed(folder: Path) -> Office:
    """An office whose case was granted and countersigned today."""
    made = builders.office(folder)
    letters.change_settings(made, builders.ADMIN, letter_settings.sample())
    builders.ready_case(made)
    builders.find_all(made)
    decisions.propose(made, builders.EXAMINER, "A-001", Outcome.GRANT, "有利な事情を考えました。")
    decisions.countersign(made, builders.SUPERVISOR, "A-001")
    return made


def test_facts_of_a_decided_case_stay_those_of_its_day(tmp_path: Path) -> None:
    office = signed(tmp_path)
    then, day = cases.gather(office, "A-001"), office.clock.today()
    later = a_year_later(office)
    assert (later.seen_on, months(later)) == (day, months(then))


def test_facts_of_an_open_case_go_with_the_day(tmp_path: Path) -> None:
    office = builders.office(tmp_path)
    builders.ready_case(office)
    then: date = office.clock.today()
    before = months(cases.gather(office, "A-001"))
    later = a_year_later(office)
    assert later.seen_on == then + LATER
    assert months(later) != before
