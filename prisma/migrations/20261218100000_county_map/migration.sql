-- Where a county places its townships on its own map of tiles, roughly as they lie; a county without a row has them in rows.
CREATE TABLE county_map (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  places jsonb NOT NULL,
  edited_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT county_map_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT county_map_places_check CHECK (jsonb_typeof(places) = 'array' AND jsonb_array_length(places) <= 500),
  CONSTRAINT county_map_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX county_map_county_id_key ON county_map (county_id);
SELECT app.guard_county_table('county_map');
-- It is the county's page alone that draws the map.
DROP POLICY read_own_county ON county_map;
REVOKE SELECT ON county_map FROM scope_township;
