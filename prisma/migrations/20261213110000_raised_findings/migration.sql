-- 上报县人大: a finding that goes beyond a township's power goes up to the county and comes back with its answer. The township says
-- why and what it asks for; the county says when it took it, by when it answers, and its answer.
CREATE TABLE raised_finding (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  finding_id uuid NOT NULL,
  raised_on date NOT NULL,
  why text NOT NULL,
  ask text NOT NULL,
  received_on date,
  received_by_name text,
  due_on date,
  answered_on date,
  answered_by_name text,
  outcome text,
  handled_by text,
  answer text,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  edited_at timestamptz(3),
  edited_by uuid,
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz(3),
  void_reason text,
  CONSTRAINT raised_finding_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT raised_finding_outcome_check CHECK (outcome IN ('settled', 'transferred', 'returned')),
  CONSTRAINT raised_finding_received_check CHECK ((received_on IS NULL) = (due_on IS NULL) AND due_on >= received_on),
  CONSTRAINT raised_finding_answer_check CHECK ((answered_on IS NULL) = (answer IS NULL) AND (answered_on IS NULL) = (outcome IS NULL)
    AND (answered_on IS NULL OR received_on IS NOT NULL)),
  CONSTRAINT raised_finding_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT raised_finding_finding_fkey FOREIGN KEY (county_id, township_id, finding_id) REFERENCES finding (county_id, township_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
-- One at a time: it is raised again only once the county has answered, or it was taken back.
CREATE UNIQUE INDEX raised_finding_open_key ON raised_finding (county_id, township_id, finding_id) WHERE answered_on IS NULL AND voided_at IS NULL;
CREATE INDEX raised_finding_finding ON raised_finding (county_id, township_id, finding_id);
ALTER TABLE raised_finding ENABLE ROW LEVEL SECURITY;
ALTER TABLE raised_finding FORCE ROW LEVEL SECURITY;
CREATE POLICY own_township ON raised_finding FOR ALL TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid);
CREATE POLICY own_county ON raised_finding FOR SELECT TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY answers ON raised_finding FOR UPDATE TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
GRANT SELECT ON raised_finding TO scope_township, scope_county;
-- What the township said stays; the county's receipt and answer are no township's to write.
GRANT INSERT (county_id, township_id, id, finding_id, raised_on, why, ask, entered_at, entered_by, entered_by_name, version) ON raised_finding TO scope_township;
GRANT UPDATE (edited_at, edited_by, version, voided_at, void_reason) ON raised_finding TO scope_township;
GRANT UPDATE (received_on, received_by_name, due_on, answered_on, answered_by_name, outcome, handled_by, answer, edited_at, edited_by, version)
  ON raised_finding TO scope_county;
