"""The synthetic office: invented people, made with the same services that people use, so that its record verifies."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby, zip_longest
from pathlib import Path
from random import Random

from desktop.operations import cases as case_operations
from desktop.operations import deadlines, offices, places, turns
from desktop.operations.invented import life, people
from desktop.operations.invented.course import OLDEST, SENDS_LETTERS, Course, course, ends_decided, moment, open_day
from desktop.operations.invented.kin import Kin
from desktop.operations.invented.people import data
from desktop.operations.invented.staff import HARDNESS, OTHERS, PASSWORD, settings, staff
from desktop.operations.invented.steps import Desk, Step, plan
from desktop.operations.invented.story import tell
from desktop.operations.invented.ways import way
from models.cases.service import insert_new
from models.cases.values import Kind, NewCase
from models.dates.calendar import next_working_day
from models.errors import BadInput
from models.evidence.service import add
from models.evidence.values import NewEvidence
from models.frameworks import library
from models.frameworks.values import Framework
from models.intake.values import Cancelled, Progress
from models.people import service as people_service
from models.people.values import CONSOLE, Actor, Role
from models.records.signatures import Signer
from models.store.clock import Clock
from models.store.office import Office

__all__ = ["OTHERS", "PASSWORD", "make", "summary"]

_DEFAULT_LETTERS = 200
_GENERAL_SHARE = 0.5
_SPOUSE_SHARE = 0.25
_DECIDED_SHARE = 0.95
_MAY_BE_AWAY = 2
_CLOSED_AHEAD = 30
_At = tuple[datetime, int, int]
"""When a step is taken; the case's number and the step's place make the order whole."""


@dataclass(slots=True)
class _Hands:
    """A clock that is set to each act's moment."""

    at: datetime

    def read(self) -> datetime:
        """The moment it shows."""
        return self.at


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One case as drawn: its rows, its course, and whether requests are printed on its way."""

    course: Course
    new: NewCase
    evidence: tuple[NewEvidence, ...]
    papers: bool


def make(
    where: Path | str,
    passphrase: str,
    cases: int,
    seed: int,
    examiners: int = 4,
    letters: int | None = None,
    progress: Progress | None = None,
    *,
    today: date | None = None,
) -> Office:
    """Make a synthetic office: the same for the same seed and day. ``letters`` limits how many cases get letters; none:
    no request is printed either.

    ``progress`` is called with (steps done, 0); ``False`` as its answer cancels, and nothing is left.

    Raises:
        BadInput: something stands at ``where`` already, or no framework is in force on ``today``.
        Cancelled: by the person.
        WorldFault: the disk or the server.
    """
    base = today or Clock().today()
    hands = _Hands(datetime.combine(base - timedelta(days=OLDEST + 40), time(0), UTC))
    office = offices.create(where, passphrase, settings().name, Clock(hands.read), HARDNESS)
    try:
        signers = _furnish(office, examiners)
        limit = _DEFAULT_LETTERS if letters is None else letters
        _play(office, hands, list(_drawn(seed, cases, base, limit)), signers, base, progress)
    except BaseException:
        places.remove(office)
        raise
    office.clock = Clock()
    return office


def summary(office: Office) -> Mapping[str, int]:
    """How many cases the office has in which state."""
    return dict(sorted(Counter(case.state.value for case in case_operations.listing(office)).items()))


def _furnish(office: Office, examiners: int) -> dict[str, Signer]:
    offices.change_settings(office, CONSOLE, settings())
    hashed = people_service.hash_password(PASSWORD, HARDNESS)
    signers: dict[str, Signer] = {}
    with office.begin() as session:
        for person in staff(examiners):
            key = people_service.signing_key(PASSWORD, HARDNESS)
            people_service.add(session, CONSOLE, person, hashed, key)
            office.make_account(session, person.login, PASSWORD)
            signers[person.login] = key.signer
    return signers


def _drawn(seed: int, number: int, base: date, letters: int) -> Iterator[_Drawn]:
    choices = _choices(base)
    ways, kin, papers = _ways(choices), Kin(base), letters > 0
    for each in range(1, number + 1):
        draw = Random(f"{seed}/{each}")
        kind, route = ways[each - 1] if each <= len(ways) else kin.way(each - 1, _often(draw, each - 1, ways), ways)
        framework = choices[kind]
        reach = (base - framework.in_force_from).days - 1
        path = kin.course(course(draw, each - 1, base, reach, may_issue=letters > 0))
        letters -= path.goal in SENDS_LETTERS
        married = way(kind.value, route).married
        person = kin.person(each - 1, people.invent(draw, each - 1, married, kin.head(each - 1)))
        story = kin.story(each - 1, tell(draw, kind.value, route, path.received_on))
        new = kin.case(each - 1, life.case(draw, each, kind, person, story))
        yield _Drawn(path, new, tuple(life.evidence(draw, new.id, story)), papers)


def _choices(base: date) -> dict[Kind, Framework]:
    """The kinds that have a framework on this day. Raises ``BadInput`` when there is none."""
    found = {kind: library.in_force(kind.value, base) for kind in Kind}
    choices = {kind: framework for kind, framework in found.items() if framework is not None}
    if not choices:
        raise BadInput("sample.no_framework", on=base)
    return choices


def _ways(choices: Mapping[Kind, Framework]) -> list[tuple[Kind, str]]:
    """Every kind and route once: the kinds take turns, each with its routes in the order of the framework."""
    routes = {kind: [route.key for route in framework.routes] for kind, framework in choices.items()}
    turns = zip_longest(*([(kind, route) for route in keys] for kind, keys in routes.items()))
    return [each for turn in turns for each in turn if each is not None]


def _often(draw: Random, number: int, ways: list[tuple[Kind, str]]) -> tuple[Kind, str]:
    """Most cases are ordinary applications for permanent residence; those that are decided nearly all, so that a small office too has
    like cases to compare with."""
    chance, share = draw.random(), _DECIDED_SHARE if ends_decided(number) else _GENERAL_SHARE
    if chance < max(share, _GENERAL_SHARE + _SPOUSE_SHARE) and (Kind.PERMANENT_RESIDENCE, "general") in ways:
        return Kind.PERMANENT_RESIDENCE, "general" if chance < share else "spouse"
    return draw.choice(ways)


def _play(
    office: Office,
    hands: _Hands,
    drawn: list[_Drawn],
    signers: Mapping[str, Signer],
    base: date,
    progress: Progress | None,
) -> None:
    """Everything that happened, in the order in which it happened."""
    last = base - timedelta(days=1)
    arrivals = sorted(drawn, key=lambda each: each.course.received_on)
    for at, act in _in_time(office, arrivals, signers, last):
        hands.at = max(hands.at, at[0])
        act()
        if progress is not None and progress(at[1], len(drawn)) is False:
            raise Cancelled("sample")


def _in_time(
    office: Office, arrivals: list[_Drawn], signers: Mapping[str, Signer], last: date
) -> Iterable[tuple[_At, Step]]:
    with office.read() as session:
        everyone = [people_service.actor(session, each.login) for each in people_service.listing(session)]
    actors = [replace(each, signer=signers[each.login]) for each in everyone]
    received = list(_receipts(office, arrivals))
    done = [step for each in arrivals for step in _steps(office, actors, each, last)]
    return sorted([*received, *done, *_house(office, actors, last)], key=lambda each: each[0])


def _house(office: Office, actors: list[Actor], last: date) -> Iterator[tuple[_At, Step]]:
    """What concerns no single case: a day on which the office will be closed, and an examiner who is away."""
    supervisor = next(each for each in actors if each.role is Role.SUPERVISOR)
    at = datetime.combine(open_day(last - timedelta(days=1), date.min, last), time(1), UTC)
    closed_on = next_working_day(last + timedelta(days=_CLOSED_AHEAD))
    yield (at, 0, 0), lambda: _keep(deadlines.add_closing, office, supervisor, closed_on, data("week")["closing_day"])
    examiners = [each.login for each in actors if each.role is Role.EXAMINER]
    if len(examiners) > _MAY_BE_AWAY:
        away, until = examiners[_MAY_BE_AWAY], last + timedelta(days=9)
        why = data("week")["absence_why"]
        yield (at, 0, 1), lambda: _keep(turns.note_absence, office, supervisor, away, last, until, why)


def _keep(act: Callable[..., object], *arguments: object) -> None:
    act(*arguments)


def _receipts(office: Office, arrivals: Iterable[_Drawn]) -> Iterator[tuple[_At, Step]]:
    """The cases of a day come in together."""
    for day, group in groupby(arrivals, key=lambda each: each.course.received_on):
        yield (datetime.combine(day, time(0, 5), UTC), 0, 0), _Receipt(office, list(group))


@dataclass(frozen=True, slots=True)
class _Receipt:
    """Takes the cases of one day in, with all that is linked to them."""

    office: Office
    drawn: list[_Drawn]

    def __call__(self) -> None:
        note = {"what": "cases", "file": "sample"}
        with self.office.begin() as session:
            insert_new(session, CONSOLE, [each.new for each in self.drawn], note)
            add(session, CONSOLE, [row for each in self.drawn for row in each.evidence], note | {"what": "sample"})


def _steps(office: Office, actors: list[Actor], drawn: _Drawn, last: date) -> Iterator[tuple[_At, Step]]:
    number = drawn.course.number
    draw = Random(drawn.new.id)
    examiners = [each for each in actors if each.role is Role.EXAMINER]
    own = [each for each in examiners if each.unit == drawn.new.unit] or examiners
    supervisors = [each for each in actors if each.role is Role.SUPERVISOR]
    # Units take turns case by case; dividing by their number lets the examiners of one unit take turns too.
    turn = number // len({each.unit for each in examiners})
    hands = own[turn % len(own)], own[(turn + 1) % len(own)], supervisors[turn % len(supervisors)]
    todo = plan(Desk(office, drawn.new.id, *hands, draw), drawn.course, drawn.papers)
    days = drawn.course.days(draw, len(todo.steps), last, todo.backs)
    before = datetime.min.replace(tzinfo=UTC)
    for place, (day, act) in enumerate(zip(days, todo.steps, strict=True), 1):
        before = max(moment(draw, day, place), before + timedelta(minutes=1))
        yield (before, number, place), act
