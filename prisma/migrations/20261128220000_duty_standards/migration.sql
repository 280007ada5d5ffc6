-- Which duty standard a county goes by from a year on; what held before stays, for the years that were judged by it.
CREATE TABLE duty_standard (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  from_year integer NOT NULL,
  preset text NOT NULL,
  name text NOT NULL,
  targets jsonb NOT NULL,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by_name text NOT NULL,
  CONSTRAINT duty_standard_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT duty_standard_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
SELECT app.guard_county_table('duty_standard');

-- What deputies did among voters, one deputy a record: visits, help, mediation.
CREATE TABLE deputy_visit (
  deputy_id uuid NOT NULL,
  kind text NOT NULL,
  households integer,
  place text,
  note text
);
SELECT app.record_table('deputy_visit');
SELECT app.record_points_to('deputy_visit', 'deputy_id', 'deputy');

-- A deputy disputes what the duty file says; the township answers.
CREATE TABLE duty_dispute (
  deputy_id uuid NOT NULL,
  topic text NOT NULL,
  reason text,
  answered_on date,
  answered_entered_on date,
  answer text
);
SELECT app.record_table('duty_dispute');
SELECT app.record_points_to('duty_dispute', 'deputy_id', 'deputy');

-- The township looks through its deputies' duty files, twice a year.
CREATE TABLE duty_inspection (
  kind text NOT NULL,
  inspectors text,
  result text NOT NULL
);
SELECT app.record_table('duty_inspection');

-- What is to be done before a session, each with its day.
CREATE TABLE session_task (
  topic text NOT NULL,
  session_on date NOT NULL,
  due_on date NOT NULL,
  owner text,
  done_on date,
  done_entered_on date
);
SELECT app.record_table('session_task');

-- How often a deputy spoke at a session.
CREATE TABLE session_speech (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  deputy_id uuid NOT NULL,
  times integer NOT NULL CHECK (times > 0),
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  CONSTRAINT session_speech_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT session_speech_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT session_speech_session_fkey FOREIGN KEY (county_id, township_id, session_id) REFERENCES session (county_id, township_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT session_speech_deputy_fkey FOREIGN KEY (county_id, township_id, deputy_id) REFERENCES deputy (county_id, township_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX session_speech_county_id_township_id_session_id_deputy_id_key ON session_speech (county_id, township_id, session_id, deputy_id);
CREATE INDEX session_speech_deputy ON session_speech (county_id, township_id, deputy_id);
SELECT app.guard_township_table('session_speech');
GRANT DELETE ON session_speech TO scope_township;
