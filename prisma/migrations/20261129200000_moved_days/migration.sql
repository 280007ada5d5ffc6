-- Beside the day of a record stands the day it was written down, as beside the day of every step: `occurred_entered_on`.
-- It is the day of the first entry. A record that was moved to a day after its first entry cannot have told of that day
-- then: it was written down when its day was last set. To move a day back within what was known costs nothing.
CREATE FUNCTION app.keep_entry_day() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
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
  RETURN NEW;
END $$;

-- The same for the day of a step, which keeps no other time of its first entry: `answered_on` and `answered_entered_on`.
CREATE FUNCTION app.keep_step_entry() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], to_jsonb(OLD) -> TG_ARGV[0]));
END $$;
REVOKE ALL ON FUNCTION app.keep_entry_day(), app.keep_step_entry() FROM PUBLIC;

-- Called by record_table; once more for a table that is given a step later.
CREATE FUNCTION app.keep_entry_days(table_name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  step text;
BEGIN
  EXECUTE format('DROP TRIGGER IF EXISTS keep_entry_day ON public.%I', table_name);
  IF EXISTS (SELECT FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name = keep_entry_days.table_name AND c.column_name = 'occurred_entered_on') THEN
    EXECUTE format('CREATE TRIGGER keep_entry_day BEFORE INSERT OR UPDATE OF occurred_on, occurred_entered_on, entered_at ON public.%I
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

-- Of records that were moved before: the audit tells when. The owner obeys the policies like everybody; only while this
-- migration runs does it see all rows.
DO $$
DECLARE
  one text;
BEGIN
  ALTER TABLE public.audit_event NO FORCE ROW LEVEL SECURITY;
  FOR one IN SELECT c.table_name FROM information_schema.columns c
    JOIN information_schema.columns e ON e.table_schema = c.table_schema AND e.table_name = c.table_name AND e.column_name = 'entered_at'
    JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
    WHERE c.table_schema = 'public' AND c.column_name = 'occurred_on'
  LOOP
    EXECUTE format('ALTER TABLE public.%I ADD COLUMN occurred_entered_on date', one);
    EXECUTE format('ALTER TABLE public.%I NO FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('UPDATE public.%I SET occurred_entered_on = (entered_at AT TIME ZONE interval ''8 hours'')::date', one);
    EXECUTE format($u$
      UPDATE public.%I r SET occurred_entered_on = moved.day FROM (
        SELECT e.county_id, e.record_id, (max(coalesce((e.detail ->> 'enteredAt')::timestamptz, e.at)) AT TIME ZONE interval '8 hours')::date AS day
        FROM public.audit_event e
        WHERE e.detail -> 'before' ?| ARRAY['occurredOn', 'startsOn', 'receivedOn'] AND e.detail -> 'after' ?| ARRAY['occurredOn', 'startsOn', 'receivedOn']
        GROUP BY e.county_id, e.record_id) moved
      WHERE moved.county_id = r.county_id AND moved.record_id = r.id AND r.occurred_on > r.occurred_entered_on AND moved.day > r.occurred_entered_on$u$, one);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE public.%I ALTER occurred_entered_on SET NOT NULL, ALTER occurred_entered_on SET DEFAULT CURRENT_DATE', one);
  END LOOP;
  ALTER TABLE public.audit_event FORCE ROW LEVEL SECURITY;
END $$;
SELECT app.keep_entry_days(table_name) FROM (SELECT DISTINCT c.table_name::text FROM information_schema.columns c
  JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
  WHERE c.table_schema = 'public' AND c.column_name LIKE '%\_entered\_on') dated;

-- As before, with the day's entry and its keepers.
CREATE OR REPLACE FUNCTION app.record_table(table_name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE public.%1$I
    ADD county_id uuid NOT NULL,
    ADD township_id uuid NOT NULL,
    ADD id uuid NOT NULL,
    ADD occurred_on date NOT NULL,
    ADD entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
    ADD occurred_entered_on date NOT NULL DEFAULT CURRENT_DATE,
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

-- The county's reads of a year at once, judged by the new day.
DROP INDEX suggestion_county_year_facts;
CREATE INDEX suggestion_county_year_facts ON suggestion (county_id, year, township_id) INCLUDE (id, received_on, occurred_on, occurred_entered_on,
  assigned_on, assign_due_on, reply_due_on, first_replied_on, redo_count, redo_due_on, rating_due_on, not_rated_on, outcome, solved_on,
  closed_on, voided_at, state, merged_into_id, entered_closed);
DROP INDEX suggestion_county_entry_facts;
CREATE INDEX suggestion_county_entry_facts ON suggestion (county_id, year, township_id) INCLUDE (id, occurred_on, occurred_entered_on, checked_on,
  checked_entered_on, assigned_on, assigned_entered_on, accepted_on, accepted_entered_on, presidium_meeting_on, presidium_meeting_entered_on,
  closed_on, closed_entered_on, called_back_on, called_back_entered_on, voided_at, state, merged_into_id);

DROP FUNCTION app.petition_days(date, date, uuid);
CREATE FUNCTION app.petition_days(since date, until date, wanted uuid) RETURNS TABLE (county_id uuid, township_id uuid, id uuid,
  occurred_on date, occurred_entered_on date, voided_at timestamptz, noted_on date, noted_entered_on date, assigned_on date, assigned_entered_on date,
  extended_on date, extended_entered_on date, finished_on date, finished_entered_on date, concluded_on date, concluded_entered_on date,
  called_on date, called_entered_on date, reported_on date, reported_entered_on date)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public AS $$
  SELECT p.county_id, p.township_id, p.id, p.occurred_on, p.occurred_entered_on, p.voided_at, p.noted_on, p.noted_entered_on, p.assigned_on,
    p.assigned_entered_on, p.extended_on, p.extended_entered_on, p.finished_on, p.finished_entered_on, p.concluded_on, p.concluded_entered_on,
    p.called_on, p.called_entered_on, p.reported_on, p.reported_entered_on
  FROM public.petition p
  WHERE (since IS NULL OR p.occurred_on >= since) AND (until IS NULL OR p.occurred_on < until) AND (wanted IS NULL OR p.id = wanted)
$$;
REVOKE ALL ON FUNCTION app.petition_days(date, date, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.petition_days(date, date, uuid) TO scope_township, scope_county;
