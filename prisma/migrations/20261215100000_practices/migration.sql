-- 经验: what a township writes is its own row and no other township's to read. Publishing copies it into the county's library;
-- what is shared lies in tables of the county, what is a township's own in tables of the township, and no policy has to ask
-- in which state a text is.
CREATE TABLE practice (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  number integer NOT NULL DEFAULT 1,
  state text NOT NULL DEFAULT 'draft',
  topic text NOT NULL,
  title text NOT NULL,
  problem text NOT NULL,
  steps text NOT NULL,
  conditions text,
  cost text,
  law_basis text,
  metrics jsonb NOT NULL DEFAULT '[]',
  evidence jsonb NOT NULL DEFAULT '[]',
  confirmed_on date,
  confirmed_by_name text,
  returned_on date,
  return_reason text,
  published_on date,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  edited_at timestamptz(3),
  edited_by uuid,
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz(3),
  voided_by uuid,
  void_reason text,
  CONSTRAINT practice_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT practice_number_check CHECK (number > 0),
  CONSTRAINT practice_state_check CHECK (state IN ('draft', 'confirmed', 'returned', 'published')),
  CONSTRAINT practice_confirmed_check CHECK (state = 'draft' OR confirmed_on IS NOT NULL),
  CONSTRAINT practice_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
SELECT app.guard_township_table('practice');
-- The county answers what a township confirmed, and changes no word of it.
CREATE POLICY reviewed ON practice FOR UPDATE TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND state = 'confirmed')
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND state IN ('returned', 'published'));
GRANT UPDATE (state, returned_on, return_reason, published_on, version) ON practice TO scope_county;

CREATE FUNCTION app.keep_review() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF current_setting('role') = 'scope_township' AND NEW.state IN ('returned', 'published')
    AND (TG_OP = 'INSERT' OR NEW.state IS DISTINCT FROM OLD.state) THEN
    RAISE EXCEPTION 'a township does not review its own practice' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.keep_review() FROM PUBLIC;
CREATE TRIGGER review BEFORE INSERT OR UPDATE ON practice FOR EACH ROW EXECUTE FUNCTION app.keep_review();

