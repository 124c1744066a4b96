"""Columns of a register: settled by their names, filled text by text, numbered by level."""

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from models.consistency.arrays import Codes, Floats
from models.consistency.inputs import Category
from models.consistency.values import Dropped
from models.errors import BadInput


class Column:
    """Texts as numbers, in the order in which they appeared."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._place: dict[str, int] = {}
        self._codes: list[int] = []

    def level(self, text: str) -> int:
        """The number of a level, new if need be."""
        return self._place.setdefault(text, len(self._place))

    def add(self, text: str, gaps: bool = True) -> None:
        """Append a text; an empty one is a gap unless ``gaps`` is False."""
        self._codes.append(-1 if gaps and not text else self.level(text))

    def codes(self) -> Codes:
        """The numbers."""
        return np.array(self._codes, dtype=np.int32)

    def levels(self) -> tuple[str, ...]:
        """The texts, by number."""
        return tuple(self._place)

    def category(self) -> Category:
        """As a column of categories."""
        return Category(self.name, self.codes(), self.levels())


class Tally:
    """Counts rows left out by reason."""

    def __init__(self) -> None:
        self._reasons: Counter[str] = Counter()

    def count(self, reason: str) -> None:
        """One more."""
        self._reasons[reason] += 1

    def rows(self) -> tuple[Dropped, ...]:
        """Most frequent first."""
        return tuple(Dropped(rows, reason) for reason, rows in self._reasons.most_common())


def plain(text: str) -> str:
    """For comparing words only, never stored: full width folded, lower case, no outer blanks."""
    return unicodedata.normalize("NFKC", text).strip().lower()


def ours_of(header: Sequence[str], columns: Mapping[str, str], known: Sequence[str]) -> list[str]:
    """Our name of each of their columns: as mapped, as it is, or else as it is but for case and width."""
    mapped = {theirs.strip(): ours for ours, theirs in columns.items()}
    names = [mapped.get(theirs.strip(), theirs.strip()) for theirs in header]
    taken = set(names)
    return [plain(each) if plain(each) in known and plain(each) not in taken else each for each in names]


def checked(
    header: Sequence[str],
    columns: Mapping[str, str],
    ignored: Sequence[str],
    known: Sequence[str],
    needed: Sequence[str],
    families: tuple[str, ...],
) -> dict[str, str]:
    """ours -> theirs. Raises ``BadInput`` that names every unknown or missing column; ``families`` are prefixes with
    any ending."""
    named = ours_of(header, columns, known)
    names: dict[str, str] = {}
    unknown = []
    for theirs, ours in zip(header, named, strict=True):
        if ours in known or (families and ours.startswith(families)):
            names[ours] = theirs
        elif theirs not in ignored:
            unknown.append(theirs)
    missing = [name for name in needed if name not in names]
    if unknown or missing:
        code = "consistency.register_columns_missing" if missing else "consistency.register_columns_unknown"
        raise BadInput(code, unknown="、".join(unknown), missing="、".join(missing), found="、".join(header))
    return names


def blank_or(name: str, texts: Sequence[str], bins: int) -> Category:
    """A case-mix column: categories as they are; numbers with many values in ``bins`` groups of like size."""
    numbers = _numbers(texts)
    if numbers is None or len(np.unique(numbers[np.isfinite(numbers)])) <= 2 * bins:
        column = Column(name)
        for text in texts:
            column.add(text)
        return column.category()
    known = np.isfinite(numbers)
    edges = np.unique(np.quantile(numbers[known], np.arange(1, bins) / bins))
    codes = np.where(known, np.searchsorted(edges, numbers, side="right"), -1).astype(np.int32)
    return Category(name, codes, tuple(f"{place + 1}/{len(edges) + 1}" for place in range(len(edges) + 1)))


def _numbers(texts: Sequence[str]) -> Floats | None:
    """The texts as numbers, NaN for gaps; None if one is no number."""
    try:
        return np.array([float(plain(text).replace(",", "")) if text else np.nan for text in texts])
    except ValueError:
        return None
