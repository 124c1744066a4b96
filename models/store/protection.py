"""What a server's database holds by itself, derived from the tables as the models know them.

So a new table is protected without anybody remembering: rows that stand in the record go only by a disposal, change only in the
columns its class names, and must be told by an event of the same transaction, digest for digest, when a person's role writes them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from sqlalchemy import Boolean, Column, Date, Integer, LargeBinary, String, Table

from models.store import disposing_sql, ledger_sql, settings
from models.store.base import Base, Json, UtcTime
from models.store.server import literal, owner_of, quoted, role_name
from models.store.told import table_of

PEOPLE = "people"
"""The job that every person of the office has, beside their own."""


@dataclass(frozen=True, slots=True)
class Charter:
    """The office's rules, for the database: ``may`` (role → permissions), ``acts`` (kind of event → permissions, one of which
    is needed; ``""``: anybody), ``writes`` (table → the same), ``moves`` (states of a case → the same), ``turns`` (kind of
    event → how the case moves with it, ``""``: in any way), the ``guards`` of single tables (SQL) with their names, and
    checks at the end of a transaction."""

    may: Mapping[str, Iterable[str]]
    acts: Mapping[str, Iterable[str]]
    writes: Mapping[str, Iterable[str]]
    moves: Mapping[tuple[str, str], Iterable[str]]
    turns: Mapping[str, Iterable[tuple[str, str]]] = field(default_factory=dict)
    guards: str = ""
    guarded: Iterable[str] = ()
    late: Mapping[str, str] = field(default_factory=dict)
    by_unit: bool = False


def rows() -> Iterator[type[Base]]:
    """Every table of the models, those that others hang on first."""
    classes = {table_of(each.class_): each.class_ for each in Base.registry.mappers}
    for table in Base.metadata.sorted_tables:
        yield classes[table]


def kept(row: type[Base]) -> bool:
    """Whether rows of this table never go."""
    return row.told or row.append_only


def digest(charter: Charter, prefix: str) -> str:
    """Names this protection: an office that carries another one is brought up to it."""
    return sha256("\n".join(statements(charter, prefix)).encode()).hexdigest()


def statements(charter: Charter, prefix: str, there: frozenset[str] | None = None) -> list[str]:
    """Everything, in its order; doing it again changes nothing. Run as the owner. ``there``: the tables that the database has
    (left out: all)."""
    held = [row for row in rows() if there is None or row.__tablename__ in there]
    made = [ledger_sql.SECRET, *_rules(charter, prefix), ledger_sql.FUNCTIONS, ledger_sql.ACCOUNTS, charter.guards]
    for row in held:
        made += [_frozen(row), *_triggers(row, charter), *_told(row)]
    made += disposing_sql.statements()
    made += _grants(charter, prefix, held)
    made += [_visible(row, charter.by_unit) for row in held if _case_column(row)]
    return [each for each in made if each]


def _rules(charter: Charter, prefix: str) -> Iterator[str]:
    yield "DELETE FROM akashi_key.may; DELETE FROM akashi_key.act; DELETE FROM akashi_key.move; DELETE FROM akashi_key.turn"
    yield from _filled("may", ((role, each) for role, several in charter.may.items() for each in sorted(several)))
    yield from _filled("act", ((kind, each) for kind, several in charter.acts.items() for each in sorted(several)))
    moves = ((*states, each) for states, several in charter.moves.items() for each in sorted(several))
    yield from _filled("move", moves)
    yield from _filled("turn", ((kind, *each) for kind, several in charter.turns.items() for each in several))
    yield "DELETE FROM akashi_key.note WHERE name = 'prefix'"
    yield from _filled("note", [("prefix", prefix)])


def _filled(table: str, values: Iterable[tuple[str, ...]]) -> Iterator[str]:
    said = ["(" + ", ".join(literal(str(each)) for each in row) + ")" for row in values]
    if said:
        yield f"INSERT INTO akashi_key.{table} VALUES {', '.join(said)}"  # noqa: S608  our own words, quoted


def _triggers(row: type[Base], charter: Charter) -> Iterator[str]:
    name = row.__tablename__
    if kept(row):
        for what, when in (("never_go", "DELETE"), ("never_empty", "TRUNCATE")):
            each = "STATEMENT" if what == "never_empty" else "ROW"
            yield _trigger(what, name, f"BEFORE {when}", f"FOR EACH {each} EXECUTE FUNCTION akashi.never()")
        yield _trigger("held", name, "BEFORE UPDATE", f"FOR EACH ROW EXECUTE FUNCTION akashi.{_own('frozen', name)}()")
    if signed(row):
        yield _signed(row)
        yield _trigger(
            "own_name",
            name,
            "BEFORE INSERT OR UPDATE",
            f"FOR EACH ROW EXECUTE FUNCTION akashi.{_own('signed', name)}()",
        )
    if name in set(charter.guarded):
        events = "INSERT OR UPDATE" if kept(row) else "INSERT OR UPDATE OR DELETE"
        yield _trigger("guard", name, f"BEFORE {events}", f"FOR EACH ROW EXECUTE FUNCTION akashi.guard_{name}()")
    if name in charter.late:
        yield _late("late", name, "INSERT OR UPDATE", charter.late[name])


def _trigger(what: str, table: str, when: str, does: str) -> str:
    return f"CREATE OR REPLACE TRIGGER {what} {when} ON akashi.{quoted(table)} {does}"


def _late(what: str, table: str, when: str, function: str, condition: str = "") -> str:
    """A check at the end of the transaction."""
    place = f"akashi.{quoted(table)}"
    return (
        f"DROP TRIGGER IF EXISTS {what} ON {place}; CREATE CONSTRAINT TRIGGER {what} AFTER {when} ON {place} "
        f"DEFERRABLE INITIALLY DEFERRED FOR EACH ROW {condition} EXECUTE FUNCTION akashi.{function}()"
    )


def _own(what: str, table: str) -> str:
    return quoted(f"{what}_{table}")


def _frozen(row: type[Base]) -> str:
    """Whoever it is: only the columns that the class names may change."""
    if not kept(row):
        return ""
    held = [quoted(each.name) for each in table_of(row).columns if each.name not in row.changing | row.untold]
    same = " OR ".join(f"NEW.{each} IS DISTINCT FROM OLD.{each}" for each in held)
    return _function(
        "frozen",
        row.__tablename__,
        f"IF ({same}) AND NOT akashi.disposing() THEN "
        f"PERFORM akashi.refuse('{row.__tablename__}: this part of a row never changes'); END IF;",
    )


def signed(row: type[Base]) -> list[str]:
    """Columns that say who wrote: nobody writes another's name there."""
    named = [each for each in table_of(row).columns if each.name == "by" or each.name.endswith("_by")]
    return [each.name for each in named if each.foreign_keys or each.name in _SIGNED]


