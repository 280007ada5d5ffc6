-- What somebody of the county chose to compare, under a name: kept as the choice, never as its figures.
CREATE TABLE saved_comparison (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  choice jsonb NOT NULL,
  shared boolean NOT NULL,
  owner_id uuid NOT NULL,
  owner_name text NOT NULL,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz(3),
  CONSTRAINT saved_comparison_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT saved_comparison_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX saved_comparison_live_key ON saved_comparison (county_id, owner_id, name) WHERE voided_at IS NULL;
SELECT app.guard_county_table('saved_comparison');
-- Of townships compared with one another only the county speaks.
DROP POLICY read_own_county ON saved_comparison;
REVOKE SELECT ON saved_comparison FROM scope_township;
