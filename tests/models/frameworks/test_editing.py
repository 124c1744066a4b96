"""Single values of a framework's text are changed, and every other byte stays."""

import difflib

import pytest

from models.frameworks import editing, library, reader
from models.frameworks.values import Framework

TEXTS = {path.parent.name: path.read_text(encoding="utf-8") for path in library.paths()}
PERMANENT = TEXTS["permanent_residence"]


def sound(text: str) -> Framework:
    """The framework of a text without a fault."""
    found = reader.examine_text(text, "draft.yaml")
    assert found.problems == ()
    assert found.framework is not None
    return found.framework


@pytest.mark.parametrize("name", TEXTS)
def test_every_value_can_be_written_back_as_it_stands(name: str) -> None:
    text = again = TEXTS[name]
    for leaf in editing.leaves(text)[::25]:
        again = editing.put(text, leaf.path, leaf.value)
        assert editing.value(again, leaf.path) == leaf.value
    assert sound(again).criteria == sound(text).criteria


@pytest.mark.parametrize(
    "words",
    [
        "別の名",
        "with: colon",
        "# no comment",
        "yes",
        "12",
        "",
        " space ",
        '"quoted"',
        "a\nb\n\nc",
        "{fact:x}",
        "- dash",
    ],
)
def test_any_words_are_read_back_as_they_were_typed(words: str) -> None:
    path = ("criteria", "pension", "guidance", "en")
    changed = editing.put(PERMANENT, path, words)
    assert editing.value(changed, path) == words
    lines = difflib.unified_diff(PERMANENT.splitlines(), changed.splitlines(), lineterm="", n=0)
    touched = [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert len(touched) < 40


def test_a_missing_language_is_added_beside_the_others() -> None:
    path = ("criteria", "pension", "title", "ja-easy")
    changed = editing.put(PERMANENT, path, "年金《ねんきん》")
    assert sound(changed).criterion("pension").title["ja-easy"] == "年金《ねんきん》"
    assert sound(editing.remove(changed, path)) == sound(PERMANENT)


def test_what_is_not_there_changes_nothing() -> None:
    assert editing.put(PERMANENT, ("criteria", "nothing", "title", "ja"), "x") == PERMANENT
    assert editing.put("a: [", ("a",), "x") == "a: ["
    assert editing.remove(PERMANENT, ("criteria", "nothing")) == PERMANENT
    assert (editing.line(PERMANENT, ("nothing",)), editing.line(PERMANENT, ("version",))) == (0, 8)


def test_a_criterion_can_be_taken_out() -> None:
    changed = editing.remove(PERMANENT, ("criteria", "community_ties"))
    keys = [each.key for each in sound(changed).criteria]
    assert keys == [each.key for each in sound(PERMANENT).criteria if each.key != "community_ties"]
