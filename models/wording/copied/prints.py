"""Fingerprints of a text by winnowing: S. Schleimer, D. Wilkerson, A. Aiken, "Winnowing: Local Algorithms for Document
Fingerprinting", SIGMOD 2003.

Of all runs of ``GRAM`` characters that follow one another, every window of ``WINDOW`` keeps the one with the smallest hash. A
passage of ``SHORTEST`` characters that two texts share then shares a fingerprint at least; a shorter one may be missed.
What figures it names, spaces and punctuation make no difference: a reason with other numbers put in is copied all the same.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

GRAM = 8
WINDOW = 22
SHORTEST = WINDOW + GRAM - 1
_KEEP = 0x7FFF_FFFF_FFFF_FFFF
"""A print fits a signed whole number of 64 bits."""


@dataclass(frozen=True)
class Folded:
    """A text as it is compared; ``places`` says where each of its characters stands in the text as written."""

    text: str
    places: tuple[int, ...]

    @cached_property
    def grams(self) -> tuple[str, ...]:
        """Its runs of ``GRAM`` characters, in order."""
        return tuple(self.text[at : at + GRAM] for at in range(len(self.text) - GRAM + 1))


def folded(written: str) -> Folded:
    """A text as it is compared: one width, small letters, each number a 0, neither spaces nor punctuation."""
    kept: list[tuple[str, int]] = []
    for at, character in enumerate(written):
        for each in unicodedata.normalize("NFKC", character).lower():
            if each.isdecimal():
                if not kept or kept[-1][0] != "0":
                    kept.append(("0", at))
            elif each.isalnum() or each == "ー":
                kept.append((each, at))
    return Folded("".join(each for each, _ in kept), tuple(at for _, at in kept))


def prints(text: Folded) -> frozenset[int]:
    """The fingerprints of a text; none of one shorter than a window."""
    hashes = [_hash(each) for each in text.grams]
    return frozenset(_winnowed(hashes))


def _winnowed(hashes: list[int]) -> Iterator[int]:
    last = -1
    for start in range(len(hashes) - WINDOW + 1):
        window = hashes[start : start + WINDOW]
        least = min(window)
        at = start + WINDOW - 1 - window[::-1].index(least)  # the last of equals, as the paper has it
        if at != last:
            last = at
            yield least


def _hash(gram: str) -> int:
    return int.from_bytes(blake2b(gram.encode(), digest_size=8).digest(), "big") & _KEEP
