"""The functions of a server office, as SQL. They run as the owner of everything, so that nobody else need be allowed what they do.

``akashi_key`` holds what no person's role may read: the key of the chain (as the two padded blocks of HMAC, FIPS 198-1), which
database role is whose, what each role of the office may do.
"""

SECRET = """
CREATE TABLE IF NOT EXISTS akashi_key.chain (
    id integer PRIMARY KEY CHECK (id = 1), inner_block bytea NOT NULL, outer_block bytea NOT NULL, desk bytea NOT NULL);
CREATE TABLE IF NOT EXISTS akashi_key.account (login text PRIMARY KEY, role text NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS akashi_key.may (role text, permission text, PRIMARY KEY (role, permission));
CREATE TABLE IF NOT EXISTS akashi_key.act (kind text, permission text, PRIMARY KEY (kind, permission));
CREATE TABLE IF NOT EXISTS akashi_key.move (old text, new text, permission text, PRIMARY KEY (old, new, permission));
CREATE TABLE IF NOT EXISTS akashi_key.turn (kind text, old text, new text, PRIMARY KEY (kind, old, new));
CREATE UNLOGGED TABLE IF NOT EXISTS akashi_key.turned (case_id text, old text, new text, xid xid8);
CREATE TABLE IF NOT EXISTS akashi_key.note (name text PRIMARY KEY, value text NOT NULL);
"""

