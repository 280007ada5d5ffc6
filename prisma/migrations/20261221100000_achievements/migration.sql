-- 履职实效: what the deputies' work came to in numbers; recorded, never counted towards anything.
CREATE TABLE achievement (
  topic text NOT NULL,
  kind text NOT NULL,
  organizer text,
  times integer CONSTRAINT achievement_times CHECK (times > 0),
  attended integer CONSTRAINT achievement_attended CHECK (attended > 0),
  quantity integer CONSTRAINT achievement_quantity CHECK (quantity > 0),
  quantity_unit text,
  amount numeric(14, 2) CONSTRAINT achievement_amount CHECK (amount >= 0),
  note text,
  CONSTRAINT achievement_unit CHECK ((quantity IS NULL) = (quantity_unit IS NULL))
);
SELECT app.record_table('achievement');
SELECT app.record_lines('achievement_deputy', 'achievement', 'deputy');
