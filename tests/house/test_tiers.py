"""Each tier's command finds tests: one whose marks no test carries would pass by running nothing."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache, partial

import pytest
from _pytest.mark.expression import Expression

import dev
from tests.house import tree


def marked(module: ast.Module) -> Iterator[frozenset[str]]:
    """The marks of each test of a file, as pytest would collect them: its own, its class's and the file's."""
    file = frozenset(mark for node in module.body if _is_pytestmark(node) for mark in _marks(node))
    for node in module.body:
        if isinstance(node, ast.ClassDef):
            above = file.union(*(_marks(each) for each in node.decorator_list))
            yield from (above.union(own) for own in _of_tests(node.body))
    yield from (file.union(own) for own in _of_tests(module.body))


def _of_tests(body: list[ast.stmt]) -> Iterator[frozenset[str]]:
    for node in body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield frozenset(mark for each in node.decorator_list for mark in _marks(each))


def _is_pytestmark(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and any(getattr(each, "id", "") == "pytestmark" for each in node.targets)


def _marks(node: ast.AST) -> Iterator[str]:
    """Every name behind ``pytest.mark.``."""
    for each in ast.walk(node):
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Attribute) and each.value.attr == "mark":
            yield each.attr


@cache
def every() -> tuple[frozenset[str], ...]:
    """The marks of every test of the checkout."""
    files = (module for name, _, module in tree.sources() if re.search(r"^tests/.*/test_[^/]+\.py$", name))
    return tuple(marks for module in files for marks in marked(module))


def chosen(expression: str) -> list[frozenset[str]]:
    """The marks of each test that pytest would choose with ``-m``."""
    asked = Expression.compile(expression)
    return [marks for marks in every() if asked.evaluate(partial(_carries, marks))]


def _carries(marks: frozenset[str], name: str, /, **_: object) -> bool:
    return name in marks


def expressions() -> dict[str, str]:
    """What each tier beyond the tests asks pytest for."""
    commands: dict[str, Callable[[list[str]], int]] = {name: command for name, (command, _) in dev.COMMANDS.items()}
    partials = {name: each for name, each in commands.items() if getattr(each, "func", None) is dev.tier}
    return {name: getattr(each, "args")[1] for name, each in partials.items()}  # noqa: B009  a partial's own


TIERS = expressions()


def test_the_tiers_beyond_the_tests_are_known() -> None:
    assert set(TIERS) == {"prove", "soak"}


@pytest.mark.parametrize("tier", TIERS)
def test_each_word_of_a_tier_s_command_finds_tests(tier: str) -> None:
    words = [each for each in re.findall(r"\w+", TIERS[tier]) if each not in ("and", "or", "not")]
    assert [word for word in words if not chosen(word)] == []
    assert tier in words


@pytest.mark.parametrize("tier", TIERS)
def test_a_tier_runs_whatever_grows_with_it(tier: str) -> None:
    assert len(chosen(f"tiered and ({TIERS[tier]})")) == len(chosen("tiered"))


def test_a_mark_that_no_test_carries_is_seen() -> None:
    assert chosen("nobody_carries_this") == []
    module = ast.parse("pytestmark = pytest.mark.a\n@pytest.mark.b(1)\ndef test_one(): ...\ndef helper(): ...")
    assert list(marked(module)) == [{"a", "b"}]
    module = ast.parse("@pytest.mark.c\nclass TestX:\n    @pytest.mark.d\n    def test_two(self): ...")
    assert list(marked(module)) == [{"c", "d"}]
