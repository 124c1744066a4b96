"""How much of a text stands in another one: exactly, with what everybody says left out."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from models.wording.copied.prints import GRAM, SHORTEST, Folded, folded

LEAST_SHARE = 0.3
LEAST_CHARACTERS = SHORTEST + 1
"""Under this nobody is told: a turn of phrase may well be found twice. Our own choice."""
LEAST_RUN = 19
"""A run of so many characters counts as copied once a text is looked at: it is more than one turn of phrase."""
_STANDARD_RUN = 12
"""So many characters in a row from the standard wording are standard wording, not chance."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What a text shares with another: the part of its own characters, their number, the longest passage as written."""

    share: float
    characters: int
    quote: str

    @property
    def counts(self) -> bool:
        """Whether a person should be told."""
        return self.share >= LEAST_SHARE and self.characters >= LEAST_CHARACTERS


NOTHING = Overlap(0.0, 0, "")


def grams_of(texts: Iterable[str]) -> frozenset[str]:
    """The runs of characters of the standard wording: texts with slots are cut at them."""
    return frozenset(gram for text in texts for gram in folded(text).grams)


def own_part(text: Folded, standard: Collection[str]) -> frozenset[int]:
    """The characters of a text that are no standard wording."""
    said = {at for run in _runs(text, standard, _STANDARD_RUN) for at in run}
    return frozenset(at for at in range(len(text.text)) if at not in said)


def overlap(written: str, text: Folded, own: Collection[int], other: Folded) -> Overlap:
    """What ``text`` (folded from ``written``; ``own`` its own characters) shares with another text."""
    if not own:
        return NOTHING
    runs = list(_runs(text, frozenset(other.grams), LEAST_RUN))
    shared = {at for run in runs for at in run if at in own}
    if not shared:
        return NOTHING
    longest = max(runs, key=lambda run: len(set(run) & shared))
    quote = written[text.places[longest[0]] : text.places[longest[-1]] + 1]
    return Overlap(len(shared) / len(own), len(shared), quote)


def _runs(text: Folded, known: Collection[str], least: int) -> Iterator[range]:
    """Stretches of a text, at least so many characters long, whose grams all stand in ``known``."""
    start = -1
    for at, gram in enumerate((*text.grams, "")):
        if gram in known and gram:
            start = at if start < 0 else start
            continue
        if start >= 0 and at - 1 + GRAM - start >= least:
            yield range(start, at - 1 + GRAM)
        start = -1
