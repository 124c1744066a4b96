"""What a person may do with a case now, and what a return asks of the examiner. No Qt."""

from desktop.casefile.words import coded, say, title
from models.casefile.values import CaseFile
from models.cases.values import State
from models.decisions.values import Return
from models.people.rules import may
from models.people.values import Actor, Permission

EXAMINED = (State.RECEIVED, State.EXAMINING, State.WAITING, State.RETURNED)
DECIDED = (State.PROPOSED, State.COUNTERSIGNED, State.ISSUED)


def decided(file: CaseFile) -> bool:
    """Whether the case is at or past a proposal; a closed one, whether it was closed with its decision signed."""
    if not file.rounds:
        return False
    return file.case.state in DECIDED or (file.case.state is State.CLOSED and file.rounds[-1].countersigned is not None)


def given(file: CaseFile, lang: str) -> str:
    """What a proposed grant gives, in words: the new status and the period of stay; empty where it gives neither."""
    proposal = file.proposal
    if proposal is None:
        return ""
    periods = {each.key: title(each.title, lang) for each in file.framework.periods}
    status = coded("status", proposal.status, lang) if proposal.status else ""
    period = periods.get(proposal.period, proposal.period) if proposal.period else ""
    return ("　" if lang == "ja" else ", ").join(part for part in (status, period) if part)


def may_work(file: CaseFile, actor: Actor) -> bool:
    """Whether this person may write findings here now."""
    return not why_read_only(file, actor, "en")


def why_read_only(file: CaseFile, actor: Actor, lang: str) -> str:
    """One line that says why nothing can be changed; empty when it can."""
    case = file.case
    if case.state not in EXAMINED:
        return say(f"read_only.{case.state.value}", lang)
    if not may(actor.role, Permission.ASSESS):
        return say("read_only.role", lang)
    if case.assigned_to not in (None, actor.login):
        return say("read_only.other", lang, who=case.assigned_to)
    return ""


def last_return(file: CaseFile) -> Return | None:
    """The newest return of the case."""
    return next((each.returned for each in reversed(file.rounds) if each.returned), None)


def comments(file: CaseFile) -> dict[str, str]:
    """What the supervisor wrote to each criterion, while the case stands returned or is being mended."""
    found = last_return(file)
    if found is None or file.case.state in DECIDED:
        return {}
    return dict(found.criteria)
