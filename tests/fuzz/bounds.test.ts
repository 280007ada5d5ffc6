import { ZodError } from "zod";
import { beforeAll, describe, expect, test } from "vitest";
import { roles } from "@/lib/roles";
import { may } from "@/server/auth/permissions";
import { listProcedures } from "@/server/trpc/registry";
import { allCases } from "../isolation/cases/all";
import { callerFor, createWorld, type World } from "../isolation/world";
import { type Answer, call } from "../support/call";
import { randomOf } from "./random";
import { type Leaf, leavesOf, withAt } from "./schemas";

let world: World;

beforeAll(async () => {
  world = await createWorld();
}, 240_000);

/** What no column holds, by the kind of place it is put into. */
const outside: Record<Leaf["kind"], readonly unknown[]> = {
  number: [2_147_483_648, -2_147_483_649, 9_007_199_254_740_991, 1e308, Number.NaN, Infinity],
  string: ["长".repeat(100_000), "a\u0000b", "a\ud800b"],
  day: ["0000-01-01", "9999-12-31", "99999-01-01", "2026-02-30", "-2026-01-01"],
  array: [Array.from({ length: 100_001 }, () => null)],
};

/** What is wrong with the answer; null when it refuses the value and names its field. */
function judged(answer: Answer, leaf: Leaf): string | null {
  if (answer.ok) return "taken";
  // Which township it is, is asked before anything else, and an unknown one does not exist.
  if (leaf.path.join() === "township" && answer.code === "NOT_FOUND") return null;
  if (answer.code !== "BAD_REQUEST") return `${answer.code} ${answer.message}`;
  if (!(answer.cause instanceof ZodError)) return "no field is named";
  const named = answer.cause.issues.map((issue) => issue.path.join("."));
  return named.some((field) => leaf.path.join(".").startsWith(field)) ? null : `named ${named.join()}`;
}

const procedures = listProcedures().flatMap(({ path, permission, inputSchema }) => {
  const role = roles.find((one) => may(one, permission));
  return role === undefined || inputSchema === null ? [] : [{ path, role, inputSchema }];
});

describe.each(procedures)("$path", ({ path, role, inputSchema }) => {
  test("answers what no column holds with 400 and the field's name, wherever it stands [S44][S48]", async () => {
    const random = randomOf(1);
    const places = new Map(leavesOf(inputSchema).map((leaf) => [JSON.stringify(leaf), leaf]));
    const letIn: string[] = [];
    for (const leaf of places.values()) {
      for (const value of outside[leaf.kind]) {
        const input = withAt(inputSchema, allCases[path]?.input(world.home), leaf.path, value, random);
        const told = judged(await call(callerFor(role, world.home), path, input), leaf);
        if (told !== null)
          letIn.push(`${leaf.path.join(".")} = ${JSON.stringify(value).slice(0, 30)}: ${told}`);
      }
    }
    expect(letIn).toEqual([]);
  });
});
