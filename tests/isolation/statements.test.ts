import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Role } from "@/lib/roles";
import { may } from "@/server/auth/permissions";
import { listProcedures } from "@/server/trpc/registry";
import { recorded } from "../bench/measure";
import { call } from "../support/call";
import { allCases } from "./cases/all";
import { callerFor, createWorld, type World } from "./world";

/** Two that read, and three that open a scope and end it: each costs a way to the server and back. */
const most = 5;

let world: World;

beforeAll(async () => {
  world = await createWorld();
  // A history that speaks of nobody would hide what their names cost.
  for (const path of Object.keys(allCases).filter((one) => one.endsWith(".edit")))
    await call(callerFor("townshipChair", world.home), path, allCases[path]?.input(world.home));
}, 240_000);

/** What is asked for one record by its id is part of a record's page. */
const ofOneRecord = (schema: unknown): boolean =>
  schema instanceof z.ZodObject && Object.keys(schema.shape).sort().join() === "id,township";
const pages = listProcedures().filter(
  ({ kind, scope, inputSchema, path }) =>
    kind === "query" && scope === "township" && ofOneRecord(inputSchema) && !path.includes(".export"),
);

test("there are records to open", () => {
  const paths = pages.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(["suggestions.byId", "supervision.finding", "funds.byId", "deputies.byId"]),
  );
});

const readers: readonly Role[] = ["townshipChair", "countyStaff"];

describe.each(pages)("$path", ({ path, permission }) => {
  test.each(readers.filter((role) => may(role, permission)))(
    `is read in ${most} statements at most, as %s`,
    async (role) => {
      const input = allCases[path]?.input(world.home);
      const sent = await recorded(async () => {
        expect(await call(callerFor(role, world.home), path, input)).toMatchObject({ ok: true });
      });
      const told = sent.map(({ text }) => text.replaceAll(/\s+/g, " ").slice(0, 160));
      expect(told.length, told.join("\n")).toBeLessThanOrEqual(most);
    },
  );
});
