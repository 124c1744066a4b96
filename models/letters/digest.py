"""The canonical content of a letter, its digest and its check number.

The content digest is what a countersigner signs: it leaves out what is known only on the day of dispatch. The check number
stands in the letter itself, for people: 16 hex digits of SHA-256 over the whole canonical content (a PDF cannot hold its
own hash). Both come from values, so another program can compute them from the JSON form.
"""

import hashlib
import json
from collections.abc import Callable, Hashable, Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache
from json.encoder import encode_basestring as _quoted
from operator import attrgetter

from models.letters.values import Box, Cell, Field, Figure, FigureKind, Letter, Paragraph, Sentence, Table

_NEVER = frozenset({"check_number", "content_digest", "standard", "window", "said_in", "record_anchor"})
"""``standard`` says what a sentence was before somebody worded it, ``window`` where the address lies on the paper, ``said_in`` how a
passage is tagged: no part of what the letter says. ``record_anchor`` stands in the head, and counts there."""
_DISPATCH = frozenset(
    {
        "number",
        "draft",
        "draft_mark",
        "dispatched_on",
        "received_on",
        "footer",
        "last_day_if_received_today",
        "notes",
    }
)
_CHECK_DIGITS = 16
_WORDS = {None: "null", True: "true", False: "false"}
_KINDS = {each: _quoted(each.value) for each in FigureKind}


def content_digest(letter: Letter) -> str:
    """SHA-256 over the letter without what depends on the day of dispatch."""
    return Digests().content(letter)


def check_number(letter: Letter) -> str:
    """16 upper-case hex digits over the whole content, number and day of dispatch included."""
    return Digests().check(letter)


class Digests:
    """Both of letters that hold the same sentences: each sentence and table is written once. Nothing in them is of the dispatch."""

    def __init__(self) -> None:
        said: dict[int, tuple[object, str]] = {}
        self._content = _Canonical(_NEVER | _DISPATCH, said, dispatch=False)
        self._whole = _Canonical(_NEVER | {"draft", "draft_mark", "notes"}, said, dispatch=True)

    def content(self, letter: Letter) -> str:
        """As ``content_digest``."""
        return _sha256(self._content.text(letter))

    def check(self, letter: Letter) -> str:
        """As ``check_number``."""
        return _sha256(self._whole.text(letter))[:_CHECK_DIGITS].upper()


def together(letters: Iterable[Letter]) -> str:
    """The digest of all languages of a letter: what a countersigner signs."""
    each = {letter.language: letter.content_digest for letter in letters}
    return _sha256(json.dumps(each, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def shown(number: str) -> str:
    """A check number in groups of four, as printed."""
    return "-".join(number[place : place + 4] for place in range(0, len(number), 4))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class _Canonical:
    """Writes a value as canonical JSON (keys in order, no spaces, no escapes but the needed ones): what ``json.dumps`` makes of
    the same fields, in a quarter of the time. What a letter holds many of is written by name, the rest field by field."""

    def __init__(self, skip: frozenset[str], said: dict[int, tuple[object, str]], *, dispatch: bool) -> None:
        self._skip, self._said, self._dispatch = skip, said, dispatch

    def text(self, value: object) -> str:
        """The value; for a value of ours its fields but the skipped ones, in a tuple nothing of the dispatch if so asked."""
        if isinstance(value, str):
            return _quoted(value)
        if isinstance(value, tuple):
            return self._several(value)
        if isinstance(value, Paragraph):
            return self._paragraph(value)
        if isinstance(value, Sentence | Table):
            return self._known(value)
        return self._other(value)

    def _other(self, value: object) -> str:
        if value is None or value is True or value is False:
            return _WORDS[value]
        return _quoted(value.isoformat()) if isinstance(value, date) else self._fields(value)

    def _several(self, values: tuple[object, ...]) -> str:
        kept = values if self._dispatch else [each for each in values if not _of_dispatch(each)]
        return f"[{','.join([self.text(each) for each in kept])}]" if kept else "[]"

    def _known(self, value: Sentence | Table) -> str:
        known = self._said.get(id(value))
        if known is None:
            written = _of_sentence(value) if isinstance(value, Sentence) else _of_table(value)
            known = self._said[id(value)] = value, written
        return known[1]

    def _paragraph(self, each: Paragraph) -> str:
        number = f'"number":{each.number},' if self._dispatch else ""
        return f'{{"listed":{_WORDS[each.listed]},{number}"sentences":{self._sentences(each)},"step":{_quoted(each.step)}}}'

    def _sentences(self, paragraph: Paragraph) -> str:
        """Those of a paragraph, together: most hold nothing of the dispatch, and are the same in both digests."""
        if any([each.dispatch for each in paragraph.sentences]):  # noqa: C419  a list is quicker here than what gives one by one
            return self._several(paragraph.sentences)
        known = self._said.get(id(paragraph))
        if known is None:
            written = f"[{','.join([_of_sentence(each) for each in paragraph.sentences])}]"
            known = self._said[id(paragraph)] = paragraph, written
        return known[1]

    def _fields(self, value: object) -> str:
        kind: Hashable = type(value)  # type: ignore[assignment]  # a class is hashable
        known = _taken(kind, self._skip)
        if known is None:
            return json.dumps(value)
        keys, take = known
        named = zip(keys, take(value), strict=True)
        return (
            f"{{{','.join([key + (_quoted(each) if type(each) is str else self.text(each)) for key, each in named])}}}"
        )


@lru_cache(maxsize=256)
def _taken(
    kind: Hashable, skip: frozenset[str]
) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]] | None:
    """The fields of a value that count, in order, as they are written, and what takes them from it; None for what is no value
    of ours. Asked thousands of times a letter."""
    if not isinstance(kind, type) or not is_dataclass(kind):
        return None
    names = sorted(each.name for each in fields(kind) if each.name not in skip)
    take = attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, each) for each in names)
    return tuple(f"{_quoted(name)}:" for name in names), take


