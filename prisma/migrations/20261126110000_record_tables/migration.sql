-- What every record's table has besides its own facts, said once: the tenant, the record's day, who entered it when and
-- from where, its version, and how it was struck out. Called for a new table that holds nothing but the facts' columns.
CREATE FUNCTION app.record_table(table_name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE public.%1$I
    ADD county_id uuid NOT NULL,
    ADD township_id uuid NOT NULL,
    ADD id uuid NOT NULL,
    ADD occurred_on date NOT NULL,
    ADD entered_at timestamptz(3) NOT NULL DEFAULT transaction_timestamp(),
    ADD entered_by uuid NOT NULL,
    ADD entered_by_name text NOT NULL,
    ADD edited_at timestamptz(3),
    ADD edited_by uuid,
    ADD version integer NOT NULL DEFAULT 1,
    ADD source text NOT NULL DEFAULT ''form'',
    ADD source_note text,
    ADD late_reason text,
    ADD voided_at timestamptz(3),
    ADD voided_by uuid,
    ADD void_reason text,
    ADD CONSTRAINT %2$I PRIMARY KEY (county_id, township_id, id),
    ADD CONSTRAINT %3$I FOREIGN KEY (county_id, township_id) REFERENCES public.township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT',
    table_name, table_name || '_pkey', table_name || '_tenant_fkey');
  EXECUTE format('CREATE INDEX %I ON public.%I (county_id, occurred_on)', table_name || '_county_id_occurred_on_idx', table_name);
  EXECUTE format('CREATE INDEX %I ON public.%I (county_id, township_id, occurred_on)', table_name || '_list_facts', table_name);
  PERFORM app.guard_township_table(table_name);
END $$;

-- A column that names a deputy or a handling unit of the same township, and can name no other's.
CREATE FUNCTION app.record_points_to(table_name text, column_name text, target text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE public.%1$I ADD CONSTRAINT %2$I FOREIGN KEY (county_id, township_id, %3$I)
    REFERENCES public.%4$I (county_id, township_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT',
    table_name, table_name || '_county_id_township_id_' || column_name || '_fkey', column_name, target);
  EXECUTE format('CREATE INDEX %I ON public.%I (county_id, township_id, %I)', table_name || '_' || column_name || '_facts', table_name, column_name);
END $$;
