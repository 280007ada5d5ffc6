CREATE TABLE post (
  post text NOT NULL,
  name text NOT NULL,
  deputy_id uuid,
  full_time boolean NOT NULL,
  other_jobs text,
  starts_on date NOT NULL,
  ends_on date,
  CONSTRAINT post_span CHECK (ends_on IS NULL OR ends_on >= starts_on)
);
SELECT app.record_table('post');
SELECT app.record_points_to('post', 'deputy_id', 'deputy');
