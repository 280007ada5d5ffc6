-- What a township answers to a signal. A signal is reckoned, never stored: it is known again by its code and what it is about.
CREATE TABLE integrity_answer (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  year integer NOT NULL,
  signal text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  records jsonb NOT NULL,
  answered_by uuid NOT NULL,
  answered_by_name text NOT NULL,
  answered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT integrity_answer_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT integrity_answer_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX integrity_answer_county_id_township_id_year_signal_subject_key ON integrity_answer (county_id, township_id, year, signal, subject);
SELECT app.guard_township_table('integrity_answer');

-- What a reviewer of the county decided of one: the county's own row, which the township reads.
CREATE TABLE integrity_case (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  year integer NOT NULL,
  signal text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  records jsonb NOT NULL,
  answer text,
  decision text NOT NULL,
  reason text NOT NULL,
  deduction text,
  decided_by uuid NOT NULL,
  decided_by_name text NOT NULL,
  decided_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT integrity_case_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT integrity_case_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT integrity_case_decision_check CHECK (decision IN ('explained', 'verified', 'confirmed')),
  CONSTRAINT integrity_case_reason_check CHECK (btrim(reason) <> '')
);
CREATE UNIQUE INDEX integrity_case_county_id_township_id_year_signal_subject_key ON integrity_case (county_id, township_id, year, signal, subject);
ALTER TABLE integrity_case ENABLE ROW LEVEL SECURITY;
ALTER TABLE integrity_case FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON integrity_case FOR ALL TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY own_township ON integrity_case FOR SELECT TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON integrity_case TO scope_county;
GRANT SELECT ON integrity_case TO scope_township;

-- A year's acts are read by the time they were entered, in which the audit grows: a few blocks a range, and nothing to keep up.
CREATE INDEX audit_event_at ON audit_event USING brin (at);
