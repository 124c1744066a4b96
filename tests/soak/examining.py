"""What examiners do with their cases: take, read, write, find, ask, wait, propose."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

from desktop.operations import cases, copying, decisions, findings, intake, lettering, requests, turns
from desktop.operations.invented.between import Week
from desktop.operations.invented.judge import granted, judge
from models.casefile.values import CaseFile
from models.cases.values import QueueFilter, QueueView, State, WaitingFor
from models.decisions.values import DecisionDraft, Outcome, Paper
from models.errors import CheckFailed, Stale
from models.findings.values import FindingDraft, FindingState, Reason
from models.inquiries.values import InquiryKind, InquiryState
from models.requests.values import Request
from tests.soak import arrivals
from tests.soak.acts import EXAMINER, NOTHING, SUPERVISOR, Act, act, other
from tests.soak.house import House, Seat

EXAMINED = (State.RECEIVED, State.EXAMINING, State.RETURNED)
WORDS = "書類を確かめているところ。次に見る資料を書き留める。"


# ---- arriving and taking
@contextmanager
def arriving(house: House, number: int) -> Iterator[tuple[dict[str, Path], list[str]]]:
    """Import files of new applications, and their numbers, told as coming before anything is done."""
    folder = Path(tempfile.mkdtemp(dir=house.aside))
    try:
        new = [arrivals.invented(house.draw, next(house.numbers), house.today) for _ in range(number)]
        for each in new:
            house.told.note("coming", each.case.id)
        yield arrivals.files(folder, new), [each.case.id for each in new]
    finally:
        shutil.rmtree(folder)


def import_files(house: House) -> None:
    """A few applications come, each kind of row in a file of its own: one behind the other, or all in one transaction."""
    seat = house.one(house.draw.choice((EXAMINER, SUPERVISOR)))
    with arriving(house, house.draw.randint(1, 4)) as (paths, numbers):
        if house.draw.random() < 0.5:
            for what, path in paths.items():
                intake.import_file(seat.office, seat.actor, what, path, dry_run=house.draw.random() < 0.02)
        else:
            read = [intake.read(seat.actor, what, path) for what, path in paths.items()]
            tried = intake.take_all(seat.office, seat.actor, intake.in_order(read))
            assert tried.refused is None, tried.refused
    there = {each.id for each in cases.listing(seat.office)}
    for each in numbers:
        if each in there:
            house.told.note("case", each)


def take_next(house: House) -> bool:
    """The next case of the unit."""
    seat = house.one(EXAMINER)
    return cases.take_next(seat.office, seat.actor) is not None


def assign(house: House) -> bool:
    """A supervisor gives a case that nobody has to an examiner."""
    seat = house.one(SUPERVISOR)
    case = house.pick(seat, QueueView.UNASSIGNED)
    if not case:
        return NOTHING
    cases.assign(seat.office, seat.actor, case, house.draw.choice(house.logins(EXAMINER)))
    return True


def look(house: House) -> bool:
    """Read: the queue page by page, a search, a case beside the list and as a whole, its history."""
    seat = house.one(house.draw.choice((EXAMINER, SUPERVISOR)))
    page = cases.page(seat.office, seat.actor, QueueFilter(QueueView.ALL), size=20)
    while page.after is not None and house.draw.random() < 0.8:
        page = cases.page(seat.office, seat.actor, QueueFilter(QueueView.ALL), page.after, 20)
    if not page.rows:
        return NOTHING
    row = house.draw.choice(page.rows)
    found = cases.page(seat.office, seat.actor, QueueFilter(QueueView.ALL, search=row.id)).rows
    assert row.id in {each.id for each in found}, "a case is found by its number"
    file = cases.preview(seat.office, seat.actor, row.id)
    assert cases.open_case(seat.office, seat.actor, row.id).case == file.case
    for each in file.findings[:1]:
        assert findings.history(seat.office, row.id, each.criterion)[-1] == each
    return True


# ---- writing and finding
def _opened(house: House, seat: Seat, *states: State) -> CaseFile | None:
    case = house.mine(seat, *(states or EXAMINED))
    return cases.open_case(seat.office, seat.actor, case) if case else None


def write(house: House) -> bool:
    """A draft, saved a few times as the desk does every two seconds."""
    seat = house.one(EXAMINER)
    file = _opened(house, seat)
    if file is None:
        return NOTHING
    criterion = house.draw.choice(file.criteria).key
    found = file.finding(criterion)
    for n in range(house.draw.randint(1, 3)):
        text = f"{WORDS}{house.draw.getrandbits(30):x}その{'一二三'[n]}"
        new = FindingDraft(
            file.case.id, criterion, FindingState.MET, (Reason(text=text),), found.revision if found else 0
        )
        saved = findings.save_draft(seat.office, seat.actor, new)
        house.told.note("draft", file.case.id, criterion, saved.saving, text)
        house.pass_time(30)
    return True


def discard(house: House) -> bool:
    """A draft that is not wanted any more."""
    seat = house.one(EXAMINER)
    file = _opened(house, seat)
    if file is None or not file.drafts:
        return NOTHING
    _discard(house, seat, file.case.id, house.draw.choice(file.drafts).draft.criterion)
    return True


def _discard(house: House, seat: Seat, case: str, criterion: str) -> None:
    house.told.note("loose", case, criterion)
    findings.discard_draft(seat.office, seat.actor, case, criterion)


def _record(house: House, seat: Seat, new: FindingDraft) -> None:
    house.told.note("loose", new.case, new.criterion)
    made = findings.record(seat.office, seat.actor, new)
    house.told.note("finding", made.case, made.criterion, made.revision)
    house.pass_time(200)


def find(house: House) -> bool:
    """Findings on some criteria, as the facts show; met, not met, does not apply."""
    seat = house.one(EXAMINER)
    file = _opened(house, seat)
    if file is None:
        return NOTHING
    todo = [each for each in judge(Random(file.case.id), file).drafts if not file.state_of(each.criterion).is_answer]
    for each in todo[: house.draw.randint(2, 8)]:
        _record(house, seat, each)
    return bool(todo)


def find_behind(house: House) -> bool:
    """A finding begun before the last one was recorded gives way."""
    seat = house.one(EXAMINER)
    file = _opened(house, seat)
    if file is None or not file.findings:
        return NOTHING
    old = house.draw.choice(file.findings)
    stale = FindingDraft(file.case.id, old.criterion, old.finding, old.reasons, old.revision - 1)
    with suppress(Stale):
        findings.record(seat.office, seat.actor, stale)
        raise AssertionError("a finding overwrote a newer one")
    return True


# ---- asking and waiting
def _week(house: House, seat: Seat, case: str) -> Week:
    colleague, supervisor = other(house, EXAMINER, seat.actor.login), house.one(SUPERVISOR)
    assert colleague is not None
    return Week(house.sit(seat.actor.login).office, case, seat.actor, colleague.actor, supervisor.actor)


def ask(house: House) -> bool:
    """Documents are asked for, or a comment on what speaks against the applicant."""
    seat = house.one(EXAMINER)
    case = house.mine(seat, *EXAMINED)
    if not case:
        return NOTHING
    week = _week(house, seat, case)
    if not requests.desk(week.office, seat.actor, case).choices:
        return NOTHING
    for draft in cases.gather(week.office, case).drafts:
        house.told.note("loose", case, draft.draft.criterion)  # it records what the documents are needed for
    week.ask_comment() if house.draw.random() < 0.4 else week.ask()
    return True


def _asked(house: House, *, late: bool | None = None) -> tuple[Seat, Request] | None:
    """An open request of somebody's own waiting case."""
    seat = house.one(EXAMINER)
    case = house.mine(seat, State.WAITING)
    sent = requests.listing(seat.office, seat.actor, case) if case else ()
    wanted = [each for each in sent if each.state.is_open and late in (None, each.late(house.today))]
    return (seat, house.draw.choice(wanted)) if wanted else None


