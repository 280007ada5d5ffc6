-- Who of an office opened a notice, signed for it or reported it done is the township's to know. The county reads the township's
-- records, and so its histories; of these lines it reads none, in whatever statement. What it may know is in the receipt, which names
-- nobody.
CREATE POLICY receipts_apart ON audit_event AS RESTRICTIVE FOR SELECT TO scope_county
  USING (action NOT IN ('notices.open', 'notices.sign', 'notices.done'));
