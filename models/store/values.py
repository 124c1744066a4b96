"""What an office says of itself."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from models.localized import Localized


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """The office's own words: its name, and what its letters are headed and signed with."""

    name: str
    authority: Localized = field(default_factory=lambda: Localized.of(ja="", en=""))
    unit: Localized = field(default_factory=lambda: Localized.of(ja="", en=""))
    telephone: str = ""
    hours: Localized = field(default_factory=lambda: Localized.of(ja="", en=""))
    signatory: Localized = field(default_factory=lambda: Localized.of(ja="", en=""))
    languages: tuple[str, ...] = ("ja", "en")
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified copy of an office. ``seq`` and ``link`` name the last event in it, ``size`` is in bytes."""

    path: Path
    seq: int
    link: str
    size: int
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did. ``kept`` is where the office that stood there lies now (``None``: there was none); ``lost``
    counts its acts that the backup lacks, ``None`` where it could not be looked at."""

    path: Path
    seq: int
    kept: Path | None
    lost: int | None


@dataclass(frozen=True, slots=True)
class Heard:
    """An act that somebody committed on a server, as other desks hear of it: its number in the record, who, what, and on which
    case. ``one``: not one of many."""

    seq: int
    who: str
    kind: str
    case: str | None
    one: bool
