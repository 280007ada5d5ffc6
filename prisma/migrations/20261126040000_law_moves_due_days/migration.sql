-- A county that changes a period of its law moves the days reckoned by it, in the same transaction. Of a township's rows
-- it may write these days and nothing else; the version goes with them, so that nobody saves over a day not yet seen.
GRANT UPDATE (assign_due_on, reply_due_on, reply_citation, redo_due_on, rating_due_on, rating_due_note, version) ON suggestion TO scope_county;
CREATE POLICY law_moves_due_days ON suggestion FOR UPDATE TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
GRANT UPDATE (due_on) ON reply TO scope_county;
CREATE POLICY law_moves_due_days ON reply FOR UPDATE TO scope_county
  USING (county_id = nullif(current_setting('app.county_id', true), '')::uuid)
  WITH CHECK (county_id = nullif(current_setting('app.county_id', true), '')::uuid);
