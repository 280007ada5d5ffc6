-- The sums of a township's year, remembered until anything of it changes: every change writes an audit row in its own
-- transaction, so the last audit number says whether they still hold. They are counted anew from the evidence, never kept up.
CREATE TABLE figure_sums (
  county_id UUID NOT NULL,
  township_id UUID NOT NULL,
  year INTEGER NOT NULL,
  definition TEXT NOT NULL,
  township_seq BIGINT NOT NULL,
  county_seq BIGINT NOT NULL,
  sums JSONB NOT NULL,
  counted_at TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
  CONSTRAINT figure_sums_pkey PRIMARY KEY (county_id, township_id, year),
  CONSTRAINT figure_sums_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
ALTER TABLE figure_sums ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_sums FORCE ROW LEVEL SECURITY;
-- The county's alone: a township's own figures are counted for it.
CREATE POLICY own_county ON figure_sums FOR ALL TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON figure_sums TO scope_county;

-- The last audit number of a township, and of the county's own acts, by one probe.
CREATE INDEX audit_event_county_id_township_id_seq_idx ON audit_event (county_id, township_id, seq);
