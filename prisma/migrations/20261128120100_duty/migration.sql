CREATE TABLE group_activity (
  group_id uuid NOT NULL,
  topic text NOT NULL,
  kind text NOT NULL,
  place text,
  note text
);
SELECT app.record_table('group_activity');
SELECT app.record_points_to('group_activity', 'group_id', 'deputy_group');
SELECT app.record_lines('group_activity_deputy', 'group_activity', 'deputy');

-- A deputy reports to the voters, who rate it on the spot: counts of votes, never who gave them.
CREATE TABLE duty_report (
  deputy_id uuid NOT NULL,
  place text,
  voters integer,
  good integer,
  fair integer,
  poor integer,
  result text
);
SELECT app.record_table('duty_report');
SELECT app.record_points_to('duty_report', 'deputy_id', 'deputy');
