-- A frozen year of the assessment: what it was scored by, each township's standing, every row of evidence, the ids of all
-- records that lay in the year. Written once, in one transaction, the head last; from then on nobody changes a letter of it.
CREATE TABLE assessment_freeze (
  county_id UUID NOT NULL,
  id UUID NOT NULL,
  year INTEGER NOT NULL,
  judged_on DATE NOT NULL,
  frozen_at TIMESTAMPTZ(3) NOT NULL,
  frozen_by UUID,
  frozen_by_name TEXT NOT NULL,
  note TEXT,
  terms JSONB NOT NULL,
  hash TEXT NOT NULL,
  CONSTRAINT assessment_freeze_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT assessment_freeze_hash_check CHECK (hash ~ '^[0-9a-f]{64}$'),
  CONSTRAINT assessment_freeze_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX assessment_freeze_county_id_year_key ON assessment_freeze (county_id, year);

CREATE TABLE frozen_standing (
  county_id UUID NOT NULL,
  township_id UUID NOT NULL,
  year INTEGER NOT NULL,
  place INTEGER NOT NULL,
  standing JSONB NOT NULL,
  CONSTRAINT frozen_standing_pkey PRIMARY KEY (county_id, township_id, year),
  CONSTRAINT frozen_standing_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TABLE frozen_evidence (
  county_id UUID NOT NULL,
  township_id UUID NOT NULL,
  year INTEGER NOT NULL,
  metric TEXT NOT NULL,
  cell JSONB NOT NULL,
  rows JSONB NOT NULL,
  hash TEXT NOT NULL,
  CONSTRAINT frozen_evidence_pkey PRIMARY KEY (county_id, township_id, year, metric),
  CONSTRAINT frozen_evidence_hash_check CHECK (hash ~ '^[0-9a-f]{64}$'),
  CONSTRAINT frozen_evidence_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- Which records lay in the year: changes of these, and of their lines, ask for a reason.
CREATE TABLE frozen_record (
  county_id UUID NOT NULL,
  township_id UUID NOT NULL,
  record_id UUID NOT NULL,
  year INTEGER NOT NULL,
  CONSTRAINT frozen_record_pkey PRIMARY KEY (county_id, township_id, record_id, year),
  CONSTRAINT frozen_record_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- What was changed afterwards, with its reason: a line a change and year, beside its audit row.
CREATE TABLE frozen_change (
  county_id UUID NOT NULL,
  township_id UUID NOT NULL,
  id UUID NOT NULL,
  year INTEGER NOT NULL,
  record_type TEXT NOT NULL,
  record_id UUID,
  audit_id UUID NOT NULL,
  changed_at TIMESTAMPTZ(3) NOT NULL,
  changed_by_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  CONSTRAINT frozen_change_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT frozen_change_reason_check CHECK (reason <> ''),
  CONSTRAINT frozen_change_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX frozen_change_county_id_township_id_record_id_idx ON frozen_change (county_id, township_id, record_id);

SELECT app.guard_county_table('assessment_freeze');
SELECT app.guard_township_table('frozen_standing');
SELECT app.guard_township_table('frozen_evidence');
SELECT app.guard_township_table('frozen_record');
SELECT app.guard_township_table('frozen_change');

-- The county freezes; its townships read what is theirs. A change is written down by whoever makes it.
REVOKE UPDATE ON assessment_freeze FROM scope_county;
REVOKE INSERT, UPDATE ON frozen_standing, frozen_evidence, frozen_record FROM scope_township;
REVOKE UPDATE ON frozen_change FROM scope_township;
GRANT INSERT ON frozen_standing, frozen_evidence, frozen_record, frozen_change TO scope_county;
CREATE POLICY county_freezes ON frozen_standing FOR INSERT TO scope_county WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY county_freezes ON frozen_evidence FOR INSERT TO scope_county WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY county_freezes ON frozen_record FOR INSERT TO scope_county WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY county_tells ON frozen_change FOR INSERT TO scope_county WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);

-- Grants keep the application out; this keeps out the tables' owner and every administrator too.
CREATE FUNCTION app.refuse_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is frozen: no row of it is ever changed or removed', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
-- A year with a head is complete: nothing is put into it afterwards.
CREATE FUNCTION app.refuse_late_part() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT FROM public.assessment_freeze f JOIN added a ON a.county_id = f.county_id AND a.year = f.year) THEN
    RAISE EXCEPTION 'the year is frozen: nothing is added to %', TG_TABLE_NAME USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.refuse_frozen(), app.refuse_late_part() FROM PUBLIC;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['assessment_freeze', 'frozen_standing', 'frozen_evidence', 'frozen_record', 'frozen_change'] LOOP
    EXECUTE format('CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_frozen()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['frozen_standing', 'frozen_evidence', 'frozen_record'] LOOP
    EXECUTE format('CREATE TRIGGER complete AFTER INSERT ON %I REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_late_part()', name);
  END LOOP;
END $$;

-- The county's lock: every change holds its chain until it is committed, so whoever holds it sees all changes and lets none by.
CREATE FUNCTION app.hold_changes() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM FROM public.audit_head WHERE county_id = nullif(current_setting('app.county_id', true), '')::uuid FOR UPDATE;
END $$;
REVOKE ALL ON FUNCTION app.hold_changes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.hold_changes() TO scope_county;
GRANT CREATE ON SCHEMA app TO scope_audit;
ALTER FUNCTION app.hold_changes() OWNER TO scope_audit;
REVOKE CREATE ON SCHEMA app FROM scope_audit;
