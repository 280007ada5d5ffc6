-- Codes of the suggestions slice (src/domains/suggestions/rules/states.ts) and orders of days that no rule may miss.
ALTER TABLE handling_unit ADD CONSTRAINT handling_unit_kind_check CHECK (kind IN ('government', 'department', 'village', 'institution', 'enterprise', 'other'));
ALTER TABLE suggestion
  ADD CONSTRAINT suggestion_state_check CHECK (state IN ('draft', 'submitted', 'returned', 'merged', 'checked', 'assigned', 'returnRequested', 'accepted', 'consulted', 'replied', 'redo', 'rated', 'notRated', 'tracking', 'closed')),
  ADD CONSTRAINT suggestion_kind_check CHECK (kind IN ('suggestion', 'bill')),
  ADD CONSTRAINT suggestion_origin_check CHECK (origin IN ('session', 'intersession', 'reception', 'group', 'visit')),
  ADD CONSTRAINT suggestion_category_check CHECK (category IN ('construction', 'transport', 'water', 'agriculture', 'environment', 'education', 'health', 'welfare', 'culture', 'safety', 'economy', 'governance', 'other')),
  ADD CONSTRAINT suggestion_outcome_check CHECK (outcome IN ('A', 'B', 'C', 'D', 'E')),
  ADD CONSTRAINT suggestion_merged_check CHECK ((state = 'merged') = (merged_into_id IS NOT NULL)),
  ADD CONSTRAINT suggestion_assigned_check CHECK (assigned_on >= received_on),
  ADD CONSTRAINT suggestion_closed_check CHECK (state <> 'closed' OR (closed_on IS NOT NULL AND outcome IS NOT NULL));
ALTER TABLE suggestion_signer ADD CONSTRAINT suggestion_signer_role_check CHECK (role IN ('lead', 'cosigner'));
CREATE UNIQUE INDEX suggestion_signer_lead_key ON suggestion_signer (county_id, township_id, suggestion_id) WHERE role = 'lead';
ALTER TABLE suggestion_unit ADD CONSTRAINT suggestion_unit_role_check CHECK (role IN ('lead', 'co'));
CREATE UNIQUE INDEX suggestion_unit_lead_key ON suggestion_unit (county_id, township_id, suggestion_id) WHERE role = 'lead' AND ended_on IS NULL;
ALTER TABLE consultation
  ADD CONSTRAINT consultation_round_check CHECK (round IN (1, 2) AND attempt >= 1),
  ADD CONSTRAINT consultation_method_check CHECK (method IN ('visit', 'onSite', 'meeting', 'phone')),
  ADD CONSTRAINT consultation_confirm_method_check CHECK (confirm_method IN ('signature', 'phone', 'link')),
  ADD CONSTRAINT consultation_confirmed_check CHECK (confirmed_on >= held_on AND (confirmed_on IS NULL) = (confirmed_by_deputy_id IS NULL));
ALTER TABLE rating
  ADD CONSTRAINT rating_phase_check CHECK (phase IN ('reply', 'promise')),
  ADD CONSTRAINT rating_rating_check CHECK (rating IN ('satisfied', 'basic', 'unsatisfied')),
  ADD CONSTRAINT rating_method_check CHECK (method IN ('paper', 'phone', 'link')),
  ADD CONSTRAINT rating_witness_check CHECK (witness_deputy_id <> deputy_id AND (method <> 'paper' OR witness_deputy_id IS NOT NULL));
ALTER TABLE deferral ADD CONSTRAINT deferral_decided_check CHECK ((decided_on IS NULL) = (approved IS NULL));
CREATE UNIQUE INDEX deferral_open_key ON deferral (county_id, township_id, suggestion_id) WHERE decided_on IS NULL;
ALTER TABLE promise ADD CONSTRAINT promise_verified_check CHECK (verified_on IS NULL OR fulfilled_on IS NOT NULL);
