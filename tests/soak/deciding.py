"""What follows a proposal: sign or return, issue, deliver, correct, end, take up again. Two people, always."""

from contextlib import suppress

from desktop.operations import (
    batch,
    cases,
    checking,
    corrections,
    decisions,
    deliveries,
    letters,
    packets,
    sealing,
    turns,
)
from desktop.operations.invented.people import data
from models.cases.turns.values import Ground, NewTurn, TurnKind
from models.cases.values import ClosedAs, QueueView, State
from models.errors import CheckFailed, NotPermitted
from models.letters.corrections.values import Item, Standing
from models.letters.deliveries.values import OVER, SENT, NewDelivery, NewExplanation, Step
from models.letters.values import IssuedLetter, Paragraph
from models.people.values import Actor
from models.store.office import Office
from tests.soak.acts import AUDITOR, EXAMINER, NOTHING, SUPERVISOR, Act, act
from tests.soak.house import House, Seat

ENDED = (State.ISSUED, State.CLOSED)
DECIDED_ANEW = "署名の後に資料が届いたため、見直してください。"


# ---- signing
def _proposed(house: House) -> tuple[Seat, str]:
    seat = house.one(SUPERVISOR)
    return seat, house.pick(seat, QueueView.TO_COUNTERSIGN)


def return_(house: House) -> bool:
    """A proposal goes back with a comment."""
    seat, case = _proposed(house)
    if case:
        file = cases.open_case(seat.office, seat.actor, case)
        here = (house.draw.choice(file.criteria).key, "この項目の理由を、資料に即して書き直してください。")
        decisions.send_back(seat.office, seat.actor, case, "次の点を直してください。", (here,))
    return bool(case)


def edit(house: House) -> bool:
    """The supervisor words the weighing anew before signing."""
    seat, case = _proposed(house)
    if case:
        file = cases.open_case(seat.office, seat.actor, case)
        assert file.proposal is not None
        decisions.edit(
            seat.office, seat.actor, case, f"{file.proposal.weighing}以上を考え合わせた。", file.case.version
        )
    return bool(case)


def countersign(house: House) -> bool:
    """The second person's signature, under the letter that they read."""
    seat, case = _proposed(house)
    if case:
        digest = letters.compose(seat.office, seat.actor, case, "ja").content_digest
        signer = house.confirmed(seat, decisions.SIGN, {case: digest})
        decisions.sign(seat.office, signer, case)
    return bool(case)


def sign_alone(house: House) -> bool:
    """Who proposed tries to sign, and whoever has not typed the password: both are refused."""
    seat, case = _proposed(house)
    if not case:
        return NOTHING
    proposer = cases.gather(seat.office, case).rounds[-1].proposal.by
    _refused(lambda: decisions.countersign(seat.office, seat.actor, case))
    alone = house.sit(proposer)
    _refused(lambda: decisions.countersign(alone.office, alone.actor, case))
    _refused(lambda: letters.issue(alone.office, alone.actor, case))
    return True


def _refused(tried: object) -> None:
    assert callable(tried)
    with suppress(NotPermitted):
        tried()
        raise AssertionError("somebody decided alone")


# ---- issuing
def _sealed(house: House, made: tuple[IssuedLetter, ...]) -> None:
    for each in made:
        house.told.note("letter", each.case, each.language, each.format, each.number, each.sha256)


def _back(house: House, seat: Seat, case: str) -> None:
    """What can no longer be issued as it was signed goes back to the examiner."""
    decisions.send_back(house.one(SUPERVISOR).office, house.one(SUPERVISOR).actor, case, DECIDED_ANEW)


def issue(house: House) -> bool:
    """One letter, looked at first."""
    seat = house.one(house.draw.choice((EXAMINER, SUPERVISOR)))
    case = house.pick(seat, QueueView.TO_ISSUE)
    if not case:
        return NOTHING
    try:
        seen = letters.as_issued(seat.office, seat.actor, case)
        signer = house.confirmed(seat, letters.ISSUE, batch.documents(seat.office, seat.actor, [case]))
        _sealed(house, letters.issue(seat.office, signer, case, expected=seen.sha256))
    except CheckFailed:
        _back(house, seat, case)
    return True


def issue_batch(house: House) -> bool:
    """All that wait, one behind the other; sometimes stopped half way."""
    seat = house.one(SUPERVISOR)
    chosen = [each.case for each in batch.ready(seat.office, seat.actor)]
    if len(chosen) < 2:
        return NOTHING
    stops = house.draw.randint(1, len(chosen)) if house.draw.random() < 0.3 else len(chosen) + 1
    signer = house.confirmed(seat, letters.ISSUE, batch.documents(seat.office, seat.actor, chosen))
    made = batch.issue(seat.office, signer, chosen, lambda done, _: done < stops, lambda each: _sealed(house, each))
    assert len(made.done) == min(stops, len(chosen))
    for each in made.failed:
        assert isinstance(each.error, CheckFailed), each.error
        _back(house, seat, each.case)
    return True


def deliver(house: House) -> bool:
    """A letter goes out, arrives, or comes back; somebody explains it."""
    seat = house.one(EXAMINER)
    case = house.any(seat, State.ISSUED)
    if not case:
        return NOTHING
    number = letters.number_of(seat.office, seat.actor, case)
    log = [each for each in deliveries.log(seat.office, seat.actor, case).deliveries if each.number == number]
    today, by = house.today, seat.actor.name
    if log and log[-1].step in OVER:
        told = NewExplanation(case, today, by, "ja", asked="理由を聞きたい。", answered="理由の頁を示して説明した。")
        deliveries.explain(seat.office, seat.actor, told)
        return True
    under_way = bool(log) and log[-1].step in SENT
    step = house.draw.choice(
        (Step.DELIVERED, Step.DELIVERED, Step.RETURNED) if under_way else (*SENT, Step.HANDED_OVER)
    )
    tracking = "架空-0001" if step is Step.REGISTERED else ""
    deliveries.note(seat.office, seat.actor, NewDelivery(case, step, today, by, tracking))
    return True


