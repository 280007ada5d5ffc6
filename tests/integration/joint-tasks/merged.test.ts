import { beforeAll, describe, expect, it } from "vitest";
import { wordOf } from "@/server/documents/word";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { linesOf } from "../../support/word-files";
import { callsOf, issued, partIn } from "./joint";

let county: TestCounty;
let towns: [TestTownship, TestTownship, TestTownship];
let calls: ReturnType<typeof callsOf>;

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇", "秀山乡"]);
  towns = county.townships as [TestTownship, TestTownship, TestTownship];
  calls = callsOf(county);
});

const key = () => ({ idempotencyKey: newKey() });
const mandate = { level: "township", termName: "第十九届", constituency: null, startsOn: "2022-01-10" };

const sections = (text: string) =>
  (["overview", "findings", "causes", "advice"] as const).map((code) => ({ code, text }));

/** A deputy in office, and the ids of what a township's visit left behind. */
async function carriedOut(town: TestTownship, taskId: string, problems: readonly string[]) {
  const day = "2026-06-09";
  const { jointTasks, change, at } = calls.of(town, day);
  const api = callerAs("townshipStaff", county, town, noon(day));
  const { id: deputyId } = await api.deputies.create(
    change({ name: "周代表", mandates: [mandate] }) as never,
  );
  const { part } = await partIn(calls, town, day, taskId);
  const { id } = part;
  await jointTasks.accept(change({ id, version: 2 }));
  const { activityId } = await jointTasks.carryOut(
    change({ id, version: 3, occurredOn: day, deputyIds: [deputyId] }),
  );
  const { id: unitId } = await api.units.create(
    change({
      name: `${town.name}市场监管所`,
      shortName: "市监所",
      kind: "department",
      occurredOn: "2022-01-10",
    }) as never,
  );
  const findings: string[] = [];
  for (const description of problems) {
    const made = await api.supervision.addFinding(
      change({ activityId, description, occurredOn: day, unitId }),
    );
    findings.push(made.id);
  }
  await api.supervision.complete(
    change({ id: activityId, version: 1, report: "查了三家。", reportedOn: day, visited: 3 }),
  );
  await jointTasks.submit(change({ id, version: 4, resultText: "见问题清单。" }));
  await calls.staff("2026-06-12").judge({ ...key(), id, version: 5, verdict: "accepted", why: null });
  return { id, activityId, findings, unitId, deputyId, api, change, at };
}

/** A finding that was mended, struck off and came back. */
async function reopened(of: Awaited<ReturnType<typeof carriedOut>>, town: TestTownship, id: string) {
  const { unitId, deputyId } = of;
  const on = (day: string) => callerAs("townshipStaff", county, town, noon(day)).supervision;
  const { change } = of;
  await on("2026-06-10").notifyFinding(
    change({ id, version: 1, unitId, notifiedOn: "2026-06-10", dueOn: "2026-07-10" }),
  );
  await on("2026-06-12").planFinding(change({ id, version: 2, plan: "限期办证", plannedOn: "2026-06-12" }));
  await on("2026-06-20").rectifyFinding(
    change({ id, version: 3, rectification: "已办证", rectifiedOn: "2026-06-20" }),
  );
  await on("2026-06-22").verifyFinding(
    change({ id, version: 4, deputyId, verifiedOn: "2026-06-22", note: "看过了" }),
  );
  await on("2026-06-23").closeFinding(change({ id, version: 5, closedOn: "2026-06-23" }));
  await on("2026-06-25").reopenFinding(change({ id, version: 6, reason: "又有人没证", dueOn: "2026-07-20" }));
}

describe("a joint task's whole way [R87]", () => {
  it("goes from plan to issue, two townships, findings, one of them reopened, to a report in Word with the right figures", async () => {
    const taskId = await issued(calls, "2026-05-20", towns.slice(0, 2));
    const [home, next] = towns;
    const one = await carriedOut(home, taskId, ["一家没有健康证", "一家没有许可证"]);
    await carriedOut(next, taskId, ["进货没有记录"]);
    await reopened(one, home, one.findings[0] ?? "");
    const staff = calls.staff("2026-06-26");
    const before = staff.saveReport({ ...key(), id: taskId, version: 0, sections: sections("早了") });
    await expect(before).rejects.toThrow("开始汇总");
    await staff.report({ ...key(), id: taskId, version: 2 });
    const merged = await staff.merged({ id: taskId });
    expect(merged.figures).toMatchObject({
      ...{ asked: 2, accepted: 2, findings: 3, closed: 0, reopened: 1, deputies: 2, visited: 6 },
      units: [{ name: "市监所", findings: 3, townships: [home.name, next.name] }],
    });
    const again = merged.statements.find(({ text }) => text.startsWith("1个问题退回重新整改过"));
    expect(again?.refs.map(({ id }) => id)).toEqual([one.findings[0]]);

    const own = merged.sections.map(({ code, text }) => ({ code, text }));
    await staff.saveReport({ ...key(), id: taskId, version: 0, sections: own });
    const changed = own.map((section) =>
      section.code === "causes" ? { ...section, text: `${section.text}\n许可办理窗口太远。` } : section,
    );
    await staff.saveReport({ ...key(), id: taskId, version: 1, sections: changed });
    const late = staff.saveReport({ ...key(), id: taskId, version: 1, sections: own });
    await expect(late).rejects.toMatchObject({ code: "CONFLICT" });
    const { versions } = await staff.merged({ id: taskId });
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(versions[0]?.changes.flatMap(({ lines }) => lines)).toEqual([
      { kind: "in", text: "许可办理窗口太远。" },
    ]);
    await staff.issueReport({ ...key(), id: taskId, version: 2 });
    await expect(staff.saveReport({ ...key(), id: taskId, version: 2, sections: own })).rejects.toThrow(
      "印发",
    );

    const paper = await staff.exportReport({ id: taskId });
    const words = (await linesOf(await wordOf(paper, "县人大办"))).join("\n");
    for (const said of ["已销号0/3", "退回重新整改过1个", "许可办理窗口太远。", "一家没有许可证", "重新整改"])
      expect(words).toContain(said);
    expect(words).not.toContain("草稿");
  });

  it("tells by when an inspection's report is to be answered", async () => {
    const taskId = await issued(calls, "2026-05-20", [towns[2]], { title: "反馈期限" });
    const { activityId, change } = await carriedOut(towns[2], taskId, ["没有公示"]);
    const handed = callerAs("townshipStaff", county, towns[2], noon("2026-06-15"));
    await handed.supervision.step(
      change({ id: activityId, version: 2, step: "hand", handedOn: "2026-06-15" }),
    );
    const { parts } = await calls.staff("2026-06-20").task({ id: taskId });
    const told = await calls
      .of(towns[2], "2026-06-20")
      .jointTasks.part({ township: towns[2].code, id: parts[0]?.id ?? "" });
    expect(told.timeline.map(({ action }) => action)).toContain("jointTasks.issue");
    const hits = await callerAs("townshipStaff", county, towns[2], noon("2026-06-20")).search.township({
      ...{ township: towns[2].code, q: "反馈期限" },
    });
    expect(hits.map(({ type }) => type)).toContain("jointPart");
    expect(parts[0]?.response).toEqual({ handedOn: "2026-06-15", dueOn: "2026-09-15", respondedOn: null });
  });
});
