"""Lines of the rules as they are typed: plain fields and one line a step, back and forth. Plain Python; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.authority import rules
from models.authority.values import Line, Rules, Step
from models.errors import BadInput, Problem
from models.localized import Localized
from models.people.rules import may
from models.people.values import Actor, Permission, Person

_DEPUTY = ("代決", "deputy")
_LISTS = ("kinds", "routes", "outcomes", "units")


@dataclass(slots=True)
class TypedLine:
    """One line as typed; lists by commas, steps one a line: ``統括審査官：login、login／代決：login``."""

    key: str
    title: str = ""
    kinds: str = ""
    routes: str = ""
    outcomes: str = ""
    units: str = ""
    authority: str = ""
    steps: str = ""

    def line(self) -> Line:
        """The line that it says."""
        lists = {name: _parts(getattr(self, name)) for name in _LISTS}
        steps = tuple(_step(each) for each in self.steps.splitlines() if each.strip())
        authority = Localized.of(ja=self.authority.strip()) if self.authority.strip() else None
        return Line(self.key, Localized.of(ja=self.title.strip()), steps, **lists, authority=authority)


def worded(text: str, words: Mapping[str, str], between: str = "、") -> str:
    """A typed list as people call its parts, and part them (``between``); what has no name stays."""
    return between.join(words.get(each, each) for each in _parts(text))


def keyed(text: str, words: Mapping[str, str]) -> str:
    """The list back as the rules keep it; names and keys may both be typed."""
    keys = {word: key for key, word in words.items()}
    return "、".join(keys.get(each, each) for each in _parts(text))


def typed(line: Line) -> TypedLine:
    """A line as it would be typed."""
    lists = {name: "、".join(getattr(line, name)) for name in _LISTS}
    steps = "\n".join(step_text(each) for each in line.steps)
    return TypedLine(
        line.key, line.title["ja"], **lists, authority=line.authority["ja"] if line.authority else "", steps=steps
    )


def step_text(step: Step) -> str:
    """``統括審査官：supervisor1／代決：supervisor2``; nobody named: every supervisor."""
    people = f"：{'、'.join(step.people)}" if step.people else ""
    deputies = f"／代決：{'、'.join(step.deputies)}" if step.deputies else ""
    return f"{step.title['ja']}{people}{deputies}"


def _step(text: str) -> Step:
    own, _, rest = text.replace("/", "／").partition("／")
    title, _, people = own.replace(":", "：").partition("：")
    _, _, deputies = rest.replace(":", "：").partition("：")
    return Step(Localized.of(ja=title.strip()), _parts(people), _parts(deputies))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.replace(",", "、").split("、") if each.strip())


@dataclass(slots=True)
class Draft:
    """A version as it is being typed."""

    lines: list[TypedLine]
    from_day: str
    why: str = ""

    def problems(self, people: tuple[Person, ...], today: date) -> tuple[Problem, ...]:
        """What stands against it."""
        from models.dates.parse import parse_date

        signers = {each.login for each in people if each.active and may(each.role, Permission.COUNTERSIGN)}
        found = list(rules.problems([each.line() for each in self.lines], signers))
        try:
            if parse_date(self.from_day) < today:
                found.append(Problem(BadInput("authority.past", day=parse_date(self.from_day)).message, "from"))
        except BadInput as error:
            found.append(Problem(error.message, "from"))
        if not self.why.strip():
            found.append(Problem(BadInput("authority.why").message, "why"))
        return tuple(found)


def draft_of(held: Rules, today: date) -> Draft:
    """A draft that begins as what holds now."""
    return Draft([typed(each) for each in held.lines], today.isoformat())


def new_key(lines: list[TypedLine]) -> str:
    """A name for one line more."""
    taken = {each.key for each in lines}
    return next(f"line{n}" for n in range(1, len(taken) + 2) if f"line{n}" not in taken)


def may_approve(actor: Actor, versions: tuple[Rules, ...]) -> Rules | None:
    """The draft that waits for this person: the newest, not approved, another's."""
    newest = versions[0] if versions else None
    if newest is None or newest.approved_by or newest.drafted_by == actor.login:
        return None
    return newest if may(actor.role, Permission.KEEP_AUTHORITY) else None
