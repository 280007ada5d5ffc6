import { beforeAll, describe, expect, inject, it } from "vitest";
import { withClient } from "../../../scripts/lib/roles";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);
const on = (day: string) => callerAs("townshipStaff", county, home, noon(day));
const key = () => ({ township: home.code, idempotencyKey: newKey() });
const at = () => ({ township: home.code });

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
});

type Taken = Omit<
  Parameters<ReturnType<typeof on>["workReports"]["step"]>[0],
  "township" | "idempotencyKey" | "id" | "version"
>;
const report = { topic: "环境保护工作", kind: "special", body: "presidium" } as const;
const stored = (table: string, id: string, columns: string) =>
  withClient(inject("adminUrl"), async (client) => {
    const { rows } = await client.query<Record<string, string | null>>(
      `SELECT ${columns} FROM ${table} WHERE id = $1`,
      [id],
    );
    return rows[0];
  });

describe("a special report, from the topic to what became of it", () => {
  it("is planned, heard, deliberated, handed over, answered and carried out, each step with its day and its line [R24]", async () => {
    const { id } = await on("2026-03-01").workReports.create({
      ...key(),
      ...report,
      occurredOn: "2026-03-05",
    });
    const read = () => on("2026-11-01").workReports.byId({ ...at(), id });
    expect((await on("2026-03-01").workReports.byId({ ...at(), id })).stage).toBe("planned");
    expect((await read()).stage).toBe("heard");
    const step = (day: string, version: number, taken: Taken) =>
      on(day).workReports.step({ ...key(), id, version, ...taken });
    await expect(step("2026-03-06", 1, { step: "hand", handedOn: "2026-03-06" })).rejects.toThrow(
      "请先登记审议日期，再登记交办日期。",
    );
    await step("2026-03-07", 1, { step: "deliberate", opinionOn: "2026-03-05", opinion: "加强巡查" });
    await step("2026-03-08", 2, { step: "hand", handedOn: "2026-03-08" });
    await expect(step("2026-03-08", 3, { step: "hand", handedOn: "2026-03-08" })).rejects.toThrow(
      "已经登记过",
    );
    expect((await read()).term).toMatchObject({ due: "2026-06-08", doneOn: null });
    await step("2026-06-20", 3, { step: "respond", respondedOn: "2026-06-18", response: "已逐条整改" });
    await step("2026-09-01", 4, { step: "implement", implementedOn: "2026-09-01", implementation: "已落实" });
    const { stage, term, timeline, version } = await read();
    expect([stage, term?.doneOn, version]).toEqual(["implemented", "2026-06-18", 5]);
    expect(timeline.map(({ summary }) => summary)).toContain("登记审议意见：专项工作报告「环境保护工作」");
    expect(
      await stored(
        "special_work_report",
        id,
        "opinion_entered_on::text AS o, responded_entered_on::text AS r",
      ),
    ).toEqual({ o: "2026-03-07", r: "2026-06-20" });
  });

  it("is linked to the meeting of its day, whichever it says it was heard at [R24]", async () => {
    const meeting = { kind: "regular", topic: "听取报告", occurredOn: "2026-04-10" } as const;
    const { id: meetingId } = await on("2026-04-10").presidium.create({ ...key(), ...meeting });
    const facts = { ...report, topic: "教育工作", occurredOn: "2026-04-10" };
    const { id } = await on("2026-04-10").workReports.create({ ...key(), ...facts });
    const read = async () => (await on("2026-04-11").workReports.byId({ ...at(), id })).meeting;
    expect(await read()).toEqual({ id: meetingId, name: "听取报告" });
    await on("2026-04-11").workReports.edit({ ...key(), id, version: 1, ...facts, body: "congress" });
    expect(await read()).toBeNull();
  });

  it("is due while somebody owes something, and what was corrected keeps when the rest was entered [R24]", async () => {
    const { id } = await on("2026-05-11").workReports.create({
      ...{ ...key(), ...report, topic: "财政工作", occurredOn: "2026-05-10" },
      ...{ opinionOn: "2026-05-10", opinion: "从严" },
    });
    const due = async (day: string) =>
      (await on(day).today.due({ ...at(), all: true })).rows.filter((row) => row.id === id);
    expect(await due("2026-05-12")).toMatchObject([{ kind: "reportHandover", dueOn: null }]);
    const { facts, version } = await on("2026-05-20").workReports.byId({ ...at(), id });
    await on("2026-05-20").workReports.edit({ ...key(), ...facts, id, version, handedOn: "2026-05-15" });
    expect(await due("2026-08-10")).toMatchObject([{ kind: "reportResponse", dueOn: "2026-08-15" }]);
    expect(
      await stored("special_work_report", id, "opinion_entered_on::text AS o, handed_entered_on::text AS h"),
    ).toEqual({ o: "2026-05-11", h: "2026-05-20" });
  });
});

