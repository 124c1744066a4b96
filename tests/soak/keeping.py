"""What keeps an office: backups and restores, retention and disposal, reports, blind readings, people."""

import shutil
from datetime import timedelta

from desktop.operations import (
    backups,
    board,
    calibration,
    cases,
    consistency,
    deadlines,
    drills,
    offices,
    people,
    records,
    restoring,
    retention,
    shredding,
    turns,
)
from models.calibration.values import Asked as Draw
from models.calibration.values import Reading
from models.cases.values import State
from models.decisions.values import Outcome
from models.findings.values import FindingState
from models.people.values import Changes, Person, Role
from models.retention import rules
from models.retention.values import Ends, Show
from tests import builders
from tests.soak.acts import ADMINISTRATOR, AUDITOR, EXAMINER, NOTHING, SUPERVISOR, Act, act, other
from tests.soak.house import PASSPHRASE, PASSWORD, House


# ---- backups
def back_up(house: House) -> bool:
    """The automatic backup of the day; older generations go by themselves."""
    return backups.automatic(house.desks[0]) is not None


def restore_elsewhere(house: House) -> bool:
    """A backup put into another place is the same office: every case, every letter, a record that holds."""
    backup, where = house.aside / "backup.akashi", house.aside / "elsewhere.akashi"
    made = backups.make(house.desks[0], backup)
    try:
        restoring.restore(backup, where, PASSPHRASE, clock=house.clock)
        with offices.open_(where, PASSPHRASE, house.clock) as copy:
            assert records.verify(copy).ok
            assert {each.id for each in cases.listing(copy)} == house.told.cases
    finally:
        for each in house.aside.glob("elsewhere*"):
            shutil.rmtree(each) if each.is_dir() else each.unlink()
        backup.unlink()
    backups.note(house.desks[0], made, house.one(ADMINISTRATOR).actor)
    return True


def restore_here(house: House) -> bool:
    """A backup takes the office's own place; nothing was done since, so nothing is lost."""
    backup = house.aside / "backup.akashi"
    backups.make(house.desks[0], backup)
    house.close()
    restored = restoring.restore(backup, house.where, PASSPHRASE, clock=house.clock)
    backup.unlink()
    assert restored.lost == 0, restored
    assert restored.kept is not None
    restored.kept.unlink()
    house.open()
    return True


def drill(house: House) -> bool:
    """Backup and restore rehearsed on a copy."""
    return drills.run(house.desks[0], PASSPHRASE).rows > 0


# ---- retention
def hold(house: House) -> bool:
    """A case is held back from disposal, or the hold is lifted."""
    seat = house.one(house.draw.choice((SUPERVISOR, ADMINISTRATOR)))
    held = retention.listing(seat.office, seat.actor, Show.HELD)
    if held and house.draw.random() < 0.6:
        retention.lift(seat.office, seat.actor, house.draw.choice(held).case, "訴えは取り下げられた。")
        return True
    case = house.any(seat, State.ISSUED, State.CLOSED)
    if not case or case in {each.case for each in held}:
        return NOTHING
    retention.hold(seat.office, seat.actor, case, "訴えが起こされるかもしれない。")
    return True


def start_years(house: House) -> bool:
    """What starts the years of a case is noted: the permission's effect is over."""
    seat = house.one(ADMINISTRATOR)
    unknown = [each for each in retention.listing(seat.office, seat.actor, Show.UNKNOWN) if each.ends is Ends.GRANT]
    if unknown:
        retention.note(seat.office, seat.actor, house.draw.choice(unknown).case, house.today, False, "出国した。")
    return bool(unknown)


def propose_disposal(house: House) -> bool:
    """Cases whose years are over are proposed for disposal."""
    seat = house.one(house.draw.choice((SUPERVISOR, ADMINISTRATOR)))
    due = rules.may_go(retention.listing(seat.office, seat.actor, Show.DUE, size=50), house.today)
    if not due:
        return NOTHING
    retention.propose(seat.office, seat.actor, [each.case for each in due][:20], "保存期間の満了")
    return True


def answer_disposal(house: House) -> bool:
    """A second person disposes of them, or says no."""
    seat = house.one(SUPERVISOR)
    open_ = [each for each in retention.batches(seat.office, seat.actor) if each.open]
    if not open_:
        return NOTHING
    asked = house.draw.choice(open_)
    if asked.proposed_by == seat.actor.login:
        colleague = other(house, SUPERVISOR, seat.actor.login)
        assert colleague is not None
        seat = colleague
    cited = {each.subject: retention.kept(seat.office, seat.actor, each.subject) for each in asked.items}
    changed = any(each is None or each.hold is not None or not each.due(house.today) for each in cited.values())
    alone = any(each is not None and set(each.cited_by) - set(cited) for each in cited.values())
    if changed or alone or house.draw.random() < 0.2:
        retention.decline(seat.office, seat.actor, asked.number, "まだ要る。")
        return True
    signer = house.confirmed(seat, retention.DISPOSE, {retention.named(asked.number): asked.digest})
    made = retention.approve(seat.office, signer, asked.number, asked.digest)
    for each in asked.items:
        house.told.note("gone", each.subject)
    house.tally["cases-disposed"] += len(made.tombstones)
    assert not made.unlisted, made
    return True


