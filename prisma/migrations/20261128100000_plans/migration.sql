-- What a township plans for a year, month by month. How an item ended is said beside it: the record that fulfils it, or
-- the day and the words of what no kind of record holds yet; why it was put off or called off.
CREATE TABLE plan_item (
  topic text NOT NULL,
  kind text NOT NULL,
  year integer NOT NULL,
  month integer NOT NULL,
  owner text,
  origin text,
  reason text,
  guidance integer,
  record_type text,
  record_id uuid,
  done_on date,
  done_entered_on date,
  done_note text,
  change_reason text,
  cancel_reason text,
  CONSTRAINT plan_item_month_check CHECK (month BETWEEN 1 AND 12),
  CONSTRAINT plan_item_fulfilled_once CHECK ((record_type IS NULL) = (record_id IS NULL) AND (record_id IS NULL OR done_on IS NULL))
);
SELECT app.record_table('plan_item');
-- A record fulfils one item.
CREATE UNIQUE INDEX plan_item_record_key ON plan_item (county_id, township_id, record_id) WHERE voided_at IS NULL;

-- The party committee's approval of a year's plan; a year without one has a draft.
CREATE TABLE annual_plan (
  year integer NOT NULL,
  document_number text NOT NULL,
  issued_on date
);
SELECT app.record_table('annual_plan');
CREATE UNIQUE INDEX annual_plan_live_key ON annual_plan (county_id, township_id, year) WHERE voided_at IS NULL;

-- What the county asks its townships to take up in a year: its points by their place, a draft until it is published.
CREATE TABLE guidance (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  year integer NOT NULL,
  title text NOT NULL,
  document_number text,
  points text[] NOT NULL,
  published_on date,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by_name text NOT NULL,
  edited_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT guidance_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT guidance_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX guidance_county_id_year_key ON guidance (county_id, year);
SELECT app.guard_county_table('guidance');
