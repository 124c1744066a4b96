"""A program that works on the office until it is killed: it says what it has done, each act once it returned."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from models.errors import AkashiError
from models.people.values import Role
from tests.soak import deciding, examining
from tests.soak.acts import Act
from tests.soak.house import Hands, House
from tests.soak.ledger import Ledger

ACTS: tuple[Act, ...] = tuple(each for each in (*examining.ACTS, *deciding.ACTS) if each.name != "check-letter")


@dataclass(frozen=True, slots=True)
class Task:
    """Where to work, from which moment, by which chance, and as whom; cases that come are numbered from ``first``."""

    where: str
    moment: str
    seed: int
    first: int
    passwords: Mapping[str, str]
    roles: Mapping[str, Role]


def numbers(first: int) -> Iterator[int]:
    """Numbers of cases from here on."""
    return count(first)


def _say(line: str) -> None:
    print(line, flush=True)


def main(task: Task) -> None:
    """Work until killed."""
    chance = random.Random(task.seed)
    hands = Hands(datetime.fromisoformat(task.moment))
    house = House(Path(task.where), hands, chance, dict(task.passwords), dict(task.roles), numbers(task.first))
    house.told = Ledger(say=_say)
    house.open(desks=1)
    weights = [each.weight for each in ACTS]
    while True:
        chosen = chance.choices(ACTS, weights)[0]
        try:
            chosen.do(house)
        except AkashiError as error:
            if error.message.code not in chosen.may:
                raise
        house.told.note("act", chosen.name)
        house.pass_time()
