import { createHash } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { schemeFile } from "@/domains/assessments/rules/scheme-text";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import type { Scheme } from "@/domains/figures/rules/scheme";
import { canonicalJson } from "@/lib/canonical-json";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let township: TestTownship;
const admin = new Client({ connectionString: inject("adminUrl") });
const app = new Client({ connectionString: inject("appUrl") });

const at = (day: string) => new Date(`${day}T02:00:00Z`);
const staff = (day = "2027-01-10") => callerAs("countyStaff", county, undefined, at(day)).assessments;
const office = (day = "2027-01-12") => callerAs("townshipStaff", county, township, at(day)).assessments;
const key = () => ({ idempotencyKey: newKey() });
const undecided = { decisionNumber: null, decisionReason: null };

beforeAll(async () => {
  county = await createCounty(["高亭测", "衢山测"]);
  [township] = county.townships as [TestTownship, ...TestTownship[]];
  await admin.connect();
  await app.connect();
});
afterAll(async () => {
  await admin.end();
  await app.end();
});

const renamed = (name: string): Scheme => ({ ...defaultScheme, name });
const versionOf = async (id: string) => (await staff().scheme({ id })).version;

async function started(year: number): Promise<string> {
  return (await staff().startScheme({ ...key(), year, from: null })).id;
}

/** Drafted on 10 January, consulted on until the 17th, published on the 18th. */
async function published(year: number): Promise<string> {
  const id = await started(year);
  await staff().consultOnScheme({ ...key(), id, version: 1, until: "2027-01-17" });
  await staff("2027-01-18").publishScheme({ ...key(), id, version: 2, ...undecided });
  return id;
}

