"""The record of a server office: its links are computed by the database, with a key that nobody at a desk can read."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import text
from sqlalchemy.orm import Session

from models.store.base import moment_text
from models.store.server import quoted

REFUSED = "AK001"
"""The state of what the office's own functions refuse."""
STEP = 5_000
"""So many events are walked at a time."""


class Said(NamedTuple):
    """An act as it is handed over: ``content`` is canonical JSON."""

    who: str
    kind: str
    case: str | None
    content: str


class Stood(NamedTuple):
    """The last event."""

    seq: int
    at: datetime
    link: str


class Walked(NamedTuple):
    """How far the chain holds: ``seq`` and ``link`` of the last sound event; ``broken`` 0: to its end."""

    broken: int
    kind: str
    case: str | None
    seq: int
    link: str


class Ledger:
    """Hands acts over and asks about the chain, in the caller's transaction."""

    def head(self, session: Session) -> Stood | None:
        """Where the chain stands; it stands still until this transaction ends."""
        row = session.execute(text("SELECT seq, at, link FROM akashi.head()")).one_or_none()
        return None if row is None else Stood(row.seq, datetime.fromisoformat(row.at), row.link)

    def append(self, session: Session, at: datetime, acts: Sequence[Said]) -> list[str]:
        """Append acts in their order; their links. The database refuses what the person's role may not record."""
        links: list[str] = session.execute(
            text(
                "SELECT akashi.append(CAST(:at AS text), CAST(:whos AS text[]), CAST(:kinds AS text[]), "
                "CAST(:cases AS text[]), CAST(:contents AS text[]))"
            ),
            {
                "at": moment_text(at),
                "whos": [each.who for each in acts],
                "kinds": [each.kind for each in acts],
                "cases": [each.case for each in acts],
                "contents": [each.content for each in acts],
            },
        ).scalar_one()
        return links

    def walk(
        self,
        session: Session,
        after: int,
        known: str,
        count: int = 0,
        progress: Callable[[int, int], None] | None = None,
    ) -> Walked:
        """Walk the chain behind event ``after``, whose link is ``known``; ``progress(done, count)`` now and then."""
        asked = text("SELECT * FROM akashi.first_broken(:after, :known, :many)")
        while True:
            found = Walked(*session.execute(asked, {"after": after, "known": known, "many": STEP}).one())
            if found.broken >= 0:
                return found
            after, known = found.seq, found.link
            if progress:
                progress(after, count)

    def notify(self, session: Session, who: str, kind: str) -> None:
        """Tell the other desks of something that is no act, once this transaction is committed."""
        said = json.dumps({"seq": 0, "who": who, "kind": kind, "case": None, "one": False})
        session.execute(text("SELECT pg_notify('akashi', :said)"), {"said": said})

    def sees_all(self, session: Session) -> bool:
        """Whether whoever works here sees the rows of every unit."""
        return bool(session.execute(text("SELECT akashi.sees_all()")).scalar_one())

    def unit(self, session: Session) -> str | None:
        """The unit whose cases are all that the person who asks may see; ``None``: they see every case."""
        asked = "SELECT p.unit FROM akashi.person p WHERE p.login = akashi.me() AND NOT akashi.sees_all()"
        return session.execute(text(asked)).scalar_one_or_none()

    def digests(self, session: Session, table: str) -> Iterator[tuple[str, str, str]]:
        """Case, name and digest of each row of a table that hides rows from some people."""
        for row in session.execute(text(f"SELECT * FROM akashi.{quoted('digests_' + table)}()")):  # noqa: S608
            yield row[0], row[1], row[2]


def sees_all(session: Session) -> bool:
    """Whether every case and event is seen here; where a server keeps units apart, not by those who have one."""
    book: Ledger | None = session.info.get("ledger")
    return book is None or book.sees_all(session)
