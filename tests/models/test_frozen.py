"""Values that are made quickly are the same values, and as frozen."""

import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from models.errors import Message
from models.evidence.values import Evidence, Obligation
from models.facts.values import Fact
from models.findings.values import Finding, Reason
from models.frozen import made_often
from models.letters.values import Cell, Figure, FigureKind, Paragraph, Sentence, Step
from models.records.values import Event


@dataclass(frozen=True, slots=True)
class Plain:
    """As ``dataclasses`` makes it."""

    one: int
    two: str = "two"
    three: Mapping[str, int] = field(default_factory=dict)


@made_often
@dataclass(frozen=True, slots=True)
class Quick:
    """The same, made often."""

    one: int
    two: str = "two"
    three: Mapping[str, int] = field(default_factory=dict)


@pytest.mark.parametrize(
    ("given", "named"), [((1,), {}), ((1, "x"), {}), ((1,), {"three": {"a": 1}}), ((), {"one": 1})]
)
def test_it_says_the_same(given: tuple[object, ...], named: dict[str, object]) -> None:
    plain, quick = Plain(*given, **named), Quick(*given, **named)  # type: ignore[arg-type]  # as the parameters go
    assert repr(quick) == repr(plain).replace("Plain", "Quick")
    assert replace(quick, two="other").two == "other"
    assert pickle.loads(pickle.dumps(quick)) == quick  # noqa: S301  its own


def test_each_has_a_mapping_of_its_own() -> None:
    assert Quick(1).three is not Quick(1).three


def test_what_is_missing_or_too_much_is_refused() -> None:
    with pytest.raises(TypeError):
        Quick()  # type: ignore[call-arg]  # on purpose
    with pytest.raises(TypeError):
        Quick(1, four=4)  # type: ignore[call-arg]  # on purpose


@pytest.mark.parametrize(
    "kind", [Cell, Event, Evidence, Fact, Figure, Finding, Message, Obligation, Paragraph, Reason, Sentence]
)
def test_it_is_as_frozen(kind: type) -> None:
    made: object = object.__new__(kind)
    with pytest.raises(FrozenInstanceError):
        setattr(made, kind.__slots__[0], None)  # type: ignore[attr-defined]  # a class with slots


def test_equal_values_are_equal_and_hash_so() -> None:
    one, other = (Figure(FigureKind.DATE, "2026-01-01", "2026年1月1日", "F1", "day") for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert Sentence("a", "b", figures=(one,)) == replace(Sentence("a", "x", figures=(other,)), text="b")
    assert Paragraph(1, (Sentence("a", "b"),)).step is Step.NONE


def test_what_does_more_when_it_is_made_is_refused() -> None:
    with pytest.raises(TypeError):

        @made_often
        @dataclass(frozen=True, slots=True)
        class _More:
            one: int

            def __post_init__(self) -> None:
                """Does more."""
