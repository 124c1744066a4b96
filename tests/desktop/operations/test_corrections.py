"""Corrections: a new letter that names the old one, by two people; the old one stays."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import page
import pypdfium2
import pytest

from desktop.operations import checking, corrections, deliveries, letters, packets, records, sealing
from desktop.operations.sealing import Again
from models.errors import BadInput, NotFound, NotPermitted
from models.letters.corrections.values import Item, Said, Standing
from models.letters.deliveries.values import NewDelivery, Step
from models.letters.values import IssuedLetter, Paragraph
from models.records.packet import container, seal
from models.store.office import Office
from tests import builders
from tests.desktop.operations.issuing import CASE, countersigned

REASON = "証明書の日付を読み違えていました。"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A case whose letter went out."""
    with countersigned(tmp_path) as made:
        letters.issue(made, builders.SUPERVISOR, CASE)
        yield made


def item(office: Office) -> Item:
    """Words that stand once in the letter, and others instead."""
    letter = letters.compose(office, builders.EXAMINER, CASE, "ja")
    block = next(each for each in letter.blocks if isinstance(each, Paragraph))
    words = block.sentences[0].text[:10]
    return Item(block.number, words, f"{words}（訂正）", "発行日を確かめました。")


def issued(office: Office) -> tuple[IssuedLetter, ...]:
    """A correction all the way."""
    corrections.propose(office, builders.EXAMINER, CASE, [item(office)], REASON)
    corrections.countersign(office, builders.SUPERVISOR, CASE)
    return corrections.issue(office, builders.SUPERVISOR, CASE)


def text(content: bytes) -> str:
    """The text of a PDF, without line ends."""
    with pypdfium2.PdfDocument(io.BytesIO(content)) as document:
        return "".join("".join(each.get_textpage().get_text_range().split()) for each in document)


def test_a_correction_names_the_old_letter_and_the_old_one_stays(office: Office, tmp_path: Path) -> None:
    old = {each.format: each for each in letters.issue_of(office, builders.EXAMINER, CASE) if each.language == "ja"}
    wanted = item(office)
    made = issued(office)
    assert {each.number for each in made} == {f"{old['pdf'].number}-訂1"}
    assert {(each.language, each.format) for each in made} == {
        (lang, form) for lang in ("ja", "en") for form in (*letters.FORMATS, sealing.DETACHED)
    }
    pdf = next(each.content for each in made if (each.language, each.format) == ("ja", "pdf"))
    said = text(pdf)
    for words in (old["pdf"].number, old["pdf"].sha256, wanted.after, REASON, "2026年7月1日発送"):
        assert "".join(words.split()) in said
    assert letters.render(office, builders.EXAMINER, CASE, "ja", "pdf") == pdf
    before, after = (checking.check(office, builders.EXAMINER, each) for each in (old["pdf"].content, pdf))
    assert (before.ok, before.in_force, after.ok, after.in_force) == (True, False, True, True)
    assert {each.answer for each in sealing.remake(office, builders.EXAMINER, CASE)} == {Again.SAME}
    assert records.verify(office).ok
    where = tmp_path / "correction.pdf"
    where.write_bytes(pdf)
    report = page.validate_pdf(str(where), profile=page.ValidationProfile.PDF_UA_1)
    assert [str(each) for each in report.failures] == []


def test_the_event_names_both_letters(office: Office) -> None:
    old = letters.number_of(office, builders.EXAMINER, CASE)
    made = issued(office)
    event = builders.case_file(office, CASE).events[-1]
    assert event.kind == "correction_issued"
    assert event.content["corrects"]["number"] == old  # type: ignore[index]  # JSON
    assert event.seq == made[0].seq
    kept = corrections.listing(office, builders.AUDITOR, CASE)[0]
    assert (kept.standing, kept.reason, kept.proposed_by) == (Standing.ISSUED, REASON, builders.EXAMINER.login)


def test_a_correction_takes_two_people(office: Office) -> None:
    with pytest.raises(NotPermitted):
        corrections.propose(office, builders.SUPERVISOR, CASE, [item(office)], REASON)
    corrections.propose(office, builders.EXAMINER, CASE, [item(office)], REASON)
    with pytest.raises(NotPermitted):
        corrections.countersign(office, builders.EXAMINER, CASE)
    with pytest.raises(NotPermitted):
        corrections.countersign(office, replace(builders.SUPERVISOR, login=builders.EXAMINER.login), CASE)
    with pytest.raises(Exception, match="not the one that was countersigned"):
        corrections.issue(office, builders.SUPERVISOR, CASE)
    with pytest.raises(BadInput, match="under way already"):
        corrections.propose(office, builders.EXAMINER, CASE, [item(office)], REASON)


