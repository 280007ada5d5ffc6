-- What becomes of a frozen year: its stage, and the days that have begun or were set. The county's, read by its townships.
CREATE TABLE assessment_cycle (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  year integer NOT NULL,
  stage text NOT NULL,
  days jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT assessment_cycle_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT assessment_cycle_stage_check CHECK (stage IN ('frozen', 'selfAssessment', 'review', 'preliminary', 'appeal', 'decided', 'published', 'archived')),
  CONSTRAINT assessment_cycle_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX assessment_cycle_county_id_year_key ON assessment_cycle (county_id, year);
SELECT app.guard_county_table('assessment_cycle');

-- A township's self-assessment: whether it is handed in, and what it says of each indicator. No column is called year: these are
-- words on a frozen year, not records of it.
CREATE TABLE self_assessment (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  submitted_at timestamptz(3),
  submitted_by_name text,
  reopened_until date,
  reopen_reason text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT self_assessment_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT self_assessment_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT self_assessment_cycle_fkey FOREIGN KEY (county_id, cycle_id) REFERENCES assessment_cycle (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX self_assessment_county_id_township_id_cycle_id_key ON self_assessment (county_id, township_id, cycle_id);

CREATE TABLE self_note (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  indicator text NOT NULL,
  kind text NOT NULL,
  text text,
  record_type text,
  record_id uuid,
  said_by_name text NOT NULL,
  said_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT self_note_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT self_note_kind_check CHECK (kind IN ('confirm', 'explain', 'evidence')),
  CONSTRAINT self_note_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT self_note_cycle_fkey FOREIGN KEY (county_id, cycle_id) REFERENCES assessment_cycle (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX self_note_county_id_township_id_cycle_id_indicator_key ON self_note (county_id, township_id, cycle_id, indicator);

-- What a township appeals against, and the county's decision.
CREATE TABLE assessment_appeal (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  indicator text NOT NULL,
  record_type text,
  record_id uuid,
  grounds text NOT NULL,
  appealed_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  appealed_by_name text NOT NULL,
  points_before double precision,
  upheld boolean,
  points_after double precision,
  found text,
  reason text,
  deciders jsonb,
  decided_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT assessment_appeal_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT assessment_appeal_decided_check CHECK ((decided_at IS NULL) = (upheld IS NULL)),
  CONSTRAINT assessment_appeal_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT assessment_appeal_cycle_fkey FOREIGN KEY (county_id, cycle_id) REFERENCES assessment_cycle (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX assessment_appeal_cycle ON assessment_appeal (county_id, cycle_id);
SELECT app.guard_township_table('self_assessment');
SELECT app.guard_township_table('self_note');
SELECT app.guard_township_table('assessment_appeal');

-- The county opens a self-assessment again, and decides an appeal; a township's words it never changes.
GRANT INSERT, UPDATE (submitted_at, submitted_by_name, reopened_until, reopen_reason, version) ON self_assessment TO scope_county;
CREATE POLICY county_opens_again ON self_assessment FOR UPDATE TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY county_opens ON self_assessment FOR INSERT TO scope_county
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
GRANT UPDATE (upheld, points_before, points_after, found, reason, deciders, decided_at, version) ON assessment_appeal TO scope_county;
CREATE POLICY county_decides ON assessment_appeal FOR UPDATE TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
REVOKE UPDATE ON assessment_appeal FROM scope_township;

-- Who reviews which township, and what each of them says of an item: no township reads it.
CREATE TABLE cycle_reviewer (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  seat text NOT NULL,
  account_id uuid NOT NULL,
  account_name text NOT NULL,
  submitted_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT cycle_reviewer_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT cycle_reviewer_seat_check CHECK (seat IN ('first', 'second', 'moderator')),
  CONSTRAINT cycle_reviewer_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT cycle_reviewer_cycle_fkey FOREIGN KEY (county_id, cycle_id) REFERENCES assessment_cycle (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX cycle_reviewer_county_id_township_id_cycle_id_seat_key ON cycle_reviewer (county_id, township_id, cycle_id, seat);

CREATE TABLE review_opinion (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL,
  code text NOT NULL,
  value double precision NOT NULL,
  reason text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT review_opinion_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT review_opinion_kind_check CHECK (kind IN ('indicator', 'bonus', 'deduction', 'veto')),
  CONSTRAINT review_opinion_reason_check CHECK (btrim(reason) <> ''),
  CONSTRAINT review_opinion_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT review_opinion_cycle_fkey FOREIGN KEY (county_id, cycle_id) REFERENCES assessment_cycle (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX review_opinion_county_id_township_id_item_key ON review_opinion (county_id, township_id, cycle_id, account_id, kind, code);

-- What the meeting decided, with what came of it, and how it was published: written once. See docs/adr/0017.
CREATE TABLE assessment_result (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  year integer NOT NULL,
  decided_at timestamptz(3) NOT NULL,
  decided_by_name text NOT NULL,
  frozen_hash text NOT NULL,
  decision jsonb NOT NULL,
  panel_names jsonb NOT NULL,
  results jsonb NOT NULL,
  hash text NOT NULL,
  CONSTRAINT assessment_result_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT assessment_result_hash_check CHECK (hash ~ '^[0-9a-f]{64}$'),
  CONSTRAINT assessment_result_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX assessment_result_county_id_year_key ON assessment_result (county_id, year);

CREATE TABLE assessment_publication (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  year integer NOT NULL,
  published_at timestamptz(3) NOT NULL,
  published_by_name text NOT NULL,
  ranking text NOT NULL,
  awards jsonb NOT NULL,
  CONSTRAINT assessment_publication_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT assessment_publication_ranking_check CHECK (ranking IN ('all', 'grade', 'none')),
  CONSTRAINT assessment_publication_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX assessment_publication_county_id_year_key ON assessment_publication (county_id, year);

DO $$
DECLARE
  name text;
  own constant text := $q$county_id = nullif(current_setting('app.county_id', true), '')::uuid$q$;
BEGIN
  FOREACH name IN ARRAY ARRAY['cycle_reviewer', 'review_opinion', 'assessment_result', 'assessment_publication'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_county ON %I FOR ALL TO scope_county USING (%s) WITH CHECK (%s)', name, own, own);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO scope_county', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['assessment_result', 'assessment_publication'] LOOP
    EXECUTE format('CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_frozen()', name);
  END LOOP;
END $$;
GRANT UPDATE ON cycle_reviewer, review_opinion TO scope_county;
