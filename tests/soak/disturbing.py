"""What goes wrong in an office: wrong passwords, work stopped half way, two writers at once, a killed process."""

import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from functools import partial

from desktop.operations import cases, consistency, findings, intake, offices, people, records
from models.cases.values import QueueFilter, QueueView
from models.consistency.service import Stopped
from models.errors import AkashiError, NotPermitted
from models.findings.values import FindingDraft, FindingState, Reason
from models.intake.values import Cancelled
from models.people.rules import FREE_FAILURES, LONGEST_WAIT
from models.records import service as record
from tests.faults import forks
from tests.soak import victim
from tests.soak.acts import AUDITOR, EXAMINER, SUPERVISOR, Act, act
from tests.soak.examining import EXAMINED, arriving
from tests.soak.house import House, Seat

PAUSE = timedelta(minutes=1)


def _must_raise(error: type[AkashiError], tried: Callable[[], object]) -> None:
    with suppress(error):
        tried()
        raise AssertionError(f"{error.__name__} did not come")


def _events(house: House) -> int:
    """How far the record goes."""
    seat = house.one(AUDITOR)
    return records.page(seat.office, seat.actor, size=1)[0].seq


# ---- the door
def mistype(house: House) -> bool:
    """Wrong passwords: a few cost nothing, many close the door for a while even to the right one."""
    login, office = house.draw.choice(list(house.roles)), house.draw.choice(house.desks)
    house.leave(login)
    times = house.draw.choice((1, 2, FREE_FAILURES))
    for _ in range(times):
        _must_raise(NotPermitted, lambda: people.sign_in(office, login, "not this one"))
    if times == FREE_FAILURES:
        _must_raise(NotPermitted, lambda: people.sign_in(office, login, house.passwords[login]))
    house.hands.at += LONGEST_WAIT
    house.sit(login)
    return True


def sign_out(house: House) -> bool:
    """Somebody locks their desk, or goes home; the next one sits down."""
    if house.sitting:
        house.leave(house.draw.choice([each.login for each in house.sitting.values()]))
    house.sit(house.draw.choice(list(house.roles)))
    return True


def close_and_open(house: House) -> bool:
    """Everybody leaves, the office is closed, and opened again by its passphrase; another one does not open it."""
    house.close()
    _must_raise(NotPermitted, lambda: offices.open_(house.where, "another passphrase", house.clock))
    house.open()
    return True


# ---- work that is stopped
def stop_import(house: House) -> bool:
    """A person stops an import half way: nothing of it stays."""
    seat, before = house.one(SUPERVISOR), _events(house)
    seat = house.sit(seat.actor.login)
    with arriving(house, 3) as (paths, _):
        path = paths["cases"]
        _must_raise(
            Cancelled, lambda: intake.import_file(seat.office, seat.actor, "cases", path, progress=lambda *_: False)
        )
    assert _behind(house, before) <= {"checkpoint"}
    return True


def spoil_import(house: House) -> bool:
    """A file with one bad row brings nothing at all, and is told by its line."""
    seat, before = house.one(SUPERVISOR), _events(house)
    seat = house.sit(seat.actor.login)
    with arriving(house, 2) as (paths, _):
        lines = paths["cases"].read_text(encoding="utf-8").splitlines()
        spoiled = lines[-1].split(",")
        spoiled[3] = "きのう"
        paths["cases"].write_text("\n".join([*lines[:-1], ",".join(spoiled)]), encoding="utf-8")
        with suppress(AkashiError):
            intake.import_file(seat.office, seat.actor, "cases", paths["cases"])
            raise AssertionError("a bad row was taken in")
    assert _behind(house, before) <= {"checkpoint"}
    return True


def _behind(house: House, seq: int) -> set[str]:
    """Kinds of acts on cases and people since an event; who signs in, and who was refused, is no matter here."""
    seat = house.one(AUDITOR)
    page = records.page(seat.office, seat.actor, size=50)
    return {each.kind for each in page if each.seq > seq} - {"signed_in", "refused", "viewed"}