def _of_sentence(sentence: Sentence) -> str:
    """As ``_Canonical`` would write it, field by field in the order of their names, in a quarter of the time: a letter is some
    three hundred sentences and four hundred figures. (A field that is forgotten here shows in the tests of both digests.)"""
    each = sentence
    figures = ",".join([_of_figure(figure) for figure in each.figures]) if each.figures else ""
    return (
        f'{{"criterion":{_quoted(each.criterion) if each.criterion is not None else "null"},'
        f'"dispatch":{"true" if each.dispatch else "false"},"evidence":{_strings(each.evidence)},'
        f'"facts":{_strings(each.facts)},"figures":[{figures}],"free":{"true" if each.free else "false"},'
        f'"id":{_quoted(each.id)},"lang":{_quoted(each.lang)},"pattern":{_quoted(each.pattern)},'
        f'"reason":{_quoted(each.reason) if each.reason is not None else "null"},'
        f'"strong":{"true" if each.strong else "false"},"text":{_quoted(each.text)}}}'
    )


def _of_table(table: Table) -> str:
    """A table is no part of the dispatch, whatever its sentences are."""
    rows = ",".join([f"[{','.join([_of_cell(each) for each in row])}]" for row in table.rows])
    ends = ",".join([_WORDS[each] for each in table.ends])
    return (
        f'{{"caption":{_quoted(table.caption)},"ends":[{ends}],"head":{_strings(table.head)},'
        f'"kind":{_quoted(table.kind)},"rows":[{rows}]}}'
    )


def _of_cell(cell: Cell) -> str:
    return f'{{"align":{_quoted(cell.align)},"sentence":{_of_sentence(cell.sentence)}}}'


def _of_figure(figure: Figure) -> str:
    return (
        f'{{"kind":{_KINDS[figure.kind]},"slot":{_quoted(figure.slot)},"source":{_quoted(figure.source)},'
        f'"strong":{"true" if figure.strong else "false"},"text":{_quoted(figure.text)},"value":{_quoted(figure.value)}}}'
    )


@lru_cache(maxsize=4096)
def _strings(several: tuple[str, ...]) -> str:
    """Kept: the sentences on a criterion rest on the same facts and evidence, and cases number theirs alike."""
    return f"[{','.join(map(_quoted, several))}]" if several else "[]"


def _of_dispatch(value: object) -> bool:
    return isinstance(value, Sentence | Box | Field) and value.dispatch
