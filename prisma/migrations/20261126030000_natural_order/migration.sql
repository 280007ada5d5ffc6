-- Names with numbers in the order people expect: 第二 before 第十, 2号 before 10号. The same steps as naturalKey in
-- src/lib/natural-order.ts; a test compares the two. Keys are compared sign by sign: sorted with COLLATE "C" (src/server/db/order.ts).
CREATE FUNCTION app.natural_key(name text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  rest text := translate(replace(replace(normalize(left(name, 200), NFKC), '廿', '二十'), '卅', '三十'),
    '壹贰叁肆伍陆柒捌玖拾佰仟', '一二三四五六七八九十百千');
  result text := '';
  place int;
  run text;
  sign text;
  total numeric;
  section numeric;
  digit numeric;
BEGIN
  LOOP
    run := substring(rest FROM '[0-9]+|[〇零一二三四五六七八九两十][〇零一二三四五六七八九两十百千万]*');
    EXIT WHEN run IS NULL;
    -- The first match is also the first place where its text stands.
    place := strpos(rest, run);
    result := result || left(rest, place - 1);
    rest := substr(rest, place + length(run));
    IF run ~ '[十百千万]' THEN
      total := 0; section := 0; digit := 0;
      FOREACH sign IN ARRAY string_to_array(run, NULL) LOOP
        IF sign = '万' THEN
          total := CASE WHEN total + section + digit = 0 THEN 1 ELSE total + section + digit END * 10000;
          section := 0; digit := 0;
        ELSIF sign IN ('十', '百', '千') THEN
          section := section + CASE WHEN digit = 0 THEN 1 ELSE digit END * CASE sign WHEN '十' THEN 10 WHEN '百' THEN 100 ELSE 1000 END;
          digit := 0;
        ELSE
          digit := digit * 10 + translate(sign, '〇零一二三四五六七八九两', '001234567892')::numeric;
        END IF;
      END LOOP;
      run := (total + section + digit)::text;
    ELSE
      run := translate(run, '〇零一二三四五六七八九两', '001234567892');
    END IF;
    run := ltrim(run, '0');
    -- Its count of digits before a number makes longer ones greater, however long.
    result := result || lpad(length(run)::text, 4, '0') || run;
  END LOOP;
  RETURN result || rest;
END $$;

-- Lists are sorted within a scope; the function looks at nothing but its argument.
GRANT USAGE ON SCHEMA app TO scope_township, scope_county, scope_accounts;
REVOKE ALL ON FUNCTION app.natural_key(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.natural_key(text) TO scope_township, scope_county, scope_accounts;

-- Units are sorted by their pinyin with the numbers in them counted, written with the name (src/server/names/pinyin.ts);
-- NULL for those not written since: they stand by their pinyin.
ALTER TABLE handling_unit ADD COLUMN sort_key text COLLATE "C";
