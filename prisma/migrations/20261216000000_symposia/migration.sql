-- What the county calls its townships together for: a quarterly symposium, a visit from one to another, a meeting of the standing
-- committee that chairs attend, a training. A township reads what it was invited to, and of a symposium's figures nothing: they
-- are other townships' too.
CREATE TABLE gathering (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  year integer NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  held_on date NOT NULL,
  place text,
  topic text,
  answer_by date,
  agenda jsonb NOT NULL DEFAULT '[]',
  figures jsonb NOT NULL DEFAULT '[]',
  invited_on date,
  minutes text,
  recorded_on date,
  called_off_why text,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz(3),
  void_reason text,
  CONSTRAINT gathering_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT gathering_kind_check CHECK (kind IN ('symposium', 'visit', 'committeeMeeting', 'training')),
  CONSTRAINT gathering_answer_check CHECK (answer_by <= held_on),
  CONSTRAINT gathering_recorded_check CHECK (recorded_on IS NULL OR (invited_on IS NOT NULL AND called_off_why IS NULL AND recorded_on >= held_on)),
  CONSTRAINT gathering_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX gathering_year ON gathering (county_id, year);

-- One township's invitation; without `sent_on` the township does not know of it.
CREATE TABLE gathering_invitation (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  gathering_id uuid NOT NULL,
  part text NOT NULL,
  speaks_on text,
  sent_on date,
  answer text,
  answer_name text,
  answer_why text,
  answered_on date,
  came boolean,
  came_names text,
  learned text,
  learned_on date,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  edited_at timestamptz(3),
  edited_by uuid,
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz(3),
  CONSTRAINT gathering_invitation_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT gathering_invitation_part_check CHECK (part IN ('attend', 'host', 'speak')),
  CONSTRAINT gathering_invitation_answer_check CHECK ((answer IS NULL OR answer IN ('attend', 'substitute', 'cannot')) AND (answer IS NULL) = (answered_on IS NULL)),
  CONSTRAINT gathering_invitation_sent_check CHECK (sent_on IS NOT NULL OR (answer IS NULL AND came IS NULL AND learned IS NULL)),
  CONSTRAINT gathering_invitation_learned_check CHECK ((learned IS NULL) = (learned_on IS NULL)),
  CONSTRAINT gathering_invitation_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT gathering_invitation_gathering_fkey FOREIGN KEY (county_id, gathering_id) REFERENCES gathering (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX gathering_invitation_live_key ON gathering_invitation (county_id, township_id, gathering_id) WHERE voided_at IS NULL;
CREATE INDEX gathering_invitation_gathering ON gathering_invitation (county_id, gathering_id);

-- What a township promised at a symposium, and what became of it; the next one follows it up.
CREATE TABLE commitment (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  gathering_id uuid NOT NULL,
  said text NOT NULL,
  owner_name text NOT NULL,
  due_on date NOT NULL,
  metric text,
  figure_year integer,
  figure_then text,
  report text,
  reported_on date,
  verdict text,
  verdict_why text,
  verdict_on date,
  figure_now text,
  followed_up_id uuid,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by_name text NOT NULL,
  edited_at timestamptz(3),
  edited_by uuid,
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz(3),
  void_reason text,
  CONSTRAINT commitment_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT commitment_report_check CHECK ((report IS NULL) = (reported_on IS NULL)),
  CONSTRAINT commitment_verdict_check CHECK ((verdict IS NULL OR verdict IN ('kept', 'notKept')) AND (verdict IS NULL) = (verdict_on IS NULL) AND (verdict IS NULL) = (verdict_why IS NULL)),
  CONSTRAINT commitment_figure_check CHECK ((metric IS NULL) = (figure_then IS NULL) AND (metric IS NULL) = (figure_year IS NULL)),
  CONSTRAINT commitment_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT commitment_gathering_fkey FOREIGN KEY (county_id, gathering_id) REFERENCES gathering (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT commitment_followed_up_fkey FOREIGN KEY (county_id, followed_up_id) REFERENCES gathering (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX commitment_gathering ON commitment (county_id, gathering_id);
CREATE INDEX commitment_followed_up ON commitment (county_id, followed_up_id);

ALTER TABLE gathering ENABLE ROW LEVEL SECURITY;
ALTER TABLE gathering FORCE ROW LEVEL SECURITY;
ALTER TABLE gathering_invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE gathering_invitation FORCE ROW LEVEL SECURITY;
ALTER TABLE commitment ENABLE ROW LEVEL SECURITY;
ALTER TABLE commitment FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON gathering FOR ALL TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY own_county ON gathering_invitation FOR ALL TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY own_county ON commitment FOR ALL TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY sent ON gathering_invitation FOR SELECT TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid
    AND sent_on IS NOT NULL);
CREATE POLICY answers ON gathering_invitation FOR UPDATE TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid
    AND sent_on IS NOT NULL)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid);
CREATE POLICY own_township ON commitment FOR SELECT TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid);
CREATE POLICY reports ON commitment FOR UPDATE TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid);
-- A county has a few dozen of them a year: the look at the township's own invitations costs nothing that could be felt.
CREATE POLICY invited ON gathering FOR SELECT TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND EXISTS (
    SELECT FROM gathering_invitation i WHERE i.county_id = gathering.county_id AND i.township_id = nullif(current_setting('app.township_id', true), '')::uuid
      AND i.gathering_id = gathering.id AND i.sent_on IS NOT NULL));
GRANT SELECT, INSERT, UPDATE ON gathering TO scope_county;
GRANT SELECT, INSERT ON gathering_invitation, commitment TO scope_county;
-- What a township answered, learned and reported is its own to say.
GRANT UPDATE (part, speaks_on, sent_on, came, came_names, edited_at, edited_by, version, voided_at) ON gathering_invitation TO scope_county;
GRANT UPDATE (verdict, verdict_why, verdict_on, figure_now, followed_up_id, edited_at, edited_by, version, voided_at, void_reason) ON commitment TO scope_county;
GRANT SELECT (county_id, id, year, kind, title, held_on, place, topic, answer_by, agenda, invited_on, minutes, recorded_on, called_off_why,
  entered_at, entered_by_name, version, voided_at) ON gathering TO scope_township;
GRANT SELECT ON gathering_invitation, commitment TO scope_township;
GRANT UPDATE (answer, answer_name, answer_why, answered_on, learned, learned_on, edited_at, edited_by, version) ON gathering_invitation TO scope_township;
GRANT UPDATE (report, reported_on, edited_at, edited_by, version) ON commitment TO scope_township;
