"""Papers are kept as they came, once each, opened in a process of their own; hostile ones are refused and hurt nobody."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from desktop.operations import attachments, findings, records
from models.attachments import values
from models.attachments.values import Attachment, NewAttachment
from models.errors import BadInput, NotFound, NotPermitted
from models.evidence.values import Document
from models.findings.values import FindingDraft, FindingState, Reason
from models.store.office import Office
from tests import builders

CASE = "A-001"


def pdf(pages: int = 2) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    made = Canvas(out, invariant=1)
    for n in range(pages):
        made.drawString(72, 720, f"certificate, page {n + 1}")
        made.showPage()
    made.save()
    return out.getvalue()


def picture(kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (200, 30, 30)).save(out, kind)
    return out.getvalue()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    builders.ready_case(made)
    yield made
    made.close()


def attach(office: Office, name: str = "納税証明書.pdf", content: bytes = b"", case: str = CASE) -> Attachment:
    new = NewAttachment(case, name, content or pdf(), "申請人")
    return attachments.attach(office, builders.EXAMINER, new)


def test_it_is_evidence_with_pages_and_comes_out_as_it_came(office: Office) -> None:
    made = attach(office)
    assert (made.pages, made.media) == (2, values.Media.PDF)
    file = builders.case_file(office)
    piece = file.piece(made.evidence)
    assert piece is not None
    assert isinstance(piece.record, Document)
    assert (piece.record.title, piece.source) == ("納税証明書.pdf", "申請人")
    assert attachments.content(office, builders.AUDITOR, CASE, made.evidence)[1] == pdf()
    drawn = attachments.page(office, builders.EXAMINER, CASE, made.evidence, 1)
    assert len(drawn.pixels) == drawn.stride * drawn.height
    assert len(set(drawn.pixels)) > 2, "something is drawn"
    reason = Reason(file.framework.criterion("japanese").grounds[0].code if file.framework.criterion("japanese").grounds else None,
                    (), (made.evidence,), "証明書で確かめた。")  # fmt: skip
    findings.record(office, builders.EXAMINER, FindingDraft(CASE, "japanese", FindingState.MET, (reason,)))
    assert records.verify(office).ok


def test_pictures_too_and_one_content_is_kept_once_a_case(office: Office) -> None:
    builders.ready_case(office, "A-002")
    first = attach(office, "写真.png", picture())
    other = attach(office, "写真2.png", picture(), "A-002")
    assert first.sha256 == other.sha256
    assert attachments.page(office, builders.EXAMINER, CASE, first.evidence).width == 40
    assert attach(office, "写真.jpg", picture("JPEG")).media is values.Media.JPEG
    with pytest.raises(BadInput, match="already has"):
        attach(office, "again.png", picture())
    assert records.verify(office).ok


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("paper.pdf", b"%PDF-1.7 nothing behind it", "attachments.broken"),
        ("paper.pdf", b"MZ\x90 a program", "attachments.not_a_paper"),
        ("paper.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "attachments.broken"),
        ("123456789018.pdf", pdf(), "attachments.my_number"),
        ("paper.pdf", pdf(values.MOST_PAGES + 1), "attachments.pages"),
        ("", pdf(), "attachments.no_words"),
    ],
)
def test_what_is_refused_leaves_nothing(office: Office, name: str, content: bytes, code: str) -> None:
    before = len(builders.case_file(office).evidence)
    with pytest.raises(BadInput) as refused:
        attach(office, name, content)
    assert refused.value.message.code == code
    assert "123456789018" not in str(refused.value)
    assert len(builders.case_file(office).evidence) == before


def test_too_large(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.attachments.rules.LARGEST", 100)
    with pytest.raises(BadInput) as refused:
        attach(office)
    assert refused.value.message.code == "attachments.too_large"


def test_who_may_and_what_is_not_there(office: Office) -> None:
    with pytest.raises(NotPermitted):
        attachments.attach(office, builders.AUDITOR, NewAttachment(CASE, "a.pdf", pdf(), "申請人"))
    with pytest.raises(NotFound):
        attachments.content(office, builders.EXAMINER, CASE, "E1")
