-- What a voter said and the office made a petition of is a petition's matter: its words go where the petition is kept, with
-- everything that the database keeps of it from those who may not see petitions. The opinion stays with its days alone.
ALTER TABLE petition ADD opinion_words jsonb;

CREATE FUNCTION app.keep_opinion_words() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE public.petition SET opinion_words = jsonb_build_object('topic', OLD.topic, 'content', OLD.content, 'voter_name', OLD.voter_name,
    'voter_phone', OLD.voter_phone, 'answer', OLD.answer)
  WHERE county_id = NEW.county_id AND township_id = NEW.township_id AND id = NEW.petition_id;
  NEW.topic := '已转为信访件';
  NEW.content := NULL;
  NEW.voter_name := NULL;
  NEW.voter_phone := NULL;
  NEW.answer := NULL;
  RETURN NEW;
END $$;

-- A petition that was struck out was none: the opinion is what it was before.
CREATE FUNCTION app.give_opinion_words_back() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE public.voter_opinion SET petition_id = NULL, version = version + 1, topic = NEW.opinion_words ->> 'topic', content = NEW.opinion_words ->> 'content',
    voter_name = NEW.opinion_words ->> 'voter_name', voter_phone = NEW.opinion_words ->> 'voter_phone', answer = NEW.opinion_words ->> 'answer'
  WHERE county_id = NEW.county_id AND township_id = NEW.township_id AND petition_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.keep_opinion_words(), app.give_opinion_words_back() FROM PUBLIC;

-- Those that became petitions before: the owner obeys the policies like everybody, and sees all rows only while this runs.
ALTER TABLE petition NO FORCE ROW LEVEL SECURITY;
ALTER TABLE voter_opinion NO FORCE ROW LEVEL SECURITY;
UPDATE voter_opinion o SET petition_id = NULL FROM petition p
  WHERE p.county_id = o.county_id AND p.township_id = o.township_id AND p.id = o.petition_id AND p.voided_at IS NOT NULL;
UPDATE petition p SET opinion_words = jsonb_build_object('topic', o.topic, 'content', o.content, 'voter_name', o.voter_name,
    'voter_phone', o.voter_phone, 'answer', o.answer)
  FROM voter_opinion o WHERE p.county_id = o.county_id AND p.township_id = o.township_id AND p.id = o.petition_id;
UPDATE voter_opinion SET topic = '已转为信访件', content = NULL, voter_name = NULL, voter_phone = NULL, answer = NULL
  WHERE petition_id IS NOT NULL;
ALTER TABLE petition FORCE ROW LEVEL SECURITY;
ALTER TABLE voter_opinion FORCE ROW LEVEL SECURITY;

CREATE TRIGGER keep_opinion_words BEFORE UPDATE OF petition_id ON voter_opinion FOR EACH ROW
  WHEN (OLD.petition_id IS NULL AND NEW.petition_id IS NOT NULL) EXECUTE FUNCTION app.keep_opinion_words();
CREATE TRIGGER give_opinion_words_back AFTER UPDATE OF voided_at ON petition FOR EACH ROW
  WHEN (OLD.voided_at IS NULL AND NEW.voided_at IS NOT NULL AND NEW.opinion_words IS NOT NULL) EXECUTE FUNCTION app.give_opinion_words_back();

-- What is kept beside such an opinion too: its history, in which the words stand, and its files.
CREATE POLICY opinions_apart ON audit_event AS RESTRICTIVE FOR SELECT TO scope_township, scope_county
  USING (record_type <> 'voterOpinion' OR current_setting('app.confidential', true) = 'on' OR NOT EXISTS (
    SELECT FROM public.voter_opinion o WHERE o.county_id = audit_event.county_id AND o.township_id = audit_event.township_id
      AND o.id = audit_event.record_id AND o.petition_id IS NOT NULL));
CREATE POLICY opinions_apart ON attachment AS RESTRICTIVE FOR SELECT TO scope_township, scope_county
  USING (record_type <> 'voterOpinion' OR current_setting('app.confidential', true) = 'on' OR NOT EXISTS (
    SELECT FROM public.voter_opinion o WHERE o.county_id = attachment.county_id AND o.township_id = attachment.township_id
      AND o.id = attachment.record_id AND o.petition_id IS NOT NULL));
