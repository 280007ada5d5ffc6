import { beforeAll, describe, expect, it } from "vitest";
import { withNamed } from "@/lib/records/named";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
let other: TestTownship;
beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, other] = county.townships as [TestTownship, TestTownship];
});

const clerk = (at = home) => callerAs("townshipStaff", county, at);
const change = <Rest extends object>(rest: Rest, at = home) => ({
  township: at.code,
  idempotencyKey: newKey(),
  ...rest,
});
/** Of all that has a standing, the kinds of this page's first four panels. */
const four = <Kind extends { type: string }>(kinds: readonly Kind[]): Kind[] =>
  kinds.filter(({ type }) => ["post", "policy", "fund", "training"].includes(type));
const own = async () => four((await clerk().standing.ofTownship({ township: home.code, year: 2026 })).kinds);

describe("what a township keeps of people, rules and money", () => {
  it("is seen by the county for every township, and a gap is named until it is filled [R2][R12][R14]", async () => {
    const person = (name: string, post: "chair" | "viceChair" | "liaison") =>
      clerk().posts.create(change({ name, post, fullTime: post !== "chair", startsOn: "2022-01-10" }));
    await person("单涛", "chair");
    await person("尉迟敏", "viceChair");
    expect(await own()).toMatchObject([
      { type: "post", gap: "少于 3 人" },
      { gap: expect.stringContaining("缺：") as string },
      {},
      { type: "training", text: "未录" },
    ]);
    await person("阿依古丽·买买提", "liaison");
    await clerk().funds.create(
      change({ purpose: "work", year: 2026, budgeted: 50_000, occurredOn: "2026-01-20" }),
    );
    const seen = await callerAs("countyStaff", county).standing.ofCounty({ year: 2026 });
    const [first, second] = seen.townships;
    expect(four(first?.kinds ?? [])).toMatchObject([
      { text: "在任 3 人，其中专职 2 人", gap: null },
      { text: "0/9 项在执行" },
      { text: "预算 50,000 元，支出未录", gap: null },
      { text: "未录" },
    ]);
    expect(four(second?.kinds ?? []).map(({ text }) => text)).toEqual([
      "未录",
      "0/9 项在执行",
      "未录",
      "未录",
    ]);
  });

  it("counts who is in post and which rule is in force on the day, not who was [R2][R12]", async () => {
    const where = { township: home.code, q: "单涛" };
    const { rows } = await clerk().posts.list(where);
    const [first] = rows;
    if (first === undefined) throw new Error("the chair is listed");
    const { id, version } = first;
    const chair = { name: "单涛", post: "chair", fullTime: false, startsOn: "2022-01-10" } as const;
    await clerk().posts.edit(change({ id, version, ...chair, endsOn: "2026-02-01" }));
    const rule = { title: "学习制度", template: "study", occurredOn: "2024-05-01" } as const;
    await clerk().policies.create(change({ ...rule, repealedOn: "2025-12-31" }));
    await clerk().policies.create(change({ ...rule, edition: "2026年修订", occurredOn: "2026-01-05" }));
    expect(await own()).toMatchObject([
      { text: "在任 2 人，其中专职 2 人" },
      { text: "1/9 项在执行" },
      {},
      {},
    ]);
  });

  it("a deputy's post carries the roster's name, and a foreign deputy does not exist [S1][R2]", async () => {
    const seated = (at: TestTownship) =>
      clerk(at).deputies.create(
        change(
          { name: "李建设", mandates: [{ level: "township", termName: "第十九届", startsOn: "2022-01-10" }] },
          at,
        ),
      );
    const mine = await seated(home);
    const theirs = await seated(other);
    const post = { name: "随便", post: "secretary", fullTime: true, startsOn: "2022-01-10" } as const;
    const { id } = await clerk().posts.create(change({ ...post, deputyId: mine.id }));
    const record = await clerk().posts.byId({ township: home.code, id });
    expect(record).toMatchObject({ facts: { name: "李建设" }, names: { deputyId: "李建设" } });
    await expect(clerk().posts.create(change({ ...post, deputyId: theirs.id }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("whom a record names is read by name in its form after they left or were struck out, and stays saved [R2]", async () => {
    const seat = { level: "township", termName: "第十九届", startsOn: "2022-01-10" } as const;
    const { id: deputyId } = await clerk().deputies.create(change({ name: "张离任", mandates: [seat] }));
    const facts = {
      name: "张离任",
      post: "liaison",
      fullTime: true,
      startsOn: "2022-02-10",
      deputyId,
    } as const;
    const { id } = await clerk().posts.create(change(facts));
    const { id: unitId } = await clerk().units.create(change({ name: "镇农业办", kind: "government" }));
    const visit = { kind: "inspectionVisit" as const, occurredOn: "2026-03-02", deputyIds: [deputyId] };
    const { id: activityId } = await clerk().supervision.create(
      change({ ...visit, topic: "看水利", unitIds: [unitId] }),
    );
    const { mandates } = await clerk().deputies.byId({ township: home.code, id: deputyId });
    const { id: mandateId = "", version = 1 } = mandates[0] ?? {};
    await clerk().deputies.endMandate(
      change({ id: mandateId, version, endsOn: "2026-04-01", endReason: "resigned" as const }),
    );
    await clerk().units.void(change({ id: unitId, version: 1, reason: "机构改革" }));

    const where = { township: home.code };
    const post = await clerk().posts.byId({ ...where, id });
    const people = await clerk().deputies.options(where);
    expect(
      withNamed(people, post.named["deputyId"] ?? [], "已离任").find((one) => one.id === deputyId),
    ).toEqual({
      ...{ id: deputyId, name: "张离任", gone: "已离任" },
    });
    const held = await clerk().supervision.byId({ ...where, id: activityId });
    const units = await clerk().units.options(where);
    expect(withNamed(units, held.named["unitIds"] ?? [], null).find((one) => one.id === unitId)).toEqual({
      ...{ id: unitId, name: "镇农业办", gone: "已作废" },
    });
    await clerk().posts.edit(change({ id, version: 1, ...facts, otherJobs: "农技员" }));
    await clerk().supervision.edit(
      change({ id: activityId, version: 1, ...visit, topic: "看水利工程", unitIds: [unitId] }),
    );
    expect((await clerk().posts.byId({ ...where, id })).facts).toMatchObject({
      deputyId,
      otherJobs: "农技员",
    });
    expect((await clerk().supervision.byId({ ...where, id: activityId })).facts.unitIds).toEqual([unitId]);
  });

  it("a purpose of a year is entered once, also by two people at once [R14]", async () => {
    const line = { purpose: "training", year: 2027, budgeted: 1, occurredOn: "2027-01-10" } as const;
    const both = await Promise.allSettled([1, 2].map(() => clerk().funds.create(change(line))));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(clerk().funds.create(change(line))).rejects.toThrow("追加或调整请修改那一笔");
  });

  it("whoever saves second is told, and what he would have overwritten stays", async () => {
    const { id } = await clerk().funds.create(
      change({ purpose: "meetings", year: 2025, budgeted: 10, occurredOn: "2025-01-10" }),
    );
    const facts = { purpose: "meetings", year: 2025, occurredOn: "2025-01-10" } as const;
    await clerk().funds.edit(change({ id, version: 1, ...facts, budgeted: 20.55 }));
    await expect(
      clerk().funds.edit(change({ id, version: 1, ...facts, budgeted: 30 })),
    ).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const { facts: kept } = await clerk().funds.byId({ township: home.code, id });
    expect(kept.budgeted).toBe(20.55);
  });
});
