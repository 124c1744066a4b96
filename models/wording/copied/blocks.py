"""Fingerprints packed in blocks: sorted numbers as bytes, so that a hundred thousand reasons are looked through in one go.

A row a fingerprint was measured first: written at random into an encrypted index they cost ten times the time and five times the
space. A block is written once, in the order of the record; only the newest is written again.
"""

from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

FULL = 20_000
"""Pairs of fingerprint and event in a block: about a quarter of a megabyte."""
_EACH = 12
ROUND = 2**64
_ODD = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0xBF58476D1CE4E5B9], np.uint64)
Pairs = tuple[NDArray[np.int64], NDArray[np.int32]]


def pack(pairs: Iterable[tuple[int, int]], before: bytes = b"") -> bytes:
    """Pairs of fingerprint and event, with those of a block before, sorted by fingerprint and then by event."""
    old_prints, old_seqs = unpack(before)
    new = list(pairs)
    prints = np.concatenate([old_prints, np.array([each for each, _ in new], np.int64)])
    seqs = np.concatenate([old_seqs, np.array([seq for _, seq in new], np.int32)])
    order = np.lexsort((seqs, prints))
    return prints[order].astype("<i8").tobytes() + seqs[order].astype("<i4").tobytes()


def unpack(content: bytes) -> Pairs:
    """The pairs of a block."""
    count = len(content) // _EACH
    return np.frombuffer(content, "<i8", count), np.frombuffer(content, "<i4", count, offset=8 * count)


def without(content: bytes, gone: Collection[int]) -> bytes:
    """The block without the pairs of these events."""
    prints, seqs = unpack(content)
    kept = ~np.isin(seqs, np.array(sorted(gone), np.int32))
    return prints[kept].astype("<i8").tobytes() + seqs[kept].astype("<i4").tobytes()


def is_one(content: object) -> bool:
    """Whether these are bytes as ``pack`` writes them: in another order nothing would be found in them."""
    return isinstance(content, bytes) and pack((), content) == content


def count(content: bytes) -> int:
    """How many pairs a block holds."""
    return len(content) // _EACH


def seqs_of(content: bytes, wanted: Collection[int]) -> dict[int, list[int]]:
    """The events of a block behind each wanted fingerprint, oldest first."""
    prints, seqs = unpack(content)
    asked = np.array(sorted(wanted), np.int64)
    places = np.searchsorted(prints, asked), np.searchsorted(prints, asked, side="right")
    return {
        int(each): [int(seq) for seq in seqs[low:high]]
        for each, low, high in zip(asked, *places, strict=True)
        if high > low
    }


def pairs(content: bytes) -> list[tuple[int, int]]:
    """The pairs of a block, one by one."""
    return list(zip(*(each.tolist() for each in unpack(content)), strict=True))


def weight(some: Collection[tuple[int, int]]) -> int:
    """A number that says which pairs these are, whatever their order: those of several blocks add up (modulo ``ROUND``)."""
    if not some:
        return 0
    table = np.array(list(some), np.int64).astype(np.uint64)
    mixed = table[:, 0] * _ODD[0] + table[:, 1] * _ODD[1]
    return int(((mixed ^ (mixed >> np.uint64(29))) * _ODD[2]).sum())
