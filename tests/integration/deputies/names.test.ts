import { beforeAll, describe, expect, it } from "vitest";
import { behind } from "../http/web";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
const caller = () => callerAs("townshipStaff", county, home);
const at = () => ({ township: home.code });
const key = () => ({ ...at(), idempotencyKey: newKey() });
const mandates = [
  { level: "township" as const, termName: "第十九届", constituency: "第一选区", startsOn: "2022-01-12" },
];
const register = async (name: string, more: object = {}) =>
  (await caller().deputies.create({ ...key(), name, mandates, ...more })).id;

beforeAll(async () => {
  county = await createCounty(["云岭镇"]);
  [home] = county.townships as [TestTownship];
});

describe("a name is one name wherever it is typed", () => {
  it("is kept in one spelling, and its note says sex and nationality where their fields do not [R3]", async () => {
    const id = await register("阿依古丽 • 买买提（女，维吾尔族）");
    const record = await caller().deputies.byId({ ...at(), id });
    expect(record).toMatchObject({ name: "阿依古丽·买买提", gender: "female", ethnicity: "维吾尔族" });
    await expect(register("某某（女）", { gender: "male" })).rejects.toThrow("性别不一致");
    const { version } = record;
    await caller().deputies.edit({ ...key(), id, version, name: "阿依古丽．买买提", gender: "female" });
    expect((await caller().deputies.byId({ ...at(), id })).name).toBe("阿依古丽·买买提");
  });

  it("is found in the roster, the search and the suggestions however it is spelt, also what was entered before", async () => {
    const id = await register("单涛");
    const { suggestions, deputies, search } = caller();
    await suggestions.create({
      ...key(),
      kind: "suggestion",
      title: "关于排水的建议",
      content: "内容",
      category: "construction",
      origin: "intersession",
      leadDeputyId: id,
      cosignerIds: [],
      occurredOn: "2026-03-05",
      submit: true,
    });
    for (const q of ["单涛", "单　涛", "单 涛（男）", "ｓｈａｎ ｔａｏ", "ST"]) {
      expect(
        (await deputies.list({ ...at(), q })).rows.map((row) => row.name),
        q,
      ).toEqual(["单涛"]);
      expect((await suggestions.list({ ...at(), q })).total, q).toBe(1);
      expect(
        (await search.township({ ...at(), q })).filter((hit) => hit.type === "deputy"),
        q,
      ).toHaveLength(1);
    }
    for (const q of ["（女）", "·", "'"]) expect((await deputies.list({ ...at(), q })).total, q).toBe(0);
    await behind("UPDATE deputy SET name = $2 WHERE id = $1", [id, "单　涛"]);
    expect((await deputies.list({ ...at(), q: "单涛" })).total).toBe(1);
    await expect(register("单涛")).rejects.toThrow("不要重复登记");
  });

  it("of a presidium member, a candidate and an account is kept in one spelling too", async () => {
    const { id } = await caller().presidiumMembers.create({
      ...key(),
      name: "王　芳（女）",
      post: "secretary",
      startsOn: "2022-01-12",
    });
    const { rows } = await caller().presidiumMembers.list({ ...at(), q: "王芳" });
    expect(rows.map((member) => [member.id, member.name])).toEqual([[id, "王芳（女）"]]);
  });
});

describe("a choice of people offers whole groups", () => {
  it("names each person's groups on the day, in the order of the list of groups [R4]", async () => {
    const id = await register("组里人");
    for (const name of ["第十代表小组", "第二代表小组"]) {
      const group = await caller().groups.create({ ...key(), name, occurredOn: "2022-02-01" });
      await caller().deputies.addMembers({
        ...key(),
        groupId: group.id,
        deputyIds: [id],
        role: "member",
        startsOn: "2022-02-01",
      });
    }
    const groups = ["第二代表小组", "第十代表小组"];
    const options = await caller().deputies.options(at());
    expect(options.find((person) => person.id === id)?.groups).toEqual(groups);
    const { deputies } = await caller().supervision.options({ ...at(), on: "2026-01-01" });
    expect(deputies.find((person) => person.id === id)?.groups).toEqual(groups);
    const before = await caller().supervision.options({ ...at(), on: "2022-01-31" });
    expect(before.deputies.find((person) => person.id === id)?.groups).toEqual([]);
    const people = await caller().suggestions.people(at());
    expect(people.deputies.find((person) => person.id === id)?.groups).toEqual(groups);
  });
});
