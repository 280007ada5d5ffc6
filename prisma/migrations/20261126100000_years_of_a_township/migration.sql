-- Every list offers the years that hold records of its township: a probe of an index for each year. Without these two a
-- server that cannot skip within an index walks the whole county's rows for every page.
CREATE INDEX suggestion_county_id_township_id_occurred_on_idx ON suggestion (county_id, township_id, occurred_on);
CREATE INDEX finding_county_id_township_id_occurred_on_idx ON finding (county_id, township_id, occurred_on);
