import { beforeAll, describe, expect, test, vi } from "vitest";
import { type Role, roles, tenantKindOf } from "@/lib/roles";
import { may } from "@/server/auth/permissions";
import { pool } from "@/server/db/client";
import { listProcedures } from "@/server/trpc/registry";
import { callerOf } from "../support/tenants";
import { call, type Caller } from "../support/call";
import { allCases } from "./cases/all";
import { callerFor, createWorld, type World } from "./world";

let world: World;

beforeAll(async () => {
  world = await createWorld();
}, 240_000);

async function codeOf(caller: Caller, path: string, input: unknown): Promise<string> {
  const answer = await call(caller, path, input);
  return answer.ok ? "OK" : answer.code;
}

/** What the procedure takes, and one thing it does not know. */
const badInput = (path: string, township?: string) => ({
  ...allCases[path]?.input(world.home),
  ...(township === undefined ? {} : { township }),
  somethingElse: "x",
});

const taking = listProcedures().filter(({ inputSchema }) => inputSchema !== null);
/** How often these are asked is counted, whatever is asked [S32]. */
const counted = [
  "deputies.revealPhone",
  "opinions.revealPhone",
  "petitions.revealPhone",
  "accounts.create",
  "accounts.resetPassword",
  "accounts.createCountyAdmin",
];

describe.each(taking)("$path, asked wrongly", ({ path, permission, scope }) => {
  const whoMay = (): Role[] => roles.filter((one) => may(one, permission));

  test("is refused to nobody in particular, to who has no right, and for another township before its input is looked at [S1][S4][S23]", async () => {
    expect(await codeOf(callerOf(null), path, badInput(path))).toBe("UNAUTHORIZED");
    for (const role of roles.filter((one) => !may(one, permission)))
      expect(await codeOf(callerFor(role, world.home), path, badInput(path)), role).toBe("FORBIDDEN");
    if (scope !== "township") return;
    for (const role of whoMay()) {
      const others = tenantKindOf(role) === "county" ? [world.abroad] : [world.neighbour, world.abroad];
      for (const { township } of others)
        expect(await codeOf(callerFor(role, world.home), path, badInput(path, township.code)), role).toBe(
          "NOT_FOUND",
        );
    }
  });

  test("opens no transaction", async () => {
    const connect = vi.spyOn(pool(), "connect");
    try {
      for (const role of whoMay())
        expect(await codeOf(callerFor(role, world.home), path, badInput(path)), role).toBe("BAD_REQUEST");
      if (!counted.includes(path)) expect(connect).not.toHaveBeenCalled();
    } finally {
      connect.mockRestore();
    }
  });
});

test("a right question is asked of the database through the very pool that was watched", async () => {
  const connect = vi.spyOn(pool(), "connect");
  try {
    const caller = callerFor("townshipStaff", world.home);
    await caller.suggestions.list({ township: world.home.township.code });
    await caller.suggestions.byId({
      township: world.home.township.code,
      id: world.home.records["suggestion"] ?? "",
    });
    expect(connect.mock.calls.length).toBeGreaterThanOrEqual(2);
  } finally {
    connect.mockRestore();
  }
});
