"""The rules of single tables, as SQL: what a person's own role may write where, whatever program it writes with."""

GUARDS = r"""
CREATE OR REPLACE FUNCTION akashi.guard_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    IF akashi.is_console() THEN RETURN NEW; END IF;
    IF TG_OP = 'INSERT' THEN
        PERFORM akashi.require('import', 'a new case');
        IF NEW.state <> 'received' OR NEW.assigned_to IS NOT NULL THEN PERFORM akashi.refuse('a case begins as received'); END IF;
        RETURN NEW;
    END IF;
    DELETE FROM akashi_key.turned t WHERE t.xid <> pg_current_xact_id();
    INSERT INTO akashi_key.turned VALUES (NEW.id, OLD.state, NEW.state, pg_current_xact_id());
    IF NEW.state <> OLD.state AND NOT EXISTS (SELECT 1 FROM akashi_key.move m
            WHERE m.old = OLD.state AND m.new = NEW.state AND akashi.may(m.permission)) THEN
        PERFORM akashi.refuse('a case goes not from ' || OLD.state || ' to ' || NEW.state || ' by this role');
    END IF;
    IF NEW.assigned_to IS DISTINCT FROM OLD.assigned_to AND NOT akashi.may('assign')
            AND NOT (OLD.assigned_to IS NULL AND NEW.assigned_to = akashi.me() AND akashi.may('take')) THEN
        PERFORM akashi.refuse('the case is somebody else''s');
    END IF;
    IF akashi.my_role() = 'examiner' AND OLD.assigned_to <> akashi.me()
            AND (NEW.state <> OLD.state AND NEW.state <> 'issued' OR NEW.found <> OLD.found OR NEW.round <> OLD.round) THEN
        PERFORM akashi.refuse('the case is somebody else''s');
    END IF;
    IF NEW.unit <> OLD.unit AND NOT akashi.may('assign') THEN PERFORM akashi.refuse('a supervisor transfers a case'); END IF;
    IF NEW.household IS DISTINCT FROM OLD.household AND NOT akashi.may('assign')
            AND coalesce(OLD.assigned_to, akashi.me()) <> akashi.me() THEN
        PERFORM akashi.refuse('the case is somebody else''s');
    END IF;
    IF NEW.state = 'closed' AND OLD.state <> 'closed' AND OLD.assigned_to IS DISTINCT FROM akashi.me()
            AND NOT akashi.may('assign') THEN
        PERFORM akashi.refuse('the case is not one''s own');
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION akashi.guard_finding() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    IF akashi.is_console() THEN RETURN NEW; END IF;
    PERFORM akashi.require('assess', 'a finding');
    IF NOT EXISTS (SELECT 1 FROM akashi."case" c WHERE c.id = NEW.case_id AND coalesce(c.assigned_to, akashi.me()) = akashi.me()
                   AND c.state IN ('received', 'examining', 'returned')) THEN
        PERFORM akashi.refuse('a finding is written on one''s own case while it is examined');
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION akashi.guard_comparison() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    IF akashi.is_console() THEN RETURN NEW; END IF;
    PERFORM akashi.require('assess', 'like cases');
    IF NOT EXISTS (SELECT 1 FROM akashi."case" c WHERE c.id = NEW.case_id AND coalesce(c.assigned_to, akashi.me()) = akashi.me()
                   AND c.state IN ('received', 'examining', 'returned')) THEN
        PERFORM akashi.refuse('like cases are seen on one''s own case while it is examined');
    END IF;
    IF NOT EXISTS (SELECT 1 FROM akashi.finding f WHERE f.case_id = NEW.case_id AND f.criterion = NEW.criterion
                   AND f.revision = NEW.revision AND f."current" AND f.finding IN ('met', 'not_met')) THEN
        PERFORM akashi.refuse('like cases are seen once the finding stands');
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION akashi.guard_distinction() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    IF akashi.is_console() THEN RETURN NEW; END IF;
    PERFORM akashi.require('assess', 'a distinction');
    IF NOT EXISTS (SELECT 1 FROM akashi.comparison k JOIN akashi."case" c ON c.id = k.case_id
                   WHERE k.case_id = NEW.case_id AND k.criterion = NEW.criterion AND k.revision = NEW.revision AND k.differs
                   AND coalesce(c.assigned_to, akashi.me()) = akashi.me() AND c.state IN ('received', 'examining', 'returned')) THEN
        PERFORM akashi.refuse('a distinction answers a comparison of one''s own case');
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION akashi.guard_finding_draft() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
DECLARE
    c akashi."case";
BEGIN
    IF NOT akashi.is_console() AND NOT (TG_OP = 'DELETE' AND akashi.may('assign')) THEN
        PERFORM akashi.require('assess', 'a draft');
        SELECT * INTO c FROM akashi."case" x WHERE x.id = CASE TG_OP WHEN 'DELETE' THEN OLD.case_id ELSE NEW.case_id END;
        IF coalesce(c.assigned_to, akashi.me()) <> akashi.me() THEN PERFORM akashi.refuse('the case is somebody else''s'); END IF;
        IF TG_OP <> 'DELETE' AND c.state NOT IN ('received', 'examining', 'returned') THEN
            PERFORM akashi.refuse('a draft is written while the case is examined');
        END IF;
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE FUNCTION akashi.guard_decision_draft() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' AND NOT akashi.is_console() AND OLD."by" <> akashi.me()
            AND NOT akashi.may('issue') AND NOT akashi.may('propose') THEN
        PERFORM akashi.refuse('the draft is somebody else''s');
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE FUNCTION akashi.guard_decision_round() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
DECLARE
    c akashi."case";
BEGIN
    IF akashi.is_console() THEN RETURN NEW; END IF;
    SELECT * INTO c FROM akashi."case" x WHERE x.id = NEW.case_id;
    IF TG_OP = 'INSERT' THEN
        PERFORM akashi.require('propose', 'a proposal');
        IF c.assigned_to IS DISTINCT FROM akashi.me() OR c.state NOT IN ('examining', 'returned', 'proposed')
                OR NEW.countersigned_by IS NOT NULL OR NEW.returned_by IS NOT NULL OR NEW.edited_by IS NOT NULL THEN
            PERFORM akashi.refuse('a proposal is made on one''s own case while it is examined');
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.round <> c.round THEN PERFORM akashi.refuse('only the last round is open'); END IF;
    IF NEW.countersigned_by IS DISTINCT FROM OLD.countersigned_by OR NEW.content_digest IS DISTINCT FROM OLD.content_digest
            OR NEW.countersigned_at IS DISTINCT FROM OLD.countersigned_at THEN
        PERFORM akashi.require('countersign', 'a countersignature');
        IF OLD.countersigned_by IS NOT NULL OR NEW.countersigned_by IS NULL OR NEW.proposed_by = akashi.me()
                OR c.state NOT IN ('proposed', 'countersigned') THEN
            PERFORM akashi.refuse('two people decide, the second once');
        END IF;
    END IF;
    IF NEW.returned_by IS DISTINCT FROM OLD.returned_by OR NEW.comment IS DISTINCT FROM OLD.comment
            OR NEW.criteria IS DISTINCT FROM OLD.criteria THEN
        PERFORM akashi.require('return', 'a return');
        IF OLD.returned_by IS NOT NULL OR c.state NOT IN ('proposed', 'countersigned', 'returned') THEN
            PERFORM akashi.refuse('nothing is proposed that could be returned');
        END IF;
    END IF;
    IF NEW.weighing <> OLD.weighing OR NEW.proposed_weighing IS DISTINCT FROM OLD.proposed_weighing THEN
        PERFORM akashi.require('countersign', 'another weighing');
        IF NEW.edited_by IS DISTINCT FROM akashi.me() OR NEW.proposed_by = akashi.me() OR c.state <> 'proposed' THEN
            PERFORM akashi.refuse('the weighing is changed by a second person, under their name, before it is signed');
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION akashi.guard_letter() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    IF akashi.is_console() THEN RETURN NEW; END IF;
    PERFORM akashi.require('issue', 'a letter');
    IF NOT EXISTS (SELECT 1 FROM akashi."case" c JOIN akashi.decision_round r ON r.case_id = c.id AND r.round = c.round
                   WHERE c.id = NEW.case_id AND c.state IN ('countersigned', 'issued')
                   AND r.countersigned_by <> r.proposed_by) THEN
        PERFORM akashi.refuse('a letter is issued of what two people signed');
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION akashi.guard_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    IF akashi.may('keep_people') THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' AND OLD.login = akashi.me() AND OLD.public_key IS NULL
            AND (NEW.name, NEW.role, NEW.unit, NEW.active) IS NOT DISTINCT FROM (OLD.name, OLD.role, OLD.unit, OLD.active) THEN
        RETURN NEW;
    END IF;
    PERFORM akashi.refuse('may not keep people');
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION akashi.guard_credential() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    IF akashi.may('keep_people') THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' AND OLD.login = akashi.me() AND NEW.hash = OLD.hash
            AND (OLD.sealed_key IS NULL OR NEW.sealed_key = OLD.sealed_key) THEN
        RETURN NEW;
    END IF;
    PERFORM akashi.refuse('may not keep people');
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION akashi.guard_disposal_batch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    IF akashi.is_console() THEN RETURN NEW; END IF;
    IF TG_OP = 'INSERT' THEN
        PERFORM akashi.require('propose_disposal', 'a disposal');
        IF NEW.approved_by IS NOT NULL OR NEW.declined_by IS NOT NULL THEN PERFORM akashi.refuse('a second person answers'); END IF;
        RETURN NEW;
    END IF;
    IF OLD.approved_by IS NOT NULL OR OLD.declined_by IS NOT NULL THEN PERFORM akashi.refuse('answered already'); END IF;
    IF NEW.approved_by IS NOT NULL THEN
        PERFORM akashi.require('approve_disposal', 'a disposal');
        IF NEW.proposed_by = akashi.me() THEN PERFORM akashi.refuse('a disposal is approved by a second person'); END IF;
    ELSIF NEW.proposed_by <> akashi.me() THEN PERFORM akashi.require('approve_disposal', 'a no to a disposal');
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION akashi.guard_disposal_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    IF akashi.is_console() THEN RETURN NEW; END IF;
    IF TG_OP = 'INSERT' THEN
        PERFORM akashi.require('propose_disposal', 'a disposal');
        IF NOT EXISTS (SELECT 1 FROM akashi.disposal_batch b WHERE b.number = NEW.batch AND b.proposed_by = akashi.me()
                       AND b.approved_by IS NULL AND b.xmin = pg_current_xact_id()::xid) THEN
            PERFORM akashi.refuse('a batch is proposed whole');
        END IF;
        RETURN NEW;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM akashi.tombstone t WHERE t.name = NEW.subject AND t.xmin = pg_current_xact_id()::xid) THEN
        PERFORM akashi.refuse('an item changes with its case''s disposal');
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION akashi.guard_tombstone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    IF akashi.is_console() THEN RETURN NEW; END IF;
    PERFORM akashi.require('approve_disposal', 'a tombstone');
    IF NEW.approved_by IS DISTINCT FROM akashi.me() OR NEW.replayed OR NEW.proposed_by = akashi.me() THEN
        PERFORM akashi.refuse('a disposal is approved by a second person');
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION akashi.guard_retention_hold() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    IF akashi.is_console() THEN RETURN NEW; END IF;
    PERFORM akashi.require('keep_retention', 'a hold');
    IF TG_OP = 'INSERT' AND NEW.lifted_at IS NOT NULL OR TG_OP = 'UPDATE' AND OLD.lifted_at IS NOT NULL THEN
        PERFORM akashi.refuse('a hold is placed, and lifted once');
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION akashi.guard_setting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    IF NEW.key = 'office' THEN PERFORM akashi.require('keep_people', 'the office''s own words');
    ELSIF NEW.key = 'letters' THEN
        IF NOT akashi.may('keep_people') AND NOT akashi.may('issue') THEN PERFORM akashi.refuse('the letters'' settings'); END IF;
    ELSIF NEW.key = 'consistency.ledger' THEN PERFORM akashi.require('release', 'the ledger of releases');
    ELSIF NEW.key NOT LIKE 'consistency.%' AND NEW.key NOT LIKE 'likecases.kept%'
            AND NEW.key NOT IN ('records.verified', 'backups', 'wording.blocks') THEN
        PERFORM akashi.require('keep_people', 'a setting');
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION akashi.two_people() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = akashi, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM akashi."case" c WHERE c.id = NEW.id AND c.state IN ('countersigned', 'issued'))
            AND NOT EXISTS (SELECT 1 FROM akashi."case" c JOIN akashi.decision_round r ON r.case_id = c.id AND r.round = c.round
                            WHERE c.id = NEW.id AND r.countersigned_by <> r.proposed_by) THEN
        PERFORM akashi.refuse('no case is decided without two people');
    END IF;
    RETURN NULL;
END $$;
"""

TABLES = (
    "case finding comparison distinction finding_draft decision_draft decision_round letter person credential setting "
    "disposal_batch disposal_item tombstone retention_hold"
).split()
"""Tables with a guard of their own (``guard_<table>``)."""
CHECKED_LATE = {"case": "two_people"}
"""Checks at the end of a transaction, for everybody."""
