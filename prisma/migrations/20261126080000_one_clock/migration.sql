-- What a statement needs is set where it runs: no server's or database's default decides how fast or how long. A plan that
-- is compiled (JIT) or spread over workers costs more than the small statements it carries; the limits are the pool's.
CREATE OR REPLACE FUNCTION app.begin_scope(scope_role text, county uuid, township uuid, read_only boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF scope_role NOT IN ('scope_township', 'scope_county', 'scope_auth', 'scope_accounts', 'scope_audit', 'scope_link') THEN
    RAISE EXCEPTION 'unknown scope %', scope_role USING ERRCODE = '42501';
  END IF;
  IF starts_with(current_setting('role'), 'scope_') THEN
    RAISE EXCEPTION 'a scope cannot be left for another within a transaction' USING ERRCODE = '42501';
  END IF;
  EXECUTE format('SET LOCAL app.county_id = %L', coalesce(county::text, ''));
  EXECUTE format('SET LOCAL app.township_id = %L', coalesce(township::text, ''));
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
  EXECUTE format('SET LOCAL ROLE %I', scope_role);
END $$;

-- One clock: what is stored and compared of accounts and sign-ins is the database's time. A password that changes, and an
-- account, township or county that is closed, end their sign-ins once and for all; no comparison of times can revive one.
ALTER TABLE account_session ADD COLUMN ended_by uuid;
CREATE INDEX account_session_ended_by_idx ON account_session (ended_by);

CREATE FUNCTION app.stamp_password() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.password_changed_at := now();
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.stamp_password() FROM PUBLIC;
CREATE TRIGGER stamp_password BEFORE UPDATE OF password_hash ON account FOR EACH ROW
  WHEN (NEW.password_hash <> OLD.password_hash) EXECUTE FUNCTION app.stamp_password();

CREATE FUNCTION app.end_sessions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE public.account_session s SET ended_at = now(), end_reason = TG_ARGV[1]
  FROM public.account a
  WHERE s.account_id = a.id AND s.ended_at IS NULL
    AND CASE TG_ARGV[0] WHEN 'account' THEN a.id WHEN 'township' THEN a.township_id ELSE a.county_id END = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.end_sessions() FROM PUBLIC;
CREATE TRIGGER password_ends_sessions AFTER UPDATE OF password_hash ON account FOR EACH ROW
  WHEN (NEW.password_hash <> OLD.password_hash) EXECUTE FUNCTION app.end_sessions('account', 'passwordChanged');
CREATE TRIGGER closing_ends_sessions AFTER UPDATE OF status ON account FOR EACH ROW
  WHEN (NEW.status <> 'active' AND OLD.status = 'active') EXECUTE FUNCTION app.end_sessions('account', 'disabled');
CREATE TRIGGER closing_ends_sessions AFTER UPDATE OF status ON township FOR EACH ROW
  WHEN (NEW.status <> 'active' AND OLD.status = 'active') EXECUTE FUNCTION app.end_sessions('township', 'disabled');
CREATE TRIGGER closing_ends_sessions AFTER UPDATE OF status ON county FOR EACH ROW
  WHEN (NEW.status <> 'active' AND OLD.status = 'active') EXECUTE FUNCTION app.end_sessions('county', 'disabled');

GRANT CREATE ON SCHEMA app TO scope_audit, scope_auth;
ALTER FUNCTION app.end_sessions() OWNER TO scope_auth;

-- The session, the account as it is now, the tenant it may see, and the time the request goes by.
SET LOCAL ROLE scope_auth;
DROP FUNCTION app.check_session(bytea, boolean, interval);
CREATE FUNCTION app.check_session(token bytea, touch boolean, idle interval)
RETURNS TABLE (session_id uuid, account_id uuid, username text, display_name text, role text, must_change_password boolean,
  county_id uuid, county_code text, county_name text, is_demo boolean, township_id uuid, township_code text, township_name text, at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET jit = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT s.id, a.id, a.username, a.display_name, a.role, a.must_change_password, c.id, c.code, c.name, coalesce(c.is_demo, false), t.id, t.code, t.name, now()
    FROM public.account_session s
    JOIN public.account a ON a.id = s.account_id
    LEFT JOIN public.county c ON c.id = a.county_id
    LEFT JOIN public.township t ON t.county_id = a.county_id AND t.id = a.township_id
    WHERE s.token_hash = token AND s.ended_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - idle
      AND a.status = 'active' AND (c.id IS NULL OR c.status = 'active') AND (t.id IS NULL OR t.status = 'active');
  IF FOUND AND touch THEN
    UPDATE public.account_session s SET last_seen_at = now() WHERE s.token_hash = token AND s.last_seen_at < now() - interval '1 minute';
  END IF;
END $$;
REVOKE ALL ON FUNCTION app.check_session(bytea, boolean, interval) FROM PUBLIC;
SET LOCAL ROLE npc_owner;

-- The audit's hash covers every column, each in its own place. Entries written before keep the hash they were given.
ALTER TABLE audit_event ADD COLUMN hash_version integer NOT NULL DEFAULT 1;
ALTER TABLE audit_event ALTER COLUMN hash_version SET DEFAULT 2;

CREATE FUNCTION app.audit_hash(e public.audit_event) RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog, public
  SET DateStyle = 'ISO, YMD' SET TimeZone = 'UTC' AS $$
  SELECT CASE WHEN e.hash_version = 1 THEN
    sha256(e.prev_hash || convert_to(concat_ws(E'\x1f', e.seq, e.id, e.township_id, extract(epoch FROM e.at), e.actor_id,
      e.actor_name, e.actor_role, e.ip, e.action, e.record_type, e.record_id, e.occurred_on, e.summary, e.detail), 'UTF8'))
  ELSE
    sha256(convert_to(jsonb_build_array(e.hash_version, encode(e.prev_hash, 'hex'), e.county_id, e.id, e.township_id, e.seq,
      extract(epoch FROM e.at), e.actor_id, e.actor_name, e.actor_role, e.ip, e.request_id, e.action, e.record_type,
      e.record_id, e.occurred_on, e.summary, e.detail)::text, 'UTF8'))
  END
$$;
REVOKE ALL ON FUNCTION app.audit_hash(public.audit_event) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.audit_hash(public.audit_event) TO scope_audit;

SET LOCAL ROLE scope_audit;
CREATE OR REPLACE FUNCTION app.chain_audit_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  head public.audit_head;
BEGIN
  INSERT INTO public.audit_head (county_id, seq, hash) VALUES (NEW.county_id, 0, sha256(convert_to(NEW.county_id::text, 'UTF8')))
  ON CONFLICT (county_id) DO NOTHING;
  SELECT * INTO STRICT head FROM public.audit_head WHERE county_id = NEW.county_id FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.at := clock_timestamp();
  NEW.prev_hash := head.hash;
  NEW.hash_version := 2;
  NEW.hash := app.audit_hash(NEW);
  UPDATE public.audit_head SET seq = NEW.seq, hash = NEW.hash WHERE county_id = NEW.county_id;
  RETURN NEW;
END $$;
SET LOCAL ROLE npc_owner;
REVOKE CREATE ON SCHEMA app FROM scope_audit, scope_auth;

-- The first link that does not hold, or no row. An entry of the older kind after one of the newer was put in.
CREATE OR REPLACE FUNCTION app.broken_audit_link() RETURNS TABLE (broken_seq bigint) LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT min(found.seq) FROM (
    SELECT e.seq FROM (
      SELECT a.seq, a.hash, a.prev_hash, a.hash_version, app.audit_hash(a) AS expected,
        lag(a.hash, 1, sha256(convert_to(a.county_id::text, 'UTF8'))) OVER (ORDER BY a.seq) AS expected_prev,
        lag(a.hash_version, 1, 1) OVER (ORDER BY a.seq) AS version_before, row_number() OVER (ORDER BY a.seq) AS place
      FROM public.audit_event a
    ) e
    WHERE e.prev_hash <> e.expected_prev OR e.place <> e.seq OR e.hash <> e.expected OR e.hash_version < e.version_before
    UNION ALL
    SELECT coalesce(h.seq, l.seq) FROM public.audit_head h
    FULL JOIN (SELECT a.seq, a.hash FROM public.audit_event a ORDER BY a.seq DESC LIMIT 1) l ON l.seq = h.seq AND l.hash = h.hash
    WHERE h.hash IS NULL OR l.hash IS NULL
  ) found
  HAVING count(*) > 0
$$;

-- Kept answers are cleared county by county: the statement names its county, and the policy allows no other.
DROP POLICY expired ON idempotency_key;
CREATE POLICY expired ON idempotency_key FOR DELETE TO scope_auth
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND created_at < now() - interval '24 hours');
CREATE POLICY see_expired ON idempotency_key FOR SELECT TO scope_auth
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND created_at < now() - interval '24 hours');
GRANT SELECT (county_id, created_at) ON idempotency_key TO scope_auth;

-- The ORM fills in a column whose default is now() itself, with the web server's time. Under this name it leaves the time
-- to the database, where it is the same.
DO $$
DECLARE
  found record;
BEGIN
  FOR found IN SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_default IN ('CURRENT_TIMESTAMP', 'now()') AND table_name <> '_prisma_migrations'
  LOOP
    EXECUTE format('ALTER TABLE public.%I ALTER COLUMN %I SET DEFAULT transaction_timestamp()', found.table_name, found.column_name);
  END LOOP;
END $$;
