"""The columns of every kind of import file, as the contract of files names them."""

from collections.abc import Mapping
from types import MappingProxyType

from models.errors import BadInput
from models.evidence.values import EvidenceKind as K
from models.intake.values import CASES, CellType, Column, Schema

_T = CellType


def _column(name: str, type_: CellType, words: str = "") -> Column:
    """A column that the file must have, with no empty cell."""
    return Column(name, type_, words=words)


def _open(name: str, type_: CellType, words: str = "") -> Column:
    """A column that the file must have; a cell may be empty."""
    return Column(name, type_, filled=False, words=words)


def _optional(name: str, type_: CellType, words: str = "") -> Column:
    """A column that the file may have."""
    return Column(name, type_, required=False, filled=False, words=words)


# Every piece of evidence may say who states it, as of which day, and under which number it came.
_ORIGIN = (_optional("source", _T.TEXT), _optional("as_of", _T.DATE), _optional("receipt", _T.ID))
_CASE = _column("case", _T.ID)


def _evidence(kind: K, identity: tuple[str, ...], *columns: Column) -> Schema:
    return Schema(kind.value, (_CASE, *columns, *_ORIGIN), identity)


_ALL = (
    Schema(
        CASES,
        (
            _CASE,
            _column("kind", _T.WORD, "kinds"),
            _column("route", _T.OPEN_WORD, "routes"),
            _column("received_on", _T.DATE),
            _column("unit", _T.TEXT),
            _column("name", _T.NAME),
            _open("name_reading", _T.NAME),
            _column("born_on", _T.DATE),
            _column("nationality", _T.COUNTRY),
            _column("current_status", _T.WORD, "statuses"),
            _open("stay_until", _T.DATE),
            _column("language", _T.WORD, "languages"),
            _optional("sex", _T.WORD, "sexes"),
            _optional("receipt_number", _T.ID),
            _optional("address", _T.TEXT),
            _optional("municipality", _T.TEXT),
            _optional("household", _T.TEXT),
            _optional("agent", _T.NAME),
            _optional("confidential", _T.YES, "yes"),
        ),
        ("case",),
    ),
    _evidence(
        K.OBLIGATION,
        ("duty", "period"),
        _column("duty", _T.WORD, "duties"),
        _column("period", _T.PERIOD),
        _open("due_on", _T.DATE),
        _open("paid_on", _T.DATE),
        _optional("amount", _T.AMOUNT),
        _column("status", _T.WORD, "payments"),
    ),
    _evidence(K.STAY, ("entered_on",), _column("entered_on", _T.DATE), _open("departed_on", _T.DATE)),
    _evidence(
        K.STATUS, ("from",), _column("status", _T.WORD, "statuses"), _column("from", _T.DATE), _open("until", _T.DATE)
    ),
    _evidence(
        K.EMPLOYMENT,
        ("employer", "from"),
        _column("employer", _T.NAME),
        _column("kind", _T.OPEN_WORD, "employment"),
        _column("from", _T.DATE),
        _open("until", _T.DATE),
        _optional("income", _T.AMOUNT),
    ),
    _evidence(
        K.INCOME,
        ("year", "source"),
        _column("year", _T.YEAR),
        _column("income", _T.AMOUNT),
        _optional("dependants", _T.COUNT),
    ),
    _evidence(
        K.QUALIFICATION,
        ("kind", "name"),
        _column("kind", _T.OPEN_WORD, "qualifications"),
        _column("name", _T.NAME),
        _optional("level", _T.TEXT),
        _optional("on", _T.DATE),
    ),
    _evidence(
        K.LANGUAGE,
        ("test", "level", "taken_on"),
        _column("test", _T.OPEN_WORD, "tests"),
        _column("level", _T.ID),
        _optional("score", _T.COUNT),
        _optional("taken_on", _T.DATE),
    ),
    _evidence(
        K.TIE,
        ("kind", "since", "description"),
        _column("kind", _T.OPEN_WORD, "ties"),
        _open("since", _T.DATE),
        _optional("until", _T.DATE),
        _optional("description", _T.NAME),
    ),
    _evidence(
        K.CONDUCT,
        ("kind", "on"),
        _column("kind", _T.OPEN_WORD, "conduct"),
        _column("on", _T.DATE),
        _column("outcome", _T.TEXT),
    ),
    _evidence(
        K.STATEMENT,
        ("kind", "given_on", "text"),
        _column("kind", _T.OPEN_WORD, "statements"),
        _column("given_on", _T.DATE),
        _column("text", _T.NAME),
    ),
)

SCHEMAS: Mapping[str, Schema] = MappingProxyType({schema.what: schema for schema in _ALL})
"""Every file kind by its name (``akashi import WHAT``)."""


def schema_of(what: str) -> Schema:
    """The columns of a file kind. Raises ``BadInput`` for one that does not exist."""
    if what not in SCHEMAS:
        raise BadInput("intake.unknown_kind", what=what, known=", ".join(SCHEMAS))
    return SCHEMAS[what]
