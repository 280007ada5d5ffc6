-- Why a station's fixed day of the month was put off to the day of this reception, which then stands for it.
ALTER TABLE reception ADD COLUMN moved_reason text;