def hear(house: House) -> bool:
    """The post delivered a request, or a reply comes, whole or in part."""
    found = _asked(house)
    if found is None:
        return NOTHING
    seat, asked = found
    week = _week(house, seat, asked.case)
    house.draw.choice((week.deliver, week.reply_in_part, week.reply, week.reply))()
    return True


def hear_nothing(house: House) -> bool:
    """The day is over: ask again, or go on without."""
    found = _asked(house, late=True)
    if found is None:
        return NOTHING
    seat, asked = found
    if house.draw.random() < 0.4 and asked.state.is_open:
        _week(house, seat, asked.case).ask_again()
    else:
        requests.give_up(seat.office, seat.actor, asked.case, asked.number, "期限を過ぎても届かなかった。")
    return True


def take_back(house: House) -> bool:
    """A request is not needed any more."""
    found = _asked(house)
    if found is None:
        return NOTHING
    seat, asked = found
    requests.withdraw(seat.office, seat.actor, asked.case, asked.number, "別の資料で確かめられた。")
    return True


def wait_or_go_on(house: House) -> bool:
    """A case waits without a request; or goes on, whatever it waited for."""
    seat = house.one(EXAMINER)
    waiting = house.mine(seat, State.WAITING)
    if waiting and house.draw.random() < 0.6:
        cases.resume(seat.office, seat.actor, waiting)
        return True
    case = house.mine(seat, *EXAMINED)
    if case:
        cases.wait(seat.office, seat.actor, case, house.draw.choice(list(WaitingFor)))
    return bool(case)


