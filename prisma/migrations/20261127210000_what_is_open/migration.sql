-- What is late or due soon is asked on every page, and lies among what is open: that stays as small in 2036 as in 2026.
CREATE INDEX suggestion_open ON suggestion (county_id, township_id, state)
  INCLUDE (id, redo_count, assign_due_on, redo_due_on, reply_due_on, rating_due_on)
  WHERE voided_at IS NULL AND state NOT IN ('returned', 'merged', 'closed');
CREATE INDEX finding_open ON finding (county_id, township_id) INCLUDE (due_on, notified_on, closed_on, occurred_on)
  WHERE voided_at IS NULL AND state <> 'closed';
-- What they take the place of; what a unique index already begins with; and what no statement asks for any more.
DROP INDEX "suggestion_county_id_township_id_state_idx";
DROP INDEX "finding_county_id_township_id_activity_id_idx";
DROP INDEX "finding_county_id_township_id_due_on_idx";
DROP INDEX finding_county_reckoned_on;
