-- A request that the county had let lie past its day stays on the open ledger when its township takes it back: by whom it was taken
-- back changes nothing of who was late. One that is taken back in time was never the county's to answer.
DROP FUNCTION app.open_answers();
CREATE FUNCTION app.open_answers() RETURNS TABLE (kind text, sent_on date, receive_due_on date, received_on date, answer_due_on date,
  postponed_until date, answered_on date, result text, withdrawn_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.kind, r.sent_on, r.receive_due_on, r.received_on, r.answer_due_on, r.postponed_until, r.answered_on, r.result,
    (r.voided_at AT TIME ZONE interval '8 hours')::date
  FROM public.township_request r
  WHERE r.county_id = nullif(current_setting('app.county_id', true), '')::uuid
    AND (r.voided_at IS NULL OR (r.voided_at AT TIME ZONE interval '8 hours')::date > r.receive_due_on)
$$;
REVOKE ALL ON FUNCTION app.open_answers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_answers() TO scope_township, scope_county;
GRANT CREATE ON SCHEMA app TO scope_audit;
ALTER FUNCTION app.open_answers() OWNER TO scope_audit;
REVOKE CREATE ON SCHEMA app FROM scope_audit;
