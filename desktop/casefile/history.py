"""The case's events in sentences: who did what, when. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from desktop.casefile import asked, compared, turned, words
from desktop.casefile.labels import code_words
from desktop.casefile.tasklist import state_word
from desktop.casefile.words import Names, say, title
from models.casefile.values import CaseFile
from models.cases.values import WaitingFor
from models.findings.values import FindingState
from models.frameworks.values import Criterion
from models.records.values import Event
from resources import messages

_HANDED = frozenset({"taken", "assigned", "handed_over", "transferred"})
QUIET = ("viewed", "evidence_added", "like_cases_seen")
"""Left out while the history is short."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the history: ``more`` is the whole of what was written, shown on demand."""

    seq: int
    at: str
    who: str
    text: str
    more: str = ""
    icon: str = "history"
    kind: str = ""

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        return f"{self.at} {self.who} {self.text} {self.more}".strip()


_ICONS = {
    "received": "mail_inbox",
    "finding_recorded": "checkmark_circle",
    "proposed": "send",
    "returned": "arrow_reply",
    "proposal_edited": "edit",
    "sentence_reworded": "edit",
    "countersigned": "signature",
    "issued": "document_lock",
    "waiting": "hourglass",
    "viewed": "eye",
    "evidence_added": "document_add",
    "taken": "person",
    "assigned": "person",
    **asked.ICONS,
    **compared.ICONS,
    **turned.ICONS,
}


def lines(file: CaseFile, lang: str, long: bool = False, names: Names | None = None) -> tuple[Line, ...]:
    """The events of a case, newest first."""
    shown = [event for event in file.events if long or event.kind not in QUIET]
    return tuple(line(event, file, lang, names or Names()) for event in reversed(shown))


def line(event: Event, file: CaseFile, lang: str, names: Names) -> Line:
    """One event in words."""
    text, more = _told(_named(event, names, lang), file, lang)
    at, who, icon = words.moment(event.at, lang), names.of(event.who, lang), _ICONS.get(event.kind, "history")
    return Line(event.seq, at, who, text, more, icon, event.kind)


def _named(event: Event, names: Names, lang: str) -> Event:
    """The same with people's names in place of their logins."""
    if event.kind not in _HANDED:
        return event
    who = {key: names.of(login, lang) for key in ("to", "before") if isinstance(login := event.content.get(key), str)}
    return replace(event, content={**event.content, **who})


def _told(event: Event, file: CaseFile, lang: str) -> tuple[str, str]:
    """The sentence, and the whole of what was written."""
    teller = _TELLERS.get(event.kind)
    if teller is not None:
        return teller(event.content, file, lang)
    known = messages.has(f"desk.event.{event.kind}", lang)
    text = say(f"event.{event.kind}", lang, to=event.content.get("to", "")) if known else event.kind.replace("_", " ")
    return text, str(event.content.get("why") or "")


