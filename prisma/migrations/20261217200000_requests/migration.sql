-- 请示: what a township asks of the county, and by when the county must take it in and answer it. The days are reckoned when the
-- township sends it, by the county's own terms of that day. Whoever is not content asks again: that is a request of its own.
CREATE TABLE township_request (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  content text NOT NULL,
  sent_on date NOT NULL,
  receive_due_on date NOT NULL,
  answer_due_on date NOT NULL,
  again_of_id uuid,
  received_on date,
  received_at timestamptz(3),
  postponed_on date,
  postponed_at timestamptz(3),
  postponed_until date,
  postpone_reason text,
  answered_on date,
  answered_at timestamptz(3),
  result text,
  answer_text text,
  passed_to text,
  confirmed_on date,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  edited_at timestamptz(3),
  edited_by uuid,
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz(3),
  voided_by uuid,
  void_reason text,
  CONSTRAINT township_request_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT township_request_kind_check CHECK (kind IN ('funding', 'staffing', 'office', 'guidance', 'coordination', 'other')),
  CONSTRAINT township_request_result_check CHECK (result IN ('solved', 'partly', 'explained', 'passedOn')),
  CONSTRAINT township_request_due_check CHECK (receive_due_on >= sent_on AND answer_due_on >= receive_due_on),
  CONSTRAINT township_request_answer_check CHECK ((answered_on IS NULL) = (result IS NULL) AND (answered_on IS NULL) = (answer_text IS NULL)
    AND (answered_on IS NULL OR received_on IS NOT NULL)),
  CONSTRAINT township_request_passed_check CHECK ((passed_to IS NOT NULL) = (result IS NOT NULL AND result = 'passedOn')),
  CONSTRAINT township_request_postponed_check CHECK ((postponed_until IS NULL) = (postponed_on IS NULL) AND (postponed_until IS NULL) = (postpone_reason IS NULL)
    AND postponed_until > answer_due_on),
  CONSTRAINT township_request_confirmed_check CHECK (confirmed_on IS NULL OR answered_on IS NOT NULL),
  CONSTRAINT township_request_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT township_request_again_of_fkey FOREIGN KEY (county_id, township_id, again_of_id) REFERENCES township_request (county_id, township_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX township_request_sent ON township_request (county_id, sent_on);
CREATE UNIQUE INDEX township_request_again_key ON township_request (county_id, township_id, again_of_id) WHERE again_of_id IS NOT NULL AND voided_at IS NULL;

ALTER TABLE township_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE township_request FORCE ROW LEVEL SECURITY;
CREATE POLICY own_township ON township_request FOR ALL TO scope_township
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid AND township_id = nullif(current_setting('app.township_id', true), '')::uuid);
CREATE POLICY reads_county ON township_request FOR SELECT TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
CREATE POLICY answers ON township_request FOR UPDATE TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
GRANT SELECT ON township_request TO scope_township, scope_county;
-- What a township sends holds no answer, and what it asked is the county's to answer, not to change.
GRANT INSERT (county_id, township_id, id, kind, title, content, sent_on, receive_due_on, answer_due_on, again_of_id, entered_at, entered_by,
  entered_by_name, version) ON township_request TO scope_township;
GRANT UPDATE (confirmed_on, edited_at, edited_by, version, voided_at, voided_by, void_reason) ON township_request TO scope_township;
GRANT UPDATE (received_on, received_at, postponed_on, postponed_at, postponed_until, postpone_reason, answered_on, answered_at, result, answer_text,
  passed_to, edited_at, edited_by, version) ON township_request TO scope_county;

-- Within how many working days the county takes a request in and answers it; without a row it goes by the program's own numbers.
CREATE TABLE request_term (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  receive_days integer NOT NULL,
  answer_days integer NOT NULL,
  edited_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT request_term_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT request_term_check CHECK (receive_days BETWEEN 1 AND 60 AND answer_days BETWEEN receive_days AND 250),
  CONSTRAINT request_term_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX request_term_county_id_key ON request_term (county_id);
SELECT app.guard_county_table('request_term');

-- The open ledger: how the county answered, for all its townships to read. What was asked, by whom, and what was said stay theirs.
CREATE FUNCTION app.open_answers() RETURNS TABLE (kind text, sent_on date, receive_due_on date, received_on date, answer_due_on date,
  postponed_until date, answered_on date, result text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.kind, r.sent_on, r.receive_due_on, r.received_on, r.answer_due_on, r.postponed_until, r.answered_on, r.result
  FROM public.township_request r
  WHERE r.county_id = nullif(current_setting('app.county_id', true), '')::uuid AND r.voided_at IS NULL
$$;
REVOKE ALL ON FUNCTION app.open_answers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_answers() TO scope_township, scope_county;
-- Its owner can read nothing of a request but what it lays open.
CREATE POLICY lays_open ON township_request FOR SELECT TO scope_audit
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
GRANT SELECT (county_id, kind, sent_on, receive_due_on, received_on, answer_due_on, postponed_until, answered_on, result, voided_at)
  ON township_request TO scope_audit;
GRANT CREATE ON SCHEMA app TO scope_audit;
ALTER FUNCTION app.open_answers() OWNER TO scope_audit;
REVOKE CREATE ON SCHEMA app FROM scope_audit;
