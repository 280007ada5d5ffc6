-- 民生实事项目: solicited, nominated by the presidium, put to the ballot, carried out by milestones, rated.
CREATE TABLE project (
  name text NOT NULL,
  year integer NOT NULL,
  solicited_from text NOT NULL,
  proposer text,
  content text,
  unit_id uuid,
  budget numeric(14, 2),
  funding text,
  place text,
  nominated_on date,
  nominated_entered_on date,
  completed_on date,
  completed_entered_on date,
  dropped_on date
);
SELECT app.record_table('project');
SELECT app.record_points_to('project', 'unit_id', 'handling_unit');

CREATE TABLE project_ballot (
  year integer NOT NULL,
  session_id uuid,
  seats integer NOT NULL,
  deputies_total integer NOT NULL,
  present integer NOT NULL,
  ballots_issued integer NOT NULL,
  ballots_returned integer NOT NULL,
  invalid_ballots integer
);
SELECT app.record_table('project_ballot');
SELECT app.record_points_to('project_ballot', 'session_id', 'session');

-- A line for each candidate of a ballot, replaced as a whole when the ballot is corrected.
CREATE TABLE project_ballot_line (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  ballot_id uuid NOT NULL,
  project_id uuid NOT NULL,
  in_favour integer NOT NULL,
  against integer NOT NULL DEFAULT 0,
  chosen boolean NOT NULL,
  CONSTRAINT project_ballot_line_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT project_ballot_line_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
SELECT app.record_points_to('project_ballot_line', 'ballot_id', 'project_ballot');
SELECT app.record_points_to('project_ballot_line', 'project_id', 'project');
CREATE UNIQUE INDEX project_ballot_line_county_id_township_id_ballot_id_project_key ON project_ballot_line (county_id, township_id, ballot_id, project_id);
SELECT app.guard_township_table('project_ballot_line');
GRANT DELETE ON project_ballot_line TO scope_township;

-- planned_on is the day first said and never changes, due_on the one that holds, judged_on the one the figures go by.
CREATE TABLE project_milestone (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  project_id uuid NOT NULL,
  what text NOT NULL,
  planned_on date NOT NULL,
  due_on date NOT NULL,
  judged_on date NOT NULL,
  done_on date,
  done_entered_on date,
  done_note text,
  spent numeric(14, 2),
  verified_on date,
  verified_entered_on date,
  verified_by_deputy_id uuid,
  verification_note text,
  entered_at timestamptz(3) NOT NULL,
  CONSTRAINT project_milestone_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT project_milestone_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
SELECT app.record_points_to('project_milestone', 'project_id', 'project');
SELECT app.record_points_to('project_milestone', 'verified_by_deputy_id', 'deputy');
SELECT app.guard_township_table('project_milestone');
GRANT DELETE ON project_milestone TO scope_township;
CREATE TABLE project_milestone_deputy (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  milestone_id uuid NOT NULL,
  deputy_id uuid NOT NULL,
  CONSTRAINT project_milestone_deputy_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT project_milestone_deputy_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
SELECT app.record_points_to('project_milestone_deputy', 'milestone_id', 'project_milestone');
SELECT app.record_points_to('project_milestone_deputy', 'deputy_id', 'deputy');
CREATE UNIQUE INDEX project_milestone_deputy_county_id_township_id_milestone_id_key ON project_milestone_deputy (county_id, township_id, milestone_id, deputy_id);
SELECT app.guard_township_table('project_milestone_deputy');
GRANT DELETE ON project_milestone_deputy TO scope_township;

-- What happened to a project on its way: a milestone put off, a question asked on the site, a change decided.
CREATE TABLE project_event (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  project_id uuid NOT NULL,
  milestone_id uuid,
  kind text NOT NULL,
  occurred_on date NOT NULL,
  note text NOT NULL,
  document text,
  old_day date,
  new_day date,
  changes jsonb,
  entered_at timestamptz(3) NOT NULL,
  CONSTRAINT project_event_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT project_event_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
SELECT app.record_points_to('project_event', 'project_id', 'project');
SELECT app.record_points_to('project_event', 'milestone_id', 'project_milestone');
SELECT app.guard_township_table('project_event');
GRANT DELETE ON project_event TO scope_township;

-- 年终测评: of one project, or with no project of all that the year's ballot chose.
CREATE TABLE project_rating (
  year integer NOT NULL,
  project_id uuid,
  issued integer NOT NULL,
  returned integer NOT NULL,
  satisfied integer NOT NULL,
  basic integer NOT NULL,
  unsatisfied integer NOT NULL,
  opinion text
);
SELECT app.record_table('project_rating');
SELECT app.record_points_to('project_rating', 'project_id', 'project');
SELECT app.record_lines('project_rating_deputy', 'project_rating', 'deputy');
