"""The criteria of a case as a task list: sections with counts, each criterion with its state in a word. No Qt."""

from dataclasses import dataclass

from desktop.casefile import likeform
from desktop.casefile.words import say, title
from models.casefile.values import CaseFile
from models.findings.values import FindingState
from models.requests.rules import arrived


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section's heading: how many of its criteria have a finding."""

    title: str
    found: int
    of: int

    @property
    def count(self) -> str:
        """``2/5``."""
        return f"{self.found}/{self.of}"


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion of the list; ``arrived``: something that was asked for came since its finding; ``note``: what it still lacks,
    though it is found."""

    key: str
    title: str
    state: FindingState
    word: str
    commented: bool = False
    arrived: bool = False
    note: str = ""


TaskRow = SectionRow | CriterionRow


def state_word(state: FindingState, lang: str) -> str:
    """``不適合`` / ``Not met``."""
    return say(f"state.{state.value}", lang)


def rows(file: CaseFile, lang: str, commented: frozenset[str] = frozenset()) -> tuple[TaskRow, ...]:
    """The list in the framework's order; sections that this route does not ask are left out."""
    listed: list[TaskRow] = []
    came, lacking = arrived(file.requests, file.findings), likeform.lacking(file)
    for section in file.framework.sections:
        criteria = [each for each in file.criteria if each.section == section.key]
        if criteria:
            found = sum(file.state_of(each.key).is_answer for each in criteria)
            listed.append(SectionRow(title(section.title, lang), found, len(criteria)))
        for each in criteria:
            state = file.state_of(each.key)
            name = title(each.title, lang)
            shown = say("indicator", lang, title=name) if each.indicator else name
            new = each.key in came and not file.draft(each.key)
            word = say("state.arrived", lang) if new else state_word(state, lang)
            note = say("like.lacking", lang) if each.key in lacking else ""
            listed.append(CriterionRow(each.key, shown, state, word, each.key in commented, new, note))
    return tuple(listed)


def found_of(file: CaseFile) -> tuple[int, int]:
    """How many criteria have a finding, of how many."""
    return sum(file.state_of(each.key).is_answer for each in file.criteria), len(file.criteria)


def keys(file: CaseFile) -> tuple[str, ...]:
    """The criteria's keys in the order of the list."""
    return tuple(
        each.key for section in file.framework.sections for each in file.criteria if each.section == section.key
    )


def next_open(file: CaseFile, after: str) -> str | None:
    """The next criterion behind ``after`` without a finding, or whose finding differs without a word about it; going round,
    ``None`` when nothing is left."""
    order, lacking = keys(file), likeform.lacking(file)
    start = order.index(after) + 1 if after in order else 0
    around = order[start:] + order[:start]
    left = (key for key in around if not file.state_of(key).is_answer or key in lacking)
    return next((key for key in left if key != after), None)


def neighbour(file: CaseFile, key: str, step: int) -> str:
    """The criterion ``step`` places on, stopping at the ends."""
    order = keys(file)
    at = order.index(key) if key in order else 0
    return order[max(0, min(len(order) - 1, at + step))]
