"""The frameworks that govern: found by id and version, by kind and day. Those that the program carries are read once, then kept;
an office adds the versions that it published itself (``models.frameworks.service.shelf``)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from models.errors import NotFound, Problem
from models.frameworks import reader
from models.frameworks.values import Framework, FrameworkRef
from resources import framework_dir


@dataclass(frozen=True, slots=True)
class Library:
    """Versions of frameworks, and which of them is the law of a day. ``frameworks`` are in the order of id and version."""

    frameworks: tuple[Framework, ...]

    def get(self, ref: FrameworkRef) -> Framework:
        """The framework that a case names. Raises ``NotFound`` when it is not here."""
        for each in self.frameworks:
            if each.ref == ref:
                return each
        raise NotFound("frameworks.unknown_version", id=ref.id, version=ref.version)

    def named(self, words: str) -> Framework:
        """The framework that a person names: a file, ``id/version`` (or ``id@version``), or ``id`` for its newest version.

        Raises ``NotFound``, or ``BadInput`` when the file is broken.
        """
        path = Path(words)
        if path.suffix in (".yaml", ".yml"):
            return reader.read(path)
        framework_id, _, version = words.replace("@", "/").partition("/")
        if version:
            return self.get(FrameworkRef(framework_id, version))
        found = newest(each for each in self.frameworks if each.id == framework_id)
        if found is None:
            known = ", ".join(sorted({each.id for each in self.frameworks}))
            raise NotFound("frameworks.unknown_id", id=framework_id, known=known)
        return found

    def in_force(self, kind: str, day: date, received_on: date | None = None) -> Framework | None:
        """The version for a kind of case that is the law of ``day``, for a case received on ``received_on`` (left out: that
        day). ``None``: there is none."""
        candidates = [each for each in self.frameworks if each.kind == kind]
        latest = newest(each for each in candidates if each.in_force_on(day))
        kept = _kept(latest, received_on or day, day) if latest else None
        return next((each for each in candidates if latest and (each.id, each.version) == (latest.id, kept)), latest)

    def applies(self, framework: Framework, day: date, received_on: date | None = None) -> bool:
        """Whether a version applies to a decision on ``day``, on a case received on ``received_on`` (left out: that day).

        It is the newest one in force on that day (最大判昭和50年4月30日), unless a transitional clause of the newest keeps an
        earlier one for cases received before a day.
        """
        received = received_on or day
        later = newest(each for each in self.frameworks if each.id == framework.id and each.in_force_on(day))
        if later is None or later.in_force_from <= framework.in_force_from:
            return framework.in_force_on(day) and _kept(framework, received, day) is None
        return _kept(later, received, day) == framework.version


def shipped() -> Library:
    """The frameworks that the program carries. Raises ``BadInput`` when a file is broken or lies in the wrong place."""
    return Library(all_())


def with_(own: Iterable[Framework]) -> Library:
    """Those that the program carries, and an office's own."""
    return Library(tuple(sorted((*all_(), *own), key=lambda each: (each.id, each.version))))


def get(ref: FrameworkRef) -> Framework:
    """As ``Library.get``, among those that the program carries."""
    return shipped().get(ref)


@cache
def all_() -> tuple[Framework, ...]:
    """Every framework, by id and version. Raises ``BadInput`` when a file is broken or lies in the wrong place."""
    found = tuple(_placed(path) for path in paths())
    return tuple(sorted(found, key=lambda each: (each.id, each.version)))


def named(words: str) -> Framework:
    """As ``Library.named``, among those that the program carries."""
    return shipped().named(words)


def paths() -> tuple[Path, ...]:
    """The framework files, in a fixed order."""
    return tuple(sorted(framework_dir().glob("*/*.yaml")))


def in_force(kind: str, day: date, received_on: date | None = None) -> Framework | None:
    """As ``Library.in_force``, among those that the program carries."""
    return shipped().in_force(kind, day, received_on)


def applies(framework: Framework, day: date, received_on: date | None = None) -> bool:
    """As ``Library.applies``, among those that the program carries."""
    return shipped().applies(framework, day, received_on)


def _kept(framework: Framework, received_on: date, day: date) -> str | None:
    """The earlier version that a clause of ``framework`` keeps for a case received on that day."""
    clauses = [each for each in framework.transitions if each.keeps and each.received_before and each.holds_on(day)]
    return next((each.keeps for each in clauses if each.received_before and received_on < each.received_before), None)


def newest(frameworks: Iterable[Framework]) -> Framework | None:
    """The one that came into force last."""
    return max(frameworks, key=lambda each: (each.in_force_from, each.version), default=None)


def check(path: Path) -> tuple[Problem, ...]:
    """All that is wrong with a framework file; nothing when it is sound. Raises ``BadInput`` when there is no such
    text."""
    return reader.examine(path).problems


def _placed(path: Path) -> Framework:
    framework = reader.read(path)
    if (framework.id, framework.version) != (path.parent.name, path.stem):
        raise NotFound("frameworks.misplaced", file=path.name, id=framework.id, version=framework.version)
    return framework
