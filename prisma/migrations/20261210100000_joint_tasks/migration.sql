-- 上下联动: what the county and its townships inspect together. The task is the county's own row, each township's part in it a row
-- of that township. A part the township is not to know of yet (an unannounced visit before it begins) has no `shown_from`, and
-- the database gives the township neither the part nor a task in which it has none to see.
CREATE TABLE joint_task (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  year integer NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  law_name text,
  basis text,
  committee text NOT NULL,
  window_from date NOT NULL,
  window_until date NOT NULL,
  result_due_on date NOT NULL,
  ask text NOT NULL,
  members jsonb NOT NULL DEFAULT '[]',
  checklist jsonb NOT NULL DEFAULT '[]',
  checklist_name text,
  plan_item text,
  state text NOT NULL DEFAULT 'draft',
  issued_at timestamptz(3),
  issued_by_name text,
  recall_reason text,
  closed_on date,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz(3),
  void_reason text,
  CONSTRAINT joint_task_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT joint_task_kind_check CHECK (kind IN ('lawInspection', 'inspectionVisit', 'investigation', 'supervisionCheck', 'unannouncedVisit', 'rating')),
  CONSTRAINT joint_task_state_check CHECK (state IN ('draft', 'issued', 'reporting', 'closed', 'recalled')),
  CONSTRAINT joint_task_window_check CHECK (window_until >= window_from AND result_due_on >= window_from),
  CONSTRAINT joint_task_recall_check CHECK ((state = 'recalled') = (coalesce(btrim(recall_reason), '') <> '')),
  CONSTRAINT joint_task_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX joint_task_year ON joint_task (county_id, year);

CREATE TABLE joint_part (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  year integer NOT NULL,
  visit_from date NOT NULL,
  visit_until date NOT NULL,
  units jsonb NOT NULL DEFAULT '[]',
  shown_from timestamptz(3),
  accepted_on date,
  proposed_on date,
  proposed_from date,
  proposed_until date,
  proposed_why text,
  merge_with_id uuid,
  answered_on date,
  agreed boolean,
  answer_why text,
  together_with_id uuid,
  activity_id uuid,
  submitted_on date,
  result_text text,
  verdict text,
  verdict_on date,
  verdict_why text,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  edited_at timestamptz(3),
  edited_by uuid,
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz(3),
  void_reason text,
  CONSTRAINT joint_part_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT joint_part_visit_check CHECK (visit_until >= visit_from AND proposed_until >= proposed_from),
  CONSTRAINT joint_part_verdict_check CHECK ((verdict IS NULL OR verdict IN ('accepted', 'returned')) AND (verdict IS NULL) = (verdict_on IS NULL)),
  CONSTRAINT joint_part_shown_check CHECK (shown_from IS NOT NULL OR (accepted_on IS NULL AND proposed_on IS NULL AND submitted_on IS NULL)),
  CONSTRAINT joint_part_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT joint_part_task_fkey FOREIGN KEY (county_id, task_id) REFERENCES joint_task (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT joint_part_merge_with_fkey FOREIGN KEY (county_id, township_id, merge_with_id) REFERENCES joint_part (county_id, township_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT joint_part_together_with_fkey FOREIGN KEY (county_id, township_id, together_with_id) REFERENCES joint_part (county_id, township_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT joint_part_activity_fkey FOREIGN KEY (county_id, township_id, activity_id) REFERENCES activity (county_id, township_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX joint_part_live_key ON joint_part (county_id, township_id, task_id) WHERE voided_at IS NULL;
CREATE INDEX joint_part_task ON joint_part (county_id, task_id);
CREATE INDEX joint_part_year ON joint_part (county_id, year);

ALTER TABLE joint_task ENABLE ROW LEVEL SECURITY;
ALTER TABLE joint_task FORCE ROW LEVEL SECURITY;
ALTER TABLE joint_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE joint_part FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON joint_task FOR ALL TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY own_county ON joint_part FOR ALL TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY shown_part ON joint_part FOR SELECT TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid
    AND shown_from IS NOT NULL);
CREATE POLICY carries_out ON joint_part FOR UPDATE TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid
    AND shown_from IS NOT NULL)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid);
-- A county has a few dozen tasks a year: the look at the township's own parts costs nothing that could be felt.
CREATE POLICY has_shown_part ON joint_task FOR SELECT TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND EXISTS (
    SELECT FROM joint_part p WHERE p.county_id = joint_task.county_id AND p.township_id = nullif(current_setting('app.township_id', true), '')::uuid
      AND p.task_id = joint_task.id AND p.shown_from IS NOT NULL));
GRANT SELECT, INSERT ON joint_task, joint_part TO scope_county;
GRANT UPDATE ON joint_task TO scope_county;
-- What a township handed in, and the activity it names, the county never changes.
GRANT UPDATE (visit_from, visit_until, shown_from, accepted_on, proposed_on, proposed_from, proposed_until, proposed_why, merge_with_id,
  answered_on, agreed, answer_why, together_with_id, verdict, verdict_on, verdict_why, edited_at, edited_by, version, voided_at, void_reason)
  ON joint_part TO scope_county;
GRANT SELECT ON joint_task, joint_part TO scope_township;
-- What a township says of its part; what the county laid down and its verdict are not the township's to change.
GRANT UPDATE (accepted_on, proposed_on, proposed_from, proposed_until, proposed_why, merge_with_id, answered_on, agreed, answer_why, activity_id,
  submitted_on, result_text, verdict, verdict_on, verdict_why, edited_at, edited_by, version) ON joint_part TO scope_township;

-- Which verdict a township may set: none. It takes back that its result was returned, by submitting another one.
CREATE FUNCTION app.keep_verdict() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF current_setting('role') = 'scope_township' AND ((NEW.verdict IS NOT NULL AND NEW.verdict IS DISTINCT FROM OLD.verdict)
    OR (OLD.verdict = 'accepted' AND NEW.verdict IS DISTINCT FROM OLD.verdict)) THEN
    RAISE EXCEPTION 'a township does not judge its own result' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.keep_verdict() FROM PUBLIC;
CREATE TRIGGER verdict BEFORE UPDATE ON joint_part FOR EACH ROW EXECUTE FUNCTION app.keep_verdict();

-- What is asked in an inspection of a law: the county's template. A task copies its points, so that changing it changes no task.
CREATE TABLE joint_checklist (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  law_name text,
  items jsonb NOT NULL,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz(3),
  CONSTRAINT joint_checklist_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT joint_checklist_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX joint_checklist_live_key ON joint_checklist (county_id, name) WHERE voided_at IS NULL;

-- Days on which the county wants no visit: flood season, harvest. Without townships it holds for all of them.
CREATE TABLE county_mark (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  from_on date NOT NULL,
  until_on date NOT NULL,
  townships jsonb NOT NULL DEFAULT '[]',
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz(3),
  CONSTRAINT county_mark_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT county_mark_days_check CHECK (until_on >= from_on),
  CONSTRAINT county_mark_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- How much the county may ask of its townships; a county without a row goes by the program's own numbers.
CREATE TABLE burden_limit (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  township_per_year integer NOT NULL,
  gap_days integer NOT NULL,
  unit_per_year integer NOT NULL,
  edited_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT burden_limit_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT burden_limit_check CHECK (township_per_year BETWEEN 1 AND 365 AND gap_days BETWEEN 0 AND 365 AND unit_per_year BETWEEN 1 AND 365),
  CONSTRAINT burden_limit_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX burden_limit_county_id_key ON burden_limit (county_id);
SELECT app.guard_county_table('joint_checklist');
SELECT app.guard_county_table('county_mark');
SELECT app.guard_county_table('burden_limit');
-- What the county prepares is no township's to read: a template chosen tells what will be looked for.
DROP POLICY read_own_county ON joint_checklist;
REVOKE SELECT ON joint_checklist FROM scope_township;
