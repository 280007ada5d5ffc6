-- Every suggestion states the day by which it is to be assigned, from the draft on; readers reckon none of their own. Where none
-- was stored, the customary days after its receipt. The owner sees all rows only while they are filled in.
ALTER TABLE suggestion NO FORCE ROW LEVEL SECURITY;
UPDATE suggestion SET assign_due_on = received_on + 15 WHERE assign_due_on IS NULL;
ALTER TABLE suggestion FORCE ROW LEVEL SECURITY;
ALTER TABLE suggestion ALTER COLUMN assign_due_on SET NOT NULL;