def test_a_correction_can_be_dropped_and_proposed_again(office: Office) -> None:
    corrections.propose(office, builders.EXAMINER, CASE, [item(office)], REASON)
    assert corrections.preview(office, builders.AUDITOR, CASE).startswith(b"%PDF-")
    with pytest.raises(NotPermitted):
        corrections.drop(office, builders.EXAMINER2, CASE, "誤り")
    corrections.drop(office, builders.SUPERVISOR, CASE, "訂正は不要です。")
    with pytest.raises(BadInput, match="No correction"):
        corrections.countersign(office, builders.SUPERVISOR, CASE)
    assert issued(office)[0].number.endswith("-訂1")
    assert records.verify(office).ok


def packet_record(packet: bytes) -> bytes:
    """What a packet says of the case."""
    return container.unpack(packet)[seal.RECORD]


def test_a_second_correction_keeps_the_first(office: Office) -> None:
    first = item(office)
    issued(office)
    second = Item(first.paragraph, first.after, f"{first.after}（再訂正）")
    corrections.propose(office, builders.EXAMINER, CASE, [second], REASON)
    corrections.countersign(office, builders.SUPERVISOR, CASE)
    made = corrections.issue(office, builders.SUPERVISOR, CASE)
    assert made[0].number.endswith("号-訂2")
    pdf = next(each.content for each in made if (each.language, each.format) == ("ja", "pdf"))
    assert "".join(second.after.split()) in text(pdf)
    assert records.verify(office).ok
    packet = packets.export(office, builders.AUDITOR, CASE).content
    assert seal.check(packet).faults == ()
    assert all(f'"letter_correction:{CASE}/{number}"'.encode() in packet_record(packet) for number in (1, 2))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"before": "どこにもない言葉"}, "stands 0 times"),
        ({"before": ""}, "stands 0 times"),
        ({"after": ""}, "do not change"),
        ({"after": "123456789018"}, "My Number|twelve"),
    ],
)
def test_a_place_that_is_none_is_refused(office: Office, change: dict[str, str], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        corrections.propose(office, builders.EXAMINER, CASE, [replace(item(office), **change)], REASON)  # type: ignore[arg-type]  # names of words
    for items, reason in (([], REASON), ([item(office)], " ")):
        with pytest.raises(BadInput, match="at least one place"):
            corrections.propose(office, builders.EXAMINER, CASE, items, reason)


def test_before_the_issue_there_is_nothing_to_correct(tmp_path: Path) -> None:
    with countersigned(tmp_path) as office, pytest.raises(NotFound):
        corrections.propose(office, builders.EXAMINER, CASE, [Item(1, "a", "b")], REASON)


def test_the_delivery_of_a_correction_begins_anew(office: Office) -> None:
    on = builders.TODAY
    deliveries.note(office, builders.EXAMINER, NewDelivery(CASE, Step.HANDED_OVER, on, "佐藤"))
    number = issued(office)[0].number
    made = deliveries.note(office, builders.EXAMINER, NewDelivery(CASE, Step.POSTED, on, "佐藤"))
    assert (made.number, made.attempt) == (number, 1)


def test_a_language_that_only_stands_beside_the_japanese_text_is_asked_for_and_said(tmp_path: Path) -> None:
    """Left out, the correction could be proposed and never be shown, signed or issued."""
    with countersigned(tmp_path) as office:
        letters.issue(office, builders.SUPERVISOR, CASE, languages=("en",), twins=("vi",))
        assert [each.language for each in corrections.spoken(office, builders.EXAMINER, CASE)] == ["en"]
        spoken = corrections.spoken(office, builders.EXAMINER, CASE, enclosed=True)
        assert [each.language for each in spoken] == ["en", "vi"]
        values = {
            each: page_one.facts[0].value
            for each in ("ja", "en", "vi")
            if (page_one := letters.compose(office, builders.EXAMINER, CASE, each).first)
        }
        said = tuple(Said(each, values[each], f"{values[each]} +") for each in ("en", "vi"))
        wanted = Item(0, values["ja"], f"{values['ja']}（訂正）", said=said)
        with pytest.raises(BadInput, match="Give the words in vi"):
            corrections.propose(office, builders.EXAMINER, CASE, [replace(wanted, said=said[:1])], REASON)
        corrections.propose(office, builders.EXAMINER, CASE, [wanted], REASON)
        assert corrections.digest_of(office, builders.SUPERVISOR, CASE)
