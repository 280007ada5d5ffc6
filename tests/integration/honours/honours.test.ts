import { beforeAll, describe, expect, it } from "vitest";
import { seatDeputies } from "../../support/seated";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
/** in office; left at the end of 2025 */
let one: string;
let former: string;

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
  [one, former] = (await seatDeputies(county, home, [
    { name: "林海" },
    { name: "赵六", endsOn: "2025-12-31" },
  ])) as [string, string];
});

const staff = () => callerAs("townshipStaff", county, home);
const create = (facts: object) =>
  staff().honours.create({
    ...{ township: home.code, idempotencyKey: newKey(), title: "2026年度优秀人大代表", kind: "deputy" },
    ...{ level: "township", occurredOn: "2026-02-10", issuedBy: "高亭镇人大主席团", deputyIds: [one] },
    ...facts,
  });
const standing = async () => {
  const { kinds } = await staff().standing.ofTownship({ township: home.code, year: 2026 });
  return kinds.find(({ type }) => type === "honour");
};

describe("commendations, the last of the six steps", () => {
  it("says whom, and only who was a deputy then [R42]", async () => {
    expect(await standing()).toMatchObject({ text: "未录" });
    await expect(create({ deputyIds: [] })).rejects.toThrow(
      "请选择受表彰的代表；只知道人数的，填写未录姓名的受表彰代表。",
    );
    await expect(create({ kind: "suggestion", deputyIds: [] })).rejects.toThrow("请写明受表彰的建议");
    await expect(create({ deputyIds: [former] })).rejects.toThrow("赵六在 2026-02-10 不是在任代表");
    expect((await staff().honours.list({ township: home.code })).total).toBe(0);
  });

  it("is entered once, and stands in the duty file of the deputy and in the year's standing [R42]", async () => {
    const { id } = await create({});
    await expect(create({})).rejects.toThrow("已经登记");
    await create({
      ...{ kind: "suggestion", title: "2026年度优秀建议", recipients: "关于增设路灯的建议" },
      deputyIds: [one],
    });
    expect(await standing()).toMatchObject({ text: "表彰 2 次，受表彰代表 1 名", gap: null });
    const file = await staff().participation.ofDeputy({ township: home.code, id: one });
    expect(file.filter(({ type }) => type === "honour").map((row) => row.id)).toContain(id);
  });
});
