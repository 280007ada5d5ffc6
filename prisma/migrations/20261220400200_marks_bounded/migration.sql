-- What one person did with notifications is written in the county of the one who signed in, is changed in nothing but what was
-- put away, and serves its time: a key that is longer asked for is one of the last thirteen months.
DO $$
DECLARE
  name text;
  own_county constant text := $q$county_id = nullif(current_setting('app.county_id', true), '')::uuid$q$;
BEGIN
  FOREACH name IN ARRAY ARRAY['notification_mark', 'notification_setting'] LOOP
    EXECUTE format('DROP POLICY oneself ON public.%I', name);
    EXECUTE format('CREATE POLICY oneself ON public.%I FOR ALL TO scope_auth USING (%s) WITH CHECK (%s)', name, own_county, own_county);
    EXECUTE format('REVOKE UPDATE ON public.%I FROM scope_auth', name);
  END LOOP;
END $$;
GRANT UPDATE (dismissed_at) ON notification_mark TO scope_auth;
GRANT UPDATE (quiet_from, quiet_until, quiet_days_off) ON notification_setting TO scope_auth;
GRANT DELETE ON notification_mark TO scope_auth;

-- A title of two hundred signs stands in the key of a matter that has no row of its own.
ALTER TABLE notification_mark DROP CONSTRAINT notification_mark_key_check;
ALTER TABLE notification_mark ADD CONSTRAINT notification_mark_key_check CHECK (length(key) BETWEEN 1 AND 500);

-- One person keeps so many as can be raised at once, and the oldest go first: whoever invents keys pushes out his own.
CREATE FUNCTION app.bound_marks() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM notification_mark m USING (
    SELECT k.county_id, k.account_id, k.key,
      row_number() OVER (PARTITION BY k.county_id, k.account_id ORDER BY k.opened_at DESC, k.key) AS place
    FROM notification_mark k WHERE (k.county_id, k.account_id) IN (SELECT DISTINCT n.county_id, n.account_id FROM added n)) stale
  WHERE m.county_id = stale.county_id AND m.account_id = stale.account_id AND m.key = stale.key AND stale.place > 4000;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.bound_marks() FROM PUBLIC;
CREATE TRIGGER bound AFTER INSERT ON notification_mark REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION app.bound_marks();
