"""What a framework says from memory or a secondary source: every ``verify: true``, by its place. Pure.

Nothing of it is law until the rule keeper has checked it; the screen, ``framework check`` and the handbook say so.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from models.frameworks.values import Citation, Framework
from models.localized import Localized


@dataclass(frozen=True, slots=True)
class Unverified:
    """A rule whose source is to be checked: where it stands (``parameters.fee``), what it says, and its source."""

    path: tuple[str, ...]
    says: Localized
    source: Localized

    @property
    def place(self) -> str:
        """The path in one word."""
        return ".".join(self.path)

    @property
    def criterion(self) -> str | None:
        """The criterion it belongs to."""
        return self.path[1] if self.path[0] == "criteria" else None


def unverified(framework: Framework) -> tuple[Unverified, ...]:
    """Every rule of a framework that is marked as to be checked, in the order of the file."""
    return tuple(_in(framework, ()))


def _in(value: object, path: tuple[str, ...]) -> Iterator[Unverified]:
    if isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _in(each, (*path, str(getattr(each, "key", getattr(each, "code", number)))))
    elif is_dataclass(value) and not isinstance(value, Localized):
        for field in fields(value):
            inner = getattr(value, field.name)
            if isinstance(inner, Citation) and inner.verify:
                yield Unverified(path or (field.name,), _says(value), inner.text)
            elif not isinstance(inner, Citation):
                yield from _in(inner, (*path, field.name.rstrip("_")))


def _says(value: object) -> Localized:
    number = getattr(value, "value", None)
    if isinstance(number, int):
        return Localized.of(ja=f"{number:,}", en=f"{number:,}")
    title = getattr(value, "title", None) or getattr(value, "text", None)
    return title if isinstance(title, Localized) else Localized.of(ja="", en="")
