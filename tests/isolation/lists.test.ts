import { beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { roles } from "@/lib/roles";
import { may } from "@/server/auth/permissions";
import { client } from "@/server/db/client";
import { listProcedures, type Procedure } from "@/server/trpc/registry";
import { allCases } from "./cases/all";
import { callerFor, createWorld, type World } from "./world";

let world: World;

beforeAll(async () => {
  world = await createWorld();
}, 240_000);

/** Called by whoever may, with the case's input and more. */
async function ask({ path, permission }: Procedure, more: object = {}): Promise<unknown> {
  const role = roles.find((one) => may(one, permission));
  if (role === undefined) throw new Error(`nobody may call ${path}`);
  const procedure = path
    .split(".")
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], callerFor(role, world.home)) as (
    input: unknown,
  ) => Promise<unknown>;
  return procedure({ ...allCases[path]?.input(world.home), ...more });
}

const takesPage = ({ inputSchema }: Procedure): boolean =>
  inputSchema instanceof z.ZodObject && "page" in inputSchema.shape;
const queries = listProcedures().filter(({ kind }) => kind === "query");
const paged = queries.filter((one) => takesPage(one) && !one.path.includes(".export"));

test("there are lists to ask", () => {
  expect(paged.map(({ path }) => path)).toContain("suggestions.list");
  expect(paged.length).toBeGreaterThan(7);
});

describe.each(paged)("$path", (procedure) => {
  test("says on page 99 how many rows there are in all, as on the first page", async () => {
    const first = (await ask(procedure, { page: 1 })) as { total: number; rows: unknown[] };
    const last = (await ask(procedure, { page: 99 })) as { total: number; rows: unknown[] };
    expect(first.total).toBeGreaterThan(0);
    expect(last).toMatchObject({ total: first.total, rows: [] });
  });
});

/** What is of one record hangs on that record's model; every other list and export is plain statements (ADR 7). */
const ofOneRecord = ["attachments.list", "cycles.exportOwnAppeal"];
const listed = queries.filter(
  ({ path, scope }) =>
    scope === "township" && /\.(list|export\w*)$/.test(path) && !ofOneRecord.includes(path),
);

describe.each(listed)("$path", (procedure) => {
  test("is read through the driver, without the ORM's transaction", async () => {
    const transaction = vi.spyOn(client(), "$transaction");
    try {
      await ask(procedure);
      expect(transaction).not.toHaveBeenCalled();
    } finally {
      transaction.mockRestore();
    }
  });
});
