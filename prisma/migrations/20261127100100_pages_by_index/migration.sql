-- A register's page is read in its own order, and counted from the index alone.
CREATE INDEX suggestion_register ON suggestion (county_id, township_id, year DESC NULLS LAST, number DESC NULLS LAST, id DESC)
  INCLUDE (state, category) WHERE voided_at IS NULL;
-- What was merged into a suggestion, and what a unit led in a year, without reading what else there is.
CREATE INDEX suggestion_merged ON suggestion (county_id, township_id, merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX suggestion_assigned ON suggestion (county_id, township_id, assigned_on) INCLUDE (id) WHERE voided_at IS NULL AND assigned_on IS NOT NULL;
CREATE INDEX suggestion_unit_leading ON suggestion_unit (county_id, township_id, unit_id) INCLUDE (suggestion_id)
  WHERE role = 'lead' AND ended_on IS NULL;
CREATE INDEX rating_unsatisfied ON rating (county_id, township_id, rated_on) INCLUDE (suggestion_id) WHERE rating = 'unsatisfied';
