"""Requests as they are printed: every language whole, tagged and archival, the same bytes, no address that is confidential."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from desktop.operations import letters, requests
from models.frameworks.fields import MORE_LANGUAGES
from models.letters import settings
from models.localized import Localized
from models.requests.compose import day_text, language_of
from models.requests.values import Item, RequestDraft, RequestKind
from models.store.office import Office
from resources import requests as wording
from tests import builders
from tests.reports.test_letter_languages import once
from tests.reports.test_letter_pdf import tagged_text

LANGUAGES = wording.languages()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    letters.change_settings(made, builders.ADMIN, settings.sample())
    yield made
    made.close()


def paper(office: Office, language: str, kind: RequestKind = RequestKind.DOCUMENTS, **changes: object) -> bytes:
    builders.ready_case(office, "A-001", language=language, **changes)
    own = Item("pension", Localized.of(ja="2025年5月分の領収書"), "", "お手元になければ、年金事務所で取れます。")
    known = requests.desk(office, builders.EXAMINER, "A-001").choices[:2]
    draft = RequestDraft(
        "A-001", (*known, own), date(2026, 7, 15), kind, "第3窓口\n〒190-0000 立川市架空町1-1", "よろしく。"
    )
    requests.send(office, builders.EXAMINER, draft)
    return requests.paper(office, builders.EXAMINER, "A-001", 1)


def text_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    found = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(found.split())


def test_languages_have_every_sentence() -> None:
    assert {"ja", "en", *MORE_LANGUAGES} == set(LANGUAGES), "requests are written in the languages of the letters"
    assert [each for each in LANGUAGES if wording.lacking(each)] == []
    assert language_of("ja-easy") == "ja-easy"
    assert language_of("sw") == "en"


@pytest.mark.parametrize(
    ("language", "kind"),
    [
        *((each, RequestKind.DOCUMENTS) for each in LANGUAGES),
        ("ja-easy", RequestKind.COMMENT),
        ("th", RequestKind.COMMENT),
    ],
)
def test_a_request_stands_in_both_languages(office: Office, language: str, kind: RequestKind) -> None:
    content = paper(office, language, kind)
    text, tagged = text_of(content), once(tagged_text(content))
    for each in {"ja", language}:
        for words in (wording.wording(each)[f"title_{kind.value}"], day_text(date(2026, 7, 15), each)):
            assert [part for part in words.split() if once(part) not in tagged] == []
    assert "武永第2026-000001号" in text
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang)[:2] == "ja"
        assert pdf.open_metadata()["pdfuaid:part"] == "1"


def test_a_draft_says_so_and_a_sent_one_does_not(office: Office) -> None:
    sent = paper(office, "en")
    draft = requests.prepare(office, builders.EXAMINER, "A-001", follows=1)
    assert "DRAFT" in text_of(requests.preview(office, builders.EXAMINER, draft))
    assert "DRAFT" not in text_of(sent)


def test_a_confidential_address_is_not_printed(office: Office) -> None:
    assert "西新宿" not in text_of(paper(office, "ja", confidential=True))
