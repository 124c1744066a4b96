"""Where two texts differ, so that a conflict can be read at a glance. No Qt."""

from difflib import SequenceMatcher

Span = tuple[int, int]
_SHORT = 3
"""Equal stretches shorter than this between two differences are noise: they would cut a phrase into crumbs."""


def spans(mine: str, theirs: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The stretches of each text that the other does not have, as (start, end) in characters."""
    left: list[Span] = []
    right: list[Span] = []
    for kind, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            left.append((a, b))
            right.append((c, d))
    return _joined(left), _joined(right)


def _joined(found: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in found:
        if start == end:
            continue
        if joined and start - joined[-1][1] < _SHORT:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)
