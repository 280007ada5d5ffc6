-- Beside the day of a record stands the day that was told of it first: whoever moves a record later is judged by no later
-- a day. What was told before its day was a plan, and is told when its day is set last.
CREATE OR REPLACE FUNCTION app.keep_entry_day() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  first date := (NEW.entered_at AT TIME ZONE interval '8 hours')::date;
BEGIN
  IF TG_OP = 'INSERT' OR NEW.entered_at <> OLD.entered_at OR NEW.occurred_on <= first THEN
    NEW.occurred_entered_on := first;
  ELSIF NEW.occurred_on <> OLD.occurred_on THEN
    NEW.occurred_entered_on := (coalesce((to_jsonb(NEW) ->> 'edited_at')::timestamptz, now()) AT TIME ZONE interval '8 hours')::date;
  ELSE
    NEW.occurred_entered_on := OLD.occurred_entered_on;
  END IF;
  IF TG_OP = 'INSERT' OR NEW.entered_at <> OLD.entered_at OR OLD.first_occurred_on > OLD.occurred_entered_on THEN
    NEW.first_occurred_on := NEW.occurred_on;
  ELSE
    NEW.first_occurred_on := OLD.first_occurred_on;
  END IF;
  RETURN NEW;
END $$;

-- Of those that were moved before, the audit tells the first day. The owner obeys the policies like everybody; only while
-- this migration runs does it see all rows.
DO $$
DECLARE
  one text;
