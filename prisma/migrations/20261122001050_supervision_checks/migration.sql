-- Codes of the supervision slice (src/domains/supervision/rules.ts) and orders of days that no rule may miss.
ALTER TABLE activity
  ADD CONSTRAINT activity_kind CHECK (kind IN ('inspectionVisit', 'lawInspection', 'investigation', 'unannouncedVisit', 'supervisionCheck', 'followUpVisit')),
  ADD CONSTRAINT activity_state CHECK (state IN ('planned', 'done', 'cancelled')),
  ADD CONSTRAINT activity_span CHECK (ended_on IS NULL OR ended_on >= occurred_on),
  ADD CONSTRAINT activity_visited CHECK (visited >= 0),
  ADD CONSTRAINT activity_completed CHECK (state <> 'done' OR (report IS NOT NULL AND reported_on IS NOT NULL));
ALTER TABLE activity_participant
  ADD CONSTRAINT activity_participant_role CHECK (role IN ('leader', 'member'));
ALTER TABLE finding
  ADD CONSTRAINT finding_state CHECK (state IN ('found', 'notified', 'planned', 'rectified', 'reopened', 'verified', 'closed')),
  ADD CONSTRAINT finding_notified CHECK (notified_on IS NULL OR (unit_id IS NOT NULL AND due_on >= notified_on AND notified_on >= occurred_on)),
  ADD CONSTRAINT finding_verified CHECK (verified_on IS NULL OR verified_by_deputy_id IS NOT NULL),
  ADD CONSTRAINT finding_closed CHECK (state <> 'closed' OR (closed_on IS NOT NULL AND verified_on IS NOT NULL));
CREATE UNIQUE INDEX finding_number_key ON finding (county_id, township_id, activity_id, number);