describe("a year's scheme [R85]", () => {
  it("goes from draft over consultation to published, and scores its year from then on", async () => {
    const id = await started(2028);
    await staff().saveScheme({ ...key(), id, version: 1, scheme: renamed("二八方案") });
    expect((await staff().scores({ year: 2028 })).schemeAdopted).toBe(false);
    await expect(staff().publishScheme({ ...key(), id, version: 2, ...undecided })).rejects.toThrow(
      "先征求各乡镇意见",
    );
    await expect(staff().consultOnScheme({ ...key(), id, version: 2, until: "2027-01-16" })).rejects.toThrow(
      "至少 7 天",
    );
    await staff().consultOnScheme({ ...key(), id, version: 2, until: "2027-01-17" });
    await expect(
      staff("2027-01-17").publishScheme({ ...key(), id, version: 3, ...undecided }),
    ).rejects.toThrow("才截止");
    await staff("2027-01-18").publishScheme({ ...key(), id, version: 3, ...undecided });
    expect(await staff().scores({ year: 2028 })).toMatchObject({
      schemeAdopted: true,
      schemeName: "二八方案",
    });
    expect(await staff().scheme({ id })).toMatchObject({
      status: "published",
      inForce: true,
      publishedOn: "2027-01-18",
    });
  });

  it("is not consulted on while it has a fault", async () => {
    const id = await started(2029);
    await staff().saveScheme({ ...key(), id, version: 1, scheme: { ...defaultScheme, total: 105 } });
    await expect(staff().consultOnScheme({ ...key(), id, version: 2, until: "2027-02-01" })).rejects.toThrow(
      "还差 5 分",
    );
  });

  it("after 31 March, and once one is published, only by a decision with its number and reason", async () => {
    const first = await published(2030);
    const { id } = await staff().startScheme({ ...key(), year: 2030, from: first });
    await expect(staff().publishScheme({ ...key(), id, version: 1, ...undecided })).rejects.toThrow(
      "已经公布，只能按决定改",
    );
    const numbered = { decisionNumber: "县人大〔2030〕5 号", decisionReason: null };
    await expect(staff().publishScheme({ ...key(), id, version: 1, ...numbered })).rejects.toThrow(
      "为什么要改",
    );
    await staff().publishScheme({ ...key(), id, version: 1, ...numbered, decisionReason: "机构改革" });
    expect(await staff().scheme({ id })).toMatchObject({
      edition: 2,
      inForce: true,
      decisionNumber: "县人大〔2030〕5 号",
    });
    expect(await staff().scheme({ id: first })).toMatchObject({ edition: 1, inForce: false });
    const late = await started(2027);
    await expect(
      staff("2027-04-01").publishScheme({ ...key(), id: late, version: 1, ...undecided }),
    ).rejects.toThrow("3 月 31 日");
  });

  it("is being worked on once a year, and what is published is not worked on", async () => {
    const id = await published(2031);
    await expect(staff().saveScheme({ ...key(), id, version: 3, scheme: defaultScheme })).rejects.toThrow(
      "已经公布",
    );
    await started(2032);
    await expect(started(2032)).rejects.toThrow("已经有一版在起草");
  });

  it("loses nothing when two save at once: one of them is told", async () => {
    const id = await started(2033);
    const save = (name: string) => staff().saveScheme({ ...key(), id, version: 1, scheme: renamed(name) });
    const settled = await Promise.allSettled([save("甲稿"), save("乙稿")]);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = settled.find((one) => one.status === "rejected");
    expect(String(refused?.reason)).toContain("别人已经修改并保存");
    expect(await versionOf(id)).toBe(2);
  });

  it("is published by one of two, and drafted by one of two", async () => {
    const drafts = await Promise.allSettled([started(2034), started(2034)]);
    expect(drafts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const id = await started(2035);
    await staff().consultOnScheme({ ...key(), id, version: 1, until: "2027-01-17" });
    const publish = () => staff("2027-01-18").publishScheme({ ...key(), id, version: 2, ...undecided });
    const both = await Promise.allSettled([publish(), publish()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("a published scheme [R85]", () => {
  it("is changed and deleted by nobody, be it the county's scope or the database's owner", async () => {
    const id = await published(2037);
    const attempts = [
      `UPDATE assessment_scheme SET definition = '{}' WHERE id = '${id}'`,
      `UPDATE assessment_scheme SET status = 'draft' WHERE id = '${id}'`,
      `UPDATE assessment_scheme SET year = 2099 WHERE id = '${id}'`,
      `DELETE FROM assessment_scheme WHERE id = '${id}'`,
    ];
    for (const sql of attempts) {
      await expect(admin.query(sql), sql).rejects.toMatchObject({ code: "42501" });
      await app.query("BEGIN");
      await app.query("SELECT app.begin_scope('scope_county', $1, NULL, false)", [county.id]);
      await expect(app.query(sql), sql).rejects.toMatchObject({ code: "42501" });
      await app.query("ROLLBACK");
    }
    await expect(admin.query("TRUNCATE assessment_scheme CASCADE")).rejects.toMatchObject({ code: "42501" });
  });

  it("carries the hash of what it says, which anybody can reckon again", async () => {
    const { scheme, hash } = await staff().scheme({ id: await published(2038) });
    expect(hash).toBe(createHash("sha256").update(canonicalJson(scheme)).digest("hex"));
  });
});

describe("townships [R85]", () => {
  it("read a draft only while they are asked, say what they think, and read the answer before it is published", async () => {
    const own = () => office().ownScheme({ township: township.code, year: 2039 });
    const id = await started(2039);
    expect((await own()).consultations.map((one) => one.id)).not.toContain(id);
    const comment = { township: township.code, year: 2039, said: "视察次数定得偏高" };
    await expect(office().commentOnScheme({ ...key(), ...comment })).rejects.toThrow("没有在征求意见");
    await staff().consultOnScheme({ ...key(), id, version: 1, until: "2027-01-17" });
    const said = await office().commentOnScheme({ ...key(), ...comment });
    await expect(office("2027-01-18").commentOnScheme({ ...key(), ...comment })).rejects.toThrow("截止");
    await expect(
      staff("2027-01-18").publishScheme({ ...key(), id, version: 2, ...undecided }),
    ).rejects.toThrow("1 条意见没有答复");
    await staff().answerComment({ ...key(), id: said.id, answer: "采纳，三类乡镇减为 3 次" });
    await expect(staff().answerComment({ ...key(), id: said.id, answer: "再答" })).rejects.toThrow(
      "已经有人答复",
    );
    const seen = (await own()).consultations.find((one) => one.id === id);
    expect(seen?.comments).toMatchObject([{ said: comment.said, answer: "采纳，三类乡镇减为 3 次" }]);
    const [, other] = county.townships as [TestTownship, TestTownship];
    const beside = callerAs("townshipStaff", county, other, at("2027-01-12")).assessments;
    const theirs = await beside.ownScheme({ township: other.code, year: 2039 });
    expect(theirs.consultations.find((one) => one.id === id)?.comments).toEqual([]);
    await staff("2027-01-18").publishScheme({ ...key(), id, version: 2, ...undecided });
    expect(await own()).toMatchObject({ adopted: true, edition: 1 });
  });
});

describe("files [R85]", () => {
  it("a scheme file is taken whole, or refused with the draft as it was", async () => {
    const { id } = await staff().readScheme({ ...key(), year: 2041, file: schemeFile(renamed("外县方案")) });
    expect((await staff().scheme({ id })).name).toBe("外县方案");
    const other = schemeFile(defaultScheme).replace("scheme/1", "scheme/2");
    await expect(staff().readScheme({ ...key(), year: 2041, file: other })).rejects.toThrow(
      "本系统只认第 1 版",
    );
    expect(await versionOf(id)).toBe(1);
  });

  it("a table comes back as it went out; with one bad cell nothing is taken and the cell is named", async () => {
    const id = await started(2042);
    const { columns, rows } = await staff().exportScheme({ id });
    const keys = [
      "year",
      "subject",
      "dimensionCode",
      "dimension",
      "code",
      "name",
      "points",
      "metric",
      "formula",
      "class1",
      "class2",
      "class3",
      "whenNone",
      "few",
      "improvesBy",
      "unit",
      "done",
      "more",
      "article",
    ];
    expect(columns).toHaveLength(keys.length);
    const lines = rows.map((row, index) => ({
      line: index + 2,
      cells: Object.fromEntries(
        keys.map((name, column) => [name, row[column] === null ? null : String(row[column])]),
      ),
    }));
    await staff().importScheme({ ...key(), rows: lines });
    expect((await staff().scheme({ id })).scheme).toEqual(defaultScheme);
    const [first, ...rest] = lines;
    const bad = [{ line: 2, cells: { ...first?.cells, formula: "看着给" } }, ...rest];
    await expect(staff().importScheme({ ...key(), rows: bad })).rejects.toThrow(/第2行「算法」/);
    expect(await versionOf(id)).toBe(2);
  });
});