BEGIN
  ALTER TABLE public.audit_event NO FORCE ROW LEVEL SECURITY;
  FOR one IN SELECT c.table_name FROM information_schema.columns c
    JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
    WHERE c.table_schema = 'public' AND c.column_name = 'occurred_entered_on'
  LOOP
    EXECUTE format('ALTER TABLE public.%I ADD COLUMN first_occurred_on date', one);
    EXECUTE format('ALTER TABLE public.%I NO FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('UPDATE public.%I SET first_occurred_on = occurred_on', one);
    EXECUTE format($u$
      UPDATE public.%I r SET first_occurred_on = told.day FROM (
        SELECT DISTINCT ON (e.county_id, e.record_id) e.county_id, e.record_id,
          coalesce(e.detail -> 'before' ->> 'occurredOn', e.detail -> 'before' ->> 'startsOn', e.detail -> 'before' ->> 'receivedOn')::date AS day
        FROM public.audit_event e
        WHERE e.detail -> 'before' ?| ARRAY['occurredOn', 'startsOn', 'receivedOn'] AND e.detail -> 'after' ?| ARRAY['occurredOn', 'startsOn', 'receivedOn']
        ORDER BY e.county_id, e.record_id, e.seq) told
      WHERE told.county_id = r.county_id AND told.record_id = r.id AND told.day <= (r.entered_at AT TIME ZONE interval '8 hours')::date$u$, one);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE public.%I ALTER first_occurred_on SET NOT NULL, ALTER first_occurred_on SET DEFAULT CURRENT_DATE', one);
  END LOOP;
  ALTER TABLE public.audit_event FORCE ROW LEVEL SECURITY;
END $$;

-- Called by record_table; once more for a table that is given a step later.
CREATE OR REPLACE FUNCTION app.keep_entry_days(table_name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  step text;
BEGIN
  EXECUTE format('DROP TRIGGER IF EXISTS keep_entry_day ON public.%I', table_name);
  IF EXISTS (SELECT FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name = keep_entry_days.table_name AND c.column_name = 'occurred_entered_on') THEN
    EXECUTE format('CREATE TRIGGER keep_entry_day BEFORE INSERT OR UPDATE OF occurred_on, occurred_entered_on, first_occurred_on, entered_at ON public.%I
      FOR EACH ROW EXECUTE FUNCTION app.keep_entry_day()', table_name);
  END IF;
  FOR step IN SELECT regexp_replace(c.column_name, '_on$', '') FROM information_schema.columns c
    JOIN information_schema.columns e ON e.table_schema = c.table_schema AND e.table_name = c.table_name
      AND e.column_name = regexp_replace(c.column_name, '_on$', '_entered_on')
    WHERE c.table_schema = 'public' AND c.table_name = keep_entry_days.table_name AND c.column_name LIKE '%\_on' AND c.column_name <> 'occurred_on'
  LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS %I ON public.%I', 'keep_' || step || '_entry', table_name);
    EXECUTE format('CREATE TRIGGER %1$I BEFORE UPDATE OF %3$I, %4$I ON public.%2$I FOR EACH ROW
      WHEN (OLD.%3$I IS NOT NULL AND NEW.%3$I <= OLD.%4$I AND NEW.%4$I > OLD.%4$I) EXECUTE FUNCTION app.keep_step_entry(%5$L)',
      'keep_' || step || '_entry', table_name, step || '_on', step || '_entered_on', step || '_entered_on');
  END LOOP;
END $$;

SELECT app.keep_entry_days(table_name) FROM (SELECT c.table_name::text FROM information_schema.columns c
  JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
  WHERE c.table_schema = 'public' AND c.column_name = 'occurred_entered_on') dated;

-- As before, with the first day.
CREATE OR REPLACE FUNCTION app.record_table(table_name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE public.%1$I
    ADD county_id uuid NOT NULL,
    ADD township_id uuid NOT NULL,
    ADD id uuid NOT NULL,
    ADD occurred_on date NOT NULL,
    ADD entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
    ADD occurred_entered_on date NOT NULL DEFAULT CURRENT_DATE,
    ADD first_occurred_on date NOT NULL DEFAULT CURRENT_DATE,
    ADD entered_by uuid NOT NULL,
    ADD entered_by_name text NOT NULL,
    ADD edited_at timestamptz(3),
    ADD edited_by uuid,
    ADD version integer NOT NULL DEFAULT 1,
    ADD source text NOT NULL DEFAULT ''form'',
    ADD source_note text,
    ADD late_reason text,
    ADD voided_at timestamptz(3),
    ADD voided_by uuid,
    ADD void_reason text,
    ADD CONSTRAINT %2$I PRIMARY KEY (county_id, township_id, id),
    ADD CONSTRAINT %3$I FOREIGN KEY (county_id, township_id) REFERENCES public.township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT',
    table_name, table_name || '_pkey', table_name || '_tenant_fkey');
  EXECUTE format('CREATE INDEX %I ON public.%I (county_id, occurred_on)', table_name || '_county_id_occurred_on_idx', table_name);
  EXECUTE format('CREATE INDEX %I ON public.%I (county_id, township_id, occurred_on)', table_name || '_list_facts', table_name);
  PERFORM app.guard_township_table(table_name);
  PERFORM app.keep_entry_days(table_name);
END $$;

-- The day of a step that is judged by a term, as it was told first: of an opinion its answer, of a resolution its filing.
CREATE FUNCTION app.keep_first_step() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  told text := 'first_' || TG_ARGV[0];
  was jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) -> told END;
BEGIN
  RETURN jsonb_populate_record(NEW, jsonb_build_object(told, coalesce(nullif(was, 'null'), to_jsonb(NEW) -> TG_ARGV[0])));
END $$;
REVOKE ALL ON FUNCTION app.keep_first_step() FROM PUBLIC;
ALTER TABLE voter_opinion ADD COLUMN first_answered_on date;
ALTER TABLE resolution ADD COLUMN first_filed_on date;
ALTER TABLE voter_opinion NO FORCE ROW LEVEL SECURITY;
ALTER TABLE resolution NO FORCE ROW LEVEL SECURITY;
UPDATE voter_opinion SET first_answered_on = answered_on;
UPDATE resolution SET first_filed_on = filed_on;
ALTER TABLE voter_opinion FORCE ROW LEVEL SECURITY;
ALTER TABLE resolution FORCE ROW LEVEL SECURITY;
CREATE TRIGGER keep_first_answered BEFORE INSERT OR UPDATE OF answered_on, first_answered_on ON voter_opinion
  FOR EACH ROW EXECUTE FUNCTION app.keep_first_step('answered_on');
CREATE TRIGGER keep_first_filed BEFORE INSERT OR UPDATE OF filed_on, first_filed_on ON resolution
  FOR EACH ROW EXECUTE FUNCTION app.keep_first_step('filed_on');

-- The county's reads of a year at once, judged by the first day.
DROP INDEX suggestion_county_entry_facts;
CREATE INDEX suggestion_county_entry_facts ON suggestion (county_id, year, township_id) INCLUDE (id, occurred_on, occurred_entered_on, first_occurred_on, entered_at, checked_on,
  checked_entered_on, assigned_on, assigned_entered_on, accepted_on, accepted_entered_on, presidium_meeting_on, presidium_meeting_entered_on,
  closed_on, closed_entered_on, called_back_on, called_back_entered_on, voided_at, state, merged_into_id);

DROP FUNCTION app.petition_days(date, date, uuid);
CREATE FUNCTION app.petition_days(since date, until date, wanted uuid) RETURNS TABLE (county_id uuid, township_id uuid, id uuid,
  occurred_on date, occurred_entered_on date, first_occurred_on date, entered_at timestamptz, voided_at timestamptz, noted_on date, noted_entered_on date, assigned_on date, assigned_entered_on date,
  extended_on date, extended_entered_on date, finished_on date, finished_entered_on date, concluded_on date, concluded_entered_on date,
  called_on date, called_entered_on date, reported_on date, reported_entered_on date)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public AS $$
  SELECT p.county_id, p.township_id, p.id, p.occurred_on, p.occurred_entered_on, p.first_occurred_on, p.entered_at, p.voided_at, p.noted_on, p.noted_entered_on, p.assigned_on,
    p.assigned_entered_on, p.extended_on, p.extended_entered_on, p.finished_on, p.finished_entered_on, p.concluded_on, p.concluded_entered_on,
    p.called_on, p.called_entered_on, p.reported_on, p.reported_entered_on
  FROM public.petition p
  WHERE (since IS NULL OR p.occurred_on >= since) AND (until IS NULL OR p.occurred_on < until) AND (wanted IS NULL OR p.id = wanted)
$$;
REVOKE ALL ON FUNCTION app.petition_days(date, date, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.petition_days(date, date, uuid) TO scope_township, scope_county;
