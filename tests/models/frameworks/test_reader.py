"""A broken framework file is refused with file, line, cause and remedy; all of its faults at once."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import BadInput, NotFound
from models.frameworks import library, reader

SHIPPED = next(path for path in library.paths() if path.parent.name == "permanent_residence")
TEXT = SHIPPED.read_text(encoding="utf-8")
LINES = TEXT.splitlines()


def line_of(start: str, nth: int = 1) -> int:
    """The number of the nth line that begins so (spaces and dash left out)."""
    hits = [number for number, line in enumerate(LINES, start=1) if line.strip().removeprefix("- ").startswith(start)]
    return hits[nth - 1]


def swap(old: str, new: str) -> Callable[[str], str]:
    """Replaces the first ``old``."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def drop(start: str, nth: int = 1) -> Callable[[str], str]:
    """Leaves out a line."""
    left_out = line_of(start, nth)
    return lambda text: "\n".join(line for number, line in enumerate(text.splitlines(), 1) if number != left_out)


def after(line: str, more: str) -> Callable[[str], str]:
    """Puts another line behind the first such ``line``."""
    return swap(line, line + more)


def again(line: str) -> Callable[[str], str]:
    """Writes a line twice."""
    return after(line, line)


Broken = tuple[str, Callable[[str], str], str, int]
BROKEN: list[Broken] = [
    ("unknown key at the top", swap("kind: perm", "colour: blue\nkind: perm"), "unknown_key", line_of("kind:")),
    (
        "unknown key in a criterion",
        after("    indicator: true\n", "    weight: 3\n"),
        "unknown_key",
        line_of("indicator: true") + 1,
    ),
    (
        "unknown key in letter wording",
        swap("      facts_intro:\n", "      intro:\n"),
        "unknown_key",
        line_of("facts_intro"),
    ),
    ("duplicate key", swap("kind: perm", "kind: extension\nkind: perm"), "duplicate_key", line_of("kind:") + 1),
    (
        "duplicate key deep down",
        again("    mandatory: true\n"),
        "duplicate_key",
        line_of("mandatory") + 1,
    ),
    (
        "missing reference",
        swap("reference:\n      ja: 入管法22条2項1号", "ref:\n      ja: 入管法"),
        "missing_reference",
        line_of("key: good_conduct"),
    ),
    (
        "missing source of a parameter",
        swap("source:\n      ja: ガイドライン1", "src:\n      ja: ガイドライン1"),
        "missing_reference",
        line_of("key: required_years"),
    ),
    ("missing question", drop("question:"), "missing_key", line_of("key: good_conduct")),
    (
        "unknown fact",
        swap("      - conduct.penalties\n", "      - conduct.penaltys\n"),
        "unknown_fact",
        line_of("conduct.penalties"),
    ),
    ("unknown pattern", swap("      - income.*\n", "      - incomes.*\n"), "unknown_fact", line_of("income.*")),
    (
        "fact named twice",
        swap("      - conduct.offences\n", "      - conduct.penalties\n"),
        "named_twice",
        line_of("conduct.offences"),
    ),
    ("no English", drop("en: Good conduct"), "untranslated", line_of("ja: 素行が善良であること")),
    ("no Japanese", drop("ja: 素行が善良であること"), "untranslated", 0),
    ("empty wording", swap("      en: Good conduct\n", '      en: ""\n'), "empty", line_of("en: Good conduct")),
    (
        "a number for a text",
        swap("      en: Good conduct\n", "      en: 12\n"),
        "not_text",
        line_of("en: Good conduct"),
    ),
    ("true for a text", swap("      en: Good conduct\n", "      en: true\n"), "not_text", line_of("en: Good conduct")),
    (
        "a list for a text",
        swap("      en: Good conduct\n", "      en: [Good]\n"),
        "not_text",
        line_of("en: Good conduct"),
    ),
    ("a text for a number", swap("  months: 4\n", "  months: four\n"), "not_a_number", line_of("months: 4")),
    ("a negative number", swap("  months: 4\n", "  months: -4\n"), "not_a_number", line_of("months: 4")),
    ("no standard period", swap("  months: 4\n", "  months: 0\n"), "no_period", line_of("months: 4")),
    ("yes for true", swap("    mandatory: true\n", "    mandatory: yes\n"), "not_a_flag", line_of("mandatory: true")),
    ("no such day", swap("  from: 2026-02-24\n", "  from: 2026-02-30\n"), "not_a_date", line_of("from: 2026-02-24")),
    (
        "ends before it begins",
        swap("  until: null\n", "  until: 2026-02-23\n"),
        "until_before_from",
        line_of("from: 2026-02-24"),
    ),
    (
        "unknown section",
        swap("    section: statutory\n", "    section: statute\n"),
        "unknown_section",
        line_of("section: statutory"),
    ),
    (
        "unknown route",
        swap("    routes: [general]\n", "    routes: [generel]\n"),
        "unknown_route",
        line_of("routes: [general]"),
    ),
    (
        "unknown route of a parameter",
        swap("      spouse: 1\n", "      spouses: 1\n"),
        "unknown_route",
        line_of("spouse: 1"),
    ),
    ("unknown kind of case", swap("kind: perm", "kind: temp"), "unknown_kind", line_of("kind:")),
    (
        "unknown kind of evidence",
        swap("kinds: [conduct]", "kinds: [behaviour]"),
        "unknown_kind_of_evidence",
        line_of("kinds: [conduct]"),
    ),
    (
        "unknown computation",
        swap("change_rule: months_on_time", "change_rule: by_hand"),
        "unknown_change_rule",
        line_of("change_rule"),
    ),
    ("unclosed slot", swap("{fact:residence.since}から", "{fact:residence.sinceから"), "unclosed_slot", 0),
    (
        "slot of an unknown fact",
        swap("{fact:residence.since}から", "{fact:residence.begin}から"),
        "slot_unknown_fact",
        0,
    ),
    (
        "slot of an unknown parameter",
        swap("{fact:residence.since}から", "{parameter:begin}から"),
        "slot_unknown_parameter",
        0,
    ),
    ("slot of nothing", swap("{fact:residence.since}から", "{since}から"), "slot_unknown", 0),
    ("slots that differ", swap("since {fact:residence.since}", "since then"), "slots_differ", 0),
    ("slot in a title", swap("      en: Good conduct\n", '      en: "{fact:residence.since}"\n'), "slot_not_here", 0),
    (
        "criterion twice",
        swap("  - key: public_health\n", "  - key: good_conduct\n"),
        "named_twice",
        line_of("key: public_health"),
    ),
    ("reason code twice", swap("      - code: L-01\n", "      - code: C-01\n"), "code_twice", line_of("criteria:")),
    ("no reasons", swap("    reasons: []\n", "    reasons: nothing\n"), "not_a_list", line_of("reasons: []")),
    (
        "an indicator that is mandatory",
        after("    indicator: true\n", "    mandatory: true\n"),
        "indicator_mandatory",
        line_of("key: income_trend"),
    ),
    ("reasons needed where one can fail", swap("    indicator: true\n", ""), "empty_list", line_of("reasons: []") - 1),
    (
        "no criteria",
        lambda text: text[: text.index("criteria:")] + "criteria: []\n",
        "empty_list",
        line_of("criteria:"),
    ),
    ("broken indentation", swap("\nkind: perm", "\n   kind: perm"), "not_yaml", 0),
    ("an unclosed quote", swap('version: "2026-02-24"', 'version: "2026-02-24'), "not_yaml", 0),
    (
        "a tag of its own",
        swap("      en: Good conduct\n", "      en: !python/object Good\n"),
        "own_tag",
        line_of("en: Good conduct"),
    ),
    ("no table at all", lambda text: "- a\n- b\n", "not_a_table", 1),
    ("nothing", lambda text: "", "not_a_table", 1),
]


