-- Cross-township reads go over a county's year at once. These indexes hold every column such a read needs, so that it
-- never visits the rows of 60,000 suggestions; under row-level security the county predicate is an index condition.
-- Prisma's schema names their keys only: it knows neither INCLUDE nor expressions.
CREATE INDEX suggestion_county_year_facts ON suggestion (county_id, year, township_id) INCLUDE (id, received_on, occurred_on, entered_at,
  assigned_on, assign_due_on, reply_due_on, first_replied_on, redo_count, redo_due_on, not_rated_on, outcome, closed_on, voided_at, state, merged_into_id);
CREATE INDEX consultation_county_facts ON consultation (county_id, held_on) INCLUDE (township_id, suggestion_id, round, confirmed_on);
CREATE INDEX rating_county_facts ON rating (county_id, rated_on) INCLUDE (township_id, suggestion_id, attempt, rating, id);
CREATE INDEX reply_county_redo ON reply (county_id, township_id, suggestion_id) INCLUDE (attempt, replied_on, due_on) WHERE attempt > 1;
CREATE INDEX session_county_starts_on ON session (county_id, starts_on);
CREATE INDEX finding_county_reckoned_on ON finding (county_id, (coalesce(due_on, closed_on, occurred_on)));