describe("a resolution", () => {
  it("has tasks, keeps when each was entered as done, and is carried out when none is left [R25]", async () => {
    const facts = { title: "关于批准预算的决议", kind: "resolution", occurredOn: "2026-01-13" } as const;
    const { id } = await on("2026-01-14").resolutions.create({ ...key(), ...facts });
    const line = { responsible: "城建办", dueOn: "2026-06-30" };
    await on("2026-01-15").resolutions.setTasks({
      ...{ ...key(), id, version: 1 },
      tasks: [
        { ...line, content: "修路", doneOn: null },
        { ...line, content: "架桥", doneOn: "2026-01-15" },
      ],
    });
    const read = () => on("2026-07-02").resolutions.byId({ ...at(), id });
    const conclude = { step: "conclude", concludedOn: "2026-07-01", progress: "全部完成" } as const;
    await expect(
      on("2026-07-02").resolutions.step({ ...key(), id, version: 2, ...conclude }),
    ).rejects.toThrow("还有 1 项任务没有完成（修路）");
    const waits = async () =>
      (await on("2026-07-02").today.due({ ...at(), all: true })).rows.map(({ kind }) => kind);
    expect(await waits()).toEqual(expect.arrayContaining(["resolutionTask", "resolutionFiling"]));
    const { tasks } = await read();
    const done = tasks.map((task) => ({ ...task, doneOn: task.doneOn ?? "2026-06-20" }));
    await on("2026-07-02").resolutions.setTasks({ ...key(), id, version: 2, tasks: done });
    expect((await read()).tasks.map((task) => task.id)).toEqual(tasks.map((task) => task.id));
    const { timeline } = await read();
    expect(timeline.flatMap(({ changes }) => changes.map(({ after }) => after)).join()).toContain(
      "修路（城建办，期限 2026-06-30，2026-06-20 完成）",
    );
    const entered = (index: number) =>
      stored("resolution_task", tasks[index]?.id ?? "", "done_entered_on::text AS day");
    expect([await entered(0), await entered(1)]).toEqual([{ day: "2026-07-02" }, { day: "2026-01-15" }]);
    await on("2026-07-02").resolutions.step({ ...key(), id, version: 3, ...conclude });
    await on("2026-07-02").resolutions.step({
      ...key(),
      id,
      version: 4,
      step: "file",
      filedOn: "2026-02-10",
    });
    const filed = await on("2026-07-02").resolutions.list({ ...at(), where: { filing: "filed" } });
    expect(filed.rows).toMatchObject([{ title: facts.title, tasks: 2, done: 2 }]);
  });

  it("the county sees which townships have not filed theirs [R25]", async () => {
    const facts = { title: "关于民生实事的决定", kind: "decision", occurredOn: "2026-01-13" } as const;
    await on("2026-01-14").resolutions.create({ ...key(), ...facts });
    const seen = await callerAs("countyStaff", county).standing.ofCounty({ year: 2026 });
    const own = seen.townships[0]?.kinds.find(({ type }) => type === "resolution");
    expect(own).toMatchObject({ gap: "1 件还没有报县人大常委会备案" });
  });
});

describe("the year's fiscal supervision", () => {
  it("names the first record of each of the five steps [R38]", async () => {
    const check = (stage: "budget" | "accounts", occurredOn: string) =>
      on("2026-08-01").fiscal.create({
        ...{ ...key(), stage, occurredOn, subject: `${occurredOn}的报告`, opinion: "同意" },
      });
    const { id } = await check("budget", "2026-01-13");
    await check("budget", "2026-02-01");
    await check("accounts", "2026-07-10");
    const seen = await on("2026-08-02").fiscal.year({ ...at(), year: 2026 });
    expect(seen.map(({ stage, occurredOn }) => [stage, occurredOn])).toEqual([
      ["accounts", "2026-07-10"],
      ["budget", "2026-01-13"],
    ]);
    expect(seen.find(({ stage }) => stage === "budget")?.id).toBe(id);
    await expect(check("budget", "2026-01-13")).rejects.toThrow("这次财政监督已经登记");
  });
});