def _proposed(content: Mapping[str, object], file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
    outcome = say(f"outcome.{content.get('outcome')}", lang)
    return say("event.proposed", lang, round=content.get("round", 1), outcome=outcome), str(
        content.get("weighing") or ""
    )


def _returned(content: Mapping[str, object], file: CaseFile, lang: str) -> tuple[str, str]:
    return say("event.returned", lang, round=content.get("round", 1)), _comments(content, file, lang)


def _edited(content: Mapping[str, object], file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
    before = say("event.before", lang, text=str(content.get("before", "")))
    return say("event.proposal_edited", lang), f"{content.get('weighing', '')}\n{before}"


def _reworded(content: Mapping[str, object], file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
    said, standard = str(content.get("pattern", "")), str(content.get("standard", ""))
    where = {"sentence": content.get("sentence", ""), "language": content.get("language", "")}
    if not said:
        return say("event.sentence_restored", lang, **where), standard
    return say("event.sentence_reworded", lang, **where), f"{said}\n{say('event.before', lang, text=standard)}"


def _countersigned(content: Mapping[str, object], file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
    return say("event.countersigned", lang, digest=str(content.get("content_digest", ""))[:16]), ""


def _issued(content: Mapping[str, object], file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
    return say("event.issued", lang), _letters(content, lang)


def _waiting(content: Mapping[str, object], file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
    what = str(content.get("for", ""))
    return say("event.waiting", lang, what=say(f"waiting.{what}", lang) if what in tuple(WaitingFor) else what), ""


def _criterion(file: CaseFile, key: object) -> Criterion | None:
    return next((each for each in file.framework.criteria if each.key == key), None)


def criterion_name(file: CaseFile, key: object, lang: str) -> str:
    """A criterion's title, or its bare key."""
    found = _criterion(file, key)
    return title(found.title, lang) if found else str(key)


def _finding(content: Mapping[str, object], file: CaseFile, lang: str) -> tuple[str, str]:
    found = FindingState(str(content.get("finding", "not_started")))
    name, revision = criterion_name(file, content.get("criterion"), lang), content.get("revision", 1)
    text = say(_again(content, file), lang, criterion=name, finding=state_word(found, lang), revision=revision)
    return text, "\n".join(_reasons(content, _criterion(file, content.get("criterion")), lang))


def _again(content: Mapping[str, object], file: CaseFile) -> str:
    """Found for the first time, found the same once more (other reasons, another day), or changed."""
    criterion, revision = content.get("criterion"), content.get("revision", 1)
    if revision == 1:
        return "event.finding"
    before = (each.content for each in file.events if each.kind == "finding_recorded")
    told = {each.get("revision"): each.get("finding") for each in before if each.get("criterion") == criterion}
    last = max((number for number in told if isinstance(number, int) and number < _whole(revision)), default=None)
    same = last is not None and told[last] == content.get("finding")
    return "event.finding_same" if same else "event.finding_again"


def _whole(revision: object) -> int:
    return revision if isinstance(revision, int) else 1


def _reasons(content: Mapping[str, object], criterion: Criterion | None, lang: str) -> list[str]:
    told = []
    reasons = content.get("reasons")
    for each in reasons if isinstance(reasons, list | tuple) else ():
        if isinstance(each, Mapping):
            code = str(each.get("code") or "")
            name = code_words(criterion, code or None, lang) if criterion else code
            told.append("　".join(part for part in (name, str(each.get("text") or "")) if part))
    return [each for each in told if each]


def _comments(content: Mapping[str, object], file: CaseFile, lang: str) -> str:
    colon = "：" if lang == "ja" else ": "
    pointed = content.get("criteria")
    pairs = [each for each in pointed if isinstance(each, list | tuple)] if isinstance(pointed, list | tuple) else []
    named = [f"{criterion_name(file, pair[0], lang)}{colon}{pair[1]}" for pair in pairs if len(pair) == 2]
    return "\n".join([str(content.get("comment") or ""), *named])


def _letters(content: Mapping[str, object], lang: str) -> str:
    letters = content.get("letters")
    sealed = [each for each in letters if isinstance(each, Mapping)] if isinstance(letters, list | tuple) else []
    return "\n".join(_letter(each, lang) for each in sealed)


def _letter(sealed: Mapping[str, object], lang: str) -> str:
    language = f"{sealed.get('language', '')}.{sealed.get('format', '')}"
    digest = str(sealed.get("sha256", ""))[:16]
    return say("event.letter", lang, number=sealed.get("number", ""), language=language, sha=digest)


def _set_aside(content: Mapping[str, object], file: CaseFile, lang: str) -> tuple[str, str]:
    found = state_word(FindingState(str(content.get("finding", "not_started"))), lang)
    name = criterion_name(file, content.get("criterion"), lang)
    told = _reasons(content, _criterion(file, content.get("criterion")), lang)
    return say("event.draft_set_aside", lang, criterion=name, finding=found), "\n".join(told)


Teller = Callable[[Mapping[str, object], CaseFile, str], tuple[str, str]]
_TELLERS: Mapping[str, Teller] = {
    "finding_recorded": _finding,
    "draft_set_aside": _set_aside,
    "proposed": _proposed,
    "returned": _returned,
    "proposal_edited": _edited,
    "sentence_reworded": _reworded,
    "countersigned": _countersigned,
    "issued": _issued,
    "waiting": _waiting,
    **asked.TELLERS,
    **compared.TELLERS,
    **turned.TELLERS,
}
