"""The HTML twin: the same sentences, semantic, escaped, and nothing that runs."""

import json
import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from models.decisions.values import Outcome
from models.letters.compose import compose
from reports import letter_html, letter_json
from tests.models.letters import sample

every = pytest.mark.parametrize(("language", "outcome"), [(lang, out) for lang in ("ja", "en") for out in Outcome])
VOID = {"meta", "br", "link", "img", "hr", "input"}


class Tree(HTMLParser):
    """Reads a page: its elements, its text, and whether every element is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@cache
def read(language: str = "ja", outcome: Outcome = Outcome.REFUSE) -> Tree:
    """The page of a sample letter, read."""
    return parsed(letter_html.render([sample.letter(language, outcome)]))


def parsed(content: bytes) -> Tree:
    """A page, read."""
    tree = Tree()
    tree.feed(content.decode())
    assert tree.open == []
    return tree


@every
def test_it_holds_every_sentence(language: str, outcome: Outcome) -> None:
    text = read(language, outcome).text
    for sentence in sample.letter(language, outcome).sentences():
        assert sentence.text in text, sentence.id


@every
def test_headings_skip_no_level_and_one_is_first(language: str, outcome: Outcome) -> None:
    levels = [int(tag[1]) for tag, _ in read(language, outcome).seen if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= before + 1 for before, later in pairwise(levels))


@every
def test_tables_have_headers_and_every_passage_its_language(language: str, outcome: Outcome) -> None:
    seen = read(language, outcome).seen
    assert ("html", {"lang": language}) in seen
    tables = sum(tag == "table" for tag, _ in seen)
    assert sum(tag == "thead" for tag, _ in seen) == tables
    scopes = [attrs.get("scope") for tag, attrs in seen if tag == "th"]
    assert set(scopes) == {"col", "row"}


def test_japanese_inside_english_is_marked() -> None:
    content = letter_html.render([sample.letter("en")]).decode()
    assert f'<span lang="ja">{sample.TEXT_PENSION[:3]}' in content.replace('<span class="keep">', "").replace(
        "</span>", "", 0
    )
    assert 'lang="ja"' in content


def test_nothing_runs_and_nothing_is_fetched() -> None:
    content = letter_html.render([sample.letter("ja")]).decode()
    tags = {tag for tag, _ in read().seen}
    assert not tags & {"script", "iframe", "object", "img", "link", "form"}
    assert "default-src 'none'" in content
    assert not re.search(r"(?:src|href)=\"(?!#)", content)


def test_markup_in_a_name_or_a_reason_is_text() -> None:
    evil = '<script>alert(1)</script> " onload=x & <b>'
    applicant = replace(sample.case().applicant, name=evil, address=evil)
    file = sample.casefile(applicant=applicant)
    letter = compose(file, sample.proposal(weighing=evil), sample.context(), "ja")
    tree = parsed(letter_html.render([letter]))
    assert tree.text.count(evil) == 2
    assert "script" not in {tag for tag, _ in tree.seen}


def test_the_address_is_for_the_envelope_only() -> None:
    assert "緑町" not in read().text


def test_a_draft_says_so() -> None:
    assert "草案" in parsed(letter_html.render([sample.letter("ja", draft=True)])).text
    assert "草案" not in read().text


def test_two_languages_are_two_articles() -> None:
    tree = parsed(letter_html.render([sample.letter("ja"), sample.letter("en")]))
    assert [attrs["lang"] for tag, attrs in tree.seen if tag == "article"] == ["ja", "en"]
    ids = [attrs["id"] for _, attrs in tree.seen if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_the_json_form_is_the_contract() -> None:
    data = json.loads(letter_json.render([sample.letter("ja")]))
    assert data["remedies"] == {
        "rule": "決定を知った日の翌日から6か月以内、決定の日の翌日から1年以内（行政事件訴訟法第14条）",
        "last_day_if_received_today": "2027-05-24",
        "one_year_day": "2027-11-19",
    }
    assert (data["case"], data["language"], data["outcome"]) == ("PR-2026-000123", "ja", "refuse")
    assert {"id", "text", "criterion", "facts", "evidence", "figures"} <= data["sentences"][0].keys()
    assert len(data["sentences"]) == len(sample.letter("ja").sentences())
    granted = json.loads(letter_json.render([sample.letter("ja", Outcome.GRANT)]))
    assert granted["remedies"] == data["remedies"], "the days are computed from the decision, whatever it is"
