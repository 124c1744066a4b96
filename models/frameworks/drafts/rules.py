"""What stands against a proposal of a framework version, and against its publication. Pure; button and service ask it."""

import re
from collections.abc import Iterator
from datetime import date

from models.errors import Problem, problem
from models.frameworks import reader
from models.frameworks.drafts.values import Draft
from models.frameworks.library import Library
from models.frameworks.reader import Read
from models.frameworks.values import Framework

FILE = "draft.yaml"
"""How problems name a draft's text; the line stands behind it."""
_VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
LONGEST = 4_000_000


def examine(text: str) -> Read:
    """The framework of a draft's text, or all that is wrong with it, each with its line."""
    return reader.examine_text(text, FILE)


def to_propose(found: Read, draft: Draft, in_force_from: date, today: date, shelf: Library) -> tuple[Problem, ...]:
    """What stands against proposing a draft to take effect on a day: every fault of its text, or of its place in time."""
    if found.framework is None:
        return found.problems
    return tuple(_placed(found.framework, draft, in_force_from, today, shelf))


def _placed(framework: Framework, draft: Draft, day: date, today: date, shelf: Library) -> Iterator[Problem]:
    if framework.id != draft.framework:
        yield problem("frameworks.draft_other_id", "id", id=framework.id, draft=draft.framework)
    if any(each.ref == framework.ref for each in shelf.frameworks):
        yield problem("frameworks.draft_version_there", "version", id=framework.id, version=framework.version)
    if not _VERSION.fullmatch(framework.version):
        yield problem("frameworks.draft_bad_version", "version", version=framework.version)
    if day < today:
        yield problem("frameworks.draft_too_early", "in_force.from", day=day, today=today)
    if framework.in_force_from != day:
        yield problem("frameworks.draft_other_day", "in_force.from", day=day, written=framework.in_force_from)
    if framework.in_force_until is not None and framework.in_force_until < day:
        yield problem("frameworks.draft_ends_first", "in_force.until", day=day, until=framework.in_force_until)
    same = [each for each in shelf.frameworks if each.id == framework.id and each.in_force_from == day]
    if same:
        yield problem("frameworks.draft_same_day", "in_force.from", day=day, version=same[0].version)
    known = {each.version for each in shelf.frameworks if each.id == framework.id}
    for each in framework.transitions:
        if each.keeps and each.keeps not in known:
            yield problem("frameworks.draft_keeps_unknown", "transitions." + each.key, version=each.keeps)
