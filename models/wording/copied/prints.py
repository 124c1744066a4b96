"""Fingerprints of a text by winnowing: S. Schleimer, D. Wilkerson, A. Aiken, "Winnowing: Local Algorithms for Document
Fingerprinting", SIGMOD 2003.

Of all runs of ``GRAM`` characters that follow one another, every window of ``WINDOW`` keeps the one with the smallest hash. A
passage of ``SHORTEST`` characters that two texts share then shares a fingerprint at least; a shorter one may be missed.
What figures it names, spaces and punctuation make no difference: a reason with other numbers put in is copied all the same.
"""

import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b

GRAM = 8
WINDOW = 22
SHORTEST = WINDOW + GRAM - 1
_FIGURE = "0"
_SIZE = 8
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
        return tuple([self.text[at : at + GRAM] for at in range(len(self.text) - GRAM + 1)])


def folded(written: str) -> Folded:
    """A text as it is compared: one width, small letters, each number a 0, neither spaces nor punctuation."""
    kept: list[str] = []
    places: list[int] = []
    last = ""
    for at, character in enumerate(written):
        for each in _alike(character):
            if each != _FIGURE or last != _FIGURE:
                kept.append(each)
                places.append(at)
                last = each
    return Folded("".join(kept), tuple(places))


@lru_cache(maxsize=16_384)
def _alike(character: str) -> str:
    """A character as it is compared: every figure as the same one, nothing for what does not count."""
    said = unicodedata.normalize("NFKC", character).lower()
    return "".join(_FIGURE if each.isdecimal() else each for each in said if each.isalnum() or each == "ー")


def prints(text: Folded) -> frozenset[int]:
    """The fingerprints of a text; none of one shorter than a window."""
    digests = b"".join([blake2b(each.encode(), digest_size=_SIZE).digest() for each in text.grams])
    return frozenset(_winnowed([each & _KEEP for (each,) in struct.iter_unpack(">Q", digests)]))


def _winnowed(hashes: list[int]) -> Iterator[int]:
    """The least of each window, the last of equals, as the paper has it; once for the windows that share it."""
    at, least = -1, 0
    for end in range(WINDOW - 1, len(hashes)):
        start = end - WINDOW + 1
        if at < start:
            window = hashes[start : end + 1]
            least = min(window)
            at = end - window[::-1].index(least)
        elif hashes[end] <= least:
            at, least = end, hashes[end]
        else:
            continue
        yield least
