-- What nobody has to write, nobody may. The county puts an edition into the library, supersedes it and takes it out of use; its
-- words stay as they were published.
REVOKE UPDATE ON practice_edition FROM scope_county;
GRANT UPDATE (superseded_on, retired_on, retired_by_name, retire_reason, version) ON practice_edition TO scope_county;

-- A use begins without a word of what came of it; that is said later, and not before the practice was in use for thirty days.
REVOKE INSERT ON practice_use FROM scope_township;
GRANT INSERT (county_id, id, edition_id, practice_id, author_id, adopter_id, adopter_name, began_on, adopted_on, entered_at)
  ON practice_use TO scope_township;
-- Of uses that were said to have helped before it was so, nothing is known to take them back by.
ALTER TABLE practice_use ADD CONSTRAINT practice_use_waited_check CHECK (confirmed_on >= greatest(began_on, adopted_on) + 30) NOT VALID;
