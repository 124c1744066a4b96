"""A draft's entry as fields: one row a wording, its languages beside each other; and single values. Plain Python."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.frameworks import editing
from models.frameworks.editing import Leaf

LANGUAGES = ("ja", "en")
MORE = ("ja-easy",)
DATES = ("from", "until")
"""Days of a figure that may be left out."""
_HIDDEN = ("key", "code", "section", "responsible", "routes", "facts", "kinds", "change_rule")
"""What is changed in the text only: names that other places refer to."""
_OF_FRAMEWORK = ("version", "title", "law", "guideline", "in_force", "standard_period", "parameters", "transitions")
_LISTS = ("evidence", "grounds", "reasons", "parameters", "transitions", "by_route", "cases")
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One value: where it stands, and what it says (empty where the language is not there yet)."""

    path: Path
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A wording in its languages, or a single value (one cell without a language)."""

    path: Path
    cells: tuple[Cell, ...]

    @property
    def worded(self) -> bool:
        """Whether it is a wording in languages."""
        return bool(self.cells[0].language)


def rows(text: str, key: str) -> tuple[FieldRow, ...]:
    """The fields of a criterion, or (``""``) of the framework itself; none while the text cannot be read."""
    if key:
        return tuple(_rows(editing.leaves(text, ("criteria", key))))
    every = editing.leaves(text)
    found = (row for place in _OF_FRAMEWORK for row in _rows([each for each in every if each.path[0] == place]))
    return tuple(each for row in found for each in _with_dates(row, {leaf.path for leaf in every}))


def _with_dates(row: FieldRow, there: Collection[Path]) -> Iterable[FieldRow]:
    """A figure's days are asked for in front of its source also where it has none yet."""
    if row.path[0] == "parameters" and row.path[-1] == "source":
        dates = ((*row.path[:-1], each) for each in DATES)
        yield from (FieldRow(path, (Cell(path, "", ""),)) for path in dates if path not in there)
    yield row


def _rows(leaves: Sequence[Leaf]) -> Iterable[FieldRow]:
    worded: dict[Path, dict[str, str]] = {}
    order: dict[Path, str | None] = {}
    for leaf in leaves:
        if leaf.path[-1] in (*LANGUAGES, *MORE) or leaf.path[:-1] in worded:
            if leaf.path[-1] == "verify":
                order[leaf.path] = leaf.value
                continue
            worded.setdefault(leaf.path[:-1], {})[leaf.path[-1]] = leaf.value
            order.setdefault(leaf.path[:-1], None)
        elif not _hidden(leaf.path):
            order[leaf.path] = leaf.value
    for path, single in order.items():
        if single is not None:
            yield FieldRow(path, (Cell(path, "", single),))
        else:
            texts = worded[path]
            languages = (*LANGUAGES, *(each for each in MORE if each in texts or "handbook" in path))
            yield FieldRow(path, tuple(Cell((*path, each), each, texts.get(each, "")) for each in languages))


def _hidden(path: Path) -> bool:
    return any(name in _HIDDEN for name in (path[-1], path[-2] if path[-1].isdigit() else ""))


def label(path: Path, key: str, words: Mapping[str, str]) -> str:
    """A field's name in words: ``Reason P-02 · Conclusion``."""
    inner = path[2:] if key else path
    said, own = [], False
    for name in inner:
        said.append(name if own else words.get(name, name))
        own = not own and name in _LISTS  # what stands behind a list is an entry's own name
    return " · ".join(said)


def applied(text: str, edits: Mapping[Path, str]) -> str:
    """The text with every edit of the form put in. An emptied further language or handbook field is taken out."""
    for path, said in edits.items():
        optional = MORE if path[0] != "parameters" else (*MORE, *DATES)
        taken_out = not said.strip() and path[-1] in optional
        text = editing.remove(text, path) if taken_out else editing.put(text, path, said)
    return text
