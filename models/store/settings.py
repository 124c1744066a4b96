"""Named values of the office, each a JSON value."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from models.localized import Localized
from models.store.tables import SettingRow
from models.store.values import OfficeSettings

OFFICE = "office"
TOLD = frozenset({OFFICE, "letters", "consistency.ledger", "attestations"})
"""What letters are headed and signed with, what was released before, whether third parties may attest: who changes it must be found."""
TO_TELL = "settings_to_tell"
"""Under this name the session holds settings that its next event of no case tells."""


def get(session: Session, key: str, default: object = None) -> Any:
    """The value under ``key``, or ``default``."""
    row = session.get(SettingRow, key)
    return default if row is None else row.value


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
    kept = get(session, OFFICE, {"name": ""})
    said = {name: _words(kept.get(name, [["ja", ""], ["en", ""]])) for name in _LOCALIZED}
    return OfficeSettings(
        name=kept["name"],
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
