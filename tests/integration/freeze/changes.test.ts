import { beforeAll, describe, expect, inject, test } from "vitest";
import { kinds } from "@/domains/registry";
import { withTownshipScope } from "@/server/db/scope";
import { withClient } from "../../../scripts/lib/roles";
import { AppError } from "@/lib/errors";
import { roles } from "@/lib/roles";
import { may } from "@/server/auth/permissions";
import { listProcedures } from "@/server/trpc/registry";
import { allCases } from "../../isolation/cases/all";
import { createWorld, type World } from "../../isolation/world";
import { call } from "../../support/call";
import { noon } from "../../support/suggestions";
import { callerAs, callerOf, newKey, sessionAs } from "../../support/tenants";
import { leavesRecordsAlone } from "./left-alone";

const frozenOn = noon("2027-01-05");
const later = noon("2027-01-06");

/**
 * Whose case is not at its step in this world, so that a rule of their own refuses it before anything is saved: they tell by
 * `scope.audit` as all do, which is asked below for every kind of record, and snapshot.test.ts takes some of them there.
 */
const refusedBefore: ReadonlySet<string> = new Set([
  ...["practices.confirm", "practices.retireOwn"],
  "integrity.decide",
  "integrity.answer",
  "deputies.voidMandate",
  "presidiumMembers.create",
  "presidiumMembers.createMembers",
  "supervision.step",
  "supervision.complete",
  "supervision.reopen",
  "supervision.addClosedFinding",
  "plans.edit",
  "plans.void",
  "plans.link",
  "plans.finish",
  "annualPlans.edit",
  "projects.complete",
  "projects.correctMilestone",
  ...["jointTasks.discard", "jointTasks.issue", "jointTasks.report", "jointTasks.close", "jointTasks.start"],
  ...["jointTasks.answerProposal", "jointTasks.judge", "jointTasks.propose", "jointTasks.submit"],
  ...["jointTasks.draw", "jointTasks.arrange", "jointTasks.rate", "jointTasks.answerPoint"],
  ...[
    "notices.edit",
    "notices.discard",
    "notices.send",
    "notices.removeFile",
    "notices.sign",
    "notices.done",
  ],
  "requests.postpone",
  "receptions.create",
  "receptions.void",
  "dutyReports.create",
  "dutyInspections.create",
  "sessions.voidTerm",
  "sessions.create",
  "sessions.edit",
  "sessions.removeVote",
  "sessions.removeElection",
  "suggestions.pass",
  "suggestions.return",
  "suggestions.merge",
  "suggestions.assign",
  "suggestions.requestReturn",
  "suggestions.reassign",
  "suggestions.keepAssignment",
  "suggestions.accept",
  "suggestions.consult",
  "suggestions.confirm",
  "suggestions.reply",
  "suggestions.requestDeferral",
  "suggestions.decideDeferral",
  "suggestions.holdPresidium",
  "suggestions.rate",
  "suggestions.markNotRated",
  "suggestions.judgeReason",
  "suggestions.close",
  "suggestions.addPromise",
  "suggestions.fulfilPromise",
  "suggestions.verifyPromise",
  "suggestions.callBack",
  // An import's case holds an empty row; snapshot.test.ts brings in a file.
  "groups.void",
  "stations.void",
  "annualPlans.void",
  "annualPlans.importRows",
  "units.importRows",
  "honours.importRows",
  "deputies.importRows",
  "policies.importRows",
  "trainings.importRows",
  "plans.importRows",
  "workReports.importRows",
  "resolutions.importRows",
  "fiscal.importRows",
  "projects.importRows",
  "receptions.importRows",
  "opinions.importRows",
  "groupActivities.importRows",
  "dutyReports.importRows",
  "deputyVisits.importRows",
  "petitions.importRows",
  "committeeHearings.importRows",
  "informationItems.importRows",
  "publicityItems.importRows",
  "achievements.importRows",
  "suggestions.importRows",
]);

let world: World;
beforeAll(async () => {
  world = await createWorld();
  for (const { county } of [world.home, world.abroad]) {
    const staff = callerAs("countyStaff", county, undefined, frozenOn);
    for (const year of [2024, 2025, 2026]) {
      await staff.assessments.adoptDefaultScheme({ year, idempotencyKey: newKey() });
      await staff.assessments.freezeYear({ year, note: null, idempotencyKey: newKey() });
    }
  }
}, 240_000);

