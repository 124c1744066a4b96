"""Who may sign a proposal now: which line governs, which step is due, who may take it. Pure; screen and service ask it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime

from models.authority.values import Line, Pending, Rules, Signing, Step
from models.errors import Message, NotPermitted, Problem, problem
from models.evidence.characters import unwritable
from models.localized import Localized

DEFAULT = Rules(
    0,
    (
        Line(
            "default",
            Localized.of(ja="審査官が起案し、統括審査官が決裁する", en="An examiner drafts, a supervisor decides"),
            (Step(Localized.of(ja="統括審査官", en="Supervisor")),),
        ),
    ),
)
"""What holds where an office has made no rules: a second person, any supervisor."""
MOST_STEPS = 5


def line_for(rules: Rules, kind: str, route: str, outcome: str, unit: str) -> Line:
    """The line that governs a decision: the first that fits. The last line of a version fits everything."""
    for line in rules.lines:
        if (
            _fits(line.kinds, kind)
            and _fits(line.routes, route)
            and _fits(line.outcomes, outcome)
            and _fits(line.units, unit)
        ):
            return line
    return DEFAULT.lines[0]


def pending(line: Line, rules: int, signings: Iterable[Signing], edited_at: datetime | None = None) -> Pending:
    """The step that is due. What was signed before the text was edited, or under another line, counts no more."""
    counting = [each for each in signings if each.line == line.key and each.rules == rules]
    valid = tuple(each for each in counting if edited_at is None or each.at > edited_at)
    return Pending(line, rules, min(len(valid) + 1, len(line.steps)), valid)


def as_deputy(step: Step, login: str) -> bool:
    """Whether this person would sign a step in somebody's place."""
    return bool(step.people) and login not in step.people and login in step.deputies


def may_sign(step: Step, login: str) -> bool:
    """Whether this person may sign a step, for themselves or as a deputy."""
    return not step.people or login in step.people or login in step.deputies


def check(case: str, due: Pending, login: str, reason: str) -> bool:
    """Whether the signature is a deputy's. Raises ``NotPermitted``: it is for somebody else, the same person signed a step
    before, or a deputy gives no reason."""
    step = due.due
    if not may_sign(step, login):
        who = ", ".join((*step.people, *step.deputies))
        raise NotPermitted("authority.not_for_you", case=case, step=step.title, line=due.line.title, who=who)
    if login in {each.by for each in due.done}:
        raise NotPermitted("authority.signed_before", case=case, step=step.title)
    deputy = as_deputy(step, login)
    if deputy and not reason.strip():
        raise NotPermitted("authority.no_reason", case=case, step=step.title, who=", ".join(step.people))
    return deputy


def waits_for(due: Pending) -> Message:
    """Whose signature is due, in words."""
    who = ", ".join(due.due.people)
    code = "authority.waits_for" if who else "authority.waits_for_any"
    return Message(code, {"step": due.step, "of": len(due.line.steps), "title": due.due.title, "who": who})


def problems(lines: Sequence[Line], signers: Collection[str]) -> Iterator[Problem]:
    """What stands against a version; ``signers``: the logins of those who may countersign. The place is ``lines[n]``."""
    if not lines:
        yield problem("authority.no_lines", "lines")
    keys: set[str] = set()
    for at, line in enumerate(lines, 1):
        place = f"lines[{at}]"
        if not line.key.strip() or line.key in keys:
            yield problem("authority.bad_key", place, key=line.key)
        keys.add(line.key)
        if not 1 <= len(line.steps) <= MOST_STEPS:
            yield problem("authority.bad_steps", place, most=MOST_STEPS)
        yield from _people(line, place, signers)
        for text in (*line.title.values(), *(t for step in line.steps for t in step.title.values())):
            if not text.strip() or unwritable(text):
                yield problem("authority.bad_title", place)
    if lines and any((lines[-1].kinds, lines[-1].routes, lines[-1].outcomes, lines[-1].units)):
        yield problem("authority.no_last", f"lines[{len(lines)}]")


def _people(line: Line, place: str, signers: Collection[str]) -> Iterator[Problem]:
    for step in line.steps:
        for login in (*step.people, *step.deputies):
            if login not in signers:
                yield problem("authority.no_signer", place, login=login, step=step.title)
        if step.deputies and not step.people:
            yield problem("authority.deputy_of_nobody", place, step=step.title)
    named = [frozenset((*step.people, *step.deputies)) for step in line.steps if step.people]
    if len(named) > 1 and len(frozenset().union(*named)) < len(named):
        yield problem("authority.too_few", place, steps=len(named))


def _fits(wanted: Sequence[str], value: str) -> bool:
    return not wanted or value in wanted
