"""A criterion's guidance taken apart: what is looked at, what counts, what does not, and what else examiners are told."""

from collections.abc import Mapping
from dataclasses import dataclass

_HEADS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ja": (("look", "見るもの："), ("counts", "数えるもの："), ("not_counted", "数えないもの：")),
    "ja-easy": (
        ("look", "見《み》るもの："),
        ("counts", "数《かぞ》えるもの："),
        ("not_counted", "数《かぞ》えないもの："),
        ("look", "見るもの："),
        ("counts", "数えるもの："),
        ("not_counted", "数えないもの："),
    ),
    "en": (("look", "Look at:"), ("counts", "Counts:"), ("not_counted", "Does not count:")),
}


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines of a guidance by what they say."""

    look: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    not_counted: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def parts(guidance: str, language: str) -> Parts:
    """The guidance of a criterion in Japanese or English, line by line; a line without a known head is a note."""
    found: dict[str, list[str]] = {"look": [], "counts": [], "not_counted": [], "notes": []}
    for line in filter(None, (each.strip() for each in guidance.splitlines())):
        name, text = _read(line, language if language in _HEADS else "ja")
        found[name].append(text)
    return Parts(**{name: tuple(lines) for name, lines in found.items()})


def _read(line: str, language: str) -> tuple[str, str]:
    for name, head in _HEADS[language]:
        if line.startswith(head):
            text = line.removeprefix(head).strip()
            return name, text[:1].upper() + text[1:]
    return "notes", line
