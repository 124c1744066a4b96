"""The issue: signed with the office's certificate, previewed exactly, made again, checked, sent in batches."""

import hashlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import Random

import page
import pypdfium2
import pytest

from desktop.operations import batch, certificates, checking, envelopes, letters, records, sealing, signatories
from desktop.operations.sealing import Again
from models.errors import BadInput, NotFound, NotPermitted, Severity, Stale
from models.letters import letterheads
from models.letters.certificates import making
from models.letters.values import IssuedLetter
from models.store.office import Office
from reports import letter_detached, letter_signature_check
from tests import builders
from tests.desktop.operations.issuing import CASE, countersigned, sign

PASSPHRASE = "a passphrase of its own"
CHANGES = 300 if os.environ.get("AKASHI_TIER") == "prove" else 30


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with countersigned(tmp_path) as made:
        yield made


def pdf_of(made: tuple[IssuedLetter, ...], language: str = "ja") -> bytes:
    """The signed PDF of a language."""
    return next(each.content for each in made if (each.language, each.format) == (language, "pdf"))


def pkcs12(days: int = 365, rsa: int = 2048, signing: bool = True) -> bytes:
    """A certificate of an authority, as a file with ``PASSPHRASE``."""
    from datetime import timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import rsa as kinds
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
    from cryptography.x509.oid import NameOID

    root, own = (kinds.generate_private_key(65537, size) for size in (2048, rsa))
    authority = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Made-up Authority")])
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "試験局")])
    usage = x509.KeyUsage(signing, signing, not signing, False, False, False, False, False, False)
    start = builders.NOON - timedelta(days=30)

    def made(subject: x509.Name, key: kinds.RSAPrivateKey, ca: bool) -> x509.Certificate:
        builder = x509.CertificateBuilder().subject_name(subject).issuer_name(authority).public_key(key.public_key())
        builder = builder.serial_number(7 + ca).not_valid_before(start).not_valid_after(start + timedelta(days=days))
        builder = builder.add_extension(x509.BasicConstraints(ca, None), critical=True)
        return (builder if ca else builder.add_extension(usage, critical=True)).sign(root, hashes.SHA256())

    leaf, top = made(who, own, ca=False), made(authority, root, ca=True)
    locked = BestAvailableEncryption(PASSPHRASE.encode())
    return pkcs12.serialize_key_and_certificates(b"akashi", own, leaf, [top], locked)


def test_a_signed_letter_keeps_pdf_ua_1_and_pdf_a_2a(office: Office, tmp_path: Path) -> None:
    issued = [each for each in letters.issue(office, builders.SUPERVISOR, CASE, twins=["en"]) if each.format == "pdf"]
    assert {each.language for each in issued} >= {"ja", "en"}
    for each in issued:
        where = tmp_path / "letter.pdf"
        where.write_bytes(each.content)
        for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
            report = page.validate_pdf(str(where), profile=profile)
            # STREAM-LENGTH: the validator's mistake where a stream's last byte is a line end.
            assert [str(one) for one in report.failures if "STREAM-LENGTH" not in str(one)] == [], each.language


def test_the_signature_is_the_offices_and_covers_the_file(office: Office) -> None:
    content = pdf_of(letters.issue(office, builders.SUPERVISOR, CASE))
    signature = letter_signature_check.check(content)
    assert signature.holds
    assert signature.signed_at == builders.NOON
    assert signature.fingerprint == certificates.listing(office, builders.ADMIN)[0].fingerprint
    assert not letter_signature_check.check(content + b"\n").holds
    assert not letter_signature_check.check(content[: content.rindex(b"%%EOF")]).holds
    assert letter_signature_check.check(b"%PDF-1.7") == letter_signature_check.NONE


