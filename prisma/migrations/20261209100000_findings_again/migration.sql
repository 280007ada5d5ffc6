-- A finding that was struck off in time and came back begins anew, with a day of its own; that the first day was kept
-- stays beside it, so that the year it was due in goes on counting it.
ALTER TABLE finding ADD COLUMN earlier_due_on date, ADD COLUMN earlier_closed_on date;

CREATE OR REPLACE FUNCTION app.keep_first_due() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.first_due_on := NEW.due_on;
  ELSIF OLD.state = 'closed' AND NEW.state = 'reopened' AND OLD.closed_on <= OLD.first_due_on AND NEW.due_on IS DISTINCT FROM OLD.due_on THEN
    NEW.first_due_on := NEW.due_on;
    NEW.earlier_due_on := coalesce(OLD.earlier_due_on, OLD.first_due_on);
    NEW.earlier_closed_on := coalesce(OLD.earlier_closed_on, OLD.closed_on);
  ELSE
    NEW.first_due_on := coalesce(OLD.first_due_on, NEW.due_on);
  END IF;
  RETURN NEW;
END $$;
