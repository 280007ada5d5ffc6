-- Versions of a year's assessment scheme: a draft is consulted on and published, and what is published stays as it is.
ALTER TABLE assessment_scheme
  ADD COLUMN edition integer NOT NULL DEFAULT 1,
  ADD COLUMN entered_by_name text NOT NULL DEFAULT '',
  ADD COLUMN edited_at timestamptz(3),
  ADD COLUMN edited_by_name text,
  ADD COLUMN consulted_on date,
  ADD COLUMN consulted_until date,
  ADD COLUMN published_at timestamptz(3),
  ADD COLUMN published_by_name text,
  ADD COLUMN decision_number text,
  ADD COLUMN decision_reason text,
  ADD COLUMN hash text,
  ADD CONSTRAINT assessment_scheme_status CHECK (status IN ('draft', 'consultation', 'published'));
ALTER TABLE assessment_scheme ALTER COLUMN status SET DEFAULT 'draft';
DROP INDEX assessment_scheme_county_id_year_key;
CREATE UNIQUE INDEX assessment_scheme_county_id_year_edition_key ON assessment_scheme (county_id, year, edition);
-- At most one version of a year is being worked on.
CREATE UNIQUE INDEX assessment_scheme_open_key ON assessment_scheme (county_id, year) WHERE status <> 'published';

-- One text for one definition, whatever order its keys were written in: src/lib/canonical-json.ts makes the same.
CREATE FUNCTION app.canonical_json(value jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT SET search_path = pg_catalog AS $$
BEGIN
  RETURN CASE jsonb_typeof(value)
    WHEN 'object' THEN (SELECT '{' || coalesce(string_agg(to_jsonb(e.key)::text || ':' || app.canonical_json(e.value), ',' ORDER BY e.key COLLATE "C"), '') || '}'
      FROM jsonb_each(value) e)
    WHEN 'array' THEN (SELECT '[' || coalesce(string_agg(app.canonical_json(e.value), ',' ORDER BY e.place), '') || ']'
      FROM jsonb_array_elements(value) WITH ORDINALITY e (value, place))
    ELSE value::text
  END;
END $$;
CREATE FUNCTION app.scheme_hash(definition jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog AS $$
  SELECT encode(sha256(convert_to(app.canonical_json(definition), 'UTF8')), 'hex')
$$;

-- What counties adopted so far is the first published version of its year. The owner sees all rows only while they are filled in.
ALTER TABLE assessment_scheme NO FORCE ROW LEVEL SECURITY;
UPDATE assessment_scheme SET published_at = created_at, hash = app.scheme_hash(definition);
ALTER TABLE assessment_scheme FORCE ROW LEVEL SECURITY;

-- Published is published, for every role: the definition, its year and its hash are neither changed nor taken away.
CREATE FUNCTION app.keep_published_scheme() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    RAISE EXCEPTION 'published schemes are never deleted' USING ERRCODE = '42501';
  END IF;
  IF TG_OP <> 'INSERT' AND OLD.status = 'published' THEN
    RAISE EXCEPTION 'a published scheme is neither changed nor deleted' USING ERRCODE = '42501';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  NEW.hash := CASE WHEN NEW.status = 'published' THEN app.scheme_hash(NEW.definition) END;
  RETURN NEW;
END $$;
CREATE TRIGGER published BEFORE INSERT OR UPDATE OR DELETE ON assessment_scheme FOR EACH ROW EXECUTE FUNCTION app.keep_published_scheme();
CREATE TRIGGER published_table BEFORE TRUNCATE ON assessment_scheme FOR EACH STATEMENT EXECUTE FUNCTION app.keep_published_scheme();
GRANT EXECUTE ON FUNCTION app.canonical_json(jsonb), app.scheme_hash(jsonb) TO scope_county;
REVOKE ALL ON FUNCTION app.keep_published_scheme() FROM PUBLIC;

-- What a township says of a scheme that is in consultation, and what the county answers.
CREATE TABLE scheme_comment (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  scheme_id uuid NOT NULL,
  said text NOT NULL,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by_name text NOT NULL,
  CONSTRAINT scheme_comment_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT scheme_comment_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT scheme_comment_scheme_fkey FOREIGN KEY (county_id, scheme_id) REFERENCES assessment_scheme (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX scheme_comment_scheme ON scheme_comment (county_id, scheme_id);
SELECT app.guard_township_table('scheme_comment');

CREATE TABLE scheme_answer (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  comment_id uuid NOT NULL,
  answer text NOT NULL,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by_name text NOT NULL,
  CONSTRAINT scheme_answer_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT scheme_answer_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX scheme_answer_county_id_comment_id_key ON scheme_answer (county_id, comment_id);
SELECT app.guard_county_table('scheme_answer');
