-- Whether an activity was held jointly with a higher congress may be left unsaid.
ALTER TABLE activity ALTER COLUMN is_joint DROP NOT NULL, ALTER COLUMN is_joint DROP DEFAULT;
