-- 办结 asks for an issued report, or says why there is none.
ALTER TABLE joint_task ADD COLUMN no_report_why text;
