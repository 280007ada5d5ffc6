CREATE TABLE honour (
  title text NOT NULL,
  kind text NOT NULL,
  level text NOT NULL,
  issued_by text NOT NULL,
  document_number text,
  recipients text
);
SELECT app.record_table('honour');

CREATE TABLE honour_deputy (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  honour_id uuid NOT NULL,
  deputy_id uuid NOT NULL,
  CONSTRAINT honour_deputy_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT honour_deputy_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
SELECT app.record_points_to('honour_deputy', 'honour_id', 'honour');
SELECT app.record_points_to('honour_deputy', 'deputy_id', 'deputy');
CREATE UNIQUE INDEX honour_deputy_county_id_township_id_honour_id_deputy_id_key ON honour_deputy (county_id, township_id, honour_id, deputy_id);
SELECT app.guard_township_table('honour_deputy');
GRANT DELETE ON honour_deputy TO scope_township;
