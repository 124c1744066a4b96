"""Entries of lists are added, taken away and moved, and nothing else of a text changes."""

from models.frameworks import editing, reader
from models.frameworks.restructuring import copied, listed, moved, names, removed
from resources import root

TEXT = """\
a:
  - key: one  # first
    says:
      ja: い
      en: i
  # about two
  - key: two
    says: |
      several
      lines

  - key: three
    flow: [x, y]
b: [p, q, r]
c:
  - m.*
  - n
"""


def test_names_of_entries_and_plain_values() -> None:
    assert names(TEXT, ("a",)) == ("one", "two", "three")
    assert names(TEXT, ("b",)) == ("p", "q", "r")
    assert names(TEXT, ("a", "three", "flow")) == ("x", "y")
    assert names(TEXT, ("no",)) == names("[", ("a",)) == ()


def test_an_entry_moves_and_comes_back_and_the_comments_stay() -> None:
    once = moved(TEXT, ("a",), "two", -1)
    assert names(once, ("a",)) == ("two", "one", "three")
    assert editing.value(once, ("a", "two", "says")) == "several\nlines\n"
    assert once.index("# about two") > once.index("key: two"), "it stands between the first and the second"
    assert moved(once, ("a",), "two", 1) == TEXT
    assert moved(TEXT, ("a",), "one", -1) == moved(TEXT, ("a",), "none", 1) == TEXT
    assert names(moved(TEXT, ("b",), "q", 1), ("b",)) == ("p", "r", "q")


def test_what_stands_in_brackets_keeps_its_quotes() -> None:
    text = 'a: ["no", "x, y", {key: z, n: 1}]\nb: [p,\n  q]\n'
    assert moved(text, ("a",), "no", 1) == 'a: ["x, y", "no", {key: z, n: 1}]\nb: [p,\n  q]\n'
    assert names(removed(text, ("a",), "no"), ("a",)) == ("x, y", "z")
    assert names(listed(text, ("a",), "w"), ("a",)) == ("no", "x, y", "z", "w")
    assert moved(text, ("b",), "p", 1) == removed(text, ("b",), "p") == listed(text, ("b",), "r") == text


def test_an_entry_goes_and_the_last_stays() -> None:
    assert names(removed(TEXT, ("a",), "two"), ("a",)) == ("one", "three")
    assert names(removed(TEXT, ("c",), "m.*"), ("c",)) == ("n",)
    alone = removed(removed(TEXT, ("b",), "p"), ("b",), "q")
    assert removed(alone, ("b",), "r") == alone


def test_an_entry_begins_as_a_copy() -> None:
    made = copied(TEXT, ("a",), "two", "second")
    assert names(made, ("a",)) == ("one", "two", "second", "three")
    assert editing.value(made, ("a", "second", "says")) == "several\nlines\n"
    assert copied(TEXT, ("a",), "two", "one") == copied(TEXT, ("c",), "n", "o") == TEXT
    assert names(listed(TEXT, ("c",), "o"), ("c",)) == ("m.*", "n", "o")
    assert names(listed(TEXT.rstrip("\n"), ("c",), "o"), ("c",)) == ("m.*", "n", "o")
    assert names(listed(TEXT, ("b",), "s"), ("b",)) == ("p", "q", "r", "s")


def test_a_missing_value_is_added_where_it_belongs_behind_nested_ones() -> None:
    made = editing.put(TEXT, ("a", "one", "from"), "2027-01-01")
    assert editing.value(made, ("a", "one", "from")) == "2027-01-01"
    assert editing.value(made, ("a", "two", "from")) is None
    gone = editing.remove(TEXT, ("a", "one"))
    assert names(gone, ("a",)) == ("two", "three")


def test_a_shipped_text_is_sound_after_its_reasons_were_moved_and_a_figure_dated() -> None:
    text = (root() / "frameworks" / "extension" / "2025-10-16.yaml").read_text(encoding="utf-8")
    criteria = names(text, ("criteria",))
    swapped = moved(text, ("criteria",), criteria[0], 1)
    assert moved(swapped, ("criteria",), criteria[0], -1) == text
    key, *_ = names(text, ("parameters",))
    dated = editing.put(swapped, ("parameters", key, "from"), "2027-04-01")
    found = reader.examine_text(dated, "x.yaml")
    assert not found.problems
    assert found.framework is not None
    assert [each.key for each in found.framework.criteria][:2] == [criteria[1], criteria[0]]
    assert next(each for each in found.framework.parameters if each.key == key).from_ is not None
