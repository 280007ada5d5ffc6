-- 要数据: what the county asks its townships to report. The request is the county's own row, what a township owes of it and answers a
-- row of that township. `held` is what the system already had of it when it was sent, `despite` why it was sent all the same.
CREATE TABLE data_request (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  year integer NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  ask text NOT NULL,
  basis text,
  committee text NOT NULL,
  sent_on date NOT NULL,
  due_on date NOT NULL,
  held jsonb NOT NULL DEFAULT '[]',
  despite text,
  recalled_on date,
  recall_reason text,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT data_request_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT data_request_kind_check CHECK (kind IN ('form', 'report', 'data')),
  CONSTRAINT data_request_due_check CHECK (due_on >= sent_on),
  CONSTRAINT data_request_despite_check CHECK (jsonb_array_length(held) = 0 OR coalesce(btrim(despite), '') <> ''),
  CONSTRAINT data_request_recall_check CHECK ((recalled_on IS NULL) = (coalesce(btrim(recall_reason), '') = '')),
  CONSTRAINT data_request_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX data_request_year ON data_request (county_id, year);

CREATE TABLE data_ask (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  request_id uuid NOT NULL,
  answered_on date,
  answered_by_name text,
  answer text,
  held_key text,
  returned_on date,
  return_why text,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  edited_at timestamptz(3),
  edited_by uuid,
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz(3),
  void_reason text,
  CONSTRAINT data_ask_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT data_ask_answer_check CHECK ((answered_on IS NULL) = (answer IS NULL AND held_key IS NULL)),
  CONSTRAINT data_ask_return_check CHECK ((returned_on IS NULL) = (coalesce(btrim(return_why), '') = '') AND (returned_on IS NULL OR answered_on IS NOT NULL)),
  CONSTRAINT data_ask_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT data_ask_request_fkey FOREIGN KEY (county_id, request_id) REFERENCES data_request (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX data_ask_live_key ON data_ask (county_id, township_id, request_id) WHERE voided_at IS NULL;
CREATE INDEX data_ask_request ON data_ask (county_id, request_id);

ALTER TABLE data_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_request FORCE ROW LEVEL SECURITY;
ALTER TABLE data_ask ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_ask FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON data_request FOR ALL TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY own_county ON data_ask FOR ALL TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY own_township ON data_ask FOR SELECT TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid);
CREATE POLICY answers ON data_ask FOR UPDATE TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid);
-- A township reads what it is asked itself, and nothing of what only others are asked.
CREATE POLICY is_asked ON data_request FOR SELECT TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND EXISTS (
    SELECT FROM data_ask a WHERE a.county_id = data_request.county_id AND a.township_id = nullif(current_setting('app.township_id', true), '')::uuid
      AND a.request_id = data_request.id));
GRANT SELECT, INSERT ON data_request, data_ask TO scope_county;
-- What was asked stays as townships read it; it is taken back, with a reason, or it stands.
GRANT UPDATE (recalled_on, recall_reason, version) ON data_request TO scope_county;
-- What a township answered the county never changes.
GRANT UPDATE (returned_on, return_why, edited_at, edited_by, version, voided_at, void_reason) ON data_ask TO scope_county;
GRANT SELECT ON data_request, data_ask TO scope_township;
GRANT UPDATE (answered_on, answered_by_name, answer, held_key, returned_on, return_why, edited_at, edited_by, version) ON data_ask TO scope_township;

-- How many forms and reports the county may ask of a township in a year.
ALTER TABLE burden_limit ADD COLUMN papers_per_year integer NOT NULL DEFAULT 24;
ALTER TABLE burden_limit ADD CONSTRAINT burden_limit_papers_check CHECK (papers_per_year BETWEEN 1 AND 1000);
