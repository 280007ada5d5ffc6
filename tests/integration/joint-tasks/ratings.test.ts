import { beforeAll, describe, expect, it } from "vitest";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { callsOf, partIn, taskOf } from "./joint";

let county: TestCounty;
let towns: TestTownship[];
let calls: ReturnType<typeof callsOf>;
const day = "2026-06-10";

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇", "秀山乡"]);
  towns = county.townships;
  calls = callsOf(county);
});

const key = () => ({ idempotencyKey: newKey() });
const mandate = { level: "township", termName: "第十九届", constituency: null, startsOn: "2022-01-10" };

async function deputies(town: TestTownship, count: number) {
  const api = callerAs("townshipStaff", county, town, noon(day));
  for (let nth = 0; nth < count; nth += 1)
    await api.deputies.create({
      ...{ township: town.code, ...key(), name: `代表${"甲乙丙丁戊己庚辛壬癸"[nth]}`, mandates: [mandate] },
    } as never);
}

const ballots = (bureau: string, issued: number, satisfied: number, dissatisfied: number) => ({
  ...{ bureau, issued, returned: satisfied + dissatisfied, satisfied, basic: 0, dissatisfied, abstained: 0 },
});

describe("townships' deputies rate the county's bureaus [R88]", () => {
  it("sums the ballots up with places, keeps small townships back, and takes no ballot that does not add up", async () => {
    const staff = calls.staff("2026-05-20");
    const { id: taskId } = await staff.draft(
      taskOf(towns, { title: "县直部门评议", kind: "rating", lawName: null, checklist: null }),
    );
    await staff.nameBureaus({ ...key(), id: taskId, version: 1, bureaus: ["教育局", "交通局"] });
    await staff.issue({ ...key(), id: taskId, version: 2 });
    const cast = [
      [8, 6, 2],
      [7, 7, 0],
      [3, 0, 3],
    ] as const;
    for (const [nth, town] of towns.entries()) {
      const [count, up, down] = cast[nth] ?? [0, 0, 0];
      await deputies(town, count);
      const { part } = await partIn(calls, town, day, taskId);
      const { id } = part;
      const { jointTasks, change, at } = calls.of(town, day);
      await jointTasks.accept(change({ id, version: 2 }));
      const rate = (lines: ReturnType<typeof ballots>[], version = 3) =>
        jointTasks.rate(change({ id, version, level: "township", ratedOn: day, lines }));
      const both = [ballots("教育局", count, up, down), ballots("交通局", count, down, up)];
      await expect(
        rate([ballots("教育局", count + 1, up, down), ballots("交通局", count, 0, up)]),
      ).rejects.toThrow(`在任的代表 ${count} 人`);
      await expect(rate([ballots("教育局", count, up, down)])).rejects.toThrow("还缺交通局");
      await expect(jointTasks.submit(change({ id, version: 3, resultText: "见表" }))).rejects.toThrow(
        "请先填报",
      );
      await rate(both);
      await expect(rate(both)).rejects.toMatchObject({ code: "CONFLICT" });
      await rate(both, 4);
      expect((await jointTasks.ownRatings(at({ id }))).levels[0]).toMatchObject({ inOffice: count });
      await jointTasks.submit(change({ id, version: 5, resultText: "票数见表。" }));
      await expect(rate(both, 6)).rejects.toThrow("不能再改");
      await calls.staff("2026-06-12").judge({ ...key(), id, version: 6, verdict: "accepted", why: null });
    }
    await expect(
      staff.nameBureaus({ ...key(), id: taskId, version: 3, bureaus: ["卫健局"] }),
    ).rejects.toThrow("不能再改");
    const { rows, counted } = await calls.staff("2026-06-13").ratings({ id: taskId });
    expect(counted).toBe(3);
    expect(rows.map(({ bureau, rank, issued, satisfied }) => [bureau, rank, issued, satisfied])).toEqual([
      ...[
        ["教育局", 1, 18, 13],
        ["交通局", 2, 18, 5],
      ],
    ]);
    // 秀山乡 has three ballots, and could be told from the sum if only it were kept back.
    expect(rows[0]?.townships.kept.toSorted()).toEqual([towns[1]?.name, towns[2]?.name].toSorted());
    expect(rows[0]?.townships.shown.map(({ name }) => name)).toEqual([towns[0]?.name]);
    expect((await calls.staff("2026-06-13").exportRatings({ id: taskId })).rows).toHaveLength(2);
  });
});
