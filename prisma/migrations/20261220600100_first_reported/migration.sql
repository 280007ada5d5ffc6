-- What the county handed over is judged by the day that was told first: whoever moves the day of a late report, or strikes the
-- petition out and enters it anew, is judged by no earlier one. As of an opinion its answer, of a resolution its filing.
ALTER TABLE petition ADD COLUMN first_reported_on date;
ALTER TABLE petition NO FORCE ROW LEVEL SECURITY;
UPDATE petition SET first_reported_on = reported_on;
ALTER TABLE petition FORCE ROW LEVEL SECURITY;
CREATE TRIGGER keep_first_reported BEFORE INSERT OR UPDATE OF reported_on, first_reported_on ON petition
  FOR EACH ROW EXECUTE FUNCTION app.keep_first_step('reported_on');

DROP FUNCTION app.handed_petition_days();
CREATE FUNCTION app.handed_petition_days() RETURNS TABLE (county_id uuid, township_id uuid, id uuid, number integer, handed_on date, due_on date,
  entered_at timestamptz, voided_at timestamptz, taken_on date, reported_on date, reported_entered_on date, judged_on date)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public AS $$
  SELECT c.county_id, c.township_id, c.id, c.number, c.handed_on, c.due_on, c.entered_at, c.voided_at, p.occurred_on, p.reported_on, p.reported_entered_on,
    CASE WHEN p.reported_on IS NOT NULL THEN greatest(p.reported_on, f.first_reported_on) END
  FROM public.county_petition c LEFT JOIN public.petition p
    ON p.county_id = c.county_id AND p.township_id = c.township_id AND p.handed_id = c.id AND p.voided_at IS NULL
  LEFT JOIN LATERAL (SELECT o.first_reported_on FROM public.petition o
    WHERE o.county_id = c.county_id AND o.township_id = c.township_id AND o.handed_id = c.id AND o.first_reported_on IS NOT NULL
    ORDER BY o.entered_at, o.id LIMIT 1) f ON true
$$;
REVOKE ALL ON FUNCTION app.handed_petition_days() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.handed_petition_days() TO scope_township, scope_county;
