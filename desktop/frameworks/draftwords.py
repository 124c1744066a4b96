"""The names of a framework file's fields in words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.i18n import noop
from models.frameworks.drafts.values import Draft, DraftState
from models.frameworks.values import FrameworkRef

_WORDS = {
    "title": noop("DraftWords", "Title"),
    "question": noop("DraftWords", "Question"),
    "reference": noop("DraftWords", "Where it stands"),
    "source": noop("DraftWords", "Source"),
    "verify": noop("DraftWords", "To be checked"),
    "mandatory": noop("DraftWords", "Must be met"),
    "indicator": noop("DraftWords", "Indicator, no pass or fail"),
    "guidance": noop("DraftWords", "Guidance"),
    "evidence": noop("DraftWords", "Document"),
    "grounds": noop("DraftWords", "Ground"),
    "reasons": noop("DraftWords", "Reason"),
    "conclusion": noop("DraftWords", "Conclusion in the letter"),
    "change": noop("DraftWords", "What would change it"),
    "letter": noop("DraftWords", "Letter"),
    "name": noop("DraftWords", "Name"),
    "standard": noop("DraftWords", "Standard"),
    "met": noop("DraftWords", "When met"),
    "facts_intro": noop("DraftWords", "Before the facts"),
    "not_applicable": noop("DraftWords", "When not applicable"),
    "handbook": noop("DraftWords", "Handbook"),
    "lead": noop("DraftWords", "Lead"),
    "short": noop("DraftWords", "Short name"),
    "counts": noop("DraftWords", "What counts"),
    "not_counted": noop("DraftWords", "What does not count"),
    "late": noop("DraftWords", "If late"),
    "cannot_pay": noop("DraftWords", "If you cannot pay"),
    "unpublished": noop("DraftWords", "Not published"),
    "check": noop("DraftWords", "Self-check: question"),
    "look_at": noop("DraftWords", "Self-check: what to look at"),
    "no": noop("DraftWords", "Self-check: what no means"),
    "cases": noop("DraftWords", "Example"),
    "version": noop("DraftWords", "Version"),
    "law": noop("DraftWords", "Law"),
    "guideline": noop("DraftWords", "Guidelines"),
    "in_force": noop("DraftWords", "In force"),
    "from": noop("DraftWords", "from"),
    "until": noop("DraftWords", "until"),
    "standard_period": noop("DraftWords", "Standard period"),
    "months": noop("DraftWords", "months"),
    "days": noop("DraftWords", "days"),
    "parameters": noop("DraftWords", "Figure"),
    "criteria": noop("DraftWords", "Criterion"),
    "facts": noop("DraftWords", "Fact shown"),
    "value": noop("DraftWords", "value"),
    "by_route": noop("DraftWords", "on the route"),
    "transitions": noop("DraftWords", "Transitional rule"),
    "text": noop("DraftWords", "Wording"),
    "keeps": noop("DraftWords", "keeps version"),
    "received_before": noop("DraftWords", "for cases received before"),
}

_STATES = {
    DraftState.OPEN: noop("DraftWords", "being written"),
    DraftState.PROPOSED: noop("DraftWords", "proposed"),
    DraftState.PUBLISHED: noop("DraftWords", "published"),
    DraftState.GIVEN_UP: noop("DraftWords", "given up"),
}


def draft_states() -> Mapping[DraftState, str]:
    """Where a draft can stand, in the interface's language."""
    return {state: QCoreApplication.translate("DraftWords", source) for state, source in _STATES.items()}


def draft_base(draft: Draft) -> FrameworkRef:
    """The version that a draft grew from."""
    return FrameworkRef(draft.framework, draft.based_on)


def field_words() -> Mapping[str, str]:
    """The words in the interface's language."""
    return {key: QCoreApplication.translate("DraftWords", source) for key, source in _WORDS.items()}
