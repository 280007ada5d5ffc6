-- The report in which the county brings its townships' results together: every saved text is a version of its own and stays.
CREATE TABLE joint_report (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  version integer NOT NULL,
  sections jsonb NOT NULL,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  issued_on date,
  CONSTRAINT joint_report_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT joint_report_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT joint_report_task_fkey FOREIGN KEY (county_id, task_id) REFERENCES joint_task (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
-- Of two people who save at once the second finds the first one's version there.
CREATE UNIQUE INDEX joint_report_version_key ON joint_report (county_id, task_id, version);
SELECT app.guard_county_table('joint_report');
DROP POLICY read_own_county ON joint_report;
REVOKE SELECT ON joint_report FROM scope_township;
-- What was written stays as it was; only that it was issued is added.
REVOKE UPDATE ON joint_report FROM scope_county;
GRANT UPDATE (issued_on) ON joint_report TO scope_county;

-- 评议: which bureaus are rated, and a township's ballots for each of them, by the level of the deputies who cast them.
ALTER TABLE joint_task ADD COLUMN bureaus jsonb NOT NULL DEFAULT '[]';
CREATE TABLE joint_rating (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  part_id uuid NOT NULL,
  level text NOT NULL,
  bureau text NOT NULL,
  rated_on date NOT NULL,
  issued integer NOT NULL,
  returned integer NOT NULL,
  satisfied integer NOT NULL,
  basic integer NOT NULL,
  dissatisfied integer NOT NULL,
  abstained integer NOT NULL,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  CONSTRAINT joint_rating_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT joint_rating_level_check CHECK (level IN ('township', 'county', 'city')),
  CONSTRAINT joint_rating_sum_check CHECK (satisfied >= 0 AND basic >= 0 AND dissatisfied >= 0 AND abstained >= 0
    AND satisfied + basic + dissatisfied + abstained = returned AND returned <= issued),
  CONSTRAINT joint_rating_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT joint_rating_part_fkey FOREIGN KEY (county_id, township_id, part_id) REFERENCES joint_part (county_id, township_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX joint_rating_key ON joint_rating (county_id, township_id, part_id, level, bureau);
SELECT app.guard_township_table('joint_rating');
