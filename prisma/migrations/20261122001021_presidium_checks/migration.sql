-- Codes and counts of the presidium: what the rules promise, no row may break.
ALTER TABLE presidium_member
  ADD CONSTRAINT presidium_member_post CHECK (post IN ('chair', 'viceChair', 'secretary', 'member')),
  ADD CONSTRAINT presidium_member_span CHECK (ends_on IS NULL OR ends_on >= starts_on);
ALTER TABLE presidium_meeting
  ADD CONSTRAINT presidium_meeting_kind CHECK (kind IN ('regular', 'special', 'consultation')),
  ADD CONSTRAINT presidium_meeting_number CHECK (number > 0),
  ADD CONSTRAINT presidium_meeting_totals CHECK ((members_total IS NULL AND members_present IS NULL)
    OR (members_total > 0 AND members_present BETWEEN 0 AND members_total));
ALTER TABLE presidium_attendance
  ADD CONSTRAINT presidium_attendance_status CHECK (status IN ('present', 'leave', 'absent')),
  ADD CONSTRAINT presidium_attendance_reason CHECK ((status = 'leave') = (leave_reason IS NOT NULL));
CREATE INDEX presidium_attendance_member ON presidium_attendance (county_id, township_id, member_id);
