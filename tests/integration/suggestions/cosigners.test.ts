import { beforeAll, describe, expect, it } from "vitest";
import { seatDeputies } from "../../support/seated";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
const names = ["仇小兵", "单涛", "尉迟敏", "阿依古丽·买买提", "王和平", "John Smith"];

const staff = () => callerAs("townshipStaff", county, home).suggestions;
const bring = (cosigners: string, leadDeputy = "仇小兵") =>
  staff().importRows({
    township: home.code,
    idempotencyKey: newKey(),
    rows: [
      {
        line: 2,
        cells: {
          title: `附议人写作 ${cosigners}`,
          content: "内容",
          category: "城建",
          leadDeputy,
          cosigners,
          receivedOn: "2026-03-05",
        },
      },
    ],
  });

async function signers(title: string): Promise<string[]> {
  const { rows } = await staff().list({ township: home.code, q: title });
  const record = await staff().byId({ township: home.code, id: rows[0]?.id ?? "" });
  return record.signers.slice(1).map(({ name }) => name);
}

beforeAll(async () => {
  county = await createCounty(["云岭镇"]);
  [home] = county.townships as [TestTownship];
  await seatDeputies(
    county,
    home,
    names.map((name) => ({ name })),
  );
});

describe("co-signers of a file are found however people write them [R68]", () => {
  it.each([
    ["单涛，尉迟敏", ["单涛", "尉迟敏"]],
    ["单涛；尉迟敏", ["单涛", "尉迟敏"]],
    ["单  涛、尉迟敏", ["单涛", "尉迟敏"]],
    ["单涛／尉迟敏\n王和平", ["单涛", "尉迟敏", "王和平"]],
    ["单涛和尉迟敏", ["单涛", "尉迟敏"]],
    ["阿依古丽•买买提", ["阿依古丽·买买提"]],
    ["阿依古丽．买买提（女）、单涛", ["阿依古丽·买买提", "单涛"]],
    ["John Smith 单 涛", ["John Smith", "单涛"]],
    ["无", []],
  ])("%j", async (cosigners, found) => {
    expect(await bring(cosigners)).toEqual({ created: 1, years: [{ year: 2026, count: 1 }] });
    expect(await signers(`附议人写作 ${cosigners.split("\n")[0] ?? ""}`)).toEqual(found);
  });

  it("and who is not in the roster, told twice or leads already is named", async () => {
    await expect(bring("单涛，无此人")).rejects.toThrow("代表名册中没有「无此人」");
    await expect(bring("单涛、单　涛")).rejects.toThrow("有重复的代表");
    await expect(bring("仇小兵（男）")).rejects.toThrow("已是领衔代表");
    await expect(bring("", "仇小兵、单涛")).rejects.toThrow("只能填一位");
  });
});