const mutations = listProcedures().filter(({ kind }) => kind === "mutation");
const isFrozen = (answer: Awaited<ReturnType<typeof call>>): boolean =>
  !answer.ok && answer.cause instanceof AppError && answer.cause.code === "FROZEN";

/** Some cases name a version that is long past; here the call must come as far as saving. */
async function asSeen(input: Record<string, unknown>): Promise<Record<string, unknown>> {
  const id = input["id"] ?? input["sessionId"];
  if (typeof id !== "string" || input["version"] === undefined) return input;
  const rows = await withClient(inject("adminUrl"), async (admin) => {
    const tables = kinds.filter(({ type }) => type !== "county").map(({ table }) => table);
    const has = await admin.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'version' AND table_name = ANY($1)`,
      [tables],
    );
    const each = has.rows.map(({ name }) => `SELECT version FROM "${name}" WHERE id = $1`);
    return (await admin.query<{ version: number }>(each.join(" UNION ALL "), [id])).rows;
  });
  return { ...input, version: rows[0]?.version ?? input["version"] };
}

test("whatever is classified exists", () => {
  const paths = mutations.map(({ path }) => path);
  const named = [...Object.keys(leavesRecordsAlone), ...refusedBefore];
  expect(named.filter((path) => !paths.includes(path))).toEqual([]);
});

const types = kinds.map(({ type }) => type);

describe.each(types)("whatever tells of a %s", (recordType) => {
  const { accountId, ...names } = {
    accountId: "",
    name: "测试",
    role: "townshipStaff",
    ip: null,
    requestId: null,
  };
  const tell = (recordId: string | null, occurredOn: string, reason: string | null = null) => {
    const { county, township } = world.home;
    return withTownshipScope(
      { as: "township", countyId: county.id, townshipId: township.id },
      { actor: { accountId, ...names }, now: later, reason, readOnly: false },
      (scope) => scope.audit({ action: "test", recordType, recordId, occurredOn, summary: "测试" }),
    );
  };
  test("of a day in a frozen year is asked why, at the one place where all changes tell of themselves [R85]", async () => {
    for (const id of [newKey(), null]) {
      await expect(tell(id, "2026-05-01")).rejects.toMatchObject({ code: "FROZEN" });
      await tell(id, "2026-05-01", "更正录入差错");
      await tell(newKey(), "2027-01-02");
    }
  });
});

describe.each(mutations)("$path", ({ path, permission, scope }) => {
  const alone = leavesRecordsAlone[path] !== undefined;
  test(
    alone
      ? "asks for no reason: it leaves the records of a frozen year alone [R85]"
      : "changes a record of a frozen year with a reason, and not without [R85]",
    async () => {
      const outcomes: string[] = [];
      for (const place of world.places) {
        const role = roles.find(
          (one) => may(one, permission) && (scope !== "township" || one.startsWith("township")),
        );
        if (role === undefined) continue;
        const session = sessionAs(role, place.county, place.township);
        const input = await asSeen(allCases[path]?.input(place) ?? {});
        const plain = await call(callerOf(session, later), path, input);
        if (alone) expect(isFrozen(plain), JSON.stringify(plain)).toBe(false);
        if (alone) return;
        if (plain.ok) throw new Error(`${path} changed a record of a frozen year without a reason`);
        outcomes.push(plain.message);
        // Whose case has come so far meanwhile is asked like all the others.
        if (refusedBefore.has(path)) expect(isFrozen(plain), `${path} is not refused before`).toBe(false);
        if (!isFrozen(plain)) continue;
        expect(plain.message).toMatch(/考核已封存.*请写明修改理由/);
        const told = await call(callerOf(session, later, "更正录入差错"), path, input);
        expect(told.ok, JSON.stringify(told)).toBe(true);
        return;
      }
      if (refusedBefore.has(path)) return;
      throw new Error(`no case of ${path} came as far as a frozen record: ${outcomes.join(" | ")}`);
    },
  );
});
