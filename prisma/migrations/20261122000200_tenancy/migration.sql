-- Tenancy: every tenant table is guarded by row-level security that even its owner must obey. The login
-- role owns nothing and may read nothing; app.begin_scope() is its only way in, one transaction at a time.

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA public TO scope_township, scope_county, scope_auth, scope_accounts, scope_audit;

-- Tenant keys. The county in every key makes a reference to another tenant's row impossible.
ALTER TABLE township ADD CONSTRAINT township_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE account ADD CONSTRAINT account_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE account ADD CONSTRAINT account_county_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE account_session ADD CONSTRAINT account_session_tenant_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE class_rule ADD CONSTRAINT class_rule_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE law_override ADD CONSTRAINT law_override_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE assessment_scheme ADD CONSTRAINT assessment_scheme_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE idempotency_key ADD CONSTRAINT idempotency_key_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE audit_event ADD CONSTRAINT audit_event_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE number_series ADD CONSTRAINT number_series_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE attachment ADD CONSTRAINT attachment_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE job ADD CONSTRAINT job_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE deputy ADD CONSTRAINT deputy_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE mandate ADD CONSTRAINT mandate_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE seat_quota ADD CONSTRAINT seat_quota_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE deputy_group ADD CONSTRAINT deputy_group_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE group_member ADD CONSTRAINT group_member_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE term ADD CONSTRAINT term_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE session ADD CONSTRAINT session_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE session_attendance ADD CONSTRAINT session_attendance_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE vote ADD CONSTRAINT vote_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE election ADD CONSTRAINT election_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE election_candidate ADD CONSTRAINT election_candidate_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE presidium_member ADD CONSTRAINT presidium_member_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE presidium_meeting ADD CONSTRAINT presidium_meeting_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE presidium_attendance ADD CONSTRAINT presidium_attendance_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE handling_unit ADD CONSTRAINT handling_unit_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE suggestion ADD CONSTRAINT suggestion_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE suggestion_signer ADD CONSTRAINT suggestion_signer_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE suggestion_unit ADD CONSTRAINT suggestion_unit_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE consultation ADD CONSTRAINT consultation_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE reply ADD CONSTRAINT reply_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE rating ADD CONSTRAINT rating_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE deferral ADD CONSTRAINT deferral_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE promise ADD CONSTRAINT promise_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE activity ADD CONSTRAINT activity_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE activity_participant ADD CONSTRAINT activity_participant_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE activity_unit ADD CONSTRAINT activity_unit_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE finding ADD CONSTRAINT finding_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A voided record keeps its number in the books but does not block the corrected one.
CREATE UNIQUE INDEX term_live_key ON term (county_id, township_id, number) WHERE voided_at IS NULL;
CREATE UNIQUE INDEX session_live_key ON session (county_id, township_id, term_id, number) WHERE voided_at IS NULL;
CREATE UNIQUE INDEX handling_unit_live_key ON handling_unit (county_id, township_id, name) WHERE voided_at IS NULL;