@pytest.mark.needs("pdfsig")
def test_another_program_finds_the_signature_valid(office: Office, tmp_path: Path) -> None:
    where = tmp_path / "letter.pdf"
    where.write_bytes(pdf_of(letters.issue(office, builders.SUPERVISOR, CASE)))
    said = subprocess.run(["pdfsig", str(where)], check=False, capture_output=True, text=True).stdout
    assert "Signature is Valid" in said
    assert "ETSI.CAdES.detached" in said
    assert "Total document signed" in said
    assert "試験局" in said
    content = bytearray(where.read_bytes())
    content[5000] ^= 1
    where.write_bytes(content)
    said = subprocess.run(["pdfsig", str(where)], check=False, capture_output=True, text=True).stdout
    assert "Signature is Valid" not in said


@pytest.mark.tiered
@pytest.mark.timeout(900)
def test_no_changed_byte_passes_signature_and_sealed_hash(office: Office) -> None:
    content = pdf_of(letters.issue(office, builders.SUPERVISOR, CASE))
    assert checking.check(office, builders.AUDITOR, content).ok
    first = content.rindex(b"/Contents <") + len(b"/Contents ")
    second = content.index(b">", first) + 1
    draw = Random(20261122)
    for _ in range(CHANGES):
        place = draw.randrange(len(content))
        changed = bytearray(content)
        changed[place] ^= draw.randrange(1, 256)
        found = checking.check(office, builders.AUDITOR, bytes(changed))
        assert not found.ok, place
        assert found.letter is None, place
        # But for the few bytes of the signature's own wrapping, the signature alone tells too.
        assert not found.signature_holds or first <= place < second, place


def test_the_preview_is_what_is_issued(office: Office) -> None:
    seen = {each: letters.as_issued(office, builders.SUPERVISOR, CASE, each) for each in ("ja", "en")}
    made = letters.issue(office, builders.SUPERVISOR, CASE, expected=seen["ja"].sha256)
    for language, before in seen.items():
        signed = pdf_of(made, language)
        assert signed.startswith(before.content)
        assert hashlib.sha256(signed[: len(before.content)]).hexdigest() == before.sha256
        assert before.number == made[0].number


def test_a_letter_that_is_no_longer_the_one_looked_at_is_not_issued(office: Office) -> None:
    sign(office, "A-002")
    seen = letters.as_issued(office, builders.SUPERVISOR, CASE)
    letters.issue(office, builders.SUPERVISOR, "A-002")
    with pytest.raises(Stale, match="no longer the one"):
        letters.issue(office, builders.SUPERVISOR, CASE, expected=seen.sha256)
    assert letters.as_issued(office, builders.SUPERVISOR, CASE).number != seen.number


def test_a_sealed_letter_is_made_again_byte_for_byte(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotFound):
        sealing.remake(office, builders.AUDITOR, CASE)
    letters.issue(office, builders.SUPERVISOR, CASE, twins=["en"])
    # What letters are headed with later does not matter: what they were made from is kept with them.
    kept = letters.settings(office)
    letters.change_settings(office, builders.ADMIN, letterheads.changed(kept, None, {"telephone": "03-9"}))
    made = sealing.remake(office, builders.AUDITOR, CASE)
    assert {each.language for each in made} == {"ja", "en", "ja+en"}
    assert {each.answer for each in made} == {Again.SAME}
    monkeypatch.setattr("reports.letter_source.renderer", lambda _: "another")
    later = sealing.remake(office, builders.AUDITOR, CASE)
    assert {(each.answer, each.ours) for each in later} == {(Again.ANOTHER_RENDERER, "another")}


def test_a_twin_is_sealed_as_an_enclosure(office: Office) -> None:
    before = letters.twin(office, builders.EXAMINER, CASE, "en", "html")
    assert "DRAFT" in before.decode() or "草案" in before.decode()
    made = letters.issue(office, builders.SUPERVISOR, CASE, twins=["en"])
    kept = {each.format: each.content for each in made if each.language == "ja+en"}
    assert set(kept) == {"pdf", "html", sealing.DETACHED}
    assert letters.signature(office, builders.EXAMINER, CASE, sealing.twin_name("en")) == kept[sealing.DETACHED]
    with pytest.raises(NotFound, match="--twin vi"):
        letters.twin(office, builders.EXAMINER, CASE, "vi", sealing.DETACHED)
    for form, content in kept.items():
        assert letters.twin(office, builders.EXAMINER, CASE, "en", form) == content
        assert checking.check(office, builders.EXAMINER, content).ok
    assert records.verify(office).ok


