import { expect } from "vitest";
import { addDays } from "@/lib/dates";
import type { LawRuleKey } from "@/domains/tenancy/rules/law-rule";
import { type Office, today } from "./law-office";

const dueOn = async (at: Office, kind: string) =>
  (await at.on(today).today.due(at.at)).rows.find((row) => row.kind === kind)?.dueOn;

/** What each rule about reports, inspections and resolutions moves. */
const assigned = (unitId: string) => ({ assignedOn: "2026-10-01", way: "assigned", unitId }) as const;

/** A petition's day on its page, in the list and among what is due: [before, after] the county's change, in days from 1 October. */
async function petitionTerm(
  at: Office,
  key: LawRuleKey,
  [before, after]: [number, number],
  steps: (unitId: string) => object,
) {
  const facts = { topic: "邻里纠纷", channel: "visit", category: "other", occurredOn: "2026-10-01" } as const;
  const unit = await at.on(today).units.create({ ...at.key(), name: "司法所", kind: "department" });
  const { id } = await at.on(today).petitions.create({ ...at.key(), ...facts, ...steps(unit.id) });
  const read = async () => {
    const { dueOn: onPage } = await at.on(today).petitions.byId({ ...at.at, id });
    const { rows } = await at.on(today).petitions.list(at.at);
    const due = await at.on(today).today.due({ ...at.at, all: true });
    return [onPage, rows[0]?.dueOn, due.rows.find((row) => row.id === id)?.dueOn];
  };
  expect(await read()).toEqual(Array(3).fill(addDays("2026-10-01", before)));
  await at.override(key, key === "petition.extendDays" ? after - 60 : after);
  expect(await read()).toEqual(Array(3).fill(addDays("2026-10-01", after)));
}

export const decisionCases = {
  "report.responseMonths": async (at) => {
    const facts = {
      topic: "环境保护",
      kind: "special",
      body: "presidium",
      occurredOn: "2026-09-01",
    } as const;
    const steps = { opinionOn: "2026-09-01", opinion: "加强巡查", handedOn: "2026-09-05" };
    const { id } = await at.on(today).workReports.create({ ...at.key(), ...facts, ...steps });
    const term = async () => (await at.on(today).workReports.byId({ ...at.at, id })).term;
    expect(await term()).toMatchObject({ due: "2026-12-05", citation: "本系统默认：参照各省通行做法" });
    expect(await dueOn(at, "reportResponse")).toBe("2026-12-05");
    await at.override("report.responseMonths", 2);
    expect((await term())?.due).toBe("2026-11-05");
    expect(await dueOn(at, "reportResponse")).toBe("2026-11-05");
  },
  "inspection.responseMonths": async (at) => {
    const held = { kind: "lawInspection", topic: "检查", lawName: "水法", occurredOn: "2026-08-01" } as const;
    const { id } = await at.on(today).supervision.create({ ...at.key(), ...held, deputyIds: [at.mover] });
    const found = { description: "问题", occurredOn: "2026-08-01" };
    await at.on(today).supervision.addFinding({ ...at.key(), activityId: id, ...found });
    const done = { report: "报告", reportedOn: "2026-08-10" };
    await at.on(today).supervision.complete({ ...at.key(), id, version: 1, ...done });
    const hand = { step: "hand", handedOn: "2026-08-15" } as const;
    await at.on(today).supervision.step({ ...at.key(), id, version: 2, ...hand });
    const respond = { step: "respond", respondedOn: "2026-11-01", response: "已研究处理" } as const;
    const term = async () => (await at.on(today).supervision.byId({ ...at.at, id })).term;
    expect(await term()).toMatchObject({ due: "2026-11-15", citation: "浙江省实施代表法办法第24条" });
    expect(await dueOn(at, "inspectionResponse")).toBe("2026-11-15");
    await at.on(today).supervision.step({ ...at.key(), id, version: 3, ...respond });
    expect((await at.evidence("B2")).rows[0]).toMatchObject({ reason: "responseInTime", numerator: 1 });
    await at.override("inspection.responseMonths", 1);
    const { rows, rule } = await at.evidence("B2");
    expect(rows[0]).toMatchObject({ reason: "responseLate", amount: 47, numerator: 0 });
    expect(rule).toContain("交办后 1 个月内收到反馈");
    expect((await term())?.due).toBe("2026-09-15");
  },
  "resolution.filingDays": async (at) => {
    const facts = { title: "关于预算的决议", kind: "resolution", occurredOn: "2026-10-01" } as const;
    const filed = { filedOn: "2026-10-28" };
    const { id } = await at.on(today).resolutions.create({ ...at.key(), ...facts, ...filed });
    await at.on(today).resolutions.create({ ...at.key(), ...facts, title: "关于决算的决议" });
    const read = async () => {
      const { rows, rule, citation } = await at.evidence("F2");
      const { term } = await at.on(today).resolutions.byId({ ...at.at, id });
      const open = await dueOn(at, "resolutionFiling");
      return { reasons: rows.map(({ reason }) => reason).toSorted(), rule, citation, due: term.due, open };
    };
    expect(await read()).toMatchObject({
      reasons: ["filedInTime", "unfiled"],
      due: "2026-10-31",
      open: "2026-10-31",
      citation: "浙江省各级人大常委会规范性文件备案审查规定第4条",
    });
    await at.override("resolution.filingDays", 15);
    const after = await read();
    expect(after).toMatchObject({ reasons: ["filedLate", "unfiled"], due: "2026-10-16", open: "2026-10-16" });
    expect(after.rule).toContain("通过后 15 日内报县人大常委会备案");
  },
  "petition.forwardDays": (at) => petitionTerm(at, "petition.forwardDays", [15, 10], () => ({})),
  "petition.finishDays": (at) => petitionTerm(at, "petition.finishDays", [60, 45], assigned),
  "petition.extendDays": (at) =>
    petitionTerm(at, "petition.extendDays", [90, 80], (unitId) => ({
      ...{ ...assigned(unitId), extendedOn: "2026-10-20", extendReason: "情况复杂" },
    })),
} satisfies Partial<Record<LawRuleKey, (at: Office) => Promise<void>>>;
