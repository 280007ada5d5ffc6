-- Rosters give 出生年月: a month without its day. The year alone stays possible, a month alone does not.
ALTER TABLE deputy ADD COLUMN birth_month integer;
ALTER TABLE deputy ADD CONSTRAINT deputy_birth_month_check CHECK (birth_month BETWEEN 1 AND 12);
ALTER TABLE deputy ADD CONSTRAINT deputy_birth_month_of_year_check CHECK (birth_month IS NULL OR birth_year IS NOT NULL);
