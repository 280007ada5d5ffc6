-- Words are found by an index of single characters and pairs: Chinese is searched by words of one and two characters, for
-- which PostgreSQL has no index of its own. Behind row-level security no condition on a text may use an index (LIKE and @>
-- are not leakproof), so what is searched stands in a table that only app.found() reads, and that gives nothing but ids.
CREATE TABLE search_entry (
  county_id UUID NOT NULL,
  township_id UUID NOT NULL,
  kind TEXT NOT NULL,
  id UUID NOT NULL,
  words TEXT NOT NULL,
  CONSTRAINT search_entry_pkey PRIMARY KEY (county_id, township_id, kind, id),
  CONSTRAINT search_entry_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
) WITH (toast_tuple_target = 128);
ALTER TABLE search_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY index ON search_entry FOR ALL TO npc_search USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (words) ON search_entry TO npc_search;
CREATE POLICY searched ON township FOR SELECT TO npc_search USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
GRANT SELECT (county_id, id) ON township TO npc_search;
GRANT USAGE ON SCHEMA app TO npc_search;

-- The texts of a record in lower case, each closed by a sign nobody can type. Rows above 2 kB have their text stored beside
-- them: what fills every row up to that keeps the rows themselves small, a hundred on a page. A word that stands in
-- thousands of texts is found by reading rows, and those of a township lie scattered among all others.
CREATE FUNCTION app.search_words(VARIADIC texts text[]) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT lower(array_to_string(texts, chr(1))) || repeat(chr(1), 2048)
$$;
REVOKE ALL ON FUNCTION app.search_words(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.search_words(text[]) TO npc_search;

-- Every character of a text and every two that stand together, each with 20 bits of its township and kind before it: what
-- another township wrote neither slows a search nor is found by it. (20 bits, then 21 for each of two characters.)
CREATE FUNCTION app.grams(township uuid, kind text, words text) RETURNS bigint[] LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog AS $$
DECLARE
  whose bigint := ('x' || left(encode(sha256(convert_to(township || kind, 'UTF8')), 'hex'), 5))::bit(20)::bigint << 42;
  characters text[] := string_to_array(rtrim(words, chr(1)), NULL);
BEGIN
  RETURN (
    SELECT array_agg(whose + (ascii(one)::bigint << 21)) || array_agg(whose + (ascii(one)::bigint << 21) + ascii(next)) FILTER (WHERE next IS NOT NULL)
    FROM unnest(characters, characters[2:]) AS neighbours (one, next)
  );
END $$;
REVOKE ALL ON FUNCTION app.grams(uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.grams(uuid, text, text) TO npc_search;

-- What a record is found by follows it in its own transaction; the name of the table is the kind.
CREATE FUNCTION app.keep_searched() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  said jsonb := to_jsonb(NEW);
BEGIN
  INSERT INTO public.search_entry AS kept (county_id, township_id, kind, id, words)
  VALUES (NEW.county_id, NEW.township_id, TG_TABLE_NAME, NEW.id, app.search_words(VARIADIC ARRAY(SELECT said ->> name FROM unnest(TG_ARGV) name)))
  ON CONFLICT (county_id, township_id, kind, id) DO UPDATE SET words = excluded.words WHERE kept.words <> excluded.words;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.keep_searched() FROM PUBLIC;

-- The records of a kind that hold what was typed in one of their searched texts, as ILIKE finds them: one or two characters
-- by the index alone, more by reading what the index names. Whose they may be is said by the scope, as the policies read
-- it: a township's its own, a county's any of its townships', and without a scope nobody's; `only_in` narrows that to one
-- township, and `most` cuts it at a number. The tenant is compared so that no other index answers: the planner cannot know how seldom a gram is.
CREATE FUNCTION app.found(searched text, typed text, only_in uuid, most integer) RETURNS TABLE (township_id uuid, id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 5000 SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE
  word text := lower(typed);
  holding text := '%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%';
  county uuid := nullif(current_setting('app.county_id', true), '');
  own uuid := nullif(current_setting('app.township_id', true), '');
BEGIN
  RETURN QUERY
    SELECT e.township_id, e.id FROM public.township t
    JOIN public.search_entry e ON app.grams(e.township_id, e.kind, e.words) @> app.grams(t.id, searched, word)
      AND e.county_id IS NOT DISTINCT FROM t.county_id AND e.township_id IS NOT DISTINCT FROM t.id AND e.kind IS NOT DISTINCT FROM searched
    WHERE t.county_id = county AND (only_in IS NULL OR t.id = only_in)
      AND CASE current_setting('role') WHEN 'scope_county' THEN true WHEN 'scope_township' THEN t.id = own ELSE false END
      AND (char_length(word) <= 2 OR e.words LIKE holding)
    LIMIT most;
END $$;
REVOKE ALL ON FUNCTION app.found(text, text, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.found(text, text, uuid, integer) TO scope_township, scope_county;

GRANT CREATE ON SCHEMA app TO npc_search;
ALTER FUNCTION app.keep_searched() OWNER TO npc_search;
ALTER FUNCTION app.found(text, text, uuid, integer) OWNER TO npc_search;
REVOKE CREATE ON SCHEMA app FROM npc_search;
SET LOCAL ROLE npc_search;
GRANT EXECUTE ON FUNCTION app.keep_searched() TO npc_owner;
SET LOCAL ROLE npc_owner;

-- Makes a kind's records found by words in these columns. Forced row-level security binds the owner too: it is lifted while
-- what is there is filled in.
CREATE FUNCTION app.searchable(kind regclass, VARIADIC columns text[]) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER searched AFTER INSERT OR UPDATE OF %s ON %s FOR EACH ROW EXECUTE FUNCTION app.keep_searched(%s)',
    (SELECT string_agg(quote_ident(name), ', ') FROM unnest(columns) name), kind, (SELECT string_agg(quote_literal(name), ', ') FROM unnest(columns) name));
  EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', kind);
  ALTER TABLE public.search_entry NO FORCE ROW LEVEL SECURITY;
  EXECUTE format('INSERT INTO public.search_entry SELECT county_id, township_id, %L, id, app.search_words(%s) FROM %s',
    kind, (SELECT string_agg(quote_ident(name), ', ') FROM unnest(columns) name), kind);
  ALTER TABLE public.search_entry FORCE ROW LEVEL SECURITY;
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', kind);
END $$;
REVOKE ALL ON FUNCTION app.searchable(regclass, text[]) FROM PUBLIC;

-- What grows with the years. A township keeps some dozens a year of all other kinds: their texts are read.
SELECT app.searchable('suggestion', 'title', 'content');
SELECT app.searchable('finding', 'description', 'plan', 'rectification');

-- Statistics of its grams would cost every ANALYZE seconds, and nothing chooses by them.
CREATE INDEX search_entry_grams ON search_entry USING gin (app.grams(township_id, kind, words)) WITH (fastupdate = off);
ALTER INDEX search_entry_grams ALTER COLUMN 1 SET STATISTICS 0;
