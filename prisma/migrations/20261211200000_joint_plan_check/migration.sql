-- What spoke against a task's days when it was issued all the same, and why the county went ahead. A table of its own and not
-- columns of the task: a township reads the row of a task it takes part in, and a sentence here may name one it is not to know of.
CREATE TABLE joint_override (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  conflicts jsonb NOT NULL,
  why text NOT NULL,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by_name text NOT NULL,
  CONSTRAINT joint_override_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT joint_override_conflicts_check CHECK (jsonb_array_length(conflicts) > 0),
  CONSTRAINT joint_override_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT joint_override_task_fkey FOREIGN KEY (county_id, task_id) REFERENCES joint_task (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX joint_override_task ON joint_override (county_id, task_id);
SELECT app.guard_county_table('joint_override');
DROP POLICY read_own_county ON joint_override;
REVOKE SELECT ON joint_override FROM scope_township;
-- It is kept as it was said.
REVOKE UPDATE ON joint_override FROM scope_county;
