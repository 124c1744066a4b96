"""The simulated office itself: one encrypted file, two desks open on it, people who sit down there, and a clock that is moved on."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from random import Random

from desktop.operations import cases, offices, people
from desktop.operations.invented import staff
from models.cases.values import QueueFilter, QueueRow, QueueView, State
from models.dates.calendar import is_closed
from models.people.values import CONSOLE, Actor, Role
from models.store.clock import Clock
from models.store.office import Office
from tests import builders
from tests.soak.ledger import Ledger

PASSPHRASE = builders.PASSPHRASE
PASSWORD = "soak and work"
DESKS = 2
FIRST_DAY = date(2026, 7, 6)
OPENS, CLOSES = time(0, 30), time(8, 15)
"""9:30 and 17:15 in Japan, in UTC."""


@dataclass(slots=True)
class Hands:
    """A clock that is moved on by whoever works."""

    at: datetime

    def read(self) -> datetime:
        """The moment it shows."""
        return self.at


@dataclass(frozen=True, slots=True)
class Seat:
    """A person at a desk: what every operation is given first."""

    office: Office
    actor: Actor


@dataclass(slots=True)
class House:
    """``draw`` is the chance of the act under way; ``told`` what was promised; ``tally`` how often which act was done, refused, or
    found nothing to do; ``times`` how long each took, by name and week."""

    where: Path
    hands: Hands
    draw: Random
    passwords: dict[str, str]
    roles: dict[str, Role]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    told: Ledger = field(default_factory=Ledger)
    tally: Counter[str] = field(default_factory=Counter)
    times: dict[str, dict[int, list[float]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    desks: list[Office] = field(default_factory=list)
    sitting: dict[int, Actor] = field(default_factory=dict)

    # ---- the place
    @property
    def folder(self) -> Path:
        """Where the office lies, alone."""
        return self.where.parent

    @property
    def aside(self) -> Path:
        """Where import files, backups and restored copies lie."""
        made = self.folder.with_name(f"{self.folder.name}.aside")
        made.mkdir(exist_ok=True)
        return made

    def open(self, desks: int = DESKS) -> None:
        """Open the office at so many desks; nobody has signed in yet."""
        for _ in range(desks):
            self.desks.append(offices.open_(self.where, PASSPHRASE, self.clock))

    def close(self) -> None:
        """Everybody leaves."""
        self.sitting.clear()
        while self.desks:
            self.desks.pop().close()

    def reopen(self) -> None:
        """Closed and opened again, as on the next morning."""
        self.close()
        self.open()

    # ---- time
    @property
    def clock(self) -> Clock:
        """What every desk goes by."""
        return Clock(self.hands.read)

    @property
    def today(self) -> date:
        """The day in Japan."""
        return self.clock.today()

    def pass_time(self, most: int = 540) -> None:
        """Some seconds go by."""
        self.hands.at += timedelta(seconds=self.draw.randint(20, most))

    def next_morning(self, days: int = 1) -> None:
        """The next day on which offices are open, at least so many days ahead."""
        day = self.hands.at.date() + timedelta(days=days)
        while is_closed(day):
            day += timedelta(days=1)
        self.hands.at = max(self.hands.at, datetime.combine(day, OPENS, UTC))

    # ---- people
    def logins(self, role: Role) -> list[str]:
        """Who works here in a role."""
        return sorted(login for login, each in self.roles.items() if each is role)

    def one(self, role: Role) -> Seat:
        """Somebody of a role, signed in at a desk."""
        return self.sit(self.draw.choice(self.logins(role)))

    def sit(self, login: str, at: int | None = None) -> Seat:
        """A person at the desk where they sit, or at one (``at``: this one) where they sign in now; whoever sat there leaves."""
        for place, actor in self.sitting.items():
            if actor.login == login and at in (None, place):
                return Seat(self.desks[place], actor)
        place = self.draw.randrange(len(self.desks)) if at is None else at
        self.leave(login)
        found = people.sign_in(self.desks[place], login, self.passwords[login])
        # As the desk does: the key stays open for checkpoints only, what two people do asks for the password again.
        self.sitting[place] = replace(found, signer=found.signer.for_the_session() if found.signer else None)
        self.tally["sign-in"] += 1
        return Seat(self.desks[place], self.sitting[place])

    def leave(self, login: str) -> None:
        """Sign out."""
        self.sitting = {place: actor for place, actor in self.sitting.items() if actor.login != login}

    def confirmed(self, seat: Seat, act: str, documents: Mapping[str, str]) -> Actor:
        """The person types the password for this act."""
        return people.confirm(seat.office, seat.actor, self.passwords[seat.actor.login], act, documents)

    # ---- the queue
    def pick(self, seat: Seat, view: QueueView, *states: State, where: Callable[[QueueRow], bool] | None = None) -> str:
        """A case of a view, by chance; empty where there is none."""
        rows = cases.page(seat.office, seat.actor, QueueFilter(view)).rows
        found = [each.id for each in rows if (not states or each.state in states) and (where is None or where(each))]
        return self.draw.choice(found) if found else ""

    def mine(self, seat: Seat, *states: State) -> str:
        """A case of this person's own, open."""
        return self.pick(seat, QueueView.MINE, *states)

    def any(self, seat: Seat, *states: State) -> str:
        """A case of the office, by a cursor that begins anywhere."""
        found = [each.id for each in cases.listing(seat.office) if each.state in states]
        return self.draw.choice(found) if found else ""

    def unit_of(self, login: str) -> str | None:
        """Where a person works."""
        return next(each.unit for each in people.listing(self.desks[0]) if each.login == login)


def build(folder: Path, seed: int) -> House:
    """A new office with everybody in it, closed: as strict as a person's own."""
    folder.mkdir(parents=True, exist_ok=True)
    hands = Hands(datetime.combine(FIRST_DAY, OPENS, UTC))
    house = House(folder / "office.akashi", hands, Random(seed), {}, {})
    with offices.create(house.where, PASSPHRASE, staff.settings().name, house.clock, builders.SOFT) as made:
        offices.change_settings(made, CONSOLE, staff.settings())
        for person in staff.staff(4):
            people.add_person(made, CONSOLE, person, PASSWORD, builders.SOFT)
            house.passwords[person.login], house.roles[person.login] = PASSWORD, person.role
    return house
