-- What a county enters on top of the State Council's arrangement: a day off, or a day that is worked. Taken out, it stays on record.
CREATE TABLE county_holiday (
  county_id UUID NOT NULL,
  id UUID NOT NULL,
  day DATE NOT NULL,
  name TEXT NOT NULL,
  works BOOLEAN NOT NULL,
  entered_at TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
  entered_by_name TEXT NOT NULL,
  voided_at TIMESTAMPTZ(3),
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT county_holiday_pkey PRIMARY KEY (county_id, id),
  CONSTRAINT county_holiday_name_check CHECK (btrim(name) <> ''),
  CONSTRAINT county_holiday_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX county_holiday_live_key ON county_holiday (county_id, day) WHERE voided_at IS NULL;
SELECT app.guard_county_table('county_holiday');
