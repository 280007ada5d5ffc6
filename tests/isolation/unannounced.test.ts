import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { roles, tenantKindOf } from "@/lib/roles";
import { may } from "@/server/auth/permissions";
import { pool } from "@/server/db/client";
import { withTownshipScope } from "@/server/db/scope";
import { listProcedures } from "@/server/trpc/registry";
import { call } from "../support/call";
import {
  callerOf,
  createCounty,
  newKey,
  sessionAs,
  type TestCounty,
  type TestTownship,
} from "../support/tenants";
import { townshipFeed } from "@/domains/calendar/data/feed";
import { recorded } from "../bench/measure";
import { callsOf, taskOf } from "../integration/joint-tasks/joint";
import { noon } from "../support/suggestions";
import { allCases } from "./cases/all";

/** A word that stands in every text of the visit, and nowhere else. */
const secret = "夜查冷库";
const day = "2026-06-09";

let county: TestCounty;
let home: TestTownship;
let before: Told;
let fileBefore: string;
let after: Told;
let taskId: string;
let partId: string;

const records = new Map<string, string>();
const place = () => ({
  ...{ county, township: home, canary: "无" },
  records: new Proxy<Record<string, string>>(
    {},
    {
      get: (_, name) => {
        const known = records.get(String(name)) ?? randomUUID();
        records.set(String(name), known);
        return known;
      },
    },
  ),
});

const townshipRoles = roles.filter((role) => tenantKindOf(role) === "township");
const asked = listProcedures().filter(({ kind, scope }) => kind === "query" && scope !== "county");

type Told = {
  answers: Map<string, string>;
  /** what the database was asked for each of them, without what was asked for */
  statements: Map<string, string[]>;
};

/** What each of a township's people is answered by every question a township may ask, refusals with it. */
async function answers(): Promise<Told> {
  const told = new Map<string, string>();
  const statements = new Map<string, string[]>();
  for (const role of townshipRoles) {
    const caller = callerOf(
      { ...sessionAs(role, county, home), accountId: records.get("me") ?? "" },
      noon(day),
    );
    for (const { path, permission } of asked.filter((one) => may(role, one.permission))) {
      const key = `${role} ${path} ${permission}`;
      const sent = await sentBy(async () => {
        const answer = await call(caller, path, allCases[path]?.input(place()));
        told.set(key, JSON.stringify(answer.ok ? answer.value : [answer.code, answer.message]));
      });
      statements.set(key, sent);
    }
  }
  return { answers: told, statements };
}

/** The statements of a question that asks the database anything; some are refused before. */
async function sentBy(work: () => Promise<void>): Promise<string[]> {
  let done = false;
  const all = async () => {
    await work();
    done = true;
    // What is remembered beside an answer tells the next question whether it must count: it is there before that is asked.
    while (pool().idleCount < pool().totalCount) await sleep(5);
  };
  const sent = await recorded(all).catch((error: unknown) => {
    if (!done) throw error;
    return [];
  });
  // Sums are remembered beside the answers, in transactions of their own that come when they come.
  const beside = /^(BEGIN|COMMIT|ROLLBACK)|INSERT INTO figure_sums/;
  return sent.map(({ text }) => text.trim()).filter((text) => !beside.test(text));
}

/** What the township's people have on their telephones: the calendar's file, without the moment it was made. */
const file = () =>
  withTownshipScope(
    { as: "township", countyId: county.id, townshipId: home.id },
    {
      actor: { accountId: randomUUID(), name: "测试", role: "townshipStaff", ip: null, requestId: null },
      ...{ now: noon(day), readOnly: true },
    },
    (scope) => townshipFeed(scope, "测试"),
  );

