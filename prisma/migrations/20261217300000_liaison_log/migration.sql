-- 联系记录: the county and a township were in touch. Both sides write it down, in the township's rows; neither changes what the
-- other wrote.
CREATE TABLE liaison_entry (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  side text NOT NULL,
  contact_on date NOT NULL,
  way text NOT NULL,
  county_person text NOT NULL,
  township_person text,
  subject text NOT NULL,
  result text,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz(3),
  void_reason text,
  CONSTRAINT liaison_entry_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT liaison_entry_side_check CHECK (side IN ('county', 'township')),
  CONSTRAINT liaison_entry_way_check CHECK (way IN ('call', 'visit', 'received', 'meeting', 'document', 'message', 'other')),
  CONSTRAINT liaison_entry_void_check CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
  CONSTRAINT liaison_entry_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX liaison_entry_day ON liaison_entry (county_id, contact_on);
ALTER TABLE liaison_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE liaison_entry FORCE ROW LEVEL SECURITY;
DO $$
DECLARE
  own_county constant text := $q$county_id = nullif(current_setting('app.county_id', true), '')::uuid$q$;
  own_township constant text := own_county || $q$ AND township_id = nullif(current_setting('app.township_id', true), '')::uuid$q$;
BEGIN
  EXECUTE format('CREATE POLICY own_township ON liaison_entry FOR SELECT TO scope_township USING (%s)', own_township);
  EXECUTE format('CREATE POLICY own_county ON liaison_entry FOR SELECT TO scope_county USING (%s)', own_county);
  EXECUTE format('CREATE POLICY township_enters ON liaison_entry FOR INSERT TO scope_township WITH CHECK (%s AND side = ''township'')', own_township);
  EXECUTE format('CREATE POLICY county_enters ON liaison_entry FOR INSERT TO scope_county WITH CHECK (%s AND side = ''county'')', own_county);
  EXECUTE format('CREATE POLICY township_strikes ON liaison_entry FOR UPDATE TO scope_township USING (%1$s AND side = ''township'') WITH CHECK (%1$s AND side = ''township'')', own_township);
  EXECUTE format('CREATE POLICY county_strikes ON liaison_entry FOR UPDATE TO scope_county USING (%1$s AND side = ''county'') WITH CHECK (%1$s AND side = ''county'')', own_county);
END $$;
GRANT SELECT, INSERT ON liaison_entry TO scope_township, scope_county;
-- Entered wrongly, it is struck out with a reason and entered anew.
GRANT UPDATE (version, voided_at, void_reason) ON liaison_entry TO scope_township, scope_county;

-- After how many days without any contact a township counts as silent; without a row the program's own number holds.
CREATE TABLE silence_limit (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  days integer NOT NULL,
  edited_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT silence_limit_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT silence_limit_check CHECK (days BETWEEN 7 AND 365),
  CONSTRAINT silence_limit_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX silence_limit_county_id_key ON silence_limit (county_id);
SELECT app.guard_county_table('silence_limit');
