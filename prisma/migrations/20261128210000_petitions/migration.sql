-- 信访: what a petitioner brings is seen by the chair and the office of the township alone, and by nobody else in the database
-- either. Others get days and numbers, from functions that give nothing but those.

-- 'scope_office' is the township's scope for those who may see petitions: the same role, and one setting that the policies ask for.
CREATE OR REPLACE FUNCTION app.begin_scope(scope_role text, county uuid, township uuid, read_only boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF scope_role NOT IN ('scope_township', 'scope_office', 'scope_county', 'scope_auth', 'scope_accounts', 'scope_audit', 'scope_link') THEN
    RAISE EXCEPTION 'unknown scope %', scope_role USING ERRCODE = '42501';
  END IF;
  IF starts_with(current_setting('role'), 'scope_') THEN
    RAISE EXCEPTION 'a scope cannot be left for another within a transaction' USING ERRCODE = '42501';
  END IF;
  EXECUTE format('SET LOCAL app.county_id = %L', coalesce(county::text, ''));
  EXECUTE format('SET LOCAL app.township_id = %L', coalesce(township::text, ''));
  EXECUTE format('SET LOCAL app.confidential = %L', CASE scope_role WHEN 'scope_office' THEN 'on' ELSE '' END);
  SET LOCAL jit = off;
  SET LOCAL max_parallel_workers_per_gather = 0;
  SET LOCAL plan_cache_mode = auto;
  SET LOCAL work_mem = '16MB';
  SET LOCAL random_page_cost = 1.1;
  SET LOCAL statement_timeout = '8s';
  SET LOCAL lock_timeout = '3s';
  SET LOCAL idle_in_transaction_session_timeout = '10s';
  SET LOCAL TimeZone = 'UTC';
  SET LOCAL DateStyle = 'ISO, YMD';
  IF read_only THEN
    SET LOCAL transaction_read_only = on;
  END IF;
  EXECUTE format('SET LOCAL ROLE %I', CASE scope_role WHEN 'scope_office' THEN 'scope_township' ELSE scope_role END);
END $$;

-- What the county hands over to a township: the county's own row. The township's answer stands in its petition.
CREATE TABLE county_petition (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  number integer NOT NULL,
  topic text NOT NULL,
  content text,
  category text NOT NULL,
  handed_on date NOT NULL,
  due_on date NOT NULL,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  voided_at timestamptz(3),
  void_reason text,
  CONSTRAINT county_petition_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT county_petition_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT county_petition_due_check CHECK (due_on >= handed_on)
);
CREATE UNIQUE INDEX county_petition_county_id_township_id_number_key ON county_petition (county_id, township_id, number);
ALTER TABLE county_petition ENABLE ROW LEVEL SECURITY;
ALTER TABLE county_petition FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON county_petition FOR ALL TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY own_office ON county_petition FOR SELECT TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid
    AND current_setting('app.confidential', true) = 'on');
GRANT SELECT, INSERT, UPDATE ON county_petition TO scope_county;
GRANT SELECT ON county_petition TO scope_township;

CREATE TABLE petition (
  topic text NOT NULL,
  content text,
  channel text NOT NULL,
  category text NOT NULL,
  petitioner_name text,
  petitioner_phone text,
  noted_on date,
  noted_entered_on date,
  noted_by text,
  leader_note text,
  assigned_on date,
  assigned_entered_on date,
  way text,
  unit_id uuid,
  extended_on date,
  extended_entered_on date,
  extend_reason text,
  finished_on date,
  finished_entered_on date,
  result text,
  concluded_on date,
  concluded_entered_on date,
  closing_report text,
  called_on date,
  called_entered_on date,
  satisfaction text,
  reported_on date,
  reported_entered_on date,
  county_report text,
  handed_id uuid
);
SELECT app.record_table('petition');
SELECT app.record_points_to('petition', 'unit_id', 'handling_unit');
SELECT app.record_points_to('petition', 'handed_id', 'county_petition');
CREATE UNIQUE INDEX petition_handed_key ON petition (county_id, township_id, handed_id) WHERE voided_at IS NULL;

-- In place of the policies of every record's table. The county keeps the right to name the table in statements over all
-- kinds, and no policy: it finds no row there.
DROP POLICY own_township ON petition;
DROP POLICY own_county ON petition;
CREATE POLICY own_office ON petition FOR ALL TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid
    AND current_setting('app.confidential', true) = 'on')
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid
    AND current_setting('app.confidential', true) = 'on');

