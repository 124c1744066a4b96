"""Signs a letter's PDF with the office's certificate: PAdES baseline B (ETSI EN 319 142-1), by pyHanko.

The signature is added behind the bytes that the letter's renderer made, which stay as they are at the start of the file.
Its invisible field is tagged (a Form element that holds the widget, ISO 14289-1, 7.18.4) and named, so that the signed file
is still PDF/UA-1 and PDF/A-2a. Nothing may be changed in the file afterwards (certification, DocMDP level 1).
"""

import io
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from models.letters.certificates.values import SealKey

FIELD = "Signature"
_BESIDE_CERTIFICATES = 3_072
"""Bytes: an RSA signature of 8,192 bits is 1,024 long, issuer, attributes and algorithms take about a thousand."""
_PRINTED_AND_LOCKED = 132
"""Annotation flags: Print (PDF/A wants it set) and Locked."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the signature says: the field's name as screen readers say it (``label``, in ``language``), who signs, and why."""

    label: str
    language: str
    authority: str
    reason: str


def sign(content: bytes, key: SealKey, at: datetime, words: Words) -> bytes:
    """The signed bytes; they begin with ``content`` and a line end."""
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
    from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata

    writer_kind, signer_kind = _kinds()
    writer = writer_kind(io.BytesIO(content + b"\n"))
    _add_field(writer, words)
    about = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        name=words.authority,
        reason=words.reason,
    )
    signer = signer_kind(about, signer=signer_of(key))
    signer.at = at
    out = io.BytesIO()
    signer.sign_pdf(writer, existing_fields_only=True, output=out, bytes_reserved=_reserved(key))
    return out.getvalue()


def _reserved(key: SealKey) -> int:
    """Hex digits kept free for the signature: its certificates, the signature itself and what it says. Left to the library, it
    would sign everything once more to find out, which takes as long again."""
    return 2 * (sum(len(each) for each in key.chain) + _BESIDE_CERTIFICATES)


@cache
def _kinds() -> tuple[type[Any], type[Any]]:
    """The library's writer and signer, made here because the library loads only when a letter is signed."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers.pdf_signer import PdfSigner

    class Writer(IncrementalPdfFileWriter):
        """Leaves the metadata alone: what the renderer wrote there says PDF/A and PDF/UA, and would have to be told anew."""

        def _update_meta(self) -> None:
            """Nothing is told."""

    class Signer(PdfSigner):
        """Signs at the record's moment, and stays with PDF 1.7, which PDF/A-2 and PDF/UA-1 are made of."""

        at: datetime

        def register_extensions(self, pdf_out: Any, *, md_algorithm: str) -> None:
            """None: they would make it PDF 2.0."""

        def init_signing_session(self, pdf_out: Any, existing_fields_only: bool = False) -> Any:
            """At the moment given."""
            session = super().init_signing_session(pdf_out, existing_fields_only)
            session.system_time = self.at
            return session

    return Writer, Signer


def signer_of(key: SealKey) -> Any:
    """The office's key and certificates as the library wants them."""
    from asn1crypto import keys, x509
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    own, *others = (x509.Certificate.load(each) for each in key.chain)
    kind: Any = SimpleCertificateStore
    store = kind()
    store.register_multiple(others)
    return SimpleSigner(own, keys.PrivateKeyInfo.load(key.private), store)


def _add_field(writer: Any, words: Words) -> None:
    """An empty signature field on the last page, and its tag as the last one of the first document in the file."""
    kinds = _values()
    number, array, pdf_name, pdf_string = kinds.NumberObject, kinds.ArrayObject, kinds.pdf_name, kinds.pdf_string

    def dictionary(**entries: Any) -> Any:
        return kinds.DictionaryObject({pdf_name(f"/{name}"): value for name, value in entries.items()})

    root = writer.root
    tree, pages = root["/StructTreeRoot"], root["/Pages"]["/Kids"]
    page, place, label = pages.raw_get(len(pages) - 1), int(tree["/ParentTreeNextKey"]), pdf_string(words.label)
    widget = writer.add_object(
        dictionary(
            Type=pdf_name("/Annot"),
            Subtype=pdf_name("/Widget"),
            FT=pdf_name("/Sig"),
            T=pdf_string(FIELD),
            TU=label,
            Contents=label,
            Lang=pdf_string(words.language),
            F=number(_PRINTED_AND_LOCKED),
            Rect=array([number(0)] * 4),
            P=page,
            StructParent=number(place),
        )
    )
    held = dictionary(Type=pdf_name("/OBJR"), Obj=widget, Pg=page)
    tag = writer.add_object(
        dictionary(
            Type=pdf_name("/StructElem"),
            S=pdf_name("/Form"),
            P=tree["/K"].raw_get(0),
            Pg=page,
            Alt=label,
            Lang=pdf_string(words.language),
            K=held,
        )
    )
    _append(writer, tree["/K"][0]["/K"], tag)
    _append(writer, tree["/ParentTree"]["/Nums"], number(place), tag)
    tree[pdf_name("/ParentTreeNextKey")] = number(place + 1)
    writer.update_container(tree)
    sheet = page.get_object()
    _append(writer, sheet.setdefault(pdf_name("/Annots"), array()), widget)
    writer.mark_update(page)
    root[pdf_name("/AcroForm")] = writer.add_object(dictionary(Fields=array([widget]), SigFlags=number(3)))
    writer.update_root()


def _values() -> Any:
    """The library's kinds of values; it does not say their types."""
    from pyhanko.pdf_utils import generic

    return generic


def _append(writer: Any, into: Any, *values: Any) -> None:
    into.extend(values)
    if into.container_ref is not None:
        writer.update_container(into)
