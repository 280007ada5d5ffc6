-- The day on which an item was last changed before its year's plan was approved: no approval is of an earlier day.
ALTER TABLE plan_item ADD COLUMN changed_on date;
