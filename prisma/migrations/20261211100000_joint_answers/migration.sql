-- What was seen at each point of a checklist, at each inspected unit, once: two people who fill in the same point meet in one row.
-- A problem is a finding of the activity that carries the part out; the answer names it.
CREATE TABLE joint_answer (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  part_id uuid NOT NULL,
  item_code text NOT NULL,
  unit text,
  answer text NOT NULL,
  severity text,
  note text,
  place text,
  seen_on date NOT NULL,
  finding_id uuid,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  edited_at timestamptz(3),
  edited_by uuid,
  by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT joint_answer_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT joint_answer_answer_check CHECK (answer IN ('ok', 'problem', 'notApplicable')),
  CONSTRAINT joint_answer_problem_check CHECK ((answer = 'problem') = (severity IS NOT NULL) AND (answer <> 'problem' OR note IS NOT NULL)),
  CONSTRAINT joint_answer_severity_check CHECK (severity IN ('slight', 'general', 'serious')),
  CONSTRAINT joint_answer_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT joint_answer_part_fkey FOREIGN KEY (county_id, township_id, part_id) REFERENCES joint_part (county_id, township_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT joint_answer_finding_fkey FOREIGN KEY (county_id, township_id, finding_id) REFERENCES finding (county_id, township_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX joint_answer_point_key ON joint_answer (county_id, township_id, part_id, item_code, coalesce(unit, ''));
SELECT app.guard_township_table('joint_answer');
