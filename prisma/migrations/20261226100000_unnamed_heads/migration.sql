-- How many took part whose names nobody kept, and whether a number is a round one. Null is: nothing was said of it.
CREATE FUNCTION app.record_heads(table_name text, most integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE public.%1$I
    ADD unnamed integer,
    ADD unnamed_about boolean,
    ADD CONSTRAINT %2$I CHECK (unnamed BETWEEN 0 AND %3$s AND (unnamed_about IS NULL OR unnamed_about AND unnamed IS NOT NULL))',
    table_name, table_name || '_unnamed_check', most);
END $$;

SELECT app.record_heads('activity', 2000);
SELECT app.record_heads('group_activity', 500);
SELECT app.record_heads('training', 2000);
SELECT app.record_heads('reception', 500);
SELECT app.record_heads('honour', 500);

ALTER TABLE reception ADD visitors_about boolean,
  ADD CONSTRAINT reception_visitors_about_check CHECK (visitors_about IS NULL OR visitors_about AND visitors IS NOT NULL);
ALTER TABLE achievement ADD times_about boolean, ADD attended_about boolean, ADD quantity_about boolean, ADD amount_about boolean,
  ADD CONSTRAINT achievement_about_check CHECK ((times_about IS NULL OR times_about AND times IS NOT NULL)
    AND (attended_about IS NULL OR attended_about AND attended IS NOT NULL)
    AND (quantity_about IS NULL OR quantity_about AND quantity IS NOT NULL)
    AND (amount_about IS NULL OR amount_about AND amount IS NOT NULL));

-- 工作评议: a unit's work appraised without ballots.
ALTER TABLE activity DROP CONSTRAINT activity_kind,
  ADD CONSTRAINT activity_kind CHECK (kind IN ('inspectionVisit', 'lawInspection', 'investigation', 'unannouncedVisit', 'supervisionCheck',
    'followUpVisit', 'workAppraisal'));
