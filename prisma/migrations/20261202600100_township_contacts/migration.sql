-- Who of the county looks after a township, from a day until a day: the county's own row, which the township reads.
CREATE TABLE township_contact (
  county_id UUID NOT NULL,
  township_id UUID NOT NULL,
  id UUID NOT NULL,
  account_id UUID NOT NULL,
  account_name TEXT NOT NULL,
  since DATE NOT NULL,
  until DATE,
  entered_at TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by_name TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT township_contact_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT township_contact_until_check CHECK (until >= since),
  CONSTRAINT township_contact_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX township_contact_live_key ON township_contact (county_id, township_id, account_id) WHERE until IS NULL;
ALTER TABLE township_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE township_contact FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON township_contact FOR ALL TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY own_township ON township_contact FOR SELECT TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON township_contact TO scope_county;
GRANT SELECT ON township_contact TO scope_township;

-- Whom the county may entrust with something: names of its own staff and nothing else of an account, which only sign-in and
-- account scopes read.
CREATE FUNCTION app.county_staff() RETURNS TABLE (id uuid, name text, active boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.id, a.display_name, a.status = 'active' FROM public.account a
  WHERE a.county_id = nullif(current_setting('app.county_id', true), '')::uuid AND a.role IN ('countyLeader', 'countyStaff')
$$;
REVOKE ALL ON FUNCTION app.county_staff() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.county_staff() TO scope_county;
GRANT CREATE ON SCHEMA app TO scope_auth;
ALTER FUNCTION app.county_staff() OWNER TO scope_auth;
REVOKE CREATE ON SCHEMA app FROM scope_auth;
