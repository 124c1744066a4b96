"""The frameworks of an office: those that the program carries, and the versions that the office published itself."""

import hashlib
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors import BadInput, NotFound
from models.frameworks import library, reader
from models.frameworks.library import Library
from models.frameworks.tables import FrameworkVersionRow
from models.frameworks.values import Framework, FrameworkRef
from models.store import reading
from models.store.told import table_of

_KEPT = 64
_TABLE = table_of(FrameworkVersionRow)
_PUBLISHED = select(_TABLE.c.text, _TABLE.c.digest)


def shelf(session: Session) -> Library:
    """Every version that may govern a case of this office. Raises ``BadInput`` when a published text was changed."""
    rows = reading.rows(session, _PUBLISHED)
    return library.with_(_published(row.text, row.digest) for row in rows) if rows else library.shipped()


def text_of(session: Session, ref: FrameworkRef) -> str:
    """The text of a version, byte for byte as published. Raises ``NotFound``."""
    row = session.get(FrameworkVersionRow, (ref.id, ref.version))
    if row is not None:
        return row.text
    for path in library.paths():
        if (path.parent.name, path.stem) == (ref.id, ref.version):
            return path.read_bytes().decode("utf-8-sig")
    raise NotFound("frameworks.unknown_version", id=ref.id, version=ref.version)


def digest_of(text: str) -> str:
    """SHA-256 of a framework's text."""
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=_KEPT)
def _published(text: str, digest: str) -> Framework:
    if digest_of(text) != digest:
        raise BadInput("frameworks.published_changed", digest=digest[:16])
    return reader.read_text(text, "published.yaml", digest)
