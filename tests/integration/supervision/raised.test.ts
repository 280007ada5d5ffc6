import { beforeAll, describe, expect, it } from "vitest";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
let next: TestTownship;

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, next] = county.townships as [TestTownship, TestTownship];
});

const staff = (day: string) => callerAs("countyStaff", county, undefined, noon(day)).supervision;
const of = (town: TestTownship, day: string) => callerAs("townshipStaff", county, town, noon(day));
const key = (town: TestTownship) => ({ township: town.code, idempotencyKey: newKey() });
const words = { why: "航道疏浚权在县交通局", ask: "请协调疏浚经费" };

async function found(description: string): Promise<string> {
  const { supervision } = of(home, "2026-05-12");
  const visit = {
    kind: "inspectionVisit",
    topic: `视察渔港：${description}`,
    occurredOn: "2026-05-10",
  } as const;
  const { id: activityId } = await supervision.create({ ...key(home), ...visit });
  return (await supervision.addFinding({ ...key(home), activityId, description, occurredOn: "2026-05-10" }))
    .id;
}
const finding = (id: string, day: string) => of(home, day).supervision.finding({ township: home.code, id });
const dueKinds = async (day: string) => {
  const { rows } = await of(home, day).today.due({ township: home.code, all: true });
  return rows.map(({ kind, note }) => `${kind} ${note ?? ""}`);
};

describe("what is beyond a township's power goes up to the county and comes back [R31]", () => {
  it("with receipt, day, answer and a line in both histories", async () => {
    const id = await found("渔港淤积");
    const { id: up } = await of(home, "2026-05-20").supervision.raise({ ...key(home), id, ...words });
    const waits = await staff("2026-05-30").raised({});
    expect(waits).toMatchObject({ waiting: 1, received: 0, late: 1 });
    expect(waits.rows[0]).toMatchObject({
      townshipName: "高亭镇",
      description: "渔港淤积",
      state: "waiting",
      late: 3,
    });
    expect(await dueKinds("2026-05-30")).toContain("findingUnassigned 已上报县人大，待答复");
    await expect(of(home, "2026-05-30").supervision.raise({ ...key(home), id, ...words })).rejects.toThrow(
      "已经上报",
    );
    await expect(
      of(home, "2026-05-21").supervision.voidFinding({ ...key(home), id, version: 1, reason: "录错" }),
    ).rejects.toThrow("还没有答复");
    const seen = { idempotencyKey: newKey(), id: up };
    await staff("2026-05-31").receiveRaised({ ...seen, version: 1, dueOn: "2026-06-30" });
    await staff("2026-06-20").answerRaised({
      ...{ idempotencyKey: newKey(), id: up, version: 2, outcome: "transferred" as const },
      ...{ handledBy: "县交通运输局", answer: "已列入下半年疏浚计划" },
    });
    const answered = await finding(id, "2026-06-21");
    expect(answered.raised).toMatchObject([
      {
        state: "answered",
        handledBy: "县交通运输局",
        answer: "已列入下半年疏浚计划",
        dueOn: "2026-06-30",
        late: null,
      },
    ]);
    expect(answered.mayRaise.allowed).toBe(true);
    expect(answered.timeline.map(({ summary }) => summary)).toEqual(
      expect.arrayContaining([
        "问题1上报县人大：请协调疏浚经费",
        "县人大接收上报的问题，2026-06-30 前答复",
        "县人大答复上报的问题，转县有关部门办理（县交通运输局）：已列入下半年疏浚计划",
      ]),
    );
    const { timeline, state } = await staff("2026-06-21").raisedFinding({ id: up });
    expect([state, timeline.length]).toEqual(["answered", 2]);
    expect(timeline.every(({ summary }) => summary.startsWith("高亭镇："))).toBe(true);
    expect(await dueKinds("2026-06-21")).toContain("raisedAnswered 已列入下半年疏浚计划");
  });

  it("is taken back by the township alone, until the county has answered", async () => {
    const id = await found("码头照明");
    const { id: up } = await of(home, "2026-05-20").supervision.raise({ ...key(home), id, ...words });
    await expect(
      of(next, "2026-05-21").supervision.takeBackRaised({
        ...key(next),
        id: up,
        version: 1,
        reason: "别家的",
      }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await of(home, "2026-05-21").supervision.takeBackRaised({
      ...key(home),
      id: up,
      version: 1,
      reason: "已解决",
    });
    expect((await finding(id, "2026-05-22")).raised).toEqual([]);
    expect((await staff("2026-05-22").raised({})).rows.map(({ description }) => description)).not.toContain(
      "码头照明",
    );
    await expect(
      staff("2026-05-22").receiveRaised({
        idempotencyKey: newKey(),
        id: up,
        version: 2,
        dueOn: "2026-06-30",
      }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
