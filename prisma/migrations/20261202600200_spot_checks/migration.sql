-- The spot check of a frozen year: from which public number it will be drawn is said before anybody knows the number, then it is
-- drawn once, and what was found is added, never changed. No row of it is ever changed or removed.
CREATE TABLE spot_announcement (
  county_id UUID NOT NULL,
  id UUID NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  source TEXT NOT NULL,
  opens_on DATE NOT NULL,
  per_cell INTEGER NOT NULL,
  announced_at TIMESTAMPTZ(3) NOT NULL,
  announced_by_name TEXT NOT NULL,
  CONSTRAINT spot_announcement_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT spot_announcement_per_cell_check CHECK (per_cell BETWEEN 2 AND 5),
  CONSTRAINT spot_announcement_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX spot_announcement_county_id_year_number_key ON spot_announcement (county_id, year, number);

CREATE TABLE spot_draw (
  county_id UUID NOT NULL,
  id UUID NOT NULL,
  year INTEGER NOT NULL,
  text TEXT NOT NULL,
  seed TEXT NOT NULL,
  snapshot_hash TEXT NOT NULL,
  per_cell INTEGER NOT NULL,
  drawn_at TIMESTAMPTZ(3) NOT NULL,
  drawn_by_name TEXT NOT NULL,
  CONSTRAINT spot_draw_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT spot_draw_seed_check CHECK (seed ~ '^[0-9a-f]{64}$'),
  CONSTRAINT spot_draw_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX spot_draw_county_id_year_key ON spot_draw (county_id, year);

CREATE TABLE spot_check (
  county_id UUID NOT NULL,
  township_id UUID NOT NULL,
  id UUID NOT NULL,
  year INTEGER NOT NULL,
  place INTEGER NOT NULL,
  indicator TEXT NOT NULL,
  record_type TEXT NOT NULL,
  record_id UUID NOT NULL,
  key TEXT NOT NULL,
  CONSTRAINT spot_check_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT spot_check_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX spot_check_county_id_township_id_year_indicator_record_id_key ON spot_check (county_id, township_id, year, indicator, record_id);
CREATE INDEX spot_check_county_id_year_idx ON spot_check (county_id, year);

-- A further result corrects the one before it, and says why.
CREATE TABLE spot_result (
  county_id UUID NOT NULL,
  township_id UUID NOT NULL,
  id UUID NOT NULL,
  check_id UUID NOT NULL,
  number INTEGER NOT NULL,
  result TEXT NOT NULL,
  reason TEXT,
  checked_at TIMESTAMPTZ(3) NOT NULL,
  checked_by UUID NOT NULL,
  checked_by_name TEXT NOT NULL,
  CONSTRAINT spot_result_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT spot_result_result_check CHECK (result IN ('asRecorded', 'differs', 'missing')),
  CONSTRAINT spot_result_reason_check CHECK ((result = 'asRecorded' AND number = 1) OR coalesce(btrim(reason), '') <> ''),
  CONSTRAINT spot_result_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT spot_result_check_fkey FOREIGN KEY (county_id, township_id, check_id) REFERENCES spot_check (county_id, township_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX spot_result_county_id_township_id_check_id_number_key ON spot_result (county_id, township_id, check_id, number);

SELECT app.guard_county_table('spot_announcement');
SELECT app.guard_county_table('spot_draw');
REVOKE UPDATE ON spot_announcement, spot_draw FROM scope_county;
DO $$
DECLARE
  name text;
  own_county constant text := $q$county_id = nullif(current_setting('app.county_id', true), '')::uuid$q$;
  own_township constant text := $q$township_id = nullif(current_setting('app.township_id', true), '')::uuid$q$;
BEGIN
  FOREACH name IN ARRAY ARRAY['spot_check', 'spot_result'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_county ON %I FOR ALL TO scope_county USING (%s) WITH CHECK (%s)', name, own_county, own_county);
    EXECUTE format('CREATE POLICY own_township ON %I FOR SELECT TO scope_township USING (%s AND %s)', name, own_county, own_township);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO scope_county', name);
    EXECUTE format('GRANT SELECT ON %I TO scope_township', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['spot_announcement', 'spot_draw', 'spot_check', 'spot_result'] LOOP
    EXECUTE format('CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_frozen()', name);
  END LOOP;
END $$;

-- A year that was drawn is complete: the draw's own row is written last, and no record is added to it afterwards.
CREATE FUNCTION app.refuse_late_check() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT FROM public.spot_draw d JOIN added a ON a.county_id = d.county_id AND a.year = d.year) THEN
    RAISE EXCEPTION 'the year is drawn: nothing is added to %', TG_TABLE_NAME USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.refuse_late_check() FROM PUBLIC;
CREATE TRIGGER complete AFTER INSERT ON spot_check REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_late_check();
CREATE TRIGGER complete AFTER INSERT ON spot_announcement REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_late_check();
