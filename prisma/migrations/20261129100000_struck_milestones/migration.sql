-- A milestone is struck out with a reason and stays to be seen; one whose day had come goes on counting.
ALTER TABLE project_milestone ADD COLUMN voided_on date;
ALTER TABLE project_milestone ADD COLUMN void_reason text;
ALTER TABLE project_milestone ADD COLUMN counts boolean NOT NULL DEFAULT true;
REVOKE DELETE ON project_milestone, project_milestone_deputy, project_event FROM scope_township;
-- When the decision that dropped a project was written down; what fell due before that is still asked for.
ALTER TABLE project ADD COLUMN dropped_entered_on date;
