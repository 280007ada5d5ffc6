-- What another system of the county may read with, by its scopes and until its day: found by its hash before anybody is known.
CREATE TABLE export_token (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  scopes text[] NOT NULL,
  token_hash bytea NOT NULL,
  token_end text NOT NULL,
  expires_on date NOT NULL,
  issued_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  issued_by uuid NOT NULL,
  issued_by_name text NOT NULL,
  revoked_at timestamptz(3),
  revoked_by_name text,
  revoke_reason text,
  last_used_on date,
  uses bigint NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT export_token_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT export_token_scopes_check CHECK (cardinality(scopes) BETWEEN 1 AND 20),
  CONSTRAINT export_token_year_check CHECK (expires_on <= (issued_at AT TIME ZONE 'Asia/Shanghai')::date + interval '1 year'),
  CONSTRAINT export_token_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX export_token_token_hash_key ON export_token (token_hash);
SELECT app.guard_county_table('export_token');
-- No township's to know; and the county itself may do no more than issue one and end it.
DROP POLICY read_own_county ON export_token;
REVOKE SELECT ON export_token FROM scope_township;
REVOKE UPDATE ON export_token FROM scope_county;
GRANT UPDATE (revoked_at, revoked_by_name, revoke_reason, version) ON export_token TO scope_county;
-- Whoever shows a token is looked up as at sign-in, and its use counted.
CREATE POLICY look_up ON export_token FOR SELECT TO scope_auth USING (true);
CREATE POLICY count_use ON export_token FOR UPDATE TO scope_auth USING (true) WITH CHECK (true);
GRANT SELECT ON export_token TO scope_auth;
GRANT UPDATE (last_used_on, uses) ON export_token TO scope_auth;

-- One that was revoked stays so, whoever would have it otherwise.
CREATE FUNCTION app.export_token_stays_revoked() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at THEN
    RAISE EXCEPTION 'a revoked export token stays revoked' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stays_revoked BEFORE UPDATE ON export_token FOR EACH ROW EXECUTE FUNCTION app.export_token_stays_revoked();
