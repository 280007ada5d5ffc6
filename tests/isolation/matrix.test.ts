import { beforeAll, describe, expect, test } from "vitest";
import { type Role, roles, tenantKindOf } from "@/lib/roles";
import { may } from "@/server/auth/permissions";
import { listProcedures } from "@/server/trpc/registry";
import { behind } from "../integration/http/web";
import { callerOf } from "../support/tenants";
import { call } from "../support/call";
import { allCases } from "./cases/all";
import type { IsolationCase, Place } from "./cases/case";
import { idPaths, valueAt, withValueAt } from "./cases/ids";
import { callerFor, createWorld, fingerprint, nowhere, unknownPlace, type World } from "./world";

const procedures = listProcedures();
let world: World;

beforeAll(async () => {
  world = await createWorld();
}, 240_000);

function caseOf(path: string): IsolationCase {
  const found = allCases[path];
  if (found === undefined) throw new Error(`${path} has no case in tests/isolation/cases`);
  return found;
}

/** A call of `home` whose ids are another place's: the township it names stays the caller's own. */
const withIdsOf = (home: Place, other: Place): Place => ({
  ...home,
  records: other.records,
  township: { ...home.township, id: other.township.id },
});

/** Whether the call takes ids of records: then two places' calls differ in them. */
function namesIds({ input }: IsolationCase): boolean {
  const elsewhere = new Set(ids(input(nowhere())));
  return ids(input(nowhere())).some((value) => !elsewhere.has(value));
}

function ids(input: Record<string, unknown>): string[] {
  const text = JSON.stringify({ ...input, idempotencyKey: null });
  return text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [];
}

function foreignCanaries(value: unknown, mine: Place[]): string[] {
  const text = JSON.stringify(value);
  return world.places
    .filter((place) => !mine.includes(place) && text.includes(place.canary))
    .map(({ canary }) => canary);
}

/** Whose canaries a role standing in `home` may see. */
function visibleTo(role: Role, home: Place): Place[] {
  if (tenantKindOf(role) === "township") return [home];
  return world.places.filter((place) => place.county.id === home.county.id);
}

test("every procedure declares a permission and has a case; no case is left over [S21]", () => {
  const paths = procedures.map(({ path }) => path).sort();
  expect(Object.keys(allCases).sort()).toEqual(paths);
  const nobodys = procedures.filter(({ permission }) => !roles.some((role) => may(role, permission)));
  expect(nobodys.map(({ path }) => path)).toEqual([]);
});

test("a row that comes, is changed or goes is seen behind every refusal below", async () => {
  const { id } = world.home.county;
  const day = "2031-02-03";
  const steps: [string, unknown[]][] = [
    [
      "INSERT INTO county_holiday (county_id, id, day, name, works, entered_by_name) VALUES ($1, gen_random_uuid(), $2, '甲', false, '测试')",
      [id, day],
    ],
    ["UPDATE county_holiday SET name = '乙' WHERE county_id = $1 AND day = $2", [id, day]],
    ["DELETE FROM county_holiday WHERE county_id = $1 AND day = $2", [id, day]],
  ];
  for (const [sql, values] of steps) {
    const before = await fingerprint(world);
    expect(await fingerprint(world)).toBe(before);
    await behind(sql, values);
    expect(await fingerprint(world), sql).not.toBe(before);
  }
});

test("nobody gets an answer without a session [S23]", async () => {
  for (const { path } of procedures) {
    expect(await call(callerOf(null), path, caseOf(path).input(world.home)), path).toMatchObject({
      code: "UNAUTHORIZED",
    });
  }
});

