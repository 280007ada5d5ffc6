-- 信息报送 and 宣传报道: recorded, never counted towards anything.
CREATE TABLE information_item (
  title text NOT NULL,
  topic text NOT NULL,
  sent_to text NOT NULL,
  content text,
  taken_up_by text NOT NULL DEFAULT 'none',
  taken_up_on date,
  published_in text
);
SELECT app.record_table('information_item');
CREATE TABLE publicity_item (
  title text NOT NULL,
  channel text NOT NULL,
  level text NOT NULL,
  published_in text NOT NULL,
  link text,
  about text
);
SELECT app.record_table('publicity_item');