-- What is kept beside records, of petitions too: their files and their history.
CREATE POLICY petitions_apart ON audit_event AS RESTRICTIVE FOR SELECT TO scope_township, scope_county
  USING (record_type <> 'petition' OR current_setting('app.confidential', true) = 'on');
CREATE POLICY petitions_apart ON attachment AS RESTRICTIVE FOR SELECT TO scope_township, scope_county
  USING (record_type <> 'petition' OR current_setting('app.confidential', true) = 'on');

-- The functions below read for everybody of the tenant, and are the only ones to do so: they run as the tables' owner.
CREATE POLICY days ON petition FOR SELECT TO npc_owner
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid
    AND township_id = coalesce(nullif(current_setting('app.township_id', true), '')::uuid, township_id));
CREATE POLICY days ON county_petition FOR SELECT TO npc_owner
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid
    AND township_id = coalesce(nullif(current_setting('app.township_id', true), '')::uuid, township_id));

-- The days of petitions received in a time, or of the wanted one: no word of what they are about.
CREATE FUNCTION app.petition_days(since date, until date, wanted uuid) RETURNS TABLE (county_id uuid, township_id uuid, id uuid,
  occurred_on date, entered_at timestamptz, voided_at timestamptz, noted_on date, noted_entered_on date, assigned_on date, assigned_entered_on date,
  extended_on date, extended_entered_on date, finished_on date, finished_entered_on date, concluded_on date, concluded_entered_on date,
  called_on date, called_entered_on date, reported_on date, reported_entered_on date)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public AS $$
  SELECT p.county_id, p.township_id, p.id, p.occurred_on, p.entered_at, p.voided_at, p.noted_on, p.noted_entered_on, p.assigned_on,
    p.assigned_entered_on, p.extended_on, p.extended_entered_on, p.finished_on, p.finished_entered_on, p.concluded_on, p.concluded_entered_on,
    p.called_on, p.called_entered_on, p.reported_on, p.reported_entered_on
  FROM public.petition p
  WHERE (since IS NULL OR p.occurred_on >= since) AND (until IS NULL OR p.occurred_on < until) AND (wanted IS NULL OR p.id = wanted)
$$;

-- What the county handed over, by number and days, and when it was taken over and reported back.
CREATE FUNCTION app.handed_petition_days() RETURNS TABLE (county_id uuid, township_id uuid, id uuid, number integer, handed_on date, due_on date,
  entered_at timestamptz, voided_at timestamptz, taken_on date, reported_on date, reported_entered_on date)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public AS $$
  SELECT c.county_id, c.township_id, c.id, c.number, c.handed_on, c.due_on, c.entered_at, c.voided_at, p.occurred_on, p.reported_on, p.reported_entered_on
  FROM public.county_petition c LEFT JOIN public.petition p
    ON p.county_id = c.county_id AND p.township_id = c.township_id AND p.handed_id = c.id AND p.voided_at IS NULL
$$;

-- What a township reported back of what the county had handed over: for the county alone.
CREATE FUNCTION app.handed_petition_report(handed uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.county_report FROM public.petition p WHERE p.handed_id = handed AND p.voided_at IS NULL AND current_setting('role') = 'scope_county'
$$;
REVOKE ALL ON FUNCTION app.petition_days(date, date, uuid), app.handed_petition_days(), app.handed_petition_report(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.petition_days(date, date, uuid), app.handed_petition_days() TO scope_township, scope_county;
GRANT EXECUTE ON FUNCTION app.handed_petition_report(uuid) TO scope_county;

-- The number of the last change, also for those who may not read what it was: what was counted before it no longer holds.
CREATE FUNCTION app.last_change(of_township uuid) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT max(seq) FROM public.audit_event WHERE county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = of_township
$$;
CREATE FUNCTION app.last_change() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT max(seq) FROM public.audit_event WHERE county_id = nullif(current_setting('app.county_id', true), '')::uuid
$$;
REVOKE ALL ON FUNCTION app.last_change(uuid), app.last_change() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.last_change(uuid), app.last_change() TO scope_township, scope_county;
GRANT CREATE ON SCHEMA app TO scope_audit;
ALTER FUNCTION app.last_change(uuid) OWNER TO scope_audit;
ALTER FUNCTION app.last_change() OWNER TO scope_audit;
REVOKE CREATE ON SCHEMA app FROM scope_audit;

-- A voter's opinion may become a petition, and is answered there.
ALTER TABLE voter_opinion ADD petition_id uuid;
SELECT app.record_points_to('voter_opinion', 'petition_id', 'petition');
