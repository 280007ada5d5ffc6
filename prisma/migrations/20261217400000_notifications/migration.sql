-- 提醒 are not kept: they follow from what is due, what happened and the clock. Kept is only what one person did with one of them,
-- and when that person wants to hear of nothing new. A key names a matter and its threshold, so that nothing is told twice.
CREATE TABLE notification_mark (
  county_id uuid NOT NULL,
  account_id uuid NOT NULL,
  key text NOT NULL,
  opened_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
  dismissed_at timestamptz(3),
  CONSTRAINT notification_mark_pkey PRIMARY KEY (county_id, account_id, key),
  CONSTRAINT notification_mark_key_check CHECK (length(key) BETWEEN 1 AND 200),
  CONSTRAINT notification_mark_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE notification_setting (
  county_id uuid NOT NULL,
  account_id uuid NOT NULL,
  quiet_from integer NOT NULL,
  quiet_until integer NOT NULL,
  quiet_days_off boolean NOT NULL,
  CONSTRAINT notification_setting_pkey PRIMARY KEY (county_id, account_id),
  CONSTRAINT notification_setting_hours_check CHECK (quiet_from BETWEEN 0 AND 23 AND quiet_until BETWEEN 0 AND 23),
  CONSTRAINT notification_setting_tenant_fkey FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);

DO $$
DECLARE
  name text;
  own_county constant text := $q$county_id = nullif(current_setting('app.county_id', true), '')::uuid$q$;
BEGIN
  FOREACH name IN ARRAY ARRAY['notification_mark', 'notification_setting'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    -- Written by whoever is signed in, for oneself; read beside what is due.
    EXECUTE format('CREATE POLICY oneself ON public.%I FOR ALL TO scope_auth USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY own_county ON public.%I FOR SELECT TO scope_township, scope_county USING (%s)', name, own_county);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON public.%I TO scope_auth', name);
    EXECUTE format('GRANT SELECT ON public.%I TO scope_township, scope_county', name);
  END LOOP;
END $$;
