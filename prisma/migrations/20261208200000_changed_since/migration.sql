-- What a township's last changes since a number were about: the suggestion's id for a step of a suggestion, nothing for all
-- else, also for what whoever asks may not read. Of more than fifty it tells nothing: who asks should count again.
CREATE FUNCTION app.changed_since(of_township uuid, since bigint) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT CASE WHEN last.n <= 50 AND last.record_type = 'suggestion' AND last.action <> 'suggestions.merge' THEN last.record_id END
  FROM (SELECT record_type, record_id, action, row_number() OVER (ORDER BY seq) AS n FROM public.audit_event
    WHERE county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = of_township AND seq > since
    ORDER BY seq LIMIT 51) last
$$;
REVOKE ALL ON FUNCTION app.changed_since(uuid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.changed_since(uuid, bigint) TO scope_county;
GRANT CREATE ON SCHEMA app TO scope_audit;
ALTER FUNCTION app.changed_since(uuid, bigint) OWNER TO scope_audit;
REVOKE CREATE ON SCHEMA app FROM scope_audit;
