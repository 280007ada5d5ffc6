CREATE TABLE "Placeholder" ("id" UUID NOT NULL, CONSTRAINT "Placeholder_pkey" PRIMARY KEY ("id"));
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$ BEGIN PERFORM 1; RETURN 2; END $$;
ALTER FUNCTION f() OWNER TO scope_auth;
