-- Stations where voters meet deputies, with the day of each month that is fixed for it: a day of the month, or a weekday of one of its weeks.
CREATE TABLE station (
  name text NOT NULL,
  kind text NOT NULL,
  place text,
  officer text,
  officer_phone text,
  fixed_day integer,
  fixed_week text,
  fixed_weekday text,
  starts_on date NOT NULL,
  ends_on date
);
SELECT app.record_table('station');
SELECT app.record_lines('station_deputy', 'station', 'deputy');

CREATE TABLE reception (
  station_id uuid NOT NULL,
  visitors integer,
  note text
);
SELECT app.record_table('reception');
SELECT app.record_points_to('reception', 'station_id', 'station');
SELECT app.record_lines('reception_deputy', 'reception', 'deputy');

-- What a voter said, and what became of it: an answer of its own, or the suggestion that was made of it and is answered there.
CREATE TABLE voter_opinion (
  topic text NOT NULL,
  content text,
  category text NOT NULL,
  channel text NOT NULL,
  station_id uuid,
  voter_name text,
  voter_phone text,
  answered_on date,
  answered_entered_on date,
  answer text,
  satisfaction text,
  rated_on date,
  rated_entered_on date,
  suggestion_id uuid
);
SELECT app.record_table('voter_opinion');
SELECT app.record_points_to('voter_opinion', 'station_id', 'station');
SELECT app.record_points_to('voter_opinion', 'suggestion_id', 'suggestion');
SELECT app.record_lines('voter_opinion_deputy', 'voter_opinion', 'deputy');