/** Which tests a procedure gets is decided here, from its case in no place at all: whatever is listed has run. */
describe.each(procedures)("$path", ({ path, kind, permission, scope, inputSchema }) => {
  const takes = caseOf(path).input(nowhere());
  const admitted = roles.filter((one) => may(one, permission));
  const refused = roles.filter((one) => !admitted.includes(one));

  if (refused.length > 0) {
    test("is refused to every role the table does not name [S4][S5][S43]", async () => {
      const before = await fingerprint(world);
      for (const role of refused) {
        const answer = await call(callerFor(role, world.home), path, caseOf(path).input(world.home));
        expect(answer, role).toMatchObject({ ok: false, code: "FORBIDDEN" });
      }
      expect(await fingerprint(world)).toBe(before);
    });
  }

  const tenantKeys = ["countyId", "townshipId"].filter((key) => !(key in takes));
  if (inputSchema !== null) {
    test.each(tenantKeys)("an unknown key, such as a tenant id (%s), is refused [S8][S44]", async (key) => {
      const foreign = { countyId: world.abroad.county.id, townshipId: world.abroad.township.id }[key];
      const input = { ...caseOf(path).input(world.home), [key]: foreign };
      for (const role of admitted) {
        expect(await call(callerFor(role, world.home), path, input), role).toMatchObject({
          ok: false,
          code: "BAD_REQUEST",
        });
      }
    });
  }

  if (scope === "township") {
    test("another township, a neighbour's or another county's, does not exist [S1][S2][S3]", async () => {
      const before = await fingerprint(world);
      for (const role of admitted) {
        const near = tenantKindOf(role) === "county" ? [] : [world.neighbour];
        for (const other of [
          ...near,
          world.abroad,
          { ...world.home, township: { ...world.home.township, code: "000000000" } },
        ]) {
          const input = { ...caseOf(path).input(other), township: other.township.code };
          const answer = await call(callerFor(role, world.home), path, input);
          expect(answer, `${role} → ${other.township.name}`).toMatchObject({ ok: false, code: "NOT_FOUND" });
        }
      }
      expect(await fingerprint(world)).toBe(before);
    });
  }

  if (scope !== "auth" && namesIds(caseOf(path))) {
    test("foreign ids and unknown ids get the same answer and change nothing [S1][S2][S9][S10]", async () => {
      const before = await fingerprint(world);
      for (const role of admitted) {
        const caller = callerFor(role, world.home);
        const foreign = scope === "township" ? [world.neighbour, world.abroad] : [world.abroad];
        const unknown = await call(
          caller,
          path,
          caseOf(path).input(withIdsOf(world.home, unknownPlace(world.home))),
        );
        for (const other of foreign) {
          const answer = await call(caller, path, caseOf(path).input(withIdsOf(world.home, other)));
          expect(answer, `${role} with ids of ${other.township.name}`).toEqual(unknown);
          if (!answer.ok) expect(answer.code).toBe("NOT_FOUND");
          else expect(kind, "a command took a foreign id").toBe("query");
          expect(foreignCanaries(answer, visibleTo(role, world.home)), role).toEqual([]);
        }
      }
      expect(await fingerprint(world)).toBe(before);
    });
  }

  const places = idPaths(takes);
  if (scope !== "auth" && places.length > 1) {
    test("one foreign id among one's own is no better than an unknown one [S1][S2][S9]", async () => {
      const before = await fingerprint(world);
      const [role] = admitted;
      if (role === undefined) throw new Error("nobody may");
      const caller = callerFor(role, world.home);
      const { input } = caseOf(path);
      const foreign = scope === "township" ? world.neighbour : world.abroad;
      for (const place of places) {
        const answers = [];
        const [mine, theirs] = [world.home, withIdsOf(world.home, foreign)].map((at) =>
          valueAt(input(at), place),
        );
        // What a whole county has in common is nobody's own.
        if (mine === theirs) continue;
        for (const of of [foreign, unknownPlace(world.home)]) {
          const id = valueAt(input(withIdsOf(world.home, of)), place);
          const sent = withValueAt(input(world.home), place, id) as Record<string, unknown>;
          answers.push(await call(caller, path, sent));
        }
        const [taken, unknown] = answers;
        if (kind === "mutation") expect(taken?.ok, `${place.join(".")} of another place`).toBe(false);
        expect(taken, place.join(".")).toEqual(unknown);
        expect(foreignCanaries(taken, [world.home]), place.join(".")).toEqual([]);
      }
      expect(await fingerprint(world)).toBe(before);
    });
  }

  if (kind === "query") {
    test("no answer holds a foreign canary [S6]", async () => {
      for (const role of admitted) {
        const answer = await call(callerFor(role, world.home), path, caseOf(path).input(world.home));
        expect(answer.ok, `${role}: ${JSON.stringify(answer)}`).toBe(true);
        expect(foreignCanaries(answer, visibleTo(role, world.home)), role).toEqual([]);
      }
    });
  }
});
