"""What the import screen knows: files, what each is, what was found, what may be done now. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from models.errors import AkashiError, Bad
from models.intake import look as looking
from models.intake.gather import Gathered
from models.intake.look import Looked
from models.intake.schemas import SCHEMAS, schema_of
from models.intake.values import ColumnMap, Imported, Refused, Schema


class Stage(StrEnum):
    """How far a file is."""

    LOOKING = "looking"
    CHOOSE = "choose"
    CHECKING = "checking"
    WRONG = "wrong"
    BAD = "bad"
    BEHIND = "behind"
    CLEAN = "clean"
    DONE = "done"


@dataclass(slots=True, eq=False)
class Item:
    """One file. ``error`` is what stops it as a whole, ``refused`` names its bad rows."""

    path: Path
    what: str = ""
    guessed: bool = False
    looked: Looked | None = None
    mapped: ColumnMap = field(default_factory=ColumnMap)
    gathered: Gathered | None = None
    imported: Imported | None = None
    refused: Refused | None = None
    error: Exception | None = None
    done: bool = False
    behind: bool = False

    @property
    def stage(self) -> Stage:
        """How far it is."""
        stages = (
            (self.done, Stage.DONE), (self.error is not None, Stage.WRONG), (self.refused is not None, Stage.BAD),
            (self.looked is None, Stage.LOOKING), (not self.what, Stage.CHOOSE), (self.imported is not None, Stage.CLEAN),
            (self.behind, Stage.BEHIND),
        )  # fmt: skip
        return next((stage for so, stage in stages if so), Stage.CHECKING)

    @property
    def schema(self) -> Schema | None:
        """The columns of its kind."""
        return schema_of(self.what) if self.what else None

    @property
    def bad(self) -> tuple[Bad, ...]:
        """The bad rows that are named."""
        return self.refused.bad if self.refused else ()

    @property
    def bad_count(self) -> int:
        """How many bad rows there are in all."""
        return len(self.refused.bad) + self.refused.rest if self.refused else 0

    def forget(self) -> None:
        """What was read no longer holds: another kind or map."""
        self.gathered, self.refused, self.error = None, None, None


class Form:
    """The files in the order in which they were chosen."""

    def __init__(self) -> None:
        self.items: list[Item] = []

    def add(self, paths: Sequence[Path]) -> list[Item]:
        """Take files; those that stand here already, and are not imported yet, are left out."""
        open_ = {item.path for item in self.items if not item.done}
        new = [Item(path) for path in dict.fromkeys(paths) if path not in open_]
        self.items += new
        self._forget_trial()
        return new

    def remove(self, item: Item) -> None:
        """Let a file go."""
        self.items.remove(item)
        self._forget_trial()

    def looked(self, item: Item, looked: Looked) -> None:
        """A look came back: the kind it guessed, and the map that its columns suggest."""
        item.looked = looked
        if not item.what:
            item.what, item.guessed = looked.what, bool(looked.what)
        self.suggest(item)

    def suggest(self, item: Item) -> None:
        """Begin with the map that the names of the columns suggest."""
        if item.looked is not None and item.schema is not None:
            item.mapped = looking.suggest(item.looked, item.schema)

    def choose(self, item: Item, what: str) -> None:
        """The person says what a file is."""
        item.what, item.guessed = what, False
        item.forget()
        self._forget_trial()
        self.suggest(item)

    def use(self, item: Item, mapped: ColumnMap) -> None:
        """Another map."""
        item.mapped = mapped
        item.forget()
        self._forget_trial()

    def learn(self, item: Item, found: Gathered | Exception) -> None:
        """A file was read, or not."""
        item.forget()
        if isinstance(found, Gathered):
            item.gathered = found
        elif isinstance(found, Refused):
            item.refused = found
        else:
            item.error = found

    def tried(self, order: Sequence[Item], done: Sequence[Imported], refused: Refused | None, kept: bool) -> None:
        """A trial (or, as ``kept``, the import itself) came back, in this order of files."""
        for item, imported in zip(order, done, strict=False):
            item.imported, item.done, item.behind = imported, kept, False
        if refused is not None:
            order[len(done)].refused = refused
            for item in order[len(done) + 1 :]:
                item.behind = True

    @property
    def open(self) -> list[Item]:
        """Files that are not imported yet."""
        return [item for item in self.items if not item.done]

    @property
    def to_read(self) -> list[Item]:
        """Files that wait to be read and checked."""
        return [
            item
            for item in self.open
            if item.what and item.looked and not (item.gathered or item.refused or item.error)
        ]

    @property
    def order(self) -> list[Item]:
        """Files that can be tried together: cases first. Empty while one of them is not wholly read."""
        if not self.open or any(item.gathered is None or item.refused or item.error for item in self.open):
            return []
        kinds = tuple(SCHEMAS)
        return sorted(self.open, key=lambda item: kinds.index(item.what))

    @property
    def clean(self) -> bool:
        """Whether everything may be imported now."""
        return bool(self.open) and all(item.stage is Stage.CLEAN for item in self.open)

    def _forget_trial(self) -> None:
        for item in self.open:
            item.imported, item.behind = None, False
            if item.gathered is not None:
                item.refused = None


def cause(bad: Bad, lang: str) -> str:
    """What is wrong with a cell."""
    return bad.message.text(lang)


def head_words(error: AkashiError, lang: str) -> str:
    """The first line of an error: its bad rows stand in a table."""
    return error.message.text(lang)
