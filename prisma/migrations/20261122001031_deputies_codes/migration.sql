-- Codes of the roster. Text and CHECK, not enums: under row-level security only leakproof operators may use an index.
ALTER TABLE deputy ADD CONSTRAINT deputy_gender_check CHECK (gender IN ('male', 'female'));
ALTER TABLE deputy ADD CONSTRAINT deputy_birth_year_check CHECK (birth_year BETWEEN 1900 AND 2100);
ALTER TABLE mandate ADD CONSTRAINT mandate_level_check CHECK (level IN ('national', 'province', 'city', 'county', 'township'));
ALTER TABLE mandate ADD CONSTRAINT mandate_end_reason_check CHECK (end_reason IN ('resigned', 'recalled', 'moved', 'died', 'terminated', 'termEnd'));
ALTER TABLE mandate ADD CONSTRAINT mandate_period_check CHECK (ends_on IS NULL OR ends_on >= starts_on);
ALTER TABLE mandate ADD CONSTRAINT mandate_end_check CHECK ((ends_on IS NULL) = (end_reason IS NULL));
ALTER TABLE seat_quota ADD CONSTRAINT seat_quota_level_check CHECK (level IN ('national', 'province', 'city', 'county', 'township'));
ALTER TABLE seat_quota ADD CONSTRAINT seat_quota_seats_check CHECK (seats BETWEEN 0 AND 3000);
ALTER TABLE group_member ADD CONSTRAINT group_member_role_check CHECK (role IN ('leader', 'deputyLeader', 'member'));
ALTER TABLE group_member ADD CONSTRAINT group_member_period_check CHECK (ends_on IS NULL OR ends_on >= starts_on);

-- One open quota a level, one open membership a group and deputy, one leader a group: also when two people save at once.
CREATE UNIQUE INDEX seat_quota_open_key ON seat_quota (county_id, township_id, level) WHERE ends_on IS NULL AND voided_at IS NULL;
CREATE UNIQUE INDEX group_member_open_key ON group_member (county_id, township_id, group_id, deputy_id) WHERE ends_on IS NULL;
CREATE UNIQUE INDEX group_member_leader_key ON group_member (county_id, township_id, group_id) WHERE ends_on IS NULL AND role = 'leader';
CREATE UNIQUE INDEX deputy_group_live_key ON deputy_group (county_id, township_id, name) WHERE voided_at IS NULL;

-- A member entered by mistake is a line, not a record: it may be taken out, and the audit keeps what was.
GRANT DELETE ON group_member TO scope_township;
