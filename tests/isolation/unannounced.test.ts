import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { roles, tenantKindOf } from "@/lib/roles";
import { may } from "@/server/auth/permissions";
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
import { callsOf, taskOf } from "../integration/joint-tasks/joint";
import { noon } from "../support/suggestions";
import { allCases } from "./cases/all";

/** A word that stands in every text of the visit, and nowhere else. */
const secret = "夜查冷库";
const day = "2026-06-09";

let county: TestCounty;
let home: TestTownship;
let before: Map<string, string>;
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

/** What each of a township's people is answered by every question a township may ask, refusals with it. */
async function answers(): Promise<Map<string, string>> {
  const told = new Map<string, string>();
  for (const role of townshipRoles) {
    const caller = callerOf(
      { ...sessionAs(role, county, home), accountId: records.get("me") ?? "" },
      noon(day),
    );
    for (const { path, permission } of asked.filter((one) => may(role, one.permission))) {
      const answer = await call(caller, path, allCases[path]?.input(place()));
      const kept = answer.ok ? answer.value : [answer.code, answer.message];
      told.set(`${role} ${path} ${permission}`, JSON.stringify(kept));
    }
  }
  return told;
}

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
  before = await answers();
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
    const after = await answers();
    for (const [question, answer] of after) expect(answer, question).toBe(before.get(question));
    const all = [...after.values()].join("\n");
    for (const word of [secret, taskId, partId]) expect(all).not.toContain(word);
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
