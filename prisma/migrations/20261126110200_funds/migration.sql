CREATE TABLE fund (
  year integer NOT NULL CONSTRAINT fund_year CHECK (year BETWEEN 1949 AND 2100),
  purpose text NOT NULL,
  budgeted numeric(14, 2) NOT NULL CONSTRAINT fund_budgeted CHECK (budgeted >= 0),
  spent numeric(14, 2) CONSTRAINT fund_spent CHECK (spent >= 0),
  document_number text,
  note text
);
SELECT app.record_table('fund');