-- Township tables: a township reads and writes its own rows, the county reads all its townships' rows.
CREATE FUNCTION app.guard_township_table(table_name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  own_county constant text := $q$county_id = nullif(current_setting('app.county_id', true), '')::uuid$q$;
  own_township constant text := own_county || $q$ AND township_id = nullif(current_setting('app.township_id', true), '')::uuid$q$;
BEGIN
  EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', table_name);
  EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', table_name);
  EXECUTE format('CREATE POLICY own_township ON public.%I FOR ALL TO scope_township USING (%s) WITH CHECK (%s)', table_name, own_township, own_township);
  EXECUTE format('CREATE POLICY own_county ON public.%I FOR SELECT TO scope_county USING (%s)', table_name, own_county);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON public.%I TO scope_township', table_name);
  EXECUTE format('GRANT SELECT ON public.%I TO scope_county', table_name);
END $$;

-- County tables: the county writes, its townships read.
CREATE FUNCTION app.guard_county_table(table_name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  own_county constant text := $q$county_id = nullif(current_setting('app.county_id', true), '')::uuid$q$;
BEGIN
  EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', table_name);
  EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', table_name);
  EXECUTE format('CREATE POLICY own_county ON public.%I FOR ALL TO scope_county USING (%s) WITH CHECK (%s)', table_name, own_county, own_county);
  EXECUTE format('CREATE POLICY read_own_county ON public.%I FOR SELECT TO scope_township USING (%s)', table_name, own_county);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON public.%I TO scope_county', table_name);
  EXECUTE format('GRANT SELECT ON public.%I TO scope_township', table_name);
END $$;

SELECT app.guard_township_table('number_series');
SELECT app.guard_township_table('attachment');
SELECT app.guard_township_table('job');
SELECT app.guard_township_table('deputy');
SELECT app.guard_township_table('mandate');
SELECT app.guard_township_table('seat_quota');
SELECT app.guard_township_table('deputy_group');
SELECT app.guard_township_table('group_member');
SELECT app.guard_township_table('term');
SELECT app.guard_township_table('session');
SELECT app.guard_township_table('agenda_item');
SELECT app.guard_township_table('session_attendance');
SELECT app.guard_township_table('vote');
SELECT app.guard_township_table('election');
SELECT app.guard_township_table('election_candidate');
SELECT app.guard_township_table('presidium_member');
SELECT app.guard_township_table('presidium_meeting');
SELECT app.guard_township_table('presidium_attendance');
SELECT app.guard_township_table('handling_unit');
SELECT app.guard_township_table('suggestion');
SELECT app.guard_township_table('suggestion_signer');
SELECT app.guard_township_table('suggestion_unit');
SELECT app.guard_township_table('consultation');
SELECT app.guard_township_table('reply');
SELECT app.guard_township_table('rating');
SELECT app.guard_township_table('deferral');
SELECT app.guard_township_table('promise');
SELECT app.guard_township_table('activity');
SELECT app.guard_township_table('activity_participant');
SELECT app.guard_township_table('activity_unit');
SELECT app.guard_township_table('finding');
SELECT app.guard_county_table('class_rule');
SELECT app.guard_county_table('law_override');
SELECT app.guard_county_table('assessment_scheme');

-- Lines of a record (attendance, signers, ballots …) may be replaced while the record is edited; the audit keeps
-- what was. Records themselves are never deleted, only voided.
GRANT DELETE ON agenda_item, session_attendance, vote, election, election_candidate, presidium_attendance, suggestion_signer, suggestion_unit, activity_participant, activity_unit TO scope_township;

-- Directory of counties and townships.
ALTER TABLE county ENABLE ROW LEVEL SECURITY;
ALTER TABLE county FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON county FOR SELECT TO scope_township, scope_county, scope_accounts USING (id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY directory ON county FOR ALL TO scope_auth USING (true) WITH CHECK (true);
GRANT SELECT ON county TO scope_township, scope_county, scope_accounts;
GRANT SELECT, INSERT, UPDATE ON county TO scope_auth;

ALTER TABLE township ENABLE ROW LEVEL SECURITY;
ALTER TABLE township FORCE ROW LEVEL SECURITY;
CREATE POLICY own_township ON township FOR SELECT TO scope_township USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND id = nullif(current_setting('app.township_id', true), '')::uuid);
CREATE POLICY own_county ON township FOR ALL TO scope_county USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid) WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY read_own_county ON township FOR SELECT TO scope_accounts USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY directory ON township FOR SELECT TO scope_auth USING (true);
GRANT SELECT ON township TO scope_township, scope_accounts, scope_auth;
GRANT SELECT, INSERT, UPDATE ON township TO scope_county;

-- Accounts: sign-in and the platform operator see all of them, a county's account administrator its own county's.
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in ON account FOR ALL TO scope_auth USING (true) WITH CHECK (true);
CREATE POLICY own_county ON account FOR ALL TO scope_accounts USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid) WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON account TO scope_auth, scope_accounts;

