"""A translation is stale as soon as the Japanese or English words of a key are no longer those it was made from.

After reading a language again: ``AKASHI_TRANSLATED=vi`` writes its digests anew.
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest

import resources.letters
from models.frameworks import library
from models.letters import drift, tongues, translated
from models.letters.settings import sample
from models.localized import Localized
from resources import letters

TRANSLATED = [each for each in letters.known() if each != "ja"]
HERE = Path(resources.letters.__file__).parent


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_shipped_is_stale(language: str) -> None:
    if os.environ.get("AKASHI_TRANSLATED") == language:
        made = drift.written(drift.sources(language, library.all_()))
        (HERE / language / "sources.json").write_text(made, encoding="utf-8")
        letters.translated_from.cache_clear()
    assert drift.stale(language, library.all_()) == ()


def test_a_changed_sentence_names_every_language_made_from_the_old_one(monkeypatch: pytest.MonkeyPatch) -> None:
    said = dict(letters.wording("ja"))
    said["remedies.action"] = "この決定に不服があるときは、裁判所に訴えることができます。"
    real = letters.wording
    monkeypatch.setattr(letters, "wording", lambda language: said if language == "ja" else real(language))
    for each in TRANSLATED:
        assert drift.stale(each, ()) == ("shared:remedies.action",), each
        assert drift.standing(each, ()) == "drafted+stale"
    assert drift.stale("ja", ()) == ()


def test_changed_english_words_make_the_others_stale_but_not_english(monkeypatch: pytest.MonkeyPatch) -> None:
    said = dict(letters.wording("en"))
    said["remedies.action"] = "You may go to court."
    real = letters.wording
    monkeypatch.setattr(letters, "wording", lambda language: said if language == "en" else real(language))
    assert drift.stale("vi", ()) == ("shared:remedies.action",)
    assert drift.stale("en", ()) == ()


def test_a_changed_framework_names_the_path() -> None:
    (framework,) = (each for each in library.all_() if each.id == "permanent_residence")
    new = Localized.of(ja="法律を守っていること", en=framework.criteria[0].letter.name["en"])
    first = framework.criteria[0]
    changed = replace(first, letter=replace(first.letter, name=new))
    other = replace(framework, criteria=(changed, *framework.criteria[1:]))
    path = f"criteria.{first.key}.name"
    assert translated.texts(other)[path]["ja"] == "法律を守っていること"
    assert drift.stale("ko", (other,)) == (f"{drift.group_of(framework)}:{path}",)


def test_an_office_sees_and_chooses_its_languages() -> None:
    settings = tongues.changed(sample(), (), ("vi",))
    found = {each.language: each for each in tongues.all_(settings, library.all_())}
    assert found["ja"].issued
    assert not found["ja"].free
    assert not found["vi"].issued
    assert found["ko"].issued
    assert found["vi"].frameworks == ("permanent_residence",)
    assert all(each.stale == () for each in found.values())
    assert "vi" in tongues.changed(settings, ("vi",), ()).drafted
