-- 党委研究人大工作: each matter of the congress that was before the township's party committee.
CREATE TABLE committee_hearing (
  topic text NOT NULL,
  matter text NOT NULL,
  meeting text NOT NULL,
  decision text,
  document_number text
);
SELECT app.record_table('committee_hearing');