ALTER TABLE account_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_session FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in ON account_session FOR ALL TO scope_auth USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON account_session TO scope_auth;

ALTER TABLE rate_limit ENABLE ROW LEVEL SECURITY;
ALTER TABLE rate_limit FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in ON rate_limit FOR ALL TO scope_auth USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO scope_auth;

-- Sign-ins and refusals: written by the gate, read by the operator.
ALTER TABLE access_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_log FORCE ROW LEVEL SECURITY;
CREATE POLICY gate ON access_log FOR ALL TO scope_auth USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON access_log TO scope_auth;

-- Idempotency keys belong to the account that used them.
ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY;
CREATE POLICY own_township ON idempotency_key FOR ALL TO scope_township USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid) WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid);
CREATE POLICY own_county ON idempotency_key FOR ALL TO scope_county, scope_accounts USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid) WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
GRANT SELECT, INSERT ON idempotency_key TO scope_township, scope_county, scope_accounts;

-- Audit: append-only. The chain is kept by a trigger, so that no writer can choose its place or its hash.
ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_event FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_head FORCE ROW LEVEL SECURITY;
CREATE POLICY own_township ON audit_event FOR ALL TO scope_township USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid) WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid);
CREATE POLICY own_county ON audit_event FOR ALL TO scope_county, scope_accounts, scope_auth, scope_audit USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid) WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY chain ON audit_head FOR ALL TO scope_audit USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid) WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
GRANT SELECT, INSERT ON audit_event TO scope_township, scope_county;
GRANT INSERT ON audit_event TO scope_accounts, scope_auth;
GRANT SELECT ON audit_event TO scope_audit;
GRANT SELECT, INSERT, UPDATE ON audit_head TO scope_audit;

CREATE FUNCTION app.chain_audit_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  head public.audit_head;
BEGIN
  INSERT INTO public.audit_head (county_id, seq, hash) VALUES (NEW.county_id, 0, sha256(convert_to(NEW.county_id::text, 'UTF8')))
  ON CONFLICT (county_id) DO NOTHING;
  SELECT * INTO STRICT head FROM public.audit_head WHERE county_id = NEW.county_id FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.at := clock_timestamp();
  NEW.prev_hash := head.hash;
  NEW.hash := sha256(head.hash || convert_to(concat_ws(E'\x1f', NEW.seq, NEW.id, NEW.township_id, extract(epoch FROM NEW.at), NEW.actor_id,
    NEW.actor_name, NEW.actor_role, NEW.ip, NEW.action, NEW.record_type, NEW.record_id, NEW.occurred_on, NEW.summary, NEW.detail), 'UTF8'));
  UPDATE public.audit_head SET seq = NEW.seq, hash = NEW.hash WHERE county_id = NEW.county_id;
  RETURN NEW;
END $$;
GRANT CREATE ON SCHEMA app TO scope_audit, scope_auth;
CREATE TRIGGER chain BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION app.chain_audit_event();
-- Rights are taken away before the hand-over: afterwards only the new owner could.
REVOKE ALL ON FUNCTION app.chain_audit_event() FROM PUBLIC;
ALTER FUNCTION app.chain_audit_event() OWNER TO scope_audit;

-- The first link of the chain that does not hold, or no row.
CREATE FUNCTION app.broken_audit_link() RETURNS TABLE (broken_seq bigint) LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT e.seq FROM (
    SELECT a.*, lag(a.hash, 1, sha256(convert_to(a.county_id::text, 'UTF8'))) OVER (ORDER BY a.seq) AS expected_prev, row_number() OVER (ORDER BY a.seq) AS place
    FROM public.audit_event a
  ) e
  WHERE e.prev_hash <> e.expected_prev OR e.place <> e.seq
     OR e.hash <> sha256(e.prev_hash || convert_to(concat_ws(E'\x1f', e.seq, e.id, e.township_id, extract(epoch FROM e.at), e.actor_id,
          e.actor_name, e.actor_role, e.ip, e.action, e.record_type, e.record_id, e.occurred_on, e.summary, e.detail), 'UTF8'))
  ORDER BY e.seq LIMIT 1
