CREATE TABLE policy (
  title text NOT NULL,
  template text NOT NULL,
  edition text,
  adopted_by text,
  posted boolean,
  repealed_on date
);
SELECT app.record_table('policy');
ALTER TABLE policy ADD CONSTRAINT policy_in_force CHECK (repealed_on IS NULL OR repealed_on >= occurred_on);
