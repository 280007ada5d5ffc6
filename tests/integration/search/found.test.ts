import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Desk, openDesk } from "../../support/suggestions";
import { callerAs, createCounty, type TestCounty } from "../../support/tenants";

/** Signs that search has to take as they are: wildcards, letters of both cases and widths, blanks, a character beyond 16 bits. */
const signs = Array.from("管道管道排水aAbBéÉσΣ1７%_\\' 𠮷。");

/** Random, and the same at every run. */
let state = 7;
const upTo = (most: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * most);
};
const text = (length: number): string =>
  Array.from({ length }, () => signs[upTo(signs.length)] ?? "")
    .join("")
    .trim() || "管";
const words = [
  ...Array.from({ length: 120 }, () => text(1 + upTo(4))),
  ...["建议", "A", "a", "100%", "代表甲", "daibiaoa", "d", "1", "2026-1", "3号", "没有的"],
];

let county: TestCounty;
let desks: Desk[];
const admin = new Client({ connectionString: inject("adminUrl") });
const app = new Client({ connectionString: inject("appUrl") });

beforeAll(async () => {
  await admin.connect();
  await app.connect();
  county = await createCounty(["长涂镇", "衢山镇"]);
  desks = [];
  for (const township of county.townships) {
    const desk = await openDesk(county, township);
    desks.push(desk);
    for (let turn = 0; turn < 15; turn++) await desk.enter("2026-02-01", text(4 + upTo(8)));
  }
  const other = await createCounty(["东沙镇"]);
  const [abroad] = other.townships;
  if (abroad !== undefined) await (await openDesk(other, abroad)).enter("2026-02-01", signs.join(""));
});
afterAll(async () => {
  await admin.end();
  await app.end();
});

const pattern = (q: string) => `%${q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** What ILIKE finds of a township, or of the county. */
async function read(q: string, township: string | null): Promise<string[]> {
  const { rows } = await admin.query<{ id: string }>(
    `SELECT id FROM suggestion WHERE county_id = $1 AND ($2::uuid IS NULL OR township_id = $2)
       AND (title ILIKE $3 OR content ILIKE $3) ORDER BY id`,
    [county.id, township, pattern(q)],
  );
  return rows.map(({ id }) => id);
}

async function found(q: string, role: string, township: string | null, only: string | null) {
  await app.query("BEGIN");
  await app.query("SELECT app.begin_scope($1, $2, $3, true)", [role, county.id, township]);
  const { rows } = await app.query<{ id: string }>(
    "SELECT id FROM app.found('suggestion', $1, $2, NULL) ORDER BY id",
    [q, only],
  );
  await app.query("ROLLBACK");
  return rows.map(({ id }) => id);
}

describe("what is searched by the index", () => {
  it("is what reading every text finds, for a township, its county and one township of the county", async () => {
    const [own = "", other = ""] = county.townships.map(({ id }) => id);
    let hits = 0;
    for (const q of words) {
      const expected = await read(q, own);
      hits += expected.length;
      expect(await found(q, "scope_township", own, null), q).toEqual(expected);
      expect(await found(q, "scope_county", null, other), q).toEqual(await read(q, other));
      expect(await found(q, "scope_county", null, null), q).toEqual(await read(q, null));
    }
    expect(hits).toBeGreaterThan(50);
  });

  it("is listed with what number and signers find, page and count alike", async () => {
    const [desk] = desks;
    if (desk === undefined) throw new Error("no desk");
    for (const q of words.slice(-40)) {
      const [, year, number] = /^(?:(\d{4})\D+)?(\d{1,5})\s*号?$/.exec(q) ?? [];
      const { rows } = await admin.query<{ id: string }>(
        `SELECT s.id FROM suggestion s WHERE s.county_id = $1 AND s.township_id = $2 AND (s.title ILIKE $3 OR s.content ILIKE $3
           OR (s.number = $4 AND ($5::int IS NULL OR s.year = $5)) OR EXISTS (SELECT FROM suggestion_signer g
             JOIN deputy d ON d.county_id = g.county_id AND d.township_id = g.township_id AND d.id = g.deputy_id
             WHERE g.suggestion_id = s.id AND (d.name ILIKE $3 OR replace(d.pinyin, ' ', '') ILIKE $3 OR d.initials ILIKE $3)))`,
        [county.id, desk.township.id, pattern(q), number ?? null, year ?? null],
      );
      const list = await desk.on("2026-03-01").suggestions.list({ ...desk.at, q, pageSize: 50 });
      expect(list.rows.map(({ id }) => id).sort(), q).toEqual(rows.map(({ id }) => id).sort());
      expect(list.total, q).toBe(rows.length);
    }
  });

  it("is what the search over all kinds shows, with the number as it is written, latest first", async () => {
    const [desk] = desks;
    if (desk === undefined) throw new Error("no desk");
    for (const q of [...words.slice(0, 30), "2026年第1号", "第2号", "年第1", "26年", "15号"]) {
      const { rows } = await admin.query<{ id: string }>(
        `SELECT id FROM suggestion WHERE county_id = $1 AND (title ILIKE $2 OR content ILIKE $2
           OR year || '年第' || number || '号' ILIKE $2) ORDER BY received_on DESC, id LIMIT 10`,
        [county.id, pattern(q)],
      );
      const hits = await callerAs("countyStaff", county).search.county({ q });
      const shown = hits.filter(({ type }) => type === "suggestion").map(({ id }) => id);
      expect(shown.sort(), q).toEqual(rows.map(({ id }) => id).sort());
    }
  });

  it("follows an edit at once, and forgets what was written before", async () => {
    const [desk] = desks;
    if (desk === undefined) throw new Error("no desk");
    const { id } = await desk.enter("2026-02-03", "关于码头照明的建议");
    const titled = async (q: string) =>
      (await desk.on("2026-03-01").suggestions.list({ ...desk.at, q })).total;
    expect(await titled("码头")).toBe(1);
    await admin.query("UPDATE suggestion SET title = '关于渡口照明的建议' WHERE id = $1", [id]);
    expect([await titled("码头"), await titled("渡口"), await titled("渡")]).toEqual([0, 1, 1]);
  });

  it("shows the latest of a word that stands in many hundreds of texts", async () => {
    const [desk] = desks;
    if (desk === undefined) throw new Error("no desk");
    const { id } = await desk.enter("2026-02-03", "关于渡轮班次的建议");
    await admin.query(
      `INSERT INTO suggestion SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'number', 1000 + n,
         'received_on', s.received_on - n % 300))).* FROM suggestion s, generate_series(1, 600) n WHERE s.id = $1`,
      [id],
    );
    const { rows } = await admin.query<{ id: string }>(
      "SELECT id FROM suggestion WHERE county_id = $1 AND title LIKE '%渡轮%' ORDER BY received_on DESC, id LIMIT 10",
      [county.id],
    );
    const here = { ...desk.at, q: "渡轮" };
    const ofCounty = await callerAs("countyStaff", county).search.county({ q: "渡轮" });
    for (const hits of [ofCounty, await desk.on("2026-03-01").search.township(here)]) {
      expect(hits.map((hit) => hit.id)).toEqual(rows.map((row) => row.id));
    }
    expect((await desk.on("2026-03-01").suggestions.list(here)).total).toBe(601);
  });
});
