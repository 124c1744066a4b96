"""What an event wrote, in the reader's words: one line for the list, all of it for the reading pane. No Qt widgets."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeGuard

from desktop import words
from desktop.casefile.words import say, title
from desktop.records import form
from models.cases.values import ClosedAs, Kind, WaitingFor
from models.decisions.values import Outcome
from models.facts import catalogue
from models.findings.values import FindingState
from models.localized import Localized
from models.people.values import Role
from models.records.values import Event

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


class Teller:
    """Says events in one language; names and titles come when they have been read."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self.names: Mapping[str, str] = {}
        self.titles: Titles = {}
        self._values: Mapping[str, Callable[[str], str]] = {
            "finding": lambda value: words.finding(FindingState(value)),
            "outcome": lambda value: words.outcome(Outcome(value)),
            "role": lambda value: words.role(Role(value)),
            "kind": lambda value: words.kind(Kind(value)),
            "route": words.route,
            "for": lambda value: words.waiting_for(WaitingFor(value)),
            "as": lambda value: say(f"ended.{ClosedAs(value).value}", lang),
        }
        self._lines: Mapping[str, Callable[[Mapping[str, object]], str]] = {
            "finding_recorded": self._finding,
            "draft_set_aside": self._finding,
            "proposed": lambda content: self.value("outcome", content["outcome"]),
            "proposal_edited": lambda content: str(content["weighing"]),
            "sentence_reworded": lambda content: (
                f"{content['sentence']}\u3000{content['pattern'] or content['standard']}"
            ),
            "countersigned": lambda content: self.value("outcome", content["outcome"]),
            "signed_in": lambda content: self.value("role", content["role"]),
            "sign_in_failed": lambda _content: "",
            "viewed": lambda _content: "",
            "returned": lambda content: str(content["comment"]),
            "waiting": lambda content: self.value("for", content["for"]),
            "closed": lambda content: f"{self.value('as', content['as'])}\u3000{content['why']}",
            "taken": lambda content: self.value("to", content["to"]),
            "assigned": lambda content: self.value("to", content["to"]),
            "received": lambda content: (
                f"{self.value('kind', content['kind'])}\u3000{self.value('route', content['route'])}"
            ),
            "person_added": lambda content: f"{content['name']}\u3000{self.value('role', content['role'])}",
            "key_made": lambda content: self.value("login", content["login"]),
            "issued": self._letters,
            "backup_made": lambda content: str(content["file"]),
            "disposed": lambda content: str(content["name"]),
            "disposal_proposed": lambda content: str(content["batch"]),
            "disposal_approved": lambda content: str(content["batch"]),
            "report.made": lambda content: f"{content['from'] or ''}\u2013{content['to'] or ''}",
        }

    def told(self, event: Event) -> str:
        """One line; kinds without words of their own show their short values."""
        tell = self._lines.get(event.kind)
        if event.content.keys() == {GONE}:
            return say("record.words_gone", self._lang, seq=event.content[GONE])
        try:
            return tell(event.content) if tell else form.summary(event)
        except (KeyError, ValueError, TypeError):
            return form.summary(event)

    def who(self, login: str) -> str:
        """The name of who acted; what ran without a person is the office's own doing."""
        return say("who.console", self._lang) if login == "console" else self.names.get(login, login)

    def _finding(self, content: Mapping[str, object]) -> str:
        name = self.criterion(content["criterion"], content.get("framework_version"))
        return f"{name}\u3000{self.value('finding', content['finding'])}"

    def _letters(self, content: Mapping[str, object]) -> str:
        sealed = content["letters"]
        numbers = [str(each["number"]) for each in sealed if isinstance(each, Mapping)] if _listed(sealed) else []
        return "\u3000".join(dict.fromkeys(numbers))

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
        try:
            return self._values[key](text) if key in self._values else text
        except ValueError:
            return text

    def lines(self, event: Event) -> tuple[str, ...]:
        """All that an event wrote, in words, indented; what was written to the tables stands at the end."""
        content = event.content
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
        return say(f"record.{key}", self._lang) if key in _PLACE else key


def _listed(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, list | tuple)
