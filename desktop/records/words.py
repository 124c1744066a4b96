"""What an event wrote, in the reader's words: one line for the list, all of it for the reading pane. No Qt widgets."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeGuard

from desktop.casefile.words import say, title
from desktop.records import form, told
from models.facts import catalogue
from models.localized import Localized
from models.records.values import Event
from resources import messages

Titles = Mapping[tuple[str, str], Localized]
"""A criterion's title by (version, key); ("", key) for an event that names no version."""

_ORDER = (
    "finding", "criterion", "reasons", "code", "facts", "evidence", "text", "revision", "framework_version", "framework",
    "outcome", "weighing", "before", "comment", "criteria", "round", "role", "login", "name", "unit",
    "on", "for", "waited_days", "as", "why", "to", "kind", "route", "added", "file",
    "new", "skipped", "superseded", "what", "content_digest", "letters", "language", "format", "number", "sha256",
    "request", "request_kind", "inquiry", "inquiry_kind", "subject", "whom", "items", "title", "until", "send_to", "note",
    "follows", "waits", "document_number", "papers", "reply", "received_on", "came", "missing", "state", "planned_on", "time",
    "place", "interpreter", "ground", "opinion", "present", "report", "read_back", "pictures", "line", "step", "of", "deputy",
    "lines", "version", "from", "drafted_by",
    "disposed", "batch", "cases", "digest", "retention", "ended_on", "started_on", "earliest_on", "proposed_by", "approved_by",
    "disposed_on", "replayed", "suit", "rows_gone", "events", "gone",
    "period", "status", "public_key", "cited", "rows",
)  # fmt: skip
"""What an event can hold, as it is told: what was done first, what it rests on, what went into the tables."""
GONE = "disposed"
"""All that a stub holds: the event that disposed of its case."""
_PLACE = {key: at for at, key in enumerate(_ORDER)}
_PEOPLE = frozenset({"login", "to", "before"})
_DEEPEST = 4
_UNSAID = re.compile(r"\{\w+\}")


class Teller:
    """Says events in one language; names and titles come when they have been read."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self.names: Mapping[str, str] = {}
        self.titles: Titles = {}

    def told(self, event: Event) -> str:
        """One line of plain words; a kind that only a newer program knows shows its short values."""
        if event.content.keys() == {GONE}:
            return say("record.words_gone", self._lang, seq=event.content[GONE])
        if event.kind == "refused":
            return self._refusal(event)
        content = dict(event.content)
        if "criterion" in content:
            content["criterion"] = self.criterion(content["criterion"], content.get("framework_version"))
        said = told.line(event.kind, content, self._lang, self.names)
        return form.summary(event) if said is None else said

    def _refusal(self, event: Event) -> str:
        """What the person was told, as far as the record holds it."""
        content, code = event.content, str(event.content.get("code", ""))
        given = {
            "name": self.who(event.who),
            "case": event.case or "…",
            "role": self.value("role", content.get("role")),
        }
        return _UNSAID.sub("…", messages.text(code, self._lang, given)) if messages.has(code) else code

    def who(self, login: str) -> str:
        """The name of who acted; what ran without a person is the office's own doing."""
        return say("who.console", self._lang) if login == "console" else self.names.get(login, login)

    def criterion(self, key: object, version: object = "") -> str:
        """A criterion's title, or its key when no framework here asks it."""
        found = self.titles.get((str(version or ""), str(key))) or self.titles.get(("", str(key)))
        return title(found, self._lang) if found else str(key)

    def value(self, key: str, value: object) -> str:
        """A value in words; one that the program does not know as it is."""
        if value in (None, "", [], {}):
            return "—"
        text = str(value)
        if key in _PEOPLE and text in self.names:
            return f"{self.names[text]} ({text})"
        return told.in_words(key, value, self._lang)

    def lines(self, event: Event) -> tuple[str, ...]:
        """All that an event wrote, in words, indented; what was written to the tables stands at the end."""
        content = event.content
        if event.kind.startswith("report.") and "report" in content:  # an inquiry calls its outcome so
            content = {("report_number" if key == "report" else key): value for key, value in content.items()}
        version = content.get("framework_version")
        found: list[str] = []
        for key in sorted(content, key=lambda each: _PLACE.get(each, len(_PLACE) - 2)):
            found += [""] if key == "rows" and found else []
            found += self._entry(key, content[key], 0, version)
        return tuple(found)

    def _entry(self, key: str, value: object, depth: int, version: object) -> Iterator[str]:
        indent, name = "\u3000" * depth, self._name(key)
        colon = "：" if self._lang == "ja" else ": "
        if key == "criterion":
            yield f"{indent}{name}{colon}{self.criterion(value, version)}"
        elif isinstance(value, Mapping) and value and depth < _DEEPEST:
            yield f"{indent}{name}"
            for inner, each in value.items():
                yield from self._entry(str(inner), each, depth + 1, version)
        elif _listed(value) and value:
            yield from self._list(key, value, depth, version)
        else:
            yield f"{indent}{name}{colon}{self.value(key, value)}"

    def _list(self, key: str, values: Sequence[object], depth: int, version: object) -> Iterator[str]:
        indent, name = "\u3000" * depth, self._name(key)
        colon = "：" if self._lang == "ja" else ": "
        if all(isinstance(each, str | int) for each in values):
            joined = ("、" if self._lang == "ja" else ", ").join(str(each) for each in values)
            yield f"{indent}{name}{colon}{joined}"
            return
        yield f"{indent}{name}"
        for number, each in enumerate(values, 1):
            if isinstance(each, Mapping):
                yield f"{indent}\u3000{number}"
                for inner, part in each.items():
                    yield from self._entry(str(inner), part, depth + 2, version)
            else:
                yield f"{indent}\u3000{self._row(key, each, version)}"

    def _row(self, key: str, value: object, version: object) -> str:
        """A short list inside a list: a comment on a criterion, or a fact as it stood."""
        parts = [str(each) for each in value] if _listed(value) else [str(value)]
        if key == "criteria" and len(parts) == 2:
            return f"{self.criterion(parts[0], version)}\u3000{parts[1]}"
        if key == "cited" and len(parts) == 3:
            return f"{parts[0]}\u3000{self._fact(parts[1])}\u3000{parts[2]}"
        return "\u3000".join(parts)

    def _fact(self, key: str) -> str:
        try:
            return title(catalogue.title(key), self._lang)
        except KeyError:
            return key

    def _name(self, key: str) -> str:
        code = f"desk.record.{key}"
        return messages.text(code, self._lang) if messages.has(code) else key


def _listed(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, list | tuple)
