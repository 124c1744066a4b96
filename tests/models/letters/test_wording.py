"""The shared wording: the same keys and slots in every language, and no word of a frame missing."""

import string
from dataclasses import replace

import pytest

from models.evidence.values import Duty, EvidenceKind
from models.facts.duties import Mark
from models.frameworks import library
from models.letters.obligations import STATES
from models.letters.wording import Wording, languages, status, written_in
from models.localized import Localized
from resources import letters


def slots(text: str) -> set[str]:
    """The slots of a wording."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_keys_and_slots_of_english_are_those_of_the_japanese_text() -> None:
    ja, other = letters.wording("ja"), letters.wording("en")
    assert ja.keys() == other.keys()
    assert {key for key in ja if not key.startswith("date.") and slots(ja[key]) != slots(other[key])} == set()


@pytest.mark.parametrize("language", languages())
def test_no_wording_is_empty_or_untidy(language: str) -> None:
    bad = {
        key
        for key, text in letters.wording(language).items()
        if not text.strip() or "  " in text or text != text.strip()
    }
    assert {
        key
        for key in bad
        if key not in ("frame.separator", "frame.wide_separator", "frame.open", "documents.linked", "date.length")
    } == set()


@pytest.mark.parametrize("language", languages())
def test_every_duty_state_and_kind_has_a_word(language: str) -> None:
    wording = Wording(language)
    assert all(wording.has(f"duty.{each}") for each in Duty)
    assert all(wording.has(f"document.{each}") for each in EvidenceKind)
    assert all(wording.has(f"strip.{each}") for each in STATES)
    assert {str(each) for each in Mark} <= set(STATES)


def test_the_japanese_text_is_authoritative_and_the_english_says_it_is_drafted() -> None:
    assert Wording("ja")["frame.status"] == "authoritative"
    assert Wording("en")["frame.status"] == "drafted"
    assert "Japanese letter is authoritative" in Wording("en")["frame.prevails"]


def test_an_applicant_gets_japanese_and_their_own_language_or_english() -> None:
    assert written_in("ja") == ("ja",)
    assert written_in("en") == ("ja", "en")
    assert written_in("vi") == ("ja", "en")
    assert written_in("xx") == ("ja", "en")


def test_a_drafted_language_is_written_only_where_the_office_allows_it_and_the_framework_is_whole_in_it() -> None:
    (whole,) = (each for each in library.all_() if each.id == "permanent_residence")
    assert written_in("vi", whole, drafted=("en", "vi")) == ("ja", "vi")
    assert written_in("vi", whole, drafted=("en",)) == ("ja", "en")
    other = replace(whole, version="1999-01-01")
    assert written_in("vi", other, drafted=("en", "vi")) == ("ja", "en")
    assert "vi" not in languages(other)
    assert set(languages(whole)) == set(languages()), "a language is not whole in the framework shipped"


@pytest.mark.parametrize("language", [each for each in letters.known() if each != "ja"])
def test_every_language_says_that_the_japanese_text_prevails_and_what_its_status_is(language: str) -> None:
    assert letters.lacking(language) == frozenset()
    assert status(language) == "drafted" or status(language).startswith("reviewed by ")
    assert Wording(language)["frame.prevails"]


def test_a_lost_sentence_takes_the_language_away(monkeypatch: pytest.MonkeyPatch) -> None:
    said = dict(letters.wording("vi"))
    del said["outcome.refuse.permanent_residence"]
    said["again.earliest_all"] = "…"
    real = letters.wording
    monkeypatch.setattr(letters, "wording", lambda language: said if language == "vi" else real(language))
    assert letters.lacking("vi") == {"outcome.refuse.permanent_residence", "again.earliest_all"}


def test_a_missing_sentence_is_an_error_not_a_gap() -> None:
    with pytest.raises(KeyError):
        Wording("ja")["no.such.sentence"]
    with pytest.raises(KeyError):
        letters.wording("xx")


def test_the_japanese_letter_takes_nothing_from_another_language() -> None:
    """An office that named its signatory in English alone names nobody: not one name here and another there."""
    head = Localized.of(ja="", en="Director-General")
    assert Wording("ja").of(head) == ""
    assert {Wording(each).titled(head) for each in ("ja", "ja-easy", "en", "vi")} == {""}
    assert Wording("vi").of(Localized.of(ja="窓口", en="Desk")) == "Desk"
