-- A township's signed word that it had none of something in a year: no session, no meeting, no visit, no suggestion.
CREATE TABLE none_declaration (
  county_id UUID NOT NULL,
  township_id UUID NOT NULL,
  id UUID NOT NULL,
  year INTEGER NOT NULL,
  subject TEXT NOT NULL,
  occurred_on DATE NOT NULL,
  entered_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  entered_by UUID NOT NULL,
  entered_by_name TEXT NOT NULL,
  edited_at TIMESTAMPTZ(3),
  edited_by UUID,
  version INTEGER NOT NULL DEFAULT 1,
  source TEXT NOT NULL DEFAULT 'form',
  source_note TEXT,
  late_reason TEXT,
  voided_at TIMESTAMPTZ(3),
  voided_by UUID,
  void_reason TEXT,
  CONSTRAINT none_declaration_pkey PRIMARY KEY (county_id, township_id, id),
  CONSTRAINT none_declaration_year CHECK (year BETWEEN 1949 AND 2100),
  CONSTRAINT none_declaration_subject CHECK (subject IN ('session', 'presidium', 'supervision', 'suggestion'))
);
CREATE INDEX none_declaration_county_id_year_idx ON none_declaration (county_id, year);
CREATE UNIQUE INDEX none_declaration_live_key ON none_declaration (county_id, township_id, year, subject) WHERE voided_at IS NULL;
ALTER TABLE none_declaration ADD CONSTRAINT none_declaration_tenant_fkey FOREIGN KEY (county_id, township_id) REFERENCES township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
SELECT app.guard_township_table('none_declaration');

-- The solved rate reads when a suggestion was solved and until when its rating was awaited: the index of the county's
-- year holds every column that read needs.
DROP INDEX suggestion_county_year_facts;
CREATE INDEX suggestion_county_year_facts ON suggestion (county_id, year, township_id) INCLUDE (id, received_on, occurred_on, entered_at,
  assigned_on, assign_due_on, reply_due_on, first_replied_on, redo_count, redo_due_on, rating_due_on, not_rated_on, outcome, solved_on, closed_on,
  voided_at, state, merged_into_id);
-- Which promise of a suggestion is due next: only the open ones are asked for.
CREATE INDEX promise_open_due ON promise (county_id, township_id, suggestion_id) INCLUDE (due_on) WHERE verified_on IS NULL;