-- The county's library: each published edition as it was reviewed, with the titles and days of its evidence.
CREATE TABLE practice_edition (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  practice_id uuid NOT NULL,
  author_id uuid NOT NULL,
  author_code text NOT NULL,
  author_name text NOT NULL,
  author_class integer,
  number integer NOT NULL,
  topic text NOT NULL,
  title text NOT NULL,
  pinyin text NOT NULL,
  initials text NOT NULL,
  problem text NOT NULL,
  steps text NOT NULL,
  conditions text,
  cost text,
  law_basis text,
  metrics jsonb NOT NULL DEFAULT '[]',
  evidence jsonb NOT NULL DEFAULT '[]',
  files jsonb NOT NULL DEFAULT '[]',
  published_on date NOT NULL,
  published_by_name text NOT NULL,
  superseded_on date,
  retired_on date,
  retired_by_name text,
  retire_reason text,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT practice_edition_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT practice_edition_retired_check CHECK ((retired_on IS NULL) = (coalesce(btrim(retire_reason), '') = '')),
  CONSTRAINT practice_edition_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT practice_edition_author_fkey FOREIGN KEY (county_id, author_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX practice_edition_number_key ON practice_edition (county_id, practice_id, number);
CREATE UNIQUE INDEX practice_edition_of_key ON practice_edition (county_id, id, practice_id, author_id);
CREATE UNIQUE INDEX practice_edition_current_key ON practice_edition (county_id, practice_id) WHERE superseded_on IS NULL;
SELECT app.guard_county_table('practice_edition');
-- Its author may take it out of use, and touches nothing else of it.
CREATE POLICY retires ON practice_edition FOR UPDATE TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND author_id = nullif(current_setting('app.township_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND author_id = nullif(current_setting('app.township_id', true), '')::uuid);
GRANT UPDATE (retired_on, retired_by_name, retire_reason, version) ON practice_edition TO scope_township;

-- How a township takes a practice over: its own steps and who sees to them are its own.
CREATE TABLE practice_adoption (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  edition_id uuid NOT NULL,
  steps text NOT NULL,
  owner text NOT NULL,
  begins_on date NOT NULL,
  until_on date,
  metric text,
  stopped_on date,
  stop_reason text,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  edited_at timestamptz(3),
  edited_by uuid,
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz(3),
  voided_by uuid,
  void_reason text,
  CONSTRAINT practice_adoption_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT practice_adoption_days_check CHECK (until_on >= begins_on),
  CONSTRAINT practice_adoption_stop_check CHECK ((stopped_on IS NULL) = (coalesce(btrim(stop_reason), '') = '')),
  CONSTRAINT practice_adoption_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT practice_adoption_edition_fkey FOREIGN KEY (county_id, edition_id) REFERENCES practice_edition (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
SELECT app.guard_township_table('practice_adoption');

-- What the author is told of an adoption, and what it earns: who took over what, since when, and whether it helped. It has the
-- adoption's id. Its author reads it at once, the county's other townships once the adopter has said what came of it.
CREATE TABLE practice_use (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  edition_id uuid NOT NULL,
  practice_id uuid NOT NULL,
  author_id uuid NOT NULL,
  adopter_id uuid NOT NULL,
  adopter_name text NOT NULL,
  began_on date NOT NULL,
  adopted_on date NOT NULL,
  ended_on date,
  confirmed_on date,
  confirmed_by_name text,
  helped boolean,
  benefit text,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  CONSTRAINT practice_use_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT practice_use_others_check CHECK (adopter_id <> author_id),
  CONSTRAINT practice_use_confirmed_check CHECK ((confirmed_on IS NULL) = (helped IS NULL) AND (confirmed_on IS NULL) = (benefit IS NULL)),
  CONSTRAINT practice_use_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT practice_use_adopter_fkey FOREIGN KEY (county_id, adopter_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT practice_use_edition_fkey FOREIGN KEY (county_id, edition_id, practice_id, author_id)
    REFERENCES practice_edition (county_id, id, practice_id, author_id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX practice_use_live_key ON practice_use (county_id, adopter_id, practice_id) WHERE ended_on IS NULL;
CREATE INDEX practice_use_author ON practice_use (county_id, author_id, confirmed_on);
ALTER TABLE practice_use ENABLE ROW LEVEL SECURITY;
ALTER TABLE practice_use FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON practice_use FOR SELECT TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY told ON practice_use FOR SELECT TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND (confirmed_on IS NOT NULL
    OR nullif(current_setting('app.township_id', true), '')::uuid IN (author_id, adopter_id)));
CREATE POLICY adopts ON practice_use FOR INSERT TO scope_township
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND adopter_id = nullif(current_setting('app.township_id', true), '')::uuid);
CREATE POLICY answers ON practice_use FOR UPDATE TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND adopter_id = nullif(current_setting('app.township_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND adopter_id = nullif(current_setting('app.township_id', true), '')::uuid);
GRANT SELECT ON practice_use TO scope_township, scope_county;
GRANT INSERT ON practice_use TO scope_township;
GRANT UPDATE (began_on, ended_on, confirmed_on, confirmed_by_name, helped, benefit) ON practice_use TO scope_township;

-- That a neighbour took its practice over, or said what came of it, is a line in the author's own history: the one line that a
-- township writes into another's, about a use of its own.
CREATE POLICY credits_author ON audit_event FOR INSERT TO scope_township
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND action = 'practices.credit' AND record_type = 'practice'
    AND EXISTS (SELECT FROM practice_use u WHERE u.county_id = audit_event.county_id AND u.practice_id = audit_event.record_id
      AND u.author_id = audit_event.township_id AND u.adopter_id = nullif(current_setting('app.township_id', true), '')::uuid));

-- Words about a practice. With an asker it is between that township, the author's and the county; without one between the
-- author's and the county, which reviews it.
CREATE TABLE practice_word (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  practice_id uuid NOT NULL,
  author_id uuid NOT NULL,
  asker_id uuid,
  asker_name text,
  side text NOT NULL,
  words text NOT NULL,
  said_by_name text NOT NULL,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  CONSTRAINT practice_word_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT practice_word_side_check CHECK (side IN ('author', 'asker', 'county') AND (side <> 'asker' OR asker_id IS NOT NULL)),
  CONSTRAINT practice_word_others_check CHECK (asker_id IS DISTINCT FROM author_id),
  CONSTRAINT practice_word_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT practice_word_author_fkey FOREIGN KEY (county_id, author_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT practice_word_asker_fkey FOREIGN KEY (county_id, asker_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX practice_word_practice ON practice_word (county_id, practice_id);
ALTER TABLE practice_word ENABLE ROW LEVEL SECURITY;
ALTER TABLE practice_word FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON practice_word FOR ALL TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND side = 'county');
CREATE POLICY between ON practice_word FOR SELECT TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid
    AND nullif(current_setting('app.township_id', true), '')::uuid IN (author_id, asker_id));
CREATE POLICY says ON practice_word FOR INSERT TO scope_township
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND CASE side
    WHEN 'author' THEN author_id = nullif(current_setting('app.township_id', true), '')::uuid AND EXISTS (
      SELECT FROM practice p WHERE p.county_id = practice_word.county_id AND p.township_id = practice_word.author_id AND p.id = practice_word.practice_id)
    WHEN 'asker' THEN asker_id = nullif(current_setting('app.township_id', true), '')::uuid AND EXISTS (
      SELECT FROM practice_edition e WHERE e.county_id = practice_word.county_id AND e.author_id = practice_word.author_id
        AND e.practice_id = practice_word.practice_id)
    ELSE false END);
GRANT SELECT, INSERT ON practice_word TO scope_township, scope_county;
