-- The draw of the units that a task inspects: from which lists, how many and by which public number is said before anybody knows
-- the number; then it is drawn, once. Who draws again says why, and what was drawn before stays. No township reads it: a visit
-- that nobody announced would be known by its lists.
CREATE TABLE joint_draw (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  number integer NOT NULL,
  pools jsonb NOT NULL,
  per integer NOT NULL,
  source text NOT NULL,
  opens_on date NOT NULL,
  reason text,
  fixed_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  fixed_by_name text NOT NULL,
  text text,
  seed text,
  drawn jsonb,
  drawn_at timestamptz(3),
  drawn_by_name text,
  CONSTRAINT joint_draw_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT joint_draw_per_check CHECK (per BETWEEN 1 AND 50),
  CONSTRAINT joint_draw_pools_check CHECK (jsonb_array_length(pools) > 0),
  CONSTRAINT joint_draw_reason_check CHECK (number = 1 OR coalesce(btrim(reason), '') <> ''),
  CONSTRAINT joint_draw_drawn_check CHECK (
    (drawn_at IS NULL) = (text IS NULL) AND (drawn_at IS NULL) = (seed IS NULL) AND (drawn_at IS NULL) = (drawn IS NULL)
    AND (drawn_at IS NULL) = (drawn_by_name IS NULL)),
  CONSTRAINT joint_draw_seed_check CHECK (seed ~ '^[0-9a-f]{64}$'),
  CONSTRAINT joint_draw_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT joint_draw_task_fkey FOREIGN KEY (county_id, task_id) REFERENCES joint_task (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX joint_draw_number_key ON joint_draw (county_id, task_id, number);
SELECT app.guard_county_table('joint_draw');
DROP POLICY read_own_county ON joint_draw;
REVOKE SELECT ON joint_draw FROM scope_township;
-- What was announced stays as it was said.
REVOKE UPDATE ON joint_draw FROM scope_county;
GRANT UPDATE (text, seed, drawn, drawn_at, drawn_by_name) ON joint_draw TO scope_county;

-- What was drawn is drawn, whoever asks.
CREATE FUNCTION app.keep_joint_draw() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.drawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'what was drawn stays as it is' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.keep_joint_draw() FROM PUBLIC;
CREATE TRIGGER drawn_once BEFORE UPDATE ON joint_draw FOR EACH ROW EXECUTE FUNCTION app.keep_joint_draw();
-- What was drawn is what a part inspects.
GRANT UPDATE (units) ON joint_part TO scope_county;