def stop_report(house: House) -> bool:
    """A report stopped half way writes nothing."""
    seat = house.one(SUPERVISOR)
    with suppress(Stopped):
        consistency.of_office(seat.office, seat.actor, consistency.Asked(bootstraps=50), lambda *_: False)
    return True


# ---- two at once
def together(house: House) -> bool:
    """Two examiners at two desks work at the same moment: nobody gets another's case, nothing is lost."""
    here, there = house.draw.sample(house.logins(EXAMINER), 2)
    seats = [house.sit(here, 0), house.sit(there, 1)]
    seeds = [house.draw.getrandbits(32) for _ in seats]
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(partial(_busy, house), seats, seeds))
    taken = [case for each, _ in done for case in each]
    assert len(taken) == len(set(taken)), taken
    for _, saved in done:
        for line in saved:
            house.told.note("draft", *line)
    return True


def _busy(house: House, seat: Seat, seed: int) -> tuple[list[str], list[tuple[str, str, int, str]]]:
    """Takes cases and writes drafts as fast as it goes, on a desk of its own."""
    chance, taken = random.Random(seed), []
    saved: dict[tuple[str, str], tuple[str, str, int, str]] = {}
    for n in range(12):
        if n % 4 == 0 and (case := cases.take_next(seat.office, seat.actor)):
            taken.append(case)
        rows = cases.page(seat.office, seat.actor, QueueFilter(QueueView.MINE)).rows
        open_ = [each.id for each in rows if each.state in EXAMINED]
        if open_:
            file = cases.gather(seat.office, chance.choice(open_))
            key, text = chance.choice(file.criteria).key, f"同時に書いた下書き{seed:x}の{'一二三四五六七八九十百千'[n]}"
            found = file.finding(key)
            draft = FindingDraft(
                file.case.id, key, FindingState.MET, (Reason(text=text),), found.revision if found else 0
            )
            made = findings.save_draft(seat.office, seat.actor, draft)
            saved[file.case.id, key] = file.case.id, key, made.saving, text
    return taken, list(saved.values())


# ---- the end of a process
def kill(house: House) -> bool:
    """Another program works on the office and is killed, kill -9, wherever it is; what it said was done is done."""
    alone = house.draw.random() < 0.5
    if alone:
        house.close()
    first = next(house.numbers) + 1_000
    plan = victim.Task(
        str(house.where),
        house.hands.at.isoformat(),
        house.draw.getrandbits(32),
        first,
        dict(house.passwords),
        dict(house.roles),
    )
    number, pause = house.draw.randint(2, 12), house.draw.uniform(0, 0.12)
    fork = forks.start(partial(victim.main, plan), house.aside / "wrong")
    said = ""
    for _ in range(number):
        line = fork.out.readline()
        assert line, fork.wrong
        said += line
    time.sleep(pause)
    said += fork.kill()
    house.numbers = victim.numbers(first + 500)
    house.told.heard(said)
    house.tally["kills"] += 1
    house.tally["acts-before-kills"] += sum('"act"' in line for line in said.splitlines())
    if alone:
        house.open()
    _catch_up(house)
    return True


def _catch_up(house: House) -> None:
    """The clock goes on behind the last thing that the killed program did; cases that it brought are counted."""
    with house.desks[0].read() as session:
        last = record.standing(session).at
    assert last is not None
    house.hands.at = max(house.hands.at, last) + PAUSE
    house.told.came(each.id for each in cases.listing(house.desks[0]))


ACTS: tuple[Act, ...] = (
    act(mistype, 1),
    act(sign_out, 3),
    act(close_and_open, 1),
    act(stop_import, 1),
    act(spoil_import, 1),
    act(stop_report, 1),
    act(together, 2),
    act(kill, 3),
)