def check_letter(house: House) -> bool:
    """A letter that somebody brings is the one that was sealed; the same renderer makes its pages again; its packet holds."""
    seat = house.one(AUDITOR)
    case = house.any(seat, State.ISSUED)
    if not case:
        return NOTHING
    content = letters.render(seat.office, seat.actor, case, "ja", "pdf")
    checked = checking.check(seat.office, seat.actor, content)
    assert checked.ok, case
    assert not [each for each in sealing.remake(seat.office, seat.actor, case) if each.answer is not sealing.Again.SAME]
    path = house.aside / "case.akashi-packet"
    path.write_bytes(packets.export(seat.office, seat.actor, case).content)
    assert packets.check(path).ok, case
    path.unlink()
    return True


# ---- correcting
def correct(house: House) -> bool:
    """An examiner proposes a correction; a supervisor signs and issues it, or drops it."""
    seat = house.one(EXAMINER)
    case = house.any(seat, State.ISSUED)
    if not case:
        return NOTHING
    known = corrections.listing(seat.office, seat.actor, case)
    if not known or known[-1].standing not in (Standing.PROPOSED, Standing.COUNTERSIGNED):
        corrections.propose(
            seat.office, seat.actor, case, [_item(seat.office, seat.actor, case)], "日付を読み違えていました。"
        )
    boss = house.one(SUPERVISOR)
    if house.draw.random() < 0.25:
        corrections.drop(boss.office, boss.actor, case, "訂正は要らない。")
        return True
    digest = corrections.digest_of(boss.office, boss.actor, case)
    signer = house.confirmed(boss, corrections.CORRECT, {case: digest})
    if corrections.listing(boss.office, boss.actor, case)[-1].standing is Standing.PROPOSED:
        corrections.countersign(boss.office, signer, case)
    _sealed(house, corrections.issue(boss.office, signer, case))
    return True


def _item(office: Office, actor: Actor, case: str) -> Item:
    """Words that stand once in the letter, and others instead."""
    letter = letters.compose(office, actor, case, "ja")
    for block in letter.blocks:
        if isinstance(block, Paragraph) and block.sentences:
            words = block.sentences[0].text[:14]
            item = Item(block.number, words, f"{words}（訂正）")
            if "".join(each.text for each in block.sentences).count(words) == 1:
                return item
    raise AssertionError(f"{case}: no paragraph can be corrected")


# ---- ending
def end(house: House) -> bool:
    """Withdrawn, lapsed, or sent to another office, before anything is decided."""
    seat = house.one(EXAMINER)
    case = house.mine(seat)
    if not case:
        return NOTHING
    said = data("week")
    how = house.draw.choice((TurnKind.WITHDRAWN, TurnKind.LAPSED, None, None))
    if how is None:
        cases.close(seat.office, seat.actor, case, ClosedAs.TRANSFERRED, said["transferred_why"])
    else:
        ground = Ground.DEPARTURE if how is TurnKind.LAPSED else Ground.NONE
        turns.make(seat.office, seat.actor, NewTurn(case, how, said[f"{how.value}_why"], ground=ground))
    return True


def close_issued(house: House) -> bool:
    """The letter was handed over."""
    seat = house.one(SUPERVISOR)
    case = house.any(seat, State.ISSUED)
    if case:
        cases.close(seat.office, seat.actor, case, ClosedAs.ISSUED, "通知書を交付した。")
    return bool(case)


def reopen(house: House) -> bool:
    """An ended case is taken up again: a court annulled the decision, or the office itself looks again."""
    seat = house.one(SUPERVISOR)
    found = [
        each
        for each in cases.listing(seat.office)
        if each.state in ENDED and each.closed_as is not ClosedAs.TRANSFERRED
    ]
    if not found:
        return NOTHING
    case = house.draw.choice(found)
    decided = case.state is State.ISSUED or case.closed_as is ClosedAs.ISSUED
    court = decided and house.draw.random() < 0.5
    ground = Ground.COURT if court else Ground.OWN_MOTION
    named = ("東京地方裁判所", "令和8年（行ウ）第0号") if court else ("", "")
    new = NewTurn(case.id, TurnKind.REOPENED, "もう一度調べる。", ground=ground, court=named[0], court_case=named[1])
    turns.make(seat.office, seat.actor, new)
    return True


def no_role(house: House) -> bool:
    """Everybody tries what their role does not allow; each is refused, and the record says so."""
    seat = house.one(AUDITOR)
    case = house.any(seat, *State)
    if not case:
        return NOTHING
    tries = (
        lambda: cases.take(seat.office, seat.actor, case),
        lambda: decisions.send_back(seat.office, seat.actor, case, "だめ"),
        lambda: letters.issue(seat.office, seat.actor, case),
    )
    _refused(house.draw.choice(tries))
    return True


ACTS: tuple[Act, ...] = (
    act(return_, 3),
    act(edit, 2),
    act(countersign, 14),
    act(sign_alone, 1),
    act(issue, 6),
    act(issue_batch, 3),
    act(deliver, 6),
    act(check_letter, 2),
    act(correct, 2),
    act(end, 2),
    act(close_issued, 2),
    act(reopen, 1),
    act(no_role, 1),
)
