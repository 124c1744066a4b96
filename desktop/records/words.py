"""What an event wrote, in one line of the interface's words."""

from collections.abc import Callable, Mapping

from desktop import words
from desktop.records import form
from models.decisions.values import Outcome
from models.findings.values import FindingState
from models.people.values import Role
from models.records.values import Event


def told(event: Event) -> str:
    """One line; kinds without words of their own show their short values."""
    tell = _TELL.get(event.kind)
    try:
        return tell(event.content) if tell else form.summary(event)
    except (KeyError, ValueError):
        return form.summary(event)


def _finding(content: Mapping[str, object]) -> str:
    return f"{content['criterion']}\u3000{words.finding(FindingState(str(content['finding'])))}"


def _outcome(content: Mapping[str, object]) -> str:
    return words.outcome(Outcome(str(content["outcome"])))


def _role(content: Mapping[str, object]) -> str:
    return words.role(Role(str(content["role"])))


_TELL: Mapping[str, Callable[[Mapping[str, object]], str]] = {
    "finding_recorded": _finding,
    "proposed": _outcome,
    "countersigned": _outcome,
    "signed_in": _role,
    "sign_in_failed": lambda _content: "",
    "viewed": lambda _content: "",
    "returned": lambda content: str(content["comment"]),
}