$$;

-- The one entrance: role, tenant and mode hold until the transaction ends.
CREATE FUNCTION app.begin_scope(scope_role text, county uuid, township uuid, read_only boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF scope_role NOT IN ('scope_township', 'scope_county', 'scope_auth', 'scope_accounts', 'scope_audit', 'scope_link') THEN
    RAISE EXCEPTION 'unknown scope %', scope_role USING ERRCODE = '42501';
  END IF;
  IF starts_with(current_setting('role'), 'scope_') THEN
    RAISE EXCEPTION 'a scope cannot be left for another within a transaction' USING ERRCODE = '42501';
  END IF;
  EXECUTE format('SET LOCAL app.county_id = %L', coalesce(county::text, ''));
  EXECUTE format('SET LOCAL app.township_id = %L', coalesce(township::text, ''));
  IF read_only THEN
    SET LOCAL transaction_read_only = on;
  END IF;
  EXECUTE format('SET LOCAL ROLE %I', scope_role);
END $$;
REVOKE ALL ON FUNCTION app.begin_scope(text, uuid, uuid, boolean) FROM PUBLIC;

-- One indexed look-up a request: the session, the account as it is now, and the tenant it may see.
-- `touch` is false for polling, which must not keep an idle session alive.
CREATE FUNCTION app.check_session(token bytea, touch boolean, idle interval)
RETURNS TABLE (session_id uuid, account_id uuid, username text, display_name text, role text, must_change_password boolean,
  county_id uuid, county_code text, county_name text, is_demo boolean, township_id uuid, township_code text, township_name text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT s.id, a.id, a.username, a.display_name, a.role, a.must_change_password, c.id, c.code, c.name, coalesce(c.is_demo, false), t.id, t.code, t.name
    FROM public.account_session s
    JOIN public.account a ON a.id = s.account_id
    LEFT JOIN public.county c ON c.id = a.county_id
    LEFT JOIN public.township t ON t.county_id = a.county_id AND t.id = a.township_id
    WHERE s.token_hash = token AND s.ended_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - idle
      AND a.status = 'active' AND (a.password_changed_at IS NULL OR s.created_at >= a.password_changed_at)
      AND (c.id IS NULL OR c.status = 'active') AND (t.id IS NULL OR t.status = 'active');
  IF FOUND AND touch THEN
    UPDATE public.account_session s SET last_seen_at = now() WHERE s.token_hash = token AND s.last_seen_at < now() - interval '1 minute';
  END IF;
END $$;
REVOKE ALL ON FUNCTION app.check_session(bytea, boolean, interval) FROM PUBLIC;
ALTER FUNCTION app.check_session(bytea, boolean, interval) OWNER TO scope_auth;
REVOKE CREATE ON SCHEMA app FROM scope_audit, scope_auth;

-- Called by set-up for the application's login role: two functions are all it may touch by itself.
CREATE FUNCTION app.admit(login_role text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA app TO %I', login_role);
  EXECUTE format('GRANT EXECUTE ON FUNCTION app.begin_scope(text, uuid, uuid, boolean) TO %I', login_role);
  SET LOCAL ROLE scope_auth;
  EXECUTE format('GRANT EXECUTE ON FUNCTION app.check_session(bytea, boolean, interval) TO %I', login_role);
  SET LOCAL ROLE npc_owner;
END $$;
REVOKE ALL ON FUNCTION app.admit(text), app.guard_township_table(text), app.guard_county_table(text), app.broken_audit_link() FROM PUBLIC;
GRANT USAGE ON SCHEMA app TO scope_audit, scope_auth;
GRANT EXECUTE ON FUNCTION app.broken_audit_link() TO scope_audit;
