import { beforeAll, describe, expect, it } from "vitest";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
let petitionId: string;

const on = (day: string) => new Date(`${day}T12:00:00+08:00`);
const staff = (day = "2026-06-20") => callerAs("townshipStaff", county, home, on(day));
const change = <Rest extends object>(rest: Rest) => ({
  township: home.code,
  idempotencyKey: newKey(),
  ...rest,
});

const handOver = async (): Promise<string> => {
  const office = callerAs("countyStaff", county, undefined, on("2026-03-01"));
  const said = {
    topic: "土地纠纷",
    content: "两户争地界",
    category: "other",
    handedOn: "2026-03-01",
  } as const;
  const { id } = await office.petitions.handOver({
    ...{ idempotencyKey: newKey(), townshipId: home.id, dueOn: "2026-05-01", ...said },
  });
  return id;
};

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
  await staff("2026-03-01").units.create(change({ name: "司法所", kind: "department" }));
  petitionId = (await staff("2026-06-20").petitions.takeOver(change({ id: await handOver() }))).id;
});

/** The petition as its form sends it, with what somebody changed. */
async function edited(facts: object): Promise<unknown> {
  const { version, facts: was } = await staff().petitions.byId({ township: home.code, id: petitionId });
  return staff().petitions.edit(change({ id: petitionId, version, ...was, ...facts }));
}

describe("a petition that the county handed over", () => {
  it("is not moved, with all its days, to before the county handed it over [R65]", async () => {
    const [unit] = await staff().units.options({ township: home.code });
    const steps = {
      ...{
        assignedOn: "2026-02-02",
        way: "assigned",
        unitId: unit?.id,
        finishedOn: "2026-02-03",
        result: "已办结",
      },
      ...{ reportedOn: "2026-02-04", countyReport: "已办结并答复" },
    };
    await expect(edited({ occurredOn: "2026-02-01", ...steps })).rejects.toThrow("收到日期不能早于交办日期");
    await expect(edited({ occurredOn: "2026-02-28" })).rejects.toThrow("县人大 2026-03-01 交办");
    await expect(
      edited({ ...steps, occurredOn: "2026-03-01", assignedOn: "2026-03-01", finishedOn: "2026-03-01" }),
    ).rejects.toThrow("早于");
    // Who received it on the day it was sent, and entered that later, may say so.
    await edited({ occurredOn: "2026-03-01" });
  });

  it("keeps the county's own words [R65]", async () => {
    await expect(edited({ topic: "另一件事" })).rejects.toThrow("反映事项以交办内容为准");
    await expect(edited({ content: null })).rejects.toThrow("具体情况以交办内容为准");
    await expect(edited({ category: "education" })).rejects.toThrow("类别以交办内容为准");
    await expect(edited({ channel: "visit" })).rejects.toThrow("途径以交办内容为准");
    await edited({ petitionerName: "张某" });
  });
});