def test_a_letter_that_somebody_brings_is_checked(office: Office) -> None:
    made = letters.issue(office, builders.SUPERVISOR, CASE)
    found = checking.check(office, builders.EXAMINER, pdf_of(made))
    assert (found.ok, found.in_force, found.letter and found.letter.number) == (True, True, made[0].number)
    html = next(each.content for each in made if each.format == "html")
    assert checking.check(office, builders.EXAMINER, html).ok
    assert not checking.check(office, builders.EXAMINER, b"something else").ok


def test_the_html_twin_has_its_signature_beside_it(office: Office, tmp_path: Path) -> None:
    """openssl checks it with nothing but the office's certificate; one byte more, and it holds no longer."""
    made = {(each.language, each.format): each.content for each in letters.issue(office, builders.SUPERVISOR, CASE)}
    html, signature = made["ja", "html"], made["ja", sealing.DETACHED]
    found = checking.check(office, builders.EXAMINER, html)
    assert (found.ok, found.signature_holds) == (True, True)
    assert found.signer
    for name, content in (("html", html), ("p7s", signature), ("bad", html + b" ")):
        (tmp_path / name).write_bytes(content)
    (tmp_path / "office.pem").write_bytes(certificates.pem(certificates.listing(office, builders.ADMIN)[0]))

    def verified(name: str) -> bool:
        told = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "p7s", "-content", name]
        told += ["-CAfile", "office.pem", "-purpose", "any", "-out", "out"]
        return subprocess.run(told, cwd=tmp_path, capture_output=True, check=False).returncode == 0

    assert letters.render(office, builders.EXAMINER, CASE, "ja", sealing.DETACHED) == signature
    assert verified("html")
    assert not verified("bad")
    assert letter_detached.check(html, signature).holds
    random = Random(11)
    for _ in range(CHANGES):
        letter_detached.check(html, changed(signature, random))
        assert not letter_detached.check(changed(html, random), signature).holds


def changed(content: bytes, random: Random) -> bytes:
    """With one bit turned."""
    place = random.randrange(len(content))
    return content[:place] + bytes([content[place] ^ (1 << random.randrange(8))]) + content[place + 1 :]


def test_an_imported_certificate_signs_and_the_old_one_still_proves(office: Office) -> None:
    sign(office, "A-002")
    old = pdf_of(letters.issue(office, builders.SUPERVISOR, CASE))
    taken = certificates.take(office, builders.ADMIN, pkcs12(), PASSPHRASE)
    assert not taken.self_made
    assert "Made-up Authority" in taken.issuer
    new = pdf_of(letters.issue(office, builders.SUPERVISOR, "A-002"))
    assert letter_signature_check.check(new).fingerprint == taken.fingerprint
    assert checking.check(office, builders.EXAMINER, new).ok
    assert checking.check(office, builders.EXAMINER, old).ok
    assert [each.self_made for each in certificates.listing(office, builders.ADMIN)] == [False, True]
    assert records.verify(office).ok


