"""Like cases in words: the counts, the own finding among them, the basis, one line a quarter. No Qt."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.casefile.words import say
from models.findings.values import FindingState
from models.likecases.values import Comparison, LikeCases, Trait

ORDER = (
    FindingState.MET,
    FindingState.NOT_MET,
    FindingState.NEEDS_DOCUMENTS,
    FindingState.NOT_APPLICABLE,
)
"""The order of the findings in a bar and a table: the same on every criterion, whichever is the most frequent."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the like cases were found so."""

    state: FindingState
    count: int


@dataclass(frozen=True, slots=True)
class QuarterRow:
    """The like cases decided in one quarter: how many of each finding, in the order of ``states``."""

    decided: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts)


def word(state: FindingState, lang: str) -> str:
    """``不適合`` / ``Not met``."""
    return say(f"state.{state.value}", lang)


def shares(like: LikeCases) -> tuple[Share, ...]:
    """The findings that occur among them, met first."""
    known = dict(like.counts)
    return tuple(Share(state, known[state]) for state in ORDER if known.get(state))


def states(like: LikeCases) -> tuple[FindingState, ...]:
    """The columns of the table: met and not met always, others where they occur."""
    occurring = {share.state for share in shares(like)}
    return tuple(each for each in ORDER if each in occurring or each in ORDER[:2])


def quarters(like: LikeCases, lang: str) -> tuple[QuarterRow, ...]:
    """The rows by quarter, newest first."""
    columns = states(like)
    found: dict[str, Counter[FindingState]] = {}
    named: dict[str, str] = {}
    for row in like.rows:
        found.setdefault(row.quarter, Counter())[row.finding] += 1
        named[row.quarter] = row.decided.text(lang)
    newest = sorted(found, reverse=True)
    return tuple(QuarterRow(named[each], tuple(found[each][state] for state in columns)) for each in newest)


def count(number: int, lang: str) -> str:
    """``12件`` / ``12 cases``."""
    return say("like.cases_one" if number == 1 else "like.cases", lang, n=number)


def share(each: Share, lang: str) -> str:
    """``適合 8件`` / ``Met 8``."""
    return say("like.share", lang, state=word(each.state, lang), n=each.count)


def same(like: LikeCases) -> int:
    """How many of them share the own finding."""
    return dict(like.counts).get(like.finding, 0)


def verdict(like: LikeCases, lang: str) -> str:
    """The own finding among them, in one sentence: fewer than 5, shared by most, or different from most."""
    if like.hidden:
        return say("like.few", lang, years=like.years)
    key = "like.agrees" if not like.differs else "like.differs" if same(like) else "like.alone"
    return say(key, lang, state=word(like.finding, lang), same=same(like), total=like.total)


def basis(traits: Iterable[Trait], years: int, lang: str) -> tuple[str, ...]:
    """What all of them share: kind and route, each trait, and how far back."""
    told = tuple(each.text(lang) for each in traits)
    return (say("like.same_route", lang), *told, say("like.years_back", lang, n=years))


def joined(parts: Iterable[str], lang: str) -> str:
    """On one line."""
    return ("・" if lang == "ja" else "; ").join(parts)


def basis_line(like: LikeCases, lang: str) -> str:
    """The basis on one line."""
    return say("like.basis", lang, what=joined(basis(like.basis, like.years, lang), lang))


def basis_parts(like: LikeCases, lang: str) -> tuple[str, ...]:
    """The same in parts that are not broken: each with what parts it from the next."""
    told = basis(like.basis, like.years, lang)
    between = "・" if lang == "ja" else "; "
    return (say("like.basis", lang, what=""), *(f"{each}{between}" for each in told[:-1]), told[-1])


def spoken(like: LikeCases, lang: str) -> str:
    """All of it, as a screen reader says it when they appear."""
    if like.hidden:
        return verdict(like, lang)
    counted = joined((share(each, lang) for each in shares(like)), lang)
    return " ".join((say("like.total", lang, n=count(like.total, lang)), counted, verdict(like, lang)))


def told(comparison: Comparison, lang: str) -> str:
    """What a comparison showed, for those who read it later: ``類似事案 12件：適合 8件・不適合 4件``."""
    if comparison.hidden:
        return say("like.told_few", lang)
    counted = joined((share(each, lang) for each in shares(comparison.shown)), lang)
    return say("like.told", lang, n=count(comparison.total, lang), counts=counted)
