"""Reports from the office's own record: counts only, roles, the ledger, two people, a look-up that is recorded."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.operations import bulletin, consistency, people, records
from desktop.operations.consistency import Asked
from models.consistency import rules, service
from models.consistency.values import Product
from models.errors import BadInput, NotFound, NotPermitted
from models.people.values import CONSOLE, Actor
from models.store.office import Office
from tests import builders
from tests.desktop.operations import consistency_office
from tests.reports.consistency import papers

HALF = Asked(date(2026, 4, 1), date(2026, 9, 30), bootstraps=20)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """400 decisions of twelve people."""
    with builders.office(tmp_path_factory.mktemp("office")) as made:
        consistency_office.decide(made)
        yield made


def kinds(office: Office) -> list[str]:
    """Kinds of events, newest first."""
    return [event.kind for event in records.page(office, builders.AUDITOR, size=20)]


def test_gathering_takes_every_countersigned_decision_and_no_open_case(office: Office) -> None:
    gathered = consistency.gather(office, builders.SUPERVISOR)
    assert gathered.decisions.size == 400
    assert sorted(gathered.decisions.criteria) == ["good_conduct", "pension", "resident_tax"]
    assert set(gathered.decisions.reasons) == {"P-01", "P-02", "P-03"}
    assert (gathered.decisions.findings >= 0).all()
    assert gathered.kinds == ("permanent_residence",)
    assert sorted(gathered.units) == ["第一", "第二"]
    assert min(gathered.logins) == "maker0"


def test_days_are_days_in_japan(office: Office) -> None:
    """14:30 UTC is 23:30 in Tokyo: the same day; half an hour later would be the next one."""
    days = consistency.gather(office, builders.SUPERVISOR).days
    assert days is not None
    assert days[0] >= date(2026, 4, 1)
    assert days[1] <= date(2026, 9, 29)


def test_reading_a_working_paper_is_recorded(office: Office) -> None:
    report = consistency.working_paper(office, builders.SUPERVISOR, HALF)
    assert report.product is Product.WORKING_PAPER
    assert report.protected
    assert report.population.decisions == 400
    event = records.page(office, builders.AUDITOR, size=1)[0]
    assert (event.kind, event.who) == ("report.made", builders.SUPERVISOR.login)
    assert event.content["report"] == report.id
    assert consistency_office.NAME not in json.dumps(event.content, ensure_ascii=False)


def test_no_name_comes_out(office: Office) -> None:
    report = consistency.working_paper(office, builders.SUPERVISOR, HALF)
    written = consistency.files(report, "ja")
    assert len(written) >= 3
    for name, content in written.items():
        assert consistency_office.NAME.encode() not in papers.plain(content), name
        assert b"maker" not in papers.plain(content), name
        assert b"Q-00" not in papers.plain(content), name


def test_who_may_report(office: Office) -> None:
    for actor in (builders.EXAMINER, builders.RULE_KEEPER, builders.ADMIN):
        with pytest.raises(NotPermitted):
            consistency.of_office(office, actor, HALF)
    with pytest.raises(NotPermitted):
        consistency.of_office(office, builders.AUDITOR, replace(HALF, release=True))
    assert consistency.of_office(office, builders.AUDITOR, HALF).population.decisions == 400
    assert consistency.of_office(office, CONSOLE, HALF).population.decisions == 400


def test_protection_cannot_be_switched_off_in_an_office(office: Office) -> None:
    with pytest.raises(BadInput):
        consistency.of_office(office, builders.SUPERVISOR, replace(HALF, protected=False))


def test_a_code_leads_back_only_on_record_and_with_a_purpose(office: Office) -> None:
    report = consistency.working_paper(office, builders.SUPERVISOR, HALF)
    found = {
        row.code: consistency.look_up(office, builders.SUPERVISOR, report.id, row.code, "再読の割当")
        for row in report.examiners
    }
    assert set(found.values()) <= {f"maker{n}" for n in range(12)}
    assert len(set(found.values())) == len(found)
    assert kinds(office)[0] == "report.looked_up"
    for why in ("  ", "1234-5678-9018"):
        with pytest.raises(BadInput):
            consistency.look_up(office, builders.SUPERVISOR, report.id, report.examiners[0].code, why)
    with pytest.raises(NotFound):
        consistency.look_up(office, builders.SUPERVISOR, report.id, "ZZ99", "x")
    with pytest.raises(NotPermitted):
        consistency.look_up(office, builders.AUDITOR, report.id, report.examiners[0].code, "x")


def test_the_code_is_that_of_the_person(office: Office) -> None:
    gathered = consistency.gather(office, builders.SUPERVISOR)
    made = consistency.paper(gathered, HALF)
    consistency.note(office, builders.SUPERVISOR, made)
    row = next(row for row in made.report.examiners if row.decisions)
    login = consistency.look_up(office, builders.SUPERVISOR, made.report.id, row.code, "確認")
    place = gathered.logins.index(login)
    assert int((gathered.decisions.examiner == place).sum()) == row.decisions


def test_a_release_is_the_act_of_two_people(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        consistency_office.decide(office)
        asked = replace(HALF, release=True)
        consistency.propose_release(office, builders.SUPERVISOR, asked)
        waiting = consistency.proposed_release(office)
        assert waiting is not None
        assert (waiting.by, waiting.asked.from_) == (builders.SUPERVISOR.login, HALF.from_)
        with pytest.raises(NotPermitted):
            consistency.sign_release(office, builders.SUPERVISOR, waiting)
        assert kinds(office)[0] == "refused"
        report = consistency.sign_release(office, builders.SUPERVISOR2, waiting)
        assert report.product is Product.RELEASE
        assert report.groups == ()
        assert consistency.proposed_release(office) is None
        event = next(each for each in records.page(office, builders.AUDITOR) if each.kind == "report.released")
        assert (event.who, event.content["proposed_by"]) == (builders.SUPERVISOR2.login, builders.SUPERVISOR.login)
        with office.read() as session:
            assert len(service.ledger(session).entries) == 1
        assert records.verify(office).ok
        near = consistency.release(office, builders.SUPERVISOR, replace(asked, to=date(2026, 9, 26)), None)
        assert near.population.decisions is None
        assert near.protection.withheld_because[0].reason == "why_difference_too_small"


def test_the_confirmation_of_a_yearly_account_is_of_no_other_release(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        bulletin.propose(office, builders.SUPERVISOR, 2026, None)
        waiting = consistency.proposed_release(office)
        assert waiting is not None
        assert waiting.bulletin == 2026

        def confirmed(year: int | None) -> Actor:
            named = {consistency.RELEASE: consistency.name_of(waiting.asked, year)}
            return people.confirm(office, builders.SUPERVISOR2, builders.PASSWORD, consistency.RELEASE, named)

        with pytest.raises(NotPermitted):
            bulletin.of_office(office, confirmed(None), 2026, None, proposed_by=waiting.by)
        with pytest.raises(NotPermitted):
            consistency.sign_release(office, confirmed(2026), waiting)
        bulletin.of_office(office, confirmed(2026), 2026, None, proposed_by=waiting.by)
        event = next(each for each in records.page(office, builders.AUDITOR) if each.kind == "report.released")
        assert event.content["bulletin"] == 2026
        assert records.verify(office).ok


def test_a_declined_release_leaves_nothing_behind(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        consistency.propose_release(office, builders.SUPERVISOR, HALF)
        consistency.decline_release(office, builders.SUPERVISOR2)
        assert consistency.proposed_release(office) is None
        assert kinds(office)[0] == "report.release_declined"
        assert records.verify(office).ok
        with office.read() as session:
            assert service.ledger(session).entries == ()


def test_an_empty_office_gives_a_short_report(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        report = consistency.working_paper(office, builders.SUPERVISOR, Asked())
        assert report.population.decisions is None
        assert consistency.gather(office, builders.SUPERVISOR).days is None
        assert set(consistency.files(report, "en")) == {"report.pdf", "report.xlsx", "report.json"}


def test_the_person_can_stop_it(office: Office) -> None:
    with pytest.raises(service.Stopped):
        consistency.gather(office, builders.SUPERVISOR, lambda _done, _total: False)


def test_the_report_equals_that_of_the_same_columns(office: Office) -> None:
    gathered = consistency.gather(office, builders.SUPERVISOR)
    made = consistency.paper(gathered, replace(HALF, unit="第一"))
    exact = rules.compute(gathered.decisions, None, made.options)
    assert made.report.population.decisions == exact.population.decisions
    assert made.report.overdispersion == exact.overdispersion


def test_the_bulletin_gives_times_once(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        consistency_office.decide(office)
        first = bulletin.of_office(office, builders.SUPERVISOR, 2026, None)
        assert first.report.product is Product.RELEASE
        assert first.office == "試験局"
        assert first.times is not None
        assert first.times.quarter <= first.times.half <= first.times.three_quarters
        again = bulletin.of_office(office, builders.SUPERVISOR2, 2026, None)
        assert again.times is None
        assert again.report.population == first.report.population
        assert set(bulletin.files(first, "ja")) == {"bulletin.ja.pdf", "bulletin.ja.html"}
        with pytest.raises(NotPermitted):
            bulletin.of_office(office, builders.AUDITOR, 2026, None)


def test_what_is_kept_equals_a_recomputation(tmp_path: Path) -> None:
    """Kept after each change of cases, in three steps; and packed anew from nothing: the same decisions, the same sums."""
    with builders.office(tmp_path) as office:
        for step in range(3):
            consistency_office.decide(office, number=60 + 20 * step, seed=step, start=200 * step)
            with office.begin() as session:
                consistency_office.tell(session, range(200 * step, 200 * step + 200))
            consistency.gather(office, builders.SUPERVISOR)
        with office.begin() as session:
            consistency_office.reopen(session, "Q-00003")
            consistency_office.tell(session, (3, 70))
        kept = consistency.gather(office, builders.SUPERVISOR)
        assert kept.decisions.size == 60 + 80 + 100 - 1
        asked = replace(HALF, seed=1).options("office")
        for options in (asked, replace(asked, from_=None, to=None), replace(asked, kind="permanent_residence")):
            assert kept.kept.covers(options)
            assert kept.exact(options) == rules.compute(kept.decisions, None, options)
        with office.begin() as session:
            consistency_office.forget(session)
        anew = consistency.gather(office, builders.SUPERVISOR)
        assert anew.decisions.size == kept.decisions.size
    reports = [rules.compute(each.decisions, None, replace(HALF, seed=1).options("office")) for each in (kept, anew)]
    first, second = (
        replace(each, id="", examiners=(), charts=replace(each.charts, caterpillar=())) for each in reports
    )
    assert first.population == second.population
    assert first.overdispersion == second.overdispersion
    assert {row.criterion: row.rate for row in first.criteria} == {row.criterion: row.rate for row in second.criteria}
    assert sorted(kept.logins) == sorted(anew.logins)
    counts = [sorted((row.decisions, row.observed) for row in each.examiners) for each in reports]
    assert counts[0] == counts[1]
