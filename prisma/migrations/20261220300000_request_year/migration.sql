-- What is asked in December and due in January is the county's asking of the year in which it asked: the burden ledger, and the
-- cap it goes by, count it there. So far it was booked to the year of its due day.
UPDATE data_request SET year = extract(year FROM sent_on)::int WHERE year <> extract(year FROM sent_on)::int;
ALTER TABLE data_request ADD CONSTRAINT data_request_year_check CHECK (year = extract(year FROM sent_on)::int);
