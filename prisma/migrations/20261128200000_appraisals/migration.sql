-- 站所评议: rounds of a year with a line for each unit appraised, and what came of them.
CREATE TABLE appraisal (
  year integer NOT NULL,
  quarter text NOT NULL,
  mode text NOT NULL,
  issued integer NOT NULL,
  returned integer NOT NULL,
  handling_percent integer,
  opinion text
);
SELECT app.record_table('appraisal');
SELECT app.record_lines('appraisal_deputy', 'appraisal', 'deputy');

-- A line for each unit of a round, replaced as a whole when the round is corrected.
CREATE TABLE appraisal_line (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  appraisal_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  score numeric(5, 2) NOT NULL,
  complaint_points numeric(5, 2) NOT NULL DEFAULT 0,
  handling_points numeric(5, 2) NOT NULL DEFAULT 0,
  reason text,
  opinion text,
  CONSTRAINT appraisal_line_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT appraisal_line_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
SELECT app.record_points_to('appraisal_line', 'appraisal_id', 'appraisal');
SELECT app.record_points_to('appraisal_line', 'unit_id', 'handling_unit');
CREATE UNIQUE INDEX appraisal_line_county_id_township_id_appraisal_id_unit_id_key ON appraisal_line (county_id, township_id, appraisal_id, unit_id);
SELECT app.guard_township_table('appraisal_line');
GRANT DELETE ON appraisal_line TO scope_township;

CREATE TABLE appraisal_outcome (
  year integer NOT NULL,
  kind text NOT NULL,
  document_number text,
  content text,
  sent_on date,
  sent_entered_on date,
  sent_to text
);
SELECT app.record_table('appraisal_outcome');
SELECT app.record_lines('appraisal_outcome_unit', 'appraisal_outcome', 'handling_unit');

-- Which units are appraised, under which bureau, and whether the township shares in managing them.
ALTER TABLE handling_unit ADD appraised boolean, ADD dual_managed boolean, ADD superior text;

-- A problem is found by an activity or said in an appraisal, and by one of the two.
ALTER TABLE finding ALTER activity_id DROP NOT NULL, ADD appraisal_id uuid,
  ADD CONSTRAINT finding_one_source CHECK (num_nonnulls(activity_id, appraisal_id) = 1);
SELECT app.record_points_to('finding', 'appraisal_id', 'appraisal');
CREATE UNIQUE INDEX finding_appraisal_number_key ON finding (county_id, township_id, appraisal_id, number);
