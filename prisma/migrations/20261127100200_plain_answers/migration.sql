-- Kept answers are plain JSON; those that were kept in an envelope lose it, so that a request sent twice still gets them.
-- Forced row-level security binds the owner too: for the length of this change it is lifted from the one table.
ALTER TABLE idempotency_key NO FORCE ROW LEVEL SECURITY;
UPDATE idempotency_key SET response = coalesce(response -> 'json', 'null'::jsonb) WHERE jsonb_typeof(response) = 'object' AND response ? 'json';
ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY;