_SIGNED = frozenset({"issued_by", "recorded_by"})
"""Names of a person that no foreign key holds, because what they stand on outlives the person's row."""


def _signed(row: type[Base]) -> str:
    tests = [
        f"IF NEW.{c} IS NOT NULL AND NEW.{c} IS DISTINCT FROM akashi.me() AND (TG_OP = 'INSERT' OR NEW.{c} IS DISTINCT FROM OLD.{c}) "
        f"THEN PERFORM akashi.refuse('one writes under one''s own name'); END IF;"
        for c in map(quoted, signed(row))
    ]
    return _function("signed", row.__tablename__, "IF akashi.is_console() THEN RETURN NEW; END IF; " + " ".join(tests))


def _function(what: str, table: str, does: str, returns: str = "NEW") -> str:
    return (
        f"CREATE OR REPLACE FUNCTION akashi.{_own(what, table)}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = akashi, pg_temp AS $$ BEGIN {does} RETURN {returns}; END $$"
    )


_BEFORE = "coalesce(nullif(current_setting('akashi.before', true), ''), '2147483647')::integer"
"""The number of the last event before this transaction's first."""


def _told(row: type[Base]) -> Iterator[str]:
    """A row that the record speaks of is told in its own transaction, as it then stands."""
    if not row.told:
        return
    name, place = row.__tablename__, f"akashi.{quoted(row.__tablename__)}"
    key = [each.name for each in table_of(row).primary_key.columns]
    yield (
        f"CREATE OR REPLACE FUNCTION akashi.{_own('said', name)}(r {place}) RETURNS text LANGUAGE sql IMMUTABLE "
        f"SET search_path = akashi, pg_temp AS $$ SELECT left(encode(sha256(convert_to({_canonical(row)}, 'UTF8')), 'hex'), 32) $$"
    )
    if row.hidden:
        names = " || '/' || ".join(f"t.{quoted(each)}::text" for each in key)
        made = f"CREATE OR REPLACE FUNCTION akashi.{_own('digests', name)}() RETURNS TABLE (case_id text, name text, digest text)"
        asked = f"SELECT '', '{name}:' || {names}, akashi.{_own('said', name)}(t) FROM {place} t"  # noqa: S608  the models' names
        yield f"{made} LANGUAGE sql STABLE SECURITY DEFINER SET search_path = akashi, pg_temp AS $$ {asked} $$"
    same = " AND ".join(f"t.{quoted(each)} = NEW.{quoted(each)}" for each in key)
    named = " || '/' || ".join(f"NEW.{quoted(each)}::text" for each in key)
    case = f"e.case_id = NEW.{quoted(row.told_case)}" if row.told_case else "true"
    free = ""
    if row.told_when_said:
        free = f"IF NEW.key NOT IN ({', '.join(map(literal, sorted(settings.TOLD)))}) THEN RETURN NULL; END IF; "
    said = f"e.content::json -> 'rows' ->> ('{name}:' || {named})"
    mine = f"{case} AND e.seq > {_BEFORE} AND e.xmin = pg_current_xact_id()::xid AND {said} IS NOT NULL"
    last = f"SELECT {said} FROM akashi.event e WHERE {mine} ORDER BY e.seq DESC LIMIT 1"  # noqa: S608  the models' own names
    yield _function(
        "told",
        name,
        f"IF akashi.is_console() THEN RETURN NULL; END IF; {free}"  # noqa: S608
        f"IF NOT EXISTS (SELECT 1 FROM {place} t WHERE {same} AND akashi.{_own('said', name)}(t) = ({last})) THEN "
        f"PERFORM akashi.refuse('{name}: what is written must stand in the record'); END IF;",
        "NULL",
    )
    yield _late("told_new", name, "INSERT", _own("told", name))
    changed = f"WHEN (akashi.{_own('said', name)}(OLD) IS DISTINCT FROM akashi.{_own('said', name)}(NEW))"
    yield _late("told_changed", name, "UPDATE", _own("told", name), changed)