FUNCTIONS = r"""
CREATE OR REPLACE FUNCTION akashi.invoker() RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE current_setting('role') WHEN 'none' THEN session_user::text ELSE current_setting('role') END $$;

CREATE OR REPLACE FUNCTION akashi.me() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = akashi, pg_temp AS $$
    SELECT login FROM akashi_key.account WHERE role = akashi.invoker() $$;

CREATE OR REPLACE FUNCTION akashi.is_console() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
    SELECT akashi.me() IS NULL AND pg_has_role(akashi.invoker(), current_user, 'MEMBER') $$;

CREATE OR REPLACE FUNCTION akashi.my_role() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
    SELECT role FROM akashi.person WHERE login = akashi.me() AND active $$;

CREATE OR REPLACE FUNCTION akashi.may(permission text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
    SELECT akashi.is_console()
        OR EXISTS (SELECT 1 FROM akashi_key.may m WHERE m.role = akashi.my_role() AND m.permission = $1) $$;

CREATE OR REPLACE FUNCTION akashi.refuse(what text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'AK001', MESSAGE = what, DETAIL = 'as ' || coalesce(akashi.me(), akashi.invoker());
END $$;

CREATE OR REPLACE FUNCTION akashi.require(permission text, what text) RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT akashi.may(permission) THEN PERFORM akashi.refuse(what || ': may not ' || permission); END IF;
END $$;

CREATE OR REPLACE FUNCTION akashi.hmac(message bytea) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
    SELECT encode(sha256(outer_block || sha256(inner_block || message)), 'hex') FROM akashi_key.chain $$;

CREATE OR REPLACE FUNCTION akashi.spoken(seq integer, at text, who text, kind text, case_id text, content text)
RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT convert_to('{"at":"' || at || '","content":' || content || ',"said":['
        || coalesce(to_json(case_id)::text, 'null') || ',' || to_json(kind)::text || ',' || to_json(who)::text
        || '],"seq":' || seq || '}', 'UTF8') $$;

CREATE OR REPLACE FUNCTION akashi.check_act(who text, kind text, on_case text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    IF akashi.is_console() THEN RETURN; END IF;
    IF akashi.my_role() IS NULL THEN PERFORM akashi.refuse('no person of this office, or no longer'); END IF;
    IF who IS DISTINCT FROM akashi.me() THEN PERFORM akashi.refuse('an act is recorded under one''s own name'); END IF;
    IF NOT EXISTS (SELECT 1 FROM akashi_key.act a WHERE a.kind = check_act.kind
                   AND (a.permission = '' OR akashi.may(a.permission))) THEN
        PERFORM akashi.refuse('may not record: ' || kind);
    END IF;
    IF EXISTS (SELECT 1 FROM akashi_key.turn t WHERE t.kind = check_act.kind) AND NOT EXISTS (
            SELECT 1 FROM akashi_key.turned d JOIN akashi_key.turn t ON t.old IN (d.old, '') AND t.new IN (d.new, '')
            WHERE t.kind = check_act.kind AND d.case_id = on_case AND d.xid = pg_current_xact_id()
            AND (d.old <> d.new OR t.new = '')) THEN
        PERFORM akashi.refuse(kind || ': the case does not stand so');
    END IF;
END $$;

CREATE OR REPLACE FUNCTION akashi.head() RETURNS TABLE (seq integer, at text, link text) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    IF akashi.my_role() IS NULL AND NOT akashi.is_console() THEN PERFORM akashi.refuse('no person of this office'); END IF;
    IF current_setting('transaction_read_only') = 'on' THEN
        RETURN QUERY SELECT h.seq, h.at::text, h.link::text FROM akashi.chain_head h WHERE h.id = 1;
    ELSE
        RETURN QUERY SELECT h.seq, h.at::text, h.link::text FROM akashi.chain_head h WHERE h.id = 1 FOR UPDATE;
    END IF;
END $$;

CREATE OR REPLACE FUNCTION akashi.append(at text, whos text[], kinds text[], cases text[], contents text[])
RETURNS text[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = akashi, pg_temp AS $$
DECLARE
    h akashi.chain_head; n integer; last text; links text[] := '{}'; said json;
BEGIN
    IF at !~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$' THEN PERFORM akashi.refuse('a moment is in UTC'); END IF;
    SELECT * INTO h FROM akashi.chain_head WHERE id = 1 FOR UPDATE;
    n := coalesce(h.seq, 0);
    last := coalesce(h.link, repeat('0', 64));
    IF at < h.at THEN PERFORM akashi.refuse('acts follow one another in time'); END IF;
    IF current_setting('akashi.before', true) IS NULL OR current_setting('akashi.before', true) = '' THEN
        PERFORM set_config('akashi.before', n::text, true);
    END IF;
    FOR i IN 1 .. array_length(kinds, 1) LOOP
        PERFORM akashi.check_act(whos[i], kinds[i], cases[i]);
        said := contents[i]::json;
        IF json_typeof(said) <> 'object' THEN PERFORM akashi.refuse('an act says an object'); END IF;
        n := n + 1;
        last := akashi.hmac(convert_to(last, 'UTF8') || akashi.spoken(n, at, whos[i], kinds[i], cases[i], contents[i]));
        INSERT INTO akashi.event (seq, at, who, kind, case_id, content, link)
            VALUES (n, at, whos[i], kinds[i], cases[i], contents[i], last);
        links := links || last;
    END LOOP;
    INSERT INTO akashi.chain_head AS c (id, seq, at, link, seal)
        VALUES (1, n, at, last, akashi.hmac(convert_to('head ' || n || ' ' || last, 'UTF8')))
        ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, at = excluded.at, link = excluded.link, seal = excluded.seal;
    PERFORM pg_notify('akashi', json_build_object('seq', n, 'who', whos[1], 'kind', kinds[1],
        'case', cases[1], 'one', array_length(kinds, 1) = 1)::text);
    RETURN links;
END $$;

CREATE OR REPLACE FUNCTION akashi.first_broken(after integer, known text, many integer)
RETURNS TABLE (seq integer, kind text, case_id text, last_seq integer, last_link text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = akashi, pg_temp AS $$
DECLARE
    e akashi.event; n integer := after; last text := known; back integer; h akashi.chain_head; k akashi_key.chain;
    at text := coalesce((SELECT v.at FROM akashi.event v WHERE v.seq = after), '');
BEGIN
    IF akashi.my_role() IS NULL AND NOT akashi.is_console() THEN PERFORM akashi.refuse('no person of this office'); END IF;
    SELECT * INTO k FROM akashi_key.chain;
    FOR e IN SELECT * FROM akashi.event v WHERE v.seq > after ORDER BY v.seq LOOP
        IF n - after >= many THEN RETURN QUERY SELECT -1, ''::text, NULL::text, n, last; RETURN; END IF;
        n := n + 1;
        IF e.seq <> n THEN RETURN QUERY SELECT n, 'missing', NULL::text, n - 1, last; RETURN; END IF;
        IF e.content LIKE '{"disposed":%' AND e.content ~ '^\{"disposed":[1-9][0-9]{0,9}\}$' THEN
            IF NOT akashi.stub_holds(e) THEN RETURN QUERY SELECT n, 'changed', e.case_id::text, n - 1, last; RETURN; END IF;
        ELSIF encode(sha256(k.outer_block || sha256(k.inner_block || convert_to(last, 'UTF8')
               || akashi.spoken(e.seq, e.at, e.who, e.kind, e.case_id, e.content))), 'hex') <> e.link THEN
            RETURN QUERY SELECT n, CASE WHEN EXISTS (
                SELECT 1 FROM akashi.event o WHERE o.seq > e.seq AND akashi.hmac(convert_to(last, 'UTF8')
                    || akashi.spoken(e.seq, o.at, o.who, o.kind, o.case_id, o.content)) IN (o.link, e.link))
                THEN 'reordered' ELSE 'changed' END, e.case_id::text, n - 1, last;
            RETURN;
        END IF;
        IF e.at < at THEN RETURN QUERY SELECT n, 'clock', e.case_id::text, n - 1, last; RETURN; END IF;
        IF e.kind = 'disposed' THEN
            SELECT min(w.seq) INTO back FROM akashi.event w WHERE w.content NOT LIKE '{"disposed":%'
                AND w.seq IN (SELECT s.key::integer FROM json_each_text(e.content::json -> 'events') s);
            IF back IS NOT NULL THEN RETURN QUERY SELECT back, 'changed', NULL::text, back - 1, last; RETURN; END IF;
        END IF;
        last := e.link; at := e.at;
    END LOOP;
    SELECT * INTO h FROM akashi.chain_head WHERE id = 1;
    IF n > 0 AND (h.seq IS DISTINCT FROM n OR h.link IS DISTINCT FROM last
            OR h.seal IS DISTINCT FROM akashi.hmac(convert_to('head ' || n || ' ' || last, 'UTF8')))
            OR n = 0 AND h.seq IS NOT NULL THEN
        RETURN QUERY SELECT n + 1, 'truncated', NULL::text, n, last; RETURN;
    END IF;
    RETURN QUERY SELECT 0, ''::text, NULL::text, n, last;
END $$;

CREATE OR REPLACE FUNCTION akashi.desk_key() RETURNS bytea LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    IF akashi.my_role() IS NULL AND NOT akashi.is_console() THEN PERFORM akashi.refuse('no person of this office'); END IF;
    RETURN (SELECT desk FROM akashi_key.chain);
END $$;

CREATE OR REPLACE FUNCTION akashi.account(who text) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    RETURN (SELECT role FROM akashi_key.account WHERE login = who);
END $$;

CREATE OR REPLACE FUNCTION akashi.sees(unit text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
    SELECT akashi.is_console() OR EXISTS (SELECT 1 FROM akashi.person p WHERE p.login = akashi.me() AND p.active
        AND (p.unit IS NULL OR p.unit = $1)) $$;

CREATE OR REPLACE FUNCTION akashi.sees_case(case_id text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
    SELECT NOT EXISTS (SELECT 1 FROM akashi."case" c WHERE c.id = case_id AND NOT akashi.sees(c.unit)) $$;

CREATE OR REPLACE FUNCTION akashi.sees_all() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
    SELECT akashi.is_console() OR NOT EXISTS (SELECT 1 FROM akashi_key.note WHERE note.name = 'by_unit')
        OR EXISTS (SELECT 1 FROM akashi.person p WHERE p.login = akashi.me() AND p.unit IS NULL) $$;

CREATE OR REPLACE FUNCTION akashi.never() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND akashi.disposing() THEN RETURN OLD; END IF;
    PERFORM akashi.refuse(TG_TABLE_NAME || ': ' || lower(TG_OP) || ' is refused to everybody');
    RETURN NULL;
END $$;
"""
"""``link`` of an event as in ``records.chain``; ``first_broken`` as in ``records.verify``. An act is recorded under one's
own name, if one's role may do such an act."""

