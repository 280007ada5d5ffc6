-- What the rating window could not take into account when it was reckoned, such as holidays not yet announced.
ALTER TABLE suggestion ADD COLUMN rating_due_note text;
