CREATE TABLE training (
  topic text NOT NULL,
  kind text NOT NULL,
  hours integer,
  speaker text,
  place text
);
SELECT app.record_table('training');

-- Who took part: a line for each deputy, replaced as a whole when the training is corrected.
CREATE TABLE training_participant (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  training_id uuid NOT NULL,
  deputy_id uuid NOT NULL,
  CONSTRAINT training_participant_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT training_participant_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
SELECT app.record_points_to('training_participant', 'training_id', 'training');
SELECT app.record_points_to('training_participant', 'deputy_id', 'deputy');
CREATE UNIQUE INDEX training_participant_county_id_township_id_training_id_depu_key ON training_participant (county_id, township_id, training_id, deputy_id);
SELECT app.guard_township_table('training_participant');
GRANT DELETE ON training_participant TO scope_township;
