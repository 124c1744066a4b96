"""``akashi.dispose`` of a server office: the only function under which rows of the record go.

It runs as the owner. Whoever calls it must have approved, in this very transaction and under their own name, a batch that
somebody else proposed; the cases are ended, none is held back, their day has come, and each has its tombstone in the record,
whose checks it makes itself. Replaying an old backup's disposals is the console's.
"""

from collections.abc import Iterator

from sqlalchemy import Table

from models.store import disposing
from models.store.server import quoted

FUNCTIONS = r"""
CREATE UNLOGGED TABLE IF NOT EXISTS akashi_key.disposing (xid xid8);

CREATE OR REPLACE FUNCTION akashi.disposing() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM akashi_key.disposing d WHERE d.xid = pg_current_xact_id_if_assigned()) $$;

CREATE OR REPLACE FUNCTION akashi.stub_check(e akashi.event, name text, tombstone integer) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = akashi, pg_temp AS $$
    SELECT left(encode(sha256(akashi.spoken(e.seq, e.at, e.who, e.kind, name, '{"disposed":' || tombstone || '}')
        || convert_to(e.link, 'UTF8')), 'hex'), 32) $$;

CREATE OR REPLACE FUNCTION akashi.stub_holds(e akashi.event) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM akashi.event t WHERE t.seq = (e.content::json ->> 'disposed')::integer AND t.seq > e.seq
        AND t.kind = 'disposed' AND t.content::json -> 'events' ->> e.seq::text = akashi.stub_check(e, e.case_id, t.seq)) $$;

CREATE OR REPLACE FUNCTION akashi.may_dispose(of_case text, tombstone integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
DECLARE
    e akashi.event; c akashi."case"; i akashi.disposal_item; b akashi.disposal_batch;
BEGIN
    SELECT * INTO e FROM akashi.event x WHERE x.seq = tombstone AND x.kind = 'disposed' AND x.xmin = pg_current_xact_id()::xid;
    IF e.seq IS NULL OR e.who IS DISTINCT FROM coalesce(akashi.me(), e.who) THEN
        PERFORM akashi.refuse('a disposal stands in the record');
    END IF;
    IF akashi.is_console() THEN RETURN; END IF;
    PERFORM akashi.require('approve_disposal', 'a disposal');
    SELECT * INTO c FROM akashi."case" x WHERE x.id = of_case;
    SELECT * INTO i FROM akashi.disposal_item x WHERE x.batch = (e.content::json ->> 'batch')::integer
        AND x.place = (e.content::json ->> 'place')::integer;
    SELECT * INTO b FROM akashi.disposal_batch x WHERE x.number = i.batch AND x.xmin = pg_current_xact_id()::xid;
    IF b.number IS NULL OR b.approved_by IS DISTINCT FROM akashi.me() OR b.proposed_by = akashi.me()
            OR i.subject IS DISTINCT FROM of_case THEN
        PERFORM akashi.refuse('a disposal is approved by a second person');
    END IF;
    IF c.state NOT IN ('issued', 'closed') OR i.earliest_on > left(e.at, 10)::date + 1
            OR EXISTS (SELECT 1 FROM akashi.retention_hold h WHERE h.case_id = of_case AND h.lifted_at IS NULL) THEN
        PERFORM akashi.refuse('the case is open, held back, or its day has not come');
    END IF;
END $$;

CREATE OR REPLACE FUNCTION akashi.stubbed(of_case text, tombstone integer, name text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = akashi, pg_temp AS $$
DECLARE
    e akashi.event; said json;
BEGIN
    IF NOT akashi.disposing() THEN PERFORM akashi.refuse('only a disposal does this'); END IF;
    SELECT content::json -> 'events' INTO said FROM akashi.event x WHERE x.seq = tombstone;
    FOR e IN SELECT * FROM akashi.event x WHERE x.case_id = of_case AND x.seq < tombstone ORDER BY x.seq LOOP
        IF said ->> e.seq::text IS DISTINCT FROM akashi.stub_check(e, name, tombstone) THEN
            PERFORM akashi.refuse('the tombstone holds every event of the case');
        END IF;
        DELETE FROM akashi.command k WHERE k.seq = e.seq;
        UPDATE akashi.event SET content = '{"disposed":' || tombstone || '}', case_id = name WHERE seq = e.seq;
    END LOOP;
END $$;
"""
"""``disposal_item.subject`` is the case's number until it goes, and the name that stays afterwards."""


def statements() -> Iterator[str]:
    """The functions, and ``dispose`` over the tables as the models know them."""
    yield FUNCTIONS
    yield _DISPOSE.replace(_TABLES, "\n".join(map(_delete, disposing.tables())))


def _delete(table: Table) -> str:
    place, column, other = f"akashi.{quoted(table.name)}", disposing.column_of(table), disposing.above(table)
    if column is not None or other is None:
        return f"    DELETE FROM {place} WHERE {quoted(column or '')} = ANY(cases);"  # noqa: S608  the models' own names
    same = " AND ".join(f"x.{quoted(ours)} = p.{quoted(its)}" for ours, its in other[1].items())
    return f"    DELETE FROM {place} x USING akashi.{quoted(other[0].name)} p WHERE {same} AND p.case_id = ANY(cases);"  # noqa: S608


_TABLES = "    -- the tables"
_DISPOSE = r"""
CREATE OR REPLACE FUNCTION akashi.dispose(cases text[], tombstones integer[], names text[]) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = akashi, pg_temp AS $$
BEGIN
    IF akashi.my_role() IS NULL AND NOT akashi.is_console() THEN PERFORM akashi.refuse('no person of this office'); END IF;
    FOR i IN 1 .. array_length(cases, 1) LOOP PERFORM akashi.may_dispose(cases[i], tombstones[i]); END LOOP;
    INSERT INTO akashi_key.disposing VALUES (pg_current_xact_id());
    FOR i IN 1 .. array_length(cases, 1) LOOP PERFORM akashi.stubbed(cases[i], tombstones[i], names[i]); END LOOP;
    -- the tables
    DELETE FROM akashi_key.disposing;
END $$;
"""
