-- Codes and counts of sessions: what the rules promise, no row may break.
ALTER TABLE term ADD CONSTRAINT term_span CHECK (number BETWEEN 1 AND 99 AND (ends_on IS NULL OR ends_on >= starts_on));
ALTER TABLE session
  ADD CONSTRAINT session_kind CHECK (kind IN ('first', 'regular', 'extra')),
  ADD CONSTRAINT session_span CHECK (number BETWEEN 1 AND 99 AND (ends_on IS NULL OR ends_on >= starts_on) AND minutes > 0),
  ADD CONSTRAINT session_totals CHECK ((deputies_total IS NULL AND deputies_present IS NULL)
    OR (deputies_total > 0 AND deputies_present BETWEEN 0 AND deputies_total));
ALTER TABLE agenda_item
  ADD CONSTRAINT agenda_item_kind CHECK (kind IN ('governmentReport', 'presidiumReport', 'budget', 'specialReport', 'suggestionReport',
    'projectBallot', 'deliberation', 'election', 'resolution', 'other')),
  ADD CONSTRAINT agenda_item_minutes CHECK (minutes >= 0);
ALTER TABLE session_attendance
  ADD CONSTRAINT session_attendance_status CHECK (status IN ('present', 'leave', 'absent')),
  ADD CONSTRAINT session_attendance_reason CHECK ((status = 'leave') = (leave_reason IS NOT NULL));
ALTER TABLE vote
  ADD CONSTRAINT vote_method CHECK (method IN ('secretBallot', 'showOfHands', 'button')),
  ADD CONSTRAINT vote_counts CHECK (in_favour >= 0 AND against >= 0 AND abstained >= 0 AND not_voted >= 0
    AND in_favour + against + abstained + not_voted = present AND present <= deputies_total);
ALTER TABLE election
  ADD CONSTRAINT election_post CHECK (post IN ('congressChair', 'congressViceChair', 'townshipHead', 'townshipDeputyHead')),
  ADD CONSTRAINT election_counts CHECK (seats > 0 AND ballots_returned <= ballots_issued AND ballots_issued <= present
    AND present <= deputies_total AND invalid_ballots BETWEEN 0 AND ballots_returned);
ALTER TABLE election_candidate
  ADD CONSTRAINT election_candidate_counts CHECK (in_favour >= 0 AND against >= 0 AND abstained >= 0 AND others >= 0);
CREATE INDEX session_attendance_deputy ON session_attendance (county_id, township_id, deputy_id);
