-- What belongs to one person is that person's in the database too: which reminders were seen or put away, when somebody wants quiet,
-- a comparison kept for oneself, and the answers kept for sending a request twice. A scope is told whose it is, and the policies ask.
DROP FUNCTION app.begin_scope(text, uuid, uuid, boolean);
CREATE FUNCTION app.begin_scope(scope_role text, county uuid, township uuid, read_only boolean, account uuid DEFAULT NULL)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF scope_role NOT IN ('scope_township', 'scope_office', 'scope_county', 'scope_auth', 'scope_accounts', 'scope_audit', 'scope_link') THEN
    RAISE EXCEPTION 'unknown scope %', scope_role USING ERRCODE = '42501';
  END IF;
  IF starts_with(current_setting('role'), 'scope_') THEN
    RAISE EXCEPTION 'a scope cannot be left for another within a transaction' USING ERRCODE = '42501';
  END IF;
  EXECUTE format('SET LOCAL app.county_id = %L', coalesce(county::text, ''));
  EXECUTE format('SET LOCAL app.township_id = %L', coalesce(township::text, ''));
  EXECUTE format('SET LOCAL app.account_id = %L', coalesce(account::text, ''));
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
REVOKE ALL ON FUNCTION app.begin_scope(text, uuid, uuid, boolean, uuid) FROM PUBLIC;

-- Called by set-up for the application's login role, at every start: two functions are all it may touch by itself.
CREATE OR REPLACE FUNCTION app.admit(login_role text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA app TO %I', login_role);
  EXECUTE format('GRANT EXECUTE ON FUNCTION app.begin_scope(text, uuid, uuid, boolean, uuid) TO %I', login_role);
  SET LOCAL ROLE scope_auth;
  EXECUTE format('GRANT EXECUTE ON FUNCTION app.check_session(bytea, boolean, interval) TO %I', login_role);
  SET LOCAL ROLE npc_owner;
END $$;

DO $$
DECLARE
  name text;
  own_county constant text := $q$county_id = nullif(current_setting('app.county_id', true), '')::uuid$q$;
  oneself constant text := $q$account_id = nullif(current_setting('app.account_id', true), '')::uuid$q$;
BEGIN
  FOREACH name IN ARRAY ARRAY['notification_mark', 'notification_setting'] LOOP
    EXECUTE format('DROP POLICY oneself ON public.%I', name);
    EXECUTE format('DROP POLICY own_county ON public.%I', name);
    EXECUTE format('CREATE POLICY oneself ON public.%I FOR ALL TO scope_auth USING (%s AND %s) WITH CHECK (%2$s AND %3$s)', name, own_county, oneself);
    EXECUTE format('CREATE POLICY reads_own ON public.%I FOR SELECT TO scope_township, scope_county USING (%s AND %s)', name, own_county, oneself);
  END LOOP;
  -- The hourly clearing is nobody's: it sees and takes away what has served its time, and nothing else.
  EXECUTE format($q$CREATE POLICY served ON public.notification_mark FOR SELECT TO scope_auth
    USING (%s AND nullif(current_setting('app.account_id', true), '') IS NULL AND opened_at < now() - interval '400 days')$q$, own_county);
  EXECUTE format($q$CREATE POLICY clears ON public.notification_mark FOR DELETE TO scope_auth
    USING (%s AND nullif(current_setting('app.account_id', true), '') IS NULL AND opened_at < now() - interval '400 days')$q$, own_county);
  EXECUTE format('CREATE POLICY oneself ON public.idempotency_key AS RESTRICTIVE FOR ALL TO scope_township, scope_county, scope_accounts USING (%s) WITH CHECK (%1$s)', oneself);
END $$;

-- Shared is read by all of the county; what is not, and every change, is the owner's.
CREATE POLICY oneself_or_shared ON saved_comparison AS RESTRICTIVE FOR SELECT TO scope_county
  USING (shared OR owner_id = nullif(current_setting('app.account_id', true), '')::uuid);
CREATE POLICY own_is_made ON saved_comparison AS RESTRICTIVE FOR INSERT TO scope_county
  WITH CHECK (owner_id = nullif(current_setting('app.account_id', true), '')::uuid);
CREATE POLICY own_is_changed ON saved_comparison AS RESTRICTIVE FOR UPDATE TO scope_county
  USING (owner_id = nullif(current_setting('app.account_id', true), '')::uuid)
  WITH CHECK (owner_id = nullif(current_setting('app.account_id', true), '')::uuid);
