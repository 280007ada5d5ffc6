-- 请假时段: days on which a deputy is not to be asked along. Why somebody is away is told in a few words or not at all: what an
-- illness is called is nobody's business here.
CREATE TABLE deputy_leave (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  deputy_id uuid NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  reason text,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  edited_at timestamptz(3),
  edited_by uuid,
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz(3),
  voided_by uuid,
  void_reason text,
  CONSTRAINT deputy_leave_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT deputy_leave_days_check CHECK (starts_on <= ends_on),
  CONSTRAINT deputy_leave_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT deputy_leave_deputy_fkey FOREIGN KEY (county_id, township_id, deputy_id) REFERENCES deputy (county_id, township_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX deputy_leave_deputy ON deputy_leave (county_id, township_id, deputy_id);
SELECT app.guard_township_table('deputy_leave');