const rowsSeen = () =>
  withTownshipScope(
    { as: "township", countyId: county.id, townshipId: home.id, confidential: true },
    {
      actor: { accountId: randomUUID(), name: "测试", role: "townshipChair", ip: null, requestId: null },
      ...{ now: noon(day), readOnly: true },
    },
    ({ tx }) => tx.$queryRaw<{ tasks: number; parts: number; told: number; lists: boolean }[]>`
      SELECT (SELECT count(*)::int FROM joint_task) AS tasks, (SELECT count(*)::int FROM joint_part) AS parts,
        (SELECT count(*)::int FROM audit_event WHERE summary LIKE ${`%${secret}%`} OR detail::text LIKE ${`%${secret}%`}) AS told,
        has_table_privilege('joint_checklist', 'SELECT') AS lists`,
  );

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
  [home] = county.townships as [TestTownship];
  records.set("me", randomUUID());
  // What is asked once for a process is asked in the first round; and any act of the county has its figures counted anew.
  await answers();
  await callsOf(county)
    .staff(day)
    .saveChecklist({
      ...{ idempotencyKey: newKey(), id: null, version: null, name: "消防", lawName: null },
      items: [{ code: "1", text: "通道畅通", article: null }],
    });
  before = await answers();
  fileBefore = await file();
  const staff = callsOf(county).staff(day);
  const made = await staff.draft(
    taskOf(county.townships, {
      ...{
        title: secret,
        kind: "unannouncedVisit",
        lawName: secret,
        basis: secret,
        ask: secret,
        planItem: secret,
      },
      members: [{ id: null, name: secret, role: null }],
      parts: county.townships.map(({ id: townshipId }) => ({
        ...{ townshipId, from: "2026-06-10", until: "2026-06-10", units: [secret] },
      })),
    }),
  );
  taskId = made.id;
  await staff.issue({ idempotencyKey: newKey(), id: taskId, version: 1, acceptWhy: "已商定" });
  // What was drawn for it is as secret as the visit.
  const earlier = callsOf(county).staff("2026-06-08");
  await earlier.announceDraw({
    ...{ idempotencyKey: newKey(), id: taskId, seen: 0, source: secret, opensOn: "2026-06-09", per: 1 },
    pools: [{ townshipId: home.id, units: [secret, `${secret}二`] }],
  });
  await staff.draw({ idempotencyKey: newKey(), id: taskId, number: 1, text: `${secret}3816` });
  const moved = (await staff.task({ id: taskId })).parts.find(({ townshipId }) => townshipId === home.id);
  partId = moved?.id ?? "";
  await staff.movePart({
    ...{ idempotencyKey: newKey(), id: partId, version: moved?.version ?? 0 },
    ...{ from: "2026-06-11", until: "2026-06-11", why: secret, acceptWhy: secret },
  });
}, 240_000);

describe("an unannounced visit, before it begins [S1][R87]", () => {
  it("changes no answer a township is given: lists, counts, calendar, search, history, bell, scores and exports", async () => {
    expect(asked.length).toBeGreaterThan(100);
    after = await answers();
    for (const [question, answer] of after.answers)
      expect(answer, question).toBe(before.answers.get(question));
    const all = [...after.answers.values()].join("\n");
    for (const word of [secret, taskId, partId]) expect(all).not.toContain(word);
    const paths = asked.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(["today.due", "calendar.month", "jointTasks.own"]));
    expect(paths.filter((path) => path.includes(".export")).length).toBeGreaterThan(20);
  });

  it("costs no question another statement than the county's other acts do: how long an answer takes tells nothing", () => {
    expect(after.statements.size).toBe(before.statements.size);
    for (const [question, sent] of after.statements)
      expect(sent, question).toEqual(before.statements.get(question));
  });

  it("is in no calendar that a township's people have on their telephones", async () => {
    expect(fileBefore).toContain("BEGIN:VCALENDAR");
    expect(await file()).toBe(fileBefore);
  });

  it("is in no row the database gives the township, neither the task, the part nor a line of history", async () => {
    expect(await rowsSeen()).toEqual([{ tasks: 0, parts: 0, told: 0, lists: false }]);
  });

  it("does not exist for the township by its id, read or acted upon", async () => {
    const { jointTasks, at, change } = callsOf(county).of(home, day);
    const unknown = { code: "NOT_FOUND" };
    await expect(jointTasks.part(at({ id: partId }))).rejects.toMatchObject(unknown);
    await expect(jointTasks.accept(change({ id: partId, version: 2 }))).rejects.toMatchObject(unknown);
  });

  it("is there for the township whose visit began, and for no other", async () => {
    const staff = callsOf(county).staff(day);
    const { version = 0 } = (await staff.task({ id: taskId })).parts.find(({ id }) => id === partId) ?? {};
    await staff.start({ idempotencyKey: newKey(), id: partId, version });
    const { jointTasks, at } = callsOf(county).of(home, day);
    expect((await jointTasks.own(at({ year: 2026 }))).rows.map(({ task }) => task.title)).toEqual([secret]);
    const [, other] = county.townships as [TestTownship, TestTownship];
    const { jointTasks: theirs, at: there } = callsOf(county).of(other, day);
    expect((await theirs.own(there({ year: 2026 }))).rows).toEqual([]);
    expect(await rowsSeen()).toMatchObject([{ tasks: 1, parts: 1, told: 1 }]);
  });
});
