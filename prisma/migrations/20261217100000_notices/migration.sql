-- 县里的通知: the county's own row; each township it was sent to has a receipt of its own, which says when the office first
-- opened it, signed for it and reported it done. A receipt is a township's: it holds nobody's name.
CREATE TABLE county_notice (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  document_number text,
  importance text NOT NULL,
  asked text,
  due_on date,
  townships jsonb NOT NULL DEFAULT '[]',
  state text NOT NULL DEFAULT 'draft',
  edition integer NOT NULL DEFAULT 1,
  former jsonb NOT NULL DEFAULT '[]',
  sent_at timestamptz(3),
  sent_by_name text,
  corrected_at timestamptz(3),
  recalled_at timestamptz(3),
  recall_reason text,
  entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz(3),
  void_reason text,
  CONSTRAINT county_notice_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT county_notice_importance_check CHECK (importance IN ('normal', 'important', 'urgent')),
  CONSTRAINT county_notice_state_check CHECK (state IN ('draft', 'sent', 'recalled')),
  CONSTRAINT county_notice_asked_check CHECK ((asked IS NULL) = (due_on IS NULL)),
  CONSTRAINT county_notice_sent_check CHECK ((state = 'draft') = (sent_at IS NULL)),
  CONSTRAINT county_notice_recall_check CHECK ((state = 'recalled') = (coalesce(btrim(recall_reason), '') <> '')),
  CONSTRAINT county_notice_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX county_notice_sent ON county_notice (county_id, sent_at);

CREATE TABLE notice_receipt (
  county_id uuid NOT NULL,
  township_id uuid NOT NULL,
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  sent_at timestamptz(3) NOT NULL,
  opened_at timestamptz(3),
  opened_edition integer,
  signed_at timestamptz(3),
  signed_edition integer,
  done_on date,
  done_text text,
  reminded_at timestamptz(3),
  reminders integer NOT NULL DEFAULT 0,
  edited_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz(3),
  void_reason text,
  CONSTRAINT notice_receipt_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT notice_receipt_opened_check CHECK ((opened_at IS NULL) = (opened_edition IS NULL)),
  CONSTRAINT notice_receipt_signed_check CHECK ((signed_at IS NULL) = (signed_edition IS NULL) AND (signed_at IS NULL OR opened_at IS NOT NULL)),
  CONSTRAINT notice_receipt_done_check CHECK ((done_on IS NULL) = (coalesce(btrim(done_text), '') = '')),
  CONSTRAINT notice_receipt_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT notice_receipt_notice_fkey FOREIGN KEY (county_id, notice_id) REFERENCES county_notice (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX notice_receipt_key ON notice_receipt (county_id, township_id, notice_id);
CREATE INDEX notice_receipt_notice ON notice_receipt (county_id, notice_id);

-- Files of a notice, which the townships it was sent to read.
CREATE TABLE notice_file (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  name text NOT NULL,
  mime text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  uploaded_at timestamptz(3) NOT NULL,
  uploaded_by_name text NOT NULL,
  voided_at timestamptz(3),
  void_reason text,
  CONSTRAINT notice_file_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT notice_file_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT notice_file_notice_fkey FOREIGN KEY (county_id, notice_id) REFERENCES county_notice (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX notice_file_notice ON notice_file (county_id, notice_id);

DO $$
DECLARE
  name text;
  own_county constant text := $q$county_id = nullif(current_setting('app.county_id', true), '')::uuid$q$;
  own_township constant text := own_county || $q$ AND township_id = nullif(current_setting('app.township_id', true), '')::uuid$q$;
  addressed constant text := own_county || $q$ AND EXISTS (SELECT FROM notice_receipt r WHERE r.county_id = %1$I.county_id
    AND r.township_id = nullif(current_setting('app.township_id', true), '')::uuid AND r.notice_id = %1$I.%2$I)$q$;
BEGIN
  FOREACH name IN ARRAY ARRAY['county_notice', 'notice_receipt', 'notice_file'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_county ON public.%I FOR ALL TO scope_county USING (%s) WITH CHECK (%s)', name, own_county, own_county);
  END LOOP;
  EXECUTE format('CREATE POLICY own_township ON notice_receipt FOR SELECT TO scope_township USING (%s)', own_township);
  EXECUTE format('CREATE POLICY receives ON notice_receipt FOR UPDATE TO scope_township USING (%s) WITH CHECK (%s)', own_township, own_township);
  -- A township knows of the notices that were sent to it, and of no draft.
  EXECUTE 'CREATE POLICY addressed ON county_notice FOR SELECT TO scope_township USING (' || format(addressed, 'county_notice', 'id') || ')';
  EXECUTE 'CREATE POLICY addressed ON notice_file FOR SELECT TO scope_township USING (' || format(addressed, 'notice_file', 'notice_id') || ')';
END $$;
GRANT SELECT, INSERT, UPDATE ON county_notice TO scope_county;
GRANT SELECT, INSERT ON notice_receipt, notice_file TO scope_county;
-- What a township opened, signed for and reported, the county never changes.
GRANT UPDATE (reminded_at, reminders, version, voided_at, void_reason) ON notice_receipt TO scope_county;
GRANT UPDATE (voided_at, void_reason) ON notice_file TO scope_county;
GRANT SELECT ON county_notice, notice_receipt, notice_file TO scope_township;
GRANT UPDATE (opened_at, opened_edition, signed_at, signed_edition, done_on, done_text, edited_at, version) ON notice_receipt TO scope_township;