def shred(house: House) -> bool:
    """What went, goes from the automatic backups too."""
    seat = house.one(SUPERVISOR)
    return bool(shredding.clean(seat.office, seat.actor))


# ---- reports and readings
def report(house: House) -> bool:
    """A working paper, in all its formats."""
    seat = house.one(house.draw.choice((SUPERVISOR, AUDITOR)))
    made = consistency.of_office(
        seat.office, seat.actor, consistency.Asked(bootstraps=50, seed=house.draw.randrange(99))
    )
    assert all(consistency.files(made, house.draw.choice(("ja", "en"))).values())
    return True


def release(house: House) -> bool:
    """A release: one proposes, another signs or declines."""
    seat = house.one(SUPERVISOR)
    waits = consistency.proposed_release(seat.office)
    if waits is None:
        consistency.propose_release(seat.office, seat.actor, consistency.Asked(release=True))
        return True
    if waits.by == seat.actor.login or house.draw.random() < 0.2:
        consistency.decline_release(seat.office, seat.actor)
        return True
    signer = house.confirmed(
        seat, consistency.RELEASE, {consistency.RELEASE: consistency.name_of(waits.asked, waits.bulletin)}
    )
    consistency.sign_release(seat.office, signer, waits)
    return True


def calibrate(house: House) -> bool:
    """Cases are drawn for blind readings; readers read them."""
    seat = house.one(EXAMINER)
    places = calibration.to_read(seat.office, seat.actor)
    if not places:
        boss = house.one(SUPERVISOR)
        calibration.draw(boss.office, boss.actor, Draw(2, house.draw.randrange(1_000)))
        return True
    blind = calibration.open_(seat.office, seat.actor, places[0])
    answers = (FindingState.MET, FindingState.MET, FindingState.NOT_MET)
    found = {each.key: house.draw.choice(answers) for each in blind.criteria}
    reading = Reading(blind.round, blind.place, found, house.draw.choice(list(Outcome)))
    calibration.record(seat.office, seat.actor, reading)
    return True


def oversee(house: House) -> bool:
    """The board, the record page by page, the deadlines, the look of a morning."""
    seat = house.one(SUPERVISOR)
    board.board(seat.office, seat.actor)
    deadlines.calendar(seat.office, seat.actor, "ja")
    page = records.page(seat.office, seat.actor, size=100)
    while page and house.draw.random() < 0.7:
        page = records.page(seat.office, seat.actor, page[-1].seq, 100)
    assert records.verify_start(seat.office).ok
    return True


# ---- people
def staff(house: House) -> bool:
    """Somebody new, a new password, another name, somebody who leaves."""
    seat = house.one(ADMINISTRATOR)
    guests = [login for login in house.roles if login.startswith("guest")]
    what = house.draw.randrange(4)
    if what == 0 and len(guests) < 3:
        login, unit = f"guest{house.draw.getrandbits(40):x}", house.unit_of("examiner1")
        people.add_person(
            seat.office, seat.actor, Person(login, "応援 職員", Role.EXAMINER, unit), PASSWORD, builders.SOFT
        )
        house.roles[login], house.passwords[login] = Role.EXAMINER, PASSWORD
    elif what == 1:
        login, new = house.draw.choice(list(house.roles)), f"new password {house.draw.getrandbits(30):x}"
        people.reset_password(seat.office, seat.actor, login, new, builders.SOFT)
        house.passwords[login] = new
        house.leave(login)
    elif what == 2 and guests:
        return _goodbye(house, guests)
    else:
        login = house.draw.choice(list(house.roles))
        name = next(each.name for each in people.listing(seat.office) if each.login == login)
        people.change_person(seat.office, seat.actor, login, Changes(name=name))
    return True


def _goodbye(house: House, guests: list[str]) -> bool:
    """A guest leaves; what they leave behind is handed over first."""
    login, boss = house.draw.choice(guests), house.one(SUPERVISOR)
    plan = {each.case.id: "examiner1" for each in turns.left_behind(boss.office, boss.actor, login)}
    turns.hand_over_all(boss.office, boss.actor, plan, "応援の終わり")
    seat = house.one(ADMINISTRATOR)
    people.change_person(seat.office, seat.actor, login, Changes(active=False))
    del house.roles[login]
    house.leave(login)
    return True


def be_away(house: House) -> bool:
    """Somebody is away for a few days, or back early."""
    seat = house.one(SUPERVISOR)
    away = turns.away(seat.office, seat.actor)
    here = [each for each in away if each.covers(house.today)]
    if here:
        turns.end_absence(seat.office, seat.actor, here[0].login, house.today)
        return True
    login = house.draw.choice(house.logins(EXAMINER))
    if login in {each.login for each in away}:
        return NOTHING
    turns.note_absence(seat.office, seat.actor, login, house.today, house.today + timedelta(days=3), "研修")
    return True


ACTS: tuple[Act, ...] = (
    act(back_up, 2),
    act(restore_elsewhere, 1),
    act(restore_here, 1),
    act(drill, 1),
    act(hold, 1),
    act(start_years, 2),
    act(propose_disposal, 2),
    act(answer_disposal, 2),
    act(shred, 1),
    act(report, 2),
    act(release, 1),
    act(calibrate, 2, "calibration.no_cases"),
    act(oversee, 2),
    act(staff, 1),
    act(be_away, 1),
)
