-- On which day a township said that what a notice asked is done: one that lets the day pass may not tell of an earlier day and
-- be in time. What was said before keeps the day of its last entry. The owner obeys the policies like everybody; only while
-- this migration runs does it see all rows.
ALTER TABLE notice_receipt ADD COLUMN done_entered_on date;
ALTER TABLE notice_receipt NO FORCE ROW LEVEL SECURITY;
UPDATE notice_receipt SET done_entered_on = greatest(done_on, (coalesce(edited_at, sent_at) AT TIME ZONE interval '8 hours')::date)
WHERE done_on IS NOT NULL;
ALTER TABLE notice_receipt FORCE ROW LEVEL SECURITY;
ALTER TABLE notice_receipt ADD CONSTRAINT notice_receipt_entered_check CHECK ((done_on IS NULL) = (done_entered_on IS NULL));
SELECT app.keep_entry_days('notice_receipt');
GRANT UPDATE (done_entered_on) ON notice_receipt TO scope_township;

-- A file is put to a draft, and a draft is sent with the files it has: the one waits for the other.
CREATE FUNCTION app.keep_sent_files() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM FROM county_notice n WHERE n.county_id = NEW.county_id AND n.id = NEW.notice_id AND n.state = 'draft' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the files of a notice that was sent stay as they were sent' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.keep_sent_files() FROM PUBLIC;
CREATE TRIGGER sent_files BEFORE INSERT OR UPDATE ON notice_file FOR EACH ROW EXECUTE FUNCTION app.keep_sent_files();
