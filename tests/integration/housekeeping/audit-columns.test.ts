import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { callerAs, createCounty, newKey, type TestCounty } from "../../support/tenants";

const admin = new Client({ connectionString: inject("adminUrl") });

beforeAll(() => admin.connect());
afterAll(() => admin.end());

async function newBook(name: string): Promise<TestCounty> {
  const county = await createCounty([name]);
  await enter(county, "林业站");
  return county;
}

const enter = (county: TestCounty, name: string) =>
  callerAs("townshipStaff", county, county.townships[0]).units.create({
    township: county.townships[0]?.code ?? "",
    idempotencyKey: newKey(),
    name,
    kind: "other",
  });

/** Where the county's book no longer holds after these changes, made by somebody above all scopes; then all is undone. */
async function brokenAfter(county: TestCounty, ...changes: string[]): Promise<string | null> {
  await admin.query("BEGIN");
  try {
    await admin.query("SET LOCAL session_replication_role = replica");
    for (const change of changes) await admin.query(change.replaceAll("$COUNTY", `'${county.id}'::uuid`));
    await admin.query("SELECT app.begin_scope('scope_audit', $1, NULL, true)", [county.id]);
    const { rows } = await admin.query<{ at: string }>(
      "SELECT broken_seq::text AS at FROM app.broken_audit_link()",
    );
    return rows[0]?.at ?? null;
  } finally {
    await admin.query("ROLLBACK");
  }
}

/** Another value of the column's own type. */
const another: Record<string, string> = {
  uuid: "gen_random_uuid()",
  text: "coalesce($C, '') || chr(31) || '改'",
  bigint: "$C + 1000000",
  integer: "$C - 1",
  date: "coalesce($C, '2020-01-01') + 1",
  jsonb: "jsonb_build_object('x', $C)",
  bytea: "'\\x00'::bytea",
  "timestamp with time zone": "$C + interval '1 second'",
};
const ofFirst = "WHERE county_id = $COUNTY AND seq = 1";

test("a change of any column of an entry is found, also of one that was empty [S75]", async () => {
  const county = await newBook("高亭镇");
  const { rows: columns } = await admin.query<{ name: string; type: string }>(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = 'audit_event'`,
  );
  expect(await brokenAfter(county, "SELECT 1")).toBeNull();
  for (const { name, type } of columns) {
    const value = (another[type] ?? "").replaceAll("$C", name);
    expect(
      await brokenAfter(county, `UPDATE audit_event SET ${name} = ${value} ${ofFirst}`),
      name,
    ).not.toBeNull();
  }
});

test("a border moved between two columns is found, though the text in a row stays the same [S75]", async () => {
  const county = await newBook("岱东镇");
  const moves = [
    "actor_name = left(actor_name, 1), actor_role = substr(actor_name, 2) || chr(31) || actor_role",
    "ip = NULL, request_id = NULL, action = ip || chr(31) || action",
    "request_id = ip, ip = request_id",
  ];
  for (const move of moves)
    expect(await brokenAfter(county, `UPDATE audit_event SET ${move} ${ofFirst}`), move).toBe("1");
});

/** An entry as the first releases chained it. */
const olderEntry = [
  `INSERT INTO audit_event (county_id, id, seq, actor_name, actor_role, action, record_type, occurred_on, summary, detail, prev_hash, hash, hash_version)
   SELECT h.county_id, gen_random_uuid(), h.seq + 1, '甲', 'townshipStaff', 'a', 'b', '2025-03-01', 'c', '{"x": 1}', h.hash, '\\x00', 1
   FROM audit_head h WHERE h.county_id = $COUNTY`,
  `UPDATE audit_event e SET hash = sha256(e.prev_hash || convert_to(concat_ws(E'\\x1f', e.seq, e.id, e.township_id, extract(epoch FROM e.at),
     e.actor_id, e.actor_name, e.actor_role, e.ip, e.action, e.record_type, e.record_id, e.occurred_on, e.summary, e.detail), 'UTF8'))
   WHERE e.county_id = $COUNTY AND e.hash = '\\x00'`,
  `UPDATE audit_head h SET seq = e.seq, hash = e.hash FROM audit_event e
   WHERE h.county_id = $COUNTY AND e.county_id = h.county_id AND e.seq = h.seq + 1`,
];
const emptyBook = `INSERT INTO audit_head (county_id, seq, hash) VALUES ($COUNTY, 0, sha256(convert_to($COUNTY::text, 'UTF8')))`;

test("entries of the first releases still hold, and one of their kind put in after a newer one is found [S75]", async () => {
  const old = await createCounty(["长涂镇"]);
  expect(await brokenAfter(old, emptyBook, ...olderEntry, ...olderEntry)).toBeNull();
  const change = `UPDATE audit_event SET summary = 'd' WHERE county_id = $COUNTY AND seq = 2`;
  expect(await brokenAfter(old, emptyBook, ...olderEntry, ...olderEntry, change)).toBe("2");
  const county = await newBook("衢山镇");
  expect(await brokenAfter(county, ...olderEntry)).toBe("2");
});

test("a book that begins with older entries goes on with newer ones [S75]", async () => {
  const county = await createCounty(["秀山乡"]);
  for (const sql of [
    emptyBook,
    "SET session_replication_role = replica",
    ...olderEntry,
    "RESET session_replication_role",
  ])
    await admin.query(sql.replaceAll("$COUNTY", `'${county.id}'::uuid`));
  await enter(county, "水利站");
  expect(await brokenAfter(county, "SELECT 1")).toBeNull();
});
