-- A year may have a scheme for townships, one for deputies' groups and one for handling units: each has its own versions.
DROP INDEX assessment_scheme_county_id_year_edition_key;
DROP INDEX assessment_scheme_open_key;
CREATE UNIQUE INDEX assessment_scheme_edition_key
  ON assessment_scheme (county_id, year, coalesce(definition ->> 'subject', 'township'), edition);
CREATE UNIQUE INDEX assessment_scheme_open_key
  ON assessment_scheme (county_id, year, coalesce(definition ->> 'subject', 'township')) WHERE status <> 'published';