def _canonical(row: type[Base]) -> str:
    """A row as ``store.canonical`` writes it: sorted keys, empty columns left out."""
    columns = sorted((each for each in table_of(row).columns if each.key not in row.untold), key=lambda each: each.key)
    parts = [f"'{literal_key(each.key)}' || {_value(each)}" for each in columns]
    return "'{' || concat_ws(',', " + ", ".join(parts) + ") || '}'"


def literal_key(key: str) -> str:
    """A column's name as a JSON key."""
    return f'"{key}":'


def _value(column: Column[object]) -> str:
    held = f"r.{quoted(column.name)}"
    for types, says in _SAYS:
        if isinstance(column.type, types):
            return says.format(held)
    raise TypeError(f"{column}: the database cannot say a {type(column.type).__name__}")


_SAYS: tuple[tuple[type, str], ...] = (
    (Json, "{0}"),
    (
        UtcTime,
        "'\"' || CASE WHEN substr({0}, 20, 7) = '.000000' THEN left({0}, 19) ELSE left({0}, 26) END || '+00:00\"'",
    ),
    (Boolean, "({0})::text"),
    (Integer, "({0})::text"),
    (Date, "'\"' || to_char({0}, 'YYYY-MM-DD') || '\"'"),
    (LargeBinary, "'\"' || encode(sha256({0}), 'hex') || '\"'"),
    (String, "to_json({0}::text)::text"),
)


