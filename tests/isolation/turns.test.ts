import { beforeAll, describe, expect, test } from "vitest";
import { roles } from "@/lib/roles";
import { may } from "@/server/auth/permissions";
import { laneOf } from "@/server/trpc/heavy";
import { listProcedures } from "@/server/trpc/registry";
import { recorded } from "../bench/measure";
import { call } from "../support/call";
import { allCases } from "./cases/all";
import { callerFor, createWorld, type World } from "./world";

let world: World;

beforeAll(async () => {
  world = await createWorld();
}, 240_000);

/** Whether a signal is there is asked in the county's scope, before the township's own is opened; nothing is decided by it later. */
const askedBefore = ["integrity.answer"];

/** What changes a tenant's rows; a file holds its kind, and a person's own account its own row. */
const changing = listProcedures().filter(
  ({ kind, scope, path }) =>
    kind === "mutation" && scope !== "auth" && laneOf(path) !== "imports" && !askedBefore.includes(path),
);

describe.each(changing)("$path", ({ path, permission, scope }) => {
  test("decides by nothing it has read before it holds its tenant [S67]", async () => {
    const role = roles.find((one) => may(one, permission)) ?? "townshipStaff";
    const { county, township } = world.home;
    const sent = await recorded(
      () => call(callerFor(role, world.home), path, allCases[path]?.input(world.home)),
      true,
    );
    const held = `changes ${scope === "township" ? township.id : county.id}`;
    const locked = sent.findIndex(({ values }) => values.includes(held));
    expect(locked).toBeGreaterThan(0);
    const before = sent.slice(0, locked).map(({ text }) => text);
    const begun = before.findLastIndex((text) => text.startsWith("BEGIN;"));
    // Between the scope's opening and this lock there is that of the submission's own key alone.
    expect(before.slice(begun + 1).filter((text) => !text.includes("pg_advisory_xact_lock"))).toEqual([]);
  });
});
