"""Codes for people, new in every report, and labels that are safe to show."""

import hashlib
import hmac
from collections.abc import Sequence

import numpy as np

from models.consistency.arrays import Bools, Ints

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without I and O, which read as figures."""
LONGEST = 40


def assign(number: int, salt: bytes) -> tuple[str, ...]:
    """One code for each of ``number`` people, by position: a letter and two figures or more (``Z31``).

    The order is a permutation keyed by ``salt`` (HMAC-SHA256, sorted): without the salt a code says nothing
    about the person or about another report's codes; with it the office can look up again.
    """
    digits = 2
    while len(LETTERS) * 9 * 10 ** (digits - 1) < 4 * number:
        digits += 1
    room = len(LETTERS) * 9 * 10 ** (digits - 1)
    seed = hmac.new(salt, b"akashi consistency codes", hashlib.sha256).digest()
    places = np.random.Generator(np.random.PCG64(int.from_bytes(seed, "big"))).choice(room, size=number, replace=False)
    return tuple(_written(int(place), digits) for place in places)


def _written(place: int, digits: int) -> str:
    letter, rest = divmod(place, 9 * 10 ** (digits - 1))
    return f"{LETTERS[letter]}{10 ** (digits - 1) + rest}"


def shown_labels(labels: Sequence[str], uses: Ints, people: Ints, k: int, least_people: int = 3) -> Bools:
    """Which category labels may be shown: used at least ``k`` times, by ``least_people`` examiners or more, short,
    on one line.

    A category column of a register can hold anything, a name too; what many examiners write many times is a category.
    """
    plain = np.array([0 < len(label) <= LONGEST and label.isprintable() for label in labels], dtype=bool)
    shown: Bools = plain & (uses >= k) & (people >= least_people) if len(labels) else np.zeros(0, dtype=bool)
    return shown
