"""Small functions, small files, no silence: what review would otherwise have to count."""

import ast
import re

from tests.house import tree

FUNCTION_LINES = 50
FILE_LINES = 400


def functions(module: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module, nested ones too."""
    return [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def reason_given(call: ast.Call) -> bool:
    """True when a skip or xfail says why, in words."""
    given = [keyword.value for keyword in call.keywords if keyword.arg in ("reason", "msg")] + call.args
    return any(
        isinstance(value, ast.JoinedStr) or (isinstance(value, ast.Constant) and isinstance(value.value, str))
        for value in given
    )


def unreasoned(module: ast.Module) -> list[int]:
    """Lines that skip a test, or expect it to fail, without a reason."""
    called = {id(call.func): call for _, call in tree.calls(module)}
    found = []
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and node.attr in ("skip", "skipif", "xfail", "importorskip"):
            call = called.get(id(node))
            if call is None or not reason_given(call):
                found.append(node.lineno)
    return found


def test_no_function_is_longer_than_fifty_lines() -> None:
    long = [
        f"{name}:{node.lineno} {node.name} {length}"
        for name, _, module in tree.sources()
        for node in functions(module)
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    ]
    assert long == []


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    """Migrations are exempt: they are sealed letters."""
    counts = {name: text.count("\n") + 1 for name, text, _ in tree.sources() if "/versions/" not in name}
    assert {name: count for name, count in counts.items() if count > FILE_LINES} == {}


def test_no_error_is_swallowed() -> None:
    silent = [
        f"{name}:{node.lineno}"
        for name, _, module in tree.sources()
        for node in ast.walk(module)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or all(isinstance(line, ast.Pass) for line in node.body))
    ]
    assert silent == []


def test_tr_is_given_plain_strings() -> None:
    """Qt looks the source text up: an f-string, a sum or a formatted text never matches a translation."""
    built = [
        f"{name}:{call.lineno}"
        for name, _, module in tree.sources()
        for called, call in tree.calls(module)
        if called in ("tr", "translate")
        and any(isinstance(argument, ast.JoinedStr | ast.BinOp | ast.Call) for argument in call.args[:2])
    ]
    assert [line for line in built if line.startswith("desktop/")] == []


def test_every_skip_and_expected_failure_has_a_reason() -> None:
    bare = [
        f"{name}:{line}"
        for name, _, module in tree.sources()
        if name.startswith("tests/")
        for line in unreasoned(module)
    ]
    assert bare == []


def test_a_skip_without_a_reason_is_seen() -> None:
    assert unreasoned(ast.parse("@pytest.mark.skip\ndef f(): ...")) == [1]
    assert unreasoned(ast.parse("@pytest.mark.xfail(strict=True)\ndef f(): ...")) == [1]
    assert unreasoned(ast.parse("pytest.skip('no server')\npytest.mark.skipif(x, reason=f'{y}')")) == []


def test_every_silenced_check_names_its_code() -> None:
    bare = re.compile(r"# type: ignore(?!\[)|# noqa(?!: ?[A-Z])")
    here = "tests/house/test_shape.py"
    lines = [
        f"{name}:{number}"
        for name, text, _ in tree.sources()
        if name != here
        for number, line in enumerate(text.splitlines(), 1)
        if bare.search(line)
    ]
    assert lines == []
