"""Seventeen kinds of tampering with a record at a place of it, by hands that know more and more.

``writer``: has the passphrase and a database tool. ``coder``: reads the program too, and makes every hash fit that needs no key
of the record. ``insider``: took the record's key out of the running program, and writes all links anew. ``restorer``: puts a
backup of yesterday back, touched or not.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from models.records import chain
from models.records.verify import ROWS
from models.store.canonical import canonical

Attack = Callable[[Any, int], None]
COLUMNS = "at, who, kind, case_id, content, link"
OTHER_KEY = bytes(32)


def _sql(*statements: str) -> Attack:
    def run(connection: Any, seq: int) -> None:
        for each in statements:
            connection.execute(each.replace(":seq", str(seq)))

    return run


def _count(connection: Any) -> int:
    return int(connection.execute("SELECT count(*) FROM event").fetchone()[0])


def _close_gap(connection: Any, seq: int) -> None:
    connection.execute(f"UPDATE event SET seq = -seq WHERE seq > {seq}")
    connection.execute("UPDATE event SET seq = -seq - 1 WHERE seq < 0")


def _make_room(connection: Any, seq: int) -> None:
    connection.execute(f"UPDATE event SET seq = -seq WHERE seq > {seq}")
    connection.execute("UPDATE event SET seq = 1 - seq WHERE seq < 0")


def _taken_out(connection: Any, seq: int) -> None:
    connection.execute(f"DELETE FROM event WHERE seq = {seq}")
    _close_gap(connection, seq)


def _put_in(connection: Any, seq: int) -> None:
    _make_room(connection, seq)
    connection.execute(f"INSERT INTO event SELECT seq + 1, {COLUMNS} FROM event WHERE seq = {seq}")


def _swapped(connection: Any, seq: int) -> None:
    other = seq + 1 if seq < _count(connection) else seq - 1
    for old, new in ((seq, -1), (other, seq), (-1, other)):
        connection.execute("UPDATE event SET seq = ? WHERE seq = ?", (new, old))


def _copied(connection: Any, seq: int) -> None:
    """An event of the same office played once more at the end."""
    last = _count(connection)
    connection.execute(f"INSERT INTO event SELECT {last} + 1, {COLUMNS} FROM event WHERE seq = {seq}")


def _row_with_its_digest(connection: Any, seq: int) -> None:
    """A row changed, and what the event says of it too."""
    asked = "SELECT seq, content FROM event WHERE seq >= ? AND content LIKE '%\"rows\":{%' ORDER BY seq"
    found = connection.execute(asked, (seq,)).fetchone() or connection.execute(asked, (1,)).fetchone()
    content = json.loads(found[1])
    name = min(content[ROWS])
    content[ROWS][name] = "ab" * 32
    connection.execute("UPDATE event SET content = ? WHERE seq = ?", (canonical(content), found[0]))


KINDS: Mapping[str, Attack] = {
    "content": _sql("UPDATE event SET content = replace(content, '{', '{\"a\":1,') WHERE seq = :seq"),
    "who": _sql("UPDATE event SET who = who || '2' WHERE seq = :seq"),
    "kind": _sql("UPDATE event SET kind = 'noted' WHERE seq = :seq"),
    "case": _sql("UPDATE event SET case_id = 'A-009' WHERE seq = :seq"),
    "moment": _sql("UPDATE event SET at = replace(at, '2026', '2025') WHERE seq = :seq"),
    "link": _sql("UPDATE event SET link = replace(link, substr(link, 1, 2), 'gg') WHERE seq = :seq"),
    "taken out": _sql("DELETE FROM event WHERE seq = :seq"),
    "taken out, gap closed": _taken_out,
    "put in": _put_in,
    "swapped": _swapped,
    "played again": _copied,
    "beginning cut": _sql("DELETE FROM event WHERE seq <= :seq"),
    "tail cut": _sql("DELETE FROM event WHERE seq >= :seq"),
    "log gone": _sql("DELETE FROM event"),
    "log and head gone": _sql("DELETE FROM event", "DELETE FROM chain_head"),
    "everything of one person": _sql(
        "UPDATE event SET who = 'ghost' WHERE who = (SELECT who FROM event WHERE seq = :seq)"
    ),
    "row and its digest": _row_with_its_digest,
}


def head_moved(connection: Any) -> None:
    """The head says what the last event says, without a new seal."""
    connection.execute("DELETE FROM setting WHERE key = 'records.verified'")
    connection.execute(
        "UPDATE chain_head SET (seq, at, link) = (SELECT seq, at, link FROM event ORDER BY seq DESC LIMIT 1) "
        "WHERE EXISTS (SELECT 1 FROM event)"
    )


def linked_anew(connection: Any, key: bytes) -> None:
    """Every link and the head made with a key."""
    connection.execute("DELETE FROM setting WHERE key = 'records.verified'")
    last = chain.GENESIS
    rows = connection.execute(f"SELECT seq, {COLUMNS} FROM event ORDER BY seq").fetchall()
    for number, row in enumerate(rows, 1):
        held = chain.Held._make((number, *row[1:6], ""))
        last = chain.link(key, last, held)
        connection.execute("UPDATE event SET seq = ?, link = ? WHERE seq = ?", (number, last, row[0]))
    if rows:
        said = (len(rows), rows[-1][1], last, chain.seal(key, len(rows), last))
        connection.execute("DELETE FROM chain_head")
        connection.execute("INSERT INTO chain_head (id, seq, at, link, seal) VALUES (1, ?, ?, ?, ?)", said)


HANDS: Mapping[str, Callable[[Any, bytes], None]] = {
    "writer": lambda connection, _key: head_moved(connection),
    "coder": lambda connection, _key: linked_anew(connection, OTHER_KEY),
    "insider": linked_anew,
    "restorer": lambda _connection, _key: None,
}
"""What each does behind the deed, so that it does not show."""
