-- Constraints and indexes are called as Prisma calls them, cut so that the ending fits the 63 bytes of a name.
CREATE FUNCTION app.key_name(table_name text, columns text, ending text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT left(table_name || '_county_id_township_id_' || columns, 63 - length(ending)) || ending
$$;

CREATE OR REPLACE FUNCTION app.record_points_to(table_name text, column_name text, target text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE public.%1$I ADD CONSTRAINT %2$I FOREIGN KEY (county_id, township_id, %3$I)
    REFERENCES public.%4$I (county_id, township_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT',
    table_name, app.key_name(table_name, column_name, '_fkey'), column_name, target);
  EXECUTE format('CREATE INDEX %I ON public.%I (county_id, township_id, %I)',
    left(table_name || '_' || column_name, 57) || '_facts', table_name, column_name);
END $$;

-- The table behind a field of `people` or `units`: a line for each of them that a record names, replaced as a whole when
-- the record is corrected. SELECT app.record_lines('training_participant', 'training', 'deputy'); a handling unit is
-- named by unit_id.
CREATE FUNCTION app.record_lines(table_name text, record text, target text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  record_column text := record || '_id';
  target_column text := CASE target WHEN 'handling_unit' THEN 'unit_id' ELSE target || '_id' END;
BEGIN
  EXECUTE format('CREATE TABLE public.%1$I (
    county_id uuid NOT NULL,
    township_id uuid NOT NULL,
    id uuid NOT NULL,
    %2$I uuid NOT NULL,
    %3$I uuid NOT NULL,
    CONSTRAINT %4$I PRIMARY KEY (county_id, township_id, id),
    CONSTRAINT %5$I FOREIGN KEY (county_id, township_id) REFERENCES public.township (county_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT)',
    table_name, record_column, target_column, left(table_name, 58) || '_pkey', left(table_name, 51) || '_tenant_fkey');
  PERFORM app.record_points_to(table_name, record_column, record);
  PERFORM app.record_points_to(table_name, target_column, target);
  EXECUTE format('CREATE UNIQUE INDEX %I ON public.%I (county_id, township_id, %I, %I)',
    app.key_name(table_name, record_column || '_' || target_column, '_key'), table_name, record_column, target_column);
  PERFORM app.guard_township_table(table_name);
  EXECUTE format('GRANT DELETE ON public.%I TO scope_township', table_name);
END $$;
