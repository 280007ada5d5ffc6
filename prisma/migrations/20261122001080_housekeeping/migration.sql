-- An answer is kept for a day, in case the same request comes again. The policy shows the sign-in scope, which belongs to
-- no tenant, nothing younger; without a SELECT grant it reads none of them, and `DELETE FROM idempotency_key` is all it can do.
CREATE POLICY expired ON idempotency_key FOR DELETE TO scope_auth USING (created_at < now() - interval '24 hours');
GRANT DELETE ON idempotency_key TO scope_auth;

-- The first link of a county's chain that does not hold, or no row. The head tells of links cut off at the end.
CREATE OR REPLACE FUNCTION app.broken_audit_link() RETURNS TABLE (broken_seq bigint) LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT min(found.seq) FROM (
    SELECT e.seq FROM (
      SELECT a.*, lag(a.hash, 1, sha256(convert_to(a.county_id::text, 'UTF8'))) OVER (ORDER BY a.seq) AS expected_prev, row_number() OVER (ORDER BY a.seq) AS place
      FROM public.audit_event a
    ) e
    WHERE e.prev_hash <> e.expected_prev OR e.place <> e.seq
       OR e.hash <> sha256(e.prev_hash || convert_to(concat_ws(E'\x1f', e.seq, e.id, e.township_id, extract(epoch FROM e.at), e.actor_id,
            e.actor_name, e.actor_role, e.ip, e.action, e.record_type, e.record_id, e.occurred_on, e.summary, e.detail), 'UTF8'))
    UNION ALL
    SELECT coalesce(h.seq, l.seq) FROM public.audit_head h
    FULL JOIN (SELECT a.seq, a.hash FROM public.audit_event a ORDER BY a.seq DESC LIMIT 1) l ON l.seq = h.seq AND l.hash = h.hash
    WHERE h.hash IS NULL OR l.hash IS NULL
  ) found
  HAVING count(*) > 0
$$;
