"""Named values of the office, each a JSON value."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Text, bindparam, select, type_coerce
from sqlalchemy.orm import Session

from models.localized import Localized
from models.store import reading
from models.store.tables import SettingRow
from models.store.told import table_of
from models.store.values import OfficeSettings

OFFICE = "office"
TOLD = frozenset({OFFICE, "letters", "consistency.ledger", "attestations"})
"""What letters are headed and signed with, what was released before, whether third parties may attest: who changes it must be found."""
_TABLE = table_of(SettingRow)
_TEXTS = select(_TABLE.c.key, type_coerce(_TABLE.c.value, Text)).where(
    _TABLE.c.key.in_(bindparam("keys", expanding=True))
)
_VALUE = select(_TABLE.c.value).where(_TABLE.c.key == bindparam("key"))
TO_TELL = "settings_to_tell"
"""Under this name the session holds settings that its next event of no case tells."""


def get(session: Session, key: str, default: object = None) -> Any:
    """The value under ``key``, or ``default``."""
    found = reading.rows(session, _VALUE, key=key)
    return found[0].value if found else default


def texts(session: Session, *keys: str) -> tuple[str, ...]:
    """The values under these keys as they are written, ``{}`` where there is none: for who keeps what they made of the same text."""
    found: dict[str, str] = {row.key: row.value for row in reading.rows(session, _TEXTS, keys=keys)}
    return tuple(found.get(key) or "{}" for key in keys)


def put(session: Session, key: str, value: object) -> None:
    """Write or replace the value under ``key``; one of ``TOLD`` is told by the transaction's next event of no case."""
    row = session.get(SettingRow, key)
    if row is None:
        row = SettingRow(key=key, value=value)
        session.add(row)
    row.value = value
    session.flush()
    if key in TOLD:
        session.info.setdefault(TO_TELL, []).append(row)


def office_settings(session: Session) -> OfficeSettings:
    """What the office says of itself."""
    return said_of_office(get(session, OFFICE, {}))


def said_of_office(kept: Mapping[str, Any]) -> OfficeSettings:
    """What the office says of itself, from the setting."""
    said = {name: _words(kept.get(name, [["ja", ""], ["en", ""]])) for name in _LOCALIZED}
    return OfficeSettings(
        name=kept.get("name", ""),
        authority=said["authority"],
        unit=said["unit"],
        telephone=kept.get("telephone", ""),
        hours=said["hours"],
        signatory=said["signatory"],
        languages=tuple(kept.get("languages", ("ja", "en"))),
        synthetic=kept.get("synthetic", False),
    )


def put_office_settings(session: Session, settings: OfficeSettings) -> None:
    """Keep what the office says of itself."""
    # As pairs, because the order of languages is part of the words and canonical JSON sorts keys.
    words = {name: [list(pair) for pair in getattr(settings, name).items()] for name in _LOCALIZED}
    rest = {"name": settings.name, "telephone": settings.telephone, "synthetic": settings.synthetic}
    put(session, OFFICE, {**words, **rest, "languages": list(settings.languages)})


def _words(pairs: Iterable[tuple[str, str]]) -> Localized:
    return Localized(tuple((language, words) for language, words in pairs))


_LOCALIZED = ("authority", "unit", "hours", "signatory")