@pytest.mark.parametrize(("change", "code", "line"), [each[1:] for each in BROKEN], ids=[each[0] for each in BROKEN])
def test_each_broken_variant_is_refused_with_its_place(
    tmp_path: Path, change: Callable[[str], str], code: str, line: int
) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(change(TEXT), encoding="utf-8")
    problems = library.check(path)
    hits = [each for each in problems if each.message.code == f"frameworks.{code}"]
    assert hits, [each.text("en") for each in problems]
    if line:
        assert f"broken.yaml:{line}" in [each.place for each in hits]
    for each in problems:
        for lang in ("ja", "en"):
            words = each.text(lang)
            assert re.match(r"broken\.yaml:[0-9]+[：:]", words)
            assert each.place in words
    with pytest.raises(BadInput) as caught:
        reader.read(path)
    assert caught.value.problems == problems
    assert "broken.yaml" in caught.value.text("ja")


def test_an_alias_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "alias.yaml"
    path.write_text(
        TEXT.replace("      en: Good conduct\n", "      en: &a Good conduct\n", 1) + "extra: *a\n", encoding="utf-8"
    )
    assert "frameworks.alias" in [each.message.code for each in library.check(path)]


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    path = tmp_path / "many.yaml"
    text = TEXT.replace("conduct.penalties", "conduct.penaltys", 1).replace("months: 4", "months: x", 1)
    path.write_text(text.replace("kind: perm", "kind: temp", 1), encoding="utf-8")
    codes = [each.message.code.partition(".")[2] for each in library.check(path)]
    assert codes == ["unknown_kind", "not_a_number", "unknown_fact"]


def test_the_shipped_file_is_sound() -> None:
    assert library.check(SHIPPED) == ()


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert library.check(path) == ()


@pytest.mark.parametrize("deep", ["[" * 5000, "a: " + "[" * 900 + "]" * 900, "{a: " * 3000])
def test_nesting_without_end_is_refused_in_words(deep: str) -> None:
    found = reader.examine_text(deep, "deep.yaml")
    assert found.framework is None
    assert found.problems


@given(st.integers(0, len(LINES) - 1), st.sampled_from(["drop", "indent", "colon", "brace", "number", "twice", "null"]))
def test_no_slip_of_the_pen_brings_it_down(place: int, slip: str) -> None:
    """Whatever one line is turned into: a framework comes out, or problems with their places."""
    line = LINES[place]
    slips = {
        "drop": [],
        "indent": ["  " + line],
        "colon": [line.replace(":", "", 1)],
        "brace": [line + "{"],
        "number": [line.split(":")[0] + ": 12"],
        "twice": [line, line],
        "null": [line.split(":")[0] + ":"],
    }
    text = "\n".join([*LINES[:place], *slips[slip], *LINES[place + 1 :]])
    found = reader.examine_text(text, "slip.yaml")
    assert (found.framework is None) == bool(found.problems)
    assert all(re.fullmatch(r"slip\.yaml:[0-9]+", each.place) for each in found.problems)


def test_what_is_no_text_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "sjis.yaml"
    path.write_bytes(TEXT.encode("cp932", "ignore"))
    with pytest.raises(BadInput):
        library.check(path)
    with pytest.raises(NotFound):
        library.check(tmp_path / "none.yaml")
    with pytest.raises(BadInput):
        library.check(tmp_path)