@pytest.mark.parametrize(
    ("content", "passphrase", "said"),
    [
        (b"no such file", PASSPHRASE, "no PKCS#12"),
        (pkcs12(), "another one", "no PKCS#12"),
        (pkcs12(rsa=1024), PASSPHRASE, "Readers of PDF"),
        (pkcs12(days=10), PASSPHRASE, "not today"),
        (pkcs12(signing=False), PASSPHRASE, "not meant for"),
    ],
)
def test_a_certificate_that_is_of_no_use_is_refused(office: Office, content: bytes, passphrase: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        certificates.take(office, builders.ADMIN, content, passphrase)


def test_only_the_administrator_keeps_the_certificate(office: Office) -> None:
    with pytest.raises(NotPermitted):
        certificates.make(office, builders.SUPERVISOR)
    with pytest.raises(NotPermitted):
        certificates.take(office, builders.EXAMINER, pkcs12(), PASSPHRASE)
    made = certificates.make(office, builders.ADMIN)
    assert made.self_made
    assert certificates.pem(made).startswith(b"-----BEGIN CERTIFICATE-----")


def test_the_key_lies_sealed_in_the_office(office: Office) -> None:
    key = making.self_made("x", builders.NOON)
    from models.store import keys

    sealed = keys.seal_under(b"k" * 32, key.private, keys.CERTIFICATE)
    assert keys.open_under(b"k" * 32, sealed, keys.CERTIFICATE) == key.private
    for secret, what in ((b"j" * 32, keys.CERTIFICATE), (b"k" * 32, keys.PERSON)):
        with pytest.raises(NotPermitted):
            keys.open_under(secret, sealed, what)


def test_a_batch_goes_on_after_a_letter_that_fails_and_names_it(tmp_path: Path) -> None:
    names = ("A-001", "A-002", "A-003")
    with countersigned(tmp_path, *names) as office:
        sign(office, "A-000", address="東京都" + "とても長い町の名前" * 20)
        assert [each.case for each in batch.ready(office, builders.EXAMINER)] == ["A-000", *names]
        kept: list[str] = []
        made = batch.issue(
            office, builders.SUPERVISOR, ["A-000", *names, "A-404"], keep=lambda several: kept.append(several[0].case)
        )
        assert [each.case for each in made.issued] == [*names] == kept
        assert [each.case for each in made.failed] == ["A-000", "A-404"]
        assert made.failed[0].error is not None
        assert "A-000" in made.failed[0].error.text("en")
        assert made.left == ()
        assert [each.case for each in batch.ready(office, builders.EXAMINER)] == ["A-000"]
        assert records.verify(office).ok


def test_a_batch_can_be_cancelled_between_letters(tmp_path: Path) -> None:
    with countersigned(tmp_path, "A-001", "A-002") as office:
        told: list[tuple[int, int]] = []

        def progress(done: int, of: int) -> bool:
            told.append((done, of))
            return done < 1

        made = batch.issue(office, builders.SUPERVISOR, ["A-001", "A-002"], progress)
        assert [each.case for each in made.issued] == ["A-001"]
        assert made.left == ("A-002",)
        assert told == [(0, 2), (1, 2)]
        with pytest.raises(NotPermitted):
            batch.issue(office, builders.AUDITOR, ["A-002"])


@pytest.mark.parametrize("size", envelopes.SIZES)
def test_an_envelope_carries_the_address_and_who_printed_it_is_recorded(office: Office, size: str) -> None:
    content = envelopes.render(office, builders.EXAMINER, CASE, size)
    with pypdfium2.PdfDocument(content) as document:
        assert len(document) == 1
        said = document[0].get_textpage().get_text_range()
        width, height = (round(each / 72 * 25.4) for each in document[0].get_size())
    assert "東京都新宿区西新宿1-2-3" in said
    assert "武蔵野出入国在留管理局" in said
    assert (width, height) == {"dl": (220, 110), "long3": (235, 120)}[size]
    assert builders.case_file(office, CASE).events[-1].kind == "envelope_printed"
    with pytest.raises(NotPermitted):
        envelopes.render(office, builders.AUDITOR, CASE, size)


def test_letters_that_name_nobody_who_decides_are_told_of_before_the_issue(office: Office) -> None:
    assert signatories.missing(office, builders.SUPERVISOR, {CASE}) == ()
    kept = letters.settings(office)
    letters.change_settings(office, builders.ADMIN, letterheads.changed(kept, None, {"signatory.ja": ""}))
    (found,) = signatories.missing(office, builders.SUPERVISOR, {CASE})
    assert (found.severity, found.message.code) == (Severity.WARN, "letters.signatory_missing")
    assert "--kind permanent_residence --set signatory.ja=" in found.text("en")
    assert signatories.missing(office, builders.SUPERVISOR, {"A-404"}) == ()
    assert signatories.by_case(office, builders.SUPERVISOR, {CASE, "A-404"}) == {CASE: (found,)}
    changed_since = [each.message.code for each in letters.check(office, builders.SUPERVISOR, CASE)]
    assert changed_since == ["letters.not_as_signed"]