def _grants(charter: Charter, prefix: str, held: Iterable[type[Base]]) -> Iterator[str]:
    people = quoted(role_name(prefix, PEOPLE, ":"))
    yield f"REVOKE ALL ON SCHEMA akashi_key FROM PUBLIC; REVOKE ALL ON ALL TABLES IN SCHEMA akashi FROM PUBLIC, {people}"
    yield "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA akashi FROM PUBLIC; REVOKE ALL ON SCHEMA akashi FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA akashi TO {people}"
    yield f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA akashi TO {people}"
    yield f"REVOKE EXECUTE ON FUNCTION akashi.hmac(bytea) FROM {people}"
    yield f"GRANT SELECT ON ALL TABLES IN SCHEMA akashi TO {people}"
    for role in charter.may:
        yield f"REVOKE ALL ON ALL TABLES IN SCHEMA akashi FROM {quoted(role_name(prefix, role, ':'))}"
    for row in held:
        for role, has in charter.may.items():
            yield from _granted(row, charter, quoted(role_name(prefix, role, ":")), set(has))
    yield "ALTER TABLE akashi.credential ENABLE ROW LEVEL SECURITY; DROP POLICY IF EXISTS own ON akashi.credential"
    yield "CREATE POLICY own ON akashi.credential USING (login = akashi.me() OR akashi.may('keep_people'))"


def _granted(row: type[Base], charter: Charter, role: str, has: set[str]) -> Iterator[str]:
    name, place = row.__tablename__, f"akashi.{quoted(row.__tablename__)}"
    needs = {str(each) for each in charter.writes.get(name, ())}
    if name in ("event", "chain_head") or (needs and not needs & {str(each) for each in has}):
        return
    if not kept(row):
        yield f"GRANT INSERT, UPDATE, DELETE ON {place} TO {role}"
        return
    yield f"GRANT INSERT ON {place} TO {role}"
    changing = sorted((row.changing | row.untold) - {each.name for each in table_of(row).primary_key.columns})
    if changing:
        yield f"GRANT UPDATE ({', '.join(map(quoted, changing))}) ON {place} TO {role}"


def _case_column(row: type[Base]) -> str | None:
    table: Table = table_of(row)
    if table.name == "case":
        return "id"
    found = [each.name for each in table.columns if each.name == "case_id"]
    return found[0] if found else None


def _visible(row: type[Base], by_unit: bool) -> str:
    """Where the office is kept apart by unit, a person with a unit sees the cases of that unit only."""
    place, column = f"akashi.{quoted(row.__tablename__)}", _case_column(row)
    start = f"DROP POLICY IF EXISTS by_unit ON {place}; "
    if not by_unit:
        return start + f"ALTER TABLE {place} DISABLE ROW LEVEL SECURITY"
    sees = "akashi.sees(unit)" if column == "id" else f"{column} IS NULL OR akashi.sees_case({column})"
    # A case may leave its unit by the hand of whoever transfers it, who then no longer sees it.
    leaves = " WITH CHECK (akashi.sees(unit) OR akashi.may('assign'))" if column == "id" else ""
    return (
        start
        + f"ALTER TABLE {place} ENABLE ROW LEVEL SECURITY; CREATE POLICY by_unit ON {place} USING ({sees}){leaves}"
    )


def owner(prefix: str) -> str:
    """The owner's name, quoted."""
    return quoted(owner_of(prefix))
