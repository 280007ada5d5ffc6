CREATE TABLE special_work_report (
  topic text NOT NULL,
  kind text NOT NULL,
  body text NOT NULL,
  unit_id uuid,
  materials_sent_on date,
  opinion_on date,
  opinion_entered_on date,
  opinion text,
  handed_on date,
  handed_entered_on date,
  responded_on date,
  responded_entered_on date,
  response text,
  implemented_on date,
  implemented_entered_on date,
  implementation text
);
SELECT app.record_table('special_work_report');
SELECT app.record_points_to('special_work_report', 'unit_id', 'handling_unit');

CREATE TABLE resolution (
  title text NOT NULL,
  kind text NOT NULL,
  content text,
  vote text,
  filed_on date,
  filed_entered_on date,
  concluded_on date,
  concluded_entered_on date,
  progress text
);
SELECT app.record_table('resolution');

-- What a resolution asks of somebody: a line each, kept while it is named.
CREATE TABLE resolution_task (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  resolution_id uuid NOT NULL,
  place integer NOT NULL,
  content text NOT NULL,
  responsible text,
  due_on date,
  done_on date,
  done_entered_on date,
  CONSTRAINT resolution_task_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT resolution_task_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
SELECT app.record_points_to('resolution_task', 'resolution_id', 'resolution');
SELECT app.guard_township_table('resolution_task');
GRANT DELETE ON resolution_task TO scope_township;

CREATE TABLE fiscal_check (
  stage text NOT NULL,
  subject text NOT NULL,
  opinion text NOT NULL,
  examined_by text
);
SELECT app.record_table('fiscal_check');

-- The report of an activity handed to whom it concerns, and what was answered.
ALTER TABLE activity
  ADD handed_on date,
  ADD handed_entered_on date,
  ADD responded_on date,
  ADD responded_entered_on date,
  ADD response text;
