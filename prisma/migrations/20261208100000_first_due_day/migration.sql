-- A finding is judged by the first day its unit was given: a later one is an extension, told beside it. Kept here, so that
-- no step of a finding can set it anew.
ALTER TABLE finding ADD COLUMN first_due_on date;

-- Of those that were given another day since, the audit tells the first. The owner obeys the policies like everybody; only
-- while this migration runs does it see all rows.
ALTER TABLE audit_event NO FORCE ROW LEVEL SECURITY;
ALTER TABLE finding NO FORCE ROW LEVEL SECURITY;
UPDATE finding f SET first_due_on = coalesce((
  SELECT (e.detail -> 'after' ->> 'dueOn')::date FROM audit_event e
  WHERE e.county_id = f.county_id AND e.township_id = f.township_id AND e.record_id = f.id
    AND e.action = 'supervision.notifyFinding' AND e.detail -> 'after' ->> 'dueOn' IS NOT NULL
  ORDER BY e.seq LIMIT 1), f.due_on)
WHERE f.due_on IS NOT NULL;
ALTER TABLE finding FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_event FORCE ROW LEVEL SECURITY;

CREATE FUNCTION app.keep_first_due() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.first_due_on := NEW.due_on;
  ELSE
    NEW.first_due_on := coalesce(OLD.first_due_on, NEW.due_on);
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.keep_first_due() FROM PUBLIC;
CREATE TRIGGER keep_first_due BEFORE INSERT OR UPDATE OF due_on, first_due_on ON finding
  FOR EACH ROW EXECUTE FUNCTION app.keep_first_due();
