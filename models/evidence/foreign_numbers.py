"""Personal numbers of other states in a text: found, like a My Number, so that they are refused or masked, never kept. Pure.

Only numbers that can be told from others: those with a check digit, in the form in which they are written. A number without one (the
social security number of the United States, Vietnam's) is not told from a telephone or a receipt, and is not looked for.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

SHORTEST = 14
"""Characters of the shortest of them as written: a text below that holds none."""
_FEWEST = 11
_DIGIT = re.compile(r"\d")
_HYPHENS = "-‐‑‒–—−－ー"


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where each begins and ends (exclusive), however wide its characters are."""
    if len(text) < SHORTEST or len(_DIGIT.findall(text)) < _FEWEST:
        return
    plain = "".join(map(_plain, text))
    for pattern, holds in _KINDS:
        for match in pattern.finditer(plain):
            if holds("".join(filter(str.isalnum, match.group()))):
                yield match.span()


def china(number: str) -> bool:
    """Resident identity number, eighteen characters (GB 11643-1999: ISO 7064 MOD 11-2)."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False))
    return number[-1].upper() == "10X98765432"[total % 11]


def korea(number: str) -> bool:
    """Resident or alien registration number, thirteen digits. Those issued since October 2020 have no check digit and are not told."""
    weights = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
    total = sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False))
    foreign = number[6] in "5678"
    return int(number[-1]) in (
        {(11 - total % 11) % 10, (13 - total % 11) % 10} if foreign else {(11 - total % 11) % 10}
    )


def brazil(number: str) -> bool:
    """CPF, eleven digits with two check digits."""
    if len(set(number)) == 1:
        return False
    for length in (9, 10):
        total = sum(int(number[at]) * (length + 1 - at) for at in range(length))
        if int(number[length]) != total * 10 % 11 % 10:
            return False
    return True


def thailand(number: str) -> bool:
    """Identity number, thirteen digits."""
    total = sum(int(number[at]) * (13 - at) for at in range(12))
    return int(number[12]) == (11 - total % 11) % 10


def india(number: str) -> bool:
    """Aadhaar, twelve digits (Verhoeff)."""
    checked = 0
    for at, digit in enumerate(reversed(number)):
        checked = _times(checked, _turned(int(digit), at % 8))
    return checked == 0


def _times(left: int, right: int) -> int:
    """The product in the dihedral group of ten elements."""
    if left < 5:
        return (left + right) % 5 if right < 5 else 5 + (left + right) % 5
    return 5 + (left - right) % 5 if right < 5 else (left - right) % 5


def _turned(digit: int, times: int) -> int:
    for _ in range(times):
        digit = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)[digit]
    return digit


def _plain(char: str) -> str:
    """One character for one: an ASCII digit, a hyphen, a space, or as it is."""
    value = unicodedata.decimal(char, None)
    if value is not None:
        return str(value)
    if char in _HYPHENS:
        return "-"
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


_DATE = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_KINDS: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (re.compile(rf"(?<![0-9A-Za-z])\d{{6}}(?:18|19|20)\d{{2}}{_DATE}\d{{3}}[\dXx](?![0-9A-Za-z])", re.ASCII), china),
    (re.compile(rf"(?<![0-9-])\d{{2}}{_DATE}-[1-8]\d{{6}}(?![0-9-])", re.ASCII), korea),
    (re.compile(r"(?<![0-9.])\d{3}\.\d{3}\.\d{3}-\d{2}(?![0-9-])", re.ASCII), brazil),
    (re.compile(r"(?<![0-9-])\d-\d{4}-\d{5}-\d{2}-\d(?![0-9-])", re.ASCII), thailand),
    (re.compile(r"(?<![0-9 -])[2-9]\d{3} \d{4} \d{4}(?![0-9-]| [0-9])", re.ASCII), india),
)