ACCOUNTS = r"""
CREATE OR REPLACE FUNCTION akashi.make_account(who text, verifier text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
DECLARE
    name text := (SELECT value FROM akashi_key.note WHERE note.name = 'prefix'); own text; job text;
BEGIN
    SELECT p.role INTO job FROM akashi.person p WHERE p.login = who;
    IF job IS NULL THEN PERFORM akashi.refuse('no such person'); END IF;
    IF NOT (akashi.is_console() OR akashi.may('keep_people')) THEN PERFORM akashi.refuse('may not keep people'); END IF;
    IF verifier IS NOT NULL AND verifier !~ '^SCRAM-SHA-256\$\d+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
        PERFORM akashi.refuse('a password goes in as its SCRAM verifier');
    END IF;
    own := name || '.' || who;
    IF octet_length(own) > 63 THEN
        own := left(name, 24) || '.' || left(encode(sha256(convert_to(own, 'UTF8')), 'hex'), 16);
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = own) THEN
        EXECUTE format('CREATE ROLE %I NOSUPERUSER NOCREATEDB NOCREATEROLE INHERIT', own);
    ELSIF NOT EXISTS (SELECT 1 FROM akashi_key.account a WHERE a.login = who AND a.role = own)
            AND akashi.me() IS NOT NULL THEN
        PERFORM akashi.refuse('a database role of that name is there already');
    END IF;
    EXECUTE format('ALTER ROLE %I LOGIN', own);
    IF verifier IS NOT NULL THEN EXECUTE format('ALTER ROLE %I PASSWORD %L', own, verifier); END IF;
    INSERT INTO akashi_key.account (login, role) VALUES (who, own) ON CONFLICT (login) DO UPDATE SET role = excluded.role;
    PERFORM akashi.fit_account(who);
END $$;

CREATE OR REPLACE FUNCTION akashi.fit_account(who text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
DECLARE
    name text := (SELECT value FROM akashi_key.note WHERE note.name = 'prefix'); own text; job text; works boolean; each text;
BEGIN
    IF NOT (akashi.is_console() OR akashi.may('keep_people')) THEN PERFORM akashi.refuse('may not keep people'); END IF;
    SELECT a.role INTO own FROM akashi_key.account a WHERE a.login = who;
    IF own IS NULL THEN RETURN; END IF;
    SELECT p.role, p.active INTO job, works FROM akashi.person p WHERE p.login = who;
    FOR each IN SELECT DISTINCT m.role FROM akashi_key.may m LOOP
        IF each <> job AND pg_has_role(own, name || ':' || each, 'MEMBER') THEN
            EXECUTE format('REVOKE %I FROM %I', name || ':' || each, own);
        END IF;
    END LOOP;
    EXECUTE format('GRANT %I TO %I', name || ':' || job, own);
    EXECUTE format('ALTER ROLE %I %s', own, CASE WHEN works THEN 'LOGIN' ELSE 'NOLOGIN' END);
END $$;
"""
"""A person's database role: made with the person, and kept to their job in the office."""