def inquire(house: House) -> bool:
    """An interview, a survey or an inquiry: planned, held, or called off."""
    from desktop.operations import inquiries

    seat = house.one(EXAMINER)
    case = house.mine(seat)
    if not case:
        return NOTHING
    week = _week(house, seat, case)
    planned = [each for each in inquiries.listing(week.office, seat.actor, case) if each.state is InquiryState.PLANNED]
    if not planned:
        house.draw.choice((week.plan_interview, week.plan_survey, week.inquire))()
    elif planned[0].kind is InquiryKind.INTERVIEW and house.draw.random() < 0.7:
        week.interview()
    else:
        inquiries.cancel(week.office, seat.actor, case, planned[0].number, "要らなくなった。")
    return True


def speak_for(house: House) -> bool:
    """Somebody represents the applicant."""
    seat = house.one(EXAMINER)
    case = house.mine(seat, *EXAMINED)
    if case:
        week = _week(house, seat, case)
        house.draw.choice((week.lawyer, week.scrivener))()
    return bool(case)


def change_hands(house: House) -> bool:
    """A case goes to a colleague or to the other unit."""
    seat = house.one(EXAMINER)
    case = house.mine(seat, *EXAMINED)
    if case:
        week = _week(house, seat, case)
        house.draw.choice((week.transfer, week.hand_over, week.hand_over))()
    return bool(case)


def know_again(house: House) -> bool:
    """Look for earlier cases of the same applicant, and link one."""
    seat = house.one(EXAMINER)
    case = house.mine(seat)
    if case:
        turns.earlier(seat.office, seat.actor, case)
        _week(house, seat, case).link_earlier()
    return bool(case)


# ---- proposing
def propose(house: House) -> bool:
    """What the findings point to; what stands against it is mended first, as a person would."""
    seat = house.one(EXAMINER)
    case = house.pick(
        seat, QueueView.MINE, State.EXAMINING, State.RETURNED, where=lambda row: row.found == row.criteria > 0
    )
    if not case:
        return NOTHING
    for _ in range(4):
        file = cases.open_case(seat.office, seat.actor, case)
        outcome = lettering.pointed_to(file)
        weighing = judge(Random(case), file).weighing
        gate = decisions.gate(seat.office, seat.actor, case, outcome, weighing, heard=True)
        if gate.ok:
            _propose(house, seat, file, outcome, weighing)
            return True
        for each in gate.blocks:
            _mend(house, seat, file, each.message.code, each.place)
    return NOTHING


def _propose(house: House, seat: Seat, file: CaseFile, outcome: Outcome, weighing: str) -> None:
    case = file.case.id
    draft = DecisionDraft(case, Paper.PROPOSAL, file.case.round + 1, weighing, outcome)
    decisions.save_draft(seat.office, seat.actor, draft)
    copying.keep_up(seat.office)
    copying.problems(seat.office, seat.actor, case, outcome, weighing)
    period, status = granted(house.draw, file, outcome)
    decisions.propose(seat.office, seat.actor, case, outcome, weighing, period, status, heard=True)


def _mend(house: House, seat: Seat, file: CaseFile, code: str, place: str) -> None:
    """One thing that blocks the proposal."""
    case, office, actor = file.case.id, seat.office, seat.actor
    if code == "gate.draft_left":
        _discard(house, seat, case, place)
    elif code == "gate.version_not_in_force":
        governs = file.shelf.in_force(file.case.kind.value, house.today, file.case.received_on)
        assert governs is not None
        cases.move_framework(office, actor, case, governs.version, "施行に合わせるため。")
    elif code == "gate.fact_changed":
        with suppress(CheckFailed):
            findings.confirm(office, actor, case, [place])
            return
        _find_anew(house, seat, file, place)
    elif code in ("gate.not_put", "gate.comment_awaited", "gate.reply_not_answered"):
        requests.leave_unasked(
            office, actor, case, place, "申請人が書面ですでに説明しているため、改めて意見を求めない。"
        )
    elif place in {each.key for each in file.criteria}:
        _find_anew(house, seat, file, place)


def _find_anew(house: House, seat: Seat, file: CaseFile, criterion: str) -> None:
    for each in judge(Random(file.case.id), file).drafts:
        if each.criterion == criterion:
            _record(house, seat, each)


ACTS: tuple[Act, ...] = (
    act(import_files, 8),
    act(take_next, 8),
    act(assign, 3),
    act(look, 8),
    act(write, 10),
    act(discard, 1),
    act(find, 26),
    act(find_behind, 1),
    act(ask, 3),
    act(hear, 5),
    act(hear_nothing, 2),
    act(take_back, 1),
    act(wait_or_go_on, 3),
    act(inquire, 3),
    act(speak_for, 1),
    act(change_hands, 2),
    act(know_again, 1),
    act(propose, 14),
)
