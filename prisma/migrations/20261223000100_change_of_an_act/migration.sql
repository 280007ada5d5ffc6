-- A record's history asks of each of its acts whether it changed a frozen year.
CREATE INDEX frozen_change_county_id_township_id_audit_id_idx ON frozen_change (county_id, township_id, audit_id);
