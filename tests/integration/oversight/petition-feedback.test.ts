import { beforeAll, describe, expect, it } from "vitest";
import { type EvidenceRow, listEvidence, sumEvidence } from "@/domains/figures/data/evidence";
import { cellOf } from "@/domains/figures/rules/cells";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { readAsCounty, today } from "./records";

let county: TestCounty;
let home: TestTownship;
let silent: TestTownship;
let late: { id: string; petition: string | null };

const on = (day: string) => new Date(`${day}T12:00:00+08:00`);
const staff = (day: string) => callerAs("townshipStaff", county, home, on(day));
const change = <Rest extends object>(rest: Rest) => ({
  township: home.code,
  idempotencyKey: newKey(),
  ...rest,
});

/** The county hands over on 1 March with a term of 1 May. @param reportedOn when the township reports back; null: never */
async function handed(dueOn: string, reportedOn: string | null) {
  const county2 = callerAs("countyStaff", county, undefined, on("2026-03-01"));
  const { id } = await county2.petitions.handOver({
    ...{ idempotencyKey: newKey(), townshipId: home.id, topic: "土地纠纷", content: null },
    ...{ category: "other", handedOn: "2026-03-01", dueOn },
  });
  if (reportedOn === null) return { id, petition: null };
  const taken = await staff("2026-03-03").petitions.takeOver(change({ id }));
  const [unit] = await staff("2026-03-03").units.options({ township: home.code });
  const steps = [
    { step: "assign", assignedOn: "2026-03-05", way: "assigned", unitId: unit?.id },
    { step: "finish", finishedOn: "2026-04-01", result: "已办结" },
    { step: "report", reportedOn, countyReport: "已办结并答复" },
  ];
  for (const [index, step] of steps.entries())
    await staff(reportedOn).petitions.step(change({ id: taken.id, version: index + 1, ...step }) as never);
  return { id, petition: taken.id };
}

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, silent] = county.townships as [TestTownship, TestTownship];
  await staff("2026-03-01").units.create(change({ name: "司法所", kind: "department" }));
  await handed("2026-05-01", "2026-05-01");
  late = await handed("2026-05-01", "2026-05-11");
  await handed("2026-05-01", null);
  await handed("2026-12-31", null);
});

const period = { fromYear: 2026, toYear: 2026, today, townshipId: null };

describe("F2, its part of petitions: what the county hands over is reported back in time", () => {
  it("1 in time of 3 that are due; one whose day is to come is left out; a township that was handed none has no figure [R65]", async () => {
    const sums = await readAsCounty(county, (tx) =>
      sumEvidence(tx, { ...period, countyId: county.id }, ["F2"]),
    );
    const cell = (place: TestTownship) =>
      cellOf(
        "F2",
        sums.filter(({ townshipId }) => townshipId === place.id),
      );
    const { state, numerator, denominator, leftOut } = cell(home);
    expect([state, numerator, denominator, leftOut]).toEqual(["value", 1, 3, 1]);
    expect(cell(silent).state).toBe("notEntered");
  });

  it("its rows are told by number, never by matter, to the county as to the township's office [R65][PIPL]", async () => {
    const rows = await readAsCounty(county, async (tx): Promise<EvidenceRow[]> => {
      const own = { ...period, countyId: county.id, townshipId: home.id };
      return (await listEvidence(tx, own, "F2", true, { page: 1, pageSize: 50 })).rows;
    });
    expect(rows.map(({ title, reason }) => [title, reason]).toSorted()).toEqual([
      ["县交办信访第1件", "reportedInTime"],
      ["县交办信访第2件", "reportedLate"],
      ["县交办信访第3件", "unreported"],
    ]);
    const asked = { township: home.code, metric: "F2", year: 2026 } as const;
    for (const role of ["townshipStaff", "townshipViewer"] as const) {
      const own = await callerAs(role, county, home, on("2026-11-26")).oversight.ownEvidence(asked);
      expect(own.rows, role).toHaveLength(3);
      expect(JSON.stringify(own), role).not.toContain("土地纠纷");
    }
  });

  it("a petition's own entry counts for G2 in the county's figures too, which may not read the petition [R9]", async () => {
    const rows = await readAsCounty(county, async (tx): Promise<EvidenceRow[]> => {
      const own = { ...period, countyId: county.id, townshipId: home.id };
      return (await listEvidence(tx, own, "G2", true, { page: 1, pageSize: 50 })).rows;
    });
    const petitions = rows.filter(({ recordType }) => recordType === "petition");
    expect(petitions.map(({ step, title }) => [step, title])).toContainEqual(["responded", null]);
    expect(petitions).toHaveLength(8);
  });

  it("sums that were remembered do not outlive a report [R89]", async () => {
    const league = () =>
      callerAs("countyStaff", county, undefined, on("2026-11-26")).oversight.comparison({ year: 2026 });
    const figure = async () => JSON.stringify(await league());
    const before = await figure();
    await staff("2026-11-26").petitions.create(
      change({ topic: "新的一件", channel: "visit", category: "other", occurredOn: "2026-01-05" }),
    );
    expect(await figure()).not.toBe(before);
  });

  it("a late report is late also after its day was moved, or after it was struck out and entered anew [R65][R97]", async () => {
    const second = async () => {
      const rows = await readAsCounty(county, async (tx): Promise<EvidenceRow[]> => {
        const own = { ...period, countyId: county.id, townshipId: home.id };
        return (await listEvidence(tx, own, "F2", true, { page: 1, pageSize: 50 })).rows;
      });
      return rows.find(({ title }) => title === "县交办信访第2件")?.reason;
    };
    const office = staff("2026-05-12").petitions;
    const { id, petition } = late;
    const { facts, version } = await office.byId({ township: home.code, id: petition ?? "" });
    const earlier = { ...facts, occurredOn: "2026-03-03", reportedOn: "2026-05-01" };
    await office.edit(change({ ...earlier, id: petition ?? "", version }));
    expect(await second()).toBe("reportedLate");
    await office.void(change({ id: petition ?? "", version: version + 1, reason: "重新登记" }));
    expect(await second()).toBe("unreported");
    const again = await office.takeOver(change({ id }));
    const { facts: taken } = await office.byId({ township: home.code, id: again.id });
    await office.edit(change({ ...taken, ...earlier, id: again.id, version: 1 }));
    expect(await second()).toBe("reportedLate");
    const seen = callerAs("countyStaff", county, undefined, on("2026-05-12"));
    const { rows } = await seen.petitions.handedList({ year: 2026 });
    expect(rows.find((row) => row.id === id)).toMatchObject({
      state: "reportedLate",
      reportedOn: "2026-05-01",
    });
  });
});
