-- Who is invited, invited no more, or invited for another day or place hears of it at that moment; an answer that was given for the
-- former day or place is none for the new one.
ALTER TABLE gathering ADD COLUMN moved_at timestamptz(3), ADD COLUMN called_off_at timestamptz(3);
ALTER TABLE gathering ADD CONSTRAINT gathering_moved_check CHECK (moved_at IS NULL OR invited_on IS NOT NULL);
ALTER TABLE gathering ADD CONSTRAINT gathering_called_off_check CHECK (called_off_at IS NULL OR called_off_why IS NOT NULL);
ALTER TABLE gathering_invitation ADD COLUMN sent_at timestamptz(3), ADD COLUMN answered_at timestamptz(3);
ALTER TABLE gathering_invitation ADD CONSTRAINT gathering_invitation_sent_at_check CHECK (sent_at IS NULL OR sent_on IS NOT NULL);
ALTER TABLE gathering_invitation ADD CONSTRAINT gathering_invitation_answered_at_check CHECK (answered_at IS NULL OR answer IS NOT NULL);
GRANT SELECT (moved_at, called_off_at) ON gathering TO scope_township;
GRANT UPDATE (sent_at) ON gathering_invitation TO scope_county;
GRANT UPDATE (answered_at) ON gathering_invitation TO scope_township;
